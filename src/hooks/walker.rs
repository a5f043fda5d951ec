//! What is done around a change of the walk: it is saved, before it is dispatched; then come the history, the events, the
//! second copy and the other widgets of the guide.
//!
//! Belongs here: the order of these. Does not: what an answer leads to (`unstuck-core`), which copy counts
//! (`unstuck_core::persistence`), what is shown (`crate::state`).

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use unstuck_core::persistence::{
    Decision, Durability, FLUSH_TIMEOUT_MS, Found, TransactionalStore,
};
use unstuck_core::progress::{Kind, Progress, Record};
use unstuck_core::walk::{Action, Screen, Walk};
use unstuck_core::{Seq, Timestamp};
use wasm_bindgen_futures::spawn_local;
use yew::functional::UseReducerDispatcher;
use yew::prelude::*;

use super::after_frame::AfterFrame;
use super::handle::{Inner, WidgetHandle};
use super::registry::announce;
use super::{clock, use_focus};
use crate::host::WidgetEvent;
use crate::state::{Direction, WalkAction, WalkState};
use crate::stores::IndexedDb;

/// Clicks closer than this (ms) are one double tap.
const DOUBLE_TAP: u64 = 500;

/// Changes one widget's walk.
pub(crate) struct Walker {
    pub(super) handle: WidgetHandle,
    show: Show,
    /// What the second copy waits for.
    later: AfterFrame,
    /// The host's newest listener.
    on_event: RefCell<Callback<WidgetEvent>>,
    /// When the screen changed last.
    shown: Cell<Timestamp>,
    /// Whether the way to a person lies over it.
    helping: Cell<bool>,
}

/// What a walk is shown by.
pub(super) struct Show {
    pub(super) state: UseReducerDispatcher<WalkState>,
    pub(super) durability: UseStateSetter<Durability>,
    /// Where, once it is rendered.
    pub(super) root: NodeRef,
}

/// Compared by identity.
impl PartialEq for Walker {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

/// Who made a change.
#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    /// The reader, in this widget.
    Reader,
    /// Someone elsewhere.
    Other,
}

/// What becomes of the browser's history with a change.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Entry {
    /// Another one is added.
    Pushed,
    /// The one that the page is at tells of the change.
    Marked,
}

impl Walker {
    pub(super) fn new(handle: WidgetHandle, show: Show, on_event: Callback<WidgetEvent>) -> Self {
        Self {
            handle,
            show,
            later: AfterFrame::default(),
            on_event: on_event.into(),
            shown: Cell::new(clock::now()),
            helping: Cell::default(),
        }
    }

    /// Whom to tell from here on.
    pub(super) fn set_on_event(&self, on_event: Callback<WidgetEvent>) {
        self.on_event.replace(on_event);
    }

    /// Changes what is shown and nothing else.
    pub(super) fn dispatch(&self, action: WalkAction) {
        self.show.state.dispatch(action);
    }

    pub(super) fn inner(&self) -> &Inner {
        self.handle.inner()
    }

    /// Whether what it is shown in is part of the page.
    pub(super) fn is_on_page(&self) -> bool {
        let root = self.show.root.get();
        root.is_some_and(|root| root.is_connected())
    }

    /// Dispatches a command. Back uses the browser's history, so that the browser's Back button and ours agree.
    pub(crate) fn act(self: &Rc<Self>, action: &Action) {
        let Inner { keeper, place, .. } = self.inner();
        if *action == Action::Back && place.back(clock::now(), keeper.seq()) {
            return;
        }
        self.apply(action);
    }

    /// Applies an action to the newest answers. Whether anything changed.
    fn apply(self: &Rc<Self>, action: &Action) -> bool {
        self.reload();
        let Inner { guide, keeper, .. } = self.inner();
        let now = clock::now();
        let before = keeper.progress();
        let walk = Walk::replay(guide, &before);
        let Some(progress) = walk.apply(&before, action, now) else {
            return false;
        };
        let after = Walk::replay(guide, &progress);
        let same_screen = id_of(&walk.screen) == id_of(&after.screen);
        let entry = match action {
            Action::Tick { .. } | Action::Fill { .. } | Action::Back => Entry::Marked,
            // "Still running" said again leaves the reader where they were.
            Action::Answer { .. } if same_screen => Entry::Marked,
            _ => Entry::Pushed,
        };
        self.save(progress.clone(), now, entry);
        let acted = WalkAction::acted(action, progress.into(), keeper.seq(), now);
        self.shown(
            &walk,
            &after,
            acted,
            By::Reader,
            answer_event(&walk, action),
        );
        self.saved();
        true
    }

    /// Puts answers in the place of those in hand. Whether they differ.
    fn replace(self: &Rc<Self>, progress: Progress, direction: Direction) -> bool {
        let before = self.inner().keeper.progress();
        if before == progress {
            return false;
        }
        self.save(progress, clock::now(), Entry::Marked);
        self.show_merged(&before, direction, By::Reader);
        self.saved();
        true
    }

