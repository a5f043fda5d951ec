//! The clipboard. Where there is none, or it is forbidden, the reader is asked to copy by hand.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Clipboard;
use yew::AttrValue;

use super::walker::Walker;
use crate::state::{Copied, WalkAction};

/// Puts a text on the clipboard, and shows whether it is there.
pub(super) fn copy(walker: &Walker, text: AttrValue) {
    let dispatcher = walker.dispatcher.clone();
    spawn_local(async move {
        let done = write(&text).await.is_some();
        dispatcher.dispatch(WalkAction::Copied(Copied { text, done }));
    });
}

async fn write(text: &str) -> Option<()> {
    let navigator = web_sys::window()?.navigator();
    // Outside of a secure context the property is not there, which the typed getter does not tell.
    let clipboard = js_sys::Reflect::get(&navigator, &"clipboard".into()).ok()?;
    let clipboard: Clipboard = clipboard.dyn_into().ok()?;
    JsFuture::from(clipboard.write_text(text)).await.ok()?;
    Some(())
}
