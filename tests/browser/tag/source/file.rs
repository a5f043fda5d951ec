//! Guides in files, by `src` and by `guide`: HTML, Markdown, JSON.

use serde_json::json;

use super::{MARKDOWN, MARKED, PLAIN, titled};
use crate::harness::names::READER;
use crate::harness::{Case, Outcome, Page, case};
use crate::tag::{asked, heading, open};
use crate::{check, same};

pub(super) fn cases() -> Vec<Case> {
    vec![
        case("source::src_html", src_html).in_every_engine(),
        case("source::src_is_inert", src_is_inert),
        case("source::src_plain_html", src_plain_html),
        case("source::src_markdown", src_markdown),
        case("source::src_plain_markdown", src_plain_markdown),
        case("source::src_json", src_json),
        case(
            "source::longest_article_of_a_file",
            longest_article_of_a_file,
        ),
        case("source::src_by_its_type", src_by_its_type),
        case("source::built_in", built_in),
        case(
            "source::language_that_is_not_there",
            language_that_is_not_there,
        ),
    ]
}

const JSON: &str = r#"{"id":"lamp","title":"The lamp stays dark","summary":"Two things to try.","fixes":[
    {"id":"bulb","title":"Change the bulb","reason":[["It may have burnt out: ",{"link":{"href":"../bulbs.html","text":"bulbs"}}]],
     "steps":[{"id":"off","text":["Unscrew it."]}]},
    {"id":"plug","title":"Plug it in","steps":[{"id":"push","text":["Push."]}]}]}"#;

/// The guide is there and can be walked; a relative link leads where it leads in the file.
async fn first_fix(page: &Page) -> Outcome {
    let screen = page.screen().await?;
    check!(screen.is("fix", "bulb"), "the first screen: {screen:?}");
    same!(
        heading(page).await?,
        json!("Change the bulb"),
        "the heading"
    );
    let link = page
        .js(
            "return shadow.querySelector('.reason a')?.getAttribute('href')",
            json!([]),
        )
        .await?;
    same!(
        link,
        json!(format!("{}/bulbs.html", page.site.origin())),
        "the link"
    );
    let screen = page.act("not-solved").await?;
    check!(screen.is("fix", "plug"), "the second screen: {screen:?}");
    page.no_errors().await
}

async fn src_html(page: Page) -> Outcome {
    page.site.put("/g/lamp.html", "text/html", MARKED);
    open(&page, "src=\"g/lamp.html\"", "").await?;
    let text = page.text().await?;
    check!(text.contains("may’ve"), "the file is read as UTF-8: {text}");
    first_fix(&page).await?;
    same!(
        asked(&page, READER, ".wasm"),
        0,
        "the reader for a marked file"
    );
    Ok(())
}

/// Nothing of a file runs, and nothing that it points to is fetched.
async fn src_is_inert(page: Page) -> Outcome {
    let hostile = MARKED.replace(
        "<header>",
        "<script>window.ran = 1</script><img src=\"never.png\" onerror=\"window.ran = 2\"><svg onload=\"window.ran = 3\"></svg>\
         <p><a href=\"javascript:window.ran = 4\">link</a></p><header>",
    );
    page.site.put("/g/lamp.html", "text/html", hostile);
    open(&page, "src=\"g/lamp.html\"", "").await?;
    page.act("not-solved").await?;
    same!(
        page.js("return window.ran ?? null", json!([])).await?,
        json!(null),
        "what ran"
    );
    same!(asked(&page, "never", ".png"), 0, "the picture was fetched");
    page.no_errors().await
}

async fn src_plain_html(page: Page) -> Outcome {
    page.site.put(
        "/g/lamp.html",
        "text/html",
        format!("<!doctype html><title>x</title>{PLAIN}"),
    );
    open(&page, "src=\"g/lamp.html\"", "").await?;
    same!(
        heading(&page).await?,
        json!("Change the bulb"),
        "the heading"
    );
    same!(asked(&page, READER, ".wasm"), 1, "the reader");
    page.act("not-solved").await?;
    page.no_errors().await
}

async fn src_markdown(page: Page) -> Outcome {
    page.site.put("/g/lamp.md", "text/plain", MARKDOWN);
    open(&page, "src=\"g/lamp.md\"", "").await?;
    first_fix(&page).await
}

/// Without marks it is adopted like any article.
async fn src_plain_markdown(page: Page) -> Outcome {
    let plain = "# The lamp stays dark\n\nTwo things to try.\n\n## Change the bulb\n\nIt may have burnt out.\n\n1. Unscrew it.\n2. Screw in a new one.\n\n## Plug it in\n\n1. Push the plug in.\n2. Turn it on.\n";
    page.site.put("/g/lamp.md", "", plain);
    open(&page, "src=\"g/lamp.md\"", "").await?;
    same!(
        heading(&page).await?,
        json!("Change the bulb"),
        "the heading"
    );
    page.act("not-solved").await?;
    page.no_errors().await
}

/// A page of someone else's has teasers, and its title and language stand outside of the article.
async fn longest_article_of_a_file(page: Page) -> Outcome {
    let article = PLAIN.replace("<h1>The lamp stays dark</h1>", "");
    page.site.put(
        "/g/lamp.html",
        "text/html",
        format!("<!doctype html><html lang=\"en-GB\"><title>Lamps</title><h1>The lamp stays dark</h1><article><h2>Other</h2></article>{article}"),
    );
    open(&page, "src=\"g/lamp.html\"", "").await?;
    same!(
        heading(&page).await?,
        json!("Change the bulb"),
        "the heading"
    );
    same!(
        page.js("return root().lang", json!([])).await?,
        json!("en-GB"),
        "the language"
    );
    titled(&page).await
}

async fn src_json(page: Page) -> Outcome {
    page.site.put("/g/lamp.json", "", JSON);
    open(&page, "src=\"g/lamp.json?v=1\"", "").await?;
    first_fix(&page).await
}

/// Where the address does not tell, the server does.
async fn src_by_its_type(page: Page) -> Outcome {
    for (path, mime, text) in [
        ("/g/one", "text/markdown; charset=utf-8", MARKDOWN),
        ("/g/two", "application/json", JSON),
        ("/g/three", "text/html", MARKED),
    ] {
        page.site.put(path, mime, text);
        open(&page, &format!("src=\"{path}\" storage=\"none\""), "").await?;
        first_fix(&page).await?;
    }
    Ok(())
}

async fn built_in(page: Page) -> Outcome {
    open(&page, "guide=\"printer\"", "").await?;
    let told = page
        .js(
            "return __seen.events.find((e) => e.name === 'ready').detail.id",
            json!([]),
        )
        .await?;
    same!(told, json!("printer"), "the guide");
    same!(
        asked(&page, READER, ".wasm"),
        0,
        "the reader for a marked file"
    );
    page.no_errors().await
}

async fn language_that_is_not_there(page: Page) -> Outcome {
    for lang in ["fr", "en-GB", "constructor"] {
        open(&page, &format!("guide=\"router\" lang=\"{lang}\""), "").await?;
        check!(
            page.site
                .log()
                .iter()
                .any(|path| path == "/guides/router.en.html"),
            "for {lang}: {:?}",
            page.site.log()
        );
        let shown = page.js("return root().lang", json!([])).await?;
        same!(shown, json!("en"), "the widget's own language for {lang}");
    }
    page.no_errors().await
}
