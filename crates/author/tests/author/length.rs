//! How many answers a guide takes, and that a long one can be walked.

use unstuck_author::{Format, count_answers};
use unstuck_core::guide::Guide;
use unstuck_core::progress::{Answer, Progress};
use unstuck_core::walk::{Action, Screen, Walk, apply};

use crate::in_vain::in_vain;
use crate::round_trip::{FIXES, long};
use crate::{STARTER, guide_of, real};

#[test]
fn five_thousand_fixes_are_walked() {
    let guide = long(FIXES);
    // One by one, each answer replays those before it: so only the last ten are.
    let mut progress = in_vain(&guide, 10);
    let mut met = Vec::new();
    loop {
        let walk = Walk::replay(&guide, &progress);
        let answer = match walk.screen {
            Screen::Exhausted => break,
            Screen::Question(_) | Screen::Check(..) => Answer::Unsure,
            Screen::Confirm(..) => Answer::Confirm,
            _ => Answer::NotSolved,
        };
        let id = walk.screen.id().to_owned();
        if answer == Answer::NotSolved {
            assert_eq!(walk.position(), Some((FIXES - 9 + met.len(), FIXES)));
            met.push(id.clone());
        }
        progress = apply(&guide, &progress, &Action::Answer { id, answer }, 1).unwrap();
    }
    let last: Vec<String> = (FIXES - 10..FIXES).map(|n| format!("fix-{n}")).collect();
    assert_eq!(met, last);
}

/// Walks by the answer that a screen is given, until nothing is asked any more; how many answers it took.
fn walked(guide: &Guide, mut answer: impl FnMut(&Screen<'_>) -> Answer) -> usize {
    let mut progress = Progress::default();
    for count in 0..10_000 {
        let walk = Walk::replay(guide, &progress);
        if matches!(walk.screen, Screen::Solved(..) | Screen::Exhausted) {
            return count;
        }
        let action = Action::Answer {
            id: walk.screen.id().to_owned(),
            answer: answer(&walk.screen),
        };
        progress = apply(guide, &progress, &action, 1).unwrap();
    }
    panic!("the walk does not end");
}

#[test]
fn the_longest_walk_takes_as_many_answers_as_counted() {
    for guide in [real(), guide_of(Format::Markdown, STARTER)] {
        let longest = walked(&guide, |screen| match screen {
            Screen::Question(_) | Screen::Choice(_) | Screen::Check(..) => Answer::Unsure,
            Screen::Confirm(..) => Answer::Confirm,
            _ => Answer::NotSolved,
        });
        assert_eq!(count_answers(&guide).longest, longest);
        assert!(count_answers(&guide).typical < longest);
    }
}
