//! What a release is made of and with: the versions of the tools, and the bill of materials in CycloneDX's form.
//!
//! Belongs here: what lock files and the tools themselves say. Does not: what a release is held to (see `publish`).

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result};
use serde_json::{Value, json};
use unstuck_page::files::read;

use crate::run::{cargo, output, program, root};
use crate::tools::{self, WASM_TARGET};

/// What decides over the bytes of a build beside the checkout itself: tools with their versions.
pub(crate) type BuiltWith = BTreeMap<String, String>;

pub(crate) fn built_with() -> Result<BuiltWith> {
    let rustc = output(program("rustc").arg("-vV"))?;
    let said = |key: &str| rustc.lines().find_map(|line| line.strip_prefix(key));
    let [release, commit] = ["release: ", "commit-hash: "].map(|key| said(key).unwrap_or("?"));
    let npm: Value = serde_json::from_str(&read(&root().join("web/package-lock.json"))?)?;
    let npm = |name: &str| &npm["packages"][format!("node_modules/{name}")]["version"];
    let rebuilt = tools::std_source();
    let all = json!({
        "rustc": format!("{release} ({commit})"),
        "std": if rebuilt { "rebuilt for size" } else { "as installed" },
        "trunk": tools::TRUNK,
        "wasm-bindgen-cli": tools::wasm_bindgen_version()?,
        "binaryen": npm("binaryen"),
        "esbuild": npm("esbuild"),
    });
    serde_json::from_value(all).context("a tool has no version")
}

/// The bill of materials: the crates in the WebAssembly that readers load, and what it was built with. Scripts hold no package
/// of npm's: `web/build.mjs` sees to it. Nothing here is of one build alone, so the same checkout has the same bill.
pub(crate) fn bill(built_with: &BuiltWith) -> Result<Value> {
    let mut crates = BTreeSet::new();
    for package in ["unstuck", "unstuck-reader"] {
        let mut tree = cargo();
        tree.args([
            "tree",
            "--locked",
            "--package",
            package,
            "--target",
            WASM_TARGET,
        ]);
        // Macros run while compiling and are not shipped.
        tree.args([
            "--edges=normal,no-proc-macro",
            "--prefix=none",
            "--format={p}|{l}",
        ]);
        crates.extend(
            output(&mut tree)?
                .lines()
                .map(|line| line.trim_end_matches(" (*)").to_owned()),
        );
    }
    let shipped = crates.iter().filter_map(|line| {
        let (package, license) = line.split_once('|')?;
        // Ours name their folder after the version.
        let (name, version) = package.split_once(" v").filter(|(_, version)| !version.contains(' '))?;
        // Older crates have MIT/Apache-2.0.
        let license: Vec<_> = license.split('/').map(str::trim).collect();
        Some(json!({
            "type": "library", "name": name, "version": version, "purl": format!("pkg:cargo/{name}@{version}"),
            "licenses": [{ "expression": license.join(" OR ") }],
        }))
    });
    let tools = built_with.iter().map(|(name, version)| match name.as_str() {
        "std" => json!({ "type": "library", "name": name, "version": built_with["rustc"], "description": version }),
        _ => json!({ "type": "application", "name": name, "version": version, "scope": "excluded" }),
    });
    let components: Vec<Value> = shipped.chain(tools).collect();
    let ours = json!({ "type": "application", "name": "unstuck-guide", "version": env!("CARGO_PKG_VERSION") });
    let metadata = json!({ "component": ours });
    Ok(json!({
        "bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "metadata": metadata, "components": components,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bill_lists_what_readers_load() -> Result<()> {
        let bill = bill(&built_with()?)?;
        assert_eq!(
            (&bill["bomFormat"], &bill["specVersion"]),
            (&json!("CycloneDX"), &json!("1.6"))
        );
        let components = bill["components"].as_array().context("no components")?;
        let named = |name: &str| components.iter().find(|one| one["name"] == name);
        let yew = named("yew").context("no yew")?;
        assert_eq!(
            yew["purl"],
            format!("pkg:cargo/yew@{}", yew["version"].as_str().unwrap_or("?"))
        );
        let older = named("serde_urlencoded").map(|one| &one["licenses"][0]["expression"]);
        assert_eq!(older, Some(&json!("MIT OR Apache-2.0")));
        assert!(
            named("pulldown-cmark").is_some(),
            "a part of the file reader"
        );
        for tool in ["rustc", "trunk", "wasm-bindgen-cli", "binaryen", "esbuild"] {
            assert!(
                named(tool).is_some_and(|one| one["scope"] == "excluded"),
                "{tool}"
            );
        }
        // A macro, what only authors' tools have, and ours.
        for absent in ["yew-macro", "scraper", "unstuck-core"] {
            assert!(named(absent).is_none(), "{absent}");
        }
        assert!(
            !bill.to_string().contains(&root().display().to_string()),
            "a path of this machine"
        );
        Ok(())
    }
}
