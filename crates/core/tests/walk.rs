//! The walk, proved from outside: which screens there are, what each answer leads to, Back, changed answers, edited
//! guides, outcomes and the report.
//!
//! Belongs here: what holds for every guide, shown on the real one and on made ones. Does not: the stored form
//! (`progress.rs`), how articles are read (`read.rs`), the facts of the real article.
//!
//! What lies ahead depends on the facts and on the place in the guide only, so screens are told apart by these two, and
//! each answer of each screen is tried once: the cost is linear in screens and answers, not in the ways through them.

// A test that panics has failed, which is what a surprise should do here.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use proptest::prelude::*;
use unstuck_adopt::html;
use unstuck_core::guide::{Guide, check};
use unstuck_core::progress::{Answer, Key, Kind, Progress, RECORD_VERSION, Record};
use unstuck_core::walk::{
    Action, Outcome, Report, Said, Screen, Walk, answer_changed, apply, report, step_changed,
};
use unstuck_core::{Seq, Timestamp};

#[path = "common/slow.rs"]
mod common;
use common::slow;

const REAL: &str = include_str!("../../../guides/iphone-backup.en.html");

/// Everything that a guide can have, in little: each kind of condition, check, risk and wait, with and without.
const MADE: &str = r#"<article data-unstuck-guide="made"><h1>Made</h1>
  <p data-unstuck-id="a" data-unstuck-ask="A?">How to tell.</p>
  <p data-unstuck-id="b" data-unstuck-only-if="a" data-unstuck-ask="B?">How to tell.</p>
  <p data-unstuck-id="c" data-unstuck-only-if="!a b" data-unstuck-ask="Never, but when both are unsure?">x</p>
  <p data-unstuck-note data-unstuck-only-if="!a">Not A.</p>
  <h2 data-unstuck-id="bare">Bare</h2><ul><li>Do</li></ul>
  <section data-unstuck-id="all" data-unstuck-ask="All?" data-unstuck-pass-on="no" data-unstuck-pass-as="cannot">
    <h2>All</h2><p>Why.</p>
    <div data-unstuck-risk="reversible"><p>Careful.</p><ul data-unstuck-lost><li>Time</li></ul></div>
    <ol><li data-unstuck-id="one" data-unstuck-only-if="a">One</li><li data-unstuck-id="two">Two</li></ol>
    <p data-unstuck-wait>Look.</p>
  </section>
  <h2 data-unstuck-id="with-b" data-unstuck-only-if="b" data-unstuck-ask="Done?">With B</h2><ol><li>Do</li></ol>
  <h2 data-unstuck-id="without" data-unstuck-only-if="!a !b" data-unstuck-risk="All your time">Without</h2>
  <ol><li>Do</li></ol>
</article>"#;

fn parsed(text: &str) -> Guide {
    // What is not marked is, as long as nothing is.
    let text = text.replace("<h2>Only fix", "<h2 data-unstuck-id>Only fix");
    let guide = html::parse(&text).unwrap();
    assert_eq!(check(&guide), [], "{text}");
    guide
}

fn guides() -> Vec<Guide> {
    let least = "<article><h1>Least</h1><h2>Only fix</h2><ul><li>Do</li></ul></article>";
    [REAL, MADE, least].map(parsed).into()
}

/// A screen as people would name it: what it is, and of what.
type Place = (&'static str, String);

fn place(screen: &Screen<'_>) -> Place {
    let name = match screen {
        Screen::Check(..) => "check",
        other => other.name(),
    };
    (name, screen.id().to_owned())
}

/// What was said to the opening questions.
fn facts(guide: &Guide, progress: &Progress) -> Vec<Option<&'static str>> {
    let questions = guide.questions.iter();
    questions
        .map(|q| {
            let given = progress.given(Kind::Question, &q.id)?;
            Some(given.answer.name())
        })
        .collect()
}

/// Where a screen stands in the guide's order.
fn rank(guide: &Guide, screen: &Screen<'_>) -> usize {
    let asked = guide.questions.len();
    let at = |id: &str| guide.fixes.iter().position(|fix| fix.id == id).unwrap();
    match screen {
        Screen::Question(q) => guide.questions.iter().position(|p| p.id == q.id).unwrap(),
        Screen::Choice(options) => guide
            .questions
            .iter()
            .position(|p| *p == options[0])
            .unwrap(),
        Screen::Check(fix, _) => asked + 5 * at(&fix.id),
        Screen::Confirm(fix, _) => asked + 5 * at(&fix.id) + 1,
        Screen::Fix(fix) => asked + 5 * at(&fix.id) + 2,
        Screen::Wait(fix, _) => asked + 5 * at(&fix.id) + 3,
        Screen::Solved(fix, _) => asked + 5 * at(&fix.id) + 4,
        Screen::Exhausted => most_answers(guide),
    }
}

/// No walk can be longer.
fn most_answers(guide: &Guide) -> usize {
    guide.questions.len() + 5 * guide.fixes.len()
}

fn offered(screen: &Screen<'_>) -> Vec<Answer> {
    let mut all = Answer::ALL.to_vec();
    all.retain(|answer| screen.key(*answer).is_some());
    all
}

/// Gives an answer to the screen that shows.
fn say(guide: &Guide, progress: &Progress, answer: Answer, now: u64) -> Option<Progress> {
    let id = Walk::replay(guide, progress).screen.id().to_owned();
    apply(guide, progress, &Action::Answer { id, answer }, now)
}

/// Gives answers one after the other, a second apart.
fn said(guide: &Guide, answers: &[Answer]) -> Progress {
    let mut progress = Progress::default();
    for (second, answer) in (1..).zip(answers) {
        let at = place(&Walk::replay(guide, &progress).screen);
        progress = say(guide, &progress, *answer, second * 1000)
            .unwrap_or_else(|| panic!("{answer:?} is no answer at {at:?} of {}", guide.id));
    }
    progress
}

fn change(guide: &Guide, progress: &Progress, kind: Kind, id: &str) -> Option<Progress> {
    apply(guide, progress, &Action::Change(Key::new(kind, id)), 0)
}

fn back(guide: &Guide, progress: &Progress) -> Option<Progress> {
    apply(guide, progress, &Action::Back, 0)
}

/// Every screen under every set of facts, each with the shortest answers that lead to it.
struct Node {
    place: Place,
    answers: Vec<Answer>,
    progress: Progress,
}

