//! What becomes of a link: the same screen elsewhere, the question before answers are replaced, links that cannot be used.

use serde_json::{Value, json};

use super::{arrive, cleared_device, gone, hash_becomes, is_modal, link, said};
use crate::harness::Scope::{self, Chromium, EveryEngine, Full};
use crate::harness::names::VIEW_KEY;
use crate::harness::page::string;
use crate::harness::{Case, Outcome, Page, case};
use crate::{check, same};

pub(super) fn cases() -> Vec<Case> {
    let mut cases = vec![
        case("transfer::asks_before_it_replaces", asks_before_it_replaces),
        case("transfer::same_answers", same_answers),
        case("transfer::arrives_in_an_open_page", arrives_in_an_open_page).in_every_engine(),
        case("transfer::arrives_at_the_article", arrives_at_the_article),
        case("transfer::two_guides", two_guides),
        case(
            "transfer::told_beside_a_refused_element",
            told_beside_a_refused_element,
        ),
        case("transfer::pasted", pasted),
        case("transfer::in_the_app", in_the_app),
        case("transfer::routes_of_the_page", routes_of_the_page).in_every_engine(),
    ];
    for (scope, name, actions, tick) in WALKS {
        cases.push(
            case(
                format!("transfer::same_screen_{name}"),
                async move |page: Page| same_screen(page, actions, tick).await,
            )
            .scope(scope),
        );
    }
    for (scope, name, change, says) in UNUSABLE {
        cases.push(
            case(
                format!("transfer::unusable_{name}"),
                async move |page: Page| unusable(page, change, says).await,
            )
            .scope(scope),
        );
    }
    cases
}

/// Ways to a screen, and a step that is ticked there.
const WALKS: [(Scope, &str, &[&str], &str); 4] = [
    (Full, "question", &["no"], ""),
    (EveryEngine, "fix", &["yes", "yes", "no"], "power-charger"),
    (Chromium, "wait", &["yes", "yes", "no", "still-running"], ""),
    (Full, "solved", &["yes", "yes", "no", "solved"], ""),
];

/// A record's answers without their times, which a link tells in minutes.
fn timeless(mut progress: Value) -> Value {
    if let Some(answers) = progress["answers"].as_array_mut() {
        for answer in answers.iter_mut().filter_map(Value::as_array_mut) {
            answer.truncate(3);
        }
    }
    progress
}

/// The link of a reader who gave three answers, on a device that no longer has them.
async fn link_of_three_answers(page: &Page) -> Outcome<String> {
    page.open().await?;
    page.act_all(&["yes", "yes", "no"]).await?;
    let link = link(page).await?;
    cleared_device(page).await?;
    Ok(link)
}

/// A link that is pasted where there is no address to open it by: an app on the home screen.
async fn pasted(page: Page) -> Outcome {
    let link = link_of_three_answers(&page).await?;
    page.open().await?;
    page.act("yes").await?;
    page.press("carry", json!({})).await?;
    page.press("carry-have", json!({})).await?;
    let paste = async |text: &str| {
        page.js(
            "controls('carry-paste')[0].value = arguments[0]; controls('carry-use')[0].click()",
            json!([text]),
        )
        .await
    };
    paste("https://example.org/").await?;
    page.wait(
        "a word on what is no link",
        "return [...shadow.querySelectorAll('[role=status]')].some((said) => shown(said) && said.textContent.includes('no answers'))",
    )
    .await?;
    paste(&format!("Here: <{link}>. Tell me!")).await?;
    page.press("carry-take", json!({})).await?;
    page.wait("the link's screen", "return state().id === 'power-wifi'")
        .await?;
    hash_becomes(&page, "").await?;
    page.no_errors().await
}

