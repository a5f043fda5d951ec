//! What is unsafe, and what would keep a parser busy.

use unstuck_author::{Format, Severity, diagnose, html, limits, map, markdown};
use unstuck_core::guide::{Inline, Passage, Rich};

use crate::{guide_of, without_revision};

#[test]
fn nothing_unsafe_passes_through_any_format() {
    let link = |href: &str| format!("[{{\"link\":{{\"href\":\"{href}\",\"text\":\"words\"}}}}]");
    let json = format!(
        "{{\"id\":\"g\",\"title\":\"<script>x</script>\",\"summary\":\"<img src=x onerror=y>\",\"fixes\":[{{\"id\":\"a\",\"title\":\"\\\"><svg onload=x>\",\"steps\":[{{\"id\":\"s\",\"text\":[{}]}}]}}]}}",
        link("javascript:x")
    );
    let guide = guide_of(Format::Json, &json);
    assert_eq!(
        guide.fixes[0].steps[0].passages,
        [Passage::Words(Rich(vec![Inline::Text("words".into())]))]
    );
    for text in [
        html::write(&guide),
        html::page(&guide, "\"><script>", None),
        map::svg(&guide),
    ] {
        for tag in ["<script>", "<img", "<svg o"] {
            assert!(!text.contains(tag), "{tag} in {text}");
        }
    }
    assert_eq!(
        without_revision(guide_of(Format::Markdown, &markdown::write(&guide))),
        without_revision(guide.clone())
    );
    assert!(map::mermaid(&guide).contains("#60;script#62;"));
}

/// Refused, whatever it is. That it is quick, `cargo xtask fuzz` sees.
#[test]
fn slow_inputs_are_refused() {
    const BYTES: usize = 200_000;
    let many = |part: &str| part.repeat(BYTES / part.len());
    let numbered = |make: &dyn Fn(usize) -> String| (0..BYTES / 12).map(make).collect::<String>();
    for (format, text) in [
        (Format::Json, many("[")),
        (Format::Json, many("{\"fixes\":[")),
        (Format::Json, many("\\\"")),
        (Format::Json, many(" ")),
        (Format::Html, many("<div>")),
        (Format::Html, many("<b><p>")),
        (Format::Html, numbered(&|n| format!("<b a={n}><p>"))),
        (Format::Html, numbered(&|n| format!("<i a={n}></x>"))),
        (
            Format::Html,
            format!("<a {}", numbered(&|n| format!("a{n} "))),
        ),
        (Format::Html, many("<a x=")),
        (Format::Html, many("<!--")),
        (Format::Html, many("&")),
        (Format::Html, many("<")),
        (Format::Html, many("</p>")),
        (Format::Html, many("<table><p>")),
        (Format::Html, many("word ")),
        (Format::Markdown, many(">")),
        (Format::Markdown, many("> ")),
        (Format::Markdown, many("1. ")),
        (Format::Markdown, many("- 7) ")),
        (Format::Markdown, many("[")),
        (Format::Markdown, many("![](")),
        (Format::Markdown, many("*a_")),
        (Format::Markdown, many("`")),
        (Format::Markdown, many("<!--")),
        (Format::Markdown, many("{a=\"")),
        (Format::Markdown, many("{#a}\n")),
        (
            Format::Markdown,
            format!("# T {{#g {}}}\n", numbered(&|n| format!("a{n} "))),
        ),
        (Format::Markdown, many("{ask=x}\n\n")),
        (Format::Markdown, many("- a\n  ")),
        (Format::Markdown, many("word ")),
        (Format::Html, "x".repeat(limits::MAX_BYTES + 1)),
    ] {
        let loaded = diagnose(format, &text);
        let start: String = text.chars().take(20).collect();
        assert!(loaded.guide.is_none(), "{format:?} {start:?}");
        assert!(
            loaded
                .diagnostics
                .iter()
                .any(|problem| problem.severity == Severity::Error),
            "{format:?} {start:?}"
        );
    }
}
