//! The clipboard. Where there is none, or it is forbidden, the reader is asked to copy by hand.

use std::rc::Rc;

use js_sys::{Promise, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::AttrValue;

use super::walker::Walker;
use crate::state::{Copied, WalkAction};

#[wasm_bindgen]
extern "C" {
    type Clipboard;
    // The binding of web-sys lets through what is thrown where there is no clipboard, and the instance is dead.
    #[wasm_bindgen(method, catch, js_name = writeText)]
    fn write_text(this: &Clipboard, text: &str) -> Result<Promise, JsValue>;
}

/// Puts a text on the clipboard, and shows whether it is there.
pub(super) fn copy(walker: &Rc<Walker>, text: AttrValue) {
    let walker = walker.clone();
    spawn_local(async move {
        let done = write(&text).await.is_ok();
        walker.dispatch(WalkAction::Copied(Copied { text, done }));
    });
}

async fn write(text: &str) -> Result<(), JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    // Outside of a secure context there is none.
    let clipboard = Reflect::get(&window.navigator(), &"clipboard".into())?;
    let clipboard: Clipboard = clipboard.unchecked_into();
    JsFuture::from(clipboard.write_text(text)?).await.map(drop)
}
