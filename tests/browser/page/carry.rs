//! Progress taken along: the link and its picture, what a page says to one that arrives, the reminder of a wait.

use axum::http::header;
use serde_json::{Value, json};

use super::access::{no_violation, set_theme};
use crate::harness::Scope::{self, Chromium, EveryEngine, Full};
use crate::harness::page::string;
use crate::harness::{Case, Outcome, Page, case};
use crate::{check, same};

pub fn cases() -> Vec<Case> {
    let mut cases = vec![
        case(
            "carry::nothing_is_loaded_unasked",
            nothing_is_loaded_unasked,
        ),
        case("carry::asks_before_it_replaces", asks_before_it_replaces),
        case("carry::same_answers", same_answers),
        case("carry::arrives_in_an_open_page", arrives_in_an_open_page).in_every_engine(),
        case("carry::arrives_at_the_article", arrives_at_the_article),
        case("carry::picture_holds_the_link", picture_holds_the_link),
        case("carry::copied_or_by_hand", copied_or_by_hand),
        case("carry::shared", shared),
        case("carry::cleared", cleared).in_every_engine(),
        case("carry::nothing_kept", nothing_kept),
        case("carry::two_guides", two_guides),
        case("carry::pasted", pasted),
        case("carry::keyboard", keyboard).in_every_engine(),
        case("carry::reminder", reminder).in_every_engine(),
        case("carry::message_in_the_app", message_in_the_app),
        case("carry::strict_page", strict_page).in_every_engine(),
        case("carry::module_missing", module_missing),
        case("carry::in_the_app", in_the_app),
        case("carry::routes_of_the_page", routes_of_the_page).in_every_engine(),
        case("axe::carry_light", async |page: Page| {
            axe(page, false).await
        }),
        case("axe::carry_dark", async |page: Page| axe(page, true).await),
    ];
    for (scope, name, actions, tick) in WALKS {
        cases.push(
            case(
                format!("carry::same_screen_{name}"),
                async move |page: Page| same_screen(page, actions, tick).await,
            )
            .scope(scope),
        );
    }
    for (scope, name, change, says) in UNUSABLE {
        cases.push(
            case(
                format!("carry::unusable_{name}"),
                async move |page: Page| unusable(page, change, says).await,
            )
            .scope(scope),
        );
    }
    cases
}

/// Ways to a screen, and a step that is ticked there.
const WALKS: [(Scope, &str, &[&str], &str); 4] = [
    (Full, "question", &["no"], ""),
    (
        EveryEngine,
        "fix",
        &["yes", "no", "confirm"],
        "storage-icloud",
    ),
    (Chromium, "wait", &["yes", "yes", "no", "still-running"], ""),
    (Full, "solved", &["yes", "yes", "no", "solved"], ""),
];

/// A link as the dialog gives it.
pub(super) async fn link(page: &Page) -> Outcome<String> {
    page.press("carry", json!({})).await?;
    let at = "return controls('carry-link').length === 1";
    page.wait("the link", at).await?;
    let link = page
        .js("return controls('carry-link')[0].value", json!([]))
        .await?;
    page.press("carry-close", json!({})).await?;
    gone(page, "carry-close").await?;
    string(link)
}

async fn gone(page: &Page, action: &str) -> Outcome {
    let at = format!("return controls({action:?}).length === 0");
    page.wait("the dialog to close", &at).await
}

/// Another device: nothing of this origin is here.
pub(super) async fn cleared_device(page: &Page) -> Outcome {
    page.client.goto(&page.site.blank()).await?;
    page.forget().await
}

pub(super) async fn arrive(page: &Page, link: &str, control: &str) -> Outcome {
    page.client.goto(link).await?;
    page.ready().await?;
    let asked = format!("return controls({control:?}).length === 1");
    page.wait("what the page says to the link", &asked).await
}

/// The dialog's words.
async fn said(page: &Page) -> Outcome<String> {
    let text = "return plain(shadow.querySelector('dialog.carry')?.innerText)";
    string(page.js(text, json!([])).await?)
}

