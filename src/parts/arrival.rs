//! What a link has brought, for the reader to take or leave.

use std::rc::Rc;

use unstuck_core::walk::{FixState, Outcome, Walk};
use yew::prelude::*;

use super::view::{View, control, controls, p, safe_control, t};
use crate::format::lasted;
use crate::overlay::{Arrival, Comparison};
use crate::session::Command;

pub(crate) fn arrival(view: &View, arrived: &Rc<Arrival>) -> Html {
    let words = view.words;
    let guide = view.session.guide();
    let walk = Walk::replay(guide, &arrived.transfer.progress);
    let age = arrived.last_answer().map(|last| {
        let age = lasted(words, last, arrived.now);
        p(&words.arrival_last(&age))
    });
    let tried: Vec<Html> = walk
        .fixes
        .iter()
        .filter_map(|state| tried(view, state))
        .collect();
    let place = walk.position().zip(walk.screen.fix());
    let place =
        place.map(|((position, total), fix)| p(&words.arrival_at(&position, &total, &fix.title)));
    html! {
        <>
            { p(words.arrival_text) }
            <p class="carried">{ t(&guide.title) }</p>
            { age }
            if !tried.is_empty() { <ol class="report-lines plain">{ tried }</ol> }
            { place }
            if arrived.transfer.unknown > 0 { { p(words.arrival_unknown) } }
            { match arrived.comparison {
                Comparison::Empty => Html::default(),
                Comparison::Same => p(words.arrival_same),
                Comparison::Different => html! { <p class="warn">{ t(words.arrival_replaces) }</p> },
            } }
            { choice(view, arrived) }
        </>
    }
}

/// A fix that something came of: what, and when.
fn tried(view: &View, state: &FixState<'_>) -> Option<Html> {
    if matches!(state.outcome, Outcome::Open | Outcome::NotOffered) {
        return None;
    }
    let mut said = view.words.outcome(state.outcome).to_owned();
    if let Some(at) = state.at {
        said = [&said, " · ", &view.moment(at)].concat();
    }
    Some(html! {
        <li class="line">
            <span class="line-what">{ t(&state.fix.title) }</span>
            <span class="line-said">{ t(&said) }</span>
        </li>
    })
}

/// The safe choice comes first, and has focus.
fn choice(view: &View, arrived: &Rc<Arrival>) -> Html {
    let comparison = arrived.comparison;
    let words = view.words;
    let leave = view.session.on(Command::Close);
    let take = match comparison {
        // There is nothing to take.
        Comparison::Same => leave.clone(),
        Comparison::Empty | Comparison::Different => {
            view.session.on(Command::Import(arrived.clone()))
        }
    };
    let inside = if comparison == Comparison::Different {
        html! {
            <>
                { safe_control("carry-leave", "button first", words.arrival_keep, leave) }
                { control("carry-take", "button danger", words.arrival_replace, take) }
            </>
        }
    } else {
        html! {
            <>
                { safe_control("carry-take", "button first", words.arrival_take, take) }
                { control("carry-leave", "button", words.arrival_leave, leave) }
            </>
        }
    };
    controls("carry-title", inside)
}
