//! What the browser itself counts as a shift of the layout, on a page of someone else's: nothing, whatever becomes of the widget.
//!
//! Belongs here: an element that is defined as it is parsed, or whose place the page keeps as the docs say, in each state. Does not: what
//! moves by an answer (`landing`), and the page that we build (`page/first`, `page/boot`).

use serde_json::json;

use super::visit;
use crate::harness::driver::Engine;
use crate::harness::names::VIEW_KEY;
use crate::harness::server::Fault;
use crate::harness::{Case, Outcome, Page, case};
use crate::page::first::LOADING;
use crate::{check, same};

const CHROMIUM: &[Engine] = &[Engine::Chromium];
const LAMP: &str = "<article id=lamp data-unstuck-guide=lamp><h2>The lamp stays dark</h2><p>Two things to try.</p>
    <p data-unstuck-id=led data-unstuck-ask='Is it an LED?'>It says so on it.</p>
    <h3 data-unstuck-id=bulb>Change the bulb</h3><p>It may have burnt out.</p><ol><li>Unscrew it.</li><li>Screw in another.</li></ol>
    <h3 data-unstuck-id=plug>Plug it in</h3><p>It may be loose.</p><ol><li>Push.</li></ol></article>";
/// What the docs give to pages that load the script late.
const KEPT: &str = "<style>unstuck-guide { display: block; min-height: 700px }</style>";

/// What goes wrong, and the state that comes of it.
type State = (&'static str, &'static str, Option<Fault>, &'static str);

pub fn cases() -> Vec<Case> {
    let plain = |article: &str| {
        let marks = [
            " data-unstuck-guide=lamp",
            " data-unstuck-id=led data-unstuck-ask='Is it an LED?'",
            " data-unstuck-id=bulb",
            " data-unstuck-id=plug",
        ];
        marks.iter().fold(article.to_owned(), |article, mark| {
            article.replace(mark, "")
        })
    };
    let states: [State; 4] = [
        ("ready", "", Some(Fault::Held), "ready"),
        (
            "slow",
            "const wait = setTimeout; window.setTimeout = (f, ms, ...more) => wait(f, ms === 10000 ? 1500 : ms, ...more)",
            Some(Fault::Held),
            "slow",
        ),
        ("failed", "", Some(Fault::Status(503)), "failed"),
        ("reading", "", None, "reading"),
    ];
    let mut cases = Vec::new();
    for (kind, article) in [("marked", LAMP.to_owned()), ("plain", plain(LAMP))] {
        for (place, head, async_) in [("defined", "", ""), ("kept", KEPT, "async")] {
            for (name, script, fault, state) in states.clone() {
                // A page that keeps the place for the steps keeps it for nothing where the article is read.
                if place == "kept" && state == "reading" {
                    continue;
                }
                let article = article.clone();
                // A fix can be higher than a question: the page says how high.
                let room = if kind == "plain" {
                    "style=--unstuck-min-height:640px"
                } else {
                    ""
                };
                cases.push(
                    case(format!("shift::{kind}_{place}_{name}"), async move |page: Page| {
                        if let Some(fault) = fault {
                            page.site.fault("_bg.wasm", fault);
                        }
                        let view = if state == "reading" { format!("localStorage.setItem('{VIEW_KEY}', 'read');") } else { String::new() };
                        page.site.script(&format!("{view}{script}"));
                        if state == "ready" {
                            page.site.release_once(LOADING);
                        }
                        page.site.put_page(
                            "/host.html",
                            &format!(
                                "<!doctype html><html lang=en><head><meta charset=utf-8><title>Host</title>{head}<script src=embed.js {async_}></script></head>\
                                 <body><h1>Help</h1><p>About lamps.</p><unstuck-guide article=#lamp {room}></unstuck-guide><p>Below</p>{article}</body></html>"
                            ),
                        );
                        stands(&page, state).await
                    })
                    .only_in(CHROMIUM),
                );
            }
        }
    }
    cases
}

async fn stands(page: &Page, state: &str) -> Outcome {
    visit(page).await?;
    page.wait(state, &format!("return host?.dataset.state === {state:?}"))
        .await?;
    // What comes of it is drawn, and what the browser has counted is told.
    page.js_async(
        "for (let frame = 0; frame < 10; frame++) await new Promise((next) => requestAnimationFrame(next)); await new Promise((next) => setTimeout(next, 100))",
        json!([]),
    )
    .await?;
    let below = page
        .js(
            "return host.nextElementSibling.getBoundingClientRect().top < innerHeight",
            json!([]),
        )
        .await?;
    check!(below == json!(true), "nothing that could move is in view");
    let shift = page.js("return __seen.shift", json!([])).await?;
    same!(shift.as_f64(), Some(0.0), "layout shift");
    Ok(())
}
