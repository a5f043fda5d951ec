//! One widget's session: the answers in hand, kept as they are given, and told to the page.
//!
//! Belongs here: the order of things around an answer (act, keep, tell, show). Does not: what an answer leads to
//! ([`crate::walk`]), or how it looks.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::atomic::AtomicU8;
use std::sync::atomic::Ordering::Relaxed;

use wasm_bindgen::{JsCast, JsValue};
use yew::Callback;

use crate::Seq;
use crate::browser::clock;
use crate::browser::history::{self, Mark};
use crate::browser::local_storage::LocalStorage;
use crate::guide::Guide;
use crate::persistence::{Copies, Durability, Found, Notice, RecordKeeper};
use crate::progress::{Progress, Record};
use crate::walk::{Action, Walk, apply as walk_apply};

/// What lies over the card.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Over {
    Nothing,
    Overview,
    Restart,
}

/// How an element is set up.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Where progress is kept (`storage="none"`: nowhere).
    pub copies: Copies,
    /// Level of the widget's first heading, 1 to 6.
    pub heading_level: u8,
    /// `auto`, `light` or `dark`.
    pub theme: String,
    /// What the widget is rendered into.
    pub root: web_sys::Element,
    /// Tells the page of something: event name, id, value. Ids only, never free text.
    pub emit: js_sys::Function,
}

/// How long the browser may take to go back (ms) before Back is asked of it again; a second press until then is the same.
const PATIENCE: u64 = 500;

/// Presses closer than this (ms) are one double tap.
const DOUBLE_TAP: u64 = 500;

/// How many sessions that keep nothing there were, to tell them apart: no page has 256.
static ALONE: AtomicU8 = AtomicU8::new(0);

/// One widget's session.
pub struct Session {
    /// The guide that is walked.
    pub guide: Guide,
    /// How the element is set up.
    pub settings: Settings,
    /// Names its marks in the browser's history.
    name: String,
    keeper: RecordKeeper<LocalStorage>,
    /// Number of the history entry that the page is at.
    entry: Cell<u64>,
    /// The `seq` at which this tab last took up what another one said. Entries from before it hold answers that are not
    /// the newest, and are not gone back to.
    epoch: Cell<Seq>,
    /// When our own Back was last asked of the browser (ms since 1970 UTC); 0 when it has answered.
    going: Cell<u64>,
    /// When the screen changed last (ms since 1970 UTC).
    shown: Cell<u64>,
    /// Whether the last change was the reader's doing here, so that focus follows it.
    here: Cell<bool>,
    /// The screen that the page was told of last.
    told: RefCell<(&'static str, String)>,
    /// Whether the last change led back.
    backward: Cell<bool>,
    /// What lies over the card.
    over: Cell<Over>,
    /// What was to be copied last, and whether it was; no words where nobody asked for any yet.
    copied: RefCell<(String, bool)>,
    /// The screen that focus is at, so that it moves once a screen.
    focused: RefCell<String>,
    changed: RefCell<Callback<()>>,
}

impl Session {
    /// Takes up where the reader left off.
    #[must_use]
    pub fn restore(guide: Guide, settings: Settings) -> Rc<Self> {
        let keeper = RecordKeeper::open(LocalStorage, &guide, settings.copies);
        let seq = keeper.seq();
        let mut name = keeper.name().to_owned();
        if settings.copies == Copies::None {
            // Nobody else's: two that keep nothing have nothing in common.
            name.push(ALONE.fetch_add(1, Relaxed).into());
        }
        let mark = history::current(&name);
        let of_mark = mark.as_ref().and_then(|mark| {
            let record = Record::from_text(&mark.record, &guide.id).ok()?;
            (record.seq == seq).then_some(mark.epoch)
        });
        let session = Self {
            guide,
            settings,
            name,
            keeper,
            entry: Cell::new(mark.map_or(0, |mark| mark.number)),
            epoch: Cell::new(of_mark.unwrap_or(seq)),
            going: Cell::new(0),
            shown: Cell::new(0),
            here: Cell::new(false),
            told: RefCell::new(("", String::new())),
            backward: Cell::new(false),
            over: Cell::new(Over::Nothing),
            copied: RefCell::default(),
            focused: RefCell::default(),
            changed: RefCell::new(Callback::noop()),
        };
        session.mark();
        Rc::new(session)
    }

    /// Whom to call when something changed.
    pub fn on_change(&self, callback: Callback<()>) {
        self.changed.replace(callback);
    }

    /// The answers so far.
    #[must_use]
    pub fn progress(&self) -> Progress {
        self.keeper.progress()
    }

