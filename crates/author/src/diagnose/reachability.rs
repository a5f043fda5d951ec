//! What can never show, and answers that leave a reader with nothing.
//!
//! Belongs here: what is reported. Does not: the reasoning over conditions (`facts`).

use std::collections::HashMap;

use unstuck_core::guide::{Condition, Fact, Guide, Part};

use crate::diagnostic::Diagnostic;
use crate::facts::{Facts, Path};
use crate::html::condition_text;
use crate::location::Locations;

/// Finds what can never show, and where a reader would be left with nothing.
pub(super) fn check(guide: &Guide, locations: &Locations, out: &mut Vec<Diagnostic>) {
    let facts = Facts::of(guide);
    let mut never = |what: &str, only_if: &Condition, part: Part| {
        out.push(Diagnostic::error(
            "unreachable",
            locations.offset_of(part),
            &format!(
                "{what} can never show: \"{}\" holds under no answers",
                condition_text(only_if)
            ),
            "change the condition; a question that is not asked counts as no",
        ));
    };
    for (place, question) in guide.questions.iter().enumerate() {
        if !facts.can_hold_together(&[&question.only_if]) {
            let what = format!("question \"{}\"", question.id);
            never(&what, &question.only_if, Part::Question(place));
        }
    }
    for (place, note) in guide.notes.iter().enumerate() {
        if !facts.can_hold_together(&[&note.only_if]) {
            never("this note", &note.only_if, Part::Note(place));
        }
    }
    let mut reachable = vec![true; guide.fixes.len()];
    for (place, fix) in guide.fixes.iter().enumerate() {
        if !facts.can_hold_together(&[&fix.only_if]) {
            reachable[place] = false;
            let what = format!("fix \"{}\"", fix.id);
            never(&what, &fix.only_if, Part::Fix(place));
            continue;
        }
        for (at, step) in fix.steps.iter().enumerate() {
            if !step.only_if.0.is_empty()
                && !facts.can_hold_together(&[&fix.only_if, &step.only_if])
            {
                let what = format!("step \"{}\" of fix \"{}\"", step.id, fix.id);
                never(&what, &step.only_if, Part::Step(place, at));
            }
        }
    }
    for (place, fix) in guide
        .fixes
        .iter()
        .enumerate()
        .filter(|(place, _)| reachable[*place])
    {
        if let Some(answers) = facts.hides_steps(fix) {
            out.push(Diagnostic::error(
                "no-step-shown",
                locations.offset_of(Part::Fix(place)),
                &format!(
                    "fix \"{}\" has no step to show where \"{}\" holds",
                    fix.id,
                    condition_text(&answers)
                ),
                "give it a step without a condition, or give the fix the condition of its steps",
            ));
        }
    }
    check_what_follows(guide, &facts, &reachable, locations, out);
    check_every_path_has_a_fix(guide, &facts, locations, out);
    if facts.gave_up() {
        out.push(Diagnostic::warning(
            "not-followed",
            locations.guide,
            "the conditions depend on each other in so many ways that not all were followed",
            "let conditions depend on few questions, and avoid long chains of questions that depend on each other",
        ));
    }
}

/// Fixes after which no other comes.
fn check_what_follows(
    guide: &Guide,
    facts: &Facts<'_>,
    reachable: &[bool],
    locations: &Locations,
    out: &mut Vec<Diagnostic>,
) {
    // Fixes of one condition are alike: each condition by its number, with the first and the last fix that has it.
    let mut numbers: HashMap<String, usize> = HashMap::new();
    let mut kinds: Vec<(&Condition, usize, usize)> = Vec::new();
    let mut kind_of = Vec::with_capacity(guide.fixes.len());
    for (place, fix) in guide.fixes.iter().enumerate() {
        let number = *numbers
            .entry(condition_text(&fix.only_if))
            .or_insert(kinds.len());
        match kinds.get_mut(number) {
            Some(kind) => kind.2 = place,
            None => kinds.push((&fix.only_if, place, place)),
        }
        kind_of.push(number);
    }
    let mut by_last: Vec<usize> = (0..kinds.len()).collect();
    by_last.sort_unstable_by_key(|number| std::cmp::Reverse(kinds[*number].2));
    let mut known: HashMap<(usize, usize), bool> = HashMap::new();
    let mut compatible = |one: usize, two: usize| {
        // A compatible kind is found at once the next time; an incompatible one costs a visit for each fix.
        !facts.spend(1)
            || *known
                .entry((one.min(two), one.max(two)))
                .or_insert_with(|| facts.can_hold_together(&[kinds[one].0, kinds[two].0]))
    };
    for (place, fix) in guide.fixes.iter().enumerate() {
        let own = kind_of[place];
        if place + 1 == guide.fixes.len() || !reachable[place] {
            continue;
        }
        // The last fix of a branch may precede those of another branch.
        let mut later = by_last.iter().take_while(|other| kinds[**other].2 > place);
        let mut earlier = kinds
            .iter()
            .enumerate()
            .take_while(|(_, kind)| kind.1 < place);
        if !later.any(|other| compatible(own, *other))
            && !earlier.any(|(other, _)| compatible(own, other))
        {
            out.push(Diagnostic::warning(
                "nothing-follows",
                locations.offset_of(Part::Fix(place)),
                &format!(
                    "fix \"{}\" is all that its readers get: each other fix contradicts \"{}\"",
                    fix.id,
                    condition_text(&fix.only_if)
                ),
                "give that branch a second fix, or loosen a condition",
            ));
        }
    }
}

/// Answers that lead to no fix.
fn check_every_path_has_a_fix(
    guide: &Guide,
    facts: &Facts<'_>,
    locations: &Locations,
    out: &mut Vec<Diagnostic>,
) {
    if guide.fixes.iter().any(|fix| fix.only_if.0.is_empty()) {
        return;
    }
    let paths = facts.paths(guide, |_| &[Fact::No, Fact::Yes]);
    let offers = |path: &Path| {
        guide
            .fixes
            .iter()
            .any(|fix| facts.holds(&fix.only_if, path))
    };
    let stranded = |path: &&Path| !offers(path) && !Facts::none_chosen(guide, path);
    let Some(path) = paths.iter().find(stranded) else {
        return;
    };
    let yes = guide.questions.iter().zip(path);
    let yes = yes.filter(|(_, answer)| **answer == Some(Fact::Yes));
    let yes: Vec<&str> = yes.map(|(question, _)| question.id.as_str()).collect();
    let answers = if yes.is_empty() {
        "no to every question".into()
    } else {
        format!("yes to {} and no to everything else", yes.join(", "))
    };
    out.push(Diagnostic::error(
        "no-fix-offered",
        locations.guide,
        &format!("readers who answer {answers} get no fix"),
        "give those readers a fix, ideally one without a condition",
    ));
}
