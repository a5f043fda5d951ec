//! Whatever fails, the reader keeps the article, is told in one sentence, and has one control for another try; the page is told a
//! cause, and the console says what helps. A fault is a row of the table.

mod table;

use serde_json::json;

use crate::harness::names::{FALLBACK, FILE_READER};
use crate::harness::server::Fault;
use crate::harness::{Case, Outcome, Page, case};
use crate::tag::{open, put_host, visit};
use crate::{check, same};
use table::{CODE, MEMORY};

pub fn cases() -> Vec<Case> {
    let mut cases = table::cases();
    cases.extend([
        case("faults::no_cors", no_cors).in_every_engine(),
        case("faults::nothing_helps", nothing_helps).in_every_engine(),
        case("faults::built_in_guide", built_in_guide),
        case("faults::guide_in_a_file", guide_in_a_file),
        case("faults::plain_article", plain_article),
        case("faults::trap_at_unmount", trap_at_unmount),
        case("faults::translated", translated).in_every_engine(),
    ]);
    cases
}

const ARTICLE: &str = "<article id=\"lamp\" data-unstuck-guide=\"lamp\"><h1>The lamp stays dark</h1><p>Four things to try.</p>
    <p data-unstuck-id=\"led\" data-unstuck-ask=\"Is it an LED?\">It says so on it.</p>
    <h2 data-unstuck-id=\"bulb\" data-unstuck-only-if=\"!led\">Change the bulb</h2><p>It may have burnt out.</p><ol><li>Unscrew it.</li></ol>
    <section data-unstuck-id=\"plug\"><h2>Plug it in</h2><p>It may be loose.</p><ol><li>Push.</li></ol></section>
    <h2 data-unstuck-id=\"fuse\" data-unstuck-ask=\"Is there light elsewhere?\">Change the fuse</h2><p>It may have gone.</p><ol><li>Change it.</li></ol>
    <section data-unstuck-id=\"wire\"><h2>Look at the wire</h2><p>It may be broken.</p><ol><li>Look.</li></ol></section>
    <h2 data-unstuck-id=\"lamp\">Take another lamp</h2><p>The last way.</p><ol><li>Buy it.</li></ol></article>";

/// Opens the page and walks to the fourth of five fixes.
async fn walked(page: &Page) -> Outcome {
    open(page, "article=\"#lamp\"", ARTICLE).await?;
    let screen = page.act_all(&["yes", "not-solved", "yes"]).await?;
    check!(screen.is("fix", "wire"), "the walk: {screen:?}");
    stored(page, "lamp").await
}

/// Waits until the answers are kept.
pub(super) async fn stored(page: &Page, guide: &str) -> Outcome {
    page.wait(
        "the answers to be kept",
        &format!("return JSON.parse(localStorage.getItem('unstuck:{guide}'))?.seq === state().seq"),
    )
    .await
}

/// Waits until the page is told, and checks what it, the author and the reader learn.
async fn expect_error(page: &Page, cause: &str, console: &str) -> Outcome {
    page.wait(
        "the error to be told",
        "return host?.dataset.state === 'failed' && __seen.events.some((e) => e.name === 'error')",
    )
    .await?;
    let causes = page
        .js(
            "return __seen.events.filter((e) => e.name === 'error').map((e) => e.detail)",
            json!([]),
        )
        .await?;
    same!(causes, json!([{ "cause": cause }]), "what the page is told");
    let logged = page
        .js("return __seen.logged.join(' | ')", json!([]))
        .await?;
    check!(
        logged
            .as_str()
            .is_some_and(|logged| logged.contains(console)),
        "the console does not say {console:?}: {logged}"
    );
    let seen = page
        .js(
            "return { controls: [...shadow.querySelectorAll('button, [data-action]')].filter(shown).map((e) => e.dataset.action),
               said: plain(shadow.querySelector('[role=status]').innerText).length > 20, screens: shadow.querySelectorAll('[data-screen]').length,
               styles: shadow.querySelectorAll('style, [style]').length }",
            json!([]),
        )
        .await?;
    same!(
        seen,
        json!({ "controls": ["retry"], "said": true, "screens": 0, "styles": 0 }),
        "what the reader sees"
    );
    Ok(())
}

