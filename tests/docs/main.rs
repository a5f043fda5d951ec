//! The documentation names things that exist: links, files and folders, browser cases, decisions.
//!
//! Belongs here: what can be checked without understanding the text. Does not: the generated lists (`cargo xtask api`).
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a case that cannot go on has failed"
)]

mod examples;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Folders whose paths the text names in backticks.
const FOLDERS: [&str; 14] = [
    "benches/",
    "crates/",
    "docs/",
    "examples/",
    "fuzz/",
    "gallery/",
    "guides/",
    "locales/",
    "src/",
    "styles/",
    "tests/",
    "web/",
    "xtask/",
    ".ci/",
];
/// Made by a command, or by whoever follows the text.
const NOT_THERE_YET: [&str; 2] = ["web/node_modules", "src/parts/look_again.rs"];

fn pages() -> Vec<(PathBuf, String)> {
    let mut pages: Vec<PathBuf> = [
        "README.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        "SECURITY.md",
    ]
    .map(PathBuf::from)
    .into();
    for folder in ["docs", "docs/decisions", "examples/yew-app"] {
        let entries = fs::read_dir(folder).unwrap();
        pages.extend(
            entries
                .map(|entry| entry.unwrap().path())
                .filter(|path| path.extension().is_some_and(|end| end == "md")),
        );
    }
    let read = |path: PathBuf| (path.clone(), fs::read_to_string(path).unwrap());
    pages.into_iter().map(read).collect()
}

/// The text without fenced code.
fn prose(page: &str) -> String {
    page.split("```").step_by(2).collect()
}

/// What stands between `open` and `close`, on one line.
fn between<'a>(text: &'a str, open: &str, close: char) -> Vec<&'a str> {
    text.lines()
        .flat_map(|line| line.split(open).skip(1))
        .filter_map(|rest| rest.split_once(close))
        .map(|(inside, _)| inside)
        .collect()
}

