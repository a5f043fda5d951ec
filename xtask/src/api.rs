//! `cargo xtask api`: what is made from the table of public names, `api.toml`, and from the lists that Rust and TypeScript
//! share.
//!
//! Belongs here: the table, and how it becomes types, the elements' manifest and lists in the documentation. Does not: what
//! the names do.

use std::fmt::Write as _;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::files::{read, write};
use crate::run::root;
use crate::template::between_markers;

/// The manifest of the element, as <https://custom-elements-manifest.open-wc.org> has it.
pub(crate) const MANIFEST: &str = "web/custom-elements.json";
/// The types of the element and of the package.
pub(crate) const TYPES: &str = "web/unstuck-guide.d.ts";

/// All public names.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Table {
    attribute: Vec<Attribute>,
    member: Vec<Member>,
    event: Vec<Event>,
    part: Vec<Named>,
    property: Vec<Property>,
    cause: Vec<Named>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Named {
    name: String,
    doc: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Attribute {
    name: String,
    /// In TypeScript.
    r#type: String,
    default: Option<String>,
    doc: String,
}

/// A property, which has a type, or a method, which returns one.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Member {
    name: String,
    r#type: Option<String>,
    returns: Option<String>,
    doc: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Event {
    name: String,
    /// The type of its `detail`.
    detail: String,
    doc: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Property {
    name: String,
    syntax: Option<String>,
    doc: String,
}

impl Table {
    /// The names of the custom properties.
    pub(crate) fn property_names(&self) -> Vec<String> {
        self.property.iter().map(|each| each.name.clone()).collect()
    }
}

/// Reads the table of this checkout.
pub(crate) fn read_table() -> Result<Table> {
    toml::from_str(&read(&root().join("api.toml"))?).context("api.toml")
}

/// Writes all that is made from the table; with `check`, only fails where something is out of date.
pub(crate) fn generate(check: bool) -> Result<()> {
    for (path, new) in generated()? {
        let old = read(&path).unwrap_or_default();
        if old == new {
            continue;
        }
        let name = path.strip_prefix(root()).unwrap_or(&path).display();
        if check {
            bail!("{name} is not as api.toml has it: `cargo xtask api` writes it");
        }
        write(&path, &new)?;
        println!("{name} is new");
    }
    Ok(())
}

/// The files, with the text that they are to have.
fn generated() -> Result<Vec<(PathBuf, String)>> {
    let table = read_table()?;
    let marked = |path: &str, parts: &[(&str, String)]| -> Result<(PathBuf, String)> {
        let path = root().join(path);
        let text = parts.iter().try_fold(read(&path)?, |text, (name, new)| {
            between_markers(&text, name, new).with_context(|| path.display().to_string())
        })?;
        Ok((path, text))
    };
    Ok(vec![
        (
            root().join(MANIFEST),
            format!("{}\n", serde_json::to_string_pretty(&manifest(&table))?),
        ),
        marked(TYPES, &types(&table))?,
        marked(
            "README.md",
            &[
                ("attributes", attribute_rows(&table)),
                ("names", name_lists(&table)),
            ],
        )?,
        marked(
            "docs/element.md",
            &[(
                "causes",
                rows("`cause`", "what is the matter", &table.cause),
            )],
        )?,
    ])
}

fn manifest(table: &Table) -> Value {
    let attributes = table.attribute.iter().map(|each| {
        let mut value = json!({
            "name": each.name,
            "description": each.doc,
            "type": { "text": each.r#type.replace('"', "'") },
        });
        if let Some(default) = &each.default {
            let number = default.parse::<u8>().is_ok();
            value["default"] = if number {
                default.clone()
            } else {
                format!("'{default}'")
            }
            .into();
        }
        value
    });
    let members = table.member.iter().map(|Member { name, r#type, returns, doc }| match returns {
        Some(returns) => json!({ "kind": "method", "name": name, "description": doc, "return": { "type": { "text": returns } } }),
        None => json!({ "kind": "field", "name": name, "description": doc, "type": { "text": r#type }, "readonly": true }),
    });
    let events = table.event.iter().map(|Event { name, detail, doc }| {
        json!({ "name": name, "description": doc, "type": { "text": format!("CustomEvent<{detail}>") } })
    });
    let parts = table
        .part
        .iter()
        .map(|Named { name, doc }| json!({ "name": name, "description": doc }));
    let properties = table.property.iter().map(|Property { name, syntax, doc }| {
        let mut value = json!({ "name": name, "description": doc });
        if let Some(syntax) = syntax {
            value["syntax"] = syntax.as_str().into();
        }
        value
    });
    json!({
        "schemaVersion": "1.0.0",
        "modules": [{
            "kind": "javascript-module",
            "path": "embed.js",
            "declarations": [{
                "kind": "class",
                "name": "UnstuckGuide",
                "description": "A help article as a walk: questions, one fix at a time, and a report.",
                "customElement": true,
                "tagName": "unstuck-guide",
                "superclass": { "name": "HTMLElement" },
                "attributes": attributes.collect::<Value>(),
                "members": members.collect::<Value>(),
                "events": events.collect::<Value>(),
                "slots": [{ "name": "", "description": "Shown where the widget cannot start." }],
                "cssParts": parts.collect::<Value>(),
                "cssProperties": properties.collect::<Value>(),
            }],
            "exports": [{
                "kind": "custom-element-definition",
                "name": "unstuck-guide",
                "declaration": { "name": "UnstuckGuide", "module": "embed.js" },
            }],
        }],
    })
}

/// The marked parts of the types.
fn types(table: &Table) -> [(&'static str, String); 4] {
    let mut parts = [
        ("causes", String::new()),
        ("events", String::new()),
        ("attributes", String::new()),
        ("members", String::new()),
    ];
    let [(_, causes), (_, events), (_, attributes), (_, members)] = &mut parts;
    // Writing to a string does not fail.
    for Named { name, doc } in &table.cause {
        let _ = writeln!(causes, "  /** {doc} */\n  | \"{name}\"");
    }
    for Event { name, detail, doc } in &table.event {
        let _ = writeln!(
            events,
            "  /** {doc} */\n  \"{name}\": CustomEvent<{detail}>;"
        );
    }
    for Attribute {
        name, r#type, doc, ..
    } in &table.attribute
    {
        let _ = writeln!(attributes, "  /** {doc} */\n  \"{name}\"?: {};", r#type);
    }
    for Member {
        name,
        r#type,
        returns,
        doc,
    } in &table.member
    {
        let _ = match returns {
            Some(returns) => writeln!(members, "  /** {doc} */\n  {name}(): {returns};"),
            None => writeln!(
                members,
                "  /** {doc} */\n  readonly {name}: {};",
                r#type.as_deref().unwrap_or("unknown")
            ),
        };
    }
    parts
}

fn attribute_rows(table: &Table) -> String {
    let named = table.attribute.iter().map(|each| Named {
        name: each.name.clone(),
        doc: each.doc.clone(),
    });
    rows("attribute", "meaning", &named.collect::<Vec<_>>())
}

/// A Markdown table of names.
fn rows(name: &str, meaning: &str, all: &[Named]) -> String {
    let mut out = format!("| {name} | {meaning} |\n| --- | --- |\n");
    for Named { name, doc } in all {
        let _ = writeln!(out, "| `{name}` | {doc} |");
    }
    out
}

/// The lists of names alone, as the README has them.
fn name_lists(table: &Table) -> String {
    let list = |names: &mut dyn Iterator<Item = String>| {
        names
            .map(|name| format!("`{name}`"))
            .collect::<Vec<_>>()
            .join(", ")
    };
    let (methods, properties): (Vec<&Member>, Vec<&Member>) =
        table.member.iter().partition(|each| each.returns.is_some());
    [
        (
            "Events",
            list(&mut table.event.iter().map(|each| each.name.clone())),
        ),
        (
            "Methods",
            list(&mut methods.iter().map(|each| format!("{}()", each.name))),
        ),
        (
            "Properties",
            list(&mut properties.iter().map(|each| each.name.clone())),
        ),
        (
            "Parts",
            list(&mut table.part.iter().map(|each| each.name.clone())),
        ),
    ]
    .map(|(what, names)| format!("- **{what}**: {names}\n"))
    .concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_made_from_the_table_is_up_to_date() {
        let checked = generate(true).map_err(|error| format!("{error:#}"));
        assert_eq!(checked, Ok(()));
    }

    #[test]
    fn every_name_stands_once_with_a_line_of_its_own() {
        let table = read_table().unwrap_or_else(|error| unreachable!("{error:#}"));
        let lists: [Vec<(&String, &String)>; 6] = [
            table
                .attribute
                .iter()
                .map(|each| (&each.name, &each.doc))
                .collect(),
            table
                .member
                .iter()
                .map(|each| (&each.name, &each.doc))
                .collect(),
            table
                .event
                .iter()
                .map(|each| (&each.name, &each.doc))
                .collect(),
            table
                .part
                .iter()
                .map(|each| (&each.name, &each.doc))
                .collect(),
            table
                .property
                .iter()
                .map(|each| (&each.name, &each.doc))
                .collect(),
            table
                .cause
                .iter()
                .map(|each| (&each.name, &each.doc))
                .collect(),
        ];
        for list in lists {
            for (place, (name, doc)) in list.iter().enumerate() {
                assert!(!doc.is_empty() && !doc.contains('\n'), "{name}");
                assert!(
                    list.iter().skip(place + 1).all(|(other, _)| other != name),
                    "{name} twice"
                );
            }
        }
    }
}
