//! The screens, one a file: what the reader is asked or shown now.
//!
//! Each is a function of the walk that the frame replays, once for all. Belongs here: what a screen consists of. Does not:
//! what stands around it (`parts::card`), and which screen it is (`unstuck_core::walk`).

mod check;
mod choice;
mod confirm;
mod exhausted;
mod fix;
mod question;
mod solved;
mod wait;

pub(crate) use confirm::{risk_headline, step_headline};
use unstuck_core::walk::{Screen, Walk};
use yew::Html;

use crate::parts::view::View;

/// The screen that the walk has come to.
pub(crate) fn screen(view: &View, walk: &Walk<'_>) -> Html {
    match walk.screen {
        Screen::Wait(fix, given) => wait::screen(view, walk, fix, given),
        Screen::Solved(fix, given) => solved::screen(view, fix, given),
        Screen::Exhausted => exhausted::screen(view, walk),
        _ => first(view, walk),
    }
}

/// One that a walk can begin with; nothing for the others.
pub(crate) fn first(view: &View, walk: &Walk<'_>) -> Html {
    match walk.screen {
        Screen::Question(of) => question::screen(view, walk, of),
        Screen::Choice(options) => choice::screen(view, walk, options),
        Screen::Check(fix, of) => check::screen(view, walk, fix, of),
        Screen::Confirm(fix, risk) => confirm::screen(view, walk, fix, risk),
        Screen::Fix(fix) => fix::screen(view, walk, fix),
        Screen::Wait(..) | Screen::Solved(..) | Screen::Exhausted => Html::default(),
    }
}
