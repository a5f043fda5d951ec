//! Guides that are none, and files that cannot be had: what the page, its author and the reader learn.

use axum::http::header;
use serde_json::json;

use super::{MARKDOWN, MARKED, text_of_article};
use crate::harness::Scope::{Chromium, EveryEngine};
use crate::harness::server::Fault;
use crate::harness::{Case, Outcome, Page, case};
use crate::tag::{heading, put_host, visit};
use crate::{check, same};

pub(super) fn cases() -> Vec<Case> {
    let mut cases = vec![
        case("source::refused_article", refused_article),
        case("source::doubted_article", doubted_article),
        case("source::refused_marked_article", refused_marked_article),
        case("source::refused_file", refused_file),
        case("source::found_in_the_end", found_in_the_end),
        case("source::forbidden", forbidden),
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
            "2097152",
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
    ] {
        cases.push(
            case(format!("source::{name}"), async move |page: Page| {
                page.site
                    .put("/g/picture.png", "image/png", *b"\x89PNG\r\n\x1a\n");
                let large = format!("<article><h1>T</h1>{}", "<p>word</p>".repeat(1 << 21));
                page.site.put("/g/large.html", "text/html", large);
                page.site.fault("broken.json", Fault::Status(503));
                no_article(&page, src, cause, word).await
            })
            .scope(scope),
        );
    }
    cases
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

/// What may not be meant to be walked: where the page names it, it is, and its author is told; around an element it is left alone.
async fn doubted_article(page: Page) -> Outcome {
    const ARTICLE: &str = "<h1>Build a shelf</h1>
        <h2>Install the rail</h2><ol><li>Drill two holes.</li><li>Screw the rail on.</li></ol>
        <h2>Add the boards</h2><ol><li>Cut them.</li><li>Hang them in.</li></ol>";
    put_host(
        &page,
        "article=\"#plain\"",
        &format!("<article id=\"plain\">{ARTICLE}</article>"),
    );
    visit(&page).await?;
    page.ready().await?;
    same!(
        heading(&page).await?,
        json!("Install the rail"),
        "the first screen"
    );
    let said = page.js("return __seen.said.join(' ')", json!([])).await?;
    for word in ["warn: unstuck:", "in spite of a doubt", "names no problem"] {
        check!(
            said.as_str().is_some_and(|said| said.contains(word)),
            "the console does not say {word:?}: {said}"
        );
    }
    page.site.put_page(
        "/host.html",
        &format!(
            "<!doctype html><html lang=\"en\"><head><title>Host</title><script src=\"embed.js\" async></script></head>
            <body><article><unstuck-guide></unstuck-guide>{ARTICLE}</article></body></html>"
        ),
    );
    visit(&page).await?;
    refused(&page, &["names no problem"]).await
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
    refused(&page, &["fix \"bulb\"", "duplicate id"]).await
}

async fn refused_file(page: Page) -> Outcome {
    page.site
        .put("/g/lamp.md", "", MARKDOWN.replace("#plug", "#bulb"));
    put_host(&page, "src=\"g/lamp.md\"", "");
    visit(&page).await?;
    refused(
        &page,
        &["g/lamp.md", "line 12: fix \"bulb\"", "choose a unique one"],
    )
    .await
}

/// What cannot be had is told to the reader with another try, to the page by a code, and to the author in words.
pub(in crate::tag) async fn fails(
    page: &Page,
    attributes: &str,
    article: &str,
    cause: &str,
    word: &str,
) -> Outcome {
    put_host(page, attributes, article);
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
    same!(page.errors().await?, Vec::<String>::new(), "errors");
    Ok(())
}

/// The same where the page has no article.
async fn no_article(page: &Page, attributes: &str, cause: &str, word: &str) -> Outcome {
    fails(page, attributes, "", cause, word).await?;
    let said = page
        .js(
            "return plain(shadow.querySelector('[role=status]').textContent)",
            json!([]),
        )
        .await?;
    let said = said.as_str().unwrap_or_default();
    // Of an article that is not there neither.
    check!(!said.contains("below"), "no article is below: {said}");
    Ok(())
}

/// What the page's own policy forbids is not told as a network that is down.
async fn forbidden(page: Page) -> Outcome {
    page.site
        .header(header::CONTENT_SECURITY_POLICY, "connect-src 'self'");
    let src = "src=\"http://127.0.0.1:9/x.md\"";
    let word = "add http://127.0.0.1:9 to its connect-src";
    no_article(&page, src, "forbidden", word).await
}

async fn found_in_the_end(page: Page) -> Outcome {
    no_article(&page, "src=\"g/lamp.md\"", "not-found", "404").await?;
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
