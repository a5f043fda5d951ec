//! Two origins: the page comes from one, `embed.js` and all its files from another, as from a CDN, under some path.
//!
//! Belongs here: that everything is found from there and nothing is asked of the page's own host. Does not: what each tag
//! does (`place`), what each road brings (`road`).

use serde_json::json;

use super::place::{self, places, stands};
use super::{heading, visit};
use crate::harness::server::Site;
use crate::harness::{Case, Outcome, Page, case};
use crate::{check, same};

/// Where the files lie: a path as CDNs for packages have it.
const PATH: &str = "/npm/unstuck-guide@0.1.0/files";

pub fn cases() -> Vec<Case> {
    let mut cases: Vec<Case> = places()
        .into_iter()
        .map(|place| {
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
        })
        .collect();
    // The guide: attributes of the tag, the files that the page's own host is asked for, the heading of the first screen.
    for (name, attributes, own, first) in [
        (
            "plain_article",
            "data-article=#plain",
            &[][..],
            "Change the bulb",
        ),
        (
            "src_of_the_page",
            "data-src=g/lamp.html",
            &["/g/lamp.html"],
            "Change the bulb",
        ),
        (
            "src_of_the_other",
            "data-src=CDN/guides/printer.en.html",
            &[],
            "",
        ),
        (
            "src_markdown",
            "data-src=g/lamp.md",
            &["/g/lamp.md"],
            "Change the bulb",
        ),
        ("guide", "data-guide=router", &[], ""),
        ("no_guide_named", "", &[], ""),
    ] {
        for kind in ["async", "type=module", "pinned"] {
            let last = kind.trim_start_matches("type=");
            cases.push(case(
                format!("origins::{name}_{last}"),
                async move |page: Page| walks(&page, attributes, own, first, kind).await,
            ));
        }
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
        .filter(|path| path != "/host.html" && path != "/favicon.ico")
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

async fn walks(page: &Page, attributes: &str, own: &[&str], first: &str, kind: &str) -> Outcome {
    let cdn = cdn(page).await?;
    page.site.put(
        "/g/lamp.html",
        "text/html",
        format!("<!doctype html>{}", place::ARTICLE),
    );
    page.site.put(
        "/g/lamp.md",
        "",
        "# The lamp stays dark\n\nTwo things.\n\n## Change the bulb\n\nIt may have burnt out.\n\n1. Unscrew it.\n\n## Plug it in\n\n1. Push.\n",
    );
    let (name, how) = if kind == "pinned" {
        (page.site.file("embed-", ".js")?, "async crossorigin")
    } else {
        ("embed.js".to_owned(), kind)
    };
    let tag = format!("{}{name}", cdn.page());
    let attributes = attributes.replace("CDN/", &cdn.page());
    let plain = place::ARTICLE
        .replace(" data-unstuck-id=\"bulb\"", "")
        .replace(" data-unstuck-guide=\"lamp\"", "")
        .replace("id=\"lamp\"", "id=\"plain\"");
    place::put(
        page,
        "",
        &format!("<script src=embed.js {how} {attributes}></script>{plain}"),
        &tag,
    );
    visit(page).await?;
    page.ready().await?;
    if !first.is_empty() {
        same!(heading(page).await?, json!(first), "the heading");
    }
    let walked = crate::harness::walker::walk(page, |screen| {
        Ok(match screen.kind.as_str() {
            "question" => "no",
            "confirm" => "confirm",
            _ => "not-solved",
        }
        .to_owned())
    })
    .await?;
    check!(walked.len() > 1, "a walk of {} screens", walked.len());
    // What is read is fetched from there too.
    page.press("read", json!({})).await?;
    page.wait(
        "the text to be chosen",
        "return host.dataset.view === 'read' && host.dataset.state !== 'loading'",
    )
    .await?;
    apart(page, &cdn, own)?;
    page.unharmed().await
}
