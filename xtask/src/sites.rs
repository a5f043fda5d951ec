//! `cargo xtask sites`: the package for npm, installed from its tarball into real sites, which are built and driven.
//!
//! Belongs here: the order of things. Does not: how sites are installed and built (`tests/sites/build.mjs`), or what is looked
//! for in them (`tests/browser/sites.rs`).

use std::path::Path;

use anyhow::{Context, Result};

use crate::browsers::{self, Engine};
use crate::run::{node_script, output, run};
use crate::{publish, tools, trunk};

/// Builds these sites, all where none is named, and drives them in Chromium.
pub(crate) fn sites(wanted: &[String]) -> Result<()> {
    browsers::install(&[Engine::Chromium])?;
    on(wanted, &trunk::build_for_tests()?)
}

/// The same with a page that is built already, and a browser that is there.
pub(crate) fn on(wanted: &[String], page: &Path) -> Result<()> {
    let mut build = node_script("tests/sites/build.mjs")?;
    build.arg(publish::package(page)?);
    build.arg(tools::sites_folder()?).args(wanted);
    let printed = output(&mut build)?;
    let built = printed.lines().last().context("no site was built")?;
    let mut test = Engine::Chromium.test("browser", page)?;
    test.env("UNSTUCK_SITES", built)
        .env("UNSTUCK_AXE", tools::axe()?);
    run(test.args(["--", "site::"]))
}
