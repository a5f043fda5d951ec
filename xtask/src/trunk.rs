//! Trunk, which builds and serves the page.
//!
//! Belongs here: how Trunk is called, and what makes its WebAssembly small. Does not: what happens to the page after it
//! (see `page`).

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::page::NO_OFFLINE;
use crate::run::{Run, run, target_dir};
use crate::tools;

/// Rebuilds Rust's library for size, which takes about 12 KB off the widget. Only a panic's message is lost: it is a trap,
/// and the shell notices it. `RUSTC_BOOTSTRAP` lets a stable compiler take the unstable flags; Trunk.toml's hook takes these
/// variables out again. Without them (plain `trunk build`) everything works the same.
const SMALL_STD: [(&str, &str); 4] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
    (
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
        "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none",
    ),
];

/// Trunk with its tools, after installing what is missing.
pub(crate) fn trunk() -> Result<Command> {
    let mut command = tools::trunk()?;
    command.env("TRUNK_SKIP_VERSION_CHECK", "true");
    if tools::std_source() {
        command.envs(SMALL_STD);
    }
    // Trunk takes only "true" or "false" where the rest of the world says "1".
    if env::var_os("NO_COLOR").is_some() {
        command.env("NO_COLOR", "true");
    }
    if env::var_os("RUST_LOG").is_none() {
        // Its own minifier cannot read the glue and says so each time; esbuild can.
        command.env("RUST_LOG", "error,trunk=info,trunk::processing=error");
    }
    Ok(command)
}

/// Builds the release page, with its service worker or with one that removes it.
pub(crate) fn build(out: &Path, offline: bool) -> Result<()> {
    println!("Building the release page: 2 to 3 minutes the first time, then seconds.");
    build_by(run, out, offline).context("the page could not be built; see above for what is wrong")
}

fn build_by(run: Run, out: &Path, offline: bool) -> Result<()> {
    let mut command = trunk()?;
    if !offline {
        command.env(NO_OFFLINE, "1");
    }
    command.args(["build", "--release", "--dist"]).arg(out);
    run(&mut command)
}

/// Builds the page for the tests and the size report, and returns its folder.
pub(crate) fn build_for_tests() -> Result<PathBuf> {
    let out = page_for_tests();
    build(&out, true)?;
    Ok(out)
}

/// The same, where it is built beside something else.
pub(crate) fn build_beside(run: Run) -> Result<()> {
    build_by(run, &page_for_tests(), true).context("the page could not be built")
}

/// Where it is then.
pub(crate) fn page_for_tests() -> PathBuf {
    target_dir().join("page")
}
