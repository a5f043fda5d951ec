//! What the page around says of the looks: its colour scheme, its font, and each property that is documented.

use serde_json::{Value, json};

use super::{put_host, visit};
use crate::harness::Scope::{self, Chromium, EveryEngine};
use crate::harness::driver::Engine;
use crate::harness::names::MANIFEST;
use crate::harness::{Case, Outcome, Page, case};
use crate::{check, same};

const LIGHT: &str = "rgb(255, 255, 255)";
const DARK: &str = "rgb(27, 28, 33)";

/// Where it runs, a name, the page's own style, the attribute, whether the reader's system is dark (only Chromium can be told so), whether
/// the browser knows `light-dark()`, and the ground of the card that is to come.
type Scheme = (
    Scope,
    &'static str,
    &'static str,
    &'static str,
    bool,
    bool,
    &'static str,
);

const SCHEMES: [Scheme; 11] = [
    (Chromium, "nothing_said", "", "", false, true, LIGHT),
    (Chromium, "light_only", "", "", true, true, LIGHT),
    (
        EveryEngine,
        "dark_page",
        "html{color-scheme:dark}",
        "",
        false,
        true,
        DARK,
    ),
    (
        Chromium,
        "dark_page_auto",
        "html{color-scheme:dark}",
        "theme=auto",
        false,
        true,
        DARK,
    ),
    (
        Chromium,
        "dark_part",
        "main{color-scheme:dark}",
        "",
        false,
        true,
        DARK,
    ),
    (
        Chromium,
        "both_by_system",
        "html{color-scheme:light dark}",
        "",
        true,
        true,
        DARK,
    ),
    (
        Chromium,
        "held_light",
        "html{color-scheme:dark}",
        "theme=light",
        true,
        true,
        LIGHT,
    ),
    (
        EveryEngine,
        "held_dark",
        "html{color-scheme:light}",
        "theme=dark",
        false,
        true,
        DARK,
    ),
    (Chromium, "old_system", "", "", true, false, DARK),
    (Chromium, "old_light", "", "theme=light", true, false, LIGHT),
    (Chromium, "old_dark", "", "theme=dark", false, false, DARK),
];

/// Shows only while a control is pressed or pointed at.
const UNSEEN: [&str; 1] = ["--unstuck-accent-press"];

const ARTICLE: &str = "<article id=lamp data-unstuck-guide=lamp><h1>The lamp stays dark</h1><p>Two things to try.</p>
    <h2 data-unstuck-id=bulb data-unstuck-ask='Is the bulb whole?' data-unstuck-pass-on=yes>Change the bulb</h2><p>It may have burnt out.</p>
    <div data-unstuck-risk=reversible><p>It may break.</p><ul data-unstuck-lost><li>The bulb</li></ul></div><p data-unstuck-note>Mind the heat.</p><pre><code>lamp --off</code></pre>
    <p><img src=icon.svg alt=Bulb width=20 height=20></p><ol><li>Unscrew it.</li><li>Screw it in.</li></ol>
    <h2 data-unstuck-id=fuse data-unstuck-ask='Is the fuse whole?' data-unstuck-pass-on=yes>Change the fuse</h2><p>It may have burnt out too.</p><ol><li>Change it.</li></ol>
    <h2 data-unstuck-id=plug>Push the plug in</h2><p>It may be loose.</p><p data-unstuck-wait>A minute.</p><ol><li>Push.</li></ol></article>";

pub fn cases() -> Vec<Case> {
    let mut cases: Vec<Case> = SCHEMES
        .into_iter()
        .map(|scheme| {
            case(format!("theme::{}", scheme.1), async move |page: Page| {
                in_scheme(&page, scheme).await
            })
            .scope(scheme.0)
        })
        .collect();
    cases.push(case("theme::follows_a_page_that_changes", changes).in_every_engine());
    cases.push(case("theme::the_pages_own_font", own_font));
    cases.push(case("theme::each_property_shows", each_property));
    cases
}

async fn open(page: &Page, style: &str, attribute: &str) -> Outcome {
    let style = format!("<style>{style}</style>{ARTICLE}");
    put_host(
        page,
        &format!("article=\"#lamp\" storage=none {attribute}"),
        &style,
    );
    visit(page).await?;
    page.ready().await
}

async fn ground(page: &Page) -> Outcome<Value> {
    page.js(
        "return getComputedStyle(shadow.querySelector('[part~=card]')).backgroundColor",
        json!([]),
    )
    .await
}

/// Whether the engine knows `light-dark()`.
async fn knows(page: &Page) -> Outcome<bool> {
    let known = page
        .js(
            "return CSS.supports('color', 'light-dark(red,red)')",
            json!([]),
        )
        .await?;
    Ok(known == json!(true))
}

