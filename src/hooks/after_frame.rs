//! What is done once the reader sees the next screen.
//!
//! Belongs here: when that is. Does not: what is done then.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::render::{AnimationFrame, request_animation_frame};
use gloo::timers::callback::Timeout;

/// A page that is not seen has no frames: then this long (ms) is enough.
const LATEST: u32 = 500;

/// Waits for the next frame, and does it in the one after that, which lays out the page anyway. Where something else is to be done
/// then, or nobody holds this any more, what it waited with is not done.
#[derive(Clone, Default)]
pub(super) struct AfterFrame(Rc<RefCell<Option<Waiting>>>);

/// Dropped, nothing comes of it.
struct Waiting {
    frame: AnimationFrame,
    _late: Timeout,
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
        let frame = request_animation_frame(move |_| {
            if let Some(waiting) = &mut *waiting.borrow_mut() {
                waiting.frame = request_animation_frame(move |_| soon());
            }
        });
        let _late = Timeout::new(LATEST, once);
        self.0.replace(Some(Waiting { frame, _late }));
    }
}
