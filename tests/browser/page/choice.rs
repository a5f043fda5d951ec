//! Which of these do you see: one screen for several opening questions.

use serde_json::json;

use super::layout::{large_enough, no_overflow};
use crate::harness::{Case, Outcome, Page, case};
use crate::{check, same};

pub fn cases() -> Vec<Case> {
    vec![
        case("choice::one_is_chosen", one_is_chosen),
        case("choice::none_and_unsure", none_and_unsure).in_full_runs(),
        case("choice::changed", changed).in_full_runs(),
        case("choice::narrow", narrow),
    ]
}

/// Six symptoms, one of which shows only after a yes; long and short ones.
pub const ARTICLE: &str = r##"<article id="iphone-backup" data-unstuck-guide="iphone-backup" lang="en"><header><h1>The boiler stops</h1><p>By what you see.</p></header><unstuck-guide article="#iphone-backup"></unstuck-guide>
<div data-unstuck-id="on" data-unstuck-ask="Is there anything on its display?"></div>
<div data-unstuck-id="code" data-unstuck-one-of="Which of these do you see?" data-unstuck-only-if="on=yes" data-unstuck-ask="A code that begins with F"></div>
<div data-unstuck-id="lamp" data-unstuck-one-of="Which of these do you see?" data-unstuck-ask="The lamp beside the display blinks red, and it goes on blinking after it was switched off and on again"></div>
<p data-unstuck-id="drops" data-unstuck-one-of="Which of these do you see?" data-unstuck-ask="Drops under the boiler">Feel along the pipes with a dry cloth.</p>
<div data-unstuck-id="noise" data-unstuck-one-of="Which of these do you see?" data-unstuck-ask="It hums, and does not start"></div>
<div data-unstuck-id="cold" data-unstuck-one-of="Which of these do you see?" data-unstuck-ask="The heating is warm, the water is cold"></div>
<div data-unstuck-id="low" data-unstuck-one-of="Which of these do you see?" data-unstuck-ask="The needle stands below 1"></div>
<section data-unstuck-id="fill" data-unstuck-only-if="low"><h2>Fill it up</h2><ol><li>Fill.</li></ol></section>
<section data-unstuck-id="reset"><h2>Reset it</h2><ol><li>Reset.</li></ol></section></article>"##;

async fn options(page: &Page) -> Outcome<serde_json::Value> {
    page.js("return controls('yes').map((e) => e.dataset.id)", json!([]))
        .await
}

async fn one_is_chosen(page: Page) -> Outcome {
    page.site.article(ARTICLE);
    page.open().await?;
    let screen = page.act("no").await?;
    check!(screen.is("question", "code"), "the choice: {screen:?}");
    same!(
        options(&page).await?,
        json!(["lamp", "drops", "noise", "cold", "low"]),
        "the options of who sees nothing on the display"
    );
    let screen = page.act_on("yes", json!({ "id": "low" })).await?;
    check!(screen.is("fix", "fill"), "after the choice: {screen:?}");
    let said = page.progress().await?;
    check!(
        said.to_string().contains("low") && !said.to_string().contains("code"),
        "kept: {said}"
    );
    page.reload().await?;
    check!(page.screen().await?.is("fix", "fill"), "after a reload");
    let screen = page.act("back").await?;
    check!(
        screen.is("question", "code"),
        "back at the choice: {screen:?}"
    );
    page.no_errors().await
}

async fn none_and_unsure(page: Page) -> Outcome {
    page.site.article(ARTICLE);
    page.open().await?;
    page.act("yes").await?;
    same!(
        options(&page).await?,
        json!(["code", "lamp", "drops", "noise", "cold", "low"]),
        "the options of who sees something"
    );
    let screen = page.act("no").await?;
    check!(screen.is("fix", "reset"), "after none of these: {screen:?}");
    page.act("back").await?;
    let screen = page.act("unsure").await?;
    check!(screen.is("fix", "fill"), "after not sure: {screen:?}");
    page.no_errors().await
}

/// The overview tells what was chosen, and asks again for it.
async fn changed(page: Page) -> Outcome {
    page.site.article(ARTICLE);
    page.open().await?;
    page.act("no").await?;
    page.act_on("yes", json!({ "id": "noise" })).await?;
    page.open_overview().await?;
    let row = page
        .js("return plain(shadow.querySelector('[data-action=change][data-id=noise]').closest('li').textContent)", json!([]))
        .await?;
    same!(
        row,
        json!("Which of these do you see?It hums, and does not startChange"),
        "the overview"
    );
    let screen = page.act_on("change", json!({ "id": "noise" })).await?;
    check!(screen.is("question", "code"), "asked again: {screen:?}");
    let text = page.text().await?;
    check!(
        text.contains("Your answer: It hums, and does not start"),
        "what was said: {text}"
    );
    let screen = page.act_on("yes", json!({ "id": "low" })).await?;
    check!(screen.is("fix", "fill"), "after another choice: {screen:?}");
    let said = page.progress().await?;
    check!(
        !said.to_string().contains("noise"),
        "one answer is kept: {said}"
    );
    page.no_errors().await
}

async fn narrow(page: Page) -> Outcome {
    page.site.article(ARTICLE);
    page.open_at(320, 700).await?;
    page.act("yes").await?;
    no_overflow(&page, "with a choice").await?;
    large_enough(&page, "with a choice").await
}
