//! The documentation's own examples do what the text around them says: each block of HTML, Markdown or JSON, and each of
//! these within a line.
//!
//! Belongs here: one case for each, which reads it with the engine. An example without a case fails, and so does a case
//! whose example is gone. Does not: other languages, or the element in a browser (`tests/browser`).

use std::fs;

use unstuck_adopt::html;
use unstuck_author::{Format, Severity, diagnose};
use unstuck_core::guide::{Guide, Image, Inline, Passage};
use unstuck_core::progress::{Answer, Progress, Record};
use unstuck_core::walk::{Action, Screen, Walk, apply};

use super::between;

/// An example's file, what it begins with, and what must hold of it.
type Case = (&'static str, &'static str, fn(&str));

const CASES: &[Case] = &[
    (
        "README.md",
        "<script src=\"embed.js\" async data-article",
        tags,
    ),
    (
        "README.md",
        "<script src=\"embed.js\" async></script>\n\n<article",
        tags,
    ),
    ("docs/article.md", "<p data-unstuck-id=\"no-light\"", choice),
    ("docs/article.md", "<div data-unstuck-risk=", risk),
    ("docs/article.md", "{\"v\":2,\"guide\"", record),
    ("docs/article.md", "<b>Settings › General", menu_path),
    ("docs/article.md", "data-unstuck-drawing=", drawing),
    ("docs/article.md", "data-unstuck-guide=", name),
    ("docs/article.md", "![The lamp]", picture),
    ("docs/article.md", "> [!WARNING]", callout),
    ("docs/article.md", "> [!NOTE]", callout),
    ("docs/authors.md", "<script src=\"https://YOUR-HOST", tags),
    ("docs/authors.md", "<style>@media (scripting", tags),
    ("docs/authors.md", "<script>", listener),
    ("docs/authors.md", "<article>\n", around),
    (
        "docs/authors.md",
        "<script src=\"/unstuck/embed.js\" async></script>\n",
        tags,
    ),
    ("docs/authors.md", "<unstuck-guide", tags),
    ("docs/commands.md", "# Title {#id", title),
    ("docs/commands.md", "> [!NOTE]", box_of_others),
    ("docs/commands.md", "> [!warning]- Title", box_of_others),
    ("docs/commands.md", "![[lamp.png", picture_of_others),
    ("docs/commands.md", "---\ntitle:", other_tools),
    ("docs/element.md", "<script src=\"embed.js\" async", tags),
    ("docs/element.md", "<section data-unstuck-support", support),
];

/// The examples of a page: blocks of these languages, and code within a line that is more than a name.
fn examples(page: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut parts = page.split("```");
    while let Some(prose) = parts.next() {
        let spans = prose.split('`').skip(1).step_by(2);
        let example = |span: &&str| {
            let marked = span.starts_with("data-unstuck-") && span.contains("=\"");
            let element =
                span.starts_with('<') && span.contains("</") || span.starts_with("<unstuck-guide ");
            marked
                || element
                || span.starts_with("![")
                || span.starts_with("> [!")
                || span.starts_with("# ")
        };
        found.extend(spans.filter(example).map(str::to_owned));
        let Some((language, block)) = parts.next().and_then(|block| block.split_once('\n')) else {
            continue;
        };
        if matches!(language, "html" | "markdown" | "md" | "json") {
            found.push(block.to_owned());
        }
    }
    found
}

#[test]
fn each_example_does_what_the_text_says() {
    let mut met = vec![0; CASES.len()];
    let entries = fs::read_dir("docs").unwrap();
    let docs = entries.map(|entry| entry.unwrap().path());
    for path in docs.chain(["README.md".into()]) {
        let name = path.display().to_string();
        if !name.ends_with(".md") {
            continue;
        }
        for example in examples(&fs::read_to_string(&path).unwrap()) {
            let cases = CASES.iter().zip(&mut met);
            let found = cases
                .filter(|((file, start, _), _)| *file == name && example.starts_with(start))
                .max_by_key(|((_, start, _), _)| start.len());
            let Some(((.., holds), met)) = found else {
                panic!(
                    "{name} has an example without a case in {}: {example}",
                    file!()
                );
            };
            holds(&example);
            *met += 1;
        }
    }
    for ((file, start, _), met) in CASES.iter().zip(met) {
        assert!(
            met > 0,
            "{file} has no example any more that begins with {start}"
        );
    }
}

