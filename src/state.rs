//! What the widget shows is a function of this: the guide, what its reader said, and where the last change led.
//!
//! Belongs here: the one reducer. Pure: no store, no clock, no history. Does not: what is done around a change
//! (`hooks::use_walk` saves before it dispatches).

use std::rc::Rc;

use unstuck_core::guide::Guide;
use unstuck_core::progress::Progress;
use unstuck_core::walk::{Action, act};
use yew::Reducible;

/// Which way the last change led.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// On, or to somewhere else.
    #[default]
    Forward,
    /// Back to what was asked before.
    Backward,
}

/// The state of one walk.
#[derive(Clone, Debug, PartialEq)]
pub struct WalkState {
    /// The guide.
    pub guide: Rc<Guide>,
    /// What its reader said.
    pub progress: Progress,
    /// The record's sequence number.
    pub seq: u64,
    /// Which way the last change led: the motion of the card.
    pub direction: Direction,
    /// Whether the last change was the reader's doing in this widget, so that focus follows it.
    pub by_reader: bool,
}

/// What can happen to a walk.
#[derive(Clone, Debug, PartialEq)]
pub enum WalkAction {
    /// The reader does something.
    Act {
        /// What.
        action: Action,
        /// When, in ms since 1970 UTC.
        now: u64,
    },
    /// Progress from elsewhere takes the place of what is here: another tab, the history, a link.
    Merge {
        /// The other progress.
        progress: Progress,
        /// Its sequence number.
        seq: u64,
        /// Which way it leads.
        direction: Direction,
        /// Whether the reader asked for it here.
        by_reader: bool,
    },
}

impl Reducible for WalkState {
    type Action = WalkAction;

    /// Returns the same state where nothing changes, which renders nothing.
    fn reduce(self: Rc<Self>, action: WalkAction) -> Rc<Self> {
        let mut next = Self::clone(&self);
        match action {
            WalkAction::Act { action, now } => {
                let Some(progress) = act(&self.guide, &self.progress, &action, now) else {
                    return self;
                };
                next.progress = progress;
                next.seq = now.max(self.seq.saturating_add(1));
                next.direction = match action {
                    Action::Back => Direction::Backward,
                    _ => Direction::Forward,
                };
                next.by_reader = true;
            }
            WalkAction::Merge { progress, seq, direction, by_reader } => {
                next.progress = progress;
                next.seq = seq;
                next.direction = direction;
                next.by_reader = by_reader;
            }
        }
        next.into()
    }
}
