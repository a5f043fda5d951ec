//! By keyboard alone, with real keys: Tab, Enter, Space.

use serde_json::json;

use crate::harness::driver::Engine;
use crate::harness::{Case, Outcome, Page, case};
use crate::{check, same};

const TAB: char = '\u{e004}';
const ENTER: char = '\u{e007}';
const SPACE: char = ' ';

pub fn cases() -> Vec<Case> {
    vec![
        case("keyboard::to_the_report", to_the_report).in_every_engine(),
        case("keyboard::ticks_and_solved", ticks_and_solved).in_every_engine(),
        // Without a window manager WebKitGTK's window is never the active one, and an inactive window shows no focus.
        case("keyboard::focus_is_visible", focus_is_visible)
            .in_every_engine()
            .only_in(&[Engine::Chromium, Engine::Firefox]),
        case(
            "keyboard::order_follows_the_screen",
            order_follows_the_screen,
        )
        .in_every_engine(),
        case(
            "keyboard::focus_after_browser_back",
            focus_after_browser_back,
        )
        .in_every_engine(),
        case("keyboard::restart_dialog", restart_dialog).in_every_engine(),
        case("keyboard::heading_in_view", heading_in_view).in_every_engine(),
        case(
            "keyboard::focus_that_moved_on_stays",
            focus_that_moved_on_stays,
        ),
    ]
}

/// Tabs to the control, and presses a key there.
async fn reach(page: &Page, action: &str) -> Outcome {
    let mut passed = Vec::new();
    for _ in 0..40 {
        page.keys(&[TAB]).await?;
        let focus = page.focus().await?;
        if focus.action.as_deref() == Some(action) {
            return Ok(());
        }
        passed.push(focus.action.unwrap_or(focus.tag));
    }
    Err(format!("Tab does not reach {action}: {passed:?}").into())
}

async fn answer(page: &Page, action: &str, key: char) -> Outcome {
    reach(page, action).await?;
    let before = page
        .js(
            "return [state().screen, state().id, state().seq]",
            json!([]),
        )
        .await?;
    page.keys(&[key]).await?;
    page.wait(
        &format!("{action} by key to lead on from {before}"),
        &format!("return JSON.stringify([state()?.screen, state()?.id, state()?.seq]) !== JSON.stringify({before})"),
    )
    .await?;
    page.heading_focused().await
}

async fn to_the_report(page: Page) -> Outcome {
    page.open().await?;
    check!(
        !page.focus().await?.inside,
        "focus is in the widget at load"
    );
    // Enter and Space in turn; one of each kind of screen.
    let keys = [ENTER, SPACE];
    let way = [
        "yes",
        "no",
        "confirm",
        "not-solved",
        "unsure",
        "still-running",
        "not-solved",
        "yes",
        "yes",
        "no",
        "skip",
        "no",
        "yes",
    ];
    for (at, action) in way.iter().enumerate() {
        answer(&page, action, keys[at % 2]).await?;
    }
    same!(page.screen().await?.kind, "exhausted", "the end");
    answer(&page, "back", ENTER).await?;
    page.no_errors().await
}

async fn ticks_and_solved(page: Page) -> Outcome {
    page.open().await?;
    for action in ["yes", "yes", "no"] {
        answer(&page, action, ENTER).await?;
    }
    let steps = page.ticks().await?.len();
    check!(steps > 2, "too few steps: {steps}");
    for _ in 0..steps {
        reach(&page, "tick").await?;
        let step = page
            .focus()
            .await?
            .id
            .ok_or("a tick without its step's id")?;
        page.keys(&[SPACE]).await?;
        page.wait(
            &format!("the tick of {step}"),
            &format!("return ticks()[{step:?}] === true"),
        )
        .await?;
        same!(
            page.focus().await?.id.as_deref(),
            Some(step.as_str()),
            "focus after a tick"
        );
    }
    answer(&page, "solved", SPACE).await?;
    same!(page.screen().await?.kind, "solved", "the end");
    page.no_errors().await
}

