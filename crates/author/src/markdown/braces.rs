//! Attributes in braces, at the end of a line or on a separate line: `{#restart ask="Have you?" only-if=icloud}`.
//!
//! Belongs here: finding and reading them, before the Markdown around them is parsed (parsers know no quoted values).
//! Does not: which block they belong to.

use std::collections::HashSet;

use unstuck_core::guide::ATTRIBUTES;

use crate::diagnostic::Diagnostic;

/// A pair of braces.
pub(super) struct Braces {
    /// Its line, from 0.
    pub(super) line: usize,
    /// Its offset in the file.
    pub(super) at: usize,
    /// Whether it is alone on its line.
    pub(super) alone: bool,
    /// Names and values.
    pub(super) attributes: Vec<(String, String)>,
}

/// The text without its braces (lines stay lines), the braces, and what is wrong with them. `code` says which lines are code.
pub(super) fn cut(text: &str, code: &[bool]) -> (String, Vec<Braces>, Vec<Diagnostic>) {
    let (mut rest, mut found, mut diagnostics) =
        (String::with_capacity(text.len()), Vec::new(), Vec::new());
    let mut offset = 0;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let content = line.trim_end();
        let in_code = code.get(number).copied().unwrap_or(false);
        let braces = (!in_code).then(|| trailing(content)).flatten();
        match braces {
            Some(Ok((start, attributes))) => {
                let before = content[..start].trim_end();
                let alone = before.trim_start_matches([' ', '\t', '>']).is_empty();
                rest.push_str(if alone { &content[..start] } else { before });
                rest.push_str(&line[content.len()..]);
                // Classes alone say nothing here.
                if !attributes.is_empty() {
                    found.push(Braces {
                        line: number,
                        at: offset + start,
                        alone,
                        attributes,
                    });
                }
            }
            Some(Err((start, message))) => {
                diagnostics.push(Diagnostic::error(
                    "braces",
                    offset + start,
                    &message,
                    "write {#id name=\"value\"}, with the quotes closed",
                ));
                rest.push_str(line);
            }
            None => rest.push_str(line),
        }
        offset += line.len();
    }
    (rest, found, diagnostics)
}

/// Where braces begin with their attributes, or what is wrong with them.
type Trailing = Result<(usize, Vec<(String, String)>), (usize, String)>;

/// The braces at the end of a line; `None` where there are none.
fn trailing(line: &str) -> Option<Trailing> {
    if !line.ends_with('}') || line.ends_with("\\}") {
        return None;
    }
    // The first brace that begins a word and looks like attributes: quoted values may hold braces themselves.
    let mut starts = line.match_indices('{').map(|(at, _)| at);
    let start = starts.find(|at| {
        let before = line[..*at].chars().next_back();
        before.is_none_or(|c| c == ' ' || c == '\t' || c == '>') && like_attributes(&line[at + 1..])
    })?;
    Some(
        attributes(line[start + 1..line.len() - 1].trim_start_matches([' ', ':']))
            .map(|found| (start, found))
            .map_err(|message| (start, message)),
    )
}

/// Whether the content of braces is meant as attributes, and not as words: `{Enter}` is words.
fn like_attributes(inside: &str) -> bool {
    let inside = inside.trim_start();
    let inside = inside.strip_prefix(':').map_or(inside, str::trim_start);
    let name: String = inside
        .chars()
        .take_while(|c| c.is_ascii_lowercase() || *c == '-')
        .collect();
    let after = inside[name.len()..].chars().next();
    let class = inside
        .strip_prefix('.')
        .is_some_and(|class| class.starts_with(|c: char| c.is_ascii_alphabetic()));
    class
        || inside.starts_with('#')
        || (!name.is_empty() && after == Some('='))
        || ATTRIBUTES.contains(&name.as_str()) && matches!(after, Some('}' | ' '))
}

fn attributes(mut rest: &str) -> Result<Vec<(String, String)>, String> {
    let mut out: Vec<(String, String)> = Vec::new();
    let mut known = HashSet::new();
    loop {
        rest = rest.trim_start();
        if rest.is_empty() {
            return Ok(out);
        }
        let (name, value);
        if let Some(id) = rest.strip_prefix('#') {
            let end = id.find([' ', '\t']).unwrap_or(id.len());
            (name, value) = ("id".to_owned(), id[..end].to_owned());
            rest = &id[end..];
        } else {
            let end = rest.find([' ', '\t', '=']).unwrap_or(rest.len());
            name = rest[..end].to_owned();
            rest = &rest[end..];
            // A class, which says nothing here.
            if name.starts_with('.') && !rest.starts_with('=') {
                continue;
            }
            if let Some(given) = rest.strip_prefix('=') {
                let (read, after) = quoted(given)?;
                value = read;
                rest = after;
            } else {
                value = String::new();
            }
        }
        if !known.insert(name.clone()) {
            return Err(format!("`{name}` stands here twice"));
        }
        if name.is_empty() {
            return Err("there is a value without a name".into());
        }
        out.push((name, value));
    }
}

/// A value, quoted or not, and what follows it.
fn quoted(given: &str) -> Result<(String, &str), String> {
    let Some(quote) = given.chars().next().filter(|c| matches!(c, '"' | '\'')) else {
        let end = given.find([' ', '\t']).unwrap_or(given.len());
        return Ok((given[..end].to_owned(), &given[end..]));
    };
    let (mut value, mut escaped) = (String::new(), false);
    let mut chars = given.char_indices().skip(1);
    while let Some((at, c)) = chars.next() {
        if escaped {
            let code = (c == 'u').then(|| code(&given[at + 1..])).flatten();
            if code.is_some() {
                chars.nth(3);
            }
            value.push(code.unwrap_or(c));
            escaped = false;
        } else if c == '\\' {
            escaped = true;
        } else if c == quote {
            return Ok((value, &given[at + 1..]));
        } else {
            value.push(c);
        }
    }
    Err(format!("a {quote} is never closed"))
}

/// The character of four digits, as in `\u003c`.
fn code(digits: &str) -> Option<char> {
    let digits = digits.get(..4)?;
    let plain = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    u32::from_str_radix(digits, 16)
        .ok()
        .filter(|_| plain)
        .and_then(char::from_u32)
}
