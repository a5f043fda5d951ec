//! The progress bar: a segment for each fix that is for this reader, and one phrase for those who do not see it.

use yew::Html;

use crate::walk::Outcome;

use super::el::el;
use super::view::View;
use super::words;

pub(crate) fn progress_bar(view: &View<'_>) -> Html {
    let now = view.walk.screen.fix().map(|fix| &fix.id);
    let mut passed = 0_usize;
    let mut tried = 0_usize;
    let mut bar = el("div", "bar")
        .mark("part", "progress")
        .mark("role", "img");
    for state in view.walk.offered() {
        let kind = if state.outcome == Outcome::Solved {
            "segment solved"
        } else if now == Some(&state.fix.id) {
            "segment now"
        } else if state.outcome.is_passed_over() {
            passed += 1;
            "segment passed"
        } else if state.outcome == Outcome::NotSolved {
            tried += 1;
            "segment done"
        } else {
            "segment"
        };
        bar = bar.add(el("span", kind).key(&state.fix.id).html());
    }
    let place = match view.walk.position() {
        Some((position, total)) => words::fix_of(position, total),
        None => words::fixes(view.walk.offered().count()),
    };
    bar.set("aria-label", &words::progress(&place, tried, passed))
        .html()
}
