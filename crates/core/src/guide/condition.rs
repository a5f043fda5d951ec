//! Conditions: which facts must hold for a fix, a step or a question to be offered.

use serde::{Deserialize, Serialize};

/// What is known of a question's answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fact {
    /// Answered yes.
    Yes,
    /// Answered no, or not asked because its own condition did not hold.
    No,
    /// Answered not sure: both ways stay open, because "not sure" means that the fix is offered.
    Unsure,
}

/// Facts that must all hold; an empty condition always holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Condition(pub Vec<Term>);

/// One fact of a condition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// The id of the question whose answer is the fact. Of a term that is not understood, its whole text:
    /// `danger=maybe`.
    pub fact: String,
    /// Whether the fact must hold (`icloud`) or must not (`!icloud`).
    pub holds: bool,
    /// Whether "not sure" is not enough (`danger=no`): for what must never be done by mistake.
    pub certain: bool,
}

impl Term {
    fn parse(text: &str) -> Self {
        let (fact, holds, certain) = if let Some(fact) = text.strip_suffix("=yes") {
            (fact, true, true)
        } else if let Some(fact) = text.strip_suffix("=no") {
            (fact, false, true)
        } else if let Some(fact) = text.strip_prefix('!') {
            (fact, false, false)
        } else {
            (text, true, false)
        };
        let term = Self {
            fact: fact.to_owned(),
            holds,
            certain,
        };
        if term.is_valid() {
            return term;
        }
        Self {
            fact: text.to_owned(),
            holds: true,
            certain: false,
        }
    }

    /// Whether it is understood. `!danger=yes` or `danger=Yes` is not: guessing might offer a fix to the very readers
    /// that it must be kept from.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        !self.fact.is_empty() && !self.fact.contains(['!', '='])
    }
}

impl Condition {
    /// Reads `icloud` or `!icloud finder`: ids, each with an optional `!`, separated by spaces or commas. `danger=no` and
    /// `danger=yes` require that exact answer, not "not sure". Any other term is kept as it is written and never holds;
    /// [`check`](super::check) reports it.
    ///
    /// ```
    /// use unstuck_core::guide::{Condition, Fact};
    ///
    /// assert!(Condition::parse("!danger").holds(|_| Fact::Unsure));
    /// assert!(!Condition::parse("danger=no").holds(|_| Fact::Unsure));
    /// let condition = Condition::parse("danger=No");
    /// assert!(!condition.0[0].is_valid() && !condition.holds(|_| Fact::No));
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let terms = text.split([' ', ',', '\n', '\t']);
        Self(
            terms
                .filter(|term| !term.is_empty())
                .map(Term::parse)
                .collect(),
        )
    }

    /// Whether it holds, given the facts that `fact` returns.
    pub fn holds(&self, mut fact: impl FnMut(&str) -> Fact) -> bool {
        self.may_hold(|id| Some(fact(id)))
    }

    /// Whether it holds or may come to hold: of what `fact` returns, `None` is not known yet.
    pub(crate) fn may_hold(&self, mut fact: impl FnMut(&str) -> Option<Fact>) -> bool {
        self.0.iter().all(|term| {
            term.is_valid()
                && match fact(&term.fact) {
                    None => true,
                    Some(Fact::Yes) => term.holds,
                    Some(Fact::No) => !term.holds,
                    Some(Fact::Unsure) => !term.certain,
                }
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

    /// It must not be taken for its opposite, nor for no condition at all.
    #[test]
    fn an_invalid_term_never_holds() {
        for text in [
            "!a=yes", "!a=no", "a=Yes", "a=y", "a=maybe", "a=", "=yes", "=no", "!", "!!a",
            "a=no=no", "a=b=yes", "a!", "!=no",
        ] {
            let condition = Condition::parse(text);
            let terms: Vec<_> = condition
                .0
                .iter()
                .map(|term| (term.fact.as_str(), term.is_valid()))
                .collect();
            assert_eq!(terms, [(text, false)]);
            for fact in [Fact::Yes, Fact::No, Fact::Unsure] {
                assert!(!condition.holds(|_| fact), "{text} {fact:?}");
            }
        }
    }
}
