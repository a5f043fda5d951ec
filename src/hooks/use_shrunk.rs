//! Whether a picture is shown smaller than it is, which only the page knows, once it is laid out.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{HtmlImageElement, ResizeObserver};
use yew::prelude::*;

/// Of pictures narrower than this, in CSS pixels, the button for a larger one (44 with 8 on each side) would cover most: they are icons.
const LEAST_SHOWN: u32 = 88;

/// Whether the picture has at least a quarter more to show than it does, now and at whatever size it gets. False until it has come,
/// and for icons.
#[hook]
pub fn use_shrunk(node: &NodeRef) -> bool {
    let said = use_state_eq(|| false);
    let set = said.setter();
    use_effect_with(node.clone(), move |node| {
        let watched = node.cast::<HtmlImageElement>().map(|image| {
            let check = {
                let image = image.clone();
                move || {
                    let shown = image.client_width().cast_unsigned();
                    set.set(shown >= LEAST_SHOWN && image.natural_width() / 5 * 4 >= shown);
                }
            };
            let load = EventListener::new(&image, "load", {
                let check = check.clone();
                move |_| check()
            });
            let resized = Closure::<dyn Fn()>::new(check);
            let observer = ResizeObserver::new(resized.as_ref().unchecked_ref()).ok();
            if let Some(observer) = &observer {
                observer.observe(&image);
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
