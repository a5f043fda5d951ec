//! The widget's words, from `locales/`. The guide's words are part of the guide.
//!
//! Belongs here: how a text is filled in, which one tells an outcome or an answer, and the context that components read it
//! from. Does not: the texts; `build.rs` makes [`Words`] of them.

use std::fmt::Display;

use unstuck_core::guide::{Fix, Guide};
use unstuck_core::progress::Answer;
use unstuck_core::walk::{Outcome, Said};
use yew::prelude::*;

include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// A language is the same only as itself.
impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

/// The words of the widget around; English where none are provided.
#[hook]
pub fn use_words() -> &'static Words {
    use_context().unwrap_or(&EN)
}

impl Words {
    /// What became of a fix.
    pub(crate) fn outcome(&self, outcome: Outcome) -> &'static str {
        match outcome {
            Outcome::Open => self.outcome_open,
            Outcome::NotOffered => self.outcome_not_offered,
            Outcome::NotNeeded => self.outcome_not_needed,
            Outcome::AlreadyTried => self.outcome_already_tried,
            Outcome::Cannot => self.outcome_cannot,
            Outcome::Skipped => self.outcome_skipped,
            Outcome::StillRunning => self.outcome_still_running,
            Outcome::NotSolved => self.outcome_not_solved,
            Outcome::Solved => self.outcome_solved,
        }
    }

    /// What was said to an opening question.
    pub(crate) fn said<'a>(&self, said: &'a Said) -> &'a str {
        match said {
            Said::Yes => self.yes,
            Said::No => self.no,
            Said::Unsure => self.not_sure,
            Said::NoneOfThese => self.none_of_these,
            Said::Option(option) => option,
        }
    }

    /// An answer in as few words as a list has room for.
    pub(crate) fn in_short(&self, answer: Answer) -> &'static str {
        match answer {
            Answer::Yes => self.yes,
            Answer::No => self.no,
            Answer::Unsure => self.not_sure,
            Answer::Tried => self.outcome_already_tried,
            Answer::Confirm => self.accepted,
            Answer::Skip => self.outcome_skipped,
            Answer::First => self.said_first,
            Answer::Done => self.said_done,
            Answer::Solved => self.outcome_solved,
            Answer::NotSolved => self.outcome_not_solved,
            Answer::StillRunning => self.outcome_still_running,
            Answer::Cannot => self.outcome_cannot,
        }
    }

    /// The question after a fix: the fix's, else the guide's, else the default.
    pub(crate) fn ask<'g>(&self, guide: &'g Guide, fix: &'g Fix) -> &'g str {
        let own = fix.verdict.as_deref().or(guide.verdict.ask.as_deref());
        own.unwrap_or(self.verdict_ask)
    }

    /// That a fix is begun and takes time: in the guide's words if it has any, else in those that it has for the return.
    pub(crate) fn started<'g>(&self, guide: &'g Guide) -> &'g str {
        let own = guide.verdict.started.as_ref();
        let own = own.or(guide.verdict.still_running.as_ref());
        own.map_or(self.verdict_started, String::as_str)
    }

    /// A verdict, in the guide's words if it has any.
    pub(crate) fn verdict<'g>(&self, guide: &'g Guide, answer: Answer) -> &'g str {
        let (own, ours) = match answer {
            Answer::Solved => (&guide.verdict.solved, self.verdict_solved),
            Answer::NotSolved => (&guide.verdict.not_solved, self.verdict_not_solved),
            Answer::StillRunning => (&guide.verdict.still_running, self.verdict_still_running),
            Answer::Cannot => (&guide.verdict.cannot, self.verdict_cannot),
            other => return self.in_short(other),
        };
        own.as_deref().unwrap_or(ours)
    }
}

/// Puts values into a text, wherever it wants them.
fn fill(text: &str, values: &[(&str, &dyn Display)]) -> String {
    let mut parts = text.split("{{");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once("}}").unwrap_or(("", part));
        if let Some((_, value)) = values.iter().find(|(known, _)| *known == name) {
            out.push_str(&value.to_string());
        }
        out.push_str(rest);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_filled_in_everywhere() {
        assert_eq!(EN.fix_of(&3, &8), "Fix 3 of 8");
        assert_eq!(
            fill(
                "{{total}}: {{position}}!",
                &[("position", &3), ("total", &"8")]
            ),
            "8: 3!"
        );
        assert_eq!(fill("none", &[]), "none");
    }

    #[test]
    fn counts_use_plural_forms() {
        assert_eq!(
            [EN.fixes(0), EN.fixes(1), EN.fixes(2)],
            ["0 fixes", "1 fix", "2 fixes"]
        );
    }
}
