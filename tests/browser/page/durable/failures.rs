//! One of the two copies cannot be had at all: missing, forbidden, in error, silent, full.

use super::{saved, says};
use crate::harness::Scope::{self, Chromium, EveryEngine};
use crate::harness::{Case, Outcome, Page, case};
use crate::{check, same};

pub(super) fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for (scope, name, script) in INDEXEDDB_FAILURES {
        cases.push(
            case(
                format!("durable::second_{name}"),
                async move |page: Page| first_alone(page, script).await,
            )
            .scope(scope),
        );
    }
    for (scope, name, script) in LOCAL_STORAGE_FAILURES {
        cases.push(
            case(format!("durable::first_{name}"), async move |page: Page| {
                second_alone(page, script).await
            })
            .scope(scope),
        );
    }
    cases
}

/// What keeps IndexedDB from answering: none, forbidden, in error, silent.
const INDEXEDDB_FAILURES: [(Scope, &str, &str); 5] = [
    (
        Chromium,
        "missing",
        "Object.defineProperty(window, 'indexedDB', { configurable: true, value: undefined });",
    ),
    (
        Chromium,
        "forbidden",
        "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError') };",
    ),
    (
        EveryEngine,
        "in_error",
        "{ const open = IDBFactory.prototype.open; open.call(indexedDB, 'other', 2); IDBFactory.prototype.open = function () { return open.call(this, 'other', 1) } }",
    ),
    (
        Chromium,
        "silent",
        "IDBFactory.prototype.open = () => ({});",
    ),
    (
        Chromium,
        "full",
        "IDBObjectStore.prototype.put = function () { this.transaction.abort(); return {} };",
    ),
];

const LOCAL_STORAGE_FAILURES: [(Scope, &str, &str); 2] = [
    (
        Chromium,
        "forbidden",
        "Object.defineProperty(window, 'localStorage', { configurable: true, get() { throw new DOMException('blocked', 'SecurityError') } });",
    ),
    (
        EveryEngine,
        "full",
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') };",
    ),
];

async fn first_alone(page: Page, script: &str) -> Outcome {
    page.site.script(script);
    page.open().await?;
    page.act_all(&["yes", "yes", "no"]).await?;
    says(&page, "Your answers are kept on this device.").await?;
    same!(page.screen().await?.notice, None, "nothing is amiss");
    page.reload().await?;
    let screen = page.screen().await?;
    check!(
        screen.is("fix", "power-wifi"),
        "after the reload: {screen:?}"
    );
    says(&page, "Your answers are kept on this device.").await?;
    page.no_errors().await
}

async fn second_alone(page: Page, script: &str) -> Outcome {
    page.site.script(script);
    page.open().await?;
    page.act_all(&["yes", "yes", "no"]).await?;
    saved(&page).await?;
    same!(page.screen().await?.notice, None, "nothing is amiss");
    page.reload().await?;
    page.wait(
        "the second copy's answers",
        "return state()?.id === 'power-wifi'",
    )
    .await?;
    saved(&page).await?;
    page.act("not-solved").await?;
    saved(&page).await?;
    page.reload().await?;
    page.wait(
        "the second copy's answers",
        "return state()?.id === 'restart'",
    )
    .await?;
    page.no_errors().await
}
