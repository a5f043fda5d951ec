//! What a sentence does: instructs, refers to something, warns of a loss, mentions waiting.
//!
//! Belongs here: single sentences and the sentences of an element; all English. Does not: titles (see `titles`), or what
//! makes a list one of steps (see `lists`).

use unstuck_core::guide::{Element, menu_path};

use crate::dom::{find_tags, text};
use crate::lexicon::Lexicon;
use crate::titles::{bare, without_number};
use crate::word_lists::{begins_with_phrase, contains_phrase};

/// How much of a sentence is read, in characters: what takes longer to come to its verb is no instruction.
const SENTENCE_CHARS: usize = 240;

/// Sentences by what they do.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Tally {
    /// All of them.
    pub(crate) sentences: usize,
    /// The instructions among them.
    pub(crate) instructing: usize,
    /// Those that only point at something to do.
    pub(crate) hinting: usize,
}

impl Tally {
    pub(crate) fn add(&mut self, other: Self) {
        self.sentences += other.sentences;
        self.instructing += other.instructing;
        self.hinting += other.hinting;
    }
}

impl Lexicon {
    /// Whether a sentence is an instruction.
    pub(crate) fn instructs(&self, sentence: &str) -> bool {
        let end = sentence
            .char_indices()
            .nth(SENTENCE_CHARS)
            .map_or(sentence.len(), |(at, _)| at);
        let sentence = &sentence[..end];
        let lower = sentence.trim().to_lowercase().replace('’', "'");
        let lower = without_number(&lower);
        if lower.is_empty() || lower.starts_with("note that") || lower.starts_with("see also") {
            return false;
        }
        if contains_phrase(lower, &self.instructions) {
            return true;
        }
        // Clauses: "If it is on, turn it off." begins with none of the verbs.
        let opener = lower.split(' ').next().map(bare).unwrap_or_default();
        let conditional = self.clause_openers.contains(&opener);
        let mut clauses = lower.split([',', ':', ';', '–', '—', '(', ')']);
        let first = clauses.next().unwrap_or_default();
        if self.begins_with_verb(first) && !lower.starts_with("to ") {
            return true;
        }
        // "Under Options select Reset" has no comma.
        if matches!(
            first.split(' ').next(),
            Some("under" | "in" | "on" | "from" | "at")
        ) && first.split(' ').skip(2).take(8).any(|word| {
            matches!(
                word,
                "select"
                    | "click"
                    | "tap"
                    | "choose"
                    | "press"
                    | "enable"
                    | "disable"
                    | "enter"
                    | "uncheck"
                    | "untick"
            )
        }) {
            return true;
        }
        (conditional || first.split(' ').count() < 4)
            && clauses.any(|clause| self.begins_with_verb(clause))
    }

    fn begins_with_verb(&self, clause: &str) -> bool {
        let mut words = clause
            .split_whitespace()
            .map(bare)
            .filter(|word| !word.is_empty())
            .skip_while(|word| self.lead_words.contains(word) && *word != "to");
        let Some(first) = words.next() else {
            return false;
        };
        // "Update is slow" and "check marks are" name things.
        let second = words.next().unwrap_or_default();
        self.is_verb(first) && !self.after_nouns.contains(&second)
    }

    /// Whether a sentence at least points at something to do: You can skip them. The port should be 587.
    pub(crate) fn hints(&self, sentence: &str) -> bool {
        contains_phrase(&sentence.to_lowercase(), &self.hints)
    }

    /// Whether a sentence says that something will be lost.
    pub(crate) fn loses(&self, sentence: &str) -> bool {
        let lower = sentence.to_lowercase().replace('’', "'");
        contains_phrase(&lower, &self.losses) && !contains_phrase(&lower, &self.keeps)
    }

