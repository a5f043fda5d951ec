//! Stands in for `unstuck_core::persistence` until that has this form.
#![allow(missing_docs, reason = "goes with the engine's own")]

use std::cell::RefCell;
use std::future::Future;

use unstuck_core::guide::Guide;
use unstuck_core::persistence::{Durability, Notice, Store, StoreError, record_name};
use unstuck_core::progress::{Progress, RECORD_VERSION, Record, RecordError};
use unstuck_core::{Seq, Timestamp};

pub const FLUSH_TIMEOUT_MS: u32 = 3000;

#[derive(Clone, Copy, PartialEq)]
pub enum Copies {
    None,
    Both,
}

pub trait TransactionalStore {
    fn transact(
        &self,
        name: &str,
        create: impl FnOnce() -> bool,
        decide: impl FnOnce(Found<'_>) -> Decision,
    ) -> impl Future<Output = Result<(), StoreError>>;
}

pub enum Found<'a> {
    Nothing,
    Text(&'a str),
    NotText,
}

#[derive(Default)]
pub struct Decision {
    pub quarantine: Option<String>,
    pub put: Option<String>,
}

pub struct RecordKeeper<S> {
    keeper: unstuck_core::persistence::RecordKeeper<S>,
    guide: String,
    rev: u32,
    wanted: bool,
    progress: RefCell<Progress>,
}

impl<S: Store> RecordKeeper<S> {
    pub fn open(first: S, guide: &Guide, copies: Copies) -> Self {
        let wanted = copies != Copies::None;
        let (keeper, record) =
            unstuck_core::persistence::RecordKeeper::open(first, &guide.id, wanted);
        Self {
            keeper,
            guide: guide.id.clone(),
            rev: guide.rev,
            wanted,
            progress: RefCell::new(record.map_or_else(Progress::default, |record| record.progress)),
        }
    }
    pub fn record(&self) -> Record {
        Record {
            v: RECORD_VERSION,
            guide: self.guide.clone(),
            rev: self.rev,
            seq: self.seq(),
            progress: self.progress(),
        }
    }
    pub fn seq(&self) -> Seq {
        self.keeper.seq()
    }
    pub fn progress(&self) -> Progress {
        self.progress.borrow().clone()
    }
    pub fn update(&self, progress: Progress, now: Timestamp) -> Seq {
        self.progress.replace(progress);
        self.keeper.advance(now);
        if self.wanted {
            self.keeper.keep(&self.record());
        }
        self.seq()
    }
    pub fn accept(&self, progress: Progress, now: Timestamp) -> Seq {
        self.update(progress, now)
    }
    pub fn reload(&self) -> Option<Record> {
        self.merge(&self.keeper.first()?).ok().flatten()
    }
    pub fn merge(&self, text: &str) -> Result<Option<Record>, RecordError> {
        self.take(self.keeper.merge(&self.guide, text, false))
    }
    fn take(
        &self,
        news: Result<Option<Record>, RecordError>,
    ) -> Result<Option<Record>, RecordError> {
        if let Ok(Some(record)) = &news {
            self.progress.replace(record.progress.clone());
        }
        news
    }
    pub async fn flush(
        &self,
        second: &impl TransactionalStore,
        now: impl Fn() -> Timestamp,
        on_merge: impl FnOnce(Record),
    ) -> bool {
        let name = record_name(&self.guide);
        let put = std::cell::Cell::new(self.seq());
        let done = second
            .transact(
                &name,
                || self.seq() > Seq::default(),
                |found| {
                    let text = match found {
                        Found::Nothing => "",
                        Found::Text(text) => text,
                        Found::NotText => "?",
                    };
                    self.reload();
                    let news = self.take(self.keeper.merge(&self.guide, text, true));
                    let mut decision = Decision::default();
                    if news.is_err() && !text.is_empty() {
                        decision.quarantine =
                            Some(format!("{name}:unreadable:{}", now().as_millis()));
                    }
                    if let Ok(Some(record)) = news {
                        on_merge(record);
                    }
                    put.set(self.seq());
                    let own = self.record().to_text();
                    if own != text && (!text.is_empty() || self.seq() > Seq::default()) {
                        decision.put = Some(own);
                    }
                    decision
                },
            )
            .await
            .is_ok();
        if !done || put.get() == self.seq() {
            self.keeper.flushed(done);
        }
        done
    }
    pub fn timed_out(&self) {
        self.keeper.flushed(false);
    }
    pub fn needs_flush(&self) -> bool {
        !self.keeper.level()
    }
    pub fn durability(&self) -> Durability {
        self.keeper.durability()
    }
    pub fn notice(&self) -> Option<Notice> {
        self.keeper.notice()
    }
}
