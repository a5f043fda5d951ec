//! A whole flush, over a store with transactions.

use std::cell::RefCell;
use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use unstuck_core::Seq;
use unstuck_core::persistence::{
    Copies, Decision, Durability, Found, MemoryStore, Notice, RecordKeeper, Store, StoreError,
    TransactionalStore, record_name,
};
use unstuck_core::progress::Progress;

use super::model::{Dice, Local, NOW, World, guide};

/// Runs a future that waits for nothing.
fn run<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("it waits"),
    }
}

/// A second copy that holds something, and writes down what it is asked to.
struct Second<'a> {
    found: Found<'a>,
    exists: bool,
    fails: bool,
    written: RefCell<Vec<Decision>>,
}

impl<'a> Second<'a> {
    fn with(found: Found<'a>) -> Self {
        Self {
            found,
            exists: true,
            fails: false,
            written: RefCell::default(),
        }
    }
}

impl TransactionalStore for Second<'_> {
    async fn transact(
        &self,
        name: &str,
        create: impl Fn() -> bool,
        decide: impl FnOnce(Found<'_>) -> Decision,
    ) -> Result<(), StoreError> {
        assert_eq!(name, "unstuck:iphone-backup");
        if self.fails {
            return Err(StoreError::Full);
        }
        if !self.exists && !create() {
            decide(Found::Nothing);
            return Ok(());
        }
        let decision = decide(self.found);
        self.written.borrow_mut().push(decision);
        Ok(())
    }
}

fn keeper() -> RecordKeeper<Local> {
    RecordKeeper::open(Local::default(), &guide(), Copies::Both, NOW)
}

fn answered() -> Progress {
    let mut world = World::new(&guide());
    world.open();
    while !world.answer(0, &mut Dice(1)) {}
    world.tabs[0].keeper.progress()
}

fn no_merge(record: unstuck_core::progress::Record) {
    panic!("merged {record:?}");
}

#[test]
fn no_database_is_made_before_there_is_something_to_write() {
    let keeper = keeper();
    let second = Second {
        exists: false,
        ..Second::with(Found::Nothing)
    };
    assert!(run(keeper.flush(&second, || NOW, no_merge)));
    assert!(second.written.borrow().is_empty());
    assert_eq!(
        keeper.durability(),
        Durability::Durable,
        "nothing is kept of nothing"
    );
    keeper.update(answered(), NOW);
    assert!(run(keeper.flush(&second, || NOW, no_merge)));
    let text = keeper.record().to_text();
    assert_eq!(
        *second.written.borrow(),
        [Decision {
            quarantine: None,
            put: Some(text)
        }]
    );
}

#[test]
fn the_same_text_is_not_written_again() {
    let keeper = keeper();
    keeper.update(answered(), NOW);
    let text = keeper.record().to_text();
    let second = Second::with(Found::Text(&text));
    assert!(run(keeper.flush(&second, || NOW, no_merge)));
    assert_eq!(*second.written.borrow(), [Decision::default()]);
    assert_eq!(keeper.durability(), Durability::Durable);
}

#[test]
fn unreadable_records_are_quarantined_by_time() {
    for found in [Found::Text("torn"), Found::Text(""), Found::NotText] {
        let keeper = keeper();
        let second = Second::with(found);
        assert!(run(keeper.flush(&second, || NOW, no_merge)));
        let quarantine = Some("unstuck:iphone-backup:unreadable:1767225600000".to_owned());
        let put = Some(keeper.record().to_text());
        assert_eq!(
            *second.written.borrow(),
            [Decision { quarantine, put }],
            "{found:?}"
        );
        assert_eq!(keeper.notice(), Some(Notice::Unreadable));
    }
}

#[test]
fn a_newer_record_is_merged_in_the_transaction_and_stored_in_both_copies() {
    let other = keeper();
    other.update(answered(), NOW);
    let text = other.record().to_text();
    let keeper = keeper();
    let second = Second::with(Found::Text(&text));
    let merged = RefCell::new(None);
    assert!(run(keeper.flush(
        &second,
        || NOW,
        |record| {
            assert!(second.written.borrow().is_empty(), "before it is written");
            merged.replace(Some(record));
        }
    )));
    assert_eq!(merged.into_inner(), Some(keeper.record()));
    assert_eq!(keeper.record(), other.record());
    assert_eq!(*second.written.borrow(), [Decision::default()]);
}

#[test]
fn a_failed_transaction_leaves_the_first_copy() {
    let keeper = keeper();
    keeper.update(answered(), NOW);
    let second = Second {
        fails: true,
        ..Second::with(Found::Nothing)
    };
    assert!(!run(keeper.flush(&second, || NOW, no_merge)));
    assert_eq!(
        (keeper.durability(), keeper.notice()),
        (Durability::BestEffort, None)
    );
    assert!(keeper.needs_flush());
}

#[test]
fn memory_serves_as_either_copy() {
    let second = MemoryStore::default();
    let keeper = RecordKeeper::open(MemoryStore::default(), &guide(), Copies::Both, NOW);
    assert!(run(keeper.flush(&second, || NOW, no_merge)));
    let name = record_name("iphone-backup");
    assert_eq!(second.load(&name), Ok(None));
    keeper.update(answered(), NOW);
    assert!(run(keeper.flush(&second, || NOW, no_merge)));
    assert_eq!(second.load(&name), Ok(Some(keeper.record().to_text())));
    second.save(&name, "torn").unwrap();
    assert!(run(keeper.flush(&second, || NOW, no_merge)));
    assert_eq!(second.load(&name), Ok(Some(keeper.record().to_text())));
    assert_eq!(
        second.load(&format!("{name}:unreadable:{}", NOW.as_millis())),
        Ok(Some("torn".into()))
    );
    // A host that has no second copy flushes nothing.
    let alone = RecordKeeper::open(MemoryStore::default(), &guide(), Copies::First, NOW);
    assert!(!run(alone.flush(&second, || NOW, no_merge)));
    assert_eq!(alone.seq(), Seq(0));
}
