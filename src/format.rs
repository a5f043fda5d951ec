//! Moments and spans of time in people's words.
//!
//! Belongs here: the one place that asks the browser how a language writes a date. Natively a fixed form stands in, so that
//! what is rendered is the same everywhere. Does not: reading the clock.

use unstuck_core::Timestamp;

use crate::words::Words;

const MINUTE: u64 = 60_000;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;

/// How far two clocks may be apart, or one may be set back, before a span from one to the other means nothing.
const APART: u64 = 5 * MINUTE;

/// A span of time: "12 minutes", "about 3 hours". None where it ends well before it begins.
#[must_use]
pub fn lasted(words: &Words, from: Timestamp, to: Timestamp) -> Option<String> {
    if from.since(to) > APART {
        return None;
    }
    let span = to.since(from);
    let rounded = |unit: u64| span.saturating_add(unit / 2) / unit;
    Some(if span >= 2 * DAY {
        words.days(rounded(DAY))
    } else if span >= 90 * MINUTE {
        words.hours(rounded(HOUR))
    } else if rounded(MINUTE) > 0 {
        words.minutes(rounded(MINUTE))
    } else {
        words.under_a_minute.to_owned()
    })
}

/// A span of time as exactly as people count it: "10 hours 40 minutes".
#[must_use]
pub fn elapsed(words: &Words, from: Timestamp, to: Timestamp) -> String {
    let span = to.since(from);
    let (days, hours, minutes) = (span / DAY, span % DAY / HOUR, span % HOUR / MINUTE);
    let (more, less) = match (days, hours, minutes) {
        (0, 0, 0) => (words.under_a_minute.to_owned(), None),
        (0, 0, minutes) => (words.minutes(minutes), None),
        (0, hours, 0) => (words.exact_hours(hours), None),
        (0, hours, minutes) => (words.exact_hours(hours), Some(words.minutes(minutes))),
        (days, 0, _) => (words.exact_days(days), None),
        (days, hours, _) => (words.exact_days(days), Some(words.exact_hours(hours))),
    };
    match less {
        Some(less) => words.span_of_two(&more, &less),
        None => more,
    }
}

/// A moment with day and time, and with the year where it is not that of `now`, as this language writes them; as the browser's
/// does, where there is no such language.
#[cfg(target_arch = "wasm32")]
#[must_use]
pub fn moment(at: Timestamp, now: Timestamp, lang: &str) -> String {
    let year = |at: Timestamp| {
        let date = js_sys::Date::new(&(at.as_millis() as f64).into());
        date.get_full_year()
    };
    let day = [("day", "numeric"), ("month", "short")];
    let year = (year(at) != year(now)).then_some(("year", "numeric"));
    in_words(at, lang, day.into_iter().chain(CLOCK).chain(year))
}

/// The time of a moment, without its day.
#[cfg(target_arch = "wasm32")]
#[must_use]
pub fn time(at: Timestamp, lang: &str) -> String {
    in_words(at, lang, CLOCK.into_iter())
}

#[cfg(target_arch = "wasm32")]
const CLOCK: [(&str, &str); 2] = [("hour", "numeric"), ("minute", "2-digit")];

#[cfg(target_arch = "wasm32")]
fn in_words(
    at: Timestamp,
    lang: &str,
    wanted: impl Iterator<Item = (&'static str, &'static str)>,
) -> String {
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
    for (name, value) in wanted {
        // Setting a property of a plain object cannot fail.
        let _ = js_sys::Reflect::set(&options, &name.into(), &value.into());
    }
    let said = date.in_words(&lang.into(), &options);
    let said = said.or_else(|_| date.in_words(&JsValue::UNDEFINED, &options));
    said.ok()
        .and_then(|words| words.as_string())
        .unwrap_or_default()
}

/// How many minutes this device's zone is ahead of UTC at a time.
#[must_use]
pub fn ahead(at: Timestamp) -> i16 {
    if cfg!(target_arch = "wasm32") {
        let date = js_sys::Date::new(&(at.as_millis() as f64).into());
        -date.get_timezone_offset() as i16
    } else {
        0
    }
}

/// The time of a moment in a fixed form, as "09:05 UTC".
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn time(at: Timestamp, _lang: &str) -> String {
    let at = crate::reminder::utc(at.as_millis());
    format!("{:02}:{:02} UTC", at.hour(), at.minute())
}

/// A moment in a fixed form, as "1 Jan, 09:05 UTC", or "1 Jan 2025, 09:05 UTC" in another year.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn moment(at: Timestamp, now: Timestamp, _lang: &str) -> String {
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let [at, now] = [at, now].map(|at| crate::reminder::utc(at.as_millis()));
    let month = MONTHS[at.month() as usize - 1];
    let year = at.year();
    let year = (year != now.year()).then(|| format!(" {year}"));
    format!(
        "{} {month}{}, {:02}:{:02} UTC",
        at.day(),
        year.unwrap_or_default(),
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
            let told = lasted(&EN, 1000.into(), (1000 + span).into());
            assert_eq!(told.as_deref(), Some(words));
        }
        // A clock that is a little behind, or was set back by more.
        for (from, to, words) in [
            (5, 0, Some("less than a minute")),
            (3 * DAY, 3 * DAY - APART, Some("less than a minute")),
            (3 * DAY, 3 * DAY - APART - 1, None),
            (u64::MAX, 0, None),
        ] {
            let told = lasted(&EN, from.into(), to.into());
            assert_eq!(told.as_deref(), words, "{from} {to}");
        }
        let longest = lasted(&EN, 0.into(), u64::MAX.into());
        assert!(longest.is_some_and(|told| told.ends_with(" days")));
    }

    #[test]
    fn a_wait_is_told_to_the_minute() {
        for (span, words) in [
            (MINUTE - 1, "less than a minute"),
            (MINUTE, "1 minute"),
            (59 * MINUTE, "59 minutes"),
            (HOUR, "1 hour"),
            (HOUR + MINUTE, "1 hour 1 minute"),
            (10 * HOUR + 40 * MINUTE, "10 hours 40 minutes"),
            (DAY, "1 day"),
            (DAY + 59 * MINUTE, "1 day"),
            (2 * DAY + 3 * HOUR + 5 * MINUTE, "2 days 3 hours"),
        ] {
            assert_eq!(elapsed(&EN, 1000.into(), (1000 + span).into()), words);
        }
        assert_eq!(elapsed(&EN, DAY.into(), 0.into()), "less than a minute");
    }

    #[test]
    fn native_times_have_one_format() {
        let (at, second) = (1_767_225_900_000, 1000);
        for (now, told) in [
            (at, "1 Jan, 00:05 UTC"),
            (at + 364 * DAY, "1 Jan, 00:05 UTC"),
            (at + 365 * DAY, "1 Jan 2026, 00:05 UTC"),
            (at - 300 * second - second, "1 Jan 2026, 00:05 UTC"),
            (0, "1 Jan 2026, 00:05 UTC"),
        ] {
            assert_eq!(moment(at.into(), now.into(), "de"), told, "{now}");
        }
    }
}
