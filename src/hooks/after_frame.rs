//! What is done once the reader sees the next screen.
//!
//! Belongs here: when that is. Does not: what is done then.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::render::{AnimationFrame, request_animation_frame};
use gloo::timers::callback::Timeout;

/// A page that is not seen has no frames: then this long (ms) is enough.
const LATEST: u32 = 500;

/// Waits for the end of the frame that comes next. Where something else is to be done then, or nobody holds this any more, what it
/// waited with is not done.
#[derive(Clone, Default)]
pub(super) struct AfterFrame(Rc<RefCell<Option<Waiting>>>);

/// Dropped, nothing comes of it.
enum Waiting {
    Frame(#[expect(dead_code, reason = "held")] (AnimationFrame, Timeout)),
    Task(#[expect(dead_code, reason = "held")] Timeout),
}

impl AfterFrame {
    /// Does this after the next frame.
    pub(super) fn run(&self, then: impl FnOnce() + 'static) {
        let then = Rc::new(Cell::new(Some(then)));
        let once = move || {
            if let Some(then) = then.take() {
                then();
            }
        };
        let (waiting, soon) = (self.0.clone(), once.clone());
        // A frame is drawn after all that it calls.
        let frame = request_animation_frame(move |_| {
            waiting.replace(Some(Waiting::Task(Timeout::new(0, soon))));
        });
        let late = Timeout::new(LATEST, once);
        self.0.replace(Some(Waiting::Frame((frame, late))));
    }
}
