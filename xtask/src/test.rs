//! `cargo xtask test`: everything, in stages, the quick ones first.
//!
//! Belongs here: the stages, their order, what runs beside them, and how their outcome is reported. Does not: what the tests
//! test, or how the browser tests are spread over workers (see `browser_tests`). All stages share cargo's folder and its
//! features, so that nothing is compiled twice.

use std::mem;
use std::path::Path;
use std::sync::mpsc::channel;
use std::thread;
use std::time::Instant;

use anyhow::{Context, Result, bail};
use clap::{Args, ValueEnum};

use crate::browsers::{self, Engine};
use crate::run::{Run, cargo, output, program, root, run, target_dir, unless_it_fails};
use crate::tally::Tally;
use crate::tools::{self, WASM_TARGET};
use crate::{api, browser_tests, publish, samples, sites, size, trunk};

/// What to run.
#[derive(Args)]
pub(crate) struct Options {
    /// Only these stages
    #[arg(long, value_name = "STAGE")]
    only: Vec<Stage>,
    #[command(flatten)]
    browser: browser_tests::Selection,
}

/// A part of the test command.
#[derive(Clone, Copy, PartialEq, PartialOrd, Eq, Debug, ValueEnum)]
enum Stage {
    /// The code is formatted (`cargo fmt --all` does it)
    #[value(alias = "format")]
    Fmt,
    /// Dependencies are what deny.toml allows, with no known vulnerability where the list of them can be fetched
    Deny,
    /// No warning, natively, for WebAssembly and in TypeScript
    Lint,
    /// What runs natively, in Node, and the widget's components in Chromium
    Unit,
    /// The documentation builds without a warning
    Docs,
    /// What Cargo.toml claims as the oldest Rust is enough
    Msrv,
    /// The release page and the example for Yew build, and npm packs all of the package
    Page,
    /// What the page loads keeps its budget
    Size,
    /// The page in real browsers
    Browser,
}

/// Runs the stages and says how they went.
pub(crate) fn test(options: &Options) -> Result<()> {
    let begun = Instant::now();
    let wanted = |stage: &Stage| options.only.is_empty() || options.only.contains(stage);
    let stages = Stage::value_variants().iter().copied().filter(wanted);
    let stages: Vec<Stage> = stages.collect();
    install(&stages, options)?;
    let tally = Tally::default();
    let mut times = Vec::new();
    let outcome = thread::scope(|scope| {
        // What is done beside the stages shows nothing but why it failed, or all where it is the one thing.
        let print: Run = if stages.len() > 1 {
            unless_it_fails
        } else {
            run
        };
        let (sender, beside) = channel();
        let mut waiting = Some((sender, works(&stages)));
        let mut built = false;
        for &stage in &stages {
            let name = format!("{stage:?}").to_lowercase();
            println!("\n== {name}");
            let begun = Instant::now();
            // Not before the stages that take seconds.
            if stage >= Stage::Lint
                && let Some((sender, works)) = waiting.take()
            {
                // Ends early where a stage fails: nobody receives.
                scope.spawn(move || {
                    let mut works = works.into_iter();
                    works.try_for_each(|work| sender.send(work.go(print)))
                });
            }
            let asks = match stage {
                Stage::Docs | Stage::Msrv => true,
                _ => stage >= Stage::Page && !mem::replace(&mut built, true),
            };
            let worked = if asks { beside.recv()? } else { Ok(()) };
            let outcome = worked.and_then(|()| run_stage(stage, options, &tally));
            let ended = if outcome.is_ok() { "passed" } else { "FAILED" };
            times.push(format!("{name} {ended} ({:.0?})", begun.elapsed()));
            outcome.with_context(|| {
                format!("{name} failed, see above; again with `cargo xtask test --only {name}`")
            })?;
        }
        Ok(())
    });
    let (all, times) = (begun.elapsed(), times.join(", "));
    println!("\n{times}; in all {all:.0?}\n{tally}");
    outcome
}

/// What waits for no stage, and is done beside them: each leaves a core idle while it links a module, or its last test ends.
#[derive(Clone, Copy)]
enum Work {
    Docs,
    Msrv,
    /// Built once a run, and never skipped: a page from yesterday would pass for today's.
    Page,
}

/// What these stages ask for, in their order.
fn works(stages: &[Stage]) -> Vec<Work> {
    let mut works = Vec::new();
    for stage in stages {
        match stage {
            Stage::Docs => works.push(Work::Docs),
            Stage::Msrv => works.push(Work::Msrv),
            _ => {}
        }
    }
    if stages.iter().any(|stage| *stage >= Stage::Page) {
        works.push(Work::Page);
    }
    works
}

impl Work {
    fn go(self, run: Run) -> Result<()> {
        match self {
            Self::Docs => {
                let doc = |more: &[&str]| {
                    let mut command = cargo();
                    command.args(["doc", "--no-deps"]).args(more);
                    run(command.env("RUSTDOCFLAGS", "-D warnings"))
                };
                doc(&["--workspace"])?;
                doc(&["-p", "unstuck", "--lib", "--target", WASM_TARGET])
            }
            Self::Msrv => {
                // Cargo itself refuses a dependency that asks for more.
                let check = ["cargo", "check", "--workspace", "--locked"];
                let mut rustup = program("rustup");
                rustup.args(["run", tools::MSRV]).args(check);
                run(rustup.env("CARGO_TARGET_DIR", target_dir().join("msrv")))
            }
            Self::Page => trunk::build_beside(run),
        }
    }
}

