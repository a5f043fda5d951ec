//! What unfolds: a control, and the panel that it opens.
//!
//! Belongs here: accordions and disclosures of all makers, known by what they have in common: a control alone in its header,
//! and beside it what it names, hides, or has a panel's class. Does not: tabs, whose labels stand together (see `tabs`).

use unstuck_core::guide::{Element, Node, holds_words, is_inline};

use super::hidden::{self, is_overlay};
use super::page::Page;
use super::{headings, left_out, words};
use crate::dom::{has_heading, is_heading, is_silent, name_words, new_element, says, text};
use crate::marks::marks;

/// What classes call something that unfolds.
const UNFOLDING: [&str; 18] = [
    "accordion",
    "accordian",
    "collapse",
    "collapsible",
    "collapsable",
    "collapsed",
    "collapser",
    "toggle",
    "toggler",
    "expand",
    "expander",
    "expando",
    "expandable",
    "expansion",
    "faq",
    "disclosure",
    "spoiler",
    "unfold",
];
/// What they call its header.
const HEADERS: [&str; 16] = [
    "title",
    "header",
    "heading",
    "head",
    "label",
    "trigger",
    "control",
    "question",
    "button",
    "btn",
    "toggle",
    "toggler",
    "summary",
    "link",
    "opener",
    "questions",
];
/// What they call its panel.
const PANELS: [&str; 12] = [
    "content", "contents", "body", "panel", "pane", "answer", "collapse", "details", "text",
    "inner", "region", "box",
];
/// The most wrappers around a panel, or around the words of a header.
const WRAPPERS: usize = 8;
/// The longest title of what unfolds, in characters.
const TITLE: usize = 200;

/// A header with its panel.
pub(super) struct Header<'a> {
    /// The outermost element that is nothing but the header.
    whole: &'a Element,
    /// The heading in it or around it.
    heading: Option<&'a Element>,
    words: Vec<&'a Node>,
    /// Icons, pictures and switches beside the words.
    beside: Vec<&'a Node>,
    panel: &'a Element,
}

/// What is known of an element that holds a control, or a class that says so, and nothing else.
struct Opener<'a> {
    control: Option<&'a Element>,
    heading: Option<&'a Element>,
    /// Whether classes call it a header of what unfolds.
    named: bool,
    ids: Vec<&'a str>,
    words: Vec<&'a Node>,
    beside: Vec<&'a Node>,
}

/// Whether an element is something to press that opens something.
pub(super) fn is_control(element: &Element) -> bool {
    let has = |name: &str| element.attribute(name).is_some();
    // A menu's or a dialog's opens nothing of the article.
    let popup = element
        .attribute("aria-haspopup")
        .is_some_and(|kind| kind != "false");
    if popup || is_overlay(element) {
        return false;
    }
    element.tag == "button"
        || element.tag == "mat-expansion-panel-header"
        || matches!(element.attribute("role"), Some("button" | "tab"))
        || has("aria-expanded")
        || has("aria-controls")
        || has("data-toggle")
        || has("data-bs-toggle")
}

/// The ids of what a control opens.
pub(super) fn names(control: &Element) -> impl Iterator<Item = &str> {
    let ids = control
        .attribute("aria-controls")
        .unwrap_or_default()
        .split_whitespace();
    let target = ["data-target", "data-bs-target", "href"]
        .into_iter()
        .filter_map(|name| control.attribute(name)?.strip_prefix('#'));
    ids.chain(target).filter(|id| !id.is_empty())
}

/// Whether an element is nothing but something that can open a panel.
pub(super) fn opens(element: &Element) -> bool {
    is_heading(element)
        || opener(element, false).is_some_and(|found| found.control.is_some() || found.named)
}

/// Looks into an element as long as it holds one thing alone.
fn opener(element: &Element, in_unfolding: bool) -> Option<Opener<'_>> {
    // A header is short, and so is the look into it.
    short_length(element).filter(|length| (1..=TITLE).contains(length))?;
    let mut found = Opener {
        control: None,
        heading: None,
        named: false,
        ids: Vec::new(),
        words: Vec::new(),
        beside: Vec::new(),
    };
    let mut at = element;
    for _ in 0..WRAPPERS {
        if at.attribute("hidden").is_some()
            || matches!(at.tag.as_str(), "details" | "table" | "ul" | "ol")
        {
            return None;
        }
        if found.control.is_none() && is_control(at) {
            found.control = Some(at);
        }
        if is_heading(at) {
            found.heading = Some(at);
        }
        let names = name_words(at);
        let unfolding = names
            .iter()
            .position(|word| UNFOLDING.contains(&word.as_str()));
        let header = names
            .iter()
            .enumerate()
            .any(|(at, word)| HEADERS.contains(&word.as_str()) && Some(at) != unfolding);
        found.named |= header && (unfolding.is_some() || in_unfolding)
            // A class of that name on the control itself says the same.
            || is_control(at) && unfolding.is_some();
        found.ids.extend(at.attribute("id"));
        let said = || at.children.iter().filter(|child| !is_silent_in(child));
        let mut inner: Vec<&Node> = said().filter(|child| !is_beside(child)).collect();
        if inner.is_empty() {
            inner = said().collect();
        } else {
            found.beside.extend(said().filter(|child| is_beside(child)));
        }
        match inner.as_slice() {
            [] => return None,
            [Node::Element(only)] => at = only,
            _ => {
                found.words = inner;
                break;
            }
        }
    }
    if found.words.is_empty() {
        return None;
    }
    let blocks = found.words.iter().any(|node| match node {
        Node::Element(inner) => !holds_words(inner) && !is_control(inner),
        Node::Text(_) => false,
    });
    (!blocks).then_some(found)
}

