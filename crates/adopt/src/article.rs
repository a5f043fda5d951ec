//! From an article to the marked article and its guide.
//!
//! Belongs here: the order of the work, and what a caller can ask for. Does not: any rule.

use unstuck_core::guide::{self, Element, Guide, MAX_NODES, Node, Problem, Rule};

use crate::build::build;
use crate::choice::{Choice, chosen};
use crate::classify::Classified;
use crate::language::{english, with_lists_as_steps};
use crate::refuse::refuse;
use crate::sanitize::sanitize;

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

/// The article with the marks of a guide (`data-unstuck-*`) that its author could have written.
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
    let english = english(article);
    let article = if english {
        article
    } else {
        listed = with_lists_as_steps(article);
        &listed
    };
    let Choice {
        parts,
        picks,
        lenient,
    } = chosen(article);
    let classified = Classified::of(&parts, lenient);
    if parts[0].title.is_empty() {
        return Err(vec![Problem::of_article(
            Rule::NoTitle,
            "has no title",
            "begin it with a heading",
        )]);
    }
    match refuse(&parts, &classified, &picks, english) {
        Some(problem) => Err(vec![problem]),
        None => Ok(build(article, &parts, &classified, &picks)),
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
        sanitize(article)
    } else {
        sanitize(&adopt(article)?)
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