/// Another try leads to where the reader was.
async fn again(page: &Page) -> Outcome {
    page.press("retry", json!({})).await?;
    page.ready().await?;
    at_the_wire(page).await
}

async fn at_the_wire(page: &Page) -> Outcome {
    let screen = page.screen().await?;
    check!(screen.is("fix", "wire"), "where the reader was: {screen:?}");
    let left = page
        .js(
            "return [shadow.querySelectorAll('.help').length, controls('read').length]",
            json!([]),
        )
        .await?;
    same!(
        left,
        json!([0, 1]),
        "what is left of the help, and the switch"
    );
    page.act("not-solved").await?;
    Ok(())
}

/// The script comes from one host, the page from another, and the first lets nobody read its files.
async fn no_cors(page: Page) -> Outcome {
    let origin = page.site.origin();
    let elsewhere = origin.replace("127.0.0.1", "localhost");
    page.site.put_page(
        "/host.html",
        &format!(
            "<!doctype html><html lang=en><head><title>Host</title><script src=\"{elsewhere}/embed.js\" async></script></head>\
             <body><unstuck-guide article=\"#lamp\"></unstuck-guide>{ARTICLE}</body></html>"
        ),
    );
    page.site
        .fault(&page.site.file(CODE.0, CODE.1)?, Fault::NoCors);
    visit(&page).await?;
    expect_error(&page, "part-unreachable", "Access-Control-Allow-Origin").await?;
    page.site.heal();
    page.press("retry", json!({})).await?;
    page.ready().await?;
    page.act("yes").await?;
    Ok(())
}

/// Without what helps, the element's own content and another try are there.
async fn nothing_helps(page: Page) -> Outcome {
    walked(&page).await?;
    page.site.fault(".wasm", Fault::Status(404));
    page.site
        .fault(&page.site.file(FALLBACK, ".js")?, Fault::Status(404));
    visit(&page).await?;
    page.js("host.append('Ask us: 555-0100')", json!([]))
        .await?;
    expect_error(&page, "Error", "404").await?;
    let own = page
        .js(
            "const range = document.createRange(); range.selectNodeContents(host); return range.getBoundingClientRect().height > 0",
            json!([]),
        )
        .await?;
    same!(own, json!(true), "the element's own content is seen");
    page.site.heal();
    again(&page).await
}

/// The page has no article of it: its text is in the element, built anew.
async fn built_in_guide(page: Page) -> Outcome {
    open(&page, "guide=\"printer\"", "").await?;
    let first = page.screen().await?;
    page.site.fault(".wasm", Fault::Status(404));
    visit(&page).await?;
    expect_error(&page, "part-missing", "404").await?;
    let text = page
        .js("return [shown(shadow.querySelector('.text h1')), shadow.querySelectorAll('.text ol > li').length > 10]", json!([]))
        .await?;
    same!(text, json!([true, true]), "the guide's text");
    page.site.heal();
    page.press("retry", json!({})).await?;
    page.ready().await?;
    same!(page.screen().await?, first, "the first screen");
    Ok(())
}

/// What a file says is shown and never run.
async fn guide_in_a_file(page: Page) -> Outcome {
    let bad = "<img src=x onerror=\"window.hit = 1\"><a id=bad href=\"javascript:window.hit = 1\">x</a><script>window.hit = 1</script><iframe srcdoc=x></iframe>";
    page.site.put(
        "/g/lamp.html",
        "text/html",
        ARTICLE.replace(
            "<p>It may be loose.</p>",
            &format!("<p>It may be loose. {bad}</p>"),
        ),
    );
    page.site.put(
        "/g/lamp.md",
        "text/markdown",
        "# The lamp stays dark\n\n## Change the bulb\n\n1. Unscrew it.\n",
    );
    page.site.put("/g/lamp.json", "application/json", r#"{"id":"lamp","title":"The lamp stays dark","fixes":[{"id":"bulb","title":"Change the bulb","reason":[["It may have ",{"link":{"href":"x","text":"burnt out"}}]],"steps":[{"id":"off","text":["Unscrew it."]}]}]}"#);
    page.site
        .fault(&page.site.file(CODE.0, CODE.1)?, Fault::Status(404));
    page.site.fault(FILE_READER, Fault::Status(404));
    for (file, words) in [
        ("lamp.html", "It may be loose."),
        ("lamp.md", "1. Unscrew it."),
        // Not for people to read: a link to it.
        ("lamp.json", "/g/lamp.json"),
    ] {
        put_host(&page, &format!("src=\"g/{file}\""), "");
        visit(&page).await?;
        expect_error(&page, "part-missing", "404").await?;
        let found = page
            .js(
                "return [plain(shadow.querySelector('.text').innerText).includes(arguments[0]), window.hit ?? null,
                   shadow.querySelectorAll('script, iframe, [onerror], [href^=javascript]').length]",
                json!([words]),
            )
            .await?;
        same!(found, json!([true, null, 0]), "{file}");
    }
    Ok(())
}

