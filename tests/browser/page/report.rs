//! The report: copied, printed, opened on the solved screen.

use serde_json::json;

use crate::harness::page::string;
use crate::harness::walker::{self, in_vain, walk};
use crate::harness::{Case, Outcome, Page, case};
use crate::{check, same};

pub fn cases() -> Vec<Case> {
    vec![
        case("report::copy", copy),
        case("report::copy_refused", copy_refused).in_every_engine(),
        case("report::print", print),
        case("report::on_solved", on_solved),
        case("report::tells_support", tells_support).in_full_runs(),
    ]
}

const CLIPBOARD: &str = "window.__copied = [];
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: async (text) => { __copied.push(text); } } });";

async fn copy(page: Page) -> Outcome {
    page.site.script(CLIPBOARD);
    page.open().await?;
    walk(&page, in_vain).await?;
    page.press("copy", json!({})).await?;
    page.wait("something to be copied", "return __copied.length === 1")
        .await?;
    let text = string(page.js("return plain(__copied[0])", json!([])).await?)?;
    let mut from = 0;
    for fix in walker::ids() {
        let title = page.title(fix).await?;
        match text[from..].find(&title) {
            Some(at) => from += at,
            None => {
                return Err(
                    format!("the copy does not list {title:?} in its place: {text}").into(),
                );
            }
        }
    }
    page.no_errors().await
}

/// Where nothing can be copied, the reader is not left without it.
async fn copy_refused(page: Page) -> Outcome {
    page.site.script(
        "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) } });
         document.execCommand = () => false;",
    );
    page.open().await?;
    walk(&page, in_vain).await?;
    let before = page.text().await?;
    page.press("copy", json!({})).await?;
    page.wait(
        "a word on the refusal, or the text selected",
        &format!(
            "return plain(root().innerText) !== {before:?} || String(getSelection()).length > 100"
        ),
    )
    .await?;
    page.no_errors().await
}

async fn print(page: Page) -> Outcome {
    page.site
        .script("window.__printed = 0; window.print = () => { __printed += 1; };");
    page.open().await?;
    walk(&page, in_vain).await?;
    page.press("print", json!({})).await?;
    page.wait("the print", "return __printed === 1").await?;
    page.no_errors().await
}

async fn on_solved(page: Page) -> Outcome {
    page.open().await?;
    page.act_all(&["yes", "no", "confirm", "not-solved", "no", "solved"])
        .await?;
    let before = page.snapshot().await?.text;
    page.press("report", json!({})).await?;
    page.wait("the report", "return controls('copy').length === 1")
        .await?;
    let (text, title) = (page.text().await?, page.title("storage").await?);
    check!(
        text.contains(&title),
        "the report does not list {title:?}: {text}"
    );
    page.press("report", json!({})).await?;
    page.wait(
        "the report to close",
        "return controls('copy').length === 0",
    )
    .await?;
    same!(page.snapshot().await?.text, before, "after the report");
    page.no_errors().await
}

async fn tells_support(page: Page) -> Outcome {
    page.open().await?;
    walk(&page, in_vain).await?;
    let text = page.text().await?;
    let said: Vec<String> = serde_json::from_value(
        page.js("return [...document.querySelectorAll('[data-unstuck-support] li')].map((e) => plain(e.textContent))", json!([])).await?,
    )?;
    check!(
        !said.is_empty(),
        "the article has nothing for Apple Support"
    );
    for line in said {
        check!(
            text.contains(&line),
            "what to tell Apple Support is missing: {line:?} in {text}"
        );
    }
    Ok(())
}
