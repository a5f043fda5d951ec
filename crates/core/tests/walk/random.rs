//! Random guides and random actions.

use proptest::prelude::*;
use std::collections::BTreeMap;
use std::collections::BTreeSet;
use unstuck_core::guide::Guide;
use unstuck_core::progress::{Answer, Key, Kind, Progress};
use unstuck_core::walk::{Action, Screen, Walk, apply, report};

use super::support::{
    back, explore, facts, kept, most_answers, offered, only_if, parsed, place, say,
};

/// A made guide as an author could write it. Numbers pick conditions among the questions that come before.
fn article(questions: &[u8], fixes: &[[u8; 4]]) -> String {
    let condition = |pick, before| only_if(pick, before, &[("", ""), ("!", "")]);
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
        // No guide made at random asks for anything.
        Action::Fill { .. } => unreachable!("nothing to fill in"),
        Action::Back if from.reopened.is_some() => {
            assert!(after.answers().eq(before.answers()));
        }
        Action::Back => {
            let last = from.trail.last().unwrap();
            // What passed a fix over that has a verdict is taken back with it.
            let passes = matches!(last.kind, Kind::Check | Kind::Confirm);
            let verdict = before.given(Kind::Verdict, &last.id).filter(|_| passes);
            let taken = 1 + usize::from(verdict.is_some());
            assert_eq!(after.answers().count() + taken, before.answers().count());
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
    fn random_actions_on_random_guides_keep_the_walk_sound(
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
    fn answers_of_another_guide_are_safe(
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
    fn the_rest_of_a_walk_depends_on_facts_and_place_only(
        text in any_article(),
        picks in prop::collection::vec(any::<u8>(), 1..30),
    ) {
        let guide = parsed(&text);
        // Why `explore` may identify screens this way: every path to a position leads to the same next positions.
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
