//! What is read aloud of each screen, and the control for it.

use unstuck::aloud::aloud;
use unstuck::host::Host;
use unstuck::session::Session;
use unstuck::state::{Aloud, WalkState};
use unstuck::words::EN;
use unstuck_core::Seq;
use unstuck_core::progress::Answer::{
    Confirm, No, NotSolved, Skip, Solved, StillRunning, Unsure, Yes,
};

use crate::fixture::Do::{Choose, Say, Tick};
use crate::fixture::{Do, GUIDE, Widget, parsed, walked};
use crate::screens::THROUGH;

shots! {
    read_aloud_is_not_offered_without_a_voice: Widget::after(&[Say(Yes)]), ".bottom";
    read_aloud_is_off_at_first: Widget::after(&[]).with(|it| it.state.aloud = Aloud::Off), ".bottom";
    read_aloud_is_on: Widget::after(&[Say(Yes)]).with(|it| it.state.aloud = Aloud::On), ".bottom";
}

/// The sentences, each on a line.
fn spoken(way: &[Do]) -> String {
    let guide = parsed(GUIDE);
    let progress = walked(&guide, way);
    let session = Session::new(
        WalkState::new(guide.into(), progress, Seq(7)),
        Host::default(),
    );
    aloud(&EN, &session, &session.walk()).join("\n")
}

#[test]
fn each_screen_is_told_and_of_a_fix_the_next_step() {
    let way = [
        Say(Yes),
        Choose("swells"),
        Say(Unsure),
        Say(NotSolved),
        Say(Confirm),
        Tick("menu"),
        Tick("press"),
        Say(StillRunning),
        Say(Solved),
    ];
    let screens: Vec<String> = (0..=way.len()).map(|end| spoken(&way[..end])).collect();
    insta::assert_snapshot!(screens.join("\n\n"));
}

#[test]
fn nothing_is_told_at_the_end() {
    let way = [
        Say(Yes),
        Say(No),
        Say(Yes),
        Say(Skip),
        Say(Skip),
        Say(NotSolved),
    ];
    assert_eq!(spoken(&way), "");
}

/// At the end the type is as before: the report is for the eye.
#[test]
fn type_is_large_until_the_end() {
    for (way, far) in [(&[Say(Yes)][..], true), (THROUGH, false)] {
        let widget = Widget::after(way).with(|it| it.state.aloud = Aloud::On);
        let html = widget.html();
        assert_eq!(html.contains("\"unstuck far\""), far, "{html}");
        assert_eq!(html.contains("data-action=\"aloud\""), far, "{html}");
    }
}
