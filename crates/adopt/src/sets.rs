//! Which of the fixes that were found stay: the members of a numbered set, those of a section that says that it holds them.
//!
//! Belongs here: what one fix means for the others. Does not: how fixes are found (see `classify`).

use std::collections::BTreeSet;

use crate::classify::{Classified, Pick};
use crate::lexicon::Role;
use crate::numbers::number;
use crate::titles::folded;
use crate::word_lists::contains_phrase;

impl Classified<'_> {
    /// Where a section holds several fixes and says so, a section beside it that is only named, such as Options, is about the thing
    /// itself.
    pub(crate) fn grouped(&self, picks: Vec<Pick>) -> Vec<Pick> {
        let in_group = |pick: &Pick| {
            let mut under = pick.under.iter();
            under.any(|group| self.role(*group) == Role::Group)
        };
        let named = |pick: &Pick| {
            let title = &self.parts[pick.part].title;
            !self.parts[pick.part].is_marked_fix()
                && pick.under.is_empty()
                && !self.lexicon.is_instruction(title)
                && !self.lexicon.is_symptom(title)
                && !self.lexicon.is_question(title)
                && self.lexicon.counts(title).is_none()
                && self.role(pick.part) == Role::Plain
        };
        if picks.iter().filter(|pick| in_group(pick)).count() < 2 {
            return picks;
        }
        let picks = self.of_the_trouble(picks);
        picks.into_iter().filter(|pick| !named(pick)).collect()
    }

    /// Of an article about something else, such as a manual, the section on what can go wrong has the fixes.
    fn of_the_trouble(&self, picks: Vec<Pick>) -> Vec<Pick> {
        let names_trouble = |part: usize| self.lexicon.names_problem(&self.parts[part].title);
        let holds = |group: usize, pick: &Pick| pick.under.first() == Some(&group);
        let has_section = self.parts[0].children.iter().copied().any(|group| {
            self.role(group) == Role::Group
                && names_trouble(group)
                && picks.iter().filter(|pick| holds(group, pick)).count() >= 2
        });
        if !has_section || names_trouble(0) || self.heads_fixes(0) {
            return picks;
        }
        picks
            .into_iter()
            .filter(|pick| {
                let part = &self.parts[pick.part];
                let top = pick.under.first().unwrap_or(&pick.part);
                self.role(*top) == Role::Group
                    || part.is_marked_fix()
                    || self.lexicon.is_symptom(&part.title)
            })
            .collect()
    }

    /// Whether a part is a group by its title: Solutions, How to fix it.
    fn heads_fixes(&self, part: usize) -> bool {
        let title = folded(&self.parts[part].title);
        self.role(part) == Role::Group
            || self.lexicon.says_fix(&title)
            || contains_phrase(&title, &self.lexicon.repair_titles)
    }

    /// Without the siblings of a numbered set: two or more of "Method N", or three or more leading numbers.
    pub(crate) fn numbered(&self, picks: Vec<Pick>) -> Vec<Pick> {
        let title = |pick: &Pick| self.parts[pick.part].title.as_str();
        let ordinal = |pick: &Pick| {
            self.lexicon.ordinal(title(pick)).is_some_and(|(kind, _)| {
                !matches!(kind, "cause" | "tip") && !self.lexicon.is_case(title(pick))
            })
        };
        let number = |pick: &Pick| number(title(pick)).is_some();
        for (is, least) in [(&ordinal as &dyn Fn(&Pick) -> bool, 2), (&number, 3)] {
            let parents: BTreeSet<usize> = picks
                .iter()
                .filter(|pick| is(pick))
                .map(|pick| self.parts[pick.part].parent)
                .collect();
            if picks.iter().filter(|pick| is(pick)).count() < least {
                continue;
            }
            let whole = match parents.iter().collect::<Vec<_>>().as_slice() {
                [group] if self.heads_fixes(**group) => Some(**group),
                _ => None,
            };
            // Beside one kind of trouble stand others.
            let other_trouble = |group: usize, part: usize| {
                self.lexicon.is_category(&self.parts[group].title)
                    && self.lexicon.names_trouble(&self.parts[part].title)
            };
            // What follows a group that holds the whole set is none of it either.
            let after = |part: usize| {
                whole.is_some_and(|group| {
                    part > group
                        && self.parts[part].parent == self.parts[group].parent
                        && !self.heads_fixes(part)
                        && !other_trouble(group, part)
                })
            };
            let beside =
                |pick: &Pick| parents.contains(&self.parts[pick.part].parent) || after(pick.part);
            return picks
                .into_iter()
                .filter(|pick| is(pick) || self.parts[pick.part].is_marked_fix() || !beside(pick))
                .collect();
        }
        picks
    }
}
