//! The browser's Back and Forward: an entry for each answer, each with the record as it stood there.
//!
//! What else is in an entry's state is left as it is: the page may keep its own things there. Where the browser does not
//! let the page touch its history (a sandboxed frame), the widget's own Back is enough.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::History;

/// What is written on an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Rises by one with each entry.
    pub number: u64,
    /// Entries of another epoch tell of a past that is no longer this one's: see `Session`.
    pub epoch: crate::Seq,
    /// The record as it stood there.
    pub record: String,
}

/// Who added the entry; its other marks are handed on from the one before.
const OWNER: &str = "unstuck";

fn history() -> Option<History> {
    web_sys::window()?.history().ok()
}

/// The mark of the entry that the page is at.
#[must_use]
#[inline(never)]
pub fn current(name: &str) -> Option<Mark> {
    let state = history()?.state().ok()?;
    let mark = js_sys::Reflect::get(&state, &name.into()).ok()?;
    let part = |index| js_sys::Reflect::get_u32(&mark, index).ok();
    let number = |index| Some(part(index)?.as_f64()? as u64);
    Some(Mark {
        number: number(0)?,
        epoch: crate::Seq(number(1)?),
        record: part(2)?.as_string()?,
    })
}

/// Marks the entry that the page is at.
#[inline(never)]
pub fn mark(name: &str, mark: &Mark) {
    if let Some(history) = history() {
        let _ = history.replace_state_with_url(&state(&history, name, mark), "", None);
    }
}

/// Adds an entry.
pub fn push(name: &str, mark: &Mark) {
    if let Some(history) = history() {
        let state = state(&history, name, mark);
        let _ = js_sys::Reflect::set(&state, &OWNER.into(), &name.into());
        let _ = history.push_state_with_url(&state, "", None);
    }
}

/// Whether the entry that the page is at was added under this name.
#[must_use]
pub fn is_of(name: &str) -> bool {
    let state = history().and_then(|history| history.state().ok());
    let owner = state.and_then(|state| js_sys::Reflect::get(&state, &OWNER.into()).ok());
    owner.is_some_and(|owner| owner == name)
}

/// Goes back one entry; the page hears of it by `popstate`. Whether that could be asked for.
#[must_use]
pub fn back() -> bool {
    history().is_some_and(|history| history.back().is_ok())
}

fn state(history: &History, name: &str, mark: &Mark) -> JsValue {
    let state = js_sys::Object::new();
    if let Ok(before) = history.state()
        && before.is_object()
    {
        js_sys::Object::assign(&state, before.unchecked_ref());
    }
    let list = js_sys::Array::of3(
        &(mark.number as f64).into(),
        &(mark.epoch.0 as f64).into(),
        &mark.record.as_str().into(),
    );
    let _ = js_sys::Reflect::set(&state, &name.into(), &list);
    state.into()
}
