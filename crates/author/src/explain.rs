//! What becomes of each block of a file, and why.
//!
//! Belongs here: the rows of the table, as a tool shows them. Does not: what decides (see `unstuck_adopt`), mistakes (see
//! `diagnose`), or how the rows are printed (the command does that).

use unstuck_adopt::{Answer, BlockRole, Row};
use unstuck_core::characters::shown;

use crate::load::{Loaded, without_bom};
use crate::location::{Lines, Location};

/// A block of a file: what becomes of it, and the rule that decided.
///
/// ```
/// use unstuck_author::{Format, diagnose, explain};
///
/// let text = "# The lamp stays dark\n\nTry this.\n\n## Change the bulb\n\n1. Unscrew it.\n";
/// let rows = explain(&diagnose(Format::Markdown, text), text);
/// let told: Vec<_> = rows.iter().map(|row| (row.location.line, row.decision.role)).collect();
/// assert_eq!(told, [(1, "title"), (3, "introduction"), (5, "fix-title"), (7, "step")]);
/// assert_eq!(rows[3].decision.rule, "step-list");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Explanation {
    /// Line and column of the block; of the block before it, where it has no element of its own.
    pub location: Location,
    /// The name of its element: `p`, `li`.
    pub element: String,
    /// All that it says, as it may be shown.
    pub words: String,
    /// What becomes of it.
    pub decision: Decision,
    /// Where a rule repeats it, or a part of it, on purpose.
    pub also: Vec<Decision>,
}

/// What becomes of a block, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Decision {
    /// `title`, `introduction`, `question`, `note`, `fix-title`, `reason`, `step`, `more`, `risk`, `wait`, `support` or
    /// `left-out`.
    pub role: &'static str,
    /// The fix that it belongs to, from 1.
    pub fix: Option<usize>,
    /// The step of that fix, from 1.
    pub step: Option<usize>,
    /// The name of the rule that decided, for good.
    pub rule: &'static str,
    /// What the rule says.
    pub sentence: &'static str,
    /// What is told in place of all words; only where a part is repeated.
    pub words: Option<String>,
}

impl Decision {
    fn of(answer: &Answer) -> Self {
        Self {
            role: answer.role.name(),
            fix: answer.fix.map(|fix| fix + 1),
            step: answer.step().map(|step| step + 1),
            rule: answer.by.id(),
            sentence: answer.by.sentence(),
            words: answer.words.as_deref().map(shown),
        }
    }
}

/// Every block of a file, in its order. There is none in JSON, where each field says what it is.
#[must_use]
pub fn explain(loaded: &Loaded, text: &str) -> Vec<Explanation> {
    let lines = Lines::of(without_bom(text));
    let mut last = 0;
    let rows = loaded.table.iter().flat_map(|table| table.rows());
    let explained = rows.map(|row: &Row| {
        last = row.at().unwrap_or(last);
        Explanation {
            location: lines.locate(last),
            element: row.tag().to_owned(),
            words: shown(&row.words()),
            decision: Decision::of(row.answer()),
            also: row.also().iter().map(Decision::of).collect(),
        }
    });
    explained.collect()
}

/// What of a file is in no part of its guide.
#[must_use]
pub fn left_out(loaded: &Loaded, text: &str) -> Vec<Explanation> {
    let mut rows = explain(loaded, text);
    let name = BlockRole::LeftOut.name();
    rows.retain(|row| row.decision.role == name && row.also.is_empty());
    rows
}
