//! Warnings that something will be lost.
//!
//! Belongs here: finding them, and taking them out of a step. Does not: what losing is called (see `sentences`), or how a
//! risk is written (see `fix_section`).

use unstuck_core::guide::{Element, Node};

use crate::dom::{says, text};
use crate::lexicon::Lexicon;
use crate::marks::marks;
use crate::notes::NoteKind;
use crate::sentences::sentences;

/// Whether a warning says that something will be lost.
pub(crate) fn warns_of_loss(block: &Element, lexicon: &Lexicon) -> bool {
    lexicon.note_kind(block) == Some(NoteKind::Warning)
        && sentences(&text(block)).any(|sentence| lexicon.loses(sentence))
}

/// Takes the warnings of a loss out of an item.
pub(crate) fn take_losses(item: &mut Element, lexicon: &Lexicon) -> Vec<Element> {
    let mut out = Vec::new();
    let mut kept = Vec::with_capacity(item.children.len());
    for child in std::mem::take(&mut item.children) {
        match child {
            Node::Element(inner) if marks(&inner).is_empty() && warns_of_loss(&inner, lexicon) => {
                out.push(inner);
            }
            other => kept.push(other),
        }
    }
    item.children = kept;
    // An item that is nothing but the warning stays one.
    if says(item) {
        return out;
    }
    item.children = out.drain(..).map(Node::Element).collect();
    Vec::new()
}