const FIXES: &str = "<h2>Change the bulb</h2><ol><li>Unscrew it.</li><li>Screw in a new one.</li></ol>\
    <h2>Push the plug in</h2><ol><li>Find the plug.</li><li>Push it in.</li></ol>";

/// The guide of an article, which has no problem but those that its author is only warned of.
fn guide(format: Format, text: &str) -> Guide {
    let loaded = diagnose(format, text);
    let errors = loaded.diagnostics.iter();
    let errors: Vec<_> = errors
        .filter(|found| found.severity == Severity::Error)
        .collect();
    assert!(errors.is_empty(), "{errors:?} in {text}");
    loaded.guide.unwrap()
}

fn html_guide(inside: &str) -> Guide {
    guide(
        Format::Html,
        &format!("<article><h1>The lamp stays dark</h1><p>Try this.</p>{inside}</article>"),
    )
}

/// The names in `api.toml` under this heading.
fn public(kind: &str) -> Vec<String> {
    let api = fs::read_to_string("api.toml").unwrap();
    let all = api
        .split("\n\n")
        .filter(|entry| entry.starts_with(&format!("[[{kind}]]")));
    all.map(|entry| between(entry, "name = \"", '"')[0].to_owned())
        .collect()
}

/// Scripts load the tag, and what the tag and the element are given exists.
fn tags(example: &str) {
    let known = public("attribute");
    let events = public("event");
    let mut elements = 0;
    for tag in example.split('<').skip(1) {
        let (tag, _) = tag.split_once('>').unwrap_or((tag, ""));
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        let prefix = match name {
            "script" => {
                assert!(tag.contains("embed.js\""), "{tag}");
                "data-"
            }
            "unstuck-guide" => "",
            _ => continue,
        };
        elements += 1;
        for word in attributes.split(' ') {
            let (own, _) = word.split_once('=').unwrap_or((word, ""));
            // The rest is in a value.
            let is_name = |c: char| c.is_ascii_lowercase() || matches!(c, '-' | '@');
            if own.is_empty() || !own.chars().all(is_name) {
                continue;
            }
            let ours = own
                .strip_prefix(prefix)
                .is_some_and(|own| known.iter().any(|known| known == own));
            let event = own.strip_prefix("on").or(own.strip_prefix('@'));
            let event = event.is_some_and(|own| events.iter().any(|known| known == own));
            // What HTML and Turbo know.
            let others = ["async", "src", "id", "data-turbo-permanent"];
            assert!(ours || event || others.contains(&own), "{own} in {example}");
        }
    }
    assert!(elements > 0, "{example}");
}

/// Every event that it listens to exists.
fn listener(example: &str) {
    let heard = between(example, "addEventListener(\"", '"');
    let known = public("event");
    let ours = heard.iter().filter(|name| name.starts_with("unstuck-"));
    assert!(ours.clone().count() > 3, "{example}");
    ours.for_each(|name| assert!(known.iter().any(|known| known == name), "{name}"));
}

