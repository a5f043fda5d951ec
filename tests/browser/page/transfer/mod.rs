//! Progress taken to another device: the dialogs of it, what a page says to a link that arrives, and the reminder of a wait.
//!
//! Belongs here: how a link is made and opened, for all the cases. Does not: the form of a link (`crates/core/tests/link.rs`).

mod dialog;
mod link;
mod reminder;
mod warning;

use crate::harness::page::string;
use crate::harness::{Case, Outcome, Page};
use crate::same;
pub(super) use dialog::show;
use serde_json::json;

/// Four fixes, each tried in vain.
const IN_VAIN: [&str; 10] = [
    "yes",
    "no",
    "confirm",
    "not-solved",
    "no",
    "not-solved",
    "no",
    "not-solved",
    "no",
    "not-solved",
];

pub fn cases() -> Vec<Case> {
    let mut cases = vec![];
    cases.extend(dialog::cases());
    cases.extend(reminder::cases());
    cases.extend(link::cases());
    cases.extend(warning::cases());
    cases
}

/// A link as the dialog gives it.
pub(in crate::page) async fn link(page: &Page) -> Outcome<String> {
    page.press("carry", json!({})).await?;
    let at = "return controls('carry-link').length === 1";
    page.wait("the link", at).await?;
    let link = page
        .js("return controls('carry-link')[0].value", json!([]))
        .await?;
    page.press("carry-close", json!({})).await?;
    gone(page, "carry-close").await?;
    string(link)
}

async fn gone(page: &Page, action: &str) -> Outcome {
    let at = format!("return controls({action:?}).length === 0");
    page.wait("the dialog to close", &at).await
}

/// Another device: nothing of this origin is here.
pub(super) async fn cleared_device(page: &Page) -> Outcome {
    page.client.goto(&page.site.blank()).await?;
    page.forget().await
}

pub(super) async fn arrive(page: &Page, link: &str, control: &str) -> Outcome {
    page.client.goto(link).await?;
    page.ready().await?;
    let asked = format!("return controls({control:?}).length === 1");
    page.wait("what the page says to the link", &asked).await?;
    is_modal(page).await
}

/// Whether the dialog lies over the page, and keeps focus in it.
pub(super) async fn is_modal(page: &Page) -> Outcome {
    let modal = "return shadow.querySelector('dialog.carry')?.matches(':modal')";
    same!(
        page.js(modal, json!([])).await?,
        json!(true),
        "the dialog is modal"
    );
    Ok(())
}

/// The dialog's words.
async fn said(page: &Page) -> Outcome<String> {
    let text = "return plain(shadow.querySelector('dialog.carry')?.innerText)";
    string(page.js(text, json!([])).await?)
}

/// All that this origin has in the browser, and what stands in the tab: as text, by store.
async fn everything(page: &Page) -> Outcome<String> {
    let all = page
        .js_async(
            "const of = (asked) => new Promise((done, failed) => { asked.onsuccess = () => done(asked.result); asked.onerror = () => failed(asked.error); });
             const all = { local: Object.entries(localStorage), session: Object.entries(sessionStorage), state: history.state, address: location.href, cookie: document.cookie, records: [] };
             for (const { name } of await indexedDB.databases()) {
               const base = await of(indexedDB.open(name));
               for (const store of base.objectStoreNames)
                 all.records.push([name, store, await of(base.transaction(store).objectStore(store).getAllKeys()), await of(base.transaction(store).objectStore(store).getAll())]);
               base.close();
             }
             all.caches = (await caches?.keys() ?? []).filter((name) => !name.startsWith('unstuck http'));
             return JSON.stringify(all)",
            json!([]),
        )
        .await?;
    string(all)
}

/// The page's own fragment comes back a task after the dialog has closed.
async fn hash_becomes(page: &Page, hash: &str) -> Outcome {
    page.wait(
        "the address to be the page's own",
        &format!("return location.hash === {hash:?}"),
    )
    .await
}
