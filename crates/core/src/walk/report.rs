//! The report: what was tried, with outcomes and times, for the reader and for a support agent. Data; its words are the
//! widget's.

use crate::guide::{Guide, Question, Section};
use crate::progress::{Answer, Kind, Progress};
use crate::time::Timestamp;

use super::outcome::Outcome;
use super::replay::Walk;

/// What was tried.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Report {
    /// The guide's title.
    pub title: String,
    /// When the first answer was given.
    pub started: Option<Timestamp>,
    /// The opening questions that were answered, in order.
    pub questions: Vec<ReportQuestion>,
    /// Every fix, in order.
    pub fixes: Vec<ReportFix>,
    /// What to tell support.
    pub support: Option<Section>,
}

/// An opening question with its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReportQuestion {
    /// Its id.
    pub id: String,
    /// What was asked: of an option, the question over its choice.
    pub asked: String,
    /// What was said.
    pub said: Said,
    /// When.
    pub at: Timestamp,
}

/// A fix with its outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReportFix {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What became of it.
    pub outcome: Outcome,
    /// Steps done and steps in all, where any was ticked.
    pub steps: Option<(usize, usize)>,
    /// When the answer was given that made it so.
    pub at: Option<Timestamp>,
}

/// An answer to an opening question, as the reader gave it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// Yes, to a question by itself.
    Yes,
    /// No, to a question by itself.
    No,
    /// Not sure.
    Unsure,
    /// This option of a choice.
    Option(String),
    /// None of a choice's options.
    NoneOfThese,
}

/// What an answer to an opening question answered, and what was said: of a choice, its question and the option.
#[must_use]
pub fn said(question: &Question, answer: Answer) -> (&str, Said) {
    let is_option = !question.one_of.is_empty();
    let said = match answer {
        Answer::Yes if is_option => Said::Option(question.ask.clone()),
        Answer::Yes => Said::Yes,
        Answer::No if is_option => Said::NoneOfThese,
        Answer::No => Said::No,
        _ => Said::Unsure,
    };
    let asked = if is_option {
        &question.one_of
    } else {
        &question.ask
    };
    (asked, said)
}

/// The report of these answers. One that is being changed counts as it was given last, and so does all that came after it.
///
/// ```
/// use unstuck_core::progress::{Answer, Progress};
/// use unstuck_core::walk::{Action, Outcome, apply, report};
///
/// # fn main() -> Result<(), Vec<unstuck_core::guide::Problem>> {
/// let guide = unstuck_adopt::html::parse(
///     r#"<h1>No sound</h1><h2 data-unstuck-id="mute">Unmute</h2><ol><li>Press mute.</li></ol>"#,
/// )?;
/// let solved = Action::Answer { id: "mute".into(), answer: Answer::Solved };
/// let progress = apply(&guide, &Progress::default(), &solved, 1_000).unwrap_or_default();
/// assert_eq!(report(&guide, &progress).fixes[0].outcome, Outcome::Solved);
/// # Ok(())
/// # }
/// ```
#[must_use]
pub fn report(guide: &Guide, progress: &Progress) -> Report {
    let mut progress = progress.clone();
    progress.reopen(None);
    let walk = Walk::replay(guide, &progress);
    let on_trail = |id: &str| {
        let mut keys = walk.trail.iter();
        keys.any(|key| key.kind == Kind::Question && key.id == id)
    };
    let questions = guide.questions.iter().filter_map(|question| {
        let given = progress.given(Kind::Question, &question.id)?;
        let (asked, said) = said(question, given.answer);
        on_trail(&question.id).then(|| ReportQuestion {
            id: question.id.clone(),
            asked: asked.to_owned(),
            said,
            at: given.at,
        })
    });
    let fixes = walk.fixes.iter().map(|state| {
        let all = walk.steps(state.fix).count();
        let ticked = |id: &str| progress.ticked(&state.fix.id, id);
        let done = walk
            .steps(state.fix)
            .filter(|step| ticked(&step.id))
            .count();
        ReportFix {
            id: state.fix.id.clone(),
            title: state.fix.title.clone(),
            outcome: state.outcome,
            steps: (done > 0).then_some((done, all)),
            at: state.at,
        }
    });
    Report {
        title: guide.title.clone(),
        started: progress.started(),
        questions: questions.collect(),
        fixes: fixes.collect(),
        support: guide.support.clone(),
    }
}
