//! The cases of `tests/browser`, spread over two workers.
//!
//! Belongs here: what is compiled for them, which engine runs when, and what a case is told by its environment. Does not: the
//! cases, which of them an engine runs, or second tries (`tests/browser/harness`).

use std::collections::VecDeque;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::browsers::Engine;
use crate::run::{cargo, clock, could_not_start, run, typed};
use crate::{frameworks, tools, yew_app};

/// What to run.
pub(crate) struct Options<'a> {
    pub(crate) engines: &'a [Engine],
    /// The built page.
    pub(crate) page: &'a Path,
    /// All cases in all engines; else Firefox and WebKit run those that depend on the engine.
    pub(crate) full: bool,
    pub(crate) one_by_one: bool,
    pub(crate) one_try: bool,
    /// Words that the names must hold.
    pub(crate) filter: &'a [String],
}

/// What the cases need beside the page and a browser.
struct Needs {
    axe: PathBuf,
    yew_app: PathBuf,
    frameworks: PathBuf,
}

/// Runs the cases, and tells at the end how each job ended.
pub(crate) fn run_all(options: &Options<'_>) -> Result<()> {
    // Compiled first, so that two engines do not both wait for it; and with it what `kill` is about to run.
    run(command().args(["--test", "kill", "--no-run"]))?;
    let needs = Needs {
        axe: tools::node_modules()?.join("axe-core/axe.min.js"),
        yew_app: yew_app::build()?,
        frameworks: frameworks::build()?,
    };
    // Two at a time: one leaves much of two cores idle, and with three each takes its time.
    let workers = if options.one_by_one { 1 } else { 2 };
    let queue = Mutex::new(jobs(options.engines, options.filter.is_empty()));
    let ended = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let Some(job) = held(&queue).pop_front() {
                    println!("-- {job}");
                    let begun = Instant::now();
                    let mut lines = Vec::new();
                    let outcome = job.run(options, &needs, &mut lines);
                    println!("-- {job}: {}", clock(begun.elapsed()));
                    held(&ended).push((job, lines, outcome));
                }
            });
        }
    });
    let ended = std::mem::take(&mut *held(&ended));
    println!();
    for (job, lines, _) in &ended {
        for line in lines {
            println!("{job}: {line}");
        }
    }
    let failed: Vec<String> = ended
        .iter()
        .filter_map(|(job, _, outcome)| Some(format!("{job}: {:#}", outcome.as_ref().err()?)))
        .collect();
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
    fn run(&self, options: &Options<'_>, needs: &Needs, lines: &mut Vec<String>) -> Result<()> {
        let mut command = command();
        command
            .env("UNSTUCK_ENGINE", self.engine.name())
            .env("UNSTUCK_DRIVER", self.engine.driver()?)
            .env("UNSTUCK_DIST", options.page)
            .env("UNSTUCK_AXE", &needs.axe)
            .env("UNSTUCK_YEW_APP", &needs.yew_app)
            .env("UNSTUCK_FRAMEWORKS", &needs.frameworks);
        if let Some(browser) = self.engine.browser() {
            command.env("UNSTUCK_BROWSER", browser);
        }
        if options.full {
            command.env("UNSTUCK_FULL", "1");
        }
        if options.one_try {
            command.env("UNSTUCK_ONE_TRY", "1");
        }
        if let Some((part, parts)) = self.part {
            command.env("UNSTUCK_PART", format!("{part}/{parts}"));
        }
        command.arg("--").args(options.filter);
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
            if ["test result:", "second try:"]
                .iter()
                .any(|start| line.starts_with(start))
            {
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
    const LONGEST_FIRST: [Engine; 3] = [Engine::Webkit, Engine::Firefox, Engine::Chromium];
    let wanted = LONGEST_FIRST
        .into_iter()
        .filter(|engine| engines.contains(engine));
    let parts = |engine| {
        if cut && engine == Engine::Chromium {
            PARTS
        } else {
            1
        }
    };
    let jobs = wanted.flat_map(|engine| {
        let parts = parts(engine);
        (1..=parts).map(move |part| Job {
            engine,
            part: (parts > 1).then_some((part, parts)),
        })
    });
    jobs.collect()
}

const PARTS: usize = 4;

fn held<T>(what: &Mutex<T>) -> MutexGuard<'_, T> {
    what.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chromium_is_cut_up_and_comes_last() {
        let told = |engines: &[Engine], cut| {
            jobs(engines, cut)
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .join(", ")
        };
        assert_eq!(
            told(&Engine::ALL, true),
            "webkit, firefox, chromium 1/4, chromium 2/4, chromium 3/4, chromium 4/4"
        );
        assert_eq!(told(&Engine::ALL, false), "webkit, firefox, chromium");
        assert_eq!(told(&[Engine::Firefox], true), "firefox");
    }
}
