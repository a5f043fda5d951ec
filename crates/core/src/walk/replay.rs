//! The replay: guide and answers in, screen out.

use std::cell::{LazyCell, OnceCell};
use std::collections::{BTreeMap, BTreeSet};

use crate::guide::{Check, Fact, Fix, Guide, Note, PassAs, Question, Step};
use crate::progress::{Answer, GivenAnswer, Key, Kind, Progress};

use super::certain::certain_questions;
use super::outcome::Outcome;
use super::revision::{Revision, fix_revision, question_revision};
use super::screen::Screen;
use crate::time::Timestamp;

/// A fix as the answers leave it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FixState<'g> {
    /// The fix.
    pub fix: &'g Fix,
    /// What became of it.
    pub outcome: Outcome,
    /// When the answer was given that made it so.
    pub at: Option<Timestamp>,
    /// What kind of answer made it so: the one to change.
    pub by: Option<Kind>,
}

impl<'g> FixState<'g> {
    /// A fix by its own answers, whether it is offered or not.
    #[must_use]
    pub fn of(fix: &'g Fix, progress: &Progress) -> Self {
        let given = |kind| progress.given(kind, &fix.id);
        let made = |outcome, kind: Kind, given: GivenAnswer| FixState {
            fix,
            outcome,
            at: Some(given.at),
            by: Some(kind),
        };
        if let (Some(check), Some(answer)) = (&fix.check, given(Kind::Check))
            && passes(check, Some(answer))
        {
            let outcome = match check.pass_as {
                _ if answer.answer == Answer::Tried => Outcome::AlreadyTried,
                PassAs::NotNeeded => Outcome::NotNeeded,
                PassAs::Cannot => Outcome::Cannot,
            };
            return made(outcome, Kind::Check, answer);
        }
        if let (Some(_), Some(answer)) = (&fix.risk, given(Kind::Confirm))
            && answer.answer == Answer::Skip
        {
            return made(Outcome::Skipped, Kind::Confirm, answer);
        }
        if let Some(verdict) = given(Kind::Verdict) {
            let outcome = match verdict.answer {
                Answer::Solved => Outcome::Solved,
                Answer::Cannot => Outcome::Cannot,
                _ => Outcome::NotSolved,
            };
            return made(outcome, Kind::Verdict, verdict);
        }
        if let Some(wait) = given(Kind::Wait) {
            return made(Outcome::StillRunning, Kind::Wait, wait);
        }
        // Begun, but not finished: the last answer on the way in can still be changed.
        let begun = [Kind::Confirm, Kind::Check]
            .into_iter()
            .find_map(|kind| given(kind).map(|_| kind));
        FixState {
            fix,
            outcome: Outcome::Open,
            at: None,
            by: begun,
        }
    }
}

/// A guide replayed with the answers of one reader.
///
/// ```
/// use unstuck_core::progress::{Answer, Progress};
/// use unstuck_core::walk::{Action, Screen, Walk, apply};
///
/// # fn main() -> Result<(), Vec<unstuck_core::guide::Problem>> {
/// let guide = unstuck_adopt::html::parse(
///     r#"<h1>No sound</h1><h2 data-unstuck-id="mute">Unmute</h2><ol><li>Press mute.</li></ol>"#,
/// )?;
/// let walk = Walk::replay(&guide, &Progress::default());
/// assert!(matches!(walk.screen, Screen::Fix(fix) if fix.id == "mute"));
///
/// let answer = Action::Answer { id: walk.screen.id().into(), answer: Answer::NotSolved };
/// let progress = apply(&guide, &Progress::default(), &answer, 1_767_225_600_000).unwrap_or_default();
/// assert_eq!(Walk::replay(&guide, &progress).screen, Screen::Exhausted);
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Walk<'g> {
    guide: &'g Guide,
    /// What is shown now.
    pub screen: Screen<'g>,
    /// What was answered on the way here, in order. Back takes the last one away.
    pub trail: Vec<Key>,
    /// The answer that the reader reopened, where that is why this screen shows.
    pub reopened: Option<Answer>,
    /// The fix whose risk sent the reader to the screen's own, which is to be done before.
    pub before: Option<&'g Fix>,
    /// Every fix of the guide, in order.
    pub fixes: Vec<FixState<'g>>,
    /// What is known of the questions that were gone through, by their ids.
    facts: BTreeMap<&'g str, Fact>,
    /// The revision of each question's words, by their ids: of an option, its choice's.
    questions: BTreeMap<&'g str, Revision>,
    /// What the walk comes by where nothing is reopened: an overview asks for each of its rows.
    passed: OnceCell<BTreeSet<Key>>,
}

