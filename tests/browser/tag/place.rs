//! The tag alone: where the element comes, what it is told, and when the tag only defines it.

use serde_json::{Value, json};

use super::{heading, visit};
use crate::harness::names::{FILE_READER, READER, WIDGET};
use crate::harness::{Case, Outcome, Page, Scope, case};
use crate::{check, same};

pub(super) const ARTICLE: &str = "<article id=\"lamp\" data-unstuck-guide=\"lamp\"><h1>The lamp stays dark</h1><p>Two things to try.</p>
    <h2 data-unstuck-id=\"bulb\">Change the bulb</h2><p>It may have burnt out.</p><ol><li>Unscrew it.</li></ol></article>";

/// An article of this id, with a tag at its end.
macro_rules! around {
    ($id:literal, $tag:literal) => {
        concat!(
            "<article id=",
            $id,
            " data-unstuck-guide=bell><h1>The bell</h1><h2 data-unstuck-id=press>Press it</h2><ol><li>Press.</li></ol>",
            $tag,
            "</article>"
        )
    };
}

/// A name, what stands in the head and in the body, and the elements that are to be there in the end: what each stands in and
/// after, and its attributes.
pub(super) type Place = (&'static str, &'static str, &'static str, Value);

pub(super) fn places() -> Vec<Place> {
    let one = || json!([["a", "script", {}]]);
    vec![
        (
            "async",
            "",
            around!("a", "<script src=embed.js async></script>"),
            one(),
        ),
        (
            "blocking",
            "",
            around!("a", "<script src=embed.js></script>"),
            one(),
        ),
        (
            "defer",
            "",
            around!("a", "<script src=embed.js defer></script>"),
            one(),
        ),
        (
            "module",
            "",
            around!("a", "<script src=embed.js type=module></script>"),
            one(),
        ),
        (
            "module_async",
            "",
            around!("a", "<script src=embed.js type=module async></script>"),
            one(),
        ),
        (
            "late",
            "",
            concat!(
                around!("a", ""),
                "<script>addEventListener('load', () => { const tag = document.createElement('script'); tag.src = 'embed.js'; document.querySelector('#a').append(tag); });</script>"
            ),
            one(),
        ),
        (
            "nothing_around",
            "",
            "<div id=a><script src=embed.js async></script></div>",
            json!([]),
        ),
        (
            "attributes",
            "",
            "<div id=a><script src=embed.js async data-article=#lamp data-lang=en data-theme=dark data-heading-level=3 data-storage=none data-cfasync=false></script></div>",
            json!([["a", "script", { "article": "#lamp", "lang": "en", "theme": "dark", "heading-level": "3", "storage": "none" }]]),
        ),
        (
            "defines_only",
            "",
            "<div id=a><script src=embed.js async data-cfasync=false></script></div><div id=b><unstuck-guide article=#lamp></unstuck-guide></div>",
            json!([["b", "", { "article": "#lamp" }]]),
        ),
        (
            "defines_only_module",
            "",
            "<div id=b><unstuck-guide article=#lamp></unstuck-guide></div><div id=a><script src=embed.js type=module></script></div>",
            json!([["b", "", { "article": "#lamp" }]]),
        ),
        (
            "both",
            "",
            "<div id=b><unstuck-guide article=#lamp></unstuck-guide></div><div id=a><script src=embed.js data-guide=router></script></div>",
            json!([["b", "", { "article": "#lamp" }], ["a", "script", { "guide": "router" }]]),
        ),
        (
            "head",
            "<script src=embed.js async></script>",
            "",
            json!([]),
        ),
        (
            "head_told",
            "<script src=embed.js data-article=#lamp></script>",
            "",
            json!([]),
        ),
        (
            "twice",
            "",
            concat!(
                around!("a", "<script src=embed.js></script>"),
                around!("b", "<script src=embed.js></script>")
            ),
            json!([["a", "script", {}], ["b", "script", {}]]),
        ),
        (
            "twice_told",
            "",
            "<div id=a><script src=embed.js data-guide=router></script></div><div id=b><script src=embed.js data-article=#lamp></script></div>",
            json!([["a", "script", { "guide": "router" }], ["b", "script", { "article": "#lamp" }]]),
        ),
        (
            "twice_module",
            "",
            "<div id=a><script src=embed.js type=module data-guide=router></script></div><div id=b><script src=embed.js type=module data-article=#lamp></script></div>",
            json!([["a", "script", { "guide": "router" }], ["b", "script", { "article": "#lamp" }]]),
        ),
    ]
}

/// The same article without marks.
pub(super) fn plain_article() -> String {
    ARTICLE
        .replace(" data-unstuck-id=\"bulb\"", "")
        .replace(" data-unstuck-guide=\"lamp\"", "")
        .replace("id=\"lamp\"", "id=\"plain\"")
}

pub fn cases() -> Vec<Case> {
    // All of them from another origin: `origins`.
    let mut cases: Vec<Case> = places()
        .into_iter()
        .filter(|place| ["async", "module"].contains(&place.0))
        .map(|place| {
            case(format!("place::{}", place.0), async move |page: Page| {
                stands(&page, place, "embed.js").await
            })
            .in_every_engine()
        })
        .collect();
    for pinned in ["async", "module", "attributes"] {
        cases.extend(
            places()
                .into_iter()
                .filter(|place| place.0 == pinned)
                .map(|place| {
                    case(
                        format!("place::pinned_{}", place.0),
                        async move |page: Page| {
                            let name = page.site.file("embed-", ".js")?;
                            stands(&page, place, &name).await
                        },
                    )
                    .scope(match pinned {
                        "module" => Scope::EveryEngine,
                        _ => Scope::Chromium,
                    })
                }),
        );
    }
    cases.push(case("place::walks", walks));
    for (scope, name, policy) in [
        (Scope::EveryEngine, "", ""),
        (
            Scope::Chromium,
            "_with_types",
            "require-trusted-types-for 'script'",
        ),
    ] {
        cases.push(
            case(
                format!("place::pinned_is_held_to_its_files{name}"),
                async move |page: Page| pinned_is_held_to_its_files(&page, policy).await,
            )
            .scope(scope),
        );
    }
    cases.push(case(
        "place::pinned_takes_all_files",
        pinned_takes_all_files,
    ));
    cases.push(
        case(
            "place::pinned_with_trusted_types",
            pinned_with_trusted_types,
        )
        .in_every_engine(),
    );
    cases
}

pub(super) fn put(page: &Page, head: &str, body: &str, script: &str) {
    let html = format!(
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>Host</title>{head}</head><body><h1>Help</h1>{body}{ARTICLE}</body></html>"
    );
    page.site
        .put_page("/host.html", &html.replace("embed.js", script));
}

pub(super) async fn stands(page: &Page, (_, head, body, wanted): Place, script: &str) -> Outcome {
    put(page, head, body, script);
    visit(page).await?;
    // What comes late comes after the page has loaded.
    let count = wanted.as_array().map_or(0, Vec::len);
    page.wait(
        "the element to be defined and placed",
        &format!(
            "return document.readyState === 'complete' && Boolean(customElements.get('unstuck-guide')) && document.querySelectorAll('unstuck-guide').length >= {count}"
        ),
    )
    .await?;
    let found = page
        .js(
            "return [...document.querySelectorAll('unstuck-guide')].map((e) => [e.parentNode.id, e.previousElementSibling?.localName ?? '',
               Object.fromEntries([...e.attributes].filter((a) => !a.name.startsWith('data-')).map((a) => [a.name, a.value]))])",
            json!([]),
        )
        .await?;
    same!(found, wanted, "the elements");
    if count > 0 {
        page.ready().await?;
    }
    page.no_errors().await
}

