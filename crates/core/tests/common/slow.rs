//! A reader who is unsure of everything and whom no fix has helped.

use unstuck_core::progress::Answer;
use unstuck_core::walk::Screen;

/// Their answer to a screen; `None` if the walk has ended.
pub(crate) fn slow(screen: &Screen<'_>) -> Option<Answer> {
    Some(match screen {
        Screen::Question(_) | Screen::Choice(_) | Screen::Check(..) => Answer::Unsure,
        Screen::Confirm(..) => Answer::Confirm,
        Screen::Fix(_) => Answer::StillRunning,
        Screen::Wait(..) => Answer::NotSolved,
        Screen::Solved(..) | Screen::Exhausted => return None,
    })
}
