//! The clock. Never read while rendering, but for a widget's very first moment.

use unstuck_core::Timestamp;

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
