//! Progress to a link's payload.

use crate::guide::Guide;
use crate::progress::{Answer, GivenAnswer, Kind, Progress};
use crate::time::Timestamp;

use super::ids::{Name, guide_hash, said, step_hash};
use super::layout::{LAST, MINUTE, TICKED, TRIED, places};

fn minute(at: Timestamp) -> u64 {
    (at.as_millis() / MINUTE).min(LAST)
}

/// The payload of a link whose names are hashed to so many bytes. `first`: see [`Scan::rest`](super::read::Scan::rest).
pub(super) fn payload(guide: &Guide, progress: &Progress, width: usize, first: bool) -> Vec<u8> {
    let mut out = vec![u8::try_from(width).unwrap_or_default()];
    out.extend(guide_hash(guide).to_be_bytes().iter().skip(4));
    out.extend(guide.rev.to_be_bytes());
    let mut time = progress.started().map_or(0, minute);
    put(&mut out, time);
    let said = said(progress);
    put(&mut out, said.len() as u64);
    for name in said {
        put_hash(&mut out, name.hash(), width);
        let given: Vec<(u16, GivenAnswer)> = places(name.question)
            .iter()
            .filter_map(|(kind, bit, _)| {
                let given = progress.given(*kind, name.id)?;
                if given.answer == Answer::Tried {
                    return Some((TRIED, given));
                }
                let answers = kind.answers();
                let place = answers.iter().position(|answer| *answer == given.answer)?;
                Some(((u16::try_from(place).ok()? + 1) << bit, given))
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
        out.extend(bits.to_le_bytes().iter().take(if first { 1 } else { 2 }));
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
    out
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
