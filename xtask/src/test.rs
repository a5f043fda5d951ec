//! `cargo xtask test`: everything, in stages, the quick ones first.
//!
//! Belongs here: the stages, their order, and how their outcome is told. Does not: what the tests test.
//! All stages share cargo's folder and its features, so that nothing is compiled twice.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::str::FromStr;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, bail};

use crate::browsers::{self, Engine};
use crate::counts::Counts;
use crate::run::{cargo, could_not_start, run, typed};
use crate::{frameworks, kill, publish, size, tools, trunk, yew_app};

/// What to run.
#[derive(Default)]
pub(crate) struct Options {
    /// These stages; all where there is none.
    pub(crate) only: Vec<Stage>,
    /// In these browsers; all where there is none.
    pub(crate) engines: Vec<Engine>,
    /// One browser at a time.
    pub(crate) one_by_one: bool,
    /// No second try for a browser test that failed.
    pub(crate) one_try: bool,
    /// Words that the browser tests' names must hold.
    pub(crate) filter: Vec<String>,
}

/// A part of the test command.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stage {
    Format,
    Lint,
    Unit,
    Docs,
    Page,
    Size,
    Browser,
}

impl Stage {
    const ALL: [Self; 7] = [
        Self::Format,
        Self::Lint,
        Self::Unit,
        Self::Docs,
        Self::Page,
        Self::Size,
        Self::Browser,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Format => "format",
            Self::Lint => "lint",
            Self::Unit => "unit",
            Self::Docs => "docs",
            Self::Page => "page",
            Self::Size => "size",
            Self::Browser => "browser",
        }
    }

    fn about(self) -> &'static str {
        match self {
            Self::Format => "the code is formatted",
            Self::Lint => "no warning, natively and for WebAssembly",
            Self::Unit => "what runs natively",
            Self::Docs => "the documentation builds without a warning",
            Self::Page => {
                "the release page and the example for Yew build, and npm packs all of the package"
            }
            Self::Size => "what the page loads keeps its budget",
            Self::Browser => "the page in real browsers",
        }
    }

    fn mend(self) -> &'static str {
        match self {
            Self::Format => "`cargo fmt --all` formats it",
            Self::Lint | Self::Docs => "mend the warnings above",
            Self::Unit => "mend the failed tests above",
            Self::Page => "mend the error above",
            Self::Size => {
                "take out what grew, or make the case for a new budget in xtask/src/size.rs"
            }
            Self::Browser => {
                "each failed test above tells what the page showed; `cargo xtask serve` shows the page itself"
            }
        }
    }

    /// Whether it looks at the built page.
    fn takes_page(self) -> bool {
        matches!(self, Self::Page | Self::Size | Self::Browser)
    }
}

impl FromStr for Stage {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        let found = Self::ALL.into_iter().find(|stage| stage.name() == name);
        found.ok_or_else(|| format!("the stages are {}", Self::ALL.map(Self::name).join(", ")))
    }
}

/// Runs the stages and says how they went.
pub(crate) fn test(options: Options) -> Result<()> {
    let wanted = |stage: Stage| options.only.is_empty() || options.only.contains(&stage);
    let stages: Vec<Stage> = Stage::ALL
        .into_iter()
        .filter(|stage| wanted(*stage))
        .collect();
    let engines = if options.engines.is_empty() {
        Engine::ALL.to_vec()
    } else {
        options.engines.clone()
    };
    let begun = Instant::now();
    install(&stages, &engines)?;

    let mut counts = Counts::default();
    let mut page = None;
    let mut outcome = Ok(());
    for stage in &stages {
        println!("\n== {}: {}", stage.name(), stage.about());
        let begun = Instant::now();
        let ended = run_stage(*stage, &engines, &options, &mut page, &mut counts);
        println!(
            "== {}: {}, {}",
            stage.name(),
            if ended.is_ok() { "passed" } else { "FAILED" },
            clock(begun.elapsed())
        );
        if ended.is_err() {
            outcome = ended.with_context(|| {
                format!(
                    "{} failed: {}. Again with `cargo xtask test --only {}`",
                    stage.name(),
                    stage.mend(),
                    stage.name()
                )
            });
            break;
        }
    }

    println!("\n{} in all", clock(begun.elapsed()));
    if counts.any() {
        println!("{counts}");
    }
    outcome
}

/// Installs all that is missing before anything runs, so that nobody has to wait for a question in the middle.
fn install(stages: &[Stage], engines: &[Engine]) -> Result<()> {
    if stages
        .iter()
        .any(|stage| matches!(stage, Stage::Format | Stage::Lint))
    {
        tools::rust_components()?;
    }
    if stages.contains(&Stage::Lint) || stages.contains(&Stage::Docs) {
        tools::wasm_target()?;
    }
    if stages.iter().any(|stage| stage.takes_page()) {
        tools::for_page()?;
    }
    if stages.contains(&Stage::Browser) {
        tools::frameworks()?;
        browsers::install(engines)?;
    }
    Ok(())
}