async fn hash(page: &Page) -> Outcome<Value> {
    page.js("return location.hash", json!([])).await
}

/// A record's answers without their times, which a link tells in minutes.
fn timeless(mut progress: Value) -> Value {
    if let Some(answers) = progress["answers"].as_array_mut() {
        for answer in answers.iter_mut().filter_map(Value::as_array_mut) {
            answer.truncate(3);
        }
    }
    progress
}

/// A link that is pasted where there is no address to open it by: an app on the home screen.
async fn pasted(page: Page) -> Outcome {
    page.open().await?;
    page.act_all(&["yes", "yes", "no"]).await?;
    let link = link(&page).await?;
    cleared_device(&page).await?;
    page.open().await?;
    page.act("yes").await?;
    page.press("carry", json!({})).await?;
    page.press("carry-have", json!({})).await?;
    let paste = async |text: &str| {
        page.js(
            "controls('carry-paste')[0].value = arguments[0]; controls('carry-use')[0].click()",
            json!([text]),
        )
        .await
    };
    paste("https://example.org/").await?;
    page.wait(
        "a word on what is no link",
        "return [...shadow.querySelectorAll('[role=status]')].some((said) => shown(said) && said.textContent.includes('No answers'))",
    )
    .await?;
    paste(&format!("Here: <{link}>. Tell me!")).await?;
    page.press("carry-take", json!({})).await?;
    page.wait("the link's screen", "return state().id === 'power-wifi'")
        .await?;
    let hash = page.js("return location.hash", json!([])).await?;
    same!(hash, json!(""), "the address");
    page.unharmed().await
}

async fn same_screen(page: Page, actions: &[&str], tick: &str) -> Outcome {
    page.open().await?;
    page.act_all(actions).await?;
    if !tick.is_empty() {
        page.tick(tick).await?;
    }
    let before = page.snapshot().await?;
    let link = link(&page).await?;
    check!(
        link.starts_with(&format!("{}#unstuck=1", page.site.page())),
        "the link is {link}"
    );
    cleared_device(&page).await?;
    arrive(&page, &link, "carry-take").await?;
    let screen = page.screen().await?;
    check!(
        screen.is("question", "icloud"),
        "before it is asked: {screen:?}"
    );
    page.press("carry-take", json!({})).await?;
    page.wait("the answers", "return state().seq > 0").await?;
    let after = page.snapshot().await?;
    same!(after.screen, before.screen, "the screen");
    same!(after.ticks, before.ticks, "the ticks");
    same!(after.text, before.text, "the words");
    same!(
        timeless(after.progress.clone()),
        timeless(before.progress),
        "the answers"
    );
    same!(hash(&page).await?, json!(""), "the address");
    same!(
        page.js("return focus().heading", json!([])).await?,
        json!(true),
        "focus is on the heading"
    );
    page.reload().await?;
    same!(page.snapshot().await?, after, "after a reload");
    check!(!page.has("carry-take").await?, "it asks again");
    let heard = page.site.heard();
    check!(
        !heard.contains("unstuck=") && !heard.contains(&link[link.len() - 12..]),
        "the server heard of the answers: {heard}"
    );
    page.unharmed().await
}

async fn asks_before_it_replaces(page: Page) -> Outcome {
    page.open().await?;
    page.act_all(&["yes", "yes", "no"]).await?;
    let link = link(&page).await?;
    cleared_device(&page).await?;
    page.open().await?;
    page.act_all(&["no", "yes"]).await?;
    let own = page.progress().await?;
    let place = page.screen().await?;
    page.client.goto(&page.site.blank()).await?;
    for leave in ["carry-leave", "carry-close"] {
        arrive(&page, &link, "carry-take").await?;
        let words = said(&page).await?;
        check!(words.contains("would be replaced"), "it says: {words}");
        same!(
            page.focus().await?.action.as_deref(),
            Some("carry-leave"),
            "the safe choice has focus"
        );
        page.press(leave, json!({})).await?;
        gone(&page, "carry-take").await?;
        same!(page.progress().await?, own, "its own answers stay");
        same!(page.screen().await?, place, "its own screen");
        same!(hash(&page).await?, json!(""), "the address");
        page.client.goto(&page.site.blank()).await?;
    }
    arrive(&page, &link, "carry-take").await?;
    page.press("carry-take", json!({})).await?;
    page.wait("the link's screen", "return state().id === 'power-wifi'")
        .await?;
    // The answers of before are not a Back away, nor is an older copy newer.
    page.reload().await?;
    same!(page.screen().await?.id, "power-wifi", "after a reload");
    page.act("back").await?;
    same!(
        page.screen().await?.id,
        "power-wifi",
        "Back leads to its check"
    );
    page.unharmed().await
}