async fn walks(page: Page) -> Outcome {
    put(
        &page,
        "",
        "<script src=embed.js async data-article=#lamp></script>",
        "embed.js",
    );
    visit(&page).await?;
    page.ready().await?;
    same!(
        heading(&page).await?,
        json!("Change the bulb"),
        "the heading"
    );
    page.act("solved").await?;
    page.reload().await?;
    same!(page.screen().await?.kind, "solved", "where the reader was");
    page.no_errors().await
}

/// The value of `integrity` for a file, as the browser makes it.
pub(super) async fn integrity(page: &Page, file: &str) -> Outcome<String> {
    let value = page
        .js_async(
            "const bytes = await (await fetch('/' + arguments[0])).arrayBuffer();
             return 'sha384-' + btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest('SHA-384', bytes))))",
            json!([file]),
        )
        .await?;
    crate::harness::page::string(value)
}

/// Every file that follows from the tag, by the ends of its name, and a guide that wants it.
const CHAIN: [(&str, &str, &str); 8] = [
    ("embed-", ".js", "html"),
    (WIDGET, ".js", "html"),
    (WIDGET, ".wasm", "html"),
    (WIDGET, ".css", "html"),
    (READER, ".js", "html"),
    (READER, ".wasm", "html"),
    (FILE_READER, ".js", "md"),
    (FILE_READER, ".wasm", "md"),
];

