//! The proof that a guide is sound, in one pass over its parts: what would strand a reader is named before one meets it.

use super::condition::Condition;
use super::model::Guide;
use super::problem::Problem;

/// Everything that is wrong with a guide; empty when it is sound. Linear in the guide's questions, fixes and steps.
#[must_use]
pub fn check(guide: &Guide) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut facts: Vec<&str> = Vec::new();
    for question in &guide.questions {
        let place = format!("question \"{}\"", question.id);
        known(&question.only_if, &facts, &place, &mut problems);
        if facts.contains(&question.id.as_str()) {
            problems.push(twice(&place));
        }
        plain(&question.id, &place, &mut problems);
        facts.push(&question.id);
    }
    for note in &guide.notes {
        known(&note.only_if, &facts, "a note", &mut problems);
    }
    let mut fixes: Vec<&str> = Vec::new();
    for fix in &guide.fixes {
        let place = format!("fix \"{}\"", fix.id);
        if fixes.contains(&fix.id.as_str()) || facts.contains(&fix.id.as_str()) {
            problems.push(twice(&place));
        }
        fixes.push(&fix.id);
        plain(&fix.id, &place, &mut problems);
        known(&fix.only_if, &facts, &place, &mut problems);
        if fix.steps.is_empty() {
            problems.push(Problem::new(
                &*place,
                "has no step; put a list of steps under its heading",
            ));
        }
        if fix.risk.as_ref().is_some_and(|risk| risk.lost.is_empty()) {
            problems.push(Problem::new(
                &*place,
                "has a risk that does not say what is lost; add a list marked data-unstuck-lost",
            ));
        }
        let mut steps: Vec<&str> = Vec::new();
        for step in &fix.steps {
            let place = format!("{place}, step \"{}\"", step.id);
            if steps.contains(&step.id.as_str()) {
                problems.push(twice(&place));
            }
            steps.push(&step.id);
            known(&step.only_if, &facts, &place, &mut problems);
            plain(&step.id, &place, &mut problems);
        }
    }
    plain(&guide.id, "the guide", &mut problems);
    problems
}

fn known(condition: &Condition, facts: &[&str], place: &str, problems: &mut Vec<Problem>) {
    for term in &condition.0 {
        if !facts.contains(&term.fact.as_str()) {
            problems.push(Problem::new(
                place,
                format!(
                    "has a condition on \"{}\", which no question before it asks; ask it, or mend the name",
                    term.fact
                ),
            ));
        }
    }
}

fn twice(place: &str) -> Problem {
    Problem::new(
        place,
        "has an id that stands already; give it one of its own",
    )
}

/// Ids stand in stored records, attributes and links, and are never escaped there.
fn plain(id: &str, place: &str, problems: &mut Vec<Problem>) {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    if id.is_empty() || !id.chars().all(plain) {
        problems.push(Problem::new(
            place,
            "has an id with more than letters, figures, hyphens, underscores and full stops; mend the id",
        ));
    }
}
