//! Progress as the fragment of a link, `#unstuck=<version><payload><checksum>`: what goes from one device to another
//! without a server between them.
//!
//! Belongs here: the text of a link, its bounds, what it may hold, and why one cannot be used. Does not: whether the reader
//! accepts its content, or how it is shown.
//!
//! **Ids are written as short hashes of kind and id**, long enough that no two of the guide are alike. Ids themselves would
//! make a link five times as long, too much for a QR code that a phone can read; positions in the guide would be a byte
//! shorter each, and mean something else as soon as the guide is edited. A hash that the receiving guide does not know, or
//! knows twice, is left out and counted; it is never mistaken for another. A link cannot contain words.
//!
//! Times are in minutes, as in the report. There is no sequence number: imported answers get a higher one than what
//! the device has, whatever the other one counted. All numbers but the first two take seven bits a byte, the lowest
//! first. The payload, in base64url without padding:
//!
//! ```text
//! bytes of a name's hash (3, 4, 6 or 8); those of a step's are one less
//! 4 bytes: the guide's hash        4 bytes: the guide's revision
//! the minute that times count from
//! how many names; for each: its hash, the answers in one byte (from version 2 on in two, the lower first), a time for each
//!   answer, how many ticks, their hashes
//! what is reopened: 0, or 1 and up for the kind, and the name's hash
//! ```

mod carried;
mod ids;
mod layout;
mod read;
mod write;

use data_encoding::BASE64URL_NOPAD;
use thiserror::Error;

use crate::checksum::crc32;
use crate::guide::Guide;
use crate::progress::{Kind, Progress};
use crate::time::Timestamp;

pub use carried::{asked_anew, carried};
use ids::{WIDTHS, guide_hash, width};
use read::Scan;
pub use read::Transfer;
use write::payload;

/// The prefix of a link's fragment, after the `#`.
pub const FRAGMENT_PREFIX: &str = "unstuck=";

/// Maximum length of a fragment in characters, with `#` and prefix.
pub const MAX_FRAGMENT_LENGTH: usize = 2048;

/// The versions of the format. The second alone has room for checks that are answered "tried", and is written only where there
/// are some, so that earlier builds read all else.
const FIRST: u8 = b'1';
const SECOND: u8 = b'2';

/// Characters of a checksum: 32 bits, six a character.
const SUM: usize = 6;

/// Why a link cannot be made or used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum TransferError {
    /// Not a link with progress.
    #[error("this is no link with progress")]
    NotALink,
    /// Not whole: something is missing or changed.
    #[error("the link is damaged")]
    Damaged,
    /// Whole, but nothing that this build would have written.
    #[error("the link has an unknown form")]
    Unknown,
    /// Written by a newer build.
    #[error("the link was written by a newer version")]
    Newer,
    /// Progress on another guide.
    #[error("the link belongs to another guide")]
    OtherGuide,
    /// Answers from before there were such links, or from a day that has not come: one of the two clocks is wrong.
    #[error("the link has times that cannot be")]
    ImpossibleTime,
    /// More than a link may hold.
    #[error("there is more progress than a link may hold")]
    TooLong,
}

impl TransferError {
    /// A name for it, in attributes.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::NotALink => "none",
            Self::Damaged => "damaged",
            Self::Unknown => "unknown",
            Self::Newer => "newer",
            Self::OtherGuide => "other-guide",
            Self::ImpossibleTime => "time",
            Self::TooLong => "too-long",
        }
    }
}

