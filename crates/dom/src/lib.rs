//! An element of a document that the browser has parsed, as the tree that a guide is read from.
//!
//! Belongs here: copying. Does not: what the elements mean (see `unstuck_core::guide`).

use wasm_bindgen::JsCast;

use unstuck_core::guide::{Element, MAX_DEPTH, MAX_NODES, Node};

/// Copies an element with what it holds, within [`MAX_DEPTH`] and [`MAX_NODES`], with the attributes that are wanted.
#[must_use]
pub fn tree(element: &web_sys::Element, wants: fn(&str) -> bool) -> Element {
    let mut budget = MAX_NODES;
    convert(element, wants, MAX_DEPTH, &mut budget)
}

fn convert(
    element: &web_sys::Element,
    wants: fn(&str) -> bool,
    depth: usize,
    budget: &mut usize,
) -> Element {
    let mut out = Element {
        tag: element.local_name(),
        ..Element::default()
    };
    for name in element.get_attribute_names().iter() {
        let Some(name) = name.as_string().filter(|name| wants(name)) else {
            continue;
        };
        if let Some(value) = element.get_attribute(&name) {
            out.attributes.push((name, value));
        }
    }
    let mut child = element.first_child();
    while let Some(node) = child {
        if depth == 0 || *budget == 0 {
            break;
        }
        *budget -= 1;
        match node.node_type() {
            web_sys::Node::TEXT_NODE => {
                out.children
                    .push(Node::Text(node.node_value().unwrap_or_default()));
            }
            web_sys::Node::ELEMENT_NODE => {
                let inner = node.unchecked_ref();
                out.children
                    .push(Node::Element(convert(inner, wants, depth - 1, budget)));
            }
            _ => {}
        }
        child = node.next_sibling();
    }
    out
}
