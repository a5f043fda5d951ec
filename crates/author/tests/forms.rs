//! The forms of a guide: there and back, each mistake with its place, the limits, the map.
//!
//! Belongs here: what `unstuck_author` promises. Does not: the command around it (`cli.rs`), or the reading of articles
//! (`read.rs`).

// A test that panics has failed, which is what a surprise should do here.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use proptest::prelude::*;
use unstuck_author::{
    Form, Loaded, Severity, answers, compare, diagnose, html, json, left_out, limits, map, markdown,
};
use unstuck_core::guide::{Fix, Guide, Image, Inline, Passage, Rich, Step};
use unstuck_core::progress::{Answer, Progress};
use unstuck_core::walk::{Action, Screen, Walk, apply};

#[path = "common/in_vain.rs"]
mod common;

const REAL: &str = include_str!("../../../guides/iphone-backup.en.html");
const STARTER: &str = include_str!("../../cli/src/starter.md");

fn real() -> Guide {
    unstuck_adopt::html::parse(REAL).unwrap()
}

fn guide_of(form: Form, text: &str) -> Guide {
    let loaded = diagnose(form, text);
    loaded
        .guide
        .unwrap_or_else(|| panic!("{:?} in {text}", loaded.problems))
}

/// Without the revision, which is the article's and not the guide's: it counts attributes and wrappers that say nothing.
fn said(mut guide: Guide) -> Guide {
    guide.rev = 0;
    guide
}

fn told(loaded: &Loaded) -> Vec<(usize, &'static str, String)> {
    let problems = loaded.problems.iter();
    problems
        .map(|problem| (problem.place.line, problem.rule, problem.message.clone()))
        .collect()
}

#[test]
fn the_real_guide_goes_through_every_form_and_comes_back() {
    let real = real();
    let (as_html, as_json, as_markdown) = (
        html::write(&real),
        json::write(&real),
        markdown::write(&real),
    );
    let forms = [
        (Form::Html, &as_html),
        (Form::Json, &as_json),
        (Form::Markdown, &as_markdown),
    ];
    for (form, text) in forms {
        let back = diagnose(form, text);
        assert_eq!(told(&back), [], "{form:?}");
        let back = back.guide.unwrap();
        assert_eq!(said(back.clone()), said(real.clone()), "{form:?}");
        // And written again, it is the same text.
        assert_eq!(json::write(&back), as_json, "{form:?}");
        assert_eq!(markdown::write(&back), as_markdown, "{form:?}");
        assert_eq!(html::write(&back), as_html, "{form:?}");
    }
    // JSON goes by the tree that HTML is written from: one revision for both.
    assert_eq!(
        guide_of(Form::Json, &as_json).rev,
        guide_of(Form::Html, &as_html).rev
    );
    let page = html::page(&real, "embed.js");
    assert_eq!(said(guide_of(Form::Html, &page)), said(real));
    assert!(page.contains("<unstuck-guide article=\"#iphone-backup\">"));
    assert!(page.contains("<article id=\"iphone-backup\""));
}

#[test]
fn the_published_schema_is_up_to_date() {
    assert_eq!(
        json::schema(),
        include_str!("../../../docs/guide.schema.json"),
        "write it anew: cargo run -p unstuck-cli -- schema -o docs/guide.schema.json"
    );
}

#[test]
fn the_real_guide_and_the_starter_have_no_problem() {
    assert_eq!(told(&diagnose(Form::Html, REAL)), []);
    assert_eq!(told(&diagnose(Form::Markdown, STARTER)), []);
}

const HEAD: &str = "# Stuck {#g}\n\nGet it going.\n";
const TAIL: &str = "\n## Ask {support}\n\nUs.\n";

/// A Markdown guide of this, which begins on line 5 and ends with a support section.
fn of_markdown(inside: &str) -> Loaded {
    diagnose(Form::Markdown, &format!("{HEAD}\n{inside}\n{TAIL}"))
}

