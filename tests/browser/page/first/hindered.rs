//! The first question where something is in its way: a policy, a style sheet that does not come, an older browser, a module that fails.

use std::time::Duration;

use axum::http::header::CONTENT_SECURITY_POLICY;
use serde_json::json;

use super::{WATCH, is_at_the_second, kept, open, seen};
use crate::harness::server::Fault;
use crate::harness::{Outcome, Page};
use crate::same;

/// Style sheets by `'self'` alone; of scripts only what the harness itself puts into the page is inline.
pub(super) async fn strict(page: Page) -> Outcome {
    page.site.header(
        CONTENT_SECURITY_POLICY,
        "default-src 'none'; img-src 'self'; connect-src 'self'; style-src 'self'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; require-trusted-types-for 'script'",
    );
    let html = String::from_utf8(page.site.bytes("index.html")?)?;
    let inline = html.split("<script").skip(1).filter(|tag| {
        !tag.contains("src=\"") && !tag.contains("src=.") && !tag.contains("ld+json")
    });
    same!(inline.count(), 0, "scripts in the page's text");
    page.site
        .fault(".wasm", Fault::Delay(Duration::from_millis(700)));
    seen(&page).await?;
    let looks = page
        .js(
            "return getComputedStyle(shadow.querySelector('.card')).display",
            json!([]),
        )
        .await?;
    same!(looks, json!("flex"), "its looks");
    page.touch("unsure").await?;
    is_at_the_second(&page, "icloud unsure").await?;
    let violations = page
        .js_async("await new Promise((next) => setTimeout(next, 0)); return __seen.violations.filter((said) => !said.includes('manifest'))", json!([]))
        .await?;
    same!(violations, json!([]), "violations");
    Ok(())
}

/// Its style sheet does not come: then the widget comes as on any page.
pub(super) async fn no_sheet(page: Page) -> Outcome {
    let sheet = page.site.file("first-", ".css")?;
    page.site.script(WATCH);
    page.site.fault(&sheet, Fault::Status(404));
    page.site
        .fault(".wasm", Fault::Delay(Duration::from_millis(500)));
    page.window(700, 900).await?;
    open(&page).await?;
    page.wait("the shell", "return host?.dataset.state === 'loading'")
        .await?;
    same!(
        page.js("return __first", json!([])).await?,
        json!([]),
        "headings without looks"
    );
    page.ready().await?;
    page.act("unsure").await?;
    Ok(())
}

/// As in a browser that knows no declarative shadow roots.
pub(super) async fn unknown(page: Page) -> Outcome {
    page.site.edit("shadowrootmode=", "data-mode=");
    page.open().await?;
    page.act("unsure").await?;
    page.no_errors().await
}

pub(super) async fn failure(page: Page) -> Outcome {
    page.site.fault(".wasm", Fault::Status(503));
    page.site
        .fault("embed.js", Fault::Delay(Duration::from_millis(900)));
    seen(&page).await?;
    page.touch("unsure").await?;
    page.wait("the failure", "return host.dataset.state === 'failed'")
        .await?;
    page.site.heal();
    page.press("retry", json!({})).await?;
    page.ready().await?;
    page.wait(
        "the next screen",
        "return state()?.seq > 0 && state().id !== 'icloud'",
    )
    .await?;
    same!(kept(&page).await?, json!([]), "what is kept of the press");
    Ok(())
}
