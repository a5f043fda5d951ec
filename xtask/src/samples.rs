//! The pages that the browser tests put the element into: of React, Vue and Svelte (`tests/browser/frameworks`), and of an
//! app written with Yew (`examples/yew-app`), built the plain way that its developers build theirs.
//!
//! Belongs here: how they are built. Does not: what is in them, or what is tested there.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::run::{cargo, node_script, program, root, run, target_dir};
use crate::tools;

/// Bundles the pages of the frameworks and gives the folder with a script for each.
pub(crate) fn frameworks() -> Result<PathBuf> {
    tools::node_modules()?;
    let out = target_dir().join("frameworks");
    let mut build = node_script("tests/browser/frameworks/build.mjs")?;
    run(build.arg(&out).arg(root().join("web")))
        .context("the pages of React, Vue and Svelte could not be bundled")?;
    Ok(out)
}

/// A command of cargo's for the app. It is a separate workspace that shares our target folder.
pub(crate) fn yew_app_command(name: &str) -> Command {
    let mut command = cargo();
    let manifest = root().join("examples/yew-app/Cargo.toml");
    command.args([name, "--manifest-path"]).arg(manifest);
    command.env("CARGO_TARGET_DIR", target_dir());
    command
}

/// Builds the app and gives the folder with `app.js` and its WebAssembly.
pub(crate) fn yew_app() -> Result<PathBuf> {
    tools::wasm_target()?;
    run(yew_app_command("build").args(["--locked", "--target", tools::WASM_TARGET]))
        .context("the example for Yew could not be built")?;
    let wasm = format!("{}/debug/unstuck-yew-app.wasm", tools::WASM_TARGET);
    let (out, wasm) = (target_dir().join("yew-app"), target_dir().join(wasm));
    let mut bindgen = program(tools::wasm_bindgen()?);
    bindgen.args(["--target", "web", "--no-typescript"]);
    bindgen.args(["--out-name", "app", "--out-dir"]);
    run(bindgen.args([&out, &wasm]))?;
    Ok(out)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use toml::{Table, Value};

    fn packages(lock: &str) -> BTreeSet<(String, String)> {
        let lock: Table = lock.parse().unwrap_or_default();
        let packages = lock.get("package").and_then(Value::as_array);
        let of = |package: &Value, name: &str| Some(package.get(name)?.as_str()?.to_owned());
        packages
            .into_iter()
            .flatten()
            .filter_map(|package| Some((of(package, "name")?, of(package, "version")?)))
            .collect()
    }

    /// They share a target folder: where one crate has another version, all that stand on it are compiled twice.
    #[test]
    fn the_app_has_the_versions_that_we_have() {
        let ours = packages(include_str!("../../Cargo.lock"));
        let mut others = packages(include_str!("../../examples/yew-app/Cargo.lock"));
        assert!(others.len() > 100, "{others:?}");
        others.retain(|package| !ours.contains(package));
        let app = ("unstuck-yew-app".to_owned(), "0.0.0".to_owned());
        assert_eq!(others.into_iter().collect::<Vec<_>>(), [app]);
    }
}
