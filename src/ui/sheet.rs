//! A sheet over the card: a modal dialog that the browser itself keeps focus in, and closes on Escape.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlDialogElement, HtmlElement};
use yew::Html;

use super::el::{When, control, el};
use super::icon::Icon;
use super::session::Over;
use super::view::View;
use super::words;

/// A sheet, open for as long as it is rendered.
pub(crate) fn sheet(view: &View<'_>, title: &str, children: Html) -> Html {
    let close = |prevent: bool, backdrop: bool| {
        let session = view.session.clone();
        Rc::new(move |event: &Event| {
            if prevent {
                event.prevent_default();
            }
            // A press on the backdrop reaches the dialog itself, one on the content something inside it.
            let dialog = |target: web_sys::EventTarget| target.has_type::<HtmlDialogElement>();
            if !backdrop || event.target().is_some_and(dialog) {
                session.lay(Over::Nothing);
            }
        })
    };
    let title = el("h2", "sheet-title")
        .mark("id", "sheet-title")
        .words(title);
    let cross = control("close", "link icon-only", close(false, false))
        .mark("aria-label", words::CLOSE)
        .add(Icon::Close.html());
    let head = el("div", "sheet-head").add(title.html()).add(cross.html());
    let inner = el("div", "sheet-inner").add(head.html()).add(children);
    el("dialog", "sheet")
        .mark("aria-labelledby", "sheet-title")
        .on(When::Cancelled, close(true, false))
        .on(When::Pressed, close(false, true))
        .add(inner.html())
        .html()
}

/// Opens the sheet that was rendered, if one was.
pub(crate) fn open(root: &HtmlElement) {
    if let Ok(Some(dialog)) = root.query_selector("dialog:not([open])") {
        let dialog: &HtmlDialogElement = dialog.unchecked_ref();
        if dialog.show_modal().is_err() {
            // Not to be shown over the page: then in its flow.
            dialog.set_open(true);
        }
    }
}
