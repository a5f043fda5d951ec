//! Back, and answers that are changed.

use unstuck_core::progress::{Answer, Key, Kind, Progress};
use unstuck_core::walk::{Walk, report};

use super::support::{
    REAL, back, change, edges, explore, guides, kept, offered, one_by_one, parsed, place, said,
    same_answers, say, waits_on,
};

#[test]
fn back_undoes_every_answer_exactly() {
    for guide in guides() {
        edges(&guide, |node, answer, after| {
            let undone = back(&guide, after).unwrap();
            if waits_on(node, answer) {
                // Said twice, it is still one answer: Back leads to the fix, as it would have before.
                assert_eq!(Some(undone), back(&guide, &node.progress));
            } else {
                assert_eq!(undone, node.progress, "{:?}, {answer:?}", node.place);
            }
        });
        assert_eq!(back(&guide, &Progress::default()), None);
        assert!(!Walk::replay(&guide, &Progress::default()).can_go_back());
    }
}

#[test]
fn back_leads_from_every_end_to_the_first_question() {
    for guide in guides() {
        for node in explore(&guide) {
            let mut progress = node.progress;
            for _ in 0..node.answers.len() {
                progress = back(&guide, &progress).unwrap();
            }
            assert_eq!(progress, Progress::default());
        }
    }
}

#[test]
fn any_answer_can_be_changed_from_anywhere_and_the_others_stay() {
    for guide in guides() {
        edges(&guide, |_, _, after| {
            let walk = Walk::replay(&guide, after);
            for key in &walk.trail {
                if key.kind == Kind::Wait {
                    continue;
                }
                assert!(walk.can_change(key, after), "{key:?}");
                let asked = change(&guide, after, key.kind, &key.id).unwrap();
                kept(&guide, &asked);
                let again = Walk::replay(&guide, &asked);
                let was = after.given(key.kind, &key.id).unwrap().answer;
                assert_eq!(again.screen.key(was).as_ref(), Some(key));
                assert_eq!(again.reopened, Some(was));
                assert!(again.can_go_back());
                assert!(asked.answers().eq(after.answers()), "asking loses nothing");
                // Back keeps it as it was.
                assert_eq!(back(&guide, &asked).as_ref(), Some(after));
                // So does the same answer, which leads back to where the reader was.
                let same = say(&guide, &asked, was, 5_000_000).unwrap();
                assert!(same_answers(&same, after));
                let then = Walk::replay(&guide, &same);
                assert_eq!(place(&then.screen), place(&walk.screen));
                // Another answer changes this one only.
                for other in offered(&again.screen) {
                    let changed = say(&guide, &asked, other, 5_000_000).unwrap();
                    for (of, given) in after.answers().filter(|(of, _)| *of != key) {
                        // A verdict changed back to running becomes its wait again.
                        if of.kind == Kind::Wait && other == Answer::StillRunning && of.id == key.id
                        {
                            continue;
                        }
                        assert_eq!(
                            changed.given(of.kind, &of.id),
                            Some(given),
                            "{key:?} {of:?}"
                        );
                    }
                    assert_eq!(changed.reopened(), None);
                }
            }
        });
    }
}

#[test]
fn a_second_answer_can_be_reopened_while_the_first_is() {
    let guide = parsed(REAL);
    let all = said(&guide, &[Answer::Yes; 4]);
    let first = change(&guide, &all, Kind::Question, "icloud").unwrap();
    let second = change(&guide, &first, Kind::Check, "restart").unwrap();
    let walk = Walk::replay(&guide, &second);
    assert_eq!(place(&walk.screen), ("check", "restart".into()));
    assert_eq!(back(&guide, &second), Some(all));
}

