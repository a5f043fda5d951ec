//! A guide that has everything, ways through it, and the widget rendered at their end.

use std::rc::Rc;

use unstuck::frame::Frame;
use unstuck::host::{Capabilities, Host};
use unstuck::overlay::Overlay;
use unstuck::session::Session;
use unstuck::state::WalkState;
use unstuck::words::Words;
use unstuck_adopt::html;
use unstuck_core::Timestamp;
use unstuck_core::guide::Guide;
use unstuck_core::persistence::Durability;
use unstuck_core::progress::{Answer, Key, Progress};
use unstuck_core::walk::{Action, Walk, apply};
use yew::prelude::*;

use crate::tree;

/// Midnight of 1 January 2026, UTC. Each action comes a minute after the one before.
pub(crate) const BEGIN: u64 = 1_767_225_600_000;
pub(crate) const MINUTE: u64 = 60_000;

pub(crate) const GUIDE: &str = include_str!("guide.html");

/// The same with a fix that is only for those who surely have no battery.
pub(crate) fn certain() -> String {
    let bulb = "data-unstuck-id=\"bulb\"";
    GUIDE.replace(bulb, &format!("{bulb} data-unstuck-only-if=\"battery=no\""))
}

pub(crate) fn parsed(article: &str) -> Guide {
    html::parse(article).unwrap()
}

/// What a reader does on the way to a screen.
#[derive(Clone, Copy)]
pub(crate) enum Do {
    /// Answers what the screen asks.
    Say(Answer),
    /// Chooses an option.
    Choose(&'static str),
    /// Ticks a step.
    Tick(&'static str),
    /// Asks again for an answer.
    Change(unstuck_core::progress::Kind, &'static str),
}

/// A widget in the making.
#[derive(Clone)]
pub(crate) struct Widget {
    pub(crate) state: WalkState,
    pub(crate) durability: Durability,
    pub(crate) host: Host,
}

impl Widget {
    /// A widget of the guide, after these actions.
    pub(crate) fn after(actions: &[Do]) -> Self {
        Self::of(parsed(GUIDE), actions)
    }

    /// A widget of this guide, after these actions.
    pub(crate) fn of(guide: Guide, actions: &[Do]) -> Self {
        let progress = walked(&guide, actions);
        let mut state = WalkState::new(Rc::new(guide), progress, unstuck_core::Seq(7));
        state.now = Timestamp::from_millis(BEGIN);
        let host = Host {
            capabilities: Capabilities {
                transfer: true,
                reminder: true,
                copy: true,
            },
            ..Host::default()
        };
        Self {
            state,
            durability: Durability::Durable,
            host,
        }
    }

    pub(crate) fn with(mut self, change: impl FnOnce(&mut Self)) -> Self {
        change(&mut self);
        self
    }

    /// With something laid over the card.
    pub(crate) fn under(self, overlay: Overlay) -> Self {
        self.with(|widget| widget.state.overlay = Some(overlay))
    }

    /// The HTML of the whole widget.
    pub(crate) fn html(self) -> String {
        self.html_in("en")
    }

    /// The same in the words of another language; those of the guide stay.
    pub(crate) fn html_in(self, lang: &str) -> String {
        let session = Session::new(self.state, self.host);
        let renderer = yew::LocalServerRenderer::<Stage>::with_props(StageProps {
            session,
            durability: self.durability,
            words: Words::of(lang),
        });
        let render = renderer.hydratable(false).render();
        tokio::runtime::Builder::new_current_thread()
            .build()
            .unwrap()
            .block_on(render)
    }

    /// What a snapshot holds of the elements that a selector names.
    pub(crate) fn shot(self, selector: &str) -> String {
        tree::shot(&self.html(), selector)
    }
}

/// The progress of a reader who does this.
pub(crate) fn walked(guide: &Guide, actions: &[Do]) -> Progress {
    let mut progress = Progress::default();
    for (minute, one) in (0..).zip(actions) {
        let id = Walk::replay(guide, &progress).screen.id().to_owned();
        let action = match *one {
            Do::Say(answer) => Action::Answer { id, answer },
            Do::Choose(option) => Action::Answer {
                id: option.to_owned(),
                answer: Answer::Yes,
            },
            Do::Tick(step) => Action::Tick {
                step: step.to_owned(),
                done: true,
            },
            Do::Change(kind, id) => Action::Change(Key::new(kind, id)),
        };
        let now = Timestamp::from_millis(BEGIN + minute * MINUTE);
        progress = apply(guide, &progress, &action, now).expect("an action of this screen");
    }
    progress
}

#[derive(Clone, PartialEq, Properties)]
struct StageProps {
    session: Session,
    durability: Durability,
    words: &'static Words,
}

#[component]
fn Stage(props: &StageProps) -> Html {
    html! {
        <ContextProvider<&'static Words> context={props.words}>
            <ContextProvider<Durability> context={props.durability}>
                <ContextProvider<Session> context={props.session.clone()}><Frame /></ContextProvider<Session>>
            </ContextProvider<Durability>>
        </ContextProvider<&'static Words>>
    }
}
