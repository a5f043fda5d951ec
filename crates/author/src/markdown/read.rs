//! Markdown to the article's tree.
//!
//! Belongs here: which element each event of the parser becomes, and which braces belong to it. Does not: reading braces
//! (`braces`).

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{BlockQuoteKind, Event, Options, Parser, Tag, TagEnd};

use super::braces::{Braces, cut};
use super::foreign::{blanked, front_matter, name_headings, only_anchors};
use crate::diagnostic::{Diagnostic, located_in};
use crate::location::{AT, take_offsets};
use unstuck_core::guide::{Element, Node, PREFIX, Problem, Size};

/// An article with its offsets.
pub(crate) struct Parsed {
    /// The tree.
    pub(crate) article: Element,
    /// The offset of each of its elements, in order.
    pub(crate) offsets: Vec<usize>,
    /// What is wrong with its braces and its markup.
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// HTML that is read within Markdown: these elements, without attributes.
const INLINE_HTML: [&str; 6] = ["b", "strong", "i", "em", "code", "kbd"];

struct Builder<'a> {
    /// The text without braces.
    text: &'a str,
    /// Open elements, the article first.
    open: Vec<Element>,
    /// How many were open before each Markdown block or span that is open.
    depths: Vec<usize>,
    /// By line; a line has one pair at most.
    braces: BTreeMap<usize, Braces>,
    /// Offset of each line in the file, and in the text without braces.
    lines: Vec<usize>,
    cut_lines: Vec<usize>,
    has_heading: bool,
    /// Whether the open row of a table names its columns.
    in_table_head: bool,
    diagnostics: Vec<Diagnostic>,
}

/// The article's tree, with the offset of each element and what is wrong with the braces.
///
/// # Errors
/// The bound that it exceeds, and where.
pub(crate) fn parse(text: &str) -> Result<Parsed, (Problem, usize)> {
    let front = front_matter(text);
    let without;
    let text = if front.end > 0 {
        without = blanked(text, front.end);
        &without
    } else {
        text
    };
    let (rest, braces, diagnostics) = cut(text);
    let mut builder = Builder {
        text: &rest,
        open: vec![Element {
            tag: "article".into(),
            ..Element::default()
        }],
        depths: Vec::new(),
        braces: braces
            .into_iter()
            .map(|braces| (braces.line, braces))
            .collect(),
        lines: line_starts(text),
        cut_lines: line_starts(&rest),
        has_heading: false,
        in_table_head: false,
        diagnostics,
    };
    let options = Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TABLES | Options::ENABLE_GFM;
    let mut size = Size::default();
    for (event, range) in Parser::new_ext(&rest, options).into_offset_iter() {
        // Only to stop early: the tree is counted exactly when it is whole.
        if !matches!(event, Event::End(_) | Event::SoftBreak) {
            size.node(0)
                .map_err(|problem| (problem, builder.offset_in_file(range.start)))?;
        }
        builder.event(event, range);
    }
    builder.push_bare_questions(usize::MAX);
    let unused = std::mem::take(&mut builder.braces);
    for braces in unused.values() {
        builder.diagnostics.push(Diagnostic::error(
            "braces",
            braces.at,
            "these braces don't belong to anything",
            "put them at the end of a heading or an item, or on a line of their own just before a paragraph, a list or a quote",
        ));
    }
    let diagnostics = located_in(std::mem::take(&mut builder.diagnostics), text);
    builder.close_to(1);
    let mut article = builder.open.pop().unwrap_or_default();
    for (name, value) in [
        (format!("{PREFIX}title"), front.title),
        ("lang".to_owned(), front.lang),
    ] {
        if !value.is_empty() && article.attribute(&name).is_none() {
            article.attributes.push((name, value));
        }
    }
    if only_anchors(&article) {
        name_headings(&mut article);
    }
    let offsets = take_offsets(&mut article);
    Ok(Parsed {
        article,
        offsets,
        diagnostics,
    })
}