impl<'g> Walk<'g> {
    /// Replays the answers.
    #[must_use]
    pub fn replay(guide: &'g Guide, progress: &Progress) -> Self {
        let mut walk = Self {
            guide,
            screen: Screen::Exhausted,
            trail: Vec::new(),
            reopened: None,
            before: None,
            fixes: Vec::with_capacity(guide.fixes.len()),
            facts: BTreeMap::new(),
            questions: BTreeMap::new(),
            passed: OnceCell::new(),
        };
        let asked = walk.ask(progress);
        // Answers not yet found: after the last of them, no fix of a long guide is looked up.
        let mut left = progress
            .answers()
            .filter(|(key, _)| key.kind != Kind::Question)
            .count();
        for fix in &guide.fixes {
            let mut one = FixState {
                fix,
                outcome: Outcome::Open,
                at: None,
                by: None,
            };
            // Until the opening questions are answered, any fix may come to be offered.
            if asked.is_none() && !walk.offers(fix) {
                one.outcome = Outcome::NotOffered;
            } else if left > 0 {
                let given = |kind: &Kind| progress.given(*kind, &fix.id).is_some();
                left -= Kind::ALL
                    .iter()
                    .skip(1)
                    .filter(|kind| given(kind))
                    .count()
                    .min(left);
                one = FixState::of(fix, progress);
            }
            walk.fixes.push(one);
        }
        walk.screen = match asked {
            Some(screen) => screen,
            None => walk.next(progress),
        };
        walk
    }

