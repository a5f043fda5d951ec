//! Definition lists and summaries that unfold, where their terms stand for headings.
//!
//! Belongs here: what is a term, and whether terms have fixes under them. Does not: how parts are made of them (see
//! `flatten`).

use std::ops::Range;

use unstuck_core::guide::{Element, Node};

use crate::dom::{find_tags, has_heading, is_heading, text};
use crate::lexicon::Lexicon;

/// A term of a definition list with what is said of it: descriptions, and parameters with theirs.
pub(crate) struct Entry<'a> {
    pub(crate) term: Option<&'a Element>,
    pub(crate) said: Vec<&'a Element>,
}

/// The entries of a definition list. A term of one word of code belongs to the term before it, which it explains.
pub(crate) fn entries<'a>(list: &'a Element, lexicon: &Lexicon) -> Vec<Entry<'a>> {
    let all = find_tags(list, &["dt", "dd"]);
    let mut out: Vec<Entry<'_>> = Vec::new();
    for (at, element) in all.iter().enumerate() {
        let told = all.get(at + 1).filter(|next| next.tag == "dd");
        let parameter = || {
            let before = out.last().and_then(|entry| entry.term);
            before.is_some_and(|term| !is_code_word(term))
                && is_code_word(element)
                && told.is_some_and(|told| !lexicon.is_instructing(told))
        };
        if element.tag == "dt" && !parameter() {
            out.push(Entry {
                term: Some(element),
                said: Vec::new(),
            });
            continue;
        }
        match out.last_mut() {
            Some(entry) => entry.said.push(element),
            None => out.push(Entry {
                term: None,
                said: vec![element],
            }),
        }
    }
    out
}

/// The terms that belong to the term before them.
pub(crate) fn parameters<'a>(entries: &[Entry<'a>]) -> Vec<&'a Element> {
    let said = entries.iter().flat_map(|entry| &entry.said);
    said.filter(|element| element.tag == "dt")
        .copied()
        .collect()
}

/// Whether two or more terms have instructions, or are orders: then they are fixes wherever they are.
pub(crate) fn hold_fixes(entries: &[Entry<'_>], lexicon: &Lexicon) -> bool {
    let terms = entries.iter().filter_map(|entry| entry.term).count();
    let tells = |entry: &&Entry<'_>| entry.said.iter().any(|said| lexicon.is_instructing(said));
    let telling = entries.iter().filter(tells).count();
    let mut named = entries.iter().filter_map(|entry| entry.term);
    terms >= 2
        && (telling * 3 >= terms * 2
            || telling > 0 && named.all(|term| lexicon.is_order(&text(term))))
}

/// One word that is written as code is: `cpuLimit`, `--quiet`, `PATH`, and not Battery.
fn is_code_word(element: &Element) -> bool {
    let words = text(element);
    let plain = |word: &str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase)
            && letters.all(|c| c.is_lowercase() || c == '-')
    };
    !words.is_empty() && !words.contains(char::is_whitespace) && !plain(&words)
}

/// Whether the summaries among these siblings head parts of the article: two or more, most of which name what goes wrong or
/// tell what to do, and no steps beside them. Others fold an example or a hint. One is enough in an article of `many`.
pub(crate) fn unfold_parts(siblings: &[Node], many: bool, lexicon: &Lexicon) -> bool {
    let elements = siblings.iter().filter_map(|node| match node {
        Node::Element(element) => Some(element),
        Node::Text(_) => None,
    });
    let mut summaries = 0;
    let mut telling = 0;
    for element in elements {
        if element.tag != "details" {
            if matches!(element.tag.as_str(), "ol" | "ul") && lexicon.holds_steps(element, "") {
                return false;
            }
            continue;
        }
        summaries += 1;
        telling += usize::from(tells(element, lexicon));
    }
    summaries >= if many { 1 } else { 2 } && telling * 2 > summaries
}

/// Whether an article folds many of its parts.
pub(crate) fn folds_many(article: &Element, lexicon: &Lexicon) -> bool {
    let folded = find_tags(article, &["details"]).into_iter();
    folded.filter(|element| tells(element, lexicon)).count() >= 4
}

/// Whether what unfolds names what goes wrong, or tells what to do.
fn tells(element: &Element, lexicon: &Lexicon) -> bool {
    let Some(summary) = find_tags(element, &["summary"]).into_iter().next() else {
        return false;
    };
    let title = text(summary);
    // What holds code alone is an example of it.
    let code = find_tags(element, &["summary", "pre"]).into_iter();
    let told = code.map(|inner| text(inner).len()).sum::<usize>() + 2 < text(element).len();
    told && !has_heading(element)
        && !lexicon.asks_to_know(&title)
        && (lexicon.is_instructing(element) || lexicon.is_symptom(&title))
}

/// The siblings of a node up to the headings around it.
pub(crate) fn between_headings(nodes: &[Node], at: usize) -> Range<usize> {
    let heads = |node: &Node| matches!(node, Node::Element(element) if is_heading(element) || element.tag != "details" && has_heading(element));
    let before = nodes.get(..at).unwrap_or_default();
    let start = before.iter().rposition(heads).map_or(0, |head| head + 1);
    let end = nodes
        .iter()
        .skip(at)
        .position(heads)
        .map_or(nodes.len(), |next| at + next);
    start..end
}
