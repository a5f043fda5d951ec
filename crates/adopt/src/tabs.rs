//! Tabs, as site generators write them.
//!
//! Belongs here: how they are recognised, and their form in the outline. Does not: what their panels say (see `steps`).

use unstuck_core::guide::{Element, Node};

use crate::dom::{
    class_words, find, find_tags, has_heading, is_blank, is_silent, new_element, text,
};
use crate::marks::AT;
use crate::table::offset;

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
        let named = |panel: &&Element| own_name(panel).unwrap_or_default().to_owned();
        panels.iter().map(named).collect()
    };
    entitled(&names, panels)
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

/// Writes as [`TABS`] panels in a row that name themselves, and those whose labels stand together before them, in an element of
/// their own.
pub(crate) fn gather(nodes: &mut Vec<Node>) {
    let mut from = 0;
    while from < nodes.len() {
        match in_row(&nodes[from..]).or_else(|| apart(&nodes[from..])) {
            Some((taken, made)) => {
                let next = from + made.len();
                nodes.splice(from..from + taken, made);
                from = next;
            }
            None => from += 1,
        }
    }
}

/// The panels that these nodes begin with, each with its name, as tabs, and how many nodes they are.
fn in_row(nodes: &[Node]) -> Option<(usize, Vec<Node>)> {
    let panel = |node: &Node| match node {
        Node::Element(element) if is_panel(element) && !has_heading(element) => {
            let name = own_name(element)?.to_owned();
            Some((name.clone(), without_name(element, &name)))
        }
        _ => None,
    };
    panel(nodes.first()?)?;
    let end = nodes
        .iter()
        .position(|node| !is_blank(node) && panel(node).is_none());
    let row = &nodes[..end.unwrap_or(nodes.len())];
    let (names, panels): (Vec<String>, Vec<Element>) = row.iter().filter_map(panel).unzip();
    let made = entitled(&names, panels.iter().collect())?;
    Some((row.len(), vec![Node::Element(made)]))
}

/// The name that a panel has of its own.
fn own_name(panel: &Element) -> Option<&str> {
    ["label", "title", "aria-label", "name", "data-label"]
        .iter()
        .find_map(|name| panel.attribute(name))
}

/// A panel without the line that only says its name.
fn without_name(panel: &Element, name: &str) -> Element {
    let mut out = panel.clone();
    let first = out.children.iter().position(|child| !is_silent(child));
    let says = |node: &Node| matches!(node, Node::Element(line) if text(line) == name);
    if let Some(at) = first.filter(|at| says(&out.children[*at])) {
        out.children.remove(at);
    }
    out
}

/// The labels that these nodes begin with and the panels after them as tabs, and how many nodes they are.
fn apart(nodes: &[Node]) -> Option<(usize, Vec<Node>)> {
    let held = |node: &'_ Node, wanted: fn(&Element) -> bool| match node {
        Node::Element(element) => wanted(element) || !find(element, &wanted).is_empty(),
        Node::Text(_) => false,
    };
    let (first, rest) = nodes.split_first()?;
    if !held(first, is_label) || held(first, is_panel) {
        return None;
    }
    let next = rest.iter().position(|node| held(node, is_label));
    let rest = &rest[..next.unwrap_or(rest.len())];
    let begin = rest.iter().position(|node| held(node, is_panel))?;
    let end = rest.iter().rposition(|node| held(node, is_panel))?;
    let around = |nodes: &[Node]| new_element("div", nodes.to_vec());
    let (over, under) = (
        around(std::slice::from_ref(first)),
        around(&rest[begin..=end]),
    );
    let (labels, panels) = (find(&over, &is_label), find(&under, &is_panel));
    let names = paired(&labels, &panels)?;
    let mut out = beside_panels(&over);
    out.extend_from_slice(&rest[..begin]);
    let mut made = entitled(&names, panels)?;
    let place = offset(&over).map(|place| (AT.to_owned(), place.to_owned()));
    made.attributes.extend(place);
    out.push(Node::Element(made));
    out.extend(beside_panels(&under));
    out.retain(|node| !is_silent(node) || matches!(node, Node::Text(_)));
    Some((end + 2, out))
}

/// Tabs of panels by their names; `None` where one has none, or there is nothing to choose from.
fn entitled(names: &[String], panels: Vec<&Element>) -> Option<Element> {
    if panels.len() < 2 || names.iter().any(String::is_empty) {
        return None;
    }
    let panels = names.iter().zip(panels);
    let told = panels.map(|(name, panel)| told_tab(name, panel.clone()));
    Some(tabs(told.collect()))
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
    let opens = ["data-toggle", "data-bs-toggle"]
        .iter()
        .any(|name| matches!(element.attribute(name), Some("tab" | "pill")));
    opens
        || element.attribute("role") == Some("tab")
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

/// Whether an element is a panel, and not what is around several.
fn is_panel(element: &Element) -> bool {
    is_called_panel(element)
        && (!class_words(element).any(|word| word == "content")
            || find(element, &is_called_panel).is_empty())
}

fn is_called_panel(element: &Element) -> bool {
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
