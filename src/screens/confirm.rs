//! A fix's risk, before its steps show: what is lost, whether it comes back, what to have safe first.

use unstuck_core::guide::Risk;
use unstuck_core::progress::Answer;
use unstuck_core::walk::Screen;
use yew::prelude::*;

use crate::parts::view::{View, controls, t, use_view};
use crate::parts::{Icon, list, passages};

#[component]
pub(crate) fn ConfirmScreen() -> Html {
    let view = use_view();
    let Screen::Confirm(fix, risk) = view.session.walk().screen else {
        return Html::default();
    };
    let words = view.words;
    // The safe choice comes first.
    let choice = html! {
        <>
            { view.answer(&fix.id, Answer::Skip, "button first", words.skip) }
            { view.answer(&fix.id, Answer::Confirm, "button danger", words.confirm) }
        </>
    };
    html! {
        <>
            { view.heading("fix", &fix.title) }
            { warning(&view, risk, true) }
            <div class="body">
                if !risk.first.is_empty() {
                    { view.label(words.safe_first) }
                    { passages(&view, &risk.first) }
                }
            </div>
            { controls("heading", choice) }
        </>
    }
}

/// What the fix destroys, and whether it comes back: in `full`, or in as few words as tell it. Stands wherever the steps do,
/// however the reader came there.
pub(super) fn warning(view: &View, risk: &Risk, full: bool) -> Html {
    let undo = if risk.reversible {
        view.words.reversible
    } else {
        view.words.permanent
    };
    html! {
        <div class="risk">
            <p class="risk-head">{ Icon::Warning.html() }<strong>{ t(undo) }</strong></p>
            { passages(view, &risk.passages) }
            if !risk.lost.is_empty() && (full || risk.passages.is_empty()) {
                { view.label(view.words.lost) }
                { list(view, "ul", &risk.lost) }
            }
        </div>
    }
}
