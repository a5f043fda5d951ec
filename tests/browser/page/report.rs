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
        case("report::help", help).in_every_engine(),
        case("report::needs", needs).in_every_engine(),
        case("report::forms", forms),
        case("report::host_takes_over", host_takes_over),
        case("report::undone_fixes_are_offered", undone_fixes_are_offered),
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

/// The screen as the widget names it, with a way to a person over it or not.
const SHOWN: &str = "shadow.querySelector('[data-screen]').dataset.screen";

async fn open_help(page: &Page) -> Outcome {
    page.press("help", json!({})).await?;
    page.wait(
        "the hand-off",
        &format!("return {SHOWN} === 'help' && controls('copy').length === 1"),
    )
    .await
}

/// From the middle of a walk, and back into it: nothing has moved, and nothing is stored.
async fn help(page: Page) -> Outcome {
    page.open_at(390, 844).await?;
    page.act_all(&["yes", "no", "confirm", "not-solved"])
        .await?;
    let before = page.snapshot().await?;
    let stored = page.js("return stored()", json!([])).await?;
    page.js("window.__screens = []; host.addEventListener('unstuck-screen', (e) => __screens.push(e.detail.screen))", json!([])).await?;
    page.heading_focused().await?;
    // Safari gives no focus to what is clicked; a keyboard does.
    page.js("controls('help')[0].focus()", json!([])).await?;
    open_help(&page).await?;
    let text = string(
        page.js(
            "return plain(shadow.querySelector('dialog[open]').innerText)",
            json!([]),
        )
        .await?,
    )?;
    let title = page.title("storage").await?;
    for wanted in ["1 of 8 tried", &title, "Apple Support"] {
        check!(
            text.contains(wanted),
            "the hand-off has no {wanted:?}: {text}"
        );
    }
    page.press("resume", json!({})).await?;
    page.wait("it to close", "return controls('copy').length === 0")
        .await?;
    page.wait(
        "focus back on its control",
        "return focus().action === 'help'",
    )
    .await?;
    page.wait("both events", "return __screens.length === 2")
        .await?;
    same!(
        page.js("return __screens", json!([])).await?,
        json!(["help", "question"]),
        "the events"
    );
    same!(page.snapshot().await?, before, "after the hand-off");
    same!(
        page.js("return stored()", json!([])).await?,
        stored,
        "the record"
    );
    page.no_errors().await
}

/// What is filled in is in the report, stays with the answers, also over Back and a reload, and goes with them.
async fn needs(page: Page) -> Outcome {
    page.open().await?;
    page.act_all(&["yes", "no"]).await?;
    open_help(&page).await?;
    page.js(
        "const field = controls('need', { id: 'iPhone model' })[0];
         field.value = 'iPhone 13'; field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));",
        json!([]),
    )
    .await?;
    let filled = "return JSON.parse(host.report('json')).needs[0].text === 'iPhone 13'";
    page.wait("the report to have it", filled).await?;
    page.wait(
        "the reader to see it",
        "return shadow.querySelector('dialog[open] .report').innerText.includes('iPhone 13')",
    )
    .await?;
    page.press("resume", json!({})).await?;
    page.act("back").await?;
    page.wait("Back to leave it", filled).await?;
    page.reload().await?;
    page.wait("a reload to leave it", filled).await?;
    page.press("restart", json!({})).await?;
    page.act("restart-yes").await?;
    page.wait(
        "it to go with the answers",
        "return JSON.parse(host.report('json')).needs[0].text === ''",
    )
    .await?;
    check!(
        !string(page.js("return stored()", json!([])).await?)?.contains("iPhone 13"),
        "it is stored still"
    );
    page.no_errors().await
}

async fn forms(page: Page) -> Outcome {
    page.open().await?;
    walk(&page, in_vain).await?;
    let forms = page
        .js("return [host.report(), host.report('text'), host.report('markdown'), host.report('json')]", json!([]))
        .await?;
    let forms: [String; 4] = serde_json::from_value(forms)?;
    let [text, same, markdown, json] = forms;
    same!(text, same, "the text");
    check!(
        text.starts_with("NOT SOLVED: "),
        "what came of it first: {text}"
    );
    check!(text.contains("#unstuck=1"), "no link back: {text}");
    check!(
        markdown.starts_with("### Not solved: "),
        "as Markdown: {markdown}"
    );
    let json: serde_json::Value = serde_json::from_str(&json)?;
    same!(json["outcome"], json!("not-solved"), "as JSON");
    let shown = string(
        page.js(
            "return plain(shadow.querySelector('.report-lines').innerText)",
            json!([]),
        )
        .await?,
    )?;
    for line in text.lines().filter(|line| line.contains('?')) {
        let asked = line.trim().split('?').next().unwrap_or_default();
        check!(shown.contains(asked), "not seen before it goes out: {line}");
    }
    page.no_errors().await
}

/// The page's own ticket form.
async fn host_takes_over(page: Page) -> Outcome {
    page.site.script(CLIPBOARD);
    page.open().await?;
    walk(&page, in_vain).await?;
    page.js(
        "window.__took = []; window.__take = true;
         document.addEventListener('unstuck-handoff', (e) => { __took.push(e.detail); if (__take) e.preventDefault(); });",
        json!([]),
    )
    .await?;
    for (place, way) in ["copy", "mail", "file"].iter().enumerate() {
        page.press(way, json!({})).await?;
        page.wait(
            "the event",
            &format!("return __took.length === {}", place + 1),
        )
        .await?;
    }
    let took = page
        .js("return __took.map((each) => [each.via, each.report.outcome, each.text === host.report(), each.markdown === host.report('markdown')])", json!([]))
        .await?;
    same!(
        took,
        json!([
            ["copy", "not-solved", true, true],
            ["mail", "not-solved", true, true],
            ["file", "not-solved", true, true]
        ]),
        "what the page took over"
    );
    page.js("window.__take = false", json!([])).await?;
    page.press("copy", json!({})).await?;
    page.wait("a copy", "return __copied.length === 1").await?;
    same!(
        page.js("return __took.length", json!([])).await?,
        json!(4),
        "events"
    );
    page.no_errors().await
}

async fn undone_fixes_are_offered(page: Page) -> Outcome {
    page.open().await?;
    page.act_all(&["yes", "no", "skip"]).await?;
    open_help(&page).await?;
    page.press("try", json!({ "id": "storage" })).await?;
    page.wait(
        "the fix",
        "return state().screen === 'confirm' && state().id === 'storage'",
    )
    .await?;
    same!(
        page.js(&format!("return {SHOWN}"), json!([])).await?,
        json!("confirm"),
        "the screen"
    );
    page.no_errors().await
}
