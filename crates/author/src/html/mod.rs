//! A guide as an article in HTML, and the article of an HTML file with the offset of each of its elements.
//!
//! Belongs here: HTML text and its escaping. Does not: which markup says what (`tree`), or how it is read back (that is
//! `guide::read`).

mod tree;

use unstuck_core::characters::{is_banned, is_unseen};
#[cfg(feature = "html")]
use unstuck_core::guide::Problem;
use unstuck_core::guide::{Element, Guide, Node, PREFIX};

#[cfg(feature = "html")]
use crate::location::{AT, take_offsets};
#[cfg(feature = "html")]
use crate::markdown::{describe, front_matter};
#[cfg(feature = "html")]
use crate::tag_scanner::scan;

pub use tree::element;
pub(crate) use tree::{condition_text, own_verdict, risk_kind};

/// The article's tree, and the offset of each of its elements in the order of the text.
///
/// The parser keeps no positions, so each tag gets its position as an attribute before parsing.
///
/// # Errors
/// The bound that the article exceeds.
#[cfg(feature = "html")]
pub(crate) fn parse(text: &str) -> Result<(Element, Vec<usize>), Problem> {
    // Generators take it from HTML, too.
    let front = front_matter(text);
    let text = &*front.blanked(text);
    let mut marked = String::with_capacity(text.len() + text.len() / 2);
    let mut done = 0;
    scan(text, |tag| {
        if !tag.closing {
            marked.push_str(&text[done..tag.name_end]);
            marked.push_str(&format!(" {AT}=\"{}\"", tag.at));
            done = tag.name_end;
        }
        true
    });
    marked.push_str(&text[done..]);
    let mut article = unstuck_adopt::html::read(&marked)?;
    describe(&mut article, front);
    let offsets = take_offsets(&mut article);
    Ok((article, offsets))
}

/// The article of a guide, as HTML.
#[must_use]
pub fn write(guide: &Guide) -> String {
    let mut out = String::new();
    write_block(&element(guide), 0, &mut out);
    out
}

/// The first screen of a guide as HTML, which others render: what the element holds, and the tag of the script that shows it.
#[derive(Clone, Debug)]
pub struct First {
    /// A declarative shadow root.
    pub shadow: String,
    /// The tag, which also loads `embed.js`.
    pub tag: String,
}

/// The article of a guide with the widget's element in it, after the header, which holds the first screen.
#[must_use]
pub fn write_with(guide: &Guide, first: &First) -> String {
    let article = write(guide);
    // Words have no tags left in them.
    let header = "</header>\n";
    let at = article
        .find(header)
        .map_or(article.len(), |at| at + header.len());
    let (before, after) = article.split_at(at);
    let First { shadow, tag } = first;
    format!("{before}  <unstuck-guide>{shadow}</unstuck-guide>\n  {tag}\n{after}")
}

/// A page ready to publish: the article as it is, and the tag that makes it walkable. `script` is the address of
/// `embed.js`, which the page loads itself where it holds no first screen.
#[must_use]
pub fn page(guide: &Guide, script: &str, first: Option<&First>) -> String {
    let mut out = String::from("<!DOCTYPE html>\n<html");
    attribute("lang", &guide.lang, &mut out);
    if guide.direction() == "rtl" {
        attribute("dir", "rtl", &mut out);
    }
    out.push_str(">\n<head>\n  <meta charset=\"utf-8\">\n  <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n  <title>");
    escape(&guide.title, false, &mut out);
    out.push_str("</title>\n  <meta name=\"description\"");
    attribute("content", &guide.summary, &mut out);
    out.push_str(">\n  <meta name=\"color-scheme\" content=\"light dark\">\n  <style>\n    body { margin: 0 auto; padding: 1.25rem; max-width: 42rem; font: 1.0625rem/1.5 system-ui, sans-serif; overflow-wrap: break-word }\n    h1, h2 { line-height: 1.2 }\n    li { margin-block: 0.375rem }\n    @media (scripting: enabled) { unstuck-guide { display: block; min-height: 700px } }\n  </style>\n</head>\n<body>\n  <main>\n    <unstuck-guide");
    let article = match &*guide.id {
        "" => "article".to_owned(),
        id => format!("#{}", id.replace('.', "\\.")),
    };
    attribute("article", &article, &mut out);
    out.push('>');
    if let Some(First { shadow, tag }) = first {
        out.push_str(&format!("{shadow}</unstuck-guide>\n    {tag}\n"));
    } else {
        out.push_str("</unstuck-guide>\n");
    }
    write_block(&element(guide), 2, &mut out);
    out.push_str("  </main>\n");
    if first.is_none() {
        out.push_str("  <script");
        attribute("src", script, &mut out);
        out.push_str(" async></script>\n");
    }
    out.push_str("</body>\n</html>\n");
    out
}