async fn same_answers(page: Page) -> Outcome {
    page.open().await?;
    page.act_all(&["yes", "yes", "no"]).await?;
    let before = page.snapshot().await?;
    let link = link(&page).await?;
    page.client.goto(&page.site.blank()).await?;
    arrive(&page, &link, "carry-take").await?;
    let words = said(&page).await?;
    check!(words.contains("the same answers"), "it says: {words}");
    page.press("carry-take", json!({})).await?;
    gone(&page, "carry-take").await?;
    same!(page.snapshot().await?, before, "nothing changed");
    page.unharmed().await
}

async fn arrives_in_an_open_page(page: Page) -> Outcome {
    page.open().await?;
    page.act_all(&["yes", "yes", "no", "not-solved"]).await?;
    let link = link(&page).await?;
    page.act("back").await?;
    page.press("read", json!({})).await?;
    page.js("location.hash = new URL(arguments[0]).hash", json!([link]))
        .await?;
    page.wait("the question", "return controls('carry-take').length === 1")
        .await?;
    let words = said(&page).await?;
    for word in [
        "Tried, did not help",
        "fix 3 of 8",
        "When your iPhone backup",
        " ago.",
    ] {
        check!(words.contains(word), "it does not say {word:?}: {words}");
    }
    page.press("carry-take", json!({})).await?;
    page.wait(
        "the link's screen",
        "return state().id === 'restart' && shown(root())",
    )
    .await?;
    page.unharmed().await
}

/// Whoever reads the article rather than the steps is asked all the same.
async fn arrives_at_the_article(page: Page) -> Outcome {
    page.open().await?;
    page.act_all(&["yes", "yes", "no"]).await?;
    let link = link(&page).await?;
    page.press("read", json!({})).await?;
    page.client.goto(&page.site.blank()).await?;
    page.forget().await?;
    page.js("localStorage.setItem('unstuck:view', 'read')", json!([]))
        .await?;
    arrive(&page, &link, "carry-take").await?;
    page.press("carry-take", json!({})).await?;
    page.wait("the link's screen", "return state().id === 'power-wifi'")
        .await?;
    page.unharmed().await
}

/// Ways to spoil a link `t`, and what is said of it.
const UNUSABLE: [(Scope, &str, &str, &str); 5] = [
    (
        Chromium,
        "changed",
        "t.slice(0, -9) + (t.at(-9) === 'A' ? 'B' : 'A') + t.slice(-8)",
        "missing or changed",
    ),
    (Full, "cut", "t.slice(0, -1)", "missing or changed"),
    (
        Full,
        "garbage",
        "t.split('#')[0] + '#unstuck=%3Cscript%3E'",
        "missing or changed",
    ),
    // A checksum that fits, by the tests of the form.
    (
        Chromium,
        "newer",
        "t.split('#')[0] + '#unstuck=2abcNEWER'",
        "newer version",
    ),
    (
        Chromium,
        "other_guide",
        "t.replace(/[^/]*#/, 'router.html#')",
        "another guide",
    ),
];

