//! The browser's Back and Forward: an entry for each answer, and what was said when it was there.
//!
//! An entry is marked with numbers alone. What was said there is kept in memory and, for after a reload, in sessionStorage:
//! an entry cannot be changed once it is left, and what a reader removes from the device must not stay in one. Nor does
//! anything stay of a widget that keeps nothing. What else is in the state of the page's own entry is left as it is, and one that
//! is no plain object is left unmarked. An entry that is added has it under a name of ours: a router would take its own mark for
//! a page to visit. The shell gives it back when the reader comes from another page. Where the browser does not let the page
//! touch its history (a sandboxed frame), the widget's Back works without it.

use std::cell::{Cell, RefCell};

use js_sys::{Array, Object, Reflect};
use unstuck_core::progress::{Progress, Record};
use unstuck_core::{Seq, Timestamp};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::History;

use super::clock;
use crate::stores::SessionStorage;

/// In an entry's state: which widget added it. Marks of other widgets are copied from the previous entry.
const OWNER: &str = "unstuck";

/// In an entry's state: what the page had in the state of the entry before.
const HOST: &str = "unstuck::host";

thread_local! {
    /// Whether anyone gives the page what was set aside. An app that holds the component keeps its own state in every entry.
    static SETS_ASIDE: Cell<bool> = const { Cell::new(false) };
}

/// From now on, what the page has in the state of an entry is set aside in those that answers add.
pub fn set_host_states_aside() {
    SETS_ASIDE.set(true);
}

/// How long the browser may take to go back (ms) before Back is asked of it again; a second press until then is the same.
const PATIENCE: u64 = 500;

/// What is written on an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    /// Rises by one with each entry.
    number: u64,
    /// Entries of another epoch tell of a past that is no longer this one's.
    epoch: Seq,
    /// The record's sequence number at that entry.
    seq: Seq,
}

/// What was said at an entry.
#[derive(Debug)]
struct Past {
    number: u64,
    seq: Seq,
    progress: Progress,
}

/// Where a widget is in the browser's history.
#[derive(Debug)]
pub(crate) struct Place {
    /// Names its marks.
    name: String,
    guide: String,
    /// Whether what was said may be stored.
    stored: bool,
    /// Number of the entry that the page is at.
    number: Cell<u64>,
    /// The `seq` at which this tab last merged what another one said. Entries from before it hold answers that are not the
    /// newest, and are not gone back to.
    epoch: Cell<Seq>,
    /// When Back was last requested of the browser; `None` once it has answered.
    asked: Cell<Option<Timestamp>>,
    /// The entry whose state is the page's and holds no mark, as JSON, and the mark that it would have.
    unmarked: RefCell<Option<(String, Mark)>>,
    /// What was said at each entry of this page's life.
    past: RefCell<Vec<Past>>,
}

/// What the page has come to by its history.
pub(crate) struct Arrived {
    /// The mark on it.
    pub(crate) mark: Option<Mark>,
    /// Whether it precedes the entry that the page was at.
    pub(crate) backward: bool,
    /// Whether the widget's Back led here.
    pub(crate) asked: bool,
}

impl Place {
    /// Where the page is now: in the history of this guide, or of this widget alone where nothing may be stored.
    pub(crate) fn of(guide: &str, stored: bool, seq: Seq) -> Self {
        let mut name = unstuck_core::persistence::record_name(guide);
        if !stored {
            // Nobody else's: neither another widget's nor that of the page before a reload.
            let random = (js_sys::Math::random() * 1e15) as u64;
            name.push_str(&format!(":{random}"));
        }
        let place = Self::nowhere(guide, name, stored);
        let mark = place.current();
        place.number.set(mark.map_or(0, |mark| mark.number));
        let same = mark.filter(|mark| mark.seq == seq);
        place.epoch.set(same.map_or(seq, |mark| mark.epoch));
        if same.is_none() {
            place.forget();
        }
        place
    }

    /// Outside of a browser.
    pub(crate) fn none() -> Self {
        Self::nowhere("", String::new(), false)
    }

    fn nowhere(guide: &str, name: String, stored: bool) -> Self {
        Self {
            name,
            guide: guide.to_owned(),
            stored,
            number: Cell::default(),
            epoch: Cell::default(),
            asked: Cell::default(),
            unmarked: RefCell::default(),
            past: RefCell::default(),
        }
    }

