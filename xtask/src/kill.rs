//! `cargo xtask kill`: browsers are killed right after "Saved", and started again.
//!
//! Belongs here: which browsers, how often. Does not: the killing (see tests/kill.rs).

use std::path::Path;

use anyhow::{Context, Result};

use crate::browsers::{Engine, install};
use crate::run::{could_not_start, run, succeeded};
use crate::trunk;

pub(crate) fn kill(engines: &[Engine], times: u32) -> Result<()> {
    let page = trunk::build_for_tests()?;
    install(engines)?;
    on(engines, times, &page)
}

/// The same on a page that is built already, with browsers that are there.
pub(crate) fn on(engines: &[Engine], times: u32, page: &Path) -> Result<()> {
    let commands = || -> Result<Vec<_>> {
        let all = engines.iter().map(|engine| engine.test("kill", page));
        all.collect()
    };
    // Compiled once, and then all at a time: most of it is waiting for browsers to start.
    if let Some(first) = commands()?.first_mut() {
        run(first.arg("--no-run"))?;
    }
    let mut running = Vec::new();
    for mut command in commands()? {
        let child = command.env("UNSTUCK_KILLS", times.to_string()).spawn();
        running.push((command, child));
    }
    // All are waited for, whichever fails.
    let mut outcome = Ok(());
    for (command, child) in running {
        let status = child.with_context(|| could_not_start(&command))?.wait()?;
        outcome = outcome.and(succeeded(&command, status));
    }
    outcome.context("something was lost, or a browser would not start; see above for which")
}
