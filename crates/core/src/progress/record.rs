//! The stored record: JSON `{v, guide, rev, seq, progress, sum}`, at most a few hundred bytes for a whole walk.
//!
//! `sum` is the CRC-32 of every byte before `,"sum"`, so that it needs no canonical form; CRC-32 finds every change of
//! up to 32 bits in a row, and so every single changed character.
//!
//! Written and read here, in one fixed form, without a JSON library: the smallest one that fits (serde-json-core with
//! derived types) costs 4 KB of the 64 that the whole widget may weigh. What is read was written by this code, as the
//! checksum says; the tests hold every record against a real JSON parser.

use std::fmt;

use crate::sum::crc32;

use crate::figures::{decimal, hexadecimal};

use super::answers::{Answer, GivenAnswer, Key, Kind, Progress};
use crate::time::{Seq, Timestamp};

/// The version of the record that this build writes. A newer build reads every older one.
///
/// 1: an answer is `[kind, id, answer, at, since]`, a tick `[fix, step]`.
/// 2: each ends with the revision of the words that it was said to.
pub const RECORD_VERSION: u32 = 2;

/// What stands before the checksum, and what after it.
const SUM_HEAD: &str = ",\"sum\":\"";
const SUM_TAIL: &str = "\"}";

/// Progress as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The version of this form.
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordError {
    /// The checksum is missing or does not fit: torn or changed.
    Damaged,
    /// Whole, but not of a form that this build knows.
    Unknown,
    /// Written by a newer build.
    Newer,
    /// The record of another guide.
    OtherGuide,
}

impl fmt::Display for RecordError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Damaged => "the stored record is damaged",
            Self::Unknown => "the stored record has an unknown form",
            Self::Newer => "the stored record was written by a newer version",
            Self::OtherGuide => "the stored record belongs to another guide",
        })
    }
}

impl std::error::Error for RecordError {}

impl Record {
    /// The record as text.
    #[must_use]
    pub fn to_text(&self) -> String {
        let progress = &self.progress;
        let mut out = [
            "{\"v\":",
            &decimal(self.v.into()),
            ",\"guide\":\"",
            &self.guide,
            "\",\"rev\":",
            &decimal(self.rev.into()),
            ",\"seq\":",
            &decimal(self.seq.0),
            ",\"progress\":{\"answers\":[",
        ]
        .concat();
        let mut comma = "";
        for (Key { kind, id }, given) in &progress.answers {
            let numbers = [
                given.at.as_millis(),
                given.since.as_millis(),
                given.rev.into(),
            ];
            out.push_str(comma);
            entry(&mut out, &[kind.name(), id, given.answer.name()], &numbers);
            comma = ",";
        }
        out.push_str("],\"ticks\":[");
        comma = "";
        for (fix, step, rev) in &progress.ticks {
            out.push_str(comma);
            entry(&mut out, &[fix, step], &[(*rev).into()]);
            comma = ",";
        }
        out.push_str("],\"reopened\":");
        match &progress.reopened {
            Some(Key { kind, id }) => entry(&mut out, &[kind.name(), id], &[]),
            None => out.push_str(NULL),
        }
        out.push('}');
        let sum = sum(&out);
        out.push_str(SUM_HEAD);
        out.push_str(&sum);
        out.push_str(SUM_TAIL);
        out
    }

    /// Reads a record of the guide `guide`.
    ///
    /// # Errors
    /// Says why the text is no record that can be used.
    pub fn from_text(text: &str, guide: &str) -> Result<Self, RecordError> {
        let split = text.len().checked_sub(SUM_HEAD.len() + 8 + SUM_TAIL.len());
        let (body, tail) = split
            .and_then(|at| text.split_at_checked(at))
            .ok_or(RecordError::Damaged)?;
        let told = tail
            .strip_prefix(SUM_HEAD)
            .and_then(|rest| rest.strip_suffix(SUM_TAIL));
        if told != Some(sum(body).as_str()) {
            return Err(RecordError::Damaged);
        }
        let mut scan = Scan(body);
        // The version first: what follows it may have a form that only a newer build knows.
        let v = scan
            .field("{\"v\":", Scan::number)
            .ok_or(RecordError::Unknown)?;
        if v > RECORD_VERSION.into() {
            return Err(RecordError::Newer);
        }
        let record = scan.record().ok_or(RecordError::Unknown)?;
        if record.guide != guide {
            return Err(RecordError::OtherGuide);
        }
        Ok(record)
    }
}

