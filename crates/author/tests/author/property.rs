//! Any words go through any format, and no input makes a parser panic.

use proptest::prelude::*;
use unstuck_author::{Format, diagnose, html, json, map, markdown};
use unstuck_core::guide::{Fix, Image, Inline, Passage, Rich, Step};

use crate::{REAL, STARTER, guide_of, real, without_revision};

/// Words as authors write them, with all that means something in a format.
fn words() -> impl Strategy<Value = String> {
    "[a-zA-Z0-9 .,!?*_`#+>|~<&\"'{}()\\[\\]\\\\:;=/éß’\u{200f}\u{ad}-]{1,24}".prop_filter_map(
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
        // Two texts in a row are one, as a reader of any format would take them.
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
    fn any_words_round_trip_through_any_format(reason in passages(), step in passages(), wait in passages(), title in words(), ask in words()) {
        let mut guide = guide_of(Format::Markdown, STARTER);
        guide.title = title;
        guide.questions[0].ask = ask;
        guide.intro = wait.clone();
        let fix: &mut Fix = &mut guide.fixes[0];
        fix.reason = reason;
        fix.wait = wait;
        fix.steps[0] = Step { passages: step, ..fix.steps[0].clone() };
        // Once through the tree: what the reading folds is folded.
        let guide = without_revision(guide_of(Format::Json, &json::write(&guide)));
        prop_assert_eq!(&without_revision(guide_of(Format::Json, &json::write(&guide))), &guide);
        prop_assert_eq!(&without_revision(guide_of(Format::Html, &html::write(&guide))), &guide);
        let text = markdown::write(&guide);
        prop_assert_eq!(&without_revision(guide_of(Format::Markdown, &text)), &guide, "{}", text);
    }

    #[test]
    fn no_input_makes_a_parser_panic(text in ".{0,400}", at in 0_usize..2_000, cut in 0_usize..200) {
        let real = real();
        for (format, whole) in [(Format::Html, REAL.to_owned()), (Format::Json, json::write(&real)), (Format::Markdown, markdown::write(&real))] {
            let _ = diagnose(format, &text);
            // And in the midst of a real one.
            let place = |at: usize| (at..).find(|at| whole.is_char_boundary(*at)).unwrap_or(whole.len());
            let (from, to) = (place(at), place(at + cut));
            let mixed = format!("{}{text}{}", &whole[..from], &whole[to.max(from)..]);
            let loaded = diagnose(format, &mixed);
            for problem in &loaded.diagnostics {
                prop_assert!(problem.location.line > 0 && problem.location.line <= mixed.lines().count() + 1);
            }
        }
    }

    #[test]
    fn no_markup_makes_a_parser_panic(text in "[<>/!a-z=\"' {}#\\[\\]():,\\\\*_`\n-]{0,300}") {
        for format in [Format::Html, Format::Json, Format::Markdown] {
            let loaded = diagnose(format, &text);
            if let Some(guide) = &loaded.guide {
                let _ = (map::svg(guide), map::mermaid(guide), markdown::write(guide), html::write(guide));
            }
        }
    }
}
