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
                    &["chromium", "chromium-browser", "google-chrome"],
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

/// These engines, or all where there is none.
pub(crate) fn or_all(engines: &[Engine]) -> Vec<Engine> {
    if engines.is_empty() {
        Engine::ALL.to_vec()
    } else {
        engines.to_vec()
    }
}

/// Installs what these engines take and this machine lacks.
pub(crate) fn install(engines: &[Engine]) -> Result<()> {
    let missing = || -> Vec<&str> {
        engines
            .iter()
            .flat_map(|engine| engine.missing_packages())
            .collect()
    };
    let packages = missing();
    if !packages.is_empty() {
        debian(&packages)?;
        if let Some(package) = missing().first() {
            bail!("{package} was installed without an error, and yet not what it should bring");
        }
    }
    if engines.contains(&Engine::Firefox) {
        tools::geckodriver()?;
    }
    Ok(())
}

/// Whether the lists of Debian's packages have one of this name.
fn on_offer(package: &str) -> bool {
    output(program("apt-cache").args(["policy", package]))
        .is_ok_and(|told| told.contains("Candidate:") && !told.contains("Candidate: (none)"))
}

fn debian(packages: &[&str]) -> Result<()> {
    let list = packages.join(" ");
    let by_hand = format!(
        "the browser tests take the following, by the names of Debian's packages: {list}. Install them as is usual on this system \
         and try again, or test the engines that are there, as with `cargo xtask test --engine chromium`"
    );
    let Ok(apt) = which::which("apt-get") else {
        bail!("{by_hand}. WebKit's driver is to be had on Linux only");
    };
    println!("Installing Debian packages: {list} (a few minutes, once).");
    let root = output(program("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    let apt = |arguments: &[&str]| {
        let mut command = if root { program(&apt) } else { program("sudo") };
        if !root {
            // sudo may ask for a password.
            command
                .arg("DEBIAN_FRONTEND=noninteractive")
                .arg(&apt)
                .stdin(Stdio::inherit());
        }
        run(command
            .env("DEBIAN_FRONTEND", "noninteractive")
            .args(arguments))
    };
    // A list that is old may still do, so only the install decides.
    let _ = apt(&["update", "-q"]);
    let mut arguments = vec!["install", "-q", "-y", "--no-install-recommends"];
    arguments.extend(packages);
    if packages.contains(&"chromium") || packages.contains(&"firefox-esr") {
        // Without any font, text has no size.
        arguments.push("fonts-dejavu-core");
    }
    if list.contains("chromium") && on_offer(SHELL) {
        // All three, so that they are of one version: the driver refuses a browser of another.
        arguments.extend(["chromium", "chromium-driver", SHELL]);
    }
    apt(&arguments).with_context(|| format!("the browsers could not be installed. {by_hand}"))
}
