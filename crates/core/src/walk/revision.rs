//! What the words that an answer is given to are known by: their revision.
//!
//! Belongs here: which words those are, and their sum. Does not: what has changed since an answer (`changed`). Explanations next to a
//! question or step, ids, conditions and bold type do not count. Where the author tells the edition of the words, answers are stored
//! with that in their place: it is the same in all languages.

use crate::checksum::crc32;
use crate::guide::{Fix, Guide, Question, Risk, Step, lines};
use crate::progress::{Key, Kind};

/// What words are known by.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Revision {
    /// What a new answer is stored with: the sum of the edition, else of the words.
    pub(super) stored: u16,
    /// An answer that was given before the author told an edition has this.
    words: u16,
}

impl Revision {
    /// `editions`: empty where the author tells none.
    fn of(editions: &str, words: &str) -> Self {
        let words = sum(words);
        let stored = if editions.is_empty() {
            words
        } else {
            sum(editions)
        };
        Self { stored, words }
    }

    /// Whether an answer with this revision was given to these words, or to what says the same.
    pub(super) const fn covers(self, rev: u16) -> bool {
        rev == self.stored || rev == self.words
    }
}

/// The revision of the words that an answer of this key is given to, as the guide has them now, where that is not an opening
/// question: of a check's question, of a risk, else of the fix's title and steps.
pub(super) fn fix_revision(guide: &Guide, key: &Key) -> Revision {
    let (mut editions, mut words) = (String::new(), String::new());
    if let Some(fix) = guide.fix(&key.id) {
        fix_words(fix, key.kind, &mut words);
        if !fix.edition.is_empty() {
            fix_editions(fix, key.kind, &mut editions);
        }
    }
    Revision::of(&editions, &words)
}

fn fix_words(fix: &Fix, kind: Kind, words: &mut String) {
    match (kind, &fix.check, &fix.risk) {
        (Kind::Check, Some(check), _) => words.push_str(&check.ask),
        (Kind::Confirm, _, Some(risk)) => risk_words(fix, risk, words),
        _ => {
            words.push_str(&fix.title);
            for step in &fix.steps {
                lines(&step.passages, words);
            }
        }
    }
}

/// What stands for the same words in every language.
fn fix_editions(fix: &Fix, kind: Kind, words: &mut String) {
    words.extend([&*fix.id, " ", &*fix.edition]);
    match kind {
        Kind::Check => {}
        Kind::Confirm => {
            let reversible = fix.risk.as_ref().is_some_and(|risk| risk.reversible);
            words.push(undone(reversible));
        }
        _ => {
            for step in &fix.steps {
                words.extend(["\n", &*step.id, " ", &*step.edition]);
            }
        }
    }
}

/// The mark of whether what is lost can be restored.
const fn undone(reversible: bool) -> char {
    if reversible { '\u{1}' } else { '\u{2}' }
}

/// All that the reader is told before the steps.
fn risk_words(fix: &Fix, risk: &Risk, words: &mut String) {
    words.push_str(&fix.title);
    words.push(undone(risk.reversible));
    words.push_str(&risk.title);
    lines(&risk.passages, words);
    for thing in &risk.lost {
        lines(thing, words);
    }
    lines(&risk.first, words);
}

/// The revision of a question's words: of a choice, its question and the options that are shown to this reader.
pub(super) fn question_revision<'g>(
    first: &Question,
    shown: impl Iterator<Item = &'g Question>,
) -> Revision {
    let (mut editions, mut words) = (first.edition.clone(), first.one_of.clone());
    for option in shown {
        if !first.edition.is_empty() {
            editions.extend(["\n", &*option.id, " ", &*option.edition]);
        }
        words.extend(["\n", &*option.ask]);
    }
    Revision::of(
        &editions,
        if first.one_of.is_empty() {
            &first.ask
        } else {
            &words
        },
    )
}

/// What a tick of a step is stored with.
#[must_use]
pub fn step_revision(step: &Step) -> u16 {
    revision_of(step).stored
}

/// The revision of a step's words.
pub(super) fn revision_of(step: &Step) -> Revision {
    let editions = match &*step.edition {
        "" => String::new(),
        edition => [&*step.id, " ", edition].concat(),
    };
    let mut words = String::new();
    lines(&step.passages, &mut words);
    Revision::of(&editions, &words)
}

/// Two bytes of the CRC-32: one edit in 65,536 goes unnoticed. 0 means unknown.
fn sum(words: &str) -> u16 {
    (crc32(words) as u16).max(1)
}
