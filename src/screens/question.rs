//! An opening question.

use unstuck_core::guide::Passage;
use unstuck_core::walk::Screen;
use yew::prelude::*;

use crate::parts::view::{View, use_view};
use crate::parts::{passages, yes_no};

#[component]
pub(crate) fn QuestionScreen() -> Html {
    let view = use_view();
    match view.session.walk().screen {
        Screen::Question(of) => {
            let means = view.unsure_means(&of.unsure, view.words.not_sure_question);
            ask(&view, &of.id, &of.ask, &of.hint, means, false)
        }
        _ => Html::default(),
    }
}

/// A question with its answers, and what not sure means; `check`: see [`yes_no`].
pub(super) fn ask(
    view: &View,
    id: &str,
    ask: &str,
    hint: &[Passage],
    means: Html,
    check: bool,
) -> Html {
    html! {
        <>
            { view.heading("question", ask) }
            <div class="body" id="hint">{ passages(view, hint) }</div>
            { yes_no(view, id, means, check) }
        </>
    }
}
