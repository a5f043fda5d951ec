//! The longest walk there is, for the tests of what keeps and carries answers.

use unstuck::guide::Guide;
use unstuck::progress::{Answer, Progress};
use unstuck::walk::{Action, Screen, Walk, act};

/// Unsure of everything, every step ticked, every fix left running first; from `from` on, an answer each `apart` (both ms).
pub(crate) fn longest(guide: &Guide, from: u64, apart: usize) -> Progress {
    let mut progress = Progress::default();
    for now in (from..).step_by(apart) {
        let screen = Walk::of(guide, &progress).screen;
        if let Screen::Fix(fix) = screen {
            for step in &fix.steps {
                let step = step.id.clone();
                let tick = Action::Tick { step, done: true };
                progress = act(guide, &progress, &tick, now).unwrap();
            }
        }
        let answer = match screen {
            Screen::Question(_) | Screen::Choice(_) | Screen::Check(..) => Answer::Unsure,
            Screen::Confirm(..) => Answer::Confirm,
            Screen::Fix(_) => Answer::StillRunning,
            Screen::Wait(..) => Answer::NotSolved,
            Screen::Solved(..) | Screen::Exhausted => break,
        };
        let id = screen.id().to_owned();
        progress = act(guide, &progress, &Action::Answer { id, answer }, now).unwrap();
    }
    progress
}
