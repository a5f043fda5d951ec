//! The element in pages of React, Vue and Svelte.

use serde_json::{Value, json};

use super::{ARTICLE, all_ready, run};
use crate::harness::{Case, Outcome, Page, case};
use crate::same;
use crate::tag::visit;

pub(super) fn cases() -> Vec<Case> {
    ["react", "vue", "svelte"]
        .map(|framework| {
            case(
                format!("lifecycle::in_{framework}"),
                async move |page: Page| rendered_by(&page, framework).await,
            )
        })
        .into()
}

/// What a framework's page does with its own buttons, and what it says of itself then.
const RENDERINGS: &[(&str, &str)] = &[
    ("reorder", "after,guide,before true 0 auto 0"),
    ("rotate", "guide,before,after true 0 auto 0"),
    ("rotate", "before,after,guide true 0 auto 0"),
    ("reorder", "guide,after,before true 0 auto 0"),
    ("count", "guide,after,before true 1 auto 0"),
    ("theme", "guide,after,before true 1 dark 0"),
    ("toggle", "guide,after,before false 1 dark 0"),
    ("toggle", "guide,after,before true 1 dark 0"),
    ("rekey", "guide,after,before true 1 dark 1"),
    ("count", "guide,after,before true 2 dark 1"),
    ("theme", "guide,after,before true 2 light 1"),
];

/// The element in a real page of a framework: the page's renderings lose and double nothing.
async fn rendered_by(page: &Page, framework: &str) -> Outcome {
    let folder = std::env::var_os("UNSTUCK_FRAMEWORKS").ok_or(
        "UNSTUCK_FRAMEWORKS is not set: the folder of the bundled pages. `cargo xtask test` sets it.",
    )?;
    let script = std::fs::read(std::path::Path::new(&folder).join(format!("{framework}.js")))?;
    page.site.put("/framework.js", "text/javascript", script);
    page.site.script(include_str!("../lifecycle.js"));
    page.site.put_page(
        "/host.html",
        &format!(
            "<!doctype html><html lang=en><head><meta charset=utf-8><title>Host</title><script src=embed.js async></script>
             <script type=module src=framework.js></script></head><body><h1>Help</h1><div id=app></div>{ARTICLE}</body></html>"
        ),
    );
    visit(page).await?;
    all_ready(page).await?;
    let before = run(
        page,
        "await lives.act(all[0], 'not-solved');
         await lives.tick(all[0]);
         window.listening = lives.listeners();
         return lives.read(all[0])",
    )
    .await?;
    for (button, wanted) in RENDERINGS {
        let state = page
            .js_async(
                "const [button, wanted] = [arguments[0], arguments[1]];
                 const state = () => $('#state').textContent;
                 const was = $('unstuck-guide');
                 $('#' + button).click();
                 await lives.until(`${button} to lead to ${wanted} from ${state()}`, () => state() === wanted);
                 for (let i = 0; i < 3; i++) await lives.task();
                 const el = $('unstuck-guide');
                 if (was && was !== el) await lives.gone(was);
                 if (!el) return null;
                 await lives.ready(el);
                 window.all = [el];
                 const theme = lives.inside(el).querySelector('.unstuck').dataset.theme;
                 if (theme !== el.getAttribute('theme')) throw new Error(`the theme is ${theme}`);
                 return lives.read(el);",
                json!([button, wanted]),
            )
            .await?;
        if wanted.contains("false") {
            same!(state, Value::Null, "hidden");
        } else {
            same!(state, before, "what is shown after {button}");
        }
    }
    let end = run(
        page,
        "await lives.act(all[0], 'solved');
         await lives.until('the page to hear it', () => $('#heard').textContent === 'not-solved,solved').catch(() => 0);
         return [$('#heard').textContent, lives.read(all[0]).screen, document.querySelectorAll('unstuck-guide').length, lives.listeners() - window.listening]",
    )
    .await?;
    same!(
        end,
        json!(["not-solved,solved", "solved", 1, 0]),
        "heard by the page, shown, elements, listeners that came"
    );
    page.no_errors().await
}
