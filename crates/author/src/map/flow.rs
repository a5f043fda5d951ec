//! The parts of a guide's flow, in the words of its author: what both drawings share.

use unstuck_core::guide::{Check, Condition, Guide, PassAs, Question};

/// A condition for people: `icloud, not finder`.
pub(super) fn condition_words(condition: &Condition) -> String {
    let terms = condition.0.iter().map(|term| {
        let sure = if term.certain { "surely " } else { "" };
        format!(
            "{sure}{}{}",
            if term.holds { "" } else { "not " },
            term.fact
        )
    });
    terms.collect::<Vec<_>>().join(", ")
}

/// A check question: the answer that skips the fix, the one that does not, and what the skipped fix counts as.
pub(super) fn check_outcome(check: &Check) -> (&'static str, &'static str, &'static str) {
    let (pass, go) = if check.pass_on {
        ("yes", "no")
    } else {
        ("no", "yes")
    };
    let outcome = match check.pass_as {
        PassAs::NotNeeded => "not needed",
        PassAs::Cannot => "cannot be done",
    };
    (pass, go, outcome)
}

/// What a choice asks; a single question counts as a choice of one.
pub(super) fn prompt(choice: &[Question]) -> &str {
    choice.first().map_or("", |first| {
        if first.one_of.is_empty() {
            &first.ask
        } else {
            &first.one_of
        }
    })
}

/// The condition of everything asked at once; if the options of a choice have conditions, each is listed.
pub(super) fn condition_of(choice: &[Question]) -> &Condition {
    static NONE: Condition = Condition(Vec::new());
    match choice {
        [only] if only.one_of.is_empty() => &only.only_if,
        _ => &NONE,
    }
}

/// An option, with its condition.
pub(super) fn label(question: &Question) -> String {
    if question.only_if.0.is_empty() {
        question.ask.clone()
    } else {
        format!(
            "{} (only if {})",
            question.ask,
            condition_words(&question.only_if)
        )
    }
}

/// The title of the end that is reached when no fix helped.
pub(super) fn exhausted_title(guide: &Guide) -> &str {
    guide
        .support
        .as_ref()
        .map_or("Out of fixes", |support| &support.title)
}
