//! A fix's risk, before its steps show: what is lost, whether it comes back, what to have safe first.

use yew::Html;

use crate::guide::{Fix, Risk};
use crate::progress::Answer;

use super::el::{el, several};
use super::icon::Icon;
use super::passages::{add, list};
use super::view::{View, controls};
use super::words;

pub(crate) fn confirm(view: &View<'_>, fix: &Fix, risk: &Risk) -> Html {
    let undo = if risk.reversible {
        words::REVERSIBLE
    } else {
        words::PERMANENT
    };
    let head = el("p", "risk-head")
        .add(Icon::Warning.html())
        .add(el("strong", "").words(undo).html());
    let mut dangers = add(view, el("div", "risk").add(head.html()), &risk.passages);
    if !risk.lost.is_empty() {
        dangers = dangers
            .add(view.label(words::LOST))
            .add(list(view, "ul", &risk.lost));
    }
    let mut first = el("div", "body");
    if !risk.first.is_empty() {
        first = add(view, first.add(view.label(words::SAFE_FIRST)), &risk.first);
    }
    // The safe choice comes first.
    let choice = controls("controls", "heading")
        .add(view.answer(Answer::Skip, "button first", words::SKIP))
        .add(view.answer(Answer::Confirm, "button danger", words::CONFIRM));
    several(vec![
        view.heading("fix", &fix.title),
        dangers.html(),
        first.html(),
        choice.html(),
    ])
}
