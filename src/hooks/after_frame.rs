//! What is done once the reader sees the next screen.
//!
//! Belongs here: when that is. Does not: what is done then.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::render::{AnimationFrame, request_animation_frame};
use gloo::timers::callback::Timeout;

/// A page that is not seen has no frames: then this long (ms) is enough.
const LATEST: u32 = 500;

/// Waits for a frame. Where something else is to be done then, or nobody holds this any more, what it waited with is not done.
#[derive(Clone, Default)]
pub(super) struct AfterFrame(Rc<RefCell<Option<Waiting>>>);

/// Dropped, nothing comes of it.
enum Waiting {
    Frame(#[expect(dead_code, reason = "held")] (AnimationFrame, Timeout)),
    Task(#[expect(dead_code, reason = "held")] Timeout),
}

impl AfterFrame {
    /// Does this as soon as the next frame is done.
    pub(super) fn run(&self, then: impl FnOnce() + 'static) {
        // A frame is drawn after all that it calls.
        self.wait(then, |then| Waiting::Task(Timeout::new(0, move || then())));
    }

    /// Does this with the frame after the next one, which lays out the page anyway.
    pub(super) fn run_with_another(&self, then: impl FnOnce() + 'static) {
        self.wait(then, |then| frame(then.clone(), then));
    }

    fn wait(&self, then: impl FnOnce() + 'static, next: fn(Rc<dyn Fn()>) -> Waiting) {
        let then = Cell::new(Some(then));
        let once: Rc<dyn Fn()> = Rc::new(move || {
            if let Some(then) = then.take() {
                then();
            }
        });
        let (waiting, soon) = (self.0.clone(), once.clone());
        let begun = move || {
            waiting.replace(Some(next(soon.clone())));
        };
        self.0.replace(Some(frame(Rc::new(begun), once)));
    }
}

/// A frame, and what is done where none comes.
fn frame(then: Rc<dyn Fn()>, late: Rc<dyn Fn()>) -> Waiting {
    let frame = request_animation_frame(move |_| then());
    Waiting::Frame((frame, Timeout::new(LATEST, move || late())))
}
