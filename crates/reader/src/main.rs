//! The reader: the WebAssembly module that makes a marked article of any other. Loaded only where an article is not wholly
//! marked; `road.js` calls its export.

#[cfg(target_arch = "wasm32")]
mod rebuild;
#[cfg(target_arch = "wasm32")]
mod refusal;

#[cfg(target_arch = "wasm32")]
mod exports {
    #![allow(unreachable_pub, reason = "the exports are for JavaScript")]

    use unstuck_core::guide::PREFIX;
    use wasm_bindgen::prelude::*;
    use web_sys::Element;

    use crate::{rebuild, refusal::refusal};

    /// Smaller and faster than Rust's own allocator on wasm32.
    #[global_allocator]
    static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

    /// The marked article of any article: a new element, part of no page. The given one is only read. `lang` and `title` are
    /// what the page says of it; they count where it says nothing itself.
    ///
    /// # Errors
    /// An `UnstuckRefusal` that says why it makes no guide.
    #[wasm_bindgen]
    pub fn adopt(article: &Element, lang: String, title: String) -> Result<Element, JsValue> {
        let mut tree = unstuck_dom::tree(article, unstuck_adopt::wants);
        for (name, value) in [("lang".into(), lang), (format!("{PREFIX}title"), title)] {
            if !value.is_empty() && tree.attribute(&name).is_none() {
                tree.attributes.push((name, value));
            }
        }
        match unstuck_adopt::marked(&tree) {
            Ok((marked, _)) => rebuild::element(&marked),
            Err(problems) => Err(refusal(&problems)),
        }
    }
}

fn main() {}
