//! Pages with a strict Content Security Policy: the whole walk, and not one report of a violation.
//!
//! Belongs here: what a policy must allow, and that nothing more is asked of it. Does not: files that were changed (`place`).

use axum::http::header::{
    CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY_REPORT_ONLY, HeaderName,
};
use serde_json::{Value, json};

use super::{place, visit, walk_and_read};
use crate::harness::names::{FALLBACK, READER, WIDGET};
use crate::harness::server::RECORDER;
use crate::harness::{Case, Outcome, Page, Scope, case};
use crate::same;

const STRICT: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; require-trusted-types-for 'script'";

/// All that a page must allow whose own files lie elsewhere: what is not named is forbidden.
const LEAST: &str = "default-src 'none'; script-src CDN 'self' 'wasm-unsafe-eval'; connect-src CDN 'self'; require-trusted-types-for 'script'; base-uri 'none'; form-action 'none'";

const TAGS: [(&str, &str); 4] = [
    ("classic", ""),
    ("async", "async"),
    ("defer", "defer"),
    ("module", "type=module"),
];

const ROADS: [(&str, &str); 5] = [
    ("marked", "data-article=#lamp"),
    ("plain", "data-article=#plain"),
    ("src", "data-src=g/lamp.html"),
    ("markdown", "data-src=g/lamp.md"),
    ("guide", "data-guide=printer"),
];

pub fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for (copy, pinned) in [("", false), ("pinned_", true)] {
        // How the tag loads and what it names meet nowhere in the code: each tag goes one road, and one tag goes each road.
        let tags = TAGS.map(|tag| (tag, ROADS[1]));
        let roads = ROADS.map(|road| (TAGS[1], road));
        let pairs = tags.iter().chain(&roads[..1]).chain(&roads[2..]);
        for &((tag, how), (road, attributes)) in pairs {
            cases.push(
                case(
                    format!("strict::{copy}{tag}_{road}"),
                    async move |page: Page| {
                        page.site.header(CONTENT_SECURITY_POLICY, STRICT);
                        page.site
                            .header(CONTENT_SECURITY_POLICY_REPORT_ONLY, STRICT);
                        let name = name(&page, pinned)?;
                        put(&page, "", &format!("src={name} {how} {attributes}"));
                        walks(&page).await
                    },
                )
                .scope(match (pinned, tag, road) {
                    (false, "async", "plain")
                    | (true, "module", "plain")
                    | (true, "async", "markdown") => Scope::EveryEngine,
                    (false, "module", "plain") | (false, "async", "markdown") => Scope::Chromium,
                    // Loads nothing that one of these does not, by the same tags.
                    _ => Scope::Full,
                }),
            );
        }
        cases.push(
            case(format!("strict::{copy}meta"), async move |page: Page| {
                let name = name(&page, pinned)?;
                let meta =
                    format!("<meta http-equiv=content-security-policy content=\"{STRICT}\">");
                put(
                    &page,
                    &meta,
                    &format!("src={name} async data-article=#plain"),
                );
                walks(&page).await
            })
            .scope(if pinned { Scope::Full } else { Scope::Chromium }),
        );
        for (road, attributes) in ROADS {
            cases.push(
                case(
                    format!("strict::{copy}elsewhere_{road}"),
                    async move |page: Page| {
                        let cdn = super::origins::cdn(&page).await?;
                        let policy = LEAST.replace("CDN", &cdn.origin());
                        page.site.header(CONTENT_SECURITY_POLICY, &policy);
                        page.site
                            .header(CONTENT_SECURITY_POLICY_REPORT_ONLY, &policy);
                        let name = name(&page, pinned)?;
                        put(
                            &page,
                            "",
                            &format!("src={}{name} async crossorigin {attributes}", cdn.page()),
                        );
                        walks(&page).await?;
                        let file = attributes.strip_prefix("data-src=");
                        let own = file.map(|file| format!("/{file}"));
                        let own: Vec<_> = own.iter().map(String::as_str).collect();
                        super::origins::apart(&page, &cdn, &own)
                    },
                )
                .scope(match (pinned, road) {
                    (false, "src") => Scope::EveryEngine,
                    (true, "markdown") | (false, "guide") => Scope::Chromium,
                    _ => Scope::Full,
                }),
            );
        }
        cases.push(case(
            format!("strict::{copy}nonce"),
            async move |page: Page| {
                page.site.header(CONTENT_SECURITY_POLICY, "default-src 'none'; script-src 'nonce-abc' 'wasm-unsafe-eval'; connect-src 'self'; require-trusted-types-for 'script'");
                let name = name(&page, pinned)?;
                put(
                    &page,
                    "",
                    &format!("src={name} nonce=abc async data-article=#plain"),
                );
                walks(&page).await
            },
        ).in_every_engine());
    }
    cases.push(case("strict::violations_are_seen", violations_are_seen).in_every_engine());
    // A policy of hashes alone names each file; only the copy that stays carries the values that match.
    cases.push(case("strict::pinned_hashes", hashes).in_every_engine());
    for (name, right) in [
        ("import_map", true),
        ("import_map_with_a_wrong_value", false),
    ] {
        let run = async move |page: Page| import_map(&page, right).await;
        cases.push(case(format!("strict::{name}"), run));
    }
    cases
}

