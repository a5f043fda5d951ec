//! A guide as JSON, by the schema in `docs/guide.schema.json`.
//!
//! Belongs here: reading, writing and the schema. Does not: what makes a guide sound. The guide that [`parse`] returns is as
//! written; [`load`](crate::load) takes it through the same reading as every other format.

mod convert;
mod file;
mod locations;
mod text;

use serde::Serialize;
use unstuck_core::characters::is_unseen;
use unstuck_core::guide::Guide;

use crate::diagnostic::Diagnostic;
use file::File;

pub(crate) use locations::locations;

/// A guide as JSON.
#[must_use]
pub fn write(guide: &Guide) -> String {
    to_text(&File::from(guide))
}

/// A value as JSON text, ended by a new line. What nobody sees is written as `\u202e`. Everything that `unstuck` writes as
/// JSON goes through here.
#[must_use]
pub fn to_text(value: &impl Serialize) -> String {
    // What has no maps with other keys than strings cannot fail to be written.
    let written = serde_json::to_string_pretty(value).unwrap_or_default();
    let mut out = String::with_capacity(written.len() + 1);
    for c in written.chars() {
        // JSON has none of these outside of strings.
        if is_unseen(c) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                out.push_str(&format!("\\u{unit:04x}"));
            }
        } else {
            out.push(c);
        }
    }
    out.push('\n');
    out
}

/// The guide that a file of JSON describes, as written.
///
/// # Errors
/// The first mistake in its shape, with its location.
pub fn parse(text: &str) -> Result<Guide, Diagnostic> {
    let file: File = serde_json::from_str(text).map_err(|error| {
        let message = error.to_string();
        // A diagnostic has its location in addition to the message.
        let message = message
            .rsplit_once(" at line ")
            .map_or(message.as_str(), |(message, _)| message);
        let offset = offset(text, error.line(), error.column());
        let help = match error.classify() {
            serde_json::error::Category::Data => {
                "docs/guide.schema.json lists the names and what they take"
            }
            _ => "correct the JSON here, or just before",
        };
        Diagnostic::error("json", offset, message, help).located_in(text)
    })?;
    Ok(file.into())
}

fn offset(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text
        .split_inclusive('\n')
        .take(line.saturating_sub(1))
        .map(str::len)
        .sum();
    (start + column.saturating_sub(1)).min(text.len())
}

/// The published schema, as in `docs/guide.schema.json`.
#[cfg(feature = "schema")]
#[must_use]
pub fn schema() -> String {
    to_text(&schemars::schema_for!(File))
}
