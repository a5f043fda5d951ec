//! A fix left running: what to look for, since when, and the verdict on return.

use unstuck_core::persistence::Durability;
use unstuck_core::walk::Screen;
use yew::prelude::*;

use super::fix::steps;
use crate::overlay::Dialog;
use crate::parts::view::{control, fact, p, t, use_view};
use crate::parts::{Icon, passages, verdict};
use crate::session::Command;

#[component]
pub(crate) fn WaitScreen() -> Html {
    let view = use_view();
    let session = &view.session;
    let walk = session.walk();
    let Screen::Wait(fix, given) = walk.screen else {
        return Html::default();
    };
    let words = view.words;
    let leave = if session.state.durability == Durability::MemoryOnly {
        words.leave_not_kept
    } else {
        words.leave
    };
    let remind = session.on(Command::Open(Dialog::Reminder));
    html! {
        <>
            { view.heading("fix", words.give_it_time) }
            <div class="rest">
                { Icon::Clock.html() }
                <dl>
                    { fact(words.running_since, &view.moment(given.since)) }
                    if given.at > given.since {
                        { fact(words.looked_last, &view.moment(given.at)) }
                    }
                </dl>
            </div>
            <div class="body">
                { view.label(words.what_to_look_for) }
                { passages(&view, session.guide().wait_of(fix)) }
                { p(leave) }
                if session.host.capabilities.reminder {
                    { control("remind", "link carry", words.remind, remind) }
                }
            </div>
            <details class="again">
                <summary>{ t(words.steps_again) }</summary>
                { steps(&view, &walk, fix) }
            </details>
            { verdict(&view, fix, true) }
        </>
    }
}
