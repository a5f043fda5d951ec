//! The element's life on a page that moves, removes, copies and rewrites it; many of them; and what they leave behind.

mod frameworks;
mod moves;
mod several;

use serde_json::{Value, json};

use crate::harness::{Case, Outcome, Page};
use crate::tag::visit;

const ARTICLE: &str = "<article id=lamp data-unstuck-guide=lamp><h1>The lamp stays dark</h1><p>Three things to try.</p>
    <h2 data-unstuck-id=bulb>Change the bulb</h2><p>It may have burnt out.</p><ol><li>Unscrew it.</li><li>Screw it in.</li></ol>
    <h2 data-unstuck-id=plug>Plug it in</h2><p>It may be out.</p><ol><li>Find the plug.</li><li>Push it in.</li></ol>
    <h2 data-unstuck-id=fuse>Change the fuse</h2><p>It may have blown.</p><ol><li>Find the box.</li></ol></article>";

pub fn cases() -> Vec<Case> {
    let mut cases = moves::cases();
    cases.extend(frameworks::cases());
    cases.extend(several::cases());
    cases
}

/// Serves and opens a page with these elements, each an element's attributes, and waits for all of them.
async fn open(page: &Page, elements: &[&str]) -> Outcome {
    page.site.script(include_str!("../lifecycle.js"));
    let elements: String = elements
        .iter()
        .map(|attributes| format!("<unstuck-guide loading=eager {attributes}></unstuck-guide>"))
        .collect();
    page.site.put_page(
        "/host.html",
        &format!(
            "<!doctype html><html lang=en><head><meta charset=utf-8><title>Host</title><script src=embed.js async></script></head>
             <body><h1>Help</h1><div id=a>{elements}</div><div id=b></div><div id=hidden hidden></div><div id=shadow></div>{ARTICLE}</body></html>"
        ),
    );
    visit(page).await?;
    all_ready(page).await
}

async fn all_ready(page: &Page) -> Outcome {
    page.wait(
        "all widgets",
        // The page before may still be there.
        &format!(
            "if (location.origin !== {:?} || window.left) return false;
             window.$ = (which) => document.querySelector(which);
             window.all = [...document.querySelectorAll('unstuck-guide')];
             return all.length > 0 && all.every((el) => el.dataset.state === 'ready' && lives.read(el))",
            page.site.origin()
        ),
    )
    .await
}

/// Runs a script in the page: `all` are the elements.
async fn run(page: &Page, code: &str) -> Outcome<Value> {
    page.js_async(code, json!([])).await
}
