//! Markdown as other tools have it: what is understood of it, and what its author is told.
//!
//! Belongs here: each syntax as its tools write it, in words of our own. Does not: our own attributes (`diagnostics`), or
//! which headings are fixes (`crates/adopt`).

mod html_rows;
mod rows;
mod ways;

use html_rows::HTML;
use rows::ROWS;
use unstuck_author::{self as author, Format, Severity, diagnose, html, json, markdown};
use unstuck_core::guide::{Guide, Passage};

use crate::{guide_of, without_revision};

/// What is said, with the kind of box before it.
fn shown(passages: &[Passage]) -> String {
    let said = passages.iter().map(|passage| match passage {
        Passage::Tip { warning, passages } => {
            let kind = if *warning { "warning" } else { "tip" };
            format!("{kind}({})", shown(passages))
        }
        Passage::List { items, .. } => {
            let items = items.iter().map(|item| format!("- {}", shown(item)));
            items.collect::<Vec<_>>().join(" ")
        }
        Passage::Code(code) => format!("code({})", code.replace('\n', "; ")),
        other => other.plain(),
    });
    said.collect::<Vec<_>>().join(" | ")
}

/// A guide of one fix, with this for its reason, from line 7 on.
fn in_reason(body: &str) -> String {
    format!(
        "# The lamp stays dark {{#lamp}}\n\nTry this.\n\n## Change the bulb {{#bulb}}\n\n{body}\n\n1. Do it. {{#do}}\n\n## Ask {{support}}\n\nUs.\n"
    )
}

/// Severities with lines.
fn told(text: &str) -> (Guide, Vec<String>) {
    let loaded = diagnose(Format::Markdown, text);
    // How plainly the words are put is another matter.
    let syntax = loaded.diagnostics.iter();
    let syntax = syntax.filter(|found| found.severity != Severity::Hint);
    let told = syntax.map(|found| {
        assert!(!found.help.is_empty(), "{found}");
        format!("{} {}", found.severity.name(), found.location.line)
    });
    let told = told.collect();
    (
        loaded
            .guide
            .unwrap_or_else(|| panic!("{:?} in {text}", loaded.diagnostics)),
        told,
    )
}

