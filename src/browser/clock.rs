//! The clock, and moments in the reader's own words.

use wasm_bindgen::JsValue;

/// Now, ms since 1970 UTC.
#[must_use]
pub fn now() -> u64 {
    // Whole milliseconds since 1970 fit a double exactly, and are never negative.
    js_sys::Date::now().max(0.0) as u64
}

/// A moment (ms since 1970 UTC) with day and time, as the reader's language writes them.
#[must_use]
pub fn moment(ms: u64, lang: &str) -> String {
    let date = js_sys::Date::new(&JsValue::from_f64(ms as f64));
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
    date.to_locale_string(lang, &options).into()
}
