//! The stored record: JSON `{v, guide, rev, seq, progress, sum}`, at most a few hundred bytes for a whole walk.
//!
//! `sum` is the CRC-32 of every byte before `,"sum"`, so that it needs no canonical form; CRC-32 finds every change of
//! up to 32 bits in a row, and so every single changed character.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::answers::Progress;
use crate::checksum::crc32;
use crate::json;
use crate::time::{Seq, Timestamp};

/// The newest version of the record that this build reads and writes. It reads every older one, and writes the oldest that has
/// room for what was said, so that an earlier build (a cached script, an open tab) reads all else.
///
/// 1: an answer is `[kind, id, answer, at, since]`, a tick `[fix, step]`.
/// 2: each ends with the revision of the words that it was said to.
/// 3: a check may be answered `tried`, a risk `first` and `done`, and `needs` holds what support asked for and the reader filled in.
pub const RECORD_VERSION: u32 = 3;

/// Around the checksum, at the end of the text.
const SUM_HEAD: &str = ",\"sum\":\"";
const SUM_TAIL: &str = "\"}";

/// What every record of ours begins with, whatever its version.
const HEAD: &str = "{\"v\":";

/// Progress as it is stored.
///
/// ```
/// use unstuck_core::Seq;
/// use unstuck_core::progress::{Progress, RECORD_VERSION, Record, RecordError};
///
/// let record = Record {
///     v: RECORD_VERSION,
///     guide: "router".into(),
///     rev: 7,
///     seq: Seq(1_767_225_600_000),
///     progress: Progress::default(),
/// };
/// let text = record.to_text();
/// let now = 1_767_225_700_000;
/// assert_eq!(Record::from_text(&text, "router", now), Ok(record));
/// assert_eq!(Record::from_text(&text[1..], "router", now), Err(RecordError::Damaged));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// The version of this form: [`RECORD_VERSION`] in memory, whichever it was read from or is written in.
    pub v: u32,
    /// The guide's id.
    pub guide: String,
    /// The guide's revision at the last answer.
    pub rev: u32,
    /// Rises with each change; of two copies the higher is the newer.
    pub seq: Seq,
    /// The answers.
    pub progress: Progress,
}

/// Why a record cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum RecordError {
    /// The checksum is missing or does not fit: torn or changed.
    #[error("the stored record is damaged")]
    Damaged,
    /// Whole, but not of a form that this build knows.
    #[error("the stored record has an unknown form")]
    Unknown,
    /// Written by a newer build.
    #[error("the stored record was written by a newer version")]
    Newer,
    /// The record of another guide.
    #[error("the stored record belongs to another guide")]
    OtherGuide,
    /// From a day that has not come. It would pass for the newest forever.
    #[error("the stored record is from the future")]
    Future,
}

impl Record {
    /// The record as text.
    #[must_use]
    pub fn to_text(&self) -> String {
        let is_new = !self.progress.needs.is_empty() || self.progress.has_new_answers();
        let v = if is_new { RECORD_VERSION } else { 2 };
        let mut text = json::to_string(&Self { v, ..self.clone() });
        // Its closing brace comes after the checksum.
        text.pop();
        let sum = crc32(&text);
        text.push_str(&format!("{SUM_HEAD}{sum:08x}{SUM_TAIL}"));
        text
    }

    /// Reads a record of the guide `guide`, at `now`.
    ///
    /// # Errors
    /// Says why the text is no record that can be used.
    pub fn from_text(
        text: &str,
        guide: &str,
        now: impl Into<Timestamp>,
    ) -> Result<Self, RecordError> {
        let (body, sum) = text
            .strip_suffix(SUM_TAIL)
            .and_then(|text| text.rsplit_once(SUM_HEAD))
            .ok_or(RecordError::Damaged)?;
        if sum != format!("{:08x}", crc32(body)) {
            return Err(RecordError::Damaged);
        }
        // The version first: what follows it may have a form that only a newer build knows.
        let version = body.strip_prefix(HEAD).and_then(json::number_at_start);
        if version.ok_or(RecordError::Unknown)? > RECORD_VERSION.into() {
            return Err(RecordError::Newer);
        }
        let record: Self = json::from_str(&format!("{body}}}")).ok_or(RecordError::Unknown)?;
        if record.guide != guide {
            return Err(RecordError::OtherGuide);
        }
        let now = now.into();
        let answers = record.progress.answers();
        let latest = answers.map(|(_, given)| given.at.max(given.since)).max();
        let latest = latest.max(Some(Timestamp::from_millis(record.seq.0)));
        if latest.is_some_and(|latest| latest.is_from_the_future(now)) {
            return Err(RecordError::Future);
        }
        Ok(Self {
            v: RECORD_VERSION,
            ..record
        })
    }
}
