//! What a reader said, in memory.

use serde::{Deserialize, Serialize};

use crate::time::Timestamp;

/// What a reader can say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// To a question.
    Yes,
    /// To a question.
    No,
    /// To a question.
    Unsure,
    /// To a check question: done before this walk, without success.
    Tried,
    /// To a risk: go on.
    Confirm,
    /// To a risk: leave this fix alone.
    Skip,
    /// To a risk: first the fix that its author wants done before.
    First,
    /// To a risk: that fix is done.
    Done,
    /// Verdict: it works.
    Solved,
    /// Verdict: it does not.
    NotSolved,
    /// Verdict: no result yet.
    StillRunning,
    /// Verdict: this could not be done.
    Cannot,
}

impl Answer {
    /// All of them.
    pub const ALL: [Self; 12] = [
        Self::Yes,
        Self::No,
        Self::Unsure,
        Self::Tried,
        Self::Confirm,
        Self::Skip,
        Self::First,
        Self::Done,
        Self::Solved,
        Self::NotSolved,
        Self::StillRunning,
        Self::Cannot,
    ];

    /// The answer of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.name() == name)
    }

    /// The name in attributes, events and stored data.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Unsure => "unsure",
            Self::Tried => "tried",
            Self::Confirm => "confirm",
            Self::Skip => "skip",
            Self::First => "first",
            Self::Done => "done",
            Self::Solved => "solved",
            Self::NotSolved => "not-solved",
            Self::StillRunning => "still-running",
            Self::Cannot => "cannot",
        }
    }
}

/// What an answer answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// An opening question.
    Question,
    /// A fix's check question.
    Check,
    /// A fix's risk.
    Confirm,
    /// A fix whose result takes time. Durability apart from the verdict that ends it, so that Back leads to the wait again.
    Wait,
    /// A fix's verdict.
    Verdict,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Question,
        Self::Check,
        Self::Confirm,
        Self::Wait,
        Self::Verdict,
    ];

    /// The name in attributes and stored data.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Question => "question",
            Self::Check => "check",
            Self::Confirm => "confirm",
            Self::Wait => "wait",
            Self::Verdict => "verdict",
        }
    }

    /// The answers that can be given to it.
    #[must_use]
    pub fn answers(self) -> &'static [Answer] {
        match self {
            Self::Question => &[Answer::Yes, Answer::No, Answer::Unsure],
            Self::Check => &[Answer::Yes, Answer::No, Answer::Unsure, Answer::Tried],
            // The first three have a place in a link (`transfer::layout`).
            Self::Confirm => &[Answer::Confirm, Answer::Skip, Answer::First, Answer::Done],
            Self::Wait => &[Answer::StillRunning],
            Self::Verdict => &[Answer::Solved, Answer::NotSolved, Answer::Cannot],
        }
    }
}

/// Names what is answered: a kind, and the id of the question or the fix.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// What kind of thing is answered.
    pub kind: Kind,
    /// The id of the question or the fix.
    pub id: String,
}

impl Key {
    /// The key of this kind and id.
    #[must_use]
    pub fn new(kind: Kind, id: impl Into<String>) -> Self {
        Self {
            kind,
            id: id.into(),
        }
    }
}

/// An answer and when it was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GivenAnswer {
    /// The answer.
    pub answer: Answer,
    /// When it was given last.
    pub at: Timestamp,
    /// When this very answer was first given: a wait counts from here.
    pub since: Timestamp,
    /// The revision of the words that it was given to (see [`crate::walk::Walk::revision`]); 0 if unknown.
    pub rev: u16,
}

/// All that one reader said on one guide. There is no stored position: see [`crate::walk::Walk`].
// Sorted lists: a few dozen entries, found by borrowed ids.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Sorted by key; each key once.
    pub(crate) answers: Vec<(Key, GivenAnswer)>,
    /// Steps ticked off, as fix id, step id and the revision of the step's words; sorted, each step once.
    pub(crate) ticks: Vec<(String, String, u16)>,
    /// What support asked for and the reader filled in, by name; sorted, none of them empty.
    pub(crate) needs: Vec<(String, String)>,
    /// The answer that the reader is reconsidering; it stays valid until another replaces it.
    pub(crate) reopened: Option<Key>,
}

impl Progress {
    fn place(&self, kind: Kind, id: &str) -> Result<usize, usize> {
        self.answers
            .binary_search_by(|(key, _)| (key.kind, key.id.as_str()).cmp(&(kind, id)))
    }

    fn tick_place(&self, fix: &str, step: &str) -> Result<usize, usize> {
        self.ticks
            .binary_search_by(|(f, s, _)| (f.as_str(), s.as_str()).cmp(&(fix, step)))
    }

    /// What was said to this, if anything.
    #[must_use]
    pub fn given(&self, kind: Kind, id: &str) -> Option<GivenAnswer> {
        let place = self.place(kind, id).ok()?;
        self.answers.get(place).map(|(_, given)| *given)
    }

    /// Everything that was said, by key.
    pub fn answers(&self) -> impl Iterator<Item = (&Key, GivenAnswer)> {
        self.answers.iter().map(|(key, given)| (key, *given))
    }

