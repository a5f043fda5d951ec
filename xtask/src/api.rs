//! `cargo xtask api`: what is made from the table of public names, `api.toml`, and from the lists that Rust and TypeScript
//! share.
//!
//! Belongs here: the table, and how it becomes types, the element's manifest and lists in the documentation. Does not: what
//! the names do.

use std::collections::BTreeMap;

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
/// What the TypeScript in `web/` shares with Rust.
const SHARED: &str = "web/src/api.ts";
const README: &str = "README.md";
const ELEMENT: &str = "docs/element.md";

/// A public name, with one line that says what it is.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Name {
    name: String,
    doc: String,
    /// In TypeScript: of a method what it returns, of an event its detail.
    r#type: Option<String>,
    default: Option<String>,
    /// Of a custom property, in CSS.
    syntax: Option<String>,
}

/// The names of a kind: attribute, property, method, event, part, custom-property, cause.
fn names(kind: &str) -> Result<Vec<Name>> {
    let table = read(&root().join("api.toml"))?;
    let mut table: BTreeMap<String, Vec<Name>> = toml::from_str(&table).context("api.toml")?;
    table
        .remove(kind)
        .with_context(|| format!("api.toml holds no {kind}"))
}

/// Writes all that is made from the table; with `check`, only fails where something is out of date.
pub(crate) fn generate(check: bool) -> Result<()> {
    for (name, new) in generated()? {
        let path = root().join(name);
        if read(&path).is_ok_and(|old| old == new) {
            continue;
        }
        if check {
            bail!("{name} is not as api.toml has it: `cargo xtask api` writes it");
        }
        write(&path, &new)?;
        println!("{name} is new");
    }
    Ok(())
}

