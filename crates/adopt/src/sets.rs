//! Which of the fixes that were found stay: the members of a numbered set, those of a section that says that it holds them.
//!
//! Belongs here: what one fix means for the others. Does not: how fixes are found (see `classify`).

use std::collections::{BTreeMap, BTreeSet};

use crate::classify::{Classified, Pick};
use crate::lexicon::Role;
use crate::numbers::number;
use crate::titles::folded;
use crate::word_lists::contains_phrase;

/// So many fixes of a section, most of them problems, make it the one on what goes wrong.
const LEAST_PROBLEMS: usize = 3;

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
        let picks = self.of_the_trouble(picks);
        if picks.iter().filter(|pick| in_group(pick)).count() < 2 {
            return picks;
        }
        picks.into_iter().filter(|pick| !named(pick)).collect()
    }

    /// Of an article about something else as well, such as a manual, the section on what can go wrong has the fixes. Beside it
    /// stay other problems, and remedies where the whole article is about trouble.
    fn of_the_trouble(&self, picks: Vec<Pick>) -> Vec<Pick> {
        let title = |part: usize| self.parts[part].title.as_str();
        let names_trouble = |part: usize| self.lexicon.names_problem(title(part));
        let within = whole(&picks).to_vec();
        let top = |pick: &Pick| pick.under.get(within.len()).copied().unwrap_or(pick.part);
        let is_problem = |pick: &Pick| self.lexicon.is_problem(&self.parts[pick.part]);
        // By section, how many fixes it holds, and how many of them are problems.
        let mut held: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
        for pick in picks.iter().filter(|pick| top(pick) != pick.part) {
            let (fixes, problems) = held.entry(top(pick)).or_default();
            *fixes += 1;
            *problems += usize::from(is_problem(pick));
        }
        let is_section = |(group, (fixes, problems)): (&usize, &(usize, usize))| {
            let (heads, named) = (self.role(*group) == Role::Group, names_trouble(*group));
            let mostly = *fixes >= LEAST_PROBLEMS && problems * 3 >= fixes * 2;
            (heads && named && *fixes >= 2 || (heads || named) && mostly).then_some(*group)
        };
        let sections: BTreeSet<usize> = held.iter().filter_map(is_section).collect();
        if sections.is_empty() {
            return picks;
        }
        let mut titles = within.iter().chain([&0]);
        let about_trouble = titles.any(|part| names_trouble(*part) || self.heads_fixes(*part));
        let troubled = |top: usize| held.get(&top).is_some_and(|(_, problems)| *problems > 0);
        let stays = |pick: &Pick| {
            let top = top(pick);
            let said = if about_trouble {
                let ordered = |part: usize| self.lexicon.is_instruction(title(part));
                let chapter = self.lexicon.counts(title(top)).is_some();
                let says = names_trouble(top) || ordered(top) || ordered(pick.part);
                top == pick.part && !chapter || troubled(top) || is_problem(pick) || says
            } else {
                sections.contains(&top) || is_problem(pick)
            };
            said || self.heads_fixes(top) || self.parts[pick.part].is_marked_fix()
        };
        picks.into_iter().filter(stays).collect()
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
            let beside = |pick: &Pick| {
                let other = |group: &usize| {
                    let title = &self.parts[*group].title;
                    parents.contains(&self.parts[*group].parent)
                        && self.role(*group) != Role::Group
                        && self.lexicon.counts(title).is_none()
                        && !self.lexicon.clearly_names_trouble(title)
                };
                parents.contains(&self.parts[pick.part].parent)
                    || after(pick.part)
                    || pick.under.iter().any(other)
            };
            return picks
                .into_iter()
                .filter(|pick| is(pick) || self.parts[pick.part].is_marked_fix() || !beside(pick))
                .collect();
        }
        picks
    }
}

/// The sections, outermost first, that hold all of some fixes: the whole article stands below them.
fn whole(picks: &[Pick]) -> &[usize] {
    let Some((first, others)) = picks.split_first() else {
        return &[];
    };
    let shared = |pick: &Pick| {
        let pairs = first.under.iter().zip(&pick.under);
        pairs.take_while(|(one, other)| one == other).count()
    };
    let deep = others.iter().map(shared).min();
    first.under.get(..deep.unwrap_or(0)).unwrap_or_default()
}
