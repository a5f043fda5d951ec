//! The tools that build the page: which versions, and how they are installed.
//!
//! Belongs here: everything that is pinned and lands in the cache outside the checkout. Does not: browsers and their
//! drivers (see `browsers`). All comes from package registries through their own clients, since a machine may reach
//! nothing else.

use std::env;
use std::fs;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};

use crate::run::{cargo, output, program, root, run};

/// Rust's name for WebAssembly in a browser.
pub(crate) const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// How a tool is had.
#[derive(Clone, Copy)]
enum From {
    /// A crate, compiled here.
    Crate {
        /// Whether with the crate's own lock file.
        locked: bool,
        /// How long that takes on two cores.
        minutes: &'static str,
    },
    /// A package for Node.
    Npm,
}

/// A pinned tool.
struct Tool {
    /// Its package.
    name: &'static str,
    version: String,
    /// What tells that it is there, within its folder.
    proof: String,
    from: From,
}

impl Tool {
    fn of_crate(
        name: &'static str,
        binary: &str,
        version: impl Into<String>,
        locked: bool,
        minutes: &'static str,
    ) -> Self {
        let proof = format!("bin/{binary}{}", env::consts::EXE_SUFFIX);
        Self {
            name,
            version: version.into(),
            proof,
            from: From::Crate { locked, minutes },
        }
    }

    fn of_npm(name: &'static str, version: &str, proof: &str) -> Self {
        let program = if cfg!(windows) && proof.starts_with(".bin/") {
            ".cmd"
        } else {
            ""
        };
        Self {
            name,
            version: version.into(),
            proof: format!("node_modules/{proof}{program}"),
            from: From::Npm,
        }
    }

    fn trunk() -> Self {
        // The newest that Rust 1.95 builds.
        Self::of_crate("trunk", "trunk", "0.21.14", true, "about 10 minutes")
    }

    fn wasm_bindgen() -> Result<Self> {
        let lock = root().join("Cargo.lock");
        let text = fs::read_to_string(&lock)
            .with_context(|| format!("could not read {}", lock.display()))?;
        let version = locked_version(&text, "wasm-bindgen").ok_or_else(|| {
            anyhow!("Cargo.lock names no wasm-bindgen; `git checkout Cargo.lock` brings it back")
        })?;
        // With its own lock file it does not build on every Rust that we promise.
        Ok(Self::of_crate(
            "wasm-bindgen-cli",
            "wasm-bindgen",
            version,
            false,
            "about 5 minutes",
        ))
    }

    fn wasm_opt() -> Self {
        // Trunk.toml asks for the same version.
        Self::of_npm("binaryen", "132.0.0", ".bin/wasm-opt")
    }

    fn minifier() -> Self {
        Self::of_npm("terser", "5.51.2", ".bin/terser")
    }

    fn geckodriver() -> Self {
        Self::of_crate(
            "geckodriver",
            "geckodriver",
            "0.37.1",
            true,
            "about 2 minutes",
        )
    }

    fn axe() -> Self {
        Self::of_npm("axe-core", "4.14.1", "axe-core/axe.min.js")
    }

    /// What bundles the frameworks' pages, then the frameworks; Svelte's compiler comes last.
    fn frameworks() -> [Self; 4] {
        [
            Self::of_npm("esbuild", "0.28.2", ".bin/esbuild"),
            // Brings React itself.
            Self::of_npm("react-dom", "19.3.1", "react/package.json"),
            Self::of_npm("vue", "3.5.45", "vue/package.json"),
            Self::of_npm("svelte", "5.57.3", "svelte/package.json"),
        ]
    }

    fn folder(&self) -> Result<PathBuf> {
        let Self {
            name,
            version,
            from,
            ..
        } = self;
        let folder = match from {
            From::Crate { .. } => format!("{name}-{version}").replace("-cli-", "-"),
            From::Npm => format!("npm-{name}-{version}"),
        };
        Ok(cache()?.join(folder))
    }

    fn path(&self) -> Result<PathBuf> {
        Ok(self.folder()?.join(&self.proof))
    }

