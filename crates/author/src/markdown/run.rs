//! Words of one line as the parser hands them over, and where each of them stands.
//!
//! Belongs here: putting them together. Does not: what foreign syntax is in them (`inline`).

use std::ops::Range;

/// What stands for a byte that was escaped: no syntax has it.
const HARMLESS: &str = "\u{1}";

/// Words of one line, as the parser hands them over.
#[derive(Debug, Default)]
pub(super) struct Run {
    pub(super) text: String,
    /// The same, with what was escaped made harmless.
    pub(super) scanned: String,
    /// Where parts of it begin: there, and in the parser's text.
    parts: Vec<(usize, usize)>,
}

impl Run {
    /// Adds words that stand in the parser's text at `range`.
    pub(super) fn push(&mut self, words: &str, source: &str, range: &Range<usize>) {
        let escaped = range.start > 0 && source.as_bytes().get(range.start - 1) == Some(&b'\\');
        self.parts.push((self.text.len(), range.start));
        self.text.push_str(words);
        if source.get(range.clone()) != Some(words) {
            // An entity.
            self.scanned.push_str(&HARMLESS.repeat(words.len()));
        } else if escaped {
            let first = words.chars().next().map_or(0, char::len_utf8);
            self.scanned.push_str(&HARMLESS.repeat(first));
            self.scanned
                .push_str(words.get(first..).unwrap_or_default());
        } else {
            self.scanned.push_str(words);
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// What it says, with what was escaped made harmless.
    pub(super) fn scanned(&self) -> &str {
        &self.scanned
    }

    /// Takes so many bytes off its beginning.
    pub(super) fn skip(&mut self, bytes: usize) {
        let offset = self.source_of(bytes);
        self.text.replace_range(..bytes.min(self.text.len()), "");
        self.scanned
            .replace_range(..bytes.min(self.scanned.len()), "");
        self.parts.retain(|(at, _)| *at > bytes);
        self.parts.iter_mut().for_each(|(at, _)| *at -= bytes);
        self.parts.insert(0, (0, offset));
    }

    pub(super) fn source_of(&self, at: usize) -> usize {
        let after = self.parts.partition_point(|(start, _)| *start <= at);
        let part = after.checked_sub(1).and_then(|place| self.parts.get(place));
        part.map_or(0, |(start, source)| source + at - start)
    }
}
