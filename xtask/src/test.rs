//! `cargo xtask test`: everything, in stages, the quick ones first.
//!
//! Belongs here: the stages, their order, and how their outcome is told. Does not: what the tests test, or how the browser
//! tests are spread over workers (see `browser_tests`). All stages share cargo's folder and its features, so that nothing is
//! compiled twice.

use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result};
use clap::{Args, ValueEnum};

use crate::browsers::{self, Engine};
use crate::files::node;
use crate::run::{cargo, clock, program, root, run};
use crate::{api, browser_tests, kill, msrv, publish, sites, size, tools, trunk, yew_app};

/// What to run.
#[derive(Args)]
pub(crate) struct Options {
    /// All that a release needs: every case in every engine, more kills, and the sites of tests/sites
    #[arg(long)]
    full: bool,
    /// Only these stages
    #[arg(long, value_name = "STAGE")]
    only: Vec<Stage>,
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
    filter: Vec<String>,
}

/// A part of the test command.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
enum Stage {
    /// The code is formatted
    #[value(alias = "format")]
    Fmt,
    /// No warning, natively, for WebAssembly and in TypeScript
    Lint,
    /// What runs natively, in Node, and the widget's components in Chromium
    Unit,
    /// The documentation builds without a warning
    Docs,
    /// What is claimed as the oldest Rust holds
    Msrv,
    /// The release page and the example for Yew build, and npm packs all of the package
    Page,
    /// What the page loads keeps its budget
    Size,
    /// The page in real browsers
    Browser,
}

impl Stage {
    fn name(self) -> String {
        self.to_possible_value()
            .map_or_else(String::new, |value| value.get_name().to_owned())
    }

    /// What to do where it failed.
    fn help(self) -> &'static str {
        match self {
            Self::Fmt => "`cargo fmt --all` formats it",
            Self::Lint | Self::Docs => "see the warnings above",
            Self::Unit => "see the failed tests above",
            Self::Msrv => "raise rust-version in Cargo.toml, or do without what is too new",
            Self::Page => "see the error above",
            Self::Size => {
                "take out what grew, or record in docs/decisions why it is worth its bytes"
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

/// Runs the stages and says how they went.
pub(crate) fn test(options: &Options) -> Result<()> {
    let wanted = |stage: &Stage| options.only.is_empty() || options.only.contains(stage);
    let stages: Vec<Stage> = Stage::value_variants()
        .iter()
        .copied()
        .filter(wanted)
        .collect();
    let engines = browsers::or_all(&options.engines);
    let begun = Instant::now();
    install(&stages, &engines)?;

    let mut page = None;
    let mut times = Vec::new();
    for stage in stages {
        println!("\n== {}", stage.name());
        let begun = Instant::now();
        let ended = run_stage(stage, &engines, options, &mut page);
        let time = format!("{} {}", stage.name(), clock(begun.elapsed()));
        println!(
            "== {time}, {}",
            if ended.is_ok() { "passed" } else { "FAILED" }
        );
        ended.with_context(|| {
            format!(
                "{0} failed: {1}. Again with `cargo xtask test --only {0}`",
                stage.name(),
                stage.help()
            )
        })?;
        times.push(time);
    }
    println!(
        "\nAll passed in {}: {}",
        clock(begun.elapsed()),
        times.join(", ")
    );
    Ok(())
}

/// Installs all that is missing before anything runs, so that nobody has to wait for a question in the middle.
fn install(stages: &[Stage], engines: &[Engine]) -> Result<()> {
    let any = |wanted: &[Stage]| stages.iter().any(|stage| wanted.contains(stage));
    if any(&[Stage::Fmt, Stage::Lint, Stage::Msrv]) {
        tools::rust_components()?;
    }
    if any(&[Stage::Lint, Stage::Unit, Stage::Docs]) {
        tools::wasm_target()?;
        tools::node_modules()?;
    }
    if any(&[Stage::Page, Stage::Size, Stage::Browser]) {
        tools::for_page()?;
    }
    if any(&[Stage::Unit]) {
        tools::wasm_bindgen()?;
        browsers::install(&[Engine::Chromium])?;
    }
    if any(&[Stage::Browser]) {
        browsers::install(engines)?;
    }
    Ok(())
}

fn run_stage(
    stage: Stage,
    engines: &[Engine],
    options: &Options,
    page: &mut Option<PathBuf>,
) -> Result<()> {
    // Built once a run, and never skipped: a page from yesterday would pass for today's.
    if stage.takes_page() && page.is_none() {
        *page = Some(trunk::build_for_tests()?);
    }
    let page = page.as_deref().unwrap_or(Path::new(""));
    match stage {
        Stage::Fmt => {
            run(cargo().args(["fmt", "--all", "--check"]))?;
            run(yew_app::command("fmt").arg("--check"))
        }
        Stage::Lint => lint(),
        Stage::Unit => unit(),
        Stage::Docs => {
            let doc = |args: &[&str]| {
                run(cargo()
                    .arg("doc")
                    .args(args)
                    .env("RUSTDOCFLAGS", "-D warnings"))
            };
            doc(&["--workspace", "--no-deps"])?;
            doc(&[
                "-p",
                "unstuck",
                "--no-deps",
                "--lib",
                "--target",
                tools::WASM_TARGET,
            ])
        }
        Stage::Msrv => msrv::check(),
        Stage::Page => {
            publish::package(page)?;
            yew_app::build().map(drop)
        }
        Stage::Size => size::show(page, false, false),
        Stage::Browser => {
            let jobs = browser_tests::Options {
                engines,
                page,
                full: options.full,
                one_by_one: options.one_by_one,
                one_try: options.one_try,
                filter: &options.filter,
            };
            browser_tests::run_all(&jobs)?;
            if options.filter.is_empty() {
                kill::on(engines, if options.full { 25 } else { 3 }, page)?;
                if options.full {
                    sites::on(&[], page)?;
                }
            }
            Ok(())
        }
    }
}

fn lint() -> Result<()> {
    let deny = ["--", "-D", "warnings"];
    run(cargo()
        .args(["clippy", "--workspace", "--all-targets"])
        .args(deny))?;
    // One by one, as they are built.
    for package in ["unstuck", "unstuck-reader"] {
        run(cargo()
            .args(["clippy", "-p", package, "--target", tools::WASM_TARGET])
            .args(deny))?;
    }
    run(yew_app::command("clippy")
        .args(["--locked", "--target", tools::WASM_TARGET])
        .args(deny))?;
    web("lint")
}

fn unit() -> Result<()> {
    api::generate(true)?;
    run(cargo().args(["test", "--workspace", "--no-fail-fast", "--exclude", "e2e"]))?;
    web("test")?;
    let runner = tools::wasm_bindgen()?.with_file_name("wasm-bindgen-test-runner");
    run(cargo()
        .args([
            "test",
            "-p",
            "unstuck",
            "--test",
            "wasm",
            "--target",
            tools::WASM_TARGET,
        ])
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner)
        .env("CHROMEDRIVER", Engine::Chromium.driver()?))
}

/// Runs a script of `web/package.json`.
fn web(script: &str) -> Result<()> {
    run(program(node("npm")?)
        .args(["run", "--silent", script])
        .current_dir(root().join("web")))
}
