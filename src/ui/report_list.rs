//! The report as a list, with the controls that take it along.

use std::rc::Rc;

use yew::Html;

use crate::walk::{Report, ReportLine};

use super::copy::copier;
use super::el::{control, el};
use super::view::View;
use super::words;

pub(crate) fn report_list(view: &View<'_>, report: &Report) -> Html {
    let lines = |class, lines: &[ReportLine]| {
        let mut list = el("ol", class);
        for line in lines {
            list = list.add(row(view, line));
        }
        list.html()
    };
    let text = report.text(&|at| view.moment(at));
    el("div", "report")
        .mark("part", "report")
        .add(lines("report-lines plain", &report.questions))
        .add(lines("report-lines", &report.fixes))
        .add(take(view, &text))
        .html()
}

fn row(view: &View<'_>, line: &ReportLine) -> Html {
    let mut said = el("span", "line-said").words(&line.said);
    if let Some((done, all)) = line.steps {
        said = said.words(&words::steps_done(done, all));
    }
    if let Some(at) = line.at {
        said = said.add(el("span", "when").words(&view.moment(at)).html());
    }
    el("li", "line")
        .key(&line.id)
        .set("data-id", &line.id)
        .mark("data-outcome", line.outcome.name())
        .add(el("span", "line-what").words(&line.what).html())
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
