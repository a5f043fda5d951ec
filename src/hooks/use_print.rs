//! What paper needs and the screen does not: what is folded is open, and where and when it was printed.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use super::clock;
use super::page::own_address;
use crate::session::{Command, Session, use_session};
use crate::state::Print;

/// What the reader has folded, and what was opened for them.
const FOLDED: &str = "details:not([open])";
const OPENED: &str = "details[data-printed]";

/// Unfolds what is in the widget while the page is printed, and tells the walk of that print.
#[hook]
pub fn use_print() {
    let Session { root, run, .. } = use_session();
    use_effect_with(root, move |root| {
        let on = |event: &'static str, then: Box<dyn Fn()>| {
            web_sys::window().map(|window| EventListener::new(&window, event, move |_| then()))
        };
        let (before, after) = ((root.clone(), run.clone()), (root.clone(), run));
        let listeners = (
            on(
                "beforeprint",
                Box::new(move || {
                    fold(&before.0, FOLDED, false);
                    before.1.emit(Command::OnPaper(Some(Print {
                        at: clock::now(),
                        address: own_address().whole(),
                    })));
                }),
            ),
            on(
                "afterprint",
                Box::new(move || {
                    fold(&after.0, OPENED, true);
                    after.1.emit(Command::OnPaper(None));
                }),
            ),
        );
        move || drop(listeners)
    });
}

fn fold(root: &NodeRef, selector: &str, folded: bool) {
    let all = root
        .cast::<Element>()
        .and_then(|root| root.query_selector_all(selector).ok());
    let all = all.into_iter().flat_map(|all| js_sys::Array::from(&all));
    for details in all.filter_map(|node| node.dyn_into::<Element>().ok()) {
        // Neither name is ever refused.
        let _ = details.toggle_attribute_with_force("open", !folded);
        let _ = details.toggle_attribute_with_force("data-printed", !folded);
    }
}
