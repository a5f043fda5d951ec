//! Host pages whose style sheets mean no good: the widget stays readable and can be used, and none of its own styles leaves it.
//!
//! Belongs here: what a page's CSS can do to the element, by what the browser has computed. What is asked of each text and
//! control is in `inspect.js`, the style sheets are in `sheets`.

use serde_json::{Value, json};

use super::sheets::{ELEMENTS, PAGES, PAINT, REGISTERED, Sheet, TEXTS};
use super::visit;
use crate::harness::Scope::{Chromium, EveryEngine};
use crate::harness::driver::Engine;
use crate::harness::{Case, Outcome, Page, case};
use crate::{check, same};

/// What is asked of all that is shown; gives a line for each that is not so.
const INSPECT: &str = include_str!("inspect.js");

pub fn cases() -> Vec<Case> {
    let dark = named(&["quiet", "unset", "white", "black"]);
    let roots = named(&["root_6px", "root_62_5", "root_100px"]);
    let mut cases = Vec::new();
    // Each engine has its own style for elements, and measures texts in its own way; whose rule holds is the same in all.
    for (scope, name, sheets, attribute, width) in [
        (EveryEngine, "elements", ELEMENTS.to_vec(), "", 700),
        (EveryEngine, "texts", TEXTS.to_vec(), "", 700),
        (Chromium, "paint", PAINT.to_vec(), "", 700),
        (Chromium, "pages", PAGES.to_vec(), "", 700),
        (EveryEngine, "dark", dark, "theme=dark", 700),
        (EveryEngine, "wide", roots, "", 1280),
    ] {
        let run = async move |page: Page| all_hold(&page, &sheets, attribute, width).await;
        cases.push(case(format!("styles::{name}"), run).scope(scope));
    }
    // Under these from its first byte: sizes are kept and observed before the widget comes.
    for sheet in named(&["unset", "classes", "inline", "trap"]) {
        cases.push(case(
            format!("styles::starts_under_{}", sheet.0),
            async move |page: Page| all_hold(&page, &[sheet], "", 700).await,
        ));
    }
    cases.push(case("styles::nothing_leaks", nothing_leaks).in_every_engine());
    cases.push(case("styles::from_right_to_left", from_right_to_left).in_every_engine());
    cases
}

/// The sheets of these names.
fn named(names: &[&str]) -> Vec<Sheet> {
    let all = || [ELEMENTS, TEXTS, PAINT, PAGES].into_iter().flatten();
    let found: Vec<Sheet> = names
        .iter()
        .filter_map(|name| all().find(|(known, _)| known == name).copied())
        .collect();
    assert_eq!(found.len(), names.len(), "sheets of these names: {names:?}");
    found
}

/// Names registered with the browser hold for the whole document, also inside of an element.
fn registered() -> String {
    ('a'..='z')
        .map(|name| {
            format!(
                "@property --{name} {{ syntax: '<color>'; inherits: false; initial-value: red }} "
            )
        })
        .collect()
}

/// Gives the page this style sheet.
const PUT_ON: &str = "document.querySelector('#sheet').textContent = arguments[0]";

/// Serves a page with this style sheet, and opens it.
async fn open(page: &Page, css: &str, attribute: &str, width: u32) -> Outcome {
    page.site.put_page(
        "/host.html",
        &format!(
            "<!doctype html><html lang=en><head><meta charset=utf-8><title>Host</title>\
             <meta name=viewport content=\"width=device-width\"><style id=sheet>{css}</style><script src=embed.js async></script></head>\
             <body class=post><main><h1>Help</h1><unstuck-guide guide=iphone-backup storage=none {attribute}></unstuck-guide><p>More.</p></main></body></html>"
        ),
    );
    page.window(width, 900).await?;
    let address = format!("{}/host.html", page.site.origin());
    page.client.goto(&address).await?;
    page.ready().await
}

/// Walks under one style sheet after the other, in one page; fails with a line for each sheet that something is wrong under.
async fn all_hold(page: &Page, sheets: &[Sheet], attribute: &str, width: u32) -> Outcome {
    let mut wrong = Vec::new();
    let mut there = false;
    for &(name, css) in sheets {
        let css = css.replace(REGISTERED, &registered());
        if there {
            page.js(PUT_ON, json!([css])).await?;
        } else {
            open(page, &css, attribute, width).await?;
        }
        let ended = holds(page, name).await;
        there = ended.is_ok();
        if let Err(why) = ended {
            wrong.push(format!("{name}: {why}"));
        }
    }
    check!(
        wrong.is_empty(),
        "{} of {} style sheets:\n{}",
        wrong.len(),
        sheets.len(),
        wrong.join("\n")
    );
    Ok(())
}

