//! Characters of a file that its guide is read without, since nobody would see what they do.
//!
//! Belongs here: finding them in a file, written out or escaped. Does not: which they are, or taking them out (that is
//! [`unstuck_core::characters`]).

use std::collections::BTreeSet;

use unstuck_core::characters::{is_banned, is_unseen};
use unstuck_core::guide::{Element, Node, is_skipped};

use crate::diagnostic::{Diagnostic, MAX_DIAGNOSTICS, located_in};

/// One warning for each element that holds such characters, or in JSON for each of the characters. `offsets` are those of
/// the elements, if the format has any.
pub(crate) fn find(article: &Element, offsets: Option<&[usize]>, text: &str) -> Vec<Diagnostic> {
    let mut search = Search {
        offsets: offsets.unwrap_or_default(),
        text,
        visited: 0,
        all: BTreeSet::new(),
        found: Vec::new(),
    };
    search.visit(article, false, false);
    let found = if offsets.is_some() {
        search.found
    } else {
        in_json(text, &search.all)
    };
    located_in(found, text)
}

struct Search<'a> {
    offsets: &'a [usize],
    text: &'a str,
    /// How many elements were visited: the place of the next one's offset.
    visited: usize,
    all: BTreeSet<char>,
    found: Vec<Diagnostic>,
}

impl Search<'_> {
    fn visit(&mut self, element: &Element, skipped: bool, in_code: bool) {
        let own = self.visited;
        self.visited += 1;
        let skipped = skipped || is_skipped(element);
        let in_code = in_code || matches!(element.tag.as_str(), "pre" | "code" | "samp" | "var");
        let mut here = BTreeSet::new();
        if !skipped {
            let attributes = element.attributes.iter();
            for (name, value) in attributes.filter(|(name, _)| Element::wants(name)) {
                here.extend(name.chars().chain(value.chars()).filter(|c| is_lost(*c)));
            }
            for child in &element.children {
                if let Node::Text(words) = child {
                    let lost = |c: &char| is_lost(*c) || in_code && is_unseen(*c);
                    here.extend(words.chars().filter(|c| *c != '\r').filter(lost));
                }
            }
        }
        if !here.is_empty() && self.found.len() < MAX_DIAGNOSTICS {
            let at = self.offsets.get(own).copied().unwrap_or_default();
            let end = self.offsets.get(own + 1).copied();
            let within = self.text.get(at..end.unwrap_or(self.text.len()).max(at));
            // Words after an inner element stand further on, and an escape is not found: then it is the element's place.
            let literal = within.and_then(|within| within.find(|c| here.contains(&c)));
            self.found.push(taken_out(at + literal.unwrap_or(0), &here));
        }
        self.all.append(&mut here);
        for child in &element.children {
            if let Node::Element(inner) = child {
                self.visit(inner, skipped, in_code);
            }
        }
    }
}

/// What is not merely another way to end a line, which files of any system may have.
fn is_lost(c: char) -> bool {
    is_banned(c) && !matches!(c, '\r' | '\u{C}')
}

/// Where these characters are in a text of JSON, as such or as an escape.
fn in_json(text: &str, wanted: &BTreeSet<char>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    if wanted.is_empty() {
        return found;
    }
    let mut chars = text.char_indices();
    while let Some((at, c)) = chars.next().filter(|_| found.len() < MAX_DIAGNOSTICS) {
        let mut meant = Some(c);
        if c == '\\' {
            meant = match chars.next() {
                Some((_, 'b')) => Some('\u{8}'),
                Some((_, 'u')) => {
                    let unit = |at: usize| u16::from_str_radix(text.get(at..at + 4)?, 16).ok();
                    let units = [unit(at + 2), unit(at + 8)].map(Option::unwrap_or_default);
                    char::decode_utf16(units).next().and_then(Result::ok)
                }
                _ => None,
            };
        }
        if let Some(c) = meant.filter(|c| wanted.contains(c)) {
            found.push(taken_out(at, &BTreeSet::from([c])));
        }
    }
    found
}

fn taken_out(at: usize, characters: &BTreeSet<char>) -> Diagnostic {
    let names = characters.iter().take(5);
    let names: Vec<String> = names.map(|c| format!("U+{:04X}", u32::from(*c))).collect();
    Diagnostic::warning(
        "hidden-character",
        at,
        &format!(
            "{} is left out: nobody sees it, but it changes what is read or copied",
            names.join(", ")
        ),
        "take it out of the file; right-to-left text needs no marks around it",
    )
}
