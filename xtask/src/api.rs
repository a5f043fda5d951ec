//! `cargo xtask api`: what is made from the table of public names, `api.toml`, from the lists that Rust and TypeScript share, and
//! from the table of conformance (`accessibility`).
//!
//! Belongs here: the table, and how it becomes types, the element's manifest and lists in the documentation. Does not: what
//! the names do.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use unstuck_page::files::{read, write};
use unstuck_page::template::between_markers;

use crate::accessibility;
use crate::run::root;

/// The manifest of the element, as <https://custom-elements-manifest.open-wc.org> has it.
pub(crate) const MANIFEST: &str = "web/custom-elements.json";
/// The types of the element and of the package.
pub(crate) const TYPES: &str = "web/unstuck-guide.d.ts";
/// What the TypeScript in `web/` shares with Rust.
const SHARED: &str = "web/src/api.ts";

/// The names of a kind (attribute, property, method, event, part, custom-property, cause). Each has a `name` and a `description`
/// in one line; some a `type` in TypeScript, a `default` value, or a `syntax` in CSS.
fn names(kind: &str) -> Result<Vec<Value>> {
    let table = read(&root().join("api.toml"))?;
    let mut table: BTreeMap<String, Vec<Value>> = toml::from_str(&table).context("api.toml")?;
    let names = table.remove(kind);
    names.with_context(|| format!("api.toml holds no {kind}"))
}

/// A line or more for each name of a kind, made of its name, its type and its description.
fn lines(kind: &str, line: impl Fn(&str, &str, &str) -> String) -> Result<Vec<String>> {
    let line = |each: &Value| {
        let keys = ["name", "type", "description"];
        let [name, its, doc] = keys.map(|key| each[key].as_str().unwrap_or_default());
        line(name, its, doc)
    };
    Ok(names(kind)?.iter().map(line).collect())
}

/// Writes all that is made from the table; with `check`, only fails where something is out of date.
pub(crate) fn generate(check: bool) -> Result<()> {
    for (name, new) in generated()?.into_iter().chain(accessibility::generated()?) {
        let path = root().join(name);
        if read(&path).is_ok_and(|old| old == new) {
            continue;
        }
        if check {
            bail!("{name} is not as its table has it: `cargo xtask api` writes it");
        }
        write(&path, &new)?;
        println!("{name} is new");
    }
    Ok(())
}

/// The files, with the text that they are to have.
fn generated() -> Result<[(&'static str, String); 5]> {
    let typed = |kind: &str, line: fn(&str, &str) -> String| -> Result<String> {
        let typed =
            |name: &str, its: &str, doc: &str| format!("  /** {doc} */\n  {}\n", line(name, its));
        Ok(lines(kind, typed)?.concat())
    };
    let properties = typed("property", |name, its| format!("readonly {name}: {its};"))?;
    let parameters: BTreeMap<String, String> = names("method")?
        .iter()
        .map(|each| {
            let [name, parameters] =
                ["name", "parameters"].map(|key| each[key].as_str().unwrap_or_default().to_owned());
            (name, parameters)
        })
        .collect();
    let methods = lines("method", |name, its, doc| {
        format!("  /** {doc} */\n  {name}({}): {its};\n", parameters[name])
    })?
    .concat();
    let event = |name: &str, its: &str| format!("\"{name}\": CustomEvent<{its}>;");
    let types = [
        ("causes", typed("cause", |name, _| format!("| \"{name}\""))?),
        ("events", typed("event", event)?),
        (
            "attributes",
            typed("attribute", |name, its| format!("\"{name}\"?: {its};"))?,
        ),
        ("members", properties + &methods),
    ];
    let table = |head: &str, kind: &str| -> Result<String> {
        let rows = lines(kind, |name, _, doc| format!("| `{name}` | {doc} |\n"))?;
        Ok(format!("| {head} |\n| --- | --- |\n{}", rows.concat()))
    };
    let mut lists = String::new();
    for (title, kind) in [
        ("Events", "event"),
        ("Methods", "method"),
        ("Property", "property"),
        ("Parts", "part"),
    ] {
        let names = lines(kind, |name, _, _| format!("`{name}`"))?.join(", ");
        lists += &format!("- **{title}**: {names}\n");
    }
    let readme = [
        ("attributes", table("attribute | meaning", "attribute")?),
        ("names", lists),
    ];
    let causes = [("causes", table("`cause` | what went wrong", "cause")?)];
    let marked = |path: &'static str, parts: &[(&str, String)]| -> Result<(&'static str, String)> {
        let mut text = read(&root().join(path))?;
        for (name, new) in parts {
            text = between_markers(&text, name, new).context(path)?;
        }
        Ok((path, text))
    };
    Ok([
        (MANIFEST, serde_json::to_string_pretty(&manifest()?)? + "\n"),
        (SHARED, shared()?),
        marked(TYPES, &types)?,
        marked("README.md", &readme)?,
        marked("docs/element.md", &causes)?,
    ])
}

