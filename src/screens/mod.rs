//! The screens, one a file: what the reader is asked or shown now.
//!
//! Each is a component that takes its part of the guide from the session. Belongs here: what a screen consists of. Does not:
//! what stands around it (`parts::card`), and which screen it is (`unstuck_core::walk`).

mod check;
mod choice;
mod confirm;
mod exhausted;
mod fix;
mod question;
mod solved;
mod wait;

use unstuck_core::walk::Screen;
use yew::prelude::*;

use check::CheckScreen;
use choice::ChoiceScreen;
use confirm::ConfirmScreen;
use exhausted::ExhaustedScreen;
use fix::FixScreen;
use question::QuestionScreen;
use solved::SolvedScreen;
use wait::WaitScreen;

/// The screen that the walk has come to.
pub(crate) fn screen(screen: &Screen<'_>) -> Html {
    match screen {
        Screen::Question(_) => html! { <QuestionScreen /> },
        Screen::Choice(_) => html! { <ChoiceScreen /> },
        Screen::Check(..) => html! { <CheckScreen /> },
        Screen::Confirm(..) => html! { <ConfirmScreen /> },
        Screen::Fix(_) => html! { <FixScreen /> },
        Screen::Wait(..) => html! { <WaitScreen /> },
        Screen::Solved(..) => html! { <SolvedScreen /> },
        Screen::Exhausted => html! { <ExhaustedScreen /> },
    }
}
