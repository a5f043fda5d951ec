//! What comes after an answer: focus on the heading of the next screen, and its top in sight.
//!
//! Focus and positions are what makes a browser lay out a page. So nothing asks for them between the press and the frame: before
//! the screen changes the page is laid out already, and with the frame after the next one it is again.

use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement, Node, ShadowRoot};
use yew::prelude::*;

use super::after_frame::AfterFrame;
use super::landing::{Landing, approach};
use crate::session::use_session;

/// Puts focus on the screen's heading, `#heading` in the widget's root, and the screen to its place, once for each screen that the
/// reader has come to in this widget: never at load, where they may be anywhere on the page, nor after what another tab said. Focus
/// that the reader has moved before the frame came stays where it is. `place` names the screen.
#[hook]
pub fn use_screen_focus(place: &str) {
    let session = use_session();
    let (by_reader, root) = (session.state.by_reader, session.root);
    let before = use_mut_ref(String::new);
    let landing = use_mut_ref(Landing::default);
    let frame = use_mut_ref(AfterFrame::default);
    use_effect_with(place.to_owned(), move |place| {
        let before = before.replace(place.clone());
        if !before.is_empty()
            && by_reader
            && let Some(root) = root.cast::<HtmlElement>()
        {
            let landing = landing.borrow().clone();
            let left = focused(&root);
            frame.borrow().run_with_another(move || {
                let now = focused(&root);
                if now.is_none() || now == left {
                    focus(&root);
                }
                landing.land(&root);
            });
        }
    });
}

/// Before a screen gives way to another: its top comes to its place, and what has focus in it loses that. Else the browser would do both
/// while the new screen is put together, and lay out the page each time.
pub(super) fn depart(root: &NodeRef) {
    let Some(root) = root.cast::<HtmlElement>() else {
        return;
    };
    approach(&root);
    if let Some(focused) = focused(&root)
        && focused.closest(".stage").is_ok_and(|stage| stage.is_some())
    {
        // What cannot lose it keeps it.
        let _ = focused.blur();
    }
}

/// What has focus in the shadow tree of a node.
pub(super) fn focused(node: &Node) -> Option<HtmlElement> {
    let root: ShadowRoot = node.get_root_node().dyn_into().ok()?;
    root.active_element()?.dyn_into().ok()
}

fn focus(root: &Element) {
    if let Ok(Some(heading)) = root.query_selector("#heading") {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        // An element that cannot have focus leaves it where it is.
        let _ = heading
            .unchecked_into::<HtmlElement>()
            .focus_with_options(&options);
    }
}
