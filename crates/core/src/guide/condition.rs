//! Conditions: which facts must hold for a fix, a step or a question to be offered.

use serde::{Deserialize, Serialize};

/// What is known of a question's answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fact {
    /// Answered yes.
    Yes,
    /// Answered no, or not asked because its own condition did not hold.
    No,
    /// Answered not sure: both ways stay open, since "not sure" means to do the fix.
    Unsure,
}

/// Facts that must all hold; none at all always holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Condition(pub Vec<Term>);

/// One fact of a condition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// The id of the question whose answer is the fact.
    pub fact: String,
    /// Whether the fact must hold (`icloud`) or must not (`!icloud`).
    pub holds: bool,
    /// Whether "not sure" is not enough (`danger=no`): for what must never be done by mistake.
    pub certain: bool,
}

impl Condition {
    /// Reads `icloud` or `!icloud finder`: ids, each with an optional `!`, parted by spaces or commas. `danger=no` and
    /// `danger=yes` want that very answer, and not "not sure".
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let terms = text.split([' ', ',', '\n', '\t']).filter_map(|term| {
            let fact = term.strip_prefix('!').unwrap_or(term);
            let (fact, certain, holds) = match fact.split_once('=') {
                Some((fact, answer)) => (fact, true, answer == "yes"),
                None => (fact, false, fact.len() == term.len()),
            };
            (!fact.is_empty()).then(|| Term {
                fact: fact.to_owned(),
                holds,
                certain,
            })
        });
        Self(terms.collect())
    }

    /// Whether it holds, by what `fact` knows.
    pub fn holds(&self, mut fact: impl FnMut(&str) -> Fact) -> bool {
        self.0.iter().all(|term| match fact(&term.fact) {
            Fact::Yes => term.holds,
            Fact::No => !term.holds,
            Fact::Unsure => !term.certain,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fact_against_every_term() {
        for (text, fact, holds) in [
            ("", Fact::No, true),
            ("a", Fact::Yes, true),
            ("a", Fact::No, false),
            ("a", Fact::Unsure, true),
            ("!a", Fact::Yes, false),
            ("!a", Fact::No, true),
            ("!a", Fact::Unsure, true),
            ("a=no", Fact::Yes, false),
            ("a=no", Fact::No, true),
            ("a=no", Fact::Unsure, false),
            ("a=yes", Fact::Yes, true),
            ("a=yes", Fact::No, false),
            ("a=yes", Fact::Unsure, false),
            ("a !b", Fact::Yes, false),
            (" a,  b ", Fact::Yes, true),
        ] {
            assert_eq!(
                Condition::parse(text).holds(|_| fact),
                holds,
                "{text:?} {fact:?}"
            );
        }
    }
}
