//! The article's tree while it is made.
//!
//! Belongs here: what is open, which braces belong to it, and where it is in the file. Does not: which element an event of the
//! parser becomes (`events`).

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::Tag;

use super::blocks::Boxed;
use super::braces::Braces;
use super::footnotes::{self, Footnotes};
use super::lines::after_marker;
use super::map::Map;
use super::run::Run;
use crate::diagnostic::{Diagnostic, Severity};
use crate::location::AT;
use unstuck_core::guide::limits::MAX_DEPTH;
use unstuck_core::guide::{Element, Node, PREFIX, Problem, Size};

pub(super) struct Builder<'a> {
    /// The text that is parsed.
    pub(super) text: &'a str,
    pub(super) map: Map,
    /// Open elements, the article first.
    pub(super) open: Vec<Element>,
    /// How many were open before each Markdown block or span that is open.
    pub(super) depths: Vec<usize>,
    /// By line; a line has one pair at most.
    pub(super) braces: BTreeMap<usize, Braces>,
    pub(super) boxes: BTreeMap<usize, Boxed>,
    pub(super) mdx: bool,
    pub(super) has_heading: bool,
    /// Whether the open row of a table names its columns.
    pub(super) in_table_head: bool,
    pub(super) in_code: bool,
    /// Words that are not yet read.
    pub(super) run: Run,
    /// Whether the last event ended code, a link or emphasis.
    pub(super) after_inline: bool,
    /// The role of the code that comes.
    pub(super) role: Option<String>,
    /// How many elements were open in the paragraph that begins with the title of a callout.
    pub(super) callout: Option<usize>,
    /// HTML that is not yet read, and where it begins.
    pub(super) html: Option<(String, usize)>,
    /// Whether the open picture is one of Obsidian's, and whether it is none but a note that is brought in.
    pub(super) wiki_image: bool,
    pub(super) embed: bool,
    pub(super) footnotes: Footnotes,
    pub(super) diagnostics: Vec<Diagnostic>,
    pub(super) foreign: Vec<Diagnostic>,
}

/// The tree, what is wrong with its braces and markup, and what is told of other tools' syntax.
type Built = (Element, Vec<Diagnostic>, Vec<Diagnostic>);

/// Whether a line begins a new block, which ends the text of the item before it. Bold type and numbers begin lines, too.
fn begins_block(line: &str) -> bool {
    let line = line.trim_start_matches([' ', '\t', '>']).trim_end();
    let title = line.trim_start_matches('#');
    let title = (title.len() < line.len()).then_some(title);
    let after = after_marker(line).or(title);
    let is_rule = |mark| line.chars().all(|c| c == mark || c == ' ');
    after.is_some_and(|after| after.is_empty() || after.starts_with([' ', '\t']))
        || ['-', '*', '_'].into_iter().any(is_rule)
}

pub(super) fn words(element: &Element, out: &mut String) {
    for child in &element.children {
        match child {
            Node::Text(text) => out.push_str(text),
            Node::Element(inner) => words(inner, out),
        }
    }
}

impl<'a> Builder<'a> {
    pub(super) fn new(
        text: &'a str,
        map: Map,
        braces: BTreeMap<usize, Braces>,
        boxes: BTreeMap<usize, Boxed>,
        mdx: bool,
    ) -> Self {
        Self {
            text,
            map,
            open: vec![Element {
                tag: "article".into(),
                ..Element::default()
            }],
            depths: Vec::new(),
            braces,
            boxes,
            mdx,
            has_heading: false,
            in_table_head: false,
            in_code: false,
            run: Run::default(),
            after_inline: false,
            role: None,
            callout: None,
            html: None,
            wiki_image: false,
            embed: false,
            footnotes: Footnotes::new(),
            diagnostics: Vec::new(),
            foreign: Vec::new(),
        }
    }

    /// How many elements are open below the article.
    pub(super) fn depth(&self) -> usize {
        self.open.len() - 1
    }

    pub(super) fn in_file(&self, offset: usize) -> usize {
        self.map.in_file(offset)
    }

