//! Attributes as Markdown has them: in braces.
//!
//! Belongs here: their writing, and what must be escaped in it. Does not: reading them (`braces`).

use unstuck_core::characters::is_unseen;
use unstuck_core::guide::Condition;

use crate::html::risk_kind;

pub(super) fn risk_marks(reversible: bool, title: &str) -> Vec<(&str, &str)> {
    let mut marks = vec![("risk", risk_kind(reversible))];
    if !title.is_empty() {
        marks.push(("risk-title", title));
    }
    marks
}

pub(super) fn push_condition<'a>(
    marks: &mut Vec<(&'a str, &'a str)>,
    only_if: &Condition,
    text: &'a str,
) {
    if !only_if.0.is_empty() {
        marks.push(("only-if", text));
    }
}

/// The edition, where it is not that of what this is in.
pub(super) fn push_edition<'a>(
    marks: &mut Vec<(&'a str, &'a str)>,
    edition: &'a str,
    around: &str,
) {
    if edition != around {
        marks.push(("edition", edition));
    }
}

/// Attributes in braces.
pub(super) fn braces(marks: &[(&str, &str)]) -> String {
    let marks = marks.iter().map(|(name, value)| {
        let plain = |value: &str| {
            value
                .chars()
                .all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '!'))
        };
        let value = value.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
        if value.is_empty() {
            (*name).to_owned()
        } else if *name == "id" && plain(&value) {
            format!("#{value}")
        } else if plain(&value) {
            format!("{name}={value}")
        } else {
            format!("{name}=\"{}\"", quoted(&value))
        }
    });
    format!("{{{}}}", marks.collect::<Vec<_>>().join(" "))
}

/// A value between quotes. Other programs show braces as words, or take them for HTML attributes of their own: what would
/// be markup there is escaped, and what could end the value or begin HTML, even where entities and backslashes were read
/// before, is written as `\u003c`.
pub(super) fn quoted(value: &str) -> String {
    let mut out = String::new();
    for c in value.chars() {
        match c {
            '*' | '_' | '`' | '~' | '[' | ']' => out.extend(['\\', c]),
            '"' | '&' | '<' | '>' | '\\' | '{' | '}' => push_code(c, &mut out),
            c if is_unseen(c) => push_code(c, &mut out),
            c => out.push(c),
        }
    }
    out
}

pub(super) fn push_code(c: char, out: &mut String) {
    out.push_str(&format!("\\u{:04x}", u32::from(c)));
}
