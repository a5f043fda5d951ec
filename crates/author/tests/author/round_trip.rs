//! A guide goes through every format and comes back the same, however long it is.

use unstuck_author::{Format, Severity, diagnose, html, json, markdown};
use unstuck_core::guide::{Condition, Fix, Guide, Inline, Passage, Rich, Step};

use crate::{REAL, STARTER, guide_of, real, reported, without_revision};

#[test]
fn the_real_guide_round_trips_through_every_format() {
    let real = real();
    let (as_html, as_json, as_markdown) = (
        html::write(&real),
        json::write(&real),
        markdown::write(&real),
    );
    let formats = [
        (Format::Html, &as_html),
        (Format::Json, &as_json),
        (Format::Markdown, &as_markdown),
    ];
    for (format, text) in formats {
        let back = diagnose(format, text);
        assert_eq!(reported(&back), [], "{format:?}");
        let back = back.guide.unwrap();
        assert_eq!(
            without_revision(back.clone()),
            without_revision(real.clone()),
            "{format:?}"
        );
        // And written again, it is the same text.
        assert_eq!(json::write(&back), as_json, "{format:?}");
        assert_eq!(markdown::write(&back), as_markdown, "{format:?}");
        assert_eq!(html::write(&back), as_html, "{format:?}");
    }
    // JSON goes by the tree that HTML is written from: one revision for both.
    assert_eq!(
        guide_of(Format::Json, &as_json).rev,
        guide_of(Format::Html, &as_html).rev
    );
    let page = html::page(&real, "embed.js", None);
    assert_eq!(
        without_revision(guide_of(Format::Html, &page)),
        without_revision(real)
    );
    assert!(page.contains("<unstuck-guide article=\"#iphone-backup\">"));
    assert!(page.contains("<article id=\"iphone-backup\""));
}

/// What the real guide has no use for.
#[test]
fn what_a_guide_can_say_of_risks_and_waits_round_trips() {
    let text = r#"<article data-unstuck-guide="g" data-unstuck-wait="none" data-unstuck-started="Begun"><h1>T</h1>
      <p data-unstuck-id="q" data-unstuck-ask="Q?" data-unstuck-unsure="Not sure? Stop.">x</p>
      <section data-unstuck-id="a" data-unstuck-wait="none" data-unstuck-ask="A?" data-unstuck-unsure="Go on."><h2>A</h2>
        <div data-unstuck-risk="reversible" data-unstuck-risk-title="Gone “for now”." data-unstuck-first="b"><ul data-unstuck-lost><li>All</li></ul></div>
        <ol><li data-unstuck-id="s" data-unstuck-risk="permanent">Do</li><li data-unstuck-id="t" data-unstuck-risk="reversible" data-unstuck-risk-title="Careful.">Do</li></ol></section>
      <h2 data-unstuck-id="b">B</h2><ol><li data-unstuck-id="s">Do</li></ol></article>"#;
    let guide = guide_of(Format::Html, text);
    assert_eq!(guide.fixes[0].risk.as_ref().unwrap().first_fix, "b");
    for (format, text) in [
        (Format::Html, html::write(&guide)),
        (Format::Json, json::write(&guide)),
        (Format::Markdown, markdown::write(&guide)),
    ] {
        let back = without_revision(guide_of(format, &text));
        assert_eq!(back, without_revision(guide.clone()), "{text}");
    }
}

#[test]
fn the_published_schema_is_up_to_date() {
    assert_eq!(
        json::schema(),
        include_str!("../../../../docs/guide.schema.json"),
        "write it anew: cargo run -p unstuck-cli -- schema -o docs/guide.schema.json"
    );
}

#[test]
fn the_real_guide_and_the_starter_have_no_problem() {
    assert_eq!(reported(&diagnose(Format::Html, REAL)), []);
    assert_eq!(reported(&diagnose(Format::Markdown, STARTER)), []);
}

