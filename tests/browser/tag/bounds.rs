//! Articles that are too much, forms that name our accessors away, and pictures that would tell where the reader is.
//!
//! Belongs here: what only a browser's document can be. Does not: the bounds themselves (`crates/core/tests/read/hostile.rs`), or
//! the rule for addresses (`web/test/loader.test.ts`).

use std::fmt::Write as _;

use serde_json::json;

use super::source::fails;
use super::{open, put_host, visit, walk_and_read};
use crate::harness::{Case, Outcome, Page, case};
use crate::{check, same};

pub fn cases() -> Vec<Case> {
    let mut cases = vec![
        case("bounds::forms", forms).in_every_engine(),
        case("bounds::pictures", pictures),
    ];
    for (name, inside) in [
        // A parser opens the unclosed ones anew in each paragraph.
        (
            "unclosed",
            (0..20_000)
                .map(|n| format!("<b a={n}><p>"))
                .collect::<String>(),
        ),
        ("nested", "<div>".repeat(300_000)),
        ("many", "<br>".repeat(100_001)),
    ] {
        cases.push(case(
            format!("bounds::file_{name}"),
            async move |page: Page| {
                let file = format!("<article>{FIX}{inside}");
                page.site.put("/g/large.html", "text/html", file);
                fails(&page, "src=\"g/large.html\"", "", "too-large", "large.html").await?;
                let link = page
                    .js(
                        "return shadow.querySelector('.text a')?.getAttribute('href')",
                        json!([]),
                    )
                    .await?;
                let file = format!("{}/g/large.html", page.site.origin());
                same!(link, json!(file), "the file is there to read");
                Ok(())
            },
        ));
    }
    for (name, inside) in [
        ("many_nodes", "<br>".repeat(100_001)),
        ("long_text", "x".repeat((2 << 20) + 1)),
        (
            "long_attribute",
            format!("<p class=\"{}\">x</p>", "x".repeat((2 << 20) + 1)),
        ),
        ("deep", format!("{}x", "<div>".repeat(101))),
        ("much_on_one_screen", "<p>Press it.</p>".repeat(1_001)),
    ] {
        cases.push(case(format!("bounds::{name}"), async move |page: Page| {
            let article = format!("<article id=a>{FIX}{inside}</article>");
            fails(
                &page,
                "article=\"#a\"",
                &article,
                "too-large",
                "the article",
            )
            .await?;
            let below = page
                .js(
                    "return plain(shadow.querySelector('[role=status]').textContent)",
                    json!([]),
                )
                .await?;
            check!(
                below.as_str().is_some_and(|said| said.contains("below")),
                "the article is there to read: {below}"
            );
            Ok(())
        }));
    }
    cases
}

const FIX: &str = "<h1>The lamp stays dark</h1><h2>Change the bulb</h2><ol><li>Unscrew it.</li><li>Screw in a new one.</li></ol>";

/// Every property by which an article is read, by us or by what we are built with.
const NAMES: [&str; 30] = [
    "attributes",
    "baseURI",
    "childNodes",
    "children",
    "closest",
    "compareDocumentPosition",
    "contains",
    "dataset",
    "firstChild",
    "firstElementChild",
    "getAttribute",
    "getAttributeNames",
    "hasAttribute",
    "id",
    "innerText",
    "isConnected",
    "lang",
    "localName",
    "matches",
    "nextSibling",
    "nodeName",
    "nodeType",
    "nodeValue",
    "ownerDocument",
    "parentNode",
    "querySelector",
    "querySelectorAll",
    "scrollIntoView",
    "tagName",
    "textContent",
];

