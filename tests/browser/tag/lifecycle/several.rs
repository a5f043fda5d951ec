//! Several elements on one page, pages from the back/forward cache, and what a thousand widgets leave behind.

use axum::http::header;
use serde_json::{Value, json};

use super::{all_ready, open, run};
use crate::harness::{Case, Outcome, Page, case};
use crate::{check, same};

pub(super) fn cases() -> Vec<Case> {
    vec![
        case("lifecycle::a_copy_beside_it", a_copy_beside_it),
        case("lifecycle::ten_of_two_guides", ten_of_two_guides),
        case("lifecycle::each_goes_back_alone", each_goes_back_alone).in_every_engine(),
        case("lifecycle::newest_after_the_cache", newest_after_the_cache).in_every_engine(),
        case(
            "lifecycle::restored_from_the_cache",
            restored_from_the_cache,
        )
        .in_every_engine()
        .with_windows(),
        case("lifecycle::a_thousand_mounts", a_thousand_mounts),
    ]
}

/// A copy stands beside the first: two widgets of one guide, which show the same.
async fn a_copy_beside_it(page: Page) -> Outcome {
    open(&page, &["article=#lamp"]).await?;
    let shown = run(
        &page,
        "const [el] = all;
         await lives.act(el, 'not-solved');
         const copy = el.cloneNode(true);
         $('#b').append(copy);
         await lives.ready(copy);
         await lives.act(copy, 'not-solved');
         await lives.until('both to show it', () => lives.read(el).seq === lives.read(copy).seq).catch(() => 0);
         const [one, two] = [lives.read(el), lives.read(copy)];
         return [one.copies, one.id, two.copies, two.id, one.seq === two.seq]",
    )
    .await?;
    same!(shown, json!([1, "fuse", 1, "fuse", true]), "both");
    page.no_errors().await
}

async fn ten_of_two_guides(page: Page) -> Outcome {
    let (lamp, router, alone) = (
        "article=#lamp",
        "guide=router",
        "article=#lamp storage=none",
    );
    open(
        &page,
        &[
            lamp, router, lamp, router, lamp, router, lamp, router, alone, alone,
        ],
    )
    .await?;
    let ids = run(
        &page,
        "return all.every((el) => {
           const ids = [...lives.inside(el).querySelectorAll('[id]')].map((e) => e.id);
           return new Set(ids).size === ids.length && lives.inside(el).querySelectorAll('#heading').length === 1;
         })",
    )
    .await?;
    same!(ids, json!(true), "ids are there once a widget");
    // Who acts, how, and what all show then: the four of each guide, and the two that keep nothing.
    let steps = [
        (0, "not-solved", ["plug", "others", "bulb", "bulb"]),
        (3, "yes", ["plug", "provider", "bulb", "bulb"]),
        (8, "not-solved", ["plug", "provider", "plug", "bulb"]),
        (8, "not-solved", ["plug", "provider", "fuse", "bulb"]),
        (4, "not-solved", ["fuse", "provider", "fuse", "bulb"]),
        (9, "solved", ["fuse", "provider", "fuse", "bulb"]),
        (7, "back", ["fuse", "others", "fuse", "bulb"]),
        (8, "back", ["fuse", "others", "plug", "bulb"]),
        (6, "back", ["plug", "others", "plug", "bulb"]),
    ];
    for (who, action, wanted) in steps {
        let shown = page
            .js_async(
                "const [who, action, wanted] = [arguments[0], arguments[1], arguments[2]];
                 const read = () => all.map((el) => lives.read(el).id);
                 const all_of = (of) => [of[0], of[1], of[0], of[1], of[0], of[1], of[0], of[1], of[2], of[3]];
                 await lives.act(all[who], action);
                 await lives.until('all to show it', () => read().join() === all_of(wanted).join()).catch(() => 0);
                 return read();",
                json!([who, action, wanted]),
            )
            .await?;
        let [l, r, x, y] = wanted;
        same!(
            shown,
            json!([l, r, l, r, l, r, l, r, x, y]),
            "all, after {action} in {who}"
        );
    }
    page.js("window.left = true", json!([])).await?;
    page.client.refresh().await?;
    all_ready(&page).await?;
    let shown = run(&page, "return all.map((el) => lives.read(el).id)").await?;
    same!(
        shown,
        json!([
            "plug", "others", "plug", "others", "plug", "others", "plug", "others", "bulb", "bulb"
        ]),
        "all, after a reload"
    );
    page.no_errors().await
}

