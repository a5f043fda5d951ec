//! What an answer was said to: the revision of its words, so that the reader can be shown what was edited since.
//!
//! Belongs here: which words an answer was given to, and what has changed since. Does not: how that is
//! shown. Explanations next to a question or step, ids, conditions and bold type do not count as changes.

use crate::checksum::crc32;
use crate::guide::{Guide, Step, lines};
use crate::progress::{Key, Kind, Progress};

/// The revision of the words that an answer of this key is given to, as the guide has them now: of a question, of a check's
/// question, else of the fix's title and steps.
#[must_use]
pub fn answer_revision(guide: &Guide, key: &Key) -> u16 {
    let Key { kind, id } = key;
    let question = guide.question(id).map(|question| &question.ask);
    let fix = guide.fix(id);
    let check = fix.and_then(|fix| Some(&fix.check.as_ref()?.ask));
    let mut words = match kind {
        Kind::Question => question,
        Kind::Check => check,
        _ => fix.map(|fix| &fix.title),
    }
    .cloned()
    .unwrap_or_default();
    if !matches!(kind, Kind::Question | Kind::Check)
        && let Some(fix) = fix
    {
        for step in &fix.steps {
            lines(&step.passages, &mut words);
        }
    }
    sum(&words)
}

/// The revision of a step's words.
#[must_use]
pub fn step_revision(step: &Step) -> u16 {
    let mut words = String::new();
    lines(&step.passages, &mut words);
    sum(&words)
}

/// The same progress, with the current revisions: for answers known to be given to the guide's current words.
#[must_use]
pub fn with_current_revisions(guide: &Guide, mut progress: Progress) -> Progress {
    let of_tick = |fix: &str, step: &str| {
        let fix = guide.fix(fix);
        let step = fix.and_then(|fix| fix.steps.iter().find(|known| known.id == step));
        step.map_or(0, step_revision)
    };
    progress.set_revs(|key| answer_revision(guide, key), of_tick);
    progress
}

/// Whether the words of an answer have changed since it was given; false if their revision is unknown.
#[must_use]
pub fn answer_changed(guide: &Guide, progress: &Progress, key: &Key) -> bool {
    progress
        .given(key.kind, &key.id)
        .is_some_and(|given| given.rev != 0 && given.rev != answer_revision(guide, key))
}

/// Whether a step's words have changed since it was ticked.
#[must_use]
pub fn step_changed(progress: &Progress, fix: &str, step: &Step) -> bool {
    progress
        .tick(fix, &step.id)
        .is_some_and(|rev| rev != 0 && rev != step_revision(step))
}

/// Two bytes of the CRC-32: one edit in 65,536 goes unnoticed. 0 means unknown.
fn sum(words: &str) -> u16 {
    (crc32(words) as u16).max(1)
}
