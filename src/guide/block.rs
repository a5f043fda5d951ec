//! The article as a flat run of blocks: headings, paragraphs and lists, with the attributes that refine them.
//!
//! Belongs here: which elements are blocks, which are passed over, and how wrappers are flattened. Real pages wrap
//! headings and lists in sections and cards, so that a heading and its list need not be siblings. Does not: what is a
//! fix (see `read`).

use super::rich::Rich;
use super::tree::{Element, Node};

/// Attributes by short name: `data-unstuck-id="x"` is `("id", "x")`.
pub(crate) type Refinements = Vec<(String, String)>;

/// A block of the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading.
    Heading {
        /// 1 to 6.
        level: u8,
        /// Its words.
        words: Rich,
        /// Attributes that refine it, its own first, then those of the wrapper it opens.
        refinements: Vec<(String, String)>,
    },
    /// A paragraph, or loose text.
    Paragraph {
        /// Its words.
        words: Rich,
        /// Attributes that refine it.
        refinements: Vec<(String, String)>,
    },
    /// A list.
    List {
        /// Its items.
        items: Vec<Item>,
        /// Attributes that refine it.
        refinements: Vec<(String, String)>,
    },
    /// A wrapper that carries attributes and opens with no heading: a part with a role, such as a risk.
    Part {
        /// Attributes that refine it.
        refinements: Vec<(String, String)>,
        /// What it wraps.
        blocks: Vec<Block>,
    },
}

/// An item of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Attributes that refine it.
    pub refinements: Vec<(String, String)>,
    /// What it says.
    pub blocks: Vec<Block>,
}

impl Block {
    /// The attributes that refine this block.
    #[must_use]
    pub fn refinements(&self) -> &[(String, String)] {
        match self {
            Self::Heading { refinements, .. }
            | Self::Paragraph { refinements, .. }
            | Self::List { refinements, .. }
            | Self::Part { refinements, .. } => refinements,
        }
    }
}

/// A refinement by its short name.
pub(crate) fn refinement<'a>(refinements: &'a [(String, String)], name: &str) -> Option<&'a str> {
    let found = refinements.iter().find(|(n, _)| n == name)?;
    Some(&found.1)
}

/// The blocks of an article.
#[must_use]
pub fn blocks(article: &Element) -> Vec<Block> {
    let mut out = Vec::new();
    flatten(&article.children, &mut out);
    out
}

/// Elements whose content is no part of what the article says: machinery, and the widget itself.
pub(crate) fn passed_over(element: &Element) -> bool {
    matches!(
        element.tag.as_str(),
        "script" | "style" | "noscript" | "template" | "nav" | "button" | "unstuck-guide"
    ) || element.attribute("hidden").is_some()
}

/// Elements that stand within a line.
fn inline(tag: &str) -> bool {
    matches!(
        tag,
        "a" | "abbr"
            | "b"
            | "bdi"
            | "br"
            | "cite"
            | "code"
            | "em"
            | "i"
            | "kbd"
            | "mark"
            | "q"
            | "s"
            | "samp"
            | "small"
            | "span"
            | "strong"
            | "sub"
            | "sup"
            | "time"
            | "u"
            | "var"
    )
}

fn flatten(nodes: &[Node], out: &mut Vec<Block>) {
    // Loose text between blocks is gathered into a paragraph of its own.
    let mut loose = Rich::default();
    for node in nodes {
        match node {
            Node::Element(element) if passed_over(element) => {}
            Node::Element(element) if !inline(&element.tag) => {
                end_paragraph(&mut loose, Refinements::new(), out);
                block(element, out);
            }
            _ => loose.push(node),
        }
    }
    end_paragraph(&mut loose, Refinements::new(), out);
}

fn end_paragraph(words: &mut Rich, refinements: Refinements, out: &mut Vec<Block>) {
    let mut words = std::mem::take(words);
    words.trim();
    if !words.is_empty() {
        out.push(Block::Paragraph { words, refinements });
    }
}

fn block(element: &Element, out: &mut Vec<Block>) {
    let refinements = element.refinements();
    match element.tag.as_str() {
        "p" => {
            let mut words = Rich::default();
            element.children.iter().for_each(|child| words.push(child));
            end_paragraph(&mut words, refinements, out);
        }
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
            let mut words = Rich::default();
            element.children.iter().for_each(|child| words.push(child));
            words.trim();
            // An empty heading owns nothing.
            if !words.is_empty() {
                out.push(Block::Heading {
                    level: element.tag.as_bytes()[1] - b'0',
                    words,
                    refinements,
                });
            }
        }
        "ul" | "ol" => {
            let items = element.children.iter().filter_map(|child| match child {
                Node::Element(item) if item.tag == "li" => {
                    let mut blocks = Vec::new();
                    flatten(&item.children, &mut blocks);
                    let refinements = item.refinements();
                    (!blocks.is_empty()).then_some(Item {
                        refinements,
                        blocks,
                    })
                }
                _ => None,
            });
            let items: Vec<Item> = items.collect();
            if !items.is_empty() {
                out.push(Block::List { items, refinements });
            }
        }
        _ => {
            let mut inner = Vec::new();
            flatten(&element.children, &mut inner);
            if refinements.is_empty() {
                out.append(&mut inner);
                return;
            }
            if let Some(Block::Heading {
                refinements: own, ..
            }) = inner.first_mut()
            {
                own.extend(refinements);
                out.append(&mut inner);
            } else {
                out.push(Block::Part {
                    refinements,
                    blocks: inner,
                });
            }
        }
    }
}
