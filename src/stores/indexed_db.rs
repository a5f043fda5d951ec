//! IndexedDB as the second copy: one transaction reads, lets the caller decide, and writes; it is done when the record is on
//! the disk.
//!
//! Over web-sys: see `docs/decisions/0008-indexeddb.md`. Handlers are set and not added, since whatever stands in a
//! browser's place of a request need not be an event target.

use js_sys::{Function, Promise};
use unstuck_core::persistence::{Decision, Found, StoreError, TransactionalStore};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Event, IdbDatabase, IdbFactory, IdbKeyRange, IdbObjectStore, IdbOpenDbRequest, IdbRequest,
    IdbTransaction,
};

const DATABASE: &str = "unstuck";
const RECORDS: &str = "records";

/// The page's IndexedDB, database `unstuck`, store `records`.
#[derive(Clone, Copy, Debug, Default)]
pub struct IndexedDb;

#[wasm_bindgen]
extern "C" {
    // web-sys has `durability` behind an unstable flag only.
    #[wasm_bindgen(extends = IdbDatabase)]
    type Database;
    #[wasm_bindgen(method, catch, js_name = transaction)]
    fn begin(
        this: &Database,
        store: &str,
        mode: &str,
        options: &JsValue,
    ) -> Result<IdbTransaction, JsValue>;
}

impl TransactionalStore for IndexedDb {
    async fn transact(
        &self,
        name: &str,
        create: impl Fn() -> bool,
        decide: impl FnOnce(Found<'_>) -> Decision,
    ) -> Result<(), StoreError> {
        let database = loop {
            if let Some(database) = open(&create).await? {
                break database;
            }
            // The reader may have answered while the browser took the empty database back.
            if !create() {
                decide(Found::Nothing);
                return Ok(());
            }
        };
        let transaction = begin(&database)?;
        let records = transaction.object_store(RECORDS).map_err(blocked)?;
        let request = records.get(&name.into()).map_err(blocked)?;
        // The transaction lives on: what awaits here goes on within the event.
        next_event(&request).await?;
        let found = request.result().map_err(blocked)?;
        let text = found.as_string();
        let decision = decide(match &text {
            Some(text) => Found::Text(text),
            None if found.is_undefined() => Found::Nothing,
            None => Found::NotText,
        });
        if let Some(quarantine) = decision.quarantine {
            put(&records, &quarantine, &found)?;
        }
        if let Some(text) = decision.put {
            put(&records, name, &text.as_str().into())?;
        }
        complete(&transaction).await
    }
}

impl IndexedDb {
    /// Removes everything whose name begins so, once that is done. A database that is not there is not made for it.
    ///
    /// # Errors
    /// [`StoreError::Blocked`] where the browser does not let it.
    pub async fn remove_all(&self, prefix: &str) -> Result<(), StoreError> {
        let Some(database) = open(|| false).await? else {
            return Ok(());
        };
        let transaction = begin(&database)?;
        let records = transaction.object_store(RECORDS).map_err(blocked)?;
        let last = [prefix, "\u{ffff}"].concat();
        let range = IdbKeyRange::bound(&prefix.into(), &last.into()).map_err(blocked)?;
        records.delete(&range).map_err(blocked)?;
        complete(&transaction).await
    }
}

/// Opens the database, of whatever version it is: each record has its own. Nothing where there is none, and `create` does
/// not want one.
async fn open(create: impl Fn() -> bool) -> Result<Option<Database>, StoreError> {
    let factory: Option<IdbFactory> =
        web_sys::window().and_then(|window| window.indexed_db().ok().flatten());
    let request = factory.ok_or(StoreError::Blocked)?;
    let request: IdbOpenDbRequest = request.open(DATABASE).map_err(blocked)?;
    let mut refused = false;
    loop {
        match next_event(&request).await {
            Ok(event) if event.type_() == "upgradeneeded" => {
                if create() {
                    let database: IdbDatabase = request.result().map_err(blocked)?.unchecked_into();
                    database.create_object_store(RECORDS).map_err(blocked)?;
                } else if let Some(upgrade) = request.transaction() {
                    // Else an empty database would stay.
                    refused = true;
                    upgrade.abort().map_err(blocked)?;
                }
            }
            Ok(_) => {
                let database = request.result().map_err(blocked)?;
                return Ok(Some(database.unchecked_into()));
            }
            Err(_) if refused => return Ok(None),
            Err(error) => return Err(error),
        }
    }
}

/// Begins a transaction, and closes the connection once that is over, or at once where there can be none: someone else may
/// want to delete the database.
fn begin(database: &Database) -> Result<IdbTransaction, StoreError> {
    let options = js_sys::Object::new();
    // Setting a property of a plain object cannot fail.
    let _ = js_sys::Reflect::set(&options, &"durability".into(), &"strict".into());
    let transaction = database.begin(RECORDS, "readwrite", &options);
    database.close();
    transaction.map_err(blocked)
}

fn put(records: &IdbObjectStore, name: &str, value: &JsValue) -> Result<(), StoreError> {
    let put = records.put_with_key(value, &name.into());
    put.map(drop).map_err(|_| StoreError::Full)
}

fn blocked(_: JsValue) -> StoreError {
    StoreError::Blocked
}

/// The next event of a request. An error is prevented from reaching the page, whose own it is not.
async fn next_event(request: &IdbRequest) -> Result<Event, StoreError> {
    let upgrades = request.dyn_ref::<IdbOpenDbRequest>();
    settle(|resolve, reject| {
        request.set_onsuccess(Some(resolve));
        request.set_onerror(Some(reject));
        if let Some(request) = upgrades {
            request.set_onupgradeneeded(Some(resolve));
        }
    })
    .await
}

/// Waits until a transaction is on the disk.
async fn complete(transaction: &IdbTransaction) -> Result<(), StoreError> {
    let done = settle(|resolve, reject| {
        transaction.set_oncomplete(Some(resolve));
        transaction.set_onabort(Some(reject));
    });
    done.await.map(drop).map_err(|_| StoreError::Full)
}

/// The event that one of two handlers is called with first.
async fn settle(set: impl Fn(&Function, &Function)) -> Result<Event, StoreError> {
    // Kept until one of them was called.
    let mut handlers = None;
    let promise = Promise::new(&mut |resolve, reject| {
        let on = |settle: Function, failed: bool| {
            Closure::<dyn FnMut(Event)>::new(move |event: Event| {
                if failed {
                    event.prevent_default();
                }
                // A promise's own function does not throw.
                let _ = settle.call1(&JsValue::NULL, &event);
            })
        };
        let both = (on(resolve, false), on(reject, true));
        set(
            both.0.as_ref().unchecked_ref(),
            both.1.as_ref().unchecked_ref(),
        );
        handlers = Some(both);
    });
    let event = JsFuture::from(promise).await;
    drop(handlers);
    event.map(JsCast::unchecked_into).map_err(blocked)
}
