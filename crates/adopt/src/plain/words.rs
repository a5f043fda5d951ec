//! Pieces of sentences: icons, styles in place of elements, elements of any name, what only a screen reader is told.
//!
//! Belongs here: what becomes of a single inline element. Does not: headings (see `headings`), pictures (see `media`).

use unstuck_core::guide::{Element, Node, is_inline};

use super::Place;
use crate::dom::{is_silent, name_words, short_text, text};
use crate::word_lists::lowered;

/// What parts the items of a menu path; it stays whoever may see it.
const PATH_MARKS: [&str; 6] = ["›", ">", "→", "»", "⟩", "❯"];

/// Names of fonts whose letters are icons.
const ICON_FONTS: [&str; 14] = [
    "fa",
    "fas",
    "far",
    "fab",
    "glyphicon",
    "codicon",
    "octicon",
    "dashicons",
    "icon",
    "icons",
    "ico",
    "iconfont",
    "svgicon",
    "bi",
];

/// Elements that are an icon.
const ICONS: [&str; 8] = [
    "mat-icon",
    "ion-icon",
    "fa-icon",
    "iconify-icon",
    "clr-icon",
    "md-icon",
    "rh-icon",
    "pf-icon",
];

/// The longest words that can be an icon's, in bytes.
const LIGATURE: usize = 40;

/// Whether an inline element shows an icon by letters that are no words. `unseen` is whether something beside it is for a
/// screen reader alone.
pub(super) fn is_icon(element: &Element, unseen: bool) -> bool {
    if ICONS.contains(&element.tag.as_str()) {
        return true;
    }
    if !is_inline(&element.tag) || matches!(element.tag.as_str(), "img" | "br" | "picture") {
        return false;
    }
    is_ligature(element) || is_mark(element) || is_unseen_beside(element, unseen)
}

/// An icon font's ligature: `<i class="material-icons">more_vert</i>`.
fn is_ligature(element: &Element) -> bool {
    let Some(words) = short_text(element, LIGATURE).filter(|words| !words.contains(' ')) else {
        return false;
    };
    let class = element.attribute("class").unwrap_or_default();
    let font = class
        .split_whitespace()
        .any(|token| token.starts_with("material-icons") || token.starts_with("material-symbols"));
    if font || words.is_empty() {
        return font;
    }
    if words.chars().all(is_private) {
        return true;
    }
    let small = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '_' | '-');
    let hidden = element.attribute("aria-hidden") == Some("true");
    let named = || {
        let names = name_words(element);
        names.iter().any(|word| ICON_FONTS.contains(&word.as_str()))
    };
    words.chars().all(small)
        && if element.tag == "i" {
            hidden || named()
        } else {
            (hidden || element.attribute("role") == Some("img")) && named()
        }
}

/// A letter that only one font has; Apple's own means a menu.
fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8fe}' | '\u{f0000}'..='\u{10fffd}')
}

/// Whether an element holds a sign that is for the eyes alone, and no letters: a plus, a chevron.
pub(super) fn is_mark(element: &Element) -> bool {
    element.attribute("aria-hidden") == Some("true")
        && is_inline(&element.tag)
        && short_text(element, LIGATURE).is_some_and(|words| {
            !words.is_empty()
                && !words.contains(char::is_alphanumeric)
                && !PATH_MARKS.contains(&words.as_str())
        })
}

/// Whether only a screen reader is told an element.
pub(super) fn is_unseen(element: &Element) -> bool {
    let class = element.attribute("class").unwrap_or_default();
    class.split_whitespace().any(|token| {
        let token = token.to_ascii_lowercase();
        token == "sr-only"
            || token == "assistive-text"
            || token.contains("visually-hidden")
            || token.contains("visuallyhidden")
            || token.contains("screen-reader")
            || token.contains("screenreader")
    })
}

/// The same of a node that says something.
pub(super) fn is_unseen_node(node: &Node) -> bool {
    matches!(node, Node::Element(element) if is_unseen(element) && !is_silent(node))
}

/// Whether an element is told to one reader in place of what stands beside it for the other: of a key shown as a sign, its
/// name is kept.
fn is_unseen_beside(element: &Element, unseen: bool) -> bool {
    if unseen && element.attribute("aria-hidden") == Some("true") {
        return short_text(element, LIGATURE).is_some_and(|words| {
            !PATH_MARKS.contains(&words.as_str()) && words.chars().count() < 4
        });
    }
    // "(opens in a new tab)" after a link's own words.
    is_unseen(element) && {
        let words = lowered(&text(element));
        words.starts_with('(') || words.contains("new tab") || words.contains("new window")
    }
}

/// Whether an element is a word of a sentence.
pub(super) fn is_in_sentence(element: &Element, place: &Place<'_>) -> bool {
    if !says_inside(element) {
        return false;
    }
    let words = |node: Option<&Node>| match node {
        Some(Node::Text(words)) => words.clone(),
        Some(Node::Element(inner)) if is_inline(&inner.tag) => text(inner),
        _ => String::new(),
    };
    let nodes = &place.parent.children;
    let before = words(place.at.checked_sub(1).and_then(|before| nodes.get(before)));
    let after = words(nodes.get(place.at + 1));
    // A control that no space parts from the words beside it is none of them.
    let apart = before.is_empty() || before.ends_with(|c: char| !c.is_alphanumeric() && c != '.');
    if !apart || after.starts_with(char::is_alphanumeric) {
        return false;
    }
    let (before, after) = (before.trim(), after.trim());
    // Controls after a question answer it: "Did this help?"
    !before.is_empty() && !before.ends_with(['?', '？']) || before.is_empty() && after.contains(' ')
}

/// Whether what a control holds says anything.
fn says_inside(control: &Element) -> bool {
    control.children.iter().any(|child| !is_silent(child))
}

/// An element as the plain one that looks like it, without what it holds.
pub(super) fn plain(element: &Element, place: &Place<'_>) -> Element {
    let mut out = Element {
        tag: element.tag.clone(),
        attributes: element.attributes.clone(),
        children: Vec::new(),
    };
    let tag = element.tag.as_str();
    let style = element.attribute("style").unwrap_or_default();
    let style: String = style.split_whitespace().collect();
    let style = style.to_ascii_lowercase();
    let weight = style
        .split(';')
        .find_map(|rule| rule.strip_prefix("font-weight:"));
    let weight = weight.map(|weight| weight.trim_end_matches("!important"));
    let light = |weight: &str| matches!(weight, "normal" | "400" | "300" | "lighter");
    let heavy = |weight: &str| matches!(weight, "bold" | "bolder" | "600" | "700" | "800" | "900");
    let name = match tag {
        // An editor may wrap whole paragraphs.
        "span" | "font" | "b" | "strong" | "em" | "i" | "ins" | "label"
            if holds_blocks(element) =>
        {
            "div"
        }
        // An editor wraps what is pasted into a bold element that is not bold.
        "b" | "strong" if weight.is_some_and(light) => "span",
        "span" | "font" if weight.is_some_and(heavy) => "b",
        "span" | "font" if style.contains("font-style:italic") => "em",
        _ if is_inline(tag) => tag,
        _ if place.is_word(element) => "span",
        _ => tag,
    };
    out.tag = name.into();
    out
}

/// Whether an element holds paragraphs or lists.
fn holds_blocks(element: &Element) -> bool {
    element.children.iter().any(|child| match child {
        Node::Element(inner) => {
            matches!(
                inner.tag.as_str(),
                "p" | "ul" | "ol" | "table" | "pre" | "blockquote" | "dl" | "details" | "section"
            ) || holds_blocks(inner)
        }
        Node::Text(_) => false,
    })
}
