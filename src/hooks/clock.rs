//! The clock, and moments in the reader's own words.

use unstuck_core::Timestamp;

#[cfg(target_arch = "wasm32")]
mod imports {
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen]
    extern "C" {
        pub(super) type Date;
        #[wasm_bindgen(constructor)]
        pub(super) fn new(ms: f64) -> Date;
        // Throws where the tag is none, as `en_US`; the binding of js-sys lets that through, and the instance is dead.
        #[wasm_bindgen(method, catch, js_name = toLocaleString)]
        pub(super) fn to_locale_string(
            this: &Date,
            lang: &JsValue,
            options: &JsValue,
        ) -> Result<JsValue, JsValue>;
    }
}

/// Now.
#[cfg(target_arch = "wasm32")]
#[must_use]
pub fn now() -> Timestamp {
    // Whole milliseconds since 1970 fit a double exactly, and are never negative.
    Timestamp::from_millis(js_sys::Date::now().max(0.0) as u64)
}

/// Now.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn now() -> Timestamp {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    Timestamp::from_millis(since.map_or(0, |since| since.as_millis() as u64))
}

/// A moment (ms since 1970 UTC) with day and time, as this language writes them; as the browser's does, where there is no
/// such language.
#[cfg(target_arch = "wasm32")]
#[must_use]
pub fn moment(ms: u64, lang: &str) -> String {
    let date = imports::Date::new(ms as f64);
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
    let words = date.to_locale_string(&lang.into(), &options);
    let words =
        words.or_else(|_| date.to_locale_string(&wasm_bindgen::JsValue::UNDEFINED, &options));
    words
        .ok()
        .and_then(|words| words.as_string())
        .unwrap_or_default()
}

/// A moment (ms since 1970 UTC) with day and time. Natively in UTC and figures alone: the same on every machine.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn moment(ms: u64, _lang: &str) -> String {
    crate::reminder::moment(ms)
}
