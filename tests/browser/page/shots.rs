//! Pictures of every kind of screen, to look at and for the README. Only on request: `UNSTUCK_SHOTS=DIR`, in Chromium.

use std::path::PathBuf;

use base64::prelude::{BASE64_STANDARD, Engine as _};
use serde_json::json;

use super::access::set_theme;
use crate::harness::driver::Engine;
use crate::harness::server::Fault;
use crate::harness::walker::{WAYS, Way};
use crate::harness::{Case, Outcome, Page, case};

pub fn cases() -> Vec<Case> {
    let Some(dir) = std::env::var_os("UNSTUCK_SHOTS").map(PathBuf::from) else {
        return Vec::new();
    };
    const FIRST: Way = Way {
        name: "start",
        kind: "question",
        id: "icloud",
        actions: &[],
    };
    let mut cases = Vec::new();
    for way in [&FIRST, &WAYS[4], &WAYS[5]] {
        let file = dir.join(format!("print-{}.pdf", way.name));
        cases.push(
            case(
                format!("shots::print_{}", way.name),
                async move |page: Page| {
                    page.open().await?;
                    way.go(&page).await?;
                    let printed = page.dev_tools("Page.printToPDF", json!({})).await?;
                    let data = printed["data"].as_str().unwrap_or_default();
                    Ok(std::fs::write(&file, BASE64_STANDARD.decode(data)?)?)
                },
            )
            .only_in(&[Engine::Chromium]),
        );
    }
    for (size, width, height) in [("phone", 390, 844), ("desk", 1280, 800)] {
        for (theme, dark) in [("light", false), ("dark", true)] {
            for way in std::iter::once(&FIRST).chain(&WAYS) {
                let file = dir.join(format!("{}-{size}-{theme}.png", way.name));
                cases.push(case(
                    format!("shots::{}_{size}_{theme}", way.name),
                    async move |page: Page| {
                        set_theme(&page, dark).await?;
                        page.open_at(width, height).await?;
                        // Real presses: a scripted one leaves a focus ring that a finger does not.
                        for action in way.actions {
                            page.click(action).await?;
                        }
                        save(&page, &file).await
                    },
                ));
            }
            let file = dir.join(format!("rich-{size}-{theme}.png"));
            cases.push(case(
                format!("shots::rich_{size}_{theme}"),
                async move |page: Page| {
                    set_theme(&page, dark).await?;
                    page.site.article(super::rich::ARTICLE);
                    page.open_at(width, 2_400).await?;
                    save(&page, &file).await
                },
            ));
            let file = dir.join(format!("choice-{size}-{theme}.png"));
            cases.push(case(
                format!("shots::choice_{size}_{theme}"),
                async move |page: Page| {
                    set_theme(&page, dark).await?;
                    page.site.article(super::choice::ARTICLE);
                    page.open_at(width, height).await?;
                    page.click("yes").await?;
                    save(&page, &file).await
                },
            ));
            for (name, edit) in [
                ("failed", ""),
                ("failed-without-an-article", " guide=\"iphone-backup\""),
            ] {
                let file = dir.join(format!("{name}-{size}-{theme}.png"));
                cases.push(case(
                    format!("shots::{name}_{size}_{theme}"),
                    async move |page: Page| {
                        set_theme(&page, dark).await?;
                        page.open_at(width, height).await?;
                        page.act_all(&["yes", "yes", "no", "not-solved"]).await?;
                        page.site.fault(".wasm", Fault::Status(404));
                        if !edit.is_empty() {
                            page.site.edit(" article=\"#iphone-backup\"", edit);
                        }
                        page.open_raw().await?;
                        page.wait(
                            "the help",
                            "return __seen.events.some((e) => e.name === 'error')",
                        )
                        .await?;
                        save(&page, &file).await
                    },
                ));
            }
            for what in &MOMENTS {
                let file = dir.join(format!("{}-{size}-{theme}.png", what.name));
                cases.push(case(
                    format!("shots::{}_{size}_{theme}", what.name),
                    async move |page: Page| {
                        set_theme(&page, dark).await?;
                        // High enough for the whole screen.
                        moment(&page, what, width, 1_400).await?;
                        save(&page, &file).await
                    },
                ));
            }
            for what in ["laptop", "printer", "router", "gallery"] {
                let file = dir.join(format!("page-{what}-{size}-{theme}.png"));
                cases.push(case(
                    format!("shots::page_{what}_{size}_{theme}"),
                    async move |page: Page| {
                        set_theme(&page, dark).await?;
                        page.window(width, 1_400).await?;
                        let address = format!("{}{what}.html", page.site.page());
                        page.client.goto(&address).await?;
                        page.ready().await?;
                        save(&page, &file).await
                    },
                ));
            }
            for what in ["carry", "remind", "arrived", "other", "damaged", "clear"] {
                let file = dir.join(format!("take-{what}-{size}-{theme}.png"));
                cases.push(case(
                    format!("shots::take_{what}_{size}_{theme}"),
                    async move |page: Page| {
                        set_theme(&page, dark).await?;
                        page.open_at(width, height).await?;
                        super::transfer::show(&page, what).await?;
                        save(&page, &file).await
                    },
                ));
            }
            for (name, action, inside) in [
                ("overview", "overview", "change"),
                ("restart", "restart", "restart-yes"),
                ("article", "", ""),
                ("read", "read", "steps"),
                ("text-of-a-file", "read", "steps"),
                ("menu", "menu", ""),
            ] {
                let file = dir.join(format!("{name}-{size}-{theme}.png"));
                cases.push(case(format!("shots::{name}_{size}_{theme}"), async move |page: Page| {
                    set_theme(&page, dark).await?;
                    if name == "text-of-a-file" {
                        page.site.edit(" article=\"#iphone-backup\"", " guide=\"printer\"");
                        page.open_at(width, height).await?;
                        page.press(action, json!({})).await?;
                        page.wait("the text", "return shown(shadow.querySelector('article h1'))").await?;
                        return save(&page, &file).await;
                    }
                    page.open_at(width, height).await?;
                    if action == "menu" {
                        page.js("document.querySelector('header.site nav summary').click()", json!([])).await?;
                    } else if action.is_empty() {
                        page.js("document.querySelector('article section[data-unstuck-id] h2')?.scrollIntoView()", json!([])).await?;
                    } else {
                        page.act_all(&["yes", "no", "confirm", "not-solved", "yes", "no"]).await?;
                        if page.has(action).await? {
                            page.press(action, json!({})).await?;
                        }
                        page.wait("it to open", &format!("return controls({inside:?}).length > 0")).await?;
                    }
                    save(&page, &file).await
                }));
            }
        }
    }
    cases
        .into_iter()
        .map(|case| case.only_in(&[Engine::Chromium]))
        .collect()
}