/// Installs all that is missing before anything runs, so that nobody has to wait for a question in the middle.
fn install(stages: &[Stage], options: &Options) -> Result<()> {
    tools::rust_components()?;
    if stages != [Stage::Fmt] {
        trunk::trunk()?;
    }
    for stage in stages {
        match stage {
            Stage::Deny => drop(tools::deny()?),
            Stage::Unit => browsers::install(&[Engine::Chromium])?,
            Stage::Msrv => tools::oldest_rust()?,
            Stage::Browser => browsers::install(&options.browser.engines)?,
            _ => {}
        }
    }
    Ok(())
}

/// A stage, once what it asks for is done.
fn run_stage(stage: Stage, options: &Options, tally: &Tally) -> Result<()> {
    let page = &trunk::page_for_tests();
    match stage {
        Stage::Fmt => {
            run(cargo().args(["fmt", "--all", "--check"]))?;
            run(samples::yew_app_command("fmt").arg("--check"))
        }
        Stage::Deny => deny(options.browser.full),
        Stage::Lint => lint(),
        Stage::Unit => unit(tally),
        // All of it is done beside the others.
        Stage::Docs | Stage::Msrv => Ok(()),
        Stage::Page => {
            publish::package(page)?;
            samples::yew_app()?;
            if options.browser.full {
                let twice = ["test", "-p", "e2e", "--test", "twice"];
                tally.run("", cargo().args(twice).env("UNSTUCK_DIST", page))?;
            }
            Ok(())
        }
        Stage::Size => size::show(page, &size::Options::default()),
        Stage::Browser => browser(&options.browser, page, tally),
    }
}

/// Each lock file against deny.toml. The list of vulnerabilities lies on a host that not every machine reaches.
fn deny(full: bool) -> Result<()> {
    let deny = || Ok::<_, anyhow::Error>(program(tools::deny()?));
    let fetched = output(deny()?.args(["--config=deny.toml", "fetch", "db"]));
    let advisories = fetched.is_ok().then_some("advisories");
    for folder in [".", "examples/yew-app", tools::BINDGEN] {
        let manifest = format!("--manifest-path={folder}/Cargo.toml");
        let mut deny = deny()?;
        deny.args(["--workspace", "--locked", "--config=deny.toml", &manifest]);
        deny.arg("check");
        if folder != "." {
            // Most of what the checkout itself needs.
            deny.args(["-A", "license-exception-not-encountered"]);
        }
        deny.args(["bans", "licenses", "sources"]).args(advisories);
        println!("{folder}/Cargo.lock:");
        run(&mut deny)?;
    }
    if full {
        fetched.context("a release needs the list of known vulnerabilities")?;
        // What npm installs writes the scripts that readers run.
        for words in [&["audit"][..], &["audit", "signatures"]] {
            let mut npm = tools::npm()?;
            run(npm.args(words).current_dir(root().join("web")))?;
        }
    } else if advisories.is_none() {
        println!(
            "NOT CHECKED: known vulnerabilities, because their list could not be fetched (`--full` demands it)"
        );
    }
    Ok(())
}

fn lint() -> Result<()> {
    let strict = ["--", "-D", "warnings"];
    let clippy = |words: &[&str]| run(cargo().arg("clippy").args(words).args(strict));
    clippy(&["--workspace", "--all-targets"])?;
    for package in ["unstuck", "unstuck-first", "unstuck-reader"] {
        clippy(&["-p", package, "--target", WASM_TARGET])?;
    }
    let mut app = samples::yew_app_command("clippy");
    run(app.args(["--locked", "--target", WASM_TARGET]).args(strict))?;
    web("lint")
}

fn unit(tally: &Tally) -> Result<()> {
    api::generate(true)?;
    let native = ["test", "--workspace", "--no-fail-fast", "--exclude", "e2e"];
    tally.run("", cargo().args(native))?;
    web("test")?;
    let runner = tools::wasm_bindgen()?.with_file_name("wasm-bindgen-test-runner");
    let mut components = cargo();
    components
        .args(["test", "-p", "unstuck", "--test", "wasm"])
        .args(["--target", WASM_TARGET])
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner)
        .env("CHROMEDRIVER", Engine::Chromium.driver()?);
    tally.run("", &mut components)
}

/// Runs a script of `web/package.json`.
fn web(script: &str) -> Result<()> {
    let mut npm = tools::npm()?;
    npm.args(["run", "--silent", script]);
    run(npm.current_dir(root().join("web")))
}

fn browser(options: &browser_tests::Selection, page: &Path, tally: &Tally) -> Result<()> {
    browser_tests::run_all(options, page, tally)?;
    if !options.filter.is_empty() && tally.is_empty() {
        bail!(
            "no browser test has {:?} in its name",
            options.filter.join(" ")
        );
    }
    // Who asks for some cases asks for nothing else.
    if options.filter.is_empty() && options.full {
        sites::on(&[], page)?;
    }
    Ok(())
}
