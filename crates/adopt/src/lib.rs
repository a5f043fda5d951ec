//! Adoption: an article that was written to be read becomes one that can be walked.
//!
//! Belongs here: the rules that find title, fixes, reasons and steps in an article as it stands, and the refusal of one
//! that makes no guide. They turn a tree into a tree: what comes out carries the marks (`data-unstuck-*`) that its author
//! could have written, and [`unstuck_core::guide::read`] reads it like any other. Does not: what the marks mean, or where the
//! article comes from. Pure, and no part of the widget's own module: articles that are wholly marked never pay for it.

mod build;
mod choose;
mod clean;
#[cfg(feature = "html")]
pub mod html;
mod outline;
mod refuse;
mod steps;
mod words;

use unstuck_core::guide::{self, Element, Guide, MAX_NODES, Node, Problem, Rule};

pub use clean::clean;

use choose::{Judged, Pick};
use outline::{Part, Pseudo, outline};

/// The attribute that holds where an element stands in its file, while there is a file; the forms set it and take it off.
pub const AT: &str = "data-unstuck-at";

/// Whether a source should hand this attribute over: more than reading marks takes, for a page says much by classes and
/// roles.
#[must_use]
pub fn wants(name: &str) -> bool {
    Element::wants(name)
        || matches!(
            name,
            "alt"
                | "aria-hidden"
                | "aria-label"
                | "class"
                | "height"
                | "id"
                | "label"
                | "name"
                | "role"
                | "src"
                | "title"
                | "width"
        )
}

/// The article with the marks of a guide.
///
/// # Errors
/// Why it makes no guide: each with what would help.
pub fn adopt(article: &Element) -> Result<Element, Vec<Problem>> {
    if nodes(article, MAX_NODES) == 0 {
        return Err(vec![Problem::of_article(
            Rule::TooLong,
            "is too long to look for fixes in",
            "split it, or mark the fixes with data-unstuck-id",
        )]);
    }
    // The rules know English words. Of other languages the build of the article alone tells what is a fix.
    let listed;
    let english = words::english(article);
    let article = if english {
        article
    } else {
        listed = outline::with_lists_as_steps(article);
        &listed
    };
    let Choice {
        parts,
        picks,
        lenient,
    } = chosen(article);
    let judged = Judged::of(&parts, lenient);
    if parts[0].title.is_empty() {
        return Err(vec![Problem::of_article(
            Rule::NoTitle,
            "has no title",
            "begin it with a heading",
        )]);
    }
    match refuse::refuse(&parts, &judged, &picks, english) {
        Some(problem) => Err(vec![problem]),
        None => Ok(build::build(article, &parts, &judged, &picks)),
    }
}

/// How many more nodes than these there may be.
fn nodes(element: &Element, most: usize) -> usize {
    element
        .children
        .iter()
        .fold(most, |left, child| match child {
            Node::Element(inner) if left > 0 => nodes(inner, left - 1),
            _ => left.saturating_sub(1),
        })
}

/// The outline by which most fixes are found. What stands in for headings counts only where headings give fewer than two.
fn chosen(article: &Element) -> Choice {
    let parts = outline(article, Pseudo::None);
    let plain = Choice::of(parts);
    let grouped = outline(article, Pseudo::Grouped);
    if grouped.len() > plain.parts.len() {
        let more = Choice::of(grouped);
        if more.picks.len() > plain.picks.len() {
            return more;
        }
    }
    let marked = |pick: &Pick| choose::is_marked_fix(&plain.parts[pick.part]);
    if plain.picks.len() > 1 || plain.picks.iter().any(marked) {
        return plain;
    }
    for pseudo in [Pseudo::Bold, Pseudo::Leads] {
        let more = Choice::of(outline(article, pseudo));
        if more.picks.len() > 1 {
            return more;
        }
    }
    if !plain.picks.is_empty() {
        return plain;
    }
    if let Some(more) = build::untitled(&plain.parts).map(Choice::of)
        && more.picks.len() > 1
    {
        return more;
    }
    // The article itself is the one fix, where it tells what to do.
    if let Some(alone) = alone(&plain.parts).map(Choice::of)
        && !alone.picks.is_empty()
    {
        return alone;
    }
    Choice {
        picks: Judged::of(&plain.parts, true).picks(),
        lenient: true,
        ..plain
    }
}

/// An outline with the fixes found in it.
struct Choice {
    parts: Vec<Part>,
    picks: Vec<Pick>,
    /// Whether what explains was taken to hold fixes.
    lenient: bool,
}

impl Choice {
    fn of(parts: Vec<Part>) -> Self {
        Self {
            picks: Judged::of(&parts, false).picks(),
            parts,
            lenient: false,
        }
    }
}

/// The article's own blocks as a part of their own, where a list of steps is among them, or where its title names the one
/// problem that it is about.
fn alone(parts: &[Part]) -> Option<Vec<Part>> {
    let first = parts.first()?;
    if parts.len() > 1 && first.blocks.is_empty() {
        return None;
    }
    let listed = steps::any_block(&first.blocks, |block, before| {
        block.tag == "pre" || steps::Lists::of(block, before).steps
    });
    let problem =
        parts.len() == 1 && words::trouble(&first.title) && first.blocks.iter().any(steps::tells);
    if !listed && !problem {
        return None;
    }
    let mut root = first.clone();
    let blocks = std::mem::take(&mut root.blocks);
    root.children = vec![1];
    let fix = Part {
        level: 7,
        title: first.title.clone(),
        heading: first.heading.clone(),
        blocks,
        ..Part::default()
    };
    Some(vec![root, fix])
}

/// The guide of any article: as it is marked, or else as the rules find it.
///
/// # Errors
/// What keeps the article from being a guide.
pub fn guide(article: &Element) -> Result<Guide, Vec<Problem>> {
    if guide::marked(article) {
        guide::read(article)
    } else {
        guide::read(&adopt(article)?)
    }
}

/// The article marked, with nothing in it that may not stand in the page, and its guide.
///
/// # Errors
/// Why it makes no guide: each with its place and its mend. A guide that is not sound is refused like one that is none.
pub fn marked(article: &Element) -> Result<(Element, Guide), Vec<Problem>> {
    let mut marked = if guide::marked(article) {
        clean(article)
    } else {
        clean(&adopt(article)?)
    };
    // What holds an article in a file may be its body.
    marked.tag = "article".into();
    let guide = guide::read(&marked)?;
    let problems = guide::check(&guide);
    if problems.is_empty() {
        Ok((marked, guide))
    } else {
        Err(problems)
    }
}
