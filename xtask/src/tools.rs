//! The tools that build and test the page: which versions, and how they are installed.
//!
//! Belongs here: everything that is pinned. Does not: browsers and their drivers (see `browsers`). All comes from package
//! registries through their own clients, since a machine may reach nothing else. What is compiled lies in a cache outside
//! the checkout; Node's packages lie in `web/node_modules`, where tsc, esbuild and editors look for them.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::files::{node, read};
use crate::run::{cargo, output, program, root, run};

/// Rust's name for WebAssembly in a browser.
pub(crate) const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// A program that cargo installs.
struct Tool {
    /// Its crate.
    name: &'static str,
    version: String,
    binary: &'static str,
    /// Whether with the crate's own lock file.
    locked: bool,
    /// How long that takes on two cores.
    minutes: &'static str,
}

impl Tool {
    fn trunk() -> Self {
        Self {
            name: "trunk",
            // The newest that Rust 1.95 builds.
            version: "0.21.14".into(),
            binary: "trunk",
            locked: true,
            minutes: "about 3 minutes",
        }
    }

    fn wasm_bindgen() -> Result<Self> {
        Ok(Self {
            name: "wasm-bindgen-cli",
            version: locked_version(&read(&root().join("Cargo.lock"))?, "wasm-bindgen").context(
                "Cargo.lock names no wasm-bindgen; `git checkout Cargo.lock` brings it back",
            )?,
            binary: "wasm-bindgen",
            // With its own lock file it does not build on every Rust that we promise.
            locked: false,
            minutes: "about 1 minute",
        })
    }

    fn geckodriver() -> Self {
        Self {
            name: "geckodriver",
            version: "0.37.1".into(),
            binary: "geckodriver",
            locked: true,
            minutes: "about 1 minute",
        }
    }

    fn folder(&self) -> Result<PathBuf> {
        Ok(cache()?.join(format!("{}-{}", self.binary, self.version)))
    }

    /// The program, installed where it is missing.
    fn installed(&self) -> Result<PathBuf> {
        let Self { name, version, .. } = self;
        let folder = self.folder()?;
        let path = folder
            .join("bin")
            .join(format!("{}{}", self.binary, env::consts::EXE_SUFFIX));
        // Cargo puts it there last, so what is there is whole.
        if path.exists() {
            return Ok(path);
        }
        println!(
            "Installing {name} {version} in {}: {} on two cores, once.",
            folder.display(),
            self.minutes
        );
        let mut command = cargo();
        // Not optimised: compiling these takes far longer than they ever run.
        command.args(["install", "--debug", "--version", version, name]);
        command.arg("--root").arg(&folder);
        if self.locked {
            command.arg("--locked");
        }
        command
            .env("CARGO_PROFILE_DEV_DEBUG", "0")
            // One for all, since they share crates. Kept: a second try goes on where the first one stopped.
            .env("CARGO_TARGET_DIR", cache()?.join("build"))
            .env_remove("RUSTFLAGS");
        run(&mut command).context(
            "an install failed. Is this machine online, is there a C linker (on Debian: apt-get install gcc), and may you write \
             there (UNSTUCK_CACHE names another folder)? Then run the same command again",
        )?;
        if !path.exists() {
            bail!(
                "{name} {version} was installed, but {} is missing",
                path.display()
            );
        }
        Ok(path)
    }
}

/// The folder that holds the compiled tools.
fn cache() -> Result<PathBuf> {
    let folder = |name: &str| {
        env::var_os(name)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    };
    let cache = folder("UNSTUCK_CACHE")
        .or_else(|| Some(folder("XDG_CACHE_HOME")?.join("unstuck")))
        .or_else(|| Some(folder("LOCALAPPDATA")?.join("unstuck")))
        .or_else(|| Some(env::home_dir()?.join(".cache").join("unstuck")))
        .context("there is no home folder to keep the tools in; set UNSTUCK_CACHE to a folder")?;
    Ok(std::path::absolute(cache)?.join("tools"))
}

/// The folder for the sites that the package is tried in.
pub(crate) fn sites_folder() -> Result<PathBuf> {
    Ok(cache()?.with_file_name("sites"))
}

/// What builds the page.
pub(crate) struct PageTools {
    /// Trunk itself.
    pub(crate) trunk: PathBuf,
    /// `PATH` for it, with its tools first.
    pub(crate) path: OsString,
    /// Whether the source of Rust's library is there.
    pub(crate) std_source: bool,
}

