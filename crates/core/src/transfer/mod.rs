//! Progress as the fragment of a link, `#unstuck=<version><payload><checksum>`: what goes from one device to another
//! without a server between them.
//!
//! Belongs here: the text of a link, its bounds, and why one cannot be used. Does not: whether the reader wants what is in
//! it, or how it is shown (that is `carry`).
//!
//! **Ids are told as short hashes of kind and id**, long enough that no two of the guide are alike. Ids themselves would
//! make a link five times as long, too much for a picture that a phone reads; places in the guide would be a byte
//! shorter each, and mean something else as soon as the guide is edited. A hash that the receiving guide does not know, or
//! knows twice, is left out and counted; it is never taken for another's. No word of anyone's can be in a link.
//!
//! Times are in minutes, as the report tells them. There is no sequence number: what the reader takes up is put above what
//! the device has, whatever the other one counted. All numbers but the first two take seven bits a byte, the lowest
//! first. The payload, in base64url without padding:
//!
//! ```text
//! bytes of a name's hash (3, 4, 6 or 8); those of a step's are one less
//! 4 bytes: the guide's hash        4 bytes: the guide's revision
//! the minute that times count from
//! how many names; for each: its hash, the answers in one byte, a time for each answer, how many ticks, their hashes
//! what is reopened: 0, or 1 and up for the kind, and the name's hash
//! ```

use std::fmt;

use data_encoding::BASE64URL_NOPAD;

use crate::checksum::{crc32, crc64};
use crate::guide::Guide;
use crate::progress::{GivenAnswer, Key, Kind, Progress};
use crate::time::Timestamp;

/// What a link's fragment begins with, after its `#`.
pub const FRAGMENT_PREFIX: &str = "unstuck=";

/// Most characters of a fragment, its mark and `#` included.
pub const MAX_FRAGMENT_LENGTH: usize = 2048;

/// The version of the form that this build writes.
const VERSION: u8 = b'1';

/// Characters of a checksum: 32 bits, six a character.
const SUM: usize = 6;

const MINUTE: u64 = 60_000;

/// The last minute that a browser's clock can tell.
const LAST: u64 = 8_640_000_000_000_000 / MINUTE;

/// How many bytes a name's hash may have.
const WIDTHS: [usize; 4] = [3, 4, 6, 8];

/// What a link holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transfer {
    /// The guide's revision where the link was made.
    pub rev: u32,
    /// The answers and ticks that this guide knows.
    pub progress: Progress,
    /// How many answers and ticks it does not know: what they belong to is no longer here, or not yet.
    pub unknown: usize,
}

/// Why a link cannot be made or used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TransferError {
    /// This is no link of ours at all.
    NotALink,
    /// Not whole: something is missing or changed.
    Damaged,
    /// Whole, but nothing that this build would have written.
    Unknown,
    /// Written by a newer build.
    Newer,
    /// Progress on another guide.
    OtherGuide,
    /// More than a link may hold.
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
            Self::TooLong => "too-long",
        }
    }
}

impl fmt::Display for TransferError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotALink => "this is no link with progress",
            Self::Damaged => "the link is damaged",
            Self::Unknown => "the link has an unknown form",
            Self::Newer => "the link was written by a newer version",
            Self::OtherGuide => "the link belongs to another guide",
            Self::TooLong => "there is more progress than a link may hold",
        })
    }
}

impl std::error::Error for TransferError {}

/// The fragment, without its `#`, for these answers on a guide. Where they are too many, the ticks of fixes that have their
/// verdict are left out.
///
/// # Errors
/// [`TransferError::TooLong`] where even so there are too many.
pub fn encode(guide: &Guide, progress: &Progress) -> Result<String, TransferError> {
    let width = width(guide, progress);
    let mut text = fragment(guide, progress, width);
    if text.len() >= MAX_FRAGMENT_LENGTH {
        let mut fewer = progress.clone();
        fewer
            .ticks
            .retain(|(fix, _, _)| progress.given(Kind::Verdict, fix).is_none());
        text = fragment(guide, &fewer, width);
    }
    if text.len() < MAX_FRAGMENT_LENGTH {
        Ok(text)
    } else {
        Err(TransferError::TooLong)
    }
}

