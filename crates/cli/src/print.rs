//! Problems as text, like a compiler's, and as JSON.

use serde::Serialize;
use unstuck_author::{Diagnosis, Severity, answers};

use crate::{Checked, counted};

/// Most of a line that is shown.
const WIDTH: usize = 100;

/// Problems like a compiler's: place, excerpt, mend; then the counts.
pub(crate) fn text(all: &[Checked]) -> String {
    let mut out = String::new();
    let (mut errors, mut warnings) = (0, 0);
    for file in all {
        for problem in &file.loaded.problems {
            match problem.severity {
                Severity::Error => errors += 1,
                Severity::Warning => warnings += 1,
            }
            out.push_str(&one(&file.name, problem));
        }
        if let Some(guide) = &file.loaded.guide {
            out.push_str(&format!("{}: {}\n", shown(&file.name), counted(guide)));
        }
    }
    if errors + warnings > 0 {
        out.push_str(&format!("{errors} errors, {warnings} warnings\n"));
    }
    out
}

/// One problem, as [`text`] has it.
pub(crate) fn one(name: &str, problem: &Diagnosis) -> String {
    let kind = word(problem.severity);
    let (line, column) = (problem.place.line, problem.place.column);
    // A long line is shown around the place.
    let from = column
        .saturating_sub(1)
        .saturating_sub(if column > WIDTH - 20 { 40 } else { column });
    let excerpt: String = problem.excerpt.chars().skip(from).take(WIDTH).collect();
    let excerpt = shown(&excerpt.replace('\t', " "));
    let gutter = " ".repeat(line.to_string().len());
    let arrow = " ".repeat(column.saturating_sub(1).saturating_sub(from));
    let mut out = format!("{kind}[{}]: {}\n", problem.rule, shown(&problem.message));
    out.push_str(&format!("{gutter}--> {}:{line}:{column}\n", shown(name)));
    if !excerpt.trim().is_empty() {
        out.push_str(&format!(
            "{gutter} |\n{line} | {}\n{gutter} | {arrow}^\n",
            excerpt.trim_end()
        ));
    }
    if !problem.mend.is_empty() {
        out.push_str(&format!("{gutter} = mend: {}\n", shown(&problem.mend)));
    }
    out.push('\n');
    out
}

/// Nothing from a file may steer the terminal that it is shown on.
fn shown(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).collect()
}

/// The severity's word.
pub(crate) fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

#[derive(Serialize)]
struct File<'a> {
    file: &'a str,
    guide: Option<&'a str>,
    lang: Option<&'a str>,
    longest: Option<usize>,
    typical: Option<usize>,
    problems: Vec<Problem<'a>>,
}

#[derive(Serialize)]
struct Problem<'a> {
    severity: &'a str,
    rule: &'a str,
    line: usize,
    column: usize,
    excerpt: &'a str,
    message: &'a str,
    mend: &'a str,
}

/// Problems as JSON: an array of files.
pub(crate) fn json(all: &[Checked]) -> anyhow::Result<String> {
    let files = all.iter().map(|file| {
        let guide = file.loaded.guide.as_ref();
        let problems = file.loaded.problems.iter().map(|problem| Problem {
            severity: word(problem.severity),
            rule: problem.rule,
            line: problem.place.line,
            column: problem.place.column,
            excerpt: &problem.excerpt,
            message: &problem.message,
            mend: &problem.mend,
        });
        File {
            file: &file.name,
            guide: guide.map(|guide| guide.id.as_str()),
            lang: guide.map(|guide| guide.lang.as_str()),
            longest: guide.map(|guide| answers(guide).longest),
            typical: guide.map(|guide| answers(guide).typical),
            problems: problems.collect(),
        }
    });
    Ok(serde_json::to_string_pretty(&files.collect::<Vec<_>>())? + "\n")
}
