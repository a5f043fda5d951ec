//! What is fed, and what must hold for every input.
//!
//! Belongs here: the parsers by name, and what holds for every input of each. Does not: where inputs come from
//! (`generate`).

use std::hint::black_box;
use std::sync::OnceLock;

use clap::ValueEnum;
use unstuck_author::{Format, Loaded, count_answers, diagnose, explain, html, json, map, markdown};
use unstuck_core::characters::is_unseen;
use unstuck_core::guide::{Condition, Fact, Guide, Term, check};
use unstuck_core::progress::{Answer, Kind, Progress, Record};
use unstuck_core::transfer;
use unstuck_core::walk::{Action, Screen, Walk, apply, report};

/// A parser, or several in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Target {
    Html,
    Markdown,
    Json,
    /// Articles as other sites have them, adopted
    Adopt,
    /// Conditions, as attributes hold them
    Condition,
    /// The stored record
    Record,
    /// The fragment of a link
    Link,
}

impl Target {
    pub(crate) const ALL: [Self; 7] = [
        Self::Html,
        Self::Markdown,
        Self::Json,
        Self::Adopt,
        Self::Condition,
        Self::Record,
        Self::Link,
    ];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Markdown => "markdown",
            Self::Json => "json",
            Self::Adopt => "adopt",
            Self::Condition => "condition",
            Self::Record => "record",
            Self::Link => "link",
        }
    }

    /// Its tokens, as a JSON array.
    pub(crate) fn dictionary(self) -> &'static str {
        match self {
            Self::Html => include_str!("../dictionaries/html.json"),
            Self::Markdown => include_str!("../dictionaries/markdown.json"),
            Self::Json => include_str!("../dictionaries/json.json"),
            Self::Adopt => include_str!("../dictionaries/adopt.json"),
            Self::Condition => include_str!("../dictionaries/condition.json"),
            Self::Record => include_str!("../dictionaries/record.json"),
            Self::Link => include_str!("../dictionaries/link.json"),
        }
    }

    /// A beginning with which a file can become a guide.
    pub(crate) fn head(self) -> &'static str {
        match self {
            Self::Html => {
                "<article lang=en data-unstuck-guide=g><h1>T</h1><section data-unstuck-id=f><h2>F</h2><ol><li>Do</ol></section>"
            }
            Self::Adopt => {
                "<article><h1>How to fix it</h1><p>It broke.</p><h2>Restart</h2><ol><li>Turn it off.<li>Turn it on.</ol>"
            }
            Self::Markdown => "# T {#g}\n\nS.\n\n## F {#f}\n\n1. Do.\n\n",
            Self::Json => {
                "{\"id\":\"g\",\"title\":\"T\",\"fixes\":[{\"id\":\"f\",\"title\":\"F\",\"steps\":[{\"id\":\"s\",\"text\":[\"x\"]}]},"
            }
            Self::Condition => "",
            Self::Link => "unstuck=1A",
            Self::Record => {
                "{\"v\":1,\"guide\":\"g\",\"rev\":1,\"seq\":1,\"progress\":{\"answers\":["
            }
        }
    }
}

/// The id of the guide that records belong to.
pub(crate) const GUIDE: &str = "g";

/// The guide that links belong to.
pub(crate) fn guide() -> &'static Guide {
    static READ: OnceLock<Guide> = OnceLock::new();
    READ.get_or_init(|| {
        let text = include_str!("../../guides/iphone-backup.en.html");
        unstuck_adopt::html::parse(text).unwrap_or_else(|problems| unreachable!("{problems:?}"))
    })
}

