//! Taking over from the article, and leaving it alone: scripts off, the WASM slow, a sub-path, the network.
//!
//! Belongs here: what holds of the standalone page. Does not: each way to fail, which is a line in `tag/faults.rs`.

use std::time::Duration;

use axum::http::header;
use serde_json::json;

use super::first::comes_late;
use crate::harness::driver::Engine;
use crate::harness::server::Fault;
use crate::harness::walker::{self, in_vain, walk};
use crate::harness::{Case, Outcome, Page, case};
use crate::{check, same};

pub fn cases() -> Vec<Case> {
    vec![
        case("boot::scripts_off", scripts_off).in_every_engine(),
        case("boot::scripts_forbidden", scripts_forbidden),
        case("boot::slow", slow).in_every_engine(),
        case("boot::retry", retry).in_every_engine(),
        case("boot::wrong_mime", wrong_mime).in_every_engine(),
        case("boot::under_a_sub_path", under_a_sub_path),
        case("boot::no_requests_after_load", no_requests_after_load),
        case("boot::document", document),
        case("boot::no_layout_shift", no_layout_shift),
        case(
            "boot::no_layout_shift_on_a_phone",
            no_layout_shift_on_a_phone,
        )
        .in_every_engine(),
        case("boot::no_layout_shift_restored", no_layout_shift_restored),
        case("boot::scripts_really_off", scripts_really_off).only_in(&[Engine::Chromium]),
    ]
}

/// The article has all its fixes, and each can be seen.
const ARTICLE_SEEN: &str = "
    const fixes = [...page.document.querySelectorAll('article section[data-unstuck-id]')].filter((s) => s.querySelector('h2'));
    const seen = (e) => { const box = e.getBoundingClientRect(); return box.width > 0 && box.height > 0; };
    return {
      fixes: fixes.map((s) => s.dataset.unstuckId),
      unseen: fixes.flatMap((s) => [...s.querySelectorAll('h2, p, li')]).filter((e) => !seen(e)).map((e) => e.outerHTML.slice(0, 80)),
      text: page.document.body.innerText.replace(/\\s+/g, ' ').trim(),
      title: page.document.title,
    };";

async fn article_is_there(page: &Page, window: &str) -> Outcome<String> {
    let seen = page
        .js(&format!("const page = {window};{ARTICLE_SEEN}"), json!([]))
        .await?;
    same!(seen["fixes"], json!(walker::ids()), "the article's fixes");
    same!(
        seen["unseen"],
        json!([]),
        "parts of the article cannot be seen"
    );
    Ok(seen["text"].as_str().unwrap_or_default().to_owned())
}

/// In a frame whose scripts the browser itself refuses to run: `<noscript>` counts there.
async fn scripts_off(page: Page) -> Outcome {
    page.window(700, 900).await?;
    page.client
        .goto(&page.site.framed(700, 900, Some("allow-same-origin")))
        .await?;
    page.wait("the frame", "return frames[0].document.readyState === 'complete' && Boolean(frames[0].document.querySelector('article'))").await?;
    let text = article_is_there(&page, "frames[0]").await?;
    let line = page
        .js("return [...frames[0].document.querySelectorAll('noscript')].map((e) => e.innerText).join(' ').replace(/\\s+/g, ' ').trim()", json!([]))
        .await?;
    let line = line.as_str().unwrap_or_default();
    check!(
        line.len() > 20 && text.contains(line),
        "no line says that scripts are off: {line:?}"
    );
    let ran = page
        .js(
            "return Boolean(frames[0].document.querySelector('unstuck-guide').shadowRoot?.querySelector('.all')?.checkVisibility())",
            json!([]),
        )
        .await?;
    same!(ran, json!(false), "the widget runs");
    Ok(())
}

async fn scripts_forbidden(page: Page) -> Outcome {
    page.site
        .header(header::CONTENT_SECURITY_POLICY, "script-src 'none'");
    page.open_raw().await?;
    article_is_there(&page, "window").await?;
    Ok(())
}

