//! The languages of one guide, compared.
//!
//! Belongs here: what must be the same in each. Does not: what is wrong with one file (`diagnose`).

use std::collections::{HashMap, HashSet};

use unstuck_core::guide::{Fix, Guide, Part};

use crate::diagnostic::{Diagnostic, located_in};
use crate::location::Locations;

/// What differs between the languages of one guide: for each of the later ones, by its index in `all`.
///
/// They must hold the same ids in the same order, for a reader's answers are stored by them.
#[must_use]
pub fn compare_languages(all: &[(&Guide, &Locations, &str)]) -> Vec<(usize, Diagnostic)> {
    let mut out = Vec::new();
    let mut firsts: HashMap<&str, usize> = HashMap::new();
    let mut languages: HashSet<(&str, &str)> = HashSet::new();
    for (index, (guide, locations, text)) in all.iter().enumerate() {
        // Files without an id are no guide's languages.
        if guide.id.is_empty() {
            continue;
        }
        let alone = languages.insert((&guide.id, &guide.lang));
        let first = *firsts.entry(guide.id.as_str()).or_insert(index);
        if first == index {
            continue;
        }
        let mut found = differences(guide, locations, all[first].0);
        if !alone {
            found.push(Diagnostic::error(
                LANGUAGES,
                locations.guide,
                &format!(
                    "another file is also the guide \"{}\" in \"{}\"",
                    guide.id, guide.lang
                ),
                "give it another id or another lang",
            ));
        }
        out.extend(
            located_in(found, text)
                .into_iter()
                .map(|problem| (index, problem)),
        );
    }
    out
}

/// The name of the rule.
const LANGUAGES: &str = "languages";

/// The ids of a guide's questions and fixes, each with its part.
fn ids(guide: &Guide) -> impl Iterator<Item = ((&'static str, &str), Part)> {
    let questions = guide.questions.iter().enumerate();
    let fixes = guide.fixes.iter().enumerate();
    questions
        .map(|(place, question)| (("question", question.id.as_str()), Part::Question(place)))
        .chain(fixes.map(|(place, fix)| (("fix", fix.id.as_str()), Part::Fix(place))))
}

fn differences(guide: &Guide, locations: &Locations, other: &Guide) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    let mut report = |part: Part, message: String, help: &str| {
        out.push(Diagnostic::error(
            LANGUAGES,
            locations.offset_of(part),
            &message,
            help,
        ));
    };
    let here: HashSet<_> = ids(guide).map(|(id, _)| id).collect();
    let there: HashSet<_> = ids(other).map(|(id, _)| id).collect();
    for ((kind, id), _) in ids(other).filter(|(id, _)| !here.contains(id)) {
        report(
            Part::Guide,
            format!(
                "the {kind} \"{id}\" of the guide in \"{}\" is missing here",
                other.lang
            ),
            "add it, or give its counterpart the same id",
        );
    }
    for ((kind, id), part) in ids(guide).filter(|(id, _)| !there.contains(id)) {
        report(
            part,
            format!(
                "the {kind} \"{id}\" is missing from the guide in \"{}\"",
                other.lang
            ),
            "add it there, or give its counterpart the same id",
        );
    }
    if here == there
        && !ids(guide)
            .map(|(id, _)| id)
            .eq(ids(other).map(|(id, _)| id))
    {
        report(
            Part::Guide,
            format!(
                "the questions or fixes are in a different order than in \"{}\"",
                other.lang
            ),
            "bring them into one order",
        );
    }
    let known: HashMap<&str, &Fix> = other
        .fixes
        .iter()
        .map(|fix| (fix.id.as_str(), fix))
        .collect();
    for (place, fix) in guide.fixes.iter().enumerate() {
        let Some(known) = known.get(fix.id.as_str()) else {
            continue;
        };
        let steps = |fix: &Fix| {
            fix.steps
                .iter()
                .map(|step| step.id.clone())
                .collect::<Vec<_>>()
        };
        if steps(fix) != steps(known) {
            report(
                Part::Fix(place),
                format!(
                    "the steps of fix \"{}\" have other ids than in \"{}\"",
                    fix.id, other.lang
                ),
                "give steps that say the same the same id",
            );
        }
    }
    out
}
