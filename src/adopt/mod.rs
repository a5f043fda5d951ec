//! Adoption: an article that was written to be read becomes one that can be walked.
//!
//! Belongs here: the rules that find title, fixes, reasons and steps in an article as it stands, and the refusal of one
//! that makes no guide. They turn a tree into a tree: what comes out carries the marks (`data-unstuck-*`) that its author
//! could have written, and [`crate::guide::read`] reads it like any other. Does not: what the marks mean, or where the
//! article comes from. Pure, and no part of the widget's own module: articles that are wholly marked never pay for it.

use crate::guide::{self, Element, Guide, Problem};

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
                | "aria-labelledby"
                | "class"
                | "height"
                | "id"
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
    Ok(article.clone())
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
