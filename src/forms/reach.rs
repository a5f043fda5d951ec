//! What can be reached under some answers, and what cannot.
//!
//! Belongs here: the reasoning over conditions. A condition is facts that must hold together; a fact holds only where its
//! question is asked, so that question's own condition must hold as well. What follows from a condition is thus a set of
//! facts, and it can be met exactly when none of them stands in it both ways: answer yes to those that must hold and no
//! to all others. Each condition is followed along its edges once. "Not sure" keeps every way open and so would make
//! anything reachable; what only a reader who is not sure would meet is a mistake, so it is not counted.

use std::collections::{HashMap, HashSet};

use super::diagnose::Diagnosis;
use super::html::condition;
use super::place::Places;
use crate::guide::{Condition, Guide};

/// Most later fixes that one fix is held against: in a sound guide one of the next few can follow.
const LATER: usize = 1_000;

/// Most ways through the opening questions that are tried out.
pub(super) const WAYS: usize = 4_096;

/// The facts that follow from conditions holding together; `None` where they contradict each other.
struct Facts<'g> {
    questions: HashMap<&'g str, &'g Condition>,
}

impl<'g> Facts<'g> {
    fn of(guide: &'g Guide) -> Self {
        let questions = guide.questions.iter();
        Self {
            questions: questions
                .map(|question| (question.id.as_str(), &question.only_if))
                .collect(),
        }
    }

    fn meet(&self, conditions: &[&'g Condition]) -> bool {
        let (mut yes, mut no) = (HashSet::new(), HashSet::new());
        let mut open: Vec<&Condition> = conditions.to_vec();
        while let Some(condition) = open.pop() {
            for term in &condition.0 {
                let fact = term.fact.as_str();
                if !term.holds {
                    no.insert(fact);
                } else if yes.insert(fact) {
                    open.extend(self.questions.get(fact).copied());
                }
            }
        }
        yes.is_disjoint(&no)
    }
}

pub(super) fn check(guide: &Guide, places: &Places, out: &mut Vec<Diagnosis>) {
    let facts = Facts::of(guide);
    let at = |list: &[usize], index: usize| list.get(index).copied().unwrap_or(places.guide);
    let never = |what: &str, only_if: &Condition, offset: usize| {
        Diagnosis::error(
            "unreachable",
            offset,
            &format!(
                "{what} can never show: \"{}\" holds under no answers",
                condition(only_if)
            ),
            "mend the condition; a question that is not asked counts as no",
        )
    };
    for (index, question) in guide.questions.iter().enumerate() {
        if !facts.meet(&[&question.only_if]) {
            out.push(never(
                &format!("question \"{}\"", question.id),
                &question.only_if,
                at(&places.questions, index),
            ));
        }
    }
    for (index, note) in guide.notes.iter().enumerate() {
        if !facts.meet(&[&note.only_if]) {
            out.push(never("this note", &note.only_if, at(&places.notes, index)));
        }
    }
    for (index, fix) in guide.fixes.iter().enumerate() {
        let offset = at(&places.fixes, index);
        if !facts.meet(&[&fix.only_if]) {
            out.push(never(&format!("fix \"{}\"", fix.id), &fix.only_if, offset));
            continue;
        }
        for (step_index, step) in fix.steps.iter().enumerate() {
            if !step.only_if.0.is_empty() && !facts.meet(&[&fix.only_if, &step.only_if]) {
                let offset = places
                    .steps
                    .get(index)
                    .map_or(offset, |steps| at(steps, step_index));
                out.push(never(
                    &format!("step \"{}\" of fix \"{}\"", step.id, fix.id),
                    &step.only_if,
                    offset,
                ));
            }
        }
        let later = guide.fixes.get(index + 1..).unwrap_or_default();
        let mut tried: HashSet<String> = HashSet::new();
        let mut follows = later.is_empty();
        for other in later {
            if other.only_if.0.is_empty() || tried.len() >= LATER {
                follows = true;
            } else if tried.insert(condition(&other.only_if)) {
                follows = facts.meet(&[&fix.only_if, &other.only_if]);
            }
            if follows {
                break;
            }
        }
        // The last fix of a branch may well stand before those of another branch.
        let alone = !guide.fixes[..index]
            .iter()
            .any(|earlier| facts.meet(&[&fix.only_if, &earlier.only_if]));
        if !follows && alone {
            out.push(Diagnosis::warning(
                "nothing-follows",
                offset,
                &format!(
                    "fix \"{}\" is all that its readers get: each other fix contradicts \"{}\"",
                    fix.id,
                    condition(&fix.only_if)
                ),
                "give that branch a second fix, or loosen a condition",
            ));
        }
    }
    if !guide.fixes.iter().any(|fix| fix.only_if.0.is_empty()) {
        let stranded = ways(guide)
            .into_iter()
            .find(|facts| !guide.fixes.iter().any(|fix| holds(&fix.only_if, facts)));
        if let Some(facts) = stranded {
            let mut yes: Vec<&str> = facts
                .iter()
                .filter(|(_, yes)| **yes)
                .map(|(id, _)| *id)
                .collect();
            yes.sort_unstable();
            let told = if yes.is_empty() {
                "no to every question".into()
            } else {
                format!("yes to {} and no to all else", yes.join(", "))
            };
            out.push(Diagnosis::error(
                "no-fix-offered",
                places.guide,
                &format!("who answers {told} gets no fix at all"),
                "give those readers a fix, best one without a condition",
            ));
        }
    }
}

pub(super) type Way<'g> = HashMap<&'g str, bool>;

/// The ways through the opening questions by yes and no; only the first [`WAYS`] of very many.
pub(super) fn ways(guide: &Guide) -> Vec<Way<'_>> {
    let mut ways: Vec<Way<'_>> = vec![Way::new()];
    for question in &guide.questions {
        let mut next = Vec::new();
        for mut way in ways {
            if holds(&question.only_if, &way) && next.len() + 1 < WAYS {
                let mut yes = way.clone();
                yes.insert(&question.id, true);
                next.push(yes);
            }
            if holds(&question.only_if, &way) {
                way.insert(&question.id, false);
            }
            next.push(way);
        }
        next.truncate(WAYS);
        ways = next;
    }
    ways
}

pub(super) fn holds(condition: &Condition, way: &Way<'_>) -> bool {
    condition
        .0
        .iter()
        .all(|term| way.get(term.fact.as_str()).copied().unwrap_or(false) == term.holds)
}
