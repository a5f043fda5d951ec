//! How many answers a guide asks of its reader.

use std::collections::{HashMap, HashSet};

use super::reach::{WAYS, holds, ways};
use crate::guide::{Condition, Fact, Fix, Guide};

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
        longest: longest(guide, of),
        typical: sum.div_ceil(ways.len().max(1)),
    }
}

/// "Not sure" lets all come but what wants a certain answer: only the facts of such conditions are tried both ways.
fn longest(guide: &Guide, of: impl Fn(&Fix) -> usize) -> usize {
    let questions = guide.questions.iter().map(|question| &question.only_if);
    let conditions = questions.chain(guide.fixes.iter().map(|fix| &fix.only_if));
    let certain: HashSet<&str> = conditions
        .flat_map(|condition| condition.0.iter().filter(|term| term.certain))
        .map(|term| term.fact.as_str())
        .collect();
    let met = |condition: &Condition, way: &HashMap<&str, Fact>| {
        condition.holds(|id| way.get(id).copied().unwrap_or(Fact::No))
    };
    let mut ways: Vec<HashMap<&str, Fact>> = vec![HashMap::new()];
    for question in &guide.questions {
        let mut next = Vec::new();
        for way in ways {
            if !met(&question.only_if, &way) {
                next.push(way);
                continue;
            }
            let answers: &[Fact] = if certain.contains(question.id.as_str()) {
                &[Fact::Unsure, Fact::Yes, Fact::No]
            } else {
                &[Fact::Unsure]
            };
            for answer in answers {
                let mut way = way.clone();
                way.insert(&question.id, *answer);
                next.push(way);
            }
        }
        next.truncate(WAYS);
        ways = next;
    }
    let counts = ways.iter().map(|way| {
        let fixes = guide.fixes.iter().filter(|fix| met(&fix.only_if, way));
        way.len() + fixes.map(&of).sum::<usize>()
    });
    counts.max().unwrap_or(0)
}