async fn unusable(page: Page, change: &str, says: &str) -> Outcome {
    page.open().await?;
    page.act_all(&["yes", "yes"]).await?;
    let before = page.progress().await?;
    let link = link(&page).await?;
    let spoilt = string(
        page.js(
            &format!("const t = arguments[0]; return {change}"),
            json!([link]),
        )
        .await?,
    )?;
    let spoilt = spoilt.replace("2abcNEWER", &newer());
    page.client.goto(&page.site.blank()).await?;
    arrive(&page, &spoilt, "carry-leave").await?;
    let words = said(&page).await?;
    check!(words.contains(says), "it says: {words}");
    check!(!page.has("carry-take").await?, "it could be taken up");
    page.press("carry-leave", json!({})).await?;
    gone(&page, "carry-leave").await?;
    same!(hash(&page).await?, json!(""), "the address");
    page.unharmed().await?;
    page.open().await?;
    same!(page.progress().await?, before, "the answers stay");
    Ok(())
}

/// A fragment of a version to come, under a checksum that fits.
fn newer() -> String {
    let body = "2abc";
    let sum = crc::Crc::<u32>::new(&crc::CRC_32_ISO_HDLC).checksum(body.as_bytes());
    let sum = data_encoding::BASE64URL_NOPAD.encode(&sum.to_be_bytes());
    format!("{body}{sum}")
}

async fn picture_holds_the_link(page: Page) -> Outcome {
    page.open().await?;
    page.act_all(&[
        "yes",
        "no",
        "confirm",
        "not-solved",
        "no",
        "not-solved",
        "no",
    ])
    .await?;
    let link = link(&page).await?;
    page.press("carry", json!({})).await?;
    page.wait("the picture", "return shown(shadow.querySelector('.qr'))")
        .await?;
    let drawn = page
        .js(
            "const qr = shadow.querySelector('.qr'); const box = qr.getBoundingClientRect();
             return [qr.viewBox.baseVal.width, qr.querySelector('path').getAttribute('d'), Math.min(box.width, box.height)]",
            json!([]),
        )
        .await?;
    let size = usize::try_from(drawn[0].as_u64().unwrap_or_default())?;
    let wide = drawn[2].as_f64().unwrap_or_default() >= 3.0 * size as f64;
    check!(wide, "a module is less than three pixels wide: {size}");
    let path = drawn[1].as_str().unwrap_or_default();
    same!(decoded(size, path)?, link, "what the picture holds");
    Ok(())
}

/// What a camera would read.
fn decoded(size: usize, path: &str) -> Outcome<String> {
    let mut dark = vec![false; size * size];
    for run in path.split('M').skip(1) {
        let numbers: Vec<usize> = run
            .split(|c: char| !c.is_ascii_digit())
            .filter_map(|number| number.parse().ok())
            .collect();
        let [x, y, width, ..] = numbers[..] else {
            return Err(format!("an unknown run: {run}").into());
        };
        dark[y * size + x..y * size + x + width].fill(true);
    }
    let scale = 4;
    let mut image =
        rqrr::PreparedImage::prepare_from_greyscale(size * scale, size * scale, |x, y| {
            if dark[y / scale * size + x / scale] {
                0
            } else {
                255
            }
        });
    let grids = image.detect_grids();
    let grid = grids.first().ok_or("no code is seen in the picture")?;
    Ok(grid.decode()?.1)
}

async fn copied_or_by_hand(page: Page) -> Outcome {
    page.site.script(
        "window.__copied = []; window.__refuse = false;
         Object.defineProperty(navigator, 'share', { configurable: true, value: undefined });
         Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: async (text) => { if (__refuse) throw new DOMException('no', 'NotAllowedError'); __copied.push(text); } } });",
    );
    page.open().await?;
    page.act("yes").await?;
    let link = link(&page).await?;
    page.press("carry", json!({})).await?;
    page.press("carry-copy", json!({})).await?;
    page.wait("the copy", "return __copied.length === 1")
        .await?;
    same!(
        page.js("return __copied[0]", json!([])).await?,
        json!(link),
        "what is copied"
    );
    page.js("window.__refuse = true", json!([])).await?;
    page.press("carry-copy", json!({})).await?;
    page.wait("the field to have focus, its text selected", "const at = deep(); return at.dataset.action === 'carry-link' && at.selectionEnd - at.selectionStart === at.value.length")
        .await?;
    check!(said(&page).await?.contains("by hand"), "nothing is said");
    page.unharmed().await
}

