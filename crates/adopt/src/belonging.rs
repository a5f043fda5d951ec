//! Sections that stand beside the one that they belong to: a problem, then "Cause" and "Resolution" on the same level, and the
//! next problem.
//!
//! Belongs here: which sections are nested below the one before them. Does not: how levels become a tree (see `outline`).

use std::collections::BTreeSet;

use crate::lexicon::{Lexicon, Role};
use crate::part::Part;
use crate::titles::folded;

/// Moves sections whose title recurs and only says what part of a problem they are, a level below the section that they follow.
pub(crate) fn nest(parts: &mut [Part], lexicon: &Lexicon) {
    let levels: BTreeSet<u8> = parts.iter().skip(1).map(|part| part.level).collect();
    // From the lowest level up: what is moved below it moves with it.
    for level in levels.into_iter().rev() {
        nest_at(parts, level, lexicon);
    }
}

fn nest_at(parts: &mut [Part], level: u8, lexicon: &Lexicon) {
    // Sections with one parent, and all below them.
    for siblings in parts.chunk_by_mut(|_, next| next.level >= level) {
        nest_siblings(siblings, level, lexicon);
    }
}

fn nest_siblings(parts: &mut [Part], level: u8, lexicon: &Lexicon) {
    let is_role = |part: &Part| matches!(lexicon.role(&part.title), Role::Reason | Role::Group);
    let mut seen = BTreeSet::new();
    let mut own = parts
        .iter()
        .filter(|part| part.level == level && is_role(part));
    if own.all(|part| seen.insert(folded(&part.title))) {
        return;
    }
    let (mut has_owner, mut moving) = (false, false);
    for part in parts.iter_mut().filter(|part| part.level >= level) {
        if part.level == level {
            moving = has_owner && part.marks.is_empty() && is_role(part);
            has_owner |= !is_role(part);
        }
        if moving {
            part.level += 1;
        }
    }
}
