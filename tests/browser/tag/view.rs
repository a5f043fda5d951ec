//! The switch between the steps and the text: what it shows, what it remembers, and what it leaves alone.

use serde_json::json;

use super::{asked, open, put_host, visit};
use crate::harness::names::{READER, VIEW_KEY, WIDGET};
use crate::harness::server::Fault;
use crate::harness::{Case, Outcome, Page, case};
use crate::{check, same};

pub fn cases() -> Vec<Case> {
    vec![
        case("view::article_of_the_page", article_of_the_page).in_every_engine(),
        case(
            "view::remembered_without_webassembly",
            remembered_without_webassembly,
        ),
        case(
            "view::not_remembered_without_storage",
            not_remembered_without_storage,
        ),
        case("view::of_a_guide_named_view", of_a_guide_named_view),
        case("view::text_of_a_file", text_of_a_file).in_every_engine(),
        case("view::text_of_a_file_at_once", text_of_a_file_at_once),
        case("view::chosen_while_it_loads", chosen_while_it_loads).in_every_engine(),
        case("view::by_keyboard", by_keyboard).in_every_engine(),
        case("view::as_it_is_heard", as_it_is_heard),
        case("view::text_that_cannot_be_had", text_that_cannot_be_had),
    ]
}

const ARTICLE: &str = "<div style=\"height:150vh\"></div><article id=\"lamp\" data-unstuck-guide=\"lamp\">
    <h1>The lamp stays dark</h1><p>Two things to try.</p>
    <h2 data-unstuck-id=\"bulb\">Change the bulb</h2><p>It may have burnt out.</p><ol><li>Unscrew it.</li></ol>
    <h2 data-unstuck-id=\"plug\">Plug it in</h2><p>See <a href=\"x.html\">plugs</a>.</p><ol><li>Push.</li></ol></article><div style=\"height:150vh\"></div>";

/// Presses one side of the switch, and waits until it is pressed.
async fn choose(page: &Page, view: &str) -> Outcome {
    page.press(view, json!({})).await?;
    page.wait(
        &format!("the view {view}"),
        &format!("return host.dataset.view === {view:?} && shadow.querySelector('[data-action={view}]').getAttribute('aria-pressed') === 'true'"),
    )
    .await
}

async fn article_of_the_page(page: Page) -> Outcome {
    open(&page, "article=\"#lamp\"", ARTICLE).await?;
    page.act("not-solved").await?;
    let before = page
        .js(
            "return document.body.innerHTML.replace(/<unstuck-guide.*?<\\/unstuck-guide>/s, '')",
            json!([]),
        )
        .await?;
    choose(&page, "read").await?;
    page.wait(
        "the article to be in view",
        "const top = document.querySelector('#lamp h1').getBoundingClientRect().top; return top >= 0 && top < innerHeight / 2",
    )
    .await?;
    let left = page.js("return [...shadow.querySelectorAll('[data-action]')].filter(shown).map((e) => e.dataset.action)", json!([])).await?;
    same!(left, json!(["steps", "read"]), "what is left of the widget");
    let height = page.js("return host.offsetHeight", json!([])).await?;
    check!(
        height.as_u64().is_some_and(|height| height < 70),
        "the element is {height} high"
    );
    let after = page
        .js(
            "return document.body.innerHTML.replace(/<unstuck-guide.*?<\\/unstuck-guide>/s, '')",
            json!([]),
        )
        .await?;
    same!(after, before, "the page outside of the element");
    choose(&page, "steps").await?;
    let screen = page.screen().await?;
    check!(screen.is("fix", "plug"), "where the reader was: {screen:?}");
    page.act("solved").await?;
    page.no_errors().await
}

