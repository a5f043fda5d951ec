//! The first question as HTML: who sees it, before anything else is there, and what becomes of what is pressed on it.
//!
//! Belongs here: the time between the page and its module. Does not: the article without scripts (`boot`), or what comes after the
//! first answer (`walk`).

mod hindered;

use serde_json::{Value, json};

use crate::harness::names::FIRST_SCREEN;
use crate::harness::server::{Fault, LET_GO};
use crate::harness::{Case, Outcome, Page, case};
use crate::{check, same};

pub fn cases() -> Vec<Case> {
    vec![
        case("first::is_there_before_all_else", before_all_else).in_every_engine(),
        case("first::nothing_moves_when_the_widget_comes", nothing_moves).in_every_engine(),
        case("first::a_press_is_taken", taken).in_every_engine(),
        case("first::the_last_press_counts", last_counts),
        case("first::a_press_outlives_a_reload", outlives_a_reload).in_every_engine(),
        case("first::a_press_outlives_a_closed_page", outlives_a_visit),
        case("first::two_tabs_decide_once", two_tabs),
        case("first::nothing_is_stored_where_nothing_may_be", unstored),
        case("first::what_opens_is_opened", opened),
        case("first::the_article_can_be_chosen", article_chosen),
        case("first::who_has_begun_never_sees_it", begun).in_every_engine(),
        case("first::nor_who_has_a_second_copy_alone", second_copy).in_every_engine(),
        case("first::who_reads_the_article_never_sees_it", reading),
        case("first::who_opens_a_link_never_sees_it", linked),
        case("first::a_finger_is_waited_for", finger),
        case("first::focus_stays_on_its_control", focus).in_every_engine(),
        case("first::under_a_strict_policy", hindered::strict).in_every_engine(),
        case(
            "first::by_files_where_a_policy_knows_no_hashes",
            hindered::by_files,
        )
        .in_every_engine(),
        case("first::never_without_its_looks", hindered::no_sheet).in_every_engine(),
        case("first::roots_that_no_parser_makes", hindered::unknown).in_every_engine(),
        case("first::a_failure_keeps_what_was_pressed", hindered::failure),
    ]
}

/// Opens the page and waits until its first screen is seen: the load event may never come.
async fn seen(page: &Page) -> Outcome {
    page.window(700, 900).await?;
    open(page).await?;
    page.wait(
        "the first screen",
        "return host?.dataset.state !== 'ready' && host?.dataset.first === '' && controls('unsure').length > 0",
    )
    .await
}

async fn open(page: &Page) -> Outcome {
    page.go(&page.site.page()).await
}

/// The shell is there, and the widget is not.
pub const LOADING: &str = "document.querySelector('unstuck-guide')?.dataset.state === 'loading'";

/// The widget comes when the page without it has been seen.
pub fn comes_late(page: &Page) {
    hold(page);
    page.site.release_once(LOADING);
}

/// The module waits until it is let in.
fn hold(page: &Page) {
    page.site.fault(".wasm", Fault::Held);
}

async fn answered(page: &Page) -> Outcome<Value> {
    page.js(
        "return __seen.events.filter((e) => e.name === 'answer').map((e) => `${e.detail.id} ${e.detail.answer}`)",
        json!([]),
    )
    .await
}

async fn kept(page: &Page) -> Outcome<Value> {
    page.js(
        "return Object.keys(localStorage).filter((key) => key.startsWith('unstuck::first'))",
        json!([]),
    )
    .await
}

/// The second screen, as by a press on the widget itself.
async fn is_at_the_second(page: &Page, answer: &str) -> Outcome {
    page.let_in().await?;
    page.wait(
        "the next screen",
        "return state()?.seq > 0 && state().id !== 'icloud'",
    )
    .await?;
    same!(answered(page).await?, json!([answer]), "answers told");
    page.progress().await?;
    same!(kept(page).await?, json!([]), "what is kept of the press");
    page.no_errors().await
}