#[test]
fn each_mistake_is_told_at_its_line() {
    let fix = "## A {#a}\n\n1. Do. {#s}";
    for (inside, line, rule, words) in [
        // Markdown: line 5 is the first of it.
        (
            "## A {#a}\n\nWhy.\n\n## B {#b}\n\n1. Do.",
            5,
            "no-step",
            "fix \"a\" has no step",
        ),
        (
            "## A {#a}\n\n1. Do.\n\n## B {#a}\n\n1. Do.",
            9,
            "duplicate-id",
            "fix \"a\"",
        ),
        (
            "## A {#a}\n\n1. Do. {#s}\n2. Be. {#s}",
            8,
            "duplicate-id",
            "step \"s\"",
        ),
        (
            "## A {#a}\n\n1. Do.\n\n## A {#b}\n\n1. Do.",
            9,
            "same-title",
            "\"A\"",
        ),
        (
            "{#q ask=\"Q?\"}\nX.\n\n{#r ask=\"q?\"}\nY.\n\n## A {#a}\n\n1. Do.",
            8,
            "same-question",
            "asked twice",
        ),
        (
            "## A {#a ask=\"So?\"}\n\n1. Do.\n\n## B {#b ask=\"So?\"}\n\n1. Do.",
            9,
            "same-question",
            "another fix",
        ),
        (
            "## A {#a only-if=q}\n\n1. Do.\n\n## B {#b}\n\n1. Do.",
            5,
            "unknown-fact",
            "\"q\"",
        ),
        (
            "## A {#a}\n\n1. Do.\n2. Be. {#s only-if=q}",
            8,
            "unknown-fact",
            "step \"s\"",
        ),
        ("## A {#a!}\n\n1. Do.", 5, "bad-id", "fix \"a!\""),
        (
            "## A {#a}\n\n> {risk=permanent}\n> Much.\n\n1. Do.",
            5,
            "risk-lost",
            "what is lost",
        ),
        (
            "## A {#a}\n\n> {risk=forever}\n> {lost}\n> - All.\n\n1. Do.",
            7,
            "bad-value",
            "\"forever\"",
        ),
        (
            "## A {#a ask=\"So?\" pass-on=maybe}\n\n1. Do.",
            5,
            "bad-value",
            "\"maybe\"",
        ),
        ("## A {#a pass-on=no}\n\n1. Do.", 5, "in-vain", "pass-on"),
        (
            "## A {#a aks=\"So?\"}\n\n1. Do.",
            5,
            "unknown-attribute",
            "`aks`",
        ),
        ("## A {#a ask=\"So?}\n\n1. Do.", 5, "braces", "never closed"),
        ("## A {#a #b}\n\n1. Do.", 5, "braces", "twice"),
        (
            "{hint}\n\n## A {#a}\n\n1. Do.",
            5,
            "braces",
            "belong to nothing",
        ),
        (
            "## A {#a}\n\n1. See [this](javascript:alert(1)).",
            7,
            "unsafe-link",
            "javascript",
        ),
        (
            "## A {#a}\n\n1. Do <video src=x>.",
            7,
            "html-in-markdown",
            "left out",
        ),
        (
            "{#q ask=\"Q?\"}\nX.\n\n## A {#a only-if=\"q !q\"}\n\n1. Do.\n\n## B {#b}\n\n1. Do.",
            8,
            "unreachable",
            "fix \"a\"",
        ),
        (
            "{#q ask=\"Q?\"}\nX.\n\n{#r ask=\"R?\" only-if=q}\nX.\n\n{#s ask=\"S?\" only-if=\"r !q\"}\nX.\n\n## A {#a}\n\n1. Do.",
            11,
            "unreachable",
            "question \"s\"",
        ),
        (
            "{#q ask=\"Q?\"}\nX.\n\n## A {#a only-if=q}\n\n1. Do.\n2. Be. {#s only-if=!q}\n\n## B {#b}\n\n1. Do.",
            11,
            "unreachable",
            "step \"s\"",
        ),
        (
            "{#q ask=\"Q?\"}\nX.\n\n{note only-if=\"q !q\"}\nN.\n\n## A {#a}\n\n1. Do.",
            8,
            "unreachable",
            "note",
        ),
        (
            "{#q ask=\"Q?\"}\nX.\n\n## A {#a only-if=q}\n\n1. Do.",
            1,
            "no-fix-offered",
            "no to every question",
        ),
        (
            "{#q ask=\"Q?\"}\nX.\n\n## A {#a only-if=q}\n\n1. Do.\n\n## B {#b only-if=!q}\n\n1. Do.",
            8,
            "nothing-follows",
            "fix \"a\"",
        ),
        (
            "{#q ask=\"Q?\"}\nX.\n\n## A {#a}\n\n1. Do. {#s only-if=q}\n\n## B {#b}\n\n1. Do.",
            8,
            "no-step-shown",
            "where \"!q\" holds",
        ),
        (
            "{#q ask=\"Q?\"}\nX.\n\n## A {#a}\n\n1. Do. {#s only-if=q=yes}\n2. Be. {#t only-if=q=no}\n\n## B {#b}\n\n1. Do.",
            8,
            "no-step-shown",
            "where \"q\" holds",
        ),
        ("Nothing to do.", 1, "no-fix", "has no fix"),
    ] {
        let loaded = of_markdown(inside);
        let told = told(&loaded);
        assert!(
            told.iter()
                .any(|(at, named, said)| *at == line && *named == rule && said.contains(words)),
            "wanted {line} {rule} {words:?} of {inside:?}, got {told:?}"
        );
        assert!(
            loaded
                .problems
                .iter()
                .all(|problem| !problem.mend.is_empty()),
            "{inside:?}"
        );
    }
    let head = told(&diagnose(
        Form::Markdown,
        &format!("# S {{#g solved=\"It works\" cannot=\"it works\"}}\n\nGo.\n\n{fix}\n{TAIL}"),
    ));
    assert!(
        head.iter()
            .any(|(line, rule, _)| (*line, *rule) == (1, "same-label")),
        "{head:?}"
    );
    let bare = told(&diagnose(Form::Markdown, &format!("{HEAD}\n{fix}\n")));
    assert_eq!(
        bare.iter()
            .map(|(line, rule, _)| (*line, *rule))
            .collect::<Vec<_>>(),
        [(1, "no-support")]
    );
    assert_eq!(told(&of_markdown(fix)), []);
}

