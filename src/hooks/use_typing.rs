//! What is typed into the widget stays in it: outside of a shadow root a field looks like any element, and a page's shortcuts
//! would take its letters.
//!
//! Belongs here: which events the page does not get. Does not: what a key does. That is the browser's, and goes on.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

/// Events of a text field that would leave a shadow root.
const EVENTS: [&str; 11] = [
    "keydown",
    "keypress",
    "keyup",
    "beforeinput",
    "input",
    "compositionstart",
    "compositionupdate",
    "compositionend",
    "cut",
    "copy",
    "paste",
];

/// Ends these events around `root` and its dialogs, once Yew has had them. A page that listens in the capture phase has them
/// before that.
#[hook]
pub fn use_typing(root: &NodeRef) {
    use_effect_with(root.clone(), |root| {
        let around = root
            .cast::<Element>()
            .and_then(|root| root.parent_element());
        let listeners = around.map(|around| {
            EVENTS.map(|kind| {
                EventListener::new(&around, kind, |event| {
                    if is_ours(event) {
                        event.stop_propagation();
                    }
                })
            })
        });
        move || drop(listeners)
    });
}

fn is_ours(event: &Event) -> bool {
    let Some(target) = event.target().and_then(|it| it.dyn_into::<Element>().ok()) else {
        return false;
    };
    let is = |selector| target.closest(selector).is_ok_and(|found| found.is_some());
    let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
        return is("input, textarea");
    };
    match event.key().as_str() {
        // Who keeps focus in a dialog of the page's own goes by it.
        "Tab" => false,
        // Closes the innermost dialog alone.
        "Escape" => is("dialog"),
        " " | "Enter" => is("a, button, input, select, summary, textarea"),
        _ => is("input:not([type=checkbox]), textarea, select"),
    }
}
