//! A guide as JSON, by the schema in `docs/guide.schema.json`.
//!
//! Belongs here: reading, writing and the schema. Does not: what makes a guide sound. The guide that [`parse`] returns is as
//! written; [`load`](crate::load) takes it through the same reading as every other format.

mod convert;
mod file;
mod locations;
mod text;

use unstuck_core::guide::Guide;

use crate::diagnostic::Diagnostic;
use file::File;

pub(crate) use locations::locations;

/// A guide as JSON.
#[must_use]
pub fn write(guide: &Guide) -> String {
    // Strings and arrays alone cannot fail to be written.
    let mut text = serde_json::to_string_pretty(&File::from(guide)).unwrap_or_default();
    text.push('\n');
    text
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
    let schema = schemars::schema_for!(File);
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text.push('\n');
    text
}
