//! Screens read aloud: by a voice that writes down what it says, since a machine for tests has none, and a lock that counts.

use serde_json::json;

use super::layout::{large_enough, no_overflow};
use crate::harness::{Case, Outcome, Page, case};
use crate::{check, same};

/// `__voice.languages` is what it speaks, `__voice.log` what it said and was told, `__locks` what became of the display.
const VOICE: &str = "
  window.__voice = Object.assign(new EventTarget(), {
    languages: ['en_US'], log: [],
    getVoices() { return this.languages.map((lang) => ({ lang, name: lang })); },
    speak(one) { this.log.push(one.lang + ': ' + one.text); },
    cancel() { this.log.push('silence'); },
  });
  Object.defineProperty(window, 'speechSynthesis', { value: __voice });
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  window.__locks = [];
  const held = () => { __locks.push('on'); return { release: async () => { __locks.push('off'); } }; };
  Object.defineProperty(navigator, 'wakeLock', { value: { request: async () => held() } });";

pub fn cases() -> Vec<Case> {
    vec![
        case("aloud::on_and_off", on_and_off).in_every_engine(),
        case("aloud::silent_over_the_article", over_the_article),
        case("aloud::not_offered_without_a_voice", without_a_voice),
        case("aloud::kept_awake_until_the_end", kept_awake),
        case("aloud::read_from_a_metre", from_a_metre).in_every_engine(),
    ]
}

async fn on_and_off(page: Page) -> Outcome {
    page.site.script(VOICE);
    page.open().await?;
    page.act("yes").await?;
    same!(
        page.js("return __voice.log", json!([])).await?,
        json!([]),
        "said before anyone asked for it"
    );
    page.press("aloud", json!({})).await?;
    let title = "root().querySelector('#heading').textContent";
    page.wait(
        "the question to be said",
        &format!("return __voice.log[0] === 'en: ' + {title}"),
    )
    .await?;
    same!(
        page.js(
            "return controls('aloud')[0].ariaPressed ?? controls('aloud')[0].getAttribute('aria-pressed')",
            json!([])
        )
        .await?,
        json!("true"),
        "the control says that it is on"
    );
    // What is said is not announced as well.
    let heard = page
        .js("return [...root().querySelectorAll('[role=status], [aria-live]')].map((e) => plain(e.textContent)).join('')", json!([]))
        .await?;
    same!(heard, json!(""), "announced besides");
    page.act_all(&["yes", "no"]).await?;
    page.wait(
        "the first step to be said, after silence",
        "const step = plain(root().querySelector('[part~=step] .step-words').textContent);
         const log = __voice.log, last = log.lastIndexOf('silence');
         return last > 0 && log.slice(last).some((said) => plain(said) === 'en: ' + step)",
    )
    .await?;
    page.press("aloud", json!({})).await?;
    page.wait("silence", "return __voice.log.at(-1) === 'silence'")
        .await?;
    let said = page.js("return __voice.log.length", json!([])).await?;
    page.act("not-solved").await?;
    same!(
        page.js("return __voice.log.length", json!([])).await?,
        said,
        "said after it was turned off"
    );
    page.no_errors().await
}

async fn over_the_article(page: Page) -> Outcome {
    page.site.script(VOICE);
    page.open().await?;
    page.act("yes").await?;
    page.press("aloud", json!({})).await?;
    page.wait("a voice", "return __voice.log.length > 0")
        .await?;
    page.press("read", json!({})).await?;
    page.wait(
        "silence, and the display to go off by itself",
        "return __voice.log.at(-1) === 'silence' && __locks.join() === 'on,off'",
    )
    .await?;
    page.press("steps", json!({})).await?;
    same!(
        page.js(
            "return [__voice.log.at(-1), controls('aloud')[0].getAttribute('aria-pressed')]",
            json!([])
        )
        .await?,
        json!(["silence", "false"]),
        "the steps are back"
    );
    Ok(())
}

async fn without_a_voice(page: Page) -> Outcome {
    page.site.script(VOICE);
    page.site.script("__voice.languages = ['de-DE']");
    page.open().await?;
    check!(!page.has("aloud").await?, "offered without a voice for it");
    page.js(
        "__voice.languages.push('en-GB'); __voice.dispatchEvent(new Event('voiceschanged'))",
        json!([]),
    )
    .await?;
    page.wait("the control", "return controls('aloud').length === 1")
        .await
}

async fn kept_awake(page: Page) -> Outcome {
    page.site.script(VOICE);
    page.open().await?;
    page.act_all(&["yes", "no", "confirm"]).await?;
    page.press("aloud", json!({})).await?;
    page.wait(
        "the display to be kept on",
        "return __locks.join() === 'on'",
    )
    .await?;
    // A browser gives the lock back when the page is out of sight.
    page.js(
        "document.dispatchEvent(new Event('visibilitychange'))",
        json!([]),
    )
    .await?;
    page.wait(
        "it to be kept on again",
        "return __locks.join() === 'on,on,off'",
    )
    .await?;
    page.act("solved").await?;
    page.wait(
        "the display to go off by itself",
        "return __locks.join() === 'on,on,off,off'",
    )
    .await?;
    // The control that would end it is not there.
    let said = page.js("return __voice.log.at(-1)", json!([])).await?;
    let last = page
        .js(
            "return root().querySelector('#heading').textContent",
            json!([]),
        )
        .await?;
    check!(
        !said.to_string().contains(last.as_str().unwrap_or_default()),
        "still read aloud: {said}"
    );
    check!(!page.has("aloud").await?, "offered on the last screen");
    page.no_errors().await
}

async fn from_a_metre(page: Page) -> Outcome {
    page.site.script(VOICE);
    for (width, height) in [(320, 700), (390, 844), (1280, 800)] {
        page.open_at(width, height).await?;
        page.act_all(&["yes", "no", "confirm"]).await?;
        page.press("aloud", json!({})).await?;
        page.wait(
            "large type",
            "return parseFloat(getComputedStyle(root().querySelector('.step-words')).fontSize) >= 30",
        )
        .await?;
        let at = format!("in large type at {width} px");
        no_overflow(&page, &at).await?;
        large_enough(&page, &at).await?;
        page.forget().await?;
    }
    Ok(())
}
