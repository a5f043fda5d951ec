//! Guides from HTML text, natively: for tests, checks and the page build. In a browser the document is already parsed
//! and its DOM is read instead; both end in the same [`Element`], so both are read in the same way from there on.

use std::collections::HashSet;

use scraper::{ElementRef, Html, Selector};

use crate::around::{level, title_around};
use crate::article::{guide, wants};
use crate::marks::AT;
use crate::outline::entitle;
use unstuck_core::guide::{Element, Guide, Node, Problem, Size};

/// Reads the guide of the first `article` in `text`, or of the whole text where there is none.
///
/// # Errors
/// What keeps the article from being a guide; see [`crate::guide`].
pub fn parse(text: &str) -> Result<Guide, Vec<Problem>> {
    guide(&read(text).map_err(|problem| vec![problem])?)
}

/// The tree of the article in `text`, as [`read`] gives it; an empty one where that refuses.
#[must_use]
pub fn article(text: &str) -> Element {
    read(text).unwrap_or_default()
}

/// The tree of the article in `text`: of its `article`, else its `main`, else the whole; of several articles the one that
/// has the most text. Language and title come from the page if the article has none.
///
/// # Errors
/// The bound that the article exceeds.
pub fn read(text: &str) -> Result<Element, Problem> {
    let document = Html::parse_document(text);
    let found = |selector: &str| -> Vec<ElementRef<'_>> {
        Selector::parse(selector).map_or_else(
            |_| Vec::new(),
            |selector| document.select(&selector).collect(),
        )
    };
    let words = |element: &ElementRef<'_>| element.text().map(str::len).sum::<usize>();
    let whole = ["article", "main", "[role=main]", "body"];
    let mut whole = whole
        .iter()
        .skip(usize::from(are_sections(&found("article"))));
    let root = whole
        // The first of equal ones, as a page shows them.
        .find_map(|selector| found(selector).into_iter().rev().max_by_key(words))
        .unwrap_or_else(|| document.root_element());
    let mut article = convert(root, 0, &mut Size::default())?;
    if article.attribute("lang").is_none()
        && let Some(lang) = root
            .ancestors()
            .filter_map(ElementRef::wrap)
            .find_map(|above| above.attr("lang"))
    {
        article.attributes.push(("lang".into(), lang.to_owned()));
    }
    entitle(&mut article, || title_around(&document, root));
    Ok(article)
}

/// Whether these articles are the sections of one: beside each other, each with a heading, and none with that of the page.
fn are_sections(articles: &[ElementRef<'_>]) -> bool {
    let parents = articles
        .iter()
        .map(|article| article.parent().map(|of| of.id()));
    let beside = parents.collect::<HashSet<_>>().len() == 1;
    let levels = |article: &ElementRef<'_>| -> Vec<u8> {
        let inner = article.descendants().filter_map(ElementRef::wrap);
        inner.filter_map(level).collect()
    };
    articles.len() > 1
        && beside
        && articles
            .iter()
            .map(levels)
            .all(|levels| levels.iter().min().is_some_and(|highest| *highest > 1))
}

fn convert(element: ElementRef<'_>, depth: usize, size: &mut Size) -> Result<Element, Problem> {
    let mut out = Element {
        tag: element.value().name().to_owned(),
        ..Element::default()
    };
    // Where an element stands in its file is not the author's.
    let own = |(name, _): &(&str, &str)| *name != AT;
    size.attributes(element.value().attrs().filter(own).count())?;
    for (name, value) in element.value().attrs().filter(|(name, _)| wants(name)) {
        size.bytes(if own(&(name, value)) { value.len() } else { 0 })?;
        out.attributes.push((name.to_owned(), value.to_owned()));
    }
    for child in element.children() {
        size.node(depth + 1)?;
        if let Some(text) = child.value().as_text() {
            size.bytes(text.len())?;
            out.children.push(Node::Text(text.to_string()));
        } else if let Some(inner) = ElementRef::wrap(child) {
            let inner = convert(inner, depth + 1, size)?;
            out.children.push(Node::Element(inner));
        }
    }
    Ok(out)
}
