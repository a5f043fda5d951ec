//! Markup that styles or arranges, and that nobody sees: it goes, so that everything after this has one form of each thing.
//!
//! Belongs here: spaces, elements around words for their style, paragraphs of any name, frames around a block. Does not: what
//! looks different (see `words` and `headings`).

use unstuck_core::guide::{Element, Node, is_inline};

use crate::dom::{find_tags, has_heading, is_blank, is_heading, new_element};
use crate::marks::marks;

/// Spaces that do not break, which editors put anywhere.
const NO_BREAK: [char; 2] = ['\u{a0}', '\u{202f}'];
/// What such a space is meant to stand before: signs in French, units.
const SIGNS: [char; 8] = [':', ';', '?', '!', '»', '%', '°', '–'];
/// Where white space is told as it is.
const CODE: [&str; 5] = ["pre", "code", "kbd", "samp", "textarea"];

/// The article with plain spaces, but for those that keep a sign or a unit on its line, with one text where a comment parts it in
/// two, and with headings by role as headings.
pub(crate) fn tidied(element: &Element) -> Element {
    let mut out = Element {
        tag: element.tag.clone(),
        attributes: element.attributes.clone(),
        children: Vec::with_capacity(element.children.len()),
    };
    for child in &element.children {
        let child = match child {
            Node::Text(text) => Node::Text(breaking(text)),
            Node::Element(inner) if CODE.contains(&inner.tag.as_str()) => child.clone(),
            Node::Element(inner) => Node::Element(tidied(inner)),
        };
        push(child, &mut out.children);
    }
    if out.attribute("role") == Some("heading") && !is_heading(&out) && !has_heading(&out) {
        out.tag = format!("h{}", level(&out));
    }
    out
}

/// The level of a heading by its role; that of a section where its author gives none.
fn level(heading: &Element) -> usize {
    let given = heading.attribute("aria-level");
    let level = given.and_then(|level| level.trim().parse().ok());
    level.filter(|level| *level > 0).unwrap_or(2).min(6)
}

fn breaking(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    let mut before = ' ';
    while let Some(letter) = letters.next() {
        let keeps = before == '«'
            || before.is_numeric()
            || letters.peek().is_some_and(|next| SIGNS.contains(next));
        let plain = NO_BREAK.contains(&letter) && !keeps;
        out.push(if plain { ' ' } else { letter });
        before = letter;
    }
    out
}

/// Words without the elements around them that only style them.
pub(super) fn unstyle(nodes: &mut Vec<Node>) {
    if !nodes.iter().any(only_styles) {
        return;
    }
    let mut out: Vec<Node> = Vec::with_capacity(nodes.len());
    for node in nodes.drain(..) {
        let inner = match node {
            Node::Element(element) if is_style(&element) => element.children,
            other => vec![other],
        };
        for node in inner {
            push(node, &mut out);
        }
    }
    *nodes = out;
}

/// Adds a node; a text to the one before.
fn push(node: Node, out: &mut Vec<Node>) {
    match (out.last_mut(), node) {
        (Some(Node::Text(before)), Node::Text(text)) => before.push_str(&text),
        (_, node) => out.push(node),
    }
}

fn only_styles(node: &Node) -> bool {
    matches!(node, Node::Element(element) if is_style(element))
}

fn is_style(element: &Element) -> bool {
    matches!(element.tag.as_str(), "span" | "font") && is_bare(element)
}

/// Whether an element has no attribute but what gives it its looks.
fn is_bare(element: &Element) -> bool {
    let looks = ["style", "color", "face", "size", "align"];
    let mut attributes = element.attributes.iter();
    attributes.all(|(name, _)| looks.contains(&name.as_str()))
}

/// A block without line breaks at its ends.
pub(super) fn trim(block: &mut Element) {
    if is_inline(&block.tag) {
        return;
    }
    let ends = |node: &Node| {
        is_blank(node) || matches!(node, Node::Element(element) if element.tag == "br")
    };
    let is_break = |node: &&Node| matches!(node, Node::Element(_));
    let end = block.children.iter().rposition(|node| !ends(node));
    let end = end.map_or(0, |last| last + 1);
    if block.children[end..].iter().any(|node| is_break(&node)) {
        block.children.truncate(end);
    }
    let begin = block.children.iter().position(|node| !ends(node));
    let begin = begin.unwrap_or(0);
    if block.children[..begin].iter().any(|node| is_break(&node)) {
        block.children.drain(..begin);
    }
}

/// What a frame holds that arranges the page alone: one block, or the cells of a table around blocks.
pub(super) fn unframed(block: Element) -> Result<Vec<Node>, Element> {
    if !marks(&block).is_empty() {
        return Err(block);
    }
    match block.tag.as_str() {
        "div" if is_bare(&block) => {
            let mut inside = block.children.iter().filter(|child| !is_blank(child));
            match (inside.next(), inside.next()) {
                (Some(Node::Element(only)), None) if !is_inline(&only.tag) => Ok(block.children),
                _ => Err(block),
            }
        }
        "table" => match find_tags(&block, &["td", "th"]).as_slice() {
            [cell] if holds_blocks(cell) => {
                let cell = new_element("div", cell.children.clone());
                Ok(vec![Node::Element(cell)])
            }
            _ => Err(block),
        },
        _ => Err(block),
    }
}

fn holds_blocks(cell: &Element) -> bool {
    has_heading(cell) || find_tags(cell, &["p", "ul", "ol"]).len() > 1
}

/// Whether a block is a paragraph by what it holds: words alone.
pub(super) fn is_paragraph(block: &Element) -> bool {
    let inline = |node: &Node| !matches!(node, Node::Element(element) if !is_inline(&element.tag));
    block.tag == "div" && block.children.iter().all(inline) && !block.children.iter().all(is_blank)
}
