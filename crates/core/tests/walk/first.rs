//! What a risk wants done first: there, and back to the risk, as a replay like any other.

use unstuck_core::guide::Guide;
use unstuck_core::progress::{Answer, Key, Kind, Progress};
use unstuck_core::walk::{Action, Outcome, Walk, apply};

use super::support::{parsed, place};

/// `wipe` wants `copy` done first, and `copy` wants `cable`, which is only for those who have one.
const GUIDE: &str = r#"<article data-unstuck-guide="first"><h1>Stuck</h1>
  <p data-unstuck-id="plug" data-unstuck-ask="Has it a plug?">Look.</p>
  <section data-unstuck-id="wipe"><h2>Wipe it</h2>
    <div data-unstuck-risk><ul data-unstuck-lost><li>All of it</li></ul><p data-unstuck-first="copy">Keep a copy.</p></div>
    <ol><li data-unstuck-risk>Wipe</li></ol></section>
  <section data-unstuck-id="copy" data-unstuck-ask="Is there room?" data-unstuck-pass-on="no" data-unstuck-pass-as="cannot">
    <h2>Copy it</h2>
    <div data-unstuck-risk="reversible" data-unstuck-first="cable"><ul data-unstuck-lost><li>Time</li></ul></div>
    <ol><li data-unstuck-id="do">Copy</li></ol></section>
  <section data-unstuck-id="cable" data-unstuck-only-if="plug"><h2>Fetch a cable</h2><ol><li>Fetch it</li></ol></section>
</article>"#;

struct Reader {
    guide: Guide,
    progress: Progress,
    now: u64,
}

impl Reader {
    fn after(answers: &[Answer]) -> Self {
        let mut reader = Self {
            guide: parsed(GUIDE),
            progress: Progress::default(),
            now: 1_000,
        };
        for answer in answers {
            reader.say(*answer);
        }
        reader
    }

    fn walk(&self) -> Walk<'_> {
        Walk::replay(&self.guide, &self.progress)
    }

    fn say(&mut self, answer: Answer) {
        let id = self.walk().screen.id().to_owned();
        self.act(&Action::Answer { id, answer });
    }

    fn act(&mut self, action: &Action) {
        self.now += 1;
        let next = apply(&self.guide, &self.progress, action, self.now);
        self.progress = next.unwrap_or_else(|| panic!("{action:?} at {:?}", self.at()));
    }

    /// The screen, and the fix that it is done before.
    fn at(&self) -> String {
        let walk = self.walk();
        let (name, id) = place(&walk.screen);
        let before = walk.before.map(|fix| format!(" before {}", fix.id));
        format!("{name} {id}{}", before.unwrap_or_default())
    }
}

use Answer::{Cannot, Confirm, Done, First, No, NotSolved, Skip, Solved, StillRunning, Yes};

#[test]
fn the_way_there_and_back() {
    for (answers, at) in [
        (&[No][..], "confirm wipe"),
        (&[No, First], "check copy before wipe"),
        (&[No, First, Yes], "confirm copy before wipe"),
        (&[No, First, Yes, Confirm], "fix copy before wipe"),
        (&[No, First, Yes, Confirm, Done], "confirm wipe"),
        (
            &[No, First, Yes, Confirm, StillRunning],
            "wait copy before wipe",
        ),
        (
            &[No, First, Yes, Confirm, StillRunning, Done],
            "confirm wipe",
        ),
        // Whatever came of it, its risk asks again.
        (&[No, First, No], "confirm wipe"),
        (&[No, First, Yes, Skip], "confirm wipe"),
        (&[No, First, Yes, Confirm, Cannot], "confirm wipe"),
        (&[No, First, Yes, Confirm, NotSolved], "confirm wipe"),
        (&[No, First, Yes, Confirm, Solved], "confirm wipe"),
        // The steps are behind the risk's question alone.
        (&[No, First, Yes, Confirm, Done, Confirm], "fix wipe"),
        (&[No, First, Yes, Confirm, Done, Skip], "fix copy"),
        (&[No, First, No, Skip], "exhausted "),
        // What was done first has not been asked for its result.
        (
            &[No, First, Yes, Confirm, Done, Confirm, NotSolved],
            "fix copy",
        ),
        (
            &[No, First, Yes, Confirm, Done, First],
            "fix copy before wipe",
        ),
        // One within the other.
        (&[Yes, First, Yes, First], "fix cable before copy"),
        (&[Yes, First, Yes, First, Done], "confirm copy before wipe"),
        (
            &[Yes, First, Yes, First, Done, Confirm],
            "fix copy before wipe",
        ),
        (
            &[Yes, First, Yes, First, Done, Confirm, Done],
            "confirm wipe",
        ),
    ] {
        assert_eq!(Reader::after(answers).at(), at, "{answers:?}");
    }
}

