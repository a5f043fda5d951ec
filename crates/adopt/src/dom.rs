//! Queries on elements of an article: text, content, whether it belongs to the article.
//!
//! Belongs here: what markup alone shows, and making small elements. Does not: what English words mean (see `titles` and
//! `sentences`).

use unstuck_core::guide::{Element, Node, PREFIX, is_inline, is_skipped};

use crate::sanitize::REMOVED_ELEMENTS;

/// The words of classes, split as people write them: `article__toc-list` is article, toc, list.
pub(crate) fn class_words(element: &Element) -> impl Iterator<Item = &str> {
    let class = element.attribute("class").unwrap_or_default();
    let id = element
        .attribute("id")
        .filter(|_| !matches!(element.tag.as_str(), "section" | "article" | "main"));
    let id = id.filter(|id| id.len() < 24).unwrap_or_default();
    class
        .split_whitespace()
        .chain(id.split_whitespace())
        .flat_map(|class| class.split(['-', '_']))
}

/// The same, with names of classes parted where a capital begins a word: `ocpExpandoHead` is ocp, expando, head.
pub(crate) fn name_words(element: &Element) -> Vec<String> {
    let class = element.attribute("class").unwrap_or_default();
    let mut out = Vec::new();
    for token in class.split(|c: char| c.is_whitespace() || matches!(c, '-' | '_')) {
        let mut word = String::new();
        let mut before = 'A';
        for c in token.chars() {
            if c.is_uppercase() && before.is_lowercase() {
                out.push(std::mem::take(&mut word));
            }
            word.extend(c.to_lowercase());
            before = c;
        }
        if !word.is_empty() {
            out.push(word);
        }
    }
    out
}

/// The name of an element for what a page shows and its article does not say: an icon, a permalink.
pub(crate) const LEFT_OUT: &str = "x-left-out";

/// Class words of page furniture around or in an article.
const BOILERPLATE: &[&str] = &[
    "toc",
    "tocs",
    "breadcrumb",
    "breadcrumbs",
    "pagination",
    "pager",
    "comments",
    "feedback",
    "helpful",
    "rating",
    "newsletter",
    "sidebar",
    "navigation",
    "navbar",
    "sharing",
    "cookie",
    "metadata",
    "tags",
    "byline",
    "footnotes",
    "footnote",
    "editsection",
];

/// Whether an element is no part of what the article says.
pub(crate) fn is_boilerplate(element: &Element) -> bool {
    if is_skipped(element)
        || element.tag == LEFT_OUT
        || REMOVED_ELEMENTS.contains(&element.tag.as_str())
    {
        return true;
    }
    match element.tag.as_str() {
        "form" | "iframe" | "svg" | "input" | "select" | "textarea" | "dialog" | "canvas"
        | "audio" | "object" | "embed" | "head" | "link" | "meta" | "footer" | "map" => true,
        "div" | "section" | "ul" | "ol" | "aside" | "details" | "p" | "span" => {
            matches!(
                element.attribute("role"),
                Some("navigation" | "contentinfo" | "search" | "complementary")
            ) || class_words(element).any(|word| BOILERPLATE.contains(&word))
                && !holds_the_article(element)
                || element.tag == "aside"
                    && class_words(element).any(|word| matches!(word, "related" | "menu"))
        }
        _ => false,
    }
}

/// Whether an element has the page's title and sections below it: `sidebar-content` may be what stands beside the side bar.
fn holds_the_article(element: &Element) -> bool {
    !find_tags(element, &["h1"]).is_empty() && find_tags(element, &["h2", "h3"]).len() >= 2
}

/// What follows these words at the beginning of a text, whose source may wrap them.
pub(crate) fn strip_words<'t>(text: &'t str, words: &str) -> Option<&'t str> {
    words
        .split_whitespace()
        .try_fold(text, |rest, word| rest.trim_start().strip_prefix(word))
}

/// How much of an element's words is read, in bytes: no real block has more.
const TEXT_BYTES: usize = 32 * 1024;

