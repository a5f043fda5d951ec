//! The two copies of the record, localStorage and IndexedDB: wiped, old, damaged, blocked, full, each and both. The newest
//! that can be read is what the reader gets, and what is said of it is so.

mod corruptions;
mod failures;

use axum::http::header;
use serde_json::{Value, json};

use super::of_a_newer_version;
use crate::harness::driver::Engine;
use crate::harness::{Case, Outcome, Page, case};
use crate::{check, same};

/// What stands before each script that looks into the copies. `KEY` is the reader's.
const COPIES: &str = "
const database = (version) => new Promise((done, failed) => {
  const asked = indexedDB.open('unstuck', version);
  asked.onupgradeneeded = () => window.__made?.(asked);
  asked.onsuccess = () => done(asked.result);
  asked.onerror = () => failed(asked.error);
});
const within = async (mode, ask) => {
  const open = await database();
  try {
    return await new Promise((done, failed) => {
      const change = open.transaction('records', mode);
      const asked = ask(change.objectStore('records'));
      change.oncomplete = () => done(asked.result);
      change.onabort = () => failed(change.error);
    });
  } finally { open.close(); }
};
const put = (value) => within('readwrite', (records) => records.put(value, KEY));
const got = () => within('readonly', (records) => records.get(KEY));
const gone = () => new Promise((done, failed) => {
  const asked = indexedDB.deleteDatabase('unstuck');
  asked.onsuccess = done;
  // One that is being closed holds it up for a moment, one that is kept open for good.
  asked.onerror = failed;
});
";

pub fn cases() -> Vec<Case> {
    let mut cases = vec![
        case("durable::saved_is_said", saved_is_said).in_every_engine(),
        // WebKit goes on naming a database that was looked for and not made.
        case(
            "durable::nothing_is_made_before_an_answer",
            nothing_is_made_before_an_answer,
        )
        .in_every_engine()
        .only_in(&[Engine::Chromium, Engine::Firefox]),
        case(
            "durable::storage_none_touches_neither",
            storage_none_touches_neither,
        ),
        case("durable::restart_is_not_undone", restart_is_not_undone),
        case("durable::lets_go_of_the_database", lets_go_of_the_database).in_every_engine(),
        case("durable::two_documents", two_documents).in_every_engine(),
        case("durable::an_edited_guide", an_edited_guide),
        case(
            "durable::a_strange_database_is_let_go",
            a_strange_database_is_let_go,
        )
        .in_every_engine(),
        case(
            "durable::newer_record_of_another_tab",
            newer_record_of_another_tab,
        ),
        case(
            "durable::first_of_a_newer_version",
            first_of_a_newer_version,
        ),
        case("durable::back_from_the_cache", back_from_the_cache)
            .in_every_engine()
            .with_windows(),
    ];
    cases.extend(corruptions::cases());
    cases.extend(failures::cases());
    cases
}

async fn copies(page: &Page, code: &str, args: Value) -> Outcome<Value> {
    page.js_async(&format!("{COPIES}\n{code}"), args).await
}

/// Waits until the widget says this of where the answers are.
async fn says(page: &Page, words: &str) -> Outcome {
    page.wait(
        &format!("{words:?}"),
        &format!("return plain(shadow.querySelector('.kept')?.textContent) === {words:?}"),
    )
    .await
}

async fn saved(page: &Page) -> Outcome {
    says(page, "Saved on this device.").await
}

/// Both copies are the same text.
async fn copies_agree(page: &Page) -> Outcome {
    let both = copies(
        page,
        "return [localStorage.getItem(KEY), await got()]",
        json!([]),
    )
    .await?;
    same!(both[0], both[1], "the two copies");
    check!(both[0].is_string(), "nothing is kept");
    Ok(())
}

