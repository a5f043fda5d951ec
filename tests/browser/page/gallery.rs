//! The gallery: each look is on its widget, in the colours of the CSS that stands beneath it, and can be read.

use serde_json::{Value, json};

use super::access::no_violation;
use crate::harness::driver::Engine;
use crate::harness::{Case, Outcome, Page, case};
use crate::{check, same};

const LOOKS: [&str; 3] = ["magazine", "developer", "brand"];

pub fn cases() -> Vec<Case> {
    [("phone", 390, 844), ("desk", 1280, 800)]
        .into_iter()
        .map(|(name, width, height)| {
            case(format!("gallery::{name}"), async move |page: Page| {
                gallery(&page, width, height).await
            })
        })
        .collect()
}

async fn gallery(page: &Page, width: u32, height: u32) -> Outcome {
    // Only Chromium can be told what the reader's system is.
    let dark = page.engine == Engine::Chromium;
    for scheme in ["light", "dark"].iter().take(if dark { 2 } else { 1 }) {
        if dark {
            let features =
                json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
            page.dev_tools("Emulation.setEmulatedMedia", features)
                .await?;
        }
        // The other engines have no window as narrow as a phone.
        page.window(if dark { width } else { width.max(700) }, height)
            .await?;
        page.client
            .goto(&format!("{}gallery.html", page.site.page()))
            .await?;
        for look in LOOKS {
            let at = format!("{look}, {scheme}");
            looks(page, look, &at).await?;
        }
        no_violation(page, &format!("the gallery, {scheme}")).await?;
        // Through to a screen with steps and a verdict.
        for look in LOOKS {
            page.js_async(
                "const at = () => document.querySelector(`.${arguments[0]} unstuck-guide`).shadowRoot.querySelector('[data-screen]');
                 for (let left = 30; left && at().dataset.screen !== 'fix'; left--) {
                   const before = at().dataset.screen + at().dataset.id;
                   const choice = ['unsure', 'confirm', 'no'].map((name) => at().querySelector(`[data-action=${name}]`)).find(Boolean);
                   choice.click();
                   await until(() => at().dataset.screen + at().dataset.id !== before);
                 }
                 if (at().dataset.screen !== 'fix') throw new Error('no fix, but ' + at().dataset.screen);
                 at().querySelector('[data-action=tick]').click();",
                json!([look]),
            )
            .await?;
        }
        no_violation(page, &format!("fixes in the gallery, {scheme}")).await?;
        let wide = page
            .js(
                "return document.documentElement.scrollWidth - innerWidth",
                json!([]),
            )
            .await?;
        check!(
            wide.as_i64() <= Some(0),
            "the page scrolls sideways by {wide} px"
        );
    }
    Ok(())
}

/// The widget of this look is there, in the colours that the CSS beneath it names for this scheme.
async fn looks(page: &Page, look: &str, at: &str) -> Outcome {
    page.js(
        "document.querySelector(`.${arguments[0]} unstuck-guide`).scrollIntoView()",
        json!([look]),
    )
    .await?;
    page.wait(
        &format!("the widget of {look}"),
        &format!(
            "return document.querySelector('.{look} unstuck-guide').dataset.state === 'ready'"
        ),
    )
    .await?;
    let found: Value = page
        .js(
            "const part = document.querySelector(`.${arguments[0]}`);
             const code = part.querySelector('.copy code').textContent;
             // The block for a dark system, where there is one and the system is.
             const dark = code.indexOf('@media');
             const table = matchMedia('(prefers-color-scheme: dark)').matches && dark > 0 ? code.slice(dark) : code;
             const inner = part.querySelector('unstuck-guide').shadowRoot;
             const probe = document.body.appendChild(document.createElement('i'));
             const wrong = [];
             for (const [name, one, property] of [
               ['surface', '[part~=card]', 'backgroundColor'], ['text', '[part~=question]', 'color'],
               ['edge', '[data-action=yes]', 'borderTopColor'], ['accent', '[data-action=unsure]', 'color'],
             ]) {
               probe.style.color = table.match(new RegExp(`--unstuck-${name}: ([^;]+);`))[1];
               const [found, wanted] = [getComputedStyle(inner.querySelector(one))[property], getComputedStyle(probe).color];
               if (found !== wanted) wrong.push([name, found, wanted]);
             }
             probe.remove();
             return wrong;",
            json!([look]),
        )
        .await?;
    same!(
        found,
        json!([]),
        "colours that are not those of the CSS: {at}"
    );
    Ok(())
}
