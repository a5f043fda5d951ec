//! The article as a flat run of blocks: headings, paragraphs and lists, with the attributes that refine them.
//!
//! Belongs here: which elements are blocks, which are skipped, and how wrappers are flattened. Real pages wrap
//! headings and lists in sections and cards, so that a heading and its list need not be siblings. Does not: what is a
//! fix (see `read`).

use super::elements::{Element, Node, has_words, holds_words, is_inline, is_skipped};
use super::model::Passage;
use super::rich::Rich;
use crate::characters::is_unseen;

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
        /// Attributes that refine it: its own, then those of the wrapper that it opens.
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
        /// Whether its items have an order.
        ordered: bool,
        /// Its items.
        items: Vec<Item>,
        /// Attributes that refine it.
        refinements: Vec<(String, String)>,
    },
    /// Code or a table, which stay as they are.
    Whole(Passage),
    /// A wrapper with attributes that does not open with a heading: a part with a role, such as a risk.
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
            Self::Whole(_) => &[],
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

fn flatten(nodes: &[Node], out: &mut Vec<Block>) {
    let before = out.len();
    // Loose text between blocks becomes a separate paragraph.
    let mut loose = Rich::default();
    let worded = has_words(nodes);
    let is_word = |element: &Element| {
        is_inline(&element.tag)
            || worded && holds_words(element) && element.refinements().is_empty()
    };
    for node in nodes {
        match node {
            Node::Element(element) if is_skipped(element) => {}
            Node::Element(element) if !is_word(element) => {
                end_paragraph(&mut loose, out);
                block(element, out);
            }
            _ => loose.push(node),
        }
    }
    end_paragraph(&mut loose, out);
    let mut place = 0;
    out.retain(|block| {
        place += 1;
        place <= before || !is_left_out(block)
    });
}

/// Whether its author leaves a block out. On a heading the mark says that the part is no fix, which the reading decides.
fn is_left_out(block: &Block) -> bool {
    !matches!(block, Block::Heading { .. }) && refinement(block.refinements(), "skip").is_some()
}

fn end_paragraph(words: &mut Rich, out: &mut Vec<Block>) {
    let mut words = std::mem::take(words);
    words.trim();
    if !words.is_empty() {
        out.push(Block::Paragraph {
            words,
            refinements: Refinements::new(),
        });
    }
}

fn words(element: &Element) -> Rich {
    let mut words = Rich::default();
    element.children.iter().for_each(|child| words.push(child));
    words.trim();
    words
}

fn block(element: &Element, out: &mut Vec<Block>) {
    let refinements = element.refinements();
    match element.tag.as_str() {
        // What an attribute says needs no words besides: a question, what support asks for.
        "p" => {
            let words = words(element);
            if !(words.is_empty() && refinements.is_empty()) {
                out.push(Block::Paragraph { words, refinements });
            }
        }
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
            let words = words(element);
            // An empty heading begins no part.
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
                    (!blocks.is_empty() || !refinements.is_empty()).then_some(Item {
                        refinements,
                        blocks,
                    })
                }
                _ => None,
            });
            let items: Vec<Item> = items.collect();
            if !items.is_empty() {
                out.push(Block::List {
                    ordered: element.tag == "ol",
                    items,
                    refinements,
                });
            }
        }
        tag => {
            let mut inner = Vec::new();
            match tag {
                "pre" => {
                    let mut lines = String::new();
                    code(element, &mut lines);
                    lines.truncate(lines.trim_end().len());
                    if !lines.is_empty() {
                        inner.push(Block::Whole(Passage::Code(lines)));
                    }
                }
                "table" => table(element, &mut inner),
                _ => flatten(&element.children, &mut inner),
            }
            if refinements.is_empty() {
                out.append(&mut inner);
                return;
            }
            // A tip keeps its heading to itself.
            let tip = refinement(&refinements, "tip").is_some();
            if let Some(Block::Heading {
                refinements: own, ..
            }) = inner.first_mut()
                && !tip
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

/// Code, line by line, without the empty lines around it. What nobody sees is not copied from it.
fn code(pre: &Element, out: &mut String) {
    for child in &pre.children {
        match child {
            Node::Text(text) => {
                for c in text.chars() {
                    if !(is_unseen(c) || c == '\n' && out.is_empty()) {
                        out.push(c);
                    }
                }
            }
            Node::Element(inner) if inner.tag == "br" => out.push('\n'),
            Node::Element(inner) if is_skipped(inner) => {}
            Node::Element(inner) => code(inner, out),
        }
    }
}

/// A table of text. One with more than text in its cells, or with a single column, is only layout: its content is read
/// through.
fn table(table: &Element, out: &mut Vec<Block>) {
    fn gather(
        element: &Element,
        rows: &mut Vec<Vec<Rich>>,
        head: &mut bool,
        beside: &mut Vec<Block>,
    ) {
        for child in &element.children {
            let Node::Element(inner) = child else {
                continue;
            };
            match inner.tag.as_str() {
                _ if is_skipped(inner) => {}
                "tr" => {
                    let mut row: Vec<Rich> = Vec::new();
                    let mut titles = true;
                    for cell in &inner.children {
                        if let Node::Element(cell) = cell {
                            titles &= cell.tag == "th";
                            row.push(words(cell));
                        }
                    }
                    while row.last().is_some_and(Rich::is_empty) {
                        row.pop();
                    }
                    if !row.is_empty() {
                        *head |= titles && rows.is_empty();
                        rows.push(row);
                    }
                }
                "thead" | "tbody" | "tfoot" => gather(inner, rows, head, beside),
                // Its caption.
                _ => flatten(&inner.children, beside),
            }
        }
    }
    flatten(&table.children, out);
    let only_words = |block: &Block| matches!(block, Block::Paragraph { refinements, .. } if refinements.is_empty());
    let (mut rows, mut head, mut beside) = (Vec::new(), false, Vec::new());
    gather(table, &mut rows, &mut head, &mut beside);
    if out.iter().all(only_words) && rows.iter().any(|row| row.len() > 1) {
        *out = beside;
        out.push(Block::Whole(Passage::Table { head, rows }));
    }
}
