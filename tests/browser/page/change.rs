//! The overview, changed answers, and starting again.

use serde_json::json;

use crate::harness::page::string;
use crate::harness::walker;
use crate::harness::{Case, Outcome, Page, case};
use crate::{check, same};

pub fn cases() -> Vec<Case> {
    vec![
        case("change::keeps_later_answers", keeps_later_answers),
        case("change::keep", keep).in_full_runs(),
        case("change::destination", destination).in_full_runs(),
        case("change::back_out", back_out).in_every_engine(),
        case("change::verdict_from_the_end", verdict_from_the_end).in_full_runs(),
        case("change::overview_lists_every_fix", overview_lists_every_fix).in_full_runs(),
        case("change::overview_closes", overview_closes).in_every_engine(),
        case("change::opens_a_fix", opens_a_fix).in_every_engine(),
        case("change::tried", tried),
        case("change::restart_asks_first", restart_asks_first),
    ]
}

/// The check question of the first fix is answered otherwise; what was said after it still stands.
async fn keeps_later_answers(page: Page) -> Outcome {
    page.open().await?;
    page.act_all(&["yes", "yes", "yes", "no"]).await?;
    let before = page.screen().await?;
    check!(before.is("fix", "restart"), "before the change: {before:?}");
    let reopened = page.change("check", "storage").await?;
    check!(
        reopened.is("question", "storage"),
        "the reopened question: {reopened:?}"
    );
    let screen = page.act("no").await?;
    check!(
        screen.is("confirm", "storage"),
        "after the change: {screen:?}"
    );
    page.act("confirm").await?;
    let screen = page.act("not-solved").await?;
    check!(
        screen.is("fix", "restart"),
        "the later answers were not kept: {screen:?}"
    );
    page.no_errors().await
}

/// Looked at again and kept: nothing changes.
async fn keep(page: Page) -> Outcome {
    page.open().await?;
    page.act_all(&["yes", "yes", "no"]).await?;
    page.tick("power-charger").await?;
    let before = page.snapshot().await?;
    let reopened = page.change("check", "storage").await?;
    check!(
        reopened.is("question", "storage"),
        "the reopened question: {reopened:?}"
    );
    check!(page.has("keep").await?, "a reopened answer cannot be kept");
    page.act("keep").await?;
    same!(page.snapshot().await?, before, "after keep");
    page.no_errors().await
}

/// To a Mac after all: what still applies stays, what does not is gone from the walk.
async fn destination(page: Page) -> Outcome {
    page.open().await?;
    page.act_all(&["yes", "yes", "yes", "no", "not-solved"])
        .await?;
    page.change("question", "icloud").await?;
    let screen = page.act_on("yes", json!({ "id": "finder" })).await?;
    check!(
        screen.is("question", "update"),
        "the answers that still apply were not kept: {screen:?}"
    );
    same!(screen.fixes, Some(5), "the number of fixes");
    // And to iCloud again: nothing was lost by it.
    page.change("question", "finder").await?;
    let screen = page.act("yes").await?;
    check!(
        screen.is("question", "update"),
        "back at iCloud: {screen:?}"
    );
    same!(screen.fixes, Some(8), "the number of fixes");
    page.no_errors().await
}

/// Back from a reopened answer leads to where the reader was.
async fn back_out(page: Page) -> Outcome {
    page.open().await?;
    page.act_all(&["yes", "yes", "no"]).await?;
    let before = page.snapshot().await?;
    page.change("check", "storage").await?;
    page.history(-1).await?;
    same!(
        page.snapshot().await?,
        before,
        "the browser's Back from a reopened answer"
    );
    page.no_errors().await
}

async fn verdict_from_the_end(page: Page) -> Outcome {
    page.open().await?;
    page.act_all(&[
        "yes",
        "yes",
        "no",
        "not-solved",
        "yes",
        "yes",
        "no",
        "skip",
        "no",
        "yes",
    ])
    .await?;
    same!(page.screen().await?.kind, "exhausted", "the end");
    let screen = page.change("verdict", "power-wifi").await?;
    check!(
        screen.is("fix", "power-wifi"),
        "the reopened verdict: {screen:?}"
    );
    page.act("solved").await?;
    same!(page.screen().await?.kind, "solved", "after the change");
    page.no_errors().await
}

async fn overview_lists_every_fix(page: Page) -> Outcome {
    page.open().await?;
    page.act_all(&["yes", "yes", "no", "not-solved"]).await?;
    page.open_overview().await?;
    let mut titles = Vec::new();
    for fix in walker::ids() {
        titles.push(page.title(fix).await?);
    }
    // It comes portion by portion.
    let listed = format!(
        "const text = plain(shadow.querySelector('[data-screen]').parentNode.innerText); return {}.every((title) => text.includes(title))",
        json!(titles)
    );
    page.wait("every fix in the overview", &listed).await
}

