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

    use js_sys::Function;
    use unstuck_adopt::prepare;
    use unstuck_author::{self as author, Format};
    use unstuck_core::guide;
    use wasm_bindgen::prelude::*;
    use web_sys::Element;

    use crate::{rebuild, refusal::refusal, urls::map_urls};

    /// The guide of a file, as JSON for the widget of the same build. `format` is `markdown` or `json`, `base` is the file's
    /// address, for messages. `resolve` is called with the name and the value of each `href` and `src` and gives the address that
    /// it has in the page, or nothing. `doubted` is called with the reason where the file may not be meant to be walked.
    ///
    /// # Errors
    /// An `UnstuckRefusal` that names every problem, with its line where it has one; `too-large` where a bound is exceeded.
    #[wasm_bindgen(js_name = readFile)]
    pub fn read_guide(
        text: &str,
        format: &str,
        base: &str,
        resolve: &Function,
        doubted: &Function,
    ) -> Result<String, JsValue> {
        let prepared = prepare(&article(text, format, base, resolve)?);
        let prepared =
            prepared.map_err(|problems| refusal(base, &problems, |problem| problem.rule.name()))?;
        if let Some(doubt) = &prepared.doubt {
            doubted.call1(&JsValue::NULL, &doubt.to_string().into())?;
        }
        Ok(prepared.guide.to_json())
    }

    /// The sanitized article of a file, as a new detached element. The arguments are those of
    /// `readFile`.
    ///
    /// # Errors
    /// An `UnstuckRefusal`, as `readFile`.
    #[wasm_bindgen(js_name = fileText)]
    pub fn file_text(
        text: &str,
        format: &str,
        base: &str,
        resolve: &Function,
    ) -> Result<Element, JsValue> {
        rebuild::element(&article(text, format, base, resolve)?)
    }

    fn article(
        text: &str,
        format: &str,
        base: &str,
        resolve: &Function,
    ) -> Result<guide::Element, JsValue> {
        let format = match format {
            "json" => Format::Json,
            _ => Format::Markdown,
        };
        let mut article = author::article(format, text)
            .map_err(|problems| refusal(base, &problems, |problem| problem.rule))?;
        map_urls(&mut article, &|name, url| {
            let found = resolve.call2(&JsValue::NULL, &name.into(), &url.into());
            found.ok()?.as_string()
        });
        Ok(article)
    }
}

fn main() {}
