//! Two origins: the page comes from one, `embed.js` and all its files from another, as from a CDN, under some path.
//!
//! Belongs here: that everything is found from there and nothing is asked of the page's own host. Does not: what each tag
//! does (`place`), what each road brings (`road`).

use serde_json::json;

use super::place::{self, places, stands};
use super::{heading, visit, walk_and_read};
use crate::harness::server::Site;
use crate::harness::{Case, Outcome, Page, Scope, case};
use crate::{check, same};

/// Where the files lie: a path as CDNs for packages have it.
const PATH: &str = "/npm/unstuck-guide@0.1.0/files";

pub fn cases() -> Vec<Case> {
    let mut cases: Vec<Case> = places()
        .into_iter()
        .map(|place| {
            let scope = match place.0 {
                "async" | "late" | "module" => Scope::EveryEngine,
                // The shell sees no difference between these and others that stay.
                "defer" | "module_async" | "defines_only_module" | "head_told" => Scope::Full,
                _ => Scope::Chromium,
            };
            case(format!("origins::{}", place.0), async move |page: Page| {
                let cdn = cdn(&page).await?;
                let tag = format!("{}embed.js", cdn.page());
                let count = place.3.as_array().map_or(0, Vec::len);
                stands(&page, place, &tag).await?;
                apart(&page, &cdn, &[])?;
                check!(
                    count == 0 || cdn.log().iter().any(|path| path.ends_with(".wasm")),
                    "nothing was loaded: {:?}",
                    cdn.log()
                );
                Ok(())
            })
            .scope(scope)
        })
        .collect();
    // The guide: attributes of the tag, how the tag is loaded, the heading of the first screen. What other roads ask of the
    // page's own host is seen in `strict`.
    for (name, attributes, kind, first) in [
        (
            "module",
            "data-article=#plain",
            "type=module",
            "Change the bulb",
        ),
        (
            "src_of_the_other",
            "data-src=CDN/guides/printer.en.html",
            "async",
            "",
        ),
        (
            "guide_of_the_release",
            "data-guide=iphone-backup",
            "async",
            "",
        ),
    ] {
        cases.push(case(format!("origins::{name}"), async move |page: Page| {
            walks(&page, attributes, first, kind).await
        }));
    }
    cases
}

pub(super) async fn cdn(page: &Page) -> Outcome<Site> {
    let cdn = page.site.other().await?;
    cdn.under(PATH);
    Ok(cdn)
}

/// The page's own host is asked for the page and for what the page itself names; all else comes from the other.
pub(super) fn apart(page: &Page, cdn: &Site, own: &[&str]) -> Outcome {
    let asked: Vec<String> = page
        .site
        .log()
        .into_iter()
        .filter(|path| !["/host.html", "/recorder.js", "/favicon.ico"].contains(&path.as_str()))
        .collect();
    same!(asked, own, "what the page's own host was asked for");
    let strange: Vec<String> = cdn
        .log()
        .into_iter()
        .filter(|path| !path.starts_with(PATH))
        .collect();
    same!(
        strange,
        Vec::<String>::new(),
        "what was looked for elsewhere on the other host"
    );
    Ok(())
}

async fn walks(page: &Page, attributes: &str, first: &str, kind: &str) -> Outcome {
    let cdn = cdn(page).await?;
    let tag = format!("{}embed.js", cdn.page());
    let attributes = attributes.replace("CDN/", &cdn.page());
    let plain = place::plain_article();
    place::put(
        page,
        "",
        &format!("<script src=embed.js {kind} {attributes}></script>{plain}"),
        &tag,
    );
    visit(page).await?;
    page.ready().await?;
    if !first.is_empty() {
        same!(heading(page).await?, json!(first), "the heading");
    }
    let other = cdn.origin().replace("http://", "");
    let told = page.text().await?.contains(&format!("comes from {other}"));
    same!(
        told,
        attributes.contains("data-src"),
        "the reader is told whose guide this is"
    );
    walk_and_read(page).await?;
    apart(page, &cdn, &[])?;
    page.no_errors().await
}