    fn is_there(&self) -> Result<bool> {
        // Both clients put this in place last, so what is there is whole.
        Ok(self.path()?.exists())
    }

    fn install(&self) -> Result<()> {
        let folder = self.folder()?;
        let Self { name, version, .. } = self;
        fs::create_dir_all(&folder).with_context(|| {
            format!(
                "could not make {}; set UNSTUCK_CACHE to a folder that you may write to",
                folder.display()
            )
        })?;
        match self.from {
            From::Crate { locked, minutes } => {
                println!("Installing {name} {version}: {minutes} on two cores, once.");
                // Kept until done, so that a second try goes on where the first one stopped.
                let scratch = folder.join("build");
                let mut command = cargo();
                command.args(["install", "--version", version, name]);
                // On a terminal cargo shows a bar; elsewhere it would be hundreds of lines.
                if !io::stderr().is_terminal() {
                    command.arg("--quiet");
                }
                command.arg("--root").arg(&folder);
                command
                    .env("CARGO_TARGET_DIR", &scratch)
                    .env_remove("RUSTFLAGS");
                if locked {
                    command.arg("--locked");
                }
                run(&mut command).context(
                    "an install failed. Is this machine online, and is there a C linker (on Debian: apt-get install gcc)? \
                     Then run the same command again",
                )?;
                // Only room is lost where this fails.
                let _ = fs::remove_dir_all(scratch);
            }
            From::Npm => {
                println!("Installing {name} {version}: seconds, once.");
                let npm = which::which("npm")
                    .map_err(|_| anyhow!("npm was not found; it comes with Node.js (18 or later): install that and try again"))?;
                let mut command = program(npm);
                command.arg("install").arg("--prefix").arg(&folder);
                command.args([
                    "--no-save",
                    "--ignore-scripts",
                    "--no-fund",
                    "--no-audit",
                    "--loglevel",
                    "error",
                ]);
                command.arg(format!("{name}@{version}"));
                run(&mut command).context(
                    "an install failed. Is this machine online? Then run the same command again",
                )?;
            }
        }
        if !self.is_there()? {
            bail!(
                "{name} {version} was installed, but {} is missing; remove {} and try again",
                self.proof,
                folder.display()
            );
        }
        Ok(())
    }
}

/// The folder that holds the tools.
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
        .ok_or_else(|| {
            anyhow!("there is no home folder to keep the tools in; set UNSTUCK_CACHE to a folder")
        })?;
    Ok(std::path::absolute(cache)?.join("tools"))
}

/// The folder for the sites that the package is tried in.
pub(crate) fn sites_folder() -> Result<PathBuf> {
    Ok(cache()?.with_file_name("sites"))
}

/// What builds the page, on a search path that puts it first.
pub(crate) struct PageTools {
    /// Trunk itself.
    pub(crate) trunk: PathBuf,
    /// `PATH` for it.
    pub(crate) path: std::ffi::OsString,
    /// Whether the source of Rust's library is there.
    pub(crate) std_source: bool,
}

/// Installs what builds the page, where it is missing.
pub(crate) fn for_page() -> Result<PageTools> {
    wasm_target()?;
    let trunk = Tool::trunk();
    let wasm_bindgen = Tool::wasm_bindgen()?;
    let wasm_opt = Tool::wasm_opt();
    let minifier = Tool::minifier();
    install_missing(&[&wasm_opt, &minifier, &wasm_bindgen, &trunk])?;
    let mut paths = Vec::new();
    for tool in [&wasm_bindgen, &wasm_opt] {
        paths.extend(tool.path()?.parent().map(Path::to_owned));
    }
    paths.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
    let path =
        env::join_paths(paths).context("PATH holds a folder whose name cannot stand in PATH")?;
    Ok(PageTools {
        trunk: trunk.path()?,
        path,
        std_source: std_source(),
    })
}

/// Installs the minifier, where it is missing, and gives its path.
pub(crate) fn minifier() -> Result<PathBuf> {
    installed(&Tool::minifier())
}

/// Installs wasm-bindgen, where it is missing, and gives its path.
pub(crate) fn wasm_bindgen() -> Result<PathBuf> {
    installed(&Tool::wasm_bindgen()?)
}

