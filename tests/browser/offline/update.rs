//! A new version while readers are at it: told, never switched under their hands; and the way back to a page without a worker.

use serde_json::json;

use super::version::{built, next};
use super::{
    answers, caches, come_back, comes_to_run, controlled, install, leave, ready, runs, says, update,
};
use crate::harness::driver::Engine;
use crate::harness::names::REMOVING_WORKER;
use crate::harness::server::without_worker;
use crate::harness::{Case, Outcome, Page, case};
use crate::{check, same};

const READY: &str = "A new version is ready.";

pub fn cases() -> Vec<Case> {
    vec![
        case("offline::told_and_switched", told).in_every_engine(),
        case("offline::two_tabs", two_tabs).in_every_engine(),
        case("offline::removed", removed).in_every_engine(),
        case("offline::two_apps_on_one_origin", neighbours),
    ]
}

/// Waits until the next version's page is there, with its widget.
async fn switched(page: &Page) -> Outcome {
    page.wait_for(
        super::INSTALL,
        "the next version",
        "return globalThis.__embed === 2",
    )
    .await?;
    ready(page).await
}

async fn press_update(page: &Page) -> Outcome {
    page.js(
        "document.querySelector('[data-note=update] button').click()",
        json!([]),
    )
    .await?;
    Ok(())
}

async fn told(page: Page) -> Outcome {
    let (old, new) = (built(&page)?, next(&page)?);
    install(&page).await?;
    page.act("yes").await?;
    let kept = answers(&page).await?;
    let screen = page.screen().await?;
    page.site.version(&new.folder);
    check!(update(&page).await?, "the next version does not come");
    says(&page, "update", READY).await?;
    runs(&page, &old, "before the reader agrees").await?;
    // Nor does a reload, by a reader or by a browser that was short of memory, switch anything. Firefox may take it for the
    // end of the last tab: then all of the next version runs.
    if page.engine != Engine::Firefox {
        page.reload().await?;
        says(&page, "update", READY).await?;
        runs(&page, &old, "after a reload").await?;
    }
    let many = page
        .js(
            "return document.querySelectorAll('[data-note=update] button').length",
            json!([]),
        )
        .await?;
    same!(many, json!(1), "buttons");
    press_update(&page).await?;
    switched(&page).await?;
    controlled(&page).await?;
    runs(&page, &new, "after the reader agreed").await?;
    same!(answers(&page).await?, kept, "the answers");
    same!(page.screen().await?, screen, "the screen");
    says(&page, "update", "").await?;
    page.wait_for(super::INSTALL,
        "the older version to be removed",
        "window.__names ??= (caches.keys().then((all) => { window.__count = all.length; window.__names = null; }), 1); return window.__count === 1",
    )
    .await
}

/// The other tab stays as it is, has all of its version, and is told.
async fn two_tabs(page: Page) -> Outcome {
    let (old, new) = (built(&page)?, next(&page)?);
    install(&page).await?;
    page.act("yes").await?;
    let first = page.client.window().await?;
    let second = page.client.new_window(true).await?.handle;
    page.client.switch_to_window(second.clone()).await?;
    page.client
        .goto(&format!("{}router.html", page.site.page()))
        .await?;
    ready(&page).await?;
    controlled(&page).await?;
    page.site.version(&new.folder);
    check!(update(&page).await?, "the next version does not come");
    press_update_when_told(&page).await?;
    switched(&page).await?;
    runs(&page, &new, "in the tab that agreed").await?;

    page.client.switch_to_window(first).await?;
    runs(&page, &old, "in the other tab").await?;
    says(&page, "update", READY).await?;
    let screen = page.act("no").await?;
    let kept = answers(&page).await?;
    // A part that it may ask for later.
    let part = page
        .js_async("const answer = await fetch(arguments[0]); return [answer.status, (await answer.arrayBuffer()).byteLength]", json!([old.glue()]))
        .await?;
    same!(
        part,
        json!([200, old.bytes(&old.glue())?.len()]),
        "a part of the old version"
    );
    same!(caches(&page).await?, 2, "versions kept");
    press_update(&page).await?;
    switched(&page).await?;
    runs(&page, &new, "in the other tab, once it agreed").await?;
    same!(page.screen().await?, screen, "its screen");
    same!(answers(&page).await?, kept, "its answers");
    page.wait_for(super::INSTALL,
        "the older version to be removed",
        "window.__names ??= (caches.keys().then((all) => { window.__count = all.length; window.__names = null; }), 1); return window.__count === 1",
    )
    .await?;
    let third = page.client.window().await?;
    page.client.switch_to_window(second).await?;
    page.client.close_window().await?;
    Ok(page.client.switch_to_window(third).await?)
}

async fn press_update_when_told(page: &Page) -> Outcome {
    says(page, "update", READY).await?;
    press_update(page).await
}

/// Once this replaces it, the worker goes.
async fn removed(page: Page) -> Outcome {
    install(&page).await?;
    page.act("yes").await?;
    let kept = answers(&page).await?;
    page.js_async(
        "await (await caches.open('not ours')).put('/x', new Response('x'))",
        json!([]),
    )
    .await?;
    let removing = std::fs::read(built(&page)?.folder.with_file_name(REMOVING_WORKER))?;
    page.site.put("/sw.js", "text/javascript", removing);
    update(&page).await?;
    page.wait_for(super::INSTALL,
        "the worker to go",
        "window.__asked ??= (Promise.all([navigator.serviceWorker.getRegistrations(), caches.keys()]).then(([r, names]) => { window.__over = !r.length && names.join() === 'not ours'; window.__asked = null; }), 1); return window.__over === true",
    )
    .await?;
    // Nothing that the reader does ends with it, and the pages that come with it register none.
    page.act("no").await?;
    leave(&page).await?;
    let index = built(&page)?.text("index.html")?;
    page.site.put("/", "text/html", without_worker(&index));
    come_back(&page, "").await?;
    page.act("back").await?;
    same!(answers(&page).await?, kept, "the answers");
    let found = page
        .js_async(
            "return (await navigator.serviceWorker.getRegistrations()).length",
            json!([]),
        )
        .await?;
    same!(found, json!(0), "workers");
    Ok(())
}

/// Caches belong to the origin: one app's worker leaves another's alone.
async fn neighbours(page: Page) -> Outcome {
    let new = next(&page)?;
    page.site.under("/one");
    install(&page).await?;
    page.site.under("/two");
    install(&page).await?;
    same!(caches(&page).await?, 2, "two apps");
    page.site.version(&new.folder);
    check!(update(&page).await?, "the next version does not come");
    comes_to_run(&page, &new, "in the second").await?;
    page.wait_for(super::INSTALL,
        "the second's older version to be removed",
        "window.__names ??= (caches.keys().then((all) => { window.__count = all.length; window.__names = null; }), 1); return window.__count === 2",
    )
    .await?;
    page.site.stop().await?;
    page.site.under("/one");
    come_back(&page, "").await?;
    runs(&page, &built(&page)?, "in the first").await
}
