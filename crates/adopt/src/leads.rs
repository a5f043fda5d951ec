//! What a line says of what follows it or of where it sends the reader: an output, another page, support.
//!
//! Belongs here: single lines in a fix. Does not: what a sentence instructs (see `sentences`), or what becomes of the line
//! (see `steps`).

use unstuck_core::guide::Element;

use crate::dom::{items, text};
use crate::lexicon::{Lexicon, Role, System};
use crate::marks::mark;
use crate::sentences::sentences;
use crate::systems::Systems;
use crate::table::Block;
use crate::titles::folded;
use crate::word_lists::{begins_with_phrase, contains_phrase, lowered};

/// The longest line that only points elsewhere or sends to support, in bytes.
const LINE_BYTES: usize = 320;

/// Whether words end in a colon: something follows.
pub(crate) fn ends_in_colon(words: &str) -> bool {
    words.trim_end().ends_with([':', '：'])
}

impl Lexicon {
    /// The device or browser that a line over a list is for, at its end: To do so on your Mac. "On your phone" says where.
    pub(crate) fn system_of_lead(&'static self, words: &str) -> Systems {
        let found = self.systems_at_end(words.trim_end().trim_end_matches([':', '：']));
        let place = |system: &&System| matches!(system.id, "desktop" | "mobile" | "web");
        if found.iter().any(place) {
            Systems::new()
        } else {
            found
        }
    }

    /// Whether the lists among these blocks are each for a system, by the lines over them.
    pub(crate) fn lists_by_system(&'static self, blocks: &[Block]) -> bool {
        let mut lists = 0;
        let all = blocks.windows(2).all(|pair| {
            let [lead, list] = pair else {
                return true;
            };
            if lead.tag != "p" || !matches!(list.tag.as_str(), "ol" | "ul") {
                return true;
            }
            let words = text(lead);
            lists += 1;
            ends_in_colon(&words) && !self.system_of_lead(&words).is_empty()
        });
        all && lists > 1
    }

    /// Whether code is what a machine shows, and not to be typed; `before` is the line over it.
    pub(crate) fn is_output(&self, code: &Element, before: &str) -> bool {
        let lead = lowered(sentences(before).last().unwrap_or_default());
        let lead = format!("{} ", lead.trim());
        let last = |phrases: &[&'static str]| {
            let places = phrases.iter();
            let ends = places.filter_map(|phrase| Some(lead.rfind(phrase)? + phrase.len()));
            ends.max()
        };
        match (last(&self.outputs), last(&self.commands)) {
            (Some(_), None) => true,
            // "Run it until you see an error like:" shows one; "Run this to see the error:" does not.
            (Some(output), Some(command)) => {
                output > command
                    && !lead
                        .get(command..output)
                        .is_some_and(|to| to.contains(" to "))
            }
            (None, Some(_)) => false,
            (None, None) => looks_like_output(code),
        }
    }

    /// Whether a block only sends the reader to the next fix; the guide's verdict does that.
    pub(crate) fn only_leads_on(&self, block: &Element) -> bool {
        let text = lowered(&text(block));
        text.len() < 160
            && sentences(&text).count() == 1
            && begins_with_phrase(&text, &self.onward_leads)
            && contains_phrase(&text, &self.onward)
    }

    /// Whether a paragraph does nothing but point to other pages.
    pub(crate) fn only_points(&self, paragraph: &Element) -> bool {
        let words = text(paragraph);
        let points = |sentence: &str| {
            let lower = lowered(sentence);
            let lower = lower.trim_start_matches(['(', '→', '↪', '*', ' ']);
            // "See if the lamp is lit" is to be done.
            begins_with_phrase(lower, &self.pointers) && !begins_with_phrase(lower, &self.tests)
        };
        words.len() < LINE_BYTES && !words.is_empty() && sentences(&words).all(points)
    }

    /// Whether a paragraph sends the reader to support, as the last resort.
    pub(crate) fn sends_to_support(&self, paragraph: &Element) -> bool {
        let words = text(paragraph);
        // "None of it helped? Use the chat." asks as a heading does.
        let said: Vec<&str> = sentences(&words).collect();
        let asked = words.len() < LINE_BYTES
            && matches!(said.as_slice(), [first, rest @ ..] if rest.len() <= 2
                && self.asks_if_helped(first)
                && rest.iter().any(|sentence| self.asks_somebody(&lowered(sentence))));
        asked || self.is_line_of_support(paragraph) && self.is_last_resort(&lowered(&words))
    }

    /// Whether a sentence asks, as the heading of a last section does, whether the reader was helped.
    fn asks_if_helped(&self, sentence: &str) -> bool {
        sentence.ends_with(['?', '？'])
            && matches!(self.role(sentence), Role::LastResort | Role::Support)
    }

