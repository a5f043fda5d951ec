//! Shapes of articles as support sites and documentation have them, each with the guide that a careful person would make of
//! it.
//!
//! Belongs here: how a guide is written down, and compared. The rows stand in a file for each theme; one more costs a few
//! lines. The shapes are those of real articles, the words are ours. Does not: marked articles (core's `read`), or what
//! single rules say about a word (next to the rules).

// A test that panics has failed, which is what a surprise should do here.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod accordions;
mod accounts;
mod content;
mod finding;
mod kinds;
mod languages;
mod lines;
mod marks;
mod markup;
mod notes;
mod openings;
mod pages;
mod refused;
mod structure;
mod symptoms;
mod systems;
mod tries;
mod unseen;
mod variants;
mod words;

use std::fmt::Write as _;

use unstuck_adopt::html;
use unstuck_core::guide::{Condition, Guide, Passage, check};

/// A row of a table.
pub(crate) struct Case {
    pub(crate) shape: &'static str,
    pub(crate) article: &'static str,
    /// What [`drawn`] or [`told`] makes of the guide, or `refused:` and words of the reason.
    pub(crate) guide: &'static str,
}

/// The rows of all tables.
pub(crate) fn all() -> impl Iterator<Item = &'static Case> {
    let tables = [
        accordions::TOLD,
        content::CASES,
        content::TOLD,
        finding::CASES,
        finding::TOLD,
        kinds::CASES,
        languages::CASES,
        lines::CASES,
        marks::CASES,
        openings::CASES,
        pages::CASES,
        refused::CASES,
        refused::TAKEN,
        structure::TOLD,
        symptoms::CASES,
        systems::TOLD,
        tries::CASES,
        unseen::CASES,
        words::DRAWN,
        words::TOLD,
    ];
    tables.into_iter().flatten()
}

/// Compares the guide of each article, as it is written down, with its row.
pub(crate) fn hold(cases: &[Case], write: fn(&Guide) -> String) {
    let mut wrong = String::new();
    for case in cases {
        let got = match html::parse(&format!("<article>{}</article>", case.article)) {
            Ok(guide) => {
                assert_eq!(check(&guide), [], "{}", case.shape);
                write(&guide)
            }
            Err(problems) => format!("refused: {}", problems[0].message),
        };
        let fits = match case.guide.strip_prefix("refused: ") {
            Some(reason) => got.starts_with("refused: ") && got.contains(reason),
            None => got.trim() == case.guide.trim(),
        };
        if !fits {
            writeln!(wrong, "{}:\n{got}instead of:\n{}", case.shape, case.guide).unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// A guide as an outline: a line for each question and fix, the fix with its condition and its number of steps.
pub(crate) fn drawn(guide: &Guide) -> String {
    let mut out = String::new();
    for question in &guide.questions {
        writeln!(out, "? {}", question.ask).unwrap();
    }
    for fix in &guide.fixes {
        let steps = fix.steps.iter().map(|step| terms(&step.only_if));
        let own: Vec<String> = steps.filter(|step| !step.is_empty()).collect();
        let own = if own.is_empty() {
            String::new()
        } else {
            format!(" [{}]", own.join(", "))
        };
        let (count, only_if) = (fix.steps.len(), if_terms(&fix.only_if));
        writeln!(out, "{} ({count}{own}){only_if}", fix.title).unwrap();
    }
    if let Some(support) = &guide.support {
        writeln!(out, "support: {}", support.title).unwrap();
    }
    out
}

/// All that a guide says but its title, a line for each passage, after what it is.
pub(crate) fn told(guide: &Guide) -> String {
    let mut out = String::new();
    let mut line = |lead: &str, words: &str| {
        if !words.is_empty() {
            let words = words.replace('\n', " / ");
            writeln!(out, "{lead}{words}").unwrap();
        }
    };
    line("intro: ", &guide.summary);
    line("intro: ", &said(&guide.intro));
    for question in &guide.questions {
        line("? ", &question.ask);
    }
    for note in &guide.notes {
        line("note: ", &said(&note.passages));
    }
    for fix in &guide.fixes {
        line("# ", &format!("{}{}", fix.title, if_terms(&fix.only_if)));
        if let Some(check) = &fix.check {
            line("check: ", &format!("{} / {}", check.ask, said(&check.hint)));
        }
        line("reason: ", &said(&fix.reason));
        if let Some(risk) = &fix.risk {
            line("risk: ", &said(&risk.passages));
            for lost in &risk.lost {
                line("lost: ", &said(lost));
            }
            line("first: ", &said(&risk.first));
        }
        for (at, step) in fix.steps.iter().enumerate() {
            let lead = format!("{}.{} ", at + 1, if_terms(&step.only_if));
            line(&lead, &said(&step.passages));
        }
        line("more: ", &said(&fix.more));
        line("wait: ", &said(&fix.wait));
        line("away: ", &said(&fix.away));
    }
    line("after: ", &said(&guide.after));
    if let Some(support) = &guide.support {
        line("support: ", &support.title);
        line("support: ", &said(&support.passages));
    }
    out
}

fn terms(condition: &Condition) -> String {
    let terms = condition.0.iter();
    let terms = terms.map(|term| format!("{}{}", if term.holds { "" } else { "!" }, term.fact));
    terms.collect::<Vec<_>>().join(" ")
}

fn if_terms(condition: &Condition) -> String {
    match terms(condition) {
        none if none.is_empty() => none,
        terms => format!(" if {terms}"),
    }
}

/// What passages say: each with its kind, where it is not words alone.
fn said(passages: &[Passage]) -> String {
    let one = |passage: &Passage| match passage {
        Passage::Words(words) => words.plain(),
        Passage::List { items, .. } => {
            let items: Vec<String> = items.iter().map(|item| said(item)).collect();
            format!("[{}]", items.join("; "))
        }
        Passage::Code(code) => format!("`{code}`"),
        Passage::Tip { warning, passages } => {
            let kind = if *warning { "warning" } else { "tip" };
            format!("({kind}: {})", said(passages))
        }
        Passage::Table { rows, .. } => {
            let cells = |row: &Vec<_>| {
                let cells = row.iter().map(unstuck_core::guide::Rich::plain);
                cells.collect::<Vec<_>>().join(" | ")
            };
            let rows: Vec<String> = rows.iter().map(cells).collect();
            format!("{{{}}}", rows.join("; "))
        }
    };
    passages.iter().map(one).collect::<Vec<_>>().join(" / ")
}
