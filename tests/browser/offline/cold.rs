//! A cold start: the server is stopped, no tab of the page is left, and the reader comes back.

use axum::http::header::CONTENT_SECURITY_POLICY;
use serde_json::json;

use super::{
    answers, come_back, controlled, install, installed, leave, ready, runs, says, version,
};
use crate::harness::page::string;
use crate::harness::server::Fault;
use crate::harness::{Case, Outcome, Page, case};
use crate::{check, same};

/// Every page, and the ways in which it is asked for.
const PAGES: [&str; 8] = [
    "index.html",
    "?from=mail",
    "#iphone-backup",
    "index.html?a=1#b",
    "laptop.html",
    "",
    "printer.html?x",
    "router.html",
];

pub fn cases() -> Vec<Case> {
    let mut cases = vec![
        case("offline::cold_at_the_root", async |page: Page| {
            pages(page, "", &PAGES).await
        })
        .in_every_engine(),
        case("offline::cold_under_a_path", async |page: Page| {
            pages(page, "/help/un~stuck", &PAGES[5..]).await
        }),
        case("offline::every_file", every_file),
        case("offline::strict_policy", strict),
        case("offline::answers_stay", stay).in_every_engine(),
        case("offline::only_on_the_page", embedded),
        case("offline::not_in_a_frame", framed),
    ];
    let faults = [
        (
            "html_for_wasm",
            ".wasm",
            Fault::Bytes(b"<!doctype html><p>Not found"),
        ),
        ("not_there", "router.html", Fault::Status(404)),
        ("half_a_file", "_bg.wasm", Fault::Cut),
    ];
    for (name, ending, fault) in faults {
        cases.push(case(
            format!("offline::not_installed_{name}"),
            async move |page: Page| not_installed(page, ending, fault).await,
        ));
    }
    cases
}

async fn pages(page: Page, prefix: &str, addresses: &[&str]) -> Outcome {
    page.site.under(prefix);
    install(&page).await?;
    page.site.stop().await?;
    for &address in addresses {
        come_back(&page, address).await?;
        let before = page.screen().await?;
        let answer = if page.has("yes").await? {
            "yes"
        } else {
            "continue"
        };
        let after = page.act(answer).await?;
        check!(
            after != before,
            "{address:?}: the walk does not go on: {after:?}"
        );
        // The next address of the same guide finds the answer; back to the question.
        page.act("back").await?;
    }
    same!(page.errors().await?, Vec::<String>::new(), "errors");
    Ok(())
}

/// All that the worker says that it keeps for a reader of English, under any query.
async fn every_file(page: Page) -> Outcome {
    install(&page).await?;
    page.site.stop().await?;
    let built = version::built(&page)?;
    let kept = built.kept()?;
    check!(kept.len() > 15, "the worker keeps too little: {kept:?}");
    for name in kept {
        let length = built
            .bytes(name.split('?').next().unwrap_or_default())?
            .len();
        for address in [
            name.clone(),
            format!("{name}{}again", if name.contains('?') { "#" } else { "?" }),
        ] {
            let got = page
                .js_async(
                    "const answer = await fetch(arguments[0]); return [answer.status, (await answer.arrayBuffer()).byteLength, answer.headers.get('Content-Type')]",
                    json!([address]),
                )
                .await
                .map_err(|why| format!("{address}: {why}"))?;
            same!(
                (&got[0], &got[1]),
                (&json!(200), &json!(length)),
                "{address}"
            );
            if name.ends_with(".wasm") {
                same!(got[2], json!("application/wasm"), "{address}");
            }
        }
    }
    Ok(())
}

async fn strict(page: Page) -> Outcome {
    page.site.header(
        CONTENT_SECURITY_POLICY,
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; img-src 'self'; \
         manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'",
    );
    install(&page).await?;
    page.site.stop().await?;
    come_back(&page, "").await?;
    says(&page, "offline", "You’re offline. The guide still works.").await?;
    let marked = page
        .js("return [...document.adoptedStyleSheets].length > 0 && shadow.adoptedStyleSheets.length > 2", json!([]))
        .await?;
    same!(marked, json!(true), "style sheets under the policy");
    runs(&page, &version::built(&page)?, "under the policy").await
}

/// An answer given with the server, one without, and both are there when it is back.
async fn stay(page: Page) -> Outcome {
    install(&page).await?;
    page.act("yes").await?;
    answers(&page).await?;
    page.site.stop().await?;
    come_back(&page, "").await?;
    page.act("no").await?;
    let kept = answers(&page).await?;
    page.site.start_again().await?;
    come_back(&page, "").await?;
    same!(answers(&page).await?, kept, "the answers");
    Ok(())
}

/// A page that has the widget and is not ours gets no worker, and asks for none.
async fn embedded(page: Page) -> Outcome {
    page.site.whole();
    page.site.put_page(
        "/host.html",
        "<!doctype html><html lang=en><head><title>Host</title><script src=embed.js async></script></head>\
         <body><h1>Help</h1><unstuck-guide guide=router></unstuck-guide></body></html>",
    );
    page.client
        .goto(&format!("{}/host.html", page.site.origin()))
        .await?;
    ready(&page).await?;
    let found = page
        .js_async(
            "return (await navigator.serviceWorker.getRegistrations()).length",
            json!([]),
        )
        .await?;
    same!(found, json!(0), "workers");
    let log = page.site.log();
    let asked = log
        .iter()
        .find(|path| path.contains("/offline-") || path.ends_with("sw.js"));
    check!(asked.is_none(), "{asked:?} was asked for");
    Ok(())
}

async fn framed(page: Page) -> Outcome {
    page.site.whole();
    page.open_frame(700, 900, None).await?;
    ready(&page).await?;
    page.wait_for(
        super::INSTALL,
        "the page's script",
        "return Boolean(document.querySelector('.notes'))",
    )
    .await?;
    check!(
        !page.site.log().iter().any(|path| path.ends_with("sw.js")),
        "a worker in a frame"
    );
    Ok(())
}

/// One file is wrong: no worker, the page as ever; and a worker once all files are right.
async fn not_installed(page: Page, ending: &'static str, fault: Fault) -> Outcome {
    page.site.whole();
    page.site.fault(ending, fault);
    page.client.goto(&page.site.page()).await?;
    page.wait_for(
        super::INSTALL,
        "the page's script",
        "return /ready|failed/.test(host?.dataset.state)",
    )
    .await?;
    page.site.asked_for("sw.js", super::INSTALL).await?;
    page.wait_for(
        super::INSTALL,
        "the install to fail",
        "window.__asked ??= (navigator.serviceWorker.getRegistration().then((r) => { window.__over = !r; window.__asked = null; }), 1); return window.__over === true",
    )
    .await?;
    let left = page
        .js_async("return (await caches.keys()).join()", json!([]))
        .await?;
    same!(string(left)?, "", "what is left of it");
    page.site.heal();
    leave(&page).await?;
    page.open().await?;
    installed(&page).await?;
    come_back(&page, "").await?;
    controlled(&page).await?;
    runs(&page, &version::built(&page)?, "after the mend").await
}