/// Whether an element's content is written on one line.
fn on_one_line(element: &Element) -> bool {
    let wraps = matches!(
        element.tag.as_str(),
        "article" | "section" | "header" | "div" | "ol" | "ul" | "table" | "thead" | "tbody" | "tr"
    );
    let blocks = element.children.iter().any(
        |child| matches!(child, Node::Element(inner) if matches!(inner.tag.as_str(), "p" | "ul" | "ol" | "div" | "pre" | "table")),
    );
    !wraps && !blocks
}

fn write_block(element: &Element, depth: usize, out: &mut String) {
    let indent = "  ".repeat(depth);
    if matches!(element.tag.as_str(), "section") {
        out.push('\n');
    }
    out.push_str(&indent);
    if on_one_line(element) {
        write_inline(element, out);
        out.push('\n');
        return;
    }
    open(element, out);
    out.push('\n');
    for child in &element.children {
        match child {
            Node::Element(inner) => write_block(inner, depth + 1, out),
            Node::Text(words) => {
                out.push_str(&indent);
                out.push_str("  ");
                escape(words, false, out);
                out.push('\n');
            }
        }
    }
    out.push_str(&format!("{indent}</{}>\n", element.tag));
}

fn write_inline(element: &Element, out: &mut String) {
    open(element, out);
    if matches!(element.tag.as_str(), "br" | "img") {
        return;
    }
    for child in &element.children {
        match child {
            Node::Text(words) => escape(words, false, out),
            Node::Element(inner) => write_inline(inner, out),
        }
    }
    out.push_str(&format!("</{}>", element.tag));
}

fn open(element: &Element, out: &mut String) {
    out.push('<');
    out.push_str(&element.tag);
    // The guide's id is the element's own too, so that a tag can point at it. The tree does without: reading it back
    // gives the same tree, and with it the same revision.
    let guide = element.attribute(&format!("{PREFIX}guide"));
    if let Some(id) = guide.filter(|_| element.tag == "article") {
        attribute("id", id, out);
    }
    for (name, value) in &element.attributes {
        attribute(name, value, out);
    }
    out.push('>');
}

fn attribute(name: &str, value: &str, out: &mut String) {
    out.push(' ');
    out.push_str(name);
    if value.is_empty() {
        return;
    }
    out.push_str("=\"");
    escape(value, true, out);
    out.push('"');
}

/// A text in HTML or XML. What nobody sees is spelt out, but for what neither may hold.
pub(crate) fn escape(text: &str, quoted: bool, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' if quoted => out.push_str("&quot;"),
            '\n' | '\t' if quoted => push_reference(c, out),
            c if is_banned(c) => {}
            c if c == '\u{a0}' || is_unseen(c) => push_reference(c, out),
            c => out.push(c),
        }
    }
}

/// A character by its number, which HTML, XML and Markdown all read.
pub(crate) fn push_reference(c: char, out: &mut String) {
    out.push_str(&format!("&#x{:x};", u32::from(c)));
}