    /// Goes through the opening questions; the screen of the first that is open, if any.
    fn ask(&mut self, progress: &Progress) -> Option<Screen<'g>> {
        let guide = self.guide;
        let certain = LazyCell::new(|| certain_questions(guide));
        let mut open = None;
        // A question by itself is a choice of one.
        for choice in guide.choices() {
            let said = |question: &Question| {
                let given = progress.given(Kind::Question, &question.id)?;
                Some(given.answer)
            };
            // Where an older record holds several, the first of them is it.
            let chosen = choice
                .iter()
                .position(|option| said(option) == Some(Answer::Yes) && self.shows(option));
            // No and not sure are kept under the first, whether that one shows or not.
            let (Some(first), Some(kept)) = (choice.first(), choice.get(chosen.unwrap_or(0)))
            else {
                continue;
            };
            let rev = question_revision(first, choice.iter().filter(|option| self.shows(option)));
            let given = progress.given(Kind::Question, &kept.id);
            // Where safety hangs on it, an answer counts for the words that it was given to.
            let stale = given.is_some_and(|given| !rev.covers(given.rev))
                && choice.iter().any(|option| certain.contains(&*option.id));
            let answer = given
                .map(|given| given.answer)
                .filter(|answer| !stale && (chosen.is_some() || *answer != Answer::Yes));
            let mut applies = false;
            for (place, option) in choice.iter().enumerate() {
                let shows = self.shows(option);
                applies |= shows;
                let fact = match answer {
                    Some(Answer::Yes) if chosen == Some(place) => Fact::Yes,
                    Some(Answer::Unsure) if shows => Fact::Unsure,
                    _ => Fact::No,
                };
                // Of two questions of one id, which no sound guide has, the first counts.
                self.facts.entry(&option.id).or_insert(fact);
                self.questions.entry(&option.id).or_insert(rev);
            }
            if applies
                && open.is_none()
                && (answer.is_none() || self.stops(progress, Kind::Question, &kept.id, false))
            {
                open = Some(if first.one_of.is_empty() {
                    Screen::Question(first)
                } else {
                    Screen::Choice(choice)
                });
            }
        }
        open
    }

    /// Goes through the fixes; the first screen that wants an answer.
    fn next(&mut self, progress: &Progress) -> Screen<'g> {
        let guide = self.guide;
        for fix in &guide.fixes {
            if !self.offers(fix) {
                continue;
            }
            let (mut at, mut outer) = (fix, None);
            loop {
                match self.visit(at, progress) {
                    Visit::Stops(screen) => return screen,
                    Visit::First(first) => {
                        outer = self.before.replace(at);
                        at = first;
                    }
                    // Over with what was to be done first, whatever came of it: its risk asks again.
                    Visit::Passes => {
                        let back = std::mem::replace(&mut self.before, outer);
                        match back.and_then(|fix| Some((fix, fix.risk.as_ref()?))) {
                            Some((fix, risk)) => return Screen::Confirm(fix, risk),
                            None => break,
                        }
                    }
                }
            }
        }
        Screen::Exhausted
    }

    /// Goes through what a fix asks: the check, the risk, the verdict.
    fn visit(&mut self, fix: &'g Fix, progress: &Progress) -> Visit<'g> {
        let id = &fix.id;
        let verdict = progress.given(Kind::Verdict, id);
        let reopened = verdict.filter(|_| {
            let key = progress.reopened();
            key.is_some_and(|key| key.kind == Kind::Verdict && key.id == *id)
        });
        // A verdict speaks for itself. What comes before the steps is asked where the steps are shown.
        let done = verdict.is_some() && reopened.is_none();
        if let Some(check) = &fix.check {
            if self.stops(progress, Kind::Check, id, done) {
                self.reopened = self.reopened.or(reopened.map(|given| given.answer));
                return Visit::Stops(Screen::Check(fix, check));
            }
            if passes(check, progress.given(Kind::Check, id)) {
                return Visit::Passes;
            }
        }
        if let Some(risk) = &fix.risk {
            let asks = self.stops(progress, Kind::Confirm, id, done);
            let said = progress.given(Kind::Confirm, id).map(|given| given.answer);
            match said {
                _ if asks => {}
                Some(Answer::Skip) => return Visit::Passes,
                Some(Answer::First) if !done => {
                    if let Some(first) = self.first_of(fix) {
                        return Visit::First(first.fix);
                    }
                }
                _ => {}
            }
            if asks || !done && matches!(said, Some(Answer::First | Answer::Done)) {
                self.reopened = self.reopened.or(reopened.map(|given| given.answer));
                return Visit::Stops(Screen::Confirm(fix, risk));
            }
        }
        let waits = progress.given(Kind::Wait, id);
        if waits.is_some() {
            self.trail.push(Key::new(Kind::Wait, id.clone()));
        }
        if let Some(given) = reopened {
            self.reopened = Some(given.answer);
            return Visit::Stops(Screen::Fix(fix));
        }
        match (verdict, waits) {
            (Some(given), _) => {
                self.trail.push(Key::new(Kind::Verdict, id.clone()));
                // What was done to be safe has solved nothing yet.
                if given.answer == Answer::Solved && self.before.is_none() {
                    return Visit::Stops(Screen::Solved(fix, given));
                }
                Visit::Passes
            }
            (None, Some(since)) => Visit::Stops(Screen::Wait(fix, since)),
            (None, None) => Visit::Stops(Screen::Fix(fix)),
        }
    }

    /// The later fix that this one's author wants done before its risk is taken, where it is for this reader.
    #[must_use]
    pub fn first_of(&self, fix: &Fix) -> Option<FixState<'g>> {
        let wanted = &fix.risk.as_ref()?.first_fix;
        // Later ones alone: so no two can wait for each other.
        let later = self.fixes.iter().skip_while(|one| one.fix.id != fix.id);
        let mut later = later.skip(1);
        later
            .find(|one| one.fix.id == *wanted && one.outcome != Outcome::NotOffered)
            .copied()
    }

    /// Whether the replay stops here: nothing was said yet (and the fix is not `done`), or the reader reopened it.
    fn stops(&mut self, progress: &Progress, kind: Kind, id: &str, done: bool) -> bool {
        let key = Key::new(kind, id.to_owned());
        // A risk is accepted as it was told.
        let counts = |given: &GivenAnswer| {
            given.answer != Answer::Confirm || self.revision_of(&key).covers(given.rev)
        };
        let Some(given) = progress.given(kind, id).filter(counts) else {
            return !done;
        };
        if progress.reopened() == Some(&key) {
            self.reopened = Some(given.answer);
            return true;
        }
        self.trail.push(key);
        false
    }

    /// The guide.
    pub(super) fn guide(&self) -> &'g Guide {
        self.guide
    }

    /// Whether an option of a choice is for this reader.
    #[must_use]
    pub fn shows(&self, option: &Question) -> bool {
        option.only_if.holds(|id| self.fact(id))
    }

    /// What an answer to `id` answers on this screen; `None` where it asks for no such thing. A choice is answered yes by
    /// the option of that id, and in all other ways as its first question is.
    #[must_use]
    pub fn key(&self, id: &str, answer: Answer) -> Option<Key> {
        if self.screen.id() == id && answer == Answer::Done {
            // Said where the other fix is done, and kept under the risk that asked for it.
            let steps = matches!(self.screen, Screen::Fix(_) | Screen::Wait(..));
            let before = self.before.filter(|_| steps)?;
            return Some(Key::new(Kind::Confirm, before.id.clone()));
        }
        match self.screen {
            Screen::Choice(options) if answer == Answer::Yes => options
                .iter()
                .find(|option| option.id == id && self.shows(option))
                .map(|option| Key::new(Kind::Question, option.id.clone())),
            Screen::Confirm(fix, _) if answer == Answer::First && fix.id == id => self
                .first_of(fix)
                .map(|_| Key::new(Kind::Confirm, id.to_owned())),
            screen if screen.id() == id => screen.key(answer),
            _ => None,
        }
    }

    /// The revision of the words that an answer of this key is given to, as the guide has them now: of an opening question
    /// (of a choice, its question and the options that are for this reader), of a check's question, of a risk, else of the
    /// fix's title and steps.
    #[must_use]
    pub fn revision(&self, key: &Key) -> u16 {
        self.revision_of(key).stored
    }

    pub(super) fn revision_of(&self, key: &Key) -> Revision {
        match key.kind {
            Kind::Question => self.questions.get(&*key.id).copied().unwrap_or_default(),
            _ => fix_revision(self.guide, key),
        }
    }

    /// What is known of a question's answer.
    pub(super) fn fact(&self, id: &str) -> Fact {
        self.facts.get(id).copied().unwrap_or(Fact::No)
    }

    fn offers(&self, fix: &Fix) -> bool {
        fix.only_if.holds(|id| self.fact(id))
    }

    /// The steps of a fix that are for this reader.
    pub fn steps(&self, fix: &'g Fix) -> impl Iterator<Item = &'g Step> {
        fix.steps
            .iter()
            .filter(|step| step.only_if.holds(|id| self.fact(id)))
    }

    /// The notes that are for this reader. None while the opening questions are asked: they decide it.
    pub fn notes(&self) -> impl Iterator<Item = &'g Note> {
        let asking = matches!(self.screen, Screen::Question(_) | Screen::Choice(_));
        self.guide
            .notes
            .iter()
            .filter(move |note| !asking && note.only_if.holds(|id| self.fact(id)))
    }

    /// The fixes that are for this reader.
    pub fn offered(&self) -> impl Iterator<Item = &FixState<'g>> {
        self.fixes
            .iter()
            .filter(|state| state.outcome != Outcome::NotOffered)
    }

    /// The fixes that are not for this reader.
    pub fn withheld(&self) -> impl Iterator<Item = &FixState<'g>> {
        self.fixes
            .iter()
            .filter(|state| state.outcome == Outcome::NotOffered)
    }

    /// The number of a fix, wherever it is named: from 1, among the offered ones.
    #[must_use]
    pub fn number(&self, fix: &Fix) -> Option<usize> {
        let place = self.offered().position(|state| state.fix.id == fix.id)?;
        Some(place + 1)
    }

    /// The number of the screen's fix, and how many are offered.
    #[must_use]
    pub fn position(&self) -> Option<(usize, usize)> {
        let number = self.number(self.screen.fix()?)?;
        Some((number, self.offered().count()))
    }

    /// Whether it has come to an end: solved, or no fix is left.
    #[must_use]
    pub fn is_over(&self) -> bool {
        matches!(self.screen, Screen::Solved(..) | Screen::Exhausted)
    }

    /// Whether Back leads anywhere.
    #[must_use]
    pub fn can_go_back(&self) -> bool {
        self.reopened.is_some() || !self.trail.is_empty()
    }

    /// Whether an answer may be reopened: it was given, and the walk comes by it. A wait is not: its verdict is.
    #[must_use]
    pub fn can_change(&self, key: &Key, progress: &Progress) -> bool {
        let passed = self.passed.get_or_init(|| {
            if self.reopened.is_none() {
                return self.trail.iter().cloned().collect();
            }
            // The trail ends at what is reopened now; what was said after it can be asked for as well.
            let mut all = progress.clone();
            all.reopen(None);
            let trail = Walk::replay(self.guide, &all).trail;
            trail.into_iter().collect()
        });
        key.kind != Kind::Wait && passed.contains(key)
    }
}

/// What comes of a visit to a fix.
enum Visit<'g> {
    /// It wants an answer.
    Stops(Screen<'g>),
    /// Its risk wants this fix done before, and the reader went there.
    First(&'g Fix),
    /// It wants none, or none any more.
    Passes,
}

/// Whether a check's answer passes its fix over.
fn passes(check: &Check, given: Option<GivenAnswer>) -> bool {
    match given.map(|given| given.answer) {
        Some(Answer::Yes) => check.pass_on,
        Some(Answer::No) => !check.pass_on,
        Some(Answer::Tried) => true,
        _ => false,
    }
}
