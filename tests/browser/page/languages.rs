//! Other languages: every screen in one that is 40 % longer than English and in one from right to left, and readers who switch in
//! the middle.

use serde_json::{Map, Value, json};
use unstuck_locales::{LONG, pseudo};

use super::layout::{large_enough, no_overflow};
use crate::harness::server::Fault;
use crate::harness::walker::{WAYS, Way};
use crate::harness::{Case, Outcome, Page, case};
use crate::{check, same};

pub fn cases() -> Vec<Case> {
    let mut cases = vec![
        case("languages::menu", menu).in_every_engine(),
        case("languages::choice", choice).in_every_engine(),
        case("languages::another_file", another_file),
        case("languages::without_its_file", without_its_file),
    ];
    for way in &WAYS {
        for (kind, lang) in [("long", "de"), ("right_to_left", "ar")] {
            cases.push(case(
                format!("languages::{kind}_{}", way.name),
                async move |page: Page| fits(page, way, lang).await,
            ));
        }
    }
    cases
}

/// Opens the page of the iPhone guide in a language.
pub async fn open(page: &Page, lang: &str) -> Outcome {
    let file = match lang {
        "en" => String::new(),
        other => format!("iphone-backup.{other}.html"),
    };
    let address = format!("{}{file}", page.site.page());
    page.client.goto(&address).await?;
    page.ready().await
}

/// The German file with English words, 40 % longer.
fn put_long_words(page: &Page) -> Outcome {
    let section = |name: &str| {
        let texts = unstuck_locales::all()[0].section(name).as_object();
        let texts = texts.into_iter().flatten();
        let long = texts.map(|(key, text)| {
            let text = text.as_str().unwrap_or_default();
            (key.clone(), pseudo(LONG, text).into())
        });
        Value::Object(long.collect::<Map<String, Value>>())
    };
    let file = page.site.file("unstuck-locale-de-", ".json")?;
    let words = json!({ "shell": section("shell"), "fallback": section("fallback"), "widget": section("widget") });
    page.site
        .put(&format!("/{file}"), "application/json", words.to_string());
    Ok(())
}

/// At 320 px, and with text of double size.
async fn fits(page: Page, way: &'static Way, lang: &str) -> Outcome {
    if lang == "de" {
        put_long_words(&page)?;
    }
    page.window(320, 700).await?;
    open(&page, lang).await?;
    way.go(&page).await?;
    let shown = "return root().textContent";
    let words = page.js(shown, json!([])).await?;
    let words = words.as_str().unwrap_or_default();
    check!(
        lang != "de" || words.contains('⟦'),
        "the words are not the long ones: {words}"
    );
    no_overflow(&page, "at 320 px").await?;
    large_enough(&page, "at 320 px").await?;
    page.window(390, 844).await?;
    page.js(
        "document.documentElement.style.fontSize = '200%'",
        json!([]),
    )
    .await?;
    no_overflow(&page, "at double text size").await
}

/// The screen, whether anything on it is called changed, and the language of the words.
async fn place(page: &Page) -> Outcome<Value> {
    page.js(
        "return [root().dataset.screen, root().dataset.id, [...shadow.querySelectorAll('.changed')].filter(shown).length,
           root().lang, [...shadow.querySelectorAll('[data-action=tick]')].filter((e) => e.checked).length]",
        json!([]),
    )
    .await
}

/// From one page to the same guide in another language, in the middle of a fix: the same place, and nothing is asked again.
async fn menu(page: Page) -> Outcome {
    page.open().await?;
    page.act_all(&["yes", "no", "confirm"]).await?;
    page.js(
        "shadow.querySelector('[data-action=tick]').click()",
        json!([]),
    )
    .await?;
    same!(
        place(&page).await?,
        json!(["fix", "storage", 0, "en", 1]),
        "in English"
    );
    for (lang, back) in [("de", "index.html"), ("ar", "iphone-backup.de.html")] {
        let link = "document.querySelector('header.site .menu a[hreflang=\"' + arguments[0] + '\"]').click()";
        page.js(link, json!([lang])).await?;
        let there = format!("return location.pathname.endsWith('iphone-backup.{lang}.html')");
        page.wait("the other page", &there).await?;
        page.ready().await?;
        same!(
            place(&page).await?,
            json!(["fix", "storage", 0, lang, 1]),
            "from {back}"
        );
    }
    page.no_errors().await
}

/// The router guide in English on somebody's page, after one answer: the place where the reader is.
async fn answered(page: &Page, guide: &str) -> Outcome<Value> {
    page.site.put_page(
        "/host.html",
        &format!(
            "<!DOCTYPE html><html lang=en><head><title>Host</title></head><body><script src=embed.js async></script>\
             <unstuck-guide {guide} loading=eager></unstuck-guide></body></html>"
        ),
    );
    page.client
        .goto(&format!("{}host.html", page.site.page()))
        .await?;
    page.ready().await?;
    page.act("no").await?;
    place(page).await
}

/// A guide of the release: the reader chooses another language under the widget.
async fn choice(page: Page) -> Outcome {
    let before = answered(&page, "guide=router").await?;
    let offered = "return [...shadow.querySelectorAll('[data-action=language] option')].map((option) => option.text)";
    page.wait(
        "the choice",
        "return Boolean(shadow.querySelector('[data-action=language]'))",
    )
    .await?;
    same!(
        page.js(offered, json!([])).await?,
        json!(["English", "العربية", "Deutsch", "Español"]),
        "the languages"
    );
    page.js(
        "const select = shadow.querySelector('[data-action=language]'); select.focus(); select.value = 'de';
         select.dispatchEvent(new Event('change'))",
        json!([]),
    )
    .await?;
    page.wait(
        "German",
        "return root()?.lang === 'de' && host.dataset.state === 'ready' && shadow.activeElement?.value === 'de'",
    )
    .await?;
    let after = place(&page).await?;
    same!(after[0], before[0], "the screen");
    same!(after[1], before[1], "its id");
    same!(after[2], json!(0), "what has changed");
    // And the next time.
    page.client.refresh().await?;
    page.ready().await?;
    same!(
        place(&page).await?[3],
        json!("de"),
        "the language after a reload"
    );
    page.no_errors().await
}

/// A guide that comes as a file: the page names it in another language, and the reader stays where they are.
async fn another_file(page: Page) -> Outcome {
    let before = answered(&page, "src=guides/router.en.html").await?;
    let name = "host.setAttribute('src', 'guides/router.de.html')";
    page.js(name, json!([])).await?;
    page.wait("German", "return root()?.lang === 'de'").await?;
    let after = place(&page).await?;
    same!(
        after,
        json!([before[0], before[1], 0, "de", before[4]]),
        "the place"
    );
    page.no_errors().await
}

/// Without the file of its language the widget speaks English, and the guide stays what it is.
async fn without_its_file(page: Page) -> Outcome {
    let file = page.site.file("unstuck-locale-de-", ".json")?;
    page.site.fault(&file, Fault::Status(404));
    open(&page, "de").await?;
    let words =
        "return [root().lang, shadow.querySelector('[data-action=yes]').textContent.trim()]";
    page.act("yes").await?;
    same!(
        page.js(words, json!([])).await?,
        json!(["de", "Yes"]),
        "the words"
    );
    Ok(())
}
