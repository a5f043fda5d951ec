//! An opening question.

use unstuck_core::guide::{Passage, Question};
use unstuck_core::walk::Walk;
use yew::prelude::*;

use crate::parts::view::View;
use crate::parts::{passages, yes_no};

pub(super) fn screen(view: &View, walk: &Walk<'_>, of: &Question) -> Html {
    let means = view.unsure_means(walk, &of.unsure, view.words.not_sure_question());
    ask(view, &of.id, &of.ask, &of.hint, means, false)
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
