//! Out of fixes: what was tried, and what to tell support.

use unstuck_core::walk;
use yew::prelude::*;

use crate::parts::view::{p, use_view};
use crate::parts::{passages, report};

#[component]
pub(crate) fn ExhaustedScreen() -> Html {
    let view = use_view();
    let (guide, progress) = (view.session.guide(), view.session.progress());
    html! {
        <>
            { view.heading("fix", view.words.last_fix) }
            <div class="body">{ p(view.words.last_fix_text) }</div>
            { report(&view, &walk::report(guide, progress)) }
            if let Some(support) = &guide.support {
                <div class="body support">
                    { view.label(&support.title) }
                    { passages(&view, &support.passages) }
                </div>
            }
        </>
    }
}
