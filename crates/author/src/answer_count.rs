//! How many answers a guide asks of its reader.

use std::collections::HashSet;

use unstuck_core::guide::{Fact, Fix, Guide};

use crate::facts::{Facts, Path};

/// How many answers lead to the end of a guide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct AnswerCount {
    /// When nothing helps and the answers let the most questions and fixes come. An answer "still running" adds one for
    /// each fix that it is given to.
    pub longest: usize,
    /// When the reader knows the answers to the opening questions, does what comes up, and the middle one of the fixes
    /// helps: the mean over the paths through the questions.
    pub typical: usize,
}

/// Counts a guide's answers.
///
/// ```
/// use unstuck_author::{Format, count_answers, load};
///
/// let text = "# The lamp stays dark {#lamp}\n\nTry this.\n\n## Change the bulb {#bulb ask=\"Is it new?\"}\n\n1. Unscrew it.\n";
/// let guide = load(Format::Markdown, text).guide.expect("a guide");
/// // The check question and the verdict.
/// assert_eq!(count_answers(&guide).longest, 2);
/// ```
#[must_use]
pub fn count_answers(guide: &Guide) -> AnswerCount {
    let of = |fix: &Fix| 1 + usize::from(fix.check.is_some()) + usize::from(fix.risk.is_some());
    let facts = Facts::of(guide);
    let asked = |path: &Path| Facts::count_asked(guide, path);
    let paths = facts.paths(guide, |_| &[Fact::No, Fact::Yes]);
    let mut sum = 0;
    for path in &paths {
        let offered = guide
            .fixes
            .iter()
            .filter(|fix| facts.holds(&fix.only_if, path));
        let offered: Vec<&Fix> = offered.collect();
        let done = offered.len().div_ceil(2);
        sum += asked(path) + offered.iter().take(done).map(|fix| of(fix)).sum::<usize>();
    }
    // "Not sure" lets all come but what wants a certain answer: only the facts of such conditions are tried both ways.
    let questions = guide.questions.iter().map(|question| &question.only_if);
    let certain: HashSet<&str> = questions
        .chain(guide.fixes.iter().map(|fix| &fix.only_if))
        .flat_map(|condition| condition.0.iter().filter(|term| term.certain))
        .map(|term| term.fact.as_str())
        .collect();
    let unsure = facts.paths(guide, |id| {
        if certain.contains(id) {
            &[Fact::Unsure, Fact::Yes, Fact::No]
        } else {
            &[Fact::Unsure]
        }
    });
    let longest = unsure.iter().map(|path| {
        let fixes = guide
            .fixes
            .iter()
            .filter(|fix| facts.holds(&fix.only_if, path));
        asked(path) + fixes.map(of).sum::<usize>()
    });
    AnswerCount {
        longest: longest.max().unwrap_or(0),
        typical: sum.div_ceil(paths.len().max(1)),
    }
}
