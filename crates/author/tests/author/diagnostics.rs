//! Each mistake is reported at its line, by its rule, with help.

use unstuck_author::{Format, Loaded, diagnose, html, json, left_out, markdown};

use crate::{REAL, real, reported};

const HEAD: &str = "# Stuck {#g}\n\nGet it going.\n";

const TAIL: &str = "\n## Ask {support}\n\nUs.\n";

/// A Markdown guide of this, which begins on line 5 and ends with a support section.
fn of_markdown(inside: &str) -> Loaded {
    diagnose(Format::Markdown, &format!("{HEAD}\n{inside}\n{TAIL}"))
}

#[test]
fn each_mistake_is_reported_at_its_line() {
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
            "{#q ask=\"Q?\"}\nX.\n\n## A {#a only-if=q=Yes}\n\n1. Do.\n\n## B {#b}\n\n1. Do.",
            8,
            "bad-condition",
            "fix \"a\" has a condition that cannot be understood: \"q=Yes\"",
        ),
        (
            "{#q ask=\"Q?\"}\nX.\n\n## A {#a}\n\n1. Do.\n2. Be. {#s only-if=\"!q=yes\"}",
            11,
            "bad-condition",
            "step \"s\"",
        ),
        (
            "{#q ask=\"Q?\"}\nX.\n\n{#r ask=\"R?\" only-if=\"! q\"}\nX.\n\n## A {#a}\n\n1. Do.",
            8,
            "bad-condition",
            "\"!\"",
        ),
        (
            "{#q ask=\"Q?\"}\nX.\n\n{note only-if=\"q=maybe\"}\nN.\n\n## A {#a}\n\n1. Do.",
            8,
            "bad-condition",
            "a note",
        ),
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
        (
            "## A {#a ask=\"So?\" pass-as=Cannot}\n\n1. Do.",
            5,
            "bad-value",
            "\"Cannot\"",
        ),
        ("## A {#a pass-on=no}\n\n1. Do.", 5, "in-vain", "pass-on"),
        (
            "## A {#a drawing=\"url(x)\"}\n\n1. Do.",
            5,
            "in-vain",
            "drawing is left out",
        ),
        (
            "## A {#a unsure=\"Stop.\"}\n\n1. Do.",
            5,
            "in-vain",
            "unsure",
        ),
        (
            "## A {#a}\n\n1. Do. {risk-title=\"Gone.\"}",
            7,
            "in-vain",
            "risk-title",
        ),
        (
            "## A {#a}\n\n1. Do. {risk=maybe}",
            7,
            "bad-value",
            "\"maybe\"",
        ),
        (
            "## A {#a}\n\n> {risk=permanent first=a}\n>\n> {lost}\n> - All.\n\n1. Do.",
            5,
            "risk-first",
            "\"a\"",
        ),
        (
            "## A {#a}\n\n> {risk=permanent first=gone}\n>\n> {lost}\n> - All.\n\n1. Do.",
            5,
            "risk-first",
            "no later fix",
        ),
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
            "belong to anything",
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
        let told = reported(&loaded);
        assert!(
            told.iter()
                .any(|(at, named, said)| *at == line && *named == rule && said.contains(words)),
            "wanted {line} {rule} {words:?} of {inside:?}, got {told:?}"
        );
        assert!(
            loaded
                .diagnostics
                .iter()
                .all(|problem| !problem.help.is_empty()),
            "{inside:?}"
        );
    }
    let head = reported(&diagnose(
        Format::Markdown,
        &format!("# S {{#g solved=\"It works\" cannot=\"it works\"}}\n\nGo.\n\n{fix}\n{TAIL}"),
    ));
    assert!(
        head.iter()
            .any(|(line, rule, _)| (*line, *rule) == (1, "same-label")),
        "{head:?}"
    );
    let bare = reported(&diagnose(Format::Markdown, &format!("{HEAD}\n{fix}\n")));
    assert_eq!(
        bare.iter()
            .map(|(line, rule, _)| (*line, *rule))
            .collect::<Vec<_>>(),
        [(1, "no-support")]
    );
    assert_eq!(reported(&of_markdown(fix)), []);
}

