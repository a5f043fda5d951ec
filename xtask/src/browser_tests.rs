//! The cases of `tests/browser` and the kills, spread over two workers with two browsers each.
//!
//! Belongs here: what is compiled for them, which engine runs when, in how many browsers, and the environment that cases get. Does not: the
//! cases, which of them an engine runs, or second tries (`tests/browser/harness`).

use std::iter;
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use anyhow::{Result, bail};
use clap::{Args, ValueEnum};

use crate::browsers::Engine;
use crate::run::{cargo, run};
use crate::tally::Tally;
use crate::{kill, samples, tools};

/// So many browsers of an engine run at once: one waits more than it computes.
const BROWSERS: usize = 2;

/// Which cases, where.
#[derive(Args)]
pub(crate) struct Selection {
    /// All that a release needs: every case in every engine, more kills, and the sites of tests/sites
    #[arg(long)]
    pub(crate) full: bool,
    /// Only in these browsers
    #[arg(long = "engine", value_name = "ENGINE", default_values_t = Engine::value_variants().to_vec(), hide_default_value = true)]
    pub(crate) engines: Vec<Engine>,
    /// One browser at a time, in place of two of each of two engines
    #[arg(long)]
    one_by_one: bool,
    /// No second try for a browser test that failed
    #[arg(long)]
    one_try: bool,
    /// For the browser tests: words that their names must hold
    #[arg(last = true)]
    pub(crate) filter: Vec<String>,
}

/// What a worker takes at a time.
enum Job {
    Cases(Engine),
    /// In all engines at once: most of it is waiting for browsers to start.
    Kills,
}

impl Selection {
    /// So often each browser is killed.
    fn kills(&self) -> u32 {
        if self.full { 25 } else { 3 }
    }
}

/// Runs the cases on a built page, in each engine, and kills each.
pub(crate) fn run_all(selection: &Selection, page: &Path, tally: &Tally) -> Result<()> {
    // Compiled first, so that two engines do not both wait for it; and with it what `kill` is about to run.
    let all = ["test", "-p", "e2e", "--test", "browser", "--test", "kill"];
    run(cargo().args(all).arg("--no-run"))?;
    let needs = [
        ("UNSTUCK_AXE", tools::axe()?),
        ("UNSTUCK_YEW_APP", samples::yew_app()?),
        ("UNSTUCK_FRAMEWORKS", samples::frameworks()?),
    ];
    // Chromium runs the most cases: it takes one worker, and the others share the second. The kills are for who ends first.
    let engines = selection.engines.iter().copied().map(Job::Cases);
    // Who asks for some cases asks for nothing else.
    let kills = selection.filter.is_empty().then_some(Job::Kills);
    let queue = Mutex::new(engines.chain(kills));
    let next = || queue.lock().unwrap_or_else(PoisonError::into_inner).next();
    let worker = || -> Vec<String> {
        let failed = iter::from_fn(next).filter_map(|job| {
            let name = match job {
                Job::Cases(engine) => engine.to_string(),
                Job::Kills => "kills".to_owned(),
            };
            println!("-- {name}");
            let begun = Instant::now();
            let ended = match job {
                Job::Cases(engine) => run_engine(engine, selection, page, &needs, tally),
                Job::Kills => kill::on(&selection.engines, selection.kills(), page),
            };
            println!("-- {name}: {:.0?}", begun.elapsed());
            ended.err().map(|error| format!("{name}: {error:#}"))
        });
        failed.collect()
    };
    // Two engines at a time, so that the last of an engine's cases, and its starts, do not leave a core idle.
    let failed = std::thread::scope(|scope| {
        let second = (!selection.one_by_one).then(|| scope.spawn(worker));
        let mut failed = worker();
        let join = |thread: std::thread::ScopedJoinHandle<'_, _>| thread.join();
        failed.extend(
            second
                .map_or(Ok(Vec::new()), join)
                .unwrap_or_else(|panic| resume_unwind(panic)),
        );
        failed
    });
    if !failed.is_empty() {
        bail!("{}; `--engine` runs one engine alone", failed.join("; "));
    }
    Ok(())
}

fn run_engine(
    engine: Engine,
    selection: &Selection,
    page: &Path,
    needs: &[(&str, PathBuf)],
    tally: &Tally,
) -> Result<()> {
    let mut command = engine.test("browser", page)?;
    command.envs(needs.iter().map(|(name, value)| (name, value)));
    if let Some(browser) = engine.browser() {
        command.env("UNSTUCK_BROWSER", browser);
    }
    if selection.full {
        command.env("UNSTUCK_FULL", "1");
    }
    if selection.one_try {
        command.env("UNSTUCK_ONE_TRY", "1");
    }
    let browsers = if selection.one_by_one { 1 } else { BROWSERS };
    command
        .args(["--", &format!("--test-threads={browsers}")])
        .args(&selection.filter);
    tally.run(&format!("[{engine}] "), &mut command)
}
