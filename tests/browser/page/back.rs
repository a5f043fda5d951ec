//! Back and Forward, the widget's and the browser's, from every kind of screen.

use serde_json::json;

use crate::harness::walker::{WAYS, Way};
use crate::harness::{Case, Outcome, Page, Scope, case};
use crate::{check, same};

pub fn cases() -> Vec<Case> {
    let mut cases = vec![
        case("back::all_the_way", all_the_way).in_every_engine(),
        case("back::none_on_the_first_screen", none_on_the_first_screen).in_full_runs(),
        case("back::after_a_reload", after_a_reload).in_every_engine(),
        case("back::another_way_after_back", another_way_after_back).in_every_engine(),
        case("back::keeps_ticks", keeps_ticks).in_full_runs(),
        case("back::pressed_twice_at_once", pressed_twice_at_once).in_every_engine(),
        case("back::after_a_change", after_a_change).in_every_engine(),
        case("back::after_starting_again", after_starting_again).in_every_engine(),
        case("back::over_many_entries", over_many_entries).in_every_engine(),
        case(
            "back::past_a_link_within_the_page",
            past_a_link_within_the_page,
        )
        .in_every_engine(),
        case("tabs::the_newer_answers_count", the_newer_answers_count).in_every_engine(),
    ];
    for way in &WAYS {
        cases.push(
            case(
                format!("back::widget_from_{}", way.name),
                async move |page: Page| by_widget(page, way).await,
            )
            .in_full_runs(),
        );
        cases.push(
            case(
                format!("back::browser_from_{}", way.name),
                async move |page: Page| by_browser(page, way).await,
            )
            .scope(once(way)),
        );
    }
    cases
}

/// From which screen, makes no difference to the browser's history: `all_the_way` comes by all of them.
fn once(way: &Way) -> Scope {
    match way.name {
        "fix" => Scope::EveryEngine,
        _ => Scope::Full,
    }
}

async fn by_widget(page: Page, way: &'static Way) -> Outcome {
    page.open().await?;
    let last = way.go_before(&page).await?;
    let before = page.snapshot().await?;
    way.arrived(&page.act(last).await?)?;
    page.act("back").await?;
    same!(page.snapshot().await?, before, "Back from {}", way.name);
    way.arrived(&page.act(last).await?)?;
    page.no_errors().await
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
    page.no_errors().await
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
    page.no_errors().await
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
    page.no_errors().await
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
    page.no_errors().await
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
    page.no_errors().await
}

/// Two presses before the browser has answered the first are one.
async fn pressed_twice_at_once(page: Page) -> Outcome {
    page.open().await?;
    page.act("yes").await?;
    let before = page.snapshot().await?;
    page.act("yes").await?;
    page.js(
        "const back = controls('back')[0]; back.click(); back.click();",
        json!([]),
    )
    .await?;
    page.wait("the screen before", "return state().id === 'storage'")
        .await?;
    same!(page.snapshot().await?, before, "two presses of Back");
    page.no_errors().await
}

/// A change is taken back as a whole: what was said before it counts again, and nothing else is lost.
async fn after_a_change(page: Page) -> Outcome {
    page.open().await?;
    page.act_all(&["yes", "yes", "yes", "yes"]).await?;
    let before = page.snapshot().await?;
    page.open_overview().await?;
    let storage = json!({ "kind": "check", "id": "storage" });
    page.act_on("change", storage).await?;
    page.act("no").await?;
    page.history(-1).await?;
    page.history(-1).await?;
    same!(page.snapshot().await?, before, "Back over a change");
    page.history(1).await?;
    let screen = page.history(1).await?;
    check!(
        screen.is("confirm", "storage"),
        "Forward over the change led to {screen:?}"
    );
    page.no_errors().await
}

async fn after_starting_again(page: Page) -> Outcome {
    page.open().await?;
    page.act_all(&["yes", "yes", "yes"]).await?;
    let before = page.snapshot().await?;
    page.press("restart", json!({})).await?;
    page.wait("the question", "return controls('restart-yes').length > 0")
        .await?;
    page.act("restart-yes").await?;
    check!(
        !page.has("back").await?,
        "nothing was said, yet there is Back"
    );
    page.history(-1).await?;
    same!(page.snapshot().await?, before, "Back over Start over");
    page.no_errors().await
}

/// The history's own menu goes over several entries at once.
async fn over_many_entries(page: Page) -> Outcome {
    page.open().await?;
    let first = page.snapshot().await?;
    page.act_all(&["yes", "yes", "yes", "yes", "yes"]).await?;
    let last = page.snapshot().await?;
    page.history(-5).await?;
    same!(page.snapshot().await?, first, "five entries back");
    page.history(5).await?;
    same!(page.snapshot().await?, last, "five entries forward");
    page.no_errors().await
}

/// A link within the page makes an entry that is not the widget's.
async fn past_a_link_within_the_page(page: Page) -> Outcome {
    page.open().await?;
    page.act("yes").await?;
    let before = page.snapshot().await?;
    page.act("yes").await?;
    page.js("location.hash = '#iphone-backup'", json!([]))
        .await?;
    page.wait("the entry", "return location.hash !== ''")
        .await?;
    page.act("back").await?;
    same!(page.snapshot().await?, before, "Back past a link");
    page.no_errors().await
}

/// What another tab said is taken up, and not written over by an older state.
async fn the_newer_answers_count(page: Page) -> Outcome {
    page.open().await?;
    page.act("yes").await?;
    // Another tab of the same page: a frame has a window and a session of its own, and the same storage.
    page.js(
        "const other = document.createElement('iframe'); other.id = 'other'; other.src = location.href;
         other.width = 700; other.height = 700; document.body.append(other);",
        json!([]),
    )
    .await?;
    let other = "document.querySelector('#other').contentDocument?.querySelector('unstuck-guide')?.shadowRoot?.querySelector('[data-screen]')";
    page.wait(
        "the other tab",
        &format!("return {other}?.dataset.id === 'storage'"),
    )
    .await?;
    page.js(
        &format!("{other}.querySelector('[data-action=yes]').click()"),
        json!([]),
    )
    .await?;
    page.wait(
        "what the other tab said",
        "return state().id === 'power-wifi'",
    )
    .await?;
    let focus = page.focus().await?;
    check!(!focus.inside, "another tab's answer took focus here");
    page.act("yes").await?;
    page.wait(
        "the other tab to follow",
        &format!("return {other}?.dataset.id === 'restart'"),
    )
    .await?;
    page.no_errors().await
}
