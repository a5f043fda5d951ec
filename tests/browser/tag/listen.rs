//! The code of the guide for authors that counts answers and outcomes, as it stands there.

use serde_json::json;

use super::{put_host, visit};
use crate::harness::{Case, Outcome, Page, case};
use crate::same;

const AUTHORS: &str = include_str!("../../../docs/authors.md");

pub fn cases() -> Vec<Case> {
    vec![case("listen::the_authors_code_counts", counts)]
}

async fn counts(page: Page) -> Outcome {
    let listen = AUTHORS
        .split("\n## Listen\n")
        .nth(1)
        .ok_or("no part on listening")?;
    let code = listen
        .split("```html\n")
        .nth(1)
        .and_then(|rest| rest.split("```").next());
    let code = code.ok_or("no code to listen with")?;
    // What it sends is kept here, and not sent.
    page.site.script(
        "window.sent = []; navigator.sendBeacon = (to, what) => sent.push([to, JSON.parse(what)]);",
    );
    put_host(&page, "guide=router storage=none", code);
    visit(&page).await?;
    page.ready().await?;
    let first = page.screen().await?;
    let second = page.act("yes").await?;
    let mut screen = second;
    while screen.kind != "fix" {
        screen = page
            .act(if screen.kind == "confirm" {
                "confirm"
            } else {
                "unsure"
            })
            .await?;
    }
    page.act("solved").await?;
    let sent = page
        .js("dispatchEvent(new Event('pagehide')); dispatchEvent(new Event('pagehide')); return sent", json!([]))
        .await?;
    same!(
        sent.as_array().map(Vec::len),
        Some(1),
        "how often it was sent: {sent}"
    );
    same!(sent[0][0], json!("/count"), "where to");
    for name in [
        format!("answer {} yes", first.id),
        format!("verdict {} solved", screen.id),
        format!("solved {}", screen.id),
    ] {
        same!(sent[0][1][&name], json!(1), "{name} in {sent}");
    }
    Ok(())
}
