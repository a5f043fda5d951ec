//! The report as a list, with the controls that take it along.

use std::rc::Rc;

use wasm_bindgen::prelude::{Closure, JsCast, JsValue};
use yew::Html;

use crate::walk::{Report, ReportLine};

use super::el::{control, el};
use super::session::Session;
use super::view::View;
use super::words;

pub(crate) fn report_list(view: &View<'_>, report: &Report) -> Html {
    let lines = |class, lines: &[ReportLine]| {
        let mut rows = lines.iter().map(|line| row(view, line));
        el("ol", class).all(&mut rows).html()
    };
    let text = report.text(|at| view.moment(at));
    el("div", "report")
        .mark("part", "report")
        .add(lines("report-lines plain", &report.questions))
        .add(lines("report-lines", &report.fixes))
        .add(take(view, text))
        .html()
}

fn row(view: &View<'_>, line: &ReportLine) -> Html {
    let mut said = el("span", "line-said").words(line.said);
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

/// Copy and print. Copying is asked of the browser, which may refuse; then the text is shown to copy by hand.
fn take(view: &View<'_>, text: String) -> Html {
    let copied = view.session.copied();
    let done = copied == Some(true);
    let failed = copied == Some(false);
    let shown = text.clone();
    let oncopy = {
        let session = view.session.clone();
        Rc::new(move |_: &_| copy(&text, &session))
    };
    let onprint = Rc::new(|_: &_| {
        if let Some(window) = web_sys::window() {
            // A page may forbid it (a sandboxed frame); then there is nothing to print with.
            let _ = window.print();
        }
    });
    let label = if done { words::COPIED } else { words::COPY };
    // There before its words change, or they would not be heard.
    let status = el("p", if failed { "small" } else { "unseen" })
        .mark("role", "status")
        .words(match copied {
            Some(true) => words::COPIED,
            Some(false) => words::COPY_FAILED,
            None => "",
        });
    let mut take = el("div", "take")
        .add(control("copy", "button first", oncopy).words(label).html())
        .add(
            control("print", "button", onprint)
                .words(words::PRINT)
                .html(),
        )
        .add(status.html());
    if failed {
        let by_hand = el("pre", "").mark("tabindex", "0").words(&shown);
        take = take.add(by_hand.html());
    }
    take.html()
}

/// Copies, and says whether it went well.
fn copy(words: &str, session: &Rc<Session>) {
    let Some(window) = web_sys::window() else {
        return;
    };
    // Outside a secure context there is no clipboard at all: calling it would trap.
    let navigator = window.navigator();
    let there = js_sys::Reflect::get(&navigator, &"clipboard".into());
    if !there.is_ok_and(|clipboard| clipboard.is_object()) {
        session.set_copied(false);
        return;
    }
    let said = |well: bool| {
        let session = session.clone();
        Closure::once_into_js(move |_: JsValue| session.set_copied(well))
    };
    let promise = navigator.clipboard().write_text(words);
    if let Ok(then) = js_sys::Reflect::get(&promise, &"then".into()) {
        let then: &js_sys::Function = then.unchecked_ref();
        let _ = then.call2(&promise, &said(true), &said(false));
    }
}
