//! What stands in an article and is none of its words: controls, menus, links of headings to themselves.
//!
//! Belongs here: taking it out of a block, with the rule that says why. Does not: which elements it is (see `dom`).

use unstuck_core::guide::{Element, Node, is_inline, is_safe_image_src};

use crate::dom::{class_words, is_boilerplate, is_heading, text};
use crate::marks::mark;
use crate::rules::By;
use crate::word_lists::lowered;

/// A heading without the links that pages hang on it, which are left out.
pub(crate) fn without_permalinks(heading: &Element, left_out: &mut Vec<(Element, By)>) -> Element {
    fn permalink(element: &Element) -> bool {
        let words = text(element);
        element.attribute("aria-hidden") == Some("true")
            || class_words(element).any(|word| {
                matches!(
                    word,
                    "headerlink" | "anchor" | "hash" | "permalink" | "hidden" | "sr" | "visually"
                )
            }) && (words.chars().count() < 3
                || element.tag != "a"
                || lowered(&words).starts_with("link to")
                || lowered(&words).starts_with("permalink"))
            || element.tag == "a"
                && matches!(words.as_str(), "#" | "¶" | "§" | "🔗" | "Link" | "Anchor")
    }
    let mut out = without_machinery(heading.clone(), left_out);
    out.children.retain(|child| match child {
        Node::Element(inner) if permalink(inner) => {
            left_out.push((inner.clone(), By::Permalink));
            false
        }
        _ => true,
    });
    out
}

/// An element without what is no part of its words, which is left out.
pub(crate) fn without_machinery(
    mut element: Element,
    left_out: &mut Vec<(Element, By)>,
) -> Element {
    let mut kept = Vec::with_capacity(element.children.len());
    for child in element.children {
        match child {
            Node::Element(inner) if is_boilerplate(&inner) => {
                if has_words(&inner) {
                    left_out.push((inner, By::Machinery));
                }
            }
            Node::Element(inner) if is_skipped_by_author(&inner) => {
                left_out.push((inner, By::AuthorSkip));
            }
            Node::Element(inner) if inner.tag == "img" && !is_shown(&inner) => {
                left_out.push((inner, By::UnsafePicture));
            }
            Node::Element(inner) => {
                kept.push(Node::Element(without_machinery(inner, left_out)));
            }
            text @ Node::Text(_) => kept.push(text),
        }
    }
    element.children = kept;
    element
}

/// Whether the author leaves out a block. The rules see to the items of a list.
pub(crate) fn is_skipped_by_author(element: &Element) -> bool {
    !is_inline(&element.tag)
        && element.tag != "li"
        && !is_heading(element)
        && mark(&element.attributes, "skip").is_some()
}

/// Whether a picture can be shown, and is more than a dot that counts its readers.
fn is_shown(image: &Element) -> bool {
    let src = image.attribute("src").unwrap_or_default().trim();
    let dot = |name: &str| image.attribute(name) == Some("1");
    !src.is_empty() && is_safe_image_src(src) && !dot("width") && !dot("height")
}

/// Whether an element has words, and not only what a program reads.
pub(crate) fn has_words(element: &Element) -> bool {
    !matches!(
        element.tag.as_str(),
        "script" | "style" | "template" | "noscript" | "head" | "link" | "meta"
    ) && element.children.iter().any(|child| match child {
        Node::Text(text) => !text.trim().is_empty(),
        Node::Element(inner) => has_words(inner),
    })
}
