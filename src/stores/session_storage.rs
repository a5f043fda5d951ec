//! sessionStorage: lives as long as the tab and its history, and, unlike an entry of the history, can be emptied.

use web_sys::Storage;

/// The tab's sessionStorage. If it is blocked or full nothing is stored, without a notice: its content is dispensable.
pub(crate) struct SessionStorage;

fn storage() -> Option<Storage> {
    web_sys::window()?.session_storage().ok().flatten()
}

impl SessionStorage {
    pub(crate) fn load(name: &str) -> Option<String> {
        storage()?.get_item(name).ok().flatten()
    }

    pub(crate) fn save(name: &str, text: &str) {
        if let Some(storage) = storage() {
            let _ = storage.set(name, text);
        }
    }

    pub(crate) fn remove_all(prefix: &str) {
        if let Some(storage) = storage() {
            super::local_storage::remove_all(&storage, |name| name.starts_with(prefix));
        }
    }
}
