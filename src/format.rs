//! Spans of time in people's words.
//!
//! Belongs here: how exactly a span is told. Does not: how a language writes numbers and dates (`intl`), or reading the clock.

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
        words.under_a_minute().to_owned()
    })
}

/// A span of time as exactly as people count it: "10 hours 40 minutes".
#[must_use]
pub fn elapsed(words: &Words, from: Timestamp, to: Timestamp) -> String {
    let span = to.since(from);
    let (days, hours, minutes) = (span / DAY, span % DAY / HOUR, span % HOUR / MINUTE);
    let (more, less) = match (days, hours, minutes) {
        (0, 0, 0) => (words.under_a_minute().to_owned(), None),
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
}
