//! The overview next to the card, if the widget is wide enough (widget.css). The last two screens say the same themselves.

use unstuck_core::walk::Walk;
use yew::prelude::*;

use super::overview::overview;
use super::view::{View, t};

/// Its box shows where there is room; what is in it is rendered only then.
pub(crate) fn aside(view: &View, walk: &Walk<'_>, node: &NodeRef) -> Html {
    let title = view.words.all_fixes();
    html! {
        <div ref={node} class="aside" part="overview" role="region" aria-label={title}>
            if view.session.state.wide {
                <p class="aside-title">{ t(title) }</p>
                { overview(view, walk) }
            }
        </div>
    }
}
