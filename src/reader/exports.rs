//! What `road.js` calls.

use wasm_bindgen::prelude::*;
use web_sys::Element;

use crate::browser::rebuild;

/// The marked article of any article: a new element, part of no page. The given one is only read. `lang` and `title` are
/// what the page says of it; they count where it says nothing itself.
///
/// # Errors
/// An `UnstuckRefusal` that says why it makes no guide.
#[cfg(feature = "reader")]
#[wasm_bindgen]
pub fn adopt(article: &Element, lang: String, title: String) -> Result<Element, JsValue> {
    use crate::guide::PREFIX;
    let mut tree = crate::browser::article::tree(article, crate::adopt::wants);
    for (name, value) in [("lang".into(), lang), (format!("{PREFIX}title"), title)] {
        if !value.is_empty() && tree.attribute(&name).is_none() {
            tree.attributes.push((name, value));
        }
    }
    match super::marked(&tree) {
        Ok((marked, _)) => rebuild::element(&marked),
        Err(problems) => Err(refusal(&problems)),
    }
}

/// The article of a guide's file: Markdown, or JSON where `json` says so. Of Markdown without marks it is still to be
/// adopted.
///
/// # Errors
/// An `UnstuckRefusal` that names every problem with its line.
#[cfg(feature = "file-reader")]
#[wasm_bindgen]
pub fn read_file(text: &str, json: bool) -> Result<Element, JsValue> {
    use crate::forms::{self, Form};
    let form = if json { Form::Json } else { Form::Markdown };
    match forms::article(form, text) {
        Ok(article) => rebuild::element(&article),
        Err(problems) => Err(refusal(&problems)),
    }
}

fn refusal<T: ToString>(problems: &[T]) -> JsValue {
    let mut lines = String::new();
    for problem in problems {
        lines.push('\n');
        lines.push_str(&problem.to_string());
    }
    let error = js_sys::Error::new(&lines);
    error.set_name("UnstuckRefusal");
    error.into()
}
