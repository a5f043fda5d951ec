//! When the widget is fetched: near what is seen, and without moving anything on the page.

use serde_json::json;

use super::{asked, visit};
use crate::harness::Scope::{Chromium, EveryEngine};
use crate::harness::driver::Engine;
use crate::harness::names::VIEW_KEY;
use crate::harness::{Case, Outcome, Page, case};
use crate::page::first::comes_late;
use crate::{check, same};

pub fn cases() -> Vec<Case> {
    let mut cases = vec![
        case("lazy::far_away", far_away).in_every_engine(),
        case("lazy::not_rendered", not_rendered),
        case("lazy::moved_before_it_starts", moved_before_it_starts).in_every_engine(),
        case("lazy::methods_before_it_starts", methods_before_it_starts),
        case("lazy::a_link_brings_progress", a_link_brings_progress),
        case("lazy::who_reads_near", who_reads_near),
        case("lazy::a_link_of_a_restored_tab", a_link_of_a_restored_tab).in_every_engine(),
        case("lazy::a_link_in_an_open_page", a_link_in_an_open_page).in_every_engine(),
    ];
    for (scope, name, attributes, script, above) in [
        (EveryEngine, "near", "", "", 1500),
        (Chromium, "in_view", "", "", 0),
        (Chromium, "eager", "loading=\"eager\"", "", 5000),
        (
            Chromium,
            "no_observer",
            "",
            "delete window.IntersectionObserver",
            5000,
        ),
    ] {
        cases.push(
            case(format!("lazy::{name}"), async move |page: Page| {
                if !script.is_empty() {
                    page.site.script(script);
                }
                put(&page, attributes, above, "");
                visit(&page).await?;
                page.ready().await
            })
            .scope(scope),
        );
    }
    for (scope, name, width, own) in [
        (Chromium, "on_a_phone", "360px", ""),
        (EveryEngine, "in_a_column", "600px", ""),
        (Chromium, "wide", "auto", ""),
        (
            Chromium,
            "with_content_of_its_own",
            "auto",
            "<p>Ask us: 555-0100.</p>",
        ),
        (
            Chromium,
            "with_much_content_of_its_own",
            "auto",
            "<div style=\"height:900px\">A long text.</div>",
        ),
    ] {
        cases.push(
            case(
                format!("lazy::stands_still_{name}"),
                async move |page: Page| stands_still(&page, width, own).await,
            )
            .scope(scope),
        );
    }
    cases
}

const ARTICLE: &str = "<article id=\"lamp\" data-unstuck-guide=\"lamp\"><h1>The lamp stays dark</h1><p>Two things to try.</p>
    <h2 data-unstuck-id=\"bulb\">Change the bulb</h2><p>It may have burnt out.</p><ol><li>Unscrew it.</li></ol>
    <h2 data-unstuck-id=\"plug\">Plug it in</h2><p>It may be loose.</p><ol><li>Push.</li></ol></article>";

/// A page with this much above the element (px).
fn put(page: &Page, attributes: &str, above: u32, inside: &str) {
    page.site.put_page(
        "/host.html",
        &format!(
            "<!doctype html><html lang=en><head><meta charset=utf-8><title>Host</title><script src=\"embed.js\" async></script></head>\
             <body><div id=above style=\"height:{above}px\">Words</div><unstuck-guide article=\"#lamp\" {attributes}>{inside}</unstuck-guide>\
             <div style=\"height:3000px\">More words</div>{ARTICLE}</body></html>"
        ),
    );
}

/// The element is there, and nothing of the widget was asked for.
async fn quiet(page: &Page) -> Outcome {
    page.wait(
        "the page and the element",
        "return document.readyState === 'complete' && Boolean(host?.shadowRoot)",
    )
    .await?;
    // As long as an observer takes to tell: it tells of every element at first.
    page.js_async(
        "await new Promise((told) => new IntersectionObserver(told).observe(host)); await new Promise((next) => setTimeout(next));",
        json!([]),
    )
    .await?;
    same!(asked(page, "unstuck-", ""), 0, "files of the widget");
    same!(
        page.js("return host.dataset.state ?? null", json!([]))
            .await?,
        json!(null),
        "data-state"
    );
    Ok(())
}