/// Back in one widget takes nothing back in another, by its own control and by the browser's.
async fn each_goes_back_alone(page: Page) -> Outcome {
    open(&page, &["article=#lamp", "guide=router"]).await?;
    let shown = run(
        &page,
        "const [lamp, router] = all;
         const read = () => all.map((el) => lives.read(el).id).join();
         const told = [];
         const then = async (done, wanted) => {
           await done();
           await lives.until(wanted, () => read() === wanted).catch((why) => told.push(`${why}: ${read()}`));
           // Nothing comes after it.
           for (let i = 0; i < 5; i++) await lives.task();
           if (read() !== wanted) told.push(`${wanted} became ${read()}`);
         };
         await then(() => lives.act(lamp, 'not-solved'), 'plug,others');
         await then(() => lives.act(router, 'yes'), 'plug,provider');
         await then(() => lives.press(lamp, 'back'), 'bulb,provider');
         await then(() => history.back(), 'bulb,others');
         await then(() => history.forward(), 'bulb,provider');
         await then(() => lives.press(router, 'back'), 'bulb,others');
         await then(() => lives.act(lamp, 'not-solved'), 'plug,others');
         await then(() => history.back(), 'bulb,others');
         return told",
    )
    .await?;
    same!(shown, json!([]), "what went otherwise");
    page.no_errors().await
}

/// A page from the back/forward cache heard nothing while it was there: it looks when it is shown again.
async fn newest_after_the_cache(page: Page) -> Outcome {
    page.site
        .script("addEventListener('storage', (event) => event.stopImmediatePropagation(), true)");
    open(&page, &["article=#lamp"]).await?;
    let shown = run(
        &page,
        "const frame = document.createElement('iframe');
         frame.src = location.href;
         $('#b').append(frame);
         const there = () => frame.contentDocument?.querySelector('unstuck-guide');
         await lives.until('the frame', () => there()?.dataset.state === 'ready');
         await frame.contentWindow.lives.act(there(), 'not-solved');
         const before = lives.read(all[0]).id;
         frame.remove();
         dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
         await lives.until('the newest', () => lives.read(all[0]).id === 'plug');
         await lives.act(all[0], 'not-solved');
         return [before, lives.read(all[0]).id]",
    )
    .await?;
    same!(shown, json!(["bulb", "fuse"]), "before and after");
    page.no_errors().await
}

/// The reader leaves and comes back: nothing of ours keeps the browser from taking the page as it was from its cache.
async fn restored_from_the_cache(page: Page) -> Outcome {
    // What may not be stored is not kept either.
    page.site.header(header::CACHE_CONTROL, "no-cache");
    open(&page, &["article=#lamp"]).await?;
    run(
        &page,
        "await lives.act(all[0], 'not-solved');
         await lives.tick(all[0]);
         addEventListener('pageshow', (event) => (window.persisted = event.persisted));",
    )
    .await?;
    page.client.goto(&page.site.blank()).await?;
    page.client.back().await?;
    page.wait("the page", "return location.pathname === '/host.html'")
        .await?;
    all_ready(&page).await?;
    let shown = run(
        &page,
        "const before = lives.read(all[0]);
         await lives.act(all[0], 'solved');
         return [before.copies, before.id, before.ticks, lives.read(all[0]).screen, window.persisted ?? false]",
    )
    .await?;
    same!(
        shown,
        json!([1, "plug", [true, false], "solved", true]),
        "where the reader was, and whether the page comes from the cache"
    );
    page.no_errors().await
}

