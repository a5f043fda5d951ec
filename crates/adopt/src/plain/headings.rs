//! Headings as pages decorate them.
//!
//! Belongs here: their level, and what is hung on them: permalinks, edit links, counters, controls. Does not: which of them
//! is a title (see `outline`).

use unstuck_core::guide::{Element, Node};

use super::page::Page;
use super::{left_out, words};
use crate::dom::{class_words, is_heading, is_silent, text};

/// Whether an element is a section that begins with a heading of the first level: below it levels begin anew.
pub(super) fn is_section(element: &Element) -> bool {
    fn opens_with_first(element: &Element) -> bool {
        let first = element.children.iter().find(|child| !is_silent(child));
        match first {
            Some(Node::Element(inner)) => inner.tag == "h1" || opens_with_first(inner),
            _ => false,
        }
    }
    matches!(element.tag.as_str(), "section" | "article") && opens_with_first(element)
}

/// Whether an element names what stands under it or beside it.
pub(super) fn is_titled(element: &Element) -> bool {
    is_heading(element)
        || matches!(
            element.tag.as_str(),
            "dt" | "summary" | "legend" | "caption"
        )
}

impl Page<'_> {
    /// The level that a heading has where each section may begin anew; `None` for what is no heading.
    pub(super) fn level(&self, element: &Element, sections: usize) -> Option<usize> {
        if !is_heading(element) {
            return None;
        }
        let own = usize::from(element.tag.as_bytes().get(1)? - b'0');
        let below = sections.saturating_sub(self.outermost.unwrap_or(sections));
        Some((own + below).min(6))
    }
}

/// Takes from a heading what pages hang on it, and gives it its level.
pub(super) fn clean(heading: &mut Element, level: Option<usize>) {
    if let Some(level) = level {
        heading.tag = format!("h{level}");
    }
    let id = heading.attribute("id").map(str::to_owned);
    take_machinery(heading, id.as_deref());
    // A control that is all of a heading has its words.
    let only_controls = !heading.children.iter().any(|child| match child {
        Node::Text(words) => !words.trim().is_empty(),
        Node::Element(inner) => inner.tag != "button" && !is_silent(child),
    });
    if only_controls {
        for child in &mut heading.children {
            if let Node::Element(inner) = child
                && inner.tag == "button"
            {
                inner.tag = "span".into();
                take_machinery(inner, None);
            }
        }
    }
}

fn take_machinery(element: &mut Element, id: Option<&str>) {
    let words = text(element);
    for child in &mut element.children {
        if let Node::Element(inner) = child {
            if is_machinery(inner, id, &words) || words::is_mark(inner) {
                *inner = left_out(inner);
            } else if matches!(
                inner.tag.as_str(),
                "span" | "a" | "b" | "strong" | "div" | "p"
            ) {
                take_machinery(inner, id);
            }
        }
    }
}

/// Whether a piece of a heading is no word of it.
fn is_machinery(element: &Element, id: Option<&str>, heading: &str) -> bool {
    let words = text(element);
    // What is all of the heading is the heading.
    if words.is_empty() || words.trim() == heading.trim() {
        return false;
    }
    let named = class_words(element).any(|word| {
        matches!(
            word,
            "headerlink" | "anchor" | "hash" | "permalink" | "editsection" | "deeplink"
        )
    });
    let own = element.tag == "a"
        && id.is_some()
        && element
            .attribute("href")
            .and_then(|href| href.strip_prefix('#'))
            == id;
    let runs = element.tag == "a"
        && element.attribute("href").is_some_and(|href| {
            href.trim_start()
                .to_ascii_lowercase()
                .starts_with("javascript:")
        });
    named
        || own
        || runs
        || words::is_unseen(element)
        || is_toggle(element)
        || element.tag == "a"
            && matches!(
                words.as_str(),
                "#" | "¶" | "§" | "🔗" | "Link" | "Anchor" | "[edit]" | "edit"
            )
}

/// Whether an element beside a title says what a press on it does: Show, Hide.
pub(super) fn is_toggle(element: &Element) -> bool {
    let class = element
        .attribute("class")
        .unwrap_or_default()
        .to_ascii_lowercase();
    class.split_whitespace().any(|token| {
        [
            "toggle",
            "toggle-text",
            "toggle-focus",
            "chevron",
            "caret",
            "arrow",
            "indicator",
            "divider",
            "marker",
        ]
        .iter()
        .any(|end| token.ends_with(end))
    })
}

/// Leaves out the links that stand beside a heading and lead to it.
pub(super) fn beside(nodes: &mut [Node]) {
    let id_of = |node: &Node| match node {
        Node::Element(element) if is_heading(element) => {
            Some(element.attribute("id").unwrap_or_default().to_owned())
        }
        _ => None,
    };
    let Some(id) = nodes.iter().find_map(id_of) else {
        return;
    };
    for node in nodes {
        if let Node::Element(element) = node
            && element.tag == "a"
            && let Some(target) = element
                .attribute("href")
                .and_then(|href| href.strip_prefix('#'))
            && (!id.is_empty() && target == id || class_words(element).any(|word| word == "anchor"))
        {
            *element = left_out(element);
        }
    }
}