fn run_stage(
    stage: Stage,
    engines: &[Engine],
    options: &Options,
    page: &mut Option<std::path::PathBuf>,
    counts: &mut Counts,
) -> Result<()> {
    // Built once a run, and never skipped: a page from yesterday would pass for today's.
    if stage.takes_page() && page.is_none() {
        *page = Some(trunk::build_for_tests()?);
    }
    match stage {
        Stage::Format => {
            run(cargo().args(["fmt", "--all", "--check"]))?;
            run(yew_app::command("fmt").arg("--check"))
        }
        Stage::Lint => {
            let native = [
                "clippy",
                "--workspace",
                "--all-targets",
                "--",
                "-D",
                "warnings",
            ];
            run(cargo().args(native))?;
            // One by one, as they are built.
            run(cargo().args([
                "clippy",
                "-p",
                "unstuck-reader",
                "--target",
                tools::WASM_TARGET,
                "--",
                "-D",
                "warnings",
            ]))?;
            MODULES.iter().try_for_each(|features| {
                run(cargo().arg("clippy").args(WASM).args([
                    "--features",
                    features,
                    "--",
                    "-D",
                    "warnings",
                ]))
            })?;
            run(yew_app::command("clippy")
                .args(["--locked", "--target", tools::WASM_TARGET])
                .args(["--", "-D", "warnings"]))
        }
        Stage::Unit => {
            let mut command = cargo();
            command.args(["test", "--workspace", "--no-fail-fast", "--exclude", "e2e"]);
            tests(&mut command, "", counts)
        }
        Stage::Docs => {
            let native = ["doc", "--workspace", "--no-deps"];
            run(cargo().args(native).env("RUSTDOCFLAGS", "-D warnings"))?;
            run(cargo()
                .args(["doc", "--no-deps", "--lib"])
                .args(WASM)
                .args(["--features", &MODULES.join(",")])
                .env("RUSTDOCFLAGS", "-D warnings"))
        }
        Stage::Page => {
            publish::package(built(page.as_deref())?)?;
            yew_app::build().map(drop)
        }
        Stage::Size => size::show(built(page.as_deref())?, false),
        Stage::Browser => {
            let page = built(page.as_deref())?;
            browser_tests(engines, options, page, counts)?;
            if options.filter.is_empty() {
                kill::on(engines, kill::TIMES, page)?;
            }
            Ok(())
        }
    }
}

const WASM: [&str; 4] = ["-p", "unstuck", "--target", "wasm32-unknown-unknown"];
/// The features of the WebAssembly modules.
const MODULES: [&str; 3] = ["component", "widget", "carry"];

fn built(page: Option<&Path>) -> Result<&Path> {
    page.ok_or_else(|| anyhow!("the page was not built"))
}

fn browser_tests(
    engines: &[Engine],
    options: &Options,
    page: &Path,
    counts: &mut Counts,
) -> Result<()> {
    let command = || {
        let mut command = cargo();
        command.args(["test", "-p", "e2e", "--test", "browser"]);
        command
    };
    // Compiled first, so that two engines do not both wait for it; and with it what `kill::on` is about to run.
    run(command().args(["--test", "kill", "--no-run"]))?;
    let axe = tools::axe()?;
    let app = yew_app::build()?;
    let frameworks = frameworks::build()?;
    let one = |&Job { engine, part }: &Job, prefix: &str| -> Result<Counts> {
        let mut command = command();
        command
            .env("UNSTUCK_ENGINE", engine.name())
            .env("UNSTUCK_DRIVER", engine.driver()?);
        command.env("UNSTUCK_DIST", page).env("UNSTUCK_AXE", &axe);
        command
            .env("UNSTUCK_YEW_APP", &app)
            .env("UNSTUCK_FRAMEWORKS", &frameworks);
        if let Some(browser) = engine.browser() {
            command.env("UNSTUCK_BROWSER", browser);
        }
        if options.one_try {
            command.env("UNSTUCK_ONE_TRY", "1");
        }
        let mut what = engine.to_string();
        if let Some((part, parts)) = part {
            command.env("UNSTUCK_PART", format!("{part}/{parts}"));
            what += &format!(", part {part} of {parts}");
        }
        command.arg("--").args(&options.filter);
        let mut counts = Counts::default();
        let begun = Instant::now();
        println!("-- {what}");
        let ended = tests(&mut command, prefix, &mut counts);
        println!("-- {what}: {}", clock(begun.elapsed()));
        // The counts matter most when something failed.
        match ended {
            Err(error) if counts.failed == 0 => Err(error.context(engine.name())),
            _ => Ok(counts),
        }
    };
    // Two at a time: one leaves much of two cores idle, and with three each takes its time.
    let workers = if options.one_by_one {
        1
    } else {
        engines.len().min(2)
    };
    let queue = Mutex::new(jobs(engines, workers > 1 && options.filter.is_empty()));
    let ended = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let Some(job) = next(&queue) {
                    let prefix = match workers {
                        1 => String::new(),
                        _ => format!("[{}] ", job.engine),
                    };
                    let outcome = one(&job, &prefix);
                    held(&ended).push((job.engine, outcome));
                }
            });
        }
    });
    let (mut failed, mut broken) = (Vec::new(), None);
    for (engine, ended) in std::mem::take(&mut *held(&ended)) {
        match ended {
            Ok(ended) => {
                if ended.failed > 0 && !failed.contains(&engine.name()) {
                    failed.push(engine.name());
                }
                counts.add(&ended);
            }
            Err(error) => broken = broken.or(Some(error)),
        }
    }
    if let Some(error) = broken {
        return Err(error);
    }
    if !failed.is_empty() {
        bail!(
            "in {}; one alone with `--engine {}`",
            failed.join(" and "),
            failed[0]
        );
    }
    Ok(())
}

