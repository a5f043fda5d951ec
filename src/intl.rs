//! Numbers, plurals, dates and times as a language writes them.
//!
//! Belongs here: the one place that asks the browser's `Intl`. Natively `unstuck-locales` answers, in UTC. Does not: words, or
//! reading the clock.

use unstuck_core::Timestamp;

#[cfg(not(target_arch = "wasm32"))]
use native as asked;

#[cfg(target_arch = "wasm32")]
use browser as asked;

pub(crate) use asked::{capitals, moment, time};

/// A whole number. `lang` is one of ours.
pub(crate) fn number(lang: &str, number: u64) -> String {
    match is_plain(lang, number) {
        true => number.to_string(),
        false => asked::number(lang, number),
    }
}

/// Whether a number is the same in all of our languages. A browser's first use of its `Intl` takes 10 ms of a fast computer, and the
/// first question would wait for that.
fn is_plain(lang: &str, number: u64) -> bool {
    // Arabic has its own digits; from a thousand on, each language has its own groups.
    lang != "ar" && number < 1000
}

/// The CLDR plural category of a count. `lang` is one of ours.
pub(crate) fn category(lang: &str, count: u64) -> String {
    // For the same reason.
    match (lang, count) {
        ("en", 1) => "one".to_owned(),
        ("en", _) => "other".to_owned(),
        _ => asked::category(lang, count),
    }
}

/// How many minutes this device's zone is ahead of UTC at a time.
pub(crate) fn ahead(at: Timestamp) -> i16 {
    if cfg!(target_arch = "wasm32") {
        let date = js_sys::Date::new(&(at.as_millis() as f64).into());
        -date.get_timezone_offset() as i16
    } else {
        0
    }
}

#[cfg(target_arch = "wasm32")]
mod browser {
    use js_sys::{Array, Date, Object, Reflect};
    use unstuck_core::Timestamp;
    use wasm_bindgen::JsValue;
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen]
    extern "C" {
        // The bindings of js-sys let through what these throw where a tag is none, as `en_US`, and the instance is dead.
        #[wasm_bindgen(js_name = Date)]
        type Moment;
        #[wasm_bindgen(constructor, js_class = Date)]
        fn new(ms: f64) -> Moment;
        #[wasm_bindgen(method, catch, js_name = toLocaleString)]
        fn in_words(this: &Moment, lang: &JsValue, options: &JsValue) -> Result<JsValue, JsValue>;
    }

    /// The CLDR plural category of a count.
    pub(crate) fn category(lang: &str, count: u64) -> String {
        let rules = js_sys::Intl::PluralRules::new(&Array::of1(&lang.into()), &Object::new());
        rules.select(count as f64).into()
    }

    /// A whole number.
    pub(crate) fn number(lang: &str, number: u64) -> String {
        let number = js_sys::Number::from(number as f64);
        number.to_locale_string(lang).into()
    }

    /// A text in capitals. `lang` is one of ours.
    pub(crate) fn capitals(lang: &str, text: &str) -> String {
        js_sys::JsString::from(text)
            .to_locale_upper_case(Some(lang))
            .into()
    }

    /// A moment with day and time, and with the year where it is not that of `now`, as this language writes them; as the
    /// browser's does, where there is no such language.
    pub(crate) fn moment(at: Timestamp, now: Timestamp, lang: &str) -> String {
        let year = |at: Timestamp| Date::new(&(at.as_millis() as f64).into()).get_full_year();
        let day = [("day", "numeric"), ("month", "short")];
        let year = (year(at) != year(now)).then_some(("year", "numeric"));
        in_words(at, lang, day.into_iter().chain(CLOCK).chain(year))
    }

    /// The time of a moment, without its day.
    pub(crate) fn time(at: Timestamp, lang: &str) -> String {
        in_words(at, lang, CLOCK.into_iter())
    }

    const CLOCK: [(&str, &str); 2] = [("hour", "numeric"), ("minute", "2-digit")];

    fn in_words(
        at: Timestamp,
        lang: &str,
        wanted: impl Iterator<Item = (&'static str, &'static str)>,
    ) -> String {
        let date = Moment::new(at.as_millis() as f64);
        let options = Object::new();
        for (name, value) in wanted {
            // Setting a property of a plain object cannot fail.
            let _ = Reflect::set(&options, &name.into(), &value.into());
        }
        let said = date.in_words(&lang.into(), &options);
        let said = said.or_else(|_| date.in_words(&JsValue::UNDEFINED, &options));
        let said = said.ok().and_then(|words| words.as_string());
        said.unwrap_or_default()
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use unstuck_core::Timestamp;

    use crate::calendar::utc;

    pub(crate) use unstuck_locales::number;

    /// A text in capitals.
    pub(crate) fn capitals(_lang: &str, text: &str) -> String {
        text.to_uppercase()
    }

    /// The CLDR plural category of a count.
    pub(crate) fn category(lang: &str, count: u64) -> String {
        unstuck_locales::category(lang, count).to_owned()
    }

    /// A moment with day and time, and with the year where it is not that of `now`.
    pub(crate) fn moment(at: Timestamp, now: Timestamp, lang: &str) -> String {
        let [at, now] = [at, now].map(|at| utc(at.as_millis()));
        let day = (at.year(), at.month().into(), at.day());
        unstuck_locales::moment(lang, day, at.year() != now.year(), at.hour(), at.minute())
    }

    /// The time of a moment, without its day.
    pub(crate) fn time(at: Timestamp, lang: &str) -> String {
        let at = utc(at.as_millis());
        unstuck_locales::time(lang, at.hour(), at.minute())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: u64 = 24 * 3_600_000;

    #[test]
    fn what_is_said_without_asking_is_what_would_be_answered() {
        for locale in unstuck_locales::all() {
            for count in (0..1000).step_by(7).chain([1, 2, 999]) {
                let lang = locale.lang;
                assert_eq!(number(lang, count), asked::number(lang, count), "{lang}");
                assert_eq!(
                    category(lang, count),
                    asked::category(lang, count),
                    "{lang}"
                );
            }
        }
    }

    #[test]
    fn a_year_is_told_where_it_is_another() {
        let (at, second) = (1_767_225_900_000, 1000);
        for (now, told) in [
            (at, "Jan 1, 12:05\u{202f}AM"),
            (at + 364 * DAY, "Jan 1, 12:05\u{202f}AM"),
            (at + 365 * DAY, "Jan 1, 2026, 12:05\u{202f}AM"),
            (at - 300 * second - second, "Jan 1, 2026, 12:05\u{202f}AM"),
            (0, "Jan 1, 2026, 12:05\u{202f}AM"),
        ] {
            assert_eq!(moment(at.into(), now.into(), "en"), told, "{now}");
        }
    }
}