async fn far_away(page: Page) -> Outcome {
    put(&page, "", 5000, "");
    visit(&page).await?;
    quiet(&page).await?;
    page.js("scrollTo(0, 3400)", json!([])).await?;
    page.ready().await?;
    let seen = page
        .js(
            "return host.getBoundingClientRect().top > innerHeight",
            json!([]),
        )
        .await?;
    same!(seen, json!(true), "it is ready before it is seen");
    page.act("not-solved").await?;
    page.no_errors().await
}

async fn not_rendered(page: Page) -> Outcome {
    put(&page, "hidden", 0, "");
    visit(&page).await?;
    quiet(&page).await?;
    page.js("host.hidden = false", json!([])).await?;
    page.ready().await
}

async fn moved_before_it_starts(page: Page) -> Outcome {
    put(&page, "", 5000, "");
    visit(&page).await?;
    quiet(&page).await?;
    page.js("host.remove()", json!([])).await?;
    page.js("document.body.append(window.kept = document.createElement('unstuck-guide')); kept.remove(); scrollTo(0, 0)", json!([]))
        .await?;
    same!(asked(&page, "unstuck-", ""), 0, "files of the widget");
    page.js(
        "kept.setAttribute('article', '#lamp'); document.body.prepend(kept)",
        json!([]),
    )
    .await?;
    page.ready().await?;
    page.act("not-solved").await?;
    Ok(())
}

/// Whoever comes by such a link is asked, wherever the widget stands.
async fn a_link_brings_progress(page: Page) -> Outcome {
    put(&page, "", 5000, "");
    page.client
        .goto(&format!("{}host.html#unstuck=1", page.site.page()))
        .await?;
    page.ready().await?;
    page.wait(
        "what the page says to the link",
        "return controls('carry-leave').length === 1",
    )
    .await
}

/// What the reader has chosen is known before the first layout: where it is known only after that, Chromium counts a shift, painted or not.
async fn who_reads_near(page: Page) -> Outcome {
    page.site
        .put_page("/other.html", "<!doctype html><title>Other</title>");
    page.site.put_page(
        "/host.html",
        &format!(
            "<!doctype html><html lang=en><head><meta charset=utf-8><title>Host</title>{SCRIPT}</head>\
             <body><unstuck-guide article=\"#lamp\"></unstuck-guide><p>Below</p>{ARTICLE}</body></html>"
        ),
    );
    page.client
        .goto(&format!("{}/other.html", page.site.origin()))
        .await?;
    page.js(
        "localStorage.setItem(arguments[0], 'read')",
        json!([VIEW_KEY]),
    )
    .await?;
    visit(&page).await?;
    page.wait(
        "the article, to be read",
        "return host?.dataset.state === 'reading' && host.offsetHeight < 100",
    )
    .await?;
    page.js_async(
        "for (let frame = 0; frame < 5; frame++) await new Promise((next) => requestAnimationFrame(next))",
        json!([]),
    )
    .await?;
    let shift = page.js("return __seen.shift", json!([])).await?;
    same!(shift.as_f64(), Some(0.0), "layout shift");
    same!(asked(&page, "unstuck-widget", ""), 0, "files of the widget");
    page.no_errors().await
}

/// A link that was not decided about is asked about after a reload wherever the widget stands, in a page that is opened anew once it
/// is near.
async fn a_link_of_a_restored_tab(page: Page) -> Outcome {
    let asked = "return controls('carry-leave').length === 1";
    put(&page, "", 5000, "");
    visit(&page).await?;
    quiet(&page).await?;
    page.js(
        "sessionStorage.setItem('unstuck::link', `${location.href}#unstuck=1`)",
        json!([]),
    )
    .await?;
    page.client.goto(&page.site.blank()).await?;
    visit(&page).await?;
    quiet(&page).await?;
    page.js("scrollTo(0, 5000)", json!([])).await?;
    page.wait("what the page says to the link", asked).await?;
    page.js("scrollTo(0, 0)", json!([])).await?;
    page.client.refresh().await?;
    page.wait("what the page says to the link", asked).await
}