#[test]
fn only_answers_on_the_walk_are_reopened() {
    let guide = one_by_one();
    // An opening question is open again: the fixes come after it.
    let done = said(&guide, &[Answer::Yes, Answer::Yes]);
    let asked = change(&guide, &done, Kind::Question, "icloud").unwrap();
    let no = say(&guide, &asked, Answer::No, 9000).unwrap();
    assert_eq!(
        place(&Walk::replay(&guide, &no).screen),
        ("question", "finder".into())
    );
    let key = Key::new(Kind::Check, "storage");
    assert!(!Walk::replay(&guide, &no).can_change(&key, &no));
    assert_eq!(change(&guide, &no, Kind::Check, "storage"), None);
    // A fix that comes after the one that solved it.
    let tried = [
        Answer::Yes,
        Answer::No,
        Answer::Confirm,
        Answer::NotSolved,
        Answer::Yes,
    ];
    let tried = said(&guide, &tried);
    let asked = change(&guide, &tried, Kind::Verdict, "storage").unwrap();
    let solved = say(&guide, &asked, Answer::Solved, 9000).unwrap();
    assert_eq!(change(&guide, &solved, Kind::Check, "power-wifi"), None);
    // Its risk was confirmed, but the fix turned out not to be needed.
    let asked = change(&guide, &tried, Kind::Check, "storage").unwrap();
    let passed = say(&guide, &asked, Answer::Yes, 9000).unwrap();
    assert_eq!(change(&guide, &passed, Kind::Confirm, "storage"), None);
    assert_eq!(change(&guide, &passed, Kind::Verdict, "storage"), None);
    // What was never said, or is none of the guide's.
    for (kind, id) in [
        (Kind::Check, "update"),
        (Kind::Question, "finder"),
        (Kind::Question, "storage"),
        (Kind::Check, "icloud"),
        (Kind::Verdict, ""),
    ] {
        assert_eq!(change(&guide, &tried, kind, id), None, "{kind:?} {id}");
    }
}

#[test]
fn answers_that_no_longer_apply_wait_until_they_do_again() {
    let guide = one_by_one();
    // No iCloud, Finder, room enough.
    let mac = said(&guide, &[Answer::No, Answer::Yes, Answer::Yes]);
    let asked = change(&guide, &mac, Kind::Question, "icloud").unwrap();
    let cloud = say(&guide, &asked, Answer::Yes, 9000).unwrap();
    let walk = Walk::replay(&guide, &cloud);
    assert_eq!(place(&walk.screen), ("check", "power-wifi".into()));
    assert!(walk.trail.iter().all(|key| key.id != "finder"));
    assert!(
        walk.steps(guide.fix("update").unwrap())
            .all(|step| step.id != "update-macos"),
        "a Mac that was said before does not count now"
    );
    assert_eq!(report(&guide, &cloud).questions.len(), 1);
    let kept = cloud.given(Kind::Question, "finder").unwrap();
    assert_eq!(kept.answer, Answer::Yes);
    // And back again: not asked a second time.
    let asked = change(&guide, &cloud, Kind::Question, "icloud").unwrap();
    let again = say(&guide, &asked, Answer::No, 9500).unwrap();
    assert!(same_answers(&again, &mac));
    assert_eq!(
        Walk::replay(&guide, &again).screen,
        Walk::replay(&guide, &mac).screen
    );
}

#[test]
fn back_undoes_last_answer_after_change_restores_later_ones() {
    // Answers know no history, so this is as near as the pure walk comes. The widget keeps what was said at each entry of
    // the browser's history, and leads back exactly.
    let guide = one_by_one();
    let tried = said(
        &guide,
        &[Answer::Yes, Answer::Yes, Answer::Yes, Answer::Yes],
    );
    let asked = change(&guide, &tried, Kind::Question, "icloud").unwrap();
    let no = say(&guide, &asked, Answer::No, 8000).unwrap();
    let finder = say(&guide, &no, Answer::Yes, 9000).unwrap();
    let undone = back(&guide, &finder).unwrap();
    assert_eq!(
        place(&Walk::replay(&guide, &undone).screen),
        ("check", "restart".into())
    );
    assert!(undone.given(Kind::Question, "finder").is_some());
}
