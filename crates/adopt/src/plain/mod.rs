//! Pages as sites build them, written as plain HTML: what unfolds is a `details` or a heading, what is set apart an `aside`,
//! what is loaded later a picture, and what only a script shows stands where its control does.
//!
//! Belongs here: the constructions of generators, builders and widgets, by what they have in common. Everything after this
//! sees their plain form alone. Does not: what the words say (see `classify`), or safety (see `sanitize`, which has the last
//! word): nothing here allows an element or an address.
//!
//! What a reader of the page is not meant to read (icons, permalinks, edit links) is not taken away but put into a
//! [`LEFT_OUT`], so that it can be accounted for.

mod boxes;
mod bullets;
mod headings;
mod hidden;
mod lists;
mod media;
mod page;
mod panels;
mod survey;
mod systems;
mod tables;
mod tidy;
mod words;

use unstuck_core::guide::{Element, Node, has_words, holds_words, is_inline};

use crate::dom::{LEFT_OUT, find, has_heading, is_heading, new_element, opens_with_heading, text};
use crate::lexicon::Lexicon;
use crate::marks::marks;
use crate::tabs::{self, beside_panels, read_tabs};
use crate::title_blocks::is_titled_block;
use page::Page;
pub(crate) use tidy::tidied;

/// The article in plain HTML. It is tidy already (see [`tidied`]).
pub(crate) fn plain(article: &Element, lexicon: &'static Lexicon) -> Element {
    let page = Page::survey(article, lexicon);
    let mut out = article.clone();
    out.children = page.children(article, 0);
    boxes::settle(&mut out);
    out
}

/// Where a node stands.
struct Place<'a> {
    parent: &'a Element,
    /// Which child of it.
    at: usize,
    /// Whether words stand beside it.
    worded: bool,
    /// Whether something beside it is for a screen reader alone.
    unseen: bool,
    /// How many sections with a heading of the first level are around it.
    sections: usize,
}

impl Place<'_> {
    /// Whether an element here is read as one of the words around it.
    fn is_word(&self, element: &Element) -> bool {
        is_inline(&element.tag) || self.worded && marks(element).is_empty() && holds_words(element)
    }
}

