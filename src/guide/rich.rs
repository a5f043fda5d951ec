//! Words with the little markup that help articles use, rebuilt from an allow-list: whatever is not in here does not
//! reach the reader's page, and nothing is ever put there as an HTML string.

use super::block::passed_over;
use super::tree::{Element, Node};

/// What parts the items of a menu path. The single angle mark is what we write.
const PATH_MARKS: [char; 3] = ['›', '>', '→'];

/// Marks that turn text around without being seen: U+202A to U+202E and U+2066 to U+2069. They can make a link or a
/// button read as something else, so they are left out.
fn turns_text(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Words with markup.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rich(pub Vec<Inline>);

/// A run of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Plain text; white space is already folded.
    Text(String),
    /// Emphasis: the name of a button or a switch.
    Strong(String),
    /// A menu path: its items from the outermost in. Settings › General.
    Path(Vec<String>),
    /// Something to type, or that the machine prints.
    Code(String),
    /// A link. `href` is one of http, https, mailto, tel, or has no scheme.
    Link {
        /// Where it leads.
        href: String,
        /// Its words.
        text: String,
    },
    /// A new line.
    Break,
}

impl Rich {
    /// The words alone.
    #[must_use]
    pub fn plain(&self) -> String {
        let mut out = String::new();
        for inline in &self.0 {
            match inline {
                Inline::Text(text)
                | Inline::Strong(text)
                | Inline::Code(text)
                | Inline::Link { text, .. } => out.push_str(text),
                Inline::Path(items) => {
                    for (place, item) in items.iter().enumerate() {
                        if place > 0 {
                            out.push_str(" › ");
                        }
                        out.push_str(item);
                    }
                }
                Inline::Break => out.push(' '),
            }
        }
        out
    }

    /// Whether nothing is said.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Plain text as it stands in an attribute.
    #[must_use]
    pub fn text(text: &str) -> Self {
        let mut rich = Self::default();
        rich.push_text(text);
        rich.trim();
        rich
    }

    /// Reads one inline node onto the end.
    pub(crate) fn push(&mut self, node: &Node) {
        match node {
            Node::Text(text) => self.push_text(text),
            Node::Element(element) if passed_over(element) => {}
            Node::Element(element) => self.push_element(element),
        }
    }

    fn push_element(&mut self, element: &Element) {
        match element.tag.as_str() {
            "br" => self.0.push(Inline::Break),
            "b" | "strong" | "em" | "i" | "mark" => {
                let text = words(element);
                let items: Vec<String> = text
                    .split(PATH_MARKS)
                    .map(|item| item.trim().to_owned())
                    .collect();
                if items.len() > 1 && items.iter().all(|item| !item.is_empty()) {
                    self.0.push(Inline::Path(items));
                } else if !text.is_empty() {
                    self.0.push(Inline::Strong(text));
                }
            }
            "code" | "kbd" | "samp" | "var" => {
                let text = words(element);
                if !text.is_empty() {
                    self.0.push(Inline::Code(text));
                }
            }
            "a" => {
                let text = words(element);
                match element.attribute("href").filter(|href| safe(href)) {
                    Some(href) if !text.is_empty() => self.0.push(Inline::Link {
                        href: href.trim().to_owned(),
                        text,
                    }),
                    _ => self.push_text(&text),
                }
            }
            _ => element.children.iter().for_each(|child| self.push(child)),
        }
    }

    /// Adds text with its white space folded as a browser would fold it.
    fn push_text(&mut self, text: &str) {
        let mut folded = String::with_capacity(text.len());
        let mut space = match self.0.last() {
            None | Some(Inline::Break) => true,
            Some(Inline::Text(before)) => before.ends_with(' '),
            Some(_) => false,
        };
        for c in text.chars().filter(|c| !turns_text(*c)) {
            // Not `is_whitespace`: a no-break space is meant.
            let blank = matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}');
            if !blank {
                folded.push(c);
            } else if !space {
                folded.push(' ');
            }
            space = blank;
        }
        if folded.is_empty() {
            return;
        }
        if let Some(Inline::Text(before)) = self.0.last_mut() {
            before.push_str(&folded);
        } else {
            self.0.push(Inline::Text(folded));
        }
    }

    /// Takes the white space off both ends.
    pub(crate) fn trim(&mut self) {
        while let Some(last) = self.0.last_mut() {
            match last {
                Inline::Text(text) => {
                    text.truncate(text.trim_end().len());
                    if !text.is_empty() {
                        return;
                    }
                }
                Inline::Break => {}
                _ => return,
            }
            self.0.pop();
        }
    }
}