async fn same_screen(page: Page, actions: &[&str], tick: &str) -> Outcome {
    // A wait that is opened again tells its minutes: not one passes.
    page.site.script("Date.now = () => 1796140830000");
    page.open().await?;
    page.act_all(actions).await?;
    if !tick.is_empty() {
        page.tick(tick).await?;
    }
    let before = page.snapshot().await?;
    let link = link(&page).await?;
    check!(
        link.starts_with(&format!("{}#unstuck=1", page.site.page())),
        "the link is {link}"
    );
    cleared_device(&page).await?;
    arrive(&page, &link, "carry-take").await?;
    let screen = page.screen().await?;
    check!(
        screen.is("question", "icloud"),
        "before it is asked: {screen:?}"
    );
    page.press("carry-take", json!({})).await?;
    page.wait("the answers", "return state().seq > 0").await?;
    let after = page.snapshot().await?;
    same!(after.screen, before.screen, "the screen");
    same!(after.ticks, before.ticks, "the ticks");
    same!(after.text, before.text, "the words");
    same!(
        timeless(after.progress.clone()),
        timeless(before.progress),
        "the answers"
    );
    hash_becomes(&page, "").await?;
    page.heading_focused().await?;
    page.reload().await?;
    same!(page.snapshot().await?, after, "after a reload");
    check!(!page.has("carry-take").await?, "it asks again");
    let heard = page.site.heard();
    check!(
        !heard.contains("unstuck=") && !heard.contains(&link[link.len() - 12..]),
        "the server heard of the answers: {heard}"
    );
    page.no_errors().await
}

async fn asks_before_it_replaces(page: Page) -> Outcome {
    let link = link_of_three_answers(&page).await?;
    page.open().await?;
    page.act_all(&["no", "yes"]).await?;
    let own = page.progress().await?;
    let place = page.screen().await?;
    page.client.goto(&page.site.blank()).await?;
    for leave in ["carry-leave", "carry-close"] {
        arrive(&page, &link, "carry-take").await?;
        // Out of the address already; a reload before the decision asks again all the same.
        hash_becomes(&page, "").await?;
        page.reload().await?;
        page.wait("the question", "return controls('carry-take').length === 1")
            .await?;
        is_modal(&page).await?;
        let words = said(&page).await?;
        check!(words.contains("be replaced"), "it says: {words}");
        same!(
            page.focus().await?.action.as_deref(),
            Some("carry-leave"),
            "the safe choice has focus"
        );
        page.press(leave, json!({})).await?;
        gone(&page, "carry-take").await?;
        same!(page.progress().await?, own, "its own answers stay");
        same!(page.screen().await?, place, "its own screen");
        hash_becomes(&page, "").await?;
        page.client.goto(&page.site.blank()).await?;
    }
    arrive(&page, &link, "carry-take").await?;
    page.press("carry-take", json!({})).await?;
    page.wait("the link's screen", "return state().id === 'power-wifi'")
        .await?;
    // The answers of before are not a Back away, nor is an older copy newer.
    page.reload().await?;
    same!(page.screen().await?.id, "power-wifi", "after a reload");
    page.act("back").await?;
    same!(
        page.screen().await?.id,
        "power-wifi",
        "Back leads to its check"
    );
    page.no_errors().await
}

async fn same_answers(page: Page) -> Outcome {
    page.open().await?;
    page.act_all(&["yes", "yes", "no"]).await?;
    let before = page.snapshot().await?;
    let link = link(&page).await?;
    page.client.goto(&page.site.blank()).await?;
    arrive(&page, &link, "carry-take").await?;
    let words = said(&page).await?;
    check!(words.contains("the same answers"), "it says: {words}");
    page.press("carry-take", json!({})).await?;
    gone(&page, "carry-take").await?;
    same!(page.snapshot().await?, before, "nothing changed");
    page.no_errors().await
}

async fn arrives_in_an_open_page(page: Page) -> Outcome {
    page.open().await?;
    page.act_all(&["yes", "yes", "no", "not-solved"]).await?;
    let link = link(&page).await?;
    page.act("back").await?;
    page.press("read", json!({})).await?;
    // The page's own listeners, and whom they tell.
    page.js(
        "window.__told = []; for (const name of ['popstate', 'hashchange']) addEventListener(name, (event) => __told.push(location.href, event.newURL ?? '', event.oldURL ?? ''))",
        json!([]),
    )
    .await?;
    page.js("location.hash = new URL(arguments[0]).hash", json!([link]))
        .await?;
    page.wait("the question", "return controls('carry-take').length === 1")
        .await?;
    let words = said(&page).await?;
    for word in [
        "Tried, didn’t help",
        "fix 3 of 8",
        "When your iPhone backup",
        " ago.",
    ] {
        check!(words.contains(word), "it does not say {word:?}: {words}");
    }
    page.press("carry-take", json!({})).await?;
    page.wait(
        "the link's screen",
        "return state().id === 'restart' && shown(root())",
    )
    .await?;
    let told = page.js("return __told.join()", json!([])).await?;
    check!(!told.to_string().contains("unstuck="), "told: {told}");
    page.no_errors().await
}

