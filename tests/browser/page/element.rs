//! What the element offers its page: events, methods, a property.

use serde_json::{Value, json};

use crate::harness::{Case, Outcome, Page, case};
use crate::{check, same};

pub fn cases() -> Vec<Case> {
    vec![
        case("element::events", events).in_every_engine(),
        case("element::methods", methods),
        case("element::progress_is_read_only", progress_is_read_only),
        case("element::moved", moved),
    ]
}

async fn events(page: Page) -> Outcome {
    page.open().await?;
    page.act_all(&["yes", "yes", "no", "not-solved", "no", "solved"])
        .await?;
    page.wait(
        "unstuck-solved",
        "return __seen.events.some((e) => e.name === 'solved')",
    )
    .await?;
    let names = page.events().await?;
    let count = |name: &str| names.iter().filter(|n| *n == name).count();
    same!(
        names.first().map(String::as_str),
        Some("ready"),
        "the first event"
    );
    same!(
        (
            count("ready"),
            count("answer"),
            count("verdict"),
            count("solved")
        ),
        (1, 4, 2, 1),
        "the events {names:?}"
    );
    check!(
        count("screen") >= 6,
        "a screen without its event: {names:?}"
    );
    let odd = page.js("return __seen.events.filter((e) => !e.bubbles || !e.composed || e.tag !== 'unstuck-guide')", json!([])).await?;
    same!(
        odd,
        json!([]),
        "events that do not bubble and cross, or come from elsewhere"
    );
    let last = page
        .js(
            "return __seen.events.filter((e) => e.name === 'screen').at(-1).detail",
            json!([]),
        )
        .await?;
    let here = page.screen().await?;
    same!(last["screen"], json!(here.kind), "the last unstuck-screen");
    // Ids only, never free text.
    let words = page
        .js(
            "const words = []; const walk = (v) => v && typeof v === 'object' ? Object.values(v).forEach(walk) : typeof v === 'string' && words.push(v);
             __seen.events.forEach((e) => walk(e.detail)); return words.filter((w) => !/^[a-z0-9-]*$/.test(w))",
            json!([]),
        )
        .await?;
    same!(words, json!([]), "free text in an event");
    page.no_errors().await
}

async fn methods(page: Page) -> Outcome {
    page.open().await?;
    page.act_all(&["yes", "yes", "no"]).await?;
    page.js("host.back()", json!([])).await?;
    page.wait(
        "back() to go back",
        "return state().screen === 'question' && state().id === 'power-wifi'",
    )
    .await?;
    let report = page.js("return host.report()", json!([])).await?;
    check!(
        report.is_string() || report.is_object(),
        "report() returned {report}"
    );
    check!(
        report.to_string().contains("storage")
            || report.to_string().contains(&page.title("storage").await?),
        "report() does not tell of the first fix: {report}"
    );
    page.js("host.restart()", json!([])).await?;
    page.wait("restart() to start again", "return state().id === 'icloud'")
        .await?;
    page.no_errors().await
}

async fn progress_is_read_only(page: Page) -> Outcome {
    page.open().await?;
    page.act_all(&["yes", "yes"]).await?;
    let kept = page.progress().await?;
    let mut progress = page.js("return host.progress", json!([])).await?;
    if let Value::String(text) = &progress {
        progress = serde_json::from_str(text)?;
    }
    let progress = if progress.get("progress").is_some() {
        &progress["progress"]
    } else {
        &progress
    };
    for part in ["question", "check"] {
        same!(
            progress[part],
            kept[part],
            "the property progress tells of each {part}"
        );
    }
    page.js(
        "try { host.progress = null } catch {} ; try { host.progress.check = {} } catch {}",
        json!([]),
    )
    .await?;
    same!(page.progress().await?, kept, "the progress after meddling");
    let screen = page.screen().await?;
    check!(
        screen.is("question", "power-wifi"),
        "the screen after meddling: {screen:?}"
    );
    Ok(())
}

/// Put elsewhere in the page, it goes on where it was.
async fn moved(page: Page) -> Outcome {
    page.open().await?;
    page.act_all(&["yes", "yes", "no"]).await?;
    page.tick("power-charger").await?;
    let before = page.snapshot().await?;
    page.js("document.body.append(host)", json!([])).await?;
    page.wait(
        "the widget in its new place",
        "return host.dataset.state === 'ready' && Boolean(root())",
    )
    .await?;
    same!(page.snapshot().await?, before, "after the move");
    page.act("not-solved").await?;
    page.no_errors().await
}
