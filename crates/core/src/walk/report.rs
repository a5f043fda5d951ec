//! The report: what was tried, with outcomes and times, for a support agent. Data, which is also its JSON
//! (docs/report.schema.json); its words are the widget's.

use serde::Serialize;

use crate::guide::{Fix, Guide, Passage, Question, Section, lines};
use crate::json;
use crate::moment::Moment;
use crate::progress::{Answer, Kind, Progress};
use crate::time::Timestamp;

use super::outcome::Outcome;
use super::replay::{FixState, Walk};
use super::screen::Screen;

/// What was tried.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Report {
    /// The version of its form.
    pub version: u8,
    /// What came of it all.
    pub outcome: Ending,
    /// The guide.
    pub guide: ReportGuide,
    /// When the first answer was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub started: Option<Moment>,
    /// When the last answer was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated: Option<Moment>,
    /// How many fixes were tried, now or before this walk.
    pub tried: usize,
    /// How many fixes are for this reader.
    pub offered: usize,
    /// What support asks for, in order.
    pub needs: Vec<ReportNeed>,
    /// The opening questions that were answered, in order.
    pub questions: Vec<ReportQuestion>,
    /// Every fix: first those for this reader, in order, then the others.
    pub fixes: Vec<ReportFix>,
    /// What its author tells the reader to have ready.
    #[serde(skip)]
    pub support: Option<Section>,
}

/// What came of a walk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ending {
    /// A fix helped.
    Solved,
    /// No fix is left.
    NotSolved,
    /// A fix was left running.
    Waiting,
    /// Something is left to try.
    Unfinished,
}

/// Which guide, and where.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ReportGuide {
    /// Its id, or what it is known by.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The language of its words.
    pub lang: String,
    /// Its revision: other figures, other words.
    pub revision: String,
    /// The page's address; empty where that is not known.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub address: String,
    /// The link that opens this very walk; empty where there is none.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub link: String,
}

/// Something that support asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ReportNeed {
    /// What.
    pub name: String,
    /// What the reader filled in; empty where nothing is.
    pub text: String,
}

/// An opening question with its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ReportQuestion {
    /// Its id.
    pub id: String,
    /// What was asked: of an option, the question over its choice.
    pub asked: String,
    /// The answer.
    pub answer: Answer,
    /// The option that was chosen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub option: Option<String>,
    /// What was said.
    #[serde(skip)]
    pub said: Said,
    /// When.
    pub at: Moment,
}

/// A fix with its outcome.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ReportFix {
    /// Its number; none where it is not for this reader.
    pub number: Option<usize>,
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What became of it.
    pub outcome: Outcome,
    /// What kind of answer made it so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<Kind>,
    /// When the first of its answers was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub begun: Option<Moment>,
    /// When the answer was given that made it so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<Moment>,
    /// How long it was left running, in seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ran: Option<u64>,
    /// What its check said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub check: Option<ReportCheck>,
    /// Its risk, where the reader was told of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub risk: Option<ReportRisk>,
    /// Its steps.
    pub steps: ReportSteps,
}

/// A check question and its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ReportCheck {
    /// The question.
    pub asked: String,
    /// The answer.
    pub answer: Answer,
}

/// What a risk did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ReportRisk {
    /// What was said to the warning.
    pub answer: Answer,
    /// Whether the fix was done all the same, and so what it destroys is lost.
    pub run: bool,
    /// Whether that can be restored.
    pub reversible: bool,
    /// What it destroys.
    pub lost: Vec<String>,
}

