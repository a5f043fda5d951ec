//! The same thing for several systems, where only classes, attributes or a table's first column name them.
//!
//! Belongs here: writing it as tabs. Does not: which systems there are (see `systems`).

use unstuck_core::guide::{Element, Node, is_inline};

use super::left_out;
use crate::dom::{LEFT_OUT, class_words, find, find_tags, has_heading, is_silent, says, text};
use crate::lexicon::Lexicon;
use crate::tabs::{tabs, told_tab, untold_tab};
use crate::word_lists::lowered;

/// Attributes whose value can be a system.
const ATTRIBUTES: [&str; 9] = [
    "data-platform",
    "data-os",
    "data-system",
    "data-device",
    "data-for",
    "data-label",
    "data-pivot",
    "data-tool",
    "data-tab",
];

/// Writes blocks in a row that are each for other systems as tabs.
pub(super) fn gather(nodes: &mut Vec<Node>, lexicon: &'static Lexicon) {
    let mut out: Vec<Node> = Vec::with_capacity(nodes.len());
    let mut run: Vec<(String, Element)> = Vec::new();
    let mut between: Vec<Node> = Vec::new();
    for node in std::mem::take(nodes) {
        match node {
            Node::Element(element) => match systems_of(&element, lexicon) {
                Some(names) => {
                    out.append(&mut between);
                    run.push((names, element));
                }
                None if !says(&element) => between.push(Node::Element(element)),
                None => {
                    end(&mut run, &mut out, lexicon);
                    out.append(&mut between);
                    out.push(Node::Element(element));
                }
            },
            Node::Text(words) if words.trim().is_empty() => between.push(Node::Text(words)),
            text @ Node::Text(_) => {
                end(&mut run, &mut out, lexicon);
                out.append(&mut between);
                out.push(text);
            }
        }
    }
    end(&mut run, &mut out, lexicon);
    out.append(&mut between);
    *nodes = out;
}

fn end(run: &mut Vec<(String, Element)>, out: &mut Vec<Node>, lexicon: &'static Lexicon) {
    let all = std::mem::take(run);
    let different = all
        .iter()
        .any(|(names, _)| Some(names) != all.first().map(|(names, _)| names));
    if !different {
        out.extend(all.into_iter().map(|(_, element)| Node::Element(element)));
        return;
    }
    let panels = all.into_iter().map(|(names, element)| {
        // A label that says no more than the name is the tab's own.
        let (label, rest) = own_label(&element, lexicon);
        match label {
            Some(label) => told_tab(&label, rest),
            None => untold_tab(&names, rest),
        }
    });
    out.push(Node::Element(tabs(panels.collect())));
}

/// The words that a block begins with, where they only name its system, and the block without them.
fn own_label(element: &Element, lexicon: &'static Lexicon) -> (Option<String>, Element) {
    let mut rest = element.clone();
    let first = rest.children.iter().position(|child| !is_silent(child));
    if let Some(at) = first
        && let Some(Node::Element(label)) = rest.children.get(at)
        && matches!(
            label.tag.as_str(),
            "p" | "span" | "div" | "b" | "strong" | "label"
        )
    {
        let words = text(label);
        if !lexicon
            .systems_named(words.trim_end_matches([':', '：']))
            .is_empty()
        {
            rest.children.remove(at);
            return (Some(words), rest);
        }
    }
    (None, rest)
}

/// The names of the systems that an element is for, by its class and its attributes.
fn systems_of(element: &Element, lexicon: &'static Lexicon) -> Option<String> {
    if is_inline(&element.tag)
        || matches!(
            element.tag.as_str(),
            "li" | "td" | "th" | "tr" | "dt" | "dd" | "svg" | "pre"
        )
    {
        return None;
    }
    let values = ATTRIBUTES.iter().filter_map(|name| element.attribute(name));
    let values = values.flat_map(|value| value.split([',', ' ', '|', ';']));
    let mut found = Vec::new();
    for word in class_words(element).chain(values) {
        if let Some(system) = lexicon.device_called(&lowered(word))
            && !found.contains(&system)
        {
            found.push(system);
        }
    }
    (!found.is_empty() && !has_heading(element)).then(|| found.join(", "))
}

/// A table whose rows are each for a system, as tabs.
pub(super) fn rows(table: &Element, lexicon: &'static Lexicon) -> Option<Element> {
    if table.tag != "table" || has_heading(table) {
        return None;
    }
    let rows = find_tags(table, &["tr"]);
    let mut panels = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let cells = find(row, &|inner| matches!(inner.tag.as_str(), "td" | "th"));
        let [first, told] = cells.as_slice() else {
            return None;
        };
        let label = text(first);
        if lexicon.systems_named(&label).is_empty() {
            // The head over the columns.
            if at == 0 && rows.len() > 2 && find_tags(told, &["ol", "ul"]).is_empty() {
                panels.push(left_out(row));
                continue;
            }
            return None;
        }
        panels.push(told_tab(&label, (*told).clone()));
    }
    let lists = panels
        .iter()
        .any(|panel| !find_tags(panel, &["ol", "ul"]).is_empty());
    let named = panels.iter().filter(|panel| panel.tag != LEFT_OUT).count();
    (named > 1 && lists).then(|| tabs(panels))
}
