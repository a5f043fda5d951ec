//! Titles, questions and labels that a reader could not distinguish.

use std::collections::HashSet;

use unstuck_core::guide::{Guide, Part};

use crate::diagnostic::Diagnostic;
use crate::location::Locations;

/// Finds what a reader could not distinguish.
pub(super) fn check(guide: &Guide, locations: &Locations, out: &mut Vec<Diagnostic>) {
    let mut seen: HashSet<String> = HashSet::new();
    let mut twice =
        |kind: &str, words: &str| !seen.insert(format!("{kind} {}", words.trim().to_lowercase()));
    for (index, fix) in guide.fixes.iter().enumerate() {
        let at = locations.offset_of(Part::Fix(index));
        if twice("title", &fix.title) {
            out.push(Diagnostic::error(
                "same-title",
                at,
                &format!("another fix is called \"{}\" too", fix.title),
                "give each fix a title of its own: the overview and the report list them by title",
            ));
        }
        if fix
            .check
            .as_ref()
            .is_some_and(|check| twice("check", &check.ask))
        {
            out.push(Diagnostic::warning(
                "same-question",
                at,
                "another fix asks this check question too",
                "say what is different, or make it an opening question with conditions",
            ));
        }
    }
    for (index, question) in guide.questions.iter().enumerate() {
        if twice("question", &question.ask) {
            let at = locations.offset_of(Part::Question(index));
            out.push(Diagnostic::error(
                "same-question",
                at,
                &format!("\"{}\" is asked twice", question.ask),
                "ask it once, and put its id in the conditions",
            ));
        }
    }
    let words = &guide.verdict;
    // Never on one screen with `still-running`, whose words it can have.
    let started = words
        .started
        .as_ref()
        .filter(|own| words.still_running.as_ref() != Some(own))
        .cloned();
    for (own, usual) in [
        (&started, "I’ve started it"),
        (&words.solved, "Yes, it’s fixed"),
        (&words.not_solved, "No, not yet"),
        (&words.still_running, "It’s still running"),
        (&words.cannot, "I couldn’t do this"),
    ] {
        // The widget's default labels.
        let label = own.as_deref().unwrap_or(usual);
        if twice("label", label) {
            out.push(Diagnostic::error("same-label", locations.guide, &format!("two answers after a fix are both called \"{label}\""), "word `started`, `solved`, `not-solved`, `still-running` and `cannot` so that they can be told apart"));
        }
    }
}
