//! Solved: the fix that did it, how long it took, and what keeps it so.

use yew::Html;

use crate::guide::Fix;
use crate::progress::GivenAnswer;
use crate::report_text::{self, lasted};
use crate::walk::report;

use super::el::{el, several};
use super::icon::drawing;
use super::passages::add;
use super::report_list::report_list;
use super::view::{View, fact};
use super::words;

/// A disc and a check in it.
const DONE: [&str; 2] = [
    "M3 32a29 29 0 1 0 58 0a29 29 0 1 0-58 0Z",
    "m19 33.5 9 9 17.5-20",
];

pub(crate) fn solved(view: &View<'_>, fix: &Fix, given: GivenAnswer) -> Html {
    let guide = &view.session.guide;
    let started = view.progress.started().unwrap_or(given.at);
    let facts = el("dl", "facts")
        .add(fact(words::SOLVED_BY, &fix.title))
        .add(fact(words::TOOK, &lasted(started, given.at)));
    let mut after = el("div", "body");
    if !guide.after.is_empty() {
        after = add(view, after.add(view.label(words::TO_KNOW)), &guide.after);
    }
    let summary = el("summary", "")
        .mark("data-action", "report")
        .words(words::TRIED);
    let tried = el("details", "again")
        .mark("part", "report")
        .add(summary.html())
        .add(report_list(view, &report(guide, view.progress)));
    several(vec![
        drawing("done-mark", "0 0 64 64", &DONE),
        view.heading("fix", report_text::solved(&guide.verdict)),
        facts.html(),
        after.html(),
        tried.html(),
    ])
}
