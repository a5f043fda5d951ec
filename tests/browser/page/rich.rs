//! What a step holds beside words: code to copy, pictures, tables, lists in lists, keys and tips.

use serde_json::json;

use super::layout::{large_enough, no_overflow};
use crate::harness::{Case, Outcome, Page, case};
use crate::{check, same};

const ENTER: char = '\u{e007}';
const ESCAPE: char = '\u{e00c}';

pub fn cases() -> Vec<Case> {
    vec![
        case("rich::all_is_shown", all_is_shown),
        case("rich::code_is_copied", code_is_copied),
        case("rich::code_without_clipboard", code_without_clipboard),
        case("rich::narrow", narrow).in_every_engine(),
        case("rich::enlarged", enlarged).in_every_engine(),
    ]
}

/// An article whose first fix holds all kinds. A picture of two dots, said to be larger.
pub const ARTICLE: &str = r##"<article id="iphone-backup" data-unstuck-guide="iphone-backup" lang="en"><header><h1>The sync stops</h1><p>Two fixes.</p></header><unstuck-guide article="#iphone-backup"></unstuck-guide>
<section data-unstuck-id="clear"><h2>Clear the queue</h2><p>A file that <em>cannot</em> be sent holds up the rest.</p>
<ol>
<li data-unstuck-id="open">Press <kbd>Ctrl</kbd> + <kbd>Alt</kbd> + <kbd>T</kbd>, or <b>Open<br>Terminal</b>.
<div data-unstuck-tip="warning"><p>Do this only on your own account.</p></div></li>
<li data-unstuck-id="run">Run this:<pre><code>syncctl --stop
  rm -rf ~/.cache/sync/queue/pending/a-rather-long-path-that-does-not-fit-a-phone/*
syncctl --start</code></pre>It says <code>done</code>.</li>
<li data-unstuck-id="pick">Pick by your system:<ul><li>Windows<ol><li>Open <b>Settings › Sync</b></li><li>Choose <b>Reset</b></li></ol></li><li>Mac</li></ul></li>
<li data-unstuck-id="look"><p>Look at the lamp.</p><figure><a href="https://example.org/big.png"><img src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAADUlEQVR42mOIqlgFRAAJywL5D3IcnwAAAABJRU5ErkJggg==" alt="The lamp on the back" width="640" height="320"></a><figcaption>The lamp is on the back.</figcaption></figure>
<table><tr><th>Lamp</th><th>What it means</th><th>What to do</th></tr><tr><td>Green</td><td>All is well</td><td>Nothing</td></tr><tr><td>Red, blinking</td><td>It waits for a file</td><td>Go on with the next step</td></tr></table>
<div data-unstuck-tip><p>The lamp may take a minute.</p></div></li>
<li data-unstuck-id="lost">A picture that is gone: <img src="gone.png" alt="the round arrow" width="24" height="24"></li>
<li data-unstuck-id="bad">None: <img src="javascript:alert(1)" alt="x"><img src="data:image/svg+xml,<svg/>" alt="y"></li>
</ol></section>
<section data-unstuck-id="wait"><h2>Wait</h2><ol><li>Wait.</li></ol></section></article>"##;

async fn all_is_shown(page: Page) -> Outcome {
    page.site.article(ARTICLE);
    page.open().await?;
    let seen = page
        .js(
            "const step = (id) => [...root().querySelectorAll('[part=step]')].find((li) => li.querySelector('input').dataset.id === id);
             const texts = (at, what) => [...at.querySelectorAll(what)].map((e) => e.textContent);
             const image = step('look').querySelector('a[href=\"https://example.org/big.png\"] > img');
             return {
               keys: texts(step('open'), 'kbd'), bold: texts(step('open'), 'strong'), emphasis: texts(root(), 'em'),
               warning: step('open').querySelector('[role=note][aria-label=Warning]')?.textContent.trim(),
               code: step('run').querySelector('pre').textContent.split('\\n').length,
               lists: [step('pick').querySelectorAll('ul > li').length, step('pick').querySelectorAll('ul > li > ol > li').length],
               image: [image.alt, image.width > 100, image.loading, image.getAttribute('width')],
               caption: step('look').textContent.includes('The lamp is on the back.'),
               table: [texts(step('look'), 'th').length, texts(step('look'), 'tr').length],
               alt: step('lost').querySelector('img').alt, bad: step('bad').querySelectorAll('img').length,
             }",
            json!([]),
        )
        .await?;
    same!(
        seen,
        json!({
            "keys": ["Ctrl", "Alt", "T"], "bold": ["Open", "Terminal"], "emphasis": ["cannot"],
            "warning": "Do this only on your own account.", "code": 3, "lists": [2, 2],
            "image": ["The lamp on the back", true, "lazy", "640"], "caption": true, "table": [3, 3],
            "alt": "the round arrow", "bad": 0,
        }),
        "what the steps hold"
    );
    // A step is named by its words, and a press on what stands beside them is no tick.
    let ticked = page
        .js(
            "const pre = root().querySelector('pre'); pre.click();
             return [pre.closest('label') === null, Object.values(ticks()).some(Boolean)]",
            json!([]),
        )
        .await?;
    same!(ticked, json!([true, false]), "a press on the code");
    page.no_errors().await
}

async fn code_is_copied(page: Page) -> Outcome {
    page.site.script(
        "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: async (text) => { window.__copied = text; } } });",
    );
    page.site.article(ARTICLE);
    page.open().await?;
    page.press("copy-code", json!({})).await?;
    page.wait(
        "the control and the status to tell",
        "return controls('copy-code')[0].textContent === 'Copied'
           && root().querySelector('.code [role=status]').textContent === 'Copied'
           && __copied === root().querySelector('pre').textContent && __copied.includes('\\n  rm -rf')",
    )
    .await?;
    page.no_errors().await
}

/// Without a clipboard there is nothing to press; the code can be selected as any text.
async fn code_without_clipboard(page: Page) -> Outcome {
    page.site.script(
        "Object.defineProperty(window, 'isSecureContext', { value: false }); Object.defineProperty(navigator, 'clipboard', { value: undefined });",
    );
    page.site.article(ARTICLE);
    page.open().await?;
    let code = page
        .js(
            "return root().querySelector('pre').textContent.length > 0",
            json!([]),
        )
        .await?;
    check!(code == json!(true), "the code is gone");
    check!(
        !page.has("copy-code").await?,
        "a control that copies nothing"
    );
    page.no_errors().await
}

/// What is wide scrolls within the card, by the keyboard too, and nothing moves when pictures come.
async fn narrow(page: Page) -> Outcome {
    page.site.article(ARTICLE);
    page.open_at(320, 700).await?;
    no_overflow(&page, "with all that a step can hold").await?;
    large_enough(&page, "with all that a step can hold").await?;
    page.wait(
        "code and table to say that they scroll",
        "const all = [...root().querySelectorAll('pre, .table')];
         return all.length === 2 && all.every((e) => e.scrollWidth > e.clientWidth && e.tabIndex === 0 && e.ariaLabel)",
    )
    .await?;
    let apart = page
        .js(
            "return controls('copy-code')[0].getBoundingClientRect().top >= root().querySelector('pre').getBoundingClientRect().bottom",
            json!([]),
        )
        .await?;
    same!(apart, json!(true), "Copy stands below the code");
    let image = page
        .js(
            "const image = root().querySelector('a > img'); const box = image.getBoundingClientRect();
             return [box.right <= innerWidth, Math.abs(box.width / box.height - 2) < 0.05]",
            json!([]),
        )
        .await?;
    same!(image, json!([true, true]), "the picture's place");
    page.no_errors().await
}

/// Black, of 1200 by 60.
const WIDE: &str = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAABLAAAAA8AQAAAABeZ37SAAAAIElEQVR42u3BgQAAAADDoPlT3+AEVQEAAAAAAAAAAM8AI2QAATLFvakAAAAASUVORK5CYII=";
/// Of 120 by 60.
const SMALL: &str = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAHgAAAA8AQAAAACF1kMFAAAAEUlEQVR42mNgGAWjYBQMVQAAA8AAAaA1c7UAAAAASUVORK5CYII=";

/// A picture that is shown smaller than it is can be enlarged, by the keyboard too; one that is not cannot, nor can an icon.
async fn enlarged(page: Page) -> Outcome {
    // WebKit takes the size that an SVG is shown at for its own.
    let pictures = format!(
        "<p>Look at the lamp.</p><p><img src=\"{SMALL}\" alt=\"The lamp\"></p>\
         <p><img src=\"{WIDE}\" alt=\"An icon\" width=\"40\" height=\"2\"></p>\
         <p><img src=\"{WIDE}\" alt=\"The back\" width=\"1200\" height=\"60\"></p>"
    );
    page.site
        .article(&ARTICLE.replace("<p>Look at the lamp.</p>", &pictures));
    page.open_at(390, 2_000).await?;
    page.wait(
        "the pictures, and what enlarges one of them",
        "return [...root().querySelectorAll('.picture > img')].every((e) => e.naturalWidth) && controls('enlarge').length === 1",
    )
    .await?;
    let name = page.js("return controls('enlarge')[0].ariaLabel", json!([]));
    same!(name.await?, json!("Enlarge: The back"), "its name");
    page.js("controls('enlarge')[0].focus()", json!([])).await?;
    page.keys(&[ENTER]).await?;
    page.wait(
        "the larger picture",
        "return shadow.querySelector('dialog.enlarged[open] img')?.clientWidth === 1200",
    )
    .await?;
    page.keys(&[ESCAPE]).await?;
    page.wait(
        "the dialog to close, and focus to be back",
        "return !shadow.querySelector('dialog[open]') && deep() === controls('enlarge')[0]",
    )
    .await?;
    // A finger presses the picture itself.
    page.js(
        "root().querySelector('.picture.more > img').click()",
        json!([]),
    )
    .await?;
    page.wait(
        "the dialog",
        "return controls('enlarge-close').length === 1",
    )
    .await?;
    page.press("enlarge-close", json!({})).await?;
    page.wait(
        "the dialog to close",
        "return !shadow.querySelector('dialog[open]')",
    )
    .await?;
    check!(
        page.ticks().await?.values().all(|ticked| !ticked),
        "a press on a picture ticks its step"
    );
    page.no_errors().await
}
