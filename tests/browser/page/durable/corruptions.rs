//! What happens to the two copies while the reader is away: wiped, old, damaged, each and both.

use serde_json::json;

use super::{copies, copies_agree, saved, says};
use crate::harness::Scope::{self, Chromium, EveryEngine, Full};
use crate::harness::{Case, Outcome, Page, case};
use crate::{check, same};

pub(super) fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for (scope, name, script, finds) in CORRUPTIONS {
        cases.push(
            case(format!("durable::{name}"), async move |page: Page| {
                corrupted(page, script, finds).await
            })
            .scope(scope),
        );
    }
    cases
}

/// What the reader finds after something happened to the copies.
#[derive(Clone, Copy, PartialEq)]
enum Finds {
    /// The newest answers, in both copies again.
    Newest,
    /// The newest answers, in localStorage alone.
    LocalStorageOnly,
    /// The beginning, and nothing to worry about.
    Start,
    /// The beginning, and that what was there could not be read.
    StartWithNotice,
}

/// What happens to the copies while the reader is away. `old` is a text of before the last two answers.
const CORRUPTIONS: [(Scope, &str, &str, Finds); 20] = [
    (Chromium, "nothing", "", Finds::Newest),
    (
        EveryEngine,
        "first_wiped",
        "localStorage.clear()",
        Finds::Newest,
    ),
    (Chromium, "second_wiped", "await gone()", Finds::Newest),
    // After seven days without a visit Safari takes both.
    (
        Chromium,
        "both_wiped",
        "localStorage.clear(); await gone()",
        Finds::Start,
    ),
    (
        Chromium,
        "first_old",
        "localStorage.setItem(KEY, old)",
        Finds::Newest,
    ),
    (Chromium, "second_old", "await put(old)", Finds::Newest),
    (
        Chromium,
        "first_garbage",
        "localStorage.setItem(KEY, 'garbage')",
        Finds::Newest,
    ),
    (
        Full,
        "first_torn",
        "localStorage.setItem(KEY, now.slice(0, -9))",
        Finds::Newest,
    ),
    (
        Chromium,
        "second_garbage",
        "await put('garbage')",
        Finds::Newest,
    ),
    (
        Full,
        "second_torn",
        "await put(now.slice(0, -9))",
        Finds::Newest,
    ),
    (Full, "second_a_number", "await put(7)", Finds::Newest),
    (
        EveryEngine,
        "second_an_object",
        "await put({ toString: 1, seq: 9 })",
        Finds::Newest,
    ),
    (
        Full,
        "second_bytes",
        "await put(new Uint8Array([1, 2, 3]))",
        Finds::Newest,
    ),
    (
        EveryEngine,
        "second_half_a_surrogate",
        "await put(now.slice(0, 30) + '\\ud800' + now.slice(30))",
        Finds::Newest,
    ),
    (
        Chromium,
        "first_wiped_second_garbage",
        "localStorage.clear(); await put('garbage')",
        Finds::StartWithNotice,
    ),
    (
        Chromium,
        "both_garbage",
        "localStorage.setItem(KEY, 'garbage'); await put('garbage')",
        Finds::StartWithNotice,
    ),
    (
        Chromium,
        "first_garbage_second_wiped",
        "localStorage.setItem(KEY, 'garbage'); await gone()",
        Finds::StartWithNotice,
    ),
    (
        EveryEngine,
        "first_wiped_database_of_a_newer_version",
        "localStorage.clear(); window.__made = () => {}; (await database(7)).close()",
        Finds::Newest,
    ),
    (
        EveryEngine,
        "database_without_its_store",
        "await gone(); window.__made = (asked) => asked.result.createObjectStore('other'); (await database(3)).close()",
        Finds::LocalStorageOnly,
    ),
    (
        Chromium,
        "first_old_second_garbage",
        "localStorage.setItem(KEY, now); await put({})",
        Finds::Newest,
    ),
];

async fn corrupted(page: Page, script: &str, finds: Finds) -> Outcome {
    page.open().await?;
    page.act_all(&["yes", "yes"]).await?;
    let old = page.stored("unstuck:iphone-backup").await?;
    page.act_all(&["no", "not-solved"]).await?;
    saved(&page).await?;
    let before = page.snapshot().await?;
    let now = page.stored("unstuck:iphone-backup").await?;
    page.client.goto(&page.site.blank()).await?;
    copies(
        &page,
        &format!("const [old, now] = [arguments[0], arguments[1]]; {script}"),
        json!([old, now]),
    )
    .await?;
    page.open().await?;
    match finds {
        Finds::Newest => {
            page.wait("the newest answers", "return state()?.id === 'restart'")
                .await?;
            saved(&page).await?;
            same!(page.snapshot().await?, before, "what the reader finds");
            copies_agree(&page).await?;
        }
        Finds::LocalStorageOnly => {
            says(&page, "Your answers are kept on this device.").await?;
            same!(
                page.snapshot().await?.screen,
                before.screen,
                "what the reader finds"
            );
        }
        Finds::Start | Finds::StartWithNotice => {
            if finds == Finds::StartWithNotice {
                page.notice("unreadable").await?;
            }
            let screen = page.screen().await?;
            check!(screen.is("question", "icloud"), "it starts at {screen:?}");
        }
    }
    let screen = page.screen().await?;
    check!(
        screen.notice.is_some() == (finds == Finds::StartWithNotice),
        "what is told: {screen:?}"
    );
    // What comes after it is kept as ever.
    page.act("yes").await?;
    if finds != Finds::LocalStorageOnly {
        saved(&page).await?;
        copies_agree(&page).await?;
    }
    let before = page.screen().await?;
    page.reload().await?;
    let after = page.screen().await?;
    same!(
        (after.kind, after.id),
        (before.kind, before.id),
        "after one more answer"
    );
    page.no_errors().await
}
