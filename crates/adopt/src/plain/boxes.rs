//! Boxes around all that a heading has.
//!
//! Belongs here: what stands between two headings, seen as a whole. Does not: which parts are fixes (see `classify`).

use unstuck_core::guide::{Element, Node, is_inline};

use super::left_out;
use crate::dom::{is_boilerplate, is_heading, is_silent, line_of};
use crate::marks::marks;
use crate::titles::folded;

/// What a reader meets between two headings.
enum Met {
    Heading(String),
    /// Something that unfolds, with its summary.
    Details(String),
    Note,
    Other,
}

/// Opens the box that is all of a heading: a note, or what unfolds under a summary that repeats the heading.
pub(super) fn settle(element: &mut Element) {
    let mut met = Vec::new();
    walk(element, &mut met);
    let mut opened = Vec::with_capacity(met.len());
    for (at, each) in met.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|before| met.get(before));
        let alone = matches!(met.get(at + 1), None | Some(Met::Heading(_)));
        opened.push(match (before, each) {
            (Some(Met::Heading(_)), Met::Note) => alone,
            (Some(Met::Heading(title)), Met::Details(summary)) => {
                alone && folded(title) == folded(summary)
            }
            _ => false,
        });
    }
    apply(element, &mut opened.into_iter());
}

/// Whether an element only arranges what it holds.
fn arranges(element: &Element) -> bool {
    !is_inline(&element.tag)
        && marks(element).is_empty()
        && matches!(
            element.tag.as_str(),
            "div"
                | "section"
                | "article"
                | "main"
                | "header"
                | "center"
                | "hgroup"
                | "form"
                | "fieldset"
        )
}

fn meets(node: &Node) -> Option<Met> {
    let Node::Element(element) = node else {
        return (!is_silent(node)).then_some(Met::Other);
    };
    if is_heading(element) {
        return Some(Met::Heading(line_of(element)));
    }
    if is_silent(node) || is_boilerplate(element) {
        return None;
    }
    Some(match element.tag.as_str() {
        "details" if marks(element).is_empty() => Met::Details(summary_of(element)),
        "aside" if element.attribute("class") == Some("note") => Met::Note,
        _ => Met::Other,
    })
}

fn walk(element: &Element, out: &mut Vec<Met>) {
    for child in &element.children {
        match child {
            Node::Element(inner) if arranges(inner) && !is_boilerplate(inner) => walk(inner, out),
            child => out.extend(meets(child)),
        }
    }
}

fn apply(element: &mut Element, opened: &mut impl Iterator<Item = bool>) {
    for child in &mut element.children {
        match child {
            Node::Element(inner) if arranges(inner) && !is_boilerplate(inner) => {
                apply(inner, opened);
            }
            child if meets(child).is_none() => {}
            child => {
                if opened.next() == Some(true)
                    && let Node::Element(inner) = child
                {
                    open(inner);
                }
            }
        }
    }
}

fn summary_of(details: &Element) -> String {
    let found = details.children.iter().find_map(|child| match child {
        Node::Element(inner) if inner.tag == "summary" => Some(line_of(inner)),
        _ => None,
    });
    found.unwrap_or_default()
}

/// Takes the box off what it holds, and the summary with it.
fn open(element: &mut Element) {
    element.tag = "div".into();
    element.attributes.retain(|(name, _)| name != "class");
    for child in &mut element.children {
        if let Node::Element(summary) = child
            && summary.tag == "summary"
        {
            *summary = left_out(summary);
        }
    }
}
