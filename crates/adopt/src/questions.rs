//! What is asked before the fixes: which of the symptoms the reader sees, and which systems are used.
//!
//! Belongs here: the questions and the conditions on them. Does not: how systems are found in titles (see `systems`).

use std::collections::BTreeSet;

use unstuck_core::guide::Element;

use crate::classify::{Classified, Pick};
use crate::dom::{append, new_element};
use crate::fixes::Fix;
use crate::ids::ids_of;
use crate::lexicon::{Lexicon, Role, System};
use crate::marks::set_mark;
use crate::part::Part;
use crate::systems::Systems;
use crate::titles::number;

/// The parts that name what the reader sees, if the article is organized by symptoms.
pub(crate) fn symptoms(parts: &[Part], classified: &Classified<'_>, picks: &[Pick]) -> Vec<usize> {
    let lexicon = classified.lexicon();
    let mut units: Vec<usize> = Vec::new();
    for pick in picks {
        // A group that only names a system, or has a general title such as "Solutions", is no symptom.
        let named = |part: &&usize| {
            classified.problem(**part) && lexicon.role(&parts[**part].title) == Role::Plain
        };
        let unit = pick.under.iter().find(named).copied().unwrap_or(pick.part);
        if units.last() != Some(&unit) {
            units.push(unit);
        }
    }
    let numbered = |unit: &usize| {
        let title = &parts[*unit].title;
        !lexicon.is_case(title) && (lexicon.ordinal(title).is_some() || number(title).is_some())
    };
    let seen: Vec<usize> = units
        .iter()
        .filter(|unit| {
            classified.problem(**unit) && !numbered(unit) && !parts[**unit].is_marked_fix()
        })
        .copied()
        .collect();
    if seen.len() >= 2 && seen.len() * 5 >= units.len() * 3 {
        seen
    } else {
        Vec::new()
    }
}

/// Adds a choice of these symptoms; returns the ids of its options.
pub(crate) fn ask_symptoms(
    parts: &[Part],
    symptoms: &[usize],
    lexicon: &Lexicon,
    out: &mut Element,
) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    let mut taken: BTreeSet<String> = BTreeSet::new();
    let titles = symptoms.iter().map(|symptom| &*parts[*symptom].title);
    let own = ids_of(
        &titles
            .map(|title| (title, String::new()))
            .collect::<Vec<_>>(),
        lexicon,
    );
    for ((at, symptom), own) in symptoms.iter().enumerate().zip(own) {
        let title = &parts[*symptom].title;
        let mut id = format!("sees-{own}");
        if id == "sees-" || !taken.insert(id.clone()) {
            id = format!("sees-{}", at + 1);
        }
        append(out, option(&id, title, "Which of these do you see?"));
        ids.push(id);
    }
    ids
}

/// The systems that anything depends on, in the order they come, those of one question together. A system that no other
/// one of its question stands beside makes no difference worth asking.
pub(crate) fn used_systems(fixes: &[Fix<'_>]) -> Systems {
    let mut used = Systems::new();
    for fix in fixes {
        let steps = fix.content.steps.iter().flat_map(|step| &step.systems);
        for system in fix.systems.iter().chain(steps) {
            if !used.contains(system) {
                used.push(system);
            }
        }
    }
    let same = |system: &System| {
        let question = system.question;
        used.iter().filter(move |other| other.question == question)
    };
    let mut kept = used.clone();
    kept.retain(|system| same(system).count() > 1);
    kept.sort_by_key(|system| {
        let mut asked = used.iter();
        asked.position(|other| other.question == system.question)
    });
    kept
}

/// Adds a choice of these systems, one for each question.
pub(crate) fn ask_systems(systems: &[&'static System], out: &mut Element) {
    for system in systems {
        append(out, option(system.id, system.name, system.question));
    }
}

/// The condition that one of these systems is used. One alone is named; of several the others of their question must not
/// be, for a reader uses one of them.
pub(crate) fn for_systems(wanted: &[&'static System], all: &[&'static System]) -> String {
    let wanted: Systems = wanted
        .iter()
        .filter(|system| all.contains(system))
        .copied()
        .collect();
    match wanted.as_slice() {
        [] => String::new(),
        [one] => one.id.to_owned(),
        several => {
            let asked = |system: &&&System| {
                several
                    .iter()
                    .any(|wanted| wanted.question == system.question)
            };
            let others = all
                .iter()
                .filter(|system| !several.contains(system))
                .filter(asked);
            others
                .map(|system| format!("!{}", system.id))
                .collect::<Vec<_>>()
                .join(" ")
        }
    }
}

/// One option of a choice.
fn option(id: &str, ask: &str, question: &str) -> Element {
    let mut option = new_element("div", Vec::new());
    set_mark(&mut option, "id", id);
    set_mark(&mut option, "ask", ask);
    set_mark(&mut option, "one-of", question);
    option
}
