//! A fix left running: what to look for, since when, and the verdict, which comes first on return.

use unstuck_core::guide::Fix;
use unstuck_core::persistence::Durability;
use unstuck_core::progress::GivenAnswer;
use unstuck_core::walk::Walk;
use yew::prelude::*;

use super::fix::steps;
use crate::format::elapsed;
use crate::overlay::Dialog;
use crate::parts::view::{View, fact, p, t};
use crate::parts::{Icon, passages, verdict};
use crate::session::{Command, use_durability};
use crate::words::use_words;

/// Whoever sees the page so long (ms) after the wait began has come back to it.
const BACK_AFTER: u64 = 60_000;

pub(super) fn screen<'g>(view: &View, walk: &Walk<'g>, fix: &'g Fix, given: GivenAnswer) -> Html {
    let session = &view.session;
    let words = view.words;
    let seen = session.state.seen;
    let back = seen.since(given.since) >= BACK_AFTER;
    let title = if back {
        words.welcome_back(&elapsed(words, given.since, seen))
    } else {
        words.give_it_time().to_owned()
    };
    let look_for = session.guide().wait_of(fix);
    let asked = verdict(view, walk, fix, true);
    let rest = html! {
        <>
            if !back { <><Leave />{ remind(view) }</> }
            <div class="body">
                if !look_for.is_empty() {
                    { view.label(words.what_to_look_for()) }
                    { passages(view, look_for) }
                }
            </div>
            if back { { remind(view) } }
            <details class="again">
                <summary>{ t(words.steps_again()) }</summary>
                { steps(view, walk, fix) }
            </details>
        </>
    };
    html! {
        <>
            // Whoever comes back to an open page hears it.
            <div role="status">{ view.heading("fix", &title) }</div>
            { waited(view, given) }
            if back {
                <>{ asked }{ rest }</>
            } else {
                <>{ rest }<div class="later">{ view.label(words.when_back()) }{ asked }</div></>
            }
        </>
    }
}

/// Since when it runs.
fn waited(view: &View, given: GivenAnswer) -> Html {
    let words = view.words;
    html! {
        <div class="rest">
            { Icon::Clock.html() }
            <dl>
                { fact(words.running_since(), &view.moment(given.since)) }
                if given.at > given.since {
                    { fact(words.looked_last(), &view.moment(given.at)) }
                }
            </dl>
        </div>
    }
}

/// That the reader can go, and how they will think of it.
#[component]
fn Leave() -> Html {
    let words = use_words();
    p(match use_durability() {
        Durability::MemoryOnly => words.leave_not_kept(),
        _ => words.leave(),
    })
}

fn remind(view: &View) -> Html {
    let session = &view.session;
    if !session.host.capabilities.reminder {
        return Html::default();
    }
    html! {
        <button
            type="button"
            class="button"
            data-action="remind"
            onclick={session.on(Command::Open(Dialog::Reminder))}
        >
            { Icon::Clock.html() }
            { t(view.words.remind()) }
        </button>
    }
}
