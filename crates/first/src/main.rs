//! The module that shows a marked article's first screen before the widget is there: a fraction of its bytes.
//!
//! Belongs here: what JavaScript calls. Does not: what the screen is (`screen`), and who sees it (`web/src/opening.ts`).

#[cfg(target_arch = "wasm32")]
mod screen;

#[cfg(target_arch = "wasm32")]
mod exports {
    #![allow(unreachable_pub, reason = "the exports are for JavaScript")]

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

    #[wasm_bindgen]
    impl FirstScreen {
        /// Of a marked article, in the element `host`; `at` is what the guide is called where its author has not named it. Nothing where
        /// the article is not wholly marked, or not sound.
        #[wasm_bindgen(js_name = fromArticle)]
        pub fn from_article(article: &Element, host: &Element, at: &str) -> Option<Self> {
            let guide = unstuck_dom::guide(article)?.at(at);
            let setting = Setting {
                heading_level: heading_level(host.get_attribute("heading-level")),
                theme: host.get_attribute("theme").unwrap_or_default().into(),
                stored: host.get_attribute("storage").as_deref() != Some("none"),
            };
            Some(Self { guide, setting })
        }

        /// The guide's id.
        #[wasm_bindgen(getter)]
        pub fn guide(&self) -> String {
            self.guide.id.clone()
        }

        /// The guide's revision.
        #[wasm_bindgen(getter)]
        pub fn rev(&self) -> u32 {
            self.guide.rev
        }

        /// The guide's language.
        #[wasm_bindgen(getter)]
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
}

fn main() {}