async fn in_scheme(page: &Page, (_, _, style, attribute, dark, new, wanted): Scheme) -> Outcome {
    if dark && page.engine != Engine::Chromium {
        return Ok(());
    }
    if page.engine == Engine::Chromium {
        let value = if dark { "dark" } else { "light" };
        let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": value }] });
        page.dev_tools("Emulation.setEmulatedMedia", features)
            .await?;
    }
    if !new {
        page.site.script("const supports = CSS.supports; CSS.supports = (...all) => !String(all).includes('light-dark') && supports(...all);");
    }
    open(page, style, attribute).await?;
    if new {
        check!(knows(page).await?, "this engine is too old for the case");
    }
    same!(ground(page).await?, json!(wanted), "the ground of the card");
    Ok(())
}

async fn changes(page: Page) -> Outcome {
    open(&page, ".night{color-scheme:dark}", "").await?;
    same!(ground(&page).await?, json!(LIGHT), "by day");
    page.js("document.documentElement.className = 'night'", json!([]))
        .await?;
    same!(ground(&page).await?, json!(DARK), "by night");
    Ok(())
}

async fn own_font(page: Page) -> Outcome {
    // What the page says, and the family of the widget's text, of a control and of the switch.
    for (style, wanted) in [
        ("", "system-ui, sans-serif"),
        ("unstuck-guide{--unstuck-font:Own,serif}", "Own, serif"),
        ("unstuck-guide{--unstuck-font:page()}", "Hosts, cursive"),
    ] {
        open(
            &page,
            &format!("body{{font:italic 30px/3 Hosts,cursive}}{style}"),
            "",
        )
        .await?;
        let found = page
            .js(
                "return ['[part~=question]', '[data-action=yes]', '[data-action=read]'].map((all) => {
                   const { fontFamily, fontSize, fontWeight } = getComputedStyle(shadow.querySelector(all));
                   return [fontFamily, fontSize === '30px', fontWeight >= 500];
                 })",
                json!([]),
            )
            .await?;
        let each = json!([wanted, false, true]);
        same!(found, json!([each, each, each]), "with {style:?}");
    }
    Ok(())
}

async fn each_property(page: Page) -> Outcome {
    let manifest: Value = serde_json::from_str(MANIFEST)?;
    let all = &manifest["modules"][0]["declarations"][0]["cssProperties"];
    open(&page, "", "").await?;
    page.js("window.taken = new Set()", json!([])).await?;
    let look = async || -> Outcome {
        page.js(
            "const print = () => [...shadow.querySelectorAll('*')].map((e) => ['', '::before', '::after', '::backdrop'].map((pseudo) => {
               const s = getComputedStyle(e, pseudo || null);
               return [s.color, s.backgroundColor, s.borderTop, s.borderInlineStart, s.borderRadius, s.boxShadow, s.padding, s.gap, s.margin, s.scrollMarginTop, s.minHeight, s.fontFamily, s.fontSize, s.fontWeight, s.stroke, s.fill, s.outline].join();
             }).join()).join();
             host.style.setProperty('transition', 'none');
             for (const e of shadow.querySelectorAll('*')) e.style?.setProperty('transition', 'none', 'important');
             const before = print();
             for (const { name, syntax } of arguments[0]) {
               const value = { '<color>': '#f00', '<length>': '47px', '<number>': '1.5' }[syntax] ?? (name.endsWith('shadow') ? '0 0 3px red' : 'Own');
               host.style.setProperty(name, value);
               if (print() !== before) taken.add(name);
               host.style.removeProperty(name);
             }",
            json!([all]),
        )
        .await?;
        Ok(())
    };
    look().await?;
    for action in ["no", "confirm"] {
        page.act(action).await?;
        look().await?;
    }
    page.js(
        "shadow.querySelector('[data-action=tick]').click()",
        json!([]),
    )
    .await?;
    look().await?;
    page.act_all(&["not-solved", "yes"]).await?;
    look().await?;
    page.press("restart", json!({})).await?;
    page.wait("the dialog", "return controls('restart-yes').length > 0")
        .await?;
    look().await?;
    page.js("controls('restart-no')[0]?.click()", json!([]))
        .await?;
    for action in ["still-running", "solved"] {
        page.act(action).await?;
        look().await?;
    }
    let missing = page
        .js(
            "return arguments[0].map((each) => each.name).filter((name) => !taken.has(name))",
            json!([all]),
        )
        .await?;
    same!(missing, json!(UNSEEN), "properties that change nothing");
    Ok(())
}
