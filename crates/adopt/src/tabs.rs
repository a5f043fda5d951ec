//! Tabs, as site generators write them.
//!
//! Belongs here: how they are recognised, and their form in the outline. Does not: what their panels say (see `steps`).

use unstuck_core::guide::{Element, Node};

use crate::dom::{class_words, find, find_tags, new_element, text};

/// The name of an element that is made here of tabs, whatever a page builds them of.
pub(crate) const TABS: &str = "x-tabs";
/// A tab of [`TABS`]; its label is the attribute `title`.
const TAB: &str = "x-tab";

/// The tabs of a [`TABS`], each with its label.
pub(crate) fn panels(tabs: &Element) -> impl Iterator<Item = (&str, &Element)> {
    let panels = find_tags(tabs, &[TAB]).into_iter();
    panels.map(|panel| (label_of(panel), panel))
}

/// The label of a single tab, where this is one.
pub(crate) fn tab_label(element: &Element) -> Option<&str> {
    (element.tag == TAB).then(|| label_of(element))
}

fn label_of(tab: &Element) -> &str {
    tab.attribute("title").unwrap_or_default()
}

/// Tabs, by the marks of the generators that make them, as [`TABS`]; `None` where labels and panels do not pair.
pub(crate) fn read_tabs(element: &Element) -> Option<Element> {
    let named = matches!(
        element.tag.as_str(),
        "tabs" | "tab-set" | "mat-tab-group" | "starlight-tabs"
    );
    let class = class_words(element).any(|word| {
        matches!(
            word,
            "tabs" | "tabset" | "tabbed" | "tabcontainer" | "tabgroup" | "tab"
        )
    });
    let has_list = element.children.iter().any(
        |child| matches!(child, Node::Element(inner) if inner.attribute("role") == Some("tablist")),
    );
    if !(named || has_list || class && element.tag != "li") {
        return None;
    }
    let labels = find(element, &is_label);
    let panels = find(element, &is_panel);
    let names: Vec<String> = if labels.len() == panels.len() {
        labels.iter().map(|label| text(label)).collect()
    } else {
        panels
            .iter()
            .map(|panel| {
                ["label", "title", "aria-label", "name"]
                    .iter()
                    .find_map(|name| panel.attribute(name))
                    .unwrap_or_default()
                    .to_owned()
            })
            .collect()
    };
    if panels.len() < 2 || names.iter().any(String::is_empty) {
        return None;
    }
    let tabs = names.into_iter().zip(panels).map(|(name, panel)| {
        Node::Element(Element {
            tag: TAB.into(),
            attributes: vec![("title".into(), name)],
            children: panel.children.clone(),
        })
    });
    Some(new_element(TABS, tabs.collect()))
}

/// What stands in tabs beside their labels and panels.
pub(crate) fn beside_panels(element: &Element) -> Vec<Node> {
    let mut out = Vec::new();
    for child in &element.children {
        match child {
            Node::Element(inner) if is_label(inner) || is_panel(inner) => {}
            Node::Element(inner) => {
                let inner = Element {
                    children: beside_panels(inner),
                    ..inner.clone()
                };
                out.push(Node::Element(inner));
            }
            text @ Node::Text(_) => out.push(text.clone()),
        }
    }
    out
}

fn is_label(element: &Element) -> bool {
    element.attribute("role") == Some("tab")
        || element.attribute("class").is_some_and(|class| {
            class.split(' ').any(|class| {
                matches!(
                    class,
                    "sd-tab-label" | "tab-label" | "tablabel" | "sphinx-tabs-tab" | "tabs__item"
                )
            })
        })
}

fn is_panel(element: &Element) -> bool {
    element.attribute("role") == Some("tabpanel")
        || matches!(
            element.tag.as_str(),
            "tab" | "tabitem" | "tab-item" | "tab-panel"
        )
        || element.attribute("class").is_some_and(|class| {
            class.split(' ').any(|class| {
                matches!(
                    class,
                    "sd-tab-content"
                        | "tab-content"
                        | "tab-pane"
                        | "tabcontent"
                        | "sphinx-tabs-panel"
                        | "tab-panel"
                        | "tabbed-block"
                )
            })
        })
}
