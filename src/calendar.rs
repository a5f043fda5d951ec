//! Moments by the calendar, in UTC.
//!
//! Belongs here: that alone. Does not: how a language writes them (`intl`), or a calendar's file (`reminder`).

use time::OffsetDateTime;

/// The last second of the year 9999, in seconds since 1970 UTC.
const LAST: u64 = 253_402_300_799;

/// A moment (ms since 1970 UTC) by the calendar; the last of 9999 where it is later.
pub(crate) fn utc(ms: u64) -> OffsetDateTime {
    let seconds = (ms / 1000).min(LAST).cast_signed();
    OffsetDateTime::from_unix_timestamp(seconds).unwrap_or(OffsetDateTime::UNIX_EPOCH)
}
