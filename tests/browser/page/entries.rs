//! What stands in the entries of the browser's history: the page's own state as it was, and no answers.

use serde_json::json;

use crate::harness::{Case, Outcome, Page, case};
use crate::{check, same};

pub fn cases() -> Vec<Case> {
    let mut cases = vec![
        case(
            "entries::nothing_kept_nothing_comes_back",
            nothing_kept_nothing_comes_back,
        )
        .in_every_engine(),
        case(
            "entries::no_answers_after_clearing",
            no_answers_after_clearing,
        )
        .in_every_engine(),
    ];
    for (name, first) in [("is_first", true), ("comes_later", false)] {
        cases.push(
            case(
                format!("entries::router_that_{name}"),
                async move |page: Page| router(&page, first).await,
            )
            .in_every_engine(),
        );
    }
    for (name, state) in [
        ("list", "[1,2]"),
        ("text", "\"theirs\""),
        ("number", "7"),
        ("object", "{\"theirs\":{\"deep\":[1]}}"),
    ] {
        cases.push(case(
            format!("entries::state_of_the_page_{name}"),
            async move |page: Page| state_of_the_page(&page, state).await,
        ));
    }
    cases
}

/// Goes back, and waits for the entry, and for what is put off until it is there.
pub(super) const BACK: &str =
    "const was = history.state; history.back(); await until(() => history.state !== was);
     for (let i = 0; i < 3; i++) await new Promise((next) => setTimeout(next));";

/// Notes the state of each entry that the reader comes to, before anything else of the page can change it.
const WATCH: &str = "window.__states = [JSON.stringify(history.state)];
    addEventListener('popstate', (event) => __states.push(JSON.stringify(event.state)), true);";

/// Answers are known by their words.
const ANSWERS: &str = "return __states.filter((state) => /answers|\\\\?\"(yes|no|not-solved)\\\\?\"/.test(state ?? ''))";

/// With `storage="none"` a reload begins at the beginning, and so does Back after it.
async fn nothing_kept_nothing_comes_back(page: Page) -> Outcome {
    page.site.script(WATCH);
    page.site
        .edit("<unstuck-guide", "<unstuck-guide storage=\"none\"");
    page.open().await?;
    page.act_all(&["yes", "yes"]).await?;
    let state = page
        .js("return JSON.stringify(history.state) ?? ''", json!([]))
        .await?;
    let state = state.as_str().unwrap_or_default();
    check!(!state.contains("yes"), "answers in the history: {state}");
    page.reload().await?;
    let first = page.screen().await?;
    check!(first.is("question", "icloud"), "after a reload: {first:?}");
    page.js_async(BACK, json!([])).await?;
    same!(page.screen().await?, first, "after Back");
    same!(
        page.js(ANSWERS, json!([])).await?,
        json!([]),
        "entries that hold answers"
    );
    // And what is said now counts.
    let screen = page.act("no").await?;
    check!(
        screen.is("question", "storage"),
        "the walk goes on: {screen:?}"
    );
    page.no_errors().await
}

/// "Removed from this device" is so: also from the entries before.
async fn no_answers_after_clearing(page: Page) -> Outcome {
    page.site.script(WATCH);
    page.open().await?;
    page.act_all(&["yes", "yes", "no", "not-solved"]).await?;
    page.press("carry", json!({})).await?;
    page.press("clear", json!({})).await?;
    page.press("clear-yes", json!({})).await?;
    page.wait("the first question", "return state().id === 'icloud'")
        .await?;
    for _ in 0..4 {
        page.js_async(BACK, json!([])).await?;
    }
    same!(
        page.js(ANSWERS, json!([])).await?,
        json!([]),
        "entries that hold answers"
    );
    page.reload().await?;
    let screen = page.screen().await?;
    check!(
        screen.is("question", "icloud"),
        "after a reload: {screen:?}"
    );
    page.no_errors().await
}

/// A router that visits whatever has its mark, and takes every other entry for its own.
const ROUTER: &str = "
    let id = 0;
    window.__visits = [];
    const claim = (how, url) => history[how]({ router: { id: ++id } }, '', url);
    claim('replaceState', location.href);
    addEventListener('popstate', ({ state }) => {
      if (state?.router) __visits.push(state.router.id);
      else claim('replaceState', location.href);
    });
    window.__visit = (url) => claim('pushState', url)";

/// Back and Forward in the walk are no visits of the page; from another page they are, by the router's own mark.
async fn router(page: &Page, first: bool) -> Outcome {
    if first {
        page.site.script(&format!("{{ {ROUTER} }}"));
    }
    page.open().await?;
    if !first {
        page.js(ROUTER, json!([])).await?;
    }
    let mark = "return history.state?.router?.id ?? null";
    let own = page.screen().await?;
    let walk = [page.act("yes").await?, page.act("yes").await?];
    same!(
        page.js(mark, json!([])).await?,
        json!(null),
        "the mark on our entry"
    );
    page.js("host.kept = true", json!([])).await?;
    same!(page.act("back").await?, walk[0], "after our Back");
    same!(page.history(-1).await?, own, "after the browser's Back");
    same!(
        page.js(mark, json!([])).await?,
        json!(1),
        "the mark on its own entry"
    );
    for screen in &walk {
        same!(page.history(1).await?, *screen, "after Forward");
    }
    same!(
        page.js("return [__visits, host.kept]", json!([])).await?,
        json!([[], true]),
        "visits, and whether it is the same element"
    );
    page.js("__visit('?other')", json!([])).await?;
    page.js_async(BACK, json!([])).await?;
    page.wait("the visit", "return __visits.length > 0").await?;
    same!(
        page.js("return __visits", json!([])).await?,
        json!([1]),
        "visits"
    );
    page.no_errors().await
}

/// What the page has put into its entry is there after the widget came, and again after Back.
async fn state_of_the_page(page: &Page, state: &str) -> Outcome {
    page.site.script(&format!(
        "if (history.state === null) history.replaceState({state}, '')"
    ));
    page.open().await?;
    let theirs = |at: &'static str| {
        let page = page.clone();
        let state = state.to_owned();
        async move {
            let found = page
                .js(
                    "const theirs = JSON.parse(arguments[0]);
                     const own = history.state;
                     // Beside an object's own names there may be one of ours.
                     if (own && typeof own === 'object' && !Array.isArray(own)) return JSON.stringify(Object.fromEntries(Object.entries(own).filter(([name]) => name in theirs)));
                     return JSON.stringify(own)",
                    json!([state]),
                )
                .await?;
            same!(found, json!(state), "{at}");
            Ok::<(), crate::harness::Fail>(())
        }
    };
    theirs("once the widget is there").await?;
    page.act("yes").await?;
    page.js_async(BACK, json!([])).await?;
    theirs("after Back").await?;
    page.no_errors().await
}
