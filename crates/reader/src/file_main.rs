//! The file reader: the WebAssembly module that makes an article of a file of Markdown or JSON, whose parsers are larger than
//! all the rest. `road.js` calls its export.

#[cfg(target_arch = "wasm32")]
mod rebuild;
#[cfg(target_arch = "wasm32")]
mod refusal;

#[cfg(target_arch = "wasm32")]
mod exports {
    #![allow(unreachable_pub, reason = "the exports are for JavaScript")]

    use unstuck_author::{self as author, Format};
    use wasm_bindgen::prelude::*;
    use web_sys::Element;

    use crate::{rebuild, refusal::refusal};

    /// Smaller and faster than Rust's own allocator on wasm32.
    #[global_allocator]
    static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

    /// The article of a guide's file: Markdown, or JSON where `json` says so. Of Markdown without marks it is still to be
    /// adopted.
    ///
    /// # Errors
    /// An `UnstuckRefusal` that names every problem with its line.
    #[wasm_bindgen]
    pub fn read_file(text: &str, json: bool) -> Result<Element, JsValue> {
        let form = if json { Format::Json } else { Format::Markdown };
        match author::article(form, text) {
            Ok(article) => rebuild::element(&article),
            Err(problems) => Err(refusal(&problems)),
        }
    }
}

fn main() {}
