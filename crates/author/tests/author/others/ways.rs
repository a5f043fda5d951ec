//! The same Markdown written otherwise says the same: what editors and systems do to a file.
//!
//! Belongs here: ways to write it, tried on all rows. Does not: what a row says (see `rows`).

use unstuck_author::{Format, diagnose};

use super::{html_rows::HTML, in_reason, rows::ROWS, shown};

/// A way to write Markdown, and what it does to a line outside of code.
struct Way {
    name: &'static str,
    line: fn(&str) -> String,
    end: &'static str,
}

const SPACES: &str = "a space at the end of lines";

const WAYS: &[Way] = &[
    Way {
        name: "line ends of Windows",
        line: str::to_owned,
        end: "\r\n",
    },
    Way {
        name: SPACES,
        line: |line| {
            if line.is_empty() {
                line.to_owned()
            } else {
                format!("{line} ")
            }
        },
        end: "\n",
    },
    Way {
        name: "spaces in blank lines",
        line: |line| {
            if line.is_empty() {
                "  ".to_owned()
            } else {
                line.to_owned()
            }
        },
        end: "\n",
    },
    Way {
        name: "other bullets",
        line: |line| marked(line, "- ", "* "),
        end: "\n",
    },
    Way {
        name: "tabs behind bullets",
        line: |line| marked(line, "- ", "-\t"),
        end: "\n",
    },
    Way {
        name: "tabs behind numbers",
        line: |line| line.replacen("1. ", "1.\t", 1),
        end: "\n",
    },
    Way {
        name: "quotations without a space",
        line: |line| marked(line, "> ", ">"),
        end: "\n",
    },
];

/// A line with another mark at its beginning.
fn marked(line: &str, mark: &str, other: &str) -> String {
    match line.strip_prefix(mark) {
        Some(rest) => format!("{other}{rest}"),
        None => line.to_owned(),
    }
}

fn write(text: &str, way: &Way) -> String {
    let mut fence = None;
    let lines = text.lines().map(|line| {
        let begin = line.trim_start_matches([' ', '>', '-', ':']);
        let own = ["```", "~~~"]
            .into_iter()
            .find(|sign| begin.starts_with(sign));
        let within = fence.is_some() || own.is_some() || line.starts_with("    ");
        fence = match (fence, own) {
            (None, own) => own,
            (open, own) if open == own => None,
            (open, _) => open,
        };
        if within {
            line.to_owned()
        } else {
            (way.line)(line)
        }
    });
    lines.map(|line| line + way.end).collect()
}

fn said(text: &str) -> String {
    let loaded = diagnose(Format::Markdown, text);
    let guide = loaded.guide;
    guide.map_or_else(
        || format!("{:?}", loaded.diagnostics),
        |guide| {
            let fix = &guide.fixes[0];
            let steps = fix.steps.iter().map(|step| shown(&step.passages));
            let steps: Vec<String> = steps.collect();
            format!("{} / {}", shown(&fix.reason), steps.join(" / "))
        },
    )
}

#[test]
fn other_ways_to_write_it_say_the_same() {
    let mut wrong = Vec::new();
    for (body, ..) in ROWS.iter().chain(HTML) {
        let text = in_reason(body);
        let before = said(&text);
        for way in WAYS {
            let written = write(&text, way);
            let after = said(&written);
            // In preformatted text each space is told.
            let typed = body.contains("<pre>") && way.name == SPACES;
            if before != after && !typed {
                wrong.push(format!("{}: {body}\n  {after}\nnot\n  {before}", way.name));
            }
        }
        let marked = said(&format!("\u{feff}{text}"));
        if marked != before {
            wrong.push(format!("a byte order mark: {body}\n  {marked}"));
        }
    }
    assert!(wrong.is_empty(), "{} {}", wrong.len(), wrong.join("\n"));
}