/// The code spans of a text.
fn code_spans(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

/// The anchors of a page's headings, as GitHub makes them.
fn anchors(page: &str) -> BTreeSet<String> {
    let headings = page.lines().filter(|line| line.starts_with('#'));
    headings
        .map(|line| {
            let words = line.trim_start_matches('#').trim().to_lowercase();
            words
                .chars()
                .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'))
                .map(|c| if c == ' ' { '-' } else { c })
                .collect()
        })
        .collect()
}

#[test]
fn relative_links_resolve() {
    let mut links = 0;
    for (path, page) in pages() {
        let text: String = prose(&page).split('`').step_by(2).collect();
        for link in between(&text, "](", ')') {
            if link.contains("://") {
                continue;
            }
            links += 1;
            let (file, anchor) = link.split_once('#').unwrap_or((link, ""));
            let target = match file {
                "" => path.clone(),
                file => path.parent().unwrap().join(file),
            };
            assert!(target.exists(), "{}: {link} leads nowhere", path.display());
            if !anchor.is_empty() {
                let page = fs::read_to_string(&target).unwrap();
                assert!(
                    anchors(&page).contains(anchor),
                    "{}: no heading for {link}",
                    path.display()
                );
            }
        }
    }
    assert!(links > 50, "only {links} links were found");
}

#[test]
fn named_files_and_folders_exist() {
    let mut named = 0;
    for (path, page) in pages() {
        for span in code_spans(&prose(&page)) {
            let is_path = FOLDERS.iter().any(|folder| span.starts_with(folder));
            let is_pattern = span.contains(['*', ' ', '<']);
            if !is_path || is_pattern || NOT_THERE_YET.contains(&span) {
                continue;
            }
            named += 1;
            assert!(
                Path::new(span).exists(),
                "{}: there is no {span}",
                path.display()
            );
        }
    }
    assert!(named > 50, "only {named} paths were found");
}

#[test]
fn named_browser_cases_exist() {
    let source = text_of(Path::new("tests/browser"));
    let pages = ["docs/reliability.md", "docs/accessibility.md"];
    let page = pages.map(|page| fs::read_to_string(page).unwrap()).concat();
    let mut named = 0;
    for span in code_spans(&page) {
        // A key of the storage begins with the product's name.
        if let Some((group, case)) = span.split_once("::")
            && group != "unstuck"
        {
            named += 1;
            assert!(
                source.contains(&format!("\"{group}::{case}\"")),
                "there is no browser case {span}"
            );
        }
    }
    assert!(named > 5, "only {named} cases were found");
}

#[test]
fn the_index_lists_every_decision() {
    let index = fs::read_to_string("docs/decisions/README.md").unwrap();
    for (path, page) in pages() {
        let name = path.file_name().unwrap().to_str().unwrap();
        let Some(number) = name.get(..4).and_then(|start| start.parse::<u32>().ok()) else {
            continue;
        };
        let title = page.lines().next().unwrap();
        let title = title.strip_prefix(&format!("# {number}. ")).unwrap();
        let row = format!("| [{number:04}]({name}) | {title} |");
        assert!(index.contains(&row), "docs/decisions/README.md lacks {row}");
    }
}

/// The sites of `tests/sites` are what `docs/authors.md` says was tried, with their versions, and hold what it gives as code.
#[test]
fn the_recipes_are_what_was_tried() {
    let authors = fs::read_to_string("docs/authors.md").unwrap();
    let mut lines = 0;
    for folder in fs::read_dir("tests/sites").unwrap() {
        let folder = folder.unwrap().path();
        let Ok(site) = fs::read_to_string(folder.join("site.json")) else {
            continue;
        };
        let about = between(&site, "\"about\": \"", '"')[0];
        let row = authors
            .lines()
            .find(|line| line.ends_with(&format!(" | {about} |")));
        let anchor = row.map_or("", |row| between(row, "](#", ')')[0]);
        assert!(!anchor.is_empty(), "docs/authors.md lacks {about}");
        let text = text_of(&folder);
        for line in code_under(&authors, anchor) {
            assert!(text.contains(line), "{} has no {line}", folder.display());
            lines += 1;
        }
    }
    assert!(lines > 40, "only {lines} lines of code were found");
}

/// The lines of the fenced code under the heading with this anchor, without their indentation.
fn code_under<'a>(page: &'a str, anchor: &str) -> Vec<&'a str> {
    let heads = |section: &&str| {
        let heading = section.lines().next().unwrap_or_default();
        heading.trim_start_matches(['#', ' ']).to_lowercase() == anchor
    };
    let section = page.split("\n#").find(heads).unwrap();
    let blocks = section.split("```").skip(1).step_by(2);
    let lines = blocks.flat_map(|block| block.lines().skip(1));
    lines
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect()
}

/// All that lies in a folder, as one text.
fn text_of(folder: &Path) -> String {
    let entries = fs::read_dir(folder).unwrap();
    entries
        .map(|entry| entry.unwrap().path())
        .map(|path| {
            if path.is_dir() {
                text_of(&path)
            } else {
                fs::read_to_string(path).unwrap()
            }
        })
        .collect()
}

/// The table of limits for authors has the numbers that hold.
#[test]
fn limits_are_those_of_the_engine() {
    use unstuck_core::guide::limits::{
        MAX_ATTRIBUTES, MAX_BYTES, MAX_DEPTH, MAX_FIXES, MAX_NODES, MAX_PIECES, MAX_QUESTIONS,
        MAX_SEARCHED_NODES, MAX_TERMS,
    };
    let text = fs::read_to_string("docs/commands.md").unwrap();
    let rows = text.split_once("## Limits").unwrap().1.lines();
    let said: Vec<String> = rows
        .filter_map(|row| row.strip_suffix(" |")?.rsplit_once("| "))
        .map(|(_, number)| number.replace(',', ""))
        .filter(|number| number.starts_with(|c: char| c.is_ascii_digit()))
        .collect();
    let counts = [
        MAX_NODES,
        MAX_SEARCHED_NODES,
        MAX_DEPTH,
        MAX_ATTRIBUTES,
        MAX_FIXES,
        MAX_QUESTIONS,
        MAX_TERMS,
        MAX_PIECES,
    ];
    let mut all = vec![format!("{} MiB", MAX_BYTES >> 20)];
    all.extend(counts.map(|count| count.to_string()));
    assert_eq!(said, all);
}
