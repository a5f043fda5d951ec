//! The command `unstuck`: checks, converts and draws guides, for their authors and for CI.
//!
//! Belongs here: arguments, files, exit codes and what is printed. Does not: anything a browser could use as well (that is
//! in `unstuck_author`).

mod args;
mod print;
mod sarif;

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, ensure};
use args::{Build, Check, Cli, Command, Drawing, Map, New, Output, ReportFormat, Target};
use clap::{CommandFactory, Parser};
use unstuck_author::{
    Format, Loaded, Severity, compare_languages, diagnose, html, json, limits, map, markdown,
    omissions,
};
use unstuck_core::guide::Guide;

const STARTER: &str = include_str!("starter.md");

/// A file with what was found in it.
struct Checked {
    name: String,
    text: String,
    loaded: Loaded,
}

fn main() -> ExitCode {
    match run(Cli::parse()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::from(2)
        }
    }
}

/// Runs the command; whether the guides it was given have no errors.
fn run(cli: Cli) -> anyhow::Result<bool> {
    match cli.command {
        None => print(&Cli::command().render_help().to_string()).map(|()| true),
        Some(Command::Check(args)) => check(&args),
        Some(Command::Build(args)) => build(&args),
        Some(Command::Map(args)) => draw(&args),
        Some(Command::New(args)) => start(&args),
        Some(Command::Schema(output)) => write(&output, &json::schema()).map(|()| true),
    }
}

fn print(text: &str) -> anyhow::Result<()> {
    match std::io::stdout().lock().write_all(text.as_bytes()) {
        // The reader has read enough: `unstuck check … | head`.
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        done => done.context("could not print"),
    }
}

fn write(output: &Output, text: &str) -> anyhow::Result<()> {
    match &output.out {
        Some(out) => {
            std::fs::write(out, text).with_context(|| format!("could not write {}", out.display()))
        }
        None => print(text),
    }
}

/// Reads and checks a file.
fn load(path: &Path) -> anyhow::Result<Checked> {
    let name = path.display().to_string();
    let form = Format::from_file_name(&name).with_context(|| {
        format!("{name}: the name must end in .html, .md or .json, which tells its format")
    })?;
    let could_not_read = || format!("could not read {name}");
    // The size comes first: a file that is too large is not even read.
    let size = std::fs::metadata(path).with_context(could_not_read)?.len();
    ensure!(
        size <= limits::MAX_BYTES as u64,
        "{name} has {size} bytes; a guide may have {}",
        limits::MAX_BYTES
    );
    let bytes = std::fs::read(path).with_context(could_not_read)?;
    let text = String::from_utf8(bytes).map_err(|error| {
        anyhow::anyhow!(
            "{name} is not UTF-8 text from byte {} on; save it as UTF-8",
            error.utf8_error().valid_up_to()
        )
    })?;
    let loaded = diagnose(form, &text);
    Ok(Checked { name, text, loaded })
}

fn check(args: &Check) -> anyhow::Result<bool> {
    let mut all = args
        .files
        .iter()
        .map(|file| load(file))
        .collect::<anyhow::Result<Vec<_>>>()?;
    let (indices, guides): (Vec<_>, Vec<_>) = all
        .iter()
        .enumerate()
        .filter_map(|(index, file)| {
            let guide = file.loaded.guide.as_ref()?;
            Some((index, (guide, &file.loaded.locations, file.text.as_str())))
        })
        .unzip();
    for (index, problem) in compare_languages(&guides) {
        all[indices[index]].loaded.diagnostics.push(problem);
    }
    let text = match args.format {
        ReportFormat::Text => print::text(&all),
        ReportFormat::Json => print::json(&all)?,
        ReportFormat::Sarif => sarif::sarif(&all)?,
    };
    write(&args.output, &text)?;
    Ok(!all.iter().any(|file| has_errors(&file.loaded)))
}

fn has_errors(loaded: &Loaded) -> bool {
    loaded
        .diagnostics
        .iter()
        .any(|problem| problem.severity == Severity::Error)
}

/// A file that is a sound guide. Where it is not, its problems go to the standard error.
fn sound(path: &Path) -> anyhow::Result<Option<(Checked, Guide)>> {
    let file = load(path)?;
    if has_errors(&file.loaded) {
        eprint!("{}", print::text(std::slice::from_ref(&file)));
        return Ok(None);
    }
    let guide = file.loaded.guide.clone();
    Ok(guide.map(|guide| (file, guide)))
}

fn build(args: &Build) -> anyhow::Result<bool> {
    let Some((file, guide)) = sound(&args.file)? else {
        return Ok(false);
    };
    for problem in omissions(&file.loaded, &file.text) {
        eprint!("{}", print::one(&file.name, &problem));
    }
    let text = match args.to {
        Target::Html => html::write(&guide),
        Target::Md => markdown::write(&guide),
        Target::Json => json::write(&guide),
        Target::Page => html::page(&guide, &args.script),
    };
    write(&args.output, &text).map(|()| true)
}

fn draw(args: &Map) -> anyhow::Result<bool> {
    let Some((_, guide)) = sound(&args.file)? else {
        return Ok(false);
    };
    let text = match args.to {
        Drawing::Mermaid => map::mermaid(&guide),
        Drawing::Svg => map::svg(&guide),
    };
    write(&args.output, &text).map(|()| true)
}

fn start(args: &New) -> anyhow::Result<bool> {
    let Some(out) = &args.out else {
        return print(STARTER).map(|()| true);
    };
    let name = out.display();
    let mut file =
        std::fs::File::create_new(out).with_context(|| format!("could not create {name}"))?;
    file.write_all(STARTER.as_bytes())
        .with_context(|| format!("could not write {name}"))?;
    print(&format!(
        "{name} is yours to edit. Then: unstuck check {name}\n"
    ))?;
    Ok(true)
}
