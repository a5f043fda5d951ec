//! What the page loads, in bytes as brotli sends them: a report, with what changed since README.md was written.
//!
//! Belongs here: the table, and the gates of the budget. Does not: how the bytes came to be.

use std::path::Path;

use anyhow::{Context, Result, bail};
use brotli::enc::BrotliEncoderParams;

use crate::files::{bytes, names, read, without_hash, write};
use crate::run::root;
use crate::template::{between_markers, marked};

/// Files that are loaded together, the most that they may come to (bytes in brotli), and whether a build fails above it.
const TOGETHER: [(&str, &[&str], usize, bool); 2] = [
    (
        "to the first question of a page that we build",
        &["index.html", "page.css", "embed.js"],
        16 * 1024,
        // Once the pages come with their first question in them.
        false,
    ),
    (
        "the widget's module with its glue",
        &["unstuck-widget.js", "unstuck-widget_bg.wasm"],
        // For now; why, and what it is to come to, stands in docs/decisions/0005-size.md.
        160_000,
        true,
    ),
];

/// A row of the table.
struct Row {
    name: String,
    raw: usize,
    brotli: usize,
}

/// Prints the table, puts it into README.md where that is wanted, and fails where a gate is passed.
pub(crate) fn show(dist: &Path, markdown: bool, into_readme: bool) -> Result<()> {
    let rows = measure(dist)?;
    let readme = root().join("README.md");
    let text = read(&readme)?;
    let table = table(&rows, marked(&text, "sizes")?);
    if into_readme {
        write(&readme, &between_markers(&text, "sizes", &table)?)?;
    }
    println!(
        "{}",
        if markdown {
            table
        } else {
            table.replace('|', " ")
        }
    );
    TOGETHER.iter().try_for_each(|(name, _, most, fails)| {
        let row = rows.iter().find(|row| row.name == *name);
        gate(name, row.map_or(0, |row| row.brotli), *most, *fails)
    })
}

fn gate(name: &str, brotli: usize, most: usize, fails: bool) -> Result<()> {
    let over = brotli.saturating_sub(most);
    let message = format!("{name}: {brotli} bytes in brotli, {over} over the {most} allowed");
    if over > 0 && fails {
        bail!("{message}; see what grew in the table above");
    }
    if over > 0 {
        println!("{message}; nothing fails for it yet");
    }
    Ok(())
}

/// What is loaded together, then each file.
fn measure(dist: &Path) -> Result<Vec<Row>> {
    let mut files = Vec::new();
    for file in names(dist)? {
        let end = Path::new(&file).extension().and_then(|end| end.to_str());
        if matches!(end, Some("js" | "wasm" | "css")) || file == "index.html" {
            let bytes = bytes(&dist.join(&file))?;
            let (raw, brotli) = (bytes.len(), brotli_size(&bytes)?);
            let name = without_hash(&file);
            files.push(Row { name, raw, brotli });
        }
    }
    let mut rows = Vec::new();
    for (name, parts, ..) in TOGETHER {
        let rows_of = |part: &&str| files.iter().find(|row| row.name == *part);
        if let Some(part) = parts.iter().find(|part| rows_of(part).is_none()) {
            bail!("{} holds no {part}", dist.display());
        }
        let sum = |size: fn(&Row) -> usize| parts.iter().filter_map(rows_of).map(size).sum();
        rows.push(Row {
            name: name.to_owned(),
            raw: sum(|row| row.raw),
            brotli: sum(|row| row.brotli),
        });
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

/// The size at brotli's best, with the window that servers use.
fn brotli_size(bytes: &[u8]) -> Result<usize> {
    let params = BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut out, &params).context("brotli failed")?;
    Ok(out.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gate_lets_the_last_byte_through_and_no_more() {
        assert!(gate("x", 10, 10, true).is_ok() && gate("x", 11, 10, false).is_ok());
        assert!(gate("x", 11, 10, true).is_err_and(|error| error.to_string().contains("1 over")));
    }

    #[test]
    fn the_table_says_what_changed_since_the_last() {
        let row = |name: &str, brotli| Row {
            name: name.into(),
            raw: 100,
            brotli,
        };
        let last = table(&[row("a", 10), row("b", 10), row("c", 10)], "");
        let new = table(
            &[row("a", 10), row("b", 7), row("c", 12), row("d", 1)],
            &last,
        );
        let changes = new
            .lines()
            .skip(2)
            .map(|line| line.split('|').nth(4).unwrap_or_default().trim());
        assert_eq!(changes.collect::<Vec<_>>(), ["", "-3", "+2", "new"]);
    }

    #[test]
    fn brotli_makes_text_smaller() {
        assert!(brotli_size(&[b'a'; 1000]).is_ok_and(|size| size < 50));
    }
}
