//! The report as text.

use unstuck::address::Address;
use unstuck::host::Around;
use unstuck::words::EN;
use unstuck_core::guide::Guide;
use unstuck_core::progress::Answer::{NotSolved, StillRunning, Unsure, Yes};
use unstuck_core::progress::Progress;

use crate::fixture::Do::{Choose, Say, Tick};
use crate::fixture::{GUIDE, parsed, walked};

pub(crate) fn text_of(guide: &Guide, progress: &Progress) -> String {
    unstuck::report::text(&unstuck::report::of(guide, progress, &around()), &EN)
}

/// A page that a link can lead back to.
pub(crate) fn around() -> Around {
    Around {
        address: Address::of("https://help.example/lamp?token=1", "", None),
        links: true,
        can_share: false,
    }
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
fn the_report_is_markdown_too() {
    let guide = parsed(&GUIDE.replace("The lamp stays dark", "The [lamp] *stays* dark"));
    let progress = walked(&guide, &[Say(Yes), Choose("swells"), Say(Unsure)]);
    let report = unstuck::report::of(&guide, &progress, &around());
    insta::assert_snapshot!(unstuck::report::markdown(&report, &EN));
}

/// No value leaves its place in the author's address, and none makes it too long.
#[test]
fn a_form_gets_the_report_in_its_address() {
    let guide = parsed(&GUIDE.replace("The lamp stays dark", "A&b={report}#?"));
    let report = unstuck::report::of(&guide, &Progress::default(), &around());
    let form = |template: &str| unstuck::report::form(template, &report, &EN);
    assert_eq!(
        form("https://a.example/?t={title}&u={no}{"),
        "https://a.example/?t=A%26b%3D%7Breport%7D%23%3F&u={no}{"
    );
    assert_eq!(form("mailto:a@a.example"), "mailto:a@a.example");
    let long = unstuck::report::encoded(&"ü".repeat(4000));
    assert!(
        long.len() < 6020 && long.ends_with("%BC%E2%80%A6"),
        "{}",
        long.len()
    );
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