/// Reads a fragment, with or without its `#`, for a guide.
///
/// # Errors
/// Says why it cannot be used.
pub fn decode(fragment: &str, guide: &Guide) -> Result<Transfer, TransferError> {
    let text = fragment.strip_prefix('#').unwrap_or(fragment);
    let text = text
        .strip_prefix(FRAGMENT_PREFIX)
        .ok_or(TransferError::NotALink)?;
    if text.len() + FRAGMENT_PREFIX.len() >= MAX_FRAGMENT_LENGTH {
        return Err(TransferError::TooLong);
    }
    // The checksum first: its place is the same in every version.
    let split = text.len().checked_sub(SUM);
    let (body, told) = split
        .and_then(|at| text.split_at_checked(at))
        .ok_or(TransferError::Damaged)?;
    if told != sum(body) {
        return Err(TransferError::Damaged);
    }
    match body.as_bytes().first() {
        Some(&VERSION) => {}
        Some(other) if *other > VERSION => return Err(TransferError::Newer),
        _ => return Err(TransferError::Unknown),
    }
    let payload = body.get(1..).unwrap_or_default();
    let payload = BASE64URL_NOPAD
        .decode(payload.as_bytes())
        .map_err(|_| TransferError::Unknown)?;
    let mut scan = Scan(&payload);
    let width = scan.byte().map(usize::from).ok_or(TransferError::Unknown)?;
    if !WIDTHS.contains(&width) {
        return Err(TransferError::Unknown);
    }
    if scan.hash(4).ok_or(TransferError::Unknown)? != guide_hash(guide) {
        return Err(TransferError::OtherGuide);
    }
    scan.rest(guide, width).ok_or(TransferError::Unknown)
}

/// The checksum of what stands before it, the version included: CRC-32 finds every change of up to four characters in a
/// row.
fn sum(body: &str) -> String {
    BASE64URL_NOPAD.encode(&crc32(body).to_be_bytes())
}

fn guide_hash(guide: &Guide) -> u64 {
    cut(crc64("guide", &guide.id), 4)
}

fn cut(hash: u64, width: usize) -> u64 {
    hash >> (64 - 8 * width)
}

/// A question by its id, or a fix by its own.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Name<'a> {
    question: bool,
    id: &'a str,
}

impl Name<'_> {
    fn of(key: &Key) -> Name<'_> {
        Name {
            question: key.kind == Kind::Question,
            id: &key.id,
        }
    }

    fn hash(self) -> u64 {
        let kind = if self.question { "question" } else { "fix" };
        crc64(kind, self.id)
    }
}

fn step_hash(id: &str) -> u64 {
    crc64("step", id)
}

/// All names of a guide.
fn names(guide: &Guide) -> impl Iterator<Item = Name<'_>> {
    let questions = guide.questions.iter().map(|question| Name {
        question: true,
        id: &question.id,
    });
    let fixes = guide.fixes.iter().map(|fix| Name {
        question: false,
        id: &fix.id,
    });
    questions.chain(fixes)
}

/// The names that were answered or ticked.
fn said(progress: &Progress) -> Vec<Name<'_>> {
    let answers = progress.answers.iter().map(|(key, _)| Name::of(key));
    let ticks = progress.ticks.iter().map(|(fix, _, _)| Name {
        question: false,
        id: fix,
    });
    let mut said: Vec<Name<'_>> = answers.chain(ticks).collect();
    said.sort_unstable();
    said.dedup();
    said
}

/// The least bytes of a hash by which no two names, and no two steps of a fix, are alike.
fn width(guide: &Guide, progress: &Progress) -> usize {
    let mut all: Vec<Name<'_>> = names(guide).chain(said(progress)).collect();
    all.sort_unstable();
    all.dedup();
    let all: Vec<u64> = all.into_iter().map(Name::hash).collect();
    let steps = |id: &str| -> Vec<u64> {
        let own = guide.fix(id).map_or(&[][..], |fix| &fix.steps);
        let ticked = progress.ticks.iter().filter(|(fix, _, _)| fix == id);
        let mut ids: Vec<&str> = own.iter().map(|step| step.id.as_str()).collect();
        ids.extend(ticked.map(|(_, step, _)| step.as_str()));
        ids.sort_unstable();
        ids.dedup();
        ids.into_iter().map(step_hash).collect()
    };
    let ticked: Vec<Vec<u64>> = said(progress)
        .into_iter()
        .filter(|name| !name.question)
        .map(|name| steps(name.id))
        .collect();
    let fits = |width: &usize| {
        differ(&all, *width) && ticked.iter().all(|steps| differ(steps, *width - 1))
    };
    // Eight bytes alike would take 2^32 names.
    WIDTHS.into_iter().find(fits).unwrap_or(8)
}