/// The fragment, without its `#`, for these answers on a guide, as far as a link carries them: see [`carried`]. Where they are
/// too many, the ticks of fixes that have their verdict are left out.
///
/// ```
/// use unstuck_core::progress::{Answer, Kind, Progress};
/// use unstuck_core::transfer::{decode, encode};
/// use unstuck_core::walk::{Action, apply};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let guide = unstuck_adopt::html::parse(
/// #     r#"<h1>No sound</h1><h2 data-unstuck-id="mute">Unmute</h2><ol><li>Press mute.</li></ol>"#,
/// # ).map_err(|problems| format!("{problems:?}"))?;
/// let tried = Action::Answer { id: "mute".into(), answer: Answer::NotSolved };
/// let progress = apply(&guide, &Progress::default(), &tried, 1_767_225_600_000).unwrap_or_default();
///
/// let fragment = encode(&guide, &progress)?;
/// let there = decode(&fragment, &guide, 1_767_225_600_000)?.progress;
/// assert!(there.given(Kind::Verdict, "mute").is_some());
/// # Ok(())
/// # }
/// ```
///
/// # Errors
/// [`TransferError::TooLong`] where even so there are too many.
pub fn encode(guide: &Guide, progress: &Progress) -> Result<String, TransferError> {
    let progress = &carried(guide, progress);
    let width = width(guide, progress);
    let version = if progress.has_new_answers() {
        SECOND
    } else {
        FIRST
    };
    let mut text = fragment(version, &payload(guide, progress, width, version == FIRST));
    if text.len() >= MAX_FRAGMENT_LENGTH {
        let mut fewer = progress.clone();
        fewer
            .ticks
            .retain(|(fix, _, _)| progress.given(Kind::Verdict, fix).is_none());
        text = fragment(version, &payload(guide, &fewer, width, version == FIRST));
    }
    if text.len() < MAX_FRAGMENT_LENGTH {
        Ok(text)
    } else {
        Err(TransferError::TooLong)
    }
}

/// Reads a fragment, with or without its `#`, for a guide, at `now`. What no link carries is forgotten where this one does.
///
/// # Errors
/// Says why it cannot be used.
pub fn decode(
    fragment: &str,
    guide: &Guide,
    now: impl Into<Timestamp>,
) -> Result<Transfer, TransferError> {
    let text = fragment.strip_prefix('#').unwrap_or(fragment);
    let text = text
        .strip_prefix(FRAGMENT_PREFIX)
        .ok_or(TransferError::NotALink)?;
    if text.len() + FRAGMENT_PREFIX.len() >= MAX_FRAGMENT_LENGTH {
        return Err(TransferError::TooLong);
    }
    // The checksum first: its place is the same in every version.
    let split = text.len().checked_sub(SUM);
    let (body, checksum) = split
        .and_then(|at| text.split_at_checked(at))
        .ok_or(TransferError::Damaged)?;
    if checksum != sum(body) {
        return Err(TransferError::Damaged);
    }
    match body.as_bytes().first() {
        Some(&FIRST | &SECOND) => {}
        Some(other) if *other > SECOND => return Err(TransferError::Newer),
        _ => return Err(TransferError::Unknown),
    }
    let first = body.starts_with(char::from(FIRST));
    // Whole, and nothing that this build writes: what it does not know of the newest version, a later one does.
    let unknown = if first {
        TransferError::Unknown
    } else {
        TransferError::Newer
    };
    let payload = body.get(1..).unwrap_or_default();
    let payload = BASE64URL_NOPAD
        .decode(payload.as_bytes())
        .map_err(|_| unknown)?;
    let mut scan = Scan(&payload);
    let width = scan.byte().map(usize::from).ok_or(unknown)?;
    if !WIDTHS.contains(&width) {
        return Err(unknown);
    }
    if scan.hash(4).ok_or(unknown)? != guide_hash(guide) {
        return Err(TransferError::OtherGuide);
    }
    let mut read = scan.rest(guide, width, first).ok_or(unknown)?;
    let now = now.into();
    let possible = |at: Timestamp| at.is_possible(now);
    if !read
        .progress
        .answers()
        .all(|(_, given)| possible(given.since) && possible(given.at))
    {
        return Err(TransferError::ImpossibleTime);
    }
    read.asked_anew = asked_anew(guide, &read.progress);
    read.progress = carried(guide, &read.progress);
    Ok(read)
}

/// A payload as the text of a fragment.
fn fragment(version: u8, payload: &[u8]) -> String {
    let body = format!("{}{}", char::from(version), BASE64URL_NOPAD.encode(payload));
    format!("{FRAGMENT_PREFIX}{body}{}", sum(&body))
}

/// The checksum of everything before it, including the version: CRC-32 finds every change of up to four characters in a
/// row.
fn sum(body: &str) -> String {
    BASE64URL_NOPAD.encode(&crc32(body).to_be_bytes())
}
