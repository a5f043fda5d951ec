//! Where the next screen comes to stand on pages of all kinds: always at the same place, below what sticks to the top.

use serde_json::{Value, json};

use super::visit;
use crate::harness::{Case, Outcome, Page, Scope, case};
use crate::{check, same};

/// A page around the article: its name, its style, what stands in the page before the article, and where the card's top belongs.
struct Host {
    name: &'static str,
    style: &'static str,
    before: &'static str,
    top: f64,
}

const fn host(name: &'static str, style: &'static str, before: &'static str, top: f64) -> Host {
    Host {
        name,
        style,
        before,
        top,
    }
}

const HEADER: &str = "<header>Site</header>";
const HOSTS: [Host; 13] = [
    host("bare", "", "", 12.0),
    host(
        "sticky_74",
        "header{position:sticky;top:0;height:74px}",
        HEADER,
        86.0,
    ),
    host(
        "sticky_120",
        "header{position:sticky;top:0;height:120px}",
        HEADER,
        132.0,
    ),
    host(
        "fixed",
        "header{position:fixed;inset:0 0 auto;height:60px}",
        "<header><nav><a href=#>Site</a></nav></header>",
        72.0,
    ),
    host(
        "below_a_banner",
        "header{position:sticky;top:0;height:74px}div{height:200px}",
        "<div>Banner</div><header>Site</header>",
        86.0,
    ),
    host(
        "two_bars",
        "header{position:sticky;top:0;height:74px}nav{position:sticky;top:74px;height:40px}",
        "<header>Site</header><nav>Chapter</nav>",
        126.0,
    ),
    host(
        "in_a_shadow_root",
        "",
        "<site-header></site-header><script>document.querySelector('site-header').attachShadow({ mode: 'open' }).innerHTML = \
         '<style>:host{display:contents}header{position:sticky;top:0;height:74px}</style><header>Site</header>'</script>",
        86.0,
    ),
    host(
        "smooth",
        "html{scroll-behavior:smooth}header{position:sticky;top:0;height:120px}",
        HEADER,
        132.0,
    ),
    host(
        "padding",
        "html{scroll-padding-top:130px}header{position:sticky;top:0;height:120px}",
        HEADER,
        142.0,
    ),
    host(
        "backdrop",
        "header{position:fixed;inset:0;z-index:-1;background:#eee}",
        HEADER,
        12.0,
    ),
    host(
        "own_margin",
        "unstuck-guide{--unstuck-scroll-margin:40px}header{position:sticky;top:0;height:74px}",
        HEADER,
        114.0,
    ),
    host(
        "container",
        "header{height:50px}main{height:600px;overflow:auto}",
        HEADER,
        62.0,
    ),
    host(
        "smooth_container",
        "header{height:50px}main{height:600px;overflow:auto;scroll-behavior:smooth}main::before{content:'Chapter';display:block;position:sticky;top:0;height:30px}",
        HEADER,
        62.0,
    ),
];

pub fn cases() -> Vec<Case> {
    let mut cases: Vec<Case> = HOSTS
        .iter()
        .map(|host| {
            let run = async move |page: Page| lands(page, host).await;
            case(format!("landing::{}", host.name), run).scope(match host.name {
                // Engines differ in how they scroll; how much room is kept is reckoned from the same figures in all.
                "bare" | "sticky_74" | "in_a_shadow_root" | "smooth" | "container"
                | "smooth_container" => Scope::EveryEngine,
                _ => Scope::Chromium,
            })
        })
        .collect();
    cases.push(case("landing::in_what_sticks", in_what_sticks).in_every_engine());
    cases
}

