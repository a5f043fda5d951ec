//! The report as plain text, to paste into a chat or a mail.
//!
//! Belongs here: its words. Does not: what was tried ([`unstuck_core::walk::report`]), or how a list of it looks.

use unstuck_core::Timestamp;
use unstuck_core::walk::Report;

use crate::words::Words;

/// The report. `time` formats a timestamp.
#[must_use]
pub fn text(report: &Report, words: &Words, time: &dyn Fn(Timestamp) -> String) -> String {
    let head = match report.started {
        Some(started) => words.report_begun(&time(started)),
        None => words.report_tried.to_owned(),
    };
    let mut out = format!("{}\n{head}\n", report.title);
    for question in &report.questions {
        let (said, at) = (words.said(&question.said), time(question.at));
        out.push_str(&format!("\n{} {said} ({at})", question.asked));
    }
    out.push('\n');
    for (number, fix) in (1..).zip(&report.fixes) {
        let outcome = words.outcome(fix.outcome);
        out.push_str(&format!("{number}. {}: {outcome}", fix.title));
        if let Some((done, all)) = fix.steps {
            out.push_str(&words.report_steps(&done, &all));
        }
        if let Some(at) = fix.at {
            out.push_str(&format!(" ({})", time(at)));
        }
        out.push('\n');
    }
    if let Some(support) = &report.support {
        out.push_str(&format!("\n{}\n", support.title));
        for passage in &support.passages {
            out.push_str(&passage.plain());
            out.push('\n');
        }
    }
    out
}
