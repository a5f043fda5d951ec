//! What the reader is told without a network, and about links that need one.

use std::path::PathBuf;

use serde_json::json;

use super::version::next;
use super::{come_back, comes_to_run, install, says, update};
use crate::harness::driver::Engine;
use crate::harness::{Case, Outcome, Page, case};
use crate::{check, same};

const WORKS: &str = "You’re offline. The guide still works.";
/// What the browser says of its network, and that it says so.
const OFF: &str = "Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false }); dispatchEvent(new Event('offline'))";
const ON: &str = "delete navigator.onLine; dispatchEvent(new Event('online'))";

pub fn cases() -> Vec<Case> {
    let mut cases = vec![
        case("offline::told_by_the_browser", by_browser),
        case("offline::told_by_a_silent_server", by_server),
        case("offline::another_language", another_language),
        case("offline::links_say_so", links),
        case("offline::live_region", live),
        case("offline::nothing_is_covered", covered),
    ];
    cases.extend(pictures());
    cases
}

async fn by_browser(page: Page) -> Outcome {
    page.site.whole();
    page.open().await?;
    super::installed(&page).await?;
    says(&page, "offline", "").await?;
    page.js(OFF, json!([])).await?;
    says(&page, "offline", WORKS).await?;
    page.js(ON, json!([])).await?;
    says(&page, "offline", "").await
}

/// A network that leads nowhere: the browser believes itself online.
async fn by_server(page: Page) -> Outcome {
    install(&page).await?;
    says(&page, "offline", "").await?;
    page.site.stop().await?;
    come_back(&page, "").await?;
    says(&page, "offline", WORKS).await?;
    page.site.start_again().await?;
    page.js("dispatchEvent(new Event('online'))", json!([]))
        .await?;
    says(&page, "offline", "").await
}

/// A language that the reader has opened is kept, through the next version too: its pages, and the words of the widget and of
/// the note. Links to the others say that they need the internet.
async fn another_language(page: Page) -> Outcome {
    install(&page).await?;
    come_back(&page, "iphone-backup.de.html").await?;
    page.wait_for(
        super::INSTALL,
        "the other German page to be kept",
        "window.__asked ??= (caches.match(new URL('router.de.html', location.href)).then((found) => { window.__kept = Boolean(found); window.__asked = null; }), 1); return window.__kept === true",
    )
    .await?;
    let new = next(&page)?;
    page.site.version(&new.folder);
    check!(update(&page).await?, "the next version does not come");
    page.site.stop().await?;
    comes_to_run(&page, &new, "after the reader came back").await?;
    for address in ["router.de.html", "iphone-backup.de.html"] {
        come_back(&page, address).await?;
        says(
            &page,
            "offline",
            unstuck_locales::find("de").or_english("offline", "works"),
        )
        .await?;
    }
    page.act("yes").await?;
    let words = "return shadow.querySelector('[data-action=yes]').textContent.trim()";
    same!(page.js(words, json!([])).await?, json!("Ja"), "the answer");
    page.wait_for(
        super::INSTALL,
        "the links to say what is not kept",
        "return [...document.querySelectorAll('.menu a[hreflang]')].every((a) => a.hasAttribute('data-online') === !['en', 'de'].includes(a.hreflang))",
    )
    .await
}

async fn links(page: Page) -> Outcome {
    const SAID: &str = "return [...document.querySelectorAll('[data-probe]'), ...shadow.querySelectorAll('[data-probe]')].map((a) => getComputedStyle(a, '::after').content.includes('needs internet'))";
    const ADD: &str = "const add = (place) => { for (const href of ['https://example.com/', 'router.html', location.origin + '/x', '#iphone-backup', 'mailto:a@b.c']) {
           const a = document.createElement('a'); a.href = href; a.dataset.probe = ''; a.textContent = href; place.append(a); } };";
    install(&page).await?;
    // An article that changes is read again, and the widget made anew.
    let article =
        format!("{ADD} root().dataset.before = ''; add(document.querySelector('article'))");
    page.js(&article, json!([])).await?;
    page.wait(
        "the changed article to be read",
        "return root() && root().dataset.before === undefined && host.dataset.state === 'ready'",
    )
    .await?;
    page.js(&format!("{ADD} add(root())"), json!([])).await?;
    let none = json!([
        false, false, false, false, false, false, false, false, false, false
    ]);
    let some = json!([
        true, false, false, false, false, true, false, false, false, false
    ]);
    same!(page.js(SAID, json!([])).await?, none, "online");
    page.js(OFF, json!([])).await?;
    says(&page, "offline", WORKS).await?;
    same!(page.js(SAID, json!([])).await?, some, "offline");
    // The widget puts on its sheets anew where another part is shown.
    page.press("read", json!({})).await?;
    page.press("steps", json!({})).await?;
    page.wait_for(
        super::INSTALL,
        "the words to be there again",
        &format!("return JSON.stringify((() => {{ {SAID} }})()) === '{some}'"),
    )
    .await?;
    page.js(ON, json!([])).await?;
    says(&page, "offline", "").await?;
    same!(page.js(SAID, json!([])).await?, none, "online again");
    Ok(())
}