/// What is seen in between the screens, or by few: what is pressed from the start, a script when the page was left, what is
/// edited in it meanwhile, and what is pressed or media that are emulated on return.
struct Moment {
    name: &'static str,
    actions: &'static [&'static str],
    away: &'static str,
    edits: &'static [(&'static str, &'static str)],
    back: &'static str,
    media: &'static [(&'static str, &'static str)],
}

const PLAIN: Moment = Moment {
    name: "",
    actions: &["yes", "no", "confirm"],
    away: "",
    edits: &[],
    back: "",
    media: &[],
};

const LONG: &str = "Make room for the backup in the storage of the account that this device belongs to, and keep it";

static MOMENTS: [Moment; 12] = [
    Moment {
        name: "ticked",
        ..PLAIN
    },
    Moment {
        name: "away",
        actions: &["yes", "no", "confirm", "not-solved", "yes", "no"],
        ..PLAIN
    },
    Moment {
        name: "report",
        actions: &["yes", "yes", "no", "solved"],
        back: "controls('report')[0].click()",
        ..PLAIN
    },
    Moment {
        name: "reopened",
        actions: &["yes", "yes", "no"],
        back: "controls('overview')[0]?.click(); await until(() => controls('change').length); controls('change', { id: 'storage' })[0].click()",
        ..PLAIN
    },
    Moment {
        name: "changed",
        edits: &[
            ("Make sure that the free space", "See that the free space"),
            ("go to iCloud?", "go to the iCloud?"),
        ],
        back: "controls('overview')[0]?.click()",
        ..PLAIN
    },
    Moment {
        name: "changed-step",
        edits: &[("On your iPhone, open", "On your own iPhone, open")],
        ..PLAIN
    },
    Moment {
        name: "unreadable",
        actions: &[],
        away: "localStorage.setItem(KEY, 'spoilt')",
        ..PLAIN
    },
    Moment {
        name: "not-kept",
        actions: &[],
        back: "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }; IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError') }; controls('yes')[0].click()",
        ..PLAIN
    },
    Moment {
        name: "large-text",
        edits: &[(
            "</head>",
            "<style>html { font-size: 200% !important }</style></head>",
        )],
        ..PLAIN
    },
    Moment {
        name: "long-words",
        edits: &[
            ("Make room for the backup", LONG),
            ("Manage Account Storage", LONG),
        ],
        ..PLAIN
    },
    Moment {
        name: "forced-colors",
        media: &[("forced-colors", "active")],
        ..PLAIN
    },
    Moment {
        name: "reduced-motion",
        media: &[("prefers-reduced-motion", "reduce")],
        ..PLAIN
    },
];

async fn moment(page: &Page, what: &Moment, width: u32, height: u32) -> Outcome {
    page.open_at(width, height).await?;
    page.act_all(what.actions).await?;
    // The first step is done, where there are steps.
    page.js("controls('tick')[0]?.click()", json!([])).await?;
    page.progress().await?;
    page.client.goto(&page.site.blank()).await?;
    page.js(what.away, json!([])).await?;
    for (from, to) in what.edits {
        page.site.edit(from, to);
    }
    if !what.media.is_empty() {
        let media = what.media.iter();
        let features: Vec<_> = media
            .map(|(name, value)| json!({ "name": name, "value": value }))
            .collect();
        page.dev_tools(
            "Emulation.setEmulatedMedia",
            json!({ "features": features }),
        )
        .await?;
    }
    page.open_at(width, height).await?;
    page.js_async(what.back, json!([])).await?;
    Ok(())
}

async fn save(page: &Page, file: &std::path::Path) -> Outcome {
    page.js_async(
        "await until(() => [...document.getAnimations(), ...(shadow?.getAnimations?.() ?? [])].every((a) => a.playState !== 'running'), 3000);
         await document.fonts.ready; await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));",
        json!([]),
    )
    .await?;
    if let Some(dir) = file.parent() {
        std::fs::create_dir_all(dir)?;
    }
    Ok(std::fs::write(file, page.client.screenshot().await?)?)
}
