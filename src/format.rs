//! Moments and spans of time in people's words.
//!
//! Belongs here: the one place that asks the browser how a language writes a date. Natively a fixed form stands in, so that
//! what is rendered is the same everywhere. Does not: reading the clock.

use unstuck_core::Timestamp;

use crate::words::Words;

const MINUTE: u64 = 60_000;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;

/// A span of time: "12 minutes", "about 3 hours". A clock that ran backwards gives "less than a minute".
#[must_use]
pub fn lasted(words: &Words, from: Timestamp, to: Timestamp) -> String {
    let span = to.since(from);
    let rounded = |unit: u64| span.saturating_add(unit / 2) / unit;
    if span >= 2 * DAY {
        words.days(rounded(DAY))
    } else if span >= 90 * MINUTE {
        words.hours(rounded(HOUR))
    } else if rounded(MINUTE) > 0 {
        words.minutes(rounded(MINUTE))
    } else {
        words.under_a_minute.to_owned()
    }
}

/// A moment with day and time, as this language writes them; as the browser's does, where there is no
/// such language.
#[cfg(target_arch = "wasm32")]
#[must_use]
pub fn moment(at: Timestamp, lang: &str) -> String {
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

/// A moment in a fixed form, as "1 Jan, 09:05 UTC".
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn moment(at: Timestamp, _lang: &str) -> String {
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let at = crate::reminder::utc(at.as_millis());
    let month = MONTHS[at.month() as usize - 1];
    format!(
        "{} {month}, {:02}:{:02} UTC",
        at.day(),
        at.hour(),
        at.minute()
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::EN;

    #[test]
    fn durations_read_naturally() {
        for (span, words) in [
            (0, "less than a minute"),
            (29_999, "less than a minute"),
            (MINUTE, "1 minute"),
            (89 * MINUTE, "89 minutes"),
            (90 * MINUTE, "about 2 hours"),
            (26 * HOUR, "about 26 hours"),
            (3 * DAY, "about 3 days"),
        ] {
            assert_eq!(lasted(&EN, 1000.into(), (1000 + span).into()), words);
        }
        // A clock that ran backwards, or far ahead.
        for (from, to) in [(5, 0), (u64::MAX, 0), (3 * DAY, 3 * DAY - 1)] {
            assert_eq!(lasted(&EN, from.into(), to.into()), "less than a minute");
        }
        assert!(lasted(&EN, 0.into(), u64::MAX.into()).ends_with(" days"));
    }

    #[test]
    fn native_times_have_one_format() {
        assert_eq!(moment(1_767_225_900_000.into(), "de"), "1 Jan, 00:05 UTC");
    }
}
