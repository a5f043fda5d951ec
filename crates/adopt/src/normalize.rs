//! Blocks of a foreign page as a guide may hold them.
//!
//! Belongs here: no machinery, no headings that would begin a part of their own, notes marked as such, generators'
//! constructions as plain blocks. Does not: safety (see `sanitize`, which has the last word).

use unstuck_core::guide::{Element, Node};

use crate::dom::{append, bold_paragraph, is_boilerplate, line_of, says, text};
use crate::lexicon::Lexicon;
use crate::marks::{marks, set_mark};
use crate::notes::NoteKind;
use crate::tabs::{TABS, tab_label};

/// A block as a guide may hold it; nothing where it says nothing.
pub(crate) fn normalize(element: &Element, lexicon: &Lexicon) -> Option<Element> {
    match normalize_node(&Node::Element(element.clone()), lexicon) {
        Some(Node::Element(element)) => Some(element),
        _ => None,
    }
}

/// The same for any node.
pub(crate) fn normalize_node(node: &Node, lexicon: &Lexicon) -> Option<Node> {
    let Node::Element(element) = node else {
        return Some(node.clone());
    };
    if is_boilerplate(element) {
        return None;
    }
    let inner = || {
        element
            .children
            .iter()
            .filter_map(|child| normalize_node(child, lexicon))
            .collect::<Vec<_>>()
    };
    let mut out = Element {
        tag: element.tag.clone(),
        attributes: element
            .attributes
            .iter()
            .filter(|(name, _)| Element::wants(name))
            .cloned()
            .collect(),
        children: Vec::new(),
    };
    if let Some(kind) = lexicon
        .note_kind(element)
        .filter(|_| marks(element).is_empty())
    {
        let mut children = inner();
        // It is shown as a note: the word "Note" at its beginning would say so twice.
        let word = children
            .iter()
            .position(|child| !matches!(child, Node::Text(text) if text.trim().is_empty()));
        if let Some(word) = word
            && children.len() > word + 1
            && matches!(&children[word], Node::Element(first) if lexicon.kind_of_label(&text(first)).is_some())
        {
            children.remove(word);
        }
        if out.tag != "p" {
            out.tag = "div".into();
        }
        out.children = children;
        set_mark(
            &mut out,
            "tip",
            if kind == NoteKind::Warning {
                "warning"
            } else {
                ""
            },
        );
        return says(&out).then_some(Node::Element(out));
    }
    match element.tag.as_str() {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "dt" | "summary" | "legend" | "caption" => {
            let words = line_of(element);
            if words.is_empty() {
                return None;
            }
            return Some(Node::Element(bold_paragraph(&words)));
        }
        TABS | "details" | "dl" | "dd" => {
            out.tag = "div".into();
            out.children = inner();
        }
        _ => {
            if let Some(label) = tab_label(element) {
                out.tag = "div".into();
                append(&mut out, bold_paragraph(label));
            }
            out.children.extend(inner());
        }
    }
    let kept = says(&out) || matches!(out.tag.as_str(), "br" | "td" | "th" | "img");
    kept.then_some(Node::Element(out))
}
