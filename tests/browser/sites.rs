//! Real sites of real generators, with the package installed from its tarball. Only on request: `cargo xtask sites` builds them
//! and names them in `UNSTUCK_SITES`. The widget shows, an answer outlives a client-side navigation and a reload, and the
//! console stays empty.

use std::path::Path;

use serde_json::{Value, json};

use crate::harness::driver::{Engine, console};
use crate::harness::{Case, Outcome, Page, Site, case};
use crate::{check, same};

pub fn cases() -> Vec<Case> {
    let list = std::env::var("UNSTUCK_SITES").unwrap_or_default();
    let list: Vec<Value> = serde_json::from_str(&list).unwrap_or_default();
    list.into_iter()
        .map(|site| {
            let name = format!("site::{}", site["name"].as_str().unwrap_or_default());
            case(name, async move |page: Page| drive(&page, &site).await)
                .only_in(&[Engine::Chromium])
        })
        .collect()
}

async fn drive(page: &Page, about: &Value) -> Outcome {
    let text = |name: &str| about[name].as_str().unwrap_or_default().to_owned();
    let site = Site::start(Path::new(&text("root"))).await?;
    let page = &page.of(site);
    console(&page.client).await?;
    // Wide: with their menus beside the text, and no link hidden.
    page.window(1300, 900).await?;
    page.client
        .goto(&format!("{}{}", page.site.origin(), text("page")))
        .await?;
    page.ready().await?;
    let first = page.screen().await?;
    check!(
        first.kind == "fix" && first.fixes == Some(3),
        "the first screen is {first:?}"
    );
    let second = page.act("not-solved").await?;
    same!(second.fix, Some(2), "the fix after the first verdict");

    let away = text("away");
    if !away.is_empty() {
        // Lost by anything but a navigation of the site's own.
        page.js(
            "window.stays = true; document.querySelector(`a[href=\"${arguments[0]}\"]`).click()",
            json!([away]),
        )
        .await?;
        page.wait("another page", "return location.pathname.includes('about') && !document.querySelector('unstuck-guide')").await?;
        page.js("history.back()", json!([])).await?;
        page.ready().await?;
        same!(
            page.js("return window.stays", json!([])).await?,
            json!(true),
            "the page was loaded anew"
        );
        same!(page.screen().await?, second, "the screen after coming back");
    }
    page.reload().await?;
    same!(page.screen().await?, second, "the screen after a reload");
    let third = page.act("not-solved").await?;
    same!(third.fix, Some(3), "the fix after the second verdict");
    same!(
        console(&page.client).await?,
        Vec::<String>::new(),
        "on the console"
    );
    Ok(())
}
