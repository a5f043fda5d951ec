//! The command `unstuck`: checks, converts and draws guides, for their authors and for CI.
//!
//! Belongs here: arguments, files, exit codes and what is printed. Does not: anything a browser could use as well (that is
//! in `unstuck_author`).

mod print;
mod sarif;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use lexopt::prelude::*;
use unstuck_author::{
    Form, Loaded, Severity, answers, compare, diagnose, html, json, left_out, limits, map, markdown,
};
use unstuck_core::guide::Guide;

const HELP: &str = "\
Checks, converts and draws troubleshooting guides.

  unstuck check FILE... [--format text|json|sarif]
      Finds everything that is wrong with guides, and what differs between the languages of one.
  unstuck build FILE --to html|md|json|page [-o OUT] [--script URL]
      Turns a guide into another form; `page` is a page ready to publish, which loads embed.js from URL.
  unstuck map FILE --to mermaid|svg [-o OUT]
      Draws the flow of a guide.
  unstuck new [-o FILE]
      Writes a commented article to start from; it refuses to write over a file.

A FILE is an article in HTML (.html), Markdown (.md) or JSON (.json).
Exit codes: 0 all is well, 1 a guide has errors, 2 the command could not do its work.
";

const STARTER: &str = include_str!("starter.md");

/// Why the command could not do its work, in words for its user.
type Failed = String;

/// A file with what was found in it.
struct Checked {
    name: String,
    text: String,
    loaded: Loaded,
}

fn main() -> ExitCode {
    match command() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(told) => {
            eprintln!("error: {told}");
            ExitCode::from(2)
        }
    }
}

/// Runs the command; whether all is well with what it was given.
fn command() -> Result<bool, Failed> {
    let mut args = lexopt::Parser::from_env();
    let told = |error: lexopt::Error| format!("{error}; `unstuck help` shows what there is");
    let name = match args.next().map_err(told)? {
        None | Some(Short('h') | Long("help")) => "help".to_owned(),
        Some(Short('V') | Long("version")) => "version".to_owned(),
        Some(Value(name)) => name.to_string_lossy().into_owned(),
        Some(other) => return Err(told(other.unexpected())),
    };
    let mut given = Given::default();
    given.read(&mut args).map_err(told)?;
    match name.as_str() {
        "check" => check(&given),
        "build" => build(&given),
        "map" => draw(&given),
        "new" => start(&given),
        "schema" => put(&given, &json::schema()).map(|()| true),
        "help" => say(HELP).map(|()| true),
        "version" => say(concat!("unstuck ", env!("CARGO_PKG_VERSION"), "\n")).map(|()| true),
        other => Err(format!("there is no command \"{other}\"\n\n{HELP}")),
    }
}

/// What stands behind the command's name.
#[derive(Default)]
struct Given {
    files: Vec<PathBuf>,
    to: Option<String>,
    format: Option<String>,
    script: Option<String>,
    out: Option<PathBuf>,
}

impl Given {
    fn read(&mut self, args: &mut lexopt::Parser) -> Result<(), lexopt::Error> {
        while let Some(arg) = args.next()? {
            match arg {
                Value(file) => self.files.push(file.into()),
                Long("to") => self.to = Some(args.value()?.string()?),
                Long("format") => self.format = Some(args.value()?.string()?),
                Long("script") => self.script = Some(args.value()?.string()?),
                Short('o') | Long("out") => self.out = Some(args.value()?.into()),
                other => return Err(other.unexpected()),
            }
        }
        Ok(())
    }

    fn one(&self) -> Result<&Path, Failed> {
        match self.files.as_slice() {
            [file] => Ok(file),
            files => Err(format!(
                "name one file, not {}; `unstuck help` shows how",
                files.len()
            )),
        }
    }
}

fn say(text: &str) -> Result<(), Failed> {
    match std::io::stdout().lock().write_all(text.as_bytes()) {
        // Whoever reads has read enough: `unstuck check … | head`.
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        done => done.map_err(|error| format!("could not print: {error}")),
    }
}

fn put(given: &Given, text: &str) -> Result<(), Failed> {
    match &given.out {
        Some(out) => std::fs::write(out, text)
            .map_err(|error| format!("could not write {}: {error}", out.display())),
        None => say(text),
    }
}

/// Reads and checks a file.
fn load(path: &Path) -> Result<Checked, Failed> {
    let name = path.display().to_string();
    let form = Form::of_name(&name).ok_or_else(|| {
        format!("{name}: the name must end in .html, .md or .json, which tells its form")
    })?;
    let told = |error: std::io::Error| format!("could not read {name}: {error}");
    // The size is looked at first: what is too large is not even read.
    let size = std::fs::metadata(path).map_err(told)?.len();
    if size > limits::MAX_BYTES as u64 {
        return Err(format!(
            "{name} has {size} bytes; a guide may have {}",
            limits::MAX_BYTES
        ));
    }
    let bytes = std::fs::read(path).map_err(told)?;
    let text = String::from_utf8(bytes).map_err(|error| {
        format!(
            "{name} is no UTF-8 text from byte {} on; save it as UTF-8",
            error.utf8_error().valid_up_to()
        )
    })?;
    let loaded = diagnose(form, &text);
    Ok(Checked { name, text, loaded })
}

