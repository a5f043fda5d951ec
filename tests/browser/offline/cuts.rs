//! What can go wrong between one version and the next: in all of it, exactly one whole version runs, and no answer is lost.

use serde_json::json;

use super::version::{Version, built, next};
use super::{answers, come_back, comes_to_run, install, leave, ran, runs, update};
use crate::harness::server::Fault;
use crate::harness::{Case, Outcome, Page, case};
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
    /// The server fails with the files whose path ends so.
    Server(&'static str, Fault),
    /// This stands before the worker: the disk fails.
    Disk(&'static str),
    /// The server has the next worker, and of these the old version's bytes.
    Mixed(fn(&Version) -> String),
}

fn table() -> Vec<(&'static str, Cut)> {
    const HTML: Fault =
        Fault::Bytes(b"<!doctype html><title>Sign in</title><p>Welcome to our network");
    vec![
        ("network_cut_after_the_worker", Cut::After(1)),
        ("network_cut_after_2_files", Cut::After(2)),
        ("network_cut_after_3_files", Cut::After(3)),
        ("network_cut_after_4_files", Cut::After(4)),
        ("network_cut_after_5_files", Cut::After(5)),
        ("network_cut_after_6_files", Cut::After(6)),
        ("network_cut_before_the_last_file", Cut::After(7)),
        ("html_for_wasm", Cut::Server(".wasm", HTML)),
        ("html_for_javascript", Cut::Server("def.js", HTML)),
        ("half_of_the_wasm", Cut::Server("_bg.wasm", Fault::Cut)),
        ("no_wasm", Cut::Server("_bg.wasm", Fault::Status(404))),
        (
            "server_error_for_a_page",
            Cut::Server("router.html", Fault::Status(500)),
        ),
        ("old_shell", Cut::Mixed(|_| "embed.js".into())),
        ("old_javascript_with_new_wasm", Cut::Mixed(Version::glue)),
        ("new_javascript_with_old_wasm", Cut::Mixed(Version::wasm)),
        (
            "old_page_with_new_files",
            Cut::Mixed(|_| "laptop.html".into()),
        ),
        ("worker_is_html", Cut::Server("sw.js", HTML)),
        ("worker_is_gone", Cut::Server("sw.js", Fault::Status(404))),
        (
            "worker_of_another_type",
            Cut::Server("sw.js", Fault::Mime("text/plain")),
        ),
        ("half_of_the_worker", Cut::Server("sw.js", Fault::Cut)),
        ("disk_full", Cut::Disk(FULL)),
        ("disk_forgets", Cut::Disk(LOST)),
        ("disk_keeps_half", Cut::Disk(HALF)),
    ]
}

pub fn cases() -> Vec<Case> {
    let mut cases: Vec<Case> = table()
        .into_iter()
        .map(|(name, point)| {
            case(format!("offline::cut_{name}"), async move |page: Page| {
                cut(page, point).await
            })
        })
        .collect();
    cases.push(case("offline::server_hangs", hangs));
    cases.push(case("offline::wrong_type_is_mended", wrong_type));
    for what in ["delete", "half"] {
        for name in ["", "embed.js", "glue", "wasm", "laptop.html"] {
            let label = if name.is_empty() {
                "page"
            } else {
                name.trim_end_matches(".html")
            };
            cases.push(case(
                format!("offline::damaged_{what}_{}", label.replace('.', "_")),
                async move |page: Page| damaged(page, what, name).await,
            ));
        }
    }
    cases.push(case("offline::damaged_and_offline", damaged_offline));
    cases
}

async fn cut(page: Page, cut: Cut) -> Outcome {
    let (old, new) = (built(&page)?, next(&page)?);
    install(&page).await?;
    page.act("yes").await?;
    let kept = answers(&page).await?;
    let screen = page.screen().await?;
    runs(&page, &old, "before").await?;

    page.site.version(&new.folder);
    let worker = new.text("sw.js")?;
    match &cut {
        Cut::After(files) => page.site.stop_after(*files),
        Cut::Server(ending, fault) => page.site.fault(ending, fault.clone()),
        Cut::Disk(first) => page
            .site
            .put("/sw.js", "text/javascript", format!("{first}{worker}")),
        Cut::Mixed(which) => {
            let name = which(&new);
            let before = name.replace(&new.widget, &old.widget);
            page.site.put(&format!("/{name}"), "", old.bytes(&before)?);
        }
    }
    check!(!update(&page).await?, "half a version waits to take over");
    page.site.stop().await?;
    come_back(&page, "").await?;
    runs(&page, &old, "after the cut").await?;
    same!(answers(&page).await?, kept, "the answers after the cut");
    same!(page.screen().await?, screen, "the screen after the cut");

    page.site.heal();
    page.site.clear();
    page.site.start_again().await?;
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
    page.site.fault("", Fault::Hang);
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

/// A file of the running version is gone or half: it comes again from a server that has it. Where the server has the next
/// version by now, that one runs, whole.
async fn damaged(page: Page, what: &'static str, name: &'static str) -> Outcome {
    let (old, new) = (built(&page)?, next(&page)?);
    install(&page).await?;
    page.act("yes").await?;
    let kept = answers(&page).await?;
    let name = stands_for(name, &old);
    damage(&page, what, &name).await?;
    come_back(&page, "").await?;
    runs(&page, &old, "after the damage").await?;
    page.site.stop().await?;
    come_back(&page, "").await?;
    runs(&page, &old, "once it is mended").await?;

    damage(&page, what, &name).await?;
    page.site.version(&new.folder);
    page.site.start_again().await?;
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
    comes_to_run(&page, &new, "on the visit after").await
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
