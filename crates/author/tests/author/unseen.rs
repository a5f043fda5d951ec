//! What nobody sees: no file brings it into a guide, no output has it other than escaped, and its author is told.

use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag};
use serde_json::Value;
use unstuck_author::{Format, Severity, diagnose, html, json, map, markdown};
use unstuck_core::characters::{is_banned, is_unseen};
use unstuck_core::guide::Guide;

use crate::{REAL, STARTER, guide_of, real, reported, without_revision};

/// Text with what nobody sees in it.
fn hidden() -> impl Strategy<Value = String> {
    let unseen = prop_oneof![
        "[\u{1}-\u{8}\u{b}-\u{1f}\u{7f}-\u{9f}]",
        "[\u{ad}\u{61c}\u{180e}\u{200b}\u{200e}\u{200f}\u{2028}-\u{202e}\u{2060}-\u{206f}\u{feff}\u{fff9}-\u{fffb}\u{ffff}]",
        "[\u{e0001}\u{e0041}\u{e007f}]",
        "&#x(202e|9b|1b|e0041|200f);",
        "(\\\\u202e|\\\\u001b\\[31m|\\\\u009b|\\\\b|\\\\udb40\\\\udc41)",
        "[a-z<>\"'{}\\[\\]\\\\ \n]{1,3}",
    ];
    proptest::collection::vec(unseen, 1..6).prop_map(|parts| parts.concat())
}

/// All words, ids and addresses of a guide.
fn strings(value: &mut Value, each: &mut dyn FnMut(&mut String)) {
    match value {
        Value::String(text) => each(text),
        Value::Array(all) => all.iter_mut().for_each(|value| strings(value, each)),
        Value::Object(all) => all.values_mut().for_each(|value| strings(value, each)),
        _ => {}
    }
}

fn is_seen(text: &str) -> Result<(), String> {
    let hidden = text.find(|c| is_unseen(c) && c != '\n');
    hidden.map_or(Ok(()), |at| Err(format!("at {at} of {text:?}")))
}

/// That a file gives nothing unseen away: neither its guide, nor any output, nor what is reported.
fn gives_nothing_away(format: Format, text: &str) -> Result<(), String> {
    let loaded = diagnose(format, text);
    for problem in &loaded.diagnostics {
        for text in [&problem.excerpt, &problem.message, &problem.help] {
            is_seen(text)?;
            if text.contains(['\n', '\t']) {
                return Err(format!("more than a line: {text:?}"));
            }
        }
        if problem.excerpt.chars().count() > 100 || problem.caret > 100 {
            return Err(format!("a long excerpt: {problem:?}"));
        }
    }
    let Some(guide) = &loaded.guide else {
        return Ok(());
    };
    let mut held = Ok(());
    strings(&mut serde_json::to_value(guide).unwrap(), &mut |text| {
        if text.contains(is_banned) {
            held = Err(format!("the guide holds {text:?}"));
        }
    });
    held?;
    let page = html::page(guide, "\u{202e}\u{1b}embed.js", None);
    let written = [
        html::write(guide),
        page,
        markdown::write(guide),
        json::write(guide),
    ];
    for text in written
        .iter()
        .chain(&[map::mermaid(guide), map::svg(guide)])
    {
        // Code may hold tabs.
        is_seen(&text.replace('\t', ""))?;
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if cfg!(debug_assertions) { 48 } else { 5_000 }))]

    #[test]
    fn no_file_and_no_output_holds_what_nobody_sees(hidden in hidden(), which in 0_usize..400, at in 0_usize..20_000) {
        // In the field of a JSON file.
        let mut file: Value = serde_json::from_str(&json::write(&real())).unwrap();
        let mut place = 0;
        strings(&mut file, &mut |text| {
            if place == which {
                text.push_str(&hidden);
            }
            place += 1;
        });
        // As serde_json writes it, most of it literally.
        prop_assert_eq!(gives_nothing_away(Format::Json, &file.to_string()), Ok(()));
        // Anywhere in the text of each format.
        for (format, whole) in [(Format::Html, REAL), (Format::Markdown, STARTER), (Format::Json, &json::write(&real()))] {
            let at = (at % whole.len()..).find(|at| whole.is_char_boundary(*at)).unwrap_or(0);
            let mixed = format!("{}{hidden}{}", &whole[..at], &whole[at..]);
            prop_assert_eq!(gives_nothing_away(format, &mixed), Ok(()));
        }
    }
}

const JSON: &str = "{\"id\":\"g\",\"title\":\"T|\",\"summary\":\"S.\",\n\"fixes\":[{\"id\":\"a\",\"title\":\"A\",\n\"steps\":[{\"id\":\"s\",\"text\":[\"D|\",{\"pre\":\"x~\"}]}]}],\n\"support\":{\"title\":\"Ask\",\"text\":[]}}";

