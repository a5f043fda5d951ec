//! Keeps one reader's record of one guide.
//!
//! Belongs here: which copy counts, what overwrites what, and the reader's notice about it. Does not: how a
//! store is written to or waited for.

use std::cell::{Cell, RefCell};

use super::exchange::{Decision, Found, TransactionalStore};
use super::store::{Restored, Store, record_name, restore};
use crate::guide::Guide;
use crate::progress::{Progress, RECORD_VERSION, Record, RecordError};
use crate::time::{Seq, Timestamp};

/// How long the second copy may take to answer (ms) until it counts as failed: see [`RecordKeeper::timed_out`].
pub const FLUSH_TIMEOUT_MS: u32 = 3000;

/// Which copies of the record there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copies {
    /// None: no store is touched.
    None,
    /// The first alone.
    First,
    /// The first, and a transactional second one.
    Both,
}

/// A problem with storing answers that the reader is told about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Notice {
    /// Answers will be lost with the page: no copy can be stored.
    NotKept,
    /// What was stored could not be read; it is in quarantine.
    Unreadable,
    /// A newer version of the widget wrote what is stored. It is left as it is, and nothing is kept until the page is
    /// loaded again.
    Newer,
}

impl Notice {
    /// The name in `data-notice`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::NotKept => "not-kept",
            Self::Unreadable => "unreadable",
            Self::Newer => "newer",
        }
    }
}

/// How safe the newest answer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Durability {
    /// Only in this page's memory.
    MemoryOnly,
    /// The second copy has not answered since the page began.
    Unknown,
    /// Being written: the second copy has not answered yet.
    Pending,
    /// Only in the first copy, which the browser writes to disk when it chooses.
    BestEffort,
    /// On the disk.
    Durable,
}

/// What is known of the second copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Second {
    Unanswered,
    Pending,
    Flushed,
    Failed,
}

/// Keeps one reader's record of one guide in its copies, and knows the newest.
///
/// ```
/// use unstuck_core::guide::Guide;
/// use unstuck_core::persistence::{Copies, Durability, MemoryStore, RecordKeeper};
/// use unstuck_core::progress::Answer;
/// use unstuck_core::walk::{Action, apply};
/// use unstuck_core::Timestamp;
///
/// # fn main() -> Result<(), Vec<unstuck_core::guide::Problem>> {
/// let guide: Guide = unstuck_adopt::html::parse(
///     r#"<article data-unstuck-guide="sound"><h1>No sound</h1><h2 data-unstuck-id="mute">Unmute</h2><ol><li>Press mute.</li></ol>"#,
/// )?;
/// let now = Timestamp::from_millis(1_767_225_600_000);
/// let keeper = RecordKeeper::open(MemoryStore::default(), &guide, Copies::First, now);
///
/// let answer = Action::Answer { id: "mute".into(), answer: Answer::Solved };
/// // Another tab may have written the record since.
/// keeper.reload(now);
/// if let Some(progress) = apply(&guide, &keeper.progress(), &answer, now) {
///     keeper.update(progress, now);
/// }
/// assert_eq!(keeper.durability(), Durability::BestEffort);
/// # Ok(())
/// # }
/// ```
pub struct RecordKeeper<S> {
    first: S,
    /// The name of both copies.
    name: String,
    copies: Copies,
    /// The newest record that is known.
    record: RefCell<Record>,
    /// The `seq` of what was read before the second copy was met for the first time: whether that copy is newer is
    /// judged by this, not by what the reader said since. The highest there is, once it was met.
    base: Cell<Seq>,
    /// Whether the first copy must not be written, because its content could not be quarantined.
    stuck: Cell<bool>,
    /// Whether a copy was written by a newer version. From then on nothing is written.
    newer: Cell<bool>,
    /// Whether the first copy holds the record.
    first_holds: Cell<bool>,
    second: Cell<Second>,
    /// Whether a copy was unreadable, and none has made up for it.
    unreadable: Cell<bool>,
    /// Whether the reader has cleared everything, and the second copy is not known to have it.
    clearing: Cell<bool>,
    /// The latest time that was heard of: a clock that is set back must not make our own record one from the future.
    latest: Cell<Timestamp>,
}

impl<S: Store> RecordKeeper<S> {
    /// Starts with what the first copy holds, at `now`. A guide without an id has no copies: it would share them with every other.
    pub fn open(first: S, guide: &Guide, copies: Copies, now: Timestamp) -> Self {
        let copies = if guide.id.is_empty() {
            Copies::None
        } else {
            copies
        };
        let found = match copies {
            Copies::None => Restored::Nothing,
            Copies::First | Copies::Both => restore(&first, &guide.id, now),
        };
        let stuck = matches!(found, Restored::Stuck(_));
        let newer = found == Restored::Newer;
        let first_holds = matches!(
            found,
            Restored::Nothing | Restored::Found(_) | Restored::Quarantined(_)
        );
        let unreadable = matches!(found, Restored::Quarantined(_) | Restored::Stuck(_));
        let record = match found {
            Restored::Found(record) => Record {
                rev: guide.rev,
                ..*record
            },
            _ => Record {
                v: RECORD_VERSION,
                guide: guide.id.clone(),
                rev: guide.rev,
                seq: Seq::default(),
                progress: Progress::default(),
            },
        };
        Self {
            first,
            name: record_name(&guide.id),
            copies,
            base: Cell::new(record.seq),
            record: RefCell::new(record),
            stuck: Cell::new(stuck),
            newer: Cell::new(newer),
            first_holds: Cell::new(first_holds),
            second: Cell::new(Second::Unanswered),
            unreadable: Cell::new(unreadable),
            clearing: Cell::default(),
            latest: Cell::new(now),
        }
    }