/// The first guide with so many fixes, each with a title, a condition and one step.
pub(crate) fn long(fixes: usize) -> Guide {
    let mut guide = real();
    let few = std::mem::take(&mut guide.fixes);
    guide.fixes = few
        .iter()
        .cycle()
        .zip(0..fixes)
        .map(|(fix, n)| Fix {
            id: format!("fix-{n}"),
            title: format!("{} {n}", fix.title),
            reason: Vec::new(),
            steps: vec![Step {
                id: "do".into(),
                passages: vec![Passage::Words(Rich::text("Do it."))],
                risk: None,
                only_if: Condition::default(),
                edition: fix.edition.clone(),
            }],
            more: Vec::new(),
            check: None,
            risk: None,
            wait: Vec::new(),
            away: Vec::new(),
            ..fix.clone()
        })
        .collect();
    guide
}

pub(crate) const FIXES: usize = 5_000;

/// A guide of so many fixes is read from its text, and checked.
fn five_thousand_fixes_are_read_and_checked(format: Format, write: impl Fn(&Guide) -> String) {
    let guide = long(FIXES);
    let loaded = diagnose(format, &write(&guide));
    let errors = loaded
        .diagnostics
        .iter()
        .filter(|problem| problem.severity == Severity::Error);
    assert_eq!(
        errors.count(),
        0,
        "{format:?} {:?}",
        loaded.diagnostics.first()
    );
    assert_eq!(
        without_revision(loaded.guide.unwrap()),
        without_revision(guide),
        "{format:?}"
    );
}

#[test]
fn five_thousand_fixes_in_html() {
    five_thousand_fixes_are_read_and_checked(Format::Html, html::write);
}

#[test]
fn five_thousand_fixes_in_json() {
    five_thousand_fixes_are_read_and_checked(Format::Json, json::write);
}

#[test]
fn five_thousand_fixes_in_markdown() {
    five_thousand_fixes_are_read_and_checked(Format::Markdown, markdown::write);
}

#[test]
fn markdown_that_was_not_written_for_unstuck_is_adopted() {
    let text = "---\ntitle: \"If the lamp doesn't light up\"\nid: 7\n---\n\nTry these.\n\n## Contents {#top}\n\n1. [Bulb](#bulb)\n2. [Plug](#plug)\n\n### Change the bulb {#bulb}\n\nTurn it off.\n\n[Back to top](#top)\n\n### Push the plug in {#plug}\n\n| Light | What to do |\n| --- | --- |\n| red | Push harder. |\n\n> [!WARNING]\n> Mind the sparks.\n";
    let loaded = diagnose(Format::Markdown, text);
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
    let loaded = diagnose(Format::Markdown, &ours);
    let fixes = loaded
        .guide
        .unwrap_or_else(|| panic!("{:?}", loaded.diagnostics))
        .fixes;
    assert!(fixes.iter().any(|fix| fix.id == "top"), "{fixes:?}");
}

/// The last line of a step has its id, whatever it begins with that only looks like a block of its own.
#[test]
fn a_step_of_several_lines_keeps_its_id() {
    for last in ["**b**", "*b*", "3.5 V", "-x", "+1", "#4"] {
        let text = format!(
            "# Stuck {{#g}}\n\nGo.\n\n## A {{#a}}\n\n1. Do.\\\n   {last} {{#s}}\n2. Be. {{#t}}\n"
        );
        let guide = guide_of(Format::Markdown, &text);
        let ids: Vec<&str> = guide.fixes[0].steps.iter().map(|step| &*step.id).collect();
        assert_eq!(ids, ["s", "t"], "{text}");
    }
}

/// A colon is escaped once, where more than one reason is there.
#[test]
fn a_colon_before_code_stays_a_colon() {
    for before in [":", "a:", "\\:", "::", "a b:"] {
        let mut guide = guide_of(Format::Markdown, STARTER);
        let said = Rich(vec![
            Inline::Text(before.to_owned()),
            Inline::Code("0".to_owned()),
        ]);
        guide.fixes[0].reason = vec![Passage::Words(said.clone())];
        let read = guide_of(Format::Markdown, &markdown::write(&guide));
        assert_eq!(read.fixes[0].reason, [Passage::Words(said)], "{before}");
    }
}
