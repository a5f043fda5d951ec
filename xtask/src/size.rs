//! What the page loads, in bytes as brotli sends them: a report, with what changed since README.md was written.
//!
//! Belongs here: the table, and the one gate that a build must keep. Does not: how the bytes came to be.

use std::fmt::Write as _;
use std::path::Path;

use anyhow::{Context, Result, bail};
use brotli::enc::BrotliEncoderParams;

use crate::files::{bytes, names, read, without_hash, write};
use crate::run::root;
use crate::template::{between_markers, marked};

const KB: usize = 1024;

/// Files that are loaded together.
struct Together {
    name: &'static str,
    files: &'static [&'static str],
    /// The most that they may come to in brotli, in bytes, and whether a build fails above it.
    most: usize,
    fails: bool,
}

const TOGETHER: [Together; 2] = [
    Together {
        name: "to the first question of a page that we build",
        files: &["index.html", "page.css", "embed.js"],
        most: 16 * KB,
        // Until the pages come with their first question in them.
        fails: false,
    },
    Together {
        name: "the widget's module with its glue",
        files: &["unstuck-widget.js", "unstuck-widget_bg.wasm"],
        most: 116 * KB,
        fails: true,
    },
];

/// A row of the table.
struct Row {
    name: String,
    raw: usize,
    brotli: usize,
}

/// Prints the table, or puts it into README.md, and fails where a gate is passed.
pub(crate) fn show(dist: &Path, markdown: bool, into_readme: bool) -> Result<()> {
    let rows = measure(dist)?;
    let readme = root().join("README.md");
    let text = read(&readme)?;
    let (start, end) = marked(&text, "sizes")?;
    let last = parse(&text[start..end]);
    if into_readme {
        let table = table(&rows, &last, true);
        write(&readme, &between_markers(&text, "sizes", &table)?)?;
    }
    print!("{}", table(&rows, &last, markdown));
    for together in &TOGETHER {
        let sum = rows.iter().find(|row| row.name == together.name);
        gate(together, sum.map_or(0, |row| row.brotli))?;
    }
    Ok(())
}

fn gate(together: &Together, brotli: usize) -> Result<()> {
    let Together {
        name, most, fails, ..
    } = together;
    if brotli <= *most {
        return Ok(());
    }
    let message = format!(
        "{name}: {brotli} bytes in brotli, {} over the {most} allowed",
        brotli - most
    );
    if *fails {
        bail!("{message}; see what grew in the table above");
    }
    println!("{message}; nothing fails for it yet");
    Ok(())
}

/// What is loaded together, then each file.
fn measure(dist: &Path) -> Result<Vec<Row>> {
    let mut files = Vec::new();
    for name in names(dist)? {
        let end = Path::new(&name).extension().and_then(|end| end.to_str());
        if matches!(end, Some("js" | "wasm" | "css")) || name == "index.html" {
            let bytes = bytes(&dist.join(&name))?;
            files.push(Row {
                name: without_hash(&name),
                raw: bytes.len(),
                brotli: brotli_size(&bytes)?,
            });
        }
    }
    let mut rows = Vec::new();
    for Together {
        name, files: parts, ..
    } in &TOGETHER
    {
        let (mut raw, mut brotli) = (0, 0);
        for part in *parts {
            // Trunk's own hashes are of 16 digits, too.
            let row = files.iter().find(|row| row.name == *part);
            let row = row.with_context(|| {
                format!("{} holds no {part}; is it a built page?", dist.display())
            })?;
            raw += row.raw;
            brotli += row.brotli;
        }
        rows.push(Row {
            name: (*name).to_owned(),
            raw,
            brotli,
        });
    }
    rows.extend(files);
    Ok(rows)
}

fn table(rows: &[Row], last: &[(String, usize)], markdown: bool) -> String {
    let changes = rows.iter().map(|row| {
        let last = last.iter().find(|(name, _)| *name == row.name);
        last.map_or("new".to_owned(), |(_, last)| match row.brotli.cmp(last) {
            std::cmp::Ordering::Equal => String::new(),
            std::cmp::Ordering::Less => format!("-{}", last - row.brotli),
            std::cmp::Ordering::Greater => format!("+{}", row.brotli - last),
        })
    });
    let mut out = String::new();
    // Writing to a string does not fail.
    if markdown {
        out.push_str("| file | bytes | brotli | change |\n| --- | ---: | ---: | ---: |\n");
        for (Row { name, raw, brotli }, change) in rows.iter().zip(changes) {
            let _ = writeln!(out, "| {name} | {raw} | {brotli} | {change} |");
        }
        return out;
    }
    let width = rows
        .iter()
        .map(|row| row.name.chars().count())
        .max()
        .unwrap_or(0);
    let _ = writeln!(
        out,
        "  {:width$} {:>9} {:>9} {:>9}",
        "file", "bytes", "brotli", "change"
    );
    for (Row { name, raw, brotli }, change) in rows.iter().zip(changes) {
        let _ = writeln!(out, "  {name:width$} {raw:>9} {brotli:>9} {change:>9}");
    }
    out
}

/// The names of a Markdown table with their sizes in brotli.
fn parse(table: &str) -> Vec<(String, usize)> {
    let row = |line: &str| {
        let mut cells = line.split('|').map(str::trim).skip(1);
        let (name, brotli) = (cells.next()?, cells.nth(1)?);
        Some((name.to_owned(), brotli.parse().ok()?))
    };
    table.lines().filter_map(row).collect()
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
        let gate = |fails, brotli| {
            gate(
                &Together {
                    name: "x",
                    files: &[],
                    most: 10,
                    fails,
                },
                brotli,
            )
            .map_err(|error| error.to_string())
        };
        assert_eq!(gate(true, 10), Ok(()));
        assert!(gate(true, 11).is_err_and(|error| error.contains("1 over")));
        assert_eq!(gate(false, 11), Ok(()));
    }

    #[test]
    fn the_table_says_what_changed_since_the_last() {
        let row = |name: &str, brotli| Row {
            name: name.into(),
            raw: 100,
            brotli,
        };
        let last = table(&[row("a", 10), row("b", 10), row("c", 10)], &[], true);
        let new = [row("a", 10), row("b", 7), row("c", 12), row("d", 1)];
        assert_eq!(
            table(&new, &parse(&last), true)
                .lines()
                .skip(2)
                .collect::<Vec<_>>(),
            [
                "| a | 100 | 10 |  |",
                "| b | 100 | 7 | -3 |",
                "| c | 100 | 12 | +2 |",
                "| d | 100 | 1 | new |"
            ]
        );
    }

    #[test]
    fn brotli_makes_text_smaller() {
        assert!(brotli_size(&[b'a'; 1000]).is_ok_and(|size| size < 50));
    }
}