/// What stands before a script that looks at what the widget shows: `look` notes in `wrong` what is amiss at a screen.
fn looking() -> String {
    format!(
        "const wrong = [];
         const inspect = function () {{ {INSPECT} }};
         const moving = () => (shadow.getAnimations?.() ?? []).filter((a) => a.playState !== 'finished');
         const look = async (at) => {{
           // What moves is half see-through.
           await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
           moving().forEach((a) => {{ try {{ a.finish(); }} catch {{}} }});
           // What the page lets fade forever is looked at as it begins.
           for (const a of document.getAnimations?.() ?? []) if (a.effect?.getTiming().iterations === Infinity) {{ a.pause(); a.currentTime = 0; }}
           await until(() => moving().length === 0, 3000);
           wrong.push(...inspect().map((found) => `${{at}}: ${{found}}`));
         }};
         const press = async (action, leads) => {{
           const control = await until(() => controls(action)[0]);
           if (!control) throw new Error(`no control ${{action}} on ${{JSON.stringify(state())}}`);
           control.click();
           if (!(await until(leads))) throw new Error(`${{action}} led to ${{JSON.stringify(state())}}`);
         }};
         const answer = (action, next) => press(action, () => `${{state()?.screen}} ${{state()?.id}}` === next);"
    )
}

async fn looked(page: &Page, code: &str) -> Outcome {
    // The least width of the card.
    let script = format!("{}\n{code}\nreturn wrong", looking());
    let found = page.js_async(&script, json!([280])).await?;
    same!(found, json!([]), "what is amiss");
    Ok(())
}

/// From the first question to the second fix, and back to the first question.
async fn holds(page: &Page, name: &str) -> Outcome {
    looked(page, "await look('the question')").await?;
    picture(page, name, "question").await?;
    // The first answer with the engine's own pointer, but where WebKit's points beside what it should; whether the other
    // controls are hit, `inspect.js` looks.
    if page.engine == Engine::Webkit && name == "zoom" {
        page.press("yes", json!({})).await?;
    } else {
        page.touch("yes").await?;
    }
    looked(
        page,
        "if (!(await until(() => state()?.id === 'storage'))) throw new Error('yes changed nothing');
         await answer('no', 'confirm storage');
         await look('the risk');
         await answer('confirm', 'fix storage');
         await press('tick', () => Object.values(ticks())[0]);
         await look('the fix');",
    )
    .await?;
    picture(page, name, "fix").await?;
    // Where there is room, the overview stands beside the card.
    if page.has("overview").await? {
        looked(
            page,
            "await press('overview', () => controls('change').length > 0);
             await look('the overview');",
        )
        .await?;
        picture(page, name, "overview").await?;
        looked(
            page,
            "await press('close', () => !shadow.querySelector('dialog').open)",
        )
        .await?;
    }
    looked(
        page,
        "await answer('not-solved', 'question power-wifi');
         host.restart();
         if (!(await until(() => state()?.id === 'icloud'))) throw new Error('restart() changed nothing');",
    )
    .await?;
    page.no_errors().await
}

/// To look at, only on request: `UNSTUCK_SHOTS=DIR`.
async fn picture(page: &Page, name: &str, at: &str) -> Outcome {
    if let Some(dir) = std::env::var_os("UNSTUCK_SHOTS") {
        page.js("scrollTo(0, 0)", json!([])).await?;
        let file = std::path::PathBuf::from(dir).join(format!("styles-{name}-{at}.png"));
        std::fs::write(file, page.client.screenshot().await?)?;
    }
    Ok(())
}

