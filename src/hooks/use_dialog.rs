//! A modal dialog: the browser itself keeps focus in it, closes it on Escape, and gives focus back when it closes.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

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

/// Opens and closes the dialog as `open` says. The element is always rendered, empty where it is closed: closing it is what
/// gives focus back to where it was opened from.
#[hook]
pub fn use_dialog(open: bool, close: Callback<()>) -> DialogHandle {
    let node = use_node_ref();
    use_effect_with((node.clone(), open), |(node, open)| {
        if let Some(dialog) = node.cast::<HtmlDialogElement>() {
            settle(&dialog, *open);
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

fn settle(dialog: &HtmlDialogElement, open: bool) {
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
