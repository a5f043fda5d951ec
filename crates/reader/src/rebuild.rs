//! A tree as elements of the browser again.
//!
//! Belongs here: one call for each element, attribute and text, so that no string is ever parsed as HTML and a page with
//! Trusted Types lets it through. Does not: what may be in the tree (see `unstuck_adopt`).

use wasm_bindgen::JsValue;
use web_sys::Document;

use unstuck_core::guide::{Element, Node};

/// Builds the tree in a separate document, where no picture is fetched before its address is resolved.
///
/// # Errors
/// What the browser throws: a name that is no element's.
pub(crate) fn element(tree: &Element) -> Result<web_sys::Element, JsValue> {
    build(&unstuck_dom::inert_document()?, tree)
}

fn build(document: &Document, tree: &Element) -> Result<web_sys::Element, JsValue> {
    let out = document.create_element(&tree.tag)?;
    if tree.tag == "img" {
        // Before its address is known.
        out.set_attribute("loading", "lazy")?;
        out.set_attribute("referrerpolicy", "no-referrer")?;
    }
    for (name, value) in &tree.attributes {
        // A parser takes names that this call refuses; none of them means anything.
        let _ = out.set_attribute(name, value);
    }
    for child in &tree.children {
        match child {
            Node::Text(text) => {
                out.append_child(&document.create_text_node(text))?;
            }
            Node::Element(inner) => {
                let inner = build(document, inner)?;
                out.append_child(&inner)?;
            }
        }
    }
    Ok(out)
}