/// Steps that between them leave no answer out, and steps that their fix's own condition saves.
#[test]
fn a_fix_that_always_shows_a_step_is_not_reported() {
    for inside in [
        "{#q ask=\"Q?\"}\nX.\n\n## A {#a}\n\n1. Do. {#s only-if=q}\n2. Be. {#t only-if=!q}",
        "{#q ask=\"Q?\"}\nX.\n\n## A {#a only-if=q}\n\n1. Do. {#s only-if=q}\n\n## B {#b}\n\n1. Do.",
        "{#q ask=\"Q?\"}\nX.\n\n{#r ask=\"R?\" only-if=!q}\nX.\n\n## A {#a only-if=r}\n\n1. Do. {#s only-if=!q}\n\n## B {#b}\n\n1. Do.",
    ] {
        assert_eq!(reported(&of_markdown(inside)), [], "{inside}");
    }
}

#[test]
fn what_a_guide_cannot_hold_is_reported() {
    let html = "<article lang=en>\n<h1>T</h1><p>S.</p>\n<nav><p>Menu</p></nav>\n<div data-unstuck-id=q data-unstuck-ask='Q?'>\n<p>Look.</p></div>\n\
        <section data-unstuck-id=a><h2>A</h2><p>Why. <img src=x>\n<ol><li data-unstuck-id=s>Do <b>it</b></ol></section>\n\
        <section data-unstuck-support><h2>Ask</h2><p>Us.</p></section></article>";
    let said: Vec<_> = left_out(&diagnose(Format::Html, html), html)
        .into_iter()
        .map(|row| (row.location.line, row.decision.rule, row.words))
        .collect();
    // The picture is in the guide, and so is what explains the question.
    assert_eq!(said, [(3, "machinery", "Menu".to_owned())]);
    // What is written from a guide holds nothing but the guide.
    for (format, text) in [
        (Format::Html, html::write(&real())),
        (Format::Markdown, markdown::write(&real())),
        (Format::Json, json::write(&real())),
    ] {
        assert_eq!(left_out(&diagnose(format, &text), &text), [], "{format:?}");
    }
}

/// The widget shows such links as words and leaves such pictures out: the guide is as sound for the command.
#[test]
fn what_readers_get_the_guide_without_is_a_warning() {
    for (html, rule) in [
        (
            "<a href='ms-settings:windowsupdate'>Update</a>",
            "unsafe-link",
        ),
        ("<a href='app:settings/wifi'>Wi-Fi</a>", "unsafe-link"),
        ("<a href='javascript:print()'>Print</a>", "unsafe-link"),
        ("Look <img src='file:///c/a.png' alt=here>", "unsafe-image"),
        (
            "Look <img src='data:image/svg+xml,x' alt=here>",
            "unsafe-image",
        ),
    ] {
        let marked = format!(
            "<article data-unstuck-guide=g><h1>Updates fail</h1><p>S.</p><h2 data-unstuck-id=a>A</h2><ol><li>Open {html}.</ol><h2 data-unstuck-support>Ask</h2></article>"
        );
        let plain = format!(
            "<article data-unstuck-guide=g><h1>Updates fail</h1><h2>Check for updates</h2><ol><li>Open {html}.<li>Select <b>Check</b>.</ol>\
             <h2>Restart the computer</h2><ol><li>Save your work.<li>Restart it.</ol><h2>Contact us</h2><p>By phone.</p></article>"
        );
        for text in [marked, plain] {
            let loaded = diagnose(Format::Html, &text);
            let found: Vec<_> = loaded
                .diagnostics
                .iter()
                .map(|found| (found.severity.name(), found.rule))
                .collect();
            assert_eq!(found, [("warning", rule)], "{text}");
            let guide = loaded.guide.unwrap();
            let step = guide.fixes[0].steps[0].passages[0].plain();
            assert!(step.starts_with("Open "), "{step}");
            assert!(unstuck_adopt::prepare(&unstuck_adopt::html::article(&text)).is_ok());
        }
    }
}

