//! The proof that a guide is sound, in one pass over its parts: what would strand a reader is named before one meets it.
//!
//! That every walk ends needs no proof of a guide: a question is asked once, a fix takes at most four answers, and a
//! condition may only look back.

use super::condition::Condition;
use super::model::Guide;
use super::names::Names;
use super::problem::{Part, Problem, Rule};

/// What is found on the way.
struct Found<'g> {
    guide: &'g Guide,
    /// The ids of the questions, and after them those of the fixes.
    ids: Names<'g>,
    problems: Vec<Problem>,
}

/// Everything that is wrong with a guide; empty when it is sound. It looks at each part and each condition once, and
/// finds ids by halves.
#[must_use]
pub fn check(guide: &Guide) -> Vec<Problem> {
    let mut found = Found {
        guide,
        ids: Names::default(),
        problems: Vec::new(),
    };
    for question in &guide.questions {
        found.ids.add(&question.id);
    }
    for fix in &guide.fixes {
        found.ids.add(&fix.id);
    }
    found.ids.sort();
    let asked = guide.questions.len();
    // The options of a choice are asked at once: none of them is known before another.
    let mut before = 0;
    for (place, question) in guide.questions.iter().enumerate() {
        if place == 0 || !guide.questions[place - 1].joins(question) {
            before = place;
        }
        let part = Part::Question(place);
        found.known(&question.only_if, before, part);
        let first = found.ids.first(&question.id) == Some(place);
        found.id(&question.id, first, part);
    }
    for (place, note) in guide.notes.iter().enumerate() {
        found.known(&note.only_if, asked, Part::Note(place));
    }
    for (place, fix) in guide.fixes.iter().enumerate() {
        let part = Part::Fix(place);
        let first = found.ids.first(&fix.id) == Some(asked + place);
        found.id(&fix.id, first, part);
        found.known(&fix.only_if, asked, part);
        if fix.steps.is_empty() {
            found.tell(
                Rule::NoStep,
                part,
                "has no step",
                "put a list of steps under its heading",
            );
        }
        if fix.risk.as_ref().is_some_and(|risk| risk.lost.is_empty()) {
            found.tell(
                Rule::RiskLost,
                part,
                "has a risk that does not say what is lost",
                "add a list marked data-unstuck-lost",
            );
        }
        let mut steps = Names::default();
        for step in &fix.steps {
            steps.add(&step.id);
        }
        steps.sort();
        for (at, step) in fix.steps.iter().enumerate() {
            let part = Part::Step(place, at);
            found.id(&step.id, steps.first(&step.id) == Some(at), part);
            found.known(&step.only_if, asked, part);
        }
    }
    found.id(&guide.id, true, Part::Guide);
    found.problems
}

impl Found<'_> {
    /// A condition looks at nothing but the questions before it: the first `asked`.
    fn known(&mut self, condition: &Condition, asked: usize, part: Part) {
        for term in &condition.0 {
            if self
                .ids
                .first(&term.fact)
                .is_none_or(|place| place >= asked)
            {
                let message = format!(
                    "has a condition on \"{}\", which no question before it asks",
                    term.fact
                );
                self.tell(
                    Rule::UnknownFact,
                    part,
                    &message,
                    "ask it, or mend the name",
                );
            }
        }
    }

    /// Ids stand in stored records, attributes and links, and are never escaped there.
    fn id(&mut self, id: &str, first: bool, part: Part) {
        if !first {
            self.tell(
                Rule::DuplicateId,
                part,
                "has an id that stands already",
                "give it one of its own",
            );
        }
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
        if id.is_empty() || !id.chars().all(plain) {
            self.tell(
                Rule::BadId,
                part,
                "has an id with more than letters, figures, hyphens, underscores and full stops",
                "mend the id",
            );
        }
    }

    #[inline(never)]
    fn tell(&mut self, rule: Rule, part: Part, message: &str, mend: &'static str) {
        let guide = self.guide;
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
        self.problems.push(Problem {
            rule,
            part,
            place,
            message: message.to_owned(),
            mend,
        });
    }
}
