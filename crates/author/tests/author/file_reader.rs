//! From any article and from files to the marked article that the widget takes.
//!
//! Belongs here: that no part of a guide is lost, and the messages for authors. Does not: what is on the list of
//! elements (its own tests), what adoption finds, or the browser's part (`tests/browser/tag`).

use unstuck_adopt::{html, prepare};
use unstuck_author::{self as author, Format, json, markdown};
use unstuck_core::guide::{self, Element, Guide, reading};

fn guides() -> Vec<(String, Element, Guide)> {
    let files = std::fs::read_dir("../../guides").unwrap();
    let guides = files.map(|file| {
        let path = file.unwrap().path();
        let article = html::article(&std::fs::read_to_string(&path).unwrap());
        let guide = guide::read(&article).unwrap();
        (path.display().to_string(), article, guide)
    });
    let guides: Vec<_> = guides.collect();
    assert!(guides.len() > 3);
    guides
}

/// Also its revision: who has the article from the file and who has it from the page have one and the same guide.
#[test]
fn a_marked_article_is_unchanged() {
    for (name, article, guide) in guides() {
        assert!(reading(&article).wholly_marked(), "{name}");
        let ours = prepare(&article).unwrap();
        assert_eq!(ours.guide, guide, "{name}");
        assert_eq!(prepare(&ours.article).unwrap(), ours, "{name}");
    }
}

#[test]
fn files_give_the_same_guide() {
    for (name, _, guide) in guides() {
        for (format, text) in [
            (Format::Markdown, markdown::write(&guide)),
            (Format::Json, json::write(&guide)),
        ] {
            let ours = author::article(format, &text).unwrap();
            assert_eq!(ours.tag, "article");
            let mut read = guide::read(&ours).unwrap();
            read.rev = guide.rev;
            assert_eq!(read, guide, "{name} as {format:?}");
        }
    }
}

fn reported(format: Format, text: &str) -> Vec<String> {
    let problems = author::article(format, text).unwrap_err();
    problems.iter().map(ToString::to_string).collect()
}

#[test]
fn a_file_is_refused_with_line_and_help() {
    let twice = "# T {#t}\n\nS.\n\n## A {#a}\n\n1. Do. {#x}\n\n## B {#a}\n\n1. Do. {#x}\n";
    assert_eq!(
        reported(Format::Markdown, twice),
        ["line 9: fix \"a\" has a duplicate id; choose a unique one"]
    );
    let found = reported(Format::Json, "{\n  \"id\": \"t\",\n  \"titel\": \"T\"\n}");
    assert!(
        found[0].starts_with("line 3: unknown field `titel`"),
        "{found:?}"
    );
    assert!(found[0].ends_with("; docs/guide.schema.json lists the names and what they take"));
}

/// The limits come first: what is too deep for a parser never gets to it.
#[test]
fn a_hostile_file_is_refused_before_it_is_parsed() {
    let deep = "[".repeat(1 << 20);
    assert!(reported(Format::Json, &deep)[0].contains("nested deeper"));
    let large = "a ".repeat(author::limits::MAX_BYTES / 2 + 1);
    assert!(reported(Format::Markdown, &large)[0].contains("a guide may have"));
}

/// Without marks it is the reader's to adopt; with some that are wrong it is not.
#[test]
fn markdown_without_marks_is_left_unchanged() {
    let plain = "# The lamp stays dark\n\nTry this.\n\n## Change the bulb\n\n1. Unscrew it.\n2. Screw in a new one.\n\n\
                 ## Plug it in\n\n1. Push the plug in.\n2. Turn it on.\n";
    let ours = author::article(Format::Markdown, plain).unwrap();
    assert!(!reading(&ours).wholly_marked());
    let guide = prepare(&ours).unwrap().guide;
    assert_eq!(guide.fixes.len(), 2);
    let wrong = plain.replace("Push the plug in.", "Push the plug in. {#a #b}");
    assert!(reported(Format::Markdown, &wrong)[0].starts_with("line 12: `id` stands here twice"));
}

/// What a guide may not do keeps no reader from the rest of it.
#[test]
fn warnings_for_authors_do_not_refuse_a_file() {
    let text = "# T {#t}\n\nS.\n\n## A {#a}\n\nSee [it](javascript:x).\n\n1. Do. {#x}\n";
    let ours = author::article(Format::Markdown, text).unwrap();
    assert!(!format!("{ours:?}").contains("javascript"));
}

/// As an error, at the fix: it might have meant the opposite of the default.
#[test]
fn a_value_that_is_none_refuses_a_file() {
    for (attribute, risk, said) in [
        (
            "pass-on=No",
            "permanent",
            "`pass-on` \"No\"; write yes or no",
        ),
        (
            "pass-as=Cannot",
            "permanent",
            "`pass-as` \"Cannot\"; write not-needed or cannot",
        ),
        (
            "pass-on=no",
            "Reversible",
            "`risk` \"Reversible\"; write permanent or reversible",
        ),
    ] {
        let text = format!(
            "# T {{#t}}\n\nS.\n\n## A {{#a ask=\"So?\" {attribute}}}\n\n> {{risk={risk}}}\n> {{lost}}\n> - All.\n\n1. Do. {{#x}}\n"
        );
        assert_eq!(
            reported(Format::Markdown, &text),
            [format!("line 5: fix \"a\" cannot have {said}")]
        );
    }
    // What the file says of other formats, their parsers refuse.
    let json = |check: &str, words: &str| {
        format!(
            "{{\"id\":\"t\",\"title\":\"T\",\"summary\":\"S.\",\"fixes\":[{{\"id\":\"a\",\"title\":\"A\",\"check\":{{\"ask\":\"So?\"{check}}},\n\"steps\":[{{\"id\":\"s\",\"text\":[[{words}]]}}]}}]}}"
        )
    };
    assert!(author::article(Format::Json, &json(",\"pass-on\":\"no\"", "\"x\"")).is_ok());
    for (check, words) in [
        (",\"pass-on\":\"No\"", "\"x\""),
        (",\"pass-as\":\"Cannot\"", "\"x\""),
        (",\"pass-on\":true", "\"x\""),
        ("", "{\"break\":false}"),
        ("", "{\"break\":\"true\"}"),
    ] {
        assert!(
            author::article(Format::Json, &json(check, words)).is_err(),
            "{check} {words}"
        );
    }
}
