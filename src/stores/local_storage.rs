//! localStorage as a store. Where it is blocked even touching it throws, and a full one throws on writing; both come back as
//! errors here.

use unstuck_core::persistence::{Store, StoreError};
use wasm_bindgen::JsValue;
use web_sys::Storage;

/// The page's localStorage.
#[derive(Clone, Copy, Debug, Default)]
pub struct LocalStorage;

fn storage() -> Result<Storage, StoreError> {
    // The getter itself throws in a sandboxed frame or with cookies blocked.
    web_sys::window()
        .and_then(|window| window.local_storage().ok().flatten())
        .ok_or(StoreError::Blocked)
}

impl Store for LocalStorage {
    fn load(&self, name: &str) -> Result<Option<String>, StoreError> {
        storage()?.get_item(name).map_err(|_| StoreError::Blocked)
    }

    fn save(&self, name: &str, text: &str) -> Result<(), StoreError> {
        storage()?
            .set_item(name, text)
            .map_err(|_| StoreError::Full)
    }

    fn copy(&self, from: &str, to: &str) -> Result<(), StoreError> {
        // As the engine's own string: half a surrogate pair would not survive Rust's.
        let storage = storage()?;
        let text = js_sys::Reflect::get(&storage, &from.into()).map_err(|_| StoreError::Blocked)?;
        match js_sys::Reflect::set(&storage, &to.into(), &text) {
            Ok(true) => Ok(()),
            _ => Err(StoreError::Full),
        }
    }
}

impl LocalStorage {
    /// Removes what has this name. Blocked storage holds nothing.
    pub fn remove(&self, name: &str) {
        if let Ok(storage) = storage() {
            let _ = storage.remove_item(name);
        }
    }

    /// Removes everything whose name begins so. Blocked storage holds nothing.
    pub fn remove_all(&self, prefix: &str) {
        if let Ok(storage) = storage() {
            remove_all(&storage, |name| name.starts_with(prefix));
        }
    }
}

pub(super) fn remove_all(storage: &Storage, which: impl Fn(&str) -> bool) {
    let names: Vec<String> = js_sys::Object::keys(storage)
        .iter()
        .filter_map(|name: JsValue| name.as_string())
        .filter(|name| which(name))
        .collect();
    for name in names {
        // Storage that has been blocked meanwhile holds nothing.
        let _ = storage.remove_item(&name);
    }
}
