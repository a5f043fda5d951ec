//! Questions that are the options of one choice.

use std::collections::BTreeSet;
use std::collections::VecDeque;
use unstuck_core::progress::{Answer, Key, Kind, Progress};
use unstuck_core::walk::{Action, Said, Screen, Walk, apply, report};

use super::support::{back, kept, parsed, said};

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
    // Where nothing certain hangs on them: else they are asked again.
    let choices = CHOICES.replace("=yes", "");
    let by_themselves = parsed(&choices.replace(" data-unstuck-one-of=\"Which?\"", ""));
    let guide = parsed(&choices);
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
