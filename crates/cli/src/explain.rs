//! The table of an article: what becomes of each block, as text and as JSON; and what is left out.
//!
//! Belongs here: how the rows are printed. Does not: what decides (see `unstuck_adopt`), or problems (`print`).

use std::fmt::Write as _;

use serde::Serialize;
use unstuck_author::{Decision, Explanation, json};

use crate::Checked;
use crate::problem::{Problem, problems};

/// How many characters of a block's words are shown.
const EXCERPT: usize = 60;

/// The whole table: a line for each block, then the rules that decided.
pub(crate) fn text(file: &Checked, rows: &[Explanation]) -> String {
    let mut out = format!("{}: {}\n", file.name, made(file, rows));
    let told: Vec<(String, String)> = rows
        .iter()
        .map(|row| (place(row), becomes(&row.decision)))
        .collect();
    let width = |of: &dyn Fn(&(String, String)) -> usize| told.iter().map(of).max().unwrap_or(0);
    let (places, roles) = (
        width(&|(place, _)| place.len()),
        width(&|(_, role)| role.len()),
    );
    let rules = rows.iter().map(|row| row.decision.rule.len()).max();
    let rules = rules.unwrap_or(0);
    for (row, (place, role)) in rows.iter().zip(&told) {
        let line = format!(
            "  {place:places$}  {role:roles$}  {:rules$}  {}",
            row.decision.rule,
            excerpt(&row.words)
        );
        writeln!(out, "{}", line.trim_end()).unwrap_or_default();
        for also in &row.also {
            let words = also.words.as_deref().map(excerpt).unwrap_or_default();
            let role = format!("+ {}", becomes(also));
            let line = format!(
                "  {:places$}  {role:roles$}  {:rules$}  {words}",
                "", also.rule
            );
            writeln!(out, "{}", line.trim_end()).unwrap_or_default();
        }
    }
    let mut known: Vec<&Decision> = rows
        .iter()
        .flat_map(|row| std::iter::once(&row.decision).chain(&row.also))
        .collect();
    known.sort_by_key(|decision| decision.rule);
    known.dedup_by_key(|decision| decision.rule);
    if !known.is_empty() {
        out.push_str("rules:\n");
    }
    for decision in known {
        writeln!(out, "  {:rules$}  {}", decision.rule, decision.sentence).unwrap_or_default();
    }
    out
}

/// How the guide comes about, or that there is none.
fn made(file: &Checked, rows: &[Explanation]) -> &'static str {
    match &file.loaded.guide {
        Some(_) if rows.is_empty() => "a guide without blocks: each field says what it is",
        Some(_) if file.loaded.by_marks() => "a guide by its author's attributes",
        Some(_) => "a guide by the rules",
        None => "no guide",
    }
}

/// What is left out, under the rule that says why; nothing where nothing is.
pub(crate) fn left_out(name: &str, rows: &[Explanation]) -> String {
    let mut out = String::new();
    let mut rules: Vec<(&str, &str)> = Vec::new();
    for row in rows {
        let rule = (row.decision.rule, row.decision.sentence);
        if !rules.contains(&rule) {
            rules.push(rule);
        }
    }
    for (rule, sentence) in rules {
        writeln!(out, "left out[{rule}]: {sentence}").unwrap_or_default();
        for row in rows.iter().filter(|row| row.decision.rule == rule) {
            let (line, column) = (row.location.line, row.location.column);
            let (element, words) = (&row.element, excerpt(&row.words));
            let told = format!("  --> {name}:{line}:{column} {element} {words}");
            writeln!(out, "{}", told.trim_end()).unwrap_or_default();
        }
        out.push('\n');
    }
    out
}

fn place(row: &Explanation) -> String {
    format!(
        "{}:{} {}",
        row.location.line, row.location.column, row.element
    )
}

fn becomes(decision: &Decision) -> String {
    match (decision.fix, decision.step) {
        (Some(fix), Some(step)) => format!("fix {fix} {} {step}", decision.role),
        (Some(fix), None) => format!("fix {fix} {}", decision.role),
        _ => decision.role.to_owned(),
    }
}

/// The beginning of words.
pub(crate) fn excerpt(words: &str) -> String {
    let mut out: String = words.chars().take(EXCERPT).collect();
    if out.len() < words.len() {
        out.push('…');
    }
    out
}

/// A row as JSON has it.
#[derive(Serialize)]
pub(crate) struct Row<'a> {
    line: usize,
    column: usize,
    element: &'a str,
    words: &'a str,
    #[serde(flatten)]
    decision: Told<'a>,
    also: Vec<Also<'a>>,
}

#[derive(Serialize)]
struct Told<'a> {
    role: &'a str,
    fix: Option<usize>,
    step: Option<usize>,
    rule: &'a str,
    why: &'a str,
}

#[derive(Serialize)]
struct Also<'a> {
    #[serde(flatten)]
    decision: Told<'a>,
    words: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Table<'a> {
    file: &'a str,
    guide: bool,
    by_marks: bool,
    problems: Vec<Problem<'a>>,
    rows: Vec<Row<'a>>,
}

impl<'a> Told<'a> {
    fn of(decision: &'a Decision) -> Self {
        Self {
            role: decision.role,
            fix: decision.fix,
            step: decision.step,
            rule: decision.rule,
            why: decision.sentence,
        }
    }
}

/// Rows as JSON has them.
pub(crate) fn rows(all: &[Explanation]) -> Vec<Row<'_>> {
    let rows = all.iter().map(|row| Row {
        line: row.location.line,
        column: row.location.column,
        element: &row.element,
        words: &row.words,
        decision: Told::of(&row.decision),
        also: row
            .also
            .iter()
            .map(|also| Also {
                decision: Told::of(also),
                words: also.words.as_deref(),
            })
            .collect(),
    });
    rows.collect()
}

/// The whole table as JSON.
pub(crate) fn json(file: &Checked, all: &[Explanation]) -> String {
    json::to_text(&Table {
        file: &file.name,
        guide: file.loaded.guide.is_some(),
        by_marks: file.loaded.by_marks(),
        problems: problems(file).collect(),
        rows: rows(all),
    })
}
