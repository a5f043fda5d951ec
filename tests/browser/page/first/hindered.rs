//! The first question where something is in its way: a policy, a style sheet that does not come, an older browser, a module that fails.

use axum::http::header::CONTENT_SECURITY_POLICY;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;
use sha2::{Digest, Sha256};

use super::{LOADING, WATCH, at_first, hold, is_at_the_second, kept, open, seen};
use crate::harness::server::Fault;
use crate::harness::{Outcome, Page};
use crate::same;

/// A strict policy. What the page holds in its text is allowed by its hashes, as `cargo xtask dist` prints them.
pub(super) async fn strict(page: Page) -> Outcome {
    let hash = |start, end| -> Outcome<String> {
        let file = page.site.bytes(&page.site.file(start, end)?)?;
        Ok(format!(
            "'sha256-{}'",
            STANDARD.encode(Sha256::digest(file))
        ))
    };
    let (styles, script) = (
        [hash("page-", ".css")?, hash("first-", ".css")?],
        hash("first-", ".js")?,
    );
    let policy = POLICY
        .replace("STYLES", &styles.join(" "))
        .replace("SCRIPTS", &script);
    under(&page, &policy).await?;
    let violations = page
        .js_async("await new Promise((next) => setTimeout(next, 0)); return __seen.violations.filter((said) => !said.includes('manifest'))", json!([]))
        .await?;
    same!(violations, json!([]), "violations");
    Ok(())
}

/// A policy that knows no hashes: then all of it comes as files.
pub(super) async fn by_files(page: Page) -> Outcome {
    let policy = POLICY.replace(" STYLES", "").replace(" SCRIPTS", "");
    under(&page, &policy).await?;
    let loaded = page
        .js(
            "const files = performance.getEntriesByType('resource').map((e) => new URL(e.name).pathname);
             return [/page-.+css$/, /first-.+css$/, /first-.+js$/].map((name) => files.some((file) => name.test(file)))",
            json!([]),
        )
        .await?;
    same!(loaded, json!([true, true, true]), "files");
    Ok(())
}

const POLICY: &str = "default-src 'none'; img-src 'self'; connect-src 'self'; style-src 'self' STYLES; script-src 'self' 'nonce-harness' SCRIPTS 'wasm-unsafe-eval'; require-trusted-types-for 'script'";

/// The first question is there with its looks, and can be answered before the module is there.
async fn under(page: &Page, policy: &str) -> Outcome {
    page.site.header(CONTENT_SECURITY_POLICY, policy);
    hold(page);
    seen(page).await?;
    let card = page
        .js(
            "return getComputedStyle(shadow.querySelector('.card')).display",
            json!([]),
        )
        .await?;
    same!(card, json!("flex"), "its looks");
    // Those of the page are another file, where they are one.
    page.wait(
        "the page's looks",
        "return getComputedStyle(document.body).margin === '0px'",
    )
    .await?;
    page.touch("unsure").await?;
    is_at_the_second(page, "icloud unsure").await
}

/// Its style sheet does not come, where it has to come as a file: then the widget comes as on any page.
pub(super) async fn no_sheet(page: Page) -> Outcome {
    let sheet = page.site.file("first-", ".css")?;
    page.site
        .header(CONTENT_SECURITY_POLICY, "style-src 'self'");
    page.site.script(WATCH);
    page.site.fault(&sheet, Fault::Status(404));
    hold(&page);
    page.window(700, 900).await?;
    open(&page).await?;
    page.wait("the shell", &format!("return {LOADING}")).await?;
    same!(
        page.js("return __first", json!([])).await?,
        json!([]),
        "headings without looks"
    );
    page.let_in().await?;
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
    page.site.fault("embed.js", Fault::Held);
    at_first(
        &page,
        "root.querySelector('[data-action=unsure]').click(); release()",
    );
    open(&page).await?;
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
