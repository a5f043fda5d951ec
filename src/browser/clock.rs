//! The clock, and moments in the reader's own words.

use crate::Timestamp;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    type Date;
    #[wasm_bindgen(constructor)]
    fn new(ms: f64) -> Date;
    // Throws where the tag is none, as `en_US`; the binding of js-sys lets that through, and the instance is dead.
    #[wasm_bindgen(method, catch, js_name = toLocaleString)]
    fn in_words(this: &Date, lang: &JsValue, options: &JsValue) -> Result<JsValue, JsValue>;
}

/// Now, ms since 1970 UTC.
#[must_use]
pub fn now() -> u64 {
    // Whole milliseconds since 1970 fit a double exactly, and are never negative.
    js_sys::Date::now().max(0.0) as u64
}

/// A moment with day and time, as this language writes them; as the browser's does, where there is no
/// such language.
#[must_use]
pub fn moment(at: Timestamp, lang: &str) -> String {
    let date = Date::new(at.as_millis() as f64);
    let options = js_sys::Object::new();
    for (name, value) in [
        ("day", "numeric"),
        ("month", "short"),
        ("hour", "numeric"),
        ("minute", "2-digit"),
    ] {
        // Setting a property of a plain object cannot fail.
        let _ = js_sys::Reflect::set(&options, &name.into(), &value.into());
    }
    let said = date.in_words(&lang.into(), &options);
    let said = said.or_else(|_| date.in_words(&JsValue::UNDEFINED, &options));
    said.ok()
        .and_then(|words| words.as_string())
        .unwrap_or_default()
}
