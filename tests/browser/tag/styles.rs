//! Host pages whose style sheets mean no good: the widget stays readable and can be used, and none of its own styles leaves it.
//!
//! Belongs here: what a page's CSS can do to the element, by what the browser has computed. What is asked of each text and
//! control is in `inspect.js`.

use serde_json::{Value, json};

use super::visit;
use crate::harness::driver::Engine;
use crate::harness::{Case, Outcome, Page, case};
use crate::{check, same};

/// What is asked of all that is shown; gives a line for each that is not so.
const INSPECT: &str = include_str!("inspect.js");

/// A name, and the page's style sheet.
const SHEETS: &[(&str, &str)] = &[
    ("quiet", ""),
    ("unset", "* { all: unset !important }"),
    ("initial", "* { all: initial !important }"),
    ("revert", "* { all: revert !important }"),
    ("inherit", "main, main * { all: inherit !important }"),
    (
        "important_buttons",
        "button { all: unset !important; background: red !important; color: red !important; font-size: 2px !important; width: 3px !important; height: 3px !important; pointer-events: none !important }",
    ),
    (
        "important_texts",
        "p, h1, h2, h3, h4, h5, h6, span, strong, div, label { color: #eee !important; font: italic 4px/0 fantasy !important; text-transform: uppercase !important; margin: 40px !important }",
    ),
    (
        "important_lists",
        "ol, ul, li { list-style: square inside !important; float: right !important; width: 20px !important; margin: 80px !important }",
    ),
    (
        "important_inputs",
        "input, label { display: none !important; opacity: 0 !important; appearance: auto !important }",
    ),
    (
        "important_dialogs",
        "dialog, dialog::backdrop { display: none !important; width: 1px !important; background: red !important }",
    ),
    ("root_6px", "html { font-size: 6px !important }"),
    (
        "root_62_5",
        "html { font-size: 62.5% } body { font-size: 1.6rem }",
    ),
    ("root_100px", "html { font-size: 100px !important }"),
    ("font_size_0", "* { font-size: 0 !important }"),
    ("rtl", "html { direction: rtl }"),
    (
        "bidi",
        "* { direction: rtl !important; unicode-bidi: bidi-override !important }",
    ),
    ("vertical_root", "html { writing-mode: vertical-rl }"),
    (
        "vertical",
        "* { writing-mode: vertical-rl !important; text-orientation: upright !important }",
    ),
    (
        "uppercase",
        "* { text-transform: uppercase !important; font-variant: small-caps !important; font-style: italic !important }",
    ),
    (
        "letters",
        "* { letter-spacing: 1em !important; word-spacing: 3em !important }",
    ),
    (
        "pointer",
        "* { pointer-events: none !important; cursor: none !important; touch-action: none !important }",
    ),
    (
        "select",
        "* { -webkit-user-select: none !important; user-select: none !important }",
    ),
    ("visibility", "main * { visibility: hidden !important }"),
    (
        "white",
        "* { color: white !important; background: white !important; caret-color: white !important }",
    ),
    (
        "black",
        "* { color: #000 !important; background: #000 !important; fill: #000 !important; stroke: #000 !important }",
    ),
    (
        "fill",
        "* { -webkit-text-fill-color: transparent !important; -webkit-text-stroke: 4px red !important; text-shadow: 0 0 9px red !important; accent-color: red !important }",
    ),
    (
        "security",
        "* { -webkit-text-security: disc !important; quotes: none !important; tab-size: 0 !important }",
    ),
    (
        "opacity",
        "p, h2, button, span { opacity: 0 !important; filter: blur(9px) !important; clip-path: circle(0) !important }",
    ),
    ("zoom", "html { zoom: 1.25 }"),
    (
        "lines",
        "* { line-height: 0 !important; vertical-align: super !important }",
    ),
    (
        "indent",
        "* { text-indent: -9999px !important; text-align: right !important; text-align-last: right !important }",
    ),
    (
        "nowrap",
        "* { white-space: nowrap !important; overflow-wrap: normal !important; word-break: keep-all !important; text-wrap: nowrap !important }",
    ),
    (
        "pre",
        "* { white-space: pre !important; word-break: break-all !important; hyphens: auto !important; line-break: anywhere !important }",
    ),
    (
        "decoration",
        "* { text-decoration: line-through red 9px !important }",
    ),
    ("decorated_page", "body { text-decoration: line-through }"),
    (
        "scheme",
        ":root { color-scheme: dark; background: #111; color: #eee } * { forced-color-adjust: none !important }",
    ),
    (
        "columns",
        "main { columns: 2; column-gap: 40px } h1 { column-span: all }",
    ),
    (
        "float",
        "unstuck-guide { float: left !important; clear: both !important }",
    ),
    (
        "inline",
        "unstuck-guide { display: inline !important; font-size: 0 !important; color: inherit }",
    ),
    (
        "inline_block",
        "unstuck-guide { display: inline-block !important }",
    ),
    (
        "flex_centre",
        "main { display: flex; flex-direction: column; align-items: center }",
    ),
    (
        "flex_row",
        "main { display: flex } main > * { min-width: 0 }",
    ),
    (
        "grid",
        "main { display: grid; grid-template-columns: 300px 1fr; justify-items: center } unstuck-guide { grid-column: 1 }",
    ),
    (
        "clipped",
        "main > * { overflow: hidden !important; contain: paint }",
    ),
    (
        "trap",
        "main { transform: translateZ(0); contain: layout paint; filter: blur(0); perspective: 1px; position: relative; z-index: 0; isolation: isolate } html { background: #fff } \
              body::before { content: ''; position: fixed; inset: 0 0 auto; height: 60px; background: red; z-index: 2147483647 }",
    ),
    (
        "letters_named",
        "* { --a: red !important; --b: red; --c: red; --d: red; --e: red; --f: red; --g: red; --h: red; --i: red; --j: red; --k: red; --l: red; --m: red; --n: red; --o: red; --p: red; --q: red; --r: red; --s: red; --t: red; --u: red; --v: red; --w: red; --x: red; --y: red; --z: red; --ba: red; --bb: red; --bc: red; --accent: red; --text: red; --surface: red; --u-text: red; --u-surface: red; --u-17: 1px }",
    ),
    ("letters_registered", "@REGISTERED"),
    (
        "counters",
        "* { counter-reset: step 40 fix 40 line 40 !important; counter-increment: step 3 !important; content: 'x' !important } *::before, *::after { content: 'x' !important; position: fixed !important }",
    ),
    (
        "animated",
        "* { animation: z 1s infinite !important; transition: all 9s !important } @keyframes z { to { color: transparent; letter-spacing: 2em } } @keyframes u-forward { to { opacity: 0 } }",
    ),
    (
        "classes",
        ".unstuck, .card, .button, .view, .step, .heading, .icon, .sheet, .layout, [data-action], [part] { display: none !important; color: red !important }",
    ),
    (
        "bootstrap",
        "*, ::before, ::after { box-sizing: border-box } body { margin: 0; font: 400 1rem/1.5 sans-serif; color: #212529; background: #fff } button { text-transform: none; border-radius: 0 } .card { display: flex; border: 1px solid } \
                   [type=button]:not(:disabled) { cursor: pointer } ol, ul { padding-left: 2rem } label { display: inline-block } [hidden] { display: none !important } .btn, .button { padding: 0 }",
    ),
    (
        "preflight",
        "*, ::before, ::after, ::backdrop { box-sizing: border-box; border: 0 solid #e5e7eb; margin: 0; padding: 0 } html { line-height: 1.5; tab-size: 4 } h1, h2, h3 { font-size: inherit; font-weight: inherit } \
                   ol, ul { list-style: none } button, input { font: inherit; color: inherit; background: transparent } img, svg { display: block } dialog { padding: 0 } :where(*) { --tw-ring: 0 0 #0000 }",
    ),
    (
        "reset",
        "html, body, div, span, h1, h2, p, ol, ul, li, label, table, unstuck-guide { margin: 0; padding: 0; border: 0; font: inherit; vertical-align: baseline } ol, ul { list-style: none } * { min-width: 0; max-width: 100% }",
    ),
    (
        "dark_page",
        "html { background: #10131a; color: #cfd3dc } * { border-color: #333 !important } button { background: #000; color: #111 }",
    ),
];

