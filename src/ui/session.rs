//! One widget's session: the answers in hand, kept as they are given, and told to the page.
//!
//! Belongs here: the order of things around an answer (act, keep, tell, show). Does not: what an answer leads to
//! ([`crate::walk`]), or how it looks.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use yew::Callback;

use crate::browser::clock;
use crate::browser::history::{self, Mark};
use crate::browser::local_storage::LocalStorage;
use crate::guide::Guide;
use crate::progress::{self, Answer, Progress, Record, Restored, Store, VERSION};
use crate::walk::{Action, Walk, act};

/// What the reader must be told about the keeping of progress.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Answers will not outlive the page: the store is blocked.
    NotKept,
    /// Answers will not outlive the page: the store is full.
    Full,
    /// What was stored could not be read; it is set aside.
    Unreadable,
}

impl Notice {
    /// The name in `data-notice`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::NotKept | Self::Full => "not-kept",
            Self::Unreadable => "unreadable",
        }
    }
}

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
    /// Whether progress is kept in localStorage (`storage="local"`) or nowhere (`storage="none"`).
    pub keep: bool,
    /// Level of the widget's first heading, 1 to 6.
    pub heading_level: u8,
    /// What the widget is rendered into.
    pub root: web_sys::Element,
    /// Tells the page of something: event name, id, value. Ids only, never free text.
    pub emit: js_sys::Function,
}

/// One widget's session.
pub struct Session {
    /// The guide that is walked.
    pub guide: Guide,
    /// How the element is set up.
    pub settings: Settings,
    progress: RefCell<Progress>,
    seq: Cell<u64>,
    /// Whether a record may be written. Not where what stands there could not be set aside.
    writes: Cell<bool>,
    notice: Cell<Option<Notice>>,
    /// Number of the history entry that the page is at.
    entry: Cell<u32>,
    /// The screen that the page was told of last.
    told: RefCell<(&'static str, String)>,
    /// Whether the last change led back.
    backward: Cell<bool>,
    /// What lies over the card.
    over: Cell<Over>,
    /// Whether the report was copied; none where nobody asked for it yet.
    copied: Cell<Option<bool>>,
    /// The screen that focus is at, so that it moves once a screen.
    focused: RefCell<String>,
    changed: RefCell<Callback<()>>,
}

impl Session {
    /// Takes up where the reader left off.
    #[must_use]
    pub fn restore(guide: Guide, settings: Settings) -> Rc<Self> {
        let mut record = None;
        let mut notice = None;
        let mut writes = settings.keep;
        if settings.keep {
            match progress::restore(&LocalStorage, &guide.id) {
                Restored::Nothing => {}
                Restored::Found(found) => record = Some(*found),
                Restored::SetAside(_) => notice = Some(Notice::Unreadable),
                Restored::Stuck(_) => {
                    writes = false;
                    notice = Some(Notice::Full);
                }
                Restored::Unavailable(_) => notice = Some(Notice::NotKept),
            }
        }
        let (progress, seq) =
            record.map_or_else(Default::default, |record| (record.progress, record.seq));
        let name = progress::name(&guide.id);
        let entry = history::current(&name).map_or(0, |mark| mark.number);
        let session = Self {
            guide,
            settings,
            progress: RefCell::new(progress),
            seq: Cell::new(seq),
            writes: Cell::new(writes),
            notice: Cell::new(notice),
            entry: Cell::new(entry),
            told: RefCell::new(("", String::new())),
            backward: Cell::new(false),
            over: Cell::new(Over::Nothing),
            copied: Cell::new(None),
            focused: RefCell::default(),
            changed: RefCell::new(Callback::noop()),
        };
        if history::current(&name).is_none() {
            history::mark(&name, &Mark::default());
        }
        Rc::new(session)
    }

    /// Whom to call when something changed.
    pub fn on_change(&self, callback: Callback<()>) {
        self.changed.replace(callback);
    }

    /// The answers so far.
    #[must_use]
    pub fn progress(&self) -> Progress {
        self.progress.borrow().clone()
    }

    /// The record's sequence number.
    #[must_use]
    pub fn seq(&self) -> u64 {
        self.seq.get()
    }

    /// What the reader must be told.
    #[must_use]
    pub fn notice(&self) -> Option<Notice> {
        self.notice.get()
    }