async fn remembered_without_webassembly(page: Page) -> Outcome {
    open(&page, "article=\"#lamp\"", ARTICLE).await?;
    choose(&page, "read").await?;
    let before = asked(&page, WIDGET, "");
    visit(&page).await?;
    page.wait(
        "the article to be read",
        "return host?.dataset.state === 'reading'",
    )
    .await?;
    same!(
        page.stored(VIEW_KEY).await?.as_deref(),
        Some("read"),
        "what is remembered"
    );
    same!(asked(&page, WIDGET, ""), before, "the widget's files");
    choose(&page, "steps").await?;
    page.ready().await?;
    page.reload().await?;
    page.act("not-solved").await?;
    page.no_errors().await
}

/// What is chosen has a name that no guide's record can have.
async fn of_a_guide_named_view(page: Page) -> Outcome {
    let article = ARTICLE.replace("data-unstuck-guide=\"lamp\"", "data-unstuck-guide=\"view\"");
    open(&page, "article=\"#lamp\"", &article).await?;
    page.act("not-solved").await?;
    page.wait(
        "the answer to be kept",
        "return JSON.parse(localStorage.getItem('unstuck:view'))?.seq === state().seq",
    )
    .await?;
    let kept = page.stored("unstuck:view").await?;
    choose(&page, "read").await?;
    same!(page.stored("unstuck:view").await?, kept, "the record");
    visit(&page).await?;
    page.wait(
        "the article to be read",
        "return host?.dataset.state === 'reading'",
    )
    .await?;
    choose(&page, "steps").await?;
    page.ready().await?;
    let screen = page.screen().await?;
    check!(screen.is("fix", "plug"), "where the reader was: {screen:?}");
    same!(screen.notice, None, "nothing is amiss");
    page.act("solved").await?;
    same!(
        page.stored(VIEW_KEY).await?.as_deref(),
        Some("steps"),
        "what is remembered"
    );
    page.no_errors().await
}

async fn not_remembered_without_storage(page: Page) -> Outcome {
    // The place in the page is remembered, and may be at the article.
    open(
        &page,
        "article=\"#lamp\" storage=\"none\" loading=\"eager\"",
        ARTICLE,
    )
    .await?;
    choose(&page, "read").await?;
    let kept = page.js("return localStorage.length", json!([])).await?;
    same!(kept, json!(0), "what is stored");
    page.reload().await?;
    page.screen().await?;
    page.no_errors().await
}

/// The page has no article to go to: the element shows it.
async fn text_of_a_file(page: Page) -> Outcome {
    page.site.put("/g/lamp.html", "text/html", ARTICLE);
    open(&page, "src=\"g/lamp.html\"", "").await?;
    page.act("not-solved").await?;
    choose(&page, "read").await?;
    page.wait(
        "the text",
        "return shown(shadow.querySelector('article h1'))",
    )
    .await?;
    let seen = page
        .js(
            "const article = shadow.querySelector('article'); return [plain(article.querySelector('h1').textContent), article.querySelector('a').href,
               shown(root()), getComputedStyle(article.querySelector('ol')).listStyleType]",
            json!([]),
        )
        .await?;
    same!(
        seen,
        json!([
            "The lamp stays dark",
            format!("{}/g/x.html", page.site.origin()),
            false,
            "decimal"
        ]),
        "the text"
    );
    choose(&page, "steps").await?;
    let screen = page.screen().await?;
    check!(screen.is("fix", "plug"), "where the reader was: {screen:?}");
    let shown = page
        .js(
            "return [shown(root()), shown(shadow.querySelector('article'))]",
            json!([]),
        )
        .await?;
    same!(shown, json!([true, false]), "the widget and the text");
    same!(asked(&page, "lamp", ".html"), 1, "the file was asked for");
    page.no_errors().await
}

async fn text_of_a_file_at_once(page: Page) -> Outcome {
    page.site.put("/g/lamp.html", "text/html", ARTICLE);
    page.client.goto(&page.site.blank()).await?;
    page.js(
        "localStorage.setItem(arguments[0], 'read')",
        json!([VIEW_KEY]),
    )
    .await?;
    put_host(&page, "src=\"g/lamp.html\"", "");
    visit(&page).await?;
    page.wait(
        "the text",
        "return host?.dataset.state === 'reading' && shown(shadow.querySelector('article h1'))",
    )
    .await?;
    same!(asked(&page, WIDGET, ".wasm"), 0, "the widget's WebAssembly");
    choose(&page, "steps").await?;
    page.ready().await?;
    page.act("not-solved").await?;
    page.no_errors().await
}

