//! The screens: what can be shown, and how it is named.

use crate::guide::{Check, Fix, Question, Risk};
use crate::progress::{Answer, GivenAnswer, Key, Kind};

/// What is shown now.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Screen<'g> {
    /// An opening question.
    Question(&'g Question),
    /// Opening questions that are the options of one choice. [`super::Walk::shows`] says which apply to this reader.
    Choice(&'g [Question]),
    /// A fix's check question.
    Check(&'g Fix, &'g Check),
    /// A fix's risk, before its steps.
    Confirm(&'g Fix, &'g Risk),
    /// A fix: reason, steps, verdict.
    Fix(&'g Fix),
    /// A fix left running, since then.
    Wait(&'g Fix, GivenAnswer),
    /// Solved by this fix.
    Solved(&'g Fix, GivenAnswer),
    /// No fix is left.
    Exhausted,
}

impl<'g> Screen<'g> {
    /// The name in `data-screen` and in events.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Question(_) | Self::Choice(_) | Self::Check(..) => "question",
            Self::Confirm(..) => "confirm",
            Self::Fix(_) => "fix",
            Self::Wait(..) => "wait",
            Self::Solved(..) => "solved",
            Self::Exhausted => "exhausted",
        }
    }

    /// The id of the question or the fix it is about, of a choice its first question's; empty when no fix is left.
    #[must_use]
    pub fn id(&self) -> &'g str {
        match self {
            Self::Question(question) => &question.id,
            Self::Choice(options) => options.first().map_or("", |first| &first.id),
            _ => self.fix().map_or("", |fix| &fix.id),
        }
    }

    /// The fix it is about.
    #[must_use]
    pub fn fix(&self) -> Option<&'g Fix> {
        match self {
            Self::Check(fix, _)
            | Self::Confirm(fix, _)
            | Self::Fix(fix)
            | Self::Wait(fix, _)
            | Self::Solved(fix, _) => Some(fix),
            Self::Question(_) | Self::Choice(_) | Self::Exhausted => None,
        }
    }

    /// What an answer given here answers. Of a choice, yes is answered by the option that is chosen, and what is done before a risk has its own
    /// answers: see [`super::Walk::key`].
    #[must_use]
    pub fn key(&self, answer: Answer) -> Option<Key> {
        let kind = match self {
            Self::Question(_) | Self::Choice(_) => Kind::Question,
            Self::Check(..) => Kind::Check,
            Self::Confirm(..) => Kind::Confirm,
            Self::Fix(_) | Self::Wait(..) if answer == Answer::StillRunning => Kind::Wait,
            Self::Fix(_) | Self::Wait(..) => Kind::Verdict,
            Self::Solved(..) | Self::Exhausted => return None,
        };
        // Whether something is to be done first, and is done, takes the guide to know.
        if matches!(answer, Answer::First | Answer::Done) {
            return None;
        }
        kind.answers()
            .contains(&answer)
            .then(|| Key::new(kind, self.id().to_owned()))
    }
}
