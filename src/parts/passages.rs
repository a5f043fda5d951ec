//! The guide's words with all that they hold, built from what the guide holds, never from an HTML string. They are told where they
//! cannot turn to others: elements around them are made anew with the screen.

use unstuck_core::guide::{Image, Inline, Passage, Rich};
use yew::prelude::*;

use super::copy::copier;
use super::icon::Icon;
use super::picture::{Picture, image};
use super::view::{View, exact, fixed};

/// Passages, one after the other.
pub(crate) fn passages(view: &View, passages: &[Passage]) -> Html {
    passages.iter().map(|passage| one(view, passage)).collect()
}

fn one(view: &View, passage: &Passage) -> Html {
    match passage {
        Passage::Words(words) => match picture(words) {
            Some(of) => html! { <Picture of={of.clone()} /> },
            None => html! { <p>{ rich(view, words) }</p> },
        },
        Passage::List { ordered, items } => list(view, if *ordered { "ol" } else { "ul" }, items),
        Passage::Code(lines) => html! {
            <div class="code">
                { scroller("pre", "scroller", view.words.code(), exact(lines)) }
                if view.session.host.capabilities.copy {
                    { copier(view, lines, "copy-code", "link", view.words.copy_code()) }
                }
            </div>
        },
        Passage::Table { head, rows } => {
            let rows = rows.iter().enumerate().map(|(place, row)| {
                let cell = if *head && place == 0 { "th" } else { "td" };
                let cells = row
                    .iter()
                    .map(|words| html! { <@{cell}>{ rich(view, words) }</@> });
                html! { <tr>{ for cells }</tr> }
            });
            let table = html! { <table>{ for rows }</table> };
            scroller("div", "scroller table", view.words.table(), table)
        }
        Passage::Tip {
            warning,
            passages: said,
        } => {
            let (class, icon, name) = if *warning {
                ("note warning", Icon::Warning, view.words.warning())
            } else {
                ("note", Icon::Info, view.words.note())
            };
            html! {
                <div {class} role="note" aria-label={name}>
                    { icon.html() }
                    <div>{ passages(view, said) }</div>
                </div>
            }
        }
    }
}

/// What may be wider than the card, and then scrolls sideways within it, by the arrow keys too.
fn scroller(tag: &'static str, class: &'static str, name: &'static str, inside: Html) -> Html {
    html! { <@{tag} {class} tabindex="0" role="group" aria-label={name}>{ inside }</@> }
}

/// The picture that these words are, where they are nothing else.
pub(crate) fn picture(words: &Rich) -> Option<&Image> {
    match words.0.as_slice() {
        [Inline::Image(of)] if of.href.is_empty() => Some(of),
        _ => None,
    }
}

/// A list.
pub(crate) fn list(view: &View, tag: &'static str, items: &[Vec<Passage>]) -> Html {
    let items = items
        .iter()
        .map(|item| html! { <li>{ passages(view, item) }</li> });
    html! { <@{tag} class="list">{ for items }</@> }
}

/// Words with their markup.
pub(crate) fn rich(view: &View, words: &Rich) -> Html {
    let mut words = words.0.iter().peekable();
    let mut out = Vec::new();
    while let Some(one) = words.next() {
        // The stop after a menu path belongs to its last item: alone it would begin a line.
        if let (Inline::Path(items), Some(Inline::Text(next))) = (one, words.peek()) {
            let rest = next.trim_start_matches(['.', ',', ';', ':', '!', '?', ')', '”']);
            let (stop, rest) = next.split_at(next.len() - rest.len());
            out.push(path(view, items, stop));
            words.next();
            if !rest.is_empty() {
                out.push(fixed(rest));
            }
        } else {
            out.push(inline(view, one));
        }
    }
    out.into_iter().collect()
}

fn inline(view: &View, inline: &Inline) -> Html {
    match inline {
        Inline::Text(text) => fixed(text),
        Inline::Strong(text) => html! { <strong>{ fixed(text) }</strong> },
        Inline::Emphasis(text) => html! { <em>{ fixed(text) }</em> },
        Inline::Key(text) => html! { <kbd>{ fixed(text) }</kbd> },
        Inline::Code(text) => html! { <code>{ text }</code> },
        Inline::Break => html! { <br /> },
        Inline::Link { href, text } => link(view, href, fixed(text)),
        Inline::Image(of) if of.href.is_empty() => image(view, of, &NodeRef::default()),
        Inline::Image(of) => link(view, &of.href, image(view, of, &NodeRef::default())),
        Inline::Path(items) => path(view, items, ""),
    }
}

/// A link; one that leaves the site opens a new tab, so that the reader's place in the guide stays in sight.
fn link(view: &View, href: &str, inside: Html) -> Html {
    let href = href.to_owned();
    if is_external(&href) {
        html! {
            <a {href} target="_blank" rel="noopener">
                { inside }
                <span class="unseen">{ fixed(view.words.new_tab()) }</span>
            </a>
        }
    } else {
        html! { <a {href}>{ inside }</a> }
    }
}

/// Whether an address names a host of its own: `https://…` in whatever case, or `//…`. What browsers do to an address before
/// they read it (the URL standard) is done here as well.
fn is_external(href: &str) -> bool {
    let href: String = href
        .trim_matches(|c: char| c <= ' ')
        .chars()
        .filter(|c| !matches!(c, '\t' | '\n' | '\r'))
        .map(|c| {
            if c == '\\' {
                '/'
            } else {
                c.to_ascii_lowercase()
            }
        })
        .collect();
    let rest = href.strip_prefix("https:").or(href.strip_prefix("http:"));
    rest.unwrap_or(&href).starts_with("//")
}

/// A menu path: each item whole with the mark after it, so that lines break between items alone, and `stop` after the last.
fn path(view: &View, items: &[String], stop: &str) -> Html {
    let crumbs = items.iter().enumerate().map(|(place, item)| {
        html! {
            <>
                if place > 0 { { " " } }
                <span class="crumb">
                    { fixed(item) }
                    if place + 1 < items.len() {
                        // The mark is for the eye alone: some readers would speak its name.
                        <span class="mark" aria-hidden="true">{ "\u{a0}›" }</span>
                        <span class="unseen">{ fixed(view.words.path_then()) }</span>
                    } else if !stop.is_empty() {
                        { stop }
                    }
                </span>
            </>
        }
    });
    html! { <span class="path">{ for crumbs }</span> }
}

#[cfg(test)]
mod tests {
    use super::is_external;

    #[test]
    fn a_link_leaves_the_site_where_it_names_a_host() {
        for href in [
            "https://a.example/",
            "http://a.example",
            "HTTPS://a.example",
            "//a.example/x",
            " \thttps://a.example",
            "ht\ntps://a.example",
            "https:\\\\a.example",
            "/\\a.example",
        ] {
            assert!(is_external(href), "{href:?}");
        }
        for href in [
            "http-errors.html",
            "https-setup",
            "https.html#http://a",
            "#part",
            "/faq",
            "faq?next=//a.example",
            "mailto:help@a.example",
            "tel:+49",
            "",
        ] {
            assert!(!is_external(href), "{href:?}");
        }
    }
}