    /// Whether a sentence, in lower case, has to do with somebody to call, to write to or to visit.
    pub(crate) fn asks_somebody(&self, sentence: &str) -> bool {
        contains_phrase(sentence, &self.support_words)
            || sentence.split_whitespace().any(is_address)
            || has_telephone(sentence)
    }

    /// Whether a paragraph does little more than to say whom to ask.
    pub(crate) fn is_line_of_support(&self, paragraph: &Element) -> bool {
        let words = lowered(&text(paragraph));
        words.len() < LINE_BYTES && sentences(&words).count() <= 2 && self.names_support(&words)
    }

    /// Whether words, in lower case, say whom to ask.
    pub(crate) fn names_support(&self, words: &str) -> bool {
        contains_phrase(words, &self.support_sentences) || words.split_whitespace().any(is_address)
    }

    /// Whether words speak of a problem that is still there.
    fn is_last_resort(&self, words: &str) -> bool {
        begins_with_phrase(words, &self.last_resort_leads)
            || contains_phrase(words, &self.last_resorts)
    }

    /// Whether a sentence over code says that the code is to be typed.
    pub(crate) fn leads_to_code(&self, words: &str) -> bool {
        let last = lowered(sentences(words).last().unwrap_or_default());
        ends_in_colon(&last) || contains_phrase(&last, &self.commands)
    }

    /// Whether a sentence over a list of steps leads to it.
    pub(crate) fn leads_to_steps(&self, words: &str) -> bool {
        let last = lowered(sentences(words).last().unwrap_or_default());
        ends_in_colon(&last) || self.instructs(&last) && self.introduces_steps(&last)
    }

    fn introduces_steps(&self, words: &str) -> bool {
        contains_phrase(&words.replace('’', "'"), &self.step_intros)
    }

    /// Whether a paragraph before a list of steps is itself to be done, and does not only introduce the list under it.
    pub(crate) fn orders_before(&self, words: &str, title: &str, directly: bool) -> bool {
        let words = lowered(words);
        let Some(last) = sentences(&words).last() else {
            return false;
        };
        if !directly {
            return sentences(&words).any(|sentence| self.orders(sentence));
        }
        let folded = folded(title);
        let mut of_title = folded.split(' ').filter(|word| word.len() > 3).peekable();
        let restates = of_title.peek().is_some() && of_title.all(|word| words.contains(word));
        self.orders(last) && !self.introduces_steps(&words) && !restates
    }

    /// Whether the last sentence of a paragraph is an order.
    pub(crate) fn ends_in_order(&self, words: &str) -> bool {
        let last = lowered(sentences(words).last().unwrap_or_default());
        self.orders(&last)
    }

    /// Whether the items of a list are for one case each: "Version A if you have X", "Version B if you have Y".
    pub(crate) fn are_alternatives(&self, list: &Element) -> bool {
        let items = items(list);
        list.tag == "ul"
            && items.len() > 1
            && mark(&list.attributes, "steps").is_none()
            && items.iter().all(|item| {
                let words = lowered(&text(item));
                sentences(&words).count() == 1
                    && (contains_phrase(&words, &self.cases)
                        || begins_with_phrase(&words, &self.case_starts))
            })
    }

    /// Whether a sentence is an order, and not only advice.
    fn orders(&self, sentence: &str) -> bool {
        let first = sentence.split(' ').next().unwrap_or_default();
        self.instructs(sentence)
            && !contains_phrase(sentence, &self.instructions)
            && !self.soft_orders.contains(first)
    }
}

/// Whether a word is a whole e-mail address, and not the end of one: "@lamp.example".
fn is_address(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '@');
    word.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty() && host.split('.').count() > 1 && !host.contains("..")
    })
}

/// Whether a sentence has a telephone number: so many figures, in groups.
fn has_telephone(sentence: &str) -> bool {
    let mut runs = sentence.split(|c: char| !c.is_ascii_digit() && !"+-/() \u{a0}".contains(c));
    runs.any(|run| {
        let figures = run.chars().filter(char::is_ascii_digit).count();
        let groups = run.split(|c: char| !c.is_ascii_digit());
        let groups = groups.filter(|group| !group.is_empty()).count();
        (9..=13).contains(&figures) && groups > 1
    })
}

/// Whether code begins as messages do.
fn looks_like_output(code: &Element) -> bool {
    let text = lowered(&text(code));
    let first = text
        .lines()
        .next()
        .unwrap_or_default()
        .trim_start_matches(['[', '(']);
    [
        "error",
        "warning",
        "fatal",
        "traceback",
        "exception",
        "panic:",
        "uncaught",
        "unhandled",
        "failed",
        "cannot ",
        "could not ",
    ]
    .iter()
    .any(|begin| first.starts_with(begin))
}