    /// Saves, before anything is shown: a page can end before an effect runs.
    fn save(&self, progress: Progress, now: Timestamp, entry: Entry) {
        let Inner { keeper, place, .. } = self.inner();
        keeper.update(progress, now);
        match entry {
            Entry::Pushed => place.push(&keeper.record()),
            Entry::Marked => place.mark(&keeper.record()),
        }
    }

    /// The page may have gone to another entry of its history before anyone listened.
    pub(super) fn catch_up(self: &Rc<Self>) {
        if self.inner().place.has_moved() {
            self.on_popstate();
        }
    }

    /// The page went to another entry of its history: what was said there is what counts again.
    pub(crate) fn on_popstate(self: &Rc<Self>) {
        let Inner { keeper, place, .. } = self.inner();
        let arrived = place.arrive();
        // What another tab said counts, even where its news comes later than this.
        self.reload();
        let direction = if arrived.backward {
            Direction::Backward
        } else {
            Direction::Forward
        };
        let changed = match arrived.mark.and_then(|mark| place.said(mark)) {
            Some(progress) => self.replace(progress.with_needs_of(&keeper.progress()), direction),
            None => arrived.backward && self.apply(&Action::Back),
        };
        place.mark(&keeper.record());
        if arrived.asked && !changed {
            self.act(&Action::Back);
        }
    }

    /// Merges what another tab, or another widget of the page, has said since.
    pub(crate) fn reload(&self) {
        let before = self.inner().keeper.progress();
        if let Some(record) = self.inner().keeper.reload(clock::now()) {
            self.merged(&record, &before);
        }
    }

    /// There may be news, in either copy.
    pub(crate) fn on_external_change(self: &Rc<Self>) {
        self.reload();
        if self.inner().keeper.needs_flush() {
            self.flush();
        }
        // A record of a newer version is no news, but ends the keeping.
        self.show_durability();
    }

    /// What came by a link takes the place of what is here: the reader chose it. Earlier entries of the
    /// history are not gone back to.
    pub(crate) fn import(self: &Rc<Self>, progress: Progress) {
        let keeper = &self.inner().keeper;
        let before = keeper.progress();
        let seq = keeper.update(progress, clock::now());
        self.replaced(&before, seq);
    }

    /// Nothing takes the place of what is here, and of whatever else is stored: the reader wants it gone.
    pub(crate) fn clear(self: &Rc<Self>) {
        let keeper = &self.inner().keeper;
        let before = keeper.progress();
        let seq = keeper.clear(clock::now());
        self.replaced(&before, seq);
    }

    fn replaced(self: &Rc<Self>, before: &Progress, seq: Seq) {
        let Inner { keeper, place, .. } = self.inner();
        place.merged(seq);
        place.mark(&keeper.record());
        self.show_merged(before, Direction::Forward, By::Reader);
        self.saved();
    }

    fn merged(&self, record: &Record, before: &Progress) {
        let place = &self.inner().place;
        place.merged(record.seq);
        place.mark(record);
        self.show_merged(before, Direction::Forward, By::Other);
    }

    fn show_merged(&self, before: &Progress, direction: Direction, by: By) {
        let keeper = &self.inner().keeper;
        let merge = WalkAction::Merge {
            progress: keeper.progress().into(),
            seq: keeper.seq(),
            direction,
            by_reader: by == By::Reader,
        };
        let after = keeper.progress();
        let guide = self.handle.guide();
        let (before, after) = (Walk::replay(guide, before), Walk::replay(guide, &after));
        self.shown(&before, &after, merge, by, None);
    }

    /// Shows a change and dispatches its events.
    fn shown(
        &self,
        before: &Walk<'_>,
        after: &Walk<'_>,
        action: WalkAction,
        by: By,
        answer: Option<WidgetEvent>,
    ) {
        if place_of(&before.screen) != place_of(&after.screen) {
            self.shown.set(clock::now());
            if by == By::Reader {
                use_focus::depart(&self.show.root);
            }
        }
        self.dispatch(action);
        self.show_durability();
        if let Some(event) = answer {
            self.emit(event);
        }
        if id_of(&before.screen) != id_of(&after.screen) {
            self.helping.set(false);
            if after.is_over() {
                self.look_around();
            }
            self.tell_screen(&after.screen);
        }
    }

    /// The page may have gone elsewhere: what the report tells of it follows.
    pub(crate) fn look_around(&self) {
        let around = self.handle.around();
        self.dispatch(WalkAction::Around(around.into()));
    }