fn explore(guide: &Guide) -> Vec<Node> {
    let mut seen = BTreeSet::new();
    let mut nodes = Vec::new();
    let mut open = VecDeque::from([Vec::new()]);
    while let Some(answers) = open.pop_front() {
        let progress = said(guide, &answers);
        let walk = Walk::replay(guide, &progress);
        let facts = facts(guide, &progress);
        let place = place(&walk.screen);
        if !seen.insert((place.clone(), facts)) {
            continue;
        }
        for answer in offered(&walk.screen) {
            open.push_back([answers.as_slice(), &[answer]].concat());
        }
        nodes.push(Node {
            place,
            answers,
            progress,
        });
    }
    nodes
}

/// Calls `edge` for every answer of every screen: before, the answer, after.
fn edges(guide: &Guide, mut edge: impl FnMut(&Node, Answer, &Progress)) {
    let mut count = 0;
    for node in explore(guide) {
        for answer in offered(&Walk::replay(guide, &node.progress).screen) {
            let now = 1_000_000 + count;
            let after = say(guide, &node.progress, answer, now)
                .unwrap_or_else(|| panic!("{answer:?} changes nothing at {:?}", node.place));
            edge(&node, answer, &after);
            count += 1;
        }
    }
    assert!(count > 0, "no answer was tried");
}

/// "Still running" said on a wait: the one answer that leaves the reader where they are.
fn waits_on(node: &Node, answer: Answer) -> bool {
    node.place.0 == "wait" && answer == Answer::StillRunning
}

/// The clock may be set back or jump while a fix runs: the wait stays, since its first moment, and its verdict is taken.
#[test]
fn a_wait_outlives_any_clock() {
    let guide = parsed(REAL);
    let said = |progress: &Progress, answer, now| {
        let id = Walk::replay(&guide, progress).screen.id().to_owned();
        apply(&guide, progress, &Action::Answer { id, answer }, now).unwrap()
    };
    let day = 86_400_000;
    for (since, again, end) in [
        (9 * day, 3 * day, day),
        (9 * day, 0, 0),
        (day, u64::MAX, 2 * day),
        (u64::MAX, 0, u64::MAX),
    ] {
        let mut progress = Progress::default();
        for answer in [Answer::Yes, Answer::Yes, Answer::No] {
            progress = said(&progress, answer, since);
        }
        progress = said(&progress, Answer::StillRunning, since);
        progress = said(&progress, Answer::StillRunning, again);
        let Screen::Wait(fix, given) = Walk::replay(&guide, &progress).screen else {
            panic!("no wait at {since}, {again}");
        };
        assert_eq!((given.since, given.at), (since.into(), again.into()));
        assert!(!guide.wait_of(fix).is_empty(), "it says what to look for");
        let fixes = report(&guide, &progress).fixes;
        assert!(fixes.iter().any(|fix| fix.outcome == Outcome::StillRunning));
        progress = said(&progress, Answer::Solved, end);
        assert_eq!(Walk::replay(&guide, &progress).screen.name(), "solved");
    }
}

#[test]
fn every_screen_of_every_guide_can_be_reached() {
    for guide in guides() {
        let mut wanted: BTreeSet<Place> = BTreeSet::from([("exhausted", String::new())]);
        wanted.extend(guide.questions.iter().map(|q| ("question", q.id.clone())));
        for fix in &guide.fixes {
            let kinds = ["fix", "wait", "solved"].into_iter();
            let check = fix.check.as_ref().map(|_| "check");
            let risk = fix.risk.as_ref().map(|_| "confirm");
            wanted.extend(kinds.chain(check).chain(risk).map(|k| (k, fix.id.clone())));
        }
        let nodes = explore(&guide);
        let found: BTreeSet<Place> = nodes.iter().map(|node| node.place.clone()).collect();
        assert_eq!(found, wanted, "{}", guide.id);
        for node in &nodes {
            assert!(node.answers.len() <= most_answers(&guide));
            let again = said(&guide, &node.answers);
            assert_eq!(place(&Walk::replay(&guide, &again).screen), node.place);
        }
    }
}

#[test]
fn the_screens_of_the_real_guide_are_as_many_as_its_parts() {
    let guide = parsed(REAL);
    let places: BTreeSet<Place> = explore(&guide).into_iter().map(|n| n.place).collect();
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    for (kind, _) in places {
        *kinds.entry(kind).or_default() += 1;
    }
    let wanted = [
        ("check", 7),
        ("confirm", 4),
        ("exhausted", 1),
        ("fix", 8),
        ("question", 2),
        ("solved", 8),
        ("wait", 8),
    ];
    assert_eq!(kinds, BTreeMap::from(wanted));
}

#[test]
fn every_answer_leads_on_and_so_every_walk_ends() {
    for guide in guides() {
        edges(&guide, |node, answer, after| {
            let before = Walk::replay(&guide, &node.progress).screen;
            let next = Walk::replay(&guide, after).screen;
            let (from, to) = (rank(&guide, &before), rank(&guide, &next));
            if waits_on(node, answer) {
                assert_eq!(place(&next), node.place);
            } else {
                // Ranks are bounded, so this bounds every walk, whatever is answered.
                assert!(from < to, "{:?}, {answer:?}: {from} to {to}", node.place);
            }
        });
        for node in explore(&guide) {
            let walk = Walk::replay(&guide, &node.progress);
            let end = matches!(walk.screen, Screen::Solved(..) | Screen::Exhausted);
            assert_eq!(offered(&walk.screen).is_empty(), end, "{:?}", node.place);
            assert!(walk.can_go_back() || node.answers.is_empty());
        }
    }
}

#[test]
fn each_kind_of_screen_offers_its_own_answers() {
    use Answer::{Cannot, Confirm, No, NotSolved, Skip, Solved, StillRunning, Unsure, Yes};
    for guide in guides() {
        for node in explore(&guide) {
            let wanted: &[Answer] = match node.place.0 {
                "question" | "check" => &[Yes, No, Unsure],
                "confirm" => &[Confirm, Skip],
                "fix" | "wait" => &[Solved, NotSolved, StillRunning, Cannot],
                _ => &[],
            };
            assert_eq!(
                offered(&Walk::replay(&guide, &node.progress).screen),
                wanted
            );
        }
    }
}

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