/// Whoever reads the article rather than the steps is asked all the same.
async fn arrives_at_the_article(page: Page) -> Outcome {
    page.open().await?;
    page.act_all(&["yes", "yes", "no"]).await?;
    let link = link(&page).await?;
    page.press("read", json!({})).await?;
    page.client.goto(&page.site.blank()).await?;
    page.forget().await?;
    page.js(
        "localStorage.setItem(arguments[0], 'read')",
        json!([VIEW_KEY]),
    )
    .await?;
    arrive(&page, &link, "carry-take").await?;
    page.press("carry-take", json!({})).await?;
    page.wait("the link's screen", "return state().id === 'power-wifi'")
        .await?;
    page.no_errors().await
}

/// Ways to spoil a link `t`, and what is said of it.
const UNUSABLE: [(Scope, &str, &str, &str); 5] = [
    (
        Chromium,
        "changed",
        "t.slice(0, -9) + (t.at(-9) === 'A' ? 'B' : 'A') + t.slice(-8)",
        "missing or changed",
    ),
    (Full, "cut", "t.slice(0, -1)", "missing or changed"),
    (
        Full,
        "garbage",
        "t.split('#')[0] + '#unstuck=%3Cscript%3E'",
        "missing or changed",
    ),
    // A checksum that fits, by the tests of the form.
    (
        Chromium,
        "newer",
        "t.split('#')[0] + '#unstuck=2abcNEWER'",
        "newer version",
    ),
    (
        Chromium,
        "other_guide",
        "t.replace(/[^/]*#/, 'router.html#')",
        "different guide",
    ),
];

async fn unusable(page: Page, change: &str, says: &str) -> Outcome {
    page.open().await?;
    page.act_all(&["yes", "yes"]).await?;
    let before = page.progress().await?;
    let link = link(&page).await?;
    let spoilt = string(
        page.js(
            &format!("const t = arguments[0]; return {change}"),
            json!([link]),
        )
        .await?,
    )?;
    let spoilt = spoilt.replace("2abcNEWER", &newer());
    page.client.goto(&page.site.blank()).await?;
    arrive(&page, &spoilt, "carry-leave").await?;
    let words = said(&page).await?;
    check!(words.contains(says), "it says: {words}");
    check!(!page.has("carry-take").await?, "it could be taken up");
    page.press("carry-leave", json!({})).await?;
    gone(&page, "carry-leave").await?;
    hash_becomes(&page, "").await?;
    page.no_errors().await?;
    page.open().await?;
    same!(page.progress().await?, before, "the answers stay");
    Ok(())
}

/// A fragment of a version to come, under a checksum that fits.
fn newer() -> String {
    let body = "2abc";
    let sum = crc::Crc::<u32>::new(&crc::CRC_32_ISO_HDLC).checksum(body.as_bytes());
    let sum = data_encoding::BASE64URL_NOPAD.encode(&sum.to_be_bytes());
    format!("{body}{sum}")
}

/// A link that none of the page's guides can take is told, also where one of its elements has no guide.
async fn told_beside_a_refused_element(page: Page) -> Outcome {
    let link = link_of_three_answers(&page).await?;
    let fragment = link.split_once('#').map_or("", |(_, fragment)| fragment);
    page.site.put_page(
        "/two.html",
        "<!doctype html><html lang=en><head><title>Two</title></head><body><h1>Two</h1>
         <unstuck-guide article=\"#faq\"></unstuck-guide><article id=faq><h2>About lamps</h2><p>They give light.</p></article>
         <unstuck-guide guide=router></unstuck-guide><script src=embed.js async></script></body></html>",
    );
    page.client
        .goto(&format!("{}two.html#{fragment}", page.site.page()))
        .await?;
    page.wait(
        "what is said to the link",
        "const second = document.querySelectorAll('unstuck-guide')[1]?.shadowRoot;
         return Boolean(second?.querySelector('[data-action=carry-leave]')) && second.querySelector('dialog.carry').innerText.includes('different guide')",
    )
    .await?;
    Ok(())
}