#[test]
fn the_author_is_told_what_is_left_out() {
    let markdown = "---\ntitle: F|\n---\n# T| {#g solved=\"So|\"}\n\nS.\n\n## A {#a ask=\"Q|?\"}\n\n1. Do\n   _it|_. {#s}\n2. Run `x~`\n\n## Ask {support}\n\nU|s.\n";
    let html = "<p>|</p><article data-unstuck-guide=g><h1>T|</h1><p>S.\n<section data-unstuck-id=a data-unstuck-ask='Q|?'><h2>A</h2>\n<ol><li>D|\n<li><code>x~</code>\n</ol><script>|</script></section>\n<section data-unstuck-support><h2>Ask</h2><p>Us.<img alt='|' src=x></section></article>";
    for (format, text, hidden, code, lines) in [
        (
            Format::Markdown,
            markdown,
            "\u{202E}",
            "\u{200E}",
            &[2, 4, 8, 11, 12, 16][..],
        ),
        (
            Format::Markdown,
            "# T {#g}\n\nS.\n\n## A {#a}\n\n1. D|o.\n\n## Ask {support}\n\nUs.\n",
            "&#x202e;",
            "",
            &[7],
        ),
        (Format::Html, html, "\u{9B}", "\u{AD}", &[1, 2, 3, 4, 6]),
        (Format::Html, html, "&#x1b;", "&shy;", &[1, 2, 3, 4, 6]),
        (Format::Json, JSON, "\u{2066}", "\u{200B}", &[1, 3, 3]),
        (Format::Json, JSON, "\\u001b", "\\u200b", &[1, 3, 3]),
        (Format::Json, JSON, "\\b", "\\u200b", &[1, 3, 3]),
        (Format::Json, JSON, "\\uDB40\\udc41", "", &[1, 3]),
    ] {
        let plain = text.replace(['|', '~'], "");
        assert_eq!(reported(&diagnose(format, &plain)), [], "{plain}");
        let text = text.replace('|', hidden).replace('~', code);
        let loaded = diagnose(format, &text);
        let told = reported(&loaded);
        let at: Vec<usize> = told.iter().map(|(line, ..)| *line).collect();
        assert_eq!(at, lines, "{told:?} of {text:?}");
        for problem in &loaded.diagnostics {
            assert_eq!(
                (problem.rule, problem.severity),
                ("hidden-character", Severity::Warning)
            );
            assert!(problem.message.starts_with("U+"), "{}", problem.message);
        }
        assert_eq!(
            without_revision(loaded.guide.unwrap()),
            without_revision(guide_of(format, &plain)),
            "{text:?}"
        );
    }
}

/// Where the character itself is written, its column is told, and the caret stands under its escape.
#[test]
fn the_place_is_that_of_the_character() {
    let text =
        "# T {#g}\n\nS.\n\n## A {#a}\n\n1. D\u{200F}o \u{202E}it.\n\n## Ask {support}\n\nUs.\n";
    let found = diagnose(Format::Markdown, text).diagnostics.remove(0);
    assert_eq!((found.location.line, found.location.column), (7, 8));
    assert_eq!(found.excerpt, "1. D\\u{200f}o \\u{202e}it.");
    let rest: String = found.excerpt.chars().skip(found.caret.into()).collect();
    assert!(rest.starts_with("\\u{202e}"), "{rest}");
}

fn titled(title: &str, words: &str) -> Guide {
    let mut file: Value = serde_json::from_str(&JSON.replace(['|', '~'], "")).unwrap();
    file["title"] = title.into();
    file["fixes"][0]["check"] = serde_json::json!({ "ask": words });
    file["verdict"] = serde_json::json!({ "ask": words, "solved": words });
    file["lang"] = words.into();
    guide_of(Format::Json, &file.to_string())
}

/// Marks that Arabic and Hebrew need, and soft hyphens, come back out of every format.
#[test]
fn words_keep_their_direction_marks_in_every_format() {
    for c in [
        '\u{200E}', '\u{200F}', '\u{61C}', '\u{AD}', '\u{200B}', '\u{A0}', '\u{200D}',
    ] {
        let guide = titled(
            &format!("ب{c}ت"),
            &format!("א{c}\"ב\" <{c}> & \\ {{{c}}} [{c}]"),
        );
        for (format, text) in [
            (Format::Html, html::write(&guide)),
            (Format::Markdown, markdown::write(&guide)),
            (Format::Json, json::write(&guide)),
        ] {
            assert_eq!(
                text.contains(c),
                !(is_unseen(c) || format == Format::Html && c == '\u{A0}'),
                "{text}"
            );
            assert_eq!(
                without_revision(guide_of(format, &text)),
                without_revision(guide.clone()),
                "{text}"
            );
        }
    }
}

