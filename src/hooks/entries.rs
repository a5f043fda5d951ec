//! What is known of the entries of the browser's history: which of them are a walk's, and where each widget was at them.
//!
//! Belongs here: recognising an entry again, and what its state holds. Does not: what was said there (`history.rs`).
//!
//! An entry is known by the key that the Navigation API gives it: that survives whatever a host's router writes on the entry,
//! and is not copied with a state. So nothing is written on an entry of the host's. Browsers without it are left a mark in the
//! state.

use std::cell::RefCell;

use gloo::events::EventListener;
use js_sys::{Array, Object, Reflect};
use unstuck_core::Seq;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{EventTarget, History};

use crate::stores::SessionStorage;

/// Begins every name of ours in a state.
const OURS: &str = "unstuck:";
/// In the state of an entry that a widget added: the state of the host's entry on which the walk began. The shell gives it
/// back to the host when the reader comes to the entry from elsewhere.
const HOST: &str = "unstuck::host";

/// What a widget knows of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    /// Rises by one with each entry that the widget adds.
    pub(super) number: u64,
    /// Entries of another epoch tell of a past that is no longer this one's.
    pub(super) epoch: Seq,
    /// The record's sequence number at that entry.
    pub(super) seq: Seq,
    /// The host's entry and all that widgets added on it are one run; the host hears of no move within it.
    pub(super) run: u64,
    /// Whether the widget added it.
    pub(super) added: bool,
}

/// The name under which a widget's marks are, and whether they may be stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Owner {
    pub(super) name: String,
    pub(super) stored: bool,
}

#[derive(Clone)]
struct Known {
    owner: Owner,
    key: String,
    mark: Mark,
}

thread_local! {
    static KNOWN: RefCell<Vec<Known>> = const { RefCell::new(Vec::new()) };
    /// The entry that the page was at before: its key and its page.
    static LEFT: RefCell<Option<(String, String)>> = const { RefCell::new(None) };
    static LISTENER: RefCell<Option<EventListener>> = const { RefCell::new(None) };
}

pub(super) fn history() -> Option<History> {
    web_sys::window()?.history().ok()
}

/// The state of the entry that the page is at.
fn state() -> Option<JsValue> {
    history()?.state().ok()
}

/// The page of an address. Its fragment is a place in it, unless it is a route.
fn page_of(address: &str) -> String {
    let (page, fragment) = address.split_once('#').unwrap_or((address, ""));
    if fragment.starts_with(['/', '!']) {
        return address.to_owned();
    }
    page.to_owned()
}

/// The page that the reader is on.
pub(super) fn page() -> Option<String> {
    Some(page_of(&web_sys::window()?.location().href().ok()?))
}

/* ---- By key ---- */

fn get(object: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(object, &name.into()).ok()
}

fn navigation() -> Option<JsValue> {
    get(web_sys::window()?.as_ref(), "navigation")
}

fn key_of(entry: &JsValue) -> Option<String> {
    get(entry, "key")?.as_string().filter(|key| !key.is_empty())
}

/// The key of the entry that the page is at, where there are keys.
fn key() -> Option<String> {
    key_of(&get(&navigation()?, "currentEntry")?)
}

/// Notes from now on which entry is left.
pub(super) fn follow() {
    if key().is_none() || LISTENER.with_borrow(Option::is_some) {
        return;
    }
    let Some(target) = navigation().and_then(|of| of.dyn_into::<EventTarget>().ok()) else {
        return;
    };
    let listener = EventListener::new(&target, "currententrychange", |event| {
        let left = get(event, "from").and_then(|entry| {
            let url = get(&entry, "url")?.as_string()?;
            Some((key_of(&entry)?, page_of(&url)))
        });
        LEFT.set(left);
    });
    LISTENER.set(Some(listener));
}

/// Whether the page has come to where it is by a move between entries that both belong to one walk.
fn moved_within(owner: &Owner, key: &str) -> bool {
    let Some((left, left_page)) = LEFT.with_borrow(Clone::clone) else {
        return false;
    };
    let run = |key| known(owner, key).map(|mark| mark.run);
    left != key && page() == Some(left_page) && run(key).is_some() && run(key) == run(&left)
}

