//! The fixes found, next to those expected.
//!
//! Belongs here: when two titles are the same, and what exact and usable mean. Does not: anything about steps.

use std::cmp::Reverse;

use crate::label::Label;

/// What became of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// All fixes, and no others.
    Exact,
    /// Precision and recall of four fifths at least.
    Usable,
    /// A guide, but another.
    Wrong,
    /// No guide, where there should be one.
    Lost,
    /// No guide, and rightly so.
    Refused,
    /// A guide of what cannot be walked.
    Adopted,
}

impl Outcome {
    pub(crate) fn of(label: &Label, adopted: bool, comparison: &Comparison) -> Self {
        match (label.suits(), adopted) {
            (false, true) => Self::Adopted,
            (false, false) => Self::Refused,
            (true, false) => Self::Lost,
            (true, true) if comparison.is_exact() => Self::Exact,
            (true, true) if comparison.is_usable() => Self::Usable,
            (true, true) => Self::Wrong,
        }
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Usable => "usable",
            Self::Wrong => "WRONG",
            Self::Lost => "LOST",
            Self::Refused => "refused",
            Self::Adopted => "ADOPTED",
        }
    }
}

/// The titles found, next to those expected.
pub(crate) struct Comparison {
    hits: usize,
    pub(crate) missing: Vec<String>,
    pub(crate) extra: Vec<String>,
}

impl Comparison {
    /// The best comparison with any of a label's choices.
    pub(crate) fn with(label: &Label, found: &[String]) -> Self {
        let compare = |wanted: &Vec<String>| Self::of(wanted, found, label.no_titles);
        let others = label.alt_titles.all().iter().map(compare);
        others.fold(compare(&label.titles), |best, other| {
            if other.rank() > best.rank() {
                other
            } else {
                best
            }
        })
    }

    fn of(wanted: &[String], found: &[String], untitled: bool) -> Self {
        let mut extra = found.to_vec();
        let mut missing = Vec::new();
        // A label without titles takes any name of the one fix.
        if untitled && extra.len() == 1 && wanted.len() <= 1 {
            extra.clear();
        } else {
            for title in wanted {
                match extra.iter().position(|other| same(title, other)) {
                    Some(at) => drop(extra.remove(at)),
                    None => missing.push(title.clone()),
                }
            }
        }
        Self {
            hits: wanted.len() - missing.len(),
            missing,
            extra,
        }
    }

    fn is_exact(&self) -> bool {
        self.missing.is_empty() && self.extra.is_empty()
    }

    fn is_usable(&self) -> bool {
        let (hits, missed, extra) = (self.hits, self.missing.len(), self.extra.len());
        hits > 0 && hits * 5 >= (hits + missed) * 4 && hits * 5 >= (hits + extra) * 4
    }

    fn rank(&self) -> (bool, bool, Reverse<usize>) {
        let differ = self.missing.len() + self.extra.len();
        (self.is_exact(), self.is_usable(), Reverse(differ))
    }
}

/// Whether two titles are equal, ignoring punctuation, case and numbering of duplicates.
fn same(one: &str, other: &str) -> bool {
    let plain = |title: &str| {
        let title = title.to_lowercase().replace(['’', '\''], "");
        let words = title
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty());
        words.collect::<Vec<_>>().join(" ")
    };
    let (one, other) = (plain(one), plain(other));
    one == other || one.ends_with(&format!(" {other}")) || other.ends_with(&format!(" {one}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn titles(titles: &[&str]) -> Vec<String> {
        titles.iter().map(|title| (*title).to_owned()).collect()
    }

    #[test]
    fn a_match_is_exact_usable_or_neither() {
        let wanted = titles(&["A", "B", "C", "D", "E"]);
        for (found, exact, usable) in [
            (&["a", "Group: B", "C", "D", "E"][..], true, true),
            (&["A", "B", "C", "D"], false, true),
            (&["A", "B", "C", "D", "E", "F"], false, true),
            (&["A", "B", "C"], false, false),
            (&[], false, false),
        ] {
            let comparison = Comparison::of(&wanted, &titles(found), false);
            assert_eq!(
                (comparison.is_exact(), comparison.is_usable()),
                (exact, usable),
                "{found:?}"
            );
        }
    }
}
