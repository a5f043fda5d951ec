//! Out of fixes: what was tried, and what to tell support.

use unstuck_core::walk::Walk;
use yew::prelude::*;

use crate::parts::view::{View, p};
use crate::parts::{handoff, report};

pub(super) fn screen(view: &View, walk: &Walk<'_>) -> Html {
    html! {
        <>
            { view.heading("fix", view.words.last_fix()) }
            <div class="body">{ p(view.words.last_fix_text()) }</div>
            { handoff(view, walk, &report(view)) }
        </>
    }
}
