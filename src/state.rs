//! What the widget shows is a function of this: the guide, the reader's answers, and the dialog over the card.
//!
//! Belongs here: the one reducer. Pure: no store, no clock, no history. Does not: what is done around a change
//! (`hooks::use_walk` saves before it dispatches).

use std::rc::Rc;

use unstuck_core::guide::Guide;
use unstuck_core::persistence::Notice;
use unstuck_core::progress::Progress;
use unstuck_core::walk::{Action, Screen, Walk};
use unstuck_core::{Seq, Timestamp};
use yew::{AttrValue, Reducible};

use crate::host::Around;
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
    /// When the widget was opened, or the reader last did something: what is this year, and what another.
    pub now: Timestamp,
    /// When the reader came to the page, or came back to it: what has been waited for since.
    pub seen: Timestamp,
    /// Which way the last change led: the motion of the card.
    pub direction: Direction,
    /// Whether the last change was the reader's doing in this widget, so that focus follows it.
    pub by_reader: bool,
    /// The notice about storage.
    pub notice: Option<Notice>,
    /// What the report tells of the page.
    pub around: Rc<Around>,
    /// The dialog over the card.
    pub overlay: Option<Overlay>,
    /// What was to be copied last, and whether it was.
    pub copied: Option<Copied>,
    /// Whether a message will come when a reminder is due; `None` where none was asked for.
    pub notified: Option<bool>,
    /// Whether the widget is wide enough for the overview beside the card. Until it is measured, the style sheet alone decides.
    pub wide: bool,
    /// The print that is made right now.
    pub print: Option<Print>,
    /// Whether screens are read aloud, in type that can be read from afar.
    pub aloud: Aloud,
}

/// Whether screens are read aloud.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Aloud {
    /// There is no voice for the guide's language, or none is known yet: it is not offered.
    #[default]
    Unavailable,
    /// Not until the reader asks for it: who has a screen reader running would hear two voices.
    Off,
    /// The reader asked for it.
    On,
}

/// A print that is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Print {
    /// When.
    pub at: Timestamp,
    /// The page's address.
    pub address: String,
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
    /// The reader has done something: see [`WalkAction::acted`].
    Acted {
        /// What it has made of the progress.
        progress: Rc<Progress>,
        /// Its sequence number.
        seq: Seq,
        /// When.
        now: Timestamp,
        /// Which way it leads; nowhere where something was typed.
        leads: Option<Direction>,
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
    /// What there is to say about storage.
    Notice(Option<Notice>),
    /// What surrounds the widget is not what it was.
    Around(Rc<Around>),
    /// Something is laid over the card, or taken away.
    Show(Option<Overlay>),
    /// The reader has come back to the page.
    Seen(Timestamp),
    /// The clipboard has answered.
    Copied(Copied),
    /// The reader's choice on messages is known.
    Notified(bool),
    /// The widget is wide enough for the overview, or not any more.
    Wide(bool),
    /// The page is printed, or that is over.
    OnPaper(Option<Print>),
    /// There is a voice for the guide's language, or none any more.
    Voice(bool),
    /// The reader wants screens read aloud, or no more.
    ReadAloud(bool),
}

impl WalkAction {
    /// What `action` has made of the progress.
    #[must_use]
    pub fn acted(action: &Action, progress: Rc<Progress>, seq: Seq, now: Timestamp) -> Self {
        let leads = match action {
            Action::Fill { .. } => None,
            Action::Back => Some(Direction::Backward),
            _ => Some(Direction::Forward),
        };
        Self::Acted {
            progress,
            seq,
            now,
            leads,
        }
    }
}

impl WalkState {
    /// A walk that continues from `progress`.
    #[must_use]
    pub fn new(guide: Rc<Guide>, progress: Progress, seq: Seq) -> Self {
        Self {
            guide,
            progress: progress.into(),
            seq,
            now: Timestamp::default(),
            seen: Timestamp::default(),
            direction: Direction::default(),
            by_reader: false,
            notice: None,
            around: Rc::default(),
            overlay: None,
            copied: None,
            notified: None,
            wide: true,
            print: None,
            aloud: Aloud::default(),
        }
    }

    /// The replay of the reader's answers. Pure; of a long guide it takes its time.
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
        if by_reader
            || matches!(
                self.overlay,
                Some(Overlay::Overview | Overlay::Fix(_) | Overlay::Restart)
            )
        {
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
            WalkAction::Acted {
                progress,
                seq,
                now,
                leads,
            } => {
                next.now = now;
                match leads {
                    Some(direction) => next.changed(progress, seq, direction, true),
                    None => {
                        next.progress = progress;
                        next.seq = seq;
                    }
                }
            }
            WalkAction::Merge {
                progress,
                seq,
                direction,
                by_reader,
            } => next.changed(progress, seq, direction, by_reader),
            WalkAction::Notice(notice) => next.notice = notice,
            WalkAction::Around(around) => next.around = around,
            WalkAction::Show(overlay) => {
                next.overlay = overlay;
                next.notified = None;
            }
            // What was waited for shows on a wait alone.
            WalkAction::Seen(now) => {
                if matches!(self.walk().screen, Screen::Wait(..)) {
                    next.seen = now;
                }
            }
            WalkAction::Copied(copied) => next.copied = Some(copied),
            WalkAction::Notified(granted) => next.notified = Some(granted),
            WalkAction::Wide(wide) => next.wide = wide,
            WalkAction::OnPaper(print) => next.print = print,
            WalkAction::Voice(true) if next.aloud == Aloud::On => {}
            WalkAction::Voice(true) | WalkAction::ReadAloud(false) => next.aloud = Aloud::Off,
            WalkAction::Voice(false) => next.aloud = Aloud::Unavailable,
            WalkAction::ReadAloud(true) => next.aloud = Aloud::On,
        }
        if next == *self { self } else { next.into() }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::collections::HashSet;