/// The guide that a link belongs to takes it, wherever its widget stands.
async fn two_guides(page: Page) -> Outcome {
    let link = link_of_three_answers(&page).await?;
    let fragment = link.split_once('#').map_or("", |(_, fragment)| fragment);
    page.site.put_page(
        "/two.html",
        "<!doctype html><html lang=en><head><title>Two</title></head><body><h1>Two</h1>
         <unstuck-guide guide=router></unstuck-guide><unstuck-guide guide=iphone-backup></unstuck-guide>
         <script src=embed.js async></script></body></html>",
    );
    let two = format!("{}two.html#{fragment}", page.site.page());
    page.client.goto(&two).await?;
    page.wait(
        "the second widget to ask",
        "const all = [...document.querySelectorAll('unstuck-guide')].map((e) => e.shadowRoot?.querySelector('[data-action=carry-take]'));
         return !all[0] && Boolean(all[1])",
    )
    .await?;
    page.js("document.querySelectorAll('unstuck-guide')[1].shadowRoot.querySelector('[data-action=carry-take]').click()", json!([]))
        .await?;
    page.wait(
        "its screen",
        "return document.querySelectorAll('unstuck-guide')[1].dataset.screen === 'fix'",
    )
    .await?;
    same!(
        page.js(
            "return document.querySelector('unstuck-guide').dataset.screen",
            json!([])
        )
        .await?,
        json!("question"),
        "the first widget"
    );
    page.no_errors().await
}

/// A page that routes by its own fragment is at the same place on the other device, once it is decided.
async fn routes_of_the_page(page: Page) -> Outcome {
    page.site.script(
        "window.__routes = []; addEventListener('hashchange', (event) => __routes.push(location.hash, event.oldURL, event.newURL));",
    );
    page.client
        .goto(&format!("{}?reset_token=1&a=b#/help&a=1", page.site.page()))
        .await?;
    page.ready().await?;
    page.act_all(&["yes", "yes", "no"]).await?;
    hash_becomes(&page, "#/help&a=1").await?;
    let link = link(&page).await?;
    check!(
        link.starts_with(&format!("{}?a=b#unstuck=", page.site.page()))
            && link.ends_with("&/help&a=1"),
        "the link is {link}"
    );
    cleared_device(&page).await?;
    arrive(&page, &link, "carry-take").await?;
    page.press("carry-take", json!({})).await?;
    page.wait("the link's screen", "return state().id === 'power-wifi'")
        .await?;
    page.wait(
        "the page's route",
        "return location.hash === '#/help&a=1' && __routes.includes(location.hash)",
    )
    .await?;
    let routes = page.js("return __routes.join()", json!([])).await?;
    check!(!routes.to_string().contains("unstuck="), "told: {routes}");
    page.client.goto(&page.site.blank()).await?;
    arrive(&page, &link, "carry-leave").await?;
    // The page goes elsewhere while it is asked.
    page.js("location.hash = '#/other'", json!([])).await?;
    page.press("carry-leave", json!({})).await?;
    gone(&page, "carry-leave").await?;
    hash_becomes(&page, "#/other").await?;
    page.no_errors().await
}

/// An installed app begins without answers: there, and nowhere else, the first screen takes a link.
async fn in_the_app(page: Page) -> Outcome {
    page.open().await?;
    check!(!page.has("have").await?, "it is offered in a browser");
    page.act_all(&["yes", "yes", "no"]).await?;
    let link = link(&page).await?;
    cleared_device(&page).await?;
    // Played: no engine here runs a page as an installed app.
    page.site.script(
        "const put = CSSStyleSheet.prototype.replaceSync;
         CSSStyleSheet.prototype.replaceSync = function (css) { put.call(this, css.replace(/display-mode: ?standalone/, 'min-width: 1px')); };",
    );
    page.open().await?;
    page.press("have", json!({})).await?;
    page.wait(
        "where to paste",
        "return controls('carry-paste').length === 1",
    )
    .await?;
    page.js(
        "controls('carry-paste')[0].value = arguments[0]; controls('carry-use')[0].click()",
        json!([link]),
    )
    .await?;
    page.press("carry-take", json!({})).await?;
    page.wait("the link's screen", "return state().id === 'power-wifi'")
        .await?;
    check!(!page.has("have").await?, "it is offered beside answers");
    page.no_errors().await
}
