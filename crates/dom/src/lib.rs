//! An element of a document that the browser has parsed, as the tree that a guide is read from.
//!
//! Belongs here: copying, within the bounds, what an article has from the page around it, and texts that JavaScript hands over. Does not: what the elements mean (see
//! `unstuck_core::guide`).
//!
//! A form can have any of its properties named away (`<input name="nextSibling">`), so that a walk by properties could be led
//! in a ring, and so can a document. Here all are read by the browser's own accessors: `final`, which takes them from the
//! prototypes once.

use js_sys::{Array, JsString};
use unstuck_core::characters::clean;
use unstuck_core::guide::{Element, Guide, Node, Problem, Size, ready};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = Node)]
    type AnyNode;

    #[wasm_bindgen(method, final, getter, js_class = "Node", js_name = nodeType)]
    fn node_type(this: &AnyNode) -> u16;

    #[wasm_bindgen(method, final, getter, js_class = "Node", js_name = nodeValue)]
    fn node_value(this: &AnyNode) -> Option<JsString>;

    #[wasm_bindgen(method, final, getter, js_class = "Node", js_name = firstChild)]
    fn first_child(this: &AnyNode) -> Option<AnyNode>;

    #[wasm_bindgen(method, final, getter, js_class = "Node", js_name = nextSibling)]
    fn next_sibling(this: &AnyNode) -> Option<AnyNode>;

    #[wasm_bindgen(extends = AnyNode, js_name = Element)]
    type AnyElement;

    #[wasm_bindgen(method, final, getter, js_class = "Element", js_name = localName)]
    fn local_name(this: &AnyElement) -> String;

    #[wasm_bindgen(method, final, js_class = "Element", js_name = getAttributeNames)]
    fn attribute_names(this: &AnyElement) -> Array;

    #[wasm_bindgen(method, final, js_class = "Element", js_name = getAttribute)]
    fn attribute(this: &AnyElement, name: &str) -> Option<JsString>;

    #[wasm_bindgen(method, final, js_class = "Element", js_name = closest)]
    fn closest(this: &AnyElement, selectors: &str) -> Option<AnyElement>;

    #[wasm_bindgen(js_name = Document)]
    type AnyDocument;

    #[wasm_bindgen(method, final, getter, js_class = "Document", js_name = implementation)]
    fn implementation(this: &AnyDocument) -> web_sys::DomImplementation;
}

/// The guide of a marked article; nothing where it is not wholly marked, or not sound.
pub fn guide(article: &web_sys::Element) -> Option<Guide> {
    let tree = tree(article, Element::wants).ok()?;
    let mut guide = ready(&tree)?;
    // An article inherits the language around it.
    if let Some(lang) = language(article) {
        guide.lang = clean(&lang).into_owned();
    }
    Some(guide)
}

/// The texts of a plain object, by their names.
pub fn texts(object: &JsValue) -> impl Iterator<Item = (String, String)> {
    let entries = js_sys::Object::entries(object.unchecked_ref());
    let entries = entries.into_iter().map(|entry| Array::from(&entry));
    entries.filter_map(|entry| Some((entry.get(0).as_string()?, entry.get(1).as_string()?)))
}

/// Copies an element with what it holds, with the attributes that are wanted.
///
/// # Errors
/// The bound that it exceeds; what lies beyond is not looked at.
pub fn tree(element: &web_sys::Element, wants: fn(&str) -> bool) -> Result<Element, Problem> {
    convert(element.unchecked_ref(), wants, 0, &mut Size::default())
}

/// The language of an element: its own, or that around it.
#[must_use]
pub fn language(element: &web_sys::Element) -> Option<String> {
    let element: &AnyElement = element.unchecked_ref();
    Some(element.closest("[lang]")?.attribute("lang")?.into())
}

/// A new document beside the page's, in which nothing runs and nothing is fetched.
///
/// # Errors
/// Outside of a page.
pub fn inert_document() -> Result<web_sys::Document, JsValue> {
    let page = web_sys::window().and_then(|window| window.document());
    let page: AnyDocument = page.ok_or(JsValue::NULL)?.unchecked_into();
    Ok(page
        .implementation()
        .create_html_document()?
        .unchecked_into())
}

/// A string of the page, counted before it is copied.
fn copied(text: &JsString, size: &mut Size) -> Result<String, Problem> {
    size.bytes(text.length() as usize)?;
    Ok(text.into())
}

fn convert(
    element: &AnyElement,
    wants: fn(&str) -> bool,
    depth: usize,
    size: &mut Size,
) -> Result<Element, Problem> {
    let mut out = Element {
        tag: element.local_name(),
        ..Element::default()
    };
    let names = element.attribute_names();
    size.attributes(names.length() as usize)?;
    for name in names.iter() {
        let Some(name) = name.as_string().filter(|name| wants(name)) else {
            continue;
        };
        if let Some(value) = element.attribute(&name) {
            out.attributes.push((name, copied(&value, size)?));
        }
    }
    let mut child = element.first_child();
    while let Some(node) = child {
        size.node(depth + 1)?;
        match node.node_type() {
            web_sys::Node::TEXT_NODE => {
                let words = node.node_value().map(|words| copied(&words, size));
                out.children
                    .push(Node::Text(words.transpose()?.unwrap_or_default()));
            }
            web_sys::Node::ELEMENT_NODE => {
                let inner = convert(node.unchecked_ref(), wants, depth + 1, size)?;
                out.children.push(Node::Element(inner));
            }
            _ => {}
        }
        child = node.next_sibling();
    }
    Ok(out)
}