pub fn cases() -> Vec<Case> {
    let mut cases: Vec<Case> = SHEETS
        .iter()
        .map(|&(name, css)| {
            case(format!("styles::{name}"), async move |page: Page| {
                holds(&page, name, css, "").await
            })
        })
        .collect();
    for name in ["quiet", "unset", "white", "black"] {
        let css = SHEETS.iter().find(|(known, _)| *known == name);
        let css = css.map_or("", |(_, css)| css);
        cases.push(case(
            format!("styles::{name}_dark"),
            async move |page: Page| holds(&page, name, css, "theme=dark").await,
        ));
    }
    for name in ["root_6px", "root_62_5", "root_100px"] {
        let css = SHEETS.iter().find(|(known, _)| *known == name);
        let css = css.map_or("", |(_, css)| css);
        cases.push(case(
            format!("styles::{name}_wide"),
            async move |page: Page| {
                put(&page, css, "");
                page.window(1280, 900).await?;
                page.client
                    .goto(&format!("{}/host.html", page.site.origin()))
                    .await?;
                page.ready().await?;
                good(&page, "the wide question").await
            },
        ));
    }
    cases.push(case("styles::nothing_leaks", nothing_leaks));
    cases.push(case("styles::from_right_to_left", from_right_to_left));
    cases
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

fn put(page: &Page, css: &str, attributes: &str) {
    let css = css.replace("@REGISTERED", &registered());
    page.site.put_page(
        "/host.html",
        &format!(
            "<!doctype html><html lang=en><head><meta charset=utf-8><title>Host</title>\
             <meta name=viewport content=\"width=device-width\"><style>{css}</style><script src=embed.js async></script></head>\
             <body class=post><main><h1>Help</h1><unstuck-guide guide=iphone-backup storage=none {attributes}></unstuck-guide><p>More.</p></main></body></html>"
        ),
    );
}

async fn good(page: &Page, at: &str) -> Outcome {
    // What moves is half see-through.
    page.js_async(
        "const moving = () => (shadow.getAnimations?.() ?? []).filter((a) => a.playState !== 'finished');
         await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
         moving().forEach((a) => { try { a.finish(); } catch {} });
         await until(() => moving().length === 0, 3000);",
        json!([]),
    )
    .await?;
    let found = page.js(INSPECT, json!([280])).await?;
    same!(found, json!([]), "{at}");
    Ok(())
}

/// Presses as a reader does, but where WebKit's driver points beside what it should.
async fn press(page: &Page, name: &str, action: &str) -> Outcome {
    if page.engine == Engine::Webkit && name == "zoom" {
        let found = "controls(arguments[0])[0]";
        page.js(&format!("{found}.click()"), json!([action]))
            .await?;
        return Ok(());
    }
    page.touch(action).await
}

/// Answers, and waits for the next screen.
async fn answer(page: &Page, name: &str, action: &str, next: &str) -> Outcome {
    press(page, name, action).await?;
    page.wait(
        &format!("the screen {next} after {action}"),
        &format!("return `${{state()?.screen}} ${{state()?.id}}` === {next:?}"),
    )
    .await
}

async fn holds(page: &Page, name: &str, css: &str, attributes: &str) -> Outcome {
    put(page, css, attributes);
    visit(page).await?;
    page.ready().await?;
    picture(page, name, "question").await?;
    good(page, "the question").await?;
    answer(page, name, "yes", "question storage").await?;
    answer(page, name, "no", "confirm storage").await?;
    good(page, "the risk").await?;
    answer(page, name, "confirm", "fix storage").await?;
    press(page, name, "tick").await?;
    page.wait("a tick", "return Object.values(ticks())[0]")
        .await?;
    good(page, "the fix").await?;
    picture(page, name, "fix").await?;
    press(page, name, "overview").await?;
    page.wait("the overview", "return controls('change').length > 0")
        .await?;
    good(page, "the overview").await?;
    picture(page, name, "overview").await?;
    press(page, name, "close").await?;
    page.wait(
        "the overview to close",
        "return !shadow.querySelector('dialog').open",
    )
    .await?;
    answer(page, name, "not-solved", "question power-wifi").await?;
    page.unharmed().await
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

/// A guide runs as its language does, whatever the page around says: the page's language, the article's own, the direction
/// that is to be.
async fn from_right_to_left(page: Page) -> Outcome {
    for (around, own, lang, direction) in [
        ("lang=ar dir=rtl", "", "ar", "rtl"),
        ("lang=en", "lang=he", "he", "rtl"),
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
        page.unharmed().await?;
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
    page.unharmed().await
}
