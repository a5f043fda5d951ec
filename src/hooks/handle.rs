//! A guide, opened on this device: with its record, its place in the browser's history, and the widget that shows it.

use std::cell::{Cell, RefCell};
use std::fmt;
use std::rc::Rc;

use unstuck_core::Timestamp;
use unstuck_core::guide::Guide;
use unstuck_core::persistence::{Copies, Durability, RecordKeeper};
use unstuck_core::progress::{Progress, Record};
use unstuck_core::walk::{Action, Report};
use yew::Callback;

use super::clock;
use super::history::Place;
use crate::host::Around;
use crate::report;
use crate::session::Command;
use crate::state::WalkState;
use crate::stores::LocalStorage;
use crate::words::Words;

/// A guide with the record that this device has of it, and what a host can ask of the widget that shows it. Opened before the
/// first render: whatever renders, natively or in a browser, then renders the same.
#[derive(Clone)]
pub struct WidgetHandle(Rc<Inner>);

pub(super) struct Inner {
    pub(super) guide: Rc<Guide>,
    pub(super) keeper: RecordKeeper<LocalStorage>,
    pub(super) place: Place,
    /// Whether anything is stored.
    pub(super) stored: bool,
    /// Whether a link to the page can bring answers along.
    links: Cell<bool>,
    /// What the widget does when it is asked. Nothing before it is there, and after.
    run: RefCell<Callback<Command>>,
}

impl WidgetHandle {
    /// Takes up where the reader left off, in a browser. With `stored`, that is what the device has, else nothing. `restore`:
    /// the record, as text, that the same widget had when it was taken off the page; empty where there is none.
    #[must_use]
    pub fn open(guide: Rc<Guide>, stored: bool, restore: &str) -> Self {
        // A guide without an id would share what is stored with every other.
        let stored = stored && !guide.id.is_empty();
        let copies = if stored { Copies::Both } else { Copies::None };
        let now = clock::now();
        let keeper = RecordKeeper::open(LocalStorage, &guide, copies, now);
        let place = Place::of(&guide.id, stored, keeper.seq());
        // An unreadable record is not this widget's, and there is nothing to quarantine.
        if let Ok(Some(record)) = keeper.merge(restore, now) {
            place.merged(record.seq);
        }
        place.mark(&keeper.record());
        Self::new(guide, keeper, place, stored)
    }

    /// A walk in memory alone, which touches no browser.
    #[must_use]
    pub fn in_memory(guide: Rc<Guide>, progress: Progress, now: Timestamp) -> Self {
        let keeper = RecordKeeper::open(LocalStorage, &guide, Copies::None, now);
        if !progress.is_empty() {
            keeper.update(progress, now);
        }
        Self::new(guide, keeper, Place::none(), false)
    }

    fn new(
        guide: Rc<Guide>,
        keeper: RecordKeeper<LocalStorage>,
        place: Place,
        stored: bool,
    ) -> Self {
        Self(Rc::new(Inner {
            guide,
            keeper,
            place,
            stored,
            links: Cell::default(),
            run: RefCell::default(),
        }))
    }

    /// The guide.
    #[must_use]
    pub fn guide(&self) -> &Rc<Guide> {
        &self.0.guide
    }

    /// The current record.
    #[must_use]
    pub fn record(&self) -> Record {
        self.0.keeper.record()
    }

    /// Where the newest answer is.
    #[must_use]
    pub fn durability(&self) -> Durability {
        self.0.keeper.durability()
    }

    /// What was tried, as text.
    #[must_use]
    pub fn report(&self) -> String {
        self.report_as(ReportFormat::Text)
    }

    /// What was tried.
    #[must_use]
    pub fn report_as(&self, format: ReportFormat) -> String {
        let report = self.tried();
        let words = Words::of(&self.guide().lang);
        match format {
            ReportFormat::Text => report::text(&report, words),
            ReportFormat::Markdown => report::markdown(&report, words),
            ReportFormat::Json => report.to_json(),
        }
    }

    pub(super) fn tried(&self) -> Report {
        report::of(self.guide(), &self.0.keeper.progress(), &self.around())
    }

    /// What the report tells of the page.
    pub(super) fn around(&self) -> Around {
        super::page::around(self.0.links.get())
    }

    pub(super) fn set_links(&self, links: bool) {
        self.0.links.set(links);
    }

    /// Takes the last answer back.
    pub fn back(&self) {
        self.run(Command::Act(Action::Back));
    }

    /// Takes all answers back.
    pub fn restart(&self) {
        self.run(Command::Act(Action::Restart));
    }

    /// Reads no screen aloud any more: the reader has turned to something else.
    pub fn silence(&self) {
        self.run(Command::ReadAloud(false));
    }

    /// Whether the page has come to another entry of this walk's. The walk then follows.
    #[must_use]
    pub fn follow_history(&self) -> bool {
        let moved = self.0.place.has_moved();
        if moved {
            self.run(Command::FollowHistory);
        }
        moved
    }

    /// Does what a reader could ask for.
    pub fn run(&self, command: Command) {
        let run = self.0.run.borrow().clone();
        run.emit(command);
    }

    /// What the widget does from here on when it is asked.
    pub(super) fn set_run(&self, run: Callback<Command>) {
        self.0.run.replace(run);
    }

    /// What a widget shows of it.
    #[must_use]
    pub fn state(&self) -> WalkState {
        let keeper = &self.0.keeper;
        let mut state = WalkState::new(self.0.guide.clone(), keeper.progress(), keeper.seq());
        state.now = clock::now();
        state.seen = state.now;
        state.notice = keeper.notice();
        state
    }

    pub(super) fn inner(&self) -> &Inner {
        &self.0
    }

    /// The widget is taken off the page.
    pub fn leave(&self) {
        self.0.place.leave();
    }
}

/// The forms of a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ReportFormat {
    /// Text that pastes well.
    #[default]
    Text,
    /// Markdown.
    Markdown,
    /// JSON: docs/report.schema.json.
    Json,
}

/// The same only as itself.
impl PartialEq for WidgetHandle {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl fmt::Debug for WidgetHandle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("WidgetHandle")
            .field(&self.0.guide.id)
            .finish()
    }
}
