//! The guide's words with their markup, built from what the guide holds, never from an HTML string.

use yew::Html;

use crate::guide::{Inline, Passage, Rich};

use super::el::{El, el};
use super::words;

/// Adds paragraphs and lists to an element.
pub(crate) fn add(to: El, passages: &[Passage]) -> El {
    to.all(&mut passages.iter().map(|passage| match passage {
        Passage::Words(words) => rich(el("p", ""), words),
        Passage::List(items) => list(items),
    }))
}

/// Paragraphs and lists in a `div`.
pub(crate) fn passages(class: &'static str, passages: &[Passage]) -> Html {
    add(el("div", class), passages).html()
}

/// A list of words.
pub(crate) fn list(items: &[Rich]) -> Html {
    let mut items = items.iter().map(|item| rich(el("li", ""), item));
    el("ul", "").all(&mut items).html()
}

/// Words in an element.
fn rich(mut within: El, words: &Rich) -> Html {
    for inline in &words.0 {
        within = match inline {
            Inline::Text(text) => within.words(text),
            Inline::Strong(text) => within.add(el("strong", "").words(text).html()),
            Inline::Code(text) => within.add(el("code", "").words(text).html()),
            Inline::Break => within.add(el("br", "").html()),
            Inline::Link { href, text } => within.add(link(href, text)),
            Inline::Path(items) => within.add(path(items)),
        };
    }
    within.html()
}

/// A link; one that leaves the page opens a new tab, so that the reader's place in the guide stays in sight.
fn link(href: &str, text: &str) -> Html {
    let mut link = el("a", "").set("href", href).words(text);
    if href.starts_with("http") {
        link = link
            .mark("target", "_blank")
            .mark("rel", "noopener")
            .add(el("span", "unseen").words(words::NEW_TAB).html());
    }
    link.html()
}

/// A menu path, its items whole and its marks between.
fn path(items: &[String]) -> Html {
    let mut path = el("span", "path");
    for (place, item) in items.iter().enumerate() {
        if place > 0 {
            path = path.add(el("span", "mark").words(" › ").html());
        }
        path = path.add(el("span", "crumb").words(item).html());
    }
    path.html()
}
