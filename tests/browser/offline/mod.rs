//! The standalone page without its server: what is kept, how one version follows another, and what is told.
//!
//! The worker is the real one, and the server is really stopped.

mod cold;
mod cuts;
mod notes;
mod update;
mod version;

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::harness::driver::Engine;
use crate::harness::{Case, Outcome, Page};
use crate::{check, same};

pub fn cases() -> Vec<Case> {
    let mut cases = cold::cases();
    cases.extend(update::cases());
    cases.extend(cuts::cases());
    cases.extend(notes::cases());
    cases
}

/// An install fetches two dozen files and looks at each twice.
const INSTALL: Duration = Duration::from_secs(60);

/// Leaves the page, so that no tab of it is left, and opens this one of its pages as a reader who comes back.
async fn come_back(page: &Page, address: &str) -> Outcome {
    leave(page).await?;
    let address = format!("{}{address}", page.site.page());
    page.client.goto(&address).await?;
    ready(page).await
}

/// As [`Page::ready`], for a page whose worker first looks at all that it keeps.
async fn ready(page: &Page) -> Outcome {
    page.ready_within(INSTALL).await
}

async fn leave(page: &Page) -> Outcome {
    if page.engine != Engine::Firefox {
        return Ok(page.client.goto("about:blank").await?);
    }
    // Firefox keeps a page for its Back for as long as the tab is open, and with it the page's worker.
    let old = page.client.window().await?;
    let new = page.client.new_window(true).await?.handle;
    page.client.switch_to_window(old).await?;
    page.client.close_window().await?;
    Ok(page.client.switch_to_window(new).await?)
}

/// Serves the page with its worker. WebKitGTK's driver keeps nothing on the disk, and there WebKit forgets what is in a cache
/// once no page and no worker has it open: a window beside the page's has all of them open, whatever becomes of the worker.
async fn whole(page: &Page) -> Outcome {
    page.site.whole();
    if page.engine != Engine::Webkit {
        return Ok(());
    }
    let here = page.client.window().await?;
    let beside = page.client.new_window(false).await?.handle;
    page.client.switch_to_window(beside).await?;
    page.client.goto(&page.site.blank()).await?;
    page.js(
        "const open = {};
         setInterval(async () => { for (const name of await caches.keys()) open[name] ??= await caches.open(name); }, 50);",
        json!([]),
    )
    .await?;
    Ok(page.client.switch_to_window(here).await?)
}

/// Opens the page, waits until its worker has it whole, and comes back to a page that the worker brought.
async fn install(page: &Page) -> Outcome {
    whole(page).await?;
    page.open().await?;
    installed(page).await?;
    come_back(page, "").await?;
    controlled(page).await
}

async fn installed(page: &Page) -> Outcome {
    page.wait_for(
        INSTALL,
        "the worker",
        "window.__found ??= (navigator.serviceWorker.getRegistration().then((r) => { window.__active = r?.active?.state === 'activated'; window.__found = null; }), 1); return window.__active === true",
    )
    .await
}

async fn controlled(page: &Page) -> Outcome {
    page.wait_for(
        INSTALL,
        "the page of the worker",
        "return Boolean(navigator.serviceWorker.controller)",
    )
    .await
}

/// Asks for a new version as the browser does from time to time, and waits for what comes of it: whether one is ready.
async fn update(page: &Page) -> Outcome<bool> {
    let ready = page
        .js_async(
            "const registration = await navigator.serviceWorker.getRegistration();
             await registration.update().catch(() => {});
             const end = performance.now() + 25000;
             while (registration.installing && performance.now() < end) await new Promise((next) => setTimeout(next, 20));
             if (registration.installing) throw new Error('still installing');
             return Boolean(registration.waiting);",
            json!([]),
        )
        .await?;
    Ok(ready == json!(true))
}

/// Of which version each part is that runs: the page, the shell, the glue, the WebAssembly.
async fn ran(page: &Page) -> Outcome<Value> {
    page.js(
        "return [document.querySelector('script[data-version]')?.dataset.version, globalThis.__embed ?? 1, globalThis.__glue ?? 1,
           [...new Set(performance.getEntriesByType('resource').map((e) => /unstuck-widget-([0-9a-f]+)_bg[.]wasm$/.exec(e.name)?.[1]))].filter(Boolean).join()]",
        json!([]),
    )
    .await
}

/// Comes back until this version runs: a browser lets the older one go a moment after its last tab, and Firefox only when
/// its worker has had nothing to do for a while. A reader stays away for longer than a test. Meanwhile all of one runs.
async fn comes_to_run(page: &Page, version: &version::Version, when: &str) -> Outcome {
    let until = Instant::now() + INSTALL;
    loop {
        come_back(page, "").await?;
        let parts = ran(page).await?;
        if parts == version.parts() || Instant::now() > until {
            same!(parts, version.parts(), "what runs {when}");
            return Ok(());
        }
        check!(
            parts == version::built(page)?.parts(),
            "not all of one version runs {when}: {parts}"
        );
    }
}

/// The same where the older version is damaged and no server is there: until it is let go, its page cannot be had.
async fn comes_to_run_after_damage(page: &Page, version: &version::Version) -> Outcome {
    let until = Instant::now() + INSTALL;
    loop {
        leave(page).await?;
        // Chromium's driver fails where the page does.
        let _ = page.client.goto(&page.site.page()).await;
        page.wait_for(
            INSTALL,
            "the page, or the browser's word that it cannot be had",
            "return host ? host.dataset.state === 'ready' && Boolean(root()) : document.readyState === 'complete'",
        )
        .await?;
        let parts = ran(page).await?;
        if parts == version.parts() || Instant::now() > until {
            same!(parts, version.parts(), "what runs on the visit after");
            return Ok(());
        }
    }
}

async fn runs(page: &Page, version: &version::Version, when: &str) -> Outcome {
    same!(ran(page).await?, version.parts(), "what runs {when}");
    Ok(())
}

/// The worker's caches of this page.
async fn caches(page: &Page) -> Outcome<u64> {
    let found = page
        .js_async(
            "return (await caches.keys()).filter((name) => name.startsWith('unstuck ')).length",
            json!([]),
        )
        .await?;
    found.as_u64().ok_or_else(|| "no count".into())
}

/// What the page's own note of this name says.
async fn says(page: &Page, note: &str, words: &str) -> Outcome {
    page.wait_for(
        INSTALL,
        &format!("the note {note:?} to say {words:?}"),
        &format!("return document.querySelector('[data-note={note}] [role=status]')?.textContent === {words:?}"),
    )
    .await
}

/// The answers that are kept.
async fn answers(page: &Page) -> Outcome<Value> {
    let kept = page.progress().await?;
    check!(!kept.is_null(), "nothing is kept");
    Ok(kept)
}
