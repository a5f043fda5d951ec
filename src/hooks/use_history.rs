//! Back and Forward of the browser.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use yew::prelude::*;

use super::walker::Walker;

thread_local! {
    /// The walks of this page, and the one listener for all of them while there is any.
    static WALKS: RefCell<Vec<Rc<Walker>>> = const { RefCell::new(Vec::new()) };
    static LISTENER: RefCell<Option<EventListener>> = const { RefCell::new(None) };
}

/// Hears when the page has gone to another entry of its history.
#[hook]
pub(super) fn use_history(walker: &Rc<Walker>) {
    use_effect_with(walker.clone(), |walker| {
        walker.catch_up();
        let walker = walker.clone();
        WALKS.with_borrow_mut(|all| all.push(walker.clone()));
        listen();
        move || {
            WALKS.with_borrow_mut(|all| all.retain(|each| *each != walker));
            if WALKS.with_borrow(Vec::is_empty) {
                LISTENER.set(None);
            }
        }
    });
}

/// Whether the page has come to the entry that it is at by a move within a walk. Asked before that move is followed.
#[must_use]
pub fn moved_within() -> bool {
    WALKS.with_borrow(|all| all.iter().any(|walker| walker.inner().place.moved_within()))
}

/// The page has moved: each walk follows.
pub fn follow_move() {
    // Cloned: a walk may end while it follows.
    for walker in WALKS.with_borrow(Clone::clone) {
        walker.on_popstate();
    }
}

/// A move within a walk is no visit of a page: the host's router does not hear of it. Chromium calls the window's listeners in
/// the order of their adding, so the shell, which comes earlier, does the same; other engines call those first that capture.
fn listen() {
    if LISTENER.with_borrow(Option::is_some) {
        return;
    }
    let Some(window) = web_sys::window() else {
        return;
    };
    let options = EventListenerOptions::run_in_capture_phase();
    let listener = EventListener::new_with_options(&window, "popstate", options, |event| {
        if moved_within() {
            event.stop_immediate_propagation();
        }
        follow_move();
    });
    LISTENER.set(Some(listener));
}