async fn saved_is_said(page: Page) -> Outcome {
    page.open().await?;
    check!(
        !page.text().await?.contains("Saved"),
        "saved before there is anything"
    );
    for action in ["yes", "yes", "no"] {
        page.act(action).await?;
        saved(&page).await?;
        copies_agree(&page).await?;
    }
    page.tick("power-charger").await?;
    saved(&page).await?;
    copies_agree(&page).await?;
    page.reload().await?;
    saved(&page).await?;
    let live = page
        .js(
            "return shadow.querySelector('.kept').closest('[aria-live],[role=status]') === null",
            json!([]),
        )
        .await?;
    same!(live, json!(true), "it is not read out at each answer");
    page.no_errors().await
}

async fn nothing_is_made_before_an_answer(page: Page) -> Outcome {
    page.site.script("window.__asked = 0; { const open = IDBFactory.prototype.open; IDBFactory.prototype.open = function (...a) { __asked += 1; return open.apply(this, a); } }");
    page.open().await?;
    page.wait("the question for a second copy", "return __asked > 0")
        .await?;
    page.js_async(
        "for (;;) {
           const all = await indexedDB.databases();
           if (!all.length) return;
           await new Promise((next) => setTimeout(next, 10));
         }",
        json!([]),
    )
    .await?;
    page.act("yes").await?;
    saved(&page).await?;
    copies_agree(&page).await?;
    page.no_errors().await
}

async fn storage_none_touches_neither(page: Page) -> Outcome {
    page.site.script("window.__asked = 0; { const open = IDBFactory.prototype.open; IDBFactory.prototype.open = function (...a) { __asked += 1; return open.apply(this, a); } }");
    page.site
        .edit("<unstuck-guide", "<unstuck-guide storage=\"none\"");
    page.open().await?;
    page.act_all(&["yes", "no", "confirm"]).await?;
    let touched = page
        .js("return [__asked, localStorage.length]", json!([]))
        .await?;
    same!(touched, json!([0, 0]), "what was touched");
    same!(page.screen().await?.notice, None, "nothing is amiss");
    page.no_errors().await
}

async fn restart_is_not_undone(page: Page) -> Outcome {
    for script in ["localStorage.setItem(KEY, old)", "await put(old)"] {
        page.open().await?;
        page.act_all(&["yes", "yes"]).await?;
        saved(&page).await?;
        let old = page.stored("unstuck:iphone-backup").await?;
        page.press("restart", json!({})).await?;
        page.act("restart-yes").await?;
        page.js_async(
            &format!("{COPIES} while ((await got()) !== localStorage.getItem(KEY) || localStorage.getItem(KEY) === arguments[0]) await new Promise((next) => setTimeout(next, 10))"),
            json!([old]),
        )
        .await?;
        page.client.goto(&page.site.blank()).await?;
        copies(
            &page,
            &format!("const old = arguments[0]; {script}"),
            json!([old]),
        )
        .await?;
        page.open().await?;
        // The old copy is written over by the empty one.
        copies(
            &page,
            "while ((await got()) !== localStorage.getItem(KEY) || (await got()) === arguments[0]) await new Promise((next) => setTimeout(next, 10))",
            json!([old]),
        )
        .await?;
        let screen = page.screen().await?;
        check!(
            screen.is("question", "icloud"),
            "{script}: it starts at {screen:?}"
        );
    }
    page.no_errors().await
}

/// Who deletes the database, as "clear site data" does, is not kept waiting; and the next answer makes a new one.
async fn lets_go_of_the_database(page: Page) -> Outcome {
    page.open().await?;
    page.act("yes").await?;
    saved(&page).await?;
    copies(&page, "await gone()", json!([])).await?;
    page.act("yes").await?;
    saved(&page).await?;
    copies_agree(&page).await?;
    page.no_errors().await
}

