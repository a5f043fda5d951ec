//! Progress to and from another device, by a link's fragment `#unstuck=…`. The page's own fragment stands behind it, after
//! "&": a page may route by it. The link is taken out of the address as soon as it is seen, so that a script which tells others
//! the page's address tells them no answers: by the shell as it runs (`web/src/link.ts`), in an app by this.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use js_sys::Function;
use unstuck_core::transfer::{self, TransferError};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{HashChangeEvent, HashChangeEventInit, ShareData};
use yew::prelude::*;

use super::clock;
use super::handle::WidgetHandle;
use super::page::{MARK, address, fragment, location, of_navigator, own_address, route};
use super::registry;
use super::walker::Walker;
use crate::address::with;
use crate::host::Host;
use crate::overlay::{Arrival, Comparison, Overlay, TransferOffer};
use crate::session::Command;
use crate::stores::{IndexedDb, LocalStorage, SessionStorage};

/// In sessionStorage: the page's address with the link, for a reload before the reader has decided.
const KEPT: &str = "unstuck::link";

/// In localStorage, by the shell: what the reader chose for all guides.
const CHOICES: [&str; 2] = ["unstuck::view", "unstuck::lang"];

/// In localStorage, by the shell, with the guide's name: what was pressed before the widget was there.
const PRESSED: &str = "unstuck::first:";

/// The page's elements but for those that are no widget and will be none.
const ELEMENTS: &str = "unstuck-guide:not([data-state=refused], [data-state=failed])";

thread_local! {
    static LINK: RefCell<Link> = RefCell::default();
}

/// The link that the page was opened by, and what the page's widgets have made of it.
#[derive(Default)]
struct Link {
    /// Without the page's own; empty where there is no link.
    fragment: String,
    /// Whom to tell once it is decided.
    on_decided: Option<Function>,
    /// Whether a reader was asked about it or notified. Only one widget does that.
    asked: bool,
    /// The widgets that cannot use it.
    refused: Vec<WidgetHandle>,
}

impl Link {
    fn set(&mut self, fragment: &str) {
        if self.fragment != fragment {
            *self = Self {
                fragment: fragment.to_owned(),
                ..Self::default()
            };
        }
    }
}

/// Looks for a link in the page's address, now and whenever that changes.
#[hook]
pub(super) fn use_transfer(walker: &Rc<Walker>, host: &Host) {
    let deps = (walker.clone(), host.capabilities.transfer);
    use_effect_with(deps, |(walker, can)| {
        let mut listeners = Vec::new();
        if let Some(window) = web_sys::window().filter(|_| *can) {
            arrive(walker);
            // When an element fails, all may have checked the link.
            for event in ["hashchange", "pageshow", "unstuck-error"] {
                let walker = walker.clone();
                listeners.push(EventListener::new(&window, event, move |_| arrive(&walker)));
            }
        }
        move || drop(listeners)
    });
}

/// Asks the reader about an arrived link, or reports that it is unusable once all widgets of the page have checked it. A widget that
/// is not on the page yet could show no dialog: who puts it there hands it the link then ([`WidgetHandle::receive_link`]).
pub(super) fn arrive(walker: &Walker) {
    if !walker.is_on_page() {
        return;
    }
    take(walker.inner().stored);
    let now = clock::now();
    let overlay = LINK.with_borrow_mut(|link| {
        if link.asked || link.fragment.is_empty() {
            return None;
        }
        let read = transfer::decode(&link.fragment, walker.handle.guide(), now);
        let overlay = match read {
            Ok(transfer) => {
                let here = walker.handle.record().progress;
                let guide = walker.handle.guide();
                Overlay::Arrival(Arrival::new(guide, transfer, &here, now).into())
            }
            Err(error) => {
                if !link.refused.contains(&walker.handle) {
                    link.refused.push(walker.handle.clone());
                }
                if error == TransferError::OtherGuide && others_left(&link.refused) {
                    return None;
                }
                Overlay::Refused(error)
            }
        };
        link.asked = true;
        Some(overlay)
    });
    if overlay.is_some() {
        walker.show(overlay);
    }
}

/// Whether another widget of the page, or one that is still to come, may be able to use what these cannot.
fn others_left(refused: &[WidgetHandle]) -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    let elements = document.and_then(|document| document.query_selector_all(ELEMENTS).ok());
    let elements = elements.map_or(0, |all| all.length() as usize);
    elements > registry::count() || !registry::are_all(refused)
}

impl WidgetHandle {
    /// A link has arrived that the page's address does not hold any more. `on_decided` is called once the reader has decided.
    pub fn receive_link(&self, fragment: &str, on_decided: Function) {
        LINK.with_borrow_mut(|link| {
            link.set(fragment);
            link.on_decided = Some(on_decided);
        });
        self.run(Command::LookForLink);
    }
}

