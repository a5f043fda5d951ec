//! The longest possible walk, for the tests of records and transfer links.

use unstuck_core::guide::Guide;
use unstuck_core::progress::Progress;
use unstuck_core::walk::{Action, Screen, Walk, apply};

#[path = "slow.rs"]
mod slow;

/// Unsure of everything, every step ticked, every fix left running first; from `from` on, an answer each `apart` (both ms).
pub(crate) fn longest(guide: &Guide, from: u64, apart: usize) -> Progress {
    let mut progress = Progress::default();
    for now in (from..).step_by(apart) {
        let screen = Walk::replay(guide, &progress).screen;
        if let Screen::Fix(fix) = screen {
            for step in &fix.steps {
                let step = step.id.clone();
                let tick = Action::Tick { step, done: true };
                progress = apply(guide, &progress, &tick, now).unwrap();
            }
        }
        let Some(answer) = slow::slow(&screen) else {
            break;
        };
        let id = screen.id().to_owned();
        progress = apply(guide, &progress, &Action::Answer { id, answer }, now).unwrap();
    }
    progress
}
