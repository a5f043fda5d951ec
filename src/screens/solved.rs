//! Solved: the fix that did it, how long it took, and what keeps it so.

use unstuck_core::guide::Fix;
use unstuck_core::progress::{Answer, GivenAnswer};
use yew::prelude::*;

use crate::format::lasted;
use crate::parts::view::{View, fact, t};
use crate::parts::{done_mark, passages, report, take_along};

pub(super) fn screen(view: &View, fix: &Fix, given: GivenAnswer) -> Html {
    let (guide, progress) = (view.session.guide(), view.session.progress());
    let words = view.words;
    let took = lasted(words, progress.started().unwrap_or(given.at), given.at);
    html! {
        <>
            { done_mark() }
            { view.heading("fix", words.verdict(guide, Answer::Solved)) }
            <dl class="facts">
                { fact(words.solved_by(), &fix.title) }
                if let Some(took) = took { { fact(words.took(), &took) } }
            </dl>
            <div class="body">
                if !guide.after.is_empty() {
                    { view.label(words.good_to_know()) }
                    { passages(view, &guide.after) }
                }
            </div>
            <details class="again" part="report">
                <summary data-action="report">{ t(words.tried()) }</summary>
                { take_along(view, &report(view)) }
            </details>
        </>
    }
}
