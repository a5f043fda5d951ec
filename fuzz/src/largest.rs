//! How long the largest input takes that is let in.
//!
//! Belongs here: each known pattern at the size at which the bounds begin to refuse it, and the time of what a page or the
//! command does with it at once. Does not: the patterns (`patterns`), or whether their time grows too fast (`grow`).

use std::time::{Duration, Instant};

use unstuck_adopt::{html, prepare};
use unstuck_author::{Format, limits};
use unstuck_core::guide::{Guide, check, is_bound};
use unstuck_core::progress::{Answer, Progress};
use unstuck_core::walk::{Action, Screen, Walk, apply, report};

use crate::grow::Pattern;
use crate::target::{Target, feed};

/// A pattern at its largest.
pub(crate) struct Largest {
    pub(crate) bytes: usize,
    /// Its bytes where the bounds refuse it, with the rule; the rest of the time is that of the refusal.
    pub(crate) refused: Option<(usize, &'static str, Duration)>,
    /// What each stage took: all checks of the command; reading as in a page; the first screen and an answer.
    pub(crate) took: [Duration; 3],
}

/// What a link or a record may have at most.
const SHORT: usize = 64 * 1024;

/// Measures a pattern; nothing for one that its repetition makes no larger.
pub(crate) fn largest(target: Target, pattern: &Pattern) -> Option<Largest> {
    let most = match format(target) {
        Some(_) => limits::MAX_BYTES,
        None => SHORT,
    };
    let each = pattern.repeated.len().max(1);
    // The first number of copies that is too many.
    let (mut fits, mut not) = (0, most.div_ceil(each) + 1);
    let mut refused = None;
    while not - fits > 1 + fits / 50 {
        let copies = fits + (not - fits) / 2;
        let text = pattern.repeat(target, copies);
        let start = Instant::now();
        match refusal(target, &text) {
            Some(rule) => {
                refused = Some((text.len(), rule, start.elapsed()));
                not = copies;
            }
            None => fits = copies,
        }
    }
    let text = pattern.repeat(target, fits);
    (fits > 0).then(|| Largest {
        bytes: text.len(),
        refused,
        took: stages(target, &text),
    })
}

fn format(target: Target) -> Option<Format> {
    match target {
        Target::Html | Target::Adopt => Some(Format::Html),
        Target::Markdown => Some(Format::Markdown),
        Target::Json => Some(Format::Json),
        Target::Condition | Target::Record | Target::Link => None,
    }
}

/// The rule of the bound that a file exceeds.
fn refusal(target: Target, text: &str) -> Option<&'static str> {
    let loaded = unstuck_author::load(format(target)?, text);
    let mut found = loaded.diagnostics.iter().map(|found| found.rule);
    let by_size = found.find(|rule| is_bound(rule));
    by_size.or_else(|| {
        let problems = check(&loaded.guide?);
        let mut found = problems.iter().map(|found| found.rule.name());
        found.find(|rule| is_bound(rule))
    })
}

fn timed<T>(of: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let made = of();
    (start.elapsed(), made)
}

fn stages(target: Target, text: &str) -> [Duration; 3] {
    let (checked, ()) = timed(|| feed(target, text, false));
    let Some(format) = format(target) else {
        return [checked, Duration::ZERO, Duration::ZERO];
    };
    let (read, guide) = timed(|| guide(format, text));
    let answered = guide.map_or(Duration::ZERO, |guide| timed(|| answer(&guide)).0);
    [checked, read, answered]
}

/// The guide as a page gets it: prepared, and handed from module to module.
fn guide(format: Format, text: &str) -> Option<Guide> {
    let article = match format {
        Format::Html => html::read(text).ok()?,
        _ => unstuck_author::article(format, text).ok()?,
    };
    let guide = prepare(&article).ok()?.guide;
    Guide::from_json(&guide.to_json()).ok()
}

/// An answer, the screen after it and the report, as they are made at once.
fn answer(guide: &Guide) {
    let progress = Progress::default();
    let screen = Walk::replay(guide, &progress).screen;
    let answer = match screen {
        Screen::Question(_) | Screen::Choice(_) | Screen::Check(..) => Answer::Unsure,
        Screen::Confirm(..) => Answer::Confirm,
        _ => Answer::NotSolved,
    };
    let id = screen.id().to_owned();
    let next = apply(guide, &progress, &Action::Answer { id, answer }, 1).unwrap_or(progress);
    std::hint::black_box((
        Walk::replay(guide, &next).can_go_back(),
        report(guide, &next),
    ));
}
