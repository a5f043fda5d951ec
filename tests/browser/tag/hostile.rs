//! Hostile words in every form that a guide, an attribute or a record can take: nothing of them runs, in any engine.
//!
//! Belongs here: what becomes of the payloads of `hostile.txt` once they are on screen. Does not: what each parser makes of them
//! (tests/forms.rs). A page's own article is not among the forms: what runs there is run by the page itself.

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::harness::Scope::{Chromium, EveryEngine};
use crate::harness::{Case, Outcome, Page, case};
use crate::{check, same};

/// One a line. Each calls `hit`, once it runs.
const PAYLOADS: &str = include_str!("hostile.txt");

/// How many elements stand on one page.
const AT_ONCE: usize = 60;

#[derive(Clone, Copy)]
enum Form {
    Marked,
    Plain,
    Markdown,
    Json,
    Attributes,
    Record,
}

pub fn cases() -> Vec<Case> {
    [
        (EveryEngine, "marked_html", Form::Marked),
        (EveryEngine, "plain_html", Form::Plain),
        (Chromium, "markdown", Form::Markdown),
        (Chromium, "json", Form::Json),
        (Chromium, "attributes", Form::Attributes),
        (Chromium, "record", Form::Record),
    ]
    .map(|(scope, name, form)| {
        case(format!("hostile::{name}"), async move |page: Page| {
            nothing_runs(&page, form).await
        })
        .scope(scope)
    })
    .into()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;")
}

/// A file that holds the payload wherever an author can put words.
fn file(form: Form, payload: &str) -> (&'static str, &'static str, String) {
    let escaped = escaped(payload);
    match form {
        Form::Plain => (
            "html",
            "text/html",
            format!(
                "<article><h1>The lamp fails</h1><p>Two things to try.</p><h2>Restart it {payload}</h2><p>It may be stuck. {payload}</p>\
                 <ol><li>Press the button. {payload}</li><li>Wait.</li></ol><h2>Replace it</h2><ol><li>Take it out.</li></ol></article>"
            ),
        ),
        Form::Markdown => (
            "md",
            "text/markdown",
            format!(
                "# The lamp fails\n\nTwo things to try.\n\n## Restart it {{#restart}}\n\nIt may be stuck. {payload}\n\n1. Press the button. {payload} {{#press}}\n\n## Replace it {{#replace}}\n\n1. Take it out. {{#out}}\n"
            ),
        ),
        Form::Json => (
            "json",
            "application/json",
            json!({
                "id": "lamp", "title": format!("The lamp fails {payload}"), "summary": payload,
                "fixes": [{
                    "id": "restart", "title": format!("Restart it {payload}"), "verdict": payload,
                    "reason": [[payload, {"strong": payload}, {"code": payload}, {"path": [payload, payload]}, {"link": {"href": payload, "text": payload}}]],
                    "steps": [{"id": "press", "text": [payload]}],
                }],
            })
            .to_string(),
        ),
        _ => (
            "html",
            "text/html",
            format!(
                "<article data-unstuck-guide=lamp data-unstuck-solved=\"{escaped}\"><h1>The lamp fails</h1><p>Two things to try.</p>\
                 <h2 data-unstuck-id=restart data-unstuck-verdict=\"{escaped}\">Restart it {payload}</h2><p>It may be stuck. {payload}</p>\
                 <ol><li data-unstuck-id=\"{escaped}\" data-unstuck-only-if=\"\">Press it. <a href=\"{escaped}\">{payload}</a><img src=\"{escaped}\" alt=\"{escaped}\"></li></ol></article>"
            ),
        ),
    }
}