/// Has the page itself do something once its first screen is seen: WebKit's driver answers nothing while a file is on its way.
fn at_first(page: &Page, what: &str) {
    page.site.script(&format!(
        "const look = () => {{
           const root = document.querySelector('unstuck-guide')?.shadowRoot;
           const heading = root?.querySelector('#heading');
           if (!heading?.checkVisibility() || !heading.getBoundingClientRect().width) return requestAnimationFrame(look);
           const release = () => {LET_GO};
           {what} }}; look();"
    ));
}

/// Shown, with its looks, while neither the shell nor the module has come.
async fn before_all_else(page: Page) -> Outcome {
    at_first(
        &page,
        "const card = getComputedStyle(root.querySelector('.card'));
         __seen.first = [heading.textContent, card.backgroundColor, card.display, root.querySelectorAll('[data-action=yes]').length,
           customElements.get('unstuck-guide') === undefined, root.querySelector('.aside').checkVisibility()];
         release()",
    );
    // It is asked for once the first screen has been seen.
    page.site.fault("embed.js", Fault::Held);
    page.window(700, 900).await?;
    open(&page).await?;
    page.wait("the first screen", "return __seen.first !== undefined")
        .await?;
    same!(
        page.js("return __seen.first", json!([])).await?,
        json!([
            "Where do you back up?",
            "rgb(255, 255, 255)",
            "flex",
            3,
            true,
            false
        ]),
        "the first screen"
    );
    Ok(())
}

/// The same screen, at the same place, to the pixel: on each of our pages.
/// The control to read aloud comes where it moves nothing, once the browser has found a voice.
async fn nothing_moves(page: Page) -> Outcome {
    for (name, width) in ["", "laptop.html", "printer.html", "router.html"]
        .into_iter()
        .flat_map(|name| [(name, 700), (name, 1280)])
    {
        hold(&page);
        page.window(width, 900).await?;
        page.go(&format!("{}{name}", page.site.page())).await?;
        page.wait(
            "the first screen",
            "return host?.dataset.first === '' && controls('help').length > 0",
        )
        .await?;
        let before = page.js(BOXES, json!([])).await?;
        page.let_in().await?;
        let after = page.js(BOXES, json!([])).await?;
        same!(after, before, "what is where on {name:?}, {width} wide");
        page.wait("the frames to be sampled", "return __seen.sampled")
            .await?;
        let shift = page.js("return __seen.shift", json!([])).await?;
        same!(
            shift.as_f64(),
            Some(0.0),
            "layout shift on {name:?}, {width} wide"
        );
    }
    Ok(())
}

async fn taken(page: Page) -> Outcome {
    hold(&page);
    seen(&page).await?;
    page.touch("unsure").await?;
    let shows = page
        .js("return [controls('unsure')[0].getAttribute('aria-pressed'), host.dataset.state === 'ready']", json!([]))
        .await?;
    same!(shows, json!(["true", false]), "the press shows");
    is_at_the_second(&page, "icloud unsure").await?;
    let rendered = page
        .site
        .log()
        .iter()
        .any(|path| path.contains(FIRST_SCREEN));
    check!(
        !rendered,
        "what renders a first screen is asked for in vain"
    );
    // As after any answer.
    page.heading_focused().await?;
    let back = page.act("back").await?;
    check!(back.is("question", "icloud"), "back: {back:?}");
    Ok(())
}

async fn last_counts(page: Page) -> Outcome {
    hold(&page);
    seen(&page).await?;
    for (action, which) in [
        ("unsure", json!({})),
        ("yes", json!({"id": "finder"})),
        ("yes", json!({"id": "finder"})),
    ] {
        page.press(action, which).await?;
    }
    let pressed = page
        .js("return [...shadow.querySelectorAll('.place [aria-pressed=true]')].map((e) => e.dataset.id)", json!([]))
        .await?;
    same!(pressed, json!(["finder"]), "what shows as pressed");
    is_at_the_second(&page, "finder yes").await?;
    Ok(())
}

async fn outlives_a_reload(page: Page) -> Outcome {
    hold(&page);
    seen(&page).await?;
    page.touch("no").await?;
    seen(&page).await?;
    let shows = page
        .js(
            "return controls('no')[0].getAttribute('aria-pressed')",
            json!([]),
        )
        .await?;
    same!(shows, json!("true"), "the press shows after the reload");
    page.site.heal();
    open(&page).await?;
    is_at_the_second(&page, "icloud no").await?;
    let seq = page.js("return state().seq", json!([])).await?;
    // Once more: nothing is pressed again.
    page.reload().await?;
    same!(
        page.js("return state().seq", json!([])).await?,
        seq,
        "the record after another reload"
    );
    Ok(())
}

