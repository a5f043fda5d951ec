//! A part of an article: a heading and its content.
//!
//! Belongs here: the type and the author's marks on it. Does not: how an article is split into parts (see `outline`).

use crate::marks::{Marks, mark};
use crate::table::Block;

/// A heading and its content up to the next.
#[derive(Clone, Debug, Default)]
pub(crate) struct Part {
    /// 0 for the article itself, 1 to 6 for headings, 7 for replacements.
    pub(crate) level: u8,
    /// The heading's words.
    pub(crate) title: String,
    /// What stands over the column, where the heading is the cell of a table.
    pub(crate) over: String,
    /// The heading, cleaned of permalinks.
    pub(crate) heading: Block,
    /// The author's marks, from the heading and from the wrapper that it opens.
    pub(crate) marks: Marks,
    /// Its content.
    pub(crate) blocks: Vec<Block>,
    /// What stands behind the list that it is an item of, for who comes to its end.
    pub(crate) after: Vec<Block>,
    /// The part that it belongs to.
    pub(crate) parent: usize,
    /// The parts that belong to it.
    pub(crate) children: Vec<usize>,
}

impl Part {
    /// The level of a replacement for a heading.
    pub(crate) const PSEUDO_LEVEL: u8 = 7;

    /// An author's mark by its short name.
    pub(crate) fn mark(&self, name: &str) -> Option<&str> {
        mark(&self.marks, name)
    }

    /// Whether its title is a heading of the article, not a replacement.
    pub(crate) fn has_heading(&self) -> bool {
        self.level < Self::PSEUDO_LEVEL
    }

    /// Whether its author has marked it as a fix.
    pub(crate) fn is_marked_fix(&self) -> bool {
        self.mark("support").is_none()
            && self.mark("skip").is_none()
            && ["id", "ask", "only-if", "risk", "wait", "verdict"]
                .iter()
                .any(|name| self.mark(name).is_some())
    }
}

/// All parts but the first, as they stand behind so many parts that took their place: none of them is a fix.
pub(crate) fn rest_of(parts: &[Part], before: usize) -> Vec<Part> {
    let moved = |at: usize| if at == 0 { 0 } else { at + before };
    let rest = parts.iter().skip(1).map(|part| Part {
        parent: moved(part.parent),
        children: part.children.iter().map(|at| moved(*at)).collect(),
        ..part.clone()
    });
    rest.collect()
}
