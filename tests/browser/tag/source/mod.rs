//! From `article`, `src` and `guide` to the widget, or to a word on why not.
//!
//! Belongs here: where a guide comes from. Does not: what fails of the widget's own files (`faults`).

mod file;
mod refused;

pub(super) use refused::fails;

use axum::http::header;
use serde_json::{Value, json};

use crate::harness::driver::Engine;
use crate::harness::names::{FILE_READER, READER};
use crate::harness::server::Fault;
use crate::harness::{Case, Outcome, Page, case};
use crate::same;
use crate::tag::{asked, heading, open, visit};

pub fn cases() -> Vec<Case> {
    let mut cases = vec![
        case("source::title_of_the_page", title_of_the_page),
        case("source::language_that_is_none", language_that_is_none).in_every_engine(),
        case("source::plain_article", plain_article).in_every_engine(),
        case(
            "source::article_that_is_still_coming",
            article_that_is_still_coming,
        )
        .in_every_engine(),
        case("source::trusted_types", trusted_types).only_in(&[Engine::Chromium]),
        case(
            "source::no_reader_for_a_marked_article",
            no_reader_for_a_marked_article,
        ),
    ];
    cases.extend(file::cases());
    cases.extend(refused::cases());
    cases
}

const MARKED: &str = "<!doctype html><html lang=en><body><p>Before</p><article data-unstuck-guide=lamp>
    <header><h1>The lamp stays dark</h1><p>Three things to try.</p></header>
    <section data-unstuck-id=bulb><h2>Change the bulb</h2><p>It may’ve burnt out: <a href=\"../bulbs.html\">bulbs</a>.</p>
    <ol><li>Unscrew it.</li><li>Screw in a new one.</li></ol></section>
    <section data-unstuck-id=plug><h2>Plug it in</h2><p>It may be loose.</p><ol><li>Push.</li></ol></section></article>";

const PLAIN: &str = "<article id=\"plain\" class=\"post\"><h1>The lamp stays dark</h1><p>Two things to try.</p>
    <h2>Change the bulb</h2><p>It may have burnt out.</p><ol><li>Unscrew it.</li><li>Screw in a new one.</li></ol>
    <h2>Plug it in</h2><p>It may be loose.</p><ol><li>Push the plug in.</li></ol></article>";

const MARKDOWN: &str = "# The lamp stays dark {#lamp}\n\nTwo things to try.\n\n## Change the bulb {#bulb}\n\nIt may have burnt out: [bulbs](../bulbs.html).\n\n1. Unscrew it. {#off}\n2. Screw in a new one. {#on}\n\n## Plug it in {#plug}\n\nIt may be loose.\n\n1. Push. {#push}\n";

/// The page's own title is the article's, where that has none.
async fn title_of_the_page(page: Page) -> Outcome {
    let article = PLAIN.replace("<h1>The lamp stays dark</h1>", "");
    page.site.put_page(
        "/host.html",
        &format!(
            "<!doctype html><html lang=\"en\"><head><title>Host</title><script src=\"embed.js\" async></script></head><body>\
             <h1>The lamp stays dark</h1><unstuck-guide article=\"#plain\"></unstuck-guide>{article}</body></html>"
        ),
    );
    visit(&page).await?;
    page.ready().await?;
    titled(&page).await
}

async fn titled(page: &Page) -> Outcome {
    let title = page
        .js(
            "return JSON.parse(host.report('json')).guide.title",
            json!([]),
        )
        .await?;
    same!(title, json!("The lamp stays dark"), "the guide's title");
    page.no_errors().await
}

/// Pages say their language in forms that are no tags, or not at all; the end of the walk tells times in it.
async fn language_that_is_none(page: Page) -> Outcome {
    for lang in ["en_US", "", "x", "english"] {
        let article = PLAIN.replace("<article", &format!("<article lang=\"{lang}\""));
        open(&page, "article=\"#plain\" storage=\"none\"", &article).await?;
        let screen = page.act_all(&["not-solved", "not-solved"]).await?;
        same!(screen.kind, "exhausted", "the end for {lang:?}");
        page.no_errors().await?;
    }
    Ok(())
}

async fn text_of_article(page: &Page) -> Outcome<Value> {
    page.js(
        "return document.querySelector('article').outerHTML",
        json!([]),
    )
    .await
}

/// Written with no thought of us, and left as it is.
async fn plain_article(page: Page) -> Outcome {
    open(&page, "article=\"#plain\"", PLAIN).await?;
    same!(
        heading(&page).await?,
        json!("Change the bulb"),
        "the heading"
    );
    same!(
        text_of_article(&page).await?,
        json!(PLAIN.replace("\r\n", "\n")),
        "the article"
    );
    page.act("not-solved").await?;
    page.reload().await?;
    same!(
        heading(&page).await?,
        json!("Plug it in"),
        "after the reload"
    );
    same!(asked(&page, FILE_READER, ""), 0, "files");
    page.no_errors().await
}

/// The element can be there before its article is.
async fn article_that_is_still_coming(page: Page) -> Outcome {
    page.site
        .put("/late.js", "text/javascript", "window.late = 1");
    // WebKit runs no other script and draws nothing while its parser waits for one: there, the article is never late.
    if page.engine != Engine::Webkit {
        page.site.fault("late.js", Fault::Held);
        page.site
            .release_once("document.querySelector('unstuck-guide')?.matches(':defined')");
    }
    let (first, rest) = MARKED
        .split_once("<section data-unstuck-id=plug>")
        .ok_or("no plug")?;
    let article =
        format!("{first}<script src=\"late.js\"></script><section data-unstuck-id=plug>{rest}");
    open(&page, "article=\"article\"", &article).await?;
    same!(page.screen().await?.fixes, Some(2), "the fixes");
    page.no_errors().await
}

/// No string becomes HTML or a script's address.
async fn trusted_types(page: Page) -> Outcome {
    page.site.header(
        header::CONTENT_SECURITY_POLICY,
        "require-trusted-types-for 'script'; trusted-types 'none'",
    );
    page.site.put("/g/lamp.html", "text/html", MARKED);
    page.site.put("/g/lamp.md", "", MARKDOWN);
    for attributes in [
        "src=\"g/lamp.html\"",
        "src=\"g/lamp.md\"",
        "article=\"#plain\"",
    ] {
        open(&page, &format!("{attributes} storage=\"none\""), PLAIN).await?;
        same!(
            heading(&page).await?,
            json!("Change the bulb"),
            "the heading for {attributes}"
        );
        page.no_errors().await?;
    }
    Ok(())
}

async fn no_reader_for_a_marked_article(page: Page) -> Outcome {
    page.open().await?;
    page.act_all(&["yes", "yes"]).await?;
    same!(asked(&page, READER, ""), 0, "the reader");
    same!(asked(&page, FILE_READER, ""), 0, "the file reader");
    Ok(())
}
