//! Looks through the whole article before any of it is written plainly.
//!
//! Belongs here: which ids its controls name, and how deep its headings of the first level lie. Does not: what is made of it.

use std::collections::BTreeSet;

use unstuck_core::guide::{Element, Node};

use crate::dom::is_heading;
use crate::lexicon::Lexicon;

use super::hidden::is_overlay;
use super::page::Page;
use super::{headings, panels};

impl<'a> Page<'a> {
    pub(super) fn survey(article: &'a Element, lexicon: &'static Lexicon) -> Self {
        let mut page = Self {
            lexicon,
            controlled: BTreeSet::new(),
            headers: BTreeSet::new(),
            boxes: BTreeSet::new(),
            outermost: None,
            last: None,
            over: BTreeSet::new(),
        };
        page.visit(article, 0);
        page
    }

    fn visit(&mut self, element: &'a Element, sections: usize) {
        for child in &element.children {
            let Node::Element(inner) = child else {
                continue;
            };
            if is_overlay(inner) {
                continue;
            }
            if is_heading(inner) {
                let last = self.last.replace(inner);
                self.over.extend(
                    last.filter(|last| last.tag < inner.tag)
                        .map(std::ptr::from_ref),
                );
            }
            if panels::is_control(inner) {
                self.controlled.extend(panels::names(inner));
            }
            let is_box = matches!(inner.attribute("type"), Some("checkbox" | "radio"));
            if let Some(id) = inner.attribute("id") {
                if inner.tag == "input" && is_box {
                    self.boxes.insert(id);
                } else if panels::opens(inner) {
                    self.headers.insert(id);
                }
            }
            let sections = sections + usize::from(headings::is_section(inner));
            if inner.tag == "h1" {
                let least = self.outermost.unwrap_or(sections).min(sections);
                self.outermost = Some(least);
            }
            self.visit(inner, sections);
        }
    }
}