/// How many steps were ticked off.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ReportSteps {
    /// How many there are for this reader.
    pub all: usize,
    /// The ids of those that are done.
    pub done: Vec<String>,
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
            answer: given.answer,
            option: match &said {
                Said::Option(option) => Some(option.clone()),
                _ => None,
            },
            said,
            at: utc(given.at),
        })
    });
    let numbered = (1..).map(Some).zip(walk.offered());
    let withheld = walk.withheld().map(|state| (None, state));
    let fixes = numbered.chain(withheld);
    let fixes: Vec<ReportFix> = fixes
        .map(|(number, state)| fix(&walk, &progress, number, state))
        .collect();
    let needs = guide.support.iter().flat_map(|support| &support.needs);
    let updated = progress.answers().map(|(_, given)| given.at).max();
    Report {
        version: 1,
        outcome: match walk.screen {
            Screen::Solved(..) => Ending::Solved,
            Screen::Exhausted => Ending::NotSolved,
            Screen::Wait(..) => Ending::Waiting,
            _ => Ending::Unfinished,
        },
        guide: ReportGuide {
            id: guide.id.clone(),
            title: guide.title.clone(),
            lang: guide.lang.clone(),
            revision: format!("{:08x}", guide.rev),
            ..ReportGuide::default()
        },
        started: progress.started().map(utc),
        updated: updated.map(utc),
        tried: fixes.iter().filter(|fix| fix.outcome.is_tried()).count(),
        offered: walk.offered().count(),
        needs: needs
            .map(|name| ReportNeed {
                name: name.clone(),
                text: progress.need(name).trim().to_owned(),
            })
            .collect(),
        questions: questions.collect(),
        fixes,
        support: guide.support.clone(),
    }
}

fn fix(
    walk: &Walk<'_>,
    progress: &Progress,
    number: Option<usize>,
    state: &FixState<'_>,
) -> ReportFix {
    let FixState {
        fix,
        outcome,
        at,
        by,
    } = *state;
    // What was said to a fix that is not for this reader any more has no bearing.
    let given = |kind| progress.given(kind, &fix.id).filter(|_| number.is_some());
    let begun = Kind::ALL.iter().filter_map(|kind| given(*kind));
    let wait = given(Kind::Wait);
    let done = walk.steps(fix).map(|step| &step.id);
    let done = done.filter(|id| progress.ticked(&fix.id, id));
    ReportFix {
        number,
        id: fix.id.clone(),
        title: fix.title.clone(),
        outcome,
        by,
        begun: begun.map(|given| given.since).min().map(utc),
        at: at.map(utc),
        ran: wait.zip(at).map(|(wait, at)| at.since(wait.since) / 1000),
        check: fix
            .check
            .as_ref()
            .zip(given(Kind::Check))
            .map(|(check, given)| ReportCheck {
                asked: check.ask.clone(),
                answer: given.answer,
            }),
        risk: risk(fix, outcome, given(Kind::Confirm).map(|given| given.answer)),
        steps: ReportSteps {
            all: walk.steps(fix).count(),
            done: done.cloned().collect(),
        },
    }
}

fn risk(fix: &Fix, outcome: Outcome, answer: Option<Answer>) -> Option<ReportRisk> {
    let risk = fix.risk.as_ref()?;
    let plain = |passages: &[Passage]| {
        let mut words = String::new();
        lines(passages, &mut words);
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    Some(ReportRisk {
        answer: answer?,
        run: matches!(
            outcome,
            Outcome::StillRunning | Outcome::NotSolved | Outcome::Solved
        ),
        reversible: risk.reversible,
        lost: risk.lost.iter().map(|lost| plain(lost)).collect(),
    })
}

fn utc(at: Timestamp) -> Moment {
    Moment { at, ahead: 0 }
}

impl Report {
    /// With times in the reader's zone: `ahead` gives how many minutes that is ahead of UTC at a time.
    #[must_use]
    pub fn in_zone(mut self, ahead: impl Fn(Timestamp) -> i16) -> Self {
        let turn = |moment: &mut Moment| moment.ahead = ahead(moment.at);
        self.questions.iter_mut().for_each(|one| turn(&mut one.at));
        for fix in &mut self.fixes {
            fix.begun.iter_mut().for_each(turn);
            fix.at.iter_mut().for_each(turn);
        }
        self.started.iter_mut().for_each(turn);
        self.updated.iter_mut().for_each(turn);
        self
    }

    /// As JSON: docs/report.schema.json.
    #[must_use]
    pub fn to_json(&self) -> String {
        json::to_string(self)
    }
}
