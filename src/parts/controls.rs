//! The controls that end a screen: yes, no, not sure and already tried; and the verdict's four.

use unstuck_core::guide::Fix;
use unstuck_core::progress::Answer;
use yew::prelude::*;

use super::view::{View, controls, t};

/// Yes and No side by side, what is quieter beneath. `check`: of a fix, which may have been tried before.
pub(crate) fn yes_no(view: &View, id: &str, check: bool) -> Html {
    let words = view.words;
    let inside = html! {
        <>
            <div class="pair">
                { view.answer(id, Answer::Yes, "button", words.yes) }
                { view.answer(id, Answer::No, "button", words.no) }
            </div>
            if check {
                <div class="pair">
                    { view.answer(id, Answer::Unsure, "button quiet", words.not_sure) }
                    { view.answer(id, Answer::Tried, "button quiet", words.already_tried) }
                </div>
            } else {
                { view.answer(id, Answer::Unsure, "button quiet", words.not_sure) }
            }
        </>
    };
    controls("heading", inside)
}

/// What came of the fix; `back` where the reader left it running and has come back.
pub(crate) fn verdict(view: &View, fix: &Fix, back: bool) -> Html {
    let guide = view.session.guide();
    let answer = |answer, class| {
        let words = view.words.verdict(guide, answer);
        view.answer(&fix.id, answer, class, words)
    };
    html! {
        <div class="controls verdict" role="group" aria-labelledby="verdict" part="verdict">
            <p class="ask" id="verdict">
                if back { <span class="context">{ t(view.words.when_back) }</span> }
                { t(view.words.ask(guide, fix)) }
            </p>
            { answer(Answer::Solved, "button first") }
            { answer(Answer::NotSolved, "button") }
            { answer(Answer::StillRunning, "button") }
            { answer(Answer::Cannot, "button quiet") }
        </div>
    }
}