/// The TypeScript module of what both languages have to agree on.
fn shared() -> Result<String> {
    let quoted = |kind: &str| lines(kind, |name, _, _| format!("\"{name}\""));
    let allowed: BTreeMap<_, _> = unstuck_adopt::ALLOWED_ELEMENTS.iter().copied().collect();
    Ok(format!(
        "// Made by `cargo xtask api`; do not edit. The public names (api.toml), and what an article may hold (Rust's lists).\n\n\
         /** The element's attributes; a tag has them with `data-` before. */\n\
         export const ATTRIBUTES = [{}] as const;\n\n\
         /** Why the widget does not start, or stopped: `detail.cause` of `unstuck-error`. */\n\
         export type Cause = {};\n\n\
         /** The largest file of a guide (bytes). */\n\
         export const MAX_BYTES = {};\n\n\
         /** The largest HTML file of a guide (elements). */\n\
         export const MAX_ELEMENTS = {};\n\n\
         /** The deepest article (levels). */\n\
         export const MAX_DEPTH = {};\n\n\
         /** The largest article (elements and texts). */\n\
         export const MAX_NODES = {};\n\n\
         /** The elements that may stand in an article, with the attributes of each. */\n\
         export const ALLOWED: Readonly<Record<string, readonly string[]>> = {};\n\n\
         /** Elements that go with all they hold. */\n\
         export const DROPPED: readonly string[] = {};\n",
        quoted("attribute")?.join(", "),
        quoted("cause")?.join(" | "),
        unstuck_core::guide::limits::MAX_BYTES,
        unstuck_core::guide::limits::MAX_ELEMENTS,
        unstuck_core::guide::limits::MAX_DEPTH,
        unstuck_core::guide::limits::MAX_NODES,
        serde_json::to_string_pretty(&allowed)?,
        serde_json::to_string(unstuck_adopt::REMOVED_ELEMENTS)?,
    ))
}

fn manifest() -> Result<Value> {
    let typed = |kind: &str, more: fn(String) -> Value| -> Result<Vec<Value>> {
        let mut names = names(kind)?;
        for name in names.iter_mut().filter_map(Value::as_object_mut) {
            if let Some(Value::String(its)) = name.remove("type")
                && let Value::Object(more) = more(its.replace('"', "'"))
            {
                name.extend(more);
            }
            if let Some(Value::String(its)) = name.remove("parameters")
                && let Some((parameter, its)) = its.split_once("?: ")
            {
                let its = json!({ "text": its.replace('"', "'") });
                let parameter = json!([{ "name": parameter, "optional": true, "type": its }]);
                name.insert("parameters".into(), parameter);
            }
        }
        Ok(names)
    };
    let text = |its: String| json!({ "type": { "text": its } });
    let event = |its: String| json!({ "type": { "text": format!("CustomEvent<{its}>") } });
    let (attributes, events) = (typed("attribute", text)?, typed("event", event)?);
    let property =
        |its: String| json!({ "kind": "field", "readonly": true, "type": { "text": its } });
    let method = |its: String| json!({ "kind": "method", "return": { "type": { "text": its } } });
    let members = [typed("property", property)?, typed("method", method)?].concat();
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
                "attributes": attributes,
                "members": members,
                "events": events,
                "slots": [{ "name": "", "description": "Shown where the widget cannot start." }],
                "cssParts": names("part")?,
                "cssProperties": names("custom-property")?,
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
    fn generated_files_are_up_to_date() {
        let checked = generate(true).map_err(|error| format!("{error:#}"));
        assert_eq!(checked, Ok(()));
    }
}
