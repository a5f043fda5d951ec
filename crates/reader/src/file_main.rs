//! The file reader: the WebAssembly module that makes a guide of a file of Markdown or JSON. Its parsers are larger than all
//! the rest, so it is loaded only for such a file.
//!
//! Belongs here: what JavaScript calls. Does not: the formats (see `unstuck_author`), or fetching the file.

#[cfg(target_arch = "wasm32")]
mod rebuild;
#[cfg(target_arch = "wasm32")]
mod refusal;
#[cfg(any(target_arch = "wasm32", test))]
mod urls;

#[cfg(target_arch = "wasm32")]
mod exports {
    #![allow(unreachable_pub, reason = "the exports are for JavaScript")]

    use unstuck_adopt::prepare;
    use unstuck_author::{self as author, Format};
    use unstuck_core::guide;
    use wasm_bindgen::prelude::*;
    use web_sys::{Element, Url};

    use crate::{rebuild, refusal::refusal, urls::map_urls};

    /// Smaller and faster than Rust's own allocator on wasm32.
    #[global_allocator]
    static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

    /// The guide of a file, as JSON for the widget of the same build. `format` is `markdown` or `json`; relative addresses
    /// in the file are resolved against `base`, the file's address.
    ///
    /// # Errors
    /// An `UnstuckRefusal` that names every problem, with its line where it has one.
    #[wasm_bindgen(js_name = readFile)]
    pub fn read_guide(text: &str, format: &str, base: &str) -> Result<String, JsValue> {
        let prepared = prepare(&article(text, format, base)?);
        let prepared = prepared.map_err(|problems| refusal(base, &problems))?;
        Ok(prepared.guide.to_json())
    }

    /// The sanitized article of a file, as a new detached element. The arguments are those of
    /// `readFile`.
    ///
    /// # Errors
    /// An `UnstuckRefusal`, as `readFile`.
    #[wasm_bindgen(js_name = fileText)]
    pub fn file_text(text: &str, format: &str, base: &str) -> Result<Element, JsValue> {
        rebuild::element(&article(text, format, base)?)
    }

    fn article(text: &str, format: &str, base: &str) -> Result<guide::Element, JsValue> {
        let format = match format {
            "json" => Format::Json,
            _ => Format::Markdown,
        };
        let mut article =
            author::article(format, text).map_err(|problems| refusal(base, &problems))?;
        map_urls(&mut article, &|url| {
            Some(Url::new_with_base(url, base).ok()?.href())
        });
        Ok(article)
    }
}

fn main() {}
