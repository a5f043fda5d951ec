//! A reload on every kind of screen: the same screen, the same ticks, and focus left alone.

use serde_json::json;

use crate::harness::walker::{WAYS, Way};
use crate::harness::{Case, Outcome, Page, Scope, case};
use crate::{check, same};

pub fn cases() -> Vec<Case> {
    let mut cases = vec![
        case("reload::ticks", ticks).in_every_engine(),
        case("reload::twice", twice).in_full_runs(),
        case("reload::reopened", reopened).in_every_engine(),
    ];
    cases.extend(WAYS.iter().map(|way| {
        case(
            format!("reload::on_{}", way.name),
            async move |page: Page| on(page, way).await,
        )
        .scope(match way.name {
            "fix" => Scope::EveryEngine,
            _ => Scope::Full,
        })
    }));
    cases
}

async fn on(page: Page, way: &'static Way) -> Outcome {
    page.open().await?;
    way.go(&page).await?;
    let before = page.snapshot().await?;
    page.reload().await?;
    same!(
        page.snapshot().await?,
        before,
        "after the reload on {}",
        way.name
    );
    left_alone(&page).await
}

async fn ticks(page: Page) -> Outcome {
    page.open().await?;
    page.act_all(&["yes", "yes", "no"]).await?;
    page.tick("power-charger").await?;
    page.tick("power-locked").await?;
    page.tick("power-locked").await?;
    page.tick("power-network").await?;
    let before = page.snapshot().await?;
    page.reload().await?;
    same!(page.snapshot().await?, before, "ticks after the reload");
    left_alone(&page).await
}

async fn twice(page: Page) -> Outcome {
    page.open().await?;
    for action in ["yes", "no", "confirm", "not-solved"] {
        page.act(action).await?;
        let before = page.snapshot().await?;
        page.reload().await?;
        page.reload().await?;
        same!(
            page.snapshot().await?,
            before,
            "after {action} and two reloads"
        );
    }
    Ok(())
}

async fn reopened(page: Page) -> Outcome {
    page.open().await?;
    page.act_all(&["yes", "yes", "no"]).await?;
    page.change("check", "storage").await?;
    let before = page.screen().await?;
    page.reload().await?;
    same!(
        page.screen().await?,
        before,
        "the reopened answer after the reload"
    );
    check!(
        page.has("keep").await?,
        "the reopened answer cannot be kept after the reload"
    );
    Ok(())
}

async fn left_alone(page: &Page) -> Outcome {
    let focus = page.focus().await?;
    check!(
        !focus.inside,
        "focus is in the widget after load: {focus:?}"
    );
    let focused = page.js("return __seen.focus", json!([])).await?;
    same!(focused, json!([]), "focus was moved at load");
    let events = page.events().await?;
    same!(
        events.iter().filter(|name| *name == "ready").count(),
        1,
        "unstuck-ready"
    );
    page.no_errors().await
}
