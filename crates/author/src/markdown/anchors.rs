//! Ids on headings that are anchors, as many generators write them, and no marks of ours.
//!
//! Belongs here: how such a file is recognised, and what its ids become. Does not: which of its headings are fixes (that is
//! `adopt`).

use unstuck_core::guide::{Element, Node, PREFIX};

/// Whether an article has ids on headings and no other attribute of ours: then they are anchors, as many generators write them.
/// Where its title has one, it may be a guide of ours, unless one id is below another, or nothing says that there are steps.
pub(super) fn only_anchors(article: &Element) -> bool {
    fn own(element: &Element) -> bool {
        element.children.iter().any(|child| match child {
            Node::Text(_) => false,
            Node::Element(inner) => {
                let anchors = heading(inner);
                inner.attributes.iter().any(|(name, _)| {
                    name.strip_prefix(PREFIX).is_some_and(|short| {
                        !(matches!(short, "tip" | "at") || anchors && short == "id")
                    })
                }) || own(inner)
            }
        })
    }
    let named = article.attribute(&format!("{PREFIX}guide")).is_some();
    !own(article) && (!named || cannot_be_fixes(article))
}

/// Whether the headings with ids cannot all be fixes: one stands below another, or several of them have no list.
fn cannot_be_fixes(article: &Element) -> bool {
    let level = |element: &Element| heading(element).then(|| element.tag.as_bytes()[1]);
    let id = format!("{PREFIX}id");
    let mut levels = Vec::new();
    let mut lists = 0;
    for node in &article.children {
        if let Node::Element(inner) = node {
            if inner.attribute(&id).is_some() {
                levels.extend(level(inner));
            }
            lists += usize::from(matches!(inner.tag.as_str(), "ol" | "ul"));
        }
    }
    levels.windows(2).any(|pair| pair[0] < pair[1]) || levels.len() > 1 && lists == 0
}

/// Turns the ids of headings into mere names: adoption keeps them, but takes none for the mark of a fix.
pub(super) fn name_headings(element: &mut Element) {
    for child in &mut element.children {
        if let Node::Element(inner) = child {
            if heading(inner) {
                for (name, _) in &mut inner.attributes {
                    if name.strip_prefix(PREFIX) == Some("id") {
                        *name = format!("{PREFIX}name");
                    }
                }
            }
            name_headings(inner);
        }
    }
}

fn heading(element: &Element) -> bool {
    matches!(
        element.tag.as_str(),
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6"
    )
}