async fn overview_closes(page: Page) -> Outcome {
    page.open_at(390, 844).await?;
    page.act_all(&["yes", "yes"]).await?;
    let before = page.snapshot().await?;
    check!(
        !page.has("change").await?,
        "on a phone the overview is open from the start"
    );
    page.heading_focused().await?;
    // Safari gives no focus to what is clicked; a keyboard does.
    page.js("controls('overview')[0].focus()", json!([]))
        .await?;
    page.press("overview", json!({})).await?;
    page.wait("the sheet", "return controls('change').length > 0")
        .await?;
    page.wait(
        "focus in the sheet",
        "return focus().inside && focus().action !== 'overview'",
    )
    .await?;
    page.press("close", json!({})).await?;
    page.wait(
        "the sheet to close",
        "return controls('change').length === 0",
    )
    .await?;
    page.wait(
        "focus back on its control",
        "return focus().action === 'overview'",
    )
    .await?;
    same!(page.snapshot().await?, before, "after the overview");
    page.press("overview", json!({})).await?;
    page.wait("the sheet", "return controls('change').length > 0")
        .await?;
    page.keys(&['\u{e00c}']).await?;
    page.wait(
        "Escape to close the sheet",
        "return controls('change').length === 0",
    )
    .await?;
    page.no_errors().await
}

async fn open_storage(page: &Page) -> Outcome {
    page.press("overview", json!({})).await?;
    page.wait("the sheet", "return controls('open-fix').length > 0")
        .await?;
    page.press("open-fix", json!({ "id": "storage" })).await?;
    page.wait("the fix", "return controls('open-fix').length === 0")
        .await
}

/// A press on a row shows what was said to that fix; each answer can be changed there.
async fn opens_a_fix(page: Page) -> Outcome {
    page.open_at(390, 844).await?;
    page.act_all(&["yes", "no", "confirm", "not-solved"])
        .await?;
    let before = page.snapshot().await?;
    open_storage(&page).await?;
    let asked = "return plain(shadow.querySelector('dialog[open] .said').textContent)";
    let said = string(page.js(asked, json!([])).await?)?;
    check!(
        said.contains("free space") && said.contains("No"),
        "what was said to it: {said}"
    );
    page.press("close", json!({})).await?;
    page.wait("it to close", "return controls('change').length === 0")
        .await?;
    same!(page.snapshot().await?, before, "after a look at a fix");
    open_storage(&page).await?;
    let check = json!({ "kind": "check", "id": "storage" });
    let screen = page.act_on("change", check).await?;
    check!(screen.is("question", "storage"), "asked again: {screen:?}");
    page.no_errors().await
}

/// What was done before this walk is not asked for again, here and wherever its answers are read.
async fn tried(page: Page) -> Outcome {
    page.open().await?;
    page.act("yes").await?;
    let screen = page.act("tried").await?;
    check!(screen.is("question", "power-wifi"), "after it: {screen:?}");
    let version = page.js("return JSON.parse(stored()).v", json!([])).await?;
    same!(version, json!(3), "the record's version");
    page.reload().await?;
    let screen = page.screen().await?;
    check!(
        screen.is("question", "power-wifi"),
        "after a reload: {screen:?}"
    );
    page.open_overview().await?;
    let outcome = page
        .js(
            "return root().querySelector('.entry[data-id=storage]')?.dataset.outcome ?? null",
            json!([]),
        )
        .await?;
    same!(outcome, json!("already-tried"), "in the overview");
    page.no_errors().await
}

async fn restart_asks_first(page: Page) -> Outcome {
    page.open().await?;
    page.act_all(&["yes", "yes", "no"]).await?;
    let before = page.snapshot().await?;
    page.press("restart", json!({})).await?;
    page.wait(
        "the question",
        "return controls('restart-yes').length === 1",
    )
    .await?;
    page.press("restart-no", json!({})).await?;
    page.wait(
        "the question to go",
        "return controls('restart-yes').length === 0",
    )
    .await?;
    same!(page.snapshot().await?, before, "after not starting again");
    page.press("restart", json!({})).await?;
    page.act("restart-yes").await?;
    let screen = page.screen().await?;
    check!(
        screen.is("question", "icloud"),
        "after starting again: {screen:?}"
    );
    page.reload().await?;
    let screen = page.screen().await?;
    check!(
        screen.is("question", "icloud"),
        "after starting again, and a reload: {screen:?}"
    );
    let screen = page.act("yes").await?;
    check!(
        screen.is("question", "storage"),
        "answers outlived the start: {screen:?}"
    );
    page.no_errors().await
}
