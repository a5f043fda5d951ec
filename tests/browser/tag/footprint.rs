//! What the host page pays: no name, no change, no cookie, no worker, no request elsewhere, no word, nothing that waits.

use std::time::Duration;

use serde_json::json;

use super::{place, visit, walk_and_read};
use crate::harness::driver::Engine;
use crate::harness::names::WIDGET;
use crate::harness::server::Fault;
use crate::harness::{Case, Outcome, Page, Scope, case};
use crate::same;

pub fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for (copy, pinned) in [("", false), ("pinned_", true)] {
        for (road, attributes) in [
            ("marked", "article=#lamp"),
            ("plain", "article=#plain"),
            ("markdown", "src=g/lamp.md"),
            ("guide", "guide=printer"),
        ] {
            cases.push(
                case(
                    format!("footprint::{copy}{road}"),
                    async move |page: Page| leaves_no_trace(&page, pinned, attributes).await,
                )
                .scope(match (pinned, road) {
                    (true, "markdown") => Scope::EveryEngine,
                    (false, "marked" | "guide") => Scope::Chromium,
                    _ => Scope::Full,
                }),
            );
        }
    }
    // The file that never comes, whether it is asked for by the copy that stays, and whether the page's load event comes all the same.
    for (name, file, pinned, loads) in [
        ("shell", "embed.js", false, false),
        ("glue", WIDGET, false, true),
        ("code", "_bg.wasm", false, true),
        ("pinned_code", "_bg.wasm", true, true),
        ("guide", "router.en.html", false, true),
    ] {
        cases.push(
            case(
                format!("footprint::never_waits_for_{name}"),
                async move |page: Page| never_waits(&page, file, pinned, loads).await,
            )
            .scope(match name {
                "code" => Scope::EveryEngine,
                _ => Scope::Chromium,
            }),
        );
    }
    cases
}

/// Stands before everything in the page: what there was, and who listens for what.
const BEFORE: &str = "
    window.__listens = [];
    const add = EventTarget.prototype.addEventListener;
    EventTarget.prototype.addEventListener = function (type, listener, options) {
      __listens.push([this === window ? 'window' : this === document ? 'document' : this?.localName ?? String(this), type, options?.passive === true]);
      return add.call(this, type, listener, options);
    };
    window.__page = () => {
      const copy = document.documentElement.cloneNode(true);
      for (const e of copy.querySelectorAll('unstuck-guide')) e.replaceWith(document.createElement('unstuck-guide'));
      return copy.outerHTML;
    };
    window.__names = null;
    window.__names = Object.getOwnPropertyNames(window);";

async fn leaves_no_trace(page: &Page, pinned: bool, attributes: &str) -> Outcome {
    let cdn = super::origins::cdn(page).await?;
    let name = if pinned {
        page.site.file("embed-", ".js")?
    } else {
        "embed.js".to_owned()
    };
    // Named: else the author is told.
    let markdown = place::MARKDOWN.replacen("dark\n", "dark {#lamp}\n", 1);
    page.site.put("/g/lamp.md", "", markdown);
    let plain = place::plain_article().replace("<article", "<article data-unstuck-guide=plain");
    page.site.put_page(
        "/host.html",
        &format!(
            "<!doctype html><html lang=en><head><script>{BEFORE}</script><meta charset=utf-8><title>Host</title>\
             <script src={}{name} async crossorigin></script></head><body><h1>Help</h1><unstuck-guide {attributes}></unstuck-guide>{}{plain}\
             <script>document.addEventListener('DOMContentLoaded', () => {{ window.__was = __page() }})</script></body></html>",
            cdn.page(),
            place::ARTICLE
        ),
    );
    visit(page).await?;
    page.ready().await?;
    let own: &[&str] = if attributes.contains("g/lamp.md") {
        &["/g/lamp.md"]
    } else {
        &[]
    };
    walk_and_read(page).await?;
    let found = page
        .js_async(
            "const names = Object.getOwnPropertyNames(window).filter((name) => !__names.includes(name) && name !== '__was' && !/^(\\$|cdc_|ret_nodes$|__(web|fxdriver|selenium|driver))/.test(name));
             const workers = (await navigator.serviceWorker?.getRegistrations?.()) ?? [];
             const heavy = __listens.filter(([, type, passive]) => /^(beforeunload|unload)$/.test(type) || (/^(touchstart|touchmove|wheel|mousewheel|scroll)$/.test(type) && !passive));
             return { names, page: __page() === __was, cookie: document.cookie, workers: workers.length, heavy, said: __seen.said, logged: __seen.logged, caches: (await globalThis.caches?.keys?.()) ?? [] };",
            json!([]),
        )
        .await?;
    same!(
        found,
        json!({ "names": [], "page": true, "cookie": "", "workers": 0, "heavy": [], "said": [], "logged": [], "caches": [] }),
        "what the page is left with"
    );
    super::origins::apart(page, &cdn, own)?;
    page.no_errors().await
}

/// A file that never comes holds up neither the page's own scripts nor, once the shell is there, its load event.
async fn never_waits(page: &Page, file: &str, pinned: bool, loads: bool) -> Outcome {
    let state = if loads { "loading" } else { "" };
    // In Firefox and WebKit a module that is asked for before the load event holds it up, whoever asks; an element that is
    // seen only later asks later. So nothing is promised there.
    let loads = loads && (page.engine == Engine::Chromium || file != WIDGET);
    let wanted = json!({ "parsed": true, "loaded": loads, "state": state });
    let cdn = super::origins::cdn(page).await?;
    let name = if pinned {
        page.site.file("embed-", ".js")?
    } else {
        "embed.js".to_owned()
    };
    let file = if file == WIDGET {
        page.site.file(file, ".js")?
    } else {
        file.to_owned()
    };
    cdn.fault(&file, Fault::Held);
    page.site.put_page(
        "/host.html",
        &format!(
            "<!doctype html><html lang=en><head><meta charset=utf-8><title>Host</title></head><body>\
             <script src={}{name} async crossorigin data-guide=router></script>{}\
             <script>addEventListener('DOMContentLoaded', () => {{ window.__parsed = true }}); addEventListener('load', () => {{ window.__loaded = true }})</script></body></html>",
            cdn.page(),
            place::ARTICLE
        ),
    );
    page.window(700, 900).await?;
    // In a frame: the driver itself would wait for a page's load event.
    page.client.goto(&page.site.blank()).await?;
    page.js(
        "window.__frame = document.createElement('iframe'); __frame.src = '/host.html'; document.body.append(__frame)",
        json!([]),
    )
    .await?;
    cdn.asked_for(&file, Duration::from_secs(20)).await?;
    let found = page
        .js_async(
            "const at = () => ({ parsed: __frame.contentWindow.__parsed === true, loaded: arguments[0].loaded && __frame.contentWindow.__loaded === true,
               state: __frame.contentDocument.querySelector('unstuck-guide')?.dataset.state ?? '' });
             await until(() => Object.entries(at()).every(([name, value]) => value === arguments[0][name]));
             const last = at();
             __frame.remove();
             return last",
            json!([wanted]),
        )
        .await?;
    same!(found, wanted, "how far the page came");
    Ok(())
}
