//! A link's payload to progress. Whatever it holds, reading it neither panics nor takes one name for another.

use crate::guide::Guide;
use crate::progress::{GivenAnswer, Key, Kind, Progress};
use crate::time::Timestamp;

use super::ids::{Name, cut, names, step_hash};
use super::layout::{LAST, MINUTE, TICKED, TRIED, places};

/// What a link holds.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Transfer {
    /// The guide's revision where the link was made.
    pub rev: u32,
    /// The answers and ticks that this guide knows, as far as a link carries them (see [`carried`](super::carried)).
    pub progress: Progress,
    /// What the reader is asked all the same (see [`asked_anew`](super::asked_anew)).
    pub asked_anew: Vec<Key>,
    /// How many answers and ticks it does not know: what they belong to is no longer here, or not yet.
    pub unknown: usize,
}

/// What is still to be read.
pub(super) struct Scan<'a>(pub(super) &'a [u8]);

impl Scan<'_> {
    pub(super) fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    pub(super) fn hash(&mut self, width: usize) -> Option<u64> {
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

    /// All that follows the guide's hash. `None` where something in it is none of ours. `first`: in a link of the first version.
    pub(super) fn rest(&mut self, guide: &Guide, width: usize, first: bool) -> Option<Transfer> {
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
            let low = u16::from(self.byte()?);
            let high = if first { 0 } else { u16::from(self.byte()?) };
            let bits = low | high << 8;
            if bits == 0 || bits > TRIED | 0xff || (bits & TRIED != 0 && bits & 3 != 0) {
                return None;
            }
            if name.is_some_and(|name| name.question) && bits > 3 {
                return None;
            }
            // What an unknown name is does not matter: both kinds are read alike.
            for (kind, bit, mask) in places(name.is_some_and(|name| name.question)) {
                let place = match kind {
                    Kind::Check if bits & TRIED != 0 => kind.answers().len(),
                    _ => usize::from(bits >> bit & u16::from(*mask)),
                };
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
            asked_anew: Vec::new(),
            unknown,
        })
    }
}

/// The name with this hash, if it is unique.
fn only<T: Copy>(known: &[(u64, T)], hash: u64) -> Option<T> {
    let mut found = known.iter().filter(|(own, _)| *own == hash);
    let (_, first) = found.next()?;
    found.next().is_none().then_some(*first)
}