#[test]
fn back_goes_the_same_way() {
    for answers in [
        &[Yes, First, Yes, First, Done][..],
        &[No, First, Yes, Confirm, StillRunning, Done],
    ] {
        let mut reader = Reader::after(answers);
        for end in (0..answers.len()).rev() {
            reader.act(&Action::Back);
            assert_eq!(reader.at(), Reader::after(&answers[..end]).at(), "{end}");
        }
        assert!(reader.progress.is_empty());
    }
}

#[test]
fn nobody_is_sent_where_there_is_nothing() {
    let refused = |reader: &Reader, answer| {
        let id = reader.walk().screen.id().to_owned();
        apply(
            &reader.guide,
            &reader.progress,
            &Action::Answer { id, answer },
            9_000,
        )
        .is_none()
    };
    // Without a plug there is no fix `cable`.
    assert!(refused(&Reader::after(&[No, First, Yes]), First));
    // Done is said at the other fix alone.
    assert!(refused(&Reader::after(&[No]), Done));
    assert!(refused(&Reader::after(&[No, First]), Done));
    assert!(refused(&Reader::after(&[No, Confirm]), Done));
    assert!(refused(&Reader::after(&[No, Skip, Yes, Confirm]), Done));
}

#[test]
fn what_is_done_first_keeps_its_number_and_its_ticks() {
    let mut reader = Reader::after(&[No, First, Yes, Confirm]);
    assert_eq!(reader.walk().position(), Some((2, 2)));
    reader.act(&Action::Tick {
        step: "do".into(),
        done: true,
    });
    reader.say(Done);
    assert!(reader.progress.ticked("copy", "do"));
    assert_eq!(reader.walk().fixes[1].outcome, Outcome::Open);
    let key = Key::new(Kind::Check, "copy");
    assert!(!reader.walk().can_change(&key, &reader.progress));
}

/// A guide that loses the fix, or another that names an earlier one, keeps nobody in a circle.
#[test]
fn an_edited_guide_leads_back_to_the_risk() {
    let reader = Reader::after(&[No, First, Yes]);
    for (from, to) in [
        ("first=\"copy\"", "first"),
        ("first=\"copy\"", "first=\"gone\""),
        ("first=\"copy\"", "first=\"wipe\""),
    ] {
        let edited = GUIDE.replace(from, to);
        let edited = unstuck_adopt::html::parse(&edited).unwrap();
        let walk = Walk::replay(&edited, &reader.progress);
        assert_eq!(place(&walk.screen), ("confirm", "wipe".to_owned()), "{to}");
    }
}

/// Whoever opens a link may have done nothing: it leads to the other fix, and past no warning.
#[test]
fn a_link_carries_the_way_and_not_that_it_is_done() {
    use unstuck_core::transfer::carried;
    for (answers, at) in [
        (&[No, First, Yes, Confirm][..], "check copy before wipe"),
        (&[No, First, Yes, Confirm, Done], "confirm wipe"),
        (&[No, First, Yes, Confirm, Done, Confirm], "confirm wipe"),
    ] {
        let mut reader = Reader::after(answers);
        reader.progress = carried(&reader.guide, &reader.progress);
        assert_eq!(reader.at(), at, "{answers:?}");
    }
}
