//! Warnings and what is done first, verdicts that stay in sight, waits that answer each press.

use serde_json::json;

use crate::harness::{Case, Outcome, Page, case};
use crate::{check, same};

pub fn cases() -> Vec<Case> {
    vec![
        case("safe::first_there_and_back", first_there_and_back).in_every_engine(),
        case("safe::steps_come_first", steps_come_first),
        case("safe::verdict_stays_in_sight", verdict_stays_in_sight).in_every_engine(),
        case("safe::every_press_is_answered", every_press_is_answered).in_every_engine(),
        case("safe::welcome_back", welcome_back).in_every_engine(),
        case("safe::heard_with_the_heading", heard_with_the_heading),
        case(
            "safe::sheets_open_on_their_title",
            sheets_open_on_their_title,
        )
        .in_every_engine(),
    ]
}

const ARTICLE: &str = r##"<article id="iphone-backup" data-unstuck-guide="iphone-backup" lang="en"><header><h1>The disk is full</h1><p>Make room.</p></header><unstuck-guide article="#iphone-backup"></unstuck-guide>
<p data-unstuck-id="old" data-unstuck-ask="Is it old?">Look at it.</p>
<section data-unstuck-id="wipe"><h2>Wipe the disk</h2>
<div data-unstuck-risk="permanent" data-unstuck-risk-title="Wiped files can’t be brought back." data-unstuck-first="copy"><ul data-unstuck-lost><li>All files</li></ul></div>
<ol><li data-unstuck-id="open">Open Disks.</li><li data-unstuck-id="press" data-unstuck-risk="permanent">Press Wipe.</li></ol></section>
<section data-unstuck-id="copy"><h2>Copy the files</h2><ol><li data-unstuck-id="a">Plug in another disk.</li><li data-unstuck-id="b">Copy.</li></ol><p data-unstuck-wait>Hours.</p></section>
<section data-unstuck-id="long" data-unstuck-wait="none"><h2>Tidy up</h2><ol>STEPS</ol></section></article>"##;

/// A phone, with the browser's bars.
const PHONE: (u32, u32) = (390, 664);

async fn open(page: &Page) -> Outcome {
    let step = |n| {
        format!(
            "<li data-unstuck-id=\"s{n}\">Open folder {n}, look for what is large and what nobody has opened for a year, and put it into the bin.</li>"
        )
    };
    let steps: String = (1..15).map(step).collect();
    page.site.article(&ARTICLE.replace("STEPS", &steps));
    page.open_at(PHONE.0, PHONE.1).await
}

async fn first_there_and_back(page: Page) -> Outcome {
    open(&page).await?;
    page.act("no").await?;
    let there = page.act("first").await?;
    check!(there.is("fix", "copy"), "what is first: {there:?}");
    check!(
        page.text().await?.contains("before fix 1"),
        "it does not say what it is done before"
    );
    page.tick("a").await?;
    page.open_at(PHONE.0, PHONE.1).await?;
    check!(page.screen().await?.is("fix", "copy"), "opened again");
    let risk = page.act("done").await?;
    check!(risk.is("confirm", "wipe"), "back at the risk: {risk:?}");
    check!(
        page.text().await?.contains("Done: Copy the files"),
        "it does not say that it is done"
    );
    let back = page.history(-1).await?;
    check!(back.is("fix", "copy"), "the browser's Back: {back:?}");
    let risk = page.act("cannot").await?;
    check!(risk.is("confirm", "wipe"), "could not be done: {risk:?}");
    page.act_all(&["back", "done", "confirm", "not-solved"])
        .await?;
    let turn = page.screen().await?;
    check!(turn.is("fix", "copy"), "its own turn: {turn:?}");
    same!(page.ticks().await?.get("a"), Some(&true), "the tick");
    page.no_errors().await
}

/// Reading destroys nothing: the steps are the first choice, and the warning stands on the step that destroys.
async fn steps_come_first(page: Page) -> Outcome {
    open(&page).await?;
    page.act("no").await?;
    let order = page
        .js(
            "return ['confirm', 'skip'].map((a) => [controls(a)[0].classList.contains('first'), Math.round(controls(a)[0].getBoundingClientRect().top)])",
            json!([]),
        )
        .await?;
    let top = |at: usize| order[at][1].as_i64().unwrap_or_default();
    check!(
        order[0][0] == json!(true) && order[1][0] == json!(false) && top(0) < top(1),
        "the choices: {order}"
    );
    page.act("confirm").await?;
    let warned = page
        .js(
            "return [...root().querySelectorAll('[part~=step]')].map((e) => e.querySelector('.step-risk') !== null)",
            json!([]),
        )
        .await?;
    same!(warned, json!([false, true]), "steps with a warning");
    page.no_errors().await
}

