//! A diagnostic for authors: what is wrong in a file, where, and what helps.
//!
//! Belongs here: the type and how diagnostics get their lines. Does not: what is wrong with a guide (`diagnose`), or how
//! it is printed (the command does that).

use std::fmt;

use crate::location::{Location, line_at, locate};

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Severity {
    /// The guide must not be published like this.
    Error,
    /// It works, but probably not as intended.
    Warning,
}

impl Severity {
    /// The word for it: `error` or `warning`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// A problem in a file.
///
/// ```
/// use unstuck_author::{Format, diagnose};
///
/// let loaded = diagnose(Format::Markdown, "# Stuck {#stuck}\n\nHelp.\n\n## Restart {#restart}\n\nNo steps.\n");
/// let first = &loaded.diagnostics[0];
/// assert_eq!(first.to_string().split(':').next(), Some("line 1"));
/// assert!(loaded.diagnostics.iter().any(|found| found.rule == "no-step" && found.location.line == 5));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// The rule it breaks, by a name that never changes: `duplicate-id`.
    pub rule: &'static str,
    /// Byte offset in the file.
    pub offset: usize,
    /// Line and column.
    pub location: Location,
    /// The line it is on.
    pub excerpt: String,
    /// What is wrong.
    pub message: String,
    /// How to fix it; may be empty.
    pub help: String,
}

/// Characters of a line that an excerpt holds: a file may be a single line.
const MAX_EXCERPT: usize = 400;

impl Diagnostic {
    pub(crate) fn error(rule: &'static str, offset: usize, message: &str, help: &str) -> Self {
        Self {
            severity: Severity::Error,
            rule,
            offset,
            location: Location::default(),
            excerpt: String::new(),
            message: message.to_owned(),
            help: help.to_owned(),
        }
    }

    pub(crate) fn warning(rule: &'static str, offset: usize, message: &str, help: &str) -> Self {
        Self {
            severity: Severity::Warning,
            ..Self::error(rule, offset, message, help)
        }
    }

    /// With its line, column and excerpt in this text.
    pub(crate) fn located_in(mut self, text: &str) -> Self {
        self.location = locate(text, self.offset);
        self.excerpt = line_at(text, self.offset)
            .chars()
            .take(MAX_EXCERPT)
            .collect();
        self
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.location.line, self.message)?;
        if self.help.is_empty() {
            return Ok(());
        }
        write!(f, "; {}", self.help)
    }
}

impl std::error::Error for Diagnostic {}

/// Most diagnostics of one file: each scans the file for its line.
pub(crate) const MAX_DIAGNOSTICS: usize = 200;

/// The first diagnostics of a text in its order, with their locations.
pub(crate) fn located_in(mut found: Vec<Diagnostic>, text: &str) -> Vec<Diagnostic> {
    found.sort_by_key(|found| found.offset);
    found.truncate(MAX_DIAGNOSTICS);
    found
        .into_iter()
        .map(|found| found.located_in(text))
        .collect()
}
