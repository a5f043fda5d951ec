//! HTML within Markdown: the elements that an article may have, as elements of the tree.
//!
//! Belongs here: which of its tags are read, and what is told of the others. Does not: how HTML is written (its tokenizer
//! knows).

use html5gum::{Token, Tokenizer};
use unstuck_adopt::{ALLOWED_ELEMENTS, REMOVED_ELEMENTS, warns_by_class};
use unstuck_core::guide::{Node, PREFIX, is_inline};

use super::build::Builder;
use super::words::without_macros;
use crate::diagnostic::Diagnostic;
use crate::location::AT;

/// Elements that hold nothing.
const VOID: [&str; 6] = ["br", "col", "hr", "img", "input", "wbr"];

impl Builder<'_> {
    /// Reads HTML that begins at this place in the file, within words or by itself.
    pub(super) fn read_html(&mut self, html: &str, at: usize, inline: bool) {
        // What was open before this block or span may be closed in it, but not what is around them.
        let around = self.depths.len().checked_sub(if inline { 1 } else { 2 });
        let around = around.and_then(|place| self.depths.get(place));
        let base = around.map_or(1, |depth| depth + 1);
        let mut removed: Option<String> = None;
        for token in Tokenizer::new(html) {
            let Ok(token) = token;
            match token {
                Token::StartTag(tag) => {
                    let name = String::from_utf8_lossy(&tag.name).into_owned();
                    let unseen = REMOVED_ELEMENTS.contains(&name.as_str());
                    let allowed = ALLOWED_ELEMENTS.iter().find(|(known, _)| *known == name);
                    if removed.is_some() {
                        continue;
                    }
                    let Some((known, attributes)) = allowed else {
                        self.warn_about_html(at, unseen);
                        if unseen && !tag.self_closing && !VOID.contains(&name.as_str()) {
                            removed = Some(name);
                        }
                        continue;
                    };
                    let depth = self.open.len();
                    self.close_before(known, base);
                    if self.too_deep() {
                        continue;
                    }
                    self.push(known, at, None);
                    let Some(open) = self.open.last_mut() else {
                        continue;
                    };
                    let mut class = None;
                    for (name, value) in &tag.attributes {
                        let name = String::from_utf8_lossy(name).into_owned();
                        let value = String::from_utf8_lossy(&value.value).into_owned();
                        if name == "class" {
                            class = Some(value);
                        } else if (attributes.contains(&name.as_str())
                            || matches!(name.as_str(), "lang" | "hidden")
                            || name.starts_with(PREFIX))
                            && name != AT
                        {
                            open.attributes.push((name, value));
                        }
                    }
                    let marked = open
                        .attributes
                        .iter()
                        .any(|(name, _)| name.starts_with(PREFIX) && name != AT);
                    let warns = class.and_then(|class| warns_by_class(known, &class));
                    if let (false, Some(warns)) = (marked, warns) {
                        let tip = if warns { "warning" } else { "" };
                        open.attributes.push((format!("{PREFIX}tip"), tip.into()));
                    }
                    if VOID.contains(known) || tag.self_closing && inline {
                        self.close_to(depth.max(base));
                    }
                }
                Token::EndTag(tag) => {
                    let name = String::from_utf8_lossy(&tag.name).into_owned();
                    if removed.is_some() {
                        removed = removed.filter(|open| *open != name);
                        continue;
                    }
                    let within = self.open.get(base..).unwrap_or_default();
                    if let Some(place) = within.iter().rposition(|open| open.tag == name) {
                        self.close_to(base + place);
                    }
                }
                Token::String(text) if removed.is_none() => {
                    let text = String::from_utf8_lossy(&text).into_owned();
                    let code = |tag: &str| matches!(tag, "pre" | "code" | "samp");
                    let in_code = self.open.iter().any(|open| code(&open.tag));
                    let words = if in_code { text } else { without_macros(&text) };
                    self.put(Node::Text(words));
                }
                _ => {}
            }
        }
    }

    /// Closes what the tag of this name closes, as authors leave end tags out.
    fn close_before(&mut self, name: &str, base: usize) {
        let same = matches!(name, "li" | "dt" | "dd" | "tr" | "td" | "th" | "p");
        while self.open.len() > base {
            let open = self.open.last().map_or("", |open| open.tag.as_str());
            let closed = same && open == name || open == "p" && !is_inline(name);
            if !closed {
                return;
            }
            self.close_to(self.open.len() - 1);
        }
    }

    fn warn_about_html(&mut self, at: usize, with_content: bool) {
        let message = if with_content {
            "this HTML is left out of the guide, with what it holds"
        } else {
            "this HTML is left out of the guide, and what it holds is read"
        };
        self.diagnostics.push(Diagnostic::warning(
            "html-in-markdown",
            at,
            message,
            "write in words what it shows; an article may have text, lists, tables, pictures, code and details",
        ));
    }
}
