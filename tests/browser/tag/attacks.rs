//! Articles that mean to say where our scripts come from: an attacker writes markup, and nothing else, into the page.
//!
//! Belongs here: names that hide the document's own, `<base>`, and scripts of others. Does not: what of an article is shown
//! (`hostile`), files that were changed on their way (`place`).

use axum::http::header::CONTENT_SECURITY_POLICY;
use serde_json::json;

use super::{place, visit};
use crate::harness::Scope::{self, Chromium, EveryEngine};
use crate::harness::server::{Fault, LET_GO, RECORDER};
use crate::harness::{Case, Outcome, Page, Site, case};
use crate::{check, same};

const NONCE: &str = "script-src 'nonce-abc' 'wasm-unsafe-eval'; connect-src 'self'";
const DYNAMIC: &str = "script-src 'nonce-abc' 'strict-dynamic' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'";
const TYPES: &str = "script-src 'nonce-abc' 'strict-dynamic' 'wasm-unsafe-eval'; require-trusted-types-for 'script'; trusted-types 'none'; \
    object-src 'none'; base-uri 'none'";
/// Trusted Types alone, without a policy of our name.
const OTHER_TYPES: &str = "require-trusted-types-for 'script'; trusted-types default";

/// A picture that is found as `document.currentScript`. EVIL is the attacker's host.
const PICTURE: &str = "<img name=currentScript src=EVIL/x.png>";
const HEAD: &str =
    "<img name=currentScript src=EVIL/x.png><form name=head><input name=append></form>";
const ELEMENT: &str =
    "<img name=currentScript src=EVIL/x.png data-src=EVIL/guide.html data-article=#evil>";
const BASE: &str = "<base href=EVIL/>";
/// What the widget is built with. (What the cases themselves call is left out.)
const BUILDERS: &str = "<img name=createElement><img name=createElementNS><img name=createTextNode><form name=createComment></form>";
/// What an article is read by, and what the shell uses.
const READERS: &str = "<img name=adoptedStyleSheets><iframe name=trustedTypes></iframe><img id=customElements name=defaultView>\
    <form><input name=firstChild><input name=nextSibling><input name=nodeType><input name=getAttributeNames><input name=localName>\
    <input name=getAttribute><input name=matches><input name=closest>A form.</form>";

/// The page's policy keeps our scripts from being checked: then none of them runs.
const FORBIDDEN: Option<(&str, &str)> = Some(("forbidden", "add unstuck to its trusted-types"));

