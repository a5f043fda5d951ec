//! Out of fixes: what was tried, and what to tell support.

use yew::Html;

use crate::walk::report;

use super::el::{el, several};
use super::passages::add;
use super::report_list::report_list;
use super::view::View;
use super::words;

pub(crate) fn exhausted(view: &View<'_>) -> Html {
    let guide = &view.session.guide;
    let opening = el("p", "").words(words::OUT_OF_FIXES_TEXT);
    let mut parts = vec![
        view.heading("fix", words::OUT_OF_FIXES),
        el("div", "body").add(opening.html()).html(),
        report_list(view, &report(guide, view.progress)),
    ];
    if let Some(support) = &guide.support {
        let section = el("div", "body support").add(view.label(&support.title));
        parts.push(add(view, section, &support.passages).html());
    }
    several(parts)
}
