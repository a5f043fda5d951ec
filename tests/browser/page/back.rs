//! Back and Forward, the widget's and the browser's, from every kind of screen.

use crate::harness::walker::{WAYS, Way};
use crate::harness::{Case, Outcome, Page, case};
use crate::{check, same};

pub fn cases() -> Vec<Case> {
    let mut cases = vec![
        case("back::all_the_way", all_the_way),
        case("back::none_on_the_first_screen", none_on_the_first_screen),
        case("back::after_a_reload", after_a_reload),
        case("back::another_way_after_back", another_way_after_back),
        case("back::keeps_ticks", keeps_ticks),
    ];
    for way in &WAYS {
        cases.push(case(
            format!("back::widget_from_{}", way.name),
            async move |page: Page| by_widget(page, way).await,
        ));
        cases.push(case(
            format!("back::browser_from_{}", way.name),
            async move |page: Page| by_browser(page, way).await,
        ));
    }
    cases
}

async fn by_widget(page: Page, way: &'static Way) -> Outcome {
    page.open().await?;
    let last = way.go_before(&page).await?;
    let before = page.snapshot().await?;
    way.arrived(&page.act(last).await?)?;
    page.act("back").await?;
    same!(page.snapshot().await?, before, "Back from {}", way.name);
    way.arrived(&page.act(last).await?)?;
    page.unharmed().await
}

async fn by_browser(page: Page, way: &'static Way) -> Outcome {
    page.open().await?;
    let last = way.go_before(&page).await?;
    let before = page.snapshot().await?;
    way.arrived(&page.act(last).await?)?;
    let after = page.snapshot_unstored().await?;
    page.history(-1).await?;
    same!(
        page.snapshot().await?,
        before,
        "the browser's Back from {}",
        way.name
    );
    page.history(1).await?;
    same!(
        page.snapshot_unstored().await?,
        after,
        "the browser's Forward to {}",
        way.name
    );
    page.history(-1).await?;
    same!(
        page.snapshot().await?,
        before,
        "the browser's Back, again, from {}",
        way.name
    );
    page.unharmed().await
}

/// From the report to the first question, by both kinds of Back in turn.
async fn all_the_way(page: Page) -> Outcome {
    page.open().await?;
    let way = WAYS
        .iter()
        .find(|way| way.name == "exhausted")
        .ok_or("no way to the report")?;
    let mut passed = vec![page.snapshot().await?];
    for action in way.actions {
        page.act(action).await?;
        passed.push(page.snapshot().await?);
    }
    passed.pop();
    let mut by_browser = false;
    while let Some(before) = passed.pop() {
        if by_browser {
            page.history(-1).await?;
        } else {
            page.act("back").await?;
        }
        by_browser = !by_browser;
        same!(page.snapshot().await?, before, "the way back");
    }
    page.unharmed().await
}

async fn none_on_the_first_screen(page: Page) -> Outcome {
    page.open().await?;
    check!(!page.has("back").await?, "the first screen has a Back");
    page.act("yes").await?;
    check!(page.has("back").await?, "the second screen has no Back");
    page.act("back").await?;
    check!(
        !page.has("back").await?,
        "the first screen, come back to, has a Back"
    );
    Ok(())
}

/// What the browser kept of its history must fit what was restored.
async fn after_a_reload(page: Page) -> Outcome {
    page.open().await?;
    page.act_all(&["yes", "yes"]).await?;
    let before = page.snapshot().await?;
    page.act("no").await?;
    page.reload().await?;
    page.history(-1).await?;
    same!(
        page.snapshot().await?,
        before,
        "the browser's Back after a reload"
    );
    page.act("no").await?;
    page.reload().await?;
    page.act("back").await?;
    same!(page.snapshot().await?, before, "Back after a reload");
    page.unharmed().await
}

async fn another_way_after_back(page: Page) -> Outcome {
    page.open().await?;
    page.act_all(&["yes", "yes", "yes"]).await?;
    page.history(-1).await?;
    page.history(-1).await?;
    let screen = page.act("no").await?;
    check!(
        screen.is("confirm", "storage"),
        "the other answer led to {screen:?}"
    );
    page.act("back").await?;
    let screen = page.screen().await?;
    check!(
        screen.is("question", "storage"),
        "Back from there led to {screen:?}"
    );
    page.act("back").await?;
    same!(page.screen().await?.id, "icloud", "Back once more");
    page.unharmed().await
}

async fn keeps_ticks(page: Page) -> Outcome {
    page.open().await?;
    page.act_all(&["yes", "yes", "no"]).await?;
    page.tick("power-charger").await?;
    page.tick("power-low-power").await?;
    let ticked = page.snapshot().await?;
    page.act("not-solved").await?;
    page.act("back").await?;
    same!(page.snapshot().await?, ticked, "Back to ticked steps");
    page.tick("power-charger").await?;
    same!(
        page.ticks().await?.get("power-charger"),
        Some(&false),
        "a step can be unticked"
    );
    page.unharmed().await
}