/// Three fixes, of which two are longer than any window.
fn put(page: &Page, style: &str, before: &str) {
    let steps =
        |count: usize| "<li>Look at the lamp and tell what is seen there.</li>".repeat(count);
    page.site.put_page(
        "/host.html",
        &format!(
            "<!doctype html><html lang=en><head><meta charset=utf-8><title>Host</title><meta name=viewport content='width=device-width'>\
             <style>body{{margin:0}}{style}</style></head><body>{before}<main><p style='height:300px'>Welcome</p>\
             <script src=/embed.js async data-article=#a data-loading=eager></script>\
             <article id=a data-unstuck-guide=lamp><h1>The lamp stays dark</h1>\
             <h2 data-unstuck-id=plug>Plug it in</h2><ol>{}</ol><h2 data-unstuck-id=bulb>Change the bulb</h2><ol>{}</ol>\
             <h2 data-unstuck-id=fuse>Change the fuse</h2><ol>{}</ol></article></main></body></html>",
            steps(14),
            steps(14),
            steps(2),
        ),
    );
}

async fn lands(page: Page, host: &Host) -> Outcome {
    put(&page, host.style, host.before);
    visit(&page).await?;
    page.ready().await?;
    let plug = at_its_foot(&page, "not-solved", "bulb", host.top).await?;
    let bulb = at_its_foot(&page, "not-solved", "fuse", host.top).await?;
    same!(plug, bulb, "where the heading stands");
    page.history(-1).await?;
    same!(stands(&page, "bulb", host.top).await?, plug, "after Back");
    at_its_foot(&page, "back", "plug", host.top).await?;
    page.no_errors().await
}

/// Presses a control where a long screen ends, and gives how far the next screen's context and heading are below its top.
async fn at_its_foot(page: &Page, action: &str, to: &str, top: f64) -> Outcome<Value> {
    page.js(
        "const found = controls(arguments[0])[0]; found.scrollIntoView({ block: 'end', behavior: 'instant' }); found.click()",
        json!([action]),
    )
    .await?;
    stands(page, to, top).await
}

/// Waits until this screen stands there, and goes on standing there.
async fn stands(page: &Page, id: &str, top: f64) -> Outcome<Value> {
    let found = page
        .js_async(
            "const [id, top] = arguments[0];
             const at = (e) => Math.round(e.getBoundingClientRect().top - root().getBoundingClientRect().top);
             const seen = [];
             for (let still = 0, frames = 0; still < 30 && frames < 300; frames++) {
               await new Promise(requestAnimationFrame);
               const now = root()?.getBoundingClientRect().top ?? null;
               if (seen.at(-1) !== now) seen.push(now);
               still = state()?.id === id && Math.abs(now - top) <= 1 ? still + 1 : 0;
             }
             if (!root()) return { seen: seen.slice(-6), page: location.href, entries: history.length };
             const context = shadow.querySelector('.context'), heading = shadow.querySelector('#heading');
             return { seen: seen.slice(-6), end: seen.at(-1), focus: focus().heading, at: [at(context), at(heading)] }",
            json!([[id, top]]),
        )
        .await?;
    let end = found["end"].as_f64().unwrap_or(f64::MAX);
    let off = (end - top).abs();
    check!(
        matches!(off, 0.0..=1.0),
        "{id} stands at {end}, not at {top}: {found}"
    );
    same!(found["focus"], json!(true), "focus on the heading of {id}");
    Ok(found["at"].clone())
}

/// A widget that stays in view while the page scrolls does not scroll the page.
async fn in_what_sticks(page: Page) -> Outcome {
    put(
        &page,
        "main{position:sticky;top:100px;height:500px;overflow:auto}body{height:5000px}",
        "",
    );
    visit(&page).await?;
    page.ready().await?;
    page.js("scrollTo(0, 1000)", json!([])).await?;
    for to in ["bulb", "fuse"] {
        page.js(
            "document.querySelector('main').scrollTop = 1e6; controls('not-solved')[0].click()",
            json!([]),
        )
        .await?;
        stands(&page, to, 112.0).await?;
    }
    same!(
        page.js("return scrollY", json!([])).await?,
        json!(1000),
        "where the page is"
    );
    page.no_errors().await
}
