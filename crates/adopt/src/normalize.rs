//! Blocks of a foreign page as a guide may hold them.
//!
//! Belongs here: no headings that would begin a part of their own, notes marked as such, generators' constructions as plain
//! blocks. Does not: what is told at all (the table says), or safety (see `sanitize`, which has the last word).

use unstuck_core::guide::{Element, Node, is_inline};

use crate::dom::{
    append, bold_paragraph, find_tags, is_blank, line_of, new_element, parts_of_list, says, text,
};
use crate::lexicon::Lexicon;
use crate::marks::{mark, marks, set_mark};
use crate::notes::NoteKind;
use crate::rules::By;
use crate::table::{Answer, Row};
use crate::tabs::{TABS, systems_of, tab_label};

/// The longest paragraph that is told in bold, in bytes.
const LEAD_BYTES: usize = 160;

/// A row as the guide tells it.
pub(crate) fn written(row: &Row, answer: &Answer) -> Option<Element> {
    // A whole paragraph in bold would not lead.
    let short = row.element.tag != "p" || text(&row.element).len() <= LEAD_BYTES;
    if answer.lead && short && is_plain(&row.element) {
        return Some(bold_line(&row.element)).filter(says);
    }
    normalize(&row.element)
}

/// A block as a guide may hold it; nothing where it says nothing.
pub(crate) fn normalize(element: &Element) -> Option<Element> {
    match normalize_node(&Node::Element(element.clone())) {
        Some(Node::Element(element)) => Some(element),
        _ => None,
    }
}

/// The same for any node.
pub(crate) fn normalize_node(node: &Node) -> Option<Node> {
    let Node::Element(element) = node else {
        return Some(node.clone());
    };
    let inner = || {
        let children = element.children.iter();
        children.filter_map(normalize_node).collect::<Vec<_>>()
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
    match element.tag.as_str() {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "dt" | "summary" | "legend" | "caption" => {
            let line = bold_line(element);
            return says(&line).then_some(Node::Element(line));
        }
        TABS | "details" | "dl" | "dd" => {
            out.tag = "div".into();
            out.children = inner();
        }
        // Of a list only its items are read.
        "ul" | "ol" => {
            for part in parts_of_list(element) {
                match normalize_node(part) {
                    Some(Node::Element(item)) if item.tag == "li" => append(&mut out, item),
                    Some(Node::Text(text)) if text.trim().is_empty() => {}
                    Some(other) => append(&mut out, new_element("li", vec![other])),
                    None => {}
                }
            }
        }
        _ => {
            if let Some(label) = tab_label(element) {
                out.tag = "div".into();
                // Where no word of the article names the systems, the names are all that tells the tabs apart.
                let label = if label.is_empty() {
                    systems_of(element)
                } else {
                    label
                };
                append(&mut out, bold_paragraph(label));
            }
            out.children.extend(inner());
        }
    }
    let boxed = mark(&out.attributes, "tip").is_some();
    if boxed
        && matches!(
            out.tag.as_str(),
            "aside" | "blockquote" | "section" | "table"
        )
    {
        out.tag = "div".into();
    }
    // White space of its own parts words: code that is coloured has an element around each space.
    let space = is_inline(&out.tag)
        && !out.children.is_empty()
        && out
            .children
            .iter()
            .all(|child| matches!(child, Node::Text(_)));
    let kept = says(&out) || space || matches!(out.tag.as_str(), "br" | "td" | "th" | "img");
    kept.then_some(Node::Element(out))
}

/// Marks the notes of an element, and takes off the word for it at their beginning: the box says so.
pub(crate) fn take_note_labels(
    element: &mut Element,
    lexicon: &Lexicon,
    left_out: &mut Vec<(Element, By)>,
) {
    let own = lexicon.note_kind(element);
    if let Some(kind) = own.filter(|_| marks(element).is_empty()) {
        let word = element.children.iter().position(|child| !is_blank(child));
        let label = |node: &Node| match node {
            Node::Element(first) => lexicon.kind_of_label(&text(first)).is_some(),
            Node::Text(_) => false,
        };
        if let Some(word) = word
            && element.children.len() > word + 1
            && label(&element.children[word])
            && let Node::Element(label) = element.children.remove(word)
        {
            left_out.push((label, By::NoteLabel));
        }
        let warns = kind == NoteKind::Warning;
        set_mark(element, "tip", if warns { "warning" } else { "" });
    }
    for child in &mut element.children {
        if let Node::Element(inner) = child {
            take_note_labels(inner, lexicon, left_out);
        }
    }
}

/// Whether an element is words alone, which read the same as a line in bold.
pub(crate) fn is_plain(element: &Element) -> bool {
    const RICH: [&str; 12] = [
        "a", "img", "code", "kbd", "samp", "pre", "ul", "ol", "table", "figure", "var", "picture",
    ];
    find_tags(element, &RICH).is_empty()
}

/// An element's words as a bold paragraph.
pub(crate) fn bold_line(element: &Element) -> Element {
    let inline = |node: &Node| match node {
        Node::Text(_) => true,
        Node::Element(inner) => is_inline(&inner.tag),
    };
    if find_tags(element, &["img"]).is_empty() || !element.children.iter().all(inline) {
        return bold_paragraph(&line_of(element));
    }
    let bold = new_element("b", element.children.clone());
    new_element("p", vec![Node::Element(bold)])
}

/// Loose words at the beginning become a paragraph, so that blocks can follow.
pub(crate) fn wrap_loose(nodes: &mut Vec<Node>) {
    let block = |node: &Node| matches!(node, Node::Element(inner) if !is_inline(&inner.tag));
    let end = nodes.iter().position(block).unwrap_or(nodes.len());
    if end == 0 {
        return;
    }
    let rest = nodes.split_off(end);
    let loose = std::mem::replace(nodes, rest);
    let paragraph = new_element("p", loose);
    if says(&paragraph) {
        nodes.insert(0, Node::Element(paragraph));
    }
}