const NULL: &str = "null";

/// A list of names, then of numbers.
fn entry(out: &mut String, names: &[&str], numbers: &[u64]) {
    let mut before = "[\"";
    for name in names {
        out.push_str(before);
        out.push_str(name);
        before = "\",\"";
    }
    out.push('"');
    for number in numbers {
        out.push(',');
        out.push_str(&decimal(*number));
    }
    out.push(']');
}

/// The checksum of what stands before it: eight hexadecimal digits.
fn sum(body: &str) -> String {
    hexadecimal(crc32(body), 8)
}

/// What is still to be read.
struct Scan<'a>(&'a str);

impl<'a> Scan<'a> {
    fn eat(&mut self, expected: &str) -> Option<()> {
        self.0 = self.0.strip_prefix(expected)?;
        Some(())
    }

    fn field<T>(&mut self, name: &str, value: impl Fn(&mut Self) -> Option<T>) -> Option<T> {
        self.eat(name)?;
        value(self)
    }

    fn number(&mut self) -> Option<u64> {
        let end = self.0.bytes().position(|byte| !byte.is_ascii_digit());
        let (digits, rest) = self.0.split_at_checked(end.unwrap_or(self.0.len()))?;
        self.0 = rest;
        digits.parse().ok()
    }

    /// A string; ids hold nothing that would need an escape (see [`crate::guide::check`]).
    fn string(&mut self) -> Option<&'a str> {
        self.eat("\"")?;
        let (string, rest) = self.0.split_once('"')?;
        self.0 = rest;
        Some(string)
    }

    fn pair(&mut self) -> Option<(&'a str, &'a str)> {
        let one = self.field("[", Self::string)?;
        let two = self.field(",", Self::string)?;
        Some((one, two))
    }

    /// The revision at the end of an entry; 0 where there is none, as in version 1.
    fn rev(&mut self) -> Option<u16> {
        let rev = match self.eat(",") {
            Some(()) => self.number()?.try_into().ok()?,
            None => 0,
        };
        self.eat("]")?;
        Some(rev)
    }

    /// A list, from its first bracket to its last.
    fn list(&mut self, mut item: impl FnMut(&mut Self) -> Option<()>) -> Option<()> {
        self.eat("[")?;
        if self.eat("]").is_some() {
            return Some(());
        }
        loop {
            item(self)?;
            if self.eat(",").is_none() {
                return self.eat("]");
            }
        }
    }

    /// All that follows the version. `None` where something in it is none of ours.
    fn record(&mut self) -> Option<Record> {
        let guide = self.field(",\"guide\":", Self::string)?.to_owned();
        let rev = self.field(",\"rev\":", Self::number)?.try_into().ok()?;
        let seq = Seq(self.field(",\"seq\":", Self::number)?);
        let mut progress = Progress::default();
        self.eat(",\"progress\":{\"answers\":")?;
        self.list(|scan| {
            let kind = Kind::named(scan.field("[", Self::string)?)?;
            let id = scan.field(",", Self::string)?;
            let answer = Answer::named(scan.field(",", Self::string)?)?;
            let at = Timestamp::from_millis(scan.field(",", Self::number)?);
            let since = Timestamp::from_millis(scan.field(",", Self::number)?);
            let rev = scan.rev()?;
            let place = progress.place(kind, id).err()?;
            let key = Key::new(kind, id.to_owned());
            let given = GivenAnswer {
                answer,
                at,
                since,
                rev,
            };
            progress.answers.insert(place, (key, given));
            kind.answers().contains(&answer).then_some(())
        })?;
        self.eat(",\"ticks\":")?;
        self.list(|scan| {
            let (fix, step) = scan.pair()?;
            progress.set_tick(fix, step, Some(scan.rev()?));
            Some(())
        })?;
        self.eat(",\"reopened\":")?;
        if self.eat(NULL).is_none() {
            let (kind, id) = self.pair()?;
            self.eat("]")?;
            progress.reopened = Some(Key::new(Kind::named(kind)?, id));
        }
        self.eat("}")?;
        self.0.is_empty().then_some(Record {
            v: RECORD_VERSION,
            guide,
            rev,
            seq,
            progress,
        })
    }
}
