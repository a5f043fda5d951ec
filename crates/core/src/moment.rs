//! A time as a report writes it: where the reader is, and so that no reader of it can take it for another.
//!
//! Belongs here: the figures of a date. Does not: which zone that is (the caller knows), or dates in words.

use serde::{Serialize, Serializer};
use time::{OffsetDateTime, UtcOffset};

use crate::time::Timestamp;

/// A time and how many minutes its zone is ahead of UTC then.
///
/// ```
/// use unstuck_core::{Moment, Timestamp};
///
/// let moment = Moment { at: Timestamp::from_millis(1_767_225_900_000), ahead: -300 };
/// assert_eq!(moment.iso(), "2025-12-31T19:05:00-05:00");
/// assert_eq!((&*moment.text(), &*moment.zone()), ("2025-12-31 19:05", "UTC-5"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The time.
    pub at: Timestamp,
    /// Minutes ahead of UTC; negative in the west.
    pub ahead: i16,
}

impl Moment {
    fn there(self) -> OffsetDateTime {
        let seconds = i64::try_from(self.at.as_millis() / 1000).unwrap_or_default();
        let utc = OffsetDateTime::from_unix_timestamp(seconds);
        let utc = utc.unwrap_or(OffsetDateTime::UNIX_EPOCH);
        let offset = UtcOffset::from_whole_seconds(i32::from(self.ahead) * 60);
        let there = offset.ok().and_then(|offset| utc.checked_to_offset(offset));
        there.unwrap_or(utc)
    }

    /// By ISO 8601, to the second, with the zone.
    #[must_use]
    pub fn iso(self) -> String {
        let (there, (hours, minutes)) = (self.there(), self.parts());
        let day = there.date();
        format!(
            "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{}{hours:02}:{minutes:02}",
            day.year(),
            u8::from(day.month()),
            day.day(),
            there.hour(),
            there.minute(),
            there.second(),
            self.sign(),
        )
    }

    /// To the minute, without the zone.
    #[must_use]
    pub fn text(self) -> String {
        self.iso()
            .chars()
            .take(16)
            .collect::<String>()
            .replace('T', " ")
    }

    /// The zone: `UTC`, `UTC-5`, `UTC+5:30`.
    #[must_use]
    pub fn zone(self) -> String {
        match self.parts() {
            (0, 0) => "UTC".to_owned(),
            (hours, 0) => format!("UTC{}{hours}", self.sign()),
            (hours, minutes) => format!("UTC{}{hours}:{minutes:02}", self.sign()),
        }
    }

    fn sign(self) -> char {
        if self.ahead < 0 { '-' } else { '+' }
    }

    fn parts(self) -> (u16, u16) {
        let ahead = self.ahead.unsigned_abs();
        (ahead / 60, ahead % 60)
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.iso())
    }
}
