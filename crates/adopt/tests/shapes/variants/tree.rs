//! An article's tree, written anew.

use unstuck_core::guide::{Element, Node, is_inline};

pub(super) fn new(tag: &str, children: Vec<Node>) -> Element {
    Element {
        tag: tag.to_owned(),
        attributes: Vec::new(),
        children,
    }
}

pub(super) fn within(tag: &str, inner: Element) -> Element {
    new(tag, vec![Node::Element(inner)])
}

/// An element whose content is in one element more.
pub(super) fn filled(mut element: Element, tag: &str) -> Element {
    let children = std::mem::take(&mut element.children);
    element.children = vec![Node::Element(new(tag, children))];
    element
}

pub(super) fn is_heading(element: &Element) -> bool {
    matches!(&*element.tag, "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}

pub(super) fn is_phrase(element: &Element) -> bool {
    is_inline(&element.tag) || element.tag == "img"
}

pub(super) fn contains(element: &Element, test: &dyn Fn(&Element) -> bool) -> bool {
    element.children.iter().any(|child| match child {
        Node::Element(inner) => test(inner) || contains(inner, test),
        Node::Text(_) => false,
    })
}

/// The article with each of its elements written by `write`.
pub(super) fn each(mut article: Element, write: &dyn Fn(Element) -> Element) -> Element {
    let children = article.children.into_iter().map(|child| match child {
        Node::Element(inner) => Node::Element(write(each(inner, write))),
        text @ Node::Text(_) => text,
    });
    article.children = children.collect();
    article
}

pub(super) fn headings(article: Element, write: &dyn Fn(Element) -> Element) -> Element {
    each(article, &|element| {
        if is_heading(&element) {
            write(element)
        } else {
            element
        }
    })
}

/// The article with its words written by `write`; code is left as it is.
pub(super) fn texts(mut article: Element, write: &dyn Fn(&str) -> String) -> Element {
    let children = article.children.into_iter().map(|child| match child {
        Node::Text(text) => Node::Text(write(&text)),
        Node::Element(inner) if matches!(&*inner.tag, "pre" | "code" | "script" | "style") => {
            Node::Element(inner)
        }
        Node::Element(inner) => Node::Element(texts(inner, write)),
    });
    article.children = children.collect();
    article
}

/// Words on lines of four each.
pub(super) fn wrapped(text: &str) -> String {
    let mut out = String::new();
    for (at, piece) in text.split(' ').enumerate() {
        let part = if at % 4 == 3 { "\n      " } else { " " };
        out.push_str(if at == 0 { "" } else { part });
        out.push_str(piece);
    }
    out
}

/// The article with each block of it, and of its sections and frames, written by `write`.
pub(super) fn blocks(mut article: Element, write: &dyn Fn(Element) -> Vec<Element>) -> Element {
    let mut out = Vec::new();
    for child in article.children {
        match child {
            Node::Element(inner) if !is_phrase(&inner) => {
                let holds = matches!(&*inner.tag, "div" | "section" | "main");
                let holds = holds && contains(&inner, &|element| !is_phrase(element));
                let written = if holds {
                    vec![blocks(inner, write)]
                } else {
                    write(inner)
                };
                out.extend(written.into_iter().map(Node::Element));
            }
            other => out.push(other),
        }
    }
    article.children = out;
    article
}

/// A section for each heading, those of lower headings within.
pub(super) fn sections(nodes: Vec<Node>) -> Vec<Node> {
    let level = |node: &Node| match node {
        Node::Element(element) if is_heading(element) => Some(element.tag.clone()),
        _ => None,
    };
    let mut out = Vec::new();
    let mut rest = nodes.into_iter().peekable();
    while let Some(node) = rest.next() {
        let Some(own) = level(&node) else {
            out.push(node);
            continue;
        };
        let mut inner = Vec::new();
        while let Some(next) = rest.next_if(|next| level(next).is_none_or(|level| level > own)) {
            inner.push(next);
        }
        let mut children = vec![node];
        children.extend(sections(inner));
        out.push(Node::Element(new("section", children)));
    }
    out
}

/// Each heading that no heading follows on a lower level, with what stands below it, as `write` has it.
pub(super) fn panels(nodes: Vec<Node>, write: &dyn Fn(Node, Vec<Node>) -> Vec<Node>) -> Vec<Node> {
    let level = |node: &Node| match node {
        Node::Element(element) if is_heading(element) => Some(element.tag.clone()),
        _ => None,
    };
    let mut out = Vec::new();
    let mut rest = nodes.into_iter().peekable();
    while let Some(node) = rest.next() {
        let Some(own) = level(&node).filter(|own| own != "h1") else {
            out.push(node);
            continue;
        };
        let mut panel = Vec::new();
        while let Some(next) = rest.next_if(|next| level(next).is_none()) {
            panel.push(next);
        }
        let last = rest.peek().and_then(level).is_none_or(|next| next <= own);
        if last && panel.iter().any(|node| matches!(node, Node::Element(_))) {
            out.extend(write(node, panel));
        } else {
            out.push(node);
            out.extend(panel);
        }
    }
    out
}

pub(super) fn element_of(node: Node) -> Element {
    match node {
        Node::Element(element) => element,
        Node::Text(_) => panic!("a text in place of an element"),
    }
}

pub(super) fn title_case(text: &str) -> String {
    let words = text.split(' ').map(|word| {
        let mut letters = word.chars();
        let first: String = letters
            .next()
            .into_iter()
            .flat_map(char::to_uppercase)
            .collect();
        first + letters.as_str()
    });
    words.collect::<Vec<_>>().join(" ")
}