/// A guide runs as its article's `dir` says, else as its words do, whatever the page around says: the page's attributes, the
/// article's own, the language and the direction that are to be.
async fn from_right_to_left(page: Page) -> Outcome {
    for (around, own, lang, direction) in [
        ("lang=ar dir=rtl", "", "ar", "ltr"),
        ("lang=en", "lang=he dir=rtl", "he", "rtl"),
        ("lang=fa-IR dir=rtl", "lang=en", "en", "ltr"),
        ("lang=de", "", "de", "ltr"),
    ] {
        page.site.put_page(
            "/host.html",
            &format!(
                "<!doctype html><html {around}><head><meta charset=utf-8><title>Host</title><script src=embed.js async></script></head><body>\
                 <unstuck-guide article=\"#lamp\" storage=none></unstuck-guide>{}</body></html>",
                super::place::ARTICLE.replace("id=\"lamp\"", &format!("id=\"lamp\" {own}"))
            ),
        );
        visit(&page).await?;
        page.ready().await?;
        page.act("not-solved").await?;
        page.press("back", json!({})).await?;
        page.act("not-solved").await?;
        let found = page
            .js(
                "const line = shadow.querySelector('.report-lines .line');
                 const style = getComputedStyle(line);
                 const back = shadow.querySelector('.back .icon');
                 return [root().lang, getComputedStyle(root()).direction,
                   parseFloat(style.direction === 'rtl' ? style.paddingRight : style.paddingLeft) >= 24,
                   new DOMMatrix(getComputedStyle(back).transform).a,
                   // Words of another direction than the guide's are in their own order.
                   getComputedStyle(shadow.querySelector('.context')).unicodeBidi === 'plaintext'];",
                json!([]),
            )
            .await?;
        let turned = if direction == "rtl" { -1 } else { 1 };
        same!(
            found,
            json!([lang, direction, true, turned, direction == "rtl"]),
            "a guide in {lang} on a page with {around}"
        );
        page.no_errors().await?;
    }
    Ok(())
}

/// All that is computed for these of the page's own elements is the same without the widget and with it.
async fn nothing_leaks(page: Page) -> Outcome {
    page.site.put_page(
        "/host.html",
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>Host</title><style>html { overflow-y: scroll } #a { position: absolute; top: 900px; left: 0; width: 600px }</style></head>\
         <body><main class=\"unstuck card layout\"><h1 class=heading>Help</h1><h2>h2</h2><h3>h3</h3><p class=reason>p <a href=x>a</a> <strong>strong</strong> <em>em</em> <code class=code>code</code> <kbd>kbd</kbd> <span class=step>span</span></p>\
         <ol class=steps><li>li</li></ol><ul class=list><li>li</li></ul><dl><dt>dt</dt><dd>dd</dd></dl><pre>pre</pre><table class=table><tr><th>th</th><td>td</td></tr></table><button class=button data-action=yes>button</button>\
         <input type=checkbox><label>label</label><textarea></textarea><select><option>option</option></select><details class=again open><summary>summary</summary>details</details><blockquote>blockquote</blockquote>\
         <img alt=img><svg class=icon><path d=M0,0 /></svg><section class=view part=view>section</section><dialog class=sheet open>dialog</dialog><article>article</article><progress class=bar></progress><fieldset><legend>legend</legend></fieldset></main>\
         <div id=a></div></body></html>",
    );
    visit(&page).await?;
    let read = "const all = [document.documentElement, document.body, ...document.querySelectorAll('main, main *')];
        const sheet = (style) => Object.fromEntries([...style].map((name) => [name, style.getPropertyValue(name)]));
        const found = all.flatMap((e) => [[e.localName, sheet(getComputedStyle(e))], ...['::before', '::after', '::marker', '::selection'].map((part) => [e.localName + part, sheet(getComputedStyle(e, part))])]);
        found.push(['document', { sheets: document.styleSheets.length + (document.adoptedStyleSheets?.length ?? 0), fonts: document.fonts.size, animations: document.getAnimations().length, children: document.documentElement.outerHTML.replace(/<div id=\"a\">.*/s, '') }]);";
    let count = page
        .js(
            &format!("{read} window.__before = found; return found.length"),
            json!([]),
        )
        .await?;
    check!(count.as_u64().is_some_and(|count| count > 150), "{count}");
    page.js(
        "const tag = document.createElement('script'); tag.src = 'embed.js'; tag.dataset.guide = 'iphone-backup'; document.querySelector('#a').append(tag)",
        json!([]),
    )
    .await?;
    page.ready().await?;
    page.act_all(&["yes", "no"]).await?;
    page.press("read", json!({})).await?;
    page.wait(
        "the text",
        "return shown(shadow.querySelector('article h1'))",
    )
    .await?;
    let other = page
        .js(
            &format!(
                "{read} return found.flatMap(([e, style], at) => Object.keys(style).filter((name) => style[name] !== __before[at][1][name]).map((name) => [e, name, __before[at][1][name], style[name]])).slice(0, 8)"
            ),
            json!([]),
        )
        .await?;
    same!(other, Value::Array(Vec::new()), "what is other");
    page.no_errors().await
}
