//! An opening question.

use unstuck_core::guide::Passage;
use unstuck_core::walk::Screen;
use yew::prelude::*;

use crate::parts::view::{View, t, use_view};
use crate::parts::{passages, yes_no};

#[component]
pub(crate) fn QuestionScreen() -> Html {
    let view = use_view();
    match view.session.walk().screen {
        Screen::Question(of) => ask(
            &view,
            &of.id,
            &of.ask,
            &of.hint,
            view.words.not_sure_question,
            false,
        ),
        _ => Html::default(),
    }
}

/// A question with its answers. `unsure` says what not sure leads to; `check`: see [`yes_no`].
pub(super) fn ask(
    view: &View,
    id: &str,
    ask: &str,
    hint: &[Passage],
    unsure: &str,
    check: bool,
) -> Html {
    html! {
        <>
            { view.heading("question", ask) }
            <div class="body">{ passages(view, hint) }</div>
            { yes_no(view, id, check) }
            <p class="small">{ t(unsure) }</p>
        </>
    }
}
