//! What the dialog of taking progress along offers: the link, its picture, sharing, clearing.

use axum::http::header;
use serde_json::json;

use super::reminder::{BLOBS, reminded};
use super::{IN_VAIN, arrive, cleared_device, everything, gone, link, said};
use crate::harness::{Case, Outcome, Page, case};
use crate::page::access::{no_violation, set_theme};
use crate::page::entries::BACK;
use crate::{check, same};

pub(super) fn cases() -> Vec<Case> {
    vec![
        case("transfer::picture_holds_the_link", picture_holds_the_link),
        case("transfer::copied_or_by_hand", copied_or_by_hand),
        case("transfer::shared", shared),
        case("transfer::cleared", cleared).in_every_engine(),
        case("transfer::nothing_kept", nothing_kept),
        case("transfer::keyboard", keyboard).in_every_engine(),
        case("transfer::strict_page", strict_page).in_every_engine(),
        case("axe::transfer_light", async |page: Page| {
            axe(page, false).await
        }),
        case("axe::transfer_dark", async |page: Page| {
            axe(page, true).await
        }),
    ]
}

async fn picture_holds_the_link(page: Page) -> Outcome {
    page.open().await?;
    page.act_all(&IN_VAIN[..7]).await?;
    let link = link(&page).await?;
    page.press("carry", json!({})).await?;
    page.wait("the picture", "return shown(shadow.querySelector('.qr'))")
        .await?;
    let drawn = page
        .js(
            "const qr = shadow.querySelector('.qr'); const box = qr.getBoundingClientRect();
             return [qr.viewBox.baseVal.width, qr.querySelector('path').getAttribute('d'), Math.min(box.width, box.height)]",
            json!([]),
        )
        .await?;
    let size = usize::try_from(drawn[0].as_u64().unwrap_or_default())?;
    let wide = drawn[2].as_f64().unwrap_or_default() >= 3.0 * size as f64;
    check!(wide, "a module is less than three pixels wide: {size}");
    let path = drawn[1].as_str().unwrap_or_default();
    same!(decoded(size, path)?, link, "what the picture holds");
    Ok(())
}

/// What a camera would read.
fn decoded(size: usize, path: &str) -> Outcome<String> {
    let mut dark = vec![false; size * size];
    for run in path.split('M').skip(1) {
        let numbers: Vec<usize> = run
            .split(|c: char| !c.is_ascii_digit())
            .filter_map(|number| number.parse().ok())
            .collect();
        let [x, y, width, ..] = numbers[..] else {
            return Err(format!("an unknown run: {run}").into());
        };
        dark[y * size + x..y * size + x + width].fill(true);
    }
    let scale = 4;
    let mut image =
        rqrr::PreparedImage::prepare_from_greyscale(size * scale, size * scale, |x, y| {
            if dark[y / scale * size + x / scale] {
                0
            } else {
                255
            }
        });
    let grids = image.detect_grids();
    let grid = grids.first().ok_or("no code is seen in the picture")?;
    Ok(grid.decode()?.1)
}

async fn copied_or_by_hand(page: Page) -> Outcome {
    page.site.script(
        "window.__copied = []; window.__refuse = false;
         Object.defineProperty(navigator, 'share', { configurable: true, value: undefined });
         Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: async (text) => { if (__refuse) throw new DOMException('no', 'NotAllowedError'); __copied.push(text); } } });",
    );
    page.open().await?;
    page.act("yes").await?;
    let link = link(&page).await?;
    page.press("carry", json!({})).await?;
    page.press("carry-copy", json!({})).await?;
    page.wait("the copy", "return __copied.length === 1")
        .await?;
    same!(
        page.js("return __copied[0]", json!([])).await?,
        json!(link),
        "what is copied"
    );
    page.js("window.__refuse = true", json!([])).await?;
    page.press("carry-copy", json!({})).await?;
    page.wait("the field to have focus, its text selected", "const at = deep(); return at.dataset.action === 'carry-link' && at.selectionEnd - at.selectionStart === at.value.length")
        .await?;
    check!(
        said(&page).await?.contains("Select the link"),
        "nothing is said"
    );
    page.no_errors().await
}

async fn shared(page: Page) -> Outcome {
    page.site.script(
        "window.__shared = []; Object.defineProperty(navigator, 'share', { configurable: true, value: async (what) => { __shared.push(what); throw new DOMException('put away', 'AbortError'); } });",
    );
    page.open().await?;
    page.act("yes").await?;
    let link = link(&page).await?;
    page.press("carry", json!({})).await?;
    page.press("carry-share", json!({})).await?;
    page.wait("the share", "return __shared.length === 1")
        .await?;
    same!(
        page.js("return __shared[0].url", json!([])).await?,
        json!(link),
        "what is shared"
    );
    page.no_errors().await
}