/// In an article that is marked no further, and in one that is.
fn choice(example: &str) {
    let marked = FIXES.replacen(
        "<h2>",
        "<h2 data-unstuck-id=bulb data-unstuck-only-if=no-light>",
        1,
    );
    let marked = marked.replacen("<h2>", "<h2 data-unstuck-id=plug>", 1);
    for fixes in [FIXES, &marked] {
        let guide = html_guide(&format!("{example}{fixes}"));
        let walk = |progress: &Progress| {
            let walk = Walk::replay(&guide, progress);
            (walk.screen.name(), walk.screen.id().to_owned())
        };
        let screen = Walk::replay(&guide, &Progress::default()).screen;
        let Screen::Choice(options) = screen else {
            panic!("{screen:?}");
        };
        let options: Vec<_> = options
            .iter()
            .map(|option| (&*option.id, &*option.ask, &*option.one_of))
            .collect();
        let above = "Which of these do you see?";
        assert_eq!(
            options,
            [
                ("no-light", "No light at all", above),
                ("blinks", "It blinks red", above)
            ]
        );
        let chosen = Action::Answer {
            id: "blinks".into(),
            answer: Answer::Yes,
        };
        let progress = apply(&guide, &Progress::default(), &chosen, 1).unwrap();
        // The fact of the chosen option is yes, those of the others no.
        let next = if fixes == FIXES {
            &guide.fixes[0].id
        } else {
            "plug"
        };
        assert_eq!(walk(&progress), ("fix", next.to_owned()));
    }
}

fn risk(example: &str) {
    let guide = html_guide(&format!(
        "<section data-unstuck-id=delete><h2>Delete the old backup</h2>{example}</section>\
         <section data-unstuck-id=mac-backup><h2>Back up to a Mac</h2><ol><li>Connect it.</li></ol></section>"
    ));
    let fix = &guide.fixes[0];
    let risk = fix.risk.as_ref().unwrap();
    assert!(!risk.reversible);
    assert_eq!(risk.title, "Deleting the old backup can’t be undone.");
    assert_eq!(risk.lost[0][0].plain(), "The backup, with everything in it");
    assert_eq!(risk.first[0].plain(), "Make a backup on a computer first.");
    assert_eq!(risk.first_fix, guide.fixes[1].id);
    assert!(fix.steps.iter().any(|step| step.risk.is_some()));
    let screen = Walk::replay(&guide, &Progress::default()).screen;
    assert_eq!((screen.name(), screen.id()), ("confirm", "delete"));
}

fn support(example: &str) {
    let guide = html_guide(&format!(
        "<h2 data-unstuck-id=bulb>Change the bulb</h2><ol><li>Unscrew it.</li></ol>{example}<h2>Ask us</h2><p>By phone.</p></section>"
    ));
    let support = guide.support.unwrap();
    assert_eq!(support.needs, ["iPhone model", "iOS version"]);
    assert!(support.issue.contains("{outcome}") && support.issue.contains("{report}"));
}

/// A record as it is stored, with its checksum.
fn record(example: &str) {
    let record = Record::from_text(example.trim(), "iphone-backup", 1_763_722_800_001).unwrap();
    assert_eq!(record.to_text(), example.trim());
}

/// The article around the element, which is no part of it.
fn around(example: &str) {
    let page = format!(
        "<main>{example}<ol><li>Find the plug.</li><li>Push it in.</li></ol><h2>2. Change the bulb</h2><ol><li>Unscrew it.</li></ol></article></main>"
    );
    let guide = html::parse(&page).unwrap();
    let titles: Vec<&str> = guide.fixes.iter().map(|fix| &*fix.title).collect();
    assert_eq!(titles, ["1. Push the plug in", "2. Change the bulb"]);
    assert_eq!(guide.title, "The lamp stays dark");
}

/// The one step of a fix.
fn step(format: Format, words: &str) -> Vec<Passage> {
    let guide = match format {
        Format::Markdown => guide(
            format,
            &format!(
                "# The lamp stays dark\n\nTry this.\n\n## A {{#a}}\n\n1. Do it.\n\n   {words}\n"
            ),
        ),
        _ => html_guide(&format!(
            "<h2 data-unstuck-id=a>A</h2><ol><li>Do it.<p>{words}</p></li></ol>"
        )),
    };
    guide.fixes[0].steps[0].passages[1..].to_vec()
}

