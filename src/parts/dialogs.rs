//! What can lie over the card: which dialog shows for which overlay.

use unstuck_core::transfer::TransferError;
use unstuck_core::walk::{Action, Walk};
use yew::prelude::*;

use super::arrival::arrival;
use super::dialog::Dialog;
use super::overview::{AllFixes, open_fix};
use super::paste_link::PasteLink;
use super::reminder::Reminder;
use super::report::help;
use super::transfer::Transfer;
use super::view::{View, control, controls, p, safe_control};
use crate::overlay::Overlay;
use crate::session::Command;

/// The dialog of the walk itself. It is always there: closing it is what gives focus back to where it was opened from.
pub(crate) fn sheet(view: &View, walk: &Walk<'_>) -> Html {
    let shown: Option<(AttrValue, Html)> = match view.session.overlay() {
        Some(Overlay::Overview) => Some((view.words.all_fixes().into(), html! { <AllFixes /> })),
        Some(Overlay::Fix(id)) => walk
            .offered()
            .find(|state| state.fix.id == **id)
            .map(|state| (state.fix.title.clone().into(), open_fix(view, walk, state))),
        Some(Overlay::Help) => Some((view.words.get_help().into(), help(view, walk))),
        Some(Overlay::Restart) => Some((view.words.restart_ask().into(), restart(view))),
        _ => None,
    };
    let open = shown.is_some();
    let (title, inside) = shown.unwrap_or_default();
    html! { <Dialog {open} {title}>{ inside }</Dialog> }
}

/// The dialogs around what is taken along.
pub(crate) fn carry_dialog(view: &View) -> Html {
    let words = view.words;
    let Some(overlay) = view.session.overlay() else {
        return Html::default();
    };
    let (title, inside) = match overlay {
        Overlay::Overview | Overlay::Fix(_) | Overlay::Help | Overlay::Restart => {
            return Html::default();
        }
        Overlay::Transfer(offer) => (words.transfer(), html! { <Transfer {offer} /> }),
        Overlay::PasteLink => (
            words.have_link(),
            html! { <>{ p(words.where_link()) }<PasteLink /></> },
        ),
        Overlay::Clear => (words.clear_ask(), clear(view)),
        Overlay::Reminder(offer) => (words.remind_ask(), html! { <Reminder {offer} /> }),
        Overlay::Arrival(arrived) => (words.arrival(), arrival(view, arrived)),
        Overlay::Refused(error) => (words.bad_link(), refused(view, *error)),
    };
    html! { <Dialog open=true carry=true {title}>{ inside }</Dialog> }
}

fn restart(view: &View) -> Html {
    let words = view.words;
    let stay = view.session.on(Command::Close);
    let clear = view.session.press(Action::Restart);
    let choice = html! {
        <>
            { safe_control("restart-no", "button first", words.restart_no(), stay) }
            { control("restart-yes", "button danger", words.restart_yes(), clear) }
        </>
    };
    html! { <>{ p(words.restart_text()) }{ controls("sheet-title", choice) }</> }
}

/// Whether to remove the answers from this device.
fn clear(view: &View) -> Html {
    let words = view.words;
    let stay = view.session.on(Command::Close);
    let clear = view.session.on(Command::Clear);
    let choice = html! {
        <>
            { safe_control("clear-no", "button first", words.clear_no(), stay) }
            { control("clear-yes", "button danger", words.clear_yes(), clear) }
        </>
    };
    html! { <>{ p(words.clear_text()) }{ controls("carry-title", choice) }</> }
}

/// A link that cannot be used.
fn refused(view: &View, error: TransferError) -> Html {
    let words = view.words;
    let why = match error {
        TransferError::Newer => words.bad_link_newer(),
        TransferError::OtherGuide => words.bad_link_other_guide(),
        TransferError::ImpossibleTime => words.bad_link_time(),
        _ => words.bad_link_damaged(),
    };
    let fine = view.session.on(Command::Close);
    let fine = safe_control("carry-leave", "button first", words.bad_link_fine(), fine);
    html! { <>{ p(why) }{ controls("carry-title", fine) }</> }
}