async fn cleared(page: Page) -> Outcome {
    page.client.goto(&page.site.blank()).await?;
    page.js(
        "localStorage.setItem('unstuck:iphone-backup', 'garbage'); localStorage.setItem('other', 'stays'); 
         localStorage.setItem('unstuck::view', 'steps'); localStorage.setItem('unstuck::lang', 'de')",

        json!([]),
    )
    .await?;
    page.open().await?;
    page.act_all(&["yes", "yes", "no"]).await?;
    page.progress().await?;
    let second = |ask: &str| {
        format!(
            "const base = await new Promise((done, failed) => {{
               const asked = indexedDB.open('unstuck');
               asked.onsuccess = () => done(asked.result);
               asked.onerror = () => failed(asked.error);
             }});
             const asked = base.transaction('records', 'readwrite').objectStore('records').{ask};
             base.close();
             return await new Promise((done, failed) => {{ asked.onsuccess = () => done(asked.result ?? null); asked.onerror = failed }})"
        )
    };
    page.wait(
        "the second copy",
        "return shadow.querySelector('.kept')?.textContent.startsWith('Saved')",
    )
    .await?;
    page.js_async(
        &second("put('garbage', 'unstuck:iphone-backup:unreadable:1')"),
        json!([]),
    )
    .await?;
    page.press("carry", json!({})).await?;
    page.press("clear", json!({})).await?;
    page.press("clear-no", json!({})).await?;
    gone(&page, "clear-no").await?;
    same!(
        page.screen().await?.id,
        "power-wifi",
        "nothing is cleared yet"
    );
    // What was pressed on another page of this guide, before its widget was there.
    page.js("for (const guide of ['iphone-backup', 'iphone-backup-2']) localStorage.setItem(`unstuck::first:${guide}`, `pressed on ${guide}.`)", json!([]))
        .await?;
    page.press("carry", json!({})).await?;
    page.press("clear", json!({})).await?;
    page.press("clear-yes", json!({})).await?;
    page.wait("the first question", "return state().id === 'icloud'")
        .await?;
    let follows = format!(
        "for (;;) {{ const text = await (async () => {{ {} }})(); if (text && !text.includes('yes')) return true; }}",
        second("get('unstuck:iphone-backup')")
    );
    page.js_async(&follows, json!([])).await?;
    let kept = everything(&page).await?;
    let left = [
        "garbage",
        "yes",
        "not-solved",
        "unstuck=",
        "::view",
        "::lang",
        "::link",
        "pressed on iphone-backup.",
    ];
    let left: Vec<_> = left.iter().filter(|word| kept.contains(**word)).collect();
    check!(
        left.is_empty() && kept.contains("stays") && kept.contains("pressed on iphone-backup-2."),
        "{left:?} is still kept: {kept}"
    );
    let names = page.js_async(&second("getAllKeys()"), json!([])).await?;
    same!(
        names,
        json!(["unstuck:iphone-backup"]),
        "what the second copy holds"
    );
    page.reload().await?;
    same!(page.screen().await?.id, "icloud", "after a reload");
    // What was cleared is not a Back away.
    page.js_async(BACK, json!([])).await?;
    page.act("no").await?;
    same!(page.screen().await?.id, "storage", "the walk goes on");
    page.no_errors().await
}

/// Where nothing can be kept, the link is the way out.
async fn nothing_kept(page: Page) -> Outcome {
    page.site
        .edit("<unstuck-guide", "<unstuck-guide storage=\"none\"");
    page.open().await?;
    page.act_all(&["yes", "yes", "no"]).await?;
    let link = link(&page).await?;
    cleared_device(&page).await?;
    arrive(&page, &link, "carry-take").await?;
    page.press("carry-take", json!({})).await?;
    page.wait("the link's screen", "return state().id === 'power-wifi'")
        .await?;
    page.press("read", json!({})).await?;
    page.press("steps", json!({})).await?;
    // An entry of the history holds numbers, and no answer.
    let kept = everything(&page).await?;
    let nothing = "{\"local\":[],\"session\":[],";
    check!(
        kept.starts_with(nothing) && kept.contains("\"records\":[],\"caches\":[]}"),
        "what is kept: {kept}"
    );
    let left = ["yes", "power-wifi", "unstuck="];
    check!(!left.iter().any(|word| kept.contains(word)), "{kept}");
    page.no_errors().await
}

