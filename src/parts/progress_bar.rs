//! The progress bar: a segment for each fix that applies to this reader, and one phrase for screen readers.

use unstuck_core::walk::{Outcome, Walk};
use yew::prelude::*;

use super::view::View;

/// Most segments: on a phone more would be thinner than the gaps between them. In a longer guide a segment stands for
/// several fixes, and shows the first that is left to do.
const MOST: usize = 48;

/// What a segment shows; of several fixes, the highest.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Segment {
    #[default]
    Passed,
    Done,
    Open,
    Now,
    Solved,
}

impl Segment {
    fn class(self) -> &'static str {
        match self {
            Self::Passed => "segment passed",
            Self::Done => "segment done",
            Self::Open => "segment",
            Self::Now => "segment now",
            Self::Solved => "segment solved",
        }
    }
}

pub(crate) fn progress_bar(view: &View, walk: &Walk<'_>) -> Html {
    let now = walk.screen.fix().map(|fix| &fix.id);
    let segments: Vec<Segment> = walk
        .offered()
        .map(|state| match state.outcome {
            Outcome::Solved => Segment::Solved,
            _ if now == Some(&state.fix.id) => Segment::Now,
            Outcome::NotSolved | Outcome::AlreadyTried => Segment::Done,
            outcome if outcome.is_passed_over() => Segment::Passed,
            _ => Segment::Open,
        })
        .collect();
    let count = |wanted| segments.iter().filter(|one| **one == wanted).count();
    let place = match walk.position() {
        Some((position, total)) => view.words.fix_of(position, total),
        None => view.words.fixes(segments.len() as u64),
    };
    let label = view
        .words
        .progress(&place, count(Segment::Done), count(Segment::Passed));
    let each = segments.len().div_ceil(MOST).max(1);
    let bar = segments.chunks(each).map(|several| {
        let shown = several.iter().max().copied().unwrap_or_default();
        html! { <span class={shown.class()}></span> }
    });
    html! { <div class="bar" part="progress" role="img" aria-label={label}>{ for bar }</div> }
}
