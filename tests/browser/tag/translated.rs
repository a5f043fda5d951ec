//! Pages that the browser translates, before the widget starts and during the walk: no word is stale, twice or gone, and no
//! answer lost.

use serde_json::{Value, json};

use super::{open, put_host, visit};
use crate::harness::page::Screen;
use crate::harness::{Case, Outcome, Page, Scope, case};
use crate::{check, same};

pub fn cases() -> Vec<Case> {
    let mut cases = vec![case("translated::before", before).in_every_engine()];
    for (scope, guide) in [
        (Scope::EveryEngine, "iphone-backup"),
        (Scope::Chromium, "laptop"),
    ] {
        let name = format!("translated::during_{}", guide.replace('-', "_"));
        let run = async move |page: Page| during(page, guide).await;
        cases.push(case(name, run).scope(scope));
    }
    cases
}

/// What a translator does: an element in an element for each text that it has not translated yet.
const TRANSLATE: &str = "const translate = (within, [open, shut] = '⟦⟧') => {
    const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT); const texts = [];
    while (walker.nextNode()) if (walker.currentNode.data.trim() && !walker.currentNode.parentElement.closest('font, script')) texts.push(walker.currentNode);
    for (const text of texts) {
      const outer = document.createElement('font'), inner = document.createElement('font');
      outer.append(inner); inner.textContent = open + text.data + shut; text.replaceWith(outer);
    }
    return texts.length;
};";

/// Every word of the widget, its dialogs and what is folded included, without the translator's marks, and without times.
async fn words(page: &Page) -> Outcome<Value> {
    // What is said of the keeping comes a moment after the answer, and so does the overview, where there is room for it.
    page.wait(
        "the second copy to answer, and the width to be measured",
        "const aside = shadow.querySelector('.aside');
         return shadow.querySelector('.kept').textContent !== '\\u00a0' && (!aside || (aside.offsetWidth > 0) === (aside.childElementCount > 0))",
    )
    .await?;
    page.js(
        // The report's link holds the minute in which it was made.
        "const timeless = (text) => plain(text.replace(/[⟦⟧]/g, '')).replace(/#unstuck=[\\w-]+/g, '#unstuck=').replace(/\\d+/g, '0');
         const lines = []; const walker = document.createTreeWalker(root().parentNode, NodeFilter.SHOW_ELEMENT);
         while (walker.nextNode()) {
           const at = walker.currentNode;
           if (at.localName !== 'font' && !at.querySelector(':not(font)')) lines.push(timeless(at.textContent));
         }
         return [lines, timeless(root().parentNode.textContent)]",
        json!([]),
    )
    .await
}

/// The next press of a walk by every kind of screen, with Back in between.
fn next(screen: &Screen, pressed: usize) -> &'static str {
    match screen.kind.as_str() {
        _ if pressed % 5 == 4 => "back",
        "question" if screen.is_check() => "unsure",
        "question" => "no",
        "confirm" => "confirm",
        "fix" if pressed.is_multiple_of(2) => "still-running",
        _ => "not-solved",
    }
}

const PRESSES: usize = 40;

/// The report has the minutes that a walk took: two walks take the same.
const STILL: &str = "<script>{ const now = Date.now(); Date.now = () => now; }</script>";

async fn during(page: Page, guide: &'static str) -> Outcome {
    let attributes = format!("guide={guide} storage=none loading=eager");
    open(&page, &attributes, STILL).await?;
    let mut walked = vec![("", words(&page).await?)];
    let mut kinds = Vec::new();
    for pressed in 0..PRESSES {
        let screen = page.screen().await?;
        kinds.push(screen.kind.clone());
        if screen.kind == "exhausted" {
            break;
        }
        let action = next(&screen, pressed);
        page.act(action).await?;
        walked.push((action, words(&page).await?));
    }
    for kind in ["question", "confirm", "fix", "wait"] {
        check!(
            kinds.iter().any(|met| met == kind),
            "no {kind} in {kinds:?}"
        );
    }
    open(&page, &attributes, STILL).await?;
    for (action, untranslated) in walked {
        if !action.is_empty() {
            page.act(action).await?;
        }
        for done in [false, true] {
            same!(
                words(&page).await?,
                untranslated,
                "after {action}, translated: {done}"
            );
            let translate = format!("{TRANSLATE} return translate(root().parentNode)");
            let count = page.js(&translate, json!([])).await?;
            check!(done || count != json!(0), "there was nothing to translate");
        }
    }
    page.press("overview", json!({})).await?;
    page.no_errors().await
}

const ARTICLE: &str = "<article id=lamp data-unstuck-guide=lamp><h1>The lamp stays dark</h1><p>A lamp, and <b>what</b> to do.</p>\
    <h2 data-unstuck-id=plug>Plug it in</h2><p>It <b>needs</b> power.</p><ol><li>Take the <b>plug</b>, then <a href=#>push</a> it in.</li><li>Wait.</li></ol>\
    <h2 data-unstuck-id>Change the bulb</h2><ol><li>Open <b>Lamp › Bulb</b> first.</li><li>Turn it <em>out</em>.</li></ol></article>";

async fn before(page: Page) -> Outcome {
    open(&page, "article=#lamp", ARTICLE).await?;
    let first = words(&page).await?;
    page.tick("wait").await?;
    page.act("not-solved").await?;
    let second = words(&page).await?;
    page.wait(
        "the answer to be kept",
        "return localStorage.getItem('unstuck:lamp')?.includes('not-solved')",
    )
    .await?;
    // The words stay what they are, in elements of a translator.
    let script = format!(
        "<script>{TRANSLATE} translate(document.querySelector('#lamp'), ['', ''])</script>"
    );
    put_host(&page, "article=#lamp", &[ARTICLE, &script].concat());
    visit(&page).await?;
    page.ready().await?;
    let put = page
        .js(
            "return document.querySelectorAll('#lamp font font').length",
            json!([]),
        )
        .await?;
    check!(put.as_u64() > Some(12), "the translator's elements: {put}");
    same!(
        words(&page).await?,
        second,
        "the screen after a translation"
    );
    page.act("back").await?;
    same!(
        page.ticks().await?["wait"],
        true,
        "the tick after a translation"
    );
    page.tick("wait").await?;
    same!(words(&page).await?, first, "the screen before");
    page.no_errors().await
}