/// An article that is a form reads like any other, wherever the input of that name stands, and so does one with a form in it. Marked articles
/// are read by the widget, others by the reader.
async fn forms(page: Page) -> Outcome {
    let marked = FIX.replace("<h2>", "<h2 data-unstuck-id=bulb>");
    let mut body = String::new();
    let mut count = 0;
    for name in NAMES {
        for words in [FIX, &marked] {
            for (before, inside, selector) in [
                ("", format!("<input name={name}>"), "form"),
                ("<input form=ID name=NAME>", String::new(), "form"),
                ("", format!("<input name={name}>"), "article"),
            ] {
                count += 1;
                let before = before
                    .replace("ID", &format!("f{count}"))
                    .replace("NAME", name);
                // A form within an article is no part of what is read.
                let (around, within) = match selector {
                    "form" => ("", words),
                    _ => (words, ""),
                };
                write!(
                    body,
                    "<div id=d{count}><article>{around}{before}<form id=f{count}>{within}{inside}</form></article>\
                     <unstuck-guide loading=eager storage=none article=\"#d{count} {selector}\"></unstuck-guide></div>"
                )?;
            }
        }
    }
    page.site.put_page(
        "/host.html",
        &format!("<!doctype html><html lang=en><head><title>Host</title><script src=embed.js async></script></head><body>{body}</body></html>"),
    );
    visit(&page).await?;
    page.wait(
        "every widget to be there",
        "const all = [...document.querySelectorAll('unstuck-guide')]; return all.length > 0 && all.every((e) => e.dataset.state && e.dataset.state !== 'loading')",
    )
    .await?;
    let wrong = page
        .js(
            "return [...document.querySelectorAll('unstuck-guide')].filter((e) => e.dataset.state !== 'ready' || plain(e.shadowRoot.querySelector('#heading')?.textContent) !== 'Change the bulb')
               .map((e) => [e.getAttribute('article'), e.dataset.state, e.previousElementSibling.querySelector('input').name])",
            json!([]),
        )
        .await?;
    same!(wrong, json!([]), "what was not read");
    page.no_errors().await
}

/// Pictures of a third party are not asked for, in any format and either view, unless the page allows it; no server of pictures
/// is told the page.
async fn pictures(page: Page) -> Outcome {
    let third = page.site.other().await?;
    let picture = format!("{}/p.png", third.origin());
    let html = format!("<img src={picture} alt=bulb><img src=own.png alt=own>");
    let json = json!({
        "id": "lamp", "title": "The lamp stays dark", "summary": "One thing to try.",
        "fixes": [{ "id": "bulb", "title": "Change the bulb", "steps": [
            { "id": "off", "text": [["Unscrew it.", { "image": { "src": picture, "alt": "bulb" } }, { "image": { "src": "own.png", "alt": "own" } }]] },
        ] }],
    });
    for (name, text) in [
        (
            "plain.html",
            FIX.replace("Unscrew it.", &format!("Unscrew it. {html}")),
        ),
        (
            "marked.html",
            FIX.replace("<h2>", "<h2 data-unstuck-id=bulb>")
                .replace("Unscrew it.", &format!("Unscrew it. {html}")),
        ),
        (
            "g.md",
            format!(
                "# The lamp stays dark {{#lamp}}\n\nOne thing to try.\n\n## Change the bulb {{#bulb}}\n\n1. Unscrew it. ![bulb]({picture}) ![own](own.png) {{#off}}\n"
            ),
        ),
        ("g.json", json.to_string()),
    ] {
        for any in [false, true] {
            let pictures = if any { "any" } else { "own" };
            // A name of its own: what the page before asks for may come late.
            let file = format!("{pictures}-{name}.png");
            page.site
                .put(&format!("/g/{name}"), "", text.replace("p.png", &file));
            open(
                &page,
                &format!("src=\"g/{name}\" pictures={pictures} storage=none"),
                "",
            )
            .await?;
            let shown = "return [...shadow.querySelectorAll('img')].map((i) => [i.alt, i.referrerPolicy, i.loading])";
            let own = json!(["own", "no-referrer", "lazy"]);
            let wanted = if any {
                json!([["bulb", "no-referrer", "lazy"], own])
            } else {
                json!([own])
            };
            same!(
                page.js(shown, json!([])).await?,
                wanted,
                "the pictures of {name}, {pictures}"
            );
            check!(
                page.text().await?.contains("bulb") || any,
                "the words of the picture in {name}"
            );
            walk_and_read(&page).await?;
            let read = "const text = shadow.querySelector('[part=article]'); return [...text.querySelectorAll('img')].map((i) => [i.alt, i.referrerPolicy, i.loading])";
            same!(
                page.js(read, json!([])).await?,
                wanted,
                "the pictures in the text of {name}, {pictures}"
            );
            let asked = third.log().contains(&format!("/{file}"));
            check!(any || !asked, "the third party was asked by {name}");
        }
    }
    // The page's own article stays as it is.
    let own = FIX.replace(
        "Unscrew it.",
        &format!("Unscrew it. <img src={picture} alt=bulb>"),
    );
    put_host(
        &page,
        "article=\"#a\" storage=none",
        &format!("<article id=a>{own}</article>"),
    );
    visit(&page).await?;
    page.ready().await?;
    let shown = page
        .js("return [...shadow.querySelectorAll('img')].map((i) => [i.alt, i.getAttribute('referrerpolicy')])", json!([]))
        .await?;
    same!(shown, json!([["bulb", null]]), "the page's own picture");
    page.no_errors().await
}