/// As a reader's setting: through Chromium's own protocol.
async fn scripts_really_off(page: Page) -> Outcome {
    page.dev_tools(
        "Emulation.setScriptExecutionDisabled",
        json!({ "value": true }),
    )
    .await?;
    page.open_raw().await?;
    let outcome = async {
        let source = page.client.source().await?;
        check!(!source.contains("data-state=\"ready\""), "the widget runs");
        let text = page
            .client
            .find(fantoccini::Locator::Css("body"))
            .await?
            .text()
            .await?;
        check!(
            text.contains("Settings") && text.len() > 5000,
            "the article cannot be read: {text}"
        );
        Ok(())
    }
    .await;
    page.dev_tools(
        "Emulation.setScriptExecutionDisabled",
        json!({ "value": false }),
    )
    .await?;
    outcome
}

/// Never answered: the reader is told, and not kept waiting.
async fn slow(page: Page) -> Outcome {
    // Not ten seconds, nor yet the failure that follows on it.
    page.site.script(
        "const wait = setTimeout; window.setTimeout = (f, ms, ...more) => wait(f, ms === 10000 ? 300 : ms, ...more)",
    );
    page.site.fault(".wasm", Fault::Held);
    left_to_the_article(&page, "slow").await
}

async fn left_to_the_article(page: &Page, state: &str) -> Outcome {
    page.window(700, 900).await?;
    page.go(&page.site.page()).await?;
    page.wait_for(
        Duration::from_secs(15),
        &format!("data-state to be {state}"),
        &format!("return host?.dataset.state === {state:?}"),
    )
    .await?;
    article_is_there(page, "window").await?;
    let line = page.js("return plain((host.innerText ?? '') + ' ' + (shadow ? [...shadow.querySelectorAll('p, [role=status], [role=alert]')].filter(shown).map((e) => e.innerText).join(' ') : ''))", json!([])).await?;
    let line = line.as_str().unwrap_or_default();
    check!(line.len() > 20, "no line says what is wrong: {line:?}");
    let screen = page
        .js(
            "return state() && [state().screen, shown(root())]",
            json!([]),
        )
        .await?;
    // Who waits has the first question, who has nothing to wait for the article.
    let first = match state {
        "slow" => json!(["question", true]),
        _ => json!(null),
    };
    same!(screen, first, "the screen that shows");
    // Slow is not yet an error.
    if state == "failed" {
        // It waits for what finds the cause.
        return page
            .wait(
                "unstuck-error",
                "return __seen.events.some((e) => e.name === 'error')",
            )
            .await;
    }
    let told = page.events().await?.contains(&"error".to_owned());
    same!(told, false, "unstuck-error");
    Ok(())
}

/// Once the network is back, "Try again" leads into the guide.
async fn retry(page: Page) -> Outcome {
    page.site.fault(".wasm", Fault::Status(503));
    left_to_the_article(&page, "failed").await?;
    page.site.heal();
    page.press("retry", json!({})).await?;
    page.ready().await?;
    page.act_all(&["yes", "yes"]).await?;
    Ok(())
}

/// A host that does not know the type: compiled all the same, only not while it loads.
async fn wrong_mime(page: Page) -> Outcome {
    page.site
        .fault(".wasm", Fault::Mime("application/octet-stream"));
    page.open().await?;
    page.act("yes").await?;
    page.no_errors().await
}

async fn under_a_sub_path(page: Page) -> Outcome {
    page.site.under("/help/iphone/backup");
    page.open().await?;
    let screen = page.act_all(&["yes", "yes", "no", "solved"]).await?;
    same!(screen.kind, "solved", "the end");
    page.history(-1).await?;
    let stray: Vec<String> = page
        .site
        .log()
        .into_iter()
        .filter(|path| !path.starts_with("/help/iphone/backup/") && path != "/favicon.ico")
        .collect();
    check!(stray.is_empty(), "asked for outside of the path: {stray:?}");
    page.no_errors().await
}

/// A whole walk, with the overview, a change and the report, asks for nothing.
async fn no_requests_after_load(page: Page) -> Outcome {
    page.open().await?;
    page.wait(
        "the page to have loaded",
        "return document.readyState === 'complete'",
    )
    .await?;
    let icons: Vec<String> = serde_json::from_value(
        page.js("return [...document.querySelectorAll('link[rel~=icon], link[rel=apple-touch-icon], link[rel=manifest]')].map((e) => new URL(e.href).pathname)", json!([]))
            .await?,
    )?;
    let asked = |log: Vec<String>| -> Vec<String> {
        log.into_iter()
            .filter(|path| path != "/favicon.ico" && !icons.contains(path))
            .collect()
    };
    let before = asked(page.site.log());
    walk(&page, in_vain).await?;
    page.change("verdict", "system-status").await?;
    page.act("solved").await?;
    same!(asked(page.site.log()), before, "requests after load");
    let elsewhere = page
        .js("return performance.getEntriesByType('resource').map((e) => e.name).filter((name) => !name.startsWith(location.origin))", json!([]))
        .await?;
    same!(elsewhere, json!([]), "requests to another host");
    page.no_errors().await
}

