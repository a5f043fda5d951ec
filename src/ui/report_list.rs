//! The report as a list, with the controls that take it along.

use std::rc::Rc;

use yew::Html;

use crate::Timestamp;
use crate::report_text;
use crate::walk::{Outcome, Report};

use super::copy::copier;
use super::el::{control, el};
use super::view::View;
use super::words;

pub(crate) fn report_list(view: &View<'_>, report: &Report) -> Html {
    let questions = report.questions.iter().map(|line| {
        let said = report_text::said(&line.said);
        row(
            view,
            Outcome::Open,
            (&line.id, &line.asked, said),
            None,
            Some(line.at),
        )
    });
    let fixes = report.fixes.iter().map(|line| {
        let said = report_text::outcome(line.outcome);
        row(
            view,
            line.outcome,
            (&line.id, &line.title, said),
            line.steps,
            line.at,
        )
    });
    let lines = |class, rows: &mut dyn Iterator<Item = Html>| {
        let mut list = el("ol", class);
        for row in rows {
            list = list.add(row);
        }
        list.html()
    };
    let text = report_text::text(report, &|at| view.moment(at));
    el("div", "report")
        .mark("part", "report")
        .add(lines("report-lines plain", &mut { questions }))
        .add(lines("report-lines", &mut { fixes }))
        .add(take(view, &text))
        .html()
}

fn row(
    view: &View<'_>,
    outcome: Outcome,
    (id, what, said): (&str, &str, &str),
    steps: Option<(usize, usize)>,
    at: Option<Timestamp>,
) -> Html {
    let mut said = el("span", "line-said").words(said);
    if let Some((done, all)) = steps {
        said = said.words(&words::steps_done(done, all));
    }
    if let Some(at) = at {
        said = said.add(el("span", "when").words(&view.moment(at)).html());
    }
    el("li", "line")
        .key(id)
        .set("data-id", id)
        .mark("data-outcome", outcome.name())
        .add(el("span", "line-what").words(what).html())
        .add(said.html())
        .html()
}

/// Copy and print. Where the browser refuses to copy, the text is shown to copy by hand.
fn take(view: &View<'_>, text: &str) -> Html {
    let session = view.session.clone();
    let onprint = Rc::new(move |_: &_| session.emit("print", "", ""));
    let print = control("print", "button", onprint).words(words::PRINT);
    let take = el("div", "take");
    let take = copier(
        view.session,
        take,
        text,
        ("copy", "button first", words::COPY),
    );
    let mut take = take.add(print.html());
    if view.session.copied(text) == Some(false) {
        let by_hand = el("pre", "").mark("tabindex", "0").words(text);
        take = take.add(by_hand.html());
    }
    take.html()
}