/// What a thousand widgets leave behind: nothing.
async fn a_thousand_mounts(page: Page) -> Outcome {
    let elements = ["article=#lamp"; 10];
    open(&page, &elements).await?;
    let rounds = async |count: u32| {
        page.js_async(
            "for (let i = 0; i < arguments[0]; i++) {
               for (const el of all) el.remove();
               await lives.until('all to go', () => all.every((el) => !lives.read(el)));
               $('#a').append(...all);
               await lives.until('all to come', () => all.every((el) => el.dataset.state === 'ready' && lives.read(el)));
             }
             // The database answers in the order in which it was asked: after this nothing is under way any more.
             await new Promise((done) => { indexedDB.open('unstuck').onupgradeneeded = ({ target }) => { target.onerror = (event) => { event.preventDefault(); done(); }; target.transaction.abort(); }; });
             // What the harness itself noted.
             __seen.events.length = __seen.tops.length = __seen.heads.length = 0;
             return { wasm: lives.wasm(), listeners: lives.listeners() }",
            json!([count]),
        )
        .await
    };
    // Memory grows in large steps, and an engine compiles what is called often: that comes early.
    let before = rounds(50).await?;
    let heap = heap(&page).await?;
    let mut after = Value::Null;
    for _ in 0..5 {
        after = rounds(20).await?;
    }
    check!(
        before["wasm"].as_array().is_some_and(|all| all.len() == 2),
        "one module of first screens, and one of widgets: {before}"
    );
    let [first, widget] = [0, 1].map(|at| move |state: &Value| state["wasm"][at].clone());
    same!(first(&after), first(&before), "the module of first screens");
    same!(
        (&after["listeners"], &widget(&after)[1]),
        (&before["listeners"], &widget(&before)[1]),
        "listeners on the page, and what WebAssembly holds of JavaScript's"
    );
    // Memory grows by pages, and freed pieces seldom fit as well as at first: one page more, once, comes of that. What Yew
    // keeps of a root that is not used again would be thirteen.
    let bytes = |state: &Value| widget(state)[0].as_u64().unwrap_or_default();
    check!(
        bytes(&before) > 0 && bytes(&after) <= bytes(&before) + 65_536,
        "WebAssembly's memory grew from {before} to {after}"
    );
    let heap_after = self::heap(&page).await?;
    if std::env::var_os("UNSTUCK_TIMES").is_some() {
        println!("{before} then {after}; heap {heap:?} then {heap_after:?}");
    }
    if let (Some((bytes, listeners)), Some((bytes_after, listeners_after))) = (heap, heap_after) {
        same!(
            listeners_after,
            listeners,
            "all listeners, also on elements"
        );
        // What an engine notes of its own levels off; a widget that is kept is some thousand bytes.
        let each = (bytes_after - bytes) / 1000.0;
        check!(
            each.total_cmp(&200.0).is_lt(),
            "{each} bytes of JavaScript a mount"
        );
    }
    page.no_errors().await
}

/// Bytes that JavaScript takes and listeners there are, after all waste is collected. Chromium alone tells.
async fn heap(page: &Page) -> Outcome<Option<(f64, f64)>> {
    if page.engine != crate::harness::driver::Engine::Chromium {
        return Ok(None);
    }
    // The second copy is looked for at each start; browsers take such asks in turn.
    page.js_async(
        "await new Promise((done) => {
           const asked = indexedDB.open('unstuck');
           asked.onupgradeneeded = () => asked.transaction.abort();
           asked.onsuccess = () => done(asked.result.close());
           asked.onerror = (event) => done(event.preventDefault());
         })",
        json!([]),
    )
    .await?;
    page.dev_tools("HeapProfiler.enable", json!({})).await?;
    for _ in 0..2 {
        page.dev_tools("HeapProfiler.collectGarbage", json!({}))
            .await?;
    }
    let heap = page.dev_tools("Runtime.getHeapUsage", json!({})).await?;
    let counts = page.dev_tools("Memory.getDOMCounters", json!({})).await?;
    let number = |value: &Value| value.as_f64().ok_or("no number");
    Ok(Some((
        number(&heap["usedSize"])?,
        number(&counts["jsEventListeners"])?,
    )))
}
