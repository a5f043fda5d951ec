//! What fixes hold, with the parts below them.
//!
//! Belongs here: sums over the parts of a fix. Does not: which parts are fixes (see `classify`).

use crate::classify::{Classified, Pick};
use crate::evidence::Evidence;
use crate::rules::By;
use crate::sentences::Tally;

impl Classified<'_> {
    /// Whether a part stands below a fix.
    pub(crate) fn is_below(&self, part: usize, picks: &[Pick]) -> bool {
        let above = std::iter::successors(Some(self.parts[part].parent), |above| {
            (*above > 0).then(|| self.parts[*above].parent)
        });
        above
            .filter(|above| *above > 0)
            .any(|above| picks.iter().any(|pick| pick.part == above))
    }

    /// Whether a fix, with the parts below it, tells anything to do.
    pub(crate) fn tells(&self, pick: &Pick) -> bool {
        let sum = self.tally(std::slice::from_ref(pick));
        let steps = |part: usize| self.own[part].steps > 0;
        let title = &self.parts[pick.part].title;
        pick.by == By::ListItem
            || sum.instructing + sum.hinting > 0
            || self.lexicon.is_instruction(title) && !self.lexicon.is_case(title)
            || steps(pick.part)
            || self.lexicon.is_symptom(title) && self.own[pick.part].code > 0
            || self.parts[pick.part]
                .children
                .iter()
                .any(|child| steps(*child))
    }

    /// What is in a fix and in the parts below it.
    pub(crate) fn within(&self, pick: &Pick) -> impl Iterator<Item = &Evidence> {
        let picks = std::slice::from_ref(pick);
        let parts = self.own.iter().enumerate();
        let inside = parts.filter(|(at, _)| *at == picks[0].part || self.is_below(*at, picks));
        inside.map(|(_, own)| own)
    }

    /// The sentences of these fixes and of the parts below them.
    pub(crate) fn tally(&self, picks: &[Pick]) -> Tally {
        let mut sum = Tally::default();
        let mut inside = vec![false; self.parts.len()];
        for pick in picks {
            inside[pick.part] = true;
        }
        for (at, part) in self.parts.iter().enumerate() {
            if at > 0 && inside[part.parent] && part.parent > 0 {
                inside[at] = true;
            }
            if inside[at] {
                sum.add(self.own[at].tally);
            }
        }
        sum
    }
}