/// Steps that between them leave no answer out, and steps that their fix's own condition saves.
#[test]
fn a_fix_that_always_has_a_step_is_not_complained_of() {
    for inside in [
        "{#q ask=\"Q?\"}\nX.\n\n## A {#a}\n\n1. Do. {#s only-if=q}\n2. Be. {#t only-if=!q}",
        "{#q ask=\"Q?\"}\nX.\n\n## A {#a only-if=q}\n\n1. Do. {#s only-if=q}\n\n## B {#b}\n\n1. Do.",
        "{#q ask=\"Q?\"}\nX.\n\n{#r ask=\"R?\" only-if=!q}\nX.\n\n## A {#a only-if=r}\n\n1. Do. {#s only-if=!q}\n\n## B {#b}\n\n1. Do.",
    ] {
        assert_eq!(told(&of_markdown(inside)), [], "{inside}");
    }
}

#[test]
fn what_a_guide_cannot_hold_is_said() {
    let html = "<article lang=en>\n<h1>T</h1><p>S.</p>\n<nav><p>Menu</p></nav>\n<div data-unstuck-id=q data-unstuck-ask='Q?'>\n<p>Look.</p></div>\n\
        <section data-unstuck-id=a><h2>A</h2><p>Why. <img src=x>\n<ol><li data-unstuck-id=s>Do <b>it</b></ol></section>\n\
        <section data-unstuck-support><h2>Ask</h2><p>Us.</p></section></article>";
    let loaded = diagnose(Form::Html, html);
    let said: Vec<_> = left_out(&loaded, html)
        .into_iter()
        .map(|problem| (problem.place.line, problem.rule, problem.message))
        .collect();
    assert_eq!(said.len(), 1, "{said:?}");
    assert_eq!((said[0].0, said[0].1), (6, "left-out"));
    assert!(said[0].2.starts_with("a picture"), "{said:?}");
    // What is written from a guide holds nothing but the guide.
    for (form, text) in [
        (Form::Html, html::write(&real())),
        (Form::Markdown, markdown::write(&real())),
        (Form::Json, json::write(&real())),
    ] {
        assert_eq!(left_out(&diagnose(form, &text), &text), [], "{form:?}");
    }
}

#[test]
fn an_article_that_is_cut_off_is_told() {
    let text = format!("{REAL}<p>x</p>");
    assert_eq!(told(&diagnose(Form::Html, &text)), []);
    let long = REAL.replace(
        "</article>",
        &format!("{}</article>", "x<br>".repeat(200_000)),
    );
    let found = told(&diagnose(Form::Html, &long));
    assert!(
        found.iter().any(|(_, rule, _)| *rule == "cut-off"),
        "{found:?}"
    );
}

