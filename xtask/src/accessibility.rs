//! What is made from the table of conformance, `docs/accessibility.toml`: the tables of docs/accessibility.md, and the same in EARL
//! for machines.
//!
//! Belongs here: what a row says in which form. Does not: what Unstuck conforms to (the table), or when this is written (`api`).

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;
use serde_json::{Value, json};
use unstuck_page::files::read;
use unstuck_page::template::between_markers;

use crate::run::root;

const TABLE: &str = "docs/accessibility.toml";
const PAGE: &str = "docs/accessibility.md";
const EARL: &str = "docs/accessibility.earl.json";
/// What is made of the table: for people and for machines.
pub(crate) const FILES: [&str; 2] = [PAGE, EARL];
/// The cases that are named must be in there.
const CASES: &str = "tests/browser";

#[derive(Deserialize)]
struct Table {
    wcag: Vec<Row>,
    en: Vec<Row>,
    section508: Vec<Row>,
    coga: Vec<Row>,
}

/// A criterion, or a pattern.
#[derive(Deserialize)]
struct Row {
    id: String,
    name: String,
    #[serde(default)]
    level: String,
    result: Option<Outcome>,
    remark: String,
    /// A way round what is missing.
    #[serde(default)]
    around: String,
    /// Browser cases, or files whose tests show it.
    #[serde(default)]
    tests: Vec<String>,
}

#[derive(Clone, Copy, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
enum Outcome {
    Supports,
    Partially,
    Not,
    None,
}

impl Outcome {
    /// As a VPAT has it, and as EARL has it.
    fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Supports => ("Supports", "earl:passed"),
            Self::Partially => ("Partially supports", "earl:failed"),
            Self::Not => ("Does not support", "earl:failed"),
            Self::None => ("Not applicable", "earl:inapplicable"),
        }
    }

    fn is_gap(self) -> bool {
        matches!(self, Self::Partially | Self::Not)
    }
}

/// The files, with the text that they are to have.
pub(crate) fn generated() -> Result<[(&'static str, String); 2]> {
    let table: Table = toml::from_str(&read(&root().join(TABLE))?).context(TABLE)?;
    let cases = text_of(&root().join(CASES))?;
    let mut page = read(&root().join(PAGE))?;
    let Table {
        wcag,
        en,
        section508,
        coga,
    } = &table;
    let all = || wcag.iter().chain(en).chain(section508);
    for row in all() {
        let gap = row.result.is_some_and(Outcome::is_gap);
        ensure!(
            gap != row.around.is_empty(),
            "{}: a gap has a way round",
            row.id
        );
    }
    for (name, text) in [
        ("gaps", gaps(all())),
        ("coga", patterns(coga, &cases)?),
        ("wcag", criteria(wcag, &cases)?),
        ("en", criteria(en, &cases)?),
        ("section508", criteria(section508, &cases)?),
    ] {
        page = between_markers(&page, name, &text).context(PAGE)?;
    }
    let earl = serde_json::to_string_pretty(&earl(wcag))? + "\n";
    Ok([(PAGE, page), (EARL, earl)])
}

fn gaps<'t>(rows: impl Iterator<Item = &'t Row>) -> String {
    let gaps = rows.filter(|row| row.result.is_some_and(Outcome::is_gap));
    let lines = gaps.map(|row| {
        let Row {
            id,
            name,
            remark,
            around,
            ..
        } = row;
        format!("| {id} {name} | {remark} | {around} |\n")
    });
    "| what | gap | way round |\n| --- | --- | --- |\n".to_owned() + &lines.collect::<String>()
}

fn criteria(rows: &[Row], cases: &str) -> Result<String> {
    let mut out =
        "| criterion | result | remarks | shown by |\n| --- | --- | --- | --- |\n".to_owned();
    for row in rows {
        let result = row
            .result
            .with_context(|| format!("{} has no result", row.id))?;
        let name = [&row.id, &row.name, &row.level]
            .map(String::as_str)
            .join(" ");
        let (name, result, shown) = (name.trim_end(), result.names().0, shown(row, cases)?);
        out += &format!("| {name} | {result} | {} | {shown} |\n", row.remark);
    }
    Ok(out)
}

