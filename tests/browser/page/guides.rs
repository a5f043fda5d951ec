//! The guides that have pages of their own: led to from every page, and walked from the first question to the last.

use serde_json::json;

use crate::harness::page::string;
use crate::harness::walker::{fixes_met, walk};
use crate::harness::{Case, Outcome, Page, case};
use crate::{check, same};

const GUIDES: [&str; 3] = ["router", "printer", "laptop"];

pub fn cases() -> Vec<Case> {
    let mut cases = vec![case("guides::menu", menu)];
    for guide in GUIDES {
        for said in ["unsure", "yes", "no"] {
            cases.push(
                case(
                    format!("guides::{guide}_in_vain_{said}"),
                    async move |page: Page| in_vain(page, guide, said).await,
                )
                .in_full_runs(),
            );
        }
        cases.push(case(
            format!("guides::{guide}_solved"),
            async move |page: Page| solved(page, guide).await,
        ));
    }
    cases
}

async fn open(page: &Page, guide: &str) -> Outcome {
    page.window(700, 900).await?;
    let address = format!("{}{guide}.html", page.site.page());
    page.client.goto(&address).await?;
    page.ready().await
}

/// The header's list leads to each of the other guides, and back.
async fn menu(page: Page) -> Outcome {
    page.open().await?;
    let shown = "return [...document.querySelectorAll('header.site nav a')].filter(shown).map((a) => a.getAttribute('href'))";
    same!(
        page.js(shown, json!([])).await?,
        json!([]),
        "the closed list"
    );
    page.js(
        "document.querySelector('header.site .menu summary').click()",
        json!([]),
    )
    .await?;
    let wanted = json!(["laptop.html", "printer.html", "router.html"]);
    same!(page.js(shown, json!([])).await?, wanted, "the open list");
    page.js(
        "document.querySelector('header.site nav a[href^=router]').click()",
        json!([]),
    )
    .await?;
    page.wait(
        "the router guide",
        "return location.pathname.endsWith('router.html')",
    )
    .await?;
    page.ready().await?;
    let back = page.js(
        "return [...document.querySelectorAll('header.site .menu a:not([hreflang])')].map((a) => a.getAttribute('href'))",
        json!([]),
    );
    same!(
        back.await?,
        json!(["index.html", "laptop.html", "printer.html"]),
        "the list of the other page"
    );
    page.no_errors().await
}

/// Nothing helps: every fix that these answers offer, in the article's order, and then the report.
async fn in_vain(page: Page, guide: &str, said: &str) -> Outcome {
    open(&page, guide).await?;
    let trace = walk(&page, |screen| {
        Ok(match screen.kind.as_str() {
            // A check that is answered so may pass its fix over; "not sure" never does.
            "question" if screen.is_check() => "unsure",
            "question" => said,
            "confirm" => "confirm",
            _ => "not-solved",
        }
        .to_owned())
    })
    .await?;
    let (last, _) = trace.last().ok_or("a walk has an end")?;
    same!(last.kind, "exhausted", "the end");
    let met = fixes_met(&trace);
    let articles: Vec<String> = serde_json::from_value(
        page.js(
            "return [...document.querySelectorAll('article section[data-unstuck-id]')].filter((e) => e.querySelector('ol')).map((e) => e.dataset.unstuckId)",
            json!([]),
        )
        .await?,
    )?;
    let mut from = articles.iter();
    check!(
        met.len() >= if said == "no" { 3 } else { 1 }
            && met.iter().all(|id| from.any(|known| known == id)),
        "the fixes {met:?} are not in the order of the article's {articles:?}"
    );
    let total = trace.iter().find_map(|(screen, _)| screen.fixes);
    same!(total, Some(met.len() as u64), "the number of fixes told");
    let text = page.text().await?;
    let mut from = 0;
    for fix in met {
        let title = page.title(fix).await?;
        let at = text.get(from..).and_then(|rest| rest.find(&title));
        check!(
            !title.is_empty() && at.is_some(),
            "the report does not list {title:?} in its place: {text}"
        );
        from += at.unwrap_or(0) + title.len();
    }
    page.no_errors().await
}

/// The first fix that is done helps.
async fn solved(page: Page, guide: &str) -> Outcome {
    open(&page, guide).await?;
    let trace = walk(&page, |screen| {
        Ok(match screen.kind.as_str() {
            "question" => "unsure",
            "confirm" => "skip",
            _ => "solved",
        }
        .to_owned())
    })
    .await?;
    let (last, _) = trace.last().ok_or("a walk has an end")?;
    same!(last.kind, "solved", "the end");
    let title = page.title(&last.id).await?;
    let text = page.text().await?;
    check!(
        !title.is_empty() && text.contains(&title),
        "the solved screen does not name {title:?}: {text}"
    );
    // Kept under this guide's own name, beside any other guide's.
    let stored = page
        .js(
            "return localStorage.getItem(arguments[0]) ?? ''",
            json!([format!("unstuck:{guide}")]),
        )
        .await?;
    check!(
        string(stored)?.contains("\"solved\""),
        "nothing is kept of {guide}"
    );
    page.no_errors().await
}
