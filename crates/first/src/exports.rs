//! The first screen for a page: what JavaScript asks of it, in each module that renders one.
//!
//! Belongs here: the screen before it is rendered, and the words of its language. Does not: how the guide was read, and who sees the screen
//! (`web/src/opening.ts`).

use unstuck::host::heading_level;
use unstuck::words;
use unstuck_core::guide::Guide;
use wasm_bindgen::prelude::*;
use web_sys::Element;

use crate::screen::{Setting, screen};

/// The first screen of a guide, not yet rendered.
#[wasm_bindgen]
pub struct FirstScreen {
    guide: Guide,
    setting: Setting,
}

impl FirstScreen {
    /// Of a guide, in the element `host`; `at` is what the guide is called where its author has not named it.
    #[must_use]
    pub fn new(guide: Guide, host: &Element, at: &str) -> Self {
        let setting = Setting {
            heading_level: heading_level(host.get_attribute("heading-level")),
            theme: host.get_attribute("theme").unwrap_or_default().into(),
            stored: host.get_attribute("storage").as_deref() != Some("none"),
        };
        let guide = guide.at(at);
        Self { guide, setting }
    }
}

#[wasm_bindgen]
impl FirstScreen {
    /// The guide's id.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn guide(&self) -> String {
        self.guide.id.clone()
    }

    /// The guide's revision.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn rev(&self) -> u32 {
        self.guide.rev
    }

    /// The guide's language.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn lang(&self) -> String {
        self.guide.lang.clone()
    }

    /// The screen, as HTML.
    pub async fn html(self) -> String {
        screen(self.guide, self.setting).await
    }
}

/// Teaches a language: see `Widget.learn`.
#[wasm_bindgen]
pub fn learn(tag: &str, lang: &str, words: &JsValue) {
    words::learn(tag, lang, unstuck_dom::texts(words));
}
