//! A control that copies a text, and what came of it.

use yew::prelude::*;

use super::view::{View, control, t};
use crate::session::Command;

/// The control, and a status that says what came of it. The control's action, class and name, until the text was copied.
pub(crate) fn copier(
    view: &View,
    text: &str,
    action: &'static str,
    class: &'static str,
    name: &str,
) -> Html {
    let words = view.words;
    let (name, seen, status) = match view.session.copied(text) {
        None => (name, "unseen", ""),
        Some(true) => (words.copied(), "unseen", words.copied()),
        Some(false) => (name, "small", words.copy_failed()),
    };
    let copy = view.session.on(Command::Copy(text.to_owned().into()));
    html! {
        <>
            { control(action, class, name, copy) }
            // It exists before its text changes, or screen readers would not announce it.
            <p class={seen} role="status">{ t(status) }</p>
        </>
    }
}
