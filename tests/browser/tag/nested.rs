//! Within another app that is written with Yew, and beside a widget that such an app renders itself: two WebAssembly
//! modules with the same names and numbers for everything, and neither hears the other. The app is `examples/yew-app`.

use serde_json::{Value, json};

use super::visit;
use crate::harness::{Case, Outcome, Page, case};
use crate::{check, same};

pub fn cases() -> Vec<Case> {
    vec![
        case("nested::the_tag_in_an_app", the_tag_in_an_app),
        case("nested::the_component", the_component),
        case(
            "nested::the_component_where_storage_fills_up",
            the_component_where_storage_fills_up,
        ),
        case(
            "nested::the_component_beside_the_tag",
            the_component_beside_the_tag,
        )
        .in_every_engine(),
    ]
}

/// Serves and opens the app; `search` tells it what to show.
async fn open(page: &Page, search: &str) -> Outcome {
    let folder = std::env::var_os("UNSTUCK_YEW_APP").ok_or(
        "UNSTUCK_YEW_APP is not set: the folder of the built example. `cargo xtask test` sets it.",
    )?;
    let file = |name: &str| std::fs::read(std::path::Path::new(&folder).join(name));
    page.site.script(include_str!("lifecycle.js"));
    page.site
        .put("/app/app.js", "text/javascript", file("app.js")?);
    page.site
        .put("/app/app_bg.wasm", "application/wasm", file("app_bg.wasm")?);
    page.site.put_page(
        "/host.html",
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>App</title><script src=embed.js async></script>
         <script type=module>import init from './app/app.js'; init();</script></head><body></body></html>",
    );
    visit(page).await?;
    if !search.is_empty() {
        page.client
            .goto(&format!("{}/host.html{search}", page.site.origin()))
            .await?;
    }
    page.wait(
        "the app",
        "window.$ = (which) => document.querySelector(which);
         // What the app says of itself: its buttons' presses, the presses around the widget, what the guide told it.
         window.app = () => ({ pressed: Number($('#pressed').textContent), around: Number($('#around').textContent), told: $('#told').textContent });
         window.widget = () => $('unstuck-guide') ?? $('section > div');
         return Boolean($('#pressed') && lives.read(widget()) && (!widget().matches('unstuck-guide') || widget().dataset.state === 'ready'))",
    )
    .await
}

async fn run(page: &Page, code: &str) -> Outcome<Value> {
    page.js_async(code, json!([])).await
}

async fn the_tag_in_an_app(page: Page) -> Outcome {
    open(&page, "?tag").await?;
    // The same ids and marks on both sides, or this would show nothing.
    let alike = run(
        &page,
        "return ['heading', 'before'].every((id) => $('#' + id) && lives.inside(widget()).querySelector('#' + id))",
    )
    .await?;
    same!(
        alike,
        json!(true),
        "the app has elements of the widget's ids"
    );
    let told = run(
        &page,
        "const el = widget();
         const wrong = [];
         const settled = async () => { for (let i = 0; i < 5; i++) await lives.task(); };
         // Into the widget: what is around it hears one press, as of any element, and no button of the app does.
         let around = 0;
         for (const action of ['yes', 'yes', 'no', 'overview', 'close', 'back', 'no']) {
           const before = JSON.stringify(lives.read(el));
           lives.press(el, action);
           around += 1;
           await lives.until('a press around it after ' + action, () => app().around >= around).catch((why) => wrong.push(String(why)));
           if (!/overview|close/.test(action)) await lives.until(action, () => JSON.stringify(lives.read(el)) !== before);
           await settled();
           if (app().around !== around || app().pressed !== 0) wrong.push([action, app()]);
         }
         // Into the app: the widget stays as it is.
         const before = JSON.stringify(lives.read(el));
         const buttons = [...document.querySelectorAll('.device')];
         for (const [at, button] of buttons.entries()) {
           button.click();
           await lives.until('the app', () => app().pressed > at);
           await settled();
           if (app().pressed !== at + 1 || app().around !== around || JSON.stringify(lives.read(el)) !== before)
             wrong.push([at, app(), lives.read(el), before]);
         }
         // Rendered anew around it, hidden and shown: the widget is where it was.
         $('#darken').click();
         $('#fold').click();
         await lives.until('it to be hidden', () => !widget());
         await lives.gone(el);
         $('#fold').click();
         await lives.until('it to be shown', () => widget());
         await lives.ready(widget());
         if (JSON.stringify(lives.read(widget())) !== before) wrong.push([lives.read(widget()), before]);
         await lives.act(widget(), 'back');
         return wrong",
    )
    .await?;
    same!(told, json!([]), "what went otherwise");
    page.no_errors().await
}

