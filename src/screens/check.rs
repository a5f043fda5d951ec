//! A fix's check question: is the fix needed?

use unstuck_core::guide::{Check, Fix};
use unstuck_core::walk::Walk;
use yew::Html;

use super::question::ask;
use crate::parts::view::View;

pub(super) fn screen(view: &View, walk: &Walk<'_>, fix: &Fix, of: &Check) -> Html {
    let means = view.unsure_means(walk, &of.unsure, view.words.not_sure_check());
    ask(view, &fix.id, &of.ask, &of.hint, means, true)
}
