//! Problems as SARIF 2.1.0, which code hosts show next to the lines concerned.

use serde_json::json;

use crate::Checked;

/// The log of one run.
pub(crate) fn sarif(all: &[Checked]) -> anyhow::Result<String> {
    let problems = || {
        all.iter().flat_map(|file| {
            file.loaded
                .diagnostics
                .iter()
                .map(move |problem| (file, problem))
        })
    };
    let mut rules: Vec<&str> = problems().map(|(_, problem)| problem.rule).collect();
    rules.sort_unstable();
    rules.dedup();
    let results = problems().map(|(file, problem)| {
        let text = if problem.help.is_empty() {
            problem.message.clone()
        } else {
            format!("{}; {}", problem.message, problem.help)
        };
        json!({
            "ruleId": problem.rule,
            "ruleIndex": rules.iter().position(|rule| *rule == problem.rule),
            "level": problem.severity.name(),
            "message": { "text": text },
            "locations": [{ "physicalLocation": {
                "artifactLocation": { "uri": uri(&file.name) },
                "region": {
                    "startLine": problem.location.line,
                    "startColumn": problem.location.column,
                    "snippet": { "text": problem.excerpt },
                },
            }}],
        })
    });
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "unstuck",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules.iter().map(|rule| json!({ "id": rule })).collect::<Vec<_>>(),
            }},
            // Columns count characters, not UTF-16 units.
            "columnKind": "unicodeCodePoints",
            "results": results.collect::<Vec<_>>(),
        }],
    });
    Ok(serde_json::to_string_pretty(&log)? + "\n")
}

/// A file's name as a relative URI reference: SARIF knows no paths.
fn uri(name: &str) -> String {
    let mut out = String::new();
    for byte in name.replace('\\', "/").bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'.' | b'-' | b'_' | b'~') {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}
