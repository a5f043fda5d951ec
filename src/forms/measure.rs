//! How many answers a guide asks of its reader.

use super::reach::{holds, ways};
use crate::guide::{Fix, Guide};

/// Answers to the end of a guide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answers {
    /// When nothing helps and the reader is sure of nothing, so that every question and fix comes. Exact; an answer
    /// "still running" adds one for each fix that it is given to.
    pub longest: usize,
    /// When the reader knows the answers to the opening questions, does what comes up, and the middle one of the fixes
    /// helps: the mean over the ways through the questions.
    pub typical: usize,
}

/// Counts a guide's answers.
#[must_use]
pub fn answers(guide: &Guide) -> Answers {
    let of = |fix: &Fix| 1 + usize::from(fix.check.is_some()) + usize::from(fix.risk.is_some());
    let ways = ways(guide);
    let mut sum = 0;
    for way in &ways {
        let offered: Vec<&Fix> = guide
            .fixes
            .iter()
            .filter(|fix| holds(&fix.only_if, way))
            .collect();
        let done = offered.len().div_ceil(2);
        sum += way.len() + offered.iter().take(done).map(|fix| of(fix)).sum::<usize>();
    }
    Answers {
        longest: guide.questions.len() + guide.fixes.iter().map(of).sum::<usize>(),
        typical: sum.div_ceil(ways.len().max(1)),
    }
}