    /// The name of both copies.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The newest record that is known.
    #[must_use]
    pub fn record(&self) -> Record {
        self.record.borrow().clone()
    }

    /// The `seq` of the newest record that is known.
    #[must_use]
    pub fn seq(&self) -> Seq {
        self.record.borrow().seq
    }

    /// The newest answers that are known.
    #[must_use]
    pub fn progress(&self) -> Progress {
        self.record.borrow().progress.clone()
    }

    /// The reader said something at `now`: these are the answers from here on. The first copy is written before this
    /// returns; the second by [`RecordKeeper::flush`].
    ///
    /// Call [`RecordKeeper::reload`] before the answers are worked out, or those of another tab are lost.
    pub fn update(&self, progress: Progress, now: Timestamp) -> Seq {
        let seq = self.renew(progress, now);
        self.write_first();
        seq
    }

    /// The reader wants everything gone that was said, at `now`: an empty record takes the place of whatever is in either copy,
    /// also of what cannot be read and of what a newer version wrote. Nothing of it is put in quarantine.
    pub fn clear(&self, now: Timestamp) -> Seq {
        let seq = self.renew(Progress::default(), now);
        self.clearing.set(self.copies == Copies::Both);
        self.base.set(Seq(u64::MAX));
        self.newer.set(false);
        self.unreadable.set(false);
        self.stuck.set(false);
        if self.copies != Copies::None {
            self.save_first();
        }
        seq
    }

    fn renew(&self, progress: Progress, now: Timestamp) -> Seq {
        self.hear(now);
        let seq = self.seq().next(now);
        {
            let mut record = self.record.borrow_mut();
            record.seq = seq;
            record.progress = progress;
        }
        self.second_is_behind();
        seq
    }

    /// Reads the first copy, which another tab may have written, at `now`. The record there, where it is newer; it is the
    /// newest known from here on.
    pub fn reload(&self, now: Timestamp) -> Option<Record> {
        let read = self.merge(&self.load_first()?, now);
        self.note_version(&read);
        read.ok()?
    }

    /// A record from elsewhere: of the first copy, or of this widget before it was taken off the page. It is returned
    /// where it is newer, and is the newest known from here on. Of two with the same `seq`, the one known already counts.
    /// Nothing is written.
    ///
    /// # Errors
    /// Why the text cannot be read.
    pub fn merge(&self, text: &str, now: Timestamp) -> Result<Option<Record>, RecordError> {
        self.hear(now);
        self.take(text, self.seq())
    }

    /// Decides, within the second copy's transaction, what to write there. The second value is the record that was found,
    /// there or in the first copy, where it is newer; it is the newest known from here on.
    #[must_use]
    pub fn decide(&self, found: Found<'_>, now: Timestamp) -> (Decision, Option<Record>) {
        let mut merged = self.reload(now);
        let known = self.seq().min(self.base.replace(Seq(u64::MAX)));
        let mut decision = Decision::default();
        let read = match found {
            Found::Nothing => Ok(None),
            Found::Text(text) if text == self.record.borrow().to_text() => Ok(None),
            Found::Text(text) => self.take(text, known),
            Found::NotText => Err(RecordError::Damaged),
        };
        // Whatever it is that cannot be read: a reader who clears wants it gone.
        let clearing = self.clearing.get();
        if !clearing {
            self.note_version(&read);
        }
        match read {
            Ok(None) => {}
            Ok(Some(record)) => {
                self.unreadable.set(false);
                self.write_first();
                merged = Some(record);
            }
            Err(_) if clearing || self.newer.get() => {}
            Err(_) => {
                if known == Seq::default() {
                    self.unreadable.set(true);
                }
                let quarantine = format!("{}:unreadable:{}", self.name, now.as_millis());
                decision.quarantine = Some(quarantine);
            }
        }
        if self.newer.get() {
            return (Decision::default(), merged);
        }
        // Before there is something to keep, nothing is written.
        if found != Found::Nothing || self.may_create() {
            let own = self.record.borrow().to_text();
            decision.put = (found != Found::Text(&own)).then_some(own);
        }
        (decision, merged)
    }

    /// Whether there is something to keep, for which a database may be made.
    #[must_use]
    pub fn may_create(&self) -> bool {
        !self.newer.get() && self.seq() > Seq::default()
    }