/// A file that is another one than was built is not run, and with the right one all goes on.
async fn pinned_is_held_to_its_files(page: &Page, policy: &str) -> Outcome {
    let script = page.site.file("embed-", ".js")?;
    page.client.goto(&page.site.blank()).await?;
    let value = integrity(page, &script).await?;
    page.site
        .header(axum::http::header::CONTENT_SECURITY_POLICY, policy);
    page.site.put("/g/lamp.html", "text/html", plain_article());
    page.site.put("/g/lamp.md", "", MARKDOWN);
    for (start, end, guide) in CHAIN {
        let name = page.site.file(start, end)?;
        let original = page.site.bytes(&name)?;
        let own = start == "embed-";
        // What runs as well as before, unless it is held to its value: a space, a section of notes.
        let (mime, more): (&str, &[u8]) = match end {
            ".js" => ("text/javascript", b" "),
            ".css" => ("text/css", b" "),
            _ => ("application/wasm", b"\0\x02\x01x"),
        };
        page.site
            .put(&format!("/{name}"), mime, [&original, more].concat());
        put(
            page,
            "",
            &format!(
                "<script src=embed.js integrity={value} async data-src=g/lamp.{guide} onerror=\"window.refused = true\"></script>"
            ),
            &script,
        );
        visit(page).await?;
        page.wait(
            &format!("{name} to be refused"),
            if own {
                "return window.refused === true && !host"
            } else {
                "return host?.dataset.state === 'failed' && !root() && controls('retry').length === 1
                   && __seen.events.some((e) => e.detail?.cause === 'part-damaged')"
            },
        )
        .await?;
        page.site.put(&format!("/{name}"), mime, original);
        if own {
            visit(page).await?;
        } else {
            page.press("retry", json!({})).await?;
        }
        page.ready().await?;
        check!(
            heading(page).await? == json!("Change the bulb"),
            "{name}: the guide"
        );
    }
    Ok(())
}

pub(super) const MARKDOWN: &str = "# The lamp stays dark\n\nTwo things.\n\n## Change the bulb\n\nIt may have burnt out.\n\n1. Unscrew it.\n";

/// Every file is the one that was built, also what reads Markdown.
async fn pinned_takes_all_files(page: Page) -> Outcome {
    let script = page.site.file("embed-", ".js")?;
    page.site.put("/g/lamp.md", "text/markdown", MARKDOWN);
    put(
        &page,
        "",
        "<script src=embed.js async data-src=g/lamp.md></script>",
        &script,
    );
    visit(&page).await?;
    page.ready().await?;
    same!(
        heading(&page).await?,
        json!("Change the bulb"),
        "the heading"
    );
    let left = page
        .js(
            "return document.head.querySelectorAll('script[integrity]').length",
            json!([]),
        )
        .await?;
    same!(left, json!(0), "tags left in the page");
    page.no_errors().await
}

/// The copy that stays needs its policy to hold its modules to their values: without it, none of them runs.
async fn pinned_with_trusted_types(page: Page) -> Outcome {
    let script = page.site.file("embed-", ".js")?;
    for (types, state) in [("unstuck", "ready"), ("'none'", "failed")] {
        page.site.heal();
        page.site.header(
            axum::http::header::CONTENT_SECURITY_POLICY,
            &format!("require-trusted-types-for 'script'; trusted-types {types}"),
        );
        put(
            &page,
            "",
            "<script src=embed.js async data-article=#lamp></script>",
            &script,
        );
        visit(&page).await?;
        page.wait(
            &format!("it to be {state} with trusted-types {types}"),
            &format!("return host?.dataset.state === {state:?} && (root() || __seen.events.some((e) => e.detail?.cause === 'forbidden')) ? true : false"),
        )
        .await?;
        if state == "ready" {
            page.act("solved").await?;
        }
    }
    Ok(())
}