fn differ(hashes: &[u64], width: usize) -> bool {
    let mut cuts: Vec<u64> = hashes.iter().map(|hash| cut(*hash, width)).collect();
    cuts.sort_unstable();
    cuts.windows(2).all(|pair| pair[0] != pair[1])
}

/// The kinds of answer that a fix can have, with where each stands in the byte of its answers: the first bit, and how many.
/// A question's answer stands where a check's does.
const FIX: [(Kind, u32, u8); 4] = [
    (Kind::Check, 0, 3),
    (Kind::Confirm, 2, 3),
    (Kind::Wait, 4, 1),
    (Kind::Verdict, 5, 3),
];
const QUESTION: [(Kind, u32, u8); 1] = [(Kind::Question, 0, 3)];
/// Set where steps are ticked.
const TICKED: u8 = 0x80;

fn places(question: bool) -> &'static [(Kind, u32, u8)] {
    if question { &QUESTION } else { &FIX }
}

fn minute(at: Timestamp) -> u64 {
    (at.as_millis() / MINUTE).min(LAST)
}

fn fragment(guide: &Guide, progress: &Progress, width: usize) -> String {
    let mut out = vec![u8::try_from(width).unwrap_or_default()];
    put_hash(&mut out, crc64("guide", &guide.id), 4);
    out.extend(guide.rev.to_be_bytes());
    let mut time = progress.started().map_or(0, minute);
    put(&mut out, time);
    let said = said(progress);
    put(&mut out, said.len() as u64);
    for name in said {
        put_hash(&mut out, name.hash(), width);
        let given: Vec<(u8, GivenAnswer)> = places(name.question)
            .iter()
            .filter_map(|(kind, bit, _)| {
                let given = progress.given(*kind, name.id)?;
                let answers = kind.answers();
                let place = answers.iter().position(|answer| *answer == given.answer)?;
                Some(((u8::try_from(place).ok()? + 1) << bit, given))
            })
            .collect();
        let ticks: Vec<&str> = progress
            .ticks
            .iter()
            .filter(|(fix, _, _)| !name.question && fix == name.id)
            .map(|(_, step, _)| step.as_str())
            .collect();
        let mut bits = if ticks.is_empty() { 0 } else { TICKED };
        for (own, _) in &given {
            bits |= own;
        }
        out.push(bits);
        for (_, given) in given {
            let (at, since) = (minute(given.at), minute(given.since));
            // Forward or back from the time before, and whether the answer is older than its last time.
            let ahead = i64::try_from(at).unwrap_or(0) - i64::try_from(time).unwrap_or(0);
            let turned = ahead.unsigned_abs() * 2 + u64::from(ahead < 0);
            put(&mut out, turned * 2 + u64::from(since < at));
            if since < at {
                put(&mut out, at - since);
            }
            time = at;
        }
        if !ticks.is_empty() {
            put(&mut out, ticks.len() as u64);
        }
        for step in ticks {
            put_hash(&mut out, step_hash(step), width - 1);
        }
    }
    match &progress.reopened {
        None => out.push(0),
        Some(key) => {
            let place = Kind::ALL.iter().position(|kind| *kind == key.kind);
            put(&mut out, place.unwrap_or_default() as u64 + 1);
            put_hash(&mut out, Name::of(key).hash(), width);
        }
    }
    let body = format!("{}{}", char::from(VERSION), BASE64URL_NOPAD.encode(&out));
    format!("{FRAGMENT_PREFIX}{body}{}", sum(&body))
}

fn put_hash(out: &mut Vec<u8>, hash: u64, width: usize) {
    out.extend(hash.to_be_bytes().iter().take(width));
}