/// Installs Firefox's driver, where it is missing, and gives its path.
pub(crate) fn geckodriver() -> Result<PathBuf> {
    installed(&Tool::geckodriver())
}

/// Installs axe, where it is missing, and gives the path of its script.
pub(crate) fn axe() -> Result<PathBuf> {
    installed(&Tool::axe())
}

/// Installs what the frameworks' pages take, where it is missing, and gives the folders: the bundler's first, Svelte's last.
pub(crate) fn frameworks() -> Result<Vec<PathBuf>> {
    let tools = Tool::frameworks();
    install_missing(&tools.each_ref())?;
    tools.iter().map(Tool::folder).collect()
}

fn installed(tool: &Tool) -> Result<PathBuf> {
    install_missing(&[tool])?;
    tool.path()
}

fn install_missing(tools: &[&Tool]) -> Result<()> {
    let mut missing = Vec::new();
    for tool in tools {
        if !tool.is_there()? {
            missing.push(*tool);
        }
    }
    if missing.len() > 1 {
        println!("To install, in {}:", cache()?.display());
        for tool in &missing {
            let how_long = if let From::Crate { minutes, .. } = tool.from {
                minutes
            } else {
                "seconds"
            };
            println!("  {} {} ({how_long})", tool.name, tool.version);
        }
    }
    missing.into_iter().try_for_each(Tool::install)
}

/// Rust's part for WebAssembly.
pub(crate) fn wasm_target() -> Result<()> {
    let sysroot = output(program(rustc()).args(["--print", "sysroot"]))?;
    let installed = Path::new(sysroot.trim())
        .join("lib/rustlib")
        .join(WASM_TARGET)
        .join("lib");
    if installed.exists() {
        return Ok(());
    }
    println!("Adding Rust's target {WASM_TARGET}: seconds, once.");
    rustup(&["target", "add", WASM_TARGET])
}

/// The source of Rust's library, from which the widget's is built. Without it the widget is larger, but whole.
fn std_source() -> bool {
    let there = || {
        let sysroot = output(program(rustc()).args(["--print", "sysroot"]))?;
        let source = Path::new(sysroot.trim()).join("lib/rustlib/src/rust/library/Cargo.lock");
        anyhow::Ok(source.exists())
    };
    if there().unwrap_or(false) {
        return true;
    }
    println!("Adding the source of Rust's library: seconds, once.");
    let added = rustup(&["component", "add", "rust-src"]);
    if let Err(error) = &added {
        println!("Going on without it; the widget will be about 10 KB larger. {error:#}");
    }
    added.is_ok()
}

/// Rust's formatter and linter, which a minimal toolchain lacks.
pub(crate) fn rust_components() -> Result<()> {
    for (component, proof) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if output(cargo().args([proof, "--version"])).is_err() {
            println!("Adding Rust's {component}: seconds, once.");
            rustup(&["component", "add", component])?;
        }
    }
    Ok(())
}

fn rustup(args: &[&str]) -> Result<()> {
    let words = args.join(" ");
    let rustup = which::which("rustup")
        .map_err(|_| anyhow!("rustup was not found, so `rustup {words}` could not be done; install Rust by rustup, or add this part as your Rust was installed"))?;
    run(program(rustup).args(args))
        .with_context(|| format!("`rustup {words}` failed. Is this machine online? Then try again"))
}

fn rustc() -> std::ffi::OsString {
    env::var_os("RUSTC").unwrap_or_else(|| "rustc".into())
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

    #[test]
    fn trunk_asks_for_the_wasm_opt_that_is_installed() {
        let config = include_str!("../../Trunk.toml");
        let major = Tool::wasm_opt()
            .version
            .split('.')
            .next()
            .map(str::to_owned);
        let config: Option<toml::Table> = config.parse().ok();
        let asked =
            config.and_then(|c| Some(c.get("tools")?.get("wasm_opt")?.as_str()?.to_owned()));
        assert_eq!(asked, major.map(|major| format!("version_{major}")));
    }
}
