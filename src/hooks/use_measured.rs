//! What only the page knows of an element, once it is laid out.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlImageElement, ResizeObserver};
use yew::prelude::*;

/// Whether the element is wider inside than it is.
#[must_use]
pub fn scrolls(element: &Element) -> bool {
    element.scroll_width() > element.client_width()
}

/// Whether the picture has at least a quarter more to show than it does.
#[must_use]
pub fn shrunk(element: &Element) -> bool {
    let natural = element
        .dyn_ref::<HtmlImageElement>()
        .map(HtmlImageElement::natural_width);
    let shown = element.client_width();
    shown > 0 && natural.is_some_and(|natural| natural / 5 * 4 >= shown.cast_unsigned())
}

/// What `measure` says of an element, now and whenever its size is another or what it shows has come. False until then.
#[hook]
pub fn use_measured(node: &NodeRef, measure: fn(&Element) -> bool) -> bool {
    let said = use_state_eq(|| false);
    let set = said.setter();
    use_effect_with(node.clone(), move |node| {
        let watched = node.cast::<Element>().map(|element| {
            let check = {
                let element = element.clone();
                move || set.set(measure(&element))
            };
            let load = EventListener::new(&element, "load", {
                let check = check.clone();
                move |_| check()
            });
            let resized = Closure::<dyn Fn()>::new(check);
            let observer = ResizeObserver::new(resized.as_ref().unchecked_ref()).ok();
            if let Some(observer) = &observer {
                observer.observe(&element);
            }
            (load, resized, observer)
        });
        move || {
            if let Some((_, _, Some(observer))) = &watched {
                observer.disconnect();
            }
        }
    });
    *said
}