    /// The tree, once all events were given.
    pub(super) fn finish(mut self) -> Result<Built, Problem> {
        self.push_bare_questions(usize::MAX);
        for braces in std::mem::take(&mut self.braces).values() {
            let mut found = Diagnostic::error(
                "braces",
                braces.at,
                "these braces don't belong to anything",
                "put them at the end of a heading or an item, or on a line of their own just before a paragraph, a list or a quote",
            );
            // The anchor of another tool keeps nobody from the guide.
            if braces.attributes.iter().all(|(name, _)| name == "id") {
                found.severity = Severity::Warning;
            }
            self.diagnostics.push(found);
        }
        self.close_to(1);
        let mut article = self.open.pop().unwrap_or_default();
        Size::check(&article)?;
        let placed = footnotes::place(&mut article, &self.footnotes)?;
        for (label, footnote) in &self.footnotes {
            if !placed.contains(label) {
                let at = footnote.attribute(AT).and_then(|at| at.parse().ok());
                self.foreign.push(Diagnostic::warning(
                    "foreign-syntax",
                    at.unwrap_or_default(),
                    &format!("nothing refers to the footnote \"{label}\", so it is left out"),
                    "refer to it where it belongs, or take it out",
                ));
            }
        }
        Ok((article, self.diagnostics, self.foreign))
    }

    fn line(&self, number: usize) -> Option<&str> {
        let (start, end) = self.map.line(number)?;
        self.text.get(start..end.unwrap_or(self.text.len()))
    }

    /// Takes the braces of a block, if it has any.
    pub(super) fn take_braces(&mut self, tag: &Tag<'_>, range: &Range<usize>) -> Option<Braces> {
        let first = self.map.line_of(range.start);
        let last = self.map.line_of(range.end.saturating_sub(1));
        let before = first.checked_sub(1);
        let own_line = |braces: &&Braces| braces.alone;
        let line = match tag {
            Tag::BlockQuote(_) if self.braces.get(&first).filter(own_line).is_some() => Some(first),
            Tag::Paragraph
            | Tag::BlockQuote(_)
            | Tag::List(_)
            | Tag::Heading { .. }
            | Tag::Table(_)
            | Tag::CodeBlock(_)
                if before
                    .and_then(|line| self.braces.get(&line))
                    .filter(own_line)
                    .is_some() =>
            {
                before
            }
            Tag::Heading { .. } | Tag::Item | Tag::Paragraph => {
                let mut line = first;
                while line < last
                    && self.braces.get(&line).is_none_or(|braces| braces.alone)
                    && self.line(line + 1).is_some_and(|next| !begins_block(next))
                {
                    line += 1;
                }
                Some(line).filter(|line| self.braces.get(line).is_some_and(|braces| !braces.alone))
            }
            _ => None,
        };
        self.braces.remove(&line?)
    }

    /// Questions without a hint: their braces are alone, with a blank line after them.
    pub(super) fn push_bare_questions(&mut self, before: usize) {
        if self.open.len() != 1 {
            return;
        }
        while let Some((line, braces)) = self.braces.pop_first() {
            let asks = braces.attributes.iter().any(|(name, _)| name == "ask");
            if line >= before || !braces.alone || !asks {
                self.braces.insert(line, braces);
                return;
            }
            self.push("div", braces.at, Some(braces));
            self.close_to(1);
        }
    }

    pub(super) fn push(&mut self, tag: &str, at: usize, braces: Option<Braces>) {
        let mut element = Element {
            tag: tag.into(),
            ..Element::default()
        };
        element.attributes.push((AT.into(), at.to_string()));
        // The title's attributes are the article's.
        let title = tag == "h1" && !self.has_heading;
        self.has_heading |= matches!(tag.as_bytes(), [b'h', b'1'..=b'6']);
        for (name, value) in braces.map(|braces| braces.attributes).unwrap_or_default() {
            let to = match self.open.first_mut() {
                Some(article) if title => article,
                _ => &mut element,
            };
            let name = match name.as_str() {
                "lang" | "dir" => name,
                "id" if title => format!("{PREFIX}guide"),
                _ => format!("{PREFIX}{name}"),
            };
            to.attributes.push((name, value));
        }
        self.open.push(element);
    }

    pub(super) fn close_to(&mut self, depth: usize) {
        while self.open.len() > depth.max(1) {
            let Some(done) = self.open.pop() else { return };
            self.put(Node::Element(done));
        }
    }

    pub(super) fn put(&mut self, node: Node) {
        if let Some(parent) = self.open.last_mut() {
            parent.children.push(node);
        }
    }

    pub(super) fn put_element(&mut self, tag: &str, words: String) {
        let children = if words.is_empty() {
            Vec::new()
        } else {
            vec![Node::Text(words)]
        };
        self.put(Node::Element(Element {
            tag: tag.into(),
            attributes: Vec::new(),
            children,
        }));
    }

    pub(super) fn too_deep(&self) -> bool {
        self.open.len() > MAX_DEPTH
    }
}
