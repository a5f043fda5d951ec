//! The first screen of an article by the tag, before the widget is there.
//!
//! Belongs here: what the tag does by itself for it. Does not: what is the same where the page's HTML holds it (`page::first`).

use serde_json::json;

use super::{asked, heading, put_host, visit};
use crate::harness::names::{FIRST_SCREEN, READER, WIDGET};
use crate::harness::server::Fault;
use crate::harness::{Case, Outcome, Page, case};
use crate::page::first::{BOXES, WATCH, only_its_own};
use crate::{check, same};

const LAMP: &str = "<article id=lamp data-unstuck-guide=lamp><h2>The lamp stays dark</h2><p>Two things to try.</p>
    <p data-unstuck-id=led data-unstuck-ask='Is it an LED?'>It says so on it.</p>
    <h3 data-unstuck-id=bulb>Change the bulb</h3><p>It may have burnt out.</p><ol><li>Unscrew it.</li><li>Screw in another.</li></ol>
    <h3 data-unstuck-id=plug>Plug it in</h3><p>It may be loose.</p><ol><li>Push.</li></ol></article>";

const PLAIN: &str = "<article id=lamp><h2>The lamp stays dark</h2><p>Two things to try.</p>
    <h3>Change the bulb</h3><p>It may have burnt out.</p><ol><li>Unscrew it.</li><li>Screw in another.</li></ol>
    <h3>Plug it in</h3><p>It may be loose.</p><ol><li>Push.</li></ol></article>";

/// The limit of what a first screen takes, sooner; after it `__over`.
const SOONER: &str = "const wait = setTimeout; window.setTimeout = (f, ms, ...more) => ms === 10000 ? wait(() => { window.__over = true; f(...more) }, 1500) : wait(f, ms, ...more)";

pub fn cases() -> Vec<Case> {
    vec![
        case(
            "opening::nothing_moves_when_the_widget_comes",
            nothing_moves,
        )
        .in_every_engine(),
        case("opening::a_press_is_taken", taken).in_every_engine(),
        case("opening::a_press_outlives_a_reload", outlives_a_reload),
        case("opening::nothing_is_stored_where_nothing_may_be", unstored),
        case("opening::who_has_begun_never_sees_it", begun).in_every_engine(),
        case("opening::in_the_article_s_language", german),
        case("opening::of_a_plain_article", plain).in_every_engine(),
        case("opening::without_its_module", async |page| {
            without(page, Fault::Status(404)).await
        })
        .in_every_engine(),
        case("opening::with_a_module_that_stalls", async |page| {
            without(page, Fault::Held).await
        }),
        case("opening::with_a_reader_that_stalls", slow_reader),
        case("opening::at_a_long_address", long_address),
        case("opening::a_guide_of_the_release", of_the_release),
    ]
}

/// Opens the page without the widget, which comes by [`Page::let_in`], and waits until the first screen is seen.
async fn seen(page: &Page, attributes: &str, article: &str, width: u32) -> Outcome {
    let widget = page.site.file(WIDGET, "_bg.wasm")?;
    page.site.fault(&widget, Fault::Held);
    put_host(page, &format!("article=#lamp {attributes}"), article);
    visit(page).await?;
    page.window(width, 900).await?;
    page.wait(
        "the first screen",
        "return host?.dataset.first === '' && host.dataset.state === 'loading' && shadow.querySelector('[data-action][part~=answer]') !== null",
    )
    .await
}

async fn nothing_moves(page: Page) -> Outcome {
    for width in [390, 700, 1280] {
        seen(&page, "", LAMP, width).await?;
        let before = page.js(BOXES, json!([])).await?;
        page.let_in().await?;
        let after = page.js(BOXES, json!([])).await?;
        same!(after, before, "what is where, {width} wide");
    }
    page.no_errors().await
}

async fn taken(page: Page) -> Outcome {
    seen(&page, "", LAMP, 700).await?;
    page.touch("no").await?;
    let shows = "return controls('no')[0]?.getAttribute('aria-pressed')";
    same!(
        page.js(shows, json!([])).await?,
        json!("true"),
        "the press shows"
    );
    is_answered(&page).await?;
    page.heading_focused().await?;
    let back = page.act("back").await?;
    check!(back.is("question", "led"), "back: {back:?}");
    page.no_errors().await
}

/// The widget is there, and has the answer.
async fn is_answered(page: &Page) -> Outcome {
    page.let_in().await?;
    page.wait("the answer", "return state().id === 'bulb'")
        .await?;
    same!(
        page.js("return host.dataset.first ?? null", json!([]))
            .await?,
        json!(null),
        "the first screen is gone"
    );
    Ok(())
}

