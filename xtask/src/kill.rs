//! `cargo xtask kill`: browsers are killed right after "Saved", and started again.
//!
//! Belongs here: which browsers, how often. Does not: the killing (see tests/kill.rs).

use std::path::Path;

use anyhow::{Context, Result};

use crate::browsers::{Engine, install};
use crate::run::{cargo, run};
use crate::trunk;

/// How often in the tests: what fails now and then is for a run by hand.
pub(crate) const TIMES: u32 = 3;

pub(crate) fn kill(engines: &[Engine], times: u32) -> Result<()> {
    let page = trunk::build_for_tests()?;
    install(engines)?;
    on(engines, times, &page)
}

/// The same on a page that is built already, with browsers that are there.
pub(crate) fn on(engines: &[Engine], times: u32, page: &Path) -> Result<()> {
    for engine in engines {
        run(cargo()
            .args(["test", "--features", "html,e2e", "--test", "kill"])
            .env("UNSTUCK_ENGINE", engine.name())
            .env("UNSTUCK_KILLS", times.to_string())
            .env("UNSTUCK_DIST", page))
        .with_context(|| format!("{engine}: something was lost, or it would not start"))?;
    }
    Ok(())
}