fn check(given: &Given) -> Result<bool, Failed> {
    if given.files.is_empty() {
        return Err("name the files to check; `unstuck help` shows how".into());
    }
    let mut all = Vec::new();
    for file in &given.files {
        all.push(load(file)?);
    }
    let sound: Vec<usize> = (0..all.len())
        .filter(|index| all[*index].loaded.guide.is_some())
        .collect();
    let guides: Vec<_> = sound
        .iter()
        .filter_map(|index| {
            let file = &all[*index];
            file.loaded
                .guide
                .as_ref()
                .map(|guide| (guide, &file.loaded.places, file.text.as_str()))
        })
        .collect();
    for (index, problem) in compare(&guides) {
        if let Some(file) = sound.get(index).and_then(|index| all.get_mut(*index)) {
            file.loaded.problems.push(problem);
        }
    }
    let text = match given.format.as_deref().unwrap_or("text") {
        "text" => print::text(&all),
        "json" => print::json(&all)?,
        "sarif" => sarif::sarif(&all)?,
        other => {
            return Err(format!(
                "there is no format \"{other}\"; it is text, json or sarif"
            ));
        }
    };
    put(given, &text)?;
    Ok(!all.iter().any(|file| has_errors(&file.loaded)))
}

fn has_errors(loaded: &Loaded) -> bool {
    loaded
        .problems
        .iter()
        .any(|problem| problem.severity == Severity::Error)
}

/// A file that is a sound guide. Where it is none, its problems go to the standard error.
fn sound(path: &Path) -> Result<Option<Checked>, Failed> {
    let file = load(path)?;
    if has_errors(&file.loaded) {
        eprint!("{}", print::text(std::slice::from_ref(&file)));
        return Ok(None);
    }
    Ok(Some(file))
}

fn build(given: &Given) -> Result<bool, Failed> {
    let to = given
        .to
        .as_deref()
        .ok_or("say into what: --to html, md, json or page")?;
    let write: Box<dyn Fn(&Guide) -> String> = match to {
        "html" => Box::new(html::write),
        "md" | "markdown" => Box::new(markdown::write),
        "json" => Box::new(json::write),
        "page" => {
            let script = given.script.clone().unwrap_or_else(|| "embed.js".into());
            Box::new(move |guide| html::page(guide, &script))
        }
        other => {
            return Err(format!(
                "there is no form \"{other}\"; it is html, md, json or page"
            ));
        }
    };
    let Some(file) = sound(given.one()?)? else {
        return Ok(false);
    };
    for problem in left_out(&file.loaded, &file.text) {
        eprint!("{}", print::one(&file.name, &problem));
    }
    let Some(guide) = file.loaded.guide else {
        return Ok(false);
    };
    put(given, &write(&guide)).map(|()| true)
}

fn draw(given: &Given) -> Result<bool, Failed> {
    let draw = match given
        .to
        .as_deref()
        .ok_or("say as what: --to mermaid or svg")?
    {
        "mermaid" => map::mermaid,
        "svg" => map::svg,
        other => {
            return Err(format!(
                "there is no map as \"{other}\"; it is mermaid or svg"
            ));
        }
    };
    let Some(guide) = sound(given.one()?)?.and_then(|file| file.loaded.guide) else {
        return Ok(false);
    };
    put(given, &draw(&guide)).map(|()| true)
}

fn start(given: &Given) -> Result<bool, Failed> {
    let Some(out) = &given.out else {
        return say(STARTER).map(|()| true);
    };
    let mut file = std::fs::File::create_new(out)
        .map_err(|error| format!("could not make {}: {error}", out.display()))?;
    file.write_all(STARTER.as_bytes())
        .map_err(|error| format!("could not write {}: {error}", out.display()))?;
    say(&format!(
        "{} is yours to edit. Then: unstuck check {}\n",
        out.display(),
        out.display()
    ))?;
    Ok(true)
}

/// The counts under the problems of a sound guide.
fn counted(guide: &Guide) -> String {
    let answers = answers(guide);
    let plural = |count: usize, word: &str, words: &str| {
        format!("{count} {}", if count == 1 { word } else { words })
    };
    format!(
        "{}, {}; at most {}, typically {}",
        plural(guide.questions.len(), "question", "questions"),
        plural(guide.fixes.len(), "fix", "fixes"),
        plural(answers.longest, "answer", "answers"),
        answers.typical
    )
}