    /// Brings the second copy up to date, in one transaction. `on_merge` is called within it where a newer record was
    /// found. Whether the record is on the disk.
    ///
    /// If the store never answers, this never resolves: the caller sets a timer and calls [`RecordKeeper::timed_out`].
    pub async fn flush(
        &self,
        second: &impl TransactionalStore,
        now: impl FnOnce() -> Timestamp,
        on_merge: impl FnOnce(Record),
    ) -> bool {
        if self.copies != Copies::Both {
            return false;
        }
        let written = Cell::new(self.seq());
        let decide = |found: Found<'_>| {
            let (decision, merged) = self.decide(found, now());
            written.set(self.seq());
            if let Some(record) = merged {
                on_merge(record);
            }
            decision
        };
        let result = second
            .transact(&self.name, || self.may_create(), decide)
            .await;
        self.flushed(written.get(), result.is_ok());
        result.is_ok()
    }

    /// A transaction that held the record of this `seq` is on the disk, or has failed. Where more was said since, more is
    /// under way, and only a failure counts.
    pub fn flushed(&self, seq: Seq, ok: bool) {
        if !ok {
            self.second.set(Second::Failed);
        } else if seq == self.seq() {
            self.second.set(Second::Flushed);
            self.clearing.set(false);
        }
    }

    /// The second copy has not answered for [`FLUSH_TIMEOUT_MS`]: it counts as failed until it does.
    pub fn timed_out(&self) {
        self.second.set(Second::Failed);
    }

    /// Whether the two copies are not known to hold the same record: then another flush may help.
    #[must_use]
    pub fn needs_flush(&self) -> bool {
        self.copies == Copies::Both
            && !(self.first_holds.get() && self.second.get() == Second::Flushed)
    }

    /// How safe the newest answer is.
    #[must_use]
    pub fn durability(&self) -> Durability {
        let first = if self.first_holds.get() {
            Durability::BestEffort
        } else {
            Durability::MemoryOnly
        };
        match (self.copies, self.second.get()) {
            _ if self.newer.get() => Durability::MemoryOnly,
            (Copies::None, _) => Durability::MemoryOnly,
            (Copies::First, _) | (Copies::Both, Second::Failed) => first,
            (Copies::Both, Second::Unanswered) => Durability::Unknown,
            (Copies::Both, Second::Pending) => Durability::Pending,
            (Copies::Both, Second::Flushed) => Durability::Durable,
        }
    }

    /// The notice for the reader. Before the second copy has answered, only that a record is a newer version's: all
    /// else it may put right.
    #[must_use]
    pub fn notice(&self) -> Option<Notice> {
        if self.newer.get() {
            return Some(Notice::Newer);
        }
        match self.durability() {
            Durability::MemoryOnly if self.copies == Copies::None => None,
            Durability::MemoryOnly => Some(Notice::NotKept),
            Durability::Unknown => None,
            Durability::Pending | Durability::BestEffort | Durability::Durable => {
                self.unreadable.get().then_some(Notice::Unreadable)
            }
        }
    }

    /// Reads a record; if it is newer than `known`, it becomes the newest.
    fn take(&self, text: &str, known: Seq) -> Result<Option<Record>, RecordError> {
        let own = self.record();
        let mut record = Record::from_text(text, &own.guide, self.latest.get())?;
        if record.seq <= known {
            return Ok(None);
        }
        // Answers that are dropped for it had a number, which another tab may know.
        record.seq = own.seq.next(Timestamp::from_millis(record.seq.0));
        record.rev = own.rev;
        self.base.set(self.base.get().max(record.seq));
        self.record.replace(record.clone());
        self.second_is_behind();
        Ok(Some(record))
    }

    /// Nothing is written from the first record of a newer version on.
    fn note_version(&self, stored: &Result<Option<Record>, RecordError>) {
        if *stored == Err(RecordError::Newer) {
            self.newer.set(true);
        }
    }

    fn second_is_behind(&self) {
        if self.second.get() == Second::Flushed {
            self.second.set(Second::Pending);
        }
    }

    /// What the first copy holds, if it may be used.
    fn load_first(&self) -> Option<String> {
        if self.copies == Copies::None || self.stuck.get() {
            return None;
        }
        self.first.load(&self.name).ok()?
    }

    fn write_first(&self) {
        // A tab of a newer version may have been there since.
        if let Some(text) = self.load_first() {
            let read = Record::from_text(&text, &self.record.borrow().guide, self.latest.get());
            self.note_version(&read.map(Some));
        }
        if self.copies != Copies::None && !self.stuck.get() && !self.newer.get() {
            self.save_first();
        } else {
            self.first_holds.set(false);
        }
    }

    fn save_first(&self) {
        let text = self.record.borrow().to_text();
        self.first_holds
            .set(self.first.save(&self.name, &text).is_ok());
    }

    fn hear(&self, now: Timestamp) {
        self.latest.set(self.latest.get().max(now));
    }
}
