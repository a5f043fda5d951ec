//! Which questions a certain condition hangs on (`danger=no`).
//!
//! Belongs here: the questions whose answer has to be the reader's own, given to the words that are asked now. Does not: what
//! becomes of any other answer to them (the replay asks again, a link leaves it out).

use std::collections::{BTreeMap, BTreeSet};

use crate::guide::{Condition, Guide};

/// The ids of the questions that a certain condition names, and of those that decide whether these are asked: an answer that
/// keeps a question from being asked makes its fact as certain as an answer to it. A choice is asked as a whole.
#[must_use]
pub(crate) fn certain_questions(guide: &Guide) -> BTreeSet<&str> {
    let certain = conditions(guide).flat_map(|condition| &condition.0);
    let certain = certain.filter(|term| term.certain);
    let mut open: Vec<&str> = certain.map(|term| term.fact.as_str()).collect();
    let mut found = BTreeSet::new();
    if open.is_empty() {
        return found;
    }
    let choices: BTreeMap<&str, _> = guide
        .choices()
        .flat_map(|choice| choice.iter().map(move |option| (&*option.id, choice)))
        .collect();
    while let Some(id) = open.pop() {
        let Some(choice) = choices.get(id).filter(|_| !found.contains(id)) else {
            continue;
        };
        for option in *choice {
            found.insert(option.id.as_str());
            open.extend(option.only_if.0.iter().map(|term| term.fact.as_str()));
        }
    }
    found
}

fn conditions(guide: &Guide) -> impl Iterator<Item = &Condition> {
    let questions = guide.questions.iter().map(|question| &question.only_if);
    let notes = guide.notes.iter().map(|note| &note.only_if);
    let fixes = guide.fixes.iter().flat_map(|fix| {
        let steps = fix.steps.iter().map(|step| &step.only_if);
        steps.chain([&fix.only_if])
    });
    questions.chain(notes).chain(fixes)
}
