//! Who a guide is whose author has not named it: where it is, whatever its titles say.

use serde_json::json;

use super::faults::stored;
use super::heading;
use crate::harness::{Case, Outcome, Page, case};
use crate::same;

pub fn cases() -> Vec<Case> {
    vec![
        case("who::two_pages", two_pages),
        case("who::two_articles", two_articles),
    ]
}

/// The same title, the same first fix, and another second one.
fn page_of(title: &str, last: &str) -> String {
    format!(
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>Host</title></head><body><article id=a><h1>{title}</h1>\
         <h2>Restart the device</h2><ol><li>Turn it off.</li><li>Turn it on.</li></ol>\
         <h2>{last}</h2><ol><li>Open the menu.</li><li>Press Update.</li></ol></article>\
         <script src=/embed.js async data-article=#a></script></body></html>"
    )
}

async fn two_pages(page: Page) -> Outcome {
    let title = "Troubleshooting";
    let put = |name: &str, html: String| page.site.put_page(name, &html);
    put("/a/index.html", page_of(title, "Update the camera"));
    put("/b.html", page_of(title, "Update the lock"));
    let open = async |path: &str| -> Outcome {
        let address = format!("{}{path}", page.site.origin());
        page.client.goto(&address).await?;
        page.ready().await
    };
    open("/a/index.html").await?;
    page.act("not-solved").await?;
    stored(&page, "/a#a").await?;
    open("/b.html").await?;
    same!(
        heading(&page).await?,
        json!("Restart the device"),
        "another page"
    );
    // The same page, reached otherwise and with its words edited.
    put(
        "/a/index.html",
        page_of("The camera does not record", "Update it"),
    );
    open("/a/index.html?from=mail#top").await?;
    same!(heading(&page).await?, json!("Update it"), "the same page");
    page.no_errors().await
}

async fn two_articles(page: Page) -> Outcome {
    let one = |title: &str| {
        format!(
            "<article><h2>{title}</h2><h3>Restart it</h3><ol><li>Turn it off.</li><li>Turn it on.</li></ol>\
             <h3>Update it</h3><ol><li>Open the menu.</li><li>Press Update.</li></ol><unstuck-guide loading=eager></unstuck-guide></article>"
        )
    };
    page.site.put_page(
        "/host.html",
        &format!(
            "<!doctype html><html lang=en><head><meta charset=utf-8><title>Host</title><script src=embed.js async></script></head>\
             <body><header><h1>Site</h1></header><h1>Problems and their fixes</h1>{}{}</body></html>",
            one("The camera does not record"),
            one("The lock does not open"),
        ),
    );
    super::visit(&page).await?;
    page.ready().await?;
    page.act("not-solved").await?;
    page.wait(
        "both",
        "return [...document.querySelectorAll('unstuck-guide')].every((each) => each.dataset.state === 'ready')",
    )
    .await?;
    let found = page
        .js(
            "return [...document.querySelectorAll('unstuck-guide')].map((each) =>
               [each.progress.guide, JSON.parse(each.report('json')).guide.title, each.shadowRoot.querySelector('#heading').textContent])",
            json!([]),
        )
        .await?;
    same!(
        found,
        json!([
            ["/host.html@1", "The camera does not record", "Update it"],
            ["/host.html@2", "The lock does not open", "Restart it"]
        ]),
        "the guides"
    );
    page.no_errors().await
}
