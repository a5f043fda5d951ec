//! Pictures that a script loads later, and what a reader watches.
//!
//! Belongs here: the address of a picture wherever a page keeps it, and a video or an embedded page as a link. Does not:
//! whether an address is allowed (see `sanitize`).

use unstuck_core::guide::{Element, Node, is_safe_href, is_safe_image_src};

use super::hidden::is_hidden;
use crate::dom::{find_tags, new_element, says, text};

/// Where pages keep the address of a picture until it is needed, in the order in which they are believed.
const LATER: [&str; 6] = [
    "data-src",
    "data-lazy-src",
    "data-original",
    "data-lazy",
    "data-actualsrc",
    "data-hi-res-src",
];
/// The same, for several sizes.
const LATER_SETS: [&str; 3] = ["data-srcset", "data-lazy-srcset", "srcset"];
/// The widest picture that is taken from a set, in pixels.
const WIDEST: f64 = 1600.0;

/// An element of media as what can be told of it; `None` for any other, and for what shows nothing.
pub(super) fn plain(element: &Element, worded: bool) -> Option<Element> {
    match element.tag.as_str() {
        "img" | "amp-img" => Some(picture(element, &[])),
        "picture" => {
            let sources = find_tags(element, &["source"]);
            let image = find_tags(element, &["img"]);
            Some(picture(image.first()?, &sources))
        }
        "iframe" | "video" | "audio" | "amp-iframe" | "lite-youtube" | "youtube-video"
        | "amp-youtube" | "lite-vimeo" | "vimeo-video" | "embed" => {
            let link = link(element)?;
            // In a sentence it is a word; elsewhere a block of its own.
            Some(if worded {
                link
            } else {
                new_element("p", vec![Node::Element(link)])
            })
        }
        _ => None,
    }
}

/// A picture with the address that a reader would see.
fn picture(image: &Element, sources: &[&Element]) -> Element {
    let mut out = image.clone();
    out.tag = "img".into();
    out.children.clear();
    let set = |element: &Element| {
        LATER_SETS
            .iter()
            .find_map(|name| widest(element.attribute(name)?))
    };
    let own = out
        .attribute("src")
        .map(str::to_owned)
        .filter(|src| !is_placeholder(src));
    let found = LATER
        .iter()
        .find_map(|name| out.attribute(name))
        .map(str::trim)
        .filter(|src| !src.is_empty() && is_safe_image_src(src) && !is_placeholder(src))
        .map(str::to_owned)
        .or_else(|| own.is_none().then(|| set(image)).flatten())
        .or_else(|| {
            own.is_none()
                .then(|| sources.iter().find_map(|source| set(source)))
                .flatten()
        });
    if let Some(found) = found {
        out.attributes.retain(|(name, _)| name != "src");
        out.attributes.push(("src".into(), found));
    }
    out
}

/// Whether an address only keeps the place of a picture.
fn is_placeholder(src: &str) -> bool {
    let src = src.trim().to_ascii_lowercase();
    let name = src.rsplit('/').next().unwrap_or_default();
    src.is_empty()
        || src.starts_with("data:image/svg")
        || src.starts_with("data:image/gif") && src.len() < 200
        || src.starts_with("about:")
        || [
            "blank.",
            "spacer.",
            "placeholder.",
            "pixel.",
            "transparent.",
            "loading.",
            "lazy.",
            "1x1.",
        ]
        .iter()
        .any(|word| name.starts_with(word))
}

/// The widest of a set of pictures that is no waste: `a.png 480w, b.png 960w`.
fn widest(set: &str) -> Option<String> {
    let mut best: Option<(f64, &str)> = None;
    for candidate in set.split(", ").flat_map(|part| part.split(",\n")) {
        let mut pieces = candidate.split_whitespace();
        let Some(src) = pieces.next().map(|src| src.trim_end_matches(',')) else {
            continue;
        };
        let width = pieces.next().and_then(|width| {
            let factor = if width.ends_with('x') { 800.0 } else { 1.0 };
            let figure: f64 = width.trim_end_matches(['w', 'x']).parse().ok()?;
            Some(figure * factor)
        });
        let width = width.unwrap_or(1.0);
        let better = match best {
            None => true,
            Some((known, _)) if known > WIDEST => width < known,
            Some((known, _)) => width > known && width <= WIDEST,
        };
        if better && is_safe_image_src(src) && !is_placeholder(src) {
            best = Some((width, src));
        }
    }
    best.map(|(_, src)| src.to_owned())
}

/// A link to what an element shows.
fn link(element: &Element) -> Option<Element> {
    if is_hidden(element)
        || ["width", "height"]
            .iter()
            .any(|name| matches!(element.attribute(name), Some("0" | "1")))
    {
        return None;
    }
    let address = address(element)?;
    let title = ["title", "aria-label", "playlabel", "data-title"]
        .iter()
        .filter_map(|name| element.attribute(name))
        .map(str::trim)
        .find(|title| !title.is_empty() && !is_general(title));
    let embedded = matches!(element.tag.as_str(), "iframe" | "amp-iframe" | "embed");
    // What names itself nowhere and plays nothing may be anything.
    if embedded
        && element
            .attribute("title")
            .is_none_or(|title| title.trim().is_empty())
        && !plays(&address)
    {
        return None;
    }
    let shown = address
        .trim_start_matches("https:")
        .trim_start_matches("http:")
        .trim_start_matches("//");
    let words = title.unwrap_or(shown).to_owned();
    let mut link = new_element("a", vec![Node::Text(words)]);
    link.attributes.push(("href".into(), address));
    Some(link)
}

