//! The tools that build and test the page: which versions, and how they are installed.
//!
//! Belongs here: everything that is pinned. Does not: browsers and their drivers (see `browsers`). All comes from package
//! registries through their own clients, since a machine may reach nothing else. What is compiled lies in a cache outside
//! the checkout; Node's packages lie in `web/node_modules`, where tsc, esbuild and editors look for them.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use unstuck_page::files::{hash, read};

use crate::run::{cargo, node, output, program, root, run};

/// Rust's name for WebAssembly in a browser.
pub(crate) const WASM_TARGET: &str = "wasm32-unknown-unknown";
/// `rust-version` in Cargo.toml.
pub(crate) const MSRV: &str = env!("CARGO_PKG_RUST_VERSION");
/// The newest that Rust 1.95 builds.
pub(crate) const TRUNK: &str = "0.21.14";
const DENY: &str = "0.20.2";
const GECKODRIVER: &str = "0.37.1";
/// wasm-bindgen's programs, with the versions of all their parts.
pub(crate) const BINDGEN: &str = "xtask/wasm-bindgen";

/// A program that cargo installs where it is missing, from a crate or a folder, with what the lock file there says.
fn installed(program: &str, version: &str, from: &[&str]) -> Result<PathBuf> {
    let cache = cache()?;
    let folder = cache.join(format!("{program}-{version}"));
    let path = folder.join(format!("bin/{program}{}", env::consts::EXE_SUFFIX));
    // Cargo puts it there last, so what is there is whole.
    if path.exists() {
        return Ok(path);
    }
    let place = folder.display();
    println!("Installing {program} {version} in {place}, once: 1 to 4 minutes on two cores.");
    let mut command = cargo();
    // Not optimised: compiling these takes far longer than they ever run.
    command
        .args(["install", "--debug", "--locked"])
        .args(from)
        .arg("--root")
        .arg(&folder)
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        // One for all, since they share crates. Kept: a second try goes on where the first one stopped.
        .env("CARGO_TARGET_DIR", cache.join("build"))
        .env_remove("RUSTFLAGS");
    run(&mut command).context(
        "an install failed. Is this machine online, is there a C linker (on Debian: apt-get install gcc), and may you write there \
         (UNSTUCK_CACHE names another folder)? Then run the same command again",
    )?;
    Ok(path)
}

/// A program of crates.io's that its crate is named after.
fn published(program: &str, version: &str) -> Result<PathBuf> {
    installed(program, version, &["--version", version, program])
}

/// The folder that holds the compiled tools.
fn cache() -> Result<PathBuf> {
    let folder = |name| env::var_os(name).filter(|value| !value.is_empty());
    let caches = folder("XDG_CACHE_HOME").or_else(|| folder("LOCALAPPDATA"));
    let caches = caches.map(PathBuf::from);
    let caches = caches.or_else(|| Some(env::home_dir()?.join(".cache")));
    let cache = folder("UNSTUCK_CACHE")
        .map(PathBuf::from)
        .or_else(|| Some(caches?.join("unstuck")))
        .context("there is no home folder to keep the tools in; set UNSTUCK_CACHE to a folder")?;
    Ok(std::path::absolute(cache)?.join("tools"))
}

/// The folder for the sites that the package is tried in.
pub(crate) fn sites_folder() -> Result<PathBuf> {
    Ok(cache()?.with_file_name("sites"))
}

/// Trunk with its tools on the search path, all that is missing installed.
pub(crate) fn trunk() -> Result<Command> {
    wasm_target()?;
    let mut paths = vec![node_modules()?.join(".bin")];
    paths.extend(wasm_bindgen()?.parent().map(Path::to_owned));
    paths.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
    let mut trunk = program(published("trunk", TRUNK)?);
    let paths = env::join_paths(paths).context("a folder's name cannot stand in PATH")?;
    trunk.env("PATH", paths);
    Ok(trunk)
}

/// The version of wasm-bindgen in Cargo.lock.
pub(crate) fn wasm_bindgen_version() -> Result<String> {
    let id = output(cargo().args(["pkgid", "--locked", "wasm-bindgen"]))?;
    Ok(id.trim().rsplit('@').next().unwrap_or_default().to_owned())
}

/// wasm-bindgen, from a folder whose lock file is ours: its own does not build on every Rust version that we support.
pub(crate) fn wasm_bindgen() -> Result<PathBuf> {
    let lock = read(&root().join(BINDGEN).join("Cargo.lock"))?;
    installed("wasm-bindgen", &hash(lock.as_bytes()), &["--path", BINDGEN])
}

