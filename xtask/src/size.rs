//! What the page loads, in bytes as brotli sends them, and the budget that it must keep.
//!
//! Belongs here: the budget and what counts against it. Does not: how the bytes came to be.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use brotli::enc::BrotliEncoderParams;

use crate::offline::{SCRIPT, WORKER};
use crate::page::{CARRY, FILE_READER, READER, RESCUE, article, names, pinned, read};

const KB: usize = 1024;
/// `embed.js`, which a foreign page waits for.
const EMBED_GATE: usize = 3 * KB;
/// All that a full walk loads: the build fails above it.
const WALK_GATE: usize = 72 * KB;
/// What is loaded on top: the reader where an article is not wholly marked, the other where a guide is a file of Markdown
/// or JSON, the rescue where the widget fails, and what takes progress along where a reader asks for it.
const ON_TOP: [(&str, usize); 4] = [
    (READER, 76 * KB),
    (FILE_READER, 112 * KB),
    (RESCUE, 6 * KB),
    (CARRY, 56 * KB),
];
/// The standalone page's own, beside the walk: its script, and the worker that keeps the page for readers without a
/// network.
const PAGE: [(&str, usize); 2] = [(SCRIPT, 2 * KB), (WORKER, 5 * KB)];
/// What the full walk is to come to.
const WALK_TARGET: usize = 64 * KB;

/// A thing that is loaded.
struct Part {
    name: String,
    raw: usize,
    brotli: usize,
}

impl Part {
    fn new(name: impl Into<String>, bytes: &[u8]) -> Result<Self> {
        Ok(Self {
            name: name.into(),
            raw: bytes.len(),
            brotli: brotli_size(bytes)?,
        })
    }
}

/// Prints the table and fails where a gate is passed.
pub(crate) fn show(dist: &Path, markdown: bool) -> Result<()> {
    let (walk, beside) = measure(dist)?;
    let table = table(&walk, &beside, markdown);
    print!("{table}");
    let total = total(&walk).brotli;
    if !markdown {
        let verdict = if total <= WALK_TARGET {
            "reached"
        } else {
            "not yet reached"
        };
        println!(
            "A full walk: {total} of {WALK_GATE} bytes; the target of {WALK_TARGET} is {verdict}."
        );
    }
    let embed = walk
        .iter()
        .find(|part| part.name == "embed.js")
        .map_or(0, |part| part.brotli);
    gate("embed.js", embed, EMBED_GATE)?;
    let pinned = beside.iter().find(|part| part.name == pinned());
    gate(
        "the copy of embed.js with its version",
        pinned.map_or(0, |part| part.brotli),
        EMBED_GATE,
    )?;
    for (name, most) in ON_TOP.into_iter().chain(PAGE) {
        let files = beside.iter().filter(|part| part.name.starts_with(name));
        gate(name, files.map(|part| part.brotli).sum(), most)?;
    }
    gate("all that a full walk loads", total, WALK_GATE)
}

fn gate(what: &str, bytes: usize, most: usize) -> Result<()> {
    if bytes > most {
        bail!(
            "{what}: {bytes} bytes in brotli, {} over the {most} allowed; see what grew in the table above",
            bytes - most
        );
    }
    Ok(())
}

/// What a walk loads, and what else the page does.
fn measure(dist: &Path) -> Result<(Vec<Part>, Vec<Part>)> {
    let (mut walk, mut beside) = (Vec::new(), Vec::new());
    for name in names(dist)? {
        let path = dist.join(&name);
        let bytes =
            || fs::read(&path).with_context(|| format!("could not read {}", path.display()));
        let extension = Path::new(&name)
            .extension()
            .and_then(|extension| extension.to_str());
        match extension {
            Some("js" | "wasm")
                if ON_TOP
                    .iter()
                    .chain(&PAGE)
                    .any(|(beside, _)| name.starts_with(beside)) =>
            {
                beside.push(Part::new(without_hash(&name), &bytes()?)?);
            }
            // In the place of embed.js, for who asks for it.
            Some("js") if name == pinned() => beside.push(Part::new(name, &bytes()?)?),
            Some("js" | "wasm") => walk.push(Part::new(without_hash(&name), &bytes()?)?),
            Some("css") => beside.push(Part::new(without_hash(&name), &bytes()?)?),
            Some("html") if name == "index.html" => {
                let page = read(&path)?;
                let guide = article(&page)?;
                walk.push(Part::new(
                    "the guide (its article in index.html)",
                    page[guide.clone()].as_bytes(),
                )?);
                let rest = format!("{}{}", &page[..guide.start], &page[guide.end..]);
                beside.push(Part::new("the rest of index.html", rest.as_bytes())?);
            }
            _ => {}
        }
    }
    if !walk.iter().any(|part| part.name == "embed.js") {
        bail!("{} holds no embed.js; is it a built page?", dist.display());
    }
    Ok((walk, beside))
}

