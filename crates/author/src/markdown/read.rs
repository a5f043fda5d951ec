//! Markdown to the article's tree.
//!
//! Belongs here: the order of the work. Does not: where things are in the file (`map`), which element an event of the parser becomes
//! (`events`), or any syntax (`braces`, `blocks`, `inline`).

use std::collections::BTreeMap;

use pulldown_cmark::{Event, Options, Parser};

use super::anchors::{name_headings, only_anchors};
use super::blocks::rewrite;
use super::braces::cut;
use super::build::Builder;
use super::front_matter::{FrontMatter, front_matter};
use super::map::Map;
use crate::diagnostic::{Diagnostic, located_in};
use crate::location::{AT, take_offsets};
use unstuck_core::guide::{Element, Node, PREFIX, Problem, Size};

/// An article with its offsets.
pub(crate) struct Parsed {
    /// The tree.
    pub(crate) article: Element,
    /// The offset of each of its elements, in order.
    pub(crate) offsets: Vec<usize>,
    /// What is wrong with its braces and its markup.
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// What its author is told of other tools' syntax, which keeps no reader from the guide.
    pub(crate) foreign: Vec<Diagnostic>,
}

/// The article's tree, with the offset of each element and what is wrong with the braces.
///
/// # Errors
/// The bound that it exceeds, and where.
pub(crate) fn parse(text: &str) -> Result<Parsed, (Problem, usize)> {
    let front = front_matter(text);
    let text = &*front.blanked(text);
    let rewritten = rewrite(text);
    let (rest, mut braces, mut diagnostics) = cut(&rewritten.text, &rewritten.code);
    let map = Map::new(text, &rewritten.text, &rest, rewritten.places);
    for braces in &mut braces {
        braces.at = map.of_rewritten(braces.at);
    }
    for found in &mut diagnostics {
        found.offset = map.of_rewritten(found.offset);
    }
    let told = rewritten.told.into_iter().map(|(line, column, mut found)| {
        found.offset = map.begin_of(line) + column;
        found
    });
    let foreign: Vec<Diagnostic> = told.chain(front.problem.clone()).collect();
    let braces: BTreeMap<_, _> = braces
        .into_iter()
        .map(|braces| (braces.line, braces))
        .collect();
    let mut builder = Builder::new(&rest, map, braces, rewritten.boxes, rewritten.mdx);
    builder.diagnostics = diagnostics;
    builder.foreign = foreign;
    let options = Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TABLES
        | Options::ENABLE_GFM
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_WIKILINKS;
    let mut size = Size::default();
    for (event, range) in Parser::new_ext(&rest, options).into_offset_iter() {
        // Only to stop early: the tree is counted exactly when it is whole.
        if !matches!(event, Event::End(_) | Event::SoftBreak) {
            size.node(builder.depth())
                .map_err(|problem| (problem, builder.in_file(range.start)))?;
        }
        builder.event(event, range);
    }
    let (mut article, diagnostics, foreign) = builder.finish().map_err(|problem| (problem, 0))?;
    describe(&mut article, front);
    if only_anchors(&article) {
        name_headings(&mut article);
    }
    let offsets = take_offsets(&mut article);
    Ok(Parsed {
        article,
        offsets,
        diagnostics: located_in(diagnostics, text),
        foreign: located_in(foreign, text),
    })
}

/// Adds what the front matter says of an article, as far as the article does not say it itself.
pub(crate) fn describe(article: &mut Element, front: FrontMatter) {
    for (name, value) in [
        (format!("{PREFIX}title"), front.title),
        // As other tools write it: `de_DE`.
        ("lang".to_owned(), front.lang.replace('_', "-")),
    ] {
        if !value.is_empty() && article.attribute(&name).is_none() {
            article.attributes.push((name, value));
        }
    }
    let tag = |node: &Node| match node {
        Node::Element(element) => element.tag.clone(),
        Node::Text(_) => String::new(),
    };
    let is_heading = |tag: &str| matches!(tag.as_bytes(), [b'h', b'1'..=b'6']);
    let at = usize::from(
        article
            .children
            .first()
            .is_some_and(|first| tag(first) == "h1"),
    );
    let opening = article.children.iter().skip(at).map(tag);
    let mut opening = opening.take_while(|tag| !is_heading(tag));
    if !front.description.is_empty() && opening.all(|tag| tag != "p") {
        let summary = Element {
            tag: "p".into(),
            attributes: vec![(AT.into(), front.start.to_string())],
            children: vec![Node::Text(front.description)],
        };
        article.children.insert(at, Node::Element(summary));
    }
}
