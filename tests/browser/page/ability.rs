//! One ability at a time: zoom, text spacing, forced colours, reduced motion, voice. By keyboard alone is `keyboard`, aloud is
//! `aloud`, targets and 320 px are `layout`, and what axe finds is `access`.

use serde_json::{Value, json};

use super::layout::{large_enough, no_overflow};
use crate::harness::driver::{Engine, computed_label};
use crate::harness::{Case, Outcome, Page, case};
use crate::{check, same};

pub fn cases() -> Vec<Case> {
    vec![
        case("ability::zoom_to_400_percent", zoom).in_every_engine(),
        case("ability::text_spacing", text_spacing).in_every_engine(),
        case("ability::names_for_voice_control", names).in_every_engine(),
        case(
            "ability::what_will_be_announced_is_there",
            announced_is_there,
        ),
        case("ability::forced_colours", forced_colours).only_in(&[Engine::Chromium]),
        case("ability::reduced_motion", reduced_motion).only_in(&[Engine::Chromium]),
    ]
}

/// To the fix that has a risk, ticks and steps.
const WAY: [&str; 3] = ["yes", "no", "confirm"];

/// A window of 1280 by 1024 at 400 %: everything is in one column, and nothing that sticks covers what has focus.
async fn zoom(page: Page) -> Outcome {
    page.open_at(320, 256).await?;
    for action in WAY {
        no_overflow(&page, "at 400 %").await?;
        large_enough(&page, "at 400 %").await?;
        uncovered(&page).await?;
        page.act(action).await?;
    }
    no_overflow(&page, "on the steps at 400 %").await?;
    uncovered(&page).await
}

/// Each control, once it has focus, is what one would touch at the middle of what is in the window: Firefox scrolls to no more than
/// a part of it.
async fn uncovered(page: &Page) -> Outcome {
    let covered = page
        .js_async(
            "const out = [];
             for (const e of shadow.querySelectorAll('[data-action]')) {
               const seen = e.matches('input') ? e.closest('label') : e;
               if (!shown(seen) || e.disabled) continue;
               // After an answer the screen is held at its place for some frames, whatever has focus.
               const touched = () => {
                 e.blur();
                 e.focus();
                 const box = e.getBoundingClientRect();
                 const middle = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
                 const at = shadow.elementFromPoint(box.x + box.width / 2, middle);
                 return at && (seen.contains(at) || at.contains(e));
               };
               if (!(await until(touched, 2000))) out.push(e.dataset.action);
             }
             return out;",
            json!([]),
        )
        .await?;
    same!(covered, json!([]), "focused, and covered");
    Ok(())
}

/// The distances of WCAG 1.4.12, which readers set by a style sheet of their own: nothing is cut off, and nothing overlaps.
async fn text_spacing(page: Page) -> Outcome {
    page.open_at(320, 700).await?;
    page.js(
        "const sheet = document.createElement('style');
         sheet.textContent = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }';
         shadow.append(sheet);",
        json!([]),
    )
    .await?;
    for action in WAY {
        spaced(&page).await?;
        page.act(action).await?;
    }
    spaced(&page).await
}

async fn spaced(page: &Page) -> Outcome {
    no_overflow(page, "with text spacing").await?;
    large_enough(page, "with text spacing").await?;
    let cut = page
        .js(
            "return [...root().querySelectorAll('button, label, li, p, h2, h3, summary')].filter((e) => shown(e) && !e.closest('.unseen')
               && (e.scrollHeight > e.clientHeight + 2 || e.scrollWidth > e.clientWidth + 2) && e.clientHeight > 0
               && ['hidden', 'clip'].includes(getComputedStyle(e).overflowY)).map((e) => e.outerHTML.slice(0, 100))",
            json!([]),
        )
        .await?;
    same!(cut, json!([]), "cut off");
    Ok(())
}

/// Whoever speaks to their browser says what they see: the engine's own name of a control begins with it.
async fn names(page: Page) -> Outcome {
    page.open().await?;
    for action in WAY {
        named(&page).await?;
        page.act(action).await?;
    }
    named(&page).await
}