async fn shared(page: Page) -> Outcome {
    page.site.script(
        "window.__shared = []; Object.defineProperty(navigator, 'share', { configurable: true, value: async (what) => { __shared.push(what); throw new DOMException('put away', 'AbortError'); } });",
    );
    page.open().await?;
    page.act("yes").await?;
    let link = link(&page).await?;
    page.press("carry", json!({})).await?;
    page.press("carry-share", json!({})).await?;
    page.wait("the share", "return __shared.length === 1")
        .await?;
    same!(
        page.js("return __shared[0].url", json!([])).await?,
        json!(link),
        "what is shared"
    );
    page.unharmed().await
}

async fn cleared(page: Page) -> Outcome {
    page.client.goto(&page.site.blank()).await?;
    page.js(
        "localStorage.setItem('unstuck:iphone-backup', 'garbage'); localStorage.setItem('other', 'stays')",
        json!([]),
    )
    .await?;
    page.open().await?;
    page.act_all(&["yes", "yes", "no"]).await?;
    page.progress().await?;
    let second = |ask: &str| {
        format!(
            "const base = await new Promise((done, failed) => {{
               const asked = indexedDB.open('unstuck');
               asked.onsuccess = () => done(asked.result);
               asked.onerror = () => failed(asked.error);
             }});
             const asked = base.transaction('records', 'readwrite').objectStore('records').{ask};
             base.close();
             return await new Promise((done, failed) => {{ asked.onsuccess = () => done(asked.result ?? null); asked.onerror = failed }})"
        )
    };
    page.wait(
        "the second copy",
        "return shadow.querySelector('.kept')?.textContent.startsWith('Saved')",
    )
    .await?;
    page.js_async(
        &second("put('garbage', 'unstuck:iphone-backup:unreadable:1')"),
        json!([]),
    )
    .await?;
    page.press("carry", json!({})).await?;
    page.press("clear", json!({})).await?;
    page.press("clear-no", json!({})).await?;
    gone(&page, "clear-no").await?;
    same!(
        page.screen().await?.id,
        "power-wifi",
        "nothing is cleared yet"
    );
    page.press("carry", json!({})).await?;
    page.press("clear", json!({})).await?;
    page.press("clear-yes", json!({})).await?;
    page.wait("the first question", "return state().id === 'icloud'")
        .await?;
    let kept = page
        .js(
            "return JSON.stringify(Object.entries(localStorage))",
            json!([]),
        )
        .await?;
    let kept = kept.as_str().unwrap_or_default();
    check!(
        !kept.contains("garbage") && !kept.contains("\\\"yes") && kept.contains("stays"),
        "what is still kept: {kept}"
    );
    let names = page.js_async(&second("getAllKeys()"), json!([])).await?;
    same!(
        names,
        json!(["unstuck:iphone-backup"]),
        "what the second copy holds"
    );
    page.reload().await?;
    same!(page.screen().await?.id, "icloud", "after a reload");
    // What was cleared is not a Back away.
    page.js("history.back()", json!([])).await?;
    page.act("no").await?;
    same!(page.screen().await?.id, "finder", "the walk goes on");
    page.unharmed().await
}

/// Where nothing can be kept, the link is the way out.
async fn nothing_kept(page: Page) -> Outcome {
    page.site
        .edit("<unstuck-guide", "<unstuck-guide storage=\"none\"");
    page.open().await?;
    page.act_all(&["yes", "yes", "no"]).await?;
    let link = link(&page).await?;
    cleared_device(&page).await?;
    arrive(&page, &link, "carry-take").await?;
    page.press("carry-take", json!({})).await?;
    page.wait("the link's screen", "return state().id === 'power-wifi'")
        .await?;
    same!(
        page.js("return localStorage.length", json!([])).await?,
        json!(0),
        "what is kept"
    );
    page.unharmed().await
}

