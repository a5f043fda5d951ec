//! The first copy as it is found: restored, or quarantined and never deleted.

use std::cell::RefCell;
use std::collections::BTreeMap;

use unstuck_core::persistence::{
    MemoryStore, Restored, Store, StoreError, quarantine_name, record_name, restore,
};
use unstuck_core::progress::{Record, RecordError};

use super::sealed::sealed;

const ID: &str = "iphone-backup";
const NOW: u64 = 1_767_225_600_000;

/// A record of one answer, as text.
fn record() -> String {
    let body = r#"{"v":2,"guide":"iphone-backup","rev":7,"seq":3,"progress":{"answers":[["question","icloud","yes",1767225600000,1767225600000,40000]],"ticks":[],"reopened":null}"#;
    sealed(body)
}

/// A store that can be blocked or full, and that counts what is written.
#[derive(Default)]
struct Unreliable {
    kept: RefCell<BTreeMap<String, String>>,
    load_fails: bool,
    quarantine_load_fails: bool,
    save_fails: bool,
    copies: RefCell<u32>,
}

impl Unreliable {
    fn with(text: &str) -> Self {
        let store = Self::default();
        store.put(&record_name(ID), text);
        store
    }

    fn put(&self, name: &str, text: &str) {
        self.kept.borrow_mut().insert(name.into(), text.into());
    }

    fn get(&self, name: &str) -> Option<String> {
        self.kept.borrow().get(name).cloned()
    }
}

impl Store for Unreliable {
    fn load(&self, name: &str) -> Result<Option<String>, StoreError> {
        let quarantine = name.contains("unreadable");
        if self.load_fails || (quarantine && self.quarantine_load_fails) {
            return Err(StoreError::Blocked);
        }
        Ok(self.get(name))
    }

    fn save(&self, name: &str, text: &str) -> Result<(), StoreError> {
        if self.save_fails {
            return Err(StoreError::Full);
        }
        self.put(name, text);
        Ok(())
    }

    fn copy(&self, from: &str, to: &str) -> Result<(), StoreError> {
        *self.copies.borrow_mut() += 1;
        let text = self.load(from)?.unwrap_or_default();
        self.save(to, &text)
    }
}

#[test]
fn an_empty_store_has_nothing_and_stays_empty() {
    let store = Unreliable::default();
    assert_eq!(restore(&store, ID, NOW), Restored::Nothing);
    assert!(store.kept.borrow().is_empty());
    assert_eq!(restore(&MemoryStore::default(), ID, NOW), Restored::Nothing);
}

#[test]
fn a_stored_record_is_read_and_not_rewritten() {
    let wanted = Restored::Found(Box::new(Record::from_text(&record(), ID, NOW).unwrap()));
    let store = Unreliable::with(&record());
    assert_eq!(restore(&store, ID, NOW), wanted);
    assert_eq!(store.kept.borrow().len(), 1);
    assert_eq!(restore(&store, "another", NOW), Restored::Nothing);
    let memory = MemoryStore::default();
    memory.save(&record_name(ID), &record()).unwrap();
    assert_eq!(restore(&memory, ID, NOW), wanted);
}

#[test]
fn unreadable_text_is_quarantined_byte_for_byte_and_once() {
    let other = record().replace("iphone-backup", "other");
    let other = sealed(other.rsplit_once(",\"sum\"").unwrap().0);
    for (text, error) in [
        ("", RecordError::Damaged),
        ("\u{0}\u{FFFD} \r\n\t😀", RecordError::Damaged),
        (&record()[1..], RecordError::Damaged),
        (&other, RecordError::OtherGuide),
        (&sealed("{\"v\":1"), RecordError::Unknown),
    ] {
        let store = Unreliable::with(text);
        for _ in 0..3 {
            assert_eq!(restore(&store, ID, NOW), Restored::Quarantined(error));
        }
        assert_eq!(store.get("unstuck:iphone-backup:unreadable").unwrap(), text);
        assert_eq!(store.get(&record_name(ID)).unwrap(), text, "never deleted");
        assert_eq!(*store.copies.borrow(), 1, "the same text once");
        assert_eq!(store.kept.borrow().len(), 2);
        let memory = MemoryStore::default();
        memory.save(&record_name(ID), text).unwrap();
        assert_eq!(restore(&memory, ID, NOW), Restored::Quarantined(error));
        assert_eq!(memory.load(&quarantine_name(ID, 1)), Ok(Some(text.into())));
    }
}

#[test]
fn each_unreadable_text_is_quarantined_separately_up_to_a_limit() {
    let store = Unreliable::default();
    let text = |n: u32| format!("torn {n}");
    for n in 1..=9 {
        store.put(&record_name(ID), &text(n));
        assert_eq!(
            restore(&store, ID, NOW),
            Restored::Quarantined(RecordError::Damaged)
        );
    }
    assert_eq!(store.kept.borrow().len(), 10);
    assert_eq!(quarantine_name(ID, 1), "unstuck:iphone-backup:unreadable");
    assert_eq!(quarantine_name(ID, 2), "unstuck:iphone-backup:unreadable-2");
    for n in 1..=9 {
        assert_eq!(store.get(&quarantine_name(ID, n)), Some(text(n)));
    }
    // One that is in quarantine already needs no new place.
    store.put(&record_name(ID), &text(4));
    assert_eq!(
        restore(&store, ID, NOW),
        Restored::Quarantined(RecordError::Damaged)
    );
    // A tenth is left where it is.
    store.put(&record_name(ID), &text(10));
    assert_eq!(
        restore(&store, ID, NOW),
        Restored::Stuck(RecordError::Damaged)
    );
    assert_eq!(store.get(&record_name(ID)), Some(text(10)));
    assert_eq!(store.kept.borrow().len(), 10);
}

#[test]
fn text_that_cannot_be_quarantined_is_kept() {
    for store in [
        Unreliable {
            save_fails: true,
            ..Unreliable::with("torn")
        },
        Unreliable {
            quarantine_load_fails: true,
            ..Unreliable::with("torn")
        },
    ] {
        assert_eq!(
            restore(&store, ID, NOW),
            Restored::Stuck(RecordError::Damaged)
        );
        assert_eq!(store.get(&record_name(ID)).unwrap(), "torn");
        assert_eq!(store.kept.borrow().len(), 1);
    }
}

#[test]
fn a_failing_store_is_unavailable() {
    let store = Unreliable {
        load_fails: true,
        ..Unreliable::with(&record())
    };
    assert_eq!(
        restore(&store, ID, NOW),
        Restored::Unavailable(StoreError::Blocked)
    );
    assert_eq!(store.kept.borrow().len(), 1);
}
