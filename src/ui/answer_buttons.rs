//! The controls that end a screen: yes, no and not sure; and the verdict's four.

use yew::Html;

use crate::progress::Answer;
use crate::report_text;
use crate::walk::Screen;

use super::el::el;
use super::view::{View, controls};
use super::words;

/// Yes and No side by side, Not sure quieter beneath.
pub(crate) fn yes_no(view: &View<'_>) -> Html {
    let pair = el("div", "pair")
        .add(view.answer(Answer::Yes, "button", words::YES))
        .add(view.answer(Answer::No, "button", words::NO));
    controls("controls", "heading")
        .add(pair.html())
        .add(view.answer(Answer::Unsure, "button quiet", words::UNSURE))
        .html()
}

/// What came of the fix.
pub(crate) fn verdict(view: &View<'_>) -> Html {
    let Some(fix) = view.walk.screen.fix() else {
        return Html::default();
    };
    let own = &view.session.guide.verdict;
    let mut ask = el("p", "ask").mark("id", "verdict");
    if matches!(view.walk.screen, Screen::Wait(..)) {
        ask = ask.add(el("span", "context").words(words::IM_BACK).html());
    }
    controls("controls verdict", "verdict")
        .mark("part", "verdict")
        .add(
            ask.words(fix.verdict.as_deref().unwrap_or(report_text::ask(own)))
                .html(),
        )
        .add(view.answer(Answer::Solved, "button first", report_text::solved(own)))
        .add(view.answer(Answer::NotSolved, "button", report_text::not_solved(own)))
        .add(view.answer(
            Answer::StillRunning,
            "button",
            report_text::still_running(own),
        ))
        .add(view.answer(Answer::Cannot, "button quiet", report_text::cannot(own)))
        .html()
}
