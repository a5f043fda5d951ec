//! The element on a page of someone else's: where its guide comes from, and what becomes of one that is none.

mod attacks;
mod bounds;
mod faults;
mod footprint;
mod hostile;
mod instances;
mod landing;
mod lazy;
mod lifecycle;
mod listen;
mod nested;
mod opening;
mod origins;
mod place;
mod sheets;
mod shift;
mod source;
mod strict;
mod styles;
mod theme;
mod translated;
mod typing;
mod view;
mod who;

use serde_json::{Value, json};

use crate::check;
use crate::harness::walker::walk;
use crate::harness::{Case, Outcome, Page};

pub fn cases() -> Vec<Case> {
    let mut cases = source::cases();
    cases.extend(view::cases());
    cases.extend(hostile::cases());
    cases.extend(place::cases());
    cases.extend(lifecycle::cases());
    cases.extend(nested::cases());
    cases.extend(theme::cases());
    cases.extend(listen::cases());
    cases.extend(origins::cases());
    cases.extend(styles::cases());
    cases.extend(strict::cases());
    cases.extend(footprint::cases());
    cases.extend(lazy::cases());
    cases.extend(shift::cases());
    cases.extend(opening::cases());
    cases.extend(faults::cases());
    cases.extend(instances::cases());
    cases.extend(attacks::cases());
    cases.extend(bounds::cases());
    cases.extend(who::cases());
    cases.extend(typing::cases());
    cases.extend(landing::cases());
    cases.extend(translated::cases());
    cases
}

/// Serves a page with an element of these attributes and what follows it.
fn put_host(page: &Page, attributes: &str, after: &str) {
    page.site.put_page(
        "/host.html",
        &format!(
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Host</title>\
             <meta name=\"viewport\" content=\"width=device-width\"><script src=\"embed.js\" async></script></head>\
             <body><main><h1>Help</h1><unstuck-guide {attributes}></unstuck-guide>{after}</main></body></html>"
        ),
    );
}

async fn visit(page: &Page) -> Outcome {
    page.window(700, 900).await?;
    Ok(page
        .client
        .goto(&format!("{}/host.html", page.site.origin()))
        .await?)
}

/// Opens a page with an element of these attributes and waits for the widget.
async fn open(page: &Page, attributes: &str, after: &str) -> Outcome {
    put_host(page, attributes, after);
    visit(page).await?;
    page.ready().await
}

/// Walks to the end, the shortest way through every fix, and reads the text: all that a guide can ask for is asked for.
async fn walk_and_read(page: &Page) -> Outcome {
    let walked = walk(page, |screen| {
        Ok(match screen.kind.as_str() {
            "question" => "no",
            "confirm" => "confirm",
            _ => "not-solved",
        }
        .to_owned())
    })
    .await?;
    check!(walked.len() > 1, "a walk of {} screens", walked.len());
    page.press("read", json!({})).await?;
    page.wait(
        "the text to be chosen",
        "return host.dataset.view === 'read' && host.dataset.state !== 'loading'",
    )
    .await
}

/// The words of the widget's heading.
async fn heading(page: &Page) -> Outcome<Value> {
    page.js(
        "return plain(shadow.querySelector('#heading')?.textContent)",
        json!([]),
    )
    .await
}

/// How many of the files asked for have names that begin and end so.
fn asked(page: &Page, start: &str, end: &str) -> usize {
    let log = page.site.log();
    let names = log.iter().filter_map(|path| path.rsplit('/').next());
    names
        .filter(|name| name.starts_with(start) && name.ends_with(end))
        .count()
}
