//! Guides from HTML text, natively: for tests, checks and the page build. In a browser the document is already parsed
//! and its DOM is read instead; both end in the same [`Element`], so there is one road from there on.

use scraper::{Html, Selector};

use super::model::Guide;
use super::problem::Problem;
use super::tree::{Element, MAX_DEPTH, MAX_NODES, Node};

/// Reads the guide of the first `article` in `text`, or of the whole text where there is none.
///
/// # Errors
/// What keeps the article from being a guide; see [`crate::adopt::guide`].
pub fn parse(text: &str) -> Result<Guide, Vec<Problem>> {
    crate::adopt::guide(&article(text))
}

/// The tree of the first `article` in `text`, or of the whole text where there is none.
#[must_use]
pub fn article(text: &str) -> Element {
    let document = Html::parse_document(text);
    let root = Selector::parse("article")
        .ok()
        .and_then(|selector| document.select(&selector).next())
        .unwrap_or_else(|| document.root_element());
    let mut budget = MAX_NODES;
    convert(root, MAX_DEPTH, &mut budget)
}

fn convert(element: scraper::ElementRef<'_>, depth: usize, budget: &mut usize) -> Element {
    let value = element.value();
    let mut out = Element {
        tag: value.name().to_owned(),
        attributes: value
            .attrs()
            .filter(|(name, _)| crate::adopt::wants(name))
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect(),
        children: Vec::new(),
    };
    for child in element.children() {
        if depth == 0 || *budget == 0 {
            break;
        }
        *budget -= 1;
        if let Some(text) = child.value().as_text() {
            out.children.push(Node::Text(text.to_string()));
        } else if let Some(inner) = scraper::ElementRef::wrap(child) {
            out.children
                .push(Node::Element(convert(inner, depth - 1, budget)));
        }
    }
    out
}