/// What has focus by keyboard looks it: an outline or a ring, in a colour that can be seen.
async fn focus_is_visible(page: Page) -> Outcome {
    page.open().await?;
    for (actions, controls) in [
        (&[][..], &["yes", "no", "unsure"][..]),
        (
            &["yes", "yes", "no"],
            &["back", "tick", "solved", "not-solved"],
        ),
    ] {
        page.act_all(actions).await?;
        if !actions.is_empty() {
            page.heading_focused().await?;
        }
        for action in controls {
            page.js(
                "root().querySelector('h1, h2, h3, h4, h5, h6').focus()",
                json!([]),
            )
            .await?;
            reach(&page, action).await?;
            // It may fade in.
            page.wait(
                &format!("focus on {action} to be seen"),
                "const seen = (e) => { const s = getComputedStyle(e); return (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2) || s.boxShadow !== 'none'; };
                 const at = deep();
                 return [at, at.nextElementSibling, at.parentElement, at.closest('label')].some((e) => Boolean(e) && seen(e));",
            )
            .await?;
        }
    }
    Ok(())
}

/// Tab goes as the eye does: down, and never up again.
async fn order_follows_the_screen(page: Page) -> Outcome {
    page.open().await?;
    page.act_all(&["yes", "no", "confirm"]).await?;
    let order = page
        .js(
            "const list = [...root().querySelectorAll('[data-action]')].filter((e) => shown(e) || shown(e.closest('label')));
             return { odd: list.filter((e) => e.tabIndex > 0).length, unreachable: list.filter((e) => e.tabIndex < 0 && !e.disabled).map((e) => e.dataset.action) };",
            json!([]),
        )
        .await?;
    same!(
        order,
        json!({ "odd": 0, "unreachable": [] }),
        "the order of Tab"
    );
    Ok(())
}

async fn focus_after_browser_back(page: Page) -> Outcome {
    page.open().await?;
    page.act_all(&["yes", "yes"]).await?;
    page.history(-1).await?;
    page.wait(
        "focus on the heading come back to",
        "return focus().heading",
    )
    .await?;
    page.act("yes").await?;
    page.act("back").await?;
    page.wait("focus on the heading after Back", "return focus().heading")
        .await?;
    let focus = page.focus().await?;
    check!(!focus.text.is_empty(), "the heading is empty");
    Ok(())
}

async fn restart_dialog(page: Page) -> Outcome {
    page.open().await?;
    page.act_all(&["yes", "yes"]).await?;
    let before = page.screen().await?;
    reach(&page, "restart").await?;
    page.keys(&[ENTER]).await?;
    page.wait(
        "the question",
        "return controls('restart-yes').length === 1",
    )
    .await?;
    page.wait(
        "focus in the dialog",
        "return Boolean(deep()?.closest('dialog, [role=dialog], [role=alertdialog]'))",
    )
    .await?;
    // Focus stays in it.
    for _ in 0..4 {
        page.keys(&[TAB]).await?;
        // Past its last control the browser's own ones may come.
        let out = page.js("return focus().inside && deep() !== host && !deep().closest('dialog, [role=dialog], [role=alertdialog]')", json!([])).await?;
        same!(
            out,
            json!(false),
            "Tab leaves the dialog, to {:?}",
            page.focus().await?
        );
    }
    page.keys(&['\u{e00c}']).await?;
    page.wait(
        "Escape to close it",
        "return controls('restart-yes').length === 0",
    )
    .await?;
    page.wait(
        "focus back on its control",
        "return focus().action === 'restart'",
    )
    .await?;
    same!(page.screen().await?, before, "after Escape");
    Ok(())
}

/// From the end of a long fix to the next question: its heading is in view, and so is the first answer.
async fn heading_in_view(page: Page) -> Outcome {
    page.open_at(390, 844).await?;
    page.act_all(&["yes", "no", "confirm"]).await?;
    page.js(
        "controls('not-solved')[0].scrollIntoView({ block: 'center' })",
        json!([]),
    )
    .await?;
    page.act("not-solved").await?;
    page.heading_focused().await?;
    page.wait(
        "the new heading to be in view",
        "const box = deep().getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight",
    )
    .await
}

/// On a busy device the frame with which the heading gets focus comes late: the reader may be at another control by then.
async fn focus_that_moved_on_stays(page: Page) -> Outcome {
    page.site.script(
        "const frame = requestAnimationFrame; window.requestAnimationFrame = (call) => frame(() => setTimeout(call, 200, performance.now()));",
    );
    page.open().await?;
    page.js("controls('yes')[0].click()", json!([])).await?;
    page.wait("the next screen", "return state().seq > 0")
        .await?;
    // The widget's second frame was asked for before the third of these.
    page.js_async(
        "controls('overview')[0].focus(); const frame = () => new Promise(requestAnimationFrame); await frame(); await frame(); await frame();",
        json!([]),
    )
    .await?;
    same!(
        page.focus().await?.action.as_deref(),
        Some("overview"),
        "focus stays where the reader has put it"
    );
    page.no_errors().await
}
