//! Copy: the control, and what came of it. Copying is asked of the browser, which may refuse.

use std::rc::Rc;

use wasm_bindgen::prelude::{Closure, JsCast, JsValue};
use web_sys::Navigator;

use super::el::{El, Press, control, el};
use super::session::Session;
use super::words;

/// Adds the control that copies `words`, and what is said of it. The control's action, class and name, until it did.
pub(crate) fn copier(
    session: &Rc<Session>,
    to: El,
    words: &str,
    (action, class, name): (&'static str, &'static str, &'static str),
) -> El {
    let press: Press = {
        let (session, words) = (session.clone(), words.to_owned());
        Rc::new(move |_| copy(&words, &session))
    };
    let (name, seen, status) = match session.copied(words) {
        None => (name, "unseen", ""),
        Some(true) => (words::COPIED, "unseen", words::COPIED),
        Some(false) => (name, "small", words::COPY_FAILED),
    };
    // There before its words change, or they would not be heard.
    let status = el("p", seen).mark("role", "status").words(status);
    to.add(control(action, class, press).words(name).html())
        .add(status.html())
}

/// What copies. Outside a secure context there is no clipboard at all: calling it would trap.
fn clipboard() -> Option<Navigator> {
    let navigator = web_sys::window()?.navigator();
    let there = js_sys::Reflect::get(&navigator, &"clipboard".into());
    there
        .is_ok_and(|there| there.is_object())
        .then_some(navigator)
}

/// Whether there is anything to copy with.
pub(crate) fn can_copy() -> bool {
    clipboard().is_some()
}

/// Copies, and says whether it went well.
fn copy(words: &str, session: &Rc<Session>) {
    let Some(navigator) = clipboard() else {
        session.set_copied(words, false);
        return;
    };
    let said = |well: bool| {
        let (session, words) = (session.clone(), words.to_owned());
        Closure::once_into_js(move |_: JsValue| session.set_copied(&words, well))
    };
    let promise = navigator.clipboard().write_text(words);
    if let Ok(then) = js_sys::Reflect::get(&promise, &"then".into()) {
        let then: &js_sys::Function = then.unchecked_ref();
        let _ = then.call2(&promise, &said(true), &said(false));
    }
}
