//! The stores, as this browser has them.

use std::cell::{Cell, RefCell};

use unstuck::stores::{IndexedDb, LocalStorage};
use unstuck_core::persistence::{Decision, Found, Store, StoreError, TransactionalStore};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::harness::{clean, js, js_async, text};

/// What stands under `name`, after it was put in place of by `put`.
async fn transact(name: &str, create: bool, put: Option<&str>) -> Result<String, StoreError> {
    let found = RefCell::new(String::new());
    let decide = |there: Found<'_>| {
        found.replace(match there {
            Found::Nothing => "nothing".into(),
            Found::Text(text) => text.into(),
            Found::NotText => "no text".into(),
        });
        Decision {
            quarantine: None,
            put: put.map(str::to_owned),
        }
    };
    IndexedDb.transact(name, || create, decide).await?;
    Ok(found.into_inner())
}

async fn names() -> String {
    let all = "return (await indexedDB.databases()).map((each) => each.name).join()";
    js_async(all).await.as_string().unwrap_or_default()
}

/// Deletes the database; an open connection would block it.
async fn held() -> bool {
    js_async(
        "return await new Promise((done) => {
           const asked = indexedDB.deleteDatabase('unstuck');
           asked.onsuccess = () => done(false);
           asked.onblocked = () => done(true);
         })",
    )
    .await
        == true
}

#[wasm_bindgen_test]
async fn a_stored_text_is_read_back_and_the_database_closed() {
    clean().await;
    assert_eq!(transact("a", true, Some("one")).await.unwrap(), "nothing");
    assert_eq!(transact("a", false, Some("two")).await.unwrap(), "one");
    assert_eq!(transact("a", true, None).await.unwrap(), "two");
    assert!(!held().await);
}

#[wasm_bindgen_test]
async fn no_database_is_made_before_there_is_something_to_write() {
    clean().await;
    assert_eq!(transact("a", false, Some("one")).await.unwrap(), "nothing");
    assert_eq!(names().await, "");
    IndexedDb.remove_all("a").await.unwrap();
    assert_eq!(names().await, "");
}

#[wasm_bindgen_test]
async fn what_is_to_be_kept_since_an_empty_database_was_refused_is_written() {
    clean().await;
    let asked = Cell::new(0);
    let create = || asked.replace(asked.get() + 1) > 0;
    let decide = |_: Found<'_>| Decision {
        quarantine: None,
        put: Some("one".into()),
    };
    IndexedDb.transact("a", create, decide).await.unwrap();
    assert_eq!(transact("a", false, None).await.unwrap(), "one");
}

#[wasm_bindgen_test]
async fn a_database_without_the_store_is_closed() {
    clean().await;
    js_async(
        "const open = await new Promise((done) => {
           const asked = indexedDB.open('unstuck', 3);
           asked.onupgradeneeded = () => asked.result.createObjectStore('other');
           asked.onsuccess = () => done(asked.result);
         });
         open.close();",
    )
    .await;
    for _ in 0..5 {
        assert!(transact("a", true, Some("one")).await.is_err());
    }
    assert!(!held().await, "each try has left a connection open");
}

#[wasm_bindgen_test]
async fn a_value_that_is_no_text_is_quarantined_unchanged() {
    clean().await;
    transact("a", true, Some("x")).await.unwrap();
    js_async(
        "const open = await new Promise((done) => { const asked = indexedDB.open('unstuck'); asked.onsuccess = () => done(asked.result); });
         const change = open.transaction('records', 'readwrite');
         change.objectStore('records').put({ b: [1] }, 'a');
         await new Promise((done) => change.oncomplete = done);
         open.close();",
    )
    .await;
    let decide = |found: Found<'_>| {
        assert!(matches!(found, Found::NotText));
        Decision {
            quarantine: Some("a:q".into()),
            put: Some("y".into()),
        }
    };
    IndexedDb.transact("a", || true, decide).await.unwrap();
    let there = js_async(
        "const open = await new Promise((done) => { const asked = indexedDB.open('unstuck'); asked.onsuccess = () => done(asked.result); });
         const asked = open.transaction('records').objectStore('records').get('a:q');
         await new Promise((done) => asked.onsuccess = done);
         open.close();
         return JSON.stringify(asked.result)",
    )
    .await;
    assert_eq!(there.as_string().as_deref(), Some("{\"b\":[1]}"));
    IndexedDb.remove_all("a:q").await.unwrap();
    assert_eq!(transact("a:q", true, None).await.unwrap(), "nothing");
    assert_eq!(transact("a", true, None).await.unwrap(), "y");
}

#[wasm_bindgen_test]
async fn a_lone_surrogate_survives_a_copy() {
    clean().await;
    js("localStorage.setItem('from', 'a\\ud800b')");
    LocalStorage.copy("from", "to").unwrap();
    let same = "return String(localStorage.getItem('to') === 'a\\ud800b')";
    assert_eq!(text(same), "true");
    js("localStorage.setItem('too', '1'); localStorage.setItem('other', '1')");
    LocalStorage.remove_all("to");
    assert_eq!(
        text("return Object.keys(localStorage).sort().join()"),
        "from,other"
    );
}

#[wasm_bindgen_test]
async fn storage_that_throws_is_an_error() {
    clean().await;
    js("window.__was = Object.getOwnPropertyDescriptor(window, 'localStorage');
        Object.defineProperty(window, 'localStorage', { configurable: true, get() { throw new DOMException('no', 'SecurityError') } })");
    let loaded = LocalStorage.load("a");
    let saved = LocalStorage.save("a", "b");
    LocalStorage.remove_all("a");
    js("Object.defineProperty(window, 'localStorage', window.__was)");
    assert_eq!(loaded, Err(StoreError::Blocked));
    assert_eq!(saved, Err(StoreError::Blocked));
}
