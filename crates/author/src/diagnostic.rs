//! A diagnostic for authors: what is wrong in a file, where, and what helps.
//!
//! Belongs here: the type and how diagnostics get their lines. Does not: what is wrong with a guide (`diagnose`), or how
//! it is printed (the command does that).

use std::fmt;

use unstuck_core::characters::shown;
use unstuck_core::guide::Problem;

use crate::location::{Location, line_at, locate};

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Severity {
    /// The guide must not be published like this.
    Error,
    /// It works, but probably not as intended.
    Warning,
    /// It works, and could be said more plainly.
    Hint,
}

impl Severity {
    /// The word for it: `error`, `warning` or `hint`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Hint => "hint",
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
    /// The line it is on, as it may be shown, cut around the location; empty where the file is no text.
    pub excerpt: String,
    /// Which character of the excerpt the location is at, from 0.
    pub caret: u16,
    /// What is wrong, as it may be shown.
    pub message: String,
    /// How to fix it; may be empty.
    pub help: String,
}

/// The rule of a file that is no text.
pub(crate) const NOT_TEXT: &str = "not-text";

/// Most characters of an excerpt: a file may be a single line.
const MAX_EXCERPT: usize = 100;

/// Characters before the location in the excerpt of a long line.
const BEFORE: usize = 40;

/// Most characters of a message, which may hold words of the file.
const MAX_MESSAGE: usize = 400;

impl Diagnostic {
    pub(crate) fn error(rule: &'static str, offset: usize, message: &str, help: &str) -> Self {
        Self {
            severity: Severity::Error,
            rule,
            offset,
            location: Location::default(),
            excerpt: String::new(),
            caret: 0,
            message: bounded(message),
            help: bounded(help),
        }
    }

    /// A problem of a guide, at the offset of its part.
    pub(crate) fn of(problem: &Problem, offset: usize) -> Self {
        let message = format!("{} {}", problem.place, problem.message);
        Self::error(problem.rule.name(), offset, &message, problem.help)
    }

    /// A problem that does not keep a guide from its readers.
    pub(crate) fn doubt(problem: &Problem, offset: usize) -> Self {
        Self {
            severity: Severity::Warning,
            ..Self::of(problem, offset)
        }
    }

    pub(crate) fn warning(rule: &'static str, offset: usize, message: &str, help: &str) -> Self {
        Self {
            severity: Severity::Warning,
            ..Self::error(rule, offset, message, help)
        }
    }

    pub(crate) fn hint(rule: &'static str, offset: usize, message: &str, help: &str) -> Self {
        Self {
            severity: Severity::Hint,
            ..Self::error(rule, offset, message, help)
        }
    }

    /// With its line, column and excerpt in this text.
    pub(crate) fn located_in(mut self, text: &str) -> Self {
        self.location = locate(text, self.offset);
        if self.rule == NOT_TEXT {
            return self;
        }
        let column = self.location.column - 1;
        let from = if column > MAX_EXCERPT - BEFORE / 2 {
            column - BEFORE
        } else {
            0
        };
        let (mut length, mut caret) = (0, 0);
        for (place, c) in line_at(text, self.offset).chars().enumerate().skip(from) {
            let c = if c == '\t' { ' ' } else { c };
            let shown = shown(c.encode_utf8(&mut [0; 4]));
            if place < column {
                caret += shown.chars().count();
            }
            length += shown.chars().count();
            if length > MAX_EXCERPT {
                break;
            }
            self.excerpt.push_str(&shown);
        }
        // Escapes before the place can fill the excerpt.
        let caret = caret.min(self.excerpt.chars().count());
        self.caret = u16::try_from(caret).unwrap_or_default();
        self.excerpt.truncate(self.excerpt.trim_end().len());
        self
    }
}

/// A text as it may be shown, of bounded length.
fn bounded(text: &str) -> String {
    let mut out = String::new();
    for (place, c) in text.chars().enumerate() {
        if place == MAX_MESSAGE {
            out.push('…');
            break;
        }
        out.push(c);
    }
    shown(&out)
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