/// Complete without scripts: language, title, description, structured data, icon.
async fn document(page: Page) -> Outcome {
    page.open().await?;
    let found = page
        .js(
            "const data = [...document.querySelectorAll('script[type=\"application/ld+json\"]')].map((e) => JSON.parse(e.textContent));
             const howto = data.flat().find((d) => d['@type'] === 'HowTo');
             return { lang: document.documentElement.lang, title: document.title, h1: document.querySelectorAll('h1').length,
               description: document.querySelector('meta[name=description]')?.content ?? '',
               viewport: document.querySelector('meta[name=viewport]')?.content ?? '', icon: Boolean(document.querySelector('link[rel~=icon]')),
               howto: howto ? (howto.step ?? []).length : 0, mode: document.compatMode };",
            json!([]),
        )
        .await?;
    same!(found["lang"], json!("en"), "the document's language");
    same!(found["mode"], json!("CSS1Compat"), "the document's mode");
    same!(found["h1"], json!(1), "headings of the first level");
    same!(found["icon"], json!(true), "an icon");
    same!(found["howto"], json!(8), "the steps of the HowTo");
    for (name, least) in [("title", 10), ("description", 40)] {
        let text = found[name].as_str().unwrap_or_default();
        check!(
            text.len() >= least && !text.contains("__"),
            "the {name} is {text:?}"
        );
    }
    check!(
        found["viewport"]
            .as_str()
            .is_some_and(|v| v.contains("width=device-width")),
        "the viewport: {found}"
    );
    check!(
        !found["viewport"]
            .as_str()
            .unwrap_or_default()
            .contains("maximum-scale"),
        "zoom is taken from the reader"
    );
    Ok(())
}

async fn no_layout_shift(page: Page) -> Outcome {
    comes_late(&page);
    page.open().await?;
    stood_still(&page).await
}

async fn no_layout_shift_on_a_phone(page: Page) -> Outcome {
    comes_late(&page);
    page.open_at(390, 844).await?;
    stood_still(&page).await
}

/// A restored screen can be taller than the first question: nothing that is in view may jump all the same.
async fn no_layout_shift_restored(page: Page) -> Outcome {
    page.open_at(390, 844).await?;
    page.act_all(&["yes", "no", "confirm"]).await?;
    page.progress().await?;
    comes_late(&page);
    page.open_at(390, 844).await?;
    let screen = page.screen().await?;
    check!(screen.is("fix", "storage"), "restored: {screen:?}");
    sampled(&page).await?;
    let seen = page
        .js(
            "return [__seen.heads, __seen.tops.filter((top) => top < innerHeight), __seen.shift]",
            json!([]),
        )
        .await?;
    check!(
        seen[0].as_array().is_some_and(|heads| heads.len() == 1)
            && seen[1] == json!([])
            && seen[2].as_f64() == Some(0.0),
        "the page moved under the reader: title at {}, article in view at {}, layout shift {}",
        seen[0],
        seen[1],
        seen[2]
    );
    Ok(())
}

/// Waits until the places of all were looked at for some frames with the widget there.
async fn sampled(page: &Page) -> Outcome {
    page.wait("the frames to be sampled", "return __seen.sampled")
        .await
}

async fn stood_still(page: &Page) -> Outcome {
    sampled(page).await?;
    let (tops, shift) = (
        page.js("return __seen.tops", json!([])).await?,
        page.js("return __seen.shift", json!([])).await?,
    );
    check!(
        tops.as_array().is_some_and(|list| list.len() == 1),
        "the article moved under the reader: its first fix stood at {tops} (layout shift {shift})"
    );
    if page.engine == Engine::Chromium {
        same!(shift.as_f64(), Some(0.0), "layout shift");
    }
    Ok(())
}
