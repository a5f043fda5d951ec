//! A control that copies a text, and what came of it.

use yew::prelude::*;

use super::view::{View, control, t};
use crate::hooks::Clipboard;

/// What is copied, and the control's action, class and name until it was.
pub(crate) struct Copier {
    pub(crate) text: AttrValue,
    pub(crate) action: &'static str,
    pub(crate) class: &'static str,
    pub(crate) name: &'static str,
}

/// Whether this text was copied; none where nobody asked for it last.
pub(crate) fn copied(clipboard: &Clipboard, text: &str) -> Option<bool> {
    let (asked, well) = clipboard.outcome.as_ref()?;
    (asked == text).then_some(*well)
}

/// The control, and a status that says what came of it.
pub(crate) fn copier(view: &View, clipboard: &Clipboard, of: Copier) -> Html {
    let words = view.words;
    let (name, class, status) = match copied(clipboard, &of.text) {
        None => (of.name, "unseen", ""),
        Some(true) => (words.copied, "unseen", words.copied),
        Some(false) => (of.name, "small", words.copy_failed),
    };
    let onclick = clipboard.copy.reform(move |_| of.text.clone());
    html! {
        <>
            { control(of.action, of.class, name, onclick) }
            // There before its words change, or they would not be heard.
            <p {class} role="status">{ t(status) }</p>
        </>
    }
}
