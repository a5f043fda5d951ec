//! The page that the widget stands in: its address, and what its browser can do.
//!
//! Belongs here: what is asked of the page. Does not: what becomes of a link in its address (`use_transfer`).

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use web_sys::Location;

use crate::address::Address;
use crate::host::Around;

/// What a link's fragment begins with.
pub(super) const MARK: &str = "#unstuck=";

pub(super) fn location() -> Option<Location> {
    web_sys::window().map(|window| window.location())
}

pub(super) fn fragment() -> Option<String> {
    location()?.hash().ok()
}

/// The page's address without a fragment.
pub(super) fn address(location: &Location) -> String {
    let href = location.href().unwrap_or_default();
    href.split('#').next().unwrap_or_default().to_owned()
}

/// The fragment that is the page's own, without "#".
pub(super) fn route() -> String {
    let fragment = fragment().unwrap_or_default();
    let own = if fragment.starts_with(MARK) {
        fragment.split_once('&').map_or("", |(_, own)| own)
    } else {
        fragment.strip_prefix('#').unwrap_or_default()
    };
    own.to_owned()
}

/// A property that not every navigator has.
pub(super) fn of_navigator(name: &str) -> Option<JsValue> {
    let value = Reflect::get(&web_sys::window()?.navigator(), &name.into()).ok()?;
    (!value.is_undefined()).then_some(value)
}

/// What a report tells of the page; nothing outside of a browser.
pub(super) fn around(links: bool) -> Around {
    if cfg!(target_arch = "wasm32") {
        Around {
            address: own_address(),
            links,
            can_share: of_navigator("share").is_some(),
        }
    } else {
        Around::default()
    }
}

/// The page's address as it is handed on, with the fragment that is its own.
pub(super) fn own_address() -> Address {
    let href = location().map(|location| address(&location));
    // In the head, where no article has its elements.
    let document = web_sys::window().and_then(|window| window.document());
    let link = document.and_then(|document| {
        let link = document.query_selector("head > link[rel~=canonical i]");
        link.ok().flatten()
    });
    let canonical = link.and_then(|link| Reflect::get(&link, &"href".into()).ok()?.as_string());
    Address::of(&href.unwrap_or_default(), &route(), canonical.as_deref())
}
