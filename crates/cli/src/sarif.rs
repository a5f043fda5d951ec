//! Problems as SARIF 2.1.0, which code hosts show next to the lines concerned.

use std::path::{Path, is_separator};

use serde_json::json;
use unstuck_author::Severity;
use unstuck_author::json::to_text;

use crate::Checked;
use crate::explain::excerpt;

/// The log of one run.
pub(crate) fn sarif(all: &[Checked]) -> String {
    let problems = || {
        all.iter().flat_map(|file| {
            file.loaded
                .diagnostics
                .iter()
                .map(move |problem| (file, problem))
        })
    };
    let omissions = || {
        all.iter()
            .flat_map(|file| file.left_out.iter().map(move |row| (file, row)))
    };
    let mut rules: Vec<&str> = problems()
        .map(|(_, problem)| problem.rule)
        .chain(omissions().map(|(_, row)| row.decision.rule))
        .collect();
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
            "level": level(problem.severity),
            "message": { "text": escaped(&text) },
            "locations": [{ "physicalLocation": {
                "artifactLocation": { "uri": uri(&file.path) },
                "region": {
                    "startLine": problem.location.line,
                    "startColumn": problem.location.column,
                    "snippet": { "text": problem.excerpt },
                },
            }}],
        })
    });
    let index = |rule: &str| rules.iter().position(|known| *known == rule);
    let notes = omissions().map(|(file, row)| {
        let text = format!("left out: {}", row.decision.sentence);
        json!({
            "ruleId": row.decision.rule,
            "ruleIndex": index(row.decision.rule),
            "level": "note",
            "message": { "text": escaped(&text) },
            "locations": [{ "physicalLocation": {
                "artifactLocation": { "uri": uri(&file.path) },
                "region": {
                    "startLine": row.location.line,
                    "startColumn": row.location.column,
                    "snippet": { "text": excerpt(&row.words) },
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
            "results": results.chain(notes).collect::<Vec<_>>(),
        }],
    });
    to_text(&log)
}

/// SARIF's name for it.
fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Hint => "note",
        other => other.name(),
    }
}

/// A message in which nothing is a link or a place for an argument: brackets and backslashes after a backslash, braces
/// doubled.
fn escaped(message: &str) -> String {
    let mut out = String::new();
    for c in message.chars() {
        match c {
            '[' | ']' | '\\' => out.extend(['\\', c]),
            '{' | '}' => out.extend([c, c]),
            c => out.push(c),
        }
    }
    out
}

/// A file's path as a URI reference: SARIF knows no paths. Its name may be no UTF-8.
fn uri(path: &Path) -> String {
    let mut out = String::new();
    for byte in path.as_os_str().as_encoded_bytes() {
        let c = char::from(*byte);
        if is_separator(c) {
            out.push('/');
        } else if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '~') {
            out.push(c);
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    if path.is_absolute() {
        // Two slashes at its beginning would name a host.
        return format!("file:///{}", out.trim_start_matches('/'));
    }
    out
}
