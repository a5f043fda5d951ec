//! The widget's words, from `locales/`. The guide's words are part of the guide.
//!
//! Belongs here: which language's words a guide is shown with, how a text is filled in, which one tells an outcome or an answer,
//! and the context that components read them from. Does not: the texts, of which `build.rs` makes [`Words`].

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt::Display;

use unstuck_core::guide::{Fix, Guide, direction_of};
use unstuck_core::progress::Answer;
use unstuck_core::walk::{Outcome, Said};
use yew::prelude::*;

use crate::intl;

include!(concat!(env!("OUT_DIR"), "/words.rs"));

thread_local! {
    /// The words of other languages than English, each with the tag of the guides that are shown with it.
    static LEARNT: RefCell<Vec<(String, &'static Words)>> = const { RefCell::new(Vec::new()) };
}

/// Every word of the widget, in one language.
#[derive(Debug)]
pub struct Words {
    /// BCP 47 language of these words.
    pub lang: &'static str,
    /// What is not English, by its key.
    texts: BTreeMap<String, &'static str>,
}

/// English.
pub static EN: Words = Words {
    lang: "en",
    texts: BTreeMap::new(),
};

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

/// Teaches the widget a language: guides whose language is `tag` are shown with these words from then on, which stay for as
/// long as the page does. `lang` is the language that they are in; `texts` are those of the section `widget` of
/// `locales/<lang>.json`, by their keys. What it does not have stays English.
pub fn learn(tag: &str, lang: &str, texts: impl IntoIterator<Item = (String, String)>) {
    let known = LEARNT.with_borrow(|learnt| {
        let same = learnt.iter().find(|(_, words)| words.lang == lang);
        same.map(|(_, words)| *words)
    });
    // Once a language, however many guides and tags there are, so that there is an end to what stays.
    let words = known.unwrap_or_else(|| {
        let keep = |(key, text): (String, String)| (key, &*text.leak());
        let words = Words {
            lang: lang.to_owned().leak(),
            texts: texts.into_iter().map(keep).collect(),
        };
        Box::leak(Box::new(words))
    });
    if learnt(tag).is_none() {
        LEARNT.with_borrow_mut(|learnt| learnt.push((tag.to_owned(), words)));
    }
}

/// The words that were learnt for a tag.
fn learnt(tag: &str) -> Option<&'static Words> {
    LEARNT.with_borrow(|learnt| {
        let known = learnt.iter().find(|(known, _)| known == tag);
        known.map(|(_, words)| *words)
    })
}

/// Natively a language is learnt when it is asked for; in a browser the shell brings it along (`web/src/language.ts`).
#[cfg(not(target_arch = "wasm32"))]
fn look_up(tag: &str) {
    let locale = unstuck_locales::find(tag);
    if locale.lang != EN.lang && learnt(tag).is_none() {
        learn(tag, locale.lang, locale.texts("widget"));
    }
}

