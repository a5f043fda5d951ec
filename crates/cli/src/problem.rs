//! A problem as JSON has it, beside a guide's counts (`print`) and beside its table (`explain`).

use serde::Serialize;

use crate::Checked;

#[derive(Serialize)]
pub(crate) struct Problem<'a> {
    severity: &'a str,
    rule: &'a str,
    line: usize,
    column: usize,
    excerpt: &'a str,
    message: &'a str,
    help: &'a str,
    /// The former name of `help`, for tools that read it.
    mend: &'a str,
}

/// The problems of a file as JSON has them.
pub(crate) fn problems(file: &Checked) -> impl Iterator<Item = Problem<'_>> {
    let problems = file.loaded.diagnostics.iter();
    problems.map(|problem| Problem {
        severity: problem.severity.name(),
        rule: problem.rule,
        line: problem.location.line,
        column: problem.location.column,
        excerpt: &problem.excerpt,
        message: &problem.message,
        help: &problem.help,
        mend: &problem.help,
    })
}