/// An article without marks: another try leads to where the reader was.
async fn plain_article(page: Page) -> Outcome {
    const PLAIN: &str = "<article id=\"plain\"><h1>The lamp stays dark</h1><p>Three things to try.</p>
        <h2>Change the bulb</h2><p>It may have burnt out.</p><ol><li>Unscrew it.</li><li>Screw in a new one.</li></ol>
        <h2>Plug it in</h2><p>It may be loose.</p><ol><li>Push the plug in.</li></ol>
        <h2>Check the fuse</h2><p>It may have gone.</p><ol><li>Open the box.</li></ol></article>";
    open(&page, "article=\"#plain\"", PLAIN).await?;
    page.act("not-solved").await?;
    stored(&page, "/host.html#plain").await?;
    page.site
        .fault(&page.site.file(CODE.0, CODE.1)?, Fault::Status(404));
    visit(&page).await?;
    expect_error(&page, "part-missing", "404").await?;
    let article = page
        .js(
            "return shown(document.querySelector('#plain ol'))",
            json!([]),
        )
        .await?;
    same!(article, json!(true), "the article is there to read");
    page.site.heal();
    page.press("retry", json!({})).await?;
    page.ready().await?;
    let heading = page
        .js(
            "return plain(shadow.querySelector('#heading').textContent)",
            json!([]),
        )
        .await?;
    same!(heading, json!("Plug it in"), "where the reader was");
    Ok(())
}

/// Taken off the page when it is dead already, and put back: a new one starts.
async fn trap_at_unmount(page: Page) -> Outcome {
    page.site.script(MEMORY);
    walked(&page).await?;
    page.js_async(
        "__wreck(); const place = host.parentNode; host.remove(); await until(() => !host.dataset.state); place.prepend(host);",
        json!([]),
    )
    .await?;
    // Its instance is dead, and says so at the latest when it is to mount.
    page.wait(
        "the widget or another try",
        "return controls('retry').length === 1 || host.dataset.state === 'ready' && Boolean(root())",
    )
    .await?;
    if page.has("retry").await? {
        page.press("retry", json!({})).await?;
    }
    page.ready().await?;
    at_the_wire(&page).await
}

/// A page translator puts all words into elements of its own while the walk goes on.
async fn translated(page: Page) -> Outcome {
    open(&page, "article=\"#lamp\"", ARTICLE).await?;
    let translate = "const walker = document.createTreeWalker(root(), NodeFilter.SHOW_TEXT); const texts = [];
        while (walker.nextNode()) if (walker.currentNode.data.trim()) texts.push(walker.currentNode);
        for (const text of texts) { const font = document.createElement('font'); font.textContent = '¡' + text.data + '!'; text.replaceWith(font); }
        return texts.length";
    for (action, to) in [
        ("yes", "plug"),
        ("not-solved", "fuse"),
        ("yes", "wire"),
        ("back", "fuse"),
        ("yes", "wire"),
    ] {
        let found = page.js(translate, json!([])).await?;
        check!(
            found.as_u64().is_some_and(|found| found > 3),
            "texts: {found}"
        );
        page.press(action, json!({})).await?;
        page.wait(
            &format!("{to} after {action}, or another try"),
            &format!("return state()?.id === {to:?} || controls('retry').length === 1"),
        )
        .await?;
        if page.has("retry").await? {
            page.press("retry", json!({})).await?;
            page.ready().await?;
        }
        same!(page.screen().await?.id, to, "after {action}");
        // No words of the screen before are left over.
        let heading = page
            .js(
                "return shadow.querySelectorAll('#heading').length",
                json!([]),
            )
            .await?;
        same!(heading, json!(1), "headings");
    }
    Ok(())
}
