//! A reminder of a wait: files for the reader's calendar, or a message of an installed app.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use js_sys::{Array, Date, Promise, Reflect};
use unstuck_core::Timestamp;
use unstuck_core::walk::Walk;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Blob, BlobPropertyBag, Notification, NotificationOptions, NotificationPermission,
    ServiceWorkerRegistration, Url,
};
use yew::prelude::*;

use super::clock;
use super::page::own_address;
use super::walker::Walker;
use crate::overlay::{Overlay, ReminderFile, ReminderOffer};
use crate::reminder::Reminder;
use crate::state::WalkAction;
use crate::words::Words;

#[wasm_bindgen]
extern "C" {
    type Workers;
    // The binding of web-sys lets through what is thrown where there are none, and the instance is dead.
    #[wasm_bindgen(method, catch, js_name = getRegistration)]
    fn get_registration(this: &Workers) -> Result<Promise, JsValue>;
}

const HOUR: u64 = 3_600_000;

/// Gives the files' memory back when their dialog closes.
#[hook]
pub(super) fn use_reminder(overlay: Option<&Overlay>) {
    let files = match overlay {
        Some(Overlay::Reminder(offer)) => Some(offer.clone()),
        _ => None,
    };
    use_effect_with(files, |files| {
        let files = files.clone();
        move || {
            for file in files.iter().flat_map(|offer| &offer.files) {
                // An address that is none has nothing to give back.
                let _ = Url::revoke_object_url(&file.href);
            }
        }
    });
}

/// The ways to be reminded of the wait that shows. None where it has ended meanwhile, in another tab.
pub(super) fn reminder(walker: &Walker) -> Option<ReminderOffer> {
    let guide = walker.handle.guide();
    let progress = walker.handle.record().progress;
    let now = clock::now().as_millis();
    let address = own_address();
    let url = address.whole();
    let file = |at: u64| -> Option<ReminderFile> {
        let text = Reminder::of_wait(guide, &progress, Words::of(&guide.lang), now, at, &url)?;
        let options = BlobPropertyBag::new();
        options.set_type("text/calendar");
        let parts = Array::of1(&text.into());
        let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
        let href = Url::create_object_url_with_blob(&blob).ok()?;
        Some(ReminderFile {
            at: at.into(),
            href: href.into(),
        })
    };
    let files = [
        file(now + HOUR)?,
        file(now + 3 * HOUR)?,
        file(tomorrow_at_nine())?,
    ];
    Some(ReminderOffer {
        files,
        address,
        can_notify: can_notify(),
    })
}

/// Tomorrow at nine where the reader is, ms since 1970 UTC.
fn tomorrow_at_nine() -> u64 {
    let day = Date::new_0();
    day.set_date(day.get_date() + 1);
    day.set_hours(9);
    day.set_minutes(0);
    day.set_seconds(0);
    day.set_milliseconds(0);
    day.get_time().max(0.0) as u64
}

/// A message can come only from an app that is installed, and is still there when it is due.
fn can_notify() -> bool {
    let Some(window) = web_sys::window() else {
        return false;
    };
    let known = Reflect::has(&window, &"Notification".into()).unwrap_or(false);
    let installed = window.match_media("(display-mode: standalone)");
    known
        && Notification::permission() != NotificationPermission::Denied
        && installed.is_ok_and(|query| query.is_some_and(|query| query.matches()))
}

/// Asks whether messages are welcome, and shows one when it is due.
pub(super) fn notify(walker: &Rc<Walker>, at: Timestamp) {
    let (walker, url) = (walker.clone(), own_address().whole());
    spawn_local(async move {
        let granted = match Notification::request_permission() {
            Ok(asked) => JsFuture::from(asked)
                .await
                .is_ok_and(|said| said == "granted"),
            Err(_) => false,
        };
        walker.dispatch(WalkAction::Notified(granted));
        let Some(title) = question(&walker).filter(|_| granted) else {
            return;
        };
        let wait = at.since(clock::now());
        let show = move || {
            spawn_local(async move {
                // Leave can have been taken back meanwhile.
                let _ = show_message(&title, &url).await;
            });
        };
        Timeout::new(u32::try_from(wait).unwrap_or(u32::MAX), show).forget();
    });
}

async fn show_message(title: &str, url: &str) -> Result<(), JsValue> {
    let options = NotificationOptions::new();
    options.set_tag(url);
    if let Some(worker) = registration().await {
        let shown: Promise = worker.show_notification_with_options(title, &options)?;
        return JsFuture::from(shown).await.map(drop);
    }
    Notification::new_with_options(title, &options).map(drop)
}

async fn registration() -> Option<ServiceWorkerRegistration> {
    let navigator = web_sys::window()?.navigator();
    // Outside of a secure context there are none.
    let workers = Reflect::get(&navigator, &"serviceWorker".into()).ok()?;
    let workers: Workers = workers.unchecked_into();
    let found = workers.get_registration().ok()?;
    let found = JsFuture::from(found).await.ok()?;
    found.is_truthy().then(|| found.unchecked_into())
}

/// The question that a wait ends with.
fn question(walker: &Walker) -> Option<String> {
    let guide = walker.handle.guide();
    let progress = walker.handle.record().progress;
    let fix = Walk::replay(guide, &progress).screen.fix()?;
    Some(Words::of(&guide.lang).ask(guide, fix).to_owned())
}