/// Takes a link out of the page's address, or what was kept of it before a reload.
fn take(stored: bool) {
    let Some((location, history)) =
        web_sys::window().and_then(|window| Some((window.location(), window.history().ok()?)))
    else {
        return;
    };
    let address = address(&location);
    let Some(link) = fragment().filter(|fragment| fragment.starts_with(MARK)) else {
        if stored
            && let Some(kept) = SessionStorage::load(KEPT)
            && let Some(link) = kept.strip_prefix(&address)
        {
            LINK.with_borrow_mut(|all| all.set(link));
        }
        return;
    };
    let code = link.split('&').next().unwrap_or_default();
    LINK.with_borrow_mut(|link| link.set(code));
    if stored {
        SessionStorage::save(KEPT, &(address.clone() + code));
    }
    let route = route();
    let own = with(&address, "#", &route);
    let state = history.state().unwrap_or(JsValue::NULL);
    // A page may not be let at its history; then the link stays, and the next load asks again.
    let taken = history.replace_state_with_url(&state, "", Some(&own));
    if taken.is_err() || route.is_empty() {
        return;
    }
    let init = HashChangeEventInit::new();
    init.set_old_url(&address);
    init.set_new_url(&own);
    if let Some(window) = web_sys::window()
        && let Ok(event) = HashChangeEvent::new_with_event_init_dict("hashchange", &init)
    {
        // Nobody is asked whether the page may go there: it is there.
        let _ = window.dispatch_event(&event);
    }
}

/// Once it is decided a reload asks nothing.
pub(super) fn decided() {
    if !LINK.with_borrow(|link| link.asked) {
        return;
    }
    SessionStorage::remove_all(KEPT);
    let left = fragment().is_some_and(|fragment| fragment.starts_with(MARK));
    let on_decided = LINK.with_borrow_mut(|link| {
        let on_decided = link.on_decided.take();
        if !left {
            *link = Link::default();
        }
        on_decided
    });
    if let Some(on_decided) = on_decided {
        // It is the shell's, and throws nothing.
        let _ = on_decided.call0(&JsValue::NULL);
    }
}

/// The link for another device.
pub(super) fn offer(walker: &Walker) -> TransferOffer {
    let (guide, progress) = (walker.handle.guide(), walker.handle.record().progress);
    let address = own_address();
    let link = transfer::encode(guide, &progress).map(|code| address.carrying(&code).into());
    let document = web_sys::window().and_then(|window| window.document());
    let manifest = document
        .and_then(|document| document.query_selector("link[rel=manifest]").ok().flatten())
        .is_some();
    TransferOffer {
        link,
        address,
        asked_anew: !transfer::asked_anew(guide, &progress).is_empty(),
        can_share: of_navigator("share").is_some(),
        // Only Safari on iOS and iPadOS has this property; the page is one that can be an app.
        home_screen: manifest && of_navigator("standalone").is_some_and(|alone| alone == false),
    }
}

/// Shares what `what` sets, a link or a text, by the device's own dialog. Where it is refused or put away there is nothing to say:
/// copying is beside it.
pub(super) fn share(walker: &Walker, what: impl FnOnce(&ShareData)) {
    let data = ShareData::new();
    data.set_title(&walker.handle.guide().title);
    what(&data);
    if let Some(window) = web_sys::window() {
        let shared = JsFuture::from(window.navigator().share_with_data(&data));
        spawn_local(async { drop(shared.await) });
    }
}

/// Opens a link that was pasted: an app on the home screen has no address to open one by.
pub(super) fn open_link(fragment: &str) {
    if let Some(location) = location() {
        // A fragment is set without leaving the page, which is never refused.
        let _ = location.set_hash(fragment);
    }
}

/// What a link has brought takes the place of what is here.
pub(super) fn import(walker: &Rc<Walker>, host: &Host, arrival: &Arrival) {
    if arrival.comparison == Comparison::Same {
        walker.show(None);
    } else {
        let here = walker.handle.record().progress;
        let progress = arrival.transfer.progress.clone();
        walker.import(progress.with_needs_of(&here));
        host.on_import.emit(());
    }
    decided();
}

/// Removes all that was said on this guide from this device: the record, whatever it is, gives way to an empty one, which other
/// tabs take for newer; what was quarantined or pressed before the widget was there, and what earlier entries of the history
/// knew, goes. So do the choices for all guides.
pub(super) fn clear(walker: &Rc<Walker>, host: &Host) {
    let quarantine = unstuck_core::persistence::quarantine_name(&walker.handle.guide().id, 1);
    LocalStorage.remove_all(&quarantine);
    // The reader is at the steps, which a page shows that remembers nothing.
    for name in CHOICES {
        LocalStorage.remove(name);
    }
    let guide = &walker.handle.guide().id;
    for name in [guide, &pressed_name(guide)] {
        LocalStorage.remove(&[PRESSED, name].concat());
    }
    SessionStorage::remove_all(KEPT);
    walker.clear();
    host.on_import.emit(());
    spawn_local(async move {
        // A database that is blocked holds nothing that could be reached.
        let _ = IndexedDb.remove_all(&quarantine).await;
    });
}

/// What a page that holds a first screen calls its guide: one without a name by its page alone.
fn pressed_name(guide: &str) -> String {
    let page = location().and_then(|location| location.pathname().ok());
    match page {
        Some(page) if guide.starts_with('/') => page,
        _ => guide.to_owned(),
    }
}
