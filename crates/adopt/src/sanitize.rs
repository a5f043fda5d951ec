//! Which parts of an article are allowed in the page that shows it.
//!
//! Belongs here: the one list of elements and their attributes, from which the list of the fallback is generated, and the
//! tree without what is not on it. Does not: how the tree becomes elements again (see `unstuck-reader`), or what its
//! elements mean.

use unstuck_core::guide::{Element, Node, PREFIX, is_inline, is_safe_href, is_safe_image_src};

/// The elements allowed in a page, each with the attributes that it keeps. `lang` and the marks (`data-unstuck-*`)
/// stay on all of them. Any other element becomes a `div` with what it holds, unless it is one of [`REMOVED_ELEMENTS`].
pub const ALLOWED_ELEMENTS: &[(&str, &[&str])] = &[
    ("a", &["href"]),
    ("abbr", &["title"]),
    ("address", &[]),
    ("article", &[]),
    ("aside", &[]),
    ("b", &[]),
    ("bdi", &[]),
    ("blockquote", &[]),
    ("br", &[]),
    ("caption", &[]),
    ("cite", &[]),
    ("code", &[]),
    ("col", &[]),
    ("colgroup", &[]),
    ("dd", &[]),
    ("del", &[]),
    ("details", &[]),
    ("dfn", &[]),
    ("div", &[]),
    ("dl", &[]),
    ("dt", &[]),
    ("em", &[]),
    ("figcaption", &[]),
    ("figure", &[]),
    ("footer", &[]),
    ("h1", &[]),
    ("h2", &[]),
    ("h3", &[]),
    ("h4", &[]),
    ("h5", &[]),
    ("h6", &[]),
    ("header", &[]),
    ("hgroup", &[]),
    ("hr", &[]),
    ("i", &[]),
    ("img", &["src", "alt", "width", "height"]),
    ("ins", &[]),
    ("kbd", &[]),
    ("li", &[]),
    ("main", &[]),
    ("mark", &[]),
    ("ol", &["start", "reversed"]),
    ("p", &[]),
    ("pre", &[]),
    ("q", &[]),
    ("rp", &[]),
    ("rt", &[]),
    ("ruby", &[]),
    ("s", &[]),
    ("samp", &[]),
    ("section", &[]),
    ("small", &[]),
    ("span", &[]),
    ("strong", &[]),
    ("sub", &[]),
    ("summary", &[]),
    ("sup", &[]),
    ("table", &[]),
    ("tbody", &[]),
    ("td", &["colspan", "rowspan"]),
    ("tfoot", &[]),
    ("th", &["colspan", "rowspan", "scope"]),
    ("thead", &[]),
    ("time", &["datetime"]),
    ("tr", &[]),
    ("u", &[]),
    ("ul", &[]),
    ("var", &[]),
    ("wbr", &[]),
];

/// Elements that are removed with all they hold: what runs, what asks, and what shows another page.
pub const REMOVED_ELEMENTS: &[&str] = &[
    "audio",
    "base",
    "button",
    "canvas",
    "dialog",
    "embed",
    "frame",
    "frameset",
    "iframe",
    "input",
    "link",
    "math",
    "meta",
    "nav",
    "noscript",
    "object",
    "script",
    "select",
    "style",
    "svg",
    "template",
    "textarea",
    "title",
    "unstuck-guide",
    "video",
];

/// The article with nothing in it but [`ALLOWED_ELEMENTS`], without addresses that could run something or characters that
/// no guide holds. Any other element
/// keeps what it holds, so that the article reads the same.
///
/// ```
/// use unstuck_adopt::{html, sanitize};
/// use unstuck_core::guide::Node;
///
/// let article = html::article("<article><p onclick='x()'>Restart it.</p><script>x()</script></article>");
/// let clean = sanitize(&article);
/// let [Node::Element(paragraph)] = clean.children.as_slice() else { panic!() };
/// assert!(paragraph.attributes.is_empty());
/// ```
#[must_use]
pub fn sanitize(article: &Element) -> Element {
    allowed(&article.cleaned())
}

fn allowed(article: &Element) -> Element {
    let known = ALLOWED_ELEMENTS.iter().find(|(tag, _)| *tag == article.tag);
    let other = if is_inline(&article.tag) {
        "span"
    } else {
        "div"
    };
    let (tag, own) = known.map_or((other, &[][..]), |(tag, own)| (*tag, *own));
    let attributes = article.attributes.iter().filter(|(name, value)| {
        matches!(name.as_str(), "lang" | "dir")
            || name.starts_with(PREFIX)
            || (own.contains(&name.as_str())
                && match name.as_str() {
                    "href" => is_safe_href(value),
                    "src" => is_safe_image_src(value),
                    _ => true,
                })
    });
    let children = article.children.iter().filter_map(|child| match child {
        Node::Text(text) => Some(Node::Text(text.clone())),
        Node::Element(inner) if is_removed(inner) => None,
        Node::Element(inner) => Some(Node::Element(allowed(inner))),
    });
    Element {
        tag: tag.into(),
        attributes: attributes.cloned().collect(),
        children: children.collect(),
    }
}

fn is_removed(element: &Element) -> bool {
    REMOVED_ELEMENTS.contains(&element.tag.as_str()) || element.attribute("hidden").is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn element(tag: &str, attributes: &[(&str, &str)], children: Vec<Node>) -> Element {
        let attributes = attributes.iter();
        Element {
            tag: tag.into(),
            attributes: attributes
                .map(|(name, value)| ((*name).into(), (*value).into()))
                .collect(),
            children,
        }
    }

    fn words(text: &str) -> Vec<Node> {
        vec![Node::Text(text.into())]
    }

    #[test]
    fn each_element_is_on_one_list_once() {
        let mut names: Vec<&str> = ALLOWED_ELEMENTS
            .iter()
            .map(|(tag, _)| tag)
            .chain(REMOVED_ELEMENTS)
            .copied()
            .collect();
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all);
    }

    #[test]
    fn only_attributes_of_the_list_stay() {
        let link = |href| element("a", &[("href", href), ("onclick", "x()")], words("w"));
        assert_eq!(
            sanitize(&link("page.html")),
            element("a", &[("href", "page.html")], words("w"))
        );
        assert_eq!(
            sanitize(&link("java\nscript:x()")),
            element("a", &[], words("w"))
        );
        let image = [
            ("src", "a.png"),
            ("alt", "A"),
            ("srcset", "b.png"),
            ("onerror", "x()"),
        ];
        assert_eq!(
            sanitize(&element("img", &image, vec![])),
            element("img", &image[..2], vec![])
        );
        let marked = [
            ("data-unstuck-id", "r"),
            ("lang", "de"),
            ("style", "x"),
            ("id", "i"),
        ];
        assert_eq!(
            sanitize(&element("section", &marked, vec![])),
            element("section", &marked[..2], vec![])
        );
    }

    #[test]
    fn unlisted_elements_are_removed_or_unwrapped() {
        let mut children = Vec::new();
        for tag in REMOVED_ELEMENTS {
            children.push(Node::Element(element(tag, &[], words("gone"))));
        }
        children.push(Node::Element(element(
            "p",
            &[("hidden", "")],
            words("gone"),
        )));
        children.push(Node::Element(element(
            "x-card",
            &[("is", "y")],
            words("kept"),
        )));
        let kept = vec![Node::Element(element("div", &[], words("kept")))];
        assert_eq!(
            sanitize(&element("article", &[], children)),
            element("article", &[], kept)
        );
    }
}