fn menu_path(example: &str) {
    let [Passage::Words(words)] = &step(Format::Html, example)[..] else {
        panic!("{example}");
    };
    let items = ["Settings", "General", "Reset"].map(str::to_owned);
    assert_eq!(words.0, [Inline::Path(items.into())]);
}

fn drawing(example: &str) {
    let guide = html_guide(&format!(
        "<h2 data-unstuck-id=a {example}>A</h2><ol><li>Do it.</li></ol>"
    ));
    assert!(guide.fixes[0].drawing.starts_with('M'));
}

fn name(example: &str) {
    let guide = html_guide(FIXES);
    assert_eq!(guide.id, "");
    let text = format!("<article {example}><h1>The lamp stays dark</h1>{FIXES}</article>");
    assert_eq!(html::parse(&text).unwrap().id, "lamp-stays-dark");
}

fn picture(example: &str) {
    let [Passage::Words(words)] = &step(Format::Markdown, example)[..] else {
        panic!("{example}");
    };
    let [
        Inline::Image(Image {
            src,
            alt,
            width,
            height,
            ..
        }),
    ] = &words.0[..]
    else {
        panic!("{words:?}");
    };
    assert_eq!(
        [src, alt, width, height],
        ["lamp.png", "The lamp", "640", "320"]
    );
}

fn callout(example: &str) {
    let said = step(Format::Markdown, &format!("{example}\n   > Mind it."));
    let [Passage::Tip { warning, passages }] = &said[..] else {
        panic!("{said:?}");
    };
    assert_eq!(*warning, example.contains("WARNING"));
    assert_eq!(passages[0].plain(), "Mind it.");
}

fn box_of_others(example: &str) {
    let said = step(Format::Markdown, &format!("{example}\n   > Mind it."));
    let [Passage::Tip { warning, passages }] = &said[..] else {
        panic!("{said:?}");
    };
    assert_eq!(*warning, example.contains("warning"));
    let words: Vec<String> = passages.iter().map(Passage::plain).collect();
    let title = example.contains("Title").then(|| "Title".to_owned());
    assert_eq!(
        words,
        title
            .into_iter()
            .chain(["Mind it.".to_owned()])
            .collect::<Vec<_>>()
    );
}

fn picture_of_others(example: &str) {
    // In the cell of a table, a bar has a backslash.
    let [Passage::Words(words)] = &step(Format::Markdown, &example.replace('\\', ""))[..] else {
        panic!("{example}");
    };
    let [Inline::Image(Image { src, width, .. })] = &words.0[..] else {
        panic!("{words:?}");
    };
    assert_eq!([src, width], ["lamp.png", "200"]);
}

fn other_tools(example: &str) {
    let loaded = diagnose(Format::Markdown, example);
    let errors = loaded.diagnostics.iter();
    let errors: Vec<_> = errors
        .filter(|found| found.severity == Severity::Error)
        .map(|found| (found.rule, found.location.line))
        .collect();
    let last = example.lines().count();
    assert_eq!(errors, [("foreign-syntax", last)]);
    let guide = loaded.guide.unwrap();
    assert_eq!(
        (&*guide.title, &*guide.summary),
        ("The lamp stays dark", "Two things to try.")
    );
    let [first, second] = &guide.fixes[..] else {
        panic!("{:?}", guide.fixes);
    };
    assert!(matches!(
        first.reason[..],
        [Passage::Tip { warning: true, .. }]
    ));
    assert_eq!(first.steps[0].passages[1].plain(), "¹ To the left.");
    assert_eq!(second.steps.len(), 1);
}

fn title(example: &str) {
    let guide = guide(
        Format::Markdown,
        &format!("{example}\n\nS.\n\n## A {{#a}}\n\n1. Do.\n"),
    );
    assert_eq!(
        (&*guide.id, &*guide.title, &*guide.lang),
        ("id", "Title", "en")
    );
    assert_eq!(guide.verdict.ask.as_deref(), Some("Did it help?"));
}
