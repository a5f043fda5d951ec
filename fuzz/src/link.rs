//! Forged transfer links.

use data_encoding::BASE64URL_NOPAD;
use fastrand::Rng;
use unstuck_core::progress::{Answer, Progress};
use unstuck_core::transfer;
use unstuck_core::walk::{Action, Walk, apply};

use crate::mutate;
use crate::record::CRC;

/// When the answers of a likely link begin: 1 January 2026.
const BEGIN: u64 = 1_767_225_600_000;

/// A link whose bytes were changed under a checksum that fits; now and then one whose characters were.
pub(crate) fn forged(tokens: &[String], rng: &mut Rng) -> String {
    let guide = crate::target::guide();
    let mut progress = Progress::default();
    // Times that cannot be are refused before anything else is tried.
    let likely = rng.bool();
    for now in 0..rng.u64(0..60) {
        let screen = Walk::replay(guide, &progress).screen;
        let step = screen.fix().and_then(|fix| fix.steps.get(rng.usize(0..6)));
        let action = match step {
            Some(step) if rng.bool() => Action::Tick {
                step: step.id.clone(),
                done: true,
            },
            _ => Action::Answer {
                id: screen.id().to_owned(),
                answer: Answer::ALL[rng.usize(0..9)],
            },
        };
        let at = if likely {
            BEGIN + now * 60_000
        } else {
            now.wrapping_mul(rng.u64(..) >> rng.u32(0..64))
        };
        progress = apply(guide, &progress, &action, at).unwrap_or(progress);
    }
    let text = transfer::encode(guide, &progress).unwrap_or_default();
    let body = text
        .get(transfer::FRAGMENT_PREFIX.len() + 1..text.len().saturating_sub(6))
        .unwrap_or_default();
    let mut bytes = BASE64URL_NOPAD.decode(body.as_bytes()).unwrap_or_default();
    for _ in 0..rng.usize(0..4) {
        let at = rng.usize(0..=bytes.len());
        match rng.u8(0..4) {
            0 => bytes.insert(at, rng.u8(..)),
            1 => bytes.truncate(at.max(9)),
            _ => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte = rng.u8(..);
                }
            }
        }
    }
    let mut body = format!("1{}", BASE64URL_NOPAD.encode(&bytes));
    if rng.u8(..) < 20 {
        mutate::text(&mut body, tokens, rng);
    }
    let sum = BASE64URL_NOPAD.encode(&CRC.checksum(body.as_bytes()).to_be_bytes());
    format!("{}{body}{sum}", transfer::FRAGMENT_PREFIX)
}
