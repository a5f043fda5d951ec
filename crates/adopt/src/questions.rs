//! What is asked before the fixes: which of the symptoms the reader sees, and which systems are used.
//!
//! Belongs here: the questions and the conditions on them. Does not: how systems are found in titles (see `systems`).

use std::collections::{BTreeMap, BTreeSet};

use unstuck_core::guide::Element;

use crate::classify::{Classified, Pick};
use crate::dom::{append, new_element, text};
use crate::fixes::Fix;
use crate::ids::ids_of;
use crate::lexicon::{Lexicon, Role, System};
use crate::marks::set_mark;
use crate::part::Part;
use crate::remedy_table::is_called;
use crate::rules::By;
use crate::systems::Systems;
use crate::titles::{folded, quotes};
use crate::word_lists::{begins_with_phrase, lowered};

/// The parts that name what the reader sees, if the article is organized by symptoms: then all that neither give an order nor
/// are numbered, whatever their words.
pub(crate) fn symptoms(parts: &[Part], classified: &Classified<'_>, picks: &[Pick]) -> Vec<usize> {
    let lexicon = classified.lexicon();
    let title = |part: usize| parts[part].title.as_str();
    // What fixes below one symptom are asked for may have others between.
    let mut taken: BTreeSet<usize> = BTreeSet::new();
    let units = picks.iter().map(|pick| unit(parts, classified, pick));
    let units: Vec<usize> = units.filter(|unit| taken.insert(*unit)).collect();
    let numbered =
        |part: usize| !lexicon.is_case(title(part)) && lexicon.counts(title(part)).is_some();
    // "Make sure that: your name is short" is nothing that goes wrong.
    let items = picks.iter().filter(|pick| pick.by == By::ListItem);
    let items: BTreeSet<usize> = items.map(|pick| pick.part).collect();
    let stated = |part: usize| {
        items.contains(&part) && !begins_with_phrase(&lowered(title(part)), &lexicon.conditionals)
    };
    // "Cause: the cache is broken" says itself that nobody sees it.
    let cause = |part: usize| {
        let label = title(part).split_once([':', '：']);
        label.is_some_and(|(label, _)| {
            lexicon.role(label) == Role::Reason && lexicon.names_causes(label)
        })
    };
    // What stands under "What you see" is seen, whatever its words.
    let placed = |part: usize| {
        let over = &parts[part].over;
        is_called(over, &lexicon.issue_columns) && !lexicon.names_causes(over)
    };
    let options: Vec<usize> = units
        .iter()
        .copied()
        .filter(|unit| {
            !numbered(*unit)
                && !stated(*unit)
                && !cause(*unit)
                && !parts[*unit].is_marked_fix()
                && !lexicon.is_for_all(title(*unit))
                && (classified.problem(*unit)
                    || placed(*unit)
                    || !lexicon.is_instruction(title(*unit)))
        })
        .collect();
    let seen = options
        .iter()
        .filter(|unit| classified.problem(**unit))
        .count();
    let by_symptoms = seen >= 2 && seen * 5 >= units.len() * 2 && seen * 5 >= options.len() * 3;
    if by_symptoms && !are_causes(parts, picks, lexicon) {
        options
    } else {
        Vec::new()
    }
}

/// What a fix would be asked for: the symptom above it, or itself. A group that only names a system, has a general title such
/// as "Solutions", or names a kind of trouble such as "Network issues" over symptoms, is none.
fn unit(parts: &[Part], classified: &Classified<'_>, pick: &Pick) -> usize {
    let lexicon = classified.lexicon();
    // A message is seen for itself, whatever stands above it.
    if quotes(&parts[pick.part].title) {
        return pick.part;
    }
    let chain = pick.under.iter().chain([&pick.part]).copied();
    let named = |part: &usize| {
        classified.problem(*part) && lexicon.role(&parts[*part].title) == Role::Plain
    };
    let kind = |part: &usize| lexicon.gathers_trouble(&parts[*part].title);
    let mut kinds = chain.clone().filter(named);
    let symptom = chain.filter(named).find(|part| !kind(part));
    let ordered = lexicon.is_instruction(&parts[pick.part].title);
    symptom
        .or_else(|| kinds.next().filter(|_| ordered))
        .unwrap_or(pick.part)
}

