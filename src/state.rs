//! What the widget shows is a function of this: the guide, what its reader said, and what lies over the card.
//!
//! Belongs here: the one reducer. Pure: no store, no clock, no history. Does not: what is done around a change
//! (`hooks::use_walk` saves before it dispatches).

use std::rc::Rc;

use unstuck_core::guide::Guide;
use unstuck_core::persistence::{Durability, Notice};
use unstuck_core::progress::Progress;
use unstuck_core::walk::{Action, Walk, apply};
use unstuck_core::{Seq, Timestamp};
use yew::{AttrValue, Reducible};

use crate::overlay::Overlay;

/// Which way the last change led.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// On, or to somewhere else.
    #[default]
    Forward,
    /// Back to what was asked before.
    Backward,
}

/// The state of one widget.
#[derive(Clone, Debug, PartialEq)]
pub struct WalkState {
    /// The guide.
    pub guide: Rc<Guide>,
    /// What its reader said.
    pub progress: Rc<Progress>,
    /// The record's sequence number.
    pub seq: Seq,
    /// Which way the last change led: the motion of the card.
    pub direction: Direction,
    /// Whether the last change was the reader's doing in this widget, so that focus follows it.
    pub by_reader: bool,
    /// Where the newest answer is.
    pub durability: Durability,
    /// What the reader must be told of storage.
    pub notice: Option<Notice>,
    /// What lies over the card.
    pub overlay: Option<Overlay>,
    /// What was to be copied last, and whether it was.
    pub copied: Option<Copied>,
    /// Whether a message will come when a reminder is due; `None` where none was asked for.
    pub notified: Option<bool>,
}

/// What was to be put on the clipboard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copied {
    /// The text.
    pub text: AttrValue,
    /// Whether it is there. Else the reader is asked to copy by hand.
    pub done: bool,
}

/// What can happen to a walk.
#[derive(Clone, Debug, PartialEq)]
pub enum WalkAction {
    /// The reader does something.
    Act {
        /// What.
        action: Action,
        /// When.
        now: Timestamp,
    },
    /// Progress from elsewhere takes the place of what is here: another tab, the history, a link.
    Merge {
        /// The other progress.
        progress: Rc<Progress>,
        /// Its sequence number.
        seq: Seq,
        /// Which way it leads.
        direction: Direction,
        /// Whether the reader asked for it here.
        by_reader: bool,
    },
    /// The stores have said where the record is.
    Stored {
        /// Where the newest answer is.
        durability: Durability,
        /// What the reader must be told of it.
        notice: Option<Notice>,
    },
    /// Something is laid over the card, or taken away.
    Show(Option<Overlay>),
    /// The clipboard has answered.
    Copied(Copied),
    /// The reader's choice on messages is known.
    Notified(bool),
}

impl WalkState {
    /// A walk that takes up `progress`.
    #[must_use]
    pub fn new(guide: Rc<Guide>, progress: Progress, seq: Seq) -> Self {
        Self {
            guide,
            progress: progress.into(),
            seq,
            direction: Direction::default(),
            by_reader: false,
            durability: Durability::Unknown,
            notice: None,
            overlay: None,
            copied: None,
            notified: None,
        }
    }

    /// The replay of what the reader said. Pure and quick: each component may ask for its own.
    #[must_use]
    pub fn walk(&self) -> Walk<'_> {
        Walk::replay(&self.guide, &self.progress)
    }

    fn changed(&mut self, progress: Rc<Progress>, seq: Seq, direction: Direction, by_reader: bool) {
        self.progress = progress;
        self.seq = seq;
        self.direction = direction;
        self.by_reader = by_reader;
        self.copied = None;
        // What is asked around the walk stays open where someone else has changed that.
        if by_reader || matches!(self.overlay, Some(Overlay::Overview | Overlay::Restart)) {
            self.overlay = None;
        }
    }
}

impl Reducible for WalkState {
    type Action = WalkAction;

    /// Returns the same state where nothing changes, which renders nothing.
    fn reduce(self: Rc<Self>, action: WalkAction) -> Rc<Self> {
        let mut next = Self::clone(&self);
        match action {
            WalkAction::Act { action, now } => {
                let Some(progress) = apply(&self.guide, &self.progress, &action, now) else {
                    return self;
                };
                let direction = match action {
                    Action::Back => Direction::Backward,
                    _ => Direction::Forward,
                };
                let seq = self.seq.next(now);
                next.changed(progress.into(), seq, direction, true);
            }
            WalkAction::Merge {
                progress,
                seq,
                direction,
                by_reader,
            } => next.changed(progress, seq, direction, by_reader),
            WalkAction::Stored { durability, notice } => {
                next.durability = durability;
                next.notice = notice;
            }
            WalkAction::Show(overlay) => {
                next.overlay = overlay;
                next.notified = None;
            }
            WalkAction::Copied(copied) => next.copied = Some(copied),
            WalkAction::Notified(granted) => next.notified = Some(granted),
        }
        if next == *self { self } else { next.into() }
    }
}