impl Page<'_> {
    /// What an element holds.
    fn children(&self, parent: &Element, sections: usize) -> Vec<Node> {
        let nodes = &parent.children;
        let mut out = Vec::with_capacity(nodes.len());
        let mut place = Place {
            parent,
            at: 0,
            worded: has_words(nodes),
            unseen: nodes.iter().any(words::is_unseen_node),
            sections,
        };
        while let Some(node) = nodes.get(place.at) {
            let mut taken = 0;
            match node {
                Node::Text(_) => out.push(node.clone()),
                Node::Element(element) => match self.header(parent, &nodes[place.at..]) {
                    Some((header, panel)) => {
                        self.unfold(&header, sections, &mut out);
                        taken = panel;
                    }
                    None => {
                        // A film in a sentence stands apart from the words beside it.
                        let film = place.worded && is_film(element);
                        if film {
                            out.push(Node::Text(" ".to_owned()));
                        }
                        self.element(element, &place, &mut out);
                        if film && nodes.get(place.at + 1).is_some_and(begins_with_word) {
                            out.push(Node::Text(" ".to_owned()));
                        }
                    }
                },
            }
            place.at += 1 + taken;
        }
        tidy::unstyle(&mut out);
        headings::beside(&mut out);
        if lists::may_hold(parent) {
            lists::gather(&mut out, self.lexicon);
            bullets::entitle(&mut out, self.lexicon);
        }
        systems::gather(&mut out, self.lexicon);
        tabs::gather(&mut out);
        out
    }

    fn element(&self, element: &Element, place: &Place<'_>, out: &mut Vec<Node>) {
        if hidden::is_hidden(element) && !self.is_shown(element) {
            // Skipped from here on, by whatever the page hides it.
            let mut kept = element.clone();
            hidden::hide(&mut kept);
            return out.push(Node::Element(kept));
        }
        if hidden::is_dialog(element) || words::is_icon(element, place.unseen) {
            return out.push(Node::Element(left_out(element)));
        }
        match element.tag.as_str() {
            // What runs says nothing.
            "script" | "style" | "template" => return,
            "noscript" => return media::no_script(element, out),
            "button" => return self.button(element, place, out),
            _ => {}
        }
        if let Some(media) = media::plain(element, place.worded) {
            return out.push(Node::Element(media));
        }
        let sections = place.sections + usize::from(headings::is_section(element));
        let mut made = Element {
            children: self.children(element, sections),
            ..words::plain(element, place)
        };
        hidden::show(&mut made);
        if lists::wraps_blocks(&made) {
            made.tag = "div".into();
        }
        if headings::is_titled(&made) {
            headings::clean(&mut made, self.level(element, sections));
        } else if tables::is_code(&made) {
            made = tables::code(made);
        } else if self.lexicon.note_kind(&made).is_some() && self.heads_section(element) {
            // The class only gives the box its looks.
            made.attributes.retain(|(name, _)| name != "class");
        } else if let Some(note) = self.lexicon.as_note(&made) {
            made = note;
        } else if let Some(tabs) = read_tabs(&made) {
            let beside = new_element("div", beside_panels(&made));
            out.push(Node::Element(tables::marked_like(tabs, element)));
            if !hidden::holds_any(&beside) {
                return;
            }
            made = beside;
        } else if let Some(tabs) = systems::rows(&made, self.lexicon) {
            made = tables::marked_like(tabs, element);
        } else {
            match made.tag.as_str() {
                "details" if !panels::has_summary(&made) => made.tag = "div".into(),
                // A class of notes only gives it its looks.
                "details" => made.attributes.retain(|(name, _)| name != "class"),
                "ul" | "ol" if panels::only_unfolds(&made) => return panels::unwrap(made, out),
                // What makers put around a single thing that unfolds keeps it apart from others.
                "div" if panels::only_one_unfolds(&made) => {
                    return out.extend(made.children);
                }
                // Of a quotation that is a note the paragraph in it is one already.
                "blockquote" if panels::only_notes(&made) => return out.extend(made.children),
                "table" => tables::read_head(&mut made),
                "pre" => tables::without_line_numbers(&mut made),
                _ => {}
            }
            tidy::trim(&mut made);
            if tidy::is_paragraph(&made) && !is_titled_block(&made) {
                made.tag = "p".into();
            }
            match tidy::unframed(made) {
                Ok(inside) => return out.extend(inside),
                Err(block) => made = block,
            }
        }
        out.push(Node::Element(made));
    }

    /// Whether a box has little more than the heading of what follows it: a lower one comes next.
    fn heads_section(&self, element: &Element) -> bool {
        let headings = find(element, &is_heading);
        let [heading] = headings.as_slice() else {
            return false;
        };
        self.over.contains(&std::ptr::from_ref(*heading)) && opens_with_heading(element)
    }

    /// A button is a control of the page, unless it is a word of a sentence or the page has put its headings into it.
    fn button(&self, button: &Element, place: &Place<'_>, out: &mut Vec<Node>) {
        let inner = || self.children(button, place.sections);
        let made = if has_heading(button) {
            new_element("div", inner())
        } else if !headings::is_titled(place.parent) && words::is_in_sentence(button, place) {
            new_element("b", inner())
        } else {
            return out.push(Node::Element(button.clone()));
        };
        out.push(Node::Element(tables::marked_like(made, button)));
    }
}

fn is_film(element: &Element) -> bool {
    matches!(element.tag.as_str(), "video" | "audio" | "iframe")
}

/// Whether what a node says begins with a word, and not with what parts words.
fn begins_with_word(node: &Node) -> bool {
    match node {
        Node::Text(text) => text.starts_with(char::is_alphanumeric),
        Node::Element(element) => text(element).starts_with(char::is_alphanumeric),
    }
}

/// An element that is no part of what the article says.
fn left_out(element: &Element) -> Element {
    Element {
        tag: LEFT_OUT.into(),
        ..element.clone()
    }
}
