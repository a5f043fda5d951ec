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

/// Whether a block does nothing but warn that something will be lost: a warning, or a note or a paragraph of such sentences.
pub(crate) fn warns_of_loss(block: &Element, lexicon: &Lexicon) -> bool {
    let words = text(block);
    let kind = lexicon.note_kind(block);
    if kind == Some(NoteKind::Warning) {
        return sentences(&words).any(|sentence| lexicon.loses(sentence));
    }
    let destroys = |sentence: &str| lexicon.consequence(sentence).is_some();
    if kind.is_some() {
        return sentences(&words).any(destroys);
    }
    block.tag == "p"
        && sentences(&words).any(destroys)
        && sentences(&words)
            .all(|sentence| lexicon.cautions(sentence) || !lexicon.instructs(sentence))
}

/// The words of a step by which it destroys something.
pub(crate) fn loss_of_step(step: &Element, lexicon: &Lexicon) -> Option<String> {
    let words = text(step);
    let clause = sentences(&words).find_map(|sentence| {
        let clause = lexicon.consequence(sentence)?;
        // A whole sentence is told whole; words in brackets are one by themselves.
        let whole = !sentence.contains(['(', ')']) && !lexicon.instructs(sentence);
        Some(if whole { sentence } else { clause })
    })?;
    Some(clause.trim().to_owned())
}

/// The sentences of a paragraph, each with its markup.
pub(crate) fn split_sentences(paragraph: &Element) -> Vec<Element> {
    let mut out = Vec::new();
    let mut nodes: Vec<Node> = Vec::new();
    let mut end = |nodes: &mut Vec<Node>| {
        let piece = Element {
            tag: "p".into(),
            attributes: Vec::new(),
            children: std::mem::take(nodes),
        };
        if says(&piece) {
            out.push(piece);
        }
    };
    for node in &paragraph.children {
        let Node::Text(words) = node else {
            nodes.push(node.clone());
            continue;
        };
        let mut rest = words.as_str();
        while let Some(at) = rest
            .match_indices(['.', '!', '?'])
            .map(|(at, _)| at + 1)
            .find(|at| rest[*at..].starts_with(char::is_whitespace))
        {
            let (sentence, after) = rest.split_at(at);
            nodes.push(Node::Text(sentence.to_owned()));
            end(&mut nodes);
            rest = after;
        }
        nodes.push(Node::Text(rest.to_owned()));
    }
    end(&mut nodes);
    out
}

/// Takes the warnings of a loss out of an item.
pub(crate) fn take_losses(item: &mut Element, lexicon: &Lexicon) -> Vec<Element> {
    let mut out = Vec::new();
    let mut kept = Vec::with_capacity(item.children.len());
    for child in std::mem::take(&mut item.children) {
        match child {
            Node::Element(inner)
                if marks(&inner).is_empty()
                    && lexicon.note_kind(&inner).is_some()
                    && warns_of_loss(&inner, lexicon) =>
            {
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