#[test]
fn an_article_that_is_too_large_is_refused_where_it_begins() {
    let text = format!("{REAL}<p>x</p>");
    assert_eq!(reported(&diagnose(Format::Html, &text)), []);
    let long = REAL.replace(
        "</article>",
        &format!("{}</article>", "x<br>".repeat(60_000)),
    );
    let loaded = diagnose(Format::Html, &long);
    let found = reported(&loaded);
    assert!(
        matches!(found.as_slice(), [(_, "too-large", words)] if words.contains("100000 elements and texts")),
        "{found:?}"
    );
    assert!(loaded.guide.is_none());
    // What is too many is named where it begins to be.
    let fix = |n: usize| format!("## F {n} {{#f{n}}}\n\n1. Do.\n\n");
    let many: String = (0..=5_000).map(fix).collect();
    let found = reported(&diagnose(
        Format::Markdown,
        &format!("# T {{#t}}\n\n{many}"),
    ));
    assert!(
        matches!(found.as_slice(), [(20_003, "too-large", words)] if words.contains("5000 fixes")),
        "{found:?}"
    );
}

/// Its readers' progress hangs on where it is.
#[test]
fn a_guide_without_a_name_is_reported() {
    let html = REAL.replacen("data-unstuck-guide=\"iphone-backup\"", "", 1);
    let markdown = "# Stuck\n\nHelp.\n\n## A {#a}\n\n1. Do.\n\n## Ask {support}\n\nUs.\n";
    let json = json::write(&real()).replacen("\"iphone-backup\"", "\"\"", 1);
    for (format, text, help) in [
        (
            Format::Html,
            &*html,
            "add data-unstuck-guide=\"when-your-iphone-backup-won-t-finish\" to the article",
        ),
        (Format::Markdown, markdown, "add {#stuck} to its title"),
        (
            Format::Json,
            &json,
            "add \"id\": \"when-your-iphone-backup-won-t-finish\"",
        ),
        (
            Format::Html,
            "<article><h1>!?</h1><h2 data-unstuck-id=a>A</h2><ol><li>Do</ol><h2 data-unstuck-support>Ask</h2></article>",
            "add data-unstuck-guide=\"guide\" to the article",
        ),
    ] {
        let found = diagnose(format, text).diagnostics;
        let found: Vec<_> = found
            .iter()
            .map(|found| (found.severity.name(), found.rule, &*found.help))
            .collect();
        assert_eq!(found, [("warning", "unnamed", help)], "{text}");
    }
    // What is written from it has no name either, but for JSON, which needs one.
    let guide = diagnose(Format::Markdown, markdown).guide.unwrap();
    let written = [
        (Format::Html, html::write(&guide), ""),
        (Format::Markdown, markdown::write(&guide), ""),
        (Format::Json, json::write(&guide), "stuck"),
    ];
    for (format, text, id) in written {
        assert_eq!(diagnose(format, &text).guide.unwrap().id, id, "{text}");
    }
    let page = html::page(&guide, "embed.js", None);
    assert!(
        page.contains("<unstuck-guide article=\"article\">"),
        "{page}"
    );
}

#[test]
fn mistakes_in_html_and_json_are_reported_at_their_line() {
    let html = "<!-- <section> --><p>x</p>\n<article\n data-unstuck-guide=g>\n<h1>T</h1><p>S.</p>\n<section data-unstuck-id=a><h2>A</h2>\n\
        <ol><li data-unstuck-id=s>Do</li>\n<li data-unstuck-id=s>Be</li></ol></section>\n\
        <section data-unstuck-id=b data-unstuck-aks=x><h2>B</h2><ul><li>See <a\nhref='java\tscript:x'>it</a></ul></section>\n\
        <section data-unstuck-support><h2>Ask</h2><p>Us.</p></section></article>";
    let found = reported(&diagnose(Format::Html, html));
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
        let found = reported(&diagnose(Format::Json, &format!("{head}{fixes}")));
        assert!(
            found
                .iter()
                .any(|(at, named, said)| *at == line && *named == rule && said.contains(words)),
            "wanted {line} {rule} {words:?} of {fixes}, got {found:?}"
        );
    }
}