#[test]
fn mistakes_in_html_and_json_are_told_at_their_line() {
    let html = "<!-- <section> --><p>x</p>\n<article\n lang=en>\n<h1>T</h1><p>S.</p>\n<section data-unstuck-id=a><h2>A</h2>\n\
        <ol><li data-unstuck-id=s>Do</li>\n<li data-unstuck-id=s>Be</li></ol></section>\n\
        <section data-unstuck-id=b data-unstuck-aks=x><h2>B</h2><ul><li>See <a\nhref='java\tscript:x'>it</a></ul></section>\n\
        <section data-unstuck-support><h2>Ask</h2><p>Us.</p></section></article>";
    let found = told(&diagnose(Form::Html, html));
    let places: Vec<_> = found.iter().map(|(line, rule, _)| (*line, *rule)).collect();
    assert_eq!(
        places,
        [
            (7, "duplicate-id"),
            (8, "unknown-attribute"),
            (8, "unsafe-link")
        ],
        "{found:?}"
    );

    let head = "{\n\"id\": \"g\", \"title\": \"T\", \"summary\": \"S.\",\n\"support\": {\"title\": \"Ask\", \"text\": []},\n\"fixes\": [\n";
    for (fixes, line, rule, words) in [
        (
            "{\"id\":\"a\",\"title\":\"A\",\"steps\":[]}]}",
            5,
            "no-step",
            "no step",
        ),
        (
            "{\"id\":\"a\",\"title\":\"A\",\"steps\":[\n{\"id\":\"s\",\"text\":[\"x\"]},\n{\"id\":\"s\",\"text\":[\"y\"]}]}]}",
            7,
            "duplicate-id",
            "step",
        ),
        (
            "{\"id\":\"a\",\n\"titel\":\"A\",\"steps\":[]}]}",
            6,
            "json",
            "unknown field `titel`",
        ),
        (
            "{\"id\":\"a\",\"title\":\"A\",\"steps\":[\n{\"id\":\"s\",\"text\":[7]}]}]}",
            6,
            "json",
            "words",
        ),
        (
            "{\"id\":\"a\",\"title\":\"A\",\"steps\":[{\"id\":\"s\",\"text\":[\n[{\"link\":{\"href\":\"javascript:x\",\"text\":\"y\"}}]]}]}]}",
            6,
            "unsafe-link",
            "javascript:x",
        ),
        (
            "{\"id\":\"a\",\"title\":\"A\",\"steps\":[{\"id\":\"s\",\"text\":[\n[{\"bold\":\"y\"}]]}]}]}",
            6,
            "json",
            "bold",
        ),
        ("]", 5, "json", "EOF"),
        ("]}", 1, "no-fix", "has no fix"),
    ] {
        let found = told(&diagnose(Form::Json, &format!("{head}{fixes}")));
        assert!(
            found
                .iter()
                .any(|(at, named, said)| *at == line && *named == rule && said.contains(words)),
            "wanted {line} {rule} {words:?} of {fixes}, got {found:?}"
        );
    }
}

#[test]
fn the_languages_of_a_guide_hold_the_same_ids() {
    let other = markdown::write(&real()).replace("lang=en", "lang=de");
    let checked = |other: &str| {
        let (first, second) = (diagnose(Form::Html, REAL), diagnose(Form::Markdown, other));
        let all = [
            (first.guide.as_ref().unwrap(), &first.places, REAL),
            (second.guide.as_ref().unwrap(), &second.places, other),
        ];
        compare(&all)
            .into_iter()
            .map(|(file, problem)| (file, problem.message))
            .collect::<Vec<_>>()
    };
    assert_eq!(checked(&other), []);
    let renamed = checked(&other.replace("{#restart ", "{#reboot "));
    assert_eq!(renamed.len(), 2, "{renamed:?}");
    assert!(renamed.iter().all(|(file, _)| *file == 1));
    assert!(
        checked(&other.replace("#restart-iphone", "#off-and-on"))[0]
            .1
            .contains("steps of fix \"restart\"")
    );
    assert!(
        checked(&other.replace("lang=de", "lang=en"))[0]
            .1
            .contains("another file")
    );
}

