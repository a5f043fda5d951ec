//! A fix's check question: is the fix needed?

use unstuck_core::walk::Screen;
use yew::prelude::*;

use super::question::ask;
use crate::parts::view::use_view;

#[component]
pub(crate) fn CheckScreen() -> Html {
    let view = use_view();
    match view.session.walk().screen {
        Screen::Check(fix, check) => {
            let means = view.unsure_means(&check.unsure, view.words.not_sure_check);
            ask(&view, &fix.id, &check.ask, &check.hint, means, true)
        }
        _ => Html::default(),
    }
}