fn known(owner: &Owner, key: &str) -> Option<Mark> {
    let found = KNOWN.with_borrow(|all| {
        let mut all = all.iter();
        let found = all.find(|each| each.owner.name == owner.name && each.key == key)?;
        Some(found.mark)
    });
    if found.is_some() || !owner.stored {
        return found;
    }
    let mark = Mark::from_text(&SessionStorage::load(&owner.stored_at(key))?)?;
    remember(owner, key, mark);
    Some(mark)
}

fn remember(owner: &Owner, key: &str, mark: Mark) {
    KNOWN.with_borrow_mut(|all| {
        all.retain(|each| each.owner.name != owner.name || each.key != key);
        all.push(Known {
            owner: owner.clone(),
            key: key.to_owned(),
            mark,
        });
    });
    if owner.stored {
        SessionStorage::save(&owner.stored_at(key), &mark.to_text());
    }
}

/// What all widgets know of an entry.
fn all_known(key: &str) -> Vec<Known> {
    KNOWN.with_borrow(|all| all.iter().filter(|each| each.key == key).cloned().collect())
}

/* ---- In the state ---- */

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

/// Our names in a state.
fn ours(state: &Object) -> Vec<String> {
    let mut names: Vec<String> = Object::keys(state)
        .iter()
        .filter_map(|name| name.as_string())
        .collect();
    names.retain(|name| name.starts_with(OURS));
    names
}

/// The host's own part of an entry's state. Of an entry that a widget added it is that of the host's entry before.
fn host_state(state: &JsValue) -> JsValue {
    let Some(own) = copy(state) else {
        return state.clone();
    };
    let names = ours(&own);
    if names.is_empty() {
        return state.clone();
    }
    for name in &names {
        let _ = Reflect::delete_property(&own, &name.as_str().into());
    }
    if Object::keys(&own).length() > 0 {
        return own.into();
    }
    get(state, HOST)
        .filter(|host| !host.is_undefined())
        .unwrap_or(JsValue::NULL)
}

/// A state as JSON, to know it again.
fn as_text(state: &JsValue) -> Option<String> {
    js_sys::JSON::stringify(state).ok()?.as_string()
}

impl Mark {
    fn parts(self) -> [u64; 5] {
        let Self {
            number,
            epoch,
            seq,
            run,
            added,
        } = self;
        [number, epoch.0, seq.0, run, added.into()]
    }

    fn of_parts(parts: &[u64]) -> Option<Self> {
        let [number, epoch, seq, run, added] = *parts else {
            return None;
        };
        Some(Self {
            number,
            epoch: Seq(epoch),
            seq: Seq(seq),
            run,
            added: added == 1,
        })
    }

    fn to_text(self) -> String {
        self.parts().map(|part| part.to_string()).join(" ")
    }

    fn from_text(text: &str) -> Option<Self> {
        let parts: Result<Vec<u64>, _> = text.split(' ').map(str::parse).collect();
        Self::of_parts(&parts.ok()?)
    }

    fn write(self, state: &Object, name: &str) {
        let parts: Array = self
            .parts()
            .iter()
            .map(|part| JsValue::from(*part as f64))
            .collect();
        // Setting a property of a plain object cannot fail.
        let _ = Reflect::set(state, &name.into(), &parts);
    }

    fn read(state: &JsValue, name: &str) -> Option<Self> {
        let parts = get(state, name)?.dyn_into::<Array>().ok()?;
        let parts: Option<Vec<u64>> = parts
            .iter()
            .map(|part| Some(part.as_f64()? as u64))
            .collect();
        Self::of_parts(&parts?)
    }
}

/* ---- Either way ---- */

/// A widget's part in the entries of the page's history.
#[derive(Debug)]
pub(super) struct Entries {
    owner: Owner,
    /// Without keys, the entry whose state is the page's and holds no mark, as JSON, and the mark that it would have.
    unmarked: RefCell<Option<(String, Mark)>>,
    /// Without keys, where the page was when it was last looked at, and how long the history then was.
    last: RefCell<Option<(Mark, u32)>>,
}

impl Entries {
    pub(super) fn of(owner: Owner) -> Self {
        Self {
            owner,
            unmarked: RefCell::default(),
            last: RefCell::default(),
        }
    }

    /// The mark of the entry that the page is at.
    pub(super) fn current(&self) -> Option<Mark> {
        if let Some(key) = key() {
            return known(&self.owner, &key);
        }
        let state = state()?;
        if let Some(mark) = Mark::read(&state, &self.owner.name) {
            return Some(mark);
        }
        let unmarked = self.unmarked.borrow();
        let (text, mark) = unmarked.as_ref()?;
        (as_text(&state).as_ref() == Some(text)).then_some(*mark)
    }