/// The words of the first guide, over and over, under ids and titles of their own.
fn long(fixes: usize) -> Guide {
    let mut guide = real();
    let few = std::mem::take(&mut guide.fixes);
    guide.fixes = few
        .iter()
        .cycle()
        .zip(0..fixes)
        .map(|(fix, n)| Fix {
            id: format!("fix-{n}"),
            title: format!("{} {n}", fix.title),
            ..fix.clone()
        })
        .collect();
    guide
}

const FIXES: usize = 5_000;

/// A guide of so many fixes is read from its text, and checked.
fn five_thousand_fixes_are_read_and_checked(form: Form, write: impl Fn(&Guide) -> String) {
    let guide = long(FIXES);
    let loaded = diagnose(form, &write(&guide));
    let errors = loaded
        .problems
        .iter()
        .filter(|problem| problem.severity == Severity::Error);
    assert_eq!(errors.count(), 0, "{form:?} {:?}", loaded.problems.first());
    assert_eq!(said(loaded.guide.unwrap()), said(guide), "{form:?}");
}

// A test for each, as they take long: they run side by side.

#[test]
fn five_thousand_fixes_in_html() {
    five_thousand_fixes_are_read_and_checked(Form::Html, html::write);
}

#[test]
fn five_thousand_fixes_in_json() {
    five_thousand_fixes_are_read_and_checked(Form::Json, json::write);
}

#[test]
fn five_thousand_fixes_in_markdown() {
    five_thousand_fixes_are_read_and_checked(Form::Markdown, markdown::write);
}

#[test]
fn five_thousand_fixes_are_walked() {
    let guide = long(FIXES);
    // One by one, each answer replays those before it: so only the last ten are.
    let mut progress = common::in_vain(&guide, 10);
    let mut met = Vec::new();
    loop {
        let walk = Walk::replay(&guide, &progress);
        let answer = match walk.screen {
            Screen::Exhausted => break,
            Screen::Question(_) | Screen::Check(..) => Answer::Unsure,
            Screen::Confirm(..) => Answer::Confirm,
            _ => Answer::NotSolved,
        };
        let id = walk.screen.id().to_owned();
        if answer == Answer::NotSolved {
            assert_eq!(walk.position(), Some((FIXES - 9 + met.len(), FIXES)));
            met.push(id.clone());
        }
        progress = apply(&guide, &progress, &Action::Answer { id, answer }, 1).unwrap();
    }
    let last: Vec<String> = (FIXES - 10..FIXES).map(|n| format!("fix-{n}")).collect();
    assert_eq!(met, last);
}

