//! Notes and warnings: what a page sets apart from its text.
//!
//! Belongs here: how they are recognised, by classes or by their first words. Does not: which of them becomes a risk (see
//! `fix_section`).

use unstuck_core::guide::{Element, Node};

use crate::dom::text;
use crate::lexicon::Lexicon;

/// What is set apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoteKind {
    /// Any note.
    Note,
    /// Something that goes wrong unless one takes care.
    Warning,
}

impl Lexicon {
    /// Whether a word, in lower case, is what warnings are called.
    fn warns(&self, word: &str) -> bool {
        matches!(
            word,
            "warning" | "caution" | "danger" | "important" | "attention" | "critical"
        )
    }

    /// The kind of note that a label names if it is nothing else: `Tip:`, `Warning!`.
    pub(crate) fn kind_of_label(&self, label: &str) -> Option<NoteKind> {
        let label = label
            .trim()
            .trim_end_matches([':', '!', '.'])
            .to_lowercase();
        match label.as_str() {
            label if self.warns(label) => Some(NoteKind::Warning),
            "note" | "notes" | "tip" | "tips" | "hint" | "info" | "information" | "remark"
            | "good to know" => Some(NoteKind::Note),
            _ => None,
        }
    }

    /// Which kind of note an element is, where a page sets it apart as one.
    pub(crate) fn note_kind(&self, element: &Element) -> Option<NoteKind> {
        if !matches!(
            element.tag.as_str(),
            "div" | "aside" | "section" | "blockquote" | "details" | "p" | "dl" | "table"
        ) {
            return None;
        }
        let class = element
            .attribute("class")
            .unwrap_or_default()
            .to_lowercase();
        if class.is_empty() && element.tag == "aside" || element.attribute("role") == Some("note") {
            return Some(NoteKind::Note);
        }
        if matches!(element.tag.as_str(), "p" | "blockquote") {
            return self.kind_of_first_words(element);
        }
        let mut known = None;
        for word in class
            .split_whitespace()
            .flat_map(|class| class.split(['-', '_']))
        {
            // A general word may precede the specific one: "admonition warning".
            if self.warns(word) {
                return Some(NoteKind::Warning);
            }
            if matches!(
                word,
                "admonition"
                    | "admonitionblock"
                    | "alert"
                    | "note"
                    | "callout"
                    | "notice"
                    | "tip"
                    | "hint"
                    | "info"
                    | "information"
                    | "infobox"
                    | "aside"
                    | "notification"
            ) {
                known = Some(NoteKind::Note);
            }
        }
        known
    }

    /// What a paragraph says of itself with its first words, in bold: Note, Warning.
    fn kind_of_first_words(&self, element: &Element) -> Option<NoteKind> {
        let first = element
            .children
            .iter()
            .find(|child| !matches!(child, Node::Text(text) if text.trim().is_empty()))?;
        match first {
            Node::Element(bold) if matches!(bold.tag.as_str(), "b" | "strong") => {
                self.kind_of_label(&text(bold))
            }
            Node::Element(inner) if inner.tag == "p" => self
                .kind_of_first_words(inner)
                .or_else(|| self.kind_of_label(&text(inner))),
            _ => None,
        }
    }
}