/// A database of our name that has no store of ours is looked into, and not held: its owner can delete it.
async fn a_strange_database_is_let_go(page: Page) -> Outcome {
    page.client.goto(&page.site.blank()).await?;
    copies(
        &page,
        "window.__made = (asked) => asked.result.createObjectStore('other'); (await database(3)).close()",
        json!([]),
    )
    .await?;
    page.open().await?;
    for action in ["yes", "yes", "no"] {
        page.act(action).await?;
        says(&page, "Your answers are kept on this device.").await?;
    }
    // Fails where a connection is open.
    copies(&page, "await gone()", json!([])).await?;
    page.act("not-solved").await?;
    saved(&page).await?;
    copies_agree(&page).await?;
    page.no_errors().await
}

/// A tab of the next release has written the record in its form: an older one that is still open writes nothing over it.
async fn newer_record_of_another_tab(page: Page) -> Outcome {
    page.open().await?;
    page.act_all(&["yes", "yes"]).await?;
    saved(&page).await?;
    let newer = of_a_newer_version(page.stored("unstuck:iphone-backup").await?)?;
    copies(
        &page,
        "localStorage.setItem(KEY, arguments[0]);
         await put(arguments[0])",
        json!([newer]),
    )
    .await?;
    page.act("no").await?;
    page.notice("newer").await?;
    page.act("not-solved").await?;
    let both = copies(
        &page,
        "return [localStorage.getItem(KEY), await got()]",
        json!([]),
    )
    .await?;
    same!(both, json!([newer, newer]), "the two copies");
    page.no_errors().await
}

/// The other copy's answers show; nothing is written, and nothing is said to be saved.
async fn first_of_a_newer_version(page: Page) -> Outcome {
    page.open().await?;
    page.act_all(&["yes", "yes"]).await?;
    saved(&page).await?;
    let now = page.stored("unstuck:iphone-backup").await?;
    page.client.goto(&page.site.blank()).await?;
    let newer = of_a_newer_version(now.clone())?;
    copies(
        &page,
        "localStorage.setItem(KEY, arguments[0])",
        json!([newer]),
    )
    .await?;
    page.open().await?;
    page.wait(
        "the second copy's answers",
        "return state()?.id === 'power-wifi' && state().notice === 'newer'",
    )
    .await?;
    page.act("no").await?;
    let kept = page.text().await?;
    check!(!kept.contains("Saved"), "it is said to be saved: {kept}");
    let both = copies(
        &page,
        "return [localStorage.getItem(KEY), await got()]",
        json!([]),
    )
    .await?;
    same!(both, json!([newer, now]), "the two copies");
    page.no_errors().await
}

/// Two documents of one origin: each shows what was said in the other, and neither writes over it.
async fn two_documents(page: Page) -> Outcome {
    page.open().await?;
    page.act("yes").await?;
    page.js_async(
        "const frame = Object.assign(document.createElement('iframe'), { id: 'other', src: location.href });
         frame.style.cssText = 'width:600px;height:800px';
         document.body.append(frame);
         const its = () => frame.contentDocument?.querySelector('unstuck-guide')?.shadowRoot?.querySelector('[data-screen]');
         if (!(await until(() => its()?.dataset.id === 'storage'))) throw new Error('the other document does not start where this one is');
         const turns = [[() => its(), 'yes', root, 'power-wifi'], [root, 'no', () => its(), 'power-wifi'], [() => its(), 'not-solved', root, 'restart']];
         for (const [one, action, other, id] of turns) {
           const before = one().dataset.seq;
           one().querySelector(`[data-action=${action}]`).click();
           if (!(await until(() => other()?.dataset.id === id && one()?.dataset.seq !== before && one()?.dataset.seq === other().dataset.seq)))
             throw new Error(`after ${action}: ${one()?.dataset.id} here, ${other()?.dataset.id} there`);
         }",
        json!([]),
    )
    .await?;
    saved(&page).await?;
    copies_agree(&page).await?;
    page.no_errors().await
}