/// Firefox's driver.
pub(crate) fn geckodriver() -> Result<PathBuf> {
    published("geckodriver", GECKODRIVER)
}

/// What holds dependencies to `deny.toml`.
pub(crate) fn deny() -> Result<PathBuf> {
    published("cargo-deny", DENY)
}

/// The script of axe, which checks accessibility.
pub(crate) fn axe() -> Result<PathBuf> {
    Ok(node_modules()?.join("axe-core/axe.min.js"))
}

/// Node's packages as `web/package-lock.json` has them.
pub(crate) fn node_modules() -> Result<PathBuf> {
    node_packages("web")
}

/// Node's packages as a folder's lock file has them, installed where they are missing or others. Gives their folder.
pub(crate) fn node_packages(folder: &str) -> Result<PathBuf> {
    let place = root().join(folder);
    let modules = place.join("node_modules");
    let stamp = modules.join(".installed-package-lock.json");
    let lock = read(&place.join("package-lock.json"))?;
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(modules);
    }
    println!(
        "Installing the packages of {folder}/package-lock.json in {folder}/node_modules: seconds."
    );
    let mut ci = npm()?;
    ci.args(["ci", "--ignore-scripts", "--no-fund", "--no-audit"]);
    run(ci.args(["--loglevel", "error"]).current_dir(place))
        .context("an install failed. Is this machine online? Then run the same command again")?;
    fs::write(&stamp, lock).with_context(|| format!("could not write {}", stamp.display()))?;
    Ok(modules)
}

/// npm, in the checkout.
pub(crate) fn npm() -> Result<Command> {
    Ok(program(node("npm")?))
}

/// Rust's part for WebAssembly.
pub(crate) fn wasm_target() -> Result<()> {
    if !in_sysroot(&format!("{WASM_TARGET}/lib"))? {
        rustup(&["target", "add", WASM_TARGET])?;
    }
    Ok(())
}

/// The source of Rust's library, from which the widget's is built. Without it the widget is larger, but whole.
pub(crate) fn std_source() -> bool {
    if in_sysroot("src/rust/library/Cargo.lock").unwrap_or(false) {
        return true;
    }
    let added = rustup(&["component", "add", "rust-src"]);
    if let Err(error) = &added {
        println!("Going on without it; the widget will be about 12 KB larger. {error:#}");
    }
    added.is_ok()
}

fn in_sysroot(path: &str) -> Result<bool> {
    let sysroot = output(program("rustc").args(["--print", "sysroot"]))?;
    let rustlib = Path::new(sysroot.trim()).join("lib/rustlib");
    Ok(rustlib.join(path).exists())
}

/// Rust's formatter and linter, which a minimal toolchain lacks.
pub(crate) fn rust_components() -> Result<()> {
    for (component, command) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if output(cargo().args([command, "--version"])).is_err() {
            rustup(&["component", "add", component])?;
        }
    }
    Ok(())
}

/// The oldest Rust that Cargo.toml claims to be enough.
pub(crate) fn oldest_rust() -> Result<()> {
    if output(program("rustup").args(["run", MSRV, "rustc", "--version"])).is_err() {
        rustup(&["toolchain", "install", MSRV, "--profile", "minimal"])?;
    }
    Ok(())
}

fn rustup(arguments: &[&str]) -> Result<()> {
    let words = format!("rustup {}", arguments.join(" "));
    println!("{words}: seconds, once.");
    run(program("rustup").args(arguments)).with_context(|| {
        format!("`{words}` failed. Is this machine online, and is Rust installed by rustup? Else add this part as your Rust was installed")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Trunk uses the wasm-opt on its search path only if it has the configured version.
    #[test]
    fn trunk_asks_for_the_wasm_opt_that_is_installed() {
        let lock = read(&root().join("web/package-lock.json")).unwrap_or_default();
        let lock: serde_json::Value = serde_json::from_str(&lock).unwrap_or_default();
        let there = &lock["packages"]["node_modules/binaryen"]["version"];
        let there = there.as_str().unwrap_or_default();
        let asked = format!("wasm_opt = \"version_{}\"", there.trim_end_matches(".0.0"));
        assert!(include_str!("../../Trunk.toml").contains(&asked), "{asked}");
    }

    /// wasm-bindgen refuses modules that were made for another version of it.
    #[test]
    fn wasm_bindgen_has_the_version_that_the_widget_has() -> Result<()> {
        let program = format!(
            "\nname = \"wasm-bindgen-cli\"\nversion = \"{}\"\n",
            wasm_bindgen_version()?
        );
        assert!(
            include_str!("../wasm-bindgen/Cargo.lock").contains(&program),
            "{program}"
        );
        Ok(())
    }
}