impl Words {
    /// The words that a guide in this language is shown with: its own, the nearest, else English.
    #[must_use]
    pub fn of(tag: &str) -> &'static Self {
        #[cfg(not(target_arch = "wasm32"))]
        look_up(tag);
        learnt(tag).unwrap_or(&EN)
    }

    /// Which way these words run, as the attribute `dir` says it.
    pub(crate) fn direction(&self) -> &'static str {
        direction_of([self.yes(), self.no()].into_iter())
    }

    /// The language that dates and times are written in between these words, in a guide of this language: its own region
    /// counts, another language does not.
    pub(crate) fn tag<'a>(&'a self, guide: &'a str) -> &'a str {
        let is_same = self.lang.split('-').next() == guide.split('-').next();
        if is_same { guide } else { self.lang }
    }

    /// A text by its key.
    fn text(&self, key: &str, english: &'static str) -> &'static str {
        self.texts.get(key).copied().unwrap_or(english)
    }

    /// A text that goes by a count, in the plural category of it, else in `other`. English has two.
    fn counted(&self, stem: &str, [one, other]: [&'static str; 2], count: u64) -> String {
        let category = intl::category(self.lang, count);
        let own = |category: &str| self.texts.get(&[stem, "_", category].concat());
        let english = if category == "one" { one } else { other };
        let text = own(&category).or_else(|| own("other"));
        let text = text.copied().unwrap_or(english);
        fill(text, &[("count", &self.number(count))])
    }

    fn number(&self, number: u64) -> String {
        intl::number(self.lang, number)
    }

    /// What became of a fix.
    pub(crate) fn outcome(&self, outcome: Outcome) -> &'static str {
        match outcome {
            Outcome::Open => self.outcome_open(),
            Outcome::NotOffered => self.outcome_not_offered(),
            Outcome::NotNeeded => self.outcome_not_needed(),
            Outcome::AlreadyTried => self.outcome_already_tried(),
            Outcome::Cannot => self.outcome_cannot(),
            Outcome::Skipped => self.outcome_skipped(),
            Outcome::StillRunning => self.outcome_still_running(),
            Outcome::NotSolved => self.outcome_not_solved(),
            Outcome::Solved => self.outcome_solved(),
        }
    }

    /// What was said to an opening question.
    pub(crate) fn said<'a>(&self, said: &'a Said) -> &'a str {
        match said {
            Said::Yes => self.yes(),
            Said::No => self.no(),
            Said::Unsure => self.not_sure(),
            Said::NoneOfThese => self.none_of_these(),
            Said::Option(option) => option,
        }
    }

    /// An answer in as few words as a list has room for.
    pub(crate) fn in_short(&self, answer: Answer) -> &'static str {
        match answer {
            Answer::Yes => self.yes(),
            Answer::No => self.no(),
            Answer::Unsure => self.not_sure(),
            Answer::Tried => self.outcome_already_tried(),
            Answer::Confirm => self.accepted(),
            Answer::Skip => self.outcome_skipped(),
            Answer::First => self.said_first(),
            Answer::Done => self.said_done(),
            Answer::Solved => self.outcome_solved(),
            Answer::NotSolved => self.outcome_not_solved(),
            Answer::StillRunning => self.outcome_still_running(),
            Answer::Cannot => self.outcome_cannot(),
        }
    }

    /// The question after a fix: the fix's, else the guide's, else the default.
    pub(crate) fn ask<'g>(&self, guide: &'g Guide, fix: &'g Fix) -> &'g str {
        let own = fix.verdict.as_deref().or(guide.verdict.ask.as_deref());
        own.unwrap_or(self.verdict_ask())
    }

    /// That a fix is begun and takes time: in the guide's words if it has any, else in those that it has for the return.
    pub(crate) fn started<'g>(&self, guide: &'g Guide) -> &'g str {
        let own = guide.verdict.started.as_ref();
        let own = own.or(guide.verdict.still_running.as_ref());
        own.map_or(self.verdict_started(), String::as_str)
    }

    /// A verdict, in the guide's words if it has any.
    pub(crate) fn verdict<'g>(&self, guide: &'g Guide, answer: Answer) -> &'g str {
        let (own, ours) = match answer {
            Answer::Solved => (&guide.verdict.solved, self.verdict_solved()),
            Answer::NotSolved => (&guide.verdict.not_solved, self.verdict_not_solved()),
            Answer::StillRunning => (&guide.verdict.still_running, self.verdict_still_running()),
            Answer::Cannot => (&guide.verdict.cannot, self.verdict_cannot()),
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
        assert_eq!(EN.fix_of(3, 8), "Fix 3 of 8");
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
    fn a_language_is_learnt_once_and_falls_back_to_english() {
        let texts = [("yes", "HIja'"), ("fixes_other", "{{count}} tI'")];
        let texts = texts.map(|(key, text)| (key.to_owned(), text.to_owned()));
        learn("tlh-Latn", "tlh", texts);
        learn("tlh", "tlh", []);
        let words = Words::of("tlh-Latn");
        assert_eq!(words, Words::of("tlh"));
        assert_eq!((words.yes(), words.no()), ("HIja'", "No"));
        assert_eq!([words.fixes(1), words.fixes(2)], ["1 tI'", "2 tI'"]);
        for tag in ["en-GB", "tlx", ""] {
            assert_eq!(Words::of(tag), &EN, "{tag}");
        }
    }

    #[test]
    fn counts_use_plural_forms() {
        assert_eq!(
            [EN.fixes(0), EN.fixes(1), EN.fixes(2)],
            ["0 fixes", "1 fix", "2 fixes"]
        );
    }
}
