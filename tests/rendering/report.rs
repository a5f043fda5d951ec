//! The report as text.

use unstuck::format::moment;
use unstuck::words::EN;
use unstuck_core::guide::Guide;
use unstuck_core::progress::Answer::{NotSolved, StillRunning, Unsure, Yes};
use unstuck_core::progress::Progress;
use unstuck_core::walk;

use crate::fixture::Do::{Choose, Say, Tick};
use crate::fixture::{BEGIN, GUIDE, parsed, walked};

pub(crate) fn text_of(guide: &Guide, progress: &Progress) -> String {
    unstuck::report::text(&walk::report(guide, progress), &EN, &|at| {
        moment(at, BEGIN.into(), "en")
    })
}

#[test]
fn the_report_lists_questions_and_outcomes() {
    let guide = parsed(GUIDE);
    let way = [
        Say(Yes),
        Choose("swells"),
        Say(Unsure),
        Tick("pull"),
        Say(NotSolved),
        Say(unstuck_core::progress::Answer::Confirm),
        Say(StillRunning),
    ];
    insta::assert_snapshot!(text_of(&guide, &walked(&guide, &way)));
}

#[test]
fn a_report_of_nothing_names_the_fixes() {
    let guide = parsed(GUIDE);
    insta::assert_snapshot!(text_of(&guide, &Progress::default()));
}

/// What the reader copies is what they see: the article brings in no control and nothing that turns the text around.
#[test]
fn a_report_holds_nothing_that_nobody_sees() {
    let (plain, way) = (parsed(GUIDE), [Say(Yes), Choose("swells")]);
    let hidden = GUIDE
        .replace('?', "\u{202E}\u{7}?")
        .replace("</h", "\u{1B}\u{9B}\u{E0041}</h")
        .replace("</p>", "\u{2066}</p>");
    let guide = parsed(&hidden);
    assert_eq!(
        text_of(&guide, &walked(&guide, &way)),
        text_of(&plain, &walked(&plain, &way))
    );
}
