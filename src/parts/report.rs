//! The report as a list, with the controls that take it along.

use unstuck_core::walk::{Report, ReportLine};
use yew::prelude::*;

use super::copy::copier;
use super::view::{View, control, t};
use crate::report::text;
use crate::session::Command;

pub(crate) fn report(view: &View, report: &Report) -> Html {
    let questions = report.questions.iter().map(|line| row(view, line));
    let fixes = report.fixes.iter().map(|line| row(view, line));
    html! {
        <div class="report" part="report">
            <ol class="report-lines plain">{ for questions }</ol>
            <ol class="report-lines">{ for fixes }</ol>
            { take(view, &text(report, view.words, &|at| view.moment(at))) }
        </div>
    }
}

fn row(view: &View, line: &ReportLine) -> Html {
    html! {
        <li key={line.id.as_str()} class="line" data-id={line.id.clone()} data-outcome={line.outcome.name()}>
            <span class="line-what">{ t(&line.what) }</span>
            <span class="line-said">
                { t(&line.said) }
                if let Some((done, all)) = line.steps { { t(&view.words.steps_done(&done, &all)) } }
                if let Some(at) = line.at { <span class="when">{ t(&view.moment(at)) }</span> }
            </span>
        </li>
    }
}

/// Copy and print. Where the browser refuses to copy, the text is shown to copy by hand.
fn take(view: &View, text: &str) -> Html {
    html! {
        <div class="take">
            { copier(view, text, "copy", "button first", view.words.copy_report) }
            { control("print", "button", view.words.print, view.session.on(Command::Print)) }
            if view.session.copied(text) == Some(false) { <pre tabindex="0">{ t(text) }</pre> }
        </div>
    }
}
