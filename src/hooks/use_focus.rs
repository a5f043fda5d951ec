//! What comes after an answer: focus on the heading of the next screen, and its top in sight.

use web_sys::{Element, FocusOptions, HtmlElement};
use yew::prelude::*;

use super::landing::Landing;
use crate::session::use_session;

/// Puts focus on the screen's heading, `#heading` in `root`, and the screen to its place, once for each screen that the reader
/// has come to in this widget: never at load, where they may be anywhere on the page, nor after what another tab said. `place`
/// names the screen.
#[hook]
pub fn use_screen_focus(root: &NodeRef, place: &str) {
    let by_reader = use_session().state.by_reader;
    let before = use_mut_ref(String::new);
    let landing = use_mut_ref(Landing::default);
    let root = root.clone();
    use_effect_with(place.to_owned(), move |place| {
        let before = before.replace(place.clone());
        if !before.is_empty()
            && by_reader
            && let Some(root) = root.cast::<HtmlElement>()
        {
            focus(&root);
            landing.borrow().land(&root);
        }
    });
}

fn focus(root: &Element) {
    if let Ok(Some(heading)) = root.query_selector("#heading") {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let heading: &HtmlElement = wasm_bindgen::JsCast::unchecked_ref(&heading);
        // An element that cannot have focus leaves it where it is.
        let _ = heading.focus_with_options(&options);
    }
}
