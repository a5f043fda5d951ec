//! Attributes that mean nothing, or not what was meant, and links that are not safe. What every reader gets the guide
//! without, the widget and the command alike, is a warning.

use unstuck_core::guide::{
    ATTRIBUTES, CHOICES, Element, Node, PREFIX, drawing, is_form_address, is_safe_href,
    is_safe_image_src,
};

use crate::diagnostic::{Diagnostic, MAX_DIAGNOSTICS};
use crate::location::spots;

/// Attributes that mean nothing, or not what was meant, and links that are not safe.
pub(super) fn check(
    article: &Element,
    offsets: Option<&[usize]>,
    text: &str,
    out: &mut Vec<Diagnostic>,
) {
    let before = out.len();
    for spot in spots(article, offsets.unwrap_or_default()) {
        // Each scans the text, and no more would be reported.
        if out.len() >= before + MAX_DIAGNOSTICS {
            return;
        }
        // JSON has no elements: the value itself is searched for.
        let at = |words: &str| {
            let from = spot.offset.min(text.len());
            let found = text
                .get(from..)
                .and_then(|rest| rest.find(words))
                .filter(|_| !words.is_empty());
            match offsets {
                Some(_) => spot.offset,
                None => found.map_or(0, |found| from + found),
            }
        };
        for (name, value) in &spot.element.attributes {
            if name == "href" && !is_safe_href(value) {
                out.push(Diagnostic::warning(
                    "unsafe-link",
                    at(value),
                    &format!("the link to \"{}\" is left out, and its words stay", cut(value)),
                    "link to an address with https, http, mailto or tel, or to a relative one; how to open anything else, say in words",
                ));
            }
            if name == "src" && spot.element.tag == "img" && !is_safe_image_src(value.trim()) {
                out.push(Diagnostic::warning(
                    "unsafe-image",
                    at(value),
                    &format!("the picture \"{}\" is left out", cut(value)),
                    "give an address with https or http, a relative one, or data: of png, jpeg, gif or webp",
                ));
            }
            let Some(short) = name.strip_prefix(PREFIX) else {
                continue;
            };
            if !ATTRIBUTES.contains(&short) {
                let near = ATTRIBUTES
                    .iter()
                    .min_by_key(|known| strsim::damerau_levenshtein(known, &cut(short)));
                let help =
                    near.filter(|known| strsim::damerau_levenshtein(known, &cut(short)) <= 3);
                let help = help.map_or_else(
                    || "docs/article.md lists the attributes".to_owned(),
                    |known| format!("did you mean `{known}`?"),
                );
                out.push(Diagnostic::error(
                    "unknown-attribute",
                    at(short),
                    &format!("there is no attribute `{}`", cut(short)),
                    &help,
                ));
            }
            if short == "issue" && !is_form_address(value.trim()) {
                out.push(Diagnostic::warning(
                    "unsafe-link",
                    at(value),
                    &format!("`issue` cannot lead to \"{}\"", cut(value)),
                    "give the whole address of a form, with https, http or mailto",
                ));
            }
            let choices = CHOICES.iter().find(|(known, ..)| *known == short);
            if let Some((_, values, help)) = choices
                && !values.contains(&value.as_str())
                && !(short == "risk" && heads_fix(spot.element))
            {
                out.push(Diagnostic::error(
                    "bad-value",
                    at(value),
                    &format!("`{short}` cannot be \"{}\"", cut(value)),
                    help,
                ));
            }
            if short == "drawing" && drawing(value).is_empty() {
                out.push(Diagnostic::warning(
                    "in-vain",
                    at(value),
                    "this drawing is left out",
                    "write the path of an SVG (its `d`), with at most 1,000 bytes, in a box of 24 by 24",
                ));
            }
            let without = |needed: &str| {
                spot.element
                    .attribute(&format!("{PREFIX}{needed}"))
                    .is_none()
            };
            if short == "risk-title" && without("risk") {
                out.push(Diagnostic::warning(
                    "in-vain",
                    at(short),
                    "`risk-title` does nothing without a risk",
                    "add `risk` to the same part, or take it out",
                ));
            }
            if matches!(short, "pass-on" | "pass-as" | "one-of" | "unsure") && without("ask") {
                out.push(Diagnostic::warning(
                    "in-vain",
                    at(short),
                    &format!("`{short}` does nothing without a question"),
                    "add `ask`, or take it out",
                ));
            }
        }
    }
}

/// Pictures of which nobody says what they show. An empty `alt` says that they show nothing that the words do not.
pub(super) fn pictures(article: &Element, offsets: &[usize], out: &mut Vec<Diagnostic>) {
    let pictures = spots(article, offsets).into_iter();
    let silent = pictures
        .filter(|spot| spot.element.tag == "img" && spot.element.attribute("alt").is_none());
    for spot in silent.take(MAX_DIAGNOSTICS / 4) {
        let src = spot.element.attribute("src").unwrap_or_default();
        out.push(Diagnostic::hint(
            "no-alt",
            spot.offset,
            &format!("the picture \"{}\" has no words for who cannot see it", cut(src)),
            "say in `alt` what it shows, or give it an empty one if the words around it say the same",
        ));
    }
}

/// Whether an element marks a whole fix: a heading, or what begins with one.
fn heads_fix(element: &Element) -> bool {
    let heading = |tag: &str| matches!(tag.as_bytes(), [b'h', b'1'..=b'6']);
    if heading(&element.tag) {
        return true;
    }
    let mut at = element;
    loop {
        let first = at.children.iter().find_map(|child| match child {
            Node::Element(inner) => Some(inner),
            Node::Text(_) => None,
        });
        match first {
            Some(inner) if heading(&inner.tag) => return true,
            Some(inner)
                if matches!(inner.tag.as_str(), "div" | "header" | "section" | "hgroup") =>
            {
                at = inner
            }
            _ => return false,
        }
    }
}

/// So much of an attribute as a message may hold.
fn cut(words: &str) -> String {
    words.chars().take(60).collect()
}
