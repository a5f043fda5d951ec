//! Guides that were edited since answers were given.

use unstuck_core::guide::Guide;
use unstuck_core::progress::{Answer, Kind, Progress};
use unstuck_core::walk::{Action, Screen, Walk, answer_changed, apply, step_changed};

use super::support::{MADE, REAL, back, change, edited, kept, outcomes, parsed, place, said, say};

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
    asks.one_of.clear();
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
            "risk added to a fix that has its verdict",
            edited(|g| g.fixes[2].risk = g.fixes[0].risk.clone()),
            None,
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
            back_again = back(&guide, &back_again).unwrap_or(back_again);
        }
        assert!(!Walk::replay(&guide, &back_again).can_go_back(), "{what}");
    }
}

#[test]
fn a_reopened_answer_whose_fix_is_gone_does_not_block_the_walk() {
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

/// What is marked as changed: answers and ticked steps.
fn marks(guide: &Guide, progress: &Progress) -> Vec<String> {
    let walk = Walk::replay(guide, progress);
    let answers = progress
        .answers()
        .filter(|(key, _)| answer_changed(&walk, progress, key))
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
fn an_edit_marks_exactly_the_answers_to_changed_words() {
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
            &["wait all", "verdict all", "step one"],
        ),
        (
            "\">Two</li>",
            "\"><p>Two</p><p>Three</p></li>",
            &["wait all", "verdict all", "step two"],
        ),
        (
            "<li data-unstuck-id=\"one\" data-unstuck-only-if=\"a\">One</li>",
            "",
            &["wait all", "verdict all"],
        ),
        // The explanation next to it.
        (
            "b\" data-unstuck-only-if=\"a\" data-unstuck-ask=\"B?\">How",
            "b\" data-unstuck-only-if=\"a\" data-unstuck-ask=\"B?\">Where",
            &[],
        ),
        ("Careful.", "Be careful.", &["confirm all"]),
        ("<li>Time</li>", "<li>Time and money</li>", &["confirm all"]),
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
