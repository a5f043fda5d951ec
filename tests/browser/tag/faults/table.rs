//! Faults of files, policies and the module itself, one a row: what is broken, and what the page and its author are told.

use axum::http::header;
use serde_json::json;

use super::{ARTICLE, again, at_the_wire, expect_error, walked};
use crate::harness::Scope::{self, Chromium, EveryEngine};
use crate::harness::names::WIDGET;
use crate::harness::server::Fault;
use crate::harness::{Case, Outcome, Page, case};
use crate::same;
use crate::tag::{put_host, visit};

const GLUE: (&str, &str) = (WIDGET, ".js");

/// The style sheet of the widget.
const LOOK: (&str, &str) = (WIDGET, ".css");
pub(super) const CODE: (&str, &str) = (WIDGET, ".wasm");

/// What is broken.
#[derive(Clone)]
enum Broken {
    /// A file of the widget's.
    File((&'static str, &'static str), Fault),
    /// The page's Content-Security-Policy.
    Policy(&'static str),
    /// By a script of the page, run before any other. It is healed by loading the page again.
    Script(&'static str),
    /// The widget's own memory, by this script once the widget is there: its next call ends it.
    Memory(&'static str),
}

/// A module that wants what this release has not.
const OTHER_RELEASE: &[u8] = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x02\x07\x01\x01x\x01y\0\0";

/// A limit that a test need not wait for; shorter times stay as they are.
const IMPATIENT: &str = "const wait = setTimeout; window.setTimeout = (f, ms, ...more) => wait(f, ms >= 5000 && !window.__patient ? ms / 50 : ms, ...more)";

/// Keeps hold of the widget's memory. With `__broken` naming a moment, it is overwritten then.
pub(super) const MEMORY: &str = "window.__wreck = () => new Uint8Array(__memory.buffer).fill(1);

    const real = WebAssembly.instantiateStreaming;
    WebAssembly.instantiateStreaming = async (...all) => {
      const made = await real.apply(WebAssembly, all);
      window.__memory = Object.values(made.instance.exports).find((each) => each instanceof WebAssembly.Memory);
      if (window.__broken === 'boot') { window.__broken = ''; __wreck(); }
      return made;
    };
    const get = Element.prototype.getAttribute;
    Element.prototype.getAttribute = function (name) {
      if (window.__broken === 'mount' && name === 'heading-level') { window.__broken = ''; __wreck(); }
      return get.call(this, name);
    };";

#[derive(Clone)]
struct Row {
    scope: Scope,
    name: &'static str,
    broken: Broken,
    cause: &'static str,
    /// What the console says among others.
    console: &'static str,
}

const fn row(
    scope: Scope,
    name: &'static str,
    broken: Broken,
    cause: &'static str,
    console: &'static str,
) -> Row {
    Row {
        scope,
        name,
        broken,
        cause,
        console,
    }
}

pub(super) fn cases() -> Vec<Case> {
    table()
        .into_iter()
        .map(|row| {
            let scope = row.scope;
            case(format!("faults::{}", row.name), async move |page: Page| {
                fails(&page, row).await
            })
            .scope(scope)
        })
        .collect()
}

fn table() -> Vec<Row> {
    use Broken::{File, Memory, Policy, Script};
    vec![
        row(
            Chromium,
            "code_is_gone",
            File(CODE, Fault::Status(404)),
            "part-missing",
            "(404): upload all files",
        ),
        row(
            Chromium,
            "server_is_ill",
            File(CODE, Fault::Status(503)),
            "part-missing",
            "(503)",
        ),
        row(
            EveryEngine,
            "glue_is_gone",
            File(GLUE, Fault::Status(404)),
            "part-missing",
            "(404)",
        ),
        row(
            EveryEngine,
            "page_for_everything",
            File(CODE, Fault::Page),
            "part-wrong-type",
            "it must be application/wasm",
        ),
        row(
            Chromium,
            "glue_of_a_wrong_type",
            File(GLUE, Fault::Mime("text/plain")),
            "part-wrong-type",
            "it must be text/javascript",
        ),
        row(
            Chromium,
            "look_is_gone",
            File(LOOK, Fault::Status(404)),
            "part-missing",
            "(404)",
        ),
        row(
            Chromium,
            "look_never_comes",
            File(LOOK, Fault::Held),
            "timeout",
            "too long",
        ),
        row(
            EveryEngine,
            "code_is_damaged",
            File(CODE, Fault::Bytes(b"\0asm\x01\0\0\0 and no more")),
            "part-damaged",
            "let nothing rewrite them",
        ),
        row(
            Chromium,
            "code_is_empty",
            File(CODE, Fault::Bytes(b"")),
            "part-damaged",
            "let nothing rewrite them",
        ),
        row(
            Chromium,
            "half_a_deploy",
            File(CODE, Fault::Bytes(OTHER_RELEASE)),
            "part-mismatch",
            "two releases are mixed",
        ),
        row(
            EveryEngine,
            "code_never_comes",
            File(CODE, Fault::Held),
            "timeout",
            "too long",
        ),
        row(
            Chromium,
            "glue_never_comes",
            File(GLUE, Fault::Held),
            "timeout",
            "too long",
        ),
        row(
            EveryEngine,
            "webassembly_is_forbidden",
            Policy("script-src 'self' 'unsafe-inline'"),
            "forbidden",
            "add 'wasm-unsafe-eval' to its script-src",
        ),
        row(
            Chromium,
            "fetching_is_forbidden",
            Policy("connect-src 'none'"),
            "forbidden",
            "to its connect-src",
        ),
        row(
            Chromium,
            "no_webassembly",
            Script(
                "delete window.WebAssembly; if (window.WebAssembly) window.WebAssembly = undefined",
            ),
            "no-webassembly",
            "no WebAssembly",
        ),
        row(
            EveryEngine,
            "trap_at_boot",
            Script("window.__broken = 'boot'"),
            "stopped",
            "report it",
        ),
        row(
            Chromium,
            "trap_at_mount",
            Script("window.__broken = 'mount'"),
            "stopped",
            "report it",
        ),
        row(
            EveryEngine,
            "trap_at_an_answer",
            Memory("controls('not-solved')[0].click()"),
            "stopped",
            "report it",
        ),
        row(
            Chromium,
            "trap_at_back",
            Memory("controls('back')[0].click()"),
            "stopped",
            "report it",
        ),
        row(
            Chromium,
            "trap_in_a_method",
            Memory("try { host.back() } catch {}"),
            "stopped",
            "report it",
        ),
        row(
            EveryEngine,
            "trap_in_a_later_event",
            Memory("dispatchEvent(new Event('storage'))"),
            "stopped",
            "report it",
        ),
        row(
            Chromium,
            "trap_in_another_tab",
            Memory("dispatchEvent(new PopStateEvent('popstate'))"),
            "stopped",
            "report it",
        ),
    ]
}

async fn fails(page: &Page, row: Row) -> Outcome {
    if matches!(row.broken, Broken::Memory(_)) || row.name.starts_with("trap") {
        page.site.script(MEMORY);
    }
    walked(page).await?;
    let outside = "return document.querySelector('#lamp').outerHTML";
    let before = page.js(outside, json!([])).await?;
    match &row.broken {
        Broken::Memory(code) => {
            page.js(&format!("__wreck(); {code}"), json!([])).await?;
        }
        Broken::File((start, end), fault) => {
            if matches!(fault, Fault::Held) {
                page.site.script(IMPATIENT);
                put_host(page, "article=\"#lamp\"", ARTICLE);
            }
            page.site.fault(&page.site.file(start, end)?, fault.clone());
            visit(page).await?;
        }
        Broken::Policy(policy) => {
            page.site.header(header::CONTENT_SECURITY_POLICY, policy);
            visit(page).await?;
        }
        Broken::Script(code) => {
            page.site
                .script(&format!("if (!localStorage.healed) {{ {code} }}"));
            put_host(page, "article=\"#lamp\"", ARTICLE);
            visit(page).await?;
        }
    }
    expect_error(page, row.cause, row.console).await?;
    same!(
        page.js(outside, json!([])).await?,
        before,
        "the page's article"
    );
    page.site.heal();
    // What comes now takes its time on a busy machine.
    page.js("window.__patient = true", json!([])).await?;
    if matches!(row.broken, Broken::Policy(_)) || row.cause == "no-webassembly" {
        page.js("localStorage.healed = 1", json!([])).await?;
        page.reload().await?;
        at_the_wire(page).await
    } else {
        again(page).await
    }
}