/// The cases of one engine, or a part of them.
struct Job {
    engine: Engine,
    /// Which of how many, from 1.
    part: Option<(usize, usize)>,
}

/// What is to run, the longest first. The last is cut up, so that it fills what is left of both workers' time.
fn jobs(engines: &[Engine], cut: bool) -> VecDeque<Job> {
    const LONGEST_FIRST: [Engine; 3] = [Engine::Webkit, Engine::Chromium, Engine::Firefox];
    let wanted = LONGEST_FIRST
        .into_iter()
        .filter(|engine| engines.contains(engine));
    let mut jobs: VecDeque<Job> = wanted.map(|engine| Job { engine, part: None }).collect();
    if cut
        && jobs.len() > 1
        && let Some(Job { engine, .. }) = jobs.pop_back()
    {
        jobs.extend((1..=PARTS).map(|part| Job {
            engine,
            part: Some((part, PARTS)),
        }));
    }
    jobs
}

const PARTS: usize = 3;

fn next(queue: &Mutex<VecDeque<Job>>) -> Option<Job> {
    held(queue).pop_front()
}

fn held<T>(what: &Mutex<T>) -> MutexGuard<'_, T> {
    what.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Runs tests, passing on what they print and adding up their closing lines.
fn tests(command: &mut Command, prefix: &str, counts: &mut Counts) -> Result<()> {
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| could_not_start(command))?;
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).split(b'\n') {
            let line =
                line.with_context(|| format!("could not read what `{}` prints", typed(command)))?;
            let line = String::from_utf8_lossy(&line);
            println!("{prefix}{line}");
            counts.note(&line);
        }
    }
    let status = child.wait().with_context(|| could_not_start(command))?;
    if !status.success() {
        bail!("`{}` ended with {status}", typed(command));
    }
    Ok(())
}

fn clock(time: Duration) -> String {
    let seconds = time.as_secs();
    if seconds < 60 {
        format!("{:.1} s", time.as_secs_f32())
    } else {
        format!("{} min {} s", seconds / 60, seconds % 60)
    }
}

#[cfg(test)]
mod tests_of_this {
    use super::*;

    #[test]
    fn the_last_engine_is_cut_up() {
        let told = |engines: &[Engine], cut| {
            let told = jobs(engines, cut).into_iter().map(|job| match job.part {
                None => job.engine.name().to_owned(),
                Some((part, parts)) => format!("{} {part}/{parts}", job.engine),
            });
            told.collect::<Vec<_>>().join(", ")
        };
        assert_eq!(
            told(&Engine::ALL, true),
            "webkit, chromium, firefox 1/3, firefox 2/3, firefox 3/3"
        );
        assert_eq!(told(&Engine::ALL, false), "webkit, chromium, firefox");
        assert_eq!(told(&[Engine::Firefox], true), "firefox");
    }

    #[test]
    fn stages_and_engines_go_by_name() {
        assert!(
            Stage::ALL
                .iter()
                .all(|stage| stage.name().parse() == Ok(*stage))
        );
        assert!(
            "all"
                .parse::<Stage>()
                .is_err_and(|error| error.contains("format, lint"))
        );
        assert!(
            Engine::ALL
                .iter()
                .all(|engine| engine.name().parse() == Ok(*engine))
        );
    }
}
