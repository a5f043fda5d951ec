//! Parts that are put below others, and the picks among them then.
//!
//! Belongs here: where each part stands after that. Does not: what the new parts are made of (see `list_fixes` and `table_fixes`).

use crate::classify::Pick;
use crate::outline::relink;
use crate::part::Part;
use crate::rules::By;

/// An outline with new parts below some of its own.
#[derive(Default)]
pub(crate) struct Inserted {
    parts: Vec<Part>,
    /// Where each part of before stands, and how many new ones are below it.
    places: Vec<(usize, usize)>,
}

impl Inserted {
    /// The next part of before, with the new ones below it.
    pub(crate) fn push(&mut self, part: Part, mut below: Vec<Part>) {
        self.places.push((self.parts.len(), below.len()));
        self.parts.push(part);
        self.parts.append(&mut below);
    }

    /// How many parts are new.
    pub(crate) fn made(&self) -> usize {
        self.places.iter().map(|(_, made)| made).sum()
    }

    /// The picks of before; in the place of those that have new parts below them, these.
    pub(crate) fn picks(&self, picks: &[Pick], by: By) -> Vec<Pick> {
        let place = |part: usize| self.places.get(part).copied().unwrap_or_default();
        let mut all = Vec::new();
        for pick in picks {
            let (at, made) = place(pick.part);
            let mut under: Vec<usize> = pick.under.iter().map(|above| place(*above).0).collect();
            let (range, by) = if made > 0 {
                under.extend(Some(at).filter(|at| *at > 0));
                (at + 1..=at + made, by)
            } else {
                (at..=at, pick.by)
            };
            all.extend(range.map(|part| Pick {
                part,
                under: under.clone(),
                by,
            }));
        }
        all
    }

    /// All parts, linked.
    pub(crate) fn parts(mut self) -> Vec<Part> {
        relink(&mut self.parts);
        self.parts
    }
}
