//! Diagnostics for authors: the rule, where, what is wrong, and what helps.

use thiserror::Error;

/// The name of a kind of mistake, for good: tools filter by it. `docs/commands.md` lists them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Rule {
    /// The article has no title.
    NoTitle,
    /// The article has no fix.
    NoFix,
    /// The article's sections answer questions that do not depend on each other.
    Unrelated,
    /// One section of many is a fix.
    LoneFix,
    /// The article tells how to report a problem.
    Reports,
    /// The article explains more than it instructs.
    Explains,
    /// The article names no problem.
    NoProblem,
    /// The guide is larger than a bound (see [`super::limits`]).
    TooLarge,
    /// It is nested deeper than may be.
    TooDeep,
    /// A fix has no step.
    NoStep,
    /// A duplicate id.
    DuplicateId,
    /// An id holds more than ids may.
    BadId,
    /// An attribute has a value that it cannot have.
    BadValue,
    /// A condition cannot be understood.
    BadCondition,
    /// A condition is on something that nothing before it asks.
    UnknownFact,
    /// A risk does not say what is lost.
    RiskLost,
    /// What a risk wants done first is no later fix.
    RiskFirst,
}

impl Rule {
    /// The name as tools know it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::NoTitle => "no-title",
            Self::NoFix => "no-fix",
            Self::Unrelated => "unrelated",
            Self::LoneFix => "lone-fix",
            Self::Reports => "reports",
            Self::Explains => "explains",
            Self::NoProblem => "no-problem",
            Self::TooLarge => "too-large",
            Self::TooDeep => "too-deep",
            Self::NoStep => "no-step",
            Self::DuplicateId => "duplicate-id",
            Self::BadId => "bad-id",
            Self::BadValue => "bad-value",
            Self::BadCondition => "bad-condition",
            Self::UnknownFact => "unknown-fact",
            Self::RiskLost => "risk-lost",
            Self::RiskFirst => "risk-first",
        }
    }
}

/// Whether a rule of this name is that something is within a bound. Such a guide was refused unread.
#[must_use]
pub fn is_bound(rule: &str) -> bool {
    rule.starts_with("too-")
}

/// A part of a guide, by its place in the guide's lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The guide as a whole.
    Guide,
    /// An opening question.
    Question(usize),
    /// A note.
    Note(usize),
    /// A fix.
    Fix(usize),
    /// A step: of which fix, and which of its steps.
    Step(usize, usize),
}

/// A mistake in a guide: where, what, and how to correct it.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{place}: {message}; {help}")]
pub struct Problem {
    /// What kind of mistake it is.
    pub rule: Rule,
    /// The part that it is about.
    pub part: Part,
    /// The place in the author's words: `fix "restart"`.
    pub place: String,
    /// What is wrong.
    pub message: String,
    /// How to correct it.
    pub help: &'static str,
}

impl Problem {
    /// A mistake of the article as a whole.
    #[must_use]
    pub fn of_article(rule: Rule, message: &str, help: &'static str) -> Self {
        Self {
            rule,
            part: Part::Guide,
            place: "the article".to_owned(),
            message: message.to_owned(),
            help,
        }
    }
}
