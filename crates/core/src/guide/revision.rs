//! The guide's revision: a checksum of its article, by which a link can tell whether it was made from the same words.

use crate::checksum::crc32;

use super::elements::{Element, Node, PREFIX, is_inline};

/// Marks between the pieces of the text that is summed up, so that no two articles give the same one.
const ELEMENT: char = '\u{1}';
const NAME: char = '\u{2}';
const VALUE: char = '\u{3}';
const INLINE: char = '\u{4}';
const BLOCK: char = '\u{5}';
const END: char = '\u{6}';

/// What stands for the words where an author tells editions.
const OF_EDITIONS: [&str; 4] = ["guide", "id", "edition", "only-if"];

/// CRC-32 of the article's words, elements and attributes: any edit changes it, another layout of the source does not. Where the
/// article has an edition, of its ids, conditions and editions: then it is the same in all languages.
pub(super) fn revision(article: &Element) -> u32 {
    let mut text = String::new();
    let edition = [PREFIX, "edition"].concat();
    match article.attribute(&edition) {
        Some(edition) if !edition.is_empty() => gather_editions(article, &mut text),
        _ => gather(article, &mut text),
    }
    crc32(&text)
}

fn gather_editions(element: &Element, out: &mut String) {
    for name in OF_EDITIONS {
        if let Some(value) = element.attribute(&[PREFIX, name].concat()) {
            out.push(NAME);
            out.push_str(name);
            out.push(VALUE);
            out.push_str(value);
        }
    }
    for child in &element.children {
        if let Node::Element(inner) = child {
            gather_editions(inner, out);
        }
    }
}

fn gather(element: &Element, out: &mut String) {
    for (name, value) in &element.attributes {
        // Whether a source hands over more is no change of the guide.
        if Element::wants(name) {
            out.push(NAME);
            out.push_str(name);
            out.push(VALUE);
            out.push_str(value);
        }
    }
    let edge = if is_inline(&element.tag) {
        INLINE
    } else {
        BLOCK
    };
    out.push(edge);
    for child in &element.children {
        match child {
            Node::Text(words) => fold(words, out),
            Node::Element(inner) if inner.tag == "unstuck-guide" => {}
            Node::Element(inner) => {
                if !is_inline(&inner.tag) {
                    trim(out);
                }
                out.push(ELEMENT);
                out.push_str(&inner.tag);
                gather(inner, out);
            }
        }
    }
    if edge == BLOCK {
        trim(out);
    }
    out.push(END);
    out.push(edge);
}

/// Adds words, with the white space between two of them as one space. Beside a block it is layout.
fn fold(words: &str, out: &mut String) {
    for c in words.chars() {
        if !c.is_whitespace() {
            out.push(c);
        } else if !out.ends_with([' ', BLOCK]) {
            out.push(' ');
        }
    }
}

fn trim(out: &mut String) {
    if out.ends_with(' ') {
        out.pop();
    }
}