fn patterns(rows: &[Row], cases: &str) -> Result<String> {
    let mut out =
        "| objective | pattern | here | shown by |\n| --- | --- | --- | --- |\n".to_owned();
    for row in rows {
        let shown = shown(row, cases)?;
        out += &format!("| {} | {} | {} | {shown} |\n", row.id, row.name, row.remark);
    }
    Ok(out)
}

/// The tests of a row, each with its engines.
fn shown(row: &Row, cases: &str) -> Result<String> {
    let each = row.tests.iter().map(|test| {
        if test.contains('/') {
            ensure!(
                root().join(test).is_file(),
                "{}: there is no {test}",
                row.id
            );
            return Ok(format!("`{test}`"));
        }
        let all = if in_every_engine(test, cases)? {
            " (all)"
        } else {
            ""
        };
        Ok(format!("`{test}`{all}"))
    });
    Ok(each.collect::<Result<Vec<_>>>()?.join(", "))
}

/// Whether a browser case runs in every engine: as it says where it is listed, up to the next.
fn in_every_engine(case: &str, cases: &str) -> Result<bool> {
    let Some((_, after)) = cases.split_once(&format!("\"{case}\"")) else {
        bail!("there is no browser case {case}");
    };
    let own = after.split("case(").next().unwrap_or_default();
    let own = own.split("];").next().unwrap_or_default();
    Ok(own.contains("in_every_engine") || own.contains("EveryEngine"))
}

fn text_of(folder: &Path) -> Result<String> {
    let mut out = String::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            out += &text_of(&path)?;
        } else if path.extension().is_some_and(|end| end == "rs") {
            out += &read(&path)?;
        }
    }
    Ok(out)
}

/// An assertion for each criterion of WCAG, as <https://www.w3.org/TR/EARL10-Schema/> has it.
fn earl(rows: &[Row]) -> Value {
    let assertion = |row: &Row| {
        let outcome = row
            .result
            .map_or("earl:untested", |result| result.names().1);
        let description = [&*row.remark, &*row.around].join(" ");
        let description = description.trim_end();
        let mode = if row.tests.is_empty() {
            "earl:manual"
        } else {
            "earl:automatic"
        };
        json!({
            "@type": "earl:Assertion",
            "earl:assertedBy": { "@id": "#project" },
            "earl:subject": { "@id": "#unstuck" },
            "earl:test": {
                "@id": format!("https://www.w3.org/TR/WCAG22/#{}", anchor(&row.name)),
                "@type": "earl:TestCriterion",
                "dct:title": format!("{} {}", row.id, row.name),
            },
            "earl:mode": { "@id": mode },
            "earl:result": {
                "@type": "earl:TestResult",
                "earl:outcome": { "@id": outcome },
                "dct:description": description,
                "earl:info": row.tests.join(", "),
            },
        })
    };
    let mut graph = vec![
        json!({ "@id": "#unstuck", "@type": ["earl:TestSubject", "earl:Software"], "dct:title": "Unstuck", "dct:hasVersion": env!("CARGO_PKG_VERSION") }),
        json!({ "@id": "#project", "@type": "earl:Assertor", "dct:title": "The project itself" }),
    ];
    graph.extend(rows.iter().map(assertion));
    json!({
        "@context": { "earl": "http://www.w3.org/ns/earl#", "dct": "http://purl.org/dc/terms/" },
        "@graph": graph,
    })
}

/// How WCAG's own headings are called in addresses.
fn anchor(name: &str) -> String {
    let name = name.to_lowercase().replace(' ', "-");
    name.chars()
        .filter(|c| c.is_ascii_alphanumeric() || *c == '-')
        .collect()
}
