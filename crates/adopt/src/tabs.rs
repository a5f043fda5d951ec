//! Tabs, as site generators write them.
//!
//! Belongs here: how they are recognised, and their form in the outline. Does not: what their panels say (see `steps`).

use unstuck_core::guide::{Element, Node};

use crate::dom::{class_words, find, find_tags, new_element, text};
use crate::marks::AT;

/// The name of an element that is made here of tabs, whatever a page builds them of.
pub(crate) const TABS: &str = "x-tabs";
/// A tab of [`TABS`]; its label is the attribute `title`.
const TAB: &str = "x-tab";

/// The tabs of a [`TABS`], each with its label; that is empty where only classes name its systems.
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

/// Tabs of these panels, each a [`TAB`].
pub(crate) fn tabs(panels: Vec<Element>) -> Element {
    new_element(TABS, panels.into_iter().map(Node::Element).collect())
}

/// A tab with what an element holds, under a label that the article has.
pub(crate) fn told_tab(label: &str, panel: Element) -> Element {
    tab("title", label, panel)
}

/// The same, for systems that the page names in no word of the article.
pub(crate) fn untold_tab(systems: &str, panel: Element) -> Element {
    tab("name", systems, panel)
}

fn tab(name: &str, value: &str, panel: Element) -> Element {
    let place = panel.attributes.into_iter().filter(|(name, _)| name == AT);
    let mut attributes: Vec<(String, String)> = place.collect();
    attributes.push((name.into(), value.to_owned()));
    Element {
        tag: TAB.into(),
        attributes,
        children: panel.children,
    }
}

/// The systems that a page names for a tab, by its label or without a word.
pub(crate) fn systems_of(tab: &Element) -> &str {
    tab.attribute("name").unwrap_or_else(|| label_of(tab))
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
    let names: Vec<String> = if let Some(paired) = paired(&labels, &panels) {
        paired
    } else if labels.len() == panels.len() {
        labels.iter().map(|label| text(label)).collect()
    } else {
        panels
            .iter()
            .map(|panel| {
                ["label", "title", "aria-label", "name", "data-label"]
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
    let panels = names.iter().zip(panels);
    Some(tabs(
        panels
            .map(|(name, panel)| told_tab(name, panel.clone()))
            .collect(),
    ))
}

/// The labels of panels that name them by their ids, whatever their order and number: a page may have them for phones again.
fn paired(labels: &[&Element], panels: &[&Element]) -> Option<Vec<String>> {
    let label = |panel: &&Element| {
        let id = panel.attribute("id").filter(|id| !id.is_empty());
        let by = panel
            .attribute("aria-labelledby")
            .filter(|by| !by.is_empty());
        let names = |label: &&&Element| {
            let target = ["aria-controls", "data-target", "data-bs-target", "href"]
                .iter()
                .filter_map(|name| label.attribute(name))
                .map(|target| target.trim_start_matches('#'));
            id.is_some() && target.into_iter().any(|target| Some(target) == id)
                || by.is_some() && label.attribute("id") == by
        };
        labels.iter().find(names).map(|label| text(label))
    };
    panels.iter().map(label).collect()
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
        || element.tag == "label" && element.attribute("for").is_some()
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
