//! Problems as text, like a compiler's, and as JSON. What they say of a file is made visible where they are made.

use serde::Serialize;
use unstuck_author::{Diagnostic, Severity, count_answers, json};
use unstuck_core::guide::Guide;

use crate::problem::{Problem, problems};
use crate::{Checked, explain};

/// Problems like a compiler's: location, excerpt, help; then the counts.
pub(crate) fn text(all: &[Checked]) -> String {
    let mut out = String::new();
    for file in all {
        for problem in &file.loaded.diagnostics {
            out.push_str(&one(&file.name, problem));
        }
        out.push_str(&explain::left_out(&file.name, &file.left_out));
        if let Some(guide) = &file.loaded.guide {
            out.push_str(&format!("{}: {}\n", file.name, counts(guide)));
        }
    }
    let count = |severity| {
        let all = all.iter().flat_map(|file| &file.loaded.diagnostics);
        all.filter(|problem| problem.severity == severity).count()
    };
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    let hints = count(Severity::Hint);
    if errors + warnings + hints > 0 {
        out.push_str(&format!("{errors} errors, {warnings} warnings"));
        if hints > 0 {
            out.push_str(&format!(", {hints} hints"));
        }
        out.push('\n');
    }
    out
}

/// The counts under the problems of a sound guide.
fn counts(guide: &Guide) -> String {
    let answers = count_answers(guide);
    let plural = |count: usize, word: &str, words: &str| {
        format!("{count} {}", if count == 1 { word } else { words })
    };
    format!(
        "{}, {}; at most {}, typically {}",
        plural(guide.questions.len(), "question", "questions"),
        plural(guide.fixes.len(), "fix", "fixes"),
        plural(answers.longest, "answer", "answers"),
        answers.typical
    )
}

/// One problem, as [`text`] has it.
pub(crate) fn one(name: &str, problem: &Diagnostic) -> String {
    let kind = problem.severity.name();
    let (line, column) = (problem.location.line, problem.location.column);
    let excerpt = &problem.excerpt;
    let gutter = " ".repeat(line.to_string().len());
    let arrow = " ".repeat(problem.caret.into());
    let mut out = format!("{kind}[{}]: {}\n", problem.rule, problem.message);
    out.push_str(&format!("{gutter}--> {name}:{line}:{column}\n"));
    if !excerpt.trim().is_empty() {
        out.push_str(&format!(
            "{gutter} |\n{line} | {excerpt}\n{gutter} | {arrow}^\n"
        ));
    }
    if !problem.help.is_empty() {
        out.push_str(&format!("{gutter} = help: {}\n", problem.help));
    }
    out.push('\n');
    out
}

#[derive(Serialize)]
struct File<'a> {
    file: &'a str,
    guide: Option<&'a str>,
    lang: Option<&'a str>,
    longest: Option<usize>,
    typical: Option<usize>,
    problems: Vec<Problem<'a>>,
    #[serde(rename = "leftOut")]
    left_out: Vec<explain::Row<'a>>,
}

/// Problems as JSON: an array of files.
pub(crate) fn json(all: &[Checked]) -> String {
    let files = all.iter().map(|file| {
        let guide = file.loaded.guide.as_ref();
        let answers = guide.map(count_answers);
        File {
            file: &file.name,
            guide: guide.map(|guide| guide.id.as_str()),
            lang: guide.map(|guide| guide.lang.as_str()),
            longest: answers.map(|answers| answers.longest),
            typical: answers.map(|answers| answers.typical),
            problems: problems(file).collect(),
            left_out: explain::rows(&file.left_out),
        }
    });
    json::to_text(&files.collect::<Vec<_>>())
}
