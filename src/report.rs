//! The report as plain text, to paste into a chat or a mail.
//!
//! Belongs here: its words. Does not: what was tried ([`unstuck_core::walk::report`]), or how a list of it looks.

use unstuck_core::Timestamp;
use unstuck_core::guide::Question;
use unstuck_core::progress::Answer;
use unstuck_core::walk::Report;

use crate::words::Words;

/// What an answer to an opening question answered, and the answer, in words: of a choice, its question and the option.
pub(crate) fn asked_and_said<'g>(
    words: &Words,
    question: &'g Question,
    answer: Answer,
) -> (&'g str, &'g str) {
    let choice = !question.one_of.is_empty();
    let said = match answer {
        Answer::Yes if choice => &question.ask,
        Answer::Yes => words.yes,
        Answer::No if choice => words.none_of_these,
        Answer::No => words.no,
        _ => words.not_sure,
    };
    let asked = if choice {
        &question.one_of
    } else {
        &question.ask
    };
    (asked, said)
}

/// The report. `time` tells a moment in words.
#[must_use]
pub fn text(report: &Report, words: &Words, time: &dyn Fn(Timestamp) -> String) -> String {
    let head = match report.started {
        Some(started) => words.report_begun(&time(started)),
        None => words.report_tried.to_owned(),
    };
    let mut out = [&report.title, "\n", &head, "\n"].concat();
    let at = |at: Option<Timestamp>| at.map_or_else(String::new, |at| format!(" ({})", time(at)));
    for line in &report.questions {
        out.push_str(&format!("\n{} {}{}", line.what, line.said, at(line.at)));
    }
    out.push('\n');
    for (number, line) in (1..).zip(&report.fixes) {
        let steps = line
            .steps
            .map(|(done, all)| words.report_steps(&done, &all));
        let steps = steps.unwrap_or_default();
        let said = words.outcome(line.outcome);
        out.push_str(&format!(
            "{number}. {}: {said}{steps}{}\n",
            line.what,
            at(line.at)
        ));
    }
    out.push_str(&report.support);
    out
}
