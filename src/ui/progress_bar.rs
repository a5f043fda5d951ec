//! The progress bar: a segment for each fix that is for this reader, and one phrase for those who do not see it.

use yew::Html;

use crate::walk::Outcome;

use super::el::el;
use super::view::View;
use super::words;

/// Most segments: on a phone more would be thinner than the gaps between them. In a longer guide a segment stands for
/// several fixes, and shows the first that is left to do.
const MOST: usize = 48;

pub(crate) fn progress_bar(view: &View<'_>) -> Html {
    let now = view.walk.screen.fix().map(|fix| &fix.id);
    let mut passed = 0_usize;
    let mut tried = 0_usize;
    let each = view.walk.offered().count().div_ceil(MOST).max(1);
    let mut bar = el("div", "bar")
        .mark("part", "progress")
        .mark("role", "img");
    let mut segment = (0, "");
    for (place, state) in view.walk.offered().enumerate() {
        let (rank, kind) = if state.outcome == Outcome::Solved {
            (5, "segment solved")
        } else if now == Some(&state.fix.id) {
            (4, "segment now")
        } else if state.outcome.is_passed_over() {
            passed += 1;
            (1, "segment passed")
        } else if state.outcome == Outcome::NotSolved {
            tried += 1;
            (2, "segment done")
        } else {
            (3, "segment")
        };
        if place % each == 0 {
            if place > 0 {
                bar = bar.add(el("span", segment.1).html());
            }
            segment = (0, "");
        }
        segment = segment.max((rank, kind));
    }
    bar = bar.add(el("span", segment.1).html());
    let place = match view.walk.position() {
        Some((position, total)) => words::fix_of(position, total),
        None => words::fixes(view.walk.offered().count()),
    };
    bar.set("aria-label", &words::progress(&place, tried, passed))
        .html()
}
