//! The reader: the WebAssembly module that makes a guide of an article that is not wholly marked. It also renders
//! that article's first screen, before the widget is there. Loaded only for such an article, and for the text of a guide's file.
//!
//! Belongs here: what JavaScript calls. Does not: the rules by which fixes are found (see `unstuck_adopt`).

#[cfg(target_arch = "wasm32")]
mod rebuild;
#[cfg(target_arch = "wasm32")]
mod refusal;

#[cfg(target_arch = "wasm32")]
mod exports {
    #![allow(unreachable_pub, reason = "the exports are for JavaScript")]

    use js_sys::Function;
    use unstuck_adopt::{Prepared, entitle, prepare, wants};
    use unstuck_core::guide::{Guide, Problem};
    use unstuck_first::FirstScreen;
    use wasm_bindgen::prelude::*;
    use web_sys::Element;

    use crate::{rebuild, refusal::refusal};

    /// The guide of an article.
    #[wasm_bindgen]
    pub struct Adopted(Guide);

    #[wasm_bindgen]
    impl Adopted {
        /// As JSON for the widget of the same build.
        pub fn json(&self) -> String {
            self.0.to_json()
        }

        /// Its first screen in the element `host`; `at` is what the guide is called where its author has not named it.
        #[wasm_bindgen(js_name = firstScreen)]
        pub fn first_screen(self, host: &Element, at: &str) -> FirstScreen {
            FirstScreen::new(self.0, host, at)
        }
    }

    /// The guide of an article. `lang` and `title` are what the page says of the article; they count where it says nothing itself.
    /// `doubted` is given by a page that names the article: it is called with the reason where the article may not be meant to be
    /// walked. Without it, such an article is refused.
    ///
    /// # Errors
    /// An `UnstuckRefusal` that says why the article makes no guide.
    #[wasm_bindgen]
    pub fn adopt(
        article: &Element,
        lang: String,
        title: String,
        doubted: Option<Function>,
    ) -> Result<Adopted, JsValue> {
        Ok(Adopted(read(article, lang, title, doubted)?.guide))
    }

    /// The sanitized article, as a new detached element. The arguments are those of `adopt`.
    ///
    /// # Errors
    /// An `UnstuckRefusal` that says why the article makes no guide.
    #[wasm_bindgen]
    pub fn text(
        article: &Element,
        lang: String,
        title: String,
        doubted: Option<Function>,
    ) -> Result<Element, JsValue> {
        rebuild::element(&read(article, lang, title, doubted)?.article)
    }

    fn read(
        article: &Element,
        lang: String,
        title: String,
        doubted: Option<Function>,
    ) -> Result<Prepared, JsValue> {
        let refuse = |problems: Vec<Problem>| refusal("", &problems, |problem| problem.rule.name());
        let mut tree =
            unstuck_dom::tree(article, wants).map_err(|problem| refuse(vec![problem]))?;
        if !lang.is_empty() && tree.attribute("lang").is_none() {
            tree.attributes.push(("lang".into(), lang));
        }
        entitle(&mut tree, || title);
        let prepared = prepare(&tree).map_err(refuse)?;
        match (&prepared.doubt, doubted) {
            (Some(doubt), Some(doubted)) => {
                doubted.call1(&JsValue::NULL, &doubt.to_string().into())?;
            }
            (Some(doubt), None) => return Err(refuse(vec![doubt.clone()])),
            (None, _) => {}
        }
        Ok(prepared)
    }
}

fn main() {}