/// Steps that are longer than the view: the two likeliest answers are there all the same, and cover nothing that has focus.
async fn verdict_stays_in_sight(page: Page) -> Outcome {
    open(&page).await?;
    page.act_all(&["no", "skip", "not-solved"]).await?;
    check!(page.screen().await?.is("fix", "long"), "the long fix");
    let low = "return ['solved', 'not-solved'].map((a) => controls(a)[0].getBoundingClientRect().bottom).filter((b) => b > innerHeight)";
    page.js(
        "controls('tick')[0].scrollIntoView({ block: 'center' })",
        json!([]),
    )
    .await?;
    same!(
        page.js(low, json!([])).await?,
        json!([]),
        "answers out of sight"
    );
    let covered = page
        .js_async(
            "const foot = root().querySelector('[part~=verdict]');
             const under = [];
             for (const tick of controls('tick')) {
               tick.focus();
               await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
               if (tick.getBoundingClientRect().bottom > foot.getBoundingClientRect().top + 1) under.push(tick.dataset.id);
             }
             return under;",
            json!([]),
        )
        .await?;
    same!(covered, json!([]), "steps with focus under the answers");
    page.no_errors().await
}

/// "Still running" again: nothing moves, focus stays, and it says that it was heard, each time.
async fn every_press_is_answered(page: Page) -> Outcome {
    open(&page).await?;
    page.act_all(&["no", "skip", "still-running"]).await?;
    page.js_async(
        // The screen is held at its place for some frames: only then can one scroll away from it.
        "const at = controls('still-running')[0], top = () => at.getBoundingClientRect().top;
         for (let still = 0; still < 20; still++) {
           const before = top();
           if (!still) at.scrollIntoView({ block: 'center' });
           await new Promise(requestAnimationFrame);
           if (top() !== before) still = -1;
         }
         at.focus();
         window.__said = []; window.__top = top();
         new MutationObserver((all) => { for (const one of all) for (const node of one.addedNodes) __said.push(plain(node.textContent)); })
           .observe(root().querySelector('.noted'), { childList: true });",
        json!([]),
    )
    .await?;
    for times in 1..=2 {
        page.act("still-running").await?;
        page.wait(
            "that it was heard",
            &format!("return __said.length === {times} && __said.every((said) => /^Noted, .*\\d/.test(said))"),
        )
        .await?;
    }
    let after = page
        .js("return [focus().action, Math.abs(controls('still-running')[0].getBoundingClientRect().top - __top) < 60, shown(root().querySelector('.noted'))]", json!([]))
        .await?;
    same!(
        after,
        json!(["still-running", true, true]),
        "focus, its place, the answer"
    );
    page.no_errors().await
}

/// Back after hours, in the tab that stayed open and in one that is opened again: the verdict comes first.
async fn welcome_back(page: Page) -> Outcome {
    open(&page).await?;
    page.act_all(&["no", "skip", "still-running"]).await?;
    let first = "return controls('solved')[0].getBoundingClientRect().bottom <= innerHeight && controls('solved')[0].getBoundingClientRect().top < controls('remind')[0].getBoundingClientRect().top";
    check!(
        page.js(first, json!([])).await? == json!(false),
        "a wait that has just begun asks what came of it"
    );
    // A script of the page: in Firefox the driver's scripts have a Date of their own.
    let later = "const script = document.createElement('script');
                 script.text = 'const now = Date.now; Date.now = () => now() + (10 * 60 + 40) * 60000 + 5000; dispatchEvent(new Event(\"pageshow\"))';
                 document.head.append(script);";
    page.js(later, json!([])).await?;
    page.wait(
        "how long it has been",
        "return plain(root().textContent).includes('Welcome back. It’s been 10 hours 40 minutes.')",
    )
    .await?;
    page.js("scrollTo(0, 0); root().scrollIntoView()", json!([]))
        .await?;
    same!(
        page.js(first, json!([])).await?,
        json!(true),
        "the verdict first"
    );
    page.no_errors().await
}

/// Focus goes to the heading: where the reader is, and what is at risk, is heard with it.
async fn heard_with_the_heading(page: Page) -> Outcome {
    open(&page).await?;
    page.act("no").await?;
    let heard = page
        .js(
            "const heading = root().querySelector('#heading');
             const about = heading.getAttribute('aria-describedby').split(' ').map((id) => plain(shadow.getElementById(id)?.textContent)).join(' | ');
             return [about, root().getAttribute('role'), root().getAttribute('aria-label')];",
            json!([]),
        )
        .await?;
    let about = heard[0].as_str().unwrap_or_default();
    check!(
        about.contains("Fix 1 of 3") && about.contains("Wiped files can’t be brought back."),
        "the heading is described by: {about}"
    );
    same!(
        [&heard[1], &heard[2]],
        [
            &json!("region"),
            &json!("Step-by-step guide: The disk is full")
        ],
        "the widget's own name"
    );
    Ok(())
}

async fn sheets_open_on_their_title(page: Page) -> Outcome {
    open(&page).await?;
    page.act("no").await?;
    page.heading_focused().await?;
    for (action, close) in [("overview", "close"), ("carry", "carry-close")] {
        page.js("controls(arguments[0])[0].focus()", json!([action]))
            .await?;
        page.press(action, json!({})).await?;
        page.wait(
            &format!("the title of {action}"),
            "return focus().heading && focus().inside",
        )
        .await?;
        page.press(close, json!({})).await?;
        page.wait("the card", &format!("return focus().action === {action:?}"))
            .await?;
    }
    page.no_errors().await
}
