//! The proof that a guide is sound, in one pass over its parts: what would strand a reader is named before one meets it.
//!
//! That every walk ends needs no proof of a guide: a question is asked once, a fix takes at most four answers, and a
//! condition may only look back.

use super::condition::Condition;
use super::model::Guide;
use super::names::Names;
use super::problem::{Part, Problem, Rule};

/// A look through a guide for what would strand a reader.
struct Look<'g, 'f> {
    /// The ids of the questions, and after them those of the fixes.
    ids: Names<'g>,
    /// Called with each mistake: what it is, where, and the name that it is about.
    tell: &'f mut dyn FnMut(Rule, Part, &str),
}

/// Everything that is wrong with a guide; empty when it is sound. It looks at each part and each condition once, and
/// finds ids by halves.
#[must_use]
pub fn check(guide: &Guide) -> Vec<Problem> {
    let mut problems = Vec::new();
    look(guide, &mut |rule, part, name| {
        problems.push(told(guide, rule, part, name));
    });
    problems
}

/// Whether nothing is wrong with a guide. It takes none of the words that [`check`] has for what is.
#[must_use]
pub fn is_sound(guide: &Guide) -> bool {
    let mut sound = true;
    look(guide, &mut |_, _, _| sound = false);
    sound
}

fn look(guide: &Guide, tell: &mut dyn FnMut(Rule, Part, &str)) {
    let mut look = Look {
        ids: Names::default(),
        tell,
    };
    for question in &guide.questions {
        look.ids.add(&question.id);
    }
    for fix in &guide.fixes {
        look.ids.add(&fix.id);
    }
    look.ids.sort();
    let asked = guide.questions.len();
    // The options of a choice are asked at once: none of them is known before another.
    let mut before = 0;
    for (place, question) in guide.questions.iter().enumerate() {
        if place == 0 || !guide.questions[place - 1].joins(question) {
            before = place;
        }
        let part = Part::Question(place);
        look.known(&question.only_if, before, part);
        let first = look.ids.first(&question.id) == Some(place);
        look.id(&question.id, first, part);
    }
    for (place, note) in guide.notes.iter().enumerate() {
        look.known(&note.only_if, asked, Part::Note(place));
    }
    for (place, fix) in guide.fixes.iter().enumerate() {
        let part = Part::Fix(place);
        let first = look.ids.first(&fix.id) == Some(asked + place);
        look.id(&fix.id, first, part);
        look.known(&fix.only_if, asked, part);
        if fix.steps.is_empty() {
            (look.tell)(Rule::NoStep, part, "");
        }
        if fix.risk.as_ref().is_some_and(|risk| risk.lost.is_empty()) {
            (look.tell)(Rule::RiskLost, part, "");
        }
        let mut steps = Names::default();
        for step in &fix.steps {
            steps.add(&step.id);
        }
        steps.sort();
        for (at, step) in fix.steps.iter().enumerate() {
            let part = Part::Step(place, at);
            look.id(&step.id, steps.first(&step.id) == Some(at), part);
            look.known(&step.only_if, asked, part);
        }
    }
    look.id(&guide.id, true, Part::Guide);
}

impl Look<'_, '_> {
    /// A condition looks at nothing but the questions before it: the first `asked`.
    fn known(&mut self, condition: &Condition, asked: usize, part: Part) {
        for term in &condition.0 {
            if !term.is_valid() {
                (self.tell)(Rule::BadCondition, part, &term.fact);
                continue;
            }
            let place = self.ids.first(&term.fact);
            if place.is_none_or(|place| place >= asked) {
                (self.tell)(Rule::UnknownFact, part, &term.fact);
            }
        }
    }

    /// Ids stand in stored records, attributes and links, and are never escaped there.
    fn id(&mut self, id: &str, first: bool, part: Part) {
        if !first {
            (self.tell)(Rule::DuplicateId, part, id);
        }
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
        if id.is_empty() || !id.chars().all(plain) {
            (self.tell)(Rule::BadId, part, id);
        }
    }
}

/// A mistake in words.
fn told(guide: &Guide, rule: Rule, part: Part, name: &str) -> Problem {
    let (message, help) = match rule {
        Rule::NoStep => ("has no step", "put a list of steps under its heading"),
        Rule::RiskLost => (
            "has a risk that does not say what is lost",
            "add a list marked data-unstuck-lost",
        ),
        Rule::BadCondition => (
            &*format!("has a condition that cannot be understood: \"{name}\""),
            "write id, !id, id=yes or id=no, with spaces between several",
        ),
        Rule::UnknownFact => (
            &*format!("has a condition on \"{name}\", which no question before it asks"),
            "ask it, or mend the name",
        ),
        Rule::DuplicateId => ("has an id that stands already", "give it one of its own"),
        Rule::BadId => (
            "has an id with more than letters, figures, hyphens, underscores and full stops",
            "mend the id",
        ),
        _ => ("is not sound", "see the rule's name"),
    };
    let message = message.to_owned();
    // The places are those of the guide's own lists.
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
