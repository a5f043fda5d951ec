//! The record's other readers and writers: other tabs, other widgets of the page, and the second copy.

use std::rc::Rc;

use gloo::events::EventListener;
use yew::prelude::*;

use super::walker::Walker;
use super::{clock, registry};
use crate::state::WalkAction;

/// Hears of news from other tabs and from other widgets of the page, and brings the second copy up to date.
#[hook]
pub(super) fn use_record(walker: &Rc<Walker>) {
    use_effect_with(walker.clone(), |walker| {
        let handle = walker.handle.clone();
        let on_news = {
            let walker = walker.clone();
            Callback::from(move |()| walker.on_external_change())
        };
        let on_return = {
            let walker = Rc::downgrade(walker);
            move || {
                let document = gloo::utils::document();
                if let Some(walker) = walker.upgrade().filter(|_| !document.hidden()) {
                    walker.dispatch(WalkAction::Seen(clock::now()));
                }
            }
        };
        let listeners = web_sys::window().map(|window| {
            // `visibilitychange` comes to the document and bubbles up.
            ["storage", "pageshow", "visibilitychange"].map(|event| {
                let (on_news, on_return) = (on_news.clone(), on_return.clone());
                EventListener::new(&window, event, move |_| {
                    on_news.emit(());
                    if event != "storage" {
                        on_return();
                    }
                })
            })
        });
        registry::add(handle.clone(), on_news);
        move || {
            drop(listeners);
            registry::remove(&handle);
        }
    });
    use_effect_with(walker.handle.clone(), {
        let walker = walker.clone();
        move |_| walker.flush()
    });
}