/// The text of an element, white space collapsed, cut at [`TEXT_BYTES`].
pub(crate) fn text(element: &Element) -> String {
    fn gather(element: &Element, typed: bool, out: &mut String) {
        let typed = typed || element.tag == "pre";
        for child in &element.children {
            if out.len() > TEXT_BYTES {
                return;
            }
            match child {
                Node::Text(words) => {
                    let end = (0..=TEXT_BYTES.min(words.len()))
                        .rev()
                        .find(|end| words.is_char_boundary(*end));
                    let words = words.get(..end.unwrap_or(0)).unwrap_or_default();
                    // Where a line of the source ends says nothing.
                    out.extend(
                        words
                            .chars()
                            .map(|c| if c == '\n' && !typed { ' ' } else { c }),
                    );
                }
                Node::Element(inner) if is_boilerplate(inner) => {}
                Node::Element(inner) => {
                    let apart = !is_inline(&inner.tag) || inner.tag == "br";
                    if apart {
                        out.push('\n');
                    }
                    gather(inner, typed, out);
                    if apart {
                        out.push('\n');
                    }
                }
            }
        }
    }
    let mut out = String::new();
    gather(element, false, &mut out);
    let lines = out
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join("\n")
}

/// The text of an element on one line, where it is no longer than so many bytes; most of what is longer is not looked at.
pub(crate) fn short_text(element: &Element, most: usize) -> Option<String> {
    fn gather(element: &Element, left: &mut usize, out: &mut String) -> Option<()> {
        for child in &element.children {
            *left = left.checked_sub(1)?;
            match child {
                Node::Text(words) => {
                    *left = left.checked_sub(words.trim().len())?;
                    out.push_str(words);
                }
                Node::Element(inner) => gather(inner, left, out)?,
            }
        }
        Some(())
    }
    // Each node counts as one byte, so that empty ones are not many.
    let mut left = most + 10;
    let mut out = String::new();
    gather(element, &mut left, &mut out)?;
    let words = out.split_whitespace().collect::<Vec<_>>().join(" ");
    (words.len() <= most).then_some(words)
}

/// The text of an element on one line.
pub(crate) fn line_of(element: &Element) -> String {
    text(element).replace('\n', " ")
}

/// The elements below an element that are wanted, but for those within one that is.
pub(crate) fn find<'a>(
    element: &'a Element,
    wanted: &dyn Fn(&Element) -> bool,
) -> Vec<&'a Element> {
    fn gather<'a>(
        element: &'a Element,
        wanted: &dyn Fn(&Element) -> bool,
        out: &mut Vec<&'a Element>,
    ) {
        for child in &element.children {
            match child {
                Node::Element(inner) if wanted(inner) => out.push(inner),
                Node::Element(inner) => gather(inner, wanted, out),
                Node::Text(_) => {}
            }
        }
    }
    let mut out = Vec::new();
    gather(element, wanted, &mut out);
    out
}

/// The same, by names.
pub(crate) fn find_tags<'a>(element: &'a Element, tags: &[&str]) -> Vec<&'a Element> {
    find(element, &|inner| tags.contains(&inner.tag.as_str()))
}

/// Whether an element is a heading.
pub(crate) fn is_heading(element: &Element) -> bool {
    matches!(
        element.tag.as_str(),
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6"
    )
}

/// Whether an element holds a heading.
pub(crate) fn has_heading(element: &Element) -> bool {
    element.children.iter().any(|child| match child {
        Node::Element(inner) => is_heading(inner) || has_heading(inner),
        Node::Text(_) => false,
    })
}

/// Whether the first thing that an element says is a heading.
pub(crate) fn opens_with_heading(element: &Element) -> bool {
    for child in &element.children {
        match child {
            Node::Text(text) if text.trim().is_empty() => {}
            Node::Text(_) => return false,
            Node::Element(inner) if is_boilerplate(inner) => {}
            Node::Element(inner) if is_heading(inner) => return true,
            Node::Element(inner) => return opens_with_heading(inner),
        }
    }
    false
}

/// The author's marks that say something without any words in their element.
const SAYING: [&str; 4] = ["ask", "need", "risk", "first"];

/// Whether an element says or shows anything.
pub(crate) fn says(element: &Element) -> bool {
    element.tag == "img"
        || element.attributes.iter().any(|(name, _)| {
            name.strip_prefix(PREFIX)
                .is_some_and(|short| SAYING.contains(&short))
        })
        || element.children.iter().any(|child| match child {
            Node::Text(text) => !text.trim().is_empty(),
            Node::Element(inner) => !is_boilerplate(inner) && says(inner),
        })
}