/// Walks by the answer that a screen is given, until nothing is asked any more; how many answers it took.
fn walked(guide: &Guide, mut answer: impl FnMut(&Screen<'_>) -> Answer) -> usize {
    let mut progress = Progress::default();
    for count in 0..10_000 {
        let walk = Walk::replay(guide, &progress);
        if matches!(walk.screen, Screen::Solved(..) | Screen::Exhausted) {
            return count;
        }
        let action = Action::Answer {
            id: walk.screen.id().to_owned(),
            answer: answer(&walk.screen),
        };
        progress = apply(guide, &progress, &action, 1).unwrap();
    }
    panic!("the walk does not end");
}

#[test]
fn the_longest_walk_is_as_long_as_told() {
    for guide in [real(), guide_of(Form::Markdown, STARTER)] {
        let longest = walked(&guide, |screen| match screen {
            Screen::Question(_) | Screen::Choice(_) | Screen::Check(..) => Answer::Unsure,
            Screen::Confirm(..) => Answer::Confirm,
            _ => Answer::NotSolved,
        });
        assert_eq!(answers(&guide).longest, longest);
        assert!(answers(&guide).typical < longest);
    }
}

#[test]
fn the_map_holds_everything_and_stays_narrow() {
    let plain = |text: &str| {
        text.chars()
            .filter(|c| c.is_alphanumeric())
            .collect::<String>()
    };
    for guide in [real(), guide_of(Form::Markdown, STARTER)] {
        let (svg, mermaid) = (map::svg(&guide), map::mermaid(&guide));
        let document = scraper::Html::parse_document(&svg);
        let texts = scraper::Selector::parse("text").unwrap();
        let shown: String = document
            .select(&texts)
            .map(|text| plain(&text.text().collect::<String>()))
            .collect();
        let asked = guide.questions.iter().map(|question| &question.ask);
        let checks = guide
            .fixes
            .iter()
            .filter_map(|fix| fix.check.as_ref())
            .map(|check| &check.ask);
        for words in asked
            .chain(checks)
            .chain(guide.fixes.iter().map(|fix| &fix.title))
        {
            assert!(shown.contains(&plain(words)), "{words} in the picture");
            assert!(
                mermaid.contains(&words.replace('#', "#35;")),
                "{words} in Mermaid"
            );
        }
        // Each box lies within the picture, and the boxes of a column do not meet.
        let rects = scraper::Selector::parse("rect.box").unwrap();
        let width: usize = document
            .select(&scraper::Selector::parse("svg").unwrap())
            .next()
            .unwrap()
            .attr("width")
            .unwrap()
            .parse()
            .unwrap();
        assert!(width <= 800, "{width}");
        let mut ends = std::collections::HashMap::new();
        for rect in document.select(&rects) {
            let number = |name: &str| rect.attr(name).unwrap().parse::<usize>().unwrap();
            assert!(number("x") + number("width") <= width);
            let end = ends
                .insert(number("x"), number("y") + number("height"))
                .unwrap_or(0);
            assert!(number("y") >= end, "boxes meet at {}", number("y"));
        }
        // Every arrow of Mermaid leads somewhere that is drawn.
        for line in mermaid.lines().filter(|line| line.contains("->")) {
            let to = line.rsplit(' ').next().unwrap();
            assert!(
                mermaid
                    .lines()
                    .any(|line| line.trim_start().starts_with(&format!("{to}["))
                        || line.trim_start().starts_with(&format!("{to}("))
                        || line.trim_start().starts_with(&format!("{to}{{"))),
                "{line}"
            );
        }
    }
}

#[test]
fn nothing_unsafe_comes_through_any_form() {
    let link = |href: &str| format!("[{{\"link\":{{\"href\":\"{href}\",\"text\":\"words\"}}}}]");
    let json = format!(
        "{{\"id\":\"g\",\"title\":\"<script>x</script>\",\"summary\":\"<img src=x onerror=y>\",\"fixes\":[{{\"id\":\"a\",\"title\":\"\\\"><svg onload=x>\",\"steps\":[{{\"id\":\"s\",\"text\":[{}]}}]}}]}}",
        link("javascript:x")
    );
    let guide = guide_of(Form::Json, &json);
    assert_eq!(
        guide.fixes[0].steps[0].passages,
        [Passage::Words(Rich(vec![Inline::Text("words".into())]))]
    );
    for text in [
        html::write(&guide),
        html::page(&guide, "\"><script>"),
        map::svg(&guide),
    ] {
        for tag in ["<script>", "<img", "<svg o"] {
            assert!(!text.contains(tag), "{tag} in {text}");
        }
    }
    assert_eq!(
        said(guide_of(Form::Markdown, &markdown::write(&guide))),
        said(guide.clone())
    );
    assert!(map::mermaid(&guide).contains("#60;script#62;"));
}

/// Refused, whatever it is. That it is quick, `cargo xtask fuzz` sees.
#[test]
fn what_would_keep_a_parser_busy_is_refused() {
    const BYTES: usize = 200_000;
    let many = |part: &str| part.repeat(BYTES / part.len());
    let numbered = |make: &dyn Fn(usize) -> String| (0..BYTES / 12).map(make).collect::<String>();
    for (form, text) in [
        (Form::Json, many("[")),
        (Form::Json, many("{\"fixes\":[")),
        (Form::Json, many("\\\"")),
        (Form::Json, many(" ")),
        (Form::Html, many("<div>")),
        (Form::Html, many("<b><p>")),
        (Form::Html, numbered(&|n| format!("<b a={n}><p>"))),
        (Form::Html, numbered(&|n| format!("<i a={n}></x>"))),
        (
            Form::Html,
            format!("<a {}", numbered(&|n| format!("a{n} "))),
        ),
        (Form::Html, many("<a x=")),
        (Form::Html, many("<!--")),
        (Form::Html, many("&")),
        (Form::Html, many("<")),
        (Form::Html, many("</p>")),
        (Form::Html, many("<table><p>")),
        (Form::Html, many("word ")),
        (Form::Markdown, many(">")),
        (Form::Markdown, many("> ")),
        (Form::Markdown, many("1. ")),
        (Form::Markdown, many("- 7) ")),
        (Form::Markdown, many("[")),
        (Form::Markdown, many("![](")),
        (Form::Markdown, many("*a_")),
        (Form::Markdown, many("`")),
        (Form::Markdown, many("<!--")),
        (Form::Markdown, many("{a=\"")),
        (Form::Markdown, many("{#a}\n")),
        (Form::Markdown, many("{ask=x}\n\n")),
        (Form::Markdown, many("- a\n  ")),
        (Form::Markdown, many("word ")),
        (Form::Html, "x".repeat(limits::MAX_BYTES + 1)),
    ] {
        let loaded = diagnose(form, &text);
        let start: String = text.chars().take(20).collect();
        assert!(loaded.guide.is_none(), "{form:?} {start:?}");
        assert!(
            loaded
                .problems
                .iter()
                .any(|problem| problem.severity == Severity::Error),
            "{form:?} {start:?}"
        );
    }
}

/// Words as authors write them, with all that means something in a form.
fn words() -> impl Strategy<Value = String> {
    "[a-zA-Z0-9 .,!?*_`#+>|~<&\"'{}()\\[\\]\\\\:;=/éß’-]{1,24}".prop_filter_map(
        "says something",
        |words| {
            let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
            (!words.is_empty()).then_some(words)
        },
    )
}

fn image() -> impl Strategy<Value = Inline> {
    let size = || prop_oneof![Just(String::new()), "[1-9][0-9]{1,3}"];
    let href = prop_oneof![Just(String::new()), Just("big.html?a=b&c=(d)|e".to_owned())];
    let src = prop_oneof![
        Just("pictures/a b (1).png"),
        Just("https://example.org/x?a=b&c|d"),
        Just("data:image/png;base64,iVBORw0KGgo="),
    ];
    let alt = prop_oneof![Just(String::new()), words()];
    (src, alt, size(), size(), href).prop_map(|(src, alt, width, height, href)| {
        Inline::Image(Image {
            src: src.into(),
            alt,
            width,
            height,
            href,
        })
    })
}

fn rich() -> impl Strategy<Value = Rich> {
    let no_path = || words().prop_filter("is no path", |words| !words.contains(['>', '›', '→']));
    let inline = prop_oneof![
        words().prop_map(Inline::Text),
        no_path().prop_map(Inline::Strong),
        no_path().prop_map(Inline::Emphasis),
        words().prop_map(Inline::Key),
        words().prop_map(Inline::Code),
        image(),
        Just(Inline::Break),
        Just(Inline::Path(vec!["Settings".into(), "[your name]".into()])),
        words().prop_map(|text| Inline::Link {
            href: "https://example.org/?a=b&c=(d)".into(),
            text
        }),
    ];
    proptest::collection::vec(inline, 1..5).prop_map(|runs| {
        // Two texts in a row are one, as a reader of any form would take them.
        let mut rich: Vec<Inline> = Vec::new();
        for run in runs {
            match (rich.last_mut(), run) {
                (Some(Inline::Text(before)), Inline::Text(more)) => {
                    before.push(' ');
                    before.push_str(&more);
                }
                (_, run) => rich.push(run),
            }
        }
        Rich(rich)
    })
}

/// Code with all that could end it too soon.
fn lines() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        Just("```"),
        Just("  ````"),
        Just("> ```"),
        Just(""),
        Just("# not a heading {#id}"),
        Just("    four = \"<b>&amp;\";"),
        Just("- {hint}"),
        Just("~~~"),
    ];
    proptest::collection::vec(line, 1..5).prop_map(|lines| lines.join("\n"))
}

