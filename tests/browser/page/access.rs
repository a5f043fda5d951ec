//! axe-core on every kind of screen, light and dark, on a phone and on a desk: no violation.

use std::path::PathBuf;

use serde_json::{Value, json};

use crate::harness::driver::Engine;
use crate::harness::server::Fault;
use crate::harness::walker::{WAYS, Way};
use crate::harness::{Case, Outcome, Page, Scope, case};
use crate::{check, same};

pub fn cases() -> Vec<Case> {
    let mut cases = vec![
        case("axe::overview", async |page: Page| {
            opened(page, "overview", "change").await
        }),
        case("axe::restart_dialog", async |page: Page| {
            opened(page, "restart", "restart-yes").await
        }),
        case("axe::first_question", first_question),
        case("axe::notices", notices),
        case("axe::reopened", reopened),
        case("axe::report_on_solved", report_on_solved),
        case("axe::article_alone", article_alone),
        // No other engine has a window as narrow.
        case("axe::accessibility_report", accessibility_report).only_in(&[Engine::Chromium]),
        case("axe::failed", failed),
        case("axe::read_it_all", read_it_all),
        case("axe::text_of_a_file", text_of_a_file),
        case("axe::progress_in_words", progress_in_words),
    ];
    for way in &WAYS {
        for (theme, dark) in [("light", false), ("dark", true)] {
            for (size, (width, height)) in ["phone", "desk"].into_iter().zip(SIZES) {
                let name = format!("axe::{}_{theme}_{size}", way.name);
                let look = async move |page: Page| at(page, way, dark, width, height).await;
                // Colours are the same on both, and places in both themes: each once.
                let scope = if dark == (size == "desk") {
                    Scope::Chromium
                } else {
                    Scope::Full
                };
                cases.push(case(name, look).scope(scope));
            }
        }
    }
    cases
}

const SIZES: [(u32, u32); 2] = [(390, 844), (1280, 800)];

/// Dark for the widget by its attribute, everywhere; for the whole page where the engine can be told so.
pub async fn set_theme(page: &Page, dark: bool) -> Outcome {
    page.site.edit(
        "<unstuck-guide",
        if dark {
            "<unstuck-guide theme=\"dark\""
        } else {
            "<unstuck-guide theme=\"light\""
        },
    );
    if page.engine == Engine::Chromium {
        let value = if dark { "dark" } else { "light" };
        page.dev_tools(
            "Emulation.setEmulatedMedia",
            json!({ "features": [{ "name": "prefers-color-scheme", "value": value }] }),
        )
        .await?;
    }
    Ok(())
}

async fn at(page: Page, way: &'static Way, dark: bool, width: u32, height: u32) -> Outcome {
    set_theme(&page, dark).await?;
    page.open_at(width, height).await?;
    way.go(&page).await?;
    // The page around it is the same on every screen, and looked at with the first.
    axe_finds_nothing(&page, "{ include: [['unstuck-guide']] }", way.name).await
}

async fn read_it_all(page: Page) -> Outcome {
    for dark in [false, true] {
        set_theme(&page, dark).await?;
        page.open_at(390, 844).await?;
        page.press("read", json!({})).await?;
        page.wait("the article", "return host.dataset.view === 'read'")
            .await?;
        no_violation(&page, "the article, read").await?;
        page.press("steps", json!({})).await?;
    }
    Ok(())
}

async fn text_of_a_file(page: Page) -> Outcome {
    page.site
        .edit(" article=\"#iphone-backup\"", " guide=\"printer\"");
    // One title a page: the article of the page is not what is looked at.
    page.site.edit("<h1", "<p");
    page.site.edit("</h1>", "</p>");
    for (dark, (width, height)) in [false, true].into_iter().zip(SIZES) {
        set_theme(&page, dark).await?;
        page.open_at(width, height).await?;
        page.press("read", json!({})).await?;
        page.wait(
            "the text",
            "return shown(shadow.querySelector('article h1'))",
        )
        .await?;
        no_violation(&page, &format!("the text of a file at {width}")).await?;
        page.press("steps", json!({})).await?;
    }
    Ok(())
}

async fn first_question(page: Page) -> Outcome {
    for (width, height) in SIZES {
        page.open_at(width, height).await?;
        no_violation(&page, &format!("the first question at {width}")).await?;
    }
    Ok(())
}

async fn opened(page: Page, action: &str, inside: &str) -> Outcome {
    page.open_at(390, 844).await?;
    page.act_all(&["yes", "no", "confirm", "not-solved", "yes", "no", "cannot"])
        .await?;
    page.press(action, json!({})).await?;
    page.wait(
        "it to open",
        &format!("return controls({inside:?}).length > 0"),
    )
    .await?;
    no_violation(&page, action).await?;
    page.site
        .edit("<unstuck-guide", "<unstuck-guide theme=\"dark\"");
    page.open_at(390, 844).await?;
    page.press(action, json!({})).await?;
    page.wait(
        "it to open",
        &format!("return controls({inside:?}).length > 0"),
    )
    .await?;
    no_violation(&page, &format!("{action}, dark")).await
}

