//! The report: what was tried, with outcomes and times, for the reader and for a support agent.

use crate::guide::{Guide, Question};
use crate::progress::{Answer, Kind, Progress};

use super::outcome::Outcome;
use super::replay::Walk;
use crate::time::Timestamp;

/// What was tried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The guide's title.
    pub title: String,
    /// When the first answer was given.
    pub started: Option<Timestamp>,
    /// The opening questions with their answers.
    pub questions: Vec<ReportLine>,
    /// Every fix with its outcome.
    pub fixes: Vec<ReportLine>,
    /// What to tell support: a heading, and lines.
    pub support: String,
}

/// A line of the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportLine {
    /// The id of the question or the fix.
    pub id: String,
    /// The question, or the fix's title.
    pub what: String,
    /// The answer or the outcome, in words.
    pub said: String,
    /// What became of the fix; open for a question.
    pub outcome: Outcome,
    /// Steps done and steps in all, where any was ticked.
    pub steps: Option<(usize, usize)>,
    /// When.
    pub at: Option<Timestamp>,
}

/// What an answer to an opening question answered, and the answer, in words: of a choice, its question and the option.
#[must_use]
pub fn asked_and_said(question: &Question, answer: Answer) -> (&str, &str) {
    let choice = !question.one_of.is_empty();
    let said = match answer {
        Answer::Yes if choice => &question.ask,
        Answer::Yes => "Yes",
        Answer::No if choice => "None of these",
        Answer::No => "No",
        _ => "Not sure",
    };
    let asked = if choice {
        &question.one_of
    } else {
        &question.ask
    };
    (asked, said)
}

/// The report of these answers.
#[must_use]
pub fn report(guide: &Guide, progress: &Progress) -> Report {
    let walk = Walk::replay(guide, progress);
    let asked = guide.questions.iter().filter_map(|question| {
        let given = progress.given(Kind::Question, &question.id)?;
        let on_trail = walk
            .trail
            .iter()
            .any(|key| key.kind == Kind::Question && key.id == question.id);
        on_trail.then(|| ReportLine {
            id: question.id.clone(),
            what: asked_and_said(question, given.answer).0.to_owned(),
            said: asked_and_said(question, given.answer).1.to_owned(),
            outcome: Outcome::Open,
            steps: None,
            at: Some(given.at),
        })
    });
    let fixes = walk.fixes.iter().map(|state| {
        let all = walk.steps(state.fix).count();
        let ticked = |id: &str| progress.ticked(&state.fix.id, id);
        let done = walk
            .steps(state.fix)
            .filter(|step| ticked(&step.id))
            .count();
        ReportLine {
            id: state.fix.id.clone(),
            what: state.fix.title.clone(),
            said: state.outcome.words().to_owned(),
            outcome: state.outcome,
            steps: (done > 0).then_some((done, all)),
            at: state.at,
        }
    });
    Report {
        title: guide.title.clone(),
        started: progress.started(),
        questions: asked.collect(),
        fixes: fixes.collect(),
        support: guide.support.as_ref().map_or_else(String::new, |section| {
            let mut out = format!("\n{}\n", section.title);
            for passage in &section.passages {
                out.push_str(&passage.plain());
                out.push('\n');
            }
            out
        }),
    }
}

impl Report {
    /// The report as plain text, to paste into a chat or a mail. `time` tells a moment in words.
    #[must_use]
    #[inline(never)]
    pub fn text(&self, time: &dyn Fn(Timestamp) -> String) -> String {
        let mut out = format!("{}\nWhat was tried", self.title);
        if let Some(started) = self.started {
            out.push_str(", begun ");
            out.push_str(&time(started));
        }
        out.push('\n');
        for (number, line) in self.questions.iter().map(|line| (None, line)).chain(
            (1_usize..)
                .zip(&self.fixes)
                .map(|(number, line)| (Some(number), line)),
        ) {
            if number == Some(1) || number.is_none() {
                out.push('\n');
            }
            if let Some(number) = number {
                out.push_str(&format!("{number}. "));
            }
            out.push_str(&line.what);
            out.push_str(if number.is_some() { ": " } else { " " });
            out.push_str(&line.said);
            if let Some((done, all)) = line.steps {
                out.push_str(&format!(", {done} of {all} steps done"));
            }
            if let Some(at) = line.at {
                out.push_str(&format!(" ({})", time(at)));
            }
            if number.is_some() {
                out.push('\n');
            }
        }
        out.push_str(&self.support);
        out
    }
}
