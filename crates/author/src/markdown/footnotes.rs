//! Footnotes, each in a box after the block that refers to it: a reader of one step sees no foot of a page.
//!
//! Belongs here: where they go. Does not: reading them (the parser does that).

use std::collections::{HashMap, HashSet};

use unstuck_core::guide::{Element, Node, PREFIX, Problem, Size, is_inline};

use crate::location::AT;

/// The element that stands for a reference while the tree is made; its attribute of the same name is the label.
pub(super) const REFERENCE: &str = "x-footnote";

/// What footnotes say, by their labels.
pub(super) type Footnotes = HashMap<String, Element>;

/// Puts footnotes into the places of their references; which of them have one.
///
/// # Errors
/// The bound that they exceed, as one may be referred to many times.
pub(super) fn place(article: &mut Element, all: &Footnotes) -> Result<HashSet<String>, Problem> {
    let mut placing = Placing {
        all,
        size: Size::default(),
        placed: HashSet::new(),
    };
    let mut left = Vec::new();
    placing.visit(article, &mut left)?;
    Ok(placing.placed)
}

struct Placing<'a> {
    all: &'a Footnotes,
    size: Size,
    placed: HashSet<String>,
}

impl Placing<'_> {
    /// Adds the labels that are referred to in an element and have no place in it.
    fn visit(&mut self, element: &mut Element, labels: &mut Vec<String>) -> Result<(), Problem> {
        let heading = matches!(element.tag.as_bytes(), [b'h', b'1'..=b'6']);
        let mut children = Vec::with_capacity(element.children.len());
        let mut own = Vec::new();
        for child in std::mem::take(&mut element.children) {
            let Node::Element(mut inner) = child else {
                children.push(child);
                continue;
            };
            if let Some(label) = inner.attribute(REFERENCE) {
                own.push(label.to_owned());
                if !heading {
                    children.push(Node::Text(number(own.len())));
                }
            } else if is_inline(&inner.tag) {
                self.visit(&mut inner, &mut own)?;
                children.push(Node::Element(inner));
            } else {
                let mut below = Vec::new();
                self.visit(&mut inner, &mut below)?;
                children.push(Node::Element(inner));
                if matches!(element.tag.as_str(), "table" | "thead" | "tbody" | "tr") {
                    own.append(&mut below);
                } else {
                    self.add(below, &mut children)?;
                }
            }
        }
        if matches!(
            element.tag.as_str(),
            "li" | "dd" | "article" | "div" | "blockquote"
        ) {
            self.add(own, &mut children)?;
        } else {
            labels.append(&mut own);
        }
        element.children = children;
        Ok(())
    }

    fn add(&mut self, labels: Vec<String>, children: &mut Vec<Node>) -> Result<(), Problem> {
        if labels.is_empty() {
            return Ok(());
        }
        let mut said = Vec::new();
        for (place, label) in labels.into_iter().enumerate() {
            let Some(footnote) = self.all.get(&label) else {
                continue;
            };
            self.size.bytes(cost(footnote))?;
            let mut nodes = footnote.children.clone();
            let mark = Node::Text(format!("{} ", number(place + 1)));
            match nodes.first_mut() {
                Some(Node::Element(first)) if first.tag == "p" => first.children.insert(0, mark),
                _ => nodes.insert(0, mark),
            }
            said.push(Node::Element(Element {
                tag: "div".into(),
                attributes: footnote
                    .attributes
                    .iter()
                    .filter(|(name, _)| name == AT)
                    .cloned()
                    .collect(),
                children: nodes,
            }));
            self.placed.insert(label);
        }
        children.push(Node::Element(Element {
            tag: "blockquote".into(),
            attributes: vec![(format!("{PREFIX}tip"), String::new())],
            children: said,
        }));
        Ok(())
    }
}

fn cost(element: &Element) -> usize {
    let of = |child: &Node| match child {
        Node::Text(words) => 16 + words.len(),
        Node::Element(inner) => 16 + cost(inner),
    };
    let attributes = element.attributes.iter().map(|(_, value)| value.len());
    element.children.iter().map(of).sum::<usize>() + attributes.sum::<usize>()
}

/// A number as it stands at a reference.
fn number(number: usize) -> String {
    const FIGURES: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let figures = number.to_string();
    let figures = figures
        .bytes()
        .map(|byte| FIGURES[usize::from(byte - b'0') % 10]);
    figures.collect()
}
