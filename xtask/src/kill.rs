//! `cargo xtask kill`: browsers are killed right after "Saved", and started again.
//!
//! Belongs here: which browsers, how often. Does not: the killing (see tests/kill.rs).

use std::path::Path;

use anyhow::{Context, Result};

use crate::browsers::{Engine, install};
use crate::run::{cargo, could_not_start, run, succeeded};
use crate::trunk;

pub(crate) fn kill(engines: &[Engine], times: u32) -> Result<()> {
    let page = trunk::build_for_tests()?;
    install(engines)?;
    on(engines, times, &page)
}

/// The same on a page that is built already, with browsers that are there.
pub(crate) fn on(engines: &[Engine], times: u32, page: &Path) -> Result<()> {
    let command = || {
        let mut command = cargo();
        command.args(["test", "-p", "e2e", "--test", "kill"]);
        command
    };
    // Compiled once, and then all at a time: most of it is waiting for browsers to start.
    run(command().arg("--no-run"))?;
    let start = |engine: &Engine| {
        let mut command = command();
        command
            .env("UNSTUCK_ENGINE", engine.to_string())
            .env("UNSTUCK_KILLS", times.to_string())
            .env("UNSTUCK_DIST", page);
        let child = command.spawn();
        (command, child)
    };
    let running: Vec<_> = engines.iter().map(start).collect();
    // All are waited for, whichever fails.
    let mut outcome = Ok(());
    for (command, child) in running {
        let status = child.with_context(|| could_not_start(&command))?.wait()?;
        outcome = outcome.and(succeeded(&command, status));
    }
    outcome.context("something was lost, or a browser would not start; which, stands above")
}
