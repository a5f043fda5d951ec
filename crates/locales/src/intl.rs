//! What `Intl` does in a browser, by ICU4X.
//!
//! Belongs here: plural categories, numbers and dates of a language. Does not: the browser's side (`unstuck::intl`).

use icu_datetime::fieldsets::enums::DateAndTimeFieldSet;
use icu_datetime::fieldsets::{MDT, T, YMDT};
use icu_datetime::input::{Date, DateTime, Time};
use icu_datetime::options::TimePrecision;
use icu_datetime::{FixedCalendarDateTimeFormatter, NoCalendarFormatter};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_locale::Locale;
use icu_plurals::{PluralCategory, PluralRules};

/// A tag that is none is English, as are words without a language.
fn locale(tag: &str) -> Locale {
    tag.parse().unwrap_or(icu_locale::locale!("en"))
}

const fn name(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

/// The CLDR plural category of a count: `one`, `few`, `other` …
#[must_use]
pub fn category(tag: &str, count: u64) -> &'static str {
    let rules = PluralRules::try_new_cardinal(locale(tag).into());
    rules.map_or("other", |rules| name(rules.category_for(count)))
}

/// The plural categories that a language has.
#[must_use]
pub fn categories(tag: &str) -> Vec<&'static str> {
    let rules = PluralRules::try_new_cardinal(locale(tag).into());
    rules.map_or_else(
        |_| vec!["other"],
        |rules| rules.categories().map(name).collect(),
    )
}

/// A whole number.
#[must_use]
pub fn number(tag: &str, number: u64) -> String {
    let formatter = DecimalFormatter::try_new(locale(tag).into(), Default::default());
    formatter.map_or_else(
        |_| number.to_string(),
        |formatter| formatter.format(&Decimal::from(number)).to_string(),
    )
}

/// The time of a day, in UTC.
#[must_use]
pub fn time(tag: &str, hour: u8, minute: u8) -> String {
    let formatter = NoCalendarFormatter::try_new(locale(tag).into(), T::hm());
    match (formatter, Time::try_new(hour, minute, 0, 0)) {
        (Ok(formatter), Ok(time)) => formatter.format(&time).to_string(),
        _ => format!("{hour:02}:{minute:02}"),
    }
}

/// A day and a time of it, in UTC, with the year where it is told.
#[must_use]
pub fn moment(tag: &str, day: (i32, u8, u8), told_year: bool, hour: u8, minute: u8) -> String {
    let (year, month, day) = day;
    let plain = || format!("{year}-{month:02}-{day:02} {hour:02}:{minute:02}");
    let (Ok(date), Ok(time)) = (
        Date::try_new_gregorian(year, month, day),
        Time::try_new(hour, minute, 0, 0),
    ) else {
        return plain();
    };
    let at = DateTime { date, time };
    let to_the_minute = TimePrecision::Minute;
    let fields = match told_year {
        true => DateAndTimeFieldSet::YMDT(YMDT::medium().with_time_precision(to_the_minute)),
        false => DateAndTimeFieldSet::MDT(MDT::medium().with_time_precision(to_the_minute)),
    };
    let formatter = FixedCalendarDateTimeFormatter::try_new(locale(tag).into(), fields);
    formatter.map_or_else(|_| plain(), |formatter| formatter.format(&at).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plurals_go_by_the_language() {
        for (tag, count, expected) in [
            ("en", 1, "one"),
            ("en", 0, "other"),
            ("fr", 0, "one"),
            ("fr", 1_000_000, "many"),
            ("ja", 1, "other"),
            ("ar", 0, "zero"),
            ("ar", 2, "two"),
            ("ar", 5, "few"),
            ("ar", 11, "many"),
            ("ar", 100, "other"),
            ("no tag", 1, "one"),
        ] {
            assert_eq!(category(tag, count), expected, "{tag} {count}");
        }
        assert_eq!(categories("zh-Hans"), ["other"]);
        assert_eq!(categories("pt-BR"), ["one", "many", "other"]);
    }

    #[test]
    fn numbers_and_dates_go_by_the_language() {
        assert_eq!(number("de", 5000), "5.000");
        assert_eq!(number("en", 5000), "5,000");
        assert_eq!(time("de", 9, 5), "09:05");
        assert_eq!(moment("de", (2026, 1, 2), false, 9, 5), "2. Jan., 09:05");
        assert_eq!(moment("ja", (2026, 1, 2), true, 9, 5), "2026/01/02 9:05");
    }
}
