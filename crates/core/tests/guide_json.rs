//! A guide as one module hands it to another: nothing is lost on the way, and its addresses can be resolved.
#![allow(clippy::unwrap_used, reason = "a case that cannot go on has failed")]

use std::fs;
use std::path::PathBuf;

use proptest::prelude::*;
use unstuck_adopt::html;
use unstuck_core::guide::{Guide, GuideJsonError, Passage, Rich};

/// An article with all that a guide can hold.
const FULL: &str = r##"<article data-unstuck-guide="full" data-unstuck-verdict="Better?" data-unstuck-solved="Yes">
    <h1>All of it</h1><p>What "it" is for: C:\temp, a	tab and &#1; ›</p>
    <p data-unstuck-ask="Old?" data-unstuck-id="old">See <a href="help.html">help</a>.</p>
    <p data-unstuck-ask="Mac" data-unstuck-id="mac" data-unstuck-one-of="Which one?">Look.</p>
    <p data-unstuck-ask="PC" data-unstuck-id="pc" data-unstuck-one-of="Which one?">Look.</p>
    <p data-unstuck-note data-unstuck-only-if="old">An old one. <a href="old.html">Old</a></p>
    <h2 data-unstuck-id="wipe" data-unstuck-ask="Wiped?" data-unstuck-pass-on="no" data-unstuck-pass-as="cannot"
        data-unstuck-only-if="old=no !mac" data-unstuck-verdict="Gone?">Wipe it</h2>
    <p data-unstuck-hint>Look <a href="/here">here</a>.</p>
    <div data-unstuck-risk="reversible"><p>All goes. <a href="risk.html">What</a></p>
        <ul data-unstuck-lost><li>Photos <a href="photos.html">of yours</a></li></ul>
        <p data-unstuck-first><a href="backup.html">Backup</a></p></div>
    <p>Since <b>Settings › General</b>, <i>really</i>, <kbd>Ctrl</kbd>, <code>a "quoted" \n</code>.</p>
    <ol><li data-unstuck-only-if="pc">One <a href="step.html"><img src="one.png" alt="1" width="20" height="30"></a>
        <pre>code
        lines</pre></li><li>Two<br>lines</li></ol>
    <table><tr><th>A</th><th>B</th></tr><tr><td><a href="cell.html">1</a></td><td>2</td></tr></table>
    <div data-unstuck-tip="warning"><p>Hot. <a href="tip.html">Why</a></p></div>
    <p data-unstuck-wait>An hour, <a href="wait.html">at most</a>.</p><p data-unstuck-away>Come back <a href="away.html">here</a>.</p>
    <p data-unstuck-after><a href="after.html">Later</a></p>
    <h2 data-unstuck-support>Ask</h2><p><a href="mailto:a@example.org">us</a></p></article>"##;

fn guides() -> Vec<Guide> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../guides");
    let files = fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path());
    let mut guides: Vec<Guide> = files
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "html")
        })
        .map(|path| html::parse(&fs::read_to_string(path).unwrap()).unwrap())
        .collect();
    assert!(guides.len() > 3, "the guides are there");
    guides.push(html::parse(FULL).unwrap());
    guides
}

#[test]
fn a_guide_round_trips_through_json() {
    for guide in guides() {
        let text = guide.to_json();
        assert_eq!(Guide::from_json(&text), Ok(guide.clone()), "{}", guide.id);
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        let other: Guide = serde_json::from_value(value).unwrap();
        assert_eq!(other, guide, "as any JSON library reads it");
    }
}

#[test]
fn an_invalid_guide_is_refused() {
    let text = html::parse(FULL).unwrap().to_json();
    assert_eq!(
        Guide::from_json(&format!("{text} \n")).map(|guide| guide.id),
        Ok("full".into())
    );
    for bad in [
        String::new(),
        "null".into(),
        "{}".into(),
        text.repeat(2),
        text.replacen("\"id\"", "\"di\"", 1),
        text.replacen("\"fixes\":[", "\"fixes\":{", 1),
        text[..text.len() - 1].into(),
    ] {
        assert_eq!(Guide::from_json(&bad), Err(GuideJsonError), "{bad}");
    }
}

#[test]
fn every_address_can_be_resolved() {
    let mut guide = html::parse(FULL).unwrap();
    let mut found = Vec::new();
    guide.map_urls(|url| {
        found.push(url.to_owned());
        let relative = !url.contains(':');
        relative.then(|| format!("https://example.org/{}", url.trim_start_matches('/')))
    });
    found.sort();
    let all = [
        "/here",
        "after.html",
        "away.html",
        "backup.html",
        "cell.html",
        "help.html",
        "mailto:a@example.org",
        "old.html",
        "one.png",
        "photos.html",
        "risk.html",
        "step.html",
        "tip.html",
        "wait.html",
    ];
    assert_eq!(found, all);
    let mut again = Vec::new();
    guide.map_urls(|url| {
        again.push(url.to_owned());
        None
    });
    assert!(
        again
            .iter()
            .all(|url| url.starts_with("https://example.org/") || url.starts_with("mailto:")),
        "{again:?}"
    );
    // Whatever is given, no address gets in that an article could not have.
    let before = guide.clone();
    guide.map_urls(|_| Some("javascript:alert(1)".into()));
    assert_eq!(guide, before);
}

proptest! {
    #[test]
    fn any_text_round_trips(text in any::<String>()) {
        let mut guide = html::parse(FULL).unwrap();
        guide.title.clone_from(&text);
        guide.intro.push(Passage::Code(text.clone()));
        guide.wait.push(Passage::Tip { warning: false, passages: vec![Passage::Words(Rich::text(&text))] });
        prop_assert_eq!(Guide::from_json(&guide.to_json()), Ok(guide));
    }

    #[test]
    fn no_text_makes_reading_panic(at in any::<prop::sample::Index>(), other in any::<char>()) {
        let mut text: Vec<char> = html::parse(FULL).unwrap().to_json().chars().collect();
        let at = at.index(text.len());
        text[at] = other;
        let text: String = text.into_iter().collect();
        let _ = Guide::from_json(&text);
    }
}
