//! What a reader does, and the progress it leads to.

use crate::characters::clean;
use crate::guide::Guide;
use crate::progress::{Answer, Key, Kind, Progress};
use crate::time::Timestamp;

use super::replay::Walk;
use super::revision::step_revision;
use super::screen::Screen;

/// The longest text that a reader can fill in (characters).
pub const MOST: usize = 200;

/// What a reader does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Answers what the screen asks. `id` names that screen, so that a late press on one that is gone changes nothing.
    Answer {
        /// The screen's id, as in [`Screen::id`]; of a choice answered yes, the option's.
        id: String,
        /// The answer.
        answer: Answer,
    },
    /// Ticks a step of the fix on the screen, or takes the tick away.
    Tick {
        /// The step.
        step: String,
        /// Whether it is done.
        done: bool,
    },
    /// Fills in what support asks for.
    Fill {
        /// Its name, as the guide has it.
        need: String,
        /// The text; nothing of it goes anywhere but into the report.
        text: String,
    },
    /// Takes the last answer back, or leaves a reopened answer as it was.
    Back,
    /// Asks again for an answer that was given; the answers after it stay.
    Change(Key),
    /// Forgets everything that was said.
    Restart,
}

/// The progress after an action at `now`; `None` where it changes nothing.
#[must_use]
pub fn apply(
    guide: &Guide,
    progress: &Progress,
    action: &Action,
    now: impl Into<Timestamp>,
) -> Option<Progress> {
    Walk::replay(guide, progress).apply(progress, action, now)
}

impl Walk<'_> {
    /// The same of a walk that is replayed already, with the progress that it was replayed with.
    #[must_use]
    pub fn apply(
        &self,
        progress: &Progress,
        action: &Action,
        now: impl Into<Timestamp>,
    ) -> Option<Progress> {
        let (guide, walk) = (self.guide(), self);
        let mut next = progress.clone();
        match action {
            Action::Answer { id, answer } => {
                let key = walk.key(id, *answer)?;
                // What is asked again on the way to a reopened verdict leaves it reopened.
                let reopened = progress.reopened().filter(|reopened| {
                    walk.reopened.is_some()
                        && reopened.id == key.id
                        && key.kind < Kind::Wait.min(reopened.kind)
                });
                // A choice has one answer.
                if let Screen::Choice(options) = walk.screen {
                    for option in options.iter().filter(|option| option.id != key.id) {
                        next.take_back(&Key::new(Kind::Question, option.id.clone()));
                    }
                }
                // A verdict that turns from final back to running again: the wait is what counts.
                if key.kind == Kind::Wait {
                    next.take_back(&Key::new(Kind::Verdict, key.id.clone()));
                }
                next.give(&key, *answer, now.into(), walk.revision(&key));
                next.reopen(reopened.cloned());
            }
            Action::Tick { step, done } => {
                let fix = match walk.screen {
                    Screen::Fix(fix) | Screen::Wait(fix, _) => fix,
                    _ => return None,
                };
                let step = fix.steps.iter().find(|known| known.id == *step)?;
                next.set_tick(&fix.id, &step.id, done.then(|| step_revision(step)));
            }
            Action::Fill { need, text } => {
                let support = guide.support.as_ref()?;
                let need = support.needs.iter().find(|known| *known == need)?;
                let text: String = clean(text).chars().take(MOST).collect();
                next.fill(need, &text.replace('\n', " "));
            }
            Action::Back => {
                if walk.reopened.is_none() {
                    let last = walk.trail.last()?;
                    let said = progress
                        .given(last.kind, &last.id)
                        .map(|given| given.answer);
                    next.take_back(last);
                    // From the risk back to what was done first.
                    if said == Some(Answer::Done) {
                        next.give(last, Answer::First, now.into(), walk.revision(last));
                    }
                    // A verdict from before the fix was passed over would pass what is asked now.
                    if matches!(last.kind, Kind::Check | Kind::Confirm) {
                        next.take_back(&Key::new(Kind::Verdict, last.id.clone()));
                    }
                }
                next.reopen(None);
            }
            Action::Change(key) => {
                if !walk.can_change(key, progress) {
                    return None;
                }
                next.reopen(Some(key.clone()));
            }
            Action::Restart => next = Progress::default(),
        }
        (next != *progress).then_some(next)
    }
}