    /// Whether the page has come to where it is by a move within a walk. Asked before anything is marked there.
    pub(super) fn moved_within(&self) -> bool {
        if let Some(key) = key() {
            return moved_within(&self.owner, &key);
        }
        let (Some(here), Some((last, length))) = (self.current(), *self.last.borrow()) else {
            return false;
        };
        // Another length: the host has added an entry, and that was left.
        here.run == last.run
            && here.number != last.number
            && history().and_then(|of| of.length().ok()) == Some(length)
    }

    /// Marks the entry that the page is at.
    pub(super) fn mark(&self, number: u64, epoch: Seq, seq: Seq) {
        let before = self.current();
        let mark = Mark {
            number,
            epoch,
            seq,
            run: before.map_or_else(|| self.run(), |mark| mark.run),
            added: before.is_some_and(|mark| mark.added),
        };
        if let Some(key) = key() {
            remember(&self.owner, &key, mark);
            return;
        }
        let Some(before) = state() else { return };
        match copy(&before) {
            Some(state) => {
                mark.write(&state, &self.owner.name);
                if let Some(history) = history() {
                    let _ = history.replace_state_with_url(&state, "", None);
                }
            }
            // The page's own state with no room for a mark: it is recognised by its value.
            None => {
                self.unmarked
                    .replace(as_text(&before).map(|text| (text, mark)));
            }
        }
        self.look();
    }

    /// Adds an entry on the one that the page is at, which is marked. Its state holds nothing of the host's that a router
    /// could take for its own.
    pub(super) fn add(&self, number: u64, epoch: Seq, seq: Seq) {
        let Some(history) = history() else { return };
        let from = key();
        let run = self.current().map_or_else(|| self.run(), |mark| mark.run);
        let mark = Mark {
            number,
            epoch,
            seq,
            run,
            added: true,
        };
        let before = history.state().unwrap_or(JsValue::NULL);
        let state = Object::new();
        let _ = Reflect::set(&state, &HOST.into(), &host_state(&before));
        if from.is_none() {
            // To the others, the entry is at the place where the one before was.
            for name in copy(&before).as_ref().map(ours).unwrap_or_default() {
                if let Some(other) = Mark::read(&before, &name) {
                    Mark {
                        added: false,
                        ..other
                    }
                    .write(&state, &name);
                }
            }
            mark.write(&state, &self.owner.name);
        }
        if history.push_state_with_url(&state, "", None).is_err() {
            return;
        }
        if let (Some(from), Some(to)) = (from, key()) {
            for each in all_known(&from) {
                remember(
                    &each.owner,
                    &to,
                    Mark {
                        added: false,
                        ..each.mark
                    },
                );
            }
            remember(&self.owner, &to, mark);
        }
        self.look();
    }

    fn look(&self) {
        let length = history().and_then(|history| history.length().ok());
        self.last.replace(self.current().zip(length));
    }

    /// The run of the entry that the page is at: that of another widget, or a new one.
    fn run(&self) -> u64 {
        let known = key().and_then(|key| Some(all_known(&key).first()?.mark.run));
        let marked = || {
            let state = copy(&state()?)?;
            ours(&state)
                .iter()
                .find_map(|name| Some(Mark::read(&state, name)?.run))
        };
        known.or_else(marked).unwrap_or_else(random)
    }

    /// Takes the marks off again, of a widget whose name nobody else will know.
    pub(super) fn forget(&self) {
        KNOWN.with_borrow_mut(|all| all.retain(|each| each.owner.name != self.owner.name));
        if let Some(history) = history()
            && let Ok(before) = history.state()
            && let Some(state) = copy(&before)
            && Reflect::has(&state, &self.owner.name.as_str().into()) == Ok(true)
        {
            let _ = Reflect::delete_property(&state, &self.owner.name.as_str().into());
            let _ = history.replace_state_with_url(&state, "", None);
        }
    }
}

/// A number that nobody else has.
pub(super) fn random() -> u64 {
    (js_sys::Math::random() * 1e15) as u64
}

impl Owner {
    /// What no id can hold stands in front, so that these names are never a record's.
    fn stored_at(&self, key: &str) -> String {
        format!("unstuck::entry:{}:{key}", self.name)
    }
}
