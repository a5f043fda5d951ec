//! The report as a list, with the controls that take it along.

use unstuck_core::Timestamp;
use unstuck_core::walk::{Outcome, Report};
use yew::prelude::*;

use super::copy::copier;
use super::view::{View, control, exact, t};
use crate::report::text;
use crate::session::Command;

pub(crate) fn report(view: &View, report: &Report) -> Html {
    let words = view.words;
    let questions = report.questions.iter().map(|question| {
        let said = t(words.said(&question.said));
        row(
            view,
            &question.id,
            &question.asked,
            Outcome::Open,
            said,
            Some(question.at),
        )
    });
    let fixes = report.fixes.iter().map(|fix| {
        let said = html! {
            <>
                { t(words.outcome(fix.outcome)) }
                if let Some((done, all)) = fix.steps { { t(&words.steps_done(&done, &all)) } }
            </>
        };
        row(view, &fix.id, &fix.title, fix.outcome, said, fix.at)
    });
    html! {
        <div class="report" part="report">
            <ol class="report-lines plain">{ for questions }</ol>
            <ol class="report-lines">{ for fixes }</ol>
            { take(view, &text(report, words, &|at| view.moment(at))) }
        </div>
    }
}

fn row(
    view: &View,
    id: &str,
    what: &str,
    outcome: Outcome,
    said: Html,
    at: Option<Timestamp>,
) -> Html {
    html! {
        <li key={id} class="line" data-id={id.to_owned()} data-outcome={outcome.name()}>
            <span class="line-what">{ t(what) }</span>
            <span class="line-said">
                { said }
                if let Some(at) = at { <span class="when">{ t(&view.moment(at)) }</span> }
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
            if view.session.copied(text) == Some(false) { <pre tabindex="0">{ exact(text) }</pre> }
        </div>
    }
}
