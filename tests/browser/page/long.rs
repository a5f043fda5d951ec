//! A guide of very many fixes: it loads and is walked like any other.
//!
//! `UNSTUCK_TIMES=1` also prints what an answer costs with 50 and with 5,000 fixes; times decide nothing here.

use serde_json::{Value, json};

use crate::harness::driver::Engine;
use crate::harness::{Case, Outcome, Page, case};
use crate::{check, same};

/// The fixes of the page's own guide.
const OWN: usize = 8;

pub fn cases() -> Vec<Case> {
    let mut cases = vec![case("long::answers", answers)];
    if std::env::var_os("UNSTUCK_TIMES").is_some() {
        for fixes in [50, 500, 5_000] {
            for article in ["seen", "hidden"] {
                let timed = case(
                    format!("long::times_{fixes}_{article}"),
                    async move |page: Page| times(page, fixes, article == "hidden").await,
                );
                cases.push(timed.only_in(&[Engine::Chromium]));
            }
        }
    }
    cases
}

/// Makes the page's guide so long.
fn lengthen(page: &Page, fixes: usize) {
    let more = (OWN..fixes).map(|n| {
        format!(
            "<section data-unstuck-id=fix-{n} data-unstuck-ask=\"Is part {n} well?\"><h2>Mend part {n}</h2><p>It may be worn.</p>\
             <ol><li data-unstuck-id=look>Look at part {n}.</li><li data-unstuck-id=turn>Turn it.</li></ol></section>"
        )
    });
    page.site.edit(
        "</article>",
        &format!("{}</article>", more.collect::<String>()),
    );
}

async fn answers(page: Page) -> Outcome {
    const FIXES: usize = 5_000;
    lengthen(&page, FIXES);
    page.open().await?;
    let screen = page.act_all(&["yes", "yes"]).await?;
    same!(screen.fixes, Some(FIXES as u64), "the fixes");
    page.act_all(&["yes", "yes", "yes", "no", "skip", "no", "yes"])
        .await?;
    let screen = page.screen().await?;
    check!(
        screen.is("question", "fix-8"),
        "after the guide's own fixes: {screen:?}"
    );
    page.act_all(&["no", "not-solved", "yes"]).await?;
    let nodes = page
        .js("return shadow.querySelectorAll('*').length", json!([]))
        .await?;
    check!(
        nodes.as_u64().is_some_and(|nodes| nodes < 1_000),
        "a screen is made of {nodes} elements"
    );
    // Back, and what was said before, as in any guide.
    page.act("back").await?;
    let screen = page.screen().await?;
    check!(screen.is("question", "fix-9"), "after back: {screen:?}");
    page.press("overview", json!({})).await?;
    page.wait(
        "all fixes in the overview",
        &format!("return shadow.querySelectorAll('dialog li.entry').length === {FIXES}"),
    )
    .await?;
    page.no_errors().await
}

/// Milliseconds from a press to the frame after it, the middle one of many. With the article hidden the page costs no
/// layout, and what is left is the widget's own.
async fn times(page: Page, fixes: usize, hidden: bool) -> Outcome {
    lengthen(&page, fixes);
    if hidden {
        page.site
            .head("<style>article > section { display: none }</style>");
    }
    page.open().await?;
    page.act_all(&["yes", "yes", "yes", "yes", "yes", "no", "skip", "no"])
        .await?;
    let taken: Value = page
        .js_async(
            "const times = [];
             const frame = () => new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
             for (let n = 0; n < 60; n += 1) {
               const control = controls('yes')[0];
               if (!control) break;
               await frame();
               const seq = state().seq;
               const from = performance.now();
               control.click();
               const acted = performance.now();
               // Yew renders in a microtask.
               for (let turn = 0; turn < 50; turn += 1) await null;
               if (state().seq === seq) throw new Error('not rendered yet');
               const rendered = performance.now();
               root().getBoundingClientRect();
               const laid = performance.now();
               await frame();
               times.push([acted - from, rendered - acted, laid - rendered, performance.now() - from]);
             }
             const middle = (at) => times.map((t) => t[at]).sort((a, b) => a - b)[times.length >> 1];
             return { answers: times.length, act: middle(0), render: middle(1), layout: middle(2), frame: middle(3) };",
            json!([]),
        )
        .await?;
    println!("{fixes} fixes: {taken}");
    page.no_errors().await
}