/// An element's words without markup.
fn words(element: &Element) -> String {
    fn gather(element: &Element, out: &mut Rich) {
        for child in &element.children {
            match child {
                Node::Text(text) => out.push_text(text),
                Node::Element(inner) if passed_over(inner) => {}
                Node::Element(inner) => gather(inner, out),
            }
        }
    }
    let mut rich = Rich::default();
    gather(element, &mut rich);
    rich.trim();
    rich.plain()
}

/// Whether a link may be offered: a scheme that only opens or dials. `javascript:` runs in all three engines.
pub(crate) fn safe(href: &str) -> bool {
    // Browsers drop tabs and line ends inside an address before they look for its scheme.
    let href: String = href
        .chars()
        .filter(|c| !matches!(c, '\t' | '\n' | '\r'))
        .collect();
    let href = href.trim_start_matches(|c: char| c <= ' ');
    let scheme = href
        .split(['/', '?', '#'])
        .next()
        .and_then(|head| head.split_once(':'))
        .map(|(scheme, _)| scheme);
    scheme.is_none_or(|scheme| {
        ["https", "http", "mailto", "tel"]
            .iter()
            .any(|known| scheme.eq_ignore_ascii_case(known))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn element(tag: &str, attributes: &[(&str, &str)], text: &str) -> Node {
        Node::Element(Element {
            tag: tag.into(),
            attributes: attributes
                .iter()
                .map(|(n, v)| ((*n).into(), (*v).into()))
                .collect(),
            children: vec![Node::Text(text.into())],
        })
    }

    #[test]
    fn white_space_is_folded_over_the_bounds_of_nodes() {
        let mut rich = Rich::default();
        rich.push(&Node::Text("\n  Tap ".into()));
        rich.push(&element("b", &[], "Back\n   Up Now"));
        rich.push(&Node::Text("\n now. ".into()));
        rich.trim();
        assert_eq!(rich.plain(), "Tap Back Up Now now.");
    }

    #[test]
    fn a_bold_path_becomes_items() {
        let mut rich = Rich::default();
        rich.push(&element("b", &[], "Settings › [your name] › iCloud"));
        let items = vec!["Settings".into(), "[your name]".into(), "iCloud".into()];
        assert_eq!(rich.0, vec![Inline::Path(items)]);
    }

    #[test]
    fn links_that_could_run_something_keep_only_their_words() {
        for (href, kept) in [
            ("https://example.org/a:b", true),
            ("mailto:a@example.org", true),
            ("tel:+1", true),
            ("page.html?x=a:b", true),
            ("#part", true),
            ("javascript:alert(1)", false),
            ("JaVaScRiPt:alert(1)", false),
            ("  java\nscript:alert(1)", false),
            ("\u{1}javascript:alert(1)", false),
            ("data:text/html,x", false),
            ("blob:x", false),
        ] {
            let mut rich = Rich::default();
            rich.push(&element("a", &[("href", href)], "words"));
            let link = matches!(rich.0.as_slice(), [Inline::Link { .. }]);
            assert_eq!(link, kept, "{href:?}");
            assert_eq!(rich.plain(), "words", "{href:?}");
        }
    }

    /// A heading of it alone would own a fix without a title.
    #[test]
    fn code_that_says_nothing_is_left_out() {
        let mut rich = Rich::default();
        rich.push(&element("code", &[], " "));
        assert!(rich.is_empty());
    }

    #[test]
    fn marks_that_turn_text_around_are_left_out() {
        assert_eq!(Rich::text("a\u{202E}b\u{2066}c").plain(), "abc");
    }
}