    /// The record's sequence number.
    #[must_use]
    pub fn seq(&self) -> Seq {
        self.keeper.seq()
    }

    /// What the reader must be told.
    #[must_use]
    pub fn notice(&self) -> Option<Notice> {
        self.keeper.notice()
    }

    /// Where the newest answer is.
    #[must_use]
    pub fn durability(&self) -> Durability {
        self.keeper.durability()
    }

    /// Whether the last change led back.
    #[must_use]
    pub fn backward(&self) -> bool {
        self.backward.get()
    }

    /// What lies over the card.
    pub(crate) fn over(&self) -> Over {
        self.over.get()
    }

    /// Lays something over the card, or takes it away.
    pub(crate) fn lay(&self, over: Over) {
        self.over.set(over);
        self.show();
    }

    /// Whether these words were copied; none where nobody asked for it last.
    pub(crate) fn copied(&self, words: &str) -> Option<bool> {
        let copied = self.copied.borrow();
        (copied.0 == words).then_some(copied.1)
    }

    /// Says whether words were copied.
    pub(crate) fn set_copied(&self, words: &str, well: bool) {
        self.copied.replace((words.to_owned(), well));
        self.show();
    }

    /// Whether focus has still to go to this screen, named by `place`. It never does at load, where the reader may be
    /// anywhere on the page.
    pub(crate) fn takes_focus(&self, place: &str) -> bool {
        let before = self.focused.replace(place.to_owned());
        if before != place {
            self.shown.set(clock::now());
        }
        !before.is_empty() && before != place && self.here.get()
    }

    /// Whether a press is the second of a double tap that was meant for the screen before.
    pub(crate) fn is_echo(&self, event: &web_sys::Event) -> bool {
        let event: &web_sys::UiEvent = event.unchecked_ref();
        event.detail() > 1 && clock::now().saturating_sub(self.shown.get()) < DOUBLE_TAP
    }

    fn show(&self) {
        self.changed.borrow().emit(());
    }

    /// The record as it stands.
    #[must_use]
    pub fn record(&self) -> Record {
        self.keeper.record()
    }

    /// Does what the reader asked for. Back goes by the browser's history, so that its own Back button and ours agree.
    pub fn act(&self, action: &Action) {
        if *action == Action::Back {
            let now = clock::now();
            if now.saturating_sub(self.going.get()) < PATIENCE {
                return;
            }
            if self.entry.get() > 0 {
                // The last entry may be that of another widget of the page, or the page's own.
                if history::is_of(&self.name) && history::back() {
                    self.going.set(now);
                    return;
                }
                self.epoch.set(Seq(self.seq().0 + 1));
            }
        }
        let screen = self.screen_name();
        if !self.apply(action) {
            return;
        }
        let stays = match action {
            Action::Tick { .. } | Action::Back => true,
            // "Still running" said again leaves the reader where they were.
            Action::Answer { .. } => screen == self.screen_name(),
            Action::Change(_) | Action::Restart => false,
        };
        if stays {
            self.mark();
        } else {
            self.entry.set(self.entry.get() + 1);
            history::push(&self.name, &self.here_and_now());
        }
        self.emit("kept", "", "");
    }

    /// The page went to another entry of its history: what was said there is what counts again.
    pub fn went(&self) {
        let asked = self.going.replace(0) > 0;
        let mark = history::current(&self.name);
        // What another tab said counts, even where its news comes later than this.
        self.refresh();
        // An entry of the page's own, such as a link within it, belongs to where the reader is.
        let number = mark.as_ref().map_or(self.entry.get(), |mark| mark.number);
        let backward = number < self.entry.replace(number);
        let record = mark
            .filter(|mark| mark.epoch == self.epoch.get())
            .and_then(|mark| Record::from_text(&mark.record, &self.guide.id).ok());
        self.here.set(true);
        let changed = match record {
            Some(record) => self.settle(record.progress, backward, None),
            None => backward && self.apply(&Action::Back),
        };
        self.mark();
        self.emit("kept", "", "");
        if asked && !changed {
            self.act(&Action::Back);
        }
    }

    /// Takes up what another tab has said since.
    pub fn refresh(&self) {
        if let Some(record) = self.keeper.reload() {
            self.merged(&record);
        }
    }

    /// Takes up a newer record because the reader chose it, and keeps it.
    pub fn take(&self, text: &str) {
        let Ok(record) = Record::from_text(text, &self.guide.id) else {
            return;
        };
        let seq = self.keeper.update(record.progress, clock::now().into());
        self.epoch.set(seq);
        self.here.set(true);
        self.mark();
        self.show_change(false);
        self.sync();
        self.emit("kept", "", "");
    }

