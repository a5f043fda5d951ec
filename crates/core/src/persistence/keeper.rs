//! Keeps one reader's record in two copies: the first is there at once (localStorage), the second is on the disk once it
//! says so (IndexedDB). Each is the same text; the newest that can be read counts.
//!
//! Belongs here: which copy counts, what is written over what, what the reader can be told of it. Does not: how a store is
//! written to or waited for (live.js). The second copy is met in one transaction: what is there is handed to [`RecordKeeper::merge`],
//! and where it is another text than the record in hand is then, that comes in its place; so two tabs cannot write over
//! each other's news.

use std::cell::Cell;

use super::store::{Restored, Store, record_name, restore};
use crate::progress::{Record, RecordError};
use crate::time::{Seq, Timestamp};

/// What the reader must be told about the keeping of progress.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Answers will not outlive the page: no copy can be kept.
    NotKept,
    /// What was stored could not be read; it is set aside.
    Unreadable,
}

impl Notice {
    /// The name in `data-notice`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::NotKept => "not-kept",
            Self::Unreadable => "unreadable",
        }
    }
}

/// Where the newest answer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Durability {
    /// In this page alone.
    MemoryOnly,
    /// The second copy has not answered since the page began.
    Unknown,
    /// On its way: the second copy has not answered yet.
    Pending,
    /// In the first copy alone, which the browser writes to the disk when it likes.
    BestEffort,
    /// On the disk.
    Durable,
}

/// The two copies of one guide's record.
pub struct RecordKeeper<S> {
    first: S,
    /// The name of both copies.
    name: String,
    /// Whether anything is to be kept at all.
    wanted: bool,
    /// Whether the first copy may be written. Not where what stands there could not be set aside.
    writes: bool,
    /// The `seq` in hand.
    seq: Cell<Seq>,
    /// The `seq` of what was read before the second copy was met for the first time: what it knows is told from this, and not
    /// from what the reader said since. Nothing is lower once it was met.
    base: Cell<Seq>,
    /// Whether the first copy holds what is in hand.
    holds: Cell<bool>,
    durability: Cell<Durability>,
    unreadable: Cell<bool>,
}

impl<S: Store> RecordKeeper<S> {
    /// Takes up what the first copy holds. Where nothing is to be kept (`wanted`), no store is touched.
    pub fn open(first: S, guide: &str, wanted: bool) -> (Self, Option<Record>) {
        let mut record = None;
        let mut writes = wanted;
        let mut holds = wanted;
        let mut unreadable = false;
        if wanted {
            match restore(&first, guide) {
                Restored::Nothing => {}
                Restored::Found(found) => record = Some(*found),
                Restored::Quarantined(_) => unreadable = true,
                Restored::Stuck(_) => (writes, holds, unreadable) = (false, false, true),
                Restored::Unavailable(_) => holds = false,
            }
        }
        let seq = record
            .as_ref()
            .map_or_else(Seq::default, |record| record.seq);
        let keeper = Self {
            first,
            name: record_name(guide),
            wanted,
            writes,
            seq: Cell::new(seq),
            base: Cell::new(seq),
            holds: Cell::new(holds),
            durability: Cell::new(if wanted {
                Durability::Unknown
            } else {
                Durability::MemoryOnly
            }),
            unreadable: Cell::new(unreadable),
        };
        (keeper, record)
    }

    /// The `seq` in hand.
    #[must_use]
    pub fn seq(&self) -> Seq {
        self.seq.get()
    }

    /// The `seq` of a change at `now`, from here on the one in hand: higher than the last, and than that
    /// of any copy that comes to light later and was written earlier.
    pub fn advance(&self, now: Timestamp) {
        self.seq.set(self.seq.get().next(now));
        if self.durability.get() == Durability::Durable {
            self.durability.set(Durability::Pending);
        }
    }

    /// What the first copy holds, for [`RecordKeeper::merge`]: another tab may have written it.
    pub fn first(&self) -> Option<String> {
        if self.writes {
            self.first.load(&self.name).ok()?
        } else {
            None
        }
    }

    /// The record of this guide that the text is, where it is news; from here on in hand. `met`: it is the second copy's, in
    /// its transaction; empty where it has none. Of two of the same `seq` the one in hand counts.
    ///
    /// # Errors
    /// Why the text cannot be read.
    pub fn merge(&self, guide: &str, text: &str, met: bool) -> Result<Option<Record>, RecordError> {
        let mut known = self.seq.get();
        if met {
            known = known.min(self.base.replace(Seq(u64::MAX)));
        }
        let read = Record::from_text(text, guide);
        match read {
            Ok(mut record) if record.seq > known => {
                // What was said in vain had a number, which another tab may know.
                self.advance(Timestamp::from_millis(record.seq.0));
                record.seq = self.seq.get();
                self.base.set(self.base.get().max(record.seq));
                if met {
                    self.unreadable.set(false);
                    self.keep(&record);
                }
                Ok(Some(record))
            }
            Ok(_) => Ok(None),
            Err(why) => {
                if met && known == Seq(0) && !text.is_empty() {
                    self.unreadable.set(true);
                }
                Err(why)
            }
        }
    }

    /// Keeps the first copy.
    pub fn keep(&self, record: &Record) {
        if self.writes {
            let kept = self.first.save(&self.name, &record.to_text());
            self.holds.set(kept.is_ok());
        }
    }

    /// The second copy says that the record in hand is on the disk, or that it cannot keep it.
    pub fn flushed(&self, well: bool) {
        self.durability.set(if well {
            Durability::Durable
        } else if self.holds.get() {
            Durability::BestEffort
        } else {
            Durability::MemoryOnly
        });
    }

    /// What the reader must be told. Nothing, before the second copy has answered: it may mend what is wrong.
    #[must_use]
    pub fn notice(&self) -> Option<Notice> {
        match self.durability.get() {
            Durability::MemoryOnly if self.wanted => Some(Notice::NotKept),
            Durability::Pending | Durability::BestEffort | Durability::Durable
                if self.unreadable.get() =>
            {
                Some(Notice::Unreadable)
            }
            _ => None,
        }
    }

    /// Whether both copies are known to hold what is in hand.
    #[must_use]
    pub fn level(&self) -> bool {
        self.holds.get() && self.durability() == Durability::Durable
    }

    /// Where the newest answer is.
    #[must_use]
    pub fn durability(&self) -> Durability {
        self.durability.get()
    }
}