/// The same in a page that is open already: far away, or where the article is read in the widget's place.
async fn a_link_in_an_open_page(page: Page) -> Outcome {
    for (view, state) in [("steps", "undefined"), ("read", "'reading'")] {
        put(&page, "", 5000, "");
        visit(&page).await?;
        page.js(
            "localStorage.setItem(arguments[0], arguments[1])",
            json!([VIEW_KEY, view]),
        )
        .await?;
        page.client.refresh().await?;
        page.wait(
            "the element, not started",
            &format!("return Boolean(host?.shadowRoot) && host.dataset.state === {state}"),
        )
        .await?;
        page.js("location.hash = 'unstuck=1'", json!([])).await?;
        page.wait(
            "what the page says to the link",
            "return host.dataset.view === 'steps' && controls('carry-leave').length === 1",
        )
        .await?;
        page.press("carry-leave", json!({})).await?;
        page.no_errors().await?;
        page.client.goto(&page.site.blank()).await?;
    }
    Ok(())
}

async fn methods_before_it_starts(page: Page) -> Outcome {
    put(&page, "", 5000, "");
    visit(&page).await?;
    quiet(&page).await?;
    let gave = page
        .js(
            "return [host.back() ?? null, host.restart() ?? null, host.report(), host.progress]",
            json!([]),
        )
        .await?;
    same!(gave, json!([null, null, "", null]), "what they give");
    page.js("scrollTo(0, 5000)", json!([])).await?;
    page.ready().await?;
    page.no_errors().await
}

const SCRIPT: &str = "<script src=\"embed.js\"></script>";

/// What stands below the element does not move from when it is defined until the widget is there, nor at the first answer
/// but by what that shows.
async fn stands_still(page: &Page, width: &str, own: &str) -> Outcome {
    comes_late(page);
    page.site.put_page(
        "/host.html",
        &format!(
            "<!doctype html><html lang=en><head><meta charset=utf-8><title>Host</title>{}</head>\
             <body><div style=\"width:{width}\"><unstuck-guide article=\"#lamp\">{own}</unstuck-guide></div><p id=below>Below</p>{}\
             <script>window.tops = []; const below = document.querySelector('#below');
             const look = () => {{ const top = below.getBoundingClientRect().top + scrollY; if (document.querySelector('unstuck-guide').shadowRoot && tops.at(-1) !== top) tops.push(top); requestAnimationFrame(look); }};
             look()</script>{}</body></html>",
            // Content of its own must have been seen before.
            if own.is_empty() { SCRIPT } else { "" },
            // How high a first fix is, nobody knows before; a question is no higher than its place.
            ARTICLE.replace("<h2 data-unstuck-id=\"bulb\">", "<p data-unstuck-ask=\"Is it an LED?\">It says so on it.</p><h2 data-unstuck-id=\"bulb\">"),
            if own.is_empty() { "" } else { SCRIPT },
        ),
    );
    page.window(1200, 900).await?;
    page.client
        .goto(&format!("{}/host.html", page.site.origin()))
        .await?;
    page.ready().await?;
    page.js_async(
        "for (let frame = 0; frame < 5; frame++) await new Promise((next) => requestAnimationFrame(next))",
        json!([]),
    )
    .await?;
    let tops = page.js("return tops", json!([])).await?;
    check!(
        tops.as_array().is_some_and(|tops| tops.len() == 1),
        "what is below stood at {tops}"
    );
    if page.engine == Engine::Chromium && own.is_empty() {
        let shift = page.js("return __seen.shift", json!([])).await?;
        same!(shift.as_f64(), Some(0.0), "layout shift");
    }
    page.act("yes").await?;
    // What was kept is given back once the reader has done something.
    let kept = page
        .js(
            "return getComputedStyle(shadow.querySelector('.place')).minHeight",
            json!([]),
        )
        .await?;
    same!(kept, json!("556px"), "what is kept after the first answer");
    Ok(())
}