fn passages() -> impl Strategy<Value = Vec<Passage>> {
    let cells = proptest::collection::vec(rich(), 1..4);
    let table = (any::<bool>(), proptest::collection::vec(cells, 1..4));
    let leaf = prop_oneof![
        3 => rich().prop_map(Passage::Words),
        1 => lines().prop_map(Passage::Code),
        1 => table.prop_map(|(head, rows)| Passage::Table { head, rows }),
    ];
    let passage = leaf.prop_recursive(3, 12, 3, |inner| {
        let several = || proptest::collection::vec(inner.clone(), 1..3);
        let items = proptest::collection::vec(several(), 1..3);
        prop_oneof![
            (any::<bool>(), items).prop_map(|(ordered, items)| Passage::List { ordered, items }),
            (any::<bool>(), several())
                .prop_map(|(warning, passages)| Passage::Tip { warning, passages }),
        ]
    });
    proptest::collection::vec(passage, 1..4)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if cfg!(debug_assertions) { 192 } else { 20_000 }))]

    #[test]
    fn any_words_go_through_any_form(reason in passages(), step in passages(), wait in passages(), title in words(), ask in words()) {
        let mut guide = guide_of(Form::Markdown, STARTER);
        guide.title = title;
        guide.questions[0].ask = ask;
        guide.intro = wait.clone();
        let fix: &mut Fix = &mut guide.fixes[0];
        fix.reason = reason;
        fix.wait = wait;
        fix.steps[0] = Step { passages: step, ..fix.steps[0].clone() };
        // Once through the tree: what the reading folds is folded.
        let guide = said(guide_of(Form::Json, &json::write(&guide)));
        prop_assert_eq!(&said(guide_of(Form::Json, &json::write(&guide))), &guide);
        prop_assert_eq!(&said(guide_of(Form::Html, &html::write(&guide))), &guide);
        let text = markdown::write(&guide);
        prop_assert_eq!(&said(guide_of(Form::Markdown, &text)), &guide, "{}", text);
    }

    #[test]
    fn no_input_ends_a_parser(text in ".{0,400}", at in 0_usize..2_000, cut in 0_usize..200) {
        let real = real();
        for (form, whole) in [(Form::Html, REAL.to_owned()), (Form::Json, json::write(&real)), (Form::Markdown, markdown::write(&real))] {
            let _ = diagnose(form, &text);
            // And in the midst of a real one.
            let place = |at: usize| (at..).find(|at| whole.is_char_boundary(*at)).unwrap_or(whole.len());
            let (from, to) = (place(at), place(at + cut));
            let mixed = format!("{}{text}{}", &whole[..from], &whole[to.max(from)..]);
            let loaded = diagnose(form, &mixed);
            for problem in &loaded.problems {
                prop_assert!(problem.place.line > 0 && problem.place.line <= mixed.lines().count() + 1);
            }
        }
    }

    #[test]
    fn no_marks_end_a_parser(text in "[<>/!a-z=\"' {}#\\[\\]():,\\\\*_`\n-]{0,300}") {
        for form in [Form::Html, Form::Json, Form::Markdown] {
            let loaded = diagnose(form, &text);
            if let Some(guide) = &loaded.guide {
                let _ = (map::svg(guide), map::mermaid(guide), markdown::write(guide), html::write(guide));
            }
        }
    }
}