async fn outlives_a_visit(page: Page) -> Outcome {
    hold(&page);
    seen(&page).await?;
    page.touch("no").await?;
    page.client.goto(&page.site.blank()).await?;
    let new = page.client.new_window(true).await?.handle;
    page.client.switch_to_window(new).await?;
    page.close_other_windows().await?;
    page.site.heal();
    open(&page).await?;
    is_at_the_second(&page, "icloud no").await
}

/// Two tabs that start at the same time, and one press in one of them.
async fn two_tabs(page: Page) -> Outcome {
    hold(&page);
    seen(&page).await?;
    page.touch("unsure").await?;
    let first = page.client.window().await?;
    let other = page.client.new_window(true).await?.handle;
    page.client.switch_to_window(other).await?;
    seen(&page).await?;
    page.let_in().await?;
    page.wait("the next screen", "return state()?.seq > 0")
        .await?;
    let progress = page.progress().await?;
    page.client.switch_to_window(first).await?;
    page.ready().await?;
    same!(
        page.progress().await?,
        progress,
        "the answers in the first tab"
    );
    same!(kept(&page).await?, json!([]), "what is kept of the press");
    page.no_errors().await
}

async fn unstored(page: Page) -> Outcome {
    page.site
        .edit("loading=\"eager\"", "loading=\"eager\" storage=\"none\"");
    hold(&page);
    seen(&page).await?;
    page.touch("unsure").await?;
    same!(
        page.js("return Object.keys(localStorage)", json!([]))
            .await?,
        json!([]),
        "what is stored"
    );
    page.let_in().await?;
    page.wait("the next screen", "return state()?.id !== 'icloud'")
        .await?;
    same!(
        page.js("return Object.keys(localStorage)", json!([]))
            .await?,
        json!([]),
        "what is stored"
    );
    Ok(())
}

/// A dialog that was asked for before there was one.
async fn opened(page: Page) -> Outcome {
    hold(&page);
    seen(&page).await?;
    page.touch("help").await?;
    page.let_in().await?;
    page.wait(
        "the dialog",
        "return Boolean(shadow.querySelector('dialog[open]'))",
    )
    .await?;
    same!(
        page.js("return state().id", json!([])).await?,
        json!("icloud"),
        "the screen under it"
    );
    page.no_errors().await
}

async fn article_chosen(page: Page) -> Outcome {
    page.site.fault("embed.js", Fault::Held);
    at_first(
        &page,
        "const read = root.querySelector('[data-action=read]');
         read.click();
         __seen.first = read.getAttribute('aria-pressed');
         release()",
    );
    page.window(700, 900).await?;
    open(&page).await?;
    page.wait(
        "the article",
        "return host?.dataset.view === 'read' && host.offsetHeight < 100",
    )
    .await?;
    same!(
        page.js("return __seen.first", json!([])).await?,
        json!("true"),
        "the press shows"
    );
    page.press("steps", json!({})).await?;
    page.ready().await?;
    page.act("unsure").await?;
    page.no_errors().await
}

/// What a screen shows, and where.
pub const BOXES: &str = "return [...shadow.querySelectorAll('.unstuck :is(h2, p, button, span, .card, .aside, .bar)')].filter((e) => shown(e) && !e.closest('.aloud')).map((e) => {
    const { left, top, width, height } = e.getBoundingClientRect(); const [before, after] = ['::before', '::after'].map((name) => getComputedStyle(e, name).content);
    return [e.className, left, top + scrollY, width, height, before, after].join(' ') })";

/// In every frame until the widget is there: the words of the first question that are seen.
pub const WATCH: &str = "window.__first = []; const look = () => {
    const root = document.querySelector('unstuck-guide')?.shadowRoot;
    const heading = root?.querySelector('#heading');
    if (heading?.checkVisibility() && heading.getBoundingClientRect().width > 0) __first.push(heading.textContent);
    requestAnimationFrame(look) }; look();";