/// Installs what builds the page, where it is missing.
pub(crate) fn for_page() -> Result<PageTools> {
    wasm_target()?;
    let std_source = std_source();
    let modules = node_modules()?;
    let wasm_bindgen = wasm_bindgen()?;
    let trunk = Tool::trunk().installed()?;
    let own = [
        wasm_bindgen.parent().map(Path::to_owned),
        Some(modules.join(".bin")),
    ];
    let rest = env::var_os("PATH").unwrap_or_default();
    let path = env::join_paths(own.into_iter().flatten().chain(env::split_paths(&rest)))
        .context("PATH holds a folder whose name cannot stand in PATH")?;
    Ok(PageTools {
        trunk,
        path,
        std_source,
    })
}

/// wasm-bindgen, installed where it is missing.
pub(crate) fn wasm_bindgen() -> Result<PathBuf> {
    Tool::wasm_bindgen()?.installed()
}

/// Firefox's driver, installed where it is missing.
pub(crate) fn geckodriver() -> Result<PathBuf> {
    Tool::geckodriver().installed()
}

/// Node's packages as `web/package-lock.json` has them, installed where they are missing or others. Gives their folder.
pub(crate) fn node_modules() -> Result<PathBuf> {
    let web = root().join("web");
    let modules = web.join("node_modules");
    let installed = modules.join(".installed-package-lock.json");
    let lock = read(&web.join("package-lock.json"))?;
    if fs::read_to_string(&installed).is_ok_and(|installed| installed == lock) {
        return Ok(modules);
    }
    println!(
        "Installing the packages of web/package-lock.json in web/node_modules: seconds, once."
    );
    let mut command = npm()?;
    command
        .args([
            "ci",
            "--ignore-scripts",
            "--no-fund",
            "--no-audit",
            "--loglevel",
            "error",
        ])
        .current_dir(web);
    run(&mut command)
        .context("an install failed. Is this machine online? Then run the same command again")?;
    fs::write(&installed, lock)
        .with_context(|| format!("could not write {}", installed.display()))?;
    Ok(modules)
}

/// npm, in the checkout.
pub(crate) fn npm() -> Result<std::process::Command> {
    Ok(program(node("npm")?))
}

/// Rust's part for WebAssembly.
pub(crate) fn wasm_target() -> Result<()> {
    if in_sysroot(&format!("{WASM_TARGET}/lib"))? {
        return Ok(());
    }
    rustup(&["target", "add", WASM_TARGET])
}

/// The source of Rust's library, from which the widget's is built. Without it the widget is larger, but whole.
fn std_source() -> bool {
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
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let sysroot = output(program(rustc).args(["--print", "sysroot"]))?;
    Ok(Path::new(sysroot.trim())
        .join("lib/rustlib")
        .join(path)
        .exists())
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

fn rustup(args: &[&str]) -> Result<()> {
    let words = args.join(" ");
    println!("rustup {words}: seconds, once.");
    let rustup = which::which("rustup").with_context(|| {
        format!("rustup was not found, so `rustup {words}` could not be done; install Rust by rustup, or add this part as your Rust was installed")
    })?;
    run(program(rustup).args(args))
        .with_context(|| format!("`rustup {words}` failed. Is this machine online? Then try again"))
}

/// The version of a package in the text of a Cargo.lock.
fn locked_version(lock: &str, package: &str) -> Option<String> {
    let lock: toml::Table = lock.parse().ok()?;
    let packages = lock.get("package")?.as_array()?;
    let found = packages
        .iter()
        .find(|p| p.get("name").and_then(toml::Value::as_str) == Some(package))?;
    Some(found.get("version")?.as_str()?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lock_names_the_version() {
        let lock = "version = 4\n\n[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"9.9.9\"\n\n\
            [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\nsource = \"x\"\n";
        assert_eq!(
            locked_version(lock, "wasm-bindgen").as_deref(),
            Some("0.2.130")
        );
        assert_eq!(locked_version(lock, "yew"), None);
        assert_eq!(locked_version("no lock at all", "yew"), None);
    }

    /// Trunk takes the wasm-opt on its search path only where it is of the version that it was told.
    #[test]
    fn trunk_asks_for_the_wasm_opt_that_is_installed() {
        let config: toml::Table = include_str!("../../Trunk.toml").parse().unwrap_or_default();
        let asked = config["tools"]["wasm_opt"].as_str().unwrap_or_default();
        let lock = read(&root().join("web/package-lock.json")).unwrap_or_default();
        let lock: serde_json::Value = serde_json::from_str(&lock).unwrap_or_default();
        let there = lock["packages"]["node_modules/binaryen"]["version"]
            .as_str()
            .unwrap_or_default();
        assert_eq!(
            there,
            format!("{}.0.0", asked.trim_start_matches("version_"))
        );
    }
}