/// The guide that a link belongs to takes it, wherever its widget stands.
async fn two_guides(page: Page) -> Outcome {
    page.open().await?;
    page.act_all(&["yes", "yes", "no"]).await?;
    let link = link(&page).await?;
    let fragment = link.split_once('#').map_or("", |(_, fragment)| fragment);
    cleared_device(&page).await?;
    page.site.put_page(
        "/two.html",
        "<!doctype html><html lang=en><head><title>Two</title></head><body><h1>Two</h1>
         <unstuck-guide guide=router></unstuck-guide><unstuck-guide guide=iphone-backup></unstuck-guide>
         <script src=embed.js async></script></body></html>",
    );
    let two = format!("{}two.html#{fragment}", page.site.page());
    page.client.goto(&two).await?;
    page.wait(
        "the second widget to ask",
        "const all = [...document.querySelectorAll('unstuck-guide')].map((e) => e.shadowRoot?.querySelector('[data-action=carry-take]'));
         return !all[0] && Boolean(all[1])",
    )
    .await?;
    page.js("document.querySelectorAll('unstuck-guide')[1].shadowRoot.querySelector('[data-action=carry-take]').click()", json!([]))
        .await?;
    page.wait(
        "its screen",
        "return document.querySelectorAll('unstuck-guide')[1].dataset.screen === 'fix'",
    )
    .await?;
    same!(
        page.js(
            "return document.querySelector('unstuck-guide').dataset.screen",
            json!([])
        )
        .await?,
        json!("question"),
        "the first widget"
    );
    page.unharmed().await
}

async fn keyboard(page: Page) -> Outcome {
    const ESCAPE: char = '\u{e00c}';
    const ENTER: char = '\u{e007}';
    page.open().await?;
    page.act_all(&["yes", "yes", "no"]).await?;
    page.js("controls('carry')[0].focus()", json!([])).await?;
    page.keys(&[ENTER]).await?;
    page.wait("the dialog", "return controls('carry-link').length === 1 && shadow.querySelector('dialog.carry').contains(deep())")
        .await?;
    // The dialog moves in: on its way, 44 px can be 43.99998.
    let small = page
        .js(
            "return [...shadow.querySelectorAll('dialog.carry :is(button, a, input)')].filter((e) => { const b = e.getBoundingClientRect(); return b.width < 43.9 || b.height < 43.9; }).map((e) => e.outerHTML)",
            json!([]),
        )
        .await?;
    same!(small, json!([]), "targets below 44 px");
    page.keys(&[ESCAPE]).await?;
    gone(&page, "carry-link").await?;
    same!(
        page.focus().await?.action.as_deref(),
        Some("carry"),
        "focus is where it was"
    );
    page.unharmed().await
}

/// Keeps what is made to download.
const BLOBS: &str = "window.__files = []; const url = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob) => { const made = url(blob); __files.push([made, blob]); return made; };";

async fn reminder(page: Page) -> Outcome {
    page.site.script(BLOBS);
    page.open().await?;
    page.act_all(&["yes", "yes", "no", "still-running"]).await?;
    reminded(&page).await?;
    page.unharmed().await
}

async fn reminded(page: &Page) -> Outcome {
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
        "return plain(shadow.querySelector('dialog.carry').innerText).includes('does not let')",
    )
    .await?;
    page.unharmed().await
}

/// Nothing here needs more than the widget does.
async fn strict_page(page: Page) -> Outcome {
    page.open().await?;
    page.act_all(&["yes", "yes", "no", "still-running"]).await?;
    let link = link(&page).await?;
    let fragment = link.split_once('#').map_or("", |(_, fragment)| fragment);
    cleared_device(&page).await?;
    page.site.header(
        header::CONTENT_SECURITY_POLICY,
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'",
    );
    page.site.put("/watch.js", "text/javascript", format!("window.__seen = {{ events: [], errors: [] }}; addEventListener('securitypolicyviolation', (e) => __seen.errors.push(e.violatedDirective + ' ' + e.blockedURI)); {BLOBS}"));
    page.site.put(
        "/strict.html",
        "text/html; charset=utf-8",
        "<!doctype html><html lang=en><head><title>Strict</title><script src=watch.js></script></head><body><h1>Strict</h1>
         <unstuck-guide guide=iphone-backup></unstuck-guide><script src=embed.js async></script></body></html>",
    );
    let strict = format!("{}strict.html#{fragment}", page.site.page());
    arrive(&page, &strict, "carry-take").await?;
    page.press("carry-take", json!({})).await?;
    page.wait("the link's screen", "return state().screen === 'wait'")
        .await?;
    reminded(&page).await?;
    let looks =
        "return getComputedStyle(shadow.querySelector('dialog.carry .said-so')).display === 'none'";
    page.wait("the dialog's own look", looks).await?;
    page.press("carry-close", json!({})).await?;
    gone(&page, "carry-close").await?;
    page.press("carry", json!({})).await?;
    page.wait("the picture", "return shown(shadow.querySelector('.qr'))")
        .await?;
    same!(page.errors().await?, Vec::<String>::new(), "violations");
    Ok(())
}