fn name(page: &Page, pinned: bool) -> Outcome<String> {
    if pinned {
        page.site.file("embed-", ".js")
    } else {
        Ok("embed.js".to_owned())
    }
}

/// No inline script or style: what notes the violations is a file too.
fn put(page: &Page, head: &str, tag: &str) {
    put_with(
        page,
        head,
        "<script nonce=abc src=recorder.js></script>",
        tag,
    );
}

/// The same, noted by this script.
fn put_with(page: &Page, head: &str, recorder: &str, tag: &str) {
    let plain = place::plain_article();
    page.site.put("/recorder.js", "text/javascript", RECORDER);
    page.site.put(
        "/g/lamp.html",
        "text/html",
        format!("<!doctype html>{plain}"),
    );
    page.site.put("/g/lamp.md", "", place::MARKDOWN);
    page.site.put(
        "/host.html",
        "text/html; charset=utf-8",
        format!(
            "<!doctype html><html lang=en><head><meta charset=utf-8>{head}<title>Host</title><link rel=icon href=data:,>{recorder}</head>\
             <body><h1>Help</h1><script {tag}></script>{}{plain}</body></html>",
            place::ARTICLE
        ),
    );
}

async fn violations(page: &Page) -> Outcome<Value> {
    // Told a task after they happened.
    let found = page
        .js_async(
            "await new Promise((next) => setTimeout(next, 0)); return __seen.violations.filter((said) => !said.includes(' data'))",
            json!([]),
        )
        .await?;
    Ok(found)
}

async fn walks(page: &Page) -> Outcome {
    walks_with(page, json!([])).await
}

/// With these violations, and no other.
async fn walks_with(page: &Page, wanted: Value) -> Outcome {
    visit(page).await?;
    page.ready().await?;
    walk_and_read(page).await?;
    same!(violations(page).await?, wanted, "violations");
    page.no_errors().await
}

/// What all the cases above lean on: a violation, enforced or only reported, is noted.
async fn violations_are_seen(page: Page) -> Outcome {
    page.site.header(CONTENT_SECURITY_POLICY, STRICT);
    page.site
        .header(CONTENT_SECURITY_POLICY_REPORT_ONLY, STRICT);
    put(&page, "", "src=embed.js data-src=http://127.0.0.1:9/x.md");
    visit(&page).await?;
    page.wait(
        "the violations",
        "return ['enforce', 'report'].every((how) => __seen.violations.some((said) => said.startsWith(how + ' connect-src http://127.0.0.1:9')))",
    )
    .await
}

async fn hashes(page: Page) -> Outcome {
    let name = page.site.file("embed-", ".js")?;
    page.client.goto(&page.site.blank()).await?;
    let mut values = Vec::new();
    for file in [
        name.clone(),
        page.site.file(WIDGET, ".js")?,
        page.site.file(READER, ".js")?,
    ] {
        values.push(place::integrity(&page, &file).await?);
    }
    page.site.header(
        CONTENT_SECURITY_POLICY,
        &format!(
            "default-src 'none'; script-src 'nonce-abc' '{}' 'wasm-unsafe-eval'; connect-src 'self'",
            values.join("' '")
        ),
    );
    put_with(
        &page,
        "",
        // In the page itself: while its parser waits for a file, WebKit looks ahead, and reports what it sees there without
        // the value that the tag holds it to. It runs all the same.
        &format!("<script nonce=abc>{RECORDER}</script>"),
        &format!(
            "src={name} integrity={} async data-article=#plain",
            values[0]
        ),
    );
    walks(&page).await
}

/// A page that lets no script in without a value and allows no policy of Trusted Types: an import map names the values.
async fn import_map(page: &Page, right: bool) -> Outcome {
    page.client.goto(&page.site.blank()).await?;
    let mut values = serde_json::Map::new();
    for start in [WIDGET, READER, FALLBACK] {
        let file = page.site.file(start, ".js")?;
        let held_to = if start == READER && !right {
            "embed.js"
        } else {
            &file
        };
        let value = place::integrity(page, held_to).await?;
        values.insert(format!("/{file}"), value.into());
    }
    let shell = place::integrity(page, "embed.js").await?;
    let map = json!({ "integrity": values });
    page.site.header(
        HeaderName::from_static("integrity-policy"),
        "blocked-destinations=(script)",
    );
    page.site.header(
        CONTENT_SECURITY_POLICY,
        "script-src 'nonce-abc' 'wasm-unsafe-eval'; require-trusted-types-for 'script'; trusted-types 'none'",
    );
    put_with(
        page,
        &format!("<script type=importmap nonce=abc>{map}</script>"),
        &format!("<script nonce=abc>{RECORDER}</script>"),
        &format!("src=embed.js integrity={shell} crossorigin nonce=abc async data-article=#plain"),
    );
    if right {
        // Whether a first screen may be shown is found out by trying.
        let told = format!(
            "enforce trusted-types trusted-types-policy {}/embed.js",
            page.site.origin()
        );
        return walks_with(page, json!([told])).await;
    }
    visit(page).await?;
    page.wait(
        "the reader to be refused",
        "return host?.dataset.state === 'failed' && !root()",
    )
    .await
}