/// A page that the browser kept whole for its Back, while another one went on, shows what was said there. No browser
/// promises to keep a page: one that was not is loaded anew, shows the same, and there is another turn.
async fn back_from_the_cache(page: Page) -> Outcome {
    // What may not be stored is not kept either.
    page.site.header(header::CACHE_CONTROL, "no-cache");
    for _ in 0..4 {
        page.open().await?;
        page.act("yes").await?;
        saved(&page).await?;
        page.js(
            "window.__left = true;
             addEventListener('pageshow', async ({ persisted }) => {
               await until(() => root().dataset.id === 'power-wifi');
               window.__back = { persisted, id: root().dataset.id };
             });
             const link = Object.assign(document.createElement('a'), { href: '?again', textContent: 'Again' });
             document.body.append(link);
             link.click()",
            json!([]),
        )
        .await?;
        page.wait(
            "the other document",
            "return !window.__left && host?.dataset.state === 'ready' && root()?.dataset.id === 'storage'",
        )
        .await?;
        page.act("yes").await?;
        saved(&page).await?;
        page.js(
            // The answer, and the way here. Not by the history's length, which ends at 50.
            "history.go(-2)",
            json!([]),
        )
        .await?;
        page.wait(
            "the page that was left, with what was said since",
            "return !location.search && (Boolean(window.__back) || !window.__left && root()?.dataset.id === 'power-wifi')",
        )
        .await?;
        let back = page.js("return window.__back ?? null", json!([])).await?;
        if back.is_null() {
            page.js("host.restart()", json!([])).await?;
            page.wait("the beginning", "return root()?.dataset.id === 'icloud'")
                .await?;
            continue;
        }
        same!(
            back,
            json!({ "persisted": true, "id": "power-wifi" }),
            "whether it comes from the browser's cache, and what it shows"
        );
        page.act("no").await?;
        saved(&page).await?;
        copies_agree(&page).await?;
        return page.no_errors().await;
    }
    Err("the browser kept the page in none of four turns".into())
}

/// A step whose words have changed since it was ticked is marked, and in the overview what was said to it; nothing is lost.
async fn an_edited_guide(page: Page) -> Outcome {
    page.open().await?;
    page.act_all(&["yes", "yes", "no"]).await?;
    page.tick("power-charger").await?;
    page.tick("power-network").await?;
    page.act("still-running").await?;
    let marks =
        "return [...shadow.querySelectorAll('.card .changed')].map((e) => plain(e.textContent))";
    same!(
        page.js(marks, json!([])).await?,
        json!([]),
        "marks before the edit"
    );
    // Its author says that it means something else now.
    let step = "data-unstuck-id=power-charger";
    page.site
        .edit(step, &format!("{step} data-unstuck-edition=2"));
    page.site.edit(
        "Connect your iPhone to its charger.",
        "Connect your iPhone to its charger, with a cable.",
    );
    page.reload().await?;
    let screen = page.screen().await?;
    check!(
        screen.is("wait", "power-wifi"),
        "after the edit: {screen:?}"
    );
    same!(
        page.js(marks, json!([])).await?,
        json!(["Updated since you did it."]),
        "marks after the edit"
    );
    same!(
        page.ticks().await?.get("power-charger"),
        Some(&true),
        "the tick"
    );
    page.act("not-solved").await?;
    page.open_overview().await?;
    // The verdict was given to the new words, the ticks to the old ones.
    let said = page
        .js(
            "return [...root().querySelectorAll('.entry .changed')].length",
            json!([]),
        )
        .await?;
    same!(said, json!(0), "marks in the overview");
    page.site.edit(
        &format!("{step} data-unstuck-edition=2"),
        &format!("{step} data-unstuck-edition=3"),
    );
    page.site.edit(
        "Connect your iPhone to its charger, with a cable.",
        "Use a charger.",
    );
    page.reload().await?;
    page.open_overview().await?;
    let said = page.js("return [...root().querySelectorAll('.entry[data-id=power-wifi] .changed')].map((e) => plain(e.textContent))", json!([])).await?;
    check!(
        said.to_string().contains("Updated since you answered."),
        "the overview says {said}"
    );
    page.no_errors().await
}
