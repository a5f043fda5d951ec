//! Real browsers and what drives them: found, or installed as Debian packages.
//!
//! Belongs here: which programs an engine takes and where they come from. Does not: the tests (see `tests/browser`).

use std::fmt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use clap::ValueEnum;

use crate::run::{cargo, output, program, run};
use crate::tools;

/// Chromium's headless shell, by its name as a program and as Debian's package.
const SHELL: &str = "chromium-headless-shell";

/// The programs that an engine takes, of which one must be there, and the package that brings one.
const NEEDS: [(Engine, &[&str], &str); 6] = [
    (Engine::Chromium, CHROMIUM, "chromium"),
    (Engine::Chromium, &["chromedriver"], "chromium-driver"),
    (Engine::Firefox, &["firefox-esr", "firefox"], "firefox-esr"),
    (Engine::Webkit, &["WebKitWebDriver"], "webkit2gtk-driver"),
    (Engine::Webkit, &["xvfb-run"], "xvfb"),
    (Engine::Webkit, &["xauth"], "xauth"),
];
const CHROMIUM: &[&str] = &["chromium", "chromium-browser", "google-chrome"];

/// A browser engine: the one that runs most cases first.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(crate) enum Engine {
    Chromium,
    Firefox,
    Webkit,
}

impl Engine {
    /// The program to start, where there is a better one than the driver's own choice.
    ///
    /// Chromium's headless shell is Chromium without its windows: a test takes half of the processor's time.
    pub(crate) fn browser(self) -> Option<PathBuf> {
        let shell = || which::which(SHELL).ok();
        (self == Self::Chromium).then(shell).flatten()
    }

    /// A program of `tests/` that drives it, told where the page is and what drives it.
    pub(crate) fn test(self, program: &str, page: &Path) -> Result<Command> {
        let mut command = cargo();
        command
            .args(["test", "-p", "e2e", "--test", program])
            .env("UNSTUCK_DIST", page)
            .env("UNSTUCK_ENGINE", self.to_string())
            .env("UNSTUCK_DRIVER", self.driver()?);
        Ok(command)
    }

    /// The program that drives it, once [`install`] has passed.
    pub(crate) fn driver(self) -> Result<PathBuf> {
        let found =
            |name: &str| which::which(name).with_context(|| format!("{name} was not found"));
        match self {
            Self::Chromium => found("chromedriver"),
            Self::Firefox => tools::geckodriver(),
            Self::Webkit => found("WebKitWebDriver"),
        }
    }
}

/// Chromium with all that readers have of it.
pub(crate) fn chromium() -> Result<PathBuf> {
    let mut there = CHROMIUM.iter().filter_map(|name| which::which(name).ok());
    there.next().context("chromium was not found")
}

/// As `--engine` and the cases have it.
impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&format!("{self:?}").to_lowercase())
    }
}

/// The packages of which this machine lacks what they bring.
fn missing(engines: &[Engine]) -> Vec<&'static str> {
    let lacks = |programs: &[&str]| programs.iter().all(|name| which::which(name).is_err());
    let mut needs = NEEDS.to_vec();
    needs.retain(|(engine, programs, _)| engines.contains(engine) && lacks(programs));
    needs.into_iter().map(|(.., package)| package).collect()
}

/// Installs what these engines take and this machine lacks.
pub(crate) fn install(engines: &[Engine]) -> Result<()> {
    let packages = missing(engines);
    if !packages.is_empty() {
        debian(&packages).with_context(|| {
            format!(
                "the browser tests take the following, by the names of Debian's packages: {}. Install them as is usual on this \
                 system and try again, or test the engines that are there, as with `cargo xtask test --engine chromium`. WebKit's \
                 driver is to be had on Linux only",
                packages.join(" ")
            )
        })?;
        if let Some(package) = missing(engines).first() {
            bail!("{package} was installed without an error, but what it should bring is missing");
        }
    }
    if engines.contains(&Engine::Firefox) {
        tools::geckodriver()?;
    }
    Ok(())
}

fn debian(packages: &[&str]) -> Result<()> {
    let apt = which::which("apt-get")?;
    let list = packages.join(" ");
    println!("Installing Debian packages: {list} (a few minutes, once).");
    let root = output(program("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    let apt = |arguments: &[&str]| {
        let mut command = program(if root { "env" } else { "sudo" });
        if !root {
            // It may ask for a password.
            command.stdin(Stdio::inherit());
        }
        command.arg("DEBIAN_FRONTEND=noninteractive").arg(&apt);
        run(command.args(arguments))
    };
    // A list that is old may still do, so only the install decides.
    let _ = apt(&["update", "-q"]);
    let install = ["install", "-q", "-y", "--no-install-recommends"];
    // Without any font, text has no size.
    let all = [&install, packages, &["fonts-dejavu-core"]].concat();
    // With the shell all three, so that they are of one version: the driver refuses a browser of another. Not every Debian has it.
    let shell = [&all[..], &["chromium", "chromium-driver", SHELL]].concat();
    if list.contains("chromium") && apt(&shell).is_ok() {
        return Ok(());
    }
    apt(&all)
}
