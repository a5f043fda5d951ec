//! The controls that end a screen: yes, no, not sure and already tried; and the verdict's four.

use unstuck_core::guide::Fix;
use unstuck_core::progress::{Answer, Kind};
use unstuck_core::walk::Walk;
use yew::prelude::*;

use super::view::{View, controls_about, fixed};
use crate::intl;

/// Yes and No side by side, what is quieter beneath, and `means`, what not sure leads to. `check`: of a fix, which may have been
/// tried before.
pub(crate) fn yes_no(view: &View, id: &str, means: Html, check: bool) -> Html {
    let words = view.words;
    let inside = html! {
        <>
            <div class="pair">
                { view.answer(id, Answer::Yes, "button", words.yes()) }
                { view.answer(id, Answer::No, "button", words.no()) }
            </div>
            if check {
                <div class="pair">
                    { view.unsure(id) }
                    { view.answer(id, Answer::Tried, "button quiet", words.already_tried()) }
                </div>
            } else {
                { view.unsure(id) }
            }
            { means }
        </>
    };
    controls_about("heading", "hint", inside)
}

/// What came of the fix, asked by what the reader can know. The two that are most likely stand together, and on a phone stay in
/// sight under long steps (widget.css).
pub(crate) fn verdict(view: &View, walk: &Walk<'_>, fix: &Fix, back: bool) -> Html {
    let guide = view.session.guide();
    let words = view.words;
    let answer = |answer, class| view.answer(&fix.id, answer, class, words.verdict(guide, answer));
    let running = |class| match back {
        true => answer(Answer::StillRunning, class),
        false => view.answer(&fix.id, Answer::StillRunning, class, words.started(guide)),
    };
    let waits = !guide.wait_of(fix).is_empty();
    let can_run = guide.can_run(fix) || back;
    let (ask, main, rest) = if let Some(before) = walk.before {
        let number = walk.number(before).unwrap_or_default();
        let done = view.answer(&fix.id, Answer::Done, "button", &words.done_first(number));
        let main = html! { <>if can_run { { running("button") } }{ done }</> };
        (
            words.done_ask(),
            main,
            answer(Answer::Cannot, "button quiet"),
        )
    } else if waits && !back {
        // Nobody can know the result yet.
        let main = html! {
            <>{ running("button first") }{ answer(Answer::Solved, "button") }</>
        };
        let rest = html! {
            <>{ answer(Answer::NotSolved, "button") }{ answer(Answer::Cannot, "button quiet") }</>
        };
        (words.ask(guide, fix), main, rest)
    } else {
        let main = html! {
            <>{ answer(Answer::Solved, "button") }{ answer(Answer::NotSolved, "button") }</>
        };
        let class = if back { "button" } else { "button quiet" };
        let rest = html! {
            <>
                if can_run { { running(class) } }
                { answer(Answer::Cannot, "button quiet") }
            </>
        };
        (words.ask(guide, fix), main, rest)
    };
    html! {
        <div class="controls verdict" role="group" aria-labelledby="verdict" part="verdict">
            <><p key={ask} class="ask" id="verdict">{ fixed(ask) }</p></>
            <div class="pair">{ main }</div>
            <div class="pair more">{ rest }</div>
            if back { { noted(view, fix) } }
        </div>
    }
}

/// That "still running" was heard. It exists before its text, or screen readers would not announce it.
fn noted(view: &View, fix: &Fix) -> Html {
    let given = view.session.progress().given(Kind::Wait, &fix.id);
    let again = given.filter(|given| given.at > given.since && given.at >= view.session.state.seen);
    let text = again.map(|given| {
        let time = intl::time(given.at, view.tag());
        // Another element for each press: so the same words are announced again.
        html! { <span key={given.at.as_millis().to_string()}>{ view.words.noted(&time) }</span> }
    });
    html! { <p class="noted" role="status">{ text }</p> }
}
