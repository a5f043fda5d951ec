//! What the page loads, in bytes as brotli sends them: a report, with what changed since README.md was written.
//!
//! Belongs here: the table, and the gates of the budget. Does not: how the bytes came to be.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use clap::Args;
use unstuck_page::files::{bytes, names, read, without_hash, write};
use unstuck_page::template::{between_markers, marked};

use crate::run::{node_script, output, root};
use crate::{functions, trunk};

/// Files that are loaded together, and the most that they may come to (bytes in brotli).
const TOGETHER: [(&str, &[&str], usize); 4] = [
    (
        "to the first question of a page that we build",
        // The page holds style sheets and script. The shell comes once the question is there, and the module after it.
        &["index.html", "forbidden.js"],
        16 * 1024,
    ),
    (
        "to the first question of a marked article, by the tag",
        &[
            "embed.js",
            "unstuck-first-screen.js",
            "unstuck-first-screen_bg.wasm",
            "unstuck-widget.css",
        ],
        // What it was at first, and a little more (docs/decisions/0023-first-screen.md).
        120_000,
    ),
    (
        "to the first question of a plain article, by the tag",
        &[
            "embed.js",
            "unstuck-reader.js",
            "unstuck-reader_bg.wasm",
            "unstuck-widget.css",
        ],
        // It grows with what it reads: three fifths are code, and the rest is words (docs/performance.md).
        418_000,
    ),
    (
        "the widget's module with its glue",
        &["unstuck-widget.js", "unstuck-widget_bg.wasm"],
        // For now; why, and what it is to come to, stands in docs/decisions/0005-size.md.
        219_000,
    ),
];

/// A row of the table.
struct Row {
    name: String,
    raw: usize,
    brotli: usize,
}

/// How to show it.
#[derive(Args, Default)]
pub(crate) struct Options {
    /// As a Markdown table
    #[arg(long)]
    markdown: bool,
    /// Puts the table into README.md
    #[arg(long)]
    write: bool,
    /// Also what a module is made of, by crate and by function
    #[arg(long, value_name = "MODULE")]
    functions: Option<functions::Module>,
    /// A built page; without it the page is built
    #[arg(long, value_name = "DIR")]
    dist: Option<PathBuf>,
}

pub(crate) fn size(options: &Options) -> Result<()> {
    let dist = options
        .dist
        .clone()
        .map_or_else(trunk::build_for_tests, Ok)?;
    show(&dist, options)?;
    if let Some(module) = options.functions {
        functions::show(module)?;
    }
    Ok(())
}

/// Prints the table, puts it into README.md where that is wanted, and fails where a gate is passed.
pub(crate) fn show(dist: &Path, options: &Options) -> Result<()> {
    let rows = measure(dist)?;
    let readme = root().join("README.md");
    let text = read(&readme)?;
    let table = table(&rows, marked(&text, "sizes")?);
    if options.write {
        write(&readme, &between_markers(&text, "sizes", &table)?)?;
    }
    let plain = || table.replace('|', " ");
    println!("{}", if options.markdown { table } else { plain() });
    // They come first, in this order.
    let mut together = TOGETHER.iter().zip(&rows);
    together.try_for_each(|((name, _, most), row)| gate(name, row.brotli, *most))
}

fn gate(name: &str, brotli: usize, most: usize) -> Result<()> {
    let over = brotli.saturating_sub(most);
    if over > 0 {
        bail!(
            "{name}: {brotli} bytes in brotli, {over} over the {most} allowed; the table above shows what grew"
        );
    }
    Ok(())
}

/// What is loaded together, then each file.
fn measure(dist: &Path) -> Result<Vec<Row>> {
    let mut names = names(dist)?;
    names.retain(|file| {
        let end = Path::new(file).extension().and_then(|end| end.to_str());
        matches!(end, Some("js" | "wasm" | "css")) || file == "index.html"
    });
    let paths: Vec<_> = names.iter().map(|file| dist.join(file)).collect();
    let mut files = Vec::new();
    for ((file, path), brotli) in names.iter().zip(&paths).zip(brotli_sizes(&paths)?) {
        let (name, raw) = (without_hash(file), bytes(path)?.len());
        files.push(Row { name, raw, brotli });
    }
    let mut rows = Vec::new();
    for (name, parts, _) in TOGETHER {
        let name = name.to_owned();
        let (mut raw, mut brotli) = (0, 0);
        for part in parts {
            let row = files.iter().find(|row| row.name == *part);
            let row = row.with_context(|| format!("{} holds no {part}", dist.display()))?;
            raw += row.raw;
            brotli += row.brotli;
        }
        rows.push(Row { name, raw, brotli });
    }
    rows.extend(files);
    Ok(rows)
}

/// A table in Markdown, with what changed since another one.
fn table(rows: &[Row], last: &str) -> String {
    let width = rows.iter().map(|row| row.name.chars().count()).max();
    let width = width.unwrap_or(0);
    let line = |name: &str, rest: [&str; 3]| {
        let [raw, brotli, change] = rest;
        format!("| {name:width$} | {raw:>7} | {brotli:>7} | {change:>7} |\n")
    };
    let mut out = line("file", ["bytes", "brotli", "change"]);
    out += &line("---", ["---:", "---:", "---:"]);
    for Row { name, raw, brotli } in rows {
        let change = match last_brotli(last, name) {
            None => "new".to_owned(),
            Some(last) if last == *brotli => String::new(),
            Some(last) if last < *brotli => format!("+{}", brotli - last),
            Some(last) => format!("-{}", last - brotli),
        };
        out += &line(name, [&raw.to_string(), &brotli.to_string(), &change]);
    }
    out
}

/// The size in brotli that a table has for a file.
fn last_brotli(table: &str, name: &str) -> Option<usize> {
    table.lines().find_map(|line| {
        let mut cells = line.split('|').map(str::trim).skip(1);
        (cells.next()? == name).then(|| cells.nth(1)?.parse().ok())?
    })
}

/// The sizes at brotli's defaults: its best quality, with the window that servers use. Node has the compressor that servers have.
fn brotli_sizes(files: &[PathBuf]) -> Result<Vec<usize>> {
    let sizes = output(node_script("web/brotli.mjs")?.args(files))?;
    let sizes: Vec<usize> = serde_json::from_str(&sizes)?;
    ensure!(sizes.len() == files.len(), "a file has no size in brotli");
    Ok(sizes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gate_lets_the_last_byte_through_and_no_more() {
        assert!(gate("x", 10, 10).is_ok());
        assert!(gate("x", 11, 10).is_err_and(|error| error.to_string().contains("1 over")));
    }

    #[test]
    fn the_table_shows_changes_since_the_previous_one() {
        let row = |(name, brotli): (&str, usize)| Row {
            name: name.to_owned(),
            raw: 100,
            brotli,
        };
        let last = table(&[("a", 10), ("b", 10), ("c", 10)].map(row), "");
        let new = table(&[("a", 10), ("b", 7), ("c", 12), ("d", 1)].map(row), &last);
        let rows = new.lines().skip(2);
        let changes = rows.map(|row| row.split('|').nth(4).unwrap_or_default().trim());
        assert_eq!(changes.collect::<Vec<_>>(), ["", "-3", "+2", "new"]);
    }
}
