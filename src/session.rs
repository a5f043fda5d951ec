//! The context that screens and parts render from.
//!
//! Belongs here: reading the state, and handing on what the reader does. Does not: what is done around a change
//! (`hooks::use_walk`, which makes the session).

use std::rc::Rc;

use unstuck_core::guide::Guide;
use unstuck_core::progress::{Kept, Notice, Progress};
use unstuck_core::walk::{Action, Walk};
use yew::prelude::*;

use crate::host::Host;
use crate::state::WalkState;

/// What lies over the card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overlay {
    /// All fixes with their outcomes.
    Overview,
    /// Whether to start again.
    Restart,
    /// The link for another device.
    Transfer,
    /// A field for a link from another device.
    PasteLink,
    /// What a link has brought, to be accepted or not. What it is comes from `hooks::use_transfer`.
    Arrival,
    /// When to be reminded.
    Reminder,
}

/// One walk as its components see it.
#[derive(Clone, PartialEq)]
pub struct Session {
    /// Guide and progress.
    pub state: Rc<WalkState>,
    /// How the widget is set up.
    pub host: Host,
    /// Where the newest answer is.
    pub kept: Kept,
    /// What the reader must be told of storage.
    pub notice: Option<Notice>,
    /// What lies over the card.
    pub overlay: Option<Overlay>,
    /// Does what the reader asks for.
    pub dispatch: Callback<Action>,
    /// Lays something over the card, or takes it away.
    pub on_overlay: Callback<Option<Overlay>>,
}

impl Session {
    /// The guide.
    #[must_use]
    pub fn guide(&self) -> &Guide {
        &self.state.guide
    }

    /// What the reader said.
    #[must_use]
    pub fn progress(&self) -> &Progress {
        &self.state.progress
    }

    /// The replay of what the reader said. Pure and quick: each component may ask for its own.
    #[must_use]
    pub fn walk(&self) -> Walk<'_> {
        Walk::of(&self.state.guide, &self.state.progress)
    }
}

/// The session of the widget around.
///
/// # Panics
/// Outside of [`crate::app::App`], which provides it.
#[hook]
#[allow(clippy::expect_used, reason = "a component of ours outside of App is a mistake of ours, seen at its first render")]
pub fn use_session() -> Session {
    use_context().expect("within <App>")
}
