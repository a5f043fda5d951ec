//! Times, and the number that orders the versions of a record.

use serde::{Deserialize, Serialize};

/// The first moment of 2020: nothing was answered before.
const EARLIEST: u64 = 1_577_836_800_000;

/// How far apart two clocks may be.
const DAY: u64 = 24 * 60 * 60 * 1000;

/// A time, in milliseconds since 1970 UTC. The engine has no clock; the caller passes the time.
///
/// ```
/// use unstuck_core::Timestamp;
///
/// let begun = Timestamp::from_millis(1_000);
/// let ended = Timestamp::from_millis(61_000);
/// assert_eq!(ended.since(begun), 60_000);
/// // The clock was set back.
/// assert_eq!(begun.since(ended), 0);
/// ```
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Timestamp(u64);

impl Timestamp {
    /// From milliseconds since 1970 UTC.
    #[must_use]
    pub const fn from_millis(millis: u64) -> Self {
        Self(millis)
    }

    /// Milliseconds since 1970 UTC.
    #[must_use]
    pub const fn as_millis(self) -> u64 {
        self.0
    }

    /// Milliseconds since an earlier time; 0 if that one is later because a clock was set back.
    #[must_use]
    pub const fn since(self, earlier: Self) -> u64 {
        self.0.saturating_sub(earlier.0)
    }

    /// Whether it lies more than a day after `now`. A clock from before there were guides is wrong itself, and judges nothing.
    #[must_use]
    pub const fn is_from_the_future(self, now: Self) -> bool {
        now.0 >= EARLIEST && self.0.saturating_sub(now.0) > DAY
    }

    /// Whether someone can have answered then: not before there were guides, nor in the future.
    #[must_use]
    pub const fn is_possible(self, now: Self) -> bool {
        self.0 >= EARLIEST && !self.is_from_the_future(now)
    }
}

impl From<u64> for Timestamp {
    fn from(millis: u64) -> Self {
        Self(millis)
    }
}

/// The sequence number of a record. It rises with each change: of two copies, the one with the higher number is newer.
///
/// ```
/// use unstuck_core::{Seq, Timestamp};
///
/// let first = Seq::default().next(Timestamp::from_millis(5_000));
/// assert_eq!(first, Seq(5_000));
/// // Two changes within a millisecond, or a clock that was set back.
/// assert_eq!(first.next(Timestamp::from_millis(4_000)), Seq(5_001));
/// ```
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Seq(pub u64);

impl Seq {
    /// The number of a change at `now`: above this one, and above that of any copy written earlier than `now`.
    #[must_use]
    pub fn next(self, now: Timestamp) -> Self {
        Self(now.as_millis().max(self.0.saturating_add(1)))
    }
}

impl std::fmt::Display for Seq {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}
