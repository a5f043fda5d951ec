//! `cargo xtask bench`: how fast the engine is, and how fast the widget is for readers, beside others.
//!
//! Belongs here: what is built for it, and where the figures go. Does not: the peers and how they are measured (`benches/peers`),
//! or the engine's own benches (`benches/walk.rs`).

use std::iter;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use clap::Args;
use unstuck_page::files::{copy, read, write};
use unstuck_page::template::between_markers;

use crate::browsers::{self, Engine};
use crate::publish::{HOST, hints};
use crate::run::{cargo, node_script, output, root, run, target_dir};
use crate::{tools, trunk};

const PEERS: &str = "benches/peers";
/// The guide that all of them show.
const GUIDE: &str = "guides/iphone-backup.en.html";
/// The page that tells of it.
const TOLD: &str = "docs/performance.md";
const PLOT: &str = "docs/pictures/performance.svg";

/// What is measured.
#[derive(Args)]
pub(crate) struct Options {
    /// Once, and on the slow phone alone: two minutes in place of ten
    #[arg(long)]
    quick: bool,
    /// Not the engine
    #[arg(long)]
    browser_only: bool,
    /// A built page; without it the page is built
    #[arg(long, value_name = "DIR")]
    dist: Option<PathBuf>,
    /// Another built page to measure in the same run, under this label
    #[arg(long, value_name = "LABEL=DIR")]
    compare: Vec<String>,
    /// Only these, and the hand-written one: by-hand, preact, svelte, formity, surveyjs, page, tag, tag-alone, tag-hints, tag-plain
    #[arg(long, value_name = "NAME")]
    only: Vec<String>,
    /// How often each is visited
    #[arg(long, default_value_t = 4)]
    rounds: u32,
    /// Puts the table and the plot into docs/performance.md
    #[arg(long)]
    write: bool,
}

pub(crate) fn bench(options: &Options) -> Result<()> {
    browsers::install(&[Engine::Chromium])?;
    tools::node_packages(PEERS)?;
    let dist = match &options.dist {
        Some(dist) => std::path::absolute(dist)?,
        None => trunk::build_for_tests()?,
    };
    let out = target_dir().join("bench");
    let guide = out.join("guide.json");
    let mut build = cargo();
    build.args(["run", "-q", "-p", "unstuck-cli", "--", "build", GUIDE]);
    write(&guide, &output(build.args(["--to", "json"]))?)?;
    if !options.browser_only {
        let mut engine = cargo();
        engine.args(["bench", "-q", "-p", "unstuck", "--bench", "walk"]);
        if options.quick {
            engine.args(["--", "--quick"]);
        }
        run(&mut engine).context("the engine's benches failed")?;
    }
    let mut browser = node_script(&format!("{PEERS}/bench.mjs"))?;
    browser.arg("--guide").arg(&guide);
    browser.arg("--article").arg(root().join(GUIDE));
    browser.arg("--dist").arg(&dist).arg("--out").arg(&out);
    browser.arg("--browser").arg(browsers::chromium()?);
    browser.args(["--rounds", &options.rounds.to_string()]);
    if options.quick {
        browser.arg("--quick");
    }
    let others = options.compare.iter().filter_map(|one| one.split_once('='));
    let others = others.map(|(label, folder)| (label, Path::new(folder)));
    for (label, folder) in iter::once(("", dist.as_path())).chain(others) {
        // As `dist` prints them, of each build.
        let head = hints(folder)?.replace(HOST, "HOST");
        browser.arg("--hints").arg(format!("{label}={head}"));
    }
    for (name, values) in [("--only", &options.only), ("--compare", &options.compare)] {
        browser.args(values.iter().flat_map(|value| [name, value]));
    }
    run(&mut browser).context("the browser run failed")?;
    if options.write {
        let page = root().join(TOLD);
        let table = read(&out.join("table.md"))?;
        write(&page, &between_markers(&read(&page)?, "bench", &table)?)?;
        copy(&out.join("plot.svg"), &root().join(PLOT))?;
    }
    println!("All figures are in {}", out.join("results.json").display());
    Ok(())
}
