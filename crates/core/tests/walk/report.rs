//! Outcomes, and the report of them.

use std::collections::BTreeSet;
use unstuck_core::Timestamp;
use unstuck_core::progress::{Answer, Key, Kind, Progress};
use unstuck_core::walk::{Action, Outcome, Report, Said, Walk, apply, report};

use super::support::{MADE, REAL, change, explore, guides, outcomes, parsed, said, say};

#[test]
fn each_outcome_comes_from_its_answer_with_its_time() {
    use Answer::{Cannot, Confirm, No, NotSolved, Skip, Solved, StillRunning, Yes};
    let guide = parsed(MADE);
    let all = |tail: &[Answer]| [&[Yes, No, NotSolved], tail].concat();
    for (answers, outcome, by, at) in [
        (all(&[]), Outcome::Open, None, None),
        (all(&[Yes]), Outcome::Open, Some(Kind::Check), None),
        (
            all(&[Yes, Confirm]),
            Outcome::Open,
            Some(Kind::Confirm),
            None,
        ),
        (all(&[No]), Outcome::Cannot, Some(Kind::Check), Some(4000)),
        (
            all(&[Yes, Skip]),
            Outcome::Skipped,
            Some(Kind::Confirm),
            Some(5000),
        ),
        (
            all(&[Yes, Confirm, NotSolved]),
            Outcome::NotSolved,
            Some(Kind::Verdict),
            Some(6000),
        ),
        (
            all(&[Yes, Confirm, Cannot]),
            Outcome::Cannot,
            Some(Kind::Verdict),
            Some(6000),
        ),
        (
            all(&[Yes, Confirm, Solved]),
            Outcome::Solved,
            Some(Kind::Verdict),
            Some(6000),
        ),
        (
            all(&[Yes, Confirm, StillRunning]),
            Outcome::StillRunning,
            Some(Kind::Wait),
            Some(6000),
        ),
        (
            all(&[Yes, Confirm, StillRunning, NotSolved]),
            Outcome::NotSolved,
            Some(Kind::Verdict),
            Some(7000),
        ),
    ] {
        let progress = said(&guide, &answers);
        let walk = Walk::replay(&guide, &progress);
        let state = walk.fixes.iter().find(|s| s.fix.id == "all").unwrap();
        assert_eq!(
            (state.outcome, state.by, state.at),
            (outcome, by, at.map(Timestamp::from_millis)),
            "{answers:?}"
        );
        let line = &report(&guide, &progress).fixes[1];
        assert_eq!(
            (line.outcome, line.at),
            (outcome, at.map(Timestamp::from_millis)),
            "{answers:?}"
        );
        // B was answered no.
        let other = walk.fixes.iter().find(|s| s.fix.id == "with-b").unwrap();
        assert_eq!(other.outcome, Outcome::NotOffered);
    }
    let needless = said(&parsed(REAL), &[Yes, Yes]);
    assert_eq!(
        outcomes(&parsed(REAL), &needless)["storage"],
        Outcome::NotNeeded
    );
}

#[test]
fn outcome_names_are_unique() {
    use Outcome::{Cannot, NotNeeded, NotOffered, NotSolved, Open, Skipped, Solved, StillRunning};
    let all = [
        (Open, false),
        (NotOffered, true),
        (NotNeeded, true),
        (Cannot, true),
        (Skipped, true),
        (StillRunning, false),
        (NotSolved, false),
        (Solved, false),
    ];
    let names: BTreeSet<_> = all.iter().map(|(o, _)| o.name()).collect();
    assert_eq!(names.len(), 8);
    for (outcome, passed) in all {
        assert_eq!(outcome.is_passed_over(), passed, "{outcome:?}");
    }
}

#[test]
fn the_report_lists_questions_and_outcomes() {
    use Answer::{NotSolved, Solved, StillRunning, Unsure, Yes};
    let guide = parsed(MADE);
    let tail = [Yes, Unsure, NotSolved, Yes, Answer::Confirm];
    let progress = said(&guide, &tail);
    let ticked = Action::Tick {
        step: "two".into(),
        done: true,
    };
    let progress = apply(&guide, &progress, &ticked, 0).unwrap();
    let progress = say(&guide, &progress, StillRunning, 6000).unwrap();
    let told = report(&guide, &progress);
    assert_eq!(
        (told.title.as_str(), told.started),
        ("Made", Some(1000.into()))
    );
    let questions = told
        .questions
        .iter()
        .map(|line| (line.asked.as_str(), &line.said, line.at.as_millis()));
    assert!(questions.eq([("A?", &Said::Yes, 1000), ("B?", &Said::Unsure, 2000)]));
    let lines = |report: &Report| -> Vec<_> {
        let fixes = report.fixes.iter();
        fixes
            .map(|fix| {
                (
                    fix.title.clone(),
                    fix.outcome,
                    fix.steps,
                    fix.at.map(Timestamp::as_millis),
                )
            })
            .collect()
    };
    assert_eq!(
        lines(&told),
        [
            ("Bare".into(), Outcome::NotSolved, None, Some(3000)),
            (
                "All".into(),
                Outcome::StillRunning,
                Some((1, 2)),
                Some(6000)
            ),
            ("With B".into(), Outcome::Open, None, None),
            ("Without".into(), Outcome::NotOffered, None, None),
        ]
    );
    let progress = say(&guide, &progress, Solved, 7000).unwrap();
    let told = lines(&report(&guide, &progress));
    assert_eq!(
        told[1],
        ("All".into(), Outcome::Solved, Some((1, 2)), Some(7000))
    );
    let empty: Report = report(&guide, &Progress::default());
    assert_eq!((empty.started, empty.questions.len()), (None, 0));
    assert_eq!(lines(&empty)[0], ("Bare".into(), Outcome::Open, None, None));
}

/// What is being changed was said all the same, and so was what came after it.
#[test]
fn the_report_does_not_shrink_while_an_answer_is_being_changed() {
    for guide in guides() {
        for node in explore(&guide) {
            let told = report(&guide, &node.progress);
            let settled: Vec<Key> = Walk::replay(&guide, &node.progress).trail;
            for key in settled {
                if let Some(asked) = change(&guide, &node.progress, key.kind, &key.id) {
                    assert_eq!(report(&guide, &asked), told, "{key:?}");
                }
            }
        }
    }
}

#[test]
fn the_report_of_the_real_guide_names_every_fix_once_in_order() {
    let guide = parsed(REAL);
    for node in explore(&guide) {
        let told = report(&guide, &node.progress);
        let ids = told.fixes.iter().map(|fix| (&fix.id, &fix.title));
        assert!(ids.eq(guide.fixes.iter().map(|fix| (&fix.id, &fix.title))));
        let asked = Walk::replay(&guide, &node.progress).trail;
        let asked = asked
            .iter()
            .filter(|key| key.kind == Kind::Question)
            .count();
        assert_eq!(report(&guide, &node.progress).questions.len(), asked);
    }
}