async fn notices(page: Page) -> Outcome {
    page.client.goto(&page.site.blank()).await?;
    page.js("localStorage.setItem(KEY, 'spoilt')", json!([]))
        .await?;
    page.open_at(390, 844).await?;
    page.notice("unreadable").await?;
    no_violation(&page, "the notice of an unreadable record").await?;
    // Either of the two copies would be enough.
    page.site.script("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }; IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError') };");
    page.open_at(390, 844).await?;
    page.act("yes").await?;
    page.notice("not-kept").await?;
    no_violation(&page, "the notice of what is not kept").await
}

async fn reopened(page: Page) -> Outcome {
    page.open_at(390, 844).await?;
    page.act_all(&["yes", "yes", "no"]).await?;
    page.change("check", "storage").await?;
    no_violation(&page, "a reopened question").await
}

async fn report_on_solved(page: Page) -> Outcome {
    page.open_at(390, 844).await?;
    page.act_all(&["yes", "no", "confirm", "not-solved", "no", "solved"])
        .await?;
    page.press("report", json!({})).await?;
    page.wait("the report", "return controls('copy').length === 1")
        .await?;
    no_violation(&page, "the report on solved").await
}

/// Every page leads to the report, whose wide tables scroll by themselves.
async fn accessibility_report(page: Page) -> Outcome {
    page.window(320, 700).await?;
    page.open_raw().await?;
    let follow = "document.querySelector('footer a[href^=accessibility]').click()";
    page.js(follow, json!([])).await?;
    page.wait("the report", "return document.title === 'Accessibility'")
        .await?;
    let wide = "return [document.documentElement.scrollWidth, document.querySelectorAll('.scroll table').length > 5,
        document.querySelectorAll('unstuck-guide, script[src]:not([src*=forbidden-])').length]";
    same!(
        page.js(wide, json!([])).await?,
        json!([320, true, 0]),
        "the width, tables and no script"
    );
    no_violation(&page, "the report").await
}

async fn article_alone(page: Page) -> Outcome {
    page.site.strip_scripts();
    page.open_raw().await?;
    no_violation(&page, "the article without scripts").await
}

async fn failed(page: Page) -> Outcome {
    page.site.fault(".wasm", Fault::Status(404));
    page.window(390, 844).await?;
    page.open_raw().await?;
    page.wait(
        "the error to be told",
        "return host?.dataset.state === 'failed' && __seen.events.length > 0",
    )
    .await?;
    no_violation(&page, "the line on a failure").await
}

/// The bar of segments says in one phrase where the reader is.
async fn progress_in_words(page: Page) -> Outcome {
    page.open_at(390, 844).await?;
    page.act_all(&["yes", "yes", "no", "not-solved", "no"])
        .await?;
    let text = page
        .js(
            "return [...root().querySelectorAll('*')].map((e) => e.getAttribute('aria-label') ?? e.getAttribute('aria-valuetext') ?? (e.children.length ? '' : e.textContent)).join(' | ')",
            json!([]),
        )
        .await?;
    let text = text.as_str().unwrap_or_default();
    check!(
        text.contains("3 of 8"),
        "nothing says that this is fix 3 of 8: {text}"
    );
    Ok(())
}

fn axe() -> Outcome<String> {
    let path = match std::env::var_os("UNSTUCK_AXE") {
        Some(path) => PathBuf::from(path),
        None => cache()
            .ok_or("neither UNSTUCK_AXE nor a cache folder is known")?
            .join("tools/npm-axe-core-4.14.1/node_modules/axe-core/axe.min.js"),
    };
    std::fs::read_to_string(&path).map_err(|why| {
        format!(
            "axe-core is not at {}: {why}. `cargo xtask test` installs it.",
            path.display()
        )
        .into()
    })
}

/// Where xtask keeps its tools.
fn cache() -> Option<PathBuf> {
    let set = |name: &str| {
        std::env::var_os(name)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    };
    set("UNSTUCK_CACHE")
        .or_else(|| set("XDG_CACHE_HOME").map(|dir| dir.join("unstuck")))
        .or_else(|| set("HOME").map(|dir| dir.join(".cache/unstuck")))
}

/// The whole page, the widget with it.
pub async fn no_violation(page: &Page, at: &str) -> Outcome {
    axe_finds_nothing(page, "document", at).await
}

/// Runs axe on this part of the page: an expression of axe's context.
async fn axe_finds_nothing(page: &Page, part: &str, at: &str) -> Outcome {
    // What moves is half see-through, and would be judged so.
    page.js_async(
        "const moving = () => [...document.getAnimations(), ...(shadow?.getAnimations?.() ?? [])].filter((a) => a.playState !== 'finished' && a.effect?.getTiming().iterations !== Infinity);
         await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
         moving().forEach((a) => { try { a.finish(); } catch {} });
         await until(() => moving().length === 0, 3000);
         await new Promise((next) => requestAnimationFrame(next));",
        json!([]),
    )
    .await?;
    page.client
        .execute(&format!("{}; return null", axe()?), vec![])
        .await?;
    let found = page
        .js_async(
            &format!("const found = await axe.run({part}, {{ resultTypes: ['violations'] }});
             if (!found.passes.length) throw new Error('axe looked at nothing');
             return found.violations.map((v) => ({{ rule: v.id, help: v.help, at: v.nodes.slice(0, 3).map((n) => [n.target.flat().join(' '), (n.any[0] ?? n.all[0] ?? n.none[0])?.message ?? '']) }}));"),
            json!([]),
        )
        .await?;
    same!(found, Value::Array(Vec::new()), "axe on {at}");
    Ok(())
}