/// The most nodes of a header.
const NODES: usize = 60;

/// How many characters an element holds, where neither they nor its nodes are many.
fn short_length(element: &Element) -> Option<usize> {
    fn count(element: &Element, nodes: &mut usize, length: &mut usize) {
        for child in &element.children {
            *nodes += 1;
            if *nodes > NODES || *length > TITLE {
                return;
            }
            match child {
                Node::Text(words) => *length += words.trim().chars().take(TITLE + 1).count(),
                Node::Element(inner) => count(inner, nodes, length),
            }
        }
    }
    let (mut nodes, mut length) = (0, 0);
    count(element, &mut nodes, &mut length);
    (nodes <= NODES).then_some(length)
}

/// Whether a node says nothing; a control does by what it holds.
fn is_silent_in(node: &Node) -> bool {
    is_silent(node) && !is_control_node(node)
}

/// What stands beside the words of a header: a picture that several words describe is told, all else is left out.
fn beside_title(node: &Node) -> Option<Node> {
    let Node::Element(element) = node else {
        return None;
    };
    let described = element
        .attribute("alt")
        .is_some_and(|words| words.trim().contains(' '));
    Some(Node::Element(if element.tag == "img" && described {
        element.clone()
    } else {
        left_out(element)
    }))
}

/// Whether a node in a header is no word of it: an icon, a picture, Show.
fn is_beside(node: &Node) -> bool {
    match node {
        Node::Text(_) => false,
        Node::Element(element) if is_control(element) => false,
        Node::Element(element) => {
            let icon = name_words(element)
                .last()
                .is_some_and(|last| matches!(last.as_str(), "icon" | "icons"));
            element.tag == "img"
                || icon && text(element).chars().count() < 3
                || words::is_icon(element, false)
                || headings::is_toggle(element)
        }
    }
}

impl Page<'_> {
    /// The header that these nodes begin with, where its panel follows, and how many nodes after the first are taken.
    pub(super) fn header<'n>(
        &self,
        parent: &Element,
        nodes: &'n [Node],
    ) -> Option<(Header<'n>, usize)> {
        let (Node::Element(whole), rest) = nodes.split_first()? else {
            return None;
        };
        if matches!(
            whole.tag.as_str(),
            "input" | "dt" | "summary" | "tr" | "td" | "th" | "img"
        ) {
            return None;
        }
        let unfolding = name_words(parent)
            .iter()
            .any(|word| UNFOLDING.contains(&word.as_str()));
        let found = opener(whole, unfolding)?;
        // A box may stand between a label and what it opens.
        let at = rest.iter().position(|node| match node {
            Node::Text(text) => !text.trim().is_empty(),
            Node::Element(inner) => inner.tag != "input" && hidden::holds_any(inner),
        })?;
        let Node::Element(panel) = rest.get(at)? else {
            return None;
        };
        let is_panel = self.labels(whole, parent) || opened_by(&found, panel, unfolding);
        let block = !is_inline(&panel.tag) && !is_heading(panel) && !is_control(panel);
        (block && is_panel && !is_overlay(panel)).then_some((
            Header {
                whole,
                heading: found.heading,
                words: found.words,
                beside: found.beside,
                panel,
            },
            at + 1,
        ))
    }

    /// Whether an element is the label of a box that opens what follows. Boxes of tabs are parted by labels, too.
    fn labels(&self, element: &Element, parent: &Element) -> bool {
        let tabs = name_words(parent)
            .iter()
            .any(|word| word.starts_with("tab") && word != "tab");
        element.tag == "label"
            && !tabs
            && element
                .attribute("for")
                .is_some_and(|id| self.boxes.contains(id))
    }

    /// Writes a header and its panel: as a heading with what follows it, or as a `details`.
    pub(super) fn unfold(&self, header: &Header<'_>, sections: usize, out: &mut Vec<Node>) {
        let mut panel = hidden::shown(header.panel);
        panel
            .attributes
            .retain(|(name, _)| !matches!(name.as_str(), "role" | "class"));
        panel.children = self.children(&panel, sections);
        let mut title = Element {
            children: header.words.iter().copied().cloned().collect(),
            attributes: header.whole.attributes.clone(),
            tag: "summary".into(),
        };
        if let Some(heading) = header.heading {
            title.tag.clone_from(&heading.tag);
            for (name, value) in &heading.attributes {
                if title.attribute(name).is_none() {
                    title.attributes.push((name.clone(), value.clone()));
                }
            }
        }
        title
            .attributes
            .retain(|(name, _)| !matches!(name.as_str(), "role" | "class" | "style" | "hidden"));
        title.children = self.children(&title, sections);
        let beside = header.beside.iter().copied();
        title.children.extend(beside.filter_map(beside_title));
        match header.heading {
            Some(heading) => {
                headings::clean(&mut title, self.level(heading, sections));
                out.push(Node::Element(title));
                out.push(Node::Element(panel));
            }
            None => {
                headings::clean(&mut title, None);
                let both = vec![Node::Element(title), Node::Element(panel)];
                out.push(Node::Element(new_element("details", both)));
            }
        }
    }
}