    /// Whether answers outlive the page.
    #[must_use]
    pub fn keeps(&self) -> bool {
        self.writes.get() && !matches!(self.notice.get(), Some(Notice::NotKept | Notice::Full))
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

    /// Whether the report was copied; none where nobody asked for it yet.
    pub(crate) fn copied(&self) -> Option<bool> {
        self.copied.get()
    }

    /// Says whether the report was copied.
    pub(crate) fn set_copied(&self, copied: bool) {
        self.copied.set(Some(copied));
        self.show();
    }

    /// Whether focus has still to go to this screen, named by `place`. It never does at load, where the reader may be
    /// anywhere on the page.
    pub(crate) fn takes_focus(&self, place: &str) -> bool {
        let before = self.focused.replace(place.to_owned());
        !before.is_empty() && before != place
    }

    fn show(&self) {
        self.changed.borrow().emit(());
    }

    /// The record as it stands.
    #[must_use]
    pub fn record(&self) -> Record {
        Record {
            v: VERSION,
            guide: self.guide.id.clone(),
            rev: self.guide.rev,
            seq: self.seq.get(),
            progress: self.progress(),
        }
    }

    /// Does what the reader asked for. Back goes by the browser's history, so that its own Back button and ours agree.
    pub fn act(&self, action: &Action) {
        if *action == Action::Back && self.entry.get() > 0 && history::back() {
            return;
        }
        let screen = self.screen_name();
        if !self.apply(action) {
            return;
        }
        let answer = match action {
            Action::Answer { id, answer } => Some((id.clone(), answer.name().to_owned())),
            Action::Change(_) | Action::Restart => None,
            // A tick, or a Back without an entry to go back to, is no new place in the history.
            Action::Tick { .. } | Action::Back => return,
        };
        // "Still running" said again leaves the reader where they were.
        if answer.is_some() && screen == self.screen_name() {
            return;
        }
        self.entry.set(self.entry.get() + 1);
        let mark = Mark {
            number: self.entry.get(),
            answer,
        };
        history::push(&progress::name(&self.guide.id), &mark);
    }

    /// The page went to another entry of its history.
    pub fn went(&self) {
        let Some(mark) = history::current(&progress::name(&self.guide.id)) else {
            return;
        };
        let from = self.entry.replace(mark.number);
        if mark.number < from {
            for _ in mark.number..from {
                self.apply(&Action::Back);
            }
        } else if mark.number == from + 1
            && let Some((id, name)) = mark.answer
            && let Some(answer) = Answer::named(&name)
        {
            self.apply(&Action::Answer { id, answer });
        }
    }

    /// Changes the answers, keeps them, tells the page and shows the result. Whether anything changed.
    fn apply(&self, action: &Action) -> bool {
        let before = self.progress();
        let Some(after) = act(&self.guide, &before, action, clock::now()) else {
            return false;
        };
        let asked = Walk::of(&self.guide, &before).screen.name();
        self.backward.set(*action == Action::Back);
        self.progress.replace(after);
        self.seq.set(self.seq.get() + 1);
        self.keep();
        if let Action::Answer { id, answer } = action {
            let name = match asked {
                "question" | "confirm" => "unstuck-answer",
                _ => "unstuck-verdict",
            };
            self.emit(name, id, answer.name());
        }
        self.over.set(Over::Nothing);
        self.copied.set(None);
        self.tell_screen();
        self.show();
        true
    }

    fn keep(&self) {
        if !self.writes.get() {
            return;
        }
        match LocalStorage.save(&progress::name(&self.guide.id), &self.record().to_text()) {
            Ok(()) if self.notice.get() == Some(Notice::Full) => self.notice.set(None),
            Ok(()) => {}
            Err(progress::StoreError::Blocked) => self.notice.set(Some(Notice::NotKept)),
            Err(progress::StoreError::Full) => self.notice.set(Some(Notice::Full)),
        }
    }

    fn screen_name(&self) -> (&'static str, String) {
        let progress = self.progress.borrow();
        let screen = Walk::of(&self.guide, &progress).screen;
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
            "solved" => self.emit("unstuck-solved", &id, name),
            "exhausted" => self.emit("unstuck-exhausted", &id, name),
            _ => {}
        }
    }

    /// Tells the page of something.
    pub fn emit(&self, name: &str, id: &str, value: &str) {
        // A listener of the page that throws must not stop the walk.
        let this = wasm_bindgen::JsValue::NULL;
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
