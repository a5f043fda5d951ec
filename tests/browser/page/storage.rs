//! Storage that is blocked, full, or holds what cannot be read: the walk goes on, and says so.

use serde_json::json;

use super::of_a_newer_version;
use crate::harness::Scope::{self, Chromium, EveryEngine, Full};
use crate::harness::walker::{in_vain, walk};
use crate::harness::{Case, Outcome, Page, case};
use crate::{check, same};

const KEY: &str = "unstuck:iphone-backup";
const ASIDE: &str = "unstuck:iphone-backup:unreadable";

const THROWING: &str = "Object.defineProperty(window, 'localStorage', { configurable: true, get() { throw new DOMException('blocked', 'SecurityError') } });";
const FULL: &str =
    "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') };";
/// Without a second copy, which would mend it: see durable.rs.
const NO_SECOND: &str =
    "Object.defineProperty(window, 'indexedDB', { configurable: true, value: undefined });";
const NULL: &str =
    "Object.defineProperty(window, 'localStorage', { configurable: true, value: null });";

pub fn cases() -> Vec<Case> {
    let mut cases = vec![
        case("storage::blocked_in_a_sandbox", blocked_in_a_sandbox).in_every_engine(),
        case("storage::full_in_the_middle", full_in_the_middle).in_every_engine(),
        case("storage::one_write_an_answer", one_write_an_answer),
        case("storage::small_record", small_record).in_full_runs(),
        case("storage::form_of_the_record", form_of_the_record),
        case("storage::an_earlier_copy_is_kept", an_earlier_copy_is_kept),
        case("storage::newer_version", newer_version),
    ];
    for (scope, name, script) in [
        (EveryEngine, "getter_throws", THROWING),
        (Chromium, "is_null", NULL),
        (EveryEngine, "write_throws", FULL),
    ] {
        cases.push(
            case(format!("storage::{name}"), async move |page: Page| {
                unkept(page, script).await
            })
            .scope(scope),
        );
    }
    for (scope, name, change) in DAMAGES {
        cases.push(
            case(
                format!("storage::unreadable_{name}"),
                async move |page: Page| damaged(page, change).await,
            )
            .scope(scope),
        );
    }
    cases
}

/// Ways to spoil a record: an expression of the good text `t`.
const DAMAGES: [(Scope, &str, &str); 8] = [
    (Chromium, "garbage", "'not a record {'"),
    (Full, "empty", "''"),
    (Full, "truncated", "t.slice(0, -20)"),
    (Full, "doubled", "t + t"),
    (Full, "flipped_answer", "t.replace('\"no\"', '\"mo\"')"),
    (
        Full,
        "flipped_digit",
        "t.replace(/\\d(?=\\D*$)/, (d) => (Number(d) + 1) % 10)",
    ),
    (Full, "other_type", "'[1,2,3]'"),
    (
        EveryEngine,
        "lone_surrogate",
        "t.slice(0, 30) + '\\ud800' + t.slice(30)",
    ),
];

async fn unkept(page: Page, script: &str) -> Outcome {
    page.site.script(NO_SECOND);
    page.site.script(script);
    page.open().await?;
    goes_on_unkept(&page).await
}

/// A frame without an origin of its own: storage and history are both denied.
async fn blocked_in_a_sandbox(page: Page) -> Outcome {
    page.open_frame(700, 900, Some("allow-scripts")).await?;
    page.ready().await?;
    goes_on_unkept(&page).await
}

