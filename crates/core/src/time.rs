//! Times, and the number that orders the versions of a record.

use serde::{Deserialize, Serialize};

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
