//! What the engine tells, in words: the report as plain text, outcomes, answers, spans of time.

use crate::Timestamp;
use crate::guide::VerdictWords;
use crate::walk::{Outcome, Report, Said};

/// What became of a fix.
#[must_use]
pub fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Open => "Not tried yet",
        Outcome::NotOffered => "Not for your case",
        Outcome::NotNeeded => "Not needed",
        Outcome::Cannot => "Could not be done",
        Outcome::Skipped => "Skipped",
        Outcome::StillRunning => "Still running",
        Outcome::NotSolved => "Tried, did not help",
        Outcome::Solved => "Solved it",
    }
}

/// What was said to an opening question.
#[must_use]
pub fn said(said: &Said) -> &str {
    match said {
        Said::Yes => "Yes",
        Said::No => "No",
        Said::Unsure => "Not sure",
        Said::NoneOfThese => "None of these",
        Said::Option(option) => option,
    }
}

/// The question after a fix, where the guide has none of its own.
#[must_use]
pub fn ask(own: &VerdictWords) -> &str {
    own.ask.as_deref().unwrap_or("Did that solve it?")
}

/// The answer that a fix has solved it, where the guide has none of its own.
#[must_use]
pub fn solved(own: &VerdictWords) -> &str {
    own.solved.as_deref().unwrap_or("Yes, it is solved")
}

/// The answer that it has not.
#[must_use]
pub fn not_solved(own: &VerdictWords) -> &str {
    own.not_solved.as_deref().unwrap_or("No, not yet")
}

/// The answer that it takes time.
#[must_use]
pub fn still_running(own: &VerdictWords) -> &str {
    own.still_running
        .as_deref()
        .unwrap_or("It is still running")
}

/// The answer that it could not be done.
#[must_use]
pub fn cannot(own: &VerdictWords) -> &str {
    own.cannot.as_deref().unwrap_or("I could not do this")
}

/// The report as plain text, to paste into a chat or a mail. `time` tells a moment in words.
#[must_use]
pub fn text(report: &Report, time: &dyn Fn(Timestamp) -> String) -> String {
    let mut out = format!("{}\nWhat was tried", report.title);
    if let Some(started) = report.started {
        out.push_str(&format!(", begun {}", time(started)));
    }
    out.push('\n');
    for question in &report.questions {
        let (said, at) = (said(&question.said), time(question.at));
        out.push_str(&format!("\n{} {said} ({at})", question.asked));
    }
    out.push('\n');
    for (number, fix) in (1..).zip(&report.fixes) {
        let outcome = outcome(fix.outcome);
        out.push_str(&format!("{number}. {}: {outcome}", fix.title));
        if let Some((done, all)) = fix.steps {
            out.push_str(&format!(", {done} of {all} steps done"));
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

const MINUTE: u64 = 60_000;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;

/// A span in words: "12 minutes", "about 3 hours". A clock that ran backwards gives "less than a minute".
#[must_use]
pub fn lasted(from: Timestamp, to: Timestamp) -> String {
    let span = to.since(from);
    let (unit, one, many) = if span >= 2 * DAY {
        (DAY, "day", "days")
    } else if span >= 90 * MINUTE {
        (HOUR, "hour", "hours")
    } else {
        (MINUTE, "minute", "minutes")
    };
    match span.saturating_add(unit / 2) / unit {
        0 => "less than a minute".to_owned(),
        1 => format!("1 {one}"),
        count if unit == MINUTE => format!("{count} {many}"),
        count => format!("about {count} {many}"),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a case that cannot go on has failed")]
mod tests {
    use unstuck_adopt::html;
    use unstuck_core::progress::{Answer, Progress};
    use unstuck_core::walk::{Action, Walk, apply, report};

    use super::*;

    const MADE: &str = r#"<h1>Made</h1>
        <p data-unstuck-ask="A?" data-unstuck-id="a">Look.</p><p data-unstuck-ask="Mac" data-unstuck-one-of="Which?">Look.</p>
        <h2 data-unstuck-id="bare">Bare</h2><ol><li>Do.</li></ol>
        <h2 data-unstuck-id="all">All</h2><ol><li data-unstuck-id="one">One.</li><li data-unstuck-id="two">Two.</li></ol>
        <h2 data-unstuck-id="without" data-unstuck-only-if="!a">Without</h2><ol><li>Do.</li></ol>
        <h2 data-unstuck-support>Ask us</h2><p>Tell us.</p><ul><li>The model.</li></ul>"#;

    #[test]
    fn the_report_says_what_was_asked_and_what_came_of_it() {
        let guide = html::parse(MADE).unwrap();
        let mut progress = Progress::default();
        let answers = [
            Answer::Yes,
            Answer::No,
            Answer::NotSolved,
            Answer::StillRunning,
        ];
        for (second, answer) in (1..).zip(answers) {
            let id = Walk::replay(&guide, &progress).screen.id().to_owned();
            let action = Action::Answer { id, answer };
            progress = apply(&guide, &progress, &action, second * 1000).unwrap();
        }
        let tick = Action::Tick {
            step: "two".into(),
            done: true,
        };
        progress = apply(&guide, &progress, &tick, 0).unwrap();
        let second = |at: Timestamp| format!("{} s", at.as_millis() / 1000);
        assert_eq!(
            text(&report(&guide, &progress), &second),
            "Made\nWhat was tried, begun 1 s\n\n\
             A? Yes (1 s)\nWhich? None of these (2 s)\n\
             1. Bare: Tried, did not help (3 s)\n\
             2. All: Still running, 1 of 2 steps done (4 s)\n\
             3. Without: Not for your case\n\
             \nAsk us\nTell us.\nThe model.\n"
        );
        let empty = text(&report(&guide, &Progress::default()), &second);
        assert!(
            empty.starts_with("Made\nWhat was tried\n\n1. Bare: Not tried yet\n"),
            "{empty}"
        );
    }

    #[test]
    fn spans_are_told_as_people_say_them() {
        for (span, words) in [
            (0, "less than a minute"),
            (29_999, "less than a minute"),
            (MINUTE, "1 minute"),
            (89 * MINUTE, "89 minutes"),
            (90 * MINUTE, "about 2 hours"),
            (26 * HOUR, "about 26 hours"),
            (3 * DAY, "about 3 days"),
        ] {
            assert_eq!(lasted(1000.into(), (1000 + span).into()), words);
        }
        // A clock that ran backwards, or far ahead.
        for (from, to) in [(5, 0), (u64::MAX, 0), (3 * DAY, 3 * DAY - 1)] {
            assert_eq!(lasted(from.into(), to.into()), "less than a minute");
        }
        assert!(lasted(0.into(), u64::MAX.into()).ends_with(" days"));
    }
}
