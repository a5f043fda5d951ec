//! Which screens there are, and what each answer leads to.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use unstuck_core::guide::Guide;
use unstuck_core::progress::{Answer, Kind, Progress};
use unstuck_core::walk::{Action, Outcome, Screen, Walk, apply, report};

use super::slow::slow;
use super::support::{
    Place, REAL, back, change, edges, explore, found_positions, guides, kept, most_answers,
    offered, parsed, place, said, say, waits_on,
};

/// The position of a screen in the guide's order.
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

/// The clock may be set back or jump while a fix runs: the wait stays, since its first moment, and its verdict is taken.
#[test]
fn a_wait_survives_any_clock_change() {
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
        let asked = guide.choices().filter_map(<[_]>::first);
        wanted.extend(asked.map(|first| ("question", first.id.clone())));
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
fn the_real_guide_has_one_screen_per_part() {
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
        ("question", 1),
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
    use Answer::{Cannot, Confirm, No, NotSolved, Skip, Solved, StillRunning, Tried, Unsure, Yes};
    for guide in guides() {
        for node in explore(&guide) {
            let wanted: &[Answer] = match node.place.0 {
                "question" => &[Yes, No, Unsure],
                "check" => &[Yes, No, Unsure, Tried],
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
fn the_stored_record_shows_the_same_screen_after_every_answer() {
    for guide in guides() {
        kept(&guide, &Progress::default());
        edges(&guide, |_, _, after| kept(&guide, after));
    }
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
    for (opening, answer, cloud, mac, no_cloud) in [
        ("icloud", Yes, true, false, false),
        ("finder", Yes, false, true, true),
        ("windows-pc", Yes, false, false, true),
        ("icloud", No, false, false, true),
        ("icloud", Unsure, true, true, true),
    ] {
        let id = opening.to_owned();
        let chosen = Action::Answer { id, answer };
        let progress = apply(&guide, &Progress::default(), &chosen, 0).unwrap();
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
        // Nothing is counted twice or left out on the way: "Fix 3 of 8".
        let positions = found_positions(&guide, &progress);
        assert_eq!(positions, (1..=found.len()).collect::<Vec<_>>());
    }
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
fn a_stale_action_changes_nothing() {
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
                // Whether something can be done first takes more than the screen (`first.rs`).
                if answer != Answer::First && !offered(&walk.screen).contains(&answer) {
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
    let steps = &report(&guide, &two).fixes[1].steps;
    assert_eq!((steps.done.len(), steps.all), (2, 4));
    let less = apply(&guide, &two, &tick("power-charger", false), 1).unwrap();
    assert!(!less.ticked("power-wifi", "power-charger"));
    assert!(less.ticked("power-wifi", "power-locked"));
    // Ticks do not go with an answer that is taken back.
    let undone = back(&guide, &less).unwrap();
    assert!(undone.ticked("power-wifi", "power-locked"));
}

#[test]
fn a_wait_counts_from_its_first_answer_and_ends_with_a_verdict() {
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

#[test]
fn a_clock_set_back_does_no_harm() {
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