async fn goes_on_unkept(page: &Page) -> Outcome {
    page.act("yes").await?;
    page.notice("not-kept").await?;
    // The link is the way out.
    let way = "const inside = shadow.querySelector('.notice [data-action=carry]'); inside?.click(); return shown(inside)";
    same!(page.js(way, json!([])).await?, json!(true), "the way out");
    page.wait("the link", "return controls('carry-link').length === 1")
        .await?;
    page.press("carry-close", json!({})).await?;
    let screen = page.act_all(&["yes", "no"]).await?;
    check!(
        screen.is("fix", "power-wifi"),
        "the walk does not go on: {screen:?}"
    );
    page.tick("power-charger").await?;
    page.act("not-solved").await?;
    page.act("back").await?;
    let screen = page.screen().await?;
    check!(screen.is("fix", "power-wifi"), "Back in memory: {screen:?}");
    same!(
        page.ticks().await?.get("power-charger"),
        Some(&true),
        "the tick in memory"
    );
    let trace = walk(page, in_vain).await?;
    same!(
        trace.last().map(|(s, _)| s.kind.as_str()),
        Some("exhausted"),
        "the end"
    );
    same!(
        page.screen().await?.notice.as_deref(),
        Some("not-kept"),
        "the notice at the end"
    );
    page.no_errors().await
}

/// Really full, in the middle of the walk, and then with room again.
async fn full_in_the_middle(page: Page) -> Outcome {
    page.site.script(NO_SECOND);
    page.open().await?;
    page.act_all(&["yes", "yes"]).await?;
    let kept = page.stored(KEY).await?;
    page.js(
        "let n = 1 << 20; let i = 0;
         while (n >= 1) { try { localStorage.setItem('filler' + i++, 'x'.repeat(n)); } catch { n = n >> 1; } }
         for (;;) { try { localStorage.setItem('f' + i++, ''); } catch { break; } }",
        json!([]),
    )
    .await?;
    page.act("no").await?;
    page.notice("not-kept").await?;
    same!(page.stored(KEY).await?, kept, "the last record that fitted");
    let screen = page.act("not-solved").await?;
    check!(
        screen.is("question", "restart"),
        "the walk does not go on: {screen:?}"
    );
    page.js("for (const key of Object.keys(localStorage)) if (key.startsWith('f')) localStorage.removeItem(key)", json!([])).await?;
    page.act("yes").await?;
    page.wait("the notice to go", "return state().notice === null")
        .await?;
    let before = page.snapshot().await?;
    page.reload().await?;
    same!(page.snapshot().await?, before, "after there was room again");
    page.no_errors().await
}

async fn damaged(page: Page, change: &str) -> Outcome {
    page.site.script(NO_SECOND);
    page.open().await?;
    page.act_all(&["yes", "yes", "no", "not-solved"]).await?;
    page.progress().await?;
    // On a page of the same origin, so that the widget cannot mend it on its way out.
    page.client.goto(&page.site.blank()).await?;
    let spoilt = page
        .js(
            &format!(
                "const t = localStorage.getItem({KEY:?}); const spoilt = {change};
                 if (spoilt === t) return null;
                 localStorage.setItem({KEY:?}, spoilt); window.name = JSON.stringify(spoilt); return true"
            ),
            json!([]),
        )
        .await?;
    same!(spoilt, json!(true), "the record was not spoilt");
    page.open().await?;
    let screen = page.screen().await?;
    check!(screen.is("question", "icloud"), "it starts at {screen:?}");
    page.notice("unreadable").await?;
    let aside = page
        .js(
            &format!("return JSON.stringify(localStorage.getItem({ASIDE:?})) === window.name"),
            json!([]),
        )
        .await?;
    same!(aside, json!(true), "the record was not set aside as it was");
    page.act_all(&["yes", "no"]).await?;
    let before = page.progress().await?;
    page.reload().await?;
    let screen = page.screen().await?;
    check!(
        screen.is("confirm", "storage"),
        "the new record is not kept: {screen:?}"
    );
    same!(page.progress().await?, before, "the new record");
    same!(screen.notice, None, "the notice after the reload");
    let aside = page
        .js(
            &format!("return JSON.stringify(localStorage.getItem({ASIDE:?})) === window.name"),
            json!([]),
        )
        .await?;
    same!(aside, json!(true), "what was set aside is gone");
    page.no_errors().await
}

