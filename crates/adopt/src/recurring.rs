//! Headings that recur under several problems beside each other: "Symptoms", "Solution", "Tip" under each of them.
//!
//! Belongs here: which parts have such a heading, and what it makes of them. Does not: headings that stand beside their problem
//! (see `belonging`), or what a title says by itself (see `titles`).

use std::collections::{BTreeMap, BTreeSet};

use crate::lexicon::{Lexicon, Role};
use crate::part::Part;
use crate::titles::folded;

/// Under fewer problems a heading may recur because the same thing helps.
const LEAST_RECURRING: usize = 2;

/// What parts with a recurring heading are, where their title alone does not say it, by part.
pub(crate) fn roles_of_recurring(
    parts: &[Part],
    titled: &[Role],
    lexicon: &'static Lexicon,
) -> BTreeMap<usize, Role> {
    let folded: Vec<String> = parts.iter().map(|part| folded(&part.title)).collect();
    // By what is above the problems, and by heading, the problems that have it.
    let mut under: BTreeMap<(usize, &str), BTreeSet<usize>> = BTreeMap::new();
    let owned = |part: &Part| part.has_heading() && part.parent > 0 && part.marks.is_empty();
    let key = |at: usize, part: &Part| (parts[part.parent].parent, folded[at].as_str());
    for (at, part) in parts.iter().enumerate().filter(|(_, part)| owned(part)) {
        under.entry(key(at, part)).or_default().insert(part.parent);
    }
    let recurs = |at: usize| {
        let part = &parts[at];
        let siblings = parts[parts[part.parent].parent].children.len();
        let problems = under.get(&key(at, part)).map_or(0, BTreeSet::len);
        owned(part) && problems >= LEAST_RECURRING && problems * 2 > siblings
    };
    let labels = |at: usize| {
        let title = &parts[at].title;
        recurs(at)
            && lexicon.counts(title).is_none()
            && lexicon.systems_named(title).is_empty()
            && !lexicon.is_instruction(title)
            && (!lexicon.is_symptom(title) || lexicon.warnings.contains(&folded[at]))
            && !lexicon.is_case(title)
    };
    let plain = |at: &usize| titled[*at] == Role::Plain && labels(*at);
    let mut roles: BTreeMap<usize, Role> = (1..parts.len())
        .filter(plain)
        .map(|at| (at, lexicon.role_of_label(&parts[at])))
        .collect();
    // Only beside what says that it is the remedy is the rest none.
    let is_remedy = |at: &usize| roles.get(at).unwrap_or(&titled[*at]) == &Role::Group;
    let remedied: BTreeSet<usize> = (1..parts.len())
        .filter(|at| recurs(*at) && is_remedy(at))
        .map(|at| parts[at].parent)
        .collect();
    roles.retain(|at, _| remedied.contains(&parts[*at].parent));
    roles
}

impl Lexicon {
    /// What a recurring heading says with any of its words, or by what is below it.
    fn role_of_label(&self, part: &Part) -> Role {
        let folded = folded(&part.title);
        let words = || folded.split(|c: char| !c.is_alphanumeric() && c != '\'');
        let says =
            |role: Role| words().any(|word| self.role(word) == role && !self.names_trouble(word));
        if self.says_fix(&part.title) || says(Role::Group) {
            Role::Group
        } else if says(Role::Reason) || words().any(|word| self.warnings.contains(word)) {
            Role::Reason
        } else if part.blocks.iter().any(|block| block.tag == "ol") {
            Role::Group
        } else {
            Role::Aside
        }
    }
}
