//! What comes on paper: the report, a screen of the walk, the article.

use serde_json::json;

use crate::harness::driver::Engine;
use crate::harness::{Case, Outcome, Page, case};
use crate::{check, same};

pub fn cases() -> Vec<Case> {
    // Only Chromium can show what paper would.
    vec![
        case("print::solved", solved).only_in(&[Engine::Chromium]),
        case("print::walk", walk).only_in(&[Engine::Chromium]),
        case("print::article", article).only_in(&[Engine::Chromium]),
    ]
}

async fn on_paper(page: &Page) -> Outcome {
    page.dev_tools("Emulation.setEmulatedMedia", json!({ "media": "print" }))
        .await?;
    page.js("dispatchEvent(new Event('beforeprint'))", json!([]))
        .await?;
    Ok(())
}

async fn on_screen(page: &Page) -> Outcome {
    page.js("dispatchEvent(new Event('afterprint'))", json!([]))
        .await?;
    page.dev_tools("Emulation.setEmulatedMedia", json!({ "media": "" }))
        .await?;
    Ok(())
}

const PRESSED: &str = "[...shadow.querySelectorAll('button, input:not([type=checkbox])')].filter(shown).map((e) => e.outerHTML.slice(0, 80))";

async fn solved(page: Page) -> Outcome {
    page.open().await?;
    page.act_all(&["yes", "no", "confirm", "not-solved", "no", "solved"])
        .await?;
    let lines = "return [...shadow.querySelectorAll('.report .line')].filter(shown).length";
    same!(
        page.js(lines, json!([])).await?,
        json!(0),
        "lines on the screen"
    );
    on_paper(&page).await?;
    let found = page.js(lines, json!([])).await?;
    check!(found.as_u64() > Some(7), "lines on paper: {found}");
    let pressed = page.js(&format!("return {PRESSED}"), json!([])).await?;
    same!(pressed, json!([]), "controls on paper");
    let line = "const line = shadow.querySelector('.printed'); return line && [shown(line), line.textContent.startsWith(location.href),
       line.textContent.includes(new Date().getFullYear())]";
    same!(
        page.js(line, json!([])).await?,
        json!([true, true, true]),
        "where and when"
    );
    on_screen(&page).await?;
    same!(page.js(lines, json!([])).await?, json!(0), "lines after it");
    page.no_errors().await
}

/// On a page that prints the widget: without controls, and as high as what it says.
async fn walk(page: Page) -> Outcome {
    page.site.put_page(
        "/host.html",
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>Host</title><style>unstuck-guide{display:block;min-height:630px}</style></head>\
         <body><article id=a data-unstuck-guide=lamp><h1>The lamp</h1><script src=/embed.js async data-loading=eager></script>\
         <h2 data-unstuck-id=plug data-unstuck-ask='Is it plugged in?'>Plug it in</h2><p>Look behind the table.</p><ol><li>Push the plug in.</li></ol>\
         <h2 data-unstuck-id=fuse>Change the fuse</h2><ol><li>Open the box.</li></ol></article></body></html>",
    );
    page.window(700, 900).await?;
    page.client
        .goto(&format!("{}/host.html", page.site.origin()))
        .await?;
    page.ready().await?;
    for action in ["no", "not-solved"] {
        on_paper(&page).await?;
        let pressed = page.js(&format!("return {PRESSED}"), json!([])).await?;
        same!(pressed, json!([]), "controls on paper before {action}");
        let heights = page
            .js(
                "return [host.getBoundingClientRect().height, shadow.querySelector('.stage').getBoundingClientRect().height]",
                json!([]),
            )
            .await?;
        let of = |at: usize| heights[at].as_f64().unwrap_or_default();
        check!(
            of(0) < of(1) + 60.0 && of(1) < 300.0,
            "a gap on paper before {action}: {heights}"
        );
        on_screen(&page).await?;
        page.act(action).await?;
    }
    page.no_errors().await
}

/// Title, its sentence and the text begin on one line.
async fn article(page: Page) -> Outcome {
    page.open_at(1280, 900).await?;
    on_paper(&page).await?;
    let left = page
        .js(
            "const article = document.querySelector('article');
             return ['header h1', 'header p', ':scope > section > ol'].map((each) => Math.round(article.querySelector(each).getBoundingClientRect().left))",
            json!([]),
        )
        .await?;
    same!(left[0], left[1], "the title's sentence: {left}");
    same!(left[0], left[2], "the text: {left}");
    on_screen(&page).await?;
    page.no_errors().await
}
