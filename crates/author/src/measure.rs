//! How many answers a guide asks of its reader.

use std::collections::HashSet;

use super::reach::{Facts, Way};
use unstuck_core::guide::{Fact, Fix, Guide};

/// Answers to the end of a guide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answers {
    /// When nothing helps and the answers let the most questions and fixes come. An answer "still running" adds one for
    /// each fix that it is given to.
    pub longest: usize,
    /// When the reader knows the answers to the opening questions, does what comes up, and the middle one of the fixes
    /// helps: the mean over the ways through the questions.
    pub typical: usize,
}

/// Counts a guide's answers.
#[must_use]
pub fn answers(guide: &Guide) -> Answers {
    let of = |fix: &Fix| 1 + usize::from(fix.check.is_some()) + usize::from(fix.risk.is_some());
    let facts = Facts::of(guide);
    let asked = |way: &Way| Facts::asked(guide, way);
    let ways = facts.ways(guide, |_| &[Fact::No, Fact::Yes]);
    let mut sum = 0;
    for way in &ways {
        let offered = guide
            .fixes
            .iter()
            .filter(|fix| facts.hold(&fix.only_if, way));
        let offered: Vec<&Fix> = offered.collect();
        let done = offered.len().div_ceil(2);
        sum += asked(way) + offered.iter().take(done).map(|fix| of(fix)).sum::<usize>();
    }
    // "Not sure" lets all come but what wants a certain answer: only the facts of such conditions are tried both ways.
    let questions = guide.questions.iter().map(|question| &question.only_if);
    let certain: HashSet<&str> = questions
        .chain(guide.fixes.iter().map(|fix| &fix.only_if))
        .flat_map(|condition| condition.0.iter().filter(|term| term.certain))
        .map(|term| term.fact.as_str())
        .collect();
    let unsure = facts.ways(guide, |id| {
        if certain.contains(id) {
            &[Fact::Unsure, Fact::Yes, Fact::No]
        } else {
            &[Fact::Unsure]
        }
    });
    let longest = unsure.iter().map(|way| {
        let fixes = guide
            .fixes
            .iter()
            .filter(|fix| facts.hold(&fix.only_if, way));
        asked(way) + fixes.map(of).sum::<usize>()
    });
    Answers {
        longest: longest.max().unwrap_or(0),
        typical: sum.div_ceil(ways.len().max(1)),
    }
}