    /// Whether this step is ticked off.
    #[must_use]
    pub fn ticked(&self, fix: &str, step: &str) -> bool {
        self.tick(fix, step).is_some()
    }

    /// The revision of the words that a ticked step had; 0 if unknown, `None` if the step is not ticked.
    #[must_use]
    pub fn tick(&self, fix: &str, step: &str) -> Option<u16> {
        let place = self.tick_place(fix, step).ok()?;
        self.ticks.get(place).map(|(_, _, rev)| *rev)
    }

    /// What the reader filled in under this name.
    #[must_use]
    pub fn need(&self, name: &str) -> &str {
        let place = self.need_place(name);
        let need = place.ok().and_then(|place| self.needs.get(place));
        need.map_or("", |(_, text)| text)
    }

    fn need_place(&self, name: &str) -> Result<usize, usize> {
        self.needs
            .binary_search_by(|(known, _)| known.as_str().cmp(name))
    }

    /// Fills in what support asked for; an empty text takes it away.
    pub(crate) fn fill(&mut self, name: &str, text: &str) {
        match (self.need_place(name), text.is_empty()) {
            (Ok(place), true) => {
                self.needs.remove(place);
            }
            (Ok(place), false) => text.clone_into(&mut self.needs[place].1),
            (Err(place), false) => self.needs.insert(place, (name.to_owned(), text.to_owned())),
            (Err(_), true) => {}
        }
    }

    /// Whether an answer is of those that records and links have room for in their newest version alone.
    pub(crate) fn has_new_answers(&self) -> bool {
        let new = [Answer::Tried, Answer::First, Answer::Done];
        let is_new = |(_, given): &(Key, GivenAnswer)| new.contains(&given.answer);
        self.answers.iter().any(is_new)
    }

    /// The same answers with what `other` has filled in: what is known of a device outlives Back, and stays where it is.
    #[must_use]
    pub fn with_needs_of(mut self, other: &Self) -> Self {
        self.needs.clone_from(&other.needs);
        self
    }

    /// The answer that the reader is reconsidering.
    #[must_use]
    pub fn reopened(&self) -> Option<&Key> {
        self.reopened.as_ref()
    }

    /// Whether nothing was answered yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.answers.is_empty() && self.ticks.is_empty()
    }

    /// Whether the same was said, at whatever times and to whatever words.
    #[must_use]
    pub fn says_the_same(&self, other: &Self) -> bool {
        let said = |progress: &Self| -> Vec<(Key, Answer)> {
            let answers = progress.answers.iter();
            answers
                .map(|(key, given)| (key.clone(), given.answer))
                .collect()
        };
        let ticked = |progress: &Self| -> Vec<(String, String)> {
            let ticks = progress.ticks.iter();
            ticks
                .map(|(fix, step, _)| (fix.clone(), step.clone()))
                .collect()
        };
        said(self) == said(other) && ticked(self) == ticked(other)
    }

    /// Gives each answer and each tick the revision of the words that it was given to.
    pub(crate) fn set_revs(
        &mut self,
        of_answer: impl Fn(&Key) -> u16,
        of_tick: impl Fn(&str, &str) -> u16,
    ) {
        for (key, given) in &mut self.answers {
            given.rev = of_answer(key);
        }
        for (fix, step, rev) in &mut self.ticks {
            *rev = of_tick(fix, step);
        }
    }

    /// When the first of the answers was given.
    #[must_use]
    pub fn started(&self) -> Option<Timestamp> {
        self.answers.iter().map(|(_, given)| given.since).min()
    }

    /// Adds an answer as it was stored or sent; `false`, and nothing added, where its key has one already.
    pub(crate) fn insert(&mut self, kind: Kind, id: &str, given: GivenAnswer) -> bool {
        let place = self.place(kind, id);
        if let Err(place) = place {
            self.answers.insert(place, (Key::new(kind, id), given));
        }
        place.is_err()
    }

    /// Records an answer to words of this revision.
    pub(crate) fn give(&mut self, key: &Key, answer: Answer, now: Timestamp, rev: u16) {
        let mut given = GivenAnswer {
            answer,
            at: now,
            since: now,
            rev,
        };
        match self.place(key.kind, &key.id) {
            Ok(place) => {
                let before = &mut self.answers[place].1;
                if before.answer == answer {
                    given.since = before.since;
                }
                *before = given;
            }
            Err(place) => self.answers.insert(place, (key.clone(), given)),
        }
        self.reopened = None;
    }

    /// Takes an answer back.
    pub(crate) fn take_back(&mut self, key: &Key) {
        if let Ok(place) = self.place(key.kind, &key.id) {
            self.answers.remove(place);
        }
    }

    /// Ticks a step whose words have this revision, or takes the tick away.
    pub(crate) fn set_tick(&mut self, fix: &str, step: &str, rev: Option<u16>) {
        match (self.tick_place(fix, step), rev) {
            (Err(place), Some(rev)) => {
                self.ticks
                    .insert(place, (fix.to_owned(), step.to_owned(), rev));
            }
            (Ok(place), None) => {
                self.ticks.remove(place);
            }
            _ => {}
        }
    }

    pub(crate) fn reopen(&mut self, key: Option<Key>) {
        self.reopened = key;
    }
}
