//! Whether there is room for what stands beside the card: the style sheet decides, by the widget's own width.

use std::cell::Cell;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlElement, ResizeObserver};
use yew::prelude::*;

use super::after_frame::AfterFrame;
use crate::session::{Command, use_session};

/// Tells the walk whether the box of `node` shows, now and whenever that changes. `there`: whether it is rendered.
#[hook]
pub fn use_width(node: &NodeRef, there: bool) {
    let session = use_session();
    let (run, root) = (session.run, session.root);
    use_effect_with((node.clone(), there), move |(node, _)| {
        let boxes = node.cast::<HtmlElement>().zip(root.cast::<HtmlElement>());
        let watched = boxes.map(|(element, root)| {
            let frame = AfterFrame::default();
            let told = Cell::new(None);
            let resized = Closure::<dyn Fn()>::new({
                let (element, root) = (element.clone(), root.clone());
                move || {
                    let wide = element.offset_width() > 0;
                    // A widget that is not seen itself, behind a first screen or in a closed tab, has no width to go by.
                    if root.offset_width() > 0 && told.replace(Some(wide)) != Some(wide) {
                        let run = run.clone();
                        // What comes of it changes the box: in the same frame the page would be told of a loop.
                        frame.run(move || run.emit(Command::Widen(wide)));
                    }
                }
            });
            let observer = ResizeObserver::new(resized.as_ref().unchecked_ref()).ok();
            if let Some(observer) = &observer {
                observer.observe(element.unchecked_ref::<Element>());
                // A box that does not show has no size before the widget is seen, and none after.
                observer.observe(root.unchecked_ref::<Element>());
            }
            (resized, observer)
        });
        move || {
            if let Some((_, Some(observer))) = &watched {
                observer.disconnect();
            }
        }
    });
}