async fn named(page: &Page) -> Outcome {
    let controls = page
        .js(
            "return [...shadow.querySelectorAll('button[data-action], a[data-action], summary, input[data-action]')]
               .filter((e) => shown(e.closest('label') ?? e))
               .map((e) => [e, (e.closest('label') ?? e).innerText])",
            json!([]),
        )
        .await?;
    let controls = controls.as_array().cloned().unwrap_or_default();
    check!(controls.len() > 3, "too few controls: {}", controls.len());
    for control in controls {
        let seen = letters(control[1].as_str().unwrap_or_default());
        let name = computed_label(&page.client, &control[0]).await?;
        // What is added for the ear alone stands behind or between, never before.
        let first = seen.chars().take(6).collect::<String>();
        check!(
            !seen.is_empty() && letters(&name).starts_with(&first),
            "{} is called {name:?}",
            control[1]
        );
    }
    Ok(())
}

/// Without digits: a step's number is drawn, so that it is no text, but WebKit counts it to the name.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphabetic()).collect()
}

/// Screen readers announce new words in a place that they know: it is there, empty, before it has any.
async fn announced_is_there(page: Page) -> Outcome {
    let places = "const all = [...shadow.querySelectorAll('[role=status]')].filter((e) => !e.closest('dialog:not([open])'));
        return [all.length > 1, all.filter((e) => getComputedStyle(e).display === 'none').map((e) => e.className)]";
    page.open().await?;
    page.act_all(&["yes", "yes", "no", "still-running"]).await?;
    same!(
        page.js(places, json!([])).await?,
        json!([true, []]),
        "on a wait"
    );
    page.press("carry", json!({})).await?;
    page.wait("the dialog", "return controls('carry-copy').length === 1")
        .await?;
    same!(
        page.js(places, json!([])).await?,
        json!([true, []]),
        "in a dialog"
    );
    Ok(())
}

async fn emulate(page: &Page, name: &str, value: &str) -> Outcome {
    let feature = json!({ "features": [{ "name": name, "value": value }] });
    page.dev_tools("Emulation.setEmulatedMedia", feature)
        .await?;
    Ok(())
}

/// With the reader's own colours, what colour says is said by edges: controls, the place in the progress, the switch that is on.
async fn forced_colours(page: Page) -> Outcome {
    emulate(&page, "forced-colors", "active").await?;
    page.open_at(390, 844).await?;
    page.act_all(&WAY).await?;
    let plain = page
        .js(
            "const edge = (e) => { const s = getComputedStyle(e); return s.borderTopStyle !== 'none' && parseFloat(s.borderTopWidth) >= 1; };
             if (!matchMedia('(forced-colors: active)').matches) throw new Error('colours are not forced');
             return [...shadow.querySelectorAll('.button, .card, .segment, .note')].filter((e) => shown(e) && !e.matches('.quiet') && !edge(e)).map((e) => e.outerHTML.slice(0, 80))",
            json!([]),
        )
        .await?;
    same!(plain, json!([]), "without an edge");
    let looks = page
        .js(
            "const look = (e) => e && [getComputedStyle(e).backgroundColor, e.getBoundingClientRect().height].join();
             return new Set([look(shadow.querySelector('.segment.now')), look(shadow.querySelector('.segment:not([class*=\" \"])'))]).size",
            json!([]),
        )
        .await?;
    same!(looks, json!(2), "looks of what is now and what is to come");
    Ok(())
}

async fn reduced_motion(page: Page) -> Outcome {
    emulate(&page, "prefers-reduced-motion", "reduce").await?;
    page.open().await?;
    for action in WAY {
        page.act(action).await?;
        let moving = page
            .js(
                "return [shadow.getAnimations().length, getComputedStyle(root().querySelector('.stage')).animationName, getComputedStyle(root().querySelector('button')).transitionDuration]",
                json!([]),
            )
            .await?;
        same!(
            moving,
            json!([0, "none", "0s"]),
            "what moves after {action}"
        );
    }
    page.press("restart", Value::Object(Default::default()))
        .await?;
    page.wait(
        "the dialog, at rest",
        "return controls('restart-yes').length === 1 && shadow.getAnimations().length === 0",
    )
    .await
}
