//! Validates a guide in one pass: reports anything that would leave a reader stuck.
//!
//! That every walk ends needs no check: a question is asked once, a fix takes at most four answers, and a condition may
//! only look back.

use std::collections::BTreeMap;

use super::condition::Condition;
use super::ids::is_id;
use super::limits;
use super::model::Guide;
use super::problem::{Part, Problem, Rule};

/// Checks a guide in one pass.
struct Checker<'g, 'r> {
    /// The positions of the ids: questions first, then fixes. Of a duplicate id, the first.
    places: BTreeMap<&'g str, usize>,
    /// Called with each problem: its rule, its location and the name it is about.
    report: &'r mut dyn FnMut(Rule, Part, &str),
}

/// Everything that is wrong with a guide; empty if it is sound.
///
/// ```
/// use unstuck_core::guide::check;
///
/// # fn main() -> Result<(), Vec<unstuck_core::guide::Problem>> {
/// let guide = unstuck_adopt::html::parse(
///     r#"<h1>No sound</h1><h2 data-unstuck-id="mute" data-unstuck-only-if="tv=Yes">Unmute</h2><ol><li>Press mute.</li></ol>"#,
/// )?;
/// let problems = check(&guide);
/// assert_eq!(problems[0].rule.name(), "bad-condition");
/// assert_eq!(problems[0].place, "fix \"mute\"");
/// # Ok(())
/// # }
/// ```
#[must_use]
pub fn check(guide: &Guide) -> Vec<Problem> {
    if let Err(problem) = limits::guide(guide) {
        return vec![problem];
    }
    let mut problems = Vec::new();
    run(guide, &mut |rule, part, name| {
        problems.push(describe(guide, rule, part, name));
    });
    problems
}

/// Whether nothing is wrong with a guide. Unlike [`check`], it links no message texts.
#[must_use]
pub fn is_sound(guide: &Guide) -> bool {
    if limits::guide(guide).is_err() {
        return false;
    }
    let mut sound = true;
    run(guide, &mut |_, _, _| sound = false);
    sound
}

fn run(guide: &Guide, report: &mut dyn FnMut(Rule, Part, &str)) {
    let questions = guide.questions.iter().map(|question| &question.id);
    let ids = questions.chain(guide.fixes.iter().map(|fix| &fix.id));
    let mut checker = Checker {
        places: first_places(ids),
        report,
    };
    let asked = guide.questions.len();
    // The options of a choice are asked at once: none of them is known before another.
    let mut before = 0;
    for (place, question) in guide.questions.iter().enumerate() {
        if place == 0 || !guide.questions[place - 1].joins(question) {
            before = place;
        }
        let part = Part::Question(place);
        checker.condition(&question.only_if, before, part);
        checker.id(&question.id, checker.is_first(&question.id, place), part);
    }
    for (place, note) in guide.notes.iter().enumerate() {
        checker.condition(&note.only_if, asked, Part::Note(place));
    }
    for (place, fix) in guide.fixes.iter().enumerate() {
        let part = Part::Fix(place);
        checker.id(&fix.id, checker.is_first(&fix.id, asked + place), part);
        checker.condition(&fix.only_if, asked, part);
        if fix.steps.is_empty() {
            (checker.report)(Rule::NoStep, part, "");
        }
        if fix.risk.as_ref().is_some_and(|risk| risk.lost.is_empty()) {
            (checker.report)(Rule::RiskLost, part, "");
        }
        // Only what is still to come can be gone to first: so no two wait for each other.
        if let Some(first) = fix.risk.as_ref().map(|risk| risk.first_fix.as_str())
            && !first.is_empty()
            && checker
                .places
                .get(first)
                .is_none_or(|found| *found <= asked + place)
        {
            (checker.report)(Rule::RiskFirst, part, first);
        }
        let steps = first_places(fix.steps.iter().map(|step| &step.id));
        for (at, step) in fix.steps.iter().enumerate() {
            let part = Part::Step(place, at);
            let is_first = steps.get(step.id.as_str()) == Some(&at);
            checker.id(&step.id, is_first, part);
            checker.condition(&step.only_if, asked, part);
        }
    }
    if !guide.id.is_empty() {
        checker.id(&guide.id, true, Part::Guide);
    }
}

/// The first position of each id.
fn first_places<'g>(ids: impl Iterator<Item = &'g String>) -> BTreeMap<&'g str, usize> {
    let mut places = BTreeMap::new();
    for (place, id) in ids.enumerate() {
        places.entry(id.as_str()).or_insert(place);
    }
    places
}

impl Checker<'_, '_> {
    fn is_first(&self, id: &str, place: usize) -> bool {
        self.places.get(id) == Some(&place)
    }

    /// A condition only refers to earlier questions: the first `asked`.
    fn condition(&mut self, condition: &Condition, asked: usize, part: Part) {
        for term in &condition.0 {
            if !term.is_valid() {
                (self.report)(Rule::BadCondition, part, &term.fact);
                continue;
            }
            let place = self.places.get(term.fact.as_str());
            if place.is_none_or(|place| *place >= asked) {
                (self.report)(Rule::UnknownFact, part, &term.fact);
            }
        }
    }

    fn id(&mut self, id: &str, is_first: bool, part: Part) {
        if !is_first {
            (self.report)(Rule::DuplicateId, part, id);
        }
        if !is_id(id) {
            (self.report)(Rule::BadId, part, id);
        }
    }
}

/// A problem with its message.
fn describe(guide: &Guide, rule: Rule, part: Part, name: &str) -> Problem {
    let (message, help) = match rule {
        Rule::NoStep => ("has no step", "put a list of steps under its heading"),
        Rule::RiskLost => (
            "has a risk that does not say what is lost",
            "add a list marked data-unstuck-lost",
        ),
        Rule::RiskFirst => (
            &*format!("has a risk that wants \"{name}\" done first, which is no later fix"),
            "name a fix that comes after it, or move that fix down",
        ),
        Rule::BadCondition => (
            &*format!("has a condition that cannot be understood: \"{name}\""),
            "write id, !id, id=yes or id=no, with spaces between several",
        ),
        Rule::UnknownFact => (
            &*format!("has a condition on \"{name}\", which no question before it asks"),
            "ask it, or correct the name",
        ),
        Rule::DuplicateId => ("has a duplicate id", "choose a unique one"),
        Rule::BadId => (
            "has an id with more than letters, digits, hyphens, underscores and full stops",
            "use only these",
        ),
        _ => ("is not sound", "see the rule's name"),
    };
    let message = message.to_owned();
    // The indices are those of the guide's lists.
    let place = match part {
        Part::Guide => "the guide".to_owned(),
        Part::Note(_) => "a note".to_owned(),
        Part::Question(place) => format!("question \"{}\"", guide.questions[place].id),
        Part::Fix(place) => format!("fix \"{}\"", guide.fixes[place].id),
        Part::Step(place, step) => {
            let fix = &guide.fixes[place];
            format!("fix \"{}\", step \"{}\"", fix.id, fix.steps[step].id)
        }
    };
    Problem {
        rule,
        part,
        place,
        message,
        help,
    }
}