/// How the page loads the element.
#[derive(Clone, Copy)]
enum Tag {
    /// A tag in the body, with these attributes, that places the element.
    Body(&'static str),
    /// A tag in the head with a relative address; the element is in the page.
    Head(&'static str),
}

/// One attempt.
#[derive(Clone, Copy)]
struct Attack {
    scope: Scope,
    name: &'static str,
    tag: Tag,
    /// The tag is the copy with `integrity`, whose files are held to theirs.
    pinned: bool,
    policy: &'static str,
    /// What the attacker wrote into the article.
    markup: &'static str,
    /// Whether the article stands before the tag.
    first: bool,
    /// How it ends where the widget cannot run: the cause, and what the console says.
    fails: Option<(&'static str, &'static str)>,
}

const fn attack(scope: Scope, name: &'static str, tag: Tag, markup: &'static str) -> Attack {
    Attack {
        scope,
        name,
        tag,
        pinned: false,
        policy: "",
        markup,
        first: true,
        fails: None,
    }
}

const fn pinned(
    scope: Scope,
    name: &'static str,
    policy: &'static str,
    markup: &'static str,
) -> Attack {
    Attack {
        pinned: true,
        policy,
        ..attack(scope, name, Tag::Body("async"), markup)
    }
}

const fn forbidden(name: &'static str, policy: &'static str, markup: &'static str) -> Attack {
    Attack {
        fails: FORBIDDEN,
        ..pinned(Chromium, name, policy, markup)
    }
}

const fn under(
    scope: Scope,
    name: &'static str,
    policy: &'static str,
    markup: &'static str,
) -> Attack {
    Attack {
        policy,
        ..attack(scope, name, Tag::Body("async"), markup)
    }
}

const ATTACKS: [Attack; 19] = [
    attack(EveryEngine, "picture_async", Tag::Body("async"), PICTURE),
    attack(Chromium, "picture_blocking", Tag::Body(""), PICTURE),
    Attack {
        first: false,
        ..attack(
            Chromium,
            "picture_after_the_tag",
            Tag::Body("async"),
            PICTURE,
        )
    },
    attack(
        EveryEngine,
        "picture_module",
        Tag::Body("type=module"),
        PICTURE,
    ),
    under(Chromium, "picture_under_a_nonce", NONCE, PICTURE),
    under(Chromium, "picture_under_strict_dynamic", DYNAMIC, PICTURE),
    under(Chromium, "picture_under_trusted_types", TYPES, PICTURE),
    pinned(EveryEngine, "pinned_picture", "", PICTURE),
    pinned(EveryEngine, "pinned_form_for_the_head", "", HEAD),
    pinned(Chromium, "pinned_form_under_strict_dynamic", DYNAMIC, HEAD),
    forbidden("pinned_form_under_a_policy", TYPES, HEAD),
    forbidden("pinned_without_our_policy", OTHER_TYPES, PICTURE),
    forbidden("pinned_form_without_our_policy", OTHER_TYPES, HEAD),
    attack(
        Chromium,
        "an_element_of_its_own",
        Tag::Body("async"),
        ELEMENT,
    ),
    pinned(Chromium, "pinned_an_element_of_its_own", "", ELEMENT),
    attack(
        EveryEngine,
        "what_an_article_is_read_by",
        Tag::Body("async"),
        READERS,
    ),
    pinned(Chromium, "pinned_what_an_article_is_read_by", "", READERS),
    Attack {
        fails: Some(("stopped", "is called createElement")),
        ..attack(
            EveryEngine,
            "what_the_widget_is_built_with",
            Tag::Body("async"),
            BUILDERS,
        )
    },
    attack(
        EveryEngine,
        "base_after_a_relative_tag",
        Tag::Head("async"),
        BASE,
    ),
];

pub fn cases() -> Vec<Case> {
    let mut cases: Vec<Case> = ATTACKS
        .iter()
        .map(|&attack| {
            case(
                format!("attacks::{}", attack.name),
                async move |page: Page| nothing_of_theirs_runs(&page, attack).await,
            )
            .scope(attack.scope)
        })
        .collect();
    cases.push(case("attacks::embed_js_of_others", embed_js_of_others).in_every_engine());
    cases.push(case("attacks::no_address", no_address));
    for (scope, name, policy, changed) in GUIDES {
        cases.push(
            case(
                format!("attacks::pinned_guide_{name}"),
                async move |page: Page| pinned_guide(&page, policy, changed).await,
            )
            .scope(scope),
        );
    }
    cases
}

/// A host that has a script under each of our names, and notes in the page that it ran.
async fn evil(page: &Page) -> Outcome<Site> {
    let evil = page.site.other().await?;
    for entry in std::fs::read_dir(page.site.built())?.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.ends_with(".js") {
            let script =
                "globalThis.evil = (globalThis.evil ?? 0) + 1; export default async () => {}";
            evil.put(&format!("/{name}"), "text/javascript", script);
        }
    }
    evil.put("/guide.html", "text/html", place::ARTICLE);
    Ok(evil)
}

async fn nothing_of_theirs_runs(page: &Page, attack: Attack) -> Outcome {
    let evil = evil(page).await?;
    let script = if attack.pinned {
        page.site.file("embed-", ".js")?
    } else {
        "embed.js".to_owned()
    };
    let mut integrity = String::new();
    if attack.pinned {
        page.client.goto(&page.site.blank()).await?;
        integrity = format!("integrity={}", place::integrity(page, &script).await?);
    }
    if !attack.policy.is_empty() {
        page.site.header(CONTENT_SECURITY_POLICY, attack.policy);
    }
    let markup = attack.markup.replace("EVIL", &evil.origin());
    let article = place::ARTICLE.replace("<p>Two", &format!("{markup}<p>Two"));
    let (head, tag) = match attack.tag {
        Tag::Body(how) => (
            String::new(),
            format!(
                "<div id=a><script nonce=abc src=/{script} {integrity} {how} data-article=#lamp></script></div>"
            ),
        ),
        Tag::Head(how) => {
            // The article is there before the script comes.
            page.site.fault(&script, Fault::Held);
            (
                format!("<script nonce=abc src={script} {integrity} {how}></script>"),
                format!(
                    "<div id=a><unstuck-guide article=#lamp></unstuck-guide></div><script nonce=abc>{LET_GO}</script>"
                ),
            )
        }
    };
    let body = if attack.first {
        format!("{article}{tag}")
    } else {
        format!("{tag}{article}")
    };
    page.site.put("/recorder.js", "text/javascript", RECORDER);
    page.site.put(
        "/host.html",
        "text/html; charset=utf-8",
        format!("<!doctype html><html lang=en><head><meta charset=utf-8><title>Host</title><script nonce=abc src=/recorder.js></script>{head}</head><body>{body}</body></html>"),
    );
    visit(page).await?;
    page.wait(
        "the widget, or a word on why not",
        "return host?.dataset.state === 'ready' && Boolean(root()) || host?.dataset.state === 'failed' && __seen.events.length > 0 || globalThis.evil > 0",
    )
    .await?;
    harmless(page, &evil).await?;
    if let Some((cause, words)) = attack.fails {
        let outcome = page
            .js(
                "return [__seen.events.map((e) => e.detail.cause), __seen.logged.some((line) => line.includes(arguments[0]))]",
                json!([words]),
            )
            .await?;
        same!(
            outcome,
            json!([[cause], true]),
            "what the page and its author are told"
        );
    } else {
        page.act("solved").await?;
    }
    let elements = page
        .js(
            "return [...document.querySelectorAll('unstuck-guide')].map((e) => [e.parentNode.id, e.getAttribute('article'), e.getAttribute('src')])",
            json!([]),
        )
        .await?;
    same!(elements, json!([["a", "#lamp", null]]), "the elements");
    Ok(())
}

/// A guide of the release under the sealed copy: the page's policy, and what the server has in its place.
const GUIDES: [(Scope, &str, &str, Option<&str>); 3] = [
    (EveryEngine, "as_it_was_built", "", None),
    (
        Chromium,
        "under_trusted_types",
        "script-src 'nonce-abc' 'strict-dynamic' 'wasm-unsafe-eval'; require-trusted-types-for 'script'; trusted-types unstuck",
        None,
    ),
    (EveryEngine, "changed", "", Some("Strike a match.")),
];

/// The sealed copy holds the guides of the release to their values too. A changed one is not shown, by the fallback neither.
async fn pinned_guide(page: &Page, policy: &str, changed: Option<&str>) -> Outcome {
    let script = page.site.file("embed-", ".js")?;
    page.client.goto(&page.site.blank()).await?;
    let integrity = place::integrity(page, &script).await?;
    if !policy.is_empty() {
        page.site.header(CONTENT_SECURITY_POLICY, policy);
    }
    if let Some(words) = changed {
        let name = page.site.file("unstuck-guide-router.en-", ".html")?;
        let text = String::from_utf8(page.site.bytes(&name)?)?
            .replace("<ol>", &format!("<ol><li>{words}</li>"));
        page.site.put(&format!("/{name}"), "text/html", text);
    }
    page.site.put("/recorder.js", "text/javascript", RECORDER);
    page.site.put(
        "/host.html",
        "text/html; charset=utf-8",
        format!(
            "<!doctype html><html lang=en><head><meta charset=utf-8><title>Host</title><script nonce=abc src=/recorder.js></script></head>\
             <body><unstuck-guide guide=router><p>Our own words.</p></unstuck-guide>\
             <script nonce=abc src=/{script} integrity={integrity} async></script></body></html>"
        ),
    );
    visit(page).await?;
    if changed.is_none() {
        page.ready().await?;
        page.press("read", json!({})).await?;
        page.wait(
            "its text",
            "return shadow.querySelector('.all').innerText.includes('router')",
        )
        .await?;
        return page.no_errors().await;
    }
    page.wait(
        "the end",
        "return host.dataset.state === 'failed' && __seen.events.length > 0",
    )
    .await?;
    let found = page
        .js(
            "return [__seen.events.map((e) => e.detail.cause), shadow.textContent.includes('Strike'), shown(host.querySelector('p'))]",
            json!([]),
        )
        .await?;
    same!(
        found,
        json!([["part-damaged"], false, true]),
        "the cause, the changed words, the element's own"
    );
    Ok(())
}

/// Nothing of theirs ran, and but for the picture nothing was asked of them.
async fn harmless(page: &Page, evil: &Site) -> Outcome {
    let ran = page.js("return globalThis.evil ?? 0", json!([])).await?;
    same!(ran, json!(0), "scripts of theirs that ran");
    let asked: Vec<String> = evil
        .log()
        .into_iter()
        .filter(|path| !["/x.png", "/favicon.ico"].contains(&path.as_str()))
        .collect();
    same!(asked, Vec::<String>::new(), "what was asked of them");
    Ok(())
}

/// A vendor's module happens to be called embed.js, and stands before our tag: ours is ours, and its attributes are its own.
async fn embed_js_of_others(page: Page) -> Outcome {
    let vendor = page.site.other().await?;
    vendor.put(
        "/w/embed.js",
        "text/javascript",
        "globalThis.vendor = 1; export {}",
    );
    let tags = format!(
        "<div id=b><script type=module src=\"{}/w/embed.js\" data-src=chat.html data-theme=dark></script></div>\
         <div id=a><script type=module src=embed.js data-article=#lamp></script></div>",
        vendor.origin()
    );
    place::put(&page, "", &tags, "embed.js");
    visit(&page).await?;
    page.ready().await?;
    let found = page
        .js(
            "return [globalThis.vendor ?? 0, [...document.querySelectorAll('unstuck-guide')].map((e) => [e.parentNode.id, e.getAttribute('src'), e.getAttribute('theme')])]",
            json!([]),
        )
        .await?;
    same!(
        found,
        json!([1, [["a", null, null]]]),
        "the vendor's script, the elements"
    );
    let asked: Vec<String> = vendor
        .log()
        .into_iter()
        .filter(|path| path != "/w/embed.js" && path != "/favicon.ico")
        .collect();
    same!(
        asked,
        Vec::<String>::new(),
        "what was asked of the vendor's host"
    );
    page.act("solved").await?;
    page.no_errors().await
}

/// In the text of a page that has no address itself, the script cannot tell where its files are: it says so, and throws nothing.
async fn no_address(page: Page) -> Outcome {
    let script = String::from_utf8(page.site.bytes("embed.js")?)?;
    check!(!script.contains("</script"), "the script ends itself");
    let inner = format!(
        "<!doctype html><title>x</title><script>{RECORDER}</script><script>{script}</script><unstuck-guide></unstuck-guide>"
    );
    let inner = inner.replace('&', "&amp;").replace('"', "&quot;");
    page.site.put_page(
        "/host.html",
        &format!("<!doctype html><html lang=en><head><title>Host</title></head><body><iframe srcdoc=\"{inner}\"></iframe></body></html>"),
    );
    visit(&page).await?;
    page.wait(
        "a word on it",
        "return frames[0]?.__seen?.logged.some((line) => line.startsWith('unstuck:')) === true",
    )
    .await?;
    let errors = page.js("return frames[0].__seen.errors", json!([])).await?;
    same!(errors, json!([]), "errors");
    Ok(())
}
