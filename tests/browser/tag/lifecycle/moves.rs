//! The element is moved, removed, copied or rewritten while a reader is at it.

use serde_json::json;

use super::{open, run};
use crate::harness::Scope::{self, Chromium, EveryEngine};
use crate::harness::{Case, Outcome, Page, case};
use crate::same;

pub(super) fn cases() -> Vec<Case> {
    MOVES
        .iter()
        .map(|found| {
            case(
                format!("lifecycle::{}", found.1),
                async move |page: Page| moved(&page, *found).await,
            )
            .scope(found.0)
        })
        .collect()
}

/// Where it runs, a name, and what becomes of the element `el`, which may be another one after it: `return` it then. Whether it does so is
/// told first: an element that was made anew has only what is stored.
type Move = (Scope, &'static str, bool, &'static str);

const MOVES: &[Move] = &[
    (Chromium, "elsewhere", false, "$('#b').append(el)"),
    (
        EveryEngine,
        "to_and_fro",
        false,
        "for (const to of '#b #a #b #a #b'.split(' ')) $(to).prepend(el)",
    ),
    (
        EveryEngine,
        "into_a_shadow_root",
        false,
        "$('#shadow').attachShadow({ mode: 'open' }).append(el)",
    ),
    (
        Chromium,
        "with_its_parent",
        false,
        "const box = document.createElement('div'); $('#b').append(box); box.append($('#a'))",
    ),
    (
        Chromium,
        "into_a_hidden_tab",
        false,
        "$('#hidden').append(el)",
    ),
    (
        Chromium,
        "shown_again",
        false,
        "$('#hidden').append(el); await lives.task(); $('#hidden').hidden = false",
    ),
    (
        EveryEngine,
        "back_at_once",
        false,
        "el.remove(); $('#a').append(el)",
    ),
    (
        Chromium,
        "back_after_a_microtask",
        false,
        "el.remove(); await null; $('#a').append(el)",
    ),
    (
        Chromium,
        "back_after_a_task",
        false,
        "el.remove(); await lives.task(); $('#a').append(el)",
    ),
    (
        Chromium,
        "back_after_long",
        false,
        "el.remove(); await lives.gone(el); await lives.task(); $('#a').append(el)",
    ),
    (
        Chromium,
        "back_after_long_often",
        false,
        "for (let i = 0; i < 5; i++) { el.remove(); await lives.gone(el); $('#a').append(el); await lives.ready(el); }",
    ),
    (
        EveryEngine,
        "away_while_it_comes_back",
        false,
        "for (let i = 0; i < 5; i++) { el.remove(); await lives.gone(el); $('#a').append(el); await null; el.remove(); await lives.task(); $('#a').append(el); await lives.ready(el); }",
    ),
    (
        Chromium,
        "swapped",
        false,
        "const other = document.createElement('p'); el.replaceWith(other); await lives.task(); other.replaceWith(el)",
    ),
    (
        Chromium,
        "other_attributes",
        false,
        "el.setAttribute('theme', 'dark'); el.setAttribute('heading-level', '4'); el.className = 'x'; el.style.margin = '9px'; el.title = 'y'",
    ),
    (
        Chromium,
        "another_child",
        false,
        "el.innerHTML = '<p>Loading…</p>'; await lives.task(); el.innerHTML = ''",
    ),
    (
        EveryEngine,
        "shown_from_the_cache",
        false,
        "dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })); dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))",
    ),
    (
        EveryEngine,
        "rewritten_around",
        true,
        "$('#a').innerHTML = $('#a').innerHTML; return $('#a unstuck-guide')",
    ),
    (
        Chromium,
        "all_rewritten",
        true,
        "document.body.innerHTML = document.body.innerHTML; return $('unstuck-guide')",
    ),
    (
        EveryEngine,
        "cloned",
        true,
        "const copy = el.cloneNode(true); el.replaceWith(copy); return copy",
    ),
    (
        Chromium,
        "cloned_before_it_is_there",
        true,
        "const first = el.cloneNode(); const copy = first.cloneNode(); el.remove(); $('#b').append(copy); return copy",
    ),
    (
        Chromium,
        "made_anew",
        true,
        "const copy = document.createElement('unstuck-guide'); for (const name of ['article', 'storage']) copy.setAttribute(name, el.getAttribute(name)); el.replaceWith(copy); return copy",
    ),
];

async fn moved(page: &Page, (_, _, anew, how): Move) -> Outcome {
    for storage in ["local", "none"] {
        open(page, &[&format!("article=#lamp storage={storage}")]).await?;
        let before = run(
            page,
            "window.el = all[0];
             await lives.act(el, 'not-solved');
             await lives.tick(el);
             window.listening = lives.listeners();
             return lives.read(el)",
        )
        .await?;
        run(
            page,
            &format!(
                "window.el = (await (async () => {{ {how} }})()) ?? el;
                 await lives.ready(el);
                 // What was put off is done.
                 for (let i = 0; i < 3; i++) await lives.task();
                 await lives.ready(el);"
            ),
        )
        .await?;
        let state = run(page, "return lives.read(el)").await?;
        if storage == "none" && anew {
            same!(
                state["id"],
                json!("bulb"),
                "a new element that keeps nothing"
            );
            continue;
        }
        same!(state, before, "what is shown, with storage={storage}");
        let end = run(
            page,
            "const listening = lives.listeners();
             __seen.events.length = 0;
             await lives.act(el, 'solved');
             const names = __seen.events.map((event) => event.name);
             return { listening: listening - window.listening, names, state: lives.read(el), on: __seen.events.every((event) => event.bubbles && event.composed) }",
        )
        .await?;
        same!(
            end["listening"],
            json!(0),
            "listeners on the page that came"
        );
        // Once each: a second copy would tell it twice.
        same!(
            end["names"],
            json!(["verdict", "screen", "solved"]),
            "what the page hears"
        );
        same!(end["state"]["screen"], json!("solved"), "where it leads");
        page.no_errors().await?;
    }
    Ok(())
}
