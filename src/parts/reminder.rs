//! When to be reminded of a wait: by a file for the calendar, or by a message of the installed app.

use std::rc::Rc;

use yew::prelude::*;

use super::transfer::opens;
use super::view::{control, controls, p, t, use_view};
use crate::overlay::ReminderOffer;
use crate::session::Command;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ReminderProps {
    /// The files, and whether a message can come in their place.
    pub(crate) offer: Rc<ReminderOffer>,
}

#[component]
pub(crate) fn Reminder(props: &ReminderProps) -> Html {
    let view = use_view();
    let words = view.words;
    let made = use_state(|| false);
    let times = [
        words.in_one_hour(),
        words.in_three_hours(),
        words.tomorrow_at_nine(),
    ];
    let files = props.offer.files.iter().zip(times).map(|(file, time)| {
        let made = made.setter();
        html! {
            <a
                class="button"
                href={&file.href}
                download="reminder.ics"
                data-action="remind-file"
                onclick={move |_: MouseEvent| made.set(true)}
            >
                { t(time) }
            </a>
        }
    });
    // A message can come only while the app is there: not as late as tomorrow.
    let messages = props
        .offer
        .files
        .iter()
        .zip(times)
        .take(2)
        .map(|(file, time)| {
            let notify = view.session.on(Command::Notify(file.at));
            control("remind-here", "button", time, notify)
        });
    let said = match view.session.state.notified {
        Some(true) => words.remind_here_set(),
        Some(false) => words.remind_here_refused(),
        None if *made => words.remind_file_made(),
        None => "",
    };
    html! {
        <>
            { p(words.remind_text()) }
            { opens(&view, &props.offer.address) }
            { controls("carry-title", files.collect()) }
            <p class="said-so" role="status">if !said.is_empty() { { t(said) } }</p>
            if props.offer.can_notify {
                { p(words.remind_here()) }
                { controls("carry-title", messages.collect()) }
            }
        </>
    }
}