    /// Writes on the entry that the page is at.
    pub(crate) fn mark(&self, record: &Record) {
        self.keep(record);
        let Some(history) = history() else { return };
        let Ok(before) = history.state() else { return };
        let mark = self.here(record.seq);
        match copy(&before) {
            Some(state) => {
                mark.write(&state, &self.name);
                let _ = history.replace_state_with_url(&state, "", None);
            }
            // The page's own state with no room for a mark: it is recognised by its value.
            None => {
                self.unmarked
                    .replace(as_text(&before).map(|text| (text, mark)));
            }
        }
    }

    /// Adds an entry.
    pub(crate) fn push(&self, record: &Record) {
        let left = self.left();
        self.number.set(self.number.get() + 1);
        self.keep(record);
        let Some(history) = history() else { return };
        let before = history.state().ok();
        let state = before.and_then(|before| copy(&before)).unwrap_or_default();
        // The entry that is left, too: going back to it is no visit either. The page may have written over our mark.
        if SETS_ASIDE.get() && set_aside(&state) {
            if let Some(mark) = left {
                mark.write(&state, &self.name);
            }
            let _ = history.replace_state_with_url(&state, "", None);
        }
        self.here(record.seq).write(&state, &self.name);
        let _ = Reflect::set(&state, &OWNER.into(), &self.name.as_str().into());
        let _ = history.push_state_with_url(&state, "", None);
    }

    /// Asks the browser to go back. Returns whether it will; if not, the widget does it.
    pub(crate) fn back(&self, now: Timestamp, seq: Seq) -> bool {
        if self
            .asked
            .get()
            .is_some_and(|asked| now.since(asked) < PATIENCE)
        {
            return true;
        }
        if self.number.get() == 0 {
            return false;
        }
        // The last entry may be that of another widget of the page, or the page's own.
        if is_of(&self.name) && history().is_some_and(|history| history.back().is_ok()) {
            self.asked.set(Some(now));
            return true;
        }
        self.epoch.set(seq.next(now));
        false
    }

    /// Whether the page is at another entry of this widget's than the last one that this knows of.
    pub(crate) fn has_moved(&self) -> bool {
        self.current()
            .is_some_and(|mark| mark.number != self.number.get())
    }

    /// The page went to another entry.
    pub(crate) fn arrive(&self) -> Arrived {
        let asked = self.asked.take().is_some();
        let mark = self.current();
        // An entry added by the page, such as a link within it, belongs to the current position.
        let number = mark.map_or(self.number.get(), |mark| mark.number);
        let backward = number < self.number.replace(number);
        Arrived {
            mark,
            backward,
            asked,
        }
    }

    /// What was said at an entry, where it still counts.
    pub(crate) fn said(&self, mark: Mark) -> Option<Progress> {
        if mark.epoch == self.epoch.get() {
            self.said_at(mark)
        } else {
            None
        }
    }

    /// What was said elsewhere counts from here on. Another widget of the page has marked the entry already; another tab has
    /// not, and then what was said here before is not gone back to.
    pub(crate) fn merged(&self, seq: Seq) {
        match self.current().filter(|mark| mark.seq == seq) {
            Some(mark) => {
                self.epoch.set(mark.epoch);
                self.number.set(mark.number);
            }
            None => {
                self.epoch.set(seq);
                self.forget();
            }
        }
    }

    fn forget(&self) {
        self.past.take();
        if self.stored {
            SessionStorage::remove_all(&self.prefix());
        }
    }

    /// What no id can hold stands in front of it, so that these names are never a record's.
    fn prefix(&self) -> String {
        format!("unstuck::past:{}:", self.guide)
    }

    fn keep(&self, record: &Record) {
        let number = self.number.get();
        let mut past = self.past.borrow_mut();
        past.retain(|entry| entry.number != number);
        past.push(Past {
            number,
            seq: record.seq,
            progress: record.progress.clone(),
        });
        if self.stored && record.seq > Seq::default() {
            let name = format!("{}{number}", self.prefix());
            SessionStorage::save(&name, &record.to_text());
        }
    }

    fn said_at(&self, mark: Mark) -> Option<Progress> {
        if mark.seq == Seq::default() {
            return Some(Progress::default());
        }
        let past = self.past.borrow();
        let entry = past.iter().find(|entry| entry.number == mark.number);
        if let Some(entry) = entry.filter(|entry| entry.seq == mark.seq) {
            return Some(entry.progress.clone());
        }
        if !self.stored {
            return None;
        }
        let text = SessionStorage::load(&format!("{}{}", self.prefix(), mark.number))?;
        let record = Record::from_text(&text, &self.guide, clock::now()).ok()?;
        (record.seq == mark.seq).then_some(record.progress)
    }