/// The region is there, empty and heard, before it says anything.
async fn live(page: Page) -> Outcome {
    install(&page).await?;
    let found = page
        .js(
            "return [...document.querySelectorAll('[data-note] [role=status]')].map((e) => [e.textContent, getComputedStyle(e).display !== 'none', getComputedStyle(e).visibility])",
            json!([]),
        )
        .await?;
    same!(
        found,
        json!([["", true, "visible"], ["", true, "visible"]]),
        "the regions"
    );
    page.js(
        "window.__line = document.querySelector('[data-note=offline] [role=status]')",
        json!([]),
    )
    .await?;
    page.js(OFF, json!([])).await?;
    says(&page, "offline", WORKS).await?;
    let same = page
        .js(
            "return window.__line.isConnected && window.__line.textContent.length > 0",
            json!([]),
        )
        .await?;
    same!(same, json!(true), "the same element speaks");
    Ok(())
}

/// What the notes lie over can be scrolled out from under them, and nothing moves when they come.
async fn covered(page: Page) -> Outcome {
    install(&page).await?;
    let top = "return document.querySelector('article h1').getBoundingClientRect().top";
    let before = page.js(top, json!([])).await?;
    page.js(OFF, json!([])).await?;
    says(&page, "offline", WORKS).await?;
    same!(
        page.js(top, json!([])).await?,
        before,
        "the article's place"
    );
    let free = page
        .js(
            "scrollTo(0, document.documentElement.scrollHeight);
             const end = document.querySelector('footer p:last-of-type').getBoundingClientRect().bottom;
             return [end, document.querySelector('.notes').getBoundingClientRect().top]",
            json!([]),
        )
        .await?;
    let [end, top] = [&free[0], &free[1]].map(|place| place.as_f64().unwrap_or(f64::NAN));
    let under = end > top + 0.5;
    check!(!under, "the footer ends under the note: {free}");
    Ok(())
}

fn pictures() -> Vec<Case> {
    let Some(dir) = std::env::var_os("UNSTUCK_SHOTS").map(PathBuf::from) else {
        return Vec::new();
    };
    let mut cases = Vec::new();
    for (size, width, height) in [("phone", 390, 844), ("desk", 1280, 800)] {
        for (theme, dark) in [("light", false), ("dark", true)] {
            let file = dir.join(format!("offline-{size}-{theme}.png"));
            cases.push(
                case(
                    format!("shots::offline_{size}_{theme}"),
                    async move |page: Page| {
                        crate::page::set_theme(&page, dark).await?;
                        install(&page).await?;
                        page.window(width, height).await?;
                        page.site.version(&next(&page)?.folder);
                        page.act("yes").await?;
                        page.act("no").await?;
                        page.js(OFF, json!([])).await?;
                        says(&page, "offline", WORKS).await?;
                        std::fs::create_dir_all(dir_of(&file))?;
                        std::fs::write(&file, page.client.screenshot().await?)?;
                        check!(update(&page).await?, "the next version does not come");
                        says(&page, "update", "A new version is ready.").await?;
                        let both = file.with_file_name(format!("both-{size}-{theme}.png"));
                        std::fs::write(both, page.client.screenshot().await?)?;
                        Ok(())
                    },
                )
                .only_in(&[Engine::Chromium]),
            );
        }
    }
    cases
}

fn dir_of(file: &std::path::Path) -> PathBuf {
    file.parent().map(PathBuf::from).unwrap_or_default()
}