async fn an_earlier_copy_is_kept(page: Page) -> Outcome {
    page.client.goto(&page.site.blank()).await?;
    page.js(
        &format!(
            "localStorage.setItem({ASIDE:?}, 'first'); localStorage.setItem({KEY:?}, 'second')"
        ),
        json!([]),
    )
    .await?;
    page.open().await?;
    page.notice("unreadable").await?;
    page.act("yes").await?;
    page.progress().await?;
    let all = page
        .js(
            "return Object.entries(localStorage).map(([, value]) => value)",
            json!([]),
        )
        .await?;
    for wanted in ["first", "second"] {
        check!(
            all.as_array()
                .is_some_and(|list| list.contains(&json!(wanted))),
            "{wanted:?} is lost: {all}"
        );
    }
    Ok(())
}

/// A record of a newer version is left as it is, where it is; the walk goes on without being kept, and the reader is told.
async fn newer_version(page: Page) -> Outcome {
    page.site.script(NO_SECOND);
    page.open().await?;
    page.act_all(&["yes", "yes", "no"]).await?;
    page.progress().await?;
    page.client.goto(&page.site.blank()).await?;
    let newer = of_a_newer_version(page.stored(KEY).await?)?;
    page.js(
        "localStorage.setItem(arguments[0], arguments[1])",
        json!([KEY, newer]),
    )
    .await?;
    page.open().await?;
    page.notice("newer").await?;
    let screen = page.act_all(&["yes", "no"]).await?;
    check!(
        screen.is("confirm", "storage"),
        "the walk does not go on: {screen:?}"
    );
    let all = page
        .js(
            "return Object.entries(localStorage).map(([, value]) => value)",
            json!([]),
        )
        .await?;
    same!(all, json!([newer]), "what is stored");
    page.no_errors().await
}

async fn one_write_an_answer(page: Page) -> Outcome {
    page.site.script(
        "window.__writes = 0; const set = Storage.prototype.setItem; Storage.prototype.setItem = function (...a) { __writes += 1; return set.apply(this, a); };",
    );
    page.open().await?;
    same!(
        page.js("return __writes", json!([])).await?,
        json!(0),
        "writes at load"
    );
    for (at, action) in ["yes", "no", "confirm", "not-solved", "back"]
        .iter()
        .enumerate()
    {
        page.act(action).await?;
        page.progress().await?;
        same!(
            page.js("return __writes", json!([])).await?,
            json!(at + 1),
            "writes after {action}"
        );
    }
    Ok(())
}

async fn small_record(page: Page) -> Outcome {
    page.open().await?;
    loop {
        let screen = page.screen().await?;
        if screen.kind == "exhausted" {
            break;
        }
        for step in page.ticks().await?.into_keys() {
            page.tick(&step).await?;
        }
        page.act(&in_vain(&screen)?).await?;
    }
    page.progress().await?;
    let length = page.stored(KEY).await?.unwrap_or_default().len();
    check!(
        length > 0 && length <= 4096,
        "the stored record has {length} bytes"
    );
    Ok(())
}

async fn form_of_the_record(page: Page) -> Outcome {
    page.open().await?;
    page.act_all(&["yes", "no"]).await?;
    page.progress().await?;
    let text = page.stored(KEY).await?.ok_or("nothing is stored")?;
    let record: serde_json::Value = serde_json::from_str(&text)?;
    let mut names: Vec<&str> = record
        .as_object()
        .ok_or("the record is no object")?
        .keys()
        .map(String::as_str)
        .collect();
    names.sort_unstable();
    same!(
        names,
        ["guide", "progress", "rev", "seq", "sum", "v"],
        "the record's parts"
    );
    same!(
        (&record["v"], &record["guide"]),
        (&json!(2), &json!("iphone-backup")),
        "the record's head"
    );
    let sum = record["sum"].as_str().unwrap_or_default();
    check!(
        sum.len() == 8 && sum.chars().all(|c| c.is_ascii_hexdigit()),
        "the record's sum is {sum:?}"
    );
    Ok(())
}