fn words(element: &Element, out: &mut String) {
    for child in &element.children {
        match child {
            Node::Text(text) => out.push_str(text),
            Node::Element(inner) => words(inner, out),
        }
    }
}

fn line_starts(text: &str) -> Vec<usize> {
    let lines = text.split_inclusive('\n');
    lines
        .scan(0, |at, line| Some(std::mem::replace(at, *at + line.len())))
        .collect()
}

/// Whether a line begins a new block, which ends the text of the item before it.
fn begins_block(line: &str) -> bool {
    let line = line.trim_start_matches([' ', '\t', '>']);
    let digits = line.trim_start_matches(|c: char| c.is_ascii_digit());
    line.trim().is_empty()
        || line.starts_with(['-', '*', '+', '#'])
        || (digits.len() < line.len() && digits.starts_with(['.', ')']))
}

impl Builder<'_> {
    fn line_of(&self, offset: usize) -> usize {
        let after = self.cut_lines.partition_point(|start| *start <= offset);
        after.saturating_sub(1)
    }

    fn line(&self, number: usize) -> Option<&str> {
        let start = *self.cut_lines.get(number)?;
        let end = self.cut_lines.get(number + 1).copied();
        self.text.get(start..end.unwrap_or(self.text.len()))
    }

    /// Offset in the file of an offset in the text without braces: braces were cut from the ends of lines.
    fn offset_in_file(&self, offset: usize) -> usize {
        let line = self.line_of(offset);
        let column = offset - self.cut_lines.get(line).copied().unwrap_or(0);
        self.lines.get(line).copied().unwrap_or(0) + column
    }

    /// Takes the braces of a block, if it has any.
    fn take_braces(&mut self, tag: &Tag<'_>, range: &Range<usize>) -> Option<Braces> {
        let first = self.line_of(range.start);
        let last = self.line_of(range.end.saturating_sub(1));
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
    fn push_bare_questions(&mut self, before: usize) {
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

    fn push(&mut self, tag: &str, at: usize, braces: Option<Braces>) {
        let mut element = Element {
            tag: tag.into(),
            ..Element::default()
        };
        element.attributes.push((AT.into(), at.to_string()));
        // The title's attributes are the article's.
        let title = tag == "h1" && !self.has_heading;
        self.has_heading |= tag.starts_with('h');
        for (name, value) in braces.map(|braces| braces.attributes).unwrap_or_default() {
            let to = match self.open.first_mut() {
                Some(article) if title => article,
                _ => &mut element,
            };
            let name = match name.as_str() {
                "lang" => name,
                "id" if title => format!("{PREFIX}guide"),
                _ => format!("{PREFIX}{name}"),
            };
            to.attributes.push((name, value));
        }
        self.open.push(element);
    }

    fn close_to(&mut self, depth: usize) {
        while self.open.len() > depth.max(1) {
            let Some(done) = self.open.pop() else { return };
            self.put(Node::Element(done));
        }
    }

    fn put(&mut self, node: Node) {
        if let Some(parent) = self.open.last_mut() {
            parent.children.push(node);
        }
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        let offset = range.start;
        match event {
            Event::Start(tag) => self.start(&tag, range),
            Event::End(end) => {
                let depth = self.depths.pop().unwrap_or(1);
                if end == TagEnd::Image
                    && let Some(image) = self.open.last_mut()
                {
                    // Its words say what it shows.
                    let mut alt = String::new();
                    words(image, &mut alt);
                    image.children.clear();
                    image.attributes.push(("alt".into(), alt));
                }
                if end != TagEnd::HtmlBlock {
                    self.close_to(depth);
                }
            }
            Event::Text(words) => self.put(Node::Text(words.into_string())),
            Event::Code(words) => {
                self.put(Node::Element(Element {
                    tag: "code".into(),
                    children: vec![Node::Text(words.into_string())],
                    ..Element::default()
                }));
            }
            Event::SoftBreak => self.put(Node::Text("\n".into())),
            Event::HardBreak => self.put(Node::Element(Element {
                tag: "br".into(),
                ..Element::default()
            })),
            Event::InlineHtml(html) => self.inline_html(&html, offset),
            Event::Html(html) => {
                let comment = html.trim_start().starts_with("<!--");
                if !comment && html.contains('<') {
                    self.warn_about_html(offset);
                }
            }
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: Range<usize>) {
        let offset = range.start;
        if !matches!(
            tag,
            Tag::Strong | Tag::Emphasis | Tag::Link { .. } | Tag::Image { .. } | Tag::Strikethrough
        ) {
            // Braces on the line just before belong to this block.
            self.push_bare_questions(self.line_of(offset).saturating_sub(1));
        }
        self.depths.push(self.open.len());
        let at = self.offset_in_file(offset);
        let name = match tag {
            Tag::Paragraph => "p",
            Tag::Heading { level, .. } => {
                ["h1", "h2", "h3", "h4", "h5", "h6"][(*level as usize).clamp(1, 6) - 1]
            }
            Tag::BlockQuote(_) => "blockquote",
            Tag::CodeBlock(_) => "pre",
            Tag::List(Some(_)) => "ol",
            Tag::List(None) => "ul",
            Tag::Item => "li",
            Tag::Table(_) => "table",
            Tag::TableHead | Tag::TableRow => "tr",
            Tag::TableCell if self.in_table_head => "th",
            Tag::TableCell => "td",
            Tag::Image { .. } => "img",
            Tag::Strong => "strong",
            Tag::Emphasis => "em",
            Tag::Link { .. } => "a",
            Tag::HtmlBlock => return,
            _ => "span",
        };
        let braces = self.take_braces(tag, &range);
        // Braces on a separate line begin their block.
        let at = braces
            .as_ref()
            .filter(|braces| braces.alone)
            .map_or(at, |braces| braces.at);
        self.push(name, at, braces);
        let Some(open) = self.open.last_mut() else {
            return;
        };
        let mut set = |name: &str, value: &str| open.attributes.push((name.into(), value.into()));
        match tag {
            Tag::Link { dest_url, .. } => set("href", dest_url),
            Tag::Image {
                dest_url, title, ..
            } => {
                set("src", dest_url);
                // "640x480"
                if let Some((width, height)) = title.split_once('x') {
                    set("width", width);
                    set("height", height);
                }
            }
            Tag::BlockQuote(Some(kind)) => set(
                &format!("{PREFIX}tip"),
                match kind {
                    BlockQuoteKind::Warning | BlockQuoteKind::Caution => "warning",
                    _ => "",
                },
            ),
            Tag::TableHead => self.in_table_head = true,
            Tag::TableRow => self.in_table_head = false,
            _ => {}
        }
        if matches!(tag, Tag::CodeBlock(_)) {
            self.push("code", at, None);
        }
    }

    fn inline_html(&mut self, html: &str, offset: usize) {
        let name = html.trim_matches(['<', '>', '/', ' ']);
        let depth = self.depths.last().copied().unwrap_or(1) + 1;
        if name == "br" {
            self.event(Event::HardBreak, offset..offset);
        } else if !INLINE_HTML.contains(&name) {
            if !html.starts_with("<!--") {
                self.warn_about_html(offset);
            }
        } else if !html.starts_with("</") {
            let at = self.offset_in_file(offset);
            self.push(name, at, None);
        } else if self.open.len() > depth && self.open.last().is_some_and(|open| open.tag == name) {
            self.close_to(self.open.len() - 1);
        }
    }

    fn warn_about_html(&mut self, offset: usize) {
        let at = self.offset_in_file(offset);
        self.diagnostics.push(Diagnostic::warning(
            "html-in-markdown",
            at,
            "this HTML is left out of the guide",
            "write it in Markdown; b, strong, i, em, code, kbd and br without attributes may stay",
        ));
    }
}