    /// The mark on the entry that the page is at.
    fn current(&self) -> Option<Mark> {
        let state = history()?.state().ok()?;
        if let Some(mark) = mark_of(&state, &self.name) {
            return Some(mark);
        }
        let unmarked = self.unmarked.borrow();
        let (text, mark) = unmarked.as_ref()?;
        (as_text(&state).as_ref() == Some(text)).then_some(*mark)
    }

    /// The mark of the entry that the page is at, by what was said there.
    fn left(&self) -> Option<Mark> {
        let (number, epoch) = (self.number.get(), self.epoch.get());
        let past = self.past.borrow();
        let seq = past.iter().find(|entry| entry.number == number)?.seq;
        Some(Mark { number, epoch, seq })
    }

    /// The mark for where the reader is now.
    fn here(&self, seq: Seq) -> Mark {
        Mark {
            number: self.number.get(),
            epoch: self.epoch.get(),
            seq,
        }
    }

    /// Takes the mark of a widget that keeps nothing off the entry again: nobody else will know it.
    pub(crate) fn leave(&self) {
        if !self.stored
            && let Some(history) = history()
            && let Ok(before) = history.state()
            && let Some(state) = copy(&before)
        {
            let _ = Reflect::delete_property(&state, &self.name.as_str().into());
            let _ = history.replace_state_with_url(&state, "", None);
        }
    }
}

fn history() -> Option<History> {
    web_sys::window()?.history().ok()
}

/// A copy of an entry's state, to be marked; of none an empty one. `None` where it is the page's and not an object as `{}`
/// makes it: a copy of a list, a date or a map would be something else.
fn copy(state: &JsValue) -> Option<Object> {
    let made = Object::new();
    if state.is_null() || state.is_undefined() {
        return Some(made);
    }
    let prototype = |object: &JsValue| Object::get_prototype_of(object);
    if !state.is_object() || !Object::is(&prototype(state), &prototype(&made)) {
        return None;
    }
    Some(Object::assign(&made, state.unchecked_ref()))
}

/// Puts what is the page's in a state under our name. Whether there is any.
fn set_aside(state: &Object) -> bool {
    let host = Object::new();
    if let Ok(earlier) = Reflect::get(state, &HOST.into()) {
        // Of nothing, nothing is copied.
        Object::assign(&host, earlier.unchecked_ref());
    }
    let mut any = false;
    for name in Object::keys(state).iter() {
        if name.as_string().is_some_and(|name| name.starts_with(OWNER)) {
            continue;
        }
        any = true;
        // On plain objects these cannot fail.
        let value = Reflect::get(state, &name).unwrap_or_default();
        let _ = Reflect::set(&host, &name, &value);
        let _ = Reflect::delete_property(state, &name);
    }
    any && Reflect::set(state, &HOST.into(), &host).is_ok()
}

/// A state as JSON, to know it again.
fn as_text(state: &JsValue) -> Option<String> {
    js_sys::JSON::stringify(state).ok()?.as_string()
}

impl Mark {
    fn write(self, state: &Object, name: &str) {
        let part = |number: u64| JsValue::from(number as f64);
        let mark = Array::of3(&part(self.number), &part(self.epoch.0), &part(self.seq.0));
        // Setting a property of a plain object cannot fail.
        let _ = Reflect::set(state, &name.into(), &mark);
    }
}

/// The mark of this name in an entry's state.
fn mark_of(state: &JsValue, name: &str) -> Option<Mark> {
    let mark = Reflect::get(state, &name.into()).ok()?;
    let part = |index| Reflect::get_u32(&mark, index).ok()?.as_f64();
    Some(Mark {
        number: part(0)? as u64,
        epoch: Seq(part(1)? as u64),
        seq: Seq(part(2)? as u64),
    })
}

/// Whether the entry that the page is at was added under this name.
fn is_of(name: &str) -> bool {
    let state = history().and_then(|history| history.state().ok());
    let owner = state.and_then(|state| Reflect::get(&state, &OWNER.into()).ok());
    owner.is_some_and(|owner| owner == name)
}
