//! Which element each event of the parser becomes.
//!
//! Belongs here: the parser's events. Does not: words (`words`), HTML within Markdown (`tree_html`), or what is open (`build`).

use std::ops::Range;

use pulldown_cmark::{BlockQuoteKind, Event, LinkType, Tag, TagEnd};

use super::blocks::Boxed;
use super::build::{Builder, words};
use super::footnotes::REFERENCE;
use super::openers::PICTURES;
use super::words::without_line_marks;
use crate::diagnostic::Diagnostic;
use unstuck_core::guide::{Element, Node, PREFIX};

impl Builder<'_> {
    pub(super) fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        if let Event::Text(words) = &event {
            let in_element = self.in_code_element();
            match &mut self.html {
                Some((html, _)) => html.push_str(words),
                None if self.in_code => self.put(Node::Text(without_line_marks(words))),
                None if in_element => self.put(Node::Text(words.to_string())),
                None => self.run.push(words, self.text, &range),
            }
            return;
        }
        self.read_run(matches!(event, Event::Code(_)));
        self.after_inline = matches!(
            event,
            Event::Code(_)
                | Event::End(TagEnd::Link | TagEnd::Image | TagEnd::Strong | TagEnd::Emphasis)
        );
        match event {
            Event::Start(tag) => self.start(&tag, range),
            Event::End(end) => self.end(end),
            Event::Code(words) => self.code(&words, range.start),
            Event::SoftBreak | Event::HardBreak if self.end_callout_title(true) => {}
            Event::SoftBreak => self.put(Node::Text("\n".into())),
            Event::HardBreak => self.put_element("br", String::new()),
            Event::InlineHtml(html) => {
                let at = self.in_file(range.start);
                self.read_html(&html, at, true);
            }
            Event::Html(part) => {
                if let Some((html, _)) = &mut self.html {
                    html.push_str(&part);
                }
            }
            Event::FootnoteReference(label) => self.put(Node::Element(Element {
                tag: "span".into(),
                attributes: vec![(REFERENCE.into(), label.to_string())],
                children: Vec::new(),
            })),
            // A box to tick off: every step has one.
            _ => {}
        }
    }

    /// Whether an element of HTML that holds code is open.
    fn in_code_element(&self) -> bool {
        let mut open = self.open.iter().rev();
        open.any(|element| matches!(element.tag.as_str(), "code" | "pre" | "samp"))
    }

    fn end(&mut self, end: TagEnd) {
        let depth = self.depths.pop().unwrap_or(1);
        match end {
            TagEnd::HtmlBlock => {
                if let Some((html, at)) = self.html.take() {
                    self.depths.push(depth);
                    self.read_html(&html, at, false);
                    self.depths.pop();
                }
                return;
            }
            TagEnd::Image => {
                if let Some(image) = self.open.last_mut() {
                    // Its words say what it shows.
                    let mut alt = String::new();
                    words(image, &mut alt);
                    image.children.clear();
                    // Obsidian has the width in the place of the words.
                    let size = std::mem::take(&mut self.wiki_image)
                        && alt.chars().all(|c| c.is_ascii_digit());
                    let name = if size { "width" } else { "alt" };
                    image.attributes.push((name.into(), alt));
                }
                if std::mem::take(&mut self.embed) {
                    self.open.truncate(depth.max(1));
                }
            }
            TagEnd::CodeBlock => self.in_code = false,
            TagEnd::Paragraph => {
                self.end_callout_title(false);
            }
            TagEnd::FootnoteDefinition => {
                self.close_to(depth + 1);
                if self.open.len() > depth
                    && let Some(footnote) = self.open.pop()
                {
                    let label = footnote.attribute(REFERENCE).unwrap_or_default().to_owned();
                    self.footnotes.entry(label).or_insert(footnote);
                }
            }
            _ => {}
        }
        self.close_to(depth);
    }

    fn start(&mut self, tag: &Tag<'_>, range: Range<usize>) {
        let offset = range.start;
        if !matches!(
            tag,
            Tag::Strong | Tag::Emphasis | Tag::Link { .. } | Tag::Image { .. } | Tag::Strikethrough
        ) {
            // Braces on the line just before belong to this block.
            self.push_bare_questions(self.map.line_of(offset).saturating_sub(1));
        }
        self.depths.push(self.open.len());
        let at = self.in_file(offset);
        let boxed = match tag {
            Tag::BlockQuote(_) => self.boxes.remove(&self.map.line_of(offset)),
            _ => None,
        };
        let name = match tag {
            Tag::Paragraph => "p",
            Tag::Heading { level, .. } => {
                ["h1", "h2", "h3", "h4", "h5", "h6"][(*level as usize).clamp(1, 6) - 1]
            }
            Tag::BlockQuote(_) if boxed.as_ref().is_some_and(|boxed| boxed.folds) => "details",
            Tag::BlockQuote(_) if boxed.as_ref().is_some_and(|boxed| boxed.warning.is_none()) => {
                "div"
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
            Tag::DefinitionList => "dl",
            Tag::DefinitionListTitle => "dt",
            Tag::DefinitionListDefinition => "dd",
            Tag::FootnoteDefinition(_) => "div",
            Tag::HtmlBlock => {
                self.html = Some((String::new(), at));
                return;
            }
            _ => "span",
        };
        let braces = self.take_braces(tag, &range);
        // Braces on a separate line begin their block.
        let at = braces
            .as_ref()
            .filter(|braces| braces.alone)
            .map_or(at, |braces| braces.at);
        self.push(name, at, braces);
        self.describe(tag, at);
        if let Some(boxed) = boxed {
            self.head_box(&boxed, at);
        }
        if matches!(tag, Tag::CodeBlock(_)) {
            self.in_code = true;
            self.push("code", at, None);
        }
    }

    /// The kind and the title of a box.
    fn head_box(&mut self, boxed: &Boxed, at: usize) {
        if let (Some(warning), Some(open)) = (boxed.warning, self.open.last_mut()) {
            let tip = if warning { "warning" } else { "" };
            open.attributes.push((format!("{PREFIX}tip"), tip.into()));
        }
        let title = boxed.title.replace(['*', '`'], "");
        if let (true, Some(open)) = (boxed.is_tab, self.open.last_mut()) {
            open.attributes.push(("role".into(), "tabpanel".into()));
            open.attributes.push(("data-label".into(), title.clone()));
        }
        if !title.is_empty() {
            if boxed.folds {
                return self.put_element("summary", title);
            }
            let depth = self.open.len();
            self.push("p", at, None);
            self.put_element("strong", title);
            self.close_to(depth);
        }
    }

    /// The attributes of the element that was opened last.
    fn describe(&mut self, tag: &Tag<'_>, at: usize) {
        let mut told = None;
        let mdx = self.mdx;
        let mut foreign = |address: &str| {
            let found =
                address.contains("{{") || address.contains("{%") || mdx && address.starts_with('{');
            if found {
                told = Some("the address is one that only its tool knows, and is left out");
            }
            found
        };
        let Some(open) = self.open.last_mut() else {
            return;
        };
        let mut set = |name: &str, value: &str| open.attributes.push((name.into(), value.into()));
        match tag {
            Tag::Link {
                link_type: LinkType::WikiLink { .. },
                ..
            } => {
                told = Some("where this leads only its tool knows, and its words stay");
            }
            Tag::Link { dest_url, .. } if !foreign(dest_url) => set("href", dest_url),
            Tag::Image {
                link_type: LinkType::WikiLink { .. },
                dest_url,
                ..
            } => {
                let name = dest_url.to_ascii_lowercase();
                self.wiki_image = true;
                if PICTURES.iter().any(|kind| name.ends_with(kind)) {
                    set("src", dest_url);
                } else {
                    self.embed = true;
                    told = Some("what this brings in from another file is not in the guide");
                }
            }
            Tag::Image {
                dest_url, title, ..
            } => {
                if !foreign(dest_url) {
                    set("src", dest_url);
                }
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
            Tag::FootnoteDefinition(label) => set(REFERENCE, label),
            Tag::TableHead => self.in_table_head = true,
            Tag::TableRow => self.in_table_head = false,
            _ => {}
        }
        if let Some(message) = told {
            let help = "give the address itself, or write here what the reader is to see";
            self.foreign
                .push(Diagnostic::warning("foreign-syntax", at, message, help));
        }
    }
}