async fn keyboard(page: Page) -> Outcome {
    const ESCAPE: char = '\u{e00c}';
    const ENTER: char = '\u{e007}';
    page.open().await?;
    page.act_all(&["yes", "yes", "no"]).await?;
    page.heading_focused().await?;
    page.js("controls('carry')[0].focus()", json!([])).await?;
    page.keys(&[ENTER]).await?;
    page.wait("the dialog", "return controls('carry-link').length === 1 && shadow.querySelector('dialog.carry').contains(deep())")
        .await?;
    // The dialog moves in: on its way, 44 px can be 43.99998.
    let small = page
        .js(
            "return [...shadow.querySelectorAll('dialog.carry :is(button, a, input)')].filter((e) => { const b = e.getBoundingClientRect(); return b.width < 43.9 || b.height < 43.9; }).map((e) => e.outerHTML)",
            json!([]),
        )
        .await?;
    same!(small, json!([]), "targets below 44 px");
    page.keys(&[ESCAPE]).await?;
    gone(&page, "carry-link").await?;
    same!(
        page.focus().await?.action.as_deref(),
        Some("carry"),
        "focus is where it was"
    );
    page.no_errors().await
}

/// Nothing here needs more than the widget does.
async fn strict_page(page: Page) -> Outcome {
    page.open().await?;
    page.act_all(&["yes", "yes", "no", "still-running"]).await?;
    let link = link(&page).await?;
    let fragment = link.split_once('#').map_or("", |(_, fragment)| fragment);
    cleared_device(&page).await?;
    page.site.header(
        header::CONTENT_SECURITY_POLICY,
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; require-trusted-types-for 'script'; trusted-types unstuck",
    );
    page.site.put("/watch.js", "text/javascript", format!("window.__seen = {{ events: [], errors: [] }}; addEventListener('securitypolicyviolation', (e) => __seen.errors.push(e.violatedDirective + ' ' + e.blockedURI)); {BLOBS}"));
    page.site.put(
        "/strict.html",
        "text/html; charset=utf-8",
        "<!doctype html><html lang=en><head><title>Strict</title><script src=watch.js></script></head><body><h1>Strict</h1>
         <unstuck-guide guide=iphone-backup></unstuck-guide><script src=embed.js async></script></body></html>",
    );
    let strict = format!("{}strict.html#{fragment}", page.site.page());
    arrive(&page, &strict, "carry-take").await?;
    page.press("carry-take", json!({})).await?;
    page.wait("the link's screen", "return state().screen === 'wait'")
        .await?;
    reminded(&page).await?;
    let looks = "return getComputedStyle(shadow.querySelector('dialog.carry .said-so')).position === 'absolute'";
    page.wait("the dialog's own look", looks).await?;
    page.press("carry-close", json!({})).await?;
    gone(&page, "carry-close").await?;
    page.press("carry", json!({})).await?;
    page.wait("the picture", "return shown(shadow.querySelector('.qr'))")
        .await?;
    same!(page.errors().await?, Vec::<String>::new(), "violations");
    Ok(())
}

/// Opens one of the dialogs, for a picture of it.
pub(in crate::page) async fn show(page: &Page, what: &str) -> Outcome {
    page.act_all(&["yes", "no", "confirm", "not-solved", "no", "still-running"])
        .await?;
    let link = link(page).await?;
    match what {
        "carry" | "remind" => page.press(what, json!({})).await?,
        "clear" => {
            page.press("carry", json!({})).await?;
            page.press("clear", json!({})).await?;
        }
        _ => {
            let mut link = link;
            if what == "damaged" {
                link.pop();
            }
            cleared_device(page).await?;
            if what == "other" {
                page.open_raw().await?;
                page.ready().await?;
                page.act("no").await?;
                page.client.goto(&page.site.blank()).await?;
            }
            arrive(page, &link, "carry-leave").await?;
        }
    }
    page.wait(
        "the dialog",
        "return shown(shadow.querySelector('dialog.carry'))",
    )
    .await
}

async fn axe(page: Page, dark: bool) -> Outcome {
    set_theme(&page, dark).await?;
    page.open_at(390, 844).await?;
    page.act_all(&["yes", "yes", "no", "still-running"]).await?;
    let link = link(&page).await?;
    for (control, inside) in [("carry", "carry-link"), ("remind", "remind-file")] {
        page.press(control, json!({})).await?;
        let there = format!("return controls({inside:?}).length > 0");
        page.wait("the dialog", &there).await?;
        no_violation(&page, &format!("{control}, dark {dark}")).await?;
        page.press("carry-close", json!({})).await?;
        gone(&page, "carry-close").await?;
    }
    page.act("back").await?;
    let arrived = "location.hash = new URL(arguments[0]).hash";
    page.js(arrived, json!([link])).await?;
    page.wait("the question", "return controls('carry-take').length > 0")
        .await?;
    no_violation(&page, &format!("the question, dark {dark}")).await?;
    page.press("carry-leave", json!({})).await?;
    page.js("location.hash = '#unstuck=1'", json!([])).await?;
    page.wait(
        "what is said",
        "return controls('carry-leave').length > 0 && !controls('carry-take').length",
    )
    .await?;
    no_violation(&page, &format!("a damaged link, dark {dark}")).await?;
    Ok(())
}
