//! Names in a link: short hashes of ids, long enough that no two of the guide are alike.

use crate::checksum::crc64;
use crate::guide::Guide;
use crate::progress::{Key, Kind, Progress};

/// How many bytes a name's hash may have.
pub(super) const WIDTHS: [usize; 4] = [3, 4, 6, 8];

/// Which guide a link is of. One without an id is known by its words alone.
pub(super) fn guide_hash(guide: &Guide) -> u64 {
    match &*guide.id {
        "" => guide.rev.into(),
        id => cut(crc64("guide", id), 4),
    }
}

pub(super) fn cut(hash: u64, width: usize) -> u64 {
    hash >> (64 - 8 * width)
}

/// A question or a fix, by its id.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Name<'a> {
    pub(super) question: bool,
    pub(super) id: &'a str,
}

impl Name<'_> {
    pub(super) fn of(key: &Key) -> Name<'_> {
        Name {
            question: key.kind == Kind::Question,
            id: &key.id,
        }
    }

    pub(super) fn hash(self) -> u64 {
        let kind = if self.question { "question" } else { "fix" };
        crc64(kind, self.id)
    }
}

pub(super) fn step_hash(id: &str) -> u64 {
    crc64("step", id)
}

/// All names of a guide.
pub(super) fn names(guide: &Guide) -> impl Iterator<Item = Name<'_>> {
    let questions = guide.questions.iter().map(|question| Name {
        question: true,
        id: &question.id,
    });
    let fixes = guide.fixes.iter().map(|fix| Name {
        question: false,
        id: &fix.id,
    });
    questions.chain(fixes)
}

/// The names that were answered or ticked.
pub(super) fn said(progress: &Progress) -> Vec<Name<'_>> {
    let answers = progress.answers.iter().map(|(key, _)| Name::of(key));
    let ticks = progress.ticks.iter().map(|(fix, _, _)| Name {
        question: false,
        id: fix,
    });
    let mut said: Vec<Name<'_>> = answers.chain(ticks).collect();
    said.sort_unstable();
    said.dedup();
    said
}

/// The least bytes of a hash by which no two names, and no two steps of a fix, are alike.
pub(super) fn width(guide: &Guide, progress: &Progress) -> usize {
    let mut all: Vec<Name<'_>> = names(guide).chain(said(progress)).collect();
    all.sort_unstable();
    all.dedup();
    let all: Vec<u64> = all.into_iter().map(Name::hash).collect();
    let steps = |id: &str| -> Vec<u64> {
        let own = guide.fix(id).map_or(&[][..], |fix| &fix.steps);
        let ticked = progress.ticks.iter().filter(|(fix, _, _)| fix == id);
        let mut ids: Vec<&str> = own.iter().map(|step| step.id.as_str()).collect();
        ids.extend(ticked.map(|(_, step, _)| step.as_str()));
        ids.sort_unstable();
        ids.dedup();
        ids.into_iter().map(step_hash).collect()
    };
    let ticked: Vec<Vec<u64>> = said(progress)
        .into_iter()
        .filter(|name| !name.question)
        .map(|name| steps(name.id))
        .collect();
    let fits = |width: &usize| {
        differ(&all, *width) && ticked.iter().all(|steps| differ(steps, *width - 1))
    };
    // Eight bytes alike would take 2^32 names.
    WIDTHS.into_iter().find(fits).unwrap_or(8)
}

pub(super) fn differ(hashes: &[u64], width: usize) -> bool {
    let mut cuts: Vec<u64> = hashes.iter().map(|hash| cut(*hash, width)).collect();
    cuts.sort_unstable();
    cuts.windows(2).all(|pair| pair[0] != pair[1])
}
