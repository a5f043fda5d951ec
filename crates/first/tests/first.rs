//! The first screen as a page holds it: what is in it, and that no words of a guide get out of it.

#![allow(clippy::unwrap_used)]

use scraper::{Html, Selector};
use unstuck_adopt::html;
use unstuck_first::{SCRIPT, STYLE, beside, shadow, sheet, tag};

const LAMP: &str = "<article data-unstuck-guide=lamp lang=en><h1>The lamp stays dark</h1>\
    <p data-unstuck-id=wall data-unstuck-ask='Is it on the wall?'>Look up.</p>\
    <section data-unstuck-id=bulb><h2>Change the bulb</h2><p>It burns out.</p><ol><li data-unstuck-id=off>Unscrew it.</li></ol></section></article>";

/// What a selector finds within the shadow root.
fn found(markup: &str, selector: &str) -> Vec<String> {
    let inside = markup
        .split_once('>')
        .unwrap()
        .1
        .strip_suffix("</template>")
        .unwrap();
    let page = Html::parse_fragment(inside);
    let selector = Selector::parse(selector).unwrap();
    page.select(&selector)
        .map(|each| each.text().collect::<String>())
        .collect()
}

#[test]
fn a_first_question_has_its_answers_and_its_switch() {
    let markup = shadow(&html::parse(LAMP).unwrap(), &sheet(STYLE)).unwrap();
    assert!(
        markup.starts_with(
            "<template shadowrootmode=\"open\"><link rel=\"stylesheet\" href=\"first-"
        )
    );
    let all = "div[data-first=lamp][hidden]";
    for (selector, words) in [
        (
            ".view[role=group] [data-action=steps][aria-pressed=true]",
            "Step by step",
        ),
        (
            ".view [data-action=read][aria-pressed=false]",
            "Full article",
        ),
        (
            ".place [data-screen=question][data-id=wall] #heading",
            "Is it on the wall?",
        ),
        (".place [data-action=yes][part~=answer]", "Yes"),
        (".place .kept", "Your answers stay"),
    ] {
        let found = found(&markup, &format!("{all} {selector}"));
        assert!(
            found.len() == 1 && found[0].contains(words),
            "{selector}: {found:?}"
        );
    }
    // Nobody has come here by an answer.
    assert!(!markup.contains("data-action=\"back\""), "{markup}");
}

#[test]
fn a_guide_can_begin_with_a_fix_and_have_no_name() {
    let article = LAMP.replace(" data-unstuck-guide=lamp", "").replace(
        " data-unstuck-id=wall data-unstuck-ask='Is it on the wall?'",
        "",
    );
    let markup = shadow(&html::parse(&article).unwrap(), &sheet(STYLE)).unwrap();
    assert_eq!(
        found(
            &markup,
            "[data-first=''] [data-screen=fix] input[data-action=tick][data-id=off]"
        )
        .len(),
        1
    );
}

/// Whatever an author writes stands in the text.
#[test]
fn words_stay_words() {
    let evil = "&lt;/template>&lt;script>alert(1)&lt;/script>\"'";
    let article = LAMP
        .replace("Look up.", evil)
        .replace("Is it on the wall?", "&lt;/template>&lt;b>?")
        .replace("lamp lang", "\"la.mp\" lang");
    let markup = shadow(&html::parse(&article).unwrap(), &sheet("a\"b.css")).unwrap();
    assert_eq!(markup.matches("<template").count(), 1);
    assert_eq!(markup.matches("</template").count(), 1);
    assert!(
        !markup.contains("<script") && !markup.contains("<b>"),
        "{markup}"
    );
    assert!(markup.contains("href=\"a&quot;b.css\""));
    let tag = tag("x\"><script>", "s");
    assert_eq!(tag.matches("<script").count(), 1, "{tag}");
}

#[test]
fn its_files_are_of_this_version() {
    for name in [STYLE, SCRIPT] {
        assert!(name.contains(env!("CARGO_PKG_VERSION")), "{name}");
    }
}

#[test]
fn its_files_lie_beside_the_shell() {
    for (shell, folder, name) in [
        ("embed.js", "", "embed.js"),
        (
            "https://cdn.example/u/embed.js",
            "https://cdn.example/u/",
            "embed.js",
        ),
        ("/u/embed.js?v=1/2#x/y", "/u/", "embed.js?v=1/2#x/y"),
    ] {
        let (link, tag) = beside(shell);
        assert_eq!(link, sheet(&format!("{folder}{STYLE}")));
        assert!(
            tag.contains(&format!("src=\"{folder}{SCRIPT}\" data-shell=\"{name}\"")),
            "{tag}"
        );
    }
}