async fn nothing_is_loaded_unasked(page: Page) -> Outcome {
    page.open().await?;
    page.act_all(&["yes", "yes", "no"]).await?;
    let asked = |page: &Page| {
        page.site
            .log()
            .iter()
            .filter(|path| path.contains("unstuck-carry"))
            .count()
    };
    same!(asked(&page), 0, "files of the module");
    for _ in 0..2 {
        link(&page).await?;
    }
    same!(asked(&page), 2, "files of the module, once asked for");
    page.unharmed().await
}

/// A page that routes by its own fragment is at the same place on the other device, once it is decided.
async fn routes_of_the_page(page: Page) -> Outcome {
    page.site.script(
        "window.__routes = []; addEventListener('hashchange', () => __routes.push(location.hash));",
    );
    page.client
        .goto(&format!("{}#/help&a=1", page.site.page()))
        .await?;
    page.ready().await?;
    page.act_all(&["yes", "yes", "no"]).await?;
    same!(hash(&page).await?, json!("#/help&a=1"), "the address");
    let link = link(&page).await?;
    check!(link.ends_with("&/help&a=1"), "the link is {link}");
    cleared_device(&page).await?;
    arrive(&page, &link, "carry-take").await?;
    page.press("carry-take", json!({})).await?;
    page.wait("the link's screen", "return state().id === 'power-wifi'")
        .await?;
    page.wait(
        "the page's route",
        "return location.hash === '#/help&a=1' && __routes.includes(location.hash)",
    )
    .await?;
    page.client.goto(&page.site.blank()).await?;
    arrive(&page, &link, "carry-leave").await?;
    // The page goes elsewhere while it is asked.
    page.js("location.hash = '#/other'", json!([])).await?;
    page.press("carry-leave", json!({})).await?;
    gone(&page, "carry-leave").await?;
    same!(hash(&page).await?, json!("#/other"), "the page's own");
    page.unharmed().await
}

/// A walk goes on where the module cannot be had; the reader is told, and another try gets it. So too where a link brought
/// the reader, who has no control of their own to press.
async fn module_missing(page: Page) -> Outcome {
    let told = "const told = shadow.querySelector('[role=alert]');
        return shown(told) && told.textContent.includes('could not be loaded') && controls('carry-again').length === 1
          && __seen.logged.some((line) => line.startsWith('unstuck:'))";
    for end in [".js", ".wasm"] {
        let file = page.site.file("unstuck-carry", end)?;
        let missing = || {
            page.site
                .fault(&file, crate::harness::server::Fault::Status(404));
        };
        missing();
        page.open().await?;
        page.act("yes").await?;
        page.press("carry", json!({})).await?;
        page.wait("a word to the reader, and one in the console", told)
            .await?;
        page.press("carry-again", json!({})).await?;
        page.wait(
            "the word once more, with focus",
            "return focus().action === 'carry-again' && controls('carry-again').length === 1",
        )
        .await?;
        page.act("yes").await?;
        page.site.heal();
        page.press("carry-again", json!({})).await?;
        page.wait("the link", "return controls('carry-link').length === 1")
            .await?;
        let left = "return Boolean(shadow.querySelector('[role=alert]'))";
        same!(page.js(left, json!([])).await?, json!(false), "the word");
        let link = page
            .js("return controls('carry-link')[0].value", json!([]))
            .await?;
        cleared_device(&page).await?;
        missing();
        page.client.goto(&string(link)?).await?;
        page.ready().await?;
        page.wait("a word to who came by a link", told).await?;
        page.site.heal();
        page.press("carry-again", json!({})).await?;
        page.press("carry-take", json!({})).await?;
        page.wait("the link's screen", "return state().seq > 0")
            .await?;
        cleared_device(&page).await?;
    }
    Ok(())
}

