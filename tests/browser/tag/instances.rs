//! One instance of the widget's WebAssembly for all elements of a page, whatever becomes of one of them.

use serde_json::json;

use super::{asked, visit};
use crate::harness::names::WIDGET;
use crate::harness::{Case, Outcome, Page, case};
use crate::same;

pub fn cases() -> Vec<Case> {
    vec![
        case(
            "instances::one_beside_a_refused_article",
            one_beside_a_refused_article,
        ),
        case(
            "instances::one_beside_a_missing_file",
            one_beside_a_missing_file,
        ),
        case("instances::a_trap_of_another", a_trap_of_another),
        case("instances::a_trap_of_its_own", a_trap_of_its_own).in_every_engine(),
    ]
}

const ARTICLE: &str = "<article id=lamp data-unstuck-guide=lamp><h1>The lamp stays dark</h1><p>Two things to try.</p>
    <h2 data-unstuck-id=bulb>Change the bulb</h2><p>It may have burnt out.</p><ol><li>Unscrew it.</li></ol>
    <h2 data-unstuck-id=plug>Plug it in</h2><p>It may be out.</p><ol><li>Push it in.</li></ol></article>";

/// An element with these attributes ends so; two others, of one guide, come into view after it and hear each other.
async fn ends(page: &Page, attributes: &str, state: &str) -> Outcome {
    page.site.put_page(
        "/host.html",
        &format!(
            "<!doctype html><html lang=en><head><meta charset=utf-8><title>Host</title><script src=embed.js async></script></head><body>\
             <unstuck-guide {attributes}></unstuck-guide><article id=faq><h1>About lamps</h1><p>They give light.</p></article>\
             <div style=height:5000px></div><unstuck-guide id=one article=#lamp></unstuck-guide><unstuck-guide id=two article=#lamp></unstuck-guide>{ARTICLE}</body></html>"
        ),
    );
    visit(page).await?;
    page.wait(
        "the first to end",
        &format!("return host?.dataset.state === {state:?}"),
    )
    .await?;
    page.js("document.querySelector('#one').scrollIntoView()", json!([]))
        .await?;
    let inner = "const inner = (id) => document.querySelector(id).shadowRoot?.querySelector('[data-screen]');";
    page.wait(
        "the others",
        &format!("{inner} return Boolean(inner('#one') && inner('#two'))"),
    )
    .await?;
    page.js(
        &format!("{inner} inner('#one').querySelector('[data-action=not-solved]').click()"),
        json!([]),
    )
    .await?;
    page.wait(
        "both to show the next fix",
        &format!("{inner} return inner('#one').dataset.id === 'plug' && inner('#two').dataset.id === 'plug'"),
    )
    .await?;
    same!(
        (asked(page, WIDGET, ".js"), asked(page, WIDGET, ".wasm")),
        (1, 1),
        "scripts and WebAssembly of the widget"
    );
    Ok(())
}

async fn one_beside_a_refused_article(page: Page) -> Outcome {
    ends(&page, "article=#faq", "refused").await
}

async fn one_beside_a_missing_file(page: Page) -> Outcome {
    ends(&page, "src=g/none.md loading=eager", "failed").await
}

/// Opens a page, and lets an error of WebAssembly end there whose stack names the widget's script under this suffix.
async fn trap(page: &Page, suffix: &str) -> Outcome {
    super::open(page, "article=#lamp", ARTICLE).await?;
    let script = page.site.file(WIDGET, ".js")?;
    // By a script of the page's own: Firefox runs a driver's among types of its own, whose errors are none of the page's.
    page.js(
        "const own = document.createElement('script');
         own.textContent = `{
           const error = new WebAssembly.RuntimeError('unreachable');
           const stack = 'RuntimeError: unreachable\\\\n    at Number.f (${location.origin}/${arguments[0]}:1:234)';
           Object.defineProperty(error, 'stack', { value: stack });
           dispatchEvent(new ErrorEvent('error', { error, message: error.message }));
         }`;
         document.head.append(own)",
        json!([format!("{script}{suffix}")]),
    )
    .await?;
    Ok(())
}

/// Another instance is another module: the healthy one lives on.
async fn a_trap_of_another(page: Page) -> Outcome {
    trap(&page, "?1").await?;
    let screen = page.act("not-solved").await?;
    same!(screen.id, "plug", "after it");
    Ok(())
}

async fn a_trap_of_its_own(page: Page) -> Outcome {
    trap(&page, "").await?;
    page.wait(
        "the widget to give up",
        "return host.dataset.state === 'failed' && __seen.events.some((e) => e.detail?.cause === 'stopped')",
    )
    .await?;
    page.press("retry", json!({})).await?;
    page.ready().await
}
