//! The article's document tree, as the reading needs it: the one type that every HTML source is turned into first,
//! the browser's own DOM and a natively parsed file alike.
//!
//! Belongs here: the tree, and the characters that it may hold. Does not: what the elements mean (see `block`), or how large it
//! may be (see `limits`).

use std::borrow::Cow;

use crate::characters::{clean, is_banned};

/// Prefix of the attributes by which an article refines its guide.
pub const PREFIX: &str = "data-unstuck-";

/// The attribute that holds an element's offset in its file while the file is read; it is no mark, and no part of the article.
pub const AT: &str = "data-unstuck-at";

/// A piece of the article's tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// Text as written, white space included.
    Text(String),
    /// An element with what it holds.
    Element(Element),
}

/// An element of the article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Element {
    /// The name in lower case: `p`, `li`.
    pub tag: String,
    /// Name and value of the attributes that [`Element::wants`] names.
    pub attributes: Vec<(String, String)>,
    /// What it holds, in order.
    pub children: Vec<Node>,
}

impl Element {
    /// The value of an attribute by its full name.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(n, _)| n == name)?;
        Some(&found.1)
    }

    /// The element with all that it holds, without the characters that no guide holds (see [`crate::characters`]): its
    /// words, the values of its attributes, and attributes whose names have any.
    #[must_use]
    pub fn cleaned(&self) -> Cow<'_, Self> {
        if self.is_clean() {
            return Cow::Borrowed(self);
        }
        let mut out = self.clone();
        out.clean();
        Cow::Owned(out)
    }

    fn is_clean(&self) -> bool {
        let mut attributes = self.attributes.iter();
        attributes.all(|(name, value)| !name.contains(is_banned) && !value.contains(is_banned))
            && self.children.iter().all(|child| match child {
                Node::Text(text) => !text.contains(is_banned),
                Node::Element(inner) => inner.is_clean(),
            })
    }

    fn clean(&mut self) {
        let set_clean = |text: &mut String| {
            if let Cow::Owned(cleaned) = clean(text) {
                *text = cleaned;
            }
        };
        self.attributes
            .retain(|(name, _)| !name.contains(is_banned));
        self.attributes
            .iter_mut()
            .for_each(|(_, value)| set_clean(value));
        for child in &mut self.children {
            match child {
                Node::Text(text) => set_clean(text),
                Node::Element(inner) => inner.clean(),
            }
        }
    }

    /// Whether a source should pass this attribute on: only those that reading uses.
    #[must_use]
    pub fn wants(name: &str) -> bool {
        [
            "href", "lang", "dir", "hidden", "src", "alt", "width", "height",
        ]
        .contains(&name)
            || name.starts_with(PREFIX)
    }

    /// The refining attributes, by their short names. Those that are written over several lines are read as one.
    pub(crate) fn refinements(&self) -> Vec<(String, String)> {
        self.attributes
            .iter()
            .filter_map(|(name, value)| {
                let value = if value.contains(['\n', '\t']) {
                    value.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
                } else {
                    value.clone()
                };
                Some((name.strip_prefix(PREFIX)?.to_owned(), value))
            })
            .collect()
    }
}

/// Elements whose content is no part of what the article says: machinery, and the widget itself.
#[must_use]
pub fn is_skipped(element: &Element) -> bool {
    matches!(
        element.tag.as_str(),
        "script" | "style" | "noscript" | "template" | "nav" | "button" | "unstuck-guide"
    ) || element.attribute("hidden").is_some()
}

/// Inline elements, old ones too: a browser's translation puts `font` around all words.
const INLINE: [&str; 35] = [
    "a", "abbr", "b", "bdi", "bdo", "big", "br", "cite", "code", "del", "dfn", "em", "font", "i",
    "img", "ins", "kbd", "label", "mark", "picture", "q", "s", "samp", "small", "source", "span",
    "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
];

/// Elements that are no words, beside the inline ones: any other name may be a word.
const BLOCKS: [&str; 74] = [
    "address",
    "article",
    "aside",
    "audio",
    "base",
    "blockquote",
    "body",
    "button",
    "canvas",
    "caption",
    "center",
    "col",
    "colgroup",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "embed",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "frame",
    "frameset",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hgroup",
    "hr",
    "html",
    "iframe",
    "input",
    "legend",
    "li",
    "link",
    "main",
    "map",
    "math",
    "menu",
    "meta",
    "nav",
    "noscript",
    "object",
    "ol",
    "optgroup",
    "option",
    "p",
    "pre",
    "script",
    "search",
    "section",
    "select",
    "style",
    "summary",
    "svg",
    "table",
    "tbody",
    "td",
    "template",
    "textarea",
    "tfoot",
    "th",
    "thead",
    "title",
    "tr",
];

/// Whether words stand among these nodes: then an element of any other name, such as a custom element, can be one of them.
#[must_use]
pub fn has_words(nodes: &[Node]) -> bool {
    nodes.iter().any(|node| match node {
        Node::Text(words) => !words.trim().is_empty(),
        Node::Element(other) => {
            is_inline(&other.tag) && !matches!(other.tag.as_str(), "br" | "img")
        }
    })
}

/// Whether an element is inline, or of a name that may be, and holds nothing else.
#[must_use]
pub fn holds_words(element: &Element) -> bool {
    !BLOCKS.contains(&element.tag.as_str())
        && element.children.iter().all(|child| match child {
            Node::Text(_) => true,
            Node::Element(inner) => holds_words(inner),
        })
}

/// Whether an element is inline.
#[must_use]
pub fn is_inline(tag: &str) -> bool {
    INLINE.contains(&tag)
}
