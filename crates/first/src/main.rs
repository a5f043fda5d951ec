//! The module that shows a marked article's first screen before the widget is there: a fraction of its bytes.
//!
//! Belongs here: reading such an article. Does not: the screen (`unstuck_first`), and who sees it (`web/src/opening.ts`).

#[cfg(target_arch = "wasm32")]
mod exports {
    #![allow(unreachable_pub, reason = "the exports are for JavaScript")]

    use unstuck_first::FirstScreen;
    use wasm_bindgen::prelude::*;
    use web_sys::Element;

    /// The first screen of a marked article, in the element `host`; `at` is what the guide is called where its author has not named it.
    /// Nothing where the article is not wholly marked, or not sound.
    #[wasm_bindgen(js_name = firstScreen)]
    pub fn first_screen(article: &Element, host: &Element, at: &str) -> Option<FirstScreen> {
        Some(FirstScreen::new(unstuck_dom::guide(article)?, host, at))
    }
}

fn main() {}
