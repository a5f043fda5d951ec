//! Progress as the record has it: lists in a fixed order, short enough for a few hundred bytes a walk.

use serde::de::{Deserializer, Error as _};
use serde::ser::Serializer;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::answers::{Answer, GivenAnswer, Key, Kind, Progress};
use crate::time::Timestamp;

/// `[kind, id, answer, at, since, rev]`; without the revision in version 1.
#[derive(Serialize, Deserialize)]
struct StoredAnswer(
    Kind,
    String,
    Answer,
    Timestamp,
    Timestamp,
    #[serde(default)] u16,
);

/// `[fix, step, rev]`; without the revision in version 1.
#[derive(Serialize, Deserialize)]
struct StoredTick(String, String, #[serde(default)] u16);

/// What the record calls `progress`.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredProgress {
    answers: Vec<StoredAnswer>,
    ticks: Vec<StoredTick>,
    reopened: Option<(Kind, String)>,
    /// `[name, text]`; from version 3 on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    needs: Vec<(String, String)>,
}

/// Why stored lists are no progress.
#[derive(Debug, Error)]
#[error("an answer is stored twice, or is none to a question of its kind")]
struct InvalidProgress;

impl From<Progress> for StoredProgress {
    fn from(progress: Progress) -> Self {
        let answers = progress.answers.into_iter().map(|(key, given)| {
            let GivenAnswer {
                answer,
                at,
                since,
                rev,
            } = given;
            StoredAnswer(key.kind, key.id, answer, at, since, rev)
        });
        let ticks = progress.ticks.into_iter();
        Self {
            answers: answers.collect(),
            ticks: ticks
                .map(|(fix, step, rev)| StoredTick(fix, step, rev))
                .collect(),
            reopened: progress.reopened.map(|key| (key.kind, key.id)),
            needs: progress.needs,
        }
    }
}

impl TryFrom<StoredProgress> for Progress {
    type Error = InvalidProgress;

    fn try_from(stored: StoredProgress) -> Result<Self, InvalidProgress> {
        let mut progress = Self::default();
        for StoredAnswer(kind, id, answer, at, since, rev) in stored.answers {
            let given = GivenAnswer {
                answer,
                at,
                since,
                rev,
            };
            if !kind.answers().contains(&answer) || !progress.insert(kind, &id, given) {
                return Err(InvalidProgress);
            }
        }
        for StoredTick(fix, step, rev) in stored.ticks {
            progress.set_tick(&fix, &step, Some(rev));
        }
        for (name, text) in stored.needs {
            progress.fill(&name, &text);
        }
        progress.reopened = stored.reopened.map(|(kind, id)| Key { kind, id });
        Ok(progress)
    }
}

impl Serialize for Progress {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        StoredProgress::from(self.clone()).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Progress {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let stored = StoredProgress::deserialize(deserializer)?;
        Self::try_from(stored).map_err(D::Error::custom)
    }
}