    /// The clause of a sentence that says, wherever it stands, that what is done destroys something. Not where that is its aim:
    /// "Delete all files."
    pub(crate) fn consequence<'t>(&self, sentence: &'t str) -> Option<&'t str> {
        let lower = sentence.to_lowercase().replace('’', "'");
        if contains_phrase(&lower, &self.keeps) {
            return None;
        }
        let clauses = sentence.split([',', ';', ':', '(', ')', '–', '—']);
        clauses.map(str::trim).find(|clause| {
            let lower = clause.to_lowercase().replace('’', "'");
            contains_phrase(&lower, &self.consequences) && !self.begins_with_verb(&lower)
        })
    }

    /// Whether a sentence says what to do before something is lost.
    pub(crate) fn takes_care(&self, sentence: &str) -> bool {
        contains_phrase(&sentence.to_lowercase(), &self.precautions) && !self.loses(sentence)
    }

    /// Whether a sentence says that its result takes hours.
    pub(crate) fn takes_long(&self, sentence: &str) -> bool {
        let lower = sentence.to_lowercase();
        let long = lower
            .split(|c: char| !c.is_alphanumeric())
            .any(|word| matches!(word, "hour" | "hours" | "overnight" | "day" | "days"));
        // "If you can't wait for a day, do this" is for those who do not.
        long && contains_phrase(&lower, &self.waiting)
            && !lower.replace('’', "'").contains("n't wait")
    }

    /// Whether a paragraph invites to rate or to edit the article.
    pub(crate) fn invites(&self, text: &str) -> bool {
        text.split(' ').count() < 24 && contains_phrase(&text.to_lowercase(), &self.invitations)
    }

    /// Whether a paragraph is metadata: date of change, category.
    pub(crate) fn is_metadata(&self, text: &str) -> bool {
        if self.invites(text) {
            return true;
        }
        text.split(' ').count() < 16 && begins_with_phrase(&text.to_lowercase(), &self.labels)
    }

    /// Sentences of a block, and the instructions among them.
    pub(crate) fn tally(&self, block: &Element) -> Tally {
        let mut tally = Tally::default();
        if matches!(block.tag.as_str(), "pre" | "figure") {
            return tally;
        }
        let text = text(block);
        for sentence in sentences(&text) {
            tally.sentences += 1;
            if self.instructs(sentence) {
                tally.instructing += 1;
            } else if self.hints(sentence) {
                tally.hinting += 1;
            }
        }
        tally
    }

    /// Whether any sentence of an element is an instruction.
    pub(crate) fn is_instructing(&self, element: &Element) -> bool {
        let text = text(element);
        sentences(&text).any(|sentence| self.instructs(sentence)) || has_menu_path(element)
    }
}

/// The sentences of a text.
pub(crate) fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(['.', '!', '?', '\n']).flat_map({
        // A full stop within 2.4 or a file name ends nothing.
        let mut start = 0;
        let mut end = 0;
        move |piece| {
            end += piece.len();
            let last = piece.ends_with(['!', '?', '\n'])
                || text[end..].starts_with(char::is_whitespace)
                || end == text.len();
            if !last {
                return None;
            }
            let sentence = text[start..end].trim();
            start = end;
            (!sentence.is_empty()).then_some(sentence)
        }
    })
}

/// Bold items of a menu: where to go.
fn has_menu_path(element: &Element) -> bool {
    let bold = find_tags(element, &["b", "strong"]);
    bold.iter().any(|inner| menu_path(&text(inner)).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_where_they_end() {
        let of = |text| sentences(text).collect::<Vec<_>>();
        assert_eq!(
            of("Set 2.4 GHz. Wait! Is it on? Yes"),
            ["Set 2.4 GHz.", "Wait!", "Is it on?", "Yes"]
        );
        assert_eq!(of(""), Vec::<&str>::new());
    }

    #[test]
    fn instructions_are_recognised() {
        for (sentence, tells) in [
            ("Restart the phone.", true),
            ("If it is on, turn it off.", true),
            ("To start over, press Reset.", true),
            ("Please wait.", true),
            ("You should update it.", true),
            ("The phone is slow.", false),
            ("This happens when the disk is full.", false),
            ("Update is slow.", false),
        ] {
            assert_eq!(Lexicon::of("en").instructs(sentence), tells, "{sentence}");
        }
    }
}
