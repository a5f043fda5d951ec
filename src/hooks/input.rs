//! Text fields: what is in them, and what is selected.

use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What is in a field; nothing before it is rendered.
#[must_use]
pub fn value(field: &NodeRef) -> String {
    let field = field.cast::<HtmlInputElement>();
    field.map_or_else(String::new, |field| field.value())
}

/// What is in the field that an event is of.
#[must_use]
pub fn typed(event: &InputEvent) -> String {
    let field = event.target_dyn_into::<HtmlInputElement>();
    field.map_or_else(String::new, |field| field.value())
}

/// For `onfocus`: all of it is selected, to copy by hand.
pub fn select_all(event: FocusEvent) {
    if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
        field.select();
    }
}

/// Moves focus to a field once `when` has become true.
#[hook]
pub fn use_focus_when(field: &NodeRef, when: bool) {
    use_effect_with((field.clone(), when), |(field, when)| {
        if *when && let Some(field) = field.cast::<HtmlInputElement>() {
            // What cannot have focus is still seen.
            let _ = field.focus();
        }
    });
}