fn address(element: &Element) -> Option<String> {
    let id = ["videoid", "video-id", "data-videoid", "data-video-id"]
        .iter()
        .find_map(|name| element.attribute(name));
    match element.tag.as_str() {
        "lite-youtube" | "youtube-video" | "amp-youtube" => {
            return Some(format!("https://www.youtube.com/watch?v={}", word(id?)?));
        }
        "lite-vimeo" | "vimeo-video" => return Some(format!("https://vimeo.com/{}", word(id?)?)),
        _ => {}
    }
    let sources = find_tags(element, &["source"]);
    let all = std::iter::once(element).chain(sources);
    let src = all
        .flat_map(|each| {
            LATER
                .iter()
                .chain(&["src"])
                .filter_map(move |name| each.attribute(name))
        })
        .map(str::trim)
        .find(|src| !src.is_empty() && !src.starts_with("about:") && is_safe_href(src))?;
    let known = |start: &str| {
        let (_, rest) = src.split_once(start)?;
        word(rest)
    };
    Some(
        known("youtube.com/embed/")
            .or_else(|| known("youtube-nocookie.com/embed/"))
            .map(|id| format!("https://www.youtube.com/watch?v={id}"))
            .or_else(|| {
                known("player.vimeo.com/video/").map(|id| format!("https://vimeo.com/{id}"))
            })
            .unwrap_or_else(|| src.to_owned()),
    )
}

/// The name at the beginning of what follows in an address.
fn word(rest: &str) -> Option<&str> {
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_'));
    let word = rest.get(..end.unwrap_or(rest.len()))?;
    (!word.is_empty()).then_some(word)
}

/// Whether a title says nothing of this video.
fn is_general(title: &str) -> bool {
    let title = title.to_lowercase();
    matches!(
        title.as_str(),
        "youtube video player"
            | "youtube video"
            | "video player"
            | "video"
            | "embedded content"
            | "embed"
            | "iframe"
            | "play"
    )
}

/// Whether an address is one where something is watched.
fn plays(address: &str) -> bool {
    const PLAYERS: [&str; 12] = [
        "youtube",
        "youtu.be",
        "vimeo.",
        "loom.com",
        "wistia.",
        "dailymotion.",
        "brightcove.",
        "vidyard.",
        "bilibili.",
        "twitch.tv",
        "streamable.com",
        "/video",
    ];
    PLAYERS.iter().any(|player| address.contains(player))
}

/// What a page shows where no script runs: the picture that a script would load later. A browser hands it over as text.
pub(super) fn no_script(element: &Element, out: &mut Vec<Node>) {
    let mut found: Vec<Element> = find_tags(element, &["img"])
        .into_iter()
        .map(|image| picture(image, &[]))
        .collect();
    if found.is_empty() {
        let raw = text_of(element);
        found = images(&raw).map(|image| picture(&image, &[])).collect();
    }
    let before = out.iter().rev().find(|node| match node {
        Node::Text(words) => !words.trim().is_empty(),
        Node::Element(_) => true,
    });
    let shown = matches!(before, Some(Node::Element(before)) if shows_picture(before));
    // Whoever counts readers does it by pictures of one dot.
    let counts = |image: &Element| {
        ["width", "height"]
            .iter()
            .any(|name| matches!(image.attribute(name), Some("0" | "1")))
    };
    found.retain(|image| {
        image
            .attribute("src")
            .is_some_and(|src| !is_placeholder(src))
            && !counts(image)
    });
    if shown || found.is_empty() {
        return;
    }
    // The place that a script would fill is empty.
    if let Some(Node::Element(last)) = out.last()
        && last.tag == "img"
    {
        out.pop();
    }
    out.extend(found.into_iter().map(Node::Element));
}

fn shows_picture(element: &Element) -> bool {
    let shows = |image: &Element| {
        image
            .attribute("src")
            .is_some_and(|src| !is_placeholder(src))
    };
    element.tag == "img" && shows(element)
        || find_tags(element, &["img"])
            .iter()
            .any(|image| shows(image))
            && says(element)
            && text(element).is_empty()
}

fn text_of(element: &Element) -> String {
    let words = element.children.iter().filter_map(|child| match child {
        Node::Text(words) => Some(words.as_str()),
        Node::Element(_) => None,
    });
    words.collect()
}

/// The pictures in a text of HTML, with their attributes.
fn images(raw: &str) -> impl Iterator<Item = Element> {
    raw.split("<img").skip(1).map(|rest| {
        let mut image = new_element("img", Vec::new());
        let mut rest = rest;
        loop {
            rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
            let end = rest
                .find(|c: char| c.is_whitespace() || matches!(c, '=' | '>' | '/'))
                .unwrap_or(rest.len());
            let (name, after) = rest.split_at(end);
            if name.is_empty() {
                break image;
            }
            let after = after.trim_start();
            let mut value = "";
            rest = after;
            if let Some(after) = after.strip_prefix('=') {
                let after = after.trim_start();
                let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''));
                let body = quote.map_or(after, |_| after.get(1..).unwrap_or_default());
                let end = match quote {
                    Some(quote) => body.find(quote),
                    None => body.find(|c: char| c.is_whitespace() || c == '>'),
                };
                let end = end.unwrap_or(body.len());
                value = body.get(..end).unwrap_or_default();
                rest = body
                    .get(end + usize::from(quote.is_some())..)
                    .unwrap_or_default();
            }
            if crate::wants(name) {
                let value = value
                    .replace("&quot;", "\"")
                    .replace("&#39;", "'")
                    .replace("&amp;", "&");
                image.attributes.push((name.to_ascii_lowercase(), value));
            }
        }
    })
}