/// What comes back from the stored text must be the same, and show the same.
fn kept(guide: &Guide, progress: &Progress) {
    let record = Record {
        v: RECORD_VERSION,
        guide: guide.id.clone(),
        rev: guide.rev,
        seq: Seq(7),
        progress: progress.clone(),
    };
    let read = Record::from_text(&record.to_text(), &guide.id).unwrap();
    assert_eq!(read, record);
    let (walk, again) = (
        Walk::replay(guide, progress),
        Walk::replay(guide, &read.progress),
    );
    assert_eq!(again.screen, walk.screen);
    assert_eq!(again.trail, walk.trail);
    assert_eq!(again.reopened, walk.reopened);
    assert_eq!(again.fixes, walk.fixes);
}

#[test]
fn the_stored_record_shows_the_same_screen_after_every_answer() {
    for guide in guides() {
        kept(&guide, &Progress::default());
        edges(&guide, |_, _, after| kept(&guide, after));
    }
}

/// Whether two readers said the same, whenever they did.
fn same_answers(one: &Progress, two: &Progress) -> bool {
    let plain = |progress: &Progress| -> Vec<_> {
        let answers = progress.answers();
        answers
            .map(|(key, given)| (key.clone(), given.answer))
            .collect()
    };
    plain(one) == plain(two)
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
                        // A verdict that turns back to running is told by its wait.
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
fn nothing_is_reopened_that_the_walk_does_not_come_to() {
    let guide = parsed(REAL);
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
    let guide = parsed(REAL);
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
fn back_takes_the_last_answer_of_the_walk_where_a_change_brought_later_ones_back() {
    // Answers know no history, so this is as near as the pure walk comes. The widget keeps what was said at each entry of
    // the browser's history, and leads back exactly.
    let guide = parsed(REAL);
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

/// Which fixes and which steps a reader gets, by what they said to the opening questions.
#[test]
fn each_destination_gets_its_own_fixes_and_steps() {
    let guide = parsed(REAL);
    let cloud_only = ["fresh-backup", "reset-network", "system-status"];
    let cloud_steps = ["storage-icloud", "restart-open", "restart-backup"];
    let mac_steps = ["storage-mac", "update-macos"];
    let no_cloud_steps = ["restart-computer", "update-trust"];
    use Answer::{No, Unsure, Yes};
    for (opening, cloud, mac, no_cloud, notes) in [
        (vec![Yes], true, false, false, 0),
        (vec![No, Yes], false, true, true, 0),
        (vec![No, No], false, false, true, 1),
        (vec![No, Unsure], false, true, true, 1),
        (vec![Unsure, Yes], true, true, true, 0),
        (vec![Unsure, No], true, false, true, 1),
        (vec![Unsure, Unsure], true, true, true, 1),
    ] {
        let progress = said(&guide, &opening);
        let walk = Walk::replay(&guide, &progress);
        let wanted: Vec<&str> = guide
            .fixes
            .iter()
            .map(|fix| fix.id.as_str())
            .filter(|id| cloud || !cloud_only.contains(id))
            .collect();
        let found: Vec<&str> = walk.offered().map(|s| s.fix.id.as_str()).collect();
        assert_eq!(found, wanted, "{opening:?}");
        assert_eq!(found.len(), if cloud { 8 } else { 5 });
        for fix in &guide.fixes {
            let mut wanted: Vec<&str> = fix.steps.iter().map(|s| s.id.as_str()).collect();
            wanted.retain(|id| {
                (cloud || !cloud_steps.contains(id))
                    && (mac || !mac_steps.contains(id))
                    && (no_cloud || !no_cloud_steps.contains(id))
            });
            let found: Vec<&str> = walk.steps(fix).map(|s| s.id.as_str()).collect();
            assert_eq!(found, wanted, "{opening:?}");
            assert!(!found.is_empty());
        }
        assert_eq!(walk.notes().count(), notes, "{opening:?}");
        // Nothing is counted twice or left out on the way: "Fix 3 of 8".
        let positions = found_positions(&guide, &progress);
        assert_eq!(positions, (1..=found.len()).collect::<Vec<_>>());
    }
}

/// The positions that a reader sees who says "not sure" and "did not help" to the end.
fn found_positions(guide: &Guide, progress: &Progress) -> Vec<usize> {
    let mut progress = progress.clone();
    let mut seen = Vec::new();
    loop {
        let walk = Walk::replay(guide, &progress);
        if let Some((at, total)) = walk.position() {
            assert_eq!(total, walk.offered().count());
            seen.push(at);
        }
        let answer = match walk.screen {
            Screen::Question(_) | Screen::Choice(_) | Screen::Check(..) => Answer::Unsure,
            Screen::Confirm(..) => Answer::Confirm,
            Screen::Fix(_) => Answer::StillRunning,
            Screen::Wait(..) => Answer::NotSolved,
            Screen::Solved(..) | Screen::Exhausted => break,
        };
        progress = say(guide, &progress, answer, 1).unwrap();
    }
    seen.dedup();
    seen
}

#[test]
fn not_sure_means_to_do_the_fix() {
    for guide in guides() {
        for node in explore(&guide) {
            if node.place.0 != "check" {
                continue;
            }
            let fix = guide.fix(&node.place.1).unwrap();
            let check = fix.check.as_ref().unwrap();
            let (pass, need) = if check.pass_on {
                (Answer::Yes, Answer::No)
            } else {
                (Answer::No, Answer::Yes)
            };
            for answer in [need, Answer::Unsure] {
                let after = say(&guide, &node.progress, answer, 1).unwrap();
                let walk = Walk::replay(&guide, &after);
                assert_eq!(walk.screen.id(), fix.id, "{answer:?}");
                assert_ne!(walk.screen.name(), "question");
            }
            let after = say(&guide, &node.progress, pass, 1).unwrap();
            assert_ne!(Walk::replay(&guide, &after).screen.id(), fix.id);
        }
    }
}

#[test]
fn a_press_that_comes_late_changes_nothing() {
    for guide in guides() {
        for node in explore(&guide) {
            let walk = Walk::replay(&guide, &node.progress);
            for answer in Answer::ALL {
                for id in ["", "gone", "bare", "storage"] {
                    if id == walk.screen.id() {
                        continue;
                    }
                    let late = Action::Answer {
                        id: id.into(),
                        answer,
                    };
                    assert_eq!(apply(&guide, &node.progress, &late, 1), None);
                }
                if !offered(&walk.screen).contains(&answer) {
                    assert_eq!(say(&guide, &node.progress, answer, 1), None);
                }
            }
            let tick = Action::Tick {
                step: "gone".into(),
                done: true,
            };
            assert_eq!(apply(&guide, &node.progress, &tick, 1), None);
        }
    }
}

#[test]
fn start_again_forgets_everything() {
    for guide in guides() {
        for node in explore(&guide) {
            let empty = apply(&guide, &node.progress, &Action::Restart, 1);
            if node.answers.is_empty() {
                assert_eq!(empty, None);
            } else {
                assert_eq!(empty, Some(Progress::default()));
            }
        }
    }
}

#[test]
fn steps_are_ticked_on_a_fix_and_on_its_wait_and_stay_ticked() {
    let guide = parsed(REAL);
    let tick = |step: &str, done| Action::Tick {
        step: step.into(),
        done,
    };
    let progress = said(&guide, &[Answer::Yes, Answer::Yes]);
    let go = tick("power-charger", true);
    assert_eq!(apply(&guide, &progress, &go, 1), None, "not on a question");
    let fix = say(&guide, &progress, Answer::No, 3000).unwrap();
    let one = apply(&guide, &fix, &go, 1).unwrap();
    assert!(one.ticked("power-wifi", "power-charger"));
    assert_eq!(apply(&guide, &one, &go, 1), None);
    let wait = say(&guide, &one, Answer::StillRunning, 4000).unwrap();
    let two = apply(&guide, &wait, &tick("power-locked", true), 1).unwrap();
    kept(&guide, &two);
    assert_eq!(
        report(&guide, &two).fixes[1].steps,
        Some((2, 4)),
        "two of four"
    );
    let less = apply(&guide, &two, &tick("power-charger", false), 1).unwrap();
    assert!(!less.ticked("power-wifi", "power-charger"));
    assert!(less.ticked("power-wifi", "power-locked"));
    // Ticks do not go with an answer that is taken back.
    let undone = back(&guide, &less).unwrap();
    assert!(undone.ticked("power-wifi", "power-locked"));
}

#[test]
fn a_wait_counts_from_the_first_time_and_gives_way_to_a_verdict() {
    let guide = parsed(REAL);
    let fix = said(&guide, &[Answer::Yes, Answer::Yes, Answer::No]);
    let wait = say(&guide, &fix, Answer::StillRunning, 10_000).unwrap();
    let later = say(&guide, &wait, Answer::StillRunning, 20_000).unwrap();
    let Screen::Wait(_, given) = Walk::replay(&guide, &later).screen else {
        panic!("no wait");
    };
    assert_eq!((given.since, given.at), (10_000.into(), 20_000.into()));
    let verdict = say(&guide, &later, Answer::NotSolved, 30_000).unwrap();
    assert_eq!(
        place(&Walk::replay(&guide, &verdict).screen),
        ("check", "restart".into())
    );
    // Back leads to the wait, not past it.
    let undone = back(&guide, &verdict).unwrap();
    assert_eq!(undone, later);
    // A verdict that turns back to running: the wait counts, and from when it began.
    let asked = change(&guide, &verdict, Kind::Verdict, "power-wifi").unwrap();
    let running = say(&guide, &asked, Answer::StillRunning, 40_000).unwrap();
    let Screen::Wait(_, given) = Walk::replay(&guide, &running).screen else {
        panic!("no wait");
    };
    assert_eq!((given.since, given.at), (10_000.into(), 40_000.into()));
    assert_eq!(running.given(Kind::Verdict, "power-wifi"), None);
}

/// The real guide, with something about it edited.
fn edited(edit: impl FnOnce(&mut Guide)) -> Guide {
    let mut guide = parsed(REAL);
    edit(&mut guide);
    guide
}

/// What became of each fix, by id.
fn outcomes(guide: &Guide, progress: &Progress) -> BTreeMap<String, Outcome> {
    let walk = Walk::replay(guide, progress);
    let fixes = walk.fixes.iter();
    fixes.map(|s| (s.fix.id.clone(), s.outcome)).collect()
}

#[test]
fn an_edited_guide_keeps_every_answer_that_still_has_its_question() {
    use Answer::{Cannot, Confirm, No, NotSolved, Skip, StillRunning, Yes};
    let guide = parsed(REAL);
    let answers = [
        Yes,
        No,
        Confirm,
        NotSolved,
        Yes,
        No,
        StillRunning,
        NotSolved,
        No,
        Cannot,
        Yes,
        Skip,
    ];
    let progress = said(&guide, &answers);
    let before = outcomes(&guide, &progress);
    assert_eq!(
        place(&Walk::replay(&guide, &progress).screen),
        ("confirm", "reset-network".into())
    );
    let new = "<article><h1>T</h1><h2 data-unstuck-id>New one</h2><ul><li>Do</li></ul></article>";
    let new = parsed(new).fixes.remove(0);
    let mut asks = parsed(REAL).questions.remove(0);
    asks.id = "extra".into();
    let step = |guide: &mut Guide| guide.fixes[0].steps[0].id = "another".into();
    let edits = [
        ("removed", edited(|g| drop(g.fixes.remove(2))), None),
        (
            "inserted",
            edited(|g| g.fixes.insert(1, new)),
            Some(("fix", "new-one")),
        ),
        (
            "turned round",
            edited(|g| g.fixes.reverse()),
            Some(("check", "system-status")),
        ),
        ("step named anew", edited(step), None),
        (
            "fix named anew",
            edited(|g| g.fixes[1].id = "steady".into()),
            Some(("check", "steady")),
        ),
        (
            "question added",
            edited(|g| g.questions.push(asks)),
            Some(("question", "extra")),
        ),
        (
            "check taken away",
            edited(|g| g.fixes[1].check = None),
            Some(("fix", "power-wifi")),
        ),
        (
            "risk added",
            edited(|g| g.fixes[2].risk = g.fixes[0].risk.clone()),
            Some(("confirm", "restart")),
        ),
    ];
    for (what, guide, asked) in edits {
        let walk = Walk::replay(&guide, &progress);
        let (name, id) = asked.unwrap_or(("confirm", "reset-network"));
        assert_eq!(place(&walk.screen), (name, id.into()), "{what}");
        for (id, outcome) in outcomes(&guide, &progress) {
            let touched = (what, id.as_str()) == ("check taken away", "power-wifi");
            if let Some(was) = before.get(&id).filter(|_| !touched) {
                assert_eq!(outcome, *was, "{what}: {id}");
            }
        }
        kept(&guide, &progress);
        // The walk goes on from there, and back to the beginning.
        let mut back_again = progress.clone();
        for _ in 0..walk.trail.len() {
            back_again = back(&guide, &back_again).unwrap();
        }
        assert!(!Walk::replay(&guide, &back_again).can_go_back(), "{what}");
    }
}

#[test]
fn a_reopened_answer_whose_fix_is_gone_stops_nobody() {
    let guide = parsed(REAL);
    let progress = said(&guide, &[Answer::Yes, Answer::Yes, Answer::Yes]);
    let asked = change(&guide, &progress, Kind::Check, "storage").unwrap();
    let less = edited(|g| drop(g.fixes.remove(0)));
    let walk = Walk::replay(&less, &asked);
    assert_eq!(place(&walk.screen), ("check", "restart".into()));
    assert_eq!(walk.reopened, None);
    let next = say(&less, &asked, Answer::Yes, 1).unwrap();
    assert_eq!(next.reopened(), None);
    assert!(next.given(Kind::Check, "storage").is_some());
}

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
fn outcomes_have_names_of_their_own() {
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
fn the_report_tells_what_was_asked_and_what_came_of_it() {
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

#[test]
fn a_clock_that_runs_backwards_harms_nothing() {
    for guide in guides() {
        for clock in [
            |n: u64| 1_000_000 - n,
            |n: u64| u64::MAX - n,
            |n: u64| if n.is_multiple_of(2) { 0 } else { u64::MAX },
        ] {
            let mut progress = Progress::default();
            for n in 0.. {
                let screen = Walk::replay(&guide, &progress).screen;
                let Some(answer) = slow(&screen) else { break };
                progress = say(&guide, &progress, answer, clock(n)).unwrap();
                kept(&guide, &progress);
                let _ = report(&guide, &progress);
            }
            assert_eq!(Walk::replay(&guide, &progress).screen, Screen::Exhausted);
        }
    }
}

#[test]
fn a_long_guide_is_walked_to_its_end() {
    let mut text = String::from("<article><h1>Long</h1>");
    for n in 0..300 {
        text.push_str(&format!(
            "<h2 data-unstuck-id='f{n}' data-unstuck-ask='Done?'>Fix {n}</h2><ol><li>Do</li></ol>"
        ));
    }
    let guide = parsed(&text);
    assert_eq!(
        found_positions(&guide, &Progress::default()),
        (1..=300).collect::<Vec<_>>()
    );
}

/// A made guide as an author could write it. Numbers pick conditions among the questions that come before.
fn article(questions: &[u8], fixes: &[[u8; 4]]) -> String {
    let condition = |pick: u8, before: usize| {
        let terms = (0..before).filter_map(|at| match (pick >> (2 * at)) & 3 {
            1 => Some(format!("q{at}")),
            2 => Some(format!("!q{at}")),
            _ => None,
        });
        let terms: Vec<String> = terms.collect();
        format!("data-unstuck-only-if='{}'", terms.join(" "))
    };
    let mut out = String::from("<article data-unstuck-guide='random'><h1>Random</h1>");
    for (at, pick) in questions.iter().enumerate() {
        let only_if = condition(*pick, at);
        out.push_str(&format!(
            "<p data-unstuck-id='q{at}' data-unstuck-ask='Q{at}?' {only_if}>x</p>"
        ));
    }
    for (at, [pick, shape, steps, step_pick]) in fixes.iter().enumerate() {
        let only_if = condition(*pick, questions.len());
        let mut marks = format!("data-unstuck-id='f{at}' {only_if}");
        for (bit, mark) in [
            " data-unstuck-ask='Done?'",
            " data-unstuck-pass-on='no'",
            " data-unstuck-pass-as='cannot'",
            " data-unstuck-risk='Much'",
            " data-unstuck-wait='Look'",
        ]
        .into_iter()
        .enumerate()
        {
            if shape >> bit & 1 == 1 {
                marks.push_str(mark);
            }
        }
        out.push_str(&format!("<h2 {marks}>F{at}</h2><ol>"));
        for step in 0..=steps % 3 {
            let only_if = condition(step_pick.rotate_left(step.into()), questions.len());
            out.push_str(&format!("<li data-unstuck-id='s{step}' {only_if}>Do</li>"));
        }
        out.push_str("</ol>");
    }
    out + "</article>"
}

prop_compose! {
    /// The text, not the guide: that is what one wants to read when a test fails.
    fn any_article()(
        questions in prop::collection::vec(any::<u8>(), 0..4),
        fixes in prop::collection::vec(any::<[u8; 4]>(), 1..6),
    ) -> String {
        article(&questions, &fixes)
    }
}

/// What a reader, a slow finger or a script may do next.
fn any_action(guide: &Guide, progress: &Progress, [what, which, how]: [u8; 3]) -> Action {
    let walk = Walk::replay(guide, progress);
    let pick = usize::from(which);
    let answer = Answer::ALL[usize::from(how) % Answer::ALL.len()];
    match what % 16 {
        0..=7 => {
            let offered = offered(&walk.screen);
            let id = walk.screen.id().to_owned();
            let answer = *offered.get(pick % offered.len().max(1)).unwrap_or(&answer);
            Action::Answer { id, answer }
        }
        8 => Action::Answer {
            id: guide.fixes[pick % guide.fixes.len()].id.clone(),
            answer,
        },
        9 => Action::Tick {
            step: format!("s{}", which % 4),
            done: how % 3 > 0,
        },
        10..=12 => {
            let given: Vec<Key> = progress.answers().map(|(key, _)| key.clone()).collect();
            let strange = Key::new(Kind::Verdict, "gone");
            Action::Change(
                given
                    .get(pick % given.len().max(1))
                    .unwrap_or(&strange)
                    .clone(),
            )
        }
        13 | 14 => Action::Back,
        _ if which % 8 == 0 => Action::Restart,
        _ => Action::Back,
    }
}

/// What holds of every progress on every guide.
fn sound(guide: &Guide, progress: &Progress) {
    kept(guide, progress);
    let walk = Walk::replay(guide, progress);
    let parts = guide.questions.len() + 4 * guide.fixes.len();
    assert!(progress.answers().count() <= parts);
    let unique: BTreeSet<&Key> = walk.trail.iter().collect();
    assert_eq!(unique.len(), walk.trail.len());
    for key in &walk.trail {
        assert!(progress.given(key.kind, &key.id).is_some(), "{key:?}");
    }
    assert_eq!(walk.fixes.len(), guide.fixes.len());
    if let Some((at, total)) = walk.position() {
        assert!(1 <= at && at <= total && total <= guide.fixes.len());
    }
    assert_eq!(walk.screen.fix().is_some(), walk.position().is_some());
    for key in progress.answers().map(|(key, _)| key) {
        let asked = apply(guide, progress, &Action::Change(key.clone()), 0);
        if let Some(asked) = &asked {
            let walk = Walk::replay(guide, asked);
            let was = progress.given(key.kind, &key.id).unwrap().answer;
            assert_eq!(walk.screen.key(was).as_ref(), Some(key));
            assert_eq!(walk.reopened, Some(was));
            assert!(asked.answers().eq(progress.answers()));
        }
        let already = progress.reopened() == Some(key) && walk.reopened.is_some();
        assert_eq!(walk.can_change(key, progress), asked.is_some() || already);
    }
    let _ = report(guide, progress);
}

/// What each action may change, and what it may not.
fn kept_its_word(guide: &Guide, before: &Progress, action: &Action, after: &Progress) {
    let (from, to) = (Walk::replay(guide, before), Walk::replay(guide, after));
    match action {
        Action::Answer { answer, .. } => {
            let key = from.screen.key(*answer).unwrap();
            for (of, given) in before.answers() {
                let ended = of.kind == Kind::Verdict && key.kind == Kind::Wait && of.id == key.id;
                if *of != key && !ended {
                    assert_eq!(after.given(of.kind, &of.id), Some(given));
                }
            }
            assert_eq!(after.given(key.kind, &key.id).unwrap().answer, *answer);
            // Exact, unless the answer brings back later ones: then Back takes the last of these.
            let first = before.given(key.kind, &key.id).is_none() && before.reopened().is_none();
            if first && to.trail.last() == Some(&key) {
                assert_eq!(back(guide, after).as_ref(), Some(before));
            }
        }
        Action::Back if from.reopened.is_some() => {
            assert!(after.answers().eq(before.answers()));
        }
        Action::Back => {
            assert_eq!(after.answers().count() + 1, before.answers().count());
            let last = from.trail.last().unwrap();
            assert_eq!(to.screen.id(), last.id, "Back asks what it took away");
        }
        Action::Change(_) | Action::Tick { .. } => {
            assert!(after.answers().eq(before.answers()));
        }
        Action::Restart => assert_eq!(*after, Progress::default()),
    }
}

/// Answers on, as `picks` say, until the walk ends.
fn ends(guide: &Guide, progress: &Progress, picks: &[u8]) {
    let mut progress = progress.clone();
    for n in 0..=most_answers(guide) {
        let walk = Walk::replay(guide, &progress);
        let mut answers = offered(&walk.screen);
        // Said once it leads on; said again it is a reader who still waits.
        if matches!(walk.screen, Screen::Wait(..)) {
            answers.retain(|answer| *answer != Answer::StillRunning);
        }
        if answers.is_empty() {
            return;
        }
        let pick = usize::from(picks[n % picks.len()]);
        progress = say(guide, &progress, answers[pick % answers.len()], 1).unwrap();
    }
    panic!("no end after {} answers", most_answers(guide));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(120) })]

    #[test]
    fn whatever_is_done_to_whatever_guide_the_walk_stays_sound(
        text in any_article(),
        actions in prop::collection::vec((any::<[u8; 3]>(), any::<u64>()), 1..40),
        picks in prop::collection::vec(any::<u8>(), 1..8),
    ) {
        let guide = parsed(&text);
        let mut progress = Progress::default();
        for (numbers, now) in actions {
            let action = any_action(&guide, &progress, numbers);
            if let Some(after) = apply(&guide, &progress, &action, now) {
                kept_its_word(&guide, &progress, &action, &after);
                progress = after;
            }
            sound(&guide, &progress);
        }
        ends(&guide, &progress, &picks);
    }

    #[test]
    fn answers_of_one_guide_do_no_harm_to_another(
        one in any_article(),
        other in any_article(),
        actions in prop::collection::vec((any::<[u8; 3]>(), any::<u64>()), 1..30),
        picks in prop::collection::vec(any::<u8>(), 1..8),
    ) {
        let (one, other) = (parsed(&one), parsed(&other));
        // As after a big edit: the ids meet, what they name has changed.
        let mut progress = Progress::default();
        for (numbers, now) in actions {
            let action = any_action(&one, &progress, numbers);
            progress = apply(&one, &progress, &action, now).unwrap_or(progress);
        }
        kept(&other, &progress);
        ends(&other, &progress, &picks);
        let mut undone = progress;
        for _ in 0..=most_answers(&other) {
            match back(&other, &undone) {
                Some(less) => undone = less,
                None => break,
            }
        }
        prop_assert!(!Walk::replay(&other, &undone).can_go_back());
    }

    #[test]
    fn what_lies_ahead_depends_on_the_facts_and_the_place_only(
        text in any_article(),
        picks in prop::collection::vec(any::<u8>(), 1..30),
    ) {
        let guide = parsed(&text);
        // The ground on which screens are told apart in `explore`: any way to a place leads to the same next places.
        let mut progress = Progress::default();
        let mut known: BTreeMap<_, _> = BTreeMap::new();
        for node in explore(&guide) {
            for answer in offered(&Walk::replay(&guide, &node.progress).screen) {
                let next = say(&guide, &node.progress, answer, 1_000_000).unwrap();
                let facts = facts(&guide, &node.progress);
                let next = place(&Walk::replay(&guide, &next).screen);
                known.insert((node.place.clone(), facts, answer.name()), next);
            }
        }
        for (second, pick) in (1..).zip(picks) {
            let screen = Walk::replay(&guide, &progress).screen;
            let answers = offered(&screen);
            let Some(answer) = answers.get(usize::from(pick) % answers.len().max(1)) else {
                break;
            };
            let at = (place(&screen), facts(&guide, &progress), answer.name());
            progress = say(&guide, &progress, *answer, second).unwrap();
            let next = place(&Walk::replay(&guide, &progress).screen);
            prop_assert_eq!(known.get(&at), Some(&next));
        }
    }
}

/// Choices of every kind: with conditions on options, one whose first option may be missing, one that nobody may see.
const CHOICES: &str = r#"<article data-unstuck-guide="choices"><h1>Choices</h1>
  <p data-unstuck-id="q" data-unstuck-ask="Q?">x</p>
  <p data-unstuck-id="a" data-unstuck-one-of="Which?" data-unstuck-only-if="q=yes" data-unstuck-ask="A">x</p>
  <p data-unstuck-id="b" data-unstuck-one-of="Which?" data-unstuck-ask="B">x</p>
  <p data-unstuck-id="c" data-unstuck-one-of="Which?" data-unstuck-only-if="!q" data-unstuck-ask="C">x</p>
  <p data-unstuck-id="d" data-unstuck-one-of="And then?" data-unstuck-only-if="b" data-unstuck-ask="D">x</p>
  <p data-unstuck-id="e" data-unstuck-one-of="And then?" data-unstuck-only-if="b=yes" data-unstuck-ask="E">x</p>
  <h2 data-unstuck-id="for-b" data-unstuck-only-if="b=yes">For B</h2><ul><li>Do</li></ul>
  <h2 data-unstuck-id="not-a" data-unstuck-only-if="!a">Not A</h2><ul><li>Do</li></ul>
  <h2 data-unstuck-id="last">Last</h2><ul><li>Do</li></ul></article>"#;

/// The answers that a screen takes: to which id, and what.
fn asked_of(walk: &Walk<'_>) -> Vec<(String, Answer)> {
    let ids = match walk.screen {
        Screen::Choice(options) => options.iter().map(|option| option.id.clone()).collect(),
        screen => vec![screen.id().to_owned()],
    };
    let all = ids
        .iter()
        .flat_map(|id| Answer::ALL.map(|answer| (id.clone(), answer)));
    all.filter(|(id, answer)| walk.key(id, *answer).is_some())
        .collect()
}

#[test]
fn a_choice_takes_one_answer_and_makes_all_its_facts() {
    let guide = parsed(CHOICES);
    let choice = |id: &str| {
        guide
            .choices()
            .find(|all| all.iter().any(|q| q.id == id))
            .unwrap()
    };
    let mut open = VecDeque::from([Progress::default()]);
    let mut seen: Vec<Progress> = Vec::new();
    let mut choices = BTreeSet::new();
    while let Some(progress) = open.pop_front() {
        let plain = |progress: &Progress| -> Vec<(Key, Answer)> {
            let answers = progress.answers();
            answers
                .map(|(key, given)| (key.clone(), given.answer))
                .collect()
        };
        if seen.iter().any(|known| plain(known) == plain(&progress)) {
            continue;
        }
        let walk = Walk::replay(&guide, &progress);
        if let Screen::Choice(options) = walk.screen {
            let shown: Vec<&str> = options
                .iter()
                .filter(|q| walk.shows(q))
                .map(|q| q.id.as_str())
                .collect();
            assert!(!shown.is_empty(), "a choice of nothing");
            assert_eq!(walk.screen.id(), options[0].id);
            choices.insert(shown.join(" "));
        }
        for (id, answer) in asked_of(&walk) {
            let action = Action::Answer {
                id: id.clone(),
                answer,
            };
            // "Still running" said again at the same moment is nothing new.
            let Some(after) = apply(&guide, &progress, &action, 1000) else {
                continue;
            };
            kept(&guide, &after);
            let next = Walk::replay(&guide, &after);
            let key = walk.key(&id, answer).unwrap();
            if let Screen::Choice(options) = walk.screen {
                assert!(answer == Answer::Yes || id == options[0].id);
                // One answer is kept, and it makes the facts of all options.
                let given = options
                    .iter()
                    .filter(|q| after.given(Kind::Question, &q.id).is_some());
                assert_eq!(given.count(), 1);
                for option in options {
                    let line = report(&guide, &after);
                    let line = line
                        .questions
                        .iter()
                        .find(|line| line.id == key.id)
                        .unwrap();
                    assert_eq!(line.asked, option.one_of);
                    let said = match answer {
                        Answer::Yes => Said::Option(guide.question(&key.id).unwrap().ask.clone()),
                        Answer::No => Said::NoneOfThese,
                        _ => Said::Unsure,
                    };
                    assert_eq!(line.said, said);
                }
            }
            // Back takes it away again; asked again, it shows as it was said; another answer takes its place.
            if next.trail.last() == Some(&key) {
                assert_eq!(plain(&back(&guide, &after).unwrap()), plain(&progress));
            }
            if key.kind != Kind::Question {
                open.push_back(after);
                continue;
            }
            assert!(next.can_change(&key, &after));
            let asked = apply(&guide, &after, &Action::Change(key.clone()), 0).unwrap();
            let again = Walk::replay(&guide, &asked);
            assert_eq!(again.reopened, Some(answer));
            assert_eq!(
                (again.screen.name(), again.screen.id()),
                (walk.screen.name(), walk.screen.id())
            );
            for (other, answer) in asked_of(&again) {
                let action = Action::Answer { id: other, answer };
                let changed = apply(&guide, &asked, &action, 2000).unwrap();
                kept(&guide, &changed);
                assert_eq!(changed.reopened(), None);
                for choice in guide.choices() {
                    let given = choice
                        .iter()
                        .filter(|q| changed.given(Kind::Question, &q.id).is_some());
                    assert!(given.count() <= 1, "{:?}", plain(&changed));
                }
            }
            open.push_back(after);
        }
        seen.push(progress);
    }
    assert!(seen.len() > 100, "{}", seen.len());
    assert_eq!(Vec::from_iter(choices), ["a b", "b c", "d", "d e"]);
    assert_eq!(choice("b").len(), 3);
}

/// What each answer to a choice makes of the fixes after it.
#[test]
fn a_choice_offers_the_fixes_of_its_answer() {
    let guide = parsed(CHOICES);
    for (answers, offered) in [
        (&[("q", Answer::Yes), ("a", Answer::Yes)][..], "last"),
        (
            &[("q", Answer::Yes), ("b", Answer::Yes), ("d", Answer::No)],
            "for-b not-a last",
        ),
        (&[("q", Answer::Yes), ("a", Answer::No)], "not-a last"),
        (
            &[("q", Answer::Yes), ("a", Answer::Unsure), ("d", Answer::No)],
            "not-a last",
        ),
        // The first option does not show, yet none and not sure are kept under it.
        (
            &[("q", Answer::No), ("a", Answer::Unsure), ("d", Answer::No)],
            "not-a last",
        ),
        (&[("q", Answer::No), ("c", Answer::Yes)], "not-a last"),
    ] {
        let mut progress = Progress::default();
        for (id, answer) in answers {
            let action = Action::Answer {
                id: (*id).into(),
                answer: *answer,
            };
            progress = apply(&guide, &progress, &action, 1)
                .unwrap_or_else(|| panic!("{id} {answer:?} of {answers:?}"));
        }
        let walk = Walk::replay(&guide, &progress);
        assert_eq!(walk.screen.name(), "fix", "{answers:?}");
        let ids: Vec<&str> = walk.offered().map(|state| state.fix.id.as_str()).collect();
        assert_eq!(ids.join(" "), offered, "{answers:?}");
    }
    // An option that does not show cannot be chosen, and one of another screen neither.
    let yes = |id: &str| Action::Answer {
        id: id.into(),
        answer: Answer::Yes,
    };
    let first = apply(
        &guide,
        &Progress::default(),
        &Action::Answer {
            id: "q".into(),
            answer: Answer::No,
        },
        1,
    )
    .unwrap();
    for id in ["a", "d", "q", "x"] {
        assert_eq!(apply(&guide, &first, &yes(id), 2), None, "{id}");
    }
}

/// Answers from before the questions became a choice, and those of an edited guide.
#[test]
fn older_answers_to_the_options_of_a_choice_still_count() {
    let by_themselves = parsed(&CHOICES.replace(" data-unstuck-one-of=\"Which?\"", ""));
    let guide = parsed(CHOICES);
    for (answers, id, answer) in [
        (
            &[Answer::Yes, Answer::No, Answer::Yes][..],
            "b",
            Some(Answer::Yes),
        ),
        (
            &[Answer::Yes, Answer::Yes, Answer::Yes],
            "a",
            Some(Answer::Yes),
        ),
        (
            &[Answer::Yes, Answer::No, Answer::No],
            "a",
            Some(Answer::No),
        ),
        (
            &[Answer::Yes, Answer::Unsure, Answer::No],
            "a",
            Some(Answer::Unsure),
        ),
        (&[Answer::No, Answer::No], "b", None),
    ] {
        let progress = said(&by_themselves, answers);
        let walk = Walk::replay(&guide, &progress);
        kept(&guide, &progress);
        let key = Key::new(Kind::Question, id);
        match answer {
            Some(answer) => {
                assert!(walk.trail.contains(&key), "{answers:?} {:?}", walk.trail);
                assert_eq!(progress.given(key.kind, &key.id).unwrap().answer, answer);
            }
            None => assert_eq!(walk.screen.id(), "a", "{answers:?}"),
        }
    }
}

/// Everything that was said and ticked on the made guide: each question, check, risk, wait and verdict, and every step.
fn all_said(guide: &Guide) -> Progress {
    let mut progress = Progress::default();
    for now in 1.. {
        let walk = Walk::replay(guide, &progress);
        let mut actions = Vec::new();
        if let Screen::Fix(fix) = walk.screen {
            let ticks = fix.steps.iter().map(|step| step.id.clone());
            actions.extend(ticks.map(|step| Action::Tick { step, done: true }));
        }
        let answer = match walk.screen {
            Screen::Question(_) | Screen::Choice(_) | Screen::Check(..) => Answer::Unsure,
            Screen::Confirm(..) => Answer::Confirm,
            Screen::Fix(_) => Answer::StillRunning,
            Screen::Wait(..) => Answer::NotSolved,
            Screen::Solved(..) | Screen::Exhausted => break,
        };
        let id = walk.screen.id().to_owned();
        actions.push(Action::Answer { id, answer });
        for action in actions {
            progress = apply(guide, &progress, &action, now).unwrap();
        }
    }
    progress
}

/// What a reader is told has changed: answers and ticked steps.
fn marks(guide: &Guide, progress: &Progress) -> Vec<String> {
    let answers = progress
        .answers()
        .filter(|(key, _)| answer_changed(guide, progress, key))
        .map(|(key, _)| format!("{} {}", key.kind.name(), key.id));
    let steps = guide.fixes.iter().flat_map(|fix| {
        let steps = fix.steps.iter();
        steps
            .filter(|step| step_changed(progress, &fix.id, step))
            .map(|step| format!("step {}", step.id))
    });
    answers.chain(steps).collect()
}

#[test]
fn an_edit_marks_what_was_said_to_other_words_and_nothing_else() {
    let guide = parsed(MADE);
    let progress = all_said(&guide);
    assert_eq!(progress.answers().count(), 15);
    for (from, to, wanted) in [
        ("A?", "A?", &[][..]),
        ("ask=\"A?", "ask=\"Is it A?", &["question a"]),
        ("ask=\"B?", "ask=\"Is it B?", &["question b"]),
        ("All?", "All of it?", &["check all"]),
        (
            "\">One</li>",
            "\">One, then</li>",
            &["confirm all", "wait all", "verdict all", "step one"],
        ),
        (
            "\">Two</li>",
            "\"><p>Two</p><p>Three</p></li>",
            &["confirm all", "wait all", "verdict all", "step two"],
        ),
        (
            "<li data-unstuck-id=\"one\" data-unstuck-only-if=\"a\">One</li>",
            "",
            &["confirm all", "wait all", "verdict all"],
        ),
        // What stands beside it.
        (
            "b\" data-unstuck-only-if=\"a\" data-unstuck-ask=\"B?\">How",
            "b\" data-unstuck-only-if=\"a\" data-unstuck-ask=\"B?\">Where",
            &[],
        ),
        ("Careful.", "Be careful.", &[]),
        ("<li>Time</li>", "<li>Time and money</li>", &[]),
        ("<p>Why.</p>", "<p>Because.</p>", &[]),
        // The words are the same: no other question.
        ("\">One</li>", "\"><b>One</b></li>", &[]),
        ("\">One</li>", "\">\n  One </li>", &[]),
        ("only-if=\"a\">One", "only-if=\"!a\">One", &[]),
        ("Not A.", "Other note.", &[]),
    ] {
        assert!(MADE.contains(from), "{from}");
        let edited = parsed(&MADE.replacen(from, to, 1));
        assert_eq!(marks(&edited, &progress), wanted, "{from} -> {to}");
        // Nothing is thrown away by it.
        assert_eq!(
            progress.answers().count(),
            15,
            "an answer is what was said, whatever became of the words"
        );
        // Said again, it is said to the words of now.
        let again = all_said(&edited);
        assert_eq!(marks(&edited, &again), Vec::<String>::new(), "{to}");
    }
}
