//! Copy: the control, and what came of it. The shell copies: it has the fewest words for what a browser may refuse.

use std::rc::Rc;

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
        Rc::new(move |_| session.emit("copy", &words, ""))
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

/// Whether there is anything to copy with: outside a secure context there is no clipboard at all.
pub(crate) fn can_copy() -> bool {
    web_sys::window().is_some_and(|window| window.is_secure_context())
}