#[test]
fn each_syntax_is_read_or_told() {
    let mut wrong = Vec::new();
    for (body, wanted, wanted_told) in ROWS.iter().chain(HTML) {
        let text = in_reason(body);
        let (guide, told) = told(&text);
        let found = shown(&guide.fixes[0].reason);
        if found != *wanted || told != *wanted_told {
            wrong.push(format!("{body}\n  {found}\n  {told:?}"));
        }
        // Its readers get the same, whatever its author is told.
        assert!(author::article(Format::Markdown, &text).is_ok(), "{body}");
        // And so does every other format.
        for (format, text) in [
            (Format::Html, html::write(&guide)),
            (Format::Json, json::write(&guide)),
            (Format::Markdown, markdown::write(&guide)),
        ] {
            assert_eq!(
                without_revision(guide_of(format, &text)),
                without_revision(guide.clone()),
                "{text}"
            );
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Code shows such syntax, and words may look like it.
#[test]
fn nothing_is_told_of_code_and_words() {
    let syntaxes = [
        ":::note",
        "!!! note",
        "=== \"Tab\"",
        "{% hint %}",
        "{{< x >}}",
        "{{ x }}",
        "> [!faq]- x",
        "<Note>",
        "{: .note}",
        ".. note:: x",
        "[[x]]",
        "[^x]",
        "import x from 'y'",
        "{/* x */}",
        "==x==",
        "++a+b++",
        "%% x %%",
        "::x{y}",
    ];
    for syntax in syntaxes {
        for body in [
            format!("```\n{syntax}\n```"),
            format!("~~~md\n{syntax}\n\n{syntax}\n~~~"),
            format!("    {syntax}\n\n    {syntax}"),
            format!("Write `{syntax}` in it."),
            format!("- Like this:\n\n  ```\n  {syntax}\n  ```"),
            format!("- Like this:\n\n      {syntax}"),
            format!("!!! tip\n    Like this:\n\n    ```\n    {syntax}\n    ```"),
            format!(":::tip\nLike this:\n\n    {syntax}\n:::"),
            format!("<pre>\n{}\n</pre>", syntax.replace('<', "&lt;")),
        ] {
            let (guide, told) = told(&in_reason(&body));
            assert_eq!(told, [""; 0], "{body}");
            let fix = &guide.fixes[0];
            let steps = fix.steps.iter().map(|step| shown(&step.passages));
            let said = shown(&fix.reason) + &steps.collect::<String>();
            assert!(said.contains(syntax), "{body}: {said}");
        }
    }
    for words in [
        "Press {Enter}, then {0}.",
        "Type a:b:c at 10:30:45, or std::io::x.",
        "{.} and {...} are words: so: there.",
        "If a < B and C > d, say 100%.",
        "A == B == C, or x++ and y++.",
        "Set [x] and [y] in {name}.",
        "Give <CORE_NAME> or <PATH/TO/x FILE>.",
        "Import the file from 'x'.",
        "import the file from 'x' first.",
        "C++ or i++; 2^10.",
        "Note: this ::: is odd! Is it?",
        "...and so on.",
        "\\{{ x }} and \\[[y]] and \\==z\\==",
    ] {
        let (guide, told) = told(&in_reason(words));
        assert_eq!(told, [""; 0], "{words}");
        let plain = words.replace('\\', "");
        assert_eq!(shown(&guide.fixes[0].reason), plain);
    }
}

/// What is words in a guide is none of these in the Markdown that is written from it.
#[test]
fn words_that_look_like_syntax_round_trip() {
    let row = |body: &str| body.split("\n\n").map(str::to_owned).collect::<Vec<_>>();
    let words = ROWS.iter().chain(HTML).flat_map(|(body, ..)| row(body));
    let more = [
        ":kbd:",
        "a:kbd:",
        "{kbd}",
        "import x from 'y'",
        "export const x = 1;",
        "%%",
        ".. x::",
        "??? x",
        "a\u{200f}:",
    ];
    for words in words.chain(more.map(str::to_owned)) {
        let line = words.replace('\n', " ");
        let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
        let words = serde_json::to_string(&line).unwrap();
        let text = format!(
            "{{\"id\":\"g\",\"title\":\"T\",\"summary\":\"S.\",\"intro\":[{words},[{words},{{\"code\":\"x\"}},{words}]],\"fixes\":[{{\"id\":\"a\",\"title\":\"A\",\"steps\":[{{\"id\":\"s\",\"text\":[{words}]}}]}}]}}"
        );
        let guide = guide_of(Format::Json, &text);
        let written = markdown::write(&guide);
        let back = diagnose(Format::Markdown, &written);
        assert_eq!(
            back.diagnostics
                .iter()
                .filter(|found| found.rule != "no-support")
                .count(),
            0,
            "{:?} in {written}",
            back.diagnostics
        );
        assert_eq!(
            without_revision(back.guide.unwrap()),
            without_revision(guide),
            "{written}"
        );
    }
}

/// In a step, everything keeps its place, and what cannot be read is an error there.
#[test]
fn raw_syntax_in_a_step_is_an_error_at_its_place() {
    for raw in [
        "{{ site.key }}",
        "{% data x %}",
        "{{< param x >}}",
        "{props.key}",
        "[^x]",
        ":::note",
        "!!! note",
        "<Key of={() => x} />",
        "[!VIDEO x]",
    ] {
        let text = format!(
            "# The lamp stays dark {{#lamp}}\n\nTry this.\n\n## A {{#a}}\n\n1. Do.\n   !!! tip\n       Hot.\n2. {raw}\n\n## Ask {{support}}\n\nUs.\n"
        );
        let loaded = diagnose(Format::Markdown, &text);
        let found: Vec<_> = loaded
            .diagnostics
            .iter()
            .map(|found| {
                (
                    found.severity,
                    found.rule,
                    found.location.line,
                    found.location.column,
                )
            })
            .collect();
        assert_eq!(
            found,
            [(Severity::Error, "foreign-syntax", 10, 4)],
            "{raw}: {:?}",
            loaded.diagnostics
        );
    }
}

#[test]
fn boxes_in_lists_and_quotes_stay_in_them() {
    let text = "# T {#t}\n\nS.\n\n## A {#a}\n\n1. Do.\n   :::danger[Hot]\n   Mind it.\n   :::\n2. Be.\n\n    !!! note\n        Save it.\n\n3. Go.\n\n   > [!tip]- So\n   > Yes.\n\n> {hint}\n> :::note\n> Look.\n> :::\n\n## Ask {support}\n\nUs.\n";
    let (guide, told) = told(text);
    assert_eq!(told, [""; 0]);
    let steps: Vec<String> = guide.fixes[0]
        .steps
        .iter()
        .map(|step| shown(&step.passages))
        .collect();
    assert_eq!(
        steps,
        [
            "Do. | warning(Hot | Mind it.)",
            "Be. | tip(Save it.)",
            "Go. | tip(So | Yes.)"
        ]
    );
}

#[test]
fn markdown_in_an_aside_is_read() {
    let text = "# The frame is stuck\n\n<aside>\n💡 For the **large** frame: [the small one](https://example.org/s).\n\n</aside>\n\nThe picture does not change.\n\n## Reset it\n\n1. Hold both keys.\n";
    assert_eq!(
        shown(&told(text).0.intro),
        "tip(💡 For the large frame: the small one.)"
    );
}

#[test]
fn a_box_that_warns_of_a_loss_is_a_risk() {
    for warns in [
        "!!! danger\n    All photos will be erased.",
        ":::danger\nAll photos will be erased.\n:::",
        "> [!WARNING]\n> All photos will be erased.",
        "> **Warning:** All photos will be erased.",
    ] {
        let text =
            format!("# The frame is stuck\n\n## Reset it\n\n{warns}\n\n1. Hold both keys.\n");
        let risk = told(&text).0.fixes.remove(0).risk;
        assert_eq!(risk.map(|risk| risk.lost.len()), Some(1), "{warns}");
    }
}

#[test]
fn front_matter_titles_an_article() {
    for (matter, lang) in [
        (
            "---\ntitle: \"The lamp: dark\"\ndescription: Two fixes.\nlang: en-GB\n---\n",
            "en-GB",
        ),
        (
            "\u{feff}---\ntitle: \"The lamp: dark\"\ndescription: >\n  Two\n  fixes.\n---\n",
            "en",
        ),
        (
            "\n\n---\ntitle: 'The lamp: dark'\ndescription: Two fixes.\n...\n",
            "en",
        ),
        (
            "+++\ntitle = \"The lamp: dark\"\ndescription = '''Two fixes.'''\n+++\n",
            "en",
        ),
        (
            "<!-- x -->\n---\ntitle: \"The lamp: dark\"\ndescription: Two fixes.\n---\n",
            "en",
        ),
        (
            "{\n\"title\": \"The lamp: dark\", \"description\": \"Two fixes.\"\n}\n",
            "en",
        ),
    ] {
        let text = format!("{matter}\n## A {{#a}}\n\n1. Do.\n\n## Ask {{support}}\n\nUs.\n");
        let guide = guide_of(Format::Markdown, &text);
        assert_eq!(
            (&*guide.title, &*guide.summary, &*guide.lang),
            ("The lamp: dark", "Two fixes.", lang),
            "{text}"
        );
        assert_eq!(guide.fixes.len(), 1, "{text}");
    }
    // What the article says itself counts.
    let text = "---\ntitle: No\ndescription: No.\n---\n\n# T {#t}\n\nS.\n\n## A {#a}\n\n1. Do.\n";
    let guide = guide_of(Format::Markdown, text);
    assert_eq!((&*guide.title, &*guide.summary), ("T", "S."));
    // What its parser refuses is told, and is no text.
    let (guide, told) = told(
        "---\ntitle: \"x\nlang: en\n---\n# T {#t}\n\nS.\n\n## A {#a}\n\n1. Do.\n\n## Ask {support}\n\nUs.\n",
    );
    assert_eq!((&*guide.title, told.len()), ("T", 1));
}

/// As generators write them for their links: on the title, on groups and on what is below, or where no step is in sight.
#[test]
fn ids_that_cannot_be_those_of_fixes_are_anchors() {
    for (text, titles) in [
        (
            "# Errors {#errors}\n\n## Start {#start}\n\n### It does not start {#no-start}\n\nRestart it.\n\n### It crashes {#crash}\n\nUpdate it.\n",
            ["It does not start", "It crashes"],
        ),
        (
            "# Errors {#errors}\n\n## It does not start {#no-start}\n\nRestart it.\n\n## It crashes {#crash}\n\nUpdate it.\n",
            ["It does not start", "It crashes"],
        ),
        (
            "# Stuck {#stuck}\n\nHelp.\n\n## A start {#start}\n\n1. Restart it.\n\n## A word {#word}\n\n1. Update it.\n",
            ["A start", "A word"],
        ),
    ] {
        let guide = guide_of(Format::Markdown, text);
        let found: Vec<&str> = guide.fixes.iter().map(|fix| fix.title.as_str()).collect();
        assert_eq!(found, titles, "{text}");
    }
}

#[test]
fn front_matter_titles_an_article_in_html_too() {
    let text = "---\ntitle: The lamp stays dark\nlayout: page\n---\n<h2>Change the bulb</h2>\n<p>Unscrew it.</p>\n<h2>Push the plug in</h2>\n<p>Push until it clicks.</p>\n";
    let guide = guide_of(Format::Html, text);
    let found: Vec<&str> = guide.fixes.iter().map(|fix| fix.title.as_str()).collect();
    assert_eq!(guide.title, "The lamp stays dark");
    assert_eq!(found, ["Change the bulb", "Push the plug in"]);
    assert_eq!(guide.summary, "");
}

/// Old converters needed none, and what they made is still in many places.
#[test]
fn a_heading_needs_no_space_behind_its_signs() {
    let text = "# The lamp fails\n\n##It is dark\n\nPlug it in.\n\n##It is dim\n\nClean it.\n";
    let guide = guide_of(Format::Markdown, text);
    let titles: Vec<&str> = guide.fixes.iter().map(|fix| fix.title.as_str()).collect();
    assert_eq!(titles, ["It is dark", "It is dim"]);
}

#[test]
fn what_unfolds_under_titles_of_its_own_is_fixes() {
    let folded = [
        "??? tip \"The lamp is dark\"\n\n    Change the bulb.\n\n??? tip \"The hub is lost\"\n\n    Restart it.",
        "::: details The lamp is dark\nChange the bulb.\n:::\n\n::: details The hub is lost\nRestart it.\n:::",
        "+++ The lamp is dark\n\nChange the bulb.\n\n+++\n\n+++ The hub is lost\n\nRestart it.\n\n+++",
        "<Accordion title=\"The lamp is dark\">\nChange the bulb.\n</Accordion>\n\n<Accordion title=\"The hub is lost\">\nRestart it.\n</Accordion>",
    ];
    for folded in folded {
        let guide = guide_of(
            Format::Markdown,
            &format!(
                "# Troubleshooting\n\n## Crashes\n\n{folded}\n\n## The map is empty\n\nSign in.\n\n## No sound\n\nTurn it up.\n"
            ),
        );
        let titles: Vec<&str> = guide.fixes.iter().map(|fix| &*fix.title).collect();
        let wanted = [
            "The lamp is dark",
            "The hub is lost",
            "The map is empty",
            "No sound",
        ];
        assert_eq!(titles, wanted, "{folded}");
    }
}

#[test]
fn a_tab_whose_label_is_no_system_is_one_step() {
    let tabs = "=== \"Round lock\"\n\n    1. Turn it.\n    2. Press the key.\n\n=== \"Flat lock\"\n\n    Press it.";
    let text = format!(
        "# The lock does not open\n\n## Pair it again\n\n{tabs}\n\n## Change the battery\n\nOpen the lid.\n"
    );
    let guide = guide_of(Format::Markdown, &text);
    let steps = guide.fixes[0].steps.iter();
    let steps: Vec<String> = steps.map(|step| shown(&step.passages)).collect();
    assert_eq!(
        steps,
        [
            "Round lock | - Turn it. - Press the key.",
            "Flat lock | Press it."
        ]
    );
}
