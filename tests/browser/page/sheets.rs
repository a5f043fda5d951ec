//! A contact sheet for each language: every screen at phone size, to be looked at. Only on request: `UNSTUCK_SHOTS=DIR`.

use std::path::{Path, PathBuf};

use base64::prelude::{BASE64_STANDARD, Engine as _};
use serde_json::json;

use super::languages::open;
use super::transfer::link;
use crate::harness::driver::Engine;
use crate::harness::walker::WAYS;
use crate::harness::{Case, Outcome, Page, case};

const WIDTH: u32 = 390;
/// High enough for most screens as a whole.
const HEIGHT: u32 = 1_400;
const IN_A_ROW: u32 = 7;

pub fn cases() -> Vec<Case> {
    let Some(dir) = std::env::var_os("UNSTUCK_SHOTS").map(PathBuf::from) else {
        return Vec::new();
    };
    let languages = unstuck_locales::all().iter();
    let cases = languages.map(|locale| {
        let file = dir.join(format!("sheet-{}.png", locale.lang));
        case(
            format!("sheets::{}", locale.lang),
            async move |page: Page| sheet(&page, locale.lang, &file).await,
        )
        .only_in(&[Engine::Chromium])
    });
    cases.collect()
}

/// What lies over a screen, or is no screen of its own: the answers that lead there, what is pressed then, and what shows that it is
/// there.
const BESIDE: [(&[&str], &str, &str); 7] = [
    (&["yes", "yes", "yes", "yes", "yes", "yes"], "", "skip"),
    (&["yes", "no", "confirm", "not-solved"], "help", "resume"),
    (
        &["yes", "no", "confirm", "not-solved"],
        "overview",
        "change",
    ),
    (&["yes", "no", "confirm"], "restart", "restart-yes"),
    (&["yes", "no", "confirm"], "carry", "carry-link"),
    (
        &["yes", "yes", "no", "still-running"],
        "remind",
        "remind-file",
    ),
    (&[], "read", "steps"),
];

/// What a link from another device leads to: its fragment, where it is not the true one.
const ARRIVALS: [(&str, &str); 2] = [("", "carry-take"), ("#unstuck=1", "carry-leave")];

async fn sheet(page: &Page, lang: &str, file: &Path) -> Outcome {
    page.window(WIDTH, HEIGHT).await?;
    let mut shots = Vec::new();
    open(page, lang).await?;
    shots.push(shot(page).await?);
    for way in &WAYS {
        anew(page, lang).await?;
        way.go(page).await?;
        shots.push(shot(page).await?);
    }
    for (answers, control, there) in BESIDE {
        anew(page, lang).await?;
        page.act_all(answers).await?;
        if !control.is_empty() {
            page.press(control, json!({})).await?;
        }
        shown(page, there).await?;
        shots.push(shot(page).await?);
    }
    for (fragment, there) in ARRIVALS {
        anew(page, lang).await?;
        page.act_all(&["yes", "no", "confirm", "not-solved"])
            .await?;
        let link = link(page).await?;
        page.act("back").await?;
        let arrive = "location.hash = arguments[1] || new URL(arguments[0]).hash";
        page.js(arrive, json!([link, fragment])).await?;
        shown(page, there).await?;
        shots.push(shot(page).await?);
    }
    anew(page, lang).await?;
    page.js("scrollTo(0, document.body.scrollHeight)", json!([]))
        .await?;
    shots.push(shot(page).await?);
    put_together(page, &shots, file).await
}

/// The guide's page as on a device where nothing was answered.
async fn anew(page: &Page, lang: &str) -> Outcome {
    page.client.goto(&page.site.blank()).await?;
    page.forget().await?;
    // A link that arrived waits there for its answer.
    page.js("sessionStorage.clear()", json!([])).await?;
    open(page, lang).await
}

async fn shown(page: &Page, control: &str) -> Outcome {
    let there = format!("return controls({control:?}).length > 0");
    page.wait(control, &there).await
}

async fn shot(page: &Page) -> Outcome<String> {
    page.js_async(
        "await document.fonts.ready;
         document.getAnimations().concat(shadow.getAnimations?.() ?? []).forEach((a) => { try { a.finish() } catch {} });
         await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));",
        json!([]),
    )
    .await?;
    Ok(BASE64_STANDARD.encode(page.client.screenshot().await?))
}

/// All in one picture, in rows.
async fn put_together(page: &Page, shots: &[String], file: &Path) -> Outcome {
    let rows = u32::try_from(shots.len())?.div_ceil(IN_A_ROW);
    page.client.goto(&page.site.blank()).await?;
    page.window(IN_A_ROW * WIDTH, rows * HEIGHT).await?;
    page.client
        .execute_async(
            "const [shots, width, done] = arguments;
             document.body.style = 'margin: 0; display: flex; flex-wrap: wrap';
             const pictures = shots.map((shot) => Object.assign(new Image(width), { src: `data:image/png;base64,${shot}` }));
             document.body.replaceChildren(...pictures);
             Promise.all(pictures.map((picture) => picture.decode())).then(done)",
            vec![json!(shots), json!(WIDTH)],
        )
        .await?;
    if let Some(dir) = file.parent() {
        std::fs::create_dir_all(dir)?;
    }
    Ok(std::fs::write(file, page.client.screenshot().await?)?)
}
