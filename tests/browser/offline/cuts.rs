//! What can go wrong between one version and the next: in all of it, exactly one whole version runs, and no answer is lost.

use serde_json::json;

use super::version::{Version, built, next};
use super::{
    answers, caches, come_back, comes_to_run, comes_to_run_after_damage, install, leave, ran, runs,
    update,
};
use crate::harness::server::Fault;
use crate::harness::{Case, Outcome, Page, Scope, case};
use crate::{check, same};

/// Put before the next version's worker: the disk is full from the third file on.
const FULL: &str = "let left = 2; const put = Cache.prototype.put; Cache.prototype.put = function (...all) { \
    return left-- > 0 ? put.apply(this, all) : Promise.reject(new DOMException('full', 'QuotaExceededError')); };\n";
/// The same: nothing is refused, and nothing is kept.
const LOST: &str = "Cache.prototype.put = async () => {};\n";
/// Half of each file is kept.
const HALF: &str = "const put = Cache.prototype.put; Cache.prototype.put = async function (url, answer) { \
    const bytes = await answer.arrayBuffer(); return put.call(this, url, new Response(bytes.slice(0, bytes.byteLength / 2), answer)); };\n";

/// A point at which the way to the next version is cut.
#[derive(Clone)]
enum Cut {
    /// The server is gone after so many files, the worker's own being the first.
    After(usize),
    /// The server is gone before the last of the files that the next version does not share.
    BeforeLast,
    /// The server fails with the files whose path ends so.
    Server(&'static str, Fault),
    /// This stands before the worker: the disk fails.
    Disk(&'static str),
    /// The server has the next worker, and of these the old version's bytes.
    Mixed(fn(&Version) -> String),
}

/// The points, by what is cut: those of one group are tried in turn on one installed version, each from where the one
/// before it has left the reader's browser.
fn table() -> Vec<(&'static str, Vec<(&'static str, Cut)>)> {
    const HTML: Fault =
        Fault::Bytes(b"<!doctype html><title>Sign in</title><p>Welcome to our network");
    vec![
        (
            "network_early",
            vec![
                ("after the worker", Cut::After(1)),
                ("after 2 files", Cut::After(2)),
                ("after 3 files", Cut::After(3)),
                ("after 4 files", Cut::After(4)),
            ],
        ),
        (
            "network_late",
            vec![
                ("after 5 files", Cut::After(5)),
                ("after 6 files", Cut::After(6)),
                ("before the last file", Cut::BeforeLast),
            ],
        ),
        (
            "server",
            vec![
                ("HTML for WebAssembly", Cut::Server(".wasm", HTML)),
                ("HTML for JavaScript", Cut::Server("def.js", HTML)),
                (
                    "half of the WebAssembly",
                    Cut::Server("_bg.wasm", Fault::Cut),
                ),
                (
                    "no WebAssembly",
                    Cut::Server("_bg.wasm", Fault::Status(404)),
                ),
                (
                    "an error for a page",
                    Cut::Server("router.html", Fault::Status(500)),
                ),
            ],
        ),
        (
            "mixed",
            vec![
                ("an old shell", Cut::Mixed(|_| "embed.js".into())),
                (
                    "old JavaScript with new WebAssembly",
                    Cut::Mixed(Version::glue),
                ),
                (
                    "new JavaScript with old WebAssembly",
                    Cut::Mixed(Version::wasm),
                ),
                (
                    "an old page with new files",
                    Cut::Mixed(|_| "laptop.html".into()),
                ),
            ],
        ),
        (
            "worker",
            vec![
                ("it is HTML", Cut::Server("sw.js", HTML)),
                ("it is gone", Cut::Server("sw.js", Fault::Status(404))),
                (
                    "it is of another type",
                    Cut::Server("sw.js", Fault::Mime("text/plain")),
                ),
                ("half of it", Cut::Server("sw.js", Fault::Cut)),
            ],
        ),
        (
            "disk",
            vec![
                ("it is full", Cut::Disk(FULL)),
                ("it forgets", Cut::Disk(LOST)),
                ("it keeps half", Cut::Disk(HALF)),
            ],
        ),
    ]
}

pub fn cases() -> Vec<Case> {
    let mut cases: Vec<Case> = table()
        .into_iter()
        .map(|(name, points)| {
            case(format!("offline::cut_{name}"), async move |page: Page| {
                cut(page, points).await
            })
            .scope(match name {
                "network_late" => Scope::EveryEngine,
                // The same way as the late ones; `web/test/worker.test.ts` has the first file.
                "network_early" => Scope::Full,
                _ => Scope::Chromium,
            })
        })
        .collect();
    cases.push(case("offline::server_hangs", hangs).in_every_engine());
    cases.push(case("offline::wrong_type_is_mended", wrong_type));
    for what in ["delete", "half"] {
        cases.push(
            case(
                format!("offline::damaged_{what}"),
                async move |page: Page| damaged(page, what).await,
            )
            .scope(match what {
                "half" => Scope::EveryEngine,
                _ => Scope::Full,
            }),
        );
        for (label, name) in [("page", ""), ("wasm", "wasm")] {
            cases.push(
                case(
                    format!("offline::damaged_{what}_{label}_and_moved_on"),
                    async move |page: Page| moved_on(page, what, name).await,
                )
                .scope(match what {
                    "half" => Scope::Chromium,
                    _ => Scope::Full,
                }),
            );
        }
    }
    cases.push(case("offline::damaged_and_offline", damaged_offline).in_every_engine());
    cases
}

async fn cut(page: Page, points: Vec<(&'static str, Cut)>) -> Outcome {
    let (old, new) = (built(&page)?, next(&page)?);
    install(&page).await?;
    page.act("yes").await?;
    let kept = answers(&page).await?;
    let screen = page.screen().await?;
    runs(&page, &old, "before").await?;

    page.site.version(&new.folder);
    let worker = new.text("sw.js")?;
    for (name, cut) in points {
        match &cut {
            Cut::After(files) => page.site.stop_after(*files),
            // Of the worker's own answer and the others, one is missing.
            Cut::BeforeLast => page.site.stop_after(new.files_after(&old)?),
            Cut::Server(ending, fault) => page.site.fault(ending, fault.clone()),
            Cut::Disk(first) => {
                page.site
                    .put("/sw.js", "text/javascript", format!("{first}{worker}"))
            }
            Cut::Mixed(which) => {
                let name = which(&new);
                let before = name.replace(&new.widget, &old.widget);
                page.site.put(&format!("/{name}"), "", old.bytes(&before)?);
            }
        }
        check!(
            !update(&page).await?,
            "{name}: half a version waits to take over"
        );
        same!(caches(&page).await?, 1, "{name}: what is kept of a half");
        page.site.stop().await?;
        come_back(&page, "").await?;
        runs(&page, &old, name).await?;
        same!(answers(&page).await?, kept, "{name}: the answers");
        same!(page.screen().await?, screen, "{name}: the screen");
        page.site.heal();
        page.site.clear();
        page.site.start_again().await?;
    }

    check!(
        update(&page).await?,
        "the next version does not come once all is right"
    );
    runs(&page, &old, "while the reader is at it").await?;
    page.site.stop().await?;
    comes_to_run(&page, &new, "after the reader came back").await?;
    same!(
        answers(&page).await?,
        kept,
        "the answers in the next version"
    );
    same!(
        page.screen().await?,
        screen,
        "the screen in the next version"
    );
    Ok(())
}

/// A server that never answers keeps nobody from the guide.
async fn hangs(page: Page) -> Outcome {
    let (old, new) = (built(&page)?, next(&page)?);
    install(&page).await?;
    page.act("yes").await?;
    let kept = answers(&page).await?;
    page.site.version(&new.folder);
    page.site.fault("", Fault::Held);
    come_back(&page, "").await?;
    runs(&page, &old, "while the server hangs").await?;
    same!(answers(&page).await?, kept, "the answers");
    page.site.heal();
    Ok(())
}

/// The right bytes of the wrong type are served as what they are.
async fn wrong_type(page: Page) -> Outcome {
    page.site.fault(".wasm", Fault::Mime("text/html"));
    install(&page).await?;
    page.site.stop().await?;
    come_back(&page, "").await?;
    let kind = page
        .js_async(
            "return (await fetch(arguments[0])).headers.get('Content-Type')",
            json!([built(&page)?.wasm()]),
        )
        .await?;
    same!(kind, json!("application/wasm"), "the type");
    Ok(())
}

/// Deletes or truncates what the worker keeps under this address.
async fn damage(page: &Page, what: &str, name: &str) -> Outcome {
    let done = page
        .js_async(
            "const [what, name] = [arguments[0], arguments[1]];
             const cache = await caches.open((await caches.keys()).find((key) => key.startsWith('unstuck ')));
             const url = (await cache.keys()).map((request) => request.url).find((url) => url.split('?')[0] === new URL(name, document.baseURI).href);
             if (!url) return false;
             if (what === 'delete') return cache.delete(url);
             const bytes = await (await cache.match(url)).arrayBuffer();
             await cache.put(url, new Response(bytes.slice(0, bytes.byteLength / 2), { headers: { 'Content-Type': 'text/html' } }));
             return true;",
            json!([what, name]),
        )
        .await?;
    same!(done, json!(true), "the damage to {name:?}");
    Ok(())
}

fn stands_for(name: &'static str, version: &Version) -> String {
    match name {
        "glue" => version.glue(),
        "wasm" => version.wasm(),
        other => other.into(),
    }
}

/// A file of the running version is gone or half: it comes again from a server that has it, and stays.
async fn damaged(page: Page, what: &'static str) -> Outcome {
    let old = built(&page)?;
    install(&page).await?;
    page.act("yes").await?;
    let kept = answers(&page).await?;
    for name in ["", "embed.js", "glue", "wasm", "laptop.html"] {
        damage(&page, what, &stands_for(name, &old)).await?;
        come_back(&page, "").await?;
        runs(&page, &old, &format!("after {what} {name:?}")).await?;
    }
    page.site.stop().await?;
    come_back(&page, "").await?;
    runs(&page, &old, "once all is mended").await?;
    same!(answers(&page).await?, kept, "the answers");
    Ok(())
}

/// A file of the running version is gone or half, and the server has the next version by now: that one runs, whole.
async fn moved_on(page: Page, what: &'static str, name: &'static str) -> Outcome {
    let (old, new) = (built(&page)?, next(&page)?);
    install(&page).await?;
    page.act("yes").await?;
    let kept = answers(&page).await?;
    damage(&page, what, &stands_for(name, &old)).await?;
    page.site.version(&new.folder);
    come_back(&page, "").await?;
    let found = ran(&page).await?;
    check!(
        // What the two versions share is no damage that cannot be mended.
        found == new.parts() || found == old.parts(),
        "not one whole version: {found}"
    );
    same!(answers(&page).await?, kept, "the answers");
    update(&page).await?;
    page.site.stop().await.ok();
    comes_to_run_after_damage(&page, &new).await
}

/// Damage without a server: the article is read, and no other version's part is in it.
async fn damaged_offline(page: Page) -> Outcome {
    let old = built(&page)?;
    install(&page).await?;
    damage(&page, "half", &old.wasm()).await?;
    page.site.stop().await?;
    leave(&page).await?;
    page.client.goto(&page.site.page()).await?;
    page.wait_for(
        super::INSTALL,
        "the widget to give up",
        "return host?.dataset.state === 'failed'",
    )
    .await?;
    let read = page
        .js(
            "return plain(document.querySelector('article h1').textContent).length > 10",
            json!([]),
        )
        .await?;
    same!(read, json!(true), "the article");
    page.site.start_again().await?;
    come_back(&page, "").await?;
    runs(&page, &old, "with the server").await
}