#[test]
fn markdown_that_was_not_written_for_us_is_adopted() {
    let text = "---\ntitle: \"If the lamp doesn't light up\"\nid: 7\n---\n\nTry these.\n\n## Contents {#top}\n\n1. [Bulb](#bulb)\n2. [Plug](#plug)\n\n### Change the bulb {#bulb}\n\nTurn it off.\n\n[Back to top](#top)\n\n### Push the plug in {#plug}\n\n| Light | What to do |\n| --- | --- |\n| red | Push harder. |\n\n> [!WARNING]\n> Mind the sparks.\n";
    let loaded = diagnose(Form::Markdown, text);
    let guide = loaded.guide.expect("a guide");
    assert_eq!(guide.title, "If the lamp doesn't light up");
    let fixes: Vec<(&str, &str)> = guide
        .fixes
        .iter()
        .map(|fix| (fix.id.as_str(), fix.title.as_str()))
        .collect();
    assert_eq!(
        fixes,
        [("bulb", "Change the bulb"), ("plug", "Push the plug in")]
    );
    // A single mark of ours, and the ids are marks too.
    let ours = text.replace("{#bulb}", "{#bulb ask=\"Is it new?\"}");
    let loaded = diagnose(Form::Markdown, &ours);
    let fixes = loaded
        .guide
        .unwrap_or_else(|| panic!("{:?}", loaded.problems))
        .fixes;
    assert!(fixes.iter().any(|fix| fix.id == "top"), "{fixes:?}");
}
