//! Back and Forward of the browser.

use std::rc::Rc;

use gloo::events::EventListener;
use yew::prelude::*;

use super::walker::Walker;

/// Hears when the page has gone to another entry of its history.
#[hook]
pub(super) fn use_history(walker: &Rc<Walker>) {
    use_effect_with(walker.clone(), |walker| {
        walker.catch_up();
        let walker = walker.clone();
        let listener = web_sys::window()
            .map(|window| EventListener::new(&window, "popstate", move |_| walker.on_popstate()));
        move || drop(listener)
    });
}
