//! What is refused before anything is parsed: a file too large, too deep, or made to keep a parser busy.
//!
//! Belongs here: the limits, and for each format one linear pass that checks them. Does not: what a file means.

use crate::diagnostic::{Diagnostic, NOT_TEXT};
use crate::format::Format;
use crate::tag_scanner::{Tag, scan};

pub use unstuck_core::guide::limits::{MAX_ATTRIBUTES, MAX_BYTES, MAX_DEPTH, MAX_ELEMENTS};

/// Most lines that open a list or a quote deeper than 20: Markdown's way to make a parser's work grow with the depth.
const MAX_DEEP_LINES: usize = 2_000;

/// Checks a file against the limits.
///
/// # Errors
/// Which limit it exceeds, where, and what helps.
pub fn check(format: Format, text: &str) -> Result<(), Diagnostic> {
    if text.len() > MAX_BYTES {
        return Err(Diagnostic::error(
            "too-large",
            0,
            &format!(
                "the file has {} bytes; a guide may have {MAX_BYTES}",
                text.len()
            ),
            "split it into several guides, and take embedded pictures out",
        ));
    }
    if let Some(at) = text.find('\0') {
        return Err(Diagnostic::error(
            NOT_TEXT,
            at,
            "the file has a zero byte, so it is not text",
            "save it as UTF-8 text",
        ));
    }
    match format {
        Format::Html => html(text),
        Format::Json => json(text),
        Format::Markdown => markdown(text),
    }
}

fn too_deep(at: usize) -> Diagnostic {
    Diagnostic::error(
        "too-deep",
        at,
        &format!("this is nested deeper than {MAX_DEPTH} levels"),
        "close what is open, or nest less",
    )
}

/// Elements that a parser reopens in what follows until they are closed: a small file can become a huge tree.
fn reopened(name: &str) -> bool {
    matches!(
        name,
        "a" | "b"
            | "big"
            | "code"
            | "em"
            | "font"
            | "i"
            | "nobr"
            | "s"
            | "small"
            | "strike"
            | "strong"
            | "tt"
            | "u"
    )
}

/// Void elements, and those that the next of their kind closes.
fn closes_itself(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "param"
            | "source"
            | "track"
            | "wbr"
            | "p"
            | "li"
            | "dt"
            | "dd"
            | "option"
            | "optgroup"
            | "tr"
            | "td"
            | "th"
            | "thead"
            | "tbody"
            | "tfoot"
            | "body"
            | "html"
            | "head"
    )
}

fn html(text: &str) -> Result<(), Diagnostic> {
    let mut open: Vec<String> = Vec::new();
    let mut reopening: Vec<String> = Vec::new();
    let mut elements = 0_usize;
    let mut refused = None;
    scan(text, |tag| {
        let Tag {
            name,
            at,
            closing,
            attributes,
            ..
        } = tag;
        if attributes > MAX_ATTRIBUTES {
            refused = Some(Diagnostic::error(
                "too-many-attributes",
                at,
                &format!("this tag has more than {MAX_ATTRIBUTES} attributes"),
                "close the tag, or take attributes out",
            ));
        } else if closing {
            let list = if reopened(&name) {
                &mut reopening
            } else {
                &mut open
            };
            if let Some(place) = list.iter().rposition(|known| *known == name) {
                // Closing an element closes what is inside it, but not what a parser reopens.
                if reopened(&name) {
                    list.remove(place);
                } else {
                    list.truncate(place);
                }
            }
        } else {
            elements += 1 + reopening.len();
            if reopened(&name) {
                reopening.push(name);
            } else if !closes_itself(&name) {
                open.push(name);
            }
            if open.len() + reopening.len() > MAX_DEPTH {
                refused = Some(too_deep(at));
            } else if elements > MAX_ELEMENTS {
                refused = Some(Diagnostic::error(
                    "too-many-elements",
                    at,
                    &format!("by this point there are more than {MAX_ELEMENTS} elements"),
                    "split the article, or close the b, i, a or code that stays open",
                ));
            }
        }
        refused.is_none()
    });
    refused.map_or(Ok(()), Err)
}

fn json(text: &str) -> Result<(), Diagnostic> {
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    for (at, byte) in text.bytes().enumerate() {
        if quoted {
            quoted = escaped || byte != b'"';
            escaped = !escaped && byte == b'\\';
            continue;
        }
        match byte {
            b'"' => quoted = true,
            b'[' | b'{' => {
                depth += 1;
                if depth > MAX_DEPTH {
                    return Err(too_deep(at));
                }
            }
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    Ok(())
}

/// How far the markers of quotes and lists at the start of a line reach, with the space before them; two per level.
fn markers(line: &str) -> usize {
    let mut markers = 0;
    let mut rest = line.as_bytes();
    while let [first, after @ ..] = rest {
        let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        rest = match (first, rest.get(digits..)) {
            (b' ', _) => {
                markers += 1;
                after
            }
            (b'\t', _) => {
                markers += 4;
                after
            }
            (b'>' | b'-' | b'*' | b'+', _) => {
                markers += 2;
                after
            }
            // A numbered list can begin within another on the same line: "1. 1. 1."
            (_, Some([b'.' | b')', after @ ..])) if digits > 0 => {
                markers += 2;
                after
            }
            _ => break,
        };
    }
    markers
}

fn markdown(text: &str) -> Result<(), Diagnostic> {
    let (mut at, mut deep) = (0_usize, 0_usize);
    for line in text.split_inclusive('\n') {
        let markers = markers(line);
        let rule = line.trim().len() > 2 && line.trim().bytes().all(|b| b == b'-' || b == b'*');
        let brackets = line
            .bytes()
            .filter(|b| matches!(b, b'[' | b'*' | b'_' | b'`' | b'<'))
            .count();
        if (markers > 4 * MAX_DEPTH && !rule && !line.trim().is_empty()) || brackets > 20_000 {
            return Err(too_deep(at));
        }
        if markers > 80 && !line.trim().is_empty() {
            deep += 1;
            if deep > MAX_DEEP_LINES {
                return Err(too_deep(at));
            }
        }
        at += line.len();
    }
    Ok(())
}