fn put(out: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        out.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// What is still to be read.
struct Scan<'a>(&'a [u8]);

impl Scan<'_> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    fn hash(&mut self, width: usize) -> Option<u64> {
        let mut hash = 0;
        for _ in 0..width {
            hash = hash << 8 | u64::from(self.byte()?);
        }
        Some(hash)
    }

    /// A number, in the one way that it is written.
    fn number(&mut self) -> Option<u64> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            let bits = u64::from(byte & 0x7f);
            let shifted = bits << shift;
            if shifted >> shift != bits || (byte == 0 && shift > 0) {
                return None;
            }
            number |= shifted;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    fn time(&mut self, before: u64) -> Option<(u64, u64)> {
        let number = self.number()?;
        let (older, turned) = (number & 1 == 1, number >> 1);
        let at = if turned & 1 == 1 {
            before.checked_sub(turned >> 1)?
        } else {
            before.checked_add(turned >> 1)?
        };
        let age = if older { self.number()? } else { 0 };
        (at <= LAST).then_some((at, at.checked_sub(age)?))
    }

    /// All that follows the guide's hash. `None` where something in it is none of ours.
    fn rest(&mut self, guide: &Guide, width: usize) -> Option<Transfer> {
        let known: Vec<(u64, Name<'_>)> = names(guide)
            .map(|name| (cut(name.hash(), width), name))
            .collect();
        let rev = u32::try_from(self.hash(4)?).ok()?;
        let mut time = self.number().filter(|time| *time <= LAST)?;
        let mut progress = Progress::default();
        let mut unknown = 0;
        let mut seen = Vec::new();
        for _ in 0..self.number()? {
            let own = self.hash(width)?;
            if seen.contains(&own) {
                return None;
            }
            seen.push(own);
            let name = only(&known, own);
            let bits = self.byte().filter(|bits| *bits != 0)?;
            if name.is_some_and(|name| name.question) && bits > 3 {
                return None;
            }
            // What an unknown name is does not matter: both kinds are read alike.
            for (kind, bit, mask) in places(name.is_some_and(|name| name.question)) {
                let place = usize::from(bits >> bit & mask);
                if place == 0 {
                    continue;
                }
                let answer = *kind.answers().get(place - 1)?;
                let (at, since) = self.time(time)?;
                time = at;
                match name {
                    Some(name) => {
                        let given = GivenAnswer {
                            answer,
                            at: Timestamp::from_millis(at * MINUTE),
                            since: Timestamp::from_millis(since * MINUTE),
                            // The words that it was said to do not travel.
                            rev: 0,
                        };
                        progress.insert(*kind, name.id, given);
                    }
                    None => unknown += 1,
                }
            }
            if bits & TICKED == 0 {
                continue;
            }
            let fix = name.and_then(|name| guide.fix(name.id).filter(|_| !name.question));
            let steps: Vec<(u64, &str)> = fix
                .map_or(&[][..], |fix| &fix.steps)
                .iter()
                .map(|step| (cut(step_hash(&step.id), width - 1), step.id.as_str()))
                .collect();
            for _ in 0..self.number().filter(|count| *count > 0)? {
                let own = self.hash(width - 1)?;
                match (fix, only(&steps, own)) {
                    (Some(fix), Some(step)) => progress.set_tick(&fix.id, step, Some(0)),
                    _ => unknown += 1,
                }
            }
        }
        let kind = usize::from(self.byte()?);
        if kind > 0 {
            let kind = *Kind::ALL.get(kind - 1)?;
            let own = self.hash(width)?;
            let name = only(&known, own).filter(|name| name.question == (kind == Kind::Question));
            progress.reopened = name
                .map(|name| Key::new(kind, name.id.to_owned()))
                .filter(|key| progress.given(key.kind, &key.id).is_some());
        }
        self.0.is_empty().then_some(Transfer {
            rev,
            progress,
            unknown,
        })
    }
}

/// What stands under a hash, where it alone does.
fn only<T: Copy>(known: &[(u64, T)], hash: u64) -> Option<T> {
    let mut found = known.iter().filter(|(own, _)| *own == hash);
    let (_, first) = found.next()?;
    found.next().is_none().then_some(*first)
}