/// Feeds a parser; panics where something does not hold. With `all`, what came out is also written, drawn and walked.
pub(crate) fn feed(target: Target, text: &str, all: bool) {
    match target {
        Target::Html | Target::Adopt => file(Format::Html, text, all),
        Target::Markdown => file(Format::Markdown, text, all),
        Target::Json => file(Format::Json, text, all),
        Target::Condition => {
            let condition = Condition::parse(text);
            for term in &condition.0 {
                assert!(!term.fact.is_empty(), "a condition on nothing");
            }
            let facts = [Fact::Yes, Fact::No, Fact::Unsure];
            let held = facts.map(|fact| condition.holds(|_| fact));
            let lenient = |term: &Term| term.is_valid() && !term.certain;
            assert!(held[2] || !condition.0.iter().all(lenient));
        }
        Target::Record => {
            if let Ok(record) = Record::from_text(text, GUIDE, u64::MAX) {
                let again = Record::from_text(&record.to_text(), GUIDE, u64::MAX);
                assert_eq!(
                    again.as_ref(),
                    Ok(&record),
                    "a record is read as it is written"
                );
            }
        }
        Target::Link => {
            let guide = guide();
            if let Ok(carried) = transfer::decode(text, guide, u64::MAX) {
                for (key, given) in carried.progress.answers() {
                    let known = match key.kind {
                        Kind::Question => guide.question(&key.id).is_some(),
                        _ => guide.fix(&key.id).is_some(),
                    };
                    assert!(known && key.kind.answers().contains(&given.answer));
                }
                let again = transfer::encode(guide, &carried.progress);
                let again = again.and_then(|text| transfer::decode(&text, guide, u64::MAX));
                let again = again.map(|again| again.progress);
                assert_eq!(
                    again,
                    Ok(carried.progress),
                    "a link is read as it is written"
                );
            }
        }
    }
}

fn file(format: Format, text: &str, all: bool) {
    let loaded = diagnose(format, text);
    let lines = text.bytes().filter(|byte| *byte == b'\n').count() + 1;
    for problem in &loaded.diagnostics {
        assert!(
            (1..=lines).contains(&problem.location.line),
            "a problem stands on line {} of {lines}",
            problem.location.line
        );
        let shown = [&problem.excerpt, &problem.message];
        assert!(
            !shown.iter().any(|text| text.contains(is_unseen)),
            "{problem:?}"
        );
    }
    if all {
        follow(&loaded, text);
    }
}

fn follow(loaded: &Loaded, text: &str) {
    black_box(explain(loaded, text).len());
    let Some(guide) = &loaded.guide else {
        return;
    };
    black_box(count_answers(guide));
    let written = json::write(guide);
    for text in [
        &written,
        &map::svg(guide),
        &map::mermaid(guide),
        &html::page(guide, "embed.js", None),
        &markdown::write(guide),
    ] {
        assert!(!text.contains(is_unseen), "what nobody sees is written");
    }
    let back = diagnose(Format::Json, &written);
    assert!(
        back.guide.is_some(),
        "what is written is read: {:?}",
        back.diagnostics
    );
    if check(guide).is_empty() {
        walk(guide);
    }
}

/// Every walk through a sound guide ends.
fn walk(guide: &Guide) {
    let most = guide.questions.len() + 3 * guide.fixes.len();
    for asked in [Answer::Yes, Answer::No, Answer::Unsure] {
        let mut progress = Progress::default();
        for _ in 0..=most {
            let walk = Walk::replay(guide, &progress);
            let screen = &walk.screen;
            let answer = match screen {
                Screen::Solved(..) | Screen::Exhausted => break,
                Screen::Question(_) | Screen::Choice(_) | Screen::Check(..) => asked,
                Screen::Confirm(..) => Answer::Confirm,
                Screen::Fix(_) | Screen::Wait(..) => Answer::NotSolved,
            };
            // Of a choice, yes is said to one of its options.
            let option = match screen {
                Screen::Choice(options) if answer == Answer::Yes => {
                    options.iter().find(|option| walk.shows(option))
                }
                _ => None,
            };
            let id = option.map_or(screen.id(), |option| &option.id).to_owned();
            let Some(next) = apply(guide, &progress, &Action::Answer { id, answer }, 1) else {
                unreachable!("{answer:?} does nothing at {screen:?}");
            };
            progress = next;
        }
        let walk = Walk::replay(guide, &progress);
        assert!(walk.screen == Screen::Exhausted, "a walk does not end");
        black_box(report(guide, &progress));
    }
}
