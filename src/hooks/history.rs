//! The browser's Back and Forward: an entry for each answer, and what was said when it was there.
//!
//! Of an entry, numbers alone are noted (`entries.rs`). What was said there is kept in memory and, for after a reload, in
//! sessionStorage: an entry cannot be changed once it is left, and what a reader removes from the device must not stay in one.
//! Nor does anything stay of a widget that keeps nothing. Where the browser does not let the page touch its history (a
//! sandboxed frame), the widget's Back works without it.

use std::cell::{Cell, RefCell};

use unstuck_core::progress::{Progress, Record};
use unstuck_core::{Seq, Timestamp};

use super::clock;
use super::entries::{self, Entries, Mark, Owner};
use crate::stores::SessionStorage;

/// How long the browser may take to go back (ms) before Back is asked of it again; a second press until then is the same.
const PATIENCE: u64 = 500;

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
    entries: Entries,
    guide: String,
    /// The page that it stands on.
    page: Option<String>,
    /// Whether what was said may be stored.
    stored: bool,
    /// Number of the entry that the page is at.
    number: Cell<u64>,
    /// The `seq` at which this tab last merged what another one said. Entries from before it hold answers that are not the
    /// newest, and are not gone back to.
    epoch: Cell<Seq>,
    /// The record's sequence number at the entry last marked.
    seq: Cell<Seq>,
    /// When Back was last requested of the browser; `None` once it has answered.
    asked: Cell<Option<Timestamp>>,
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
            name.push_str(&format!(":{}", entries::random()));
        }
        entries::follow();
        let mut place = Self::nowhere(guide, name, stored);
        place.page = entries::page();
        let mark = place.entries.current();
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
            entries: Entries::of(Owner { name, stored }),
            guide: guide.to_owned(),
            page: None,
            stored,
            number: Cell::default(),
            epoch: Cell::default(),
            seq: Cell::default(),
            asked: Cell::default(),
            past: RefCell::default(),
        }
    }

    /// Notes what is said at the entry that the page is at.
    pub(crate) fn mark(&self, record: &Record) {
        self.keep(record);
        let (number, epoch) = (self.number.get(), self.epoch.get());
        self.entries.mark(number, epoch, record.seq);
        self.seq.set(record.seq);
    }

    /// Adds an entry.
    pub(crate) fn push(&self, record: &Record) {
        let (number, epoch) = (self.number.get(), self.epoch.get());
        // One that the host has added since is where the reader was before.
        if self.entries.current().is_none() {
            self.entries.mark(number, epoch, self.seq.get());
        }
        self.number.set(number + 1);
        self.keep(record);
        self.entries.add(number + 1, epoch, record.seq);
        self.seq.set(record.seq);
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
        let added = self.entries.current().is_some_and(|mark| mark.added);
        if added && entries::history().is_some_and(|history| history.back().is_ok()) {
            self.asked.set(Some(now));
            return true;
        }
        self.epoch.set(seq.next(now));
        false
    }

    /// Whether the page is at another entry of this widget's than the last one that this knows of.
    pub(crate) fn has_moved(&self) -> bool {
        let mark = self.entries.current();
        mark.is_some_and(|mark| mark.number != self.number.get())
    }

    /// Whether the page has come to where it is by a move within a walk: no visit, and nothing that the host's router is to
    /// hear of. Asked before [`Place::arrive`].
    pub(crate) fn moved_within(&self) -> bool {
        self.entries.moved_within()
    }

    /// Whether the page is another one by now, of which the widget knows nothing.
    pub(crate) fn is_elsewhere(&self) -> bool {
        self.entries.current().is_none() && self.page != entries::page()
    }

    /// The page went to another entry.
    pub(crate) fn arrive(&self) -> Arrived {
        let asked = self.asked.take().is_some();
        let mark = self.entries.current();
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
        match self.entries.current().filter(|mark| mark.seq == seq) {
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

    /// Takes the marks of a widget that keeps nothing off again: nobody else will know them.
    pub(crate) fn leave(&self) {
        if !self.stored {
            self.entries.forget();
        }
    }
}
