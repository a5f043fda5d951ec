//! `cargo xtask kill`: browsers are killed right after "Saved", and started again.
//!
//! Belongs here: which browsers, how often. Does not: the killing (see tests/kill.rs).

use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::browsers::{Engine, install};
use crate::run::{cargo, run};
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
    let one = |engine: Engine| {
        run(command()
            .env("UNSTUCK_ENGINE", engine.to_string())
            .env("UNSTUCK_KILLS", times.to_string())
            .env("UNSTUCK_DIST", page))
        .with_context(|| format!("{engine}: something was lost, or it would not start"))
    };
    std::thread::scope(|scope| {
        let start = |&engine: &Engine| scope.spawn(move || one(engine));
        let running: Vec<_> = engines.iter().map(start).collect();
        // All are waited for, whichever fails.
        let ended = running
            .into_iter()
            .map(|thread| thread.join().unwrap_or_else(|_| bail!("it broke off")));
        ended.collect::<Vec<_>>().into_iter().collect()
    })
}