async fn the_component(page: Page) -> Outcome {
    open(&page, "").await?;
    let told = run(
        &page,
        "const el = widget();
         const settled = async () => { for (let i = 0; i < 5; i++) await lives.task(); };
         const styled = getComputedStyle(lives.inside(el).querySelector('.card')).borderRadius;
         await lives.act(el, 'no');
         await lives.act(el, 'not-solved');
         await lives.until('the app to be told', () => app().told === 'unstuck-screen seat fix').catch(() => 0);
         const heard = app();
         $('.device').click();
         $('#darken').click();
         await lives.until('the theme', () => lives.inside(el).querySelector('[data-theme=dark]'));
         $('#attach').click();
         await lives.until('a report', () => $('#letter').value);
         const before = lives.read(el);
         $('#fold').click();
         await lives.until('it to be hidden', () => !widget());
         $('#fold').click();
         await lives.until('it to be shown', () => widget() && lives.read(widget()));
         const after = lives.read(widget());
         history.back();
         await lives.until('Back', () => lives.read(widget()).id === 'socket');
         await settled();
         return { styled, heard, pressed: app().pressed, letter: $('#letter').value, before, after, record: JSON.parse(localStorage.getItem('unstuck:kettle')).guide }",
    )
    .await?;
    check!(
        told["styled"] != json!("0px"),
        "the style sheet is there: {told}"
    );
    same!(
        told["heard"],
        json!({ "pressed": 0, "around": 2, "told": "unstuck-screen seat fix" }),
        "what the app hears"
    );
    same!(told["pressed"], json!(1), "a button of the app's own");
    let letter = told["letter"].as_str().unwrap_or_default();
    check!(
        letter.contains("When the kettle stays cold") && letter.contains("1. Try another socket"),
        "the report: {letter}"
    );
    same!(told["before"]["id"], json!("seat"), "the screen");
    same!(told["after"], told["before"], "after it was away");
    same!(told["record"], json!("kettle"), "what is stored");
    let errors = page.errors().await?;
    check!(errors.is_empty(), "errors in the page: {errors:?}");
    Ok(())
}

/// Where an answer cannot be kept any more, the card says so, and not that it is kept.
async fn the_component_where_storage_fills_up(page: Page) -> Outcome {
    open(&page, "").await?;
    let said = run(
        &page,
        "const el = widget();
         const kept = () => lives.inside(el).querySelector('.kept')?.textContent ?? '';
         const notice = () => lives.inside(el).querySelector('[data-screen]').dataset.notice ?? null;
         // Where there is a second copy, it is enough.
         IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError') };
         await lives.act(el, 'no');
         await lives.until('what is said of the keeping', () => kept().includes('kept on this device'));
         const before = notice();
         Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') };
         await lives.act(el, 'not-solved');
         await lives.until('a notice', () => notice() === 'not-kept').catch(() => 0);
         return [before, notice(), kept().includes('kept on this device')]",
    )
    .await?;
    same!(
        said,
        json!([null, "not-kept", false]),
        "the notice before and after, and whether it is said to be kept"
    );
    Ok(())
}

async fn the_component_beside_the_tag(page: Page) -> Outcome {
    open(&page, "").await?;
    let told = run(
        &page,
        "const own = widget();
         const tag = document.createElement('unstuck-guide');
         tag.setAttribute('guide', 'router');
         // Within what the app renders into, outside of what it renders.
         document.body.append(tag);
         await lives.ready(tag);
         const wrong = [];
         const read = () => `${lives.read(own).id} ${lives.read(tag).id} ${app().pressed}`;
         const then = async (done, wanted) => {
           await done();
           await lives.until(wanted, () => read() === wanted).catch((why) => wrong.push(`${why}: ${read()}`));
           for (let i = 0; i < 5; i++) await lives.task();
           if (read() !== wanted) wrong.push(`${wanted} became ${read()}`);
         };
         await then(() => lives.press(tag, 'yes'), 'socket provider 0');
         await then(() => lives.act(own, 'no'), 'socket provider 0');
         await then(() => lives.press(own, 'not-solved'), 'seat provider 0');
         await then(() => lives.press(tag, 'no'), 'seat modem 0');
         await then(() => lives.press(own, 'back'), 'socket modem 0');
         await then(() => $('.device').click(), 'socket modem 1');
         await then(() => lives.press(tag, 'back'), 'socket provider 1');
         return wrong",
    )
    .await?;
    same!(told, json!([]), "what went otherwise");
    page.no_errors().await
}
