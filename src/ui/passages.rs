//! The guide's words with all that they hold, built from what the guide holds, never from an HTML string.

use yew::Html;

use crate::guide::{Image, Inline, Passage, Rich};

use super::copy::{can_copy, copier};
use super::el::{El, el};
use super::icon::Icon;
use super::view::View;
use super::words;

/// Adds passages to an element.
#[inline(never)]
pub(crate) fn add(view: &View<'_>, mut to: El, passages: &[Passage]) -> El {
    for passage in passages {
        to = to.add(one(view, passage));
    }
    to
}

/// Passages in a `div`.
pub(crate) fn passages(view: &View<'_>, class: &'static str, passages: &[Passage]) -> Html {
    add(view, el("div", class), passages).html()
}

fn one(view: &View<'_>, passage: &Passage) -> Html {
    match passage {
        Passage::Words(words) => rich(el("p", ""), words),
        Passage::List { ordered, items } => list(view, if *ordered { "ol" } else { "ul" }, items),
        Passage::Code(lines) => {
            // Whoever has no pointer scrolls it by the arrow keys.
            let pre = el("pre", "").mark("tabindex", "0").words(lines).html();
            let mut code = el("div", "code").add(pre);
            if can_copy() {
                code = copier(
                    view.session,
                    code,
                    lines,
                    ("copy-code", "link", words::COPY_CODE),
                );
            }
            code.html()
        }
        Passage::Table { head, rows } => {
            let mut table = el("table", "");
            for (place, row) in rows.iter().enumerate() {
                let cell = if *head && place == 0 { "th" } else { "td" };
                let mut line = el("tr", "");
                for words in row {
                    line = line.add(rich(el(cell, ""), words));
                }
                table = table.add(line.html());
            }
            el("div", "table")
                .mark("tabindex", "0")
                .add(table.html())
                .html()
        }
        Passage::Tip {
            warning,
            passages: said,
        } => {
            let (class, icon, name) = if *warning {
                ("note warning", Icon::Warning, words::WARNING)
            } else {
                ("note", Icon::Info, words::NOTE)
            };
            el("div", class)
                .mark("role", "note")
                .mark("aria-label", name)
                .add(icon.html())
                .add(passages(view, "", said))
                .html()
        }
    }
}

/// A list.
pub(crate) fn list(view: &View<'_>, tag: &'static str, items: &[Vec<Passage>]) -> Html {
    let mut list = el(tag, "list");
    for item in items {
        list = list.add(add(view, el("li", ""), item).html());
    }
    list.html()
}

/// Words in an element.
fn rich(mut within: El, words: &Rich) -> Html {
    for inline in &words.0 {
        let (tag, text) = match inline {
            Inline::Text(text) => {
                within = within.words(text);
                continue;
            }
            Inline::Strong(text) => ("strong", text.as_str()),
            Inline::Emphasis(text) => ("em", text.as_str()),
            Inline::Key(text) => ("kbd", text.as_str()),
            Inline::Code(text) => ("code", text.as_str()),
            Inline::Break => ("br", ""),
            Inline::Link { href, text } => {
                within = within.add(link(href, el("a", "").words(text)));
                continue;
            }
            Inline::Image(of) => {
                let image = image(of);
                within = within.add(if of.href.is_empty() {
                    image
                } else {
                    link(&of.href, el("a", "").add(image))
                });
                continue;
            }
            Inline::Path(items) => {
                within = within.add(path(items));
                continue;
            }
        };
        let mut run = el(tag, "");
        if !text.is_empty() {
            run = run.words(text);
        }
        within = within.add(run.html());
    }
    within.html()
}

/// A picture, fetched when it comes near. Its size, where it is told, holds its place until then.
fn image(of: &Image) -> Html {
    let mut image = el("img", "")
        .mark("loading", "lazy")
        .set("src", &of.src)
        .set("alt", &of.alt);
    for (name, figures) in [("width", &of.width), ("height", &of.height)] {
        if !figures.is_empty() {
            image = image.set(name, figures);
        }
    }
    image.html()
}

/// A link; one that leaves the page opens a new tab, so that the reader's place in the guide stays in sight.
fn link(href: &str, link: El) -> Html {
    let mut link = link.set("href", href);
    if href.starts_with("http") {
        link = link
            .mark("target", "_blank")
            .mark("rel", "noopener")
            .add(el("span", "unseen").words(words::NEW_TAB).html());
    }
    link.html()
}

/// A menu path: each item whole with the mark after it, so that lines break between items alone.
fn path(items: &[String]) -> Html {
    let mut path = el("span", "path");
    for (place, item) in items.iter().enumerate() {
        let mut crumb = el("span", "crumb").words(item);
        if place + 1 < items.len() {
            crumb = crumb.add(el("span", "mark").words("\u{a0}›").html());
        }
        if place > 0 {
            path = path.words(" ");
        }
        path = path.add(crumb.html());
    }
    path.html()
}
