//! The command `unstuck`: checks, converts and draws guides, for their authors and for CI.
//!
//! Belongs here: the commands, exit codes and what is printed. Does not: which files are read (`input`), or anything a
//! browser could use as well (that is in `unstuck_author`).

mod args;
mod explain;
mod input;
mod print;
mod problem;
mod sarif;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context;
use args::{
    Build, Check, Cli, Command, Drawing, Explain, Map, New, Output, ReportFormat, TableFormat,
    Target,
};
use clap::{CommandFactory, Parser};
use unstuck_author::html::First;
use unstuck_author::{
    Diagnostic, Explanation, Loaded, Severity, compare_languages, diagnose, html, json, left_out,
    limits, map, markdown,
};
use unstuck_core::characters::shown;
use unstuck_core::guide::Guide;

const STARTER: &str = include_str!("starter.md");

/// A file with what was found in it.
struct Checked {
    path: PathBuf,
    /// Its name as it may be shown.
    name: String,
    text: String,
    loaded: Loaded,
    /// What is in no part of its guide, if it makes one.
    left_out: Vec<Explanation>,
}

fn main() -> ExitCode {
    match run(arguments()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(error) => {
            eprintln!("error: {}", shown(&format!("{error:#}")));
            ExitCode::from(2)
        }
    }
}

/// The arguments. If they are wrong, the message shows them, so they are parsed as they may be shown.
fn arguments() -> Cli {
    Cli::try_parse().unwrap_or_else(|error| {
        let all = std::env::args_os().map(|argument| shown(&argument.to_string_lossy()));
        Cli::try_parse_from(all).err().unwrap_or(error).exit()
    })
}

/// Runs the command; whether the guides it was given have no errors.
fn run(cli: Cli) -> anyhow::Result<bool> {
    match cli.command {
        None => print(&Cli::command().render_help().to_string()).map(|()| true),
        Some(Command::Check(args)) => check(&args),
        Some(Command::Explain(args)) => explain(&args),
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
    let (format, text) = input::read(path)?;
    let loaded = diagnose(format, &text);
    let left_out = match loaded.guide {
        Some(_) => left_out(&loaded, &text),
        None => Vec::new(),
    };
    Ok(Checked {
        path: path.to_owned(),
        name: input::name(path),
        text,
        loaded,
        left_out,
    })
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
        ReportFormat::Json => print::json(&all),
        ReportFormat::Sarif => sarif::sarif(&all),
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

fn explain(args: &Explain) -> anyhow::Result<bool> {
    let file = load(&args.file)?;
    let rows = unstuck_author::explain(&file.loaded, &file.text);
    let text = match args.format {
        TableFormat::Json => explain::json(&file, &rows),
        TableFormat::Text => {
            let errors = file.loaded.diagnostics.iter();
            let errors = errors.filter(|problem| problem.severity == Severity::Error);
            let errors: String = errors
                .map(|problem| print::one(&file.name, problem))
                .collect();
            errors + &explain::text(&file, &rows)
        }
    };
    write(&args.output, &text)?;
    Ok(!has_errors(&file.loaded))
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
    eprint!("{}", explain::left_out(&file.name, &file.left_out));
    // What never became a block of the article; and JSON needs an id, and gets one.
    let told = |problem: &&Diagnostic| match problem.rule {
        "foreign-syntax" | "html-in-markdown" | "unsafe-link" | "unsafe-image" => true,
        rule => args.to == Target::Json && rule == "unnamed",
    };
    for problem in file.loaded.diagnostics.iter().filter(told) {
        eprint!("{}", print::one(&file.name, problem));
    }
    let text = match args.to {
        Target::Html if args.plain => html::write(&guide),
        Target::Html => html::write_with(&guide, &first(&guide, &args.script)?),
        Target::Md => markdown::write(&guide),
        Target::Json => json::write(&guide),
        Target::Page => html::page(&guide, &args.script, Some(&first(&guide, &args.script)?)),
    };
    // The widget refuses what is larger.
    anyhow::ensure!(
        text.len() <= limits::MAX_BYTES,
        "{} would have {} bytes in this format; a guide may have {}: split it",
        file.name,
        text.len(),
        limits::MAX_BYTES
    );
    write(&args.output, &text).map(|()| true)
}

/// The first screen of a guide, whose files lie beside the shell.
fn first(guide: &Guide, shell: &str) -> anyhow::Result<First> {
    let (sheet, tag) = unstuck_first::beside(shell);
    let shadow = unstuck_first::shadow(guide, &sheet)?;
    Ok(First { shadow, tag })
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
    let name = input::name(out);
    let mut file =
        std::fs::File::create_new(out).with_context(|| format!("could not create {name}"))?;
    file.write_all(STARTER.as_bytes())
        .with_context(|| format!("could not write {name}"))?;
    print(&format!(
        "{name} is yours to edit. Then: unstuck check {name}\n"
    ))?;
    Ok(true)
}
