//! What became of a fix.

use serde::Serialize;

/// What became of a fix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// Not reached, or not finished yet.
    Open,
    /// Its condition does not hold: nothing to do here for this reader.
    NotOffered,
    /// Already so.
    NotNeeded,
    /// Done before this walk, and it did not help.
    AlreadyTried,
    /// The reader has not got what it takes, or could not do it.
    Cannot,
    /// The reader chose not to run its risk.
    Skipped,
    /// Done; its result is awaited.
    StillRunning,
    /// Done, and it did not help.
    NotSolved,
    /// Done, and it helped.
    Solved,
}

impl Outcome {
    /// The name in attributes.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::NotOffered => "not-offered",
            Self::NotNeeded => "not-needed",
            Self::AlreadyTried => "already-tried",
            Self::Cannot => "cannot",
            Self::Skipped => "skipped",
            Self::StillRunning => "still-running",
            Self::NotSolved => "not-solved",
            Self::Solved => "solved",
        }
    }

    /// Whether its steps were done, or are being done, now or before this walk.
    #[must_use]
    pub fn is_tried(self) -> bool {
        matches!(
            self,
            Self::AlreadyTried | Self::StillRunning | Self::NotSolved | Self::Solved
        )
    }

    /// Whether the walk went past the fix without its being done.
    #[must_use]
    pub fn is_passed_over(self) -> bool {
        matches!(
            self,
            Self::NotOffered | Self::NotNeeded | Self::AlreadyTried | Self::Cannot | Self::Skipped
        )
    }
}
