//! The cases of `tests/browser`, spread over two workers.
//!
//! Belongs here: what is compiled for them, which engine runs when, and what a case is told by its environment. Does not: the
//! cases, which of them an engine runs, or second tries (`tests/browser/harness`).

use std::collections::VecDeque;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use anyhow::{Context, Result, bail};
use clap::Args;

use crate::browsers::{self, Engine};
use crate::run::{cargo, clock, could_not_start, run, typed};
use crate::{samples, tools};

/// Which cases, where.
#[derive(Args)]
pub(crate) struct Selection {
    /// All that a release needs: every case in every engine, more kills, and the sites of tests/sites
    #[arg(long)]
    pub(crate) full: bool,
    /// Only in these browsers
    #[arg(long = "engine", value_name = "ENGINE")]
    engines: Vec<Engine>,
    /// One browser at a time, in place of two
    #[arg(long)]
    one_by_one: bool,
    /// No second try for a browser test that failed
    #[arg(long)]
    one_try: bool,
    /// For the browser tests: words that their names must hold
    #[arg(last = true)]
    pub(crate) filter: Vec<String>,
}

impl Selection {
    pub(crate) fn engines(&self) -> Vec<Engine> {
        browsers::or_all(&self.engines)
    }
}

/// What the cases need beside the page and a browser.
struct Needs<'a> {
    page: &'a Path,
    axe: PathBuf,
    yew_app: PathBuf,
    frameworks: PathBuf,
}

/// What is to run, and how each job ended, with its closing lines.
struct Work {
    queue: VecDeque<Job>,
    ended: Vec<(Job, Vec<String>, Result<()>)>,
}

/// Runs the cases on a built page, and tells at the end how each job ended.
pub(crate) fn run_all(selection: &Selection, page: &Path) -> Result<()> {
    // Compiled first, so that two engines do not both wait for it; and with it what `kill` is about to run.
    run(command().args(["--test", "kill", "--no-run"]))?;
    let needs = Needs {
        page,
        axe: tools::axe()?,
        yew_app: samples::yew_app()?,
        frameworks: samples::frameworks()?,
    };
    let queue = jobs(&selection.engines(), selection.filter.is_empty());
    let work = Mutex::new(Work {
        queue,
        ended: Vec::new(),
    });
    let held = || work.lock().unwrap_or_else(PoisonError::into_inner);
    let worker = || {
        loop {
            let Some(job) = held().queue.pop_front() else {
                break;
            };
            println!("-- {job}");
            let begun = Instant::now();
            let mut lines = Vec::new();
            let outcome = job.run(selection, &needs, &mut lines);
            println!("-- {job}: {}", clock(begun.elapsed()));
            held().ended.push((job, lines, outcome));
        }
    };
    // Two at a time: one leaves much of two cores idle, and with three each takes its time.
    std::thread::scope(|scope| {
        if !selection.one_by_one {
            scope.spawn(worker);
        }
        worker();
    });
    println!();
    let mut failed = Vec::new();
    for (job, lines, outcome) in &held().ended {
        lines.iter().for_each(|line| println!("{job}: {line}"));
        failed.extend(
            outcome
                .as_ref()
                .err()
                .map(|error| format!("{job}: {error:#}")),
        );
    }
    if !failed.is_empty() {
        bail!("{}; `--engine` runs one engine alone", failed.join("; "));
    }
    Ok(())
}

fn command() -> Command {
    let mut command = cargo();
    command.args(["test", "-p", "e2e", "--test", "browser"]);
    command
}

/// The cases of one engine, or a part of them.
struct Job {
    engine: Engine,
    /// Which of how many, from 1.
    part: Option<(usize, usize)>,
}

impl std::fmt::Display for Job {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.engine)?;
        self.part
            .map_or(Ok(()), |(part, parts)| write!(f, " {part}/{parts}"))
    }
}

impl Job {
    /// Runs them, passing on what they print; the closing lines are given, too.
    fn run(&self, selection: &Selection, needs: &Needs<'_>, lines: &mut Vec<String>) -> Result<()> {
        let mut command = command();
        command
            .env("UNSTUCK_ENGINE", self.engine.name())
            .env("UNSTUCK_DRIVER", self.engine.driver()?)
            .env("UNSTUCK_DIST", needs.page)
            .env("UNSTUCK_AXE", &needs.axe)
            .env("UNSTUCK_YEW_APP", &needs.yew_app)
            .env("UNSTUCK_FRAMEWORKS", &needs.frameworks);
        if let Some(browser) = self.engine.browser() {
            command.env("UNSTUCK_BROWSER", browser);
        }
        if selection.full {
            command.env("UNSTUCK_FULL", "1");
        }
        if selection.one_try {
            command.env("UNSTUCK_ONE_TRY", "1");
        }
        if let Some((part, parts)) = self.part {
            command.env("UNSTUCK_PART", format!("{part}/{parts}"));
        }
        command.arg("--").args(&selection.filter);
        let mut child = command
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| could_not_start(&command))?;
        let stdout = child.stdout.take().map(BufReader::new);
        for line in stdout.into_iter().flat_map(|stdout| stdout.split(b'\n')) {
            let line =
                line.with_context(|| format!("could not read what `{}` prints", typed(&command)))?;
            let line = String::from_utf8_lossy(&line).into_owned();
            println!("[{self}] {line}");
            if line.starts_with("test result:") || line.starts_with("second try:") {
                lines.push(line);
            }
        }
        let status = child.wait().with_context(|| could_not_start(&command))?;
        if !status.success() {
            bail!("ended with {status}");
        }
        Ok(())
    }
}

/// What is to run, the longest first. Chromium runs all cases, so it is cut up: its parts fill both workers' time.
fn jobs(engines: &[Engine], cut: bool) -> VecDeque<Job> {
    let mut jobs = VecDeque::new();
    for engine in [Engine::Webkit, Engine::Firefox, Engine::Chromium] {
        if !engines.contains(&engine) {
            continue;
        }
        if cut && engine == Engine::Chromium {
            let parts = (1..=PARTS).map(|part| Some((part, PARTS)));
            jobs.extend(parts.map(|part| Job { engine, part }));
        } else {
            jobs.push_back(Job { engine, part: None });
        }
    }
    jobs
}

const PARTS: usize = 4;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chromium_is_cut_up_and_comes_last() {
        let told = |engines: &[Engine], cut| {
            let jobs: Vec<String> = jobs(engines, cut).iter().map(ToString::to_string).collect();
            jobs.join(", ")
        };
        assert_eq!(
            told(&Engine::ALL, true),
            "webkit, firefox, chromium 1/4, chromium 2/4, chromium 3/4, chromium 4/4"
        );
        assert_eq!(told(&Engine::ALL, false), "webkit, firefox, chromium");
        assert_eq!(told(&[Engine::Firefox], true), "firefox");
    }
}
