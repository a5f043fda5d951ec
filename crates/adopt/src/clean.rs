//! What of an article may stand in the page that shows it: one list of elements and their attributes.
//!
//! Belongs here: the list, and the tree without what is not on it. Does not: how the tree becomes elements (that is
//! `browser::rebuild`), or what its elements mean.

use unstuck_core::guide::{Element, Node, PREFIX, is_safe_href, is_safe_image_src};

/// The elements that stay as they are, with the attributes of each; what a source does not hand over is not there to
/// keep. `lang` and the marks stay on all.
const KEPT: [(&str, &[&str]); 69] = [
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

/// Elements that go with all they hold: what runs, what asks, and what shows another page.
const DROPPED: [&str; 25] = [
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

/// The article with nothing in it but what is on the list. An element that is not keeps what it holds, as a plain
/// block: so it reads the same.
#[must_use]
pub fn clean(article: &Element) -> Element {
    let kept = KEPT.iter().find(|(tag, _)| *tag == article.tag);
    let (tag, own) = kept.map_or(("div", &[][..]), |(tag, own)| (*tag, *own));
    let attributes = article.attributes.iter().filter(|(name, value)| {
        name == "lang"
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
        Node::Element(inner) if dropped(inner) => None,
        Node::Element(inner) => Some(Node::Element(clean(inner))),
    });
    Element {
        tag: tag.into(),
        attributes: attributes.cloned().collect(),
        children: children.collect(),
    }
}

fn dropped(element: &Element) -> bool {
    DROPPED.contains(&element.tag.as_str()) || element.attribute("hidden").is_some()
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
    fn each_element_stands_on_one_list_once() {
        let mut names: Vec<&str> = KEPT.iter().map(|(tag, _)| *tag).chain(DROPPED).collect();
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all);
    }

    #[test]
    fn only_attributes_of_the_list_stay() {
        let link = |href| element("a", &[("href", href), ("onclick", "x()")], words("w"));
        assert_eq!(
            clean(&link("page.html")),
            element("a", &[("href", "page.html")], words("w"))
        );
        assert_eq!(
            clean(&link("java\nscript:x()")),
            element("a", &[], words("w"))
        );
        let image = [
            ("src", "a.png"),
            ("alt", "A"),
            ("srcset", "b.png"),
            ("onerror", "x()"),
        ];
        assert_eq!(
            clean(&element("img", &image, vec![])),
            element("img", &image[..2], vec![])
        );
        let marked = [
            ("data-unstuck-id", "r"),
            ("lang", "de"),
            ("style", "x"),
            ("id", "i"),
        ];
        assert_eq!(
            clean(&element("section", &marked, vec![])),
            element("section", &marked[..2], vec![])
        );
    }

    #[test]
    fn what_is_not_listed_goes_or_keeps_its_words() {
        let mut children = Vec::new();
        for tag in DROPPED {
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
            clean(&element("article", &[], children)),
            element("article", &[], kept)
        );
    }
}