async fn outlives_a_reload(page: Page) -> Outcome {
    seen(&page, "", LAMP, 700).await?;
    page.touch("no").await?;
    seen(&page, "", LAMP, 700).await?;
    let shows = "return controls('no')[0]?.getAttribute('aria-pressed')";
    same!(
        page.js(shows, json!([])).await?,
        json!("true"),
        "it shows after the reload"
    );
    page.site.heal();
    visit(&page).await?;
    is_answered(&page).await?;
    page.no_errors().await
}

async fn unstored(page: Page) -> Outcome {
    seen(&page, "storage=none", LAMP, 700).await?;
    page.touch("no").await?;
    same!(
        page.js("return Object.keys(localStorage)", json!([]))
            .await?,
        json!([]),
        "what is stored"
    );
    is_answered(&page).await
}

async fn begun(page: Page) -> Outcome {
    seen(&page, "", LAMP, 700).await?;
    page.let_in().await?;
    page.act("no").await?;
    let before = asked(&page, FIRST_SCREEN, ".js");
    visit(&page).await?;
    page.ready().await?;
    let again = page.screen().await?;
    check!(again.is("fix", "bulb"), "after a reload: {again:?}");
    same!(asked(&page, FIRST_SCREEN, ".js"), before, "not asked for");
    page.no_errors().await
}

async fn german(page: Page) -> Outcome {
    let article = LAMP.replace("id=lamp", "lang=de id=lamp");
    seen(&page, "", &article, 700).await?;
    let words =
        "return [controls('no')[0].textContent.trim(), shadow.querySelector('.unstuck').lang]";
    let before = page.js(words, json!([])).await?;
    same!(before, json!(["Nein", "de"]), "the first screen's words");
    page.let_in().await?;
    same!(
        page.js(words, json!([])).await?,
        before,
        "the widget's words"
    );
    page.no_errors().await
}

/// The reader renders it, and is asked once: the widget has the same guide.
async fn plain(page: Page) -> Outcome {
    for width in [390, 1280] {
        seen(&page, "", PLAIN, width).await?;
        let before = page.js(BOXES, json!([])).await?;
        page.let_in().await?;
        let after = page.js(BOXES, json!([])).await?;
        same!(after, before, "what is where, {width} wide");
    }
    seen(&page, "", PLAIN, 700).await?;
    page.touch("not-solved").await?;
    page.let_in().await?;
    page.wait("the answer", "return state().id === 'plug'")
        .await?;
    page.heading_focused().await?;
    same!(asked(&page, FIRST_SCREEN, ".js"), 0, "modules for nothing");
    page.no_errors().await
}

/// What is slow to come is not asked for again: it is wanted all the same.
async fn slow_reader(page: Page) -> Outcome {
    let reader = page.site.file(READER, "_bg.wasm")?;
    page.site.fault(&reader, Fault::Held);
    page.site.script(SOONER);
    put_host(&page, "article=#lamp", PLAIN);
    visit(&page).await?;
    page.wait("the limit", "return window.__over === true")
        .await?;
    page.let_in().await?;
    same!(asked(&page, READER, "_bg.wasm"), 1, "the reader");
    page.no_errors().await
}

/// Whatever becomes of the module, the widget comes.
async fn without(page: Page, fault: Fault) -> Outcome {
    let module = page.site.file(FIRST_SCREEN, "_bg.wasm")?;
    page.site.fault(&module, fault);
    page.site.script(SOONER);
    put_host(&page, "article=#lamp", LAMP);
    visit(&page).await?;
    page.ready().await?;
    let first = page.screen().await?;
    check!(first.is("question", "led"), "the widget: {first:?}");
    Ok(())
}

/// A guide without a name is called by its place, of which the end is cut off.
async fn long_address(page: Page) -> Outcome {
    page.site.script(WATCH);
    let path = format!("/{}.html", "long-".repeat(60));
    let article = LAMP.replace(" data-unstuck-guide=lamp", "");
    page.site.put_page(
        &path,
        &format!(
            "<!doctype html><html lang=en><head><meta charset=utf-8><title>Long</title><script src=embed.js async></script></head>\
             <body><unstuck-guide article=#lamp></unstuck-guide>{article}</body></html>"
        ),
    );
    let address = format!("{}{path}", page.site.origin());
    page.window(700, 900).await?;
    page.client.goto(&address).await?;
    page.ready().await?;
    page.act("no").await?;
    page.client.goto(&address).await?;
    page.ready().await?;
    let own = heading(&page).await?;
    only_its_own(&page, own.as_str().unwrap_or_default()).await
}

/// It has one as well, and asks for nothing of it once there is a record.
async fn of_the_release(page: Page) -> Outcome {
    put_host(&page, "guide=router", "");
    visit(&page).await?;
    page.ready().await?;
    same!(asked(&page, FIRST_SCREEN, ".js"), 1, "a new reader's");
    page.act("unsure").await?;
    visit(&page).await?;
    page.ready().await?;
    same!(asked(&page, FIRST_SCREEN, ".js"), 1, "not another time");
    page.no_errors().await
}