/// Whether a control opens the element beside it.
fn opened_by(opener: &Opener<'_>, panel: &Element, in_unfolding: bool) -> bool {
    let named: Vec<&str> = opener
        .control
        .map(|control| names(control).collect())
        .unwrap_or_default();
    // The id may be on a wrapper or inside one.
    let mut at = panel;
    for _ in 0..WRAPPERS {
        if at.attribute("id").is_some_and(|id| named.contains(&id)) {
            return true;
        }
        let labels = at.attribute("aria-labelledby").unwrap_or_default();
        if labels.split_whitespace().any(|id| opener.ids.contains(&id)) {
            return true;
        }
        let mut inner = at.children.iter().filter(|child| !is_silent(child));
        match (inner.next(), inner.next()) {
            (Some(Node::Element(only)), None) => at = only,
            _ => break,
        }
    }
    let known = opener.control.is_some() || opener.named;
    if hidden::is_hidden(panel) || panel.attribute("aria-hidden") == Some("true") {
        return known;
    }
    let names = name_words(panel);
    let any = |list: &[&str]| names.iter().any(|word| list.contains(&word.as_str()));
    if opener.named && (any(&PANELS) || in_unfolding)
        || opener.control.is_some() && any(&PANELS) && (any(&UNFOLDING) || names.len() == 1)
    {
        return true;
    }
    // One that says whether it is open, and names nothing elsewhere.
    let expands = opener
        .control
        .is_some_and(|control| control.attribute("aria-expanded").is_some());
    expands && named.is_empty() && !begins_with_header(panel)
}

fn begins_with_header(panel: &Element) -> bool {
    let first = panel
        .children
        .iter()
        .find(|child| !is_silent(child) || is_control_node(child));
    match first {
        Some(Node::Element(inner)) => {
            is_control(inner)
                || is_heading(inner)
                || has_heading(inner)
                || begins_with_header(inner)
        }
        _ => false,
    }
}

fn is_control_node(node: &Node) -> bool {
    matches!(node, Node::Element(element) if is_control(element))
}

/// Whether a `details` says what it holds before it is open.
pub(super) fn has_summary(details: &Element) -> bool {
    details
        .children
        .iter()
        .any(|child| matches!(child, Node::Element(inner) if inner.tag == "summary" && says(inner)))
}

/// Whether each item of a list is something that unfolds, and nothing else.
pub(super) fn only_unfolds(list: &Element) -> bool {
    let mut items = list
        .children
        .iter()
        .filter(|child| !is_silent(child))
        .peekable();
    items.peek().is_some()
        && items.all(|item| {
            let Node::Element(item) = item else {
                return false;
            };
            holds_only(item, "details")
        })
}

/// Whether an element is nothing but a wrapper around something that unfolds.
pub(super) fn only_one_unfolds(element: &Element) -> bool {
    marks(element).is_empty() && holds_only(element, "details")
}

/// Whether an element is nothing but a wrapper around a note.
pub(super) fn only_notes(element: &Element) -> bool {
    marks(element).is_empty() && holds_only(element, "aside")
}

fn holds_only(element: &Element, tag: &str) -> bool {
    let mut inner = element.children.iter().filter(|child| !is_silent(child));
    matches!((inner.next(), inner.next()), (Some(Node::Element(only)), None) if only.tag == tag)
}

/// What the items of a list hold, in its place.
pub(super) fn unwrap(list: Element, out: &mut Vec<Node>) {
    for item in list.children {
        if let Node::Element(item) = item {
            out.extend(item.children);
        }
    }
}
