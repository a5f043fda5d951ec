//! From `article`, `src` and `guide` to the widget, or to a word on why not.

use axum::http::header;
use serde_json::{Value, json};

use super::{asked, heading, open, put_host, visit};
use crate::harness::Scope::{Chromium, EveryEngine};
use crate::harness::driver::Engine;
use crate::harness::server::Fault;
use crate::harness::{Case, Outcome, Page, case};
use crate::{check, same};

pub fn cases() -> Vec<Case> {
    let mut cases = vec![
        case("road::src_html", src_html).in_every_engine(),
        case("road::src_is_inert", src_is_inert),
        case("road::src_plain_html", src_plain_html),
        case("road::src_markdown", src_markdown),
        case("road::src_plain_markdown", src_plain_markdown),
        case("road::src_json", src_json),
        case("road::longest_article_of_a_file", longest_article_of_a_file),
        case("road::title_of_the_page", title_of_the_page),
        case("road::src_by_its_type", src_by_its_type),
        case("road::built_in", built_in),
        case("road::built_in_by_default", built_in_by_default),
        case(
            "road::language_that_is_not_there",
            language_that_is_not_there,
        ),
        case("road::language_that_is_none", language_that_is_none).in_every_engine(),
        case("road::plain_article", plain_article).in_every_engine(),
        case(
            "road::article_that_is_still_coming",
            article_that_is_still_coming,
        )
        .in_every_engine(),
        case("road::refused_article", refused_article),
        case("road::refused_marked_article", refused_marked_article),
        case("road::refused_file", refused_file),
        case("road::found_in_the_end", found_in_the_end),
        case("road::trusted_types", trusted_types).only_in(&[Engine::Chromium]),
        case(
            "road::no_reader_for_a_marked_article",
            no_reader_for_a_marked_article,
        ),
    ];
    for (scope, name, src, cause, word) in [
        (
            Chromium,
            "not_found",
            "src=\"g/none.md\"",
            "not-found",
            "g/none.md",
        ),
        (
            Chromium,
            "wrong_type",
            "src=\"g/picture.png\"",
            "wrong-type",
            "image/png",
        ),
        (
            Chromium,
            "too_large",
            "src=\"g/large.html\"",
            "too-large",
            "16777216",
        ),
        (
            Chromium,
            "server_error",
            "src=\"g/broken.json\"",
            "unreachable",
            "503",
        ),
        (
            EveryEngine,
            "elsewhere",
            "src=\"http://127.0.0.1:9/x.md\"",
            "unreachable",
            "CORS",
        ),
        (
            EveryEngine,
            "bad_address",
            "src=\"http://:\"",
            "bad-address",
            "http://:",
        ),
        (
            Chromium,
            "no_such_guide",
            "guide=\"constructor\"",
            "no-such-guide",
            "router.en",
        ),
        (
            Chromium,
            "no_such_article",
            "article=\"#none\"",
            "no-article",
            "#none",
        ),
    ] {
        cases.push(
            case(format!("road::{name}"), async move |page: Page| {
                page.site
                    .put("/g/picture.png", "image/png", *b"\x89PNG\r\n\x1a\n");
                let large = format!("<article><h1>T</h1>{}", "<p>word</p>".repeat(1 << 21));
                page.site.put("/g/large.html", "text/html", large);
                page.site.fault("broken.json", Fault::Status(503));
                fails(&page, src, cause, word).await
            })
            .scope(scope),
        );
    }
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
    page.unharmed().await
}

