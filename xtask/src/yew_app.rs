//! The example for Yew developers (`examples/yew-app`), built the plain way that they build theirs.
//!
//! Belongs here: how it is built and checked. Does not: what the browser tests do with it.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::run::{cargo, program, root, run, target_dir};
use crate::tools;

/// A command of cargo's for the example. It is a workspace of its own, and shares our folder of what is built.
pub(crate) fn command(name: &str) -> Command {
    let mut command = cargo();
    command
        .arg(name)
        .arg("--manifest-path")
        .arg(root().join("examples/yew-app/Cargo.toml"));
    command.env("CARGO_TARGET_DIR", target_dir());
    command
}

/// Builds it and gives the folder with `app.js` and its WebAssembly.
pub(crate) fn build() -> Result<PathBuf> {
    tools::wasm_target()?;
    run(command("build").args(["--locked", "--target", tools::WASM_TARGET]))
        .context("the example for Yew could not be built")?;
    let built = target_dir()
        .join(tools::WASM_TARGET)
        .join("debug/unstuck-yew-app.wasm");
    let out = target_dir().join("yew-app");
    run(program(tools::wasm_bindgen()?)
        .args([
            "--target",
            "web",
            "--no-typescript",
            "--out-name",
            "app",
            "--out-dir",
        ])
        .args([&out, &built]))?;
    Ok(out)
}
