//! A modal dialog: the browser itself keeps focus in it, closes it on Escape, and gives focus back when it closes.

use wasm_bindgen::JsCast;
use web_sys::{FocusOptions, HtmlDialogElement, HtmlElement};
use yew::prelude::*;

use super::use_focus::focused;

/// What the `<dialog>` element is given.
#[derive(Clone, PartialEq)]
pub struct DialogHandle {
    /// For `ref`.
    pub node: NodeRef,
    /// For `onclick`: a press on the backdrop closes.
    pub onclick: Callback<MouseEvent>,
    /// For `oncancel`: Escape closes by the state, not by the browser.
    pub oncancel: Callback<Event>,
}

/// Opens and closes the dialog as `open` says, and closes it before it is taken off the page. Where it turns to something else
/// while it is open (`title`), focus goes to what is marked `autofocus`, or else to its heading.
#[hook]
pub fn use_dialog(open: bool, title: &AttrValue, close: Callback<()>) -> DialogHandle {
    let node = use_node_ref();
    // Comes first: what has just been opened is given its focus below.
    use_effect_with((node.clone(), title.clone()), |(node, title)| {
        if let Some(dialog) = node.cast::<HtmlDialogElement>()
            && dialog.open()
            && !title.is_empty()
        {
            focus_within(&dialog);
        }
    });
    use_effect_with((node.clone(), open), |(node, open)| {
        let opened = node
            .cast::<HtmlDialogElement>()
            .filter(|_| *open)
            .map(|dialog| {
                let before = focused(&dialog);
                show(&dialog);
                // Firefox would choose the first that Tab comes to, which is not the title.
                focus_within(&dialog);
                (dialog, before)
            });
        move || {
            if let Some((dialog, before)) = opened {
                hide(&dialog, before);
            }
        }
    });
    let onclick = {
        let close = close.clone();
        Callback::from(move |event: MouseEvent| {
            // A press on the backdrop reaches the dialog itself, one on the content something inside it.
            if event.target_dyn_into::<HtmlDialogElement>().is_some() {
                close.emit(());
            }
        })
    };
    let oncancel = Callback::from(move |event: Event| {
        event.prevent_default();
        close.emit(());
    });
    DialogHandle {
        node,
        onclick,
        oncancel,
    }
}

fn show(dialog: &HtmlDialogElement) {
    if !dialog.open() && dialog.show_modal().is_err() {
        // Not to be shown over the page: then in its flow.
        dialog.set_open(true);
    }
}

fn hide(dialog: &HtmlDialogElement, before: Option<HtmlElement>) {
    dialog.close();
    // Not in every engine does the dialog give focus back here.
    if focused(dialog).is_none()
        && let Some(before) = before
    {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        // What is gone meanwhile cannot have it.
        let _ = before.focus_with_options(&options);
    }
}

fn focus_within(dialog: &HtmlDialogElement) {
    for selector in ["[autofocus]", "[tabindex]"] {
        if let Ok(Some(element)) = dialog.query_selector(selector) {
            let _ = element.unchecked_into::<HtmlElement>().focus();
            return;
        }
    }
}
