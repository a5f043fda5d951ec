//! Spans of time in words, as people say them.

use crate::time::Timestamp;

const MINUTE: u64 = 60_000;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;

/// A span (ms) in words: "12 minutes", "about 3 hours". A clock that ran backwards gives "less than a minute".
#[must_use]
pub fn lasted(from: Timestamp, to: Timestamp) -> String {
    let span = to.since(from);
    let (unit, one, many) = if span >= 2 * DAY {
        (DAY, "day", "days")
    } else if span >= 90 * MINUTE {
        (HOUR, "hour", "hours")
    } else {
        (MINUTE, "minute", "minutes")
    };
    let count = span.saturating_add(unit / 2) / unit;
    match count {
        0 => "less than a minute".to_owned(),
        1 => format!("1 {one}"),
        _ if unit == MINUTE => format!("{count} {many}"),
        _ => format!("about {count} {many}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
            assert_eq!(lasted(1000.into(), (1000 + span).into()), words);
        }
        // A clock that ran backwards, or far ahead.
        for (from, to) in [(5, 0), (u64::MAX, 0), (3 * DAY, 3 * DAY - 1)] {
            assert_eq!(lasted(from.into(), to.into()), "less than a minute");
        }
        assert!(lasted(0.into(), u64::MAX.into()).ends_with(" days"));
    }
}