/// Whether nothing of a node says anything.
pub(crate) fn is_silent(node: &Node) -> bool {
    match node {
        Node::Text(_) => is_blank(node),
        Node::Element(element) => !says(element),
    }
}

/// Whether a node is white space.
pub(crate) fn is_blank(node: &Node) -> bool {
    matches!(node, Node::Text(text) if text.trim().is_empty())
}

/// Whether an element is a list of items.
pub(crate) fn is_list(element: &Element) -> bool {
    matches!(element.tag.as_str(), "ul" | "ol")
}

/// The items of a list.
pub(crate) fn items(list: &Element) -> Vec<&Element> {
    find_tags(list, &["li"])
}

/// What a list holds, in order: its items, wherever wrappers put them, and what pages leave between them.
pub(crate) fn parts_of_list(list: &Element) -> Vec<&Node> {
    let mut out = Vec::new();
    for child in &list.children {
        match child {
            Node::Element(inner) if inner.tag != "li" && !items(inner).is_empty() => {
                out.append(&mut parts_of_list(inner));
            }
            other => out.push(other),
        }
    }
    out
}

/// Whether nearly all text of a list is links.
pub(crate) fn mostly_links(list: &Element) -> bool {
    let links = find_tags(list, &["a"]);
    let linked: usize = links.iter().map(|link| text(link).len()).sum();
    linked * 10 >= text(list).len() * 8
}

/// Whether these items are links to the article's own parts.
pub(crate) fn are_contents(items: &[&Element]) -> bool {
    items.len() > 1
        && items.iter().all(|item| {
            let links = find_tags(item, &["a"]);
            let words: usize = links.iter().map(|link| text(link).len()).sum();
            !links.is_empty()
                && links.iter().all(|link| {
                    link.attribute("href")
                        .is_some_and(|href| href.starts_with('#'))
                })
                && words * 10 >= text(item).len() * 8
        })
}

/// How many bytes of an element's words are bold.
pub(crate) fn bold_bytes(element: &Element) -> usize {
    bytes_in(element, &["b", "strong"])
}

/// How many bytes of an element's words stand in elements of these tags.
pub(crate) fn bytes_in(element: &Element, tags: &[&str]) -> usize {
    let found = find_tags(element, tags);
    found.iter().map(|inner| text(inner).len()).sum()
}

/// An element without attributes.
pub(crate) fn new_element(tag: &str, children: Vec<Node>) -> Element {
    Element {
        tag: tag.into(),
        attributes: Vec::new(),
        children,
    }
}

/// Adds an element at the end of another.
pub(crate) fn append(parent: &mut Element, child: Element) {
    parent.children.push(Node::Element(child));
}

/// A heading without its pictures that say something, and these in a paragraph for below it.
pub(crate) fn without_pictures(mut heading: Element) -> (Element, Option<Element>) {
    fn take(element: &mut Element, out: &mut Vec<Node>) {
        for child in std::mem::take(&mut element.children) {
            match child {
                Node::Element(inner) if says_in_picture(&inner) => out.extend(spaced(inner)),
                Node::Element(mut inner) => {
                    take(&mut inner, out);
                    element.children.push(Node::Element(inner));
                }
                words @ Node::Text(_) => element.children.push(words),
            }
        }
    }
    let mut pictures = Vec::new();
    take(&mut heading, &mut pictures);
    let below = (!pictures.is_empty()).then(|| new_element("p", pictures));
    (heading, below)
}

/// The words of an element as a bold paragraph, with its pictures that say something.
pub(crate) fn in_bold(element: &Element) -> Element {
    let mut out = bold_paragraph(&line_of(element));
    let pictures = find(element, &says_in_picture);
    out.children
        .extend(pictures.into_iter().cloned().flat_map(spaced));
    out
}

/// A picture that is moved behind words, or behind another, whose words would run into its own.
fn spaced(picture: Element) -> [Node; 2] {
    [Node::Text(" ".into()), Node::Element(picture)]
}

fn says_in_picture(element: &Element) -> bool {
    let alt = element.attribute("alt").unwrap_or_default();
    element.tag == "img" && !alt.trim().is_empty()
}

/// Words as a bold paragraph.
pub(crate) fn bold_paragraph(words: &str) -> Element {
    let bold = new_element("b", vec![Node::Text(words.to_owned())]);
    new_element("p", vec![Node::Element(bold)])
}
