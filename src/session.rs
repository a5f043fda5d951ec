//! The context that screens and parts render from.
//!
//! Belongs here: reading the state, and handing on what the reader asks for. Does not: how it is done (`hooks::use_walk`).

use std::rc::Rc;

use unstuck_core::Timestamp;
use unstuck_core::guide::Guide;
use unstuck_core::persistence::Durability;
use unstuck_core::progress::Progress;
use unstuck_core::walk::{Action, Walk};
use yew::prelude::*;

use crate::host::{Host, Via};
use crate::overlay::{Arrival, Dialog, Overlay};
use crate::state::{Print, WalkState};

/// What a reader can ask for.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Something of the walk.
    Act(Action),
    /// A dialog.
    Open(Dialog),
    /// Closes the dialog over the card; an arrived link is left undecided.
    Close,
    /// A text on the clipboard.
    Copy(AttrValue),
    /// This page on paper.
    Print,
    /// Shares this link with the device's share dialog.
    Share(AttrValue),
    /// Shares this text the same way.
    ShareText(AttrValue),
    /// What a link holds that has arrived for the page, if it is for this guide.
    LookForLink,
    /// The page is at another entry of its history.
    FollowHistory,
    /// What this fragment of a link holds (see [`crate::overlay::find_link`]).
    OpenLink(AttrValue),
    /// What a link has brought takes the place of what is here.
    Import(Rc<Arrival>),
    /// All answers on this guide are removed from this device.
    Clear,
    /// A message at this moment.
    Notify(Timestamp),
    /// Whether there is room for the overview beside the card.
    Widen(bool),
    /// The page is printed, or that is over.
    OnPaper(Option<Print>),
    /// Whether there is a voice for the guide's language.
    Voice(bool),
    /// Screens are read aloud from here on, or no more.
    ReadAloud(bool),
}

/// One walk as its components see it.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    /// Guide and progress, and all else that is shown.
    pub state: Rc<WalkState>,
    /// How the widget is set up.
    pub host: Host,
    /// Does what the reader asks for. Components take [`Session::press`] and [`Session::on`].
    pub run: Callback<Command>,
    /// Whether a click (its `detail`, how often it was clicked in a row) is the second of a double tap that was meant for
    /// the screen before.
    pub is_echo: Callback<i32, bool>,
    /// All that is seen of the widget, once it is rendered.
    pub root: NodeRef,
    /// Tells the host how the report goes out now; `false` where that takes it over.
    pub hand_off: Callback<Via, bool>,
}

impl Session {
    /// A session that does nothing, for what is rendered natively.
    #[must_use]
    pub fn new(state: WalkState, host: Host) -> Self {
        Self {
            state: state.into(),
            host,
            run: Callback::noop(),
            is_echo: Callback::from(|_| false),
            root: NodeRef::default(),
            hand_off: Callback::from(|_| true),
        }
    }

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

    /// The replay of the reader's answers. [`crate::frame::Frame`] hands it on: of a long guide one takes its time.
    #[must_use]
    pub fn walk(&self) -> Walk<'_> {
        self.state.walk()
    }

    /// The dialog over the card.
    #[must_use]
    pub fn overlay(&self) -> Option<&Overlay> {
        self.state.overlay.as_ref()
    }

    /// Whether this text was copied; none where another, or none, was asked for last.
    #[must_use]
    pub fn copied(&self, text: &str) -> Option<bool> {
        let copied = self.state.copied.as_ref()?;
        (copied.text.as_str() == text).then_some(copied.done)
    }

    /// For `onclick` of what leads to another screen: guarded against double taps.
    #[must_use]
    pub fn press(&self, action: Action) -> Callback<MouseEvent> {
        let Self { run, is_echo, .. } = self.clone();
        Callback::from(move |event: MouseEvent| {
            if !is_echo.emit(event.detail()) {
                run.emit(Command::Act(action.clone()));
            }
        })
    }

    /// For what takes the report along: unless the host takes over, `command` does it, or the link that was pressed.
    #[must_use]
    pub fn hand(&self, via: Via, command: Option<Command>) -> Callback<MouseEvent> {
        let Self { run, hand_off, .. } = self.clone();
        Callback::from(move |event: MouseEvent| match &command {
            _ if !hand_off.emit(via) => event.prevent_default(),
            Some(command) => run.emit(command.clone()),
            None => {}
        })
    }

    /// For any other event.
    #[must_use]
    pub fn on<E: 'static>(&self, command: Command) -> Callback<E> {
        let run = self.run.clone();
        Callback::from(move |_: E| run.emit(command.clone()))
    }
}

/// The session of the widget around.
///
/// # Panics
/// Outside of [`crate::app::App`], which provides it.
#[hook]
#[allow(
    clippy::expect_used,
    reason = "a component of ours outside of App is a mistake of ours, seen at its first render"
)]
pub fn use_session() -> Session {
    use_context().expect("within <App>")
}

/// Where the newest answer is: the session tells nothing of it, so that news of it render only what says it.
///
/// # Panics
/// As [`use_session`].
#[hook]
#[allow(clippy::expect_used, reason = "see use_session")]
pub fn use_durability() -> Durability {
    use_context().expect("within <App>")
}