    /// Tells that the way to a person is open, or, where it was and closes, which screen is behind it.
    pub(crate) fn tell_help(&self, open: bool) {
        if self.helping.replace(open) == open {
            return;
        }
        let Inner { guide, keeper, .. } = self.inner();
        let progress = keeper.progress();
        let (name, id) = id_of(&Walk::replay(guide, &progress).screen);
        self.tell("unstuck-screen", id, if open { "help" } else { name });
    }

    /// Tells which screen shows.
    pub(crate) fn tell_screen(&self, screen: &Screen<'_>) {
        let (name, id) = id_of(screen);
        self.tell("unstuck-screen", id, name);
        match name {
            "solved" => self.tell("unstuck-solved", id, ""),
            "exhausted" => self.tell("unstuck-exhausted", id, ""),
            _ => {}
        }
    }

    pub(crate) fn tell(&self, name: &'static str, id: &str, value: &'static str) {
        self.emit(WidgetEvent {
            name,
            id: id.into(),
            value,
        });
    }

    fn emit(&self, event: WidgetEvent) {
        // Whoever hears of it may render, and be given another listener.
        let on_event = self.on_event.borrow().clone();
        on_event.emit(event);
    }

    /// Brings the second copy up to date, or learns from it.
    pub(super) fn flush(self: &Rc<Self>) {
        self.transact(None);
    }

    /// What was saved goes on its way to the second copy and to the other widgets.
    fn saved(self: &Rc<Self>) {
        // Held until it is there, even where the widget goes meanwhile. The first copy is there: the reader does not wait for the
        // second one.
        let walker = self.clone();
        self.later
            .run_with_another(move || walker.transact(Some(walker.clone())));
        announce(&self.handle);
    }

    /// Meets the second copy in a transaction. That can take long: else nothing is kept for a widget that is gone.
    fn transact(self: &Rc<Self>, held: Option<Rc<Self>>) {
        let Inner { keeper, stored, .. } = self.inner();
        if !stored {
            return;
        }
        let name = keeper.name().to_owned();
        let walker = Rc::downgrade(self);
        let late = {
            let walker = walker.clone();
            Timeout::new(FLUSH_TIMEOUT_MS, move || {
                if let Some(walker) = walker.upgrade() {
                    walker.inner().keeper.timed_out();
                    walker.show_durability();
                }
            })
        };
        spawn_local(async move {
            let written = Cell::new(None);
            let there = || walker.upgrade();
            let create = || there().is_some_and(|walker| walker.inner().keeper.may_create());
            let decide = |found: Found<'_>| {
                there().map_or_else(Decision::default, |walker| {
                    let decision = walker.decide(found);
                    written.set(Some(walker.inner().keeper.seq()));
                    decision
                })
            };
            let result = IndexedDb.transact(&name, create, decide).await;
            drop((late, held));
            if let Some(walker) = walker.upgrade() {
                let keeper = &walker.inner().keeper;
                let written = written.get().unwrap_or_else(|| keeper.seq());
                keeper.flushed(written, result.is_ok());
                walker.show_durability();
            }
        });
    }

    /// Within the transaction: what to write, and news, where there is some.
    fn decide(self: &Rc<Self>, found: Found<'_>) -> Decision {
        let keeper = &self.inner().keeper;
        let before = keeper.progress();
        let (decision, news) = keeper.decide(found, clock::now());
        if let Some(record) = news {
            self.merged(&record, &before);
            announce(&self.handle);
        }
        decision
    }

    fn show_durability(&self) {
        let keeper = &self.inner().keeper;
        self.dispatch(WalkAction::Notice(keeper.notice()));
        self.show.durability.set(keeper.durability());
    }

    /// Whether a click, the `clicks`th in a row, is the second of a double tap that was meant for the screen before.
    pub(crate) fn is_echo(&self, clicks: i32) -> bool {
        clicks > 1 && clock::now().since(self.shown.get()) < DOUBLE_TAP
    }
}

/// What names a screen outside.
fn id_of<'a>(screen: &Screen<'a>) -> (&'static str, &'a str) {
    (screen.name(), screen.id())
}

/// What names a screen, so that two of one name are the same with other answers. Tells a check from the fix that it stands
/// before; both have the fix's id.
pub(crate) fn place_of(screen: &Screen<'_>) -> String {
    let kind = match screen {
        Screen::Check(..) => "check",
        _ => screen.name(),
    };
    [kind, " ", screen.id()].concat()
}

fn answer_event(before: &Walk<'_>, action: &Action) -> Option<WidgetEvent> {
    let Action::Answer { id, answer } = action else {
        return None;
    };
    // What is said at a fix that was done first can answer the risk that sent the reader there.
    let key = before.key(id, *answer)?;
    let name = match key.kind {
        Kind::Question | Kind::Check | Kind::Confirm => "unstuck-answer",
        Kind::Wait | Kind::Verdict => "unstuck-verdict",
    };
    Some(WidgetEvent {
        name,
        id: key.id.into(),
        value: answer.name(),
    })
}