/// Some programs know no backslash before `<`: nothing in our Markdown is a tag even without any.
#[test]
fn words_hold_no_tags_for_any_program() {
    let attack = "<img src=x onerror=alert(1)> <script> &lt;b&gt; </b>";
    let mut file: Value = serde_json::from_str(&JSON.replace(['|', '~'], "")).unwrap();
    strings(&mut file["fixes"], &mut |text| {
        if text.chars().count() > 1 {
            text.push_str(attack);
        }
    });
    file["title"] = attack.into();
    file["summary"] = attack.into();
    file["intro"] = serde_json::json!([
        attack,
        [{ "strong": attack }, " ", { "emphasis": attack }, " ", { "key": attack }, " ", { "path": [attack, attack] }],
        [{ "link": { "href": "/<script>&lt;", "text": attack } }, { "image": { "src": "/<script>", "alt": attack } }],
        { "list": [attack] },
        { "tip": [attack] },
        { "table": [[attack, attack], [attack, [{ "code": "|<b>" }]]] },
    ]);
    file["support"]["title"] = attack.into();
    let guide = guide_of(Format::Json, &file.to_string());
    let text = markdown::write(&guide);
    let ours = [
        "<b>", "</b>", "<em>", "</em>", "<kbd>", "</kbd>", "<code>", "</code>", "](<",
    ];
    let bare = ours
        .iter()
        .fold(text.clone(), |text, own| text.replace(own, ""));
    assert!(!bare.contains('<'), "{text}");
    assert_eq!(
        without_revision(guide_of(Format::Markdown, &text)),
        without_revision(guide),
        "{text}"
    );
}

/// What another program makes of our Markdown: no HTML but the marks that we write, no link or picture from a value.
#[test]
fn braces_hold_no_markup() {
    for words in [
        "<script>alert(1)</script>",
        "a <img src=x onerror=alert(1)>",
        "\\<b\\>x\\</b\\>",
        "&lt;script&gt; &quot; onclick=&quot;x",
        "a\" onclick=\"x",
        "a\\\" onclick=\\\"x",
        "[a](javascript:x) ![b](x) [c]: x",
        "<https://evil.example> <!-- x",
        "`a` *b* _c_ ~~d~~ | e",
        "a} {onclick=x}",
        "{{x}} {% x %}",
    ] {
        let guide = titled("T", words);
        let text = markdown::write(&guide);
        let mut said = String::new();
        for event in Parser::new_ext(
            &text,
            Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH,
        ) {
            let markup = matches!(
                event,
                Event::Html(_)
                    | Event::InlineHtml(_)
                    | Event::Start(
                        Tag::Link { .. }
                            | Tag::Image { .. }
                            | Tag::HtmlBlock
                            | Tag::Emphasis
                            | Tag::Strong
                            | Tag::Strikethrough
                    )
            );
            assert!(!markup, "{event:?} in {text}");
            match event {
                Event::Text(words) => said.push_str(&words),
                Event::End(_) => said.push('\n'),
                _ => {}
            }
        }
        // Even as it reads after that, no value ends before its quote or holds a tag.
        let values = said.split('"').skip(1).step_by(2);
        for value in values {
            assert!(
                !value.contains(['<', '>', '{', '}', '&', '\n']),
                "{value:?} in {said}"
            );
        }
        assert_eq!(
            without_revision(guide_of(Format::Markdown, &text)),
            without_revision(guide),
            "{text}"
        );
    }
}

/// XML knows neither most controls nor the names of HTML's entities.
#[test]
fn the_drawing_is_xml() {
    let svg = map::svg(&titled("a\u{A0}b\u{AD}<c>\u{200F}\"", "x"));
    for reference in svg.split('&').skip(1) {
        let name = reference.split(';').next().unwrap();
        assert!(
            name.starts_with("#x") || ["amp", "lt", "gt", "quot"].contains(&name),
            "&{name}"
        );
    }
}

/// A question is found again in the file by its words, also by those of which something was taken out.
#[test]
fn other_problems_keep_their_places() {
    let text = "# T {#g}\n\nS.\n\n{#q ask=\"Q\u{202E}?\"}\nX.\n\n{#r ask=\"R\u{202E}?\" only-if=\"q !q\"}\nX.\n\n## A {#a}\n\n1. Do.\n\n## Ask {support}\n\nUs.\n";
    let told = reported(&diagnose(Format::Markdown, text));
    assert!(
        told.iter()
            .any(|(line, rule, _)| (*line, *rule) == (8, "unreachable")),
        "{told:?}"
    );
}

/// Generators make anchors of any letters; the id of a fix goes into records and links as it is.
#[test]
fn an_anchor_in_letters_that_no_id_has_is_no_id() {
    let text = "# The scanner fails\n\n## It is silent {#조용하다}\n\nPlug it in.\n\n## It is slow {#slow}\n\nRestart it.\n";
    let guide = guide_of(Format::Markdown, text);
    let ids: Vec<&str> = guide.fixes.iter().map(|fix| fix.id.as_str()).collect();
    assert_eq!(ids, ["silent", "slow"]);
}