/// What was chosen last is what comes.
async fn chosen_while_it_loads(page: Page) -> Outcome {
    page.site.put("/g/lamp.html", "text/html", ARTICLE);
    page.site.fault("lamp.html", Fault::Held);
    put_host(&page, "src=\"g/lamp.html\"", "");
    visit(&page).await?;
    page.wait("the switch", "return controls('read').length === 1")
        .await?;
    choose(&page, "read").await?;
    page.site.release();
    page.wait(
        "the text",
        "return shown(shadow.querySelector('article h1')) && !shown(root())",
    )
    .await?;
    choose(&page, "steps").await?;
    page.ready().await?;
    page.wait(
        "the widget",
        "return shown(root()) && !shown(shadow.querySelector('article'))",
    )
    .await?;
    page.no_errors().await
}

async fn by_keyboard(page: Page) -> Outcome {
    const TAB: char = '\u{e004}';
    open(&page, "article=\"#lamp\"", ARTICLE).await?;
    let at = async |view: &str| -> Outcome {
        page.wait(
            &format!("the view {view}"),
            &format!("return host.dataset.view === {view:?}"),
        )
        .await?;
        same!(page.focus().await?.action.as_deref(), Some(view), "focus");
        Ok(())
    };
    page.keys(&[TAB, TAB, ' ']).await?;
    at("read").await?;
    // On into the article, and back.
    page.keys(&[TAB]).await?;
    page.wait(
        "focus in the article",
        "return document.activeElement.matches('#lamp a')",
    )
    .await?;
    page.js("controls('steps')[0].focus()", json!([])).await?;
    page.keys(&['\u{e007}']).await?;
    at("steps").await?;
    page.no_errors().await
}

async fn as_it_is_heard(page: Page) -> Outcome {
    open(&page, "article=\"#lamp\"", ARTICLE).await?;
    let heard = "const group = shadow.querySelector('[role=group]'); const buttons = [...group.querySelectorAll('button')];
        return [Boolean(group.getAttribute('aria-label')), buttons.map((e) => [e.textContent, e.getAttribute('aria-pressed')]),
          buttons.every((e) => e.getBoundingClientRect().height >= 44)]";
    same!(
        page.js(heard, json!([])).await?,
        json!([
            true,
            [["Step by step", "true"], ["Full article", "false"]],
            true
        ]),
        "the switch"
    );
    choose(&page, "read").await?;
    let pressed = page.js(heard, json!([])).await?[1].clone();
    same!(
        pressed,
        json!([["Step by step", "false"], ["Full article", "true"]]),
        "the switch"
    );
    Ok(())
}

/// The text takes the reader's WebAssembly; without it the widget is not lost.
async fn text_that_cannot_be_had(page: Page) -> Outcome {
    page.site.put("/g/lamp.html", "text/html", ARTICLE);
    open(&page, "src=\"g/lamp.html\"", "").await?;
    page.act("not-solved").await?;
    page.site
        .fault(&page.site.file(READER, ".wasm")?, Fault::Status(503));
    page.press("read", json!({})).await?;
    page.wait(
        "data-state to be failed",
        "return host.dataset.state === 'failed' && controls('retry').length === 1",
    )
    .await?;
    page.site.heal();
    page.press("retry", json!({})).await?;
    page.wait(
        "the text",
        "return shown(shadow.querySelector('article h1'))",
    )
    .await?;
    choose(&page, "steps").await?;
    page.ready().await?;
    let screen = page.screen().await?;
    check!(screen.is("fix", "plug"), "where the reader was: {screen:?}");
    Ok(())
}