pub async fn only_its_own(page: &Page, wanted: &str) -> Outcome {
    page.wait("a frame", "return __first.length > 0").await?;
    let shown = page.js("return [...new Set(__first)]", json!([])).await?;
    same!(shown, json!([wanted]), "headings that were seen");
    Ok(())
}

/// Gives one answer. The heading that comes of it.
async fn begin(page: &Page) -> Outcome<String> {
    page.site.script(WATCH);
    page.open().await?;
    page.act("unsure").await?;
    let heading = page
        .js(
            "return plain(shadow.querySelector('#heading').textContent)",
            json!([]),
        )
        .await?;
    page.progress().await?;
    Ok(heading.as_str().unwrap_or_default().to_owned())
}

async fn second_copy(page: Page) -> Outcome {
    let heading = begin(&page).await?;
    page.wait(
        "the second copy",
        "return shadow.querySelector('.kept').textContent.includes('Saved')",
    )
    .await?;
    page.client.goto(&page.site.blank()).await?;
    page.js("localStorage.clear()", json!([])).await?;
    open(&page).await?;
    page.ready().await?;
    only_its_own(&page, &heading).await?;
    page.progress().await?;
    page.no_errors().await
}

async fn begun(page: Page) -> Outcome {
    let heading = begin(&page).await?;
    comes_late(&page);
    open(&page).await?;
    page.ready().await?;
    only_its_own(&page, &heading).await?;
    // And who comes back by the browser's own way.
    page.client.goto(&page.site.blank()).await?;
    page.client.back().await?;
    page.ready().await?;
    only_its_own(&page, &heading).await
}

async fn reading(page: Page) -> Outcome {
    page.site.script(WATCH);
    page.client.goto(&page.site.blank()).await?;
    page.js("localStorage.setItem('unstuck::view', 'read')", json!([]))
        .await?;
    open(&page).await?;
    page.wait("the article", "return host?.dataset.state === 'reading'")
        .await?;
    same!(
        page.js("return __first", json!([])).await?,
        json!([]),
        "headings that were seen"
    );
    Ok(())
}

async fn linked(page: Page) -> Outcome {
    page.site.script(WATCH);
    hold(&page);
    page.go(&format!("{}#unstuck=x", page.site.page())).await?;
    page.wait("the shell", &format!("return {LOADING}")).await?;
    let before = page
        .js("return [host?.dataset.first ?? null, __first]", json!([]))
        .await?;
    same!(
        before,
        json!([null, []]),
        "the first screen before the link is read"
    );
    page.let_in().await
}

/// Held down as the module comes: what goes up then is a press.
async fn finger(page: Page) -> Outcome {
    hold(&page);
    // What waits for a finger looks so often (ms) whether it is up.
    page.site.script("window.__looked = 0; const wait = setTimeout; window.setTimeout = (f, ms, ...more) => { if (ms === 20) __looked++; return wait(f, ms, ...more) }");
    seen(&page).await?;
    let held = page
        .js_async(
            &format!("const control = controls('unsure')[0];
             control.dispatchEvent(new PointerEvent('pointerdown', {{ bubbles: true, composed: true }}));
             const before = __looked;
             {LET_GO};
             const waits = await until(() => __looked > before);
             const there = control.isConnected;
             control.dispatchEvent(new PointerEvent('pointerup', {{ bubbles: true, composed: true }}));
             control.click();
             return [Boolean(waits), there]"),
            json!([]),
        )
        .await?;
    same!(
        held,
        json!([true, true]),
        "the finger is waited for, and the control is still there"
    );
    is_at_the_second(&page, "icloud unsure").await
}

async fn focus(page: Page) -> Outcome {
    hold(&page);
    seen(&page).await?;
    page.js("controls('yes', { id: 'finder' })[0].focus()", json!([]))
        .await?;
    page.let_in().await?;
    let focus = page.focus().await?;
    same!(
        (focus.action.as_deref(), focus.id.as_deref()),
        (Some("yes"), Some("finder")),
        "focus"
    );
    same!(
        page.js("return scrollY", json!([])).await?,
        json!(0),
        "the page's place"
    );
    Ok(())
}
