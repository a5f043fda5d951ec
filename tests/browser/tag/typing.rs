//! What is typed in the widget's fields, on a page that has shortcuts of its own.

use serde_json::json;

use super::open;
use crate::harness::{Case, Outcome, Page, case};
use crate::{check, same};

pub fn cases() -> Vec<Case> {
    vec![case("typing::stays_inside", stays_inside).in_every_engine()]
}

/// A page that takes letters, Space, Enter and Escape wherever they are not typed into a field of its own.
const SHORTCUTS: &str = "<script>
  window.heard = [];
  for (const kind of ['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'paste'])
    addEventListener(kind, (event) => {
      // A dialog has closed when Escape comes up again.
      if (kind !== 'keyup' || event.key !== 'Escape') heard.push(event.key ?? kind);
      if (!['INPUT', 'TEXTAREA'].includes(event.target.tagName) && ['s', 'f', 'n', 'p', '/', ' ', 'Enter', 'Escape'].includes(event.key))
        event.preventDefault();
    });
</script>";
const ESCAPE: char = '\u{e00c}';
const TAB: char = '\u{e004}';
const LINK: &str = "https://help.example/fps?n=1 #unstuck";

async fn stays_inside(page: Page) -> Outcome {
    open(&page, "guide=router storage=none", SHORTCUTS).await?;
    // It is shown in an installed app alone.
    page.js(
        "shadow.querySelector('[data-action=have]').click()",
        json!([]),
    )
    .await?;
    page.wait(
        "the field",
        "controls('carry-paste')[0]?.focus(); return deep()?.dataset.action === 'carry-paste'",
    )
    .await?;
    page.keys(&LINK.chars().collect::<Vec<_>>()).await?;
    let typed = page
        .js("return [deep().value, heard.join('')]", json!([]))
        .await?;
    same!(
        typed,
        json!([LINK, ""]),
        "what was typed, and what was heard"
    );
    // Focus goes on, and the page hears of it.
    page.keys(&[TAB]).await?;
    let after = page
        .js(
            "return [deep().dataset.action, heard.includes('Tab')]",
            json!([]),
        )
        .await?;
    same!(after, json!(["carry-use", true]), "after Tab");
    // A control is pressed by its key, and a dialog closed by Escape.
    page.keys(&[' ']).await?;
    page.wait(
        "what was typed to be no link",
        "return shadow.querySelector('.said-so').textContent !== ''",
    )
    .await?;
    page.keys(&[ESCAPE]).await?;
    page.wait(
        "the dialog to close",
        "return controls('carry-paste').length === 0",
    )
    .await?;
    let heard = page.js("return heard.splice(0)", json!([])).await?;
    check!(
        heard
            .as_array()
            .is_some_and(|heard| heard.iter().all(|key| key == "Tab")),
        "the page heard {heard}"
    );
    // Elsewhere the page's shortcuts are its own.
    page.js("shadow.querySelector('#heading').focus()", json!([]))
        .await?;
    page.keys(&['s']).await?;
    let heard = page.js("return heard.includes('s')", json!([])).await?;
    same!(heard, json!(true), "the page's own shortcut");
    page.no_errors().await
}
