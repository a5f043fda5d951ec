//! Trunk, which builds and serves the page.
//!
//! Belongs here: how Trunk is called. Does not: what happens to the page after it (see `page`).

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::offline::NONE;
use crate::run::{output, program, run, target_dir};
use crate::{small_std, tools};

/// Trunk with its tools, after installing what is missing.
pub(crate) fn trunk() -> Result<Command> {
    let tools = tools::for_page()?;
    let mut command = program(&tools.trunk);
    command
        .env("PATH", &tools.path)
        .env("TRUNK_SKIP_VERSION_CHECK", "true");
    let mut flags = remapped_paths().unwrap_or_default();
    if tools.std_source {
        let (folder, environment) = small_std::stand_in()?;
        let paths = std::iter::once(folder).chain(env::split_paths(&tools.path));
        command
            .env("PATH", env::join_paths(paths)?)
            .envs(environment);
        flags = format!("{} {flags}", small_std::RUST_FLAGS);
    }
    command.env(
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
        flags.trim(),
    );
    // Trunk takes only "true" or "false" where the rest of the world says "1".
    if env::var_os("NO_COLOR").is_some() {
        command.env("NO_COLOR", "true");
    }
    if env::var_os("RUST_LOG").is_none() {
        // Its own minifier cannot read the glue and says so each time; ours can (see `page`).
        command.env(
            "RUST_LOG",
            "error,trunk=info,trunk::processing=error,trunk::hooks=warn",
        );
    }
    Ok(command)
}

/// Flags that keep the paths of this machine out of the shipped file: panics name the places in the source, and where
/// these lie is nobody's business. It also makes builds of two machines alike.
fn remapped_paths() -> Option<String> {
    let sysroot = output(program("rustc").args(["--print", "sysroot"])).ok()?;
    let home = env::home_dir()?;
    let cargo = env::var_os("CARGO_HOME").map_or_else(|| home.join(".cargo"), PathBuf::from);
    let flags = [
        (cargo.join("registry").join("src"), "crates"),
        (PathBuf::from(sysroot.trim()), "rust"),
        (home, "home"),
    ];
    // Of several that fit, rustc takes the last.
    let flags = flags.iter().rev().filter_map(|(path, name)| {
        let path = path
            .to_str()
            .filter(|path| !path.contains(char::is_whitespace))?;
        Some(format!("--remap-path-prefix={path}={name}"))
    });
    Some(flags.collect::<Vec<_>>().join(" "))
}

/// Builds the release page, with its worker or with one that removes it.
pub(crate) fn build(out: &Path, offline: bool) -> Result<()> {
    let mut command = trunk()?;
    if !offline {
        command.env(NONE, "1");
    }
    println!("Building the release page: 2 to 3 minutes the first time, then seconds.");
    command.args(["build", "--release", "--dist"]).arg(out);
    run(&mut command).context("the page could not be built; what is wrong stands above")
}

/// Builds the page that the tests and the size gate look at, and gives its folder.
pub(crate) fn build_for_tests() -> Result<PathBuf> {
    let out = target_dir().join("page");
    build(&out, true)?;
    Ok(out)
}