/// An installed app begins without answers: there, and nowhere else, the first screen takes a link.
async fn in_the_app(page: Page) -> Outcome {
    page.open().await?;
    check!(!page.has("have").await?, "it is offered in a browser");
    page.act_all(&["yes", "yes", "no"]).await?;
    let link = link(&page).await?;
    cleared_device(&page).await?;
    // Played: no engine here runs a page as an installed app.
    page.site.script(
        "const put = CSSStyleSheet.prototype.replaceSync;
         CSSStyleSheet.prototype.replaceSync = function (css) { put.call(this, css.replace(/display-mode: ?standalone/, 'min-width: 1px')); };",
    );
    page.open().await?;
    page.press("have", json!({})).await?;
    page.wait(
        "where to paste",
        "return controls('carry-paste').length === 1",
    )
    .await?;
    page.js(
        "controls('carry-paste')[0].value = arguments[0]; controls('carry-use')[0].click()",
        json!([link]),
    )
    .await?;
    page.press("carry-take", json!({})).await?;
    page.wait("the link's screen", "return state().id === 'power-wifi'")
        .await?;
    check!(!page.has("have").await?, "it is offered beside answers");
    page.unharmed().await
}

/// Opens one of the dialogs, for a picture of it.
pub(super) async fn show(page: &Page, what: &str) -> Outcome {
    page.act_all(&["yes", "no", "confirm", "not-solved", "no", "still-running"])
        .await?;
    let link = link(page).await?;
    match what {
        "carry" | "remind" => page.press(what, json!({})).await?,
        "clear" => {
            page.press("carry", json!({})).await?;
            page.press("clear", json!({})).await?;
        }
        _ => {
            let mut link = link;
            if what == "damaged" {
                link.pop();
            }
            cleared_device(page).await?;
            if what == "other" {
                page.open_raw().await?;
                page.ready().await?;
                page.act("no").await?;
                page.client.goto(&page.site.blank()).await?;
            }
            arrive(page, &link, "carry-leave").await?;
        }
    }
    page.wait(
        "the dialog",
        "return shown(shadow.querySelector('dialog.carry'))",
    )
    .await
}

async fn axe(page: Page, dark: bool) -> Outcome {
    set_theme(&page, dark).await?;
    page.open_at(390, 844).await?;
    page.act_all(&["yes", "yes", "no", "still-running"]).await?;
    let link = link(&page).await?;
    for (control, inside) in [("carry", "carry-link"), ("remind", "remind-file")] {
        page.press(control, json!({})).await?;
        let there = format!("return controls({inside:?}).length > 0");
        page.wait("the dialog", &there).await?;
        no_violation(&page, &format!("{control}, dark {dark}")).await?;
        page.press("carry-close", json!({})).await?;
        gone(&page, "carry-close").await?;
    }
    page.act("back").await?;
    let arrived = "location.hash = new URL(arguments[0]).hash";
    page.js(arrived, json!([link])).await?;
    page.wait("the question", "return controls('carry-take').length > 0")
        .await?;
    no_violation(&page, &format!("the question, dark {dark}")).await?;
    page.press("carry-leave", json!({})).await?;
    page.js("location.hash = '#unstuck=1'", json!([])).await?;
    page.wait(
        "what is said",
        "return controls('carry-leave').length > 0 && !controls('carry-take').length",
    )
    .await?;
    no_violation(&page, &format!("a damaged link, dark {dark}")).await?;
    Ok(())
}
