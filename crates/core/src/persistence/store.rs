//! What keeps the record: a trait for whatever can, the memory that always does, and the rule for a record that cannot
//! be read.

use std::fmt;

use crate::progress::{Record, RecordError};

/// Why a store did not keep or hand out a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// The browser does not let this page store anything.
    Blocked,
    /// There is no room left.
    Full,
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Blocked => "the browser does not let this page store anything",
            Self::Full => "the browser's storage for this site is full",
        })
    }
}

impl std::error::Error for StoreError {}

/// Keeps texts by name.
pub trait Store {
    /// The text of this name, if there is one.
    ///
    /// # Errors
    /// [`StoreError::Blocked`] where nothing may be read.
    fn load(&self, name: &str) -> Result<Option<String>, StoreError>;

    /// Keeps a text, in place of any before it.
    ///
    /// # Errors
    /// Why it was not kept; what was there before is then still there.
    fn save(&self, name: &str, text: &str) -> Result<(), StoreError>;

    /// Keeps under `to` what stands under `from`, as it is: a browser's text need not be one that a `String` can hold.
    ///
    /// # Errors
    /// Why it was not kept.
    fn copy(&self, from: &str, to: &str) -> Result<(), StoreError>;
}

/// What a store had for a guide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Restored {
    /// Nothing yet.
    Nothing,
    /// A record.
    Found(Box<Record>),
    /// A text that is no record; it stands under [`quarantine_name`] now, byte for byte.
    Quarantined(RecordError),
    /// A text that is no record, which could not be set aside: it must not be written over.
    Stuck(RecordError),
    /// The store cannot be read.
    Unavailable(StoreError),
}

/// The name of a guide's record in a store.
#[must_use]
pub fn record_name(guide: &str) -> String {
    format!("unstuck:{guide}")
}

/// The name under which a record that cannot be read is set aside: the first, or a later one where that is taken.
#[must_use]
pub fn quarantine_name(guide: &str, copy: u32) -> String {
    let mut name = format!("{}:unreadable", record_name(guide));
    if copy > 1 {
        name.push_str(&format!("-{copy}"));
    }
    name
}

/// Most copies that are set aside; beyond it the record is left where it is.
const MOST_ASIDE: u32 = 9;

fn quarantine(store: &impl Store, guide: &str, text: &str) -> bool {
    (1..=MOST_ASIDE).any(|copy| {
        let aside = quarantine_name(guide, copy);
        match store.load(&aside) {
            Ok(Some(before)) => before == text,
            Ok(None) => store.copy(&record_name(guide), &aside).is_ok(),
            Err(_) => false,
        }
    })
}

/// Restores a guide's record. One that cannot be read is set aside, never deleted.
pub fn restore(store: &impl Store, guide: &str) -> Restored {
    let text = match store.load(&record_name(guide)) {
        Ok(Some(text)) => text,
        Ok(None) => return Restored::Nothing,
        Err(error) => return Restored::Unavailable(error),
    };
    match Record::from_text(&text, guide) {
        Ok(record) => Restored::Found(Box::new(record)),
        Err(error) if quarantine(store, guide, &text) => Restored::Quarantined(error),
        Err(error) => Restored::Stuck(error),
    }
}

/// A store that forgets when the page goes: the fallback where nothing else keeps, and the one for tests.
#[derive(Debug, Default)]
pub struct MemoryStore(std::cell::RefCell<std::collections::BTreeMap<String, String>>);

impl Store for MemoryStore {
    fn load(&self, name: &str) -> Result<Option<String>, StoreError> {
        Ok(self.0.borrow().get(name).cloned())
    }

    fn save(&self, name: &str, text: &str) -> Result<(), StoreError> {
        self.0.borrow_mut().insert(name.to_owned(), text.to_owned());
        Ok(())
    }

    fn copy(&self, from: &str, to: &str) -> Result<(), StoreError> {
        let text = self.load(from)?.unwrap_or_default();
        self.save(to, &text)
    }
}
