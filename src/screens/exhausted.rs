//! Out of fixes: what was tried, and what to tell support.

use yew::prelude::*;

use crate::parts::view::{p, use_view};
use crate::parts::{handoff, report};

#[component]
pub(crate) fn ExhaustedScreen() -> Html {
    let view = use_view();
    html! {
        <>
            { view.heading("fix", view.words.last_fix) }
            <div class="body">{ p(view.words.last_fix_text) }</div>
            { handoff(&view, &view.session.walk(), &report(&view)) }
        </>
    }
}