    use unstuck_author::{Format, load};
    use unstuck_core::progress::{Answer, Key};
    use unstuck_core::walk::apply;

    use super::*;

    const GUIDE: &str = include_str!("../examples/yew-app/src/kettle.md");

    fn begun() -> Rc<WalkState> {
        let guide = load(Format::Markdown, GUIDE).guide.unwrap();
        WalkState::new(guide.into(), Progress::default(), Seq::default()).into()
    }

    fn now(state: &WalkState) -> Timestamp {
        Timestamp::from_millis(state.seq.0 + 1000)
    }

    /// All that a reader could do, sensible or not.
    fn actions(state: &WalkState) -> Vec<Action> {
        let guide = &state.guide;
        let ids = guide.questions.iter().map(|question| &question.id);
        let ids: Vec<&String> = ids.chain(guide.fixes.iter().map(|fix| &fix.id)).collect();
        let steps = guide.fixes.iter().flat_map(|fix| &fix.steps);
        let mut all = vec![Action::Back, Action::Restart];
        for id in ids {
            all.extend(Answer::ALL.map(|answer| Action::Answer {
                id: id.clone(),
                answer,
            }));
        }
        for step in steps {
            all.extend([true, false].map(|done| Action::Tick {
                step: step.id.clone(),
                done,
            }));
        }
        let keys = state
            .progress
            .answers()
            .map(|(key, _)| Action::Change(Key::clone(key)));
        all.extend(keys);
        all
    }

    /// What is told apart here: times and numbers are not.
    fn said(progress: &Progress) -> String {
        let answers: Vec<_> = progress
            .answers()
            .map(|(key, given)| (key, given.answer))
            .collect();
        format!("{answers:?} {:?}", progress.reopened())
    }

    #[test]
    fn every_action_in_every_state_matches_the_engine() {
        let mut known = HashSet::new();
        let mut open = vec![begun()];
        let mut tried = 0;
        while let Some(state) = open.pop().filter(|_| known.len() < 500) {
            if !known.insert(said(&state.progress)) {
                continue;
            }
            for action in actions(&state) {
                tried += 1;
                let now = now(&state);
                let wanted = apply(&state.guide, &state.progress, &action, now);
                let mut before = WalkState::clone(&state);
                before.overlay = Some(Overlay::Overview);
                before.notice = Some(Notice::NotKept);
                let before = Rc::new(before);
                let Some(wanted) = wanted else {
                    continue;
                };
                let seq = before.seq.next(now);
                let acted = WalkAction::acted(&action, wanted.clone().into(), seq, now);
                let after = before.clone().reduce(acted);
                assert_eq!(*after.progress, wanted, "{action:?}");
                assert!(after.seq > before.seq, "{action:?}");
                assert!(after.by_reader, "{action:?}");
                assert_eq!(
                    after.direction == Direction::Backward,
                    action == Action::Back,
                    "{action:?}"
                );
                assert_eq!(after.overlay, None, "{action:?}");
                assert_eq!(after.notice, before.notice, "{action:?}");
                open.push(after);
            }
        }
        assert!(known.len() > 20 && tried > 1000, "{} {tried}", known.len());
    }

    #[test]
    fn external_changes_keep_focus_and_open_dialogs() {
        let state = begun();
        let id = state.walk().screen.id().to_owned();
        let answer = Action::Answer {
            id,
            answer: Answer::Yes,
        };
        let next = apply(&state.guide, &state.progress, &answer, now(&state)).unwrap();
        for (overlay, stays) in [
            (Overlay::Overview, false),
            (Overlay::Restart, false),
            (Overlay::PasteLink, true),
            (Overlay::Clear, true),
        ] {
            let merge = |by_reader| WalkAction::Merge {
                progress: next.clone().into(),
                seq: Seq(7),
                direction: Direction::Forward,
                by_reader,
            };
            let state = state
                .clone()
                .reduce(WalkAction::Show(Some(overlay.clone())));
            let elsewhere = state.clone().reduce(merge(false));
            assert!(!elsewhere.by_reader);
            assert_eq!(elsewhere.overlay, stays.then_some(overlay.clone()));
            assert_eq!((elsewhere.seq, &*elsewhere.progress), (Seq(7), &next));
            let here = state.reduce(merge(true));
            assert!(here.by_reader);
            assert_eq!(here.overlay, None);
        }
    }

    #[test]
    fn no_change_renders_nothing() {
        let state = begun();
        let same = [
            WalkAction::Show(None),
            WalkAction::Notice(state.notice),
            WalkAction::Wide(state.wide),
        ];
        for action in same {
            let after = state.clone().reduce(action.clone());
            assert!(Rc::ptr_eq(&state, &after), "{action:?}");
        }
    }

    #[test]
    fn an_answer_clears_the_copy_result() {
        let state = begun();
        let copied = Copied {
            text: "text".into(),
            done: true,
        };
        let state = state.reduce(WalkAction::Copied(copied.clone()));
        assert_eq!(state.copied, Some(copied));
        let now = now(&state);
        let acted = actions(&state).into_iter().find_map(|action| {
            let next = apply(&state.guide, &state.progress, &action, now)?;
            Some(WalkAction::acted(
                &action,
                next.into(),
                state.seq.next(now),
                now,
            ))
        });
        let state = state.reduce(acted.unwrap());
        assert_eq!(state.copied, None);
    }
}