/// Whether the parts are causes of the one problem that the title names. A reader who could see them would not need help: they
/// are tried in turn.
fn are_causes(parts: &[Part], picks: &[Pick], lexicon: &Lexicon) -> bool {
    let Some(article) = parts.first() else {
        return false;
    };
    let told = article.blocks.iter().map(|block| text(block));
    let above = picks.iter().flat_map(|pick| &pick.under);
    let above = above.map(|part| parts[*part].title.clone());
    let columns = picks.iter().map(|pick| parts[pick.part].over.clone());
    let title = std::iter::once(article.title.clone());
    let mut words = title.chain(told).chain(above).chain(columns);
    lexicon.names_one_problem(&article.title)
        && words.any(|words: String| lexicon.names_causes(&words))
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
    let named = |symptom: &usize| {
        let part = &parts[*symptom];
        (
            &*part.title,
            above(parts, part).unwrap_or_default().to_owned(),
        )
    };
    let own = ids_of(&symptoms.iter().map(named).collect::<Vec<_>>(), lexicon);
    let shown = told_apart(parts, symptoms);
    for ((at, title), own) in shown.iter().enumerate().zip(own) {
        let mut id = format!("sees-{own}");
        if id == "sees-" || !taken.insert(id.clone()) {
            id = format!("sees-{}", at + 1);
        }
        append(out, option(&id, title, lexicon.ask_symptom));
        ids.push(id);
    }
    ids
}

/// The title over a part, but for the article's.
fn above<'a>(parts: &'a [Part], part: &Part) -> Option<&'a str> {
    let above = parts.get(part.parent).filter(|_| part.parent > 0)?;
    Some(above.title.trim_end_matches([':', '：']))
}

/// By which of these parts' parents each is told from others of its title, where there are some.
pub(crate) fn prefixes(parts: &[Part], symptoms: &[usize]) -> Vec<Option<usize>> {
    let folded_title = |symptom: &usize| folded(&parts[*symptom].title);
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for symptom in symptoms {
        *counts.entry(folded_title(symptom)).or_default() += 1;
    }
    let prefix = |symptom: &usize| {
        let parent = parts[*symptom].parent;
        (parent > 0 && counts.get(&folded_title(symptom)) > Some(&1)).then_some(parent)
    };
    symptoms.iter().map(prefix).collect()
}

/// The titles of these parts, behind their prefixes. What is still the same is numbered.
fn told_apart(parts: &[Part], symptoms: &[usize]) -> Vec<String> {
    let mut told: BTreeMap<String, usize> = BTreeMap::new();
    let shown = |(symptom, prefix): (&usize, Option<usize>)| {
        let part = &parts[*symptom];
        let title = match prefix.and_then(|_| above(parts, part)) {
            Some(above) => format!("{above}: {}", part.title),
            None => part.title.clone(),
        };
        let times = told.entry(folded(&title)).or_default();
        *times += 1;
        if *times > 1 {
            format!("{title} ({times})")
        } else {
            title
        }
    };
    let prefixes = prefixes(parts, symptoms);
    symptoms.iter().zip(prefixes).map(shown).collect()
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

/// The systems that the steps of a fix are for, where each is for some of one question that is asked and none for all.
pub(crate) fn covered<'a>(
    steps: impl Iterator<Item = &'a Systems>,
    asked: &[&'static System],
) -> Systems {
    let mut out = Systems::new();
    for systems in steps {
        let mut known = systems
            .iter()
            .filter(|system| asked.contains(system))
            .peekable();
        if known.peek().is_none() {
            return Systems::new();
        }
        for system in known {
            if !out.contains(system) {
                out.push(system);
            }
        }
    }
    let one = |system: &&System| Some(system.question) == out.first().map(|first| first.question);
    if out.len() > 1 && out.iter().all(one) {
        out
    } else {
        Systems::new()
    }
}

/// The condition that none of these systems but the wanted is used. Whoever uses none of them is told all.
pub(crate) fn unless_systems(wanted: &[&'static System], all: &[&'static System]) -> String {
    let others = all.iter().filter(|system| !wanted.contains(system));
    let terms: Vec<String> = others.map(|system| format!("!{}", system.id)).collect();
    terms.join(" ")
}

/// One option of a choice.
fn option(id: &str, ask: &str, question: &str) -> Element {
    let mut option = new_element("div", Vec::new());
    set_mark(&mut option, "id", id);
    set_mark(&mut option, "ask", ask);
    set_mark(&mut option, "one-of", question);
    option
}
