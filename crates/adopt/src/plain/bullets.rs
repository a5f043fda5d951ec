//! Titles that are typed as lists of one item each.
//!
//! Belongs here: which of them are titles. Does not: lists of several items (see `lists`).

use unstuck_core::guide::{Element, Node};

use crate::dom::{is_heading, is_silent, items, new_element, text};
use crate::lexicon::{Lexicon, Role};
use crate::marks::marks;

/// Fewer may be steps, or asides.
const LEAST: usize = 3;
/// A title is short, in characters.
const LONGEST: usize = 60;

/// Writes bullets over paragraphs as bold paragraphs, where there are several, and not all of them are orders.
pub(super) fn entitle(nodes: &mut [Node], lexicon: &Lexicon) {
    let section = |node: &Node| match node {
        Node::Element(inner) => {
            is_heading(inner) && inner.tag != "h1" && lexicon.role(&text(inner)) != Role::Related
        }
        Node::Text(_) => false,
    };
    if nodes.iter().any(section) {
        return;
    }
    let titles: Vec<usize> = (0..nodes.len()).filter(|at| is_title(nodes, *at)).collect();
    let orders = titles.iter().filter(|at| match &nodes[**at] {
        Node::Element(list) => lexicon.instructs(&text(list)),
        Node::Text(_) => false,
    });
    if titles.len() < LEAST || orders.count() * 4 > titles.len() * 3 {
        return;
    }
    for at in titles {
        if let Node::Element(list) = &mut nodes[at] {
            *list = bold(list);
        }
    }
}

fn is_title(nodes: &[Node], at: usize) -> bool {
    let Some(Node::Element(list)) = nodes.get(at) else {
        return false;
    };
    if list.tag != "ul" || !marks(list).is_empty() || items(list).len() != 1 {
        return false;
    }
    let words = text(list);
    let short = !words.is_empty() && words.chars().count() <= LONGEST && !words.contains('\n');
    // Only from a title on: what says nothing is passed over once, not again from each node of it.
    let next = || nodes.iter().skip(at + 1).find(|node| !is_silent(node));
    short
        && !words.ends_with(['.', '。', ':', '：', ';'])
        && matches!(next(), Some(Node::Element(next)) if next.tag == "p")
}

/// A list of one item as a bold paragraph.
fn bold(list: &Element) -> Element {
    let item = items(list).first().map(|item| (*item).clone());
    let item = item.unwrap_or_else(|| list.clone());
    let inner = item.children.iter().find_map(|child| match child {
        Node::Element(inner) if inner.tag == "p" => Some(inner.clone()),
        _ => None,
    });
    let words = inner.unwrap_or_else(|| item.clone());
    let strong = new_element("strong", words.children);
    let mut paragraph = new_element("p", vec![Node::Element(strong)]);
    paragraph.attributes = item.attributes;
    paragraph
}
