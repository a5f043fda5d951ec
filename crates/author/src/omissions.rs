//! What a file says and its guide cannot hold: what another format, built from the guide, will lack.
//!
//! Belongs here: the parts of an article that are in no question, fix or note of its guide. Does not: mistakes (see
//! `diagnose`).

use std::collections::HashSet;

use unstuck_core::guide::{Element, Node, is_skipped};

use crate::diagnostic::{Diagnostic, located_in};
use crate::html;
use crate::load::Loaded;
use crate::location::{letters, only_letters, spots};

/// Elements with text of their own: what a reader sees as one piece of text.
const BLOCKS: [&str; 14] = [
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "p",
    "li",
    "dt",
    "dd",
    "td",
    "th",
    "pre",
    "figcaption",
];

/// Content other than text that no guide can contain.
const PICTURES: [(&str, &str); 7] = [
    ("img", "a picture"),
    ("svg", "a picture"),
    ("picture", "a picture"),
    ("video", "a video"),
    ("audio", "a sound"),
    ("iframe", "an embedded page"),
    ("form", "a form"),
];

/// What of the file is not in its guide, each with its location.
#[must_use]
pub fn omissions(loaded: &Loaded, text: &str) -> Vec<Diagnostic> {
    let (source, offsets) = loaded.source();
    let (Some(guide), Some(offsets)) = (&loaded.guide, offsets) else {
        // JSON holds nothing else: a field that is none of the guide's is refused.
        return Vec::new();
    };
    let written = html::element(guide);
    let mut held: HashSet<String> = HashSet::new();
    for spot in spots(&written, &[]) {
        if is_block(spot.element) {
            held.insert(letters(spot.element));
        }
        held.extend(
            spot.element
                .attributes
                .iter()
                .map(|(_, value)| only_letters(value)),
        );
    }
    let mut missing = Missing {
        held,
        offsets,
        at: 0,
        out: Vec::new(),
    };
    missing.visit(source, false);
    located_in(missing.out, text)
}

struct Missing<'a> {
    held: HashSet<String>,
    offsets: &'a [usize],
    /// Which element comes next, in the order of the text.
    at: usize,
    out: Vec<Diagnostic>,
}

impl Missing<'_> {
    fn visit(&mut self, element: &Element, skipped: bool) {
        let offset = self.offsets.get(self.at).copied().unwrap_or_default();
        self.at += 1;
        let skipped = skipped || is_skipped(element);
        let tag = element.tag.as_str();
        if skipped {
            // Controls of the page are not about the problem.
        } else if let Some((_, what)) = PICTURES.iter().find(|(known, _)| *known == tag) {
            self.out.push(omission(offset, what));
        } else if is_block(element) {
            let words = letters(element);
            if !words.is_empty() && !self.held.contains(&words) {
                let heading = matches!(tag.as_bytes(), [b'h', b'1'..=b'6']);
                let what = if heading { "a heading" } else { "a text" };
                self.out.push(omission(offset, what));
            }
        }
        for child in &element.children {
            if let Node::Element(inner) = child {
                self.visit(inner, skipped);
            }
        }
    }
}

fn omission(offset: usize, what: &str) -> Diagnostic {
    Diagnostic::warning(
        "left-out",
        offset,
        &format!("{what} is no part of the guide and is left out"),
        "put what a reader needs into the introduction, a fix or the section for support, in words",
    )
}

/// Whether an element holds words and no block within it that holds them for itself.
fn is_block(element: &Element) -> bool {
    let whole = |child: &Node| match child {
        Node::Text(_) => true,
        Node::Element(inner) => {
            let tag = inner.tag.as_str();
            !BLOCKS.contains(&tag)
                && !matches!(tag, "ul" | "ol" | "div" | "table" | "dl" | "blockquote")
        }
    };
    BLOCKS.contains(&element.tag.as_str()) && element.children.iter().all(whole)
}
