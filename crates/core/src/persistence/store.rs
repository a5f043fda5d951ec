//! A store of texts, the names that records have there, and the rule for a record that cannot be read.

use thiserror::Error;

use crate::progress::{Record, RecordError};
use crate::time::Timestamp;

/// Why a store did not keep or hand out a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum StoreError {
    /// The browser does not let this page store anything.
    #[error("the browser does not let this page store anything")]
    Blocked,
    /// There is no room left.
    #[error("the browser's storage for this site is full")]
    Full,
}

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

    /// Copies the value under `from` to `to`, unchanged: a browser's string may be one that a `String` cannot represent.
    ///
    /// # Errors
    /// Why it was not kept.
    fn copy(&self, from: &str, to: &str) -> Result<(), StoreError>;
}

/// What a store had for a guide.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Restored {
    /// Nothing yet.
    Nothing,
    /// A record.
    Found(Box<Record>),
    /// A record of a newer version. It stays as it is, and must not be written over.
    Newer,
    /// A text that is not a record; it is now under [`quarantine_name`], byte for byte.
    Quarantined(RecordError),
    /// A text that is no record, and could not be quarantined: it must not be written over.
    Stuck(RecordError),
    /// The store cannot be read.
    Unavailable(StoreError),
}

/// The name of a guide's record in a store.
#[must_use]
pub fn record_name(guide: &str) -> String {
    format!("unstuck:{guide}")
}

/// The name under which a record that cannot be read is quarantined: the first, or a later one where that is taken.
#[must_use]
pub fn quarantine_name(guide: &str, copy: u32) -> String {
    let mut name = format!("{}:unreadable", record_name(guide));
    if copy > 1 {
        name.push_str(&format!("-{copy}"));
    }
    name
}

/// Maximum number of quarantined copies; beyond it a record is left where it is.
const MAX_QUARANTINED: u32 = 9;

fn quarantine(store: &impl Store, guide: &str, text: &str) -> bool {
    (1..=MAX_QUARANTINED).any(|copy| {
        let name = quarantine_name(guide, copy);
        match store.load(&name) {
            Ok(Some(before)) => before == text,
            Ok(None) => store.copy(&record_name(guide), &name).is_ok(),
            Err(_) => false,
        }
    })
}

/// Restores a guide's record, at `now`. One that cannot be read is quarantined, never deleted.
pub fn restore(store: &impl Store, guide: &str, now: impl Into<Timestamp>) -> Restored {
    let text = match store.load(&record_name(guide)) {
        Ok(Some(text)) => text,
        Ok(None) => return Restored::Nothing,
        Err(error) => return Restored::Unavailable(error),
    };
    match Record::from_text(&text, guide, now) {
        Ok(record) => Restored::Found(Box::new(record)),
        Err(RecordError::Newer) => Restored::Newer,
        Err(error) if quarantine(store, guide, &text) => Restored::Quarantined(error),
        Err(error) => Restored::Stuck(error),
    }
}

impl<S: Store> Store for &S {
    fn load(&self, name: &str) -> Result<Option<String>, StoreError> {
        (**self).load(name)
    }

    fn save(&self, name: &str, text: &str) -> Result<(), StoreError> {
        (**self).save(name, text)
    }

    fn copy(&self, from: &str, to: &str) -> Result<(), StoreError> {
        (**self).copy(from, to)
    }
}
