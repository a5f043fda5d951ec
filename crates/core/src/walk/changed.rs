//! What has changed since an answer was given, so that the reader can be shown it.
//!
//! Belongs here: comparing what answers are stored with to the guide's current words. Does not: what those are known by (`revision`),
//! or how that is shown.

use crate::guide::{Guide, Step};
use crate::progress::{Key, Progress};

use super::replay::Walk;
use super::revision::{revision_of, step_revision};

/// The same progress, with the current revisions: for answers known to be given to the guide's current words.
#[must_use]
pub fn with_current_revisions(guide: &Guide, mut progress: Progress) -> Progress {
    let of_tick = |fix: &str, step: &str| {
        let fix = guide.fix(fix);
        let step = fix.and_then(|fix| fix.steps.iter().find(|known| known.id == step));
        step.map_or(0, step_revision)
    };
    let walk = Walk::replay(guide, &progress);
    progress.set_revs(|key| walk.revision(key), of_tick);
    progress
}

/// Whether the words of an answer have changed since it was given; false if their revision is unknown.
#[must_use]
pub fn answer_changed(walk: &Walk<'_>, progress: &Progress, key: &Key) -> bool {
    progress
        .given(key.kind, &key.id)
        .is_some_and(|given| given.rev != 0 && !walk.revision_of(key).covers(given.rev))
}

/// Whether a step's words have changed since it was ticked.
#[must_use]
pub fn step_changed(progress: &Progress, fix: &str, step: &Step) -> bool {
    progress
        .tick(fix, &step.id)
        .is_some_and(|rev| rev != 0 && !revision_of(step).covers(rev))
}