    /// Takes up the record of this text where it is newer. `met`: it is the second copy, met in the transaction that was asked
    /// for; empty where there is none. Whether the text can be read.
    pub fn take_up(&self, text: &str, met: bool) -> bool {
        if !met {
            return match self.keeper.merge(text) {
                Ok(Some(record)) => {
                    self.merged(&record);
                    true
                }
                Ok(None) => true,
                Err(_) => false,
            };
        }
        let found = if text.is_empty() {
            Found::Nothing
        } else {
            Found::Text(text)
        };
        let (decision, merged) = self.keeper.decide(found, clock::now().into());
        if let Some(record) = merged {
            self.merged(&record);
            self.emit("kept", "", "");
        }
        !text.is_empty() && decision.quarantine.is_none()
    }

    /// Whether a newer version has written a copy: then nothing is written.
    pub fn is_outdated(&self) -> bool {
        self.keeper.notice() == Some(Notice::Newer)
    }

    /// Shows what was taken up.
    fn merged(&self, record: &Record) {
        self.epoch.set(record.seq);
        // Another widget of the page has marked the entry already; another tab has not.
        if let Some(mark) = history::current(&self.name)
            && mark.record == record.to_text()
        {
            self.epoch.set(mark.epoch);
            self.entry.set(mark.number);
        }
        self.here.set(false);
        self.mark();
        self.show_change(false);
    }

    /// There may be news, in either copy.
    pub fn hear(&self) {
        self.refresh();
        if self.keeper.needs_flush() {
            self.sync();
        }
    }

    /// Asks the page to meet the second copy, and to hand over what it holds.
    pub fn sync(&self) {
        if self.settings.copies != Copies::None {
            self.emit("keep", &self.name, "");
        }
    }

    /// Whether the record in hand is on the disk, as the second copy.
    pub fn settled(&self, well: bool) {
        self.keeper.flushed(self.seq(), well);
        self.show();
    }

    /// Changes the answers, keeps them, tells the page and shows the result. Whether anything changed.
    fn apply(&self, action: &Action) -> bool {
        self.refresh();
        let before = self.progress();
        let Some(after) = walk_apply(&self.guide, &before, action, clock::now()) else {
            return false;
        };
        let said = match action {
            Action::Answer { id, answer } => {
                let name = match self.screen_name().0 {
                    "question" | "confirm" => "unstuck-answer",
                    _ => "unstuck-verdict",
                };
                Some((name, id.as_str(), answer.name()))
            }
            _ => None,
        };
        self.here.set(true);
        self.settle(after, *action == Action::Back, said)
    }

    /// Puts answers in the place of those in hand, and tells the page what was said. Whether they differ.
    fn settle(&self, after: Progress, backward: bool, said: Option<(&str, &str, &str)>) -> bool {
        if self.progress() == after {
            return false;
        }
        self.keeper.update(after, clock::now().into());
        self.sync();
        if let Some((name, id, answer)) = said {
            self.emit(name, id, answer);
        }
        self.show_change(backward);
        true
    }

    fn show_change(&self, backward: bool) {
        self.backward.set(backward);
        self.over.set(Over::Nothing);
        self.copied.take();
        self.tell_screen();
        self.show();
    }

    fn here_and_now(&self) -> Mark {
        Mark {
            number: self.entry.get(),
            epoch: self.epoch.get(),
            record: self.record().to_text(),
        }
    }

    /// Writes on the history entry that the page is at.
    fn mark(&self) {
        history::mark(&self.name, &self.here_and_now());
    }

    fn screen_name(&self) -> (&'static str, String) {
        let progress = self.progress();
        let screen = Walk::replay(&self.guide, &progress).screen;
        (screen.name(), screen.id().to_owned())
    }

    /// Tells the page which screen shows, once a screen.
    pub fn tell_screen(&self) {
        let screen = self.screen_name();
        if *self.told.borrow() == screen {
            return;
        }
        let (name, id) = screen.clone();
        self.told.replace(screen);
        self.emit("unstuck-screen", &id, name);
        match name {
            "solved" => self.emit("unstuck-solved", &id, ""),
            "exhausted" => self.emit("unstuck-exhausted", &id, ""),
            _ => {}
        }
    }

    /// Tells the page of something.
    pub fn emit(&self, name: &str, id: &str, value: &str) {
        // A listener of the page that throws must not stop the walk.
        let this = JsValue::NULL;
        let emit = &self.settings.emit;
        let _ = emit.call3(&this, &name.into(), &id.into(), &value.into());
    }
}

/// A session is the same only as itself: it holds its state inside.
impl PartialEq for Session {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}
