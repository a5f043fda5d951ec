//! How many real articles become the guide that a careful person made of them, and what is in those guides.
//!
//! ```sh
//! cargo run -p unstuck-author --example articles -- DIR [--tsv] [FILE…]
//! ```
//!
//! compares the articles of a folder with its `labels.json` (see CONTRIBUTING.md): as `unstuck check` reads them, HTML or
//! Markdown. The articles are not in this repository: their words belong to others. The rules are held by the tests of
//! `unstuck-adopt`.
//!
//! Belongs here: the order of the work and the exit status. Does not: what counts as found (`compare`), what a guide holds
//! (`content`), or how it is printed (`report`).

mod compare;
mod content;
mod label;
mod report;
mod source;

use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use unstuck_author::{Format, Severity, diagnose};

use crate::compare::{Comparison, Outcome};
use crate::content::Content;
use crate::label::Label;
use crate::report::Row;

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let (options, names): (Vec<String>, Vec<String>) = std::env::args()
        .skip(1)
        .partition(|argument| argument.starts_with("--"));
    if let Some(unknown) = options.iter().find(|option| *option != "--tsv") {
        return Err(format!("{unknown}: the only option is --tsv").into());
    }
    let (folder, files) = names
        .split_first()
        .ok_or("name the folder that holds labels.json")?;
    let folder = Path::new(folder);
    let mut labels = Label::all(folder)?;
    labels.retain(|label| files.is_empty() || files.contains(&label.file));
    if labels.is_empty() {
        return Err("labels.json names no such article".into());
    }
    let mut rows = Vec::new();
    for label in labels {
        rows.push(row(folder, label)?);
    }
    if options.is_empty() {
        print!("{}", report::text(&rows));
    } else {
        let name = folder.file_name().unwrap_or_default();
        print!("{}", report::tsv(&name.to_string_lossy(), &rows));
    }
    Ok(if report::is_good_enough(&rows) {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn row(folder: &Path, label: Label) -> Result<Row, String> {
    let text = fs::read_to_string(folder.join(&label.file))
        .map_err(|error| format!("{}: {error}", label.file))?;
    let format = Format::from_file_name(&label.file)
        .ok_or_else(|| format!("{}: neither HTML nor Markdown", label.file))?;
    let mut loaded = diagnose(format, &text);
    // Nobody has named these articles, so a doubt is a refusal.
    let doubts = ["no-problem", "lone-fix", "explains", "reports", "unrelated"];
    for found in &mut loaded.diagnostics {
        if doubts.contains(&found.rule) {
            found.severity = Severity::Error;
            loaded.guide = None;
        }
    }
    let errors = loaded
        .diagnostics
        .iter()
        .filter(|found| found.severity == Severity::Error)
        .map(|found| format!("{} ({})", found.message, found.rule))
        .collect();
    let titles: Vec<String> = loaded.guide.as_ref().map_or_else(Vec::new, |guide| {
        guide.fixes.iter().map(|fix| fix.title.clone()).collect()
    });
    let comparison = Comparison::with(&label, &titles);
    Ok(Row {
        outcome: Outcome::of(&label, loaded.guide.is_some(), &comparison),
        comparison,
        errors,
        content: loaded
            .guide
            .as_ref()
            .map(|guide| Content::of(guide, &loaded, format, &text)),
        label,
    })
}
