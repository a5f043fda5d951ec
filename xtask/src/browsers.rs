//! Real browsers and what drives them: found, or installed as Debian packages.
//!
//! Belongs here: which programs an engine takes and where they come from. Does not: the tests (see `tests/browser`).

use std::fmt;
use std::path::PathBuf;
use std::process::Stdio;

use anyhow::{Context, Result, bail};
use clap::ValueEnum;

use crate::run::{output, program, run};
use crate::tools;

/// Chromium's headless shell, by its name as a program and as Debian's package.
const SHELL: &str = "chromium-headless-shell";

/// A browser engine.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(crate) enum Engine {
    Chromium,
    Firefox,
    Webkit,
}

impl Engine {
    /// All that are promised, the fastest first.
    pub(crate) const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::Webkit];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        }
    }

    /// What it takes: programs of which one must be there, and the package that brings one.
    fn needs(self) -> &'static [(&'static [&'static str], &'static str)] {
        match self {
            Self::Chromium => &[
                (
                    &[
                        "chromium",
                        "chromium-browser",
                        "google-chrome",
                        "google-chrome-stable",
                    ],
                    "chromium",
                ),
                (&["chromedriver"], "chromium-driver"),
            ],
            Self::Firefox => &[(&["firefox-esr", "firefox"], "firefox-esr")],
            Self::Webkit => &[
                (&["WebKitWebDriver"], "webkit2gtk-driver"),
                (&["xvfb-run"], "xvfb"),
                (&["xauth"], "xauth"),
            ],
        }
    }

    fn missing_packages(self) -> impl Iterator<Item = &'static str> {
        let missing = |programs: &[&str]| programs.iter().all(|name| which::which(name).is_err());
        self.needs()
            .iter()
            .filter(move |(programs, _)| missing(programs))
            .map(|(_, package)| *package)
    }

    /// The program to start, where there is a better one than the driver's own choice.
    ///
    /// Chromium's headless shell is Chromium without its windows: a test takes half of the processor's time.
    pub(crate) fn browser(self) -> Option<PathBuf> {
        match self {
            Self::Chromium => which::which(SHELL).ok(),
            Self::Firefox | Self::Webkit => None,
        }
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

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Installs what these engines take and this machine lacks.
pub(crate) fn install(engines: &[Engine]) -> Result<()> {
    let mut packages: Vec<&str> = engines
        .iter()
        .flat_map(|engine| engine.missing_packages())
        .collect();
    if !packages.is_empty() {
        if packages.contains(&"chromium") || packages.contains(&"firefox-esr") {
            // Without any font, text has no size.
            packages.push("fonts-dejavu-core");
        }
        debian(&packages)?;
        let still: Vec<&str> = engines
            .iter()
            .flat_map(|engine| engine.missing_packages())
            .collect();
        if !still.is_empty() {
            bail!(
                "{} installed without an error, and yet not what it should bring; see `which`",
                still.join(", ")
            );
        }
    }
    if engines.contains(&Engine::Chromium)
        && which::which(SHELL).is_err()
        && is_root()
        && on_offer(SHELL)
    {
        // Chromium was here before it. It goes without, only slower; and nobody is asked for a password for it.
        let _ = debian(&["chromium"]);
    }
    if engines.contains(&Engine::Firefox) {
        tools::geckodriver()?;
    }
    Ok(())
}

fn is_root() -> bool {
    output(program("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

/// Whether the lists of Debian's packages have one of this name.
fn on_offer(package: &str) -> bool {
    output(program("apt-cache").args(["policy", package]))
        .is_ok_and(|told| told.contains("Candidate:") && !told.contains("Candidate: (none)"))
}

fn debian(packages: &[&str]) -> Result<()> {
    let list = packages.join(" ");
    let or_fewer =
        "Or test the engines that are there, as with `cargo xtask test --engine chromium`";
    let Ok(apt) = which::which("apt-get") else {
        bail!(
            "the browser tests take the following, by the names of Debian's packages: {list}. This system has no apt-get: \
             install them as is usual on it and try again. WebKit's driver is to be had on Linux only. {or_fewer}"
        );
    };
    println!("Installing Debian packages: {list} (a few minutes, once).");
    let root = is_root();
    let command = || {
        let mut command = if root { program(&apt) } else { program("sudo") };
        if !root {
            // sudo may ask for a password.
            command
                .arg("DEBIAN_FRONTEND=noninteractive")
                .arg(&apt)
                .stdin(Stdio::inherit());
        }
        command.env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    if !root && which::which("sudo").is_err() {
        bail!(
            "as root, run `apt-get update && apt-get install {list}`, then try again. {or_fewer}"
        );
    }
    // A list that is old may still do, so only the install decides.
    let _ = run(command().args(["update", "-q"]));
    let mut packages = packages.to_vec();
    if packages
        .iter()
        .any(|package| package.starts_with("chromium"))
        && on_offer(SHELL)
    {
        // All three, so that they are of one version: the driver refuses a browser of another.
        packages.retain(|package| !package.starts_with("chromium"));
        packages.extend(["chromium", "chromium-driver", SHELL]);
    }
    run(command().args(["install", "-q", "-y", "--no-install-recommends"]).args(&packages)).with_context(|| {
        format!("the browsers could not be installed. Is this machine online? By hand: `apt-get install {list}`. {or_fewer}")
    })
}

/// These engines, or all where there is none.
pub(crate) fn or_all(engines: &[Engine]) -> Vec<Engine> {
    if engines.is_empty() {
        Engine::ALL.to_vec()
    } else {
        engines.to_vec()
    }
}
