//! The reminder of a wait: a calendar file, or a message where the page is installed as an app.

use serde_json::json;

use crate::harness::{Case, Outcome, Page, case};
use crate::{check, same};

pub(super) fn cases() -> Vec<Case> {
    vec![
        case("transfer::reminder", reminder).in_every_engine(),
        case("transfer::message_in_the_app", message_in_the_app),
    ]
}

/// Keeps what is made to download.
pub(super) const BLOBS: &str = "window.__files = []; const url = URL.createObjectURL.bind(URL);

    URL.createObjectURL = (blob) => { const made = url(blob); __files.push([made, blob]); return made; };";

async fn reminder(page: Page) -> Outcome {
    page.site.script(BLOBS);
    page.open().await?;
    page.act_all(&["yes", "yes", "no", "still-running"]).await?;
    reminded(&page).await?;
    page.no_errors().await
}

pub(super) async fn reminded(page: &Page) -> Outcome {
    page.press("remind", json!({})).await?;
    page.wait("the times", "return controls('remind-file').length === 3")
        .await?;
    let files = page
        .js_async(
            "return Promise.all(controls('remind-file').map(async (a) => [a.download, await __files.find(([made]) => made === a.href)[1].text(), Date.now()]))",
            json!([]),
        )
        .await?;
    let files = files.as_array().ok_or("no files")?;
    for file in files {
        let (name, text) = (&file[0], file[1].as_str().unwrap_or_default());
        same!(name, &json!("reminder.ics"), "its name");
        for part in [
            "BEGIN:VCALENDAR\r\n",
            "SUMMARY:Did the backup finish?\r\n",
            "BEGIN:VALARM\r\n",
        ] {
            check!(text.contains(part), "no {part:?} in {text}");
        }
        let address = page
            .js("return location.href.split('#')[0]", json!([]))
            .await?;
        let address = address.as_str().unwrap_or_default().to_owned();
        check!(
            text.contains(&format!("\r\nURL:{address}\r\n")) && !text.contains("unstuck="),
            "the address: {text}"
        );
    }
    let due = page
        .js(
            "const [first] = arguments[0]; const [, y, m, d, h, i, s] = first[1].match(/DTSTART:(....)(..)(..)T(..)(..)(..)Z/);
             return Math.abs(Date.UTC(y, m - 1, d, h, i, s) - first[2] - 3600000) < 60000",
            json!([files]),
        )
        .await?;
    same!(due, json!(true), "the first is due in an hour");
    Ok(())
}

/// Played: no engine here runs a page as an installed app.
async fn message_in_the_app(page: Page) -> Outcome {
    page.site.script(
        "window.__told = []; window.__wish = 'granted';
         window.Notification = class { static permission = 'default'; static requestPermission = async () => __wish; constructor(title) { __told.push(title); } };
         const media = window.matchMedia.bind(window);
         window.matchMedia = (query) => query.includes('standalone') ? { matches: true } : media(query);
         const later = window.setTimeout.bind(window);
         window.setTimeout = (what, ms, ...more) => later(what, ms > 3000000 ? 0 : ms, ...more);",
    );
    page.open().await?;
    page.act_all(&["yes", "yes", "no", "still-running"]).await?;
    page.press("remind", json!({})).await?;
    page.wait("the times", "return controls('remind-here').length === 2")
        .await?;
    page.press("remind-here", json!({})).await?;
    page.wait("the message", "return __told.length === 1")
        .await?;
    same!(
        page.js("return __told[0]", json!([])).await?,
        json!("Did the backup finish?"),
        "what it says"
    );
    page.js("window.__wish = 'denied'", json!([])).await?;
    page.press("remind-here", json!({})).await?;
    page.wait(
        "a word on the refusal",
        "return plain(shadow.querySelector('dialog.carry').innerText).includes('doesn’t let')",
    )
    .await?;
    page.no_errors().await
}