fn total(parts: &[Part]) -> Part {
    Part {
        name: "all that a full walk loads".into(),
        raw: parts.iter().map(|part| part.raw).sum(),
        brotli: parts.iter().map(|part| part.brotli).sum(),
    }
}

fn table(walk: &[Part], beside: &[Part], markdown: bool) -> String {
    let total = total(walk);
    let mut out = String::new();
    // Writing to a string does not fail.
    if markdown {
        let _ = writeln!(out, "| file | bytes | brotli |\n| --- | ---: | ---: |");
        for part in walk {
            let _ = writeln!(out, "| {} | {} | {} |", part.name, part.raw, part.brotli);
        }
        let _ = writeln!(
            out,
            "| **{}** | **{}** | **{}** |",
            total.name, total.raw, total.brotli
        );
        for part in beside {
            let _ = writeln!(out, "| {} | {} | {} |", part.name, part.raw, part.brotli);
        }
        return out;
    }
    let all = walk.iter().chain([&total]).chain(beside);
    let width = all.map(|part| part.name.chars().count()).max().unwrap_or(0);
    let mut line = |part: &Part| {
        let _ = writeln!(
            out,
            "  {:width$} {:>9} {:>9}",
            part.name, part.raw, part.brotli
        );
    };
    walk.iter().for_each(&mut line);
    line(&total);
    beside.iter().for_each(&mut line);
    format!("  {:width$} {:>9} {:>9}\n{out}", "file", "bytes", "brotli")
}

/// A file's name without the hash that Trunk gave it, so that tables can be compared.
pub(crate) fn without_hash(name: &str) -> String {
    let hash = |part: &str| part.len() == 16 && part.bytes().all(|b| b.is_ascii_hexdigit());
    let Some((stem, end)) = name.rsplit_once('-') else {
        return name.to_owned();
    };
    match end.split_at_checked(16) {
        Some((part, end)) if hash(part) => format!("{stem}{end}"),
        _ => name.to_owned(),
    }
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
    fn only_a_hash_is_taken_off() {
        for (name, clean) in [
            (
                "unstuck-widget-0123456789abcdef_bg.wasm",
                "unstuck-widget_bg.wasm",
            ),
            ("unstuck-widget-0123456789abcdef.js", "unstuck-widget.js"),
            ("embed.js", "embed.js"),
            (
                "long-enough-but-no-hash-at-all.js",
                "long-enough-but-no-hash-at-all.js",
            ),
        ] {
            assert_eq!(without_hash(name), clean);
        }
    }

    #[test]
    fn a_gate_lets_the_last_byte_through_and_no_more() {
        assert!(gate("x", 10, 10).is_ok());
        assert!(gate("x", 11, 10).is_err_and(|error| error.to_string().contains("1 over")));
    }

    #[test]
    fn the_table_adds_up_the_walk_alone() {
        let part = |name: &str, raw, brotli| Part {
            name: name.into(),
            raw,
            brotli,
        };
        let text = table(
            &[part("a", 100, 10), part("b", 50, 5)],
            &[part("c", 1, 1)],
            true,
        );
        assert!(
            text.contains("| **all that a full walk loads** | **150** | **15** |"),
            "{text}"
        );
        assert!(text.ends_with("| c | 1 | 1 |\n"), "{text}");
    }

    #[test]
    fn brotli_makes_text_smaller() {
        assert!(brotli_size(&[b'a'; 1000]).is_ok_and(|size| size < 50));
    }
}