async fn nothing_runs(page: &Page, form: Form) -> Outcome {
    let payloads: Vec<&str> = PAYLOADS.lines().collect();
    check!(payloads.len() >= 200, "{} payloads", payloads.len());
    for (round, some) in payloads.chunks(AT_ONCE).enumerate() {
        let mut elements = String::new();
        for (at, payload) in some.iter().enumerate() {
            let escaped = escaped(payload);
            match form {
                Form::Attributes => write!(
                    elements,
                    "<unstuck-guide loading=\"eager\" article=\"{escaped}\"></unstuck-guide><unstuck-guide loading=\"eager\" src=\"{escaped}\"></unstuck-guide>\
                     <unstuck-guide loading=\"eager\" guide=\"{escaped}\" lang=\"{escaped}\" theme=\"{escaped}\" heading-level=\"{escaped}\"></unstuck-guide>"
                )?,
                Form::Record => {
                    let id = format!("lamp-{round}-{at}");
                    let (_, _, text) = file(Form::Marked, "");
                    page.site.put(
                        &format!("/{id}.html"),
                        "text/html",
                        text.replace("guide=lamp", &format!("guide={id}")),
                    );
                    write!(
                        elements,
                        "<script>localStorage.setItem(\"unstuck:{id}\", {})</script><unstuck-guide loading=\"eager\" src=\"{id}.html\"></unstuck-guide>",
                        script(payload)
                    )?;
                }
                _ => {
                    let (end, mime, text) = file(form, payload);
                    let name = format!("h-{round}-{at}.{end}");
                    page.site.put(&format!("/{name}"), mime, text);
                    write!(
                        elements,
                        "<unstuck-guide loading=\"eager\" src=\"{name}\" storage=\"none\"></unstuck-guide>"
                    )?;
                }
            }
        }
        page.site.put_page(
            "/hostile.html",
            &format!(
                "<!doctype html><html lang=en><head><meta charset=utf-8><script>window.hits = []; window.hit = () => hits.push(1)</script>\
                 <script src=embed.js async></script></head><body>{elements}</body></html>"
            ),
        );
        page.client
            .goto(&format!("{}/hostile.html", page.site.origin()))
            .await?;
        settled(page).await?;
        same!(
            found(page).await?,
            json!([]),
            "what was found with the steps, round {round}"
        );
        // The same words once more, as a text to read.
        page.js(
            "for (const e of document.querySelectorAll('unstuck-guide')) e.shadowRoot.querySelector('[data-action=read]')?.click()",
            json!([]),
        )
        .await?;
        settled(page).await?;
        same!(
            found(page).await?,
            json!([]),
            "what was found in the text, round {round}"
        );
    }
    Ok(())
}

/// A string for a script in the page.
fn script(text: &str) -> String {
    json!(text).to_string().replace('<', "\\u003c")
}

/// Every element is ready or has given up, and every picture has come or failed.
async fn settled(page: &Page) -> Outcome {
    page.wait(
        "every element to settle",
        "const all = [...document.querySelectorAll('unstuck-guide')];
         const done = (e) => ['ready', 'failed', 'refused'].includes(e.dataset.state) || e.dataset.view === 'read' && e.dataset.state !== 'loading';
         return all.length > 0 && all.every(done) && all.every((e) => [...e.shadowRoot.querySelectorAll('img')].every((i) => i.complete || i.loading === 'lazy'))",
    )
    .await
}

/// What ran, and what in the widgets could.
async fn found(page: &Page) -> Outcome<Value> {
    page.js(
        "const bad = hits.map(() => 'ran');
         for (const host of document.querySelectorAll('unstuck-guide')) for (const e of host.shadowRoot.querySelectorAll('*')) {
           if (/^(script|iframe|object|embed|form|base|meta|link|style|template|math|video|audio|input|textarea)$/.test(e.localName) && !(e.localName === 'input' && e.type === 'checkbox')) bad.push(e.outerHTML);
           for (const { name, value } of e.attributes) {
             if (/^on/i.test(name) || name === 'style' || name === 'srcdoc' || name === 'formaction') bad.push(e.outerHTML);
             if ((name === 'href' || name === 'src') && !/^(https?|mailto|tel):$/.test(new URL(value, document.baseURI).protocol) && !/^data:image\\/(png|jpeg|gif|webp)[;,]/.test(value)) bad.push(e.outerHTML);
           }
         }
         return bad.slice(0, 3)",
        json!([]),
    )
    .await
}