async fn src_html(page: Page) -> Outcome {
    page.site.put("/g/lamp.html", "text/html", MARKED);
    open(&page, "src=\"g/lamp.html\"", "").await?;
    let text = page.text().await?;
    check!(text.contains("may’ve"), "the file is read as UTF-8: {text}");
    first_fix(&page).await?;
    same!(
        asked(&page, "unstuck-reader", ".wasm"),
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
    page.unharmed().await
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
    same!(asked(&page, "unstuck-reader", ".wasm"), 1, "the reader");
    page.act("not-solved").await?;
    page.unharmed().await
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
    page.unharmed().await
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

/// The guide's id is made from its title.
async fn titled(page: &Page) -> Outcome {
    let id = page
        .js(
            "return __seen.events.find((e) => e.name === 'ready').detail.id",
            json!([]),
        )
        .await?;
    check!(
        id.as_str().is_some_and(|id| id.contains("lamp-stays-dark")),
        "the guide's id: {id}"
    );
    page.unharmed().await
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
        asked(&page, "unstuck-reader", ".wasm"),
        0,
        "the reader for a marked file"
    );
    page.unharmed().await
}

async fn built_in_by_default(page: Page) -> Outcome {
    open(&page, "", "").await?;
    let screen = page.screen().await?;
    check!(
        screen.is("question", "icloud"),
        "the first screen: {screen:?}"
    );
    let screen = page.act_all(&["yes", "yes", "no", "solved"]).await?;
    same!(screen.kind, "solved", "the end");
    page.unharmed().await
}

async fn language_that_is_not_there(page: Page) -> Outcome {
    for lang in ["de", "en-GB", "constructor"] {
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
    page.unharmed().await
}

/// Pages say their language in forms that are no tags, or not at all; the end of the walk tells times in it.
async fn language_that_is_none(page: Page) -> Outcome {
    for lang in ["en_US", "", "x", "english"] {
        let article = PLAIN.replace("<article", &format!("<article lang=\"{lang}\""));
        open(&page, "article=\"#plain\" storage=\"none\"", &article).await?;
        let screen = page.act_all(&["not-solved", "not-solved"]).await?;
        same!(screen.kind, "exhausted", "the end for {lang:?}");
        page.unharmed().await?;
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
    same!(asked(&page, "unstuck-file-reader", ""), 0, "files");
    page.unharmed().await
}

/// The element can be there before its article is.
async fn article_that_is_still_coming(page: Page) -> Outcome {
    page.site
        .put("/late.js", "text/javascript", "window.late = 1");
    page.site.fault(
        "late.js",
        Fault::Delay(std::time::Duration::from_millis(700)),
    );
    let (first, rest) = MARKED
        .split_once("<section data-unstuck-id=plug>")
        .ok_or("no plug")?;
    let article =
        format!("{first}<script src=\"late.js\"></script><section data-unstuck-id=plug>{rest}");
    open(&page, "article=\"article\"", &article).await?;
    same!(page.screen().await?.fixes, Some(2), "the fixes");
    page.unharmed().await
}

/// Waits for the refusal: told to the page by a code and to the author in words, and to the reader not at all.
async fn refused(page: &Page, words: &[&str]) -> Outcome {
    page.wait(
        "data-state to be refused",
        "return host?.dataset.state === 'refused'",
    )
    .await?;
    let told = page
        .js(
            "return __seen.events.map((e) => [e.name, e.detail])",
            json!([]),
        )
        .await?;
    same!(
        told,
        json!([["error", { "cause": "refused" }]]),
        "the events"
    );
    let logged = page.js("return __seen.logged.join(' ')", json!([])).await?;
    for word in words {
        check!(
            logged.as_str().is_some_and(|logged| logged.contains(word)),
            "the console does not say {word:?}: {logged}"
        );
    }
    let seen = page.js("return [plain(host.innerText), [...shadow.querySelectorAll('*')].map((e) => e.localName), host.offsetHeight]", json!([])).await?;
    same!(seen, json!(["", ["slot"], 0]), "what the reader sees");
    same!(page.errors().await?, Vec::<String>::new(), "errors");
    Ok(())
}

async fn refused_article(page: Page) -> Outcome {
    let article = "<article id=\"plain\"><h1>About lamps</h1><p>They give light.</p></article>";
    put_host(&page, "article=\"#plain\"", article);
    visit(&page).await?;
    refused(&page, &["the article", "no fix", "list of steps"]).await?;
    same!(text_of_article(&page).await?, json!(article), "the article");
    Ok(())
}

async fn refused_marked_article(page: Page) -> Outcome {
    put_host(
        &page,
        "article=\"article\"",
        &MARKED.replace("id=plug", "id=bulb"),
    );
    visit(&page).await?;
    refused(&page, &["fix \"bulb\"", "stands already"]).await
}

async fn refused_file(page: Page) -> Outcome {
    page.site
        .put("/g/lamp.md", "", MARKDOWN.replace("#plug", "#bulb"));
    put_host(&page, "src=\"g/lamp.md\"", "");
    visit(&page).await?;
    refused(
        &page,
        &[
            "g/lamp.md",
            "line 12: fix \"bulb\"",
            "give it one of its own",
        ],
    )
    .await
}

/// What cannot be had is told to the reader with another try, to the page by a code, and to the author in words.
async fn fails(page: &Page, attributes: &str, cause: &str, word: &str) -> Outcome {
    put_host(page, attributes, "");
    visit(page).await?;
    page.wait(
        "the error to be told",
        "return host?.dataset.state === 'failed' && __seen.events.length > 0",
    )
    .await?;
    let told = page
        .js(
            "return __seen.events.map((e) => [e.name, e.detail])",
            json!([]),
        )
        .await?;
    same!(told, json!([["error", { "cause": cause }]]), "the events");
    let logged = page.js("return __seen.logged.join(' ')", json!([])).await?;
    check!(
        logged.as_str().is_some_and(|logged| logged.contains(word)),
        "the console does not say {word:?}: {logged}"
    );
    check!(page.has("retry").await?, "no other try");
    let said = page
        .js(
            "return plain(shadow.querySelector('[role=status]').textContent)",
            json!([]),
        )
        .await?;
    let said = said.as_str().unwrap_or_default();
    // Of an article that is not there neither.
    check!(!said.contains("below"), "no article is below: {said}");
    same!(page.errors().await?, Vec::<String>::new(), "errors");
    Ok(())
}

async fn found_in_the_end(page: Page) -> Outcome {
    fails(&page, "src=\"g/lamp.md\"", "not-found", "404").await?;
    page.site.put("/g/lamp.md", "", MARKDOWN);
    page.press("retry", json!({})).await?;
    page.ready().await?;
    same!(
        heading(&page).await?,
        json!("Change the bulb"),
        "the heading"
    );
    Ok(())
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
        page.unharmed().await?;
    }
    Ok(())
}

async fn no_reader_for_a_marked_article(page: Page) -> Outcome {
    page.open().await?;
    page.act_all(&["yes", "yes"]).await?;
    same!(asked(&page, "unstuck-reader", ""), 0, "the reader");
    same!(
        asked(&page, "unstuck-file-reader", ""),
        0,
        "the file reader"
    );
    Ok(())
}
