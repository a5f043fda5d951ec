//! A sheet over the card: a modal dialog that the browser itself keeps focus in, and closes on Escape.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlDialogElement};
use yew::Html;

use super::el::{When, control, el};
use super::icon::Icon;
use super::session::Over;
use super::view::View;
use super::words;

/// The sheet, empty and closed where nothing lies over the card. It is always there: closing it is what gives focus back
/// to where it was opened from.
pub(crate) fn sheet(view: &View<'_>, held: Option<(&str, Html)>) -> Html {
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
    let mut dialog = el("dialog", "sheet")
        .mark("aria-labelledby", "sheet-title")
        .on(When::Cancelled, close(true, false))
        .on(When::Pressed, close(false, true));
    if let Some((title, children)) = held {
        let title = el("h2", "sheet-title")
            .mark("id", "sheet-title")
            .words(title);
        let cross = control("close", "link icon-only", close(false, false))
            .mark("aria-label", words::CLOSE)
            .add(Icon::Close.html());
        let head = el("div", "sheet-head").add(title.html()).add(cross.html());
        dialog = dialog.add(
            el("div", "sheet-inner")
                .add(head.html())
                .add(children)
                .html(),
        );
    }
    dialog.html()
}

/// Opens or closes the sheet as it was rendered.
pub(crate) fn settle(root: &Element, open: bool) {
    let Ok(Some(dialog)) = root.query_selector("dialog") else {
        return;
    };
    let dialog: &HtmlDialogElement = dialog.unchecked_ref();
    if dialog.open() == open {
        return;
    }
    if !open {
        dialog.close();
    } else if dialog.show_modal().is_err() {
        // Not to be shown over the page: then in its flow.
        dialog.set_open(true);
    }
}