/// The files, with the text that they are to have.
fn generated() -> Result<[(&'static str, String); 5]> {
    let typed = |kind: &str, line: fn(&str, &str) -> String| -> Result<String> {
        let lines = names(kind)?.into_iter().map(|each| {
            let line = line(&each.name, &each.r#type.unwrap_or_default());
            format!("  /** {} */\n  {line}\n", each.doc)
        });
        Ok(lines.collect())
    };
    let members = [
        typed("property", |name, its| format!("readonly {name}: {its};"))?,
        typed("method", |name, its| format!("{name}(): {its};"))?,
    ];
    let types = [
        ("causes", typed("cause", |name, _| format!("| \"{name}\""))?),
        (
            "events",
            typed("event", |name, its| {
                format!("\"{name}\": CustomEvent<{its}>;")
            })?,
        ),
        (
            "attributes",
            typed("attribute", |name, its| format!("\"{name}\"?: {its};"))?,
        ),
        ("members", members.concat()),
    ];
    let table = |head: &str, kind: &str| -> Result<String> {
        let rows = names(kind)?.into_iter();
        let rows = rows.map(|each| format!("| `{}` | {} |\n", each.name, each.doc));
        Ok(format!(
            "| {head} |\n| --- | --- |\n{}",
            rows.collect::<String>()
        ))
    };
    let list = |title: &str, kind: &str| -> Result<String> {
        let names = names(kind)?.into_iter();
        let names: Vec<String> = names.map(|each| format!("`{}`", each.name)).collect();
        Ok(format!("- **{title}**: {}\n", names.join(", ")))
    };
    let readme = [
        ("attributes", table("attribute | meaning", "attribute")?),
        (
            "names",
            list("Events", "event")?
                + &list("Methods", "method")?
                + &list("Property", "property")?
                + &list("Parts", "part")?,
        ),
    ];
    let causes = [("causes", table("`cause` | what is the matter", "cause")?)];
    let marked = |path: &str, parts: &[(&str, String)]| {
        parts
            .iter()
            .try_fold(read(&root().join(path))?, |text, (name, new)| {
                between_markers(&text, name, new).context(path.to_owned())
            })
    };
    Ok([
        (
            MANIFEST,
            format!("{}\n", serde_json::to_string_pretty(&manifest()?)?),
        ),
        (SHARED, shared()?),
        (TYPES, marked(TYPES, &types)?),
        (README, marked(README, &readme)?),
        (ELEMENT, marked(ELEMENT, &causes)?),
    ])
}

/// The TypeScript module of what both languages have to agree on.
fn shared() -> Result<String> {
    let list = |kind: &str| -> Result<String> {
        let names: Vec<String> = names(kind)?.into_iter().map(|each| each.name).collect();
        Ok(serde_json::to_string(&names)?)
    };
    let allowed: BTreeMap<_, _> = unstuck_adopt::ALLOWED_ELEMENTS.iter().copied().collect();
    Ok(format!(
        "// Made by `cargo xtask api`; do not edit. The public names (api.toml), and what an article may hold (Rust's lists).\n\n\
         /** The element's attributes; a tag has them with `data-` before. */\n\
         export const ATTRIBUTES = {} as const;\n\n\
         /** Why the widget does not start, or stopped: `detail.cause` of `unstuck-error`. */\n\
         export type Cause = {};\n\n\
         /** The largest file of a guide (bytes). */\n\
         export const MAX_BYTES = {};\n\n\
         /** The elements that may stand in an article, with the attributes of each. */\n\
         export const ALLOWED: Readonly<Record<string, readonly string[]>> = {};\n\n\
         /** Elements that go with all they hold. */\n\
         export const DROPPED: readonly string[] = {};\n",
        list("attribute")?,
        list("cause")?.trim_matches(['[', ']']).replace(',', " | "),
        unstuck_author::limits::MAX_BYTES,
        serde_json::to_string_pretty(&allowed)?,
        serde_json::to_string(unstuck_adopt::REMOVED_ELEMENTS)?,
    ))
}

fn manifest() -> Result<Value> {
    let entries = |kind: &str, more: fn(&mut Value)| -> Result<Vec<Value>> {
        let entry = |Name {
                         name,
                         doc,
                         r#type,
                         default,
                         syntax,
                     }: Name| {
            let mut entry = json!({ "name": name, "description": doc });
            let text = |text: String| json!({ "text": text.replace('"', "'") });
            let more_values = [
                ("type", r#type.map(text)),
                ("default", default.map(Value::from)),
                ("syntax", syntax.map(Value::from)),
            ];
            for (key, value) in more_values {
                if let Some(value) = value {
                    entry[key] = value;
                }
            }
            more(&mut entry);
            entry
        };
        Ok(names(kind)?.into_iter().map(entry).collect())
    };
    let as_is = |_: &mut Value| {};
    let mut members = entries("property", |entry| {
        entry["kind"] = "field".into();
        entry["readonly"] = true.into();
    })?;
    members.extend(entries("method", |entry| {
        entry["kind"] = "method".into();
        entry["return"] = json!({ "type": entry["type"].take() });
        if let Some(entry) = entry.as_object_mut() {
            entry.remove("type");
        }
    })?);
    let events = entries("event", |entry| {
        let detail = entry["type"]["text"].as_str().unwrap_or_default();
        entry["type"]["text"] = format!("CustomEvent<{detail}>").into();
    })?;
    Ok(json!({
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
                "attributes": entries("attribute", as_is)?,
                "members": members,
                "events": events,
                "slots": [{ "name": "", "description": "Shown where the widget cannot start." }],
                "cssParts": entries("part", as_is)?,
                "cssProperties": entries("custom-property", as_is)?,
            }],
            "exports": [{
                "kind": "custom-element-definition",
                "name": "unstuck-guide",
                "declaration": { "name": "UnstuckGuide", "module": "embed.js" },
            }],
        }],
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_made_from_the_table_is_up_to_date() {
        let checked = generate(true).map_err(|error| format!("{error:#}"));
        assert_eq!(checked, Ok(()));
    }
}
