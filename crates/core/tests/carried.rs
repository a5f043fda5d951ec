//! A link leads past no warning: what safety hangs on is neither written into one nor taken from one.
//!
//! Belongs here: what a link holds. Does not: how it is written (`link.rs`), or what its reader is told (`tests/rendering`).

// A test that panics has failed, which is what a surprise should do here.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeSet;
use std::sync::LazyLock;

use proptest::prelude::*;
use unstuck_adopt::html;
use unstuck_core::guide::Guide;
use unstuck_core::progress::{Answer, Key, Kind, Progress};
use unstuck_core::transfer::{Transfer, asked_anew, carried, decode, encode};
use unstuck_core::walk::{Action, Screen, Walk, apply, with_current_revisions};

#[path = "common/forged.rs"]
mod forged;

use forged::{of_payload, payload};

use Answer::{Cannot, Confirm, No, NotSolved, Skip, StillRunning, Unsure, Yes};

const NOW: u64 = 1_767_225_600_000;

/// A warning of each kind: a certain condition, one by another question, one on a choice, on a step; a risk with a check, one
/// with a wait.
const GAS: &str = r#"<article data-unstuck-guide="gas"><h1>No hot water</h1>
  <p data-unstuck-id="winter" data-unstuck-ask="Is it winter?">x</p>
  <p data-unstuck-id="old" data-unstuck-ask="Is it older than ten years?">x</p>
  <p data-unstuck-id="indoors" data-unstuck-ask="Is the heater indoors?">x</p>
  <p data-unstuck-id="gas" data-unstuck-only-if="indoors" data-unstuck-ask="Do you smell gas?">x</p>
  <p data-unstuck-id="none" data-unstuck-one-of="What is lit?" data-unstuck-ask="Nothing">x</p>
  <p data-unstuck-id="red" data-unstuck-only-if="old" data-unstuck-one-of="What is lit?" data-unstuck-ask="A red lamp">x</p>
  <h2 data-unstuck-id="match" data-unstuck-only-if="gas=no">Strike a match</h2><ol><li data-unstuck-id="strike">Do</li></ol>
  <h2 data-unstuck-id="valve" data-unstuck-ask="Is it open?">Turn the valve</h2>
  <ol><li data-unstuck-id="turn">Turn</li><li data-unstuck-id="open" data-unstuck-only-if="red=no">Open it</li></ol>
  <section data-unstuck-id="drain" data-unstuck-ask="Is it empty?" data-unstuck-pass-on="yes"><h2>Drain it</h2>
    <div data-unstuck-risk="permanent"><p>The floor gets wet.</p></div>
    <ol><li data-unstuck-id="plug">Pull the plug.</li></ol><p data-unstuck-wait>An hour.</p></section>
  <h2 data-unstuck-id="reset" data-unstuck-risk="It forgets all">Reset it</h2><ol><li data-unstuck-id="press">Do</li></ol>
  <h2 data-unstuck-id="call">Call someone</h2><ol><li data-unstuck-id="dial">Do</li></ol>
</article>"#;

fn guide() -> Guide {
    static READ: LazyLock<Guide> = LazyLock::new(|| html::parse(GAS).unwrap());
    READ.clone()
}

/// The same ids without any warning: a link of it carries everything.
fn harmless() -> Guide {
    static READ: LazyLock<Guide> = LazyLock::new(|| {
        let text = GAS
            .replace("=no", "")
            .replace(" data-unstuck-risk=\"It forgets all\"", "")
            .replace(
                "<div data-unstuck-risk=\"permanent\"><p>The floor gets wet.</p></div>",
                "",
            );
        html::parse(&text).unwrap()
    });
    READ.clone()
}

fn act(guide: &Guide, progress: &Progress, id: &str, answer: Answer) -> Progress {
    let id = id.to_owned();
    let action = Action::Answer { id, answer };
    apply(guide, progress, &action, NOW).unwrap_or_else(|| panic!("{action:?}"))
}

fn walked(guide: &Guide, way: &[(&str, Answer)]) -> Progress {
    way.iter()
        .fold(Progress::default(), |progress, (id, answer)| {
            act(guide, &progress, id, *answer)
        })
}

/// What came by a link, as the widget takes it up.
fn taken(guide: &Guide, link: &str) -> Transfer {
    let mut read = decode(link, guide, NOW).unwrap();
    read.progress = with_current_revisions(guide, read.progress);
    read
}

const QUESTIONS: &[(&str, Answer)] = &[
    ("winter", No),
    ("old", No),
    ("indoors", Yes),
    ("gas", No),
    ("none", Yes),
];

fn after_questions(more: &[(&'static str, Answer)]) -> Vec<(&'static str, Answer)> {
    [QUESTIONS, more].concat()
}

fn keys(progress: &Progress) -> Vec<String> {
    let answers = progress.answers();
    answers
        .map(|(key, given)| format!("{} {} {}", key.kind.name(), key.id, given.answer.name()))
        .collect()
}

#[test]
fn a_link_carries_what_no_warning_hangs_on() {
    let guide = guide();
    let done = [("match", NotSolved), ("valve", No), ("valve", Cannot)];
    let all = |more: &[(&'static str, Answer)]| after_questions(&[&done, more].concat());
    let base = ["question winter no", "check valve no"];
    let verdicts = ["verdict match not-solved", "verdict valve cannot"];
    for (way, extra, anew) in [
        (
            all(&[("drain", No), ("drain", Confirm)]),
            vec![],
            vec!["drain"],
        ),
        (
            all(&[("drain", No), ("drain", Confirm), ("drain", StillRunning)]),
            vec!["wait drain still-running"],
            vec!["drain"],
        ),
        (
            all(&[
                ("drain", No),
                ("drain", Confirm),
                ("drain", NotSolved),
                ("reset", Confirm),
            ]),
            vec!["verdict drain not-solved"],
            vec!["reset"],
        ),
        (
            all(&[("drain", Yes), ("reset", Skip)]),
            vec!["check drain yes", "confirm reset skip"],
            vec![],
        ),
        (
            all(&[("drain", Unsure), ("drain", Skip)]),
            vec!["confirm drain skip"],
            vec![],
        ),
    ] {
        let progress = walked(&guide, &way);
        let read = taken(&guide, &encode(&guide, &progress).unwrap());
        let mut wanted: Vec<String> = [&base[..], &verdicts[..], &extra[..]]
            .concat()
            .into_iter()
            .map(String::from)
            .collect();
        let mut told = keys(&read.progress);
        wanted.sort_unstable();
        told.sort_unstable();
        assert_eq!(told, wanted, "{way:?}");
        let asked: Vec<&str> = read.asked_anew.iter().map(|key| &*key.id).collect();
        let questions = ["old", "indoors"];
        // A risk is told at once only where the walk would stand before it; the questions come first here.
        assert_eq!(asked[..2], questions, "{way:?}");
        let known = asked_anew(&guide, &progress).into_iter();
        let risks = known.filter(|key| key.kind == Kind::Confirm);
        let risks: Vec<String> = risks.map(|key| key.id).collect();
        assert_eq!(risks, anew, "{way:?}");
    }
}

/// A link of an older version, or of someone who writes their own: what it carries beyond that is forgotten.
#[test]
fn what_no_link_carries_is_forgotten_where_one_does() {
    let (guide, harmless) = (guide(), harmless());
    // The fix behind `gas` is not offered there.
    let way = after_questions(&[
        ("valve", No),
        ("valve", NotSolved),
        ("drain", No),
        ("drain", StillRunning),
    ]);
    let progress = walked(&harmless, &way);
    let link = encode(&harmless, &progress).unwrap();
    let read = taken(&guide, &link);
    assert_eq!(
        keys(&read.progress),
        [
            "question winter no",
            "check valve no",
            "wait drain still-running",
            "verdict valve not-solved"
        ]
    );
    let asked: Vec<&str> = read.asked_anew.iter().map(|key| &*key.id).collect();
    assert_eq!(asked, ["old", "indoors", "gas", "none", "drain"]);
    let screen = Walk::replay(&guide, &read.progress).screen;
    assert_eq!((screen.name(), screen.id()), ("question", "old"));
}

/// The byte of a fix's answers says that its risk was left out; in this one, that it was accepted.
#[test]
fn a_forged_confirmation_is_forgotten() {
    let guide = guide();
    let skipped = walked(
        &guide,
        &after_questions(&[
            ("match", NotSolved),
            ("valve", Yes),
            ("drain", Yes),
            ("reset", Skip),
        ]),
    );
    let link = encode(&guide, &skipped).unwrap();
    let bytes = payload(&link);
    let mut forged = 0;
    for at in 0..bytes.len() {
        let mut bytes = bytes.clone();
        if bytes[at] != 2 << 2 {
            continue;
        }
        bytes[at] = 1 << 2;
        let Ok(read) = decode(&of_payload(&bytes), &guide, NOW) else {
            continue;
        };
        if read.asked_anew.contains(&Key::new(Kind::Confirm, "reset")) {
            forged += 1;
            assert_eq!(read.progress.given(Kind::Confirm, "reset"), None);
        }
    }
    assert_eq!(forged, 1);
}

/// The same answers, sent and read on the same device, are the same.
#[test]
fn what_is_carried_is_carried_again() {
    let guide = guide();
    let progress = walked(
        &guide,
        &after_questions(&[("match", NotSolved), ("valve", No)]),
    );
    let once = carried(&guide, &progress);
    assert_ne!(once, progress);
    assert_eq!(carried(&guide, &once), once);
    let link = encode(&guide, &progress).unwrap();
    assert!(taken(&guide, &link).progress.says_the_same(&once));
    // Nor is it in the link, for a reader that would take it.
    assert!(taken(&harmless(), &link).progress.says_the_same(&once));
}

/// What the reader has answered since a link came.
#[derive(Default)]
struct Own(BTreeSet<Key>);

impl Own {
    fn has(&self, kind: Kind, ids: &[&str]) -> bool {
        ids.iter().any(|id| self.0.contains(&Key::new(kind, *id)))
    }

    /// Whether a screen shows only what this reader was warned of.
    fn were_warned(&self, walk: &Walk<'_>) -> Result<(), String> {
        let (Screen::Fix(fix) | Screen::Wait(fix, _)) = walk.screen else {
            return Ok(());
        };
        let accepted = fix.risk.is_none() || self.has(Kind::Confirm, &[&fix.id]);
        let checked =
            fix.risk.is_none() || fix.check.is_none() || self.has(Kind::Check, &[&fix.id]);
        let gas = fix.id != "match" || self.has(Kind::Question, &["gas", "indoors"]);
        let lamp = walk.steps(fix).all(|step| step.id != "open")
            || self.has(Kind::Question, &["none", "red", "old"]);
        if accepted && checked && gas && lamp {
            Ok(())
        } else {
            Err(format!(
                "{} of {}: {:?}",
                walk.screen.name(),
                fix.id,
                self.0
            ))
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1500) })]

    /// Whatever was said where the link was made, by whatever version, and whatever the reader does then: Back, Change, and
    /// answers.
    #[test]
    fn no_link_leads_past_a_warning(
        sent in prop::collection::vec((any::<u8>(), any::<u8>()), 0..24),
        then in prop::collection::vec((any::<u8>(), any::<u8>()), 0..24),
        old in any::<bool>(),
    ) {
        let guide = guide();
        let sender = if old { harmless() } else { guide.clone() };
        let step = |guide: &Guide, progress: &Progress, (what, which): (u8, u8)| -> Option<(Progress, Option<Key>)> {
            let walk = Walk::replay(guide, progress);
            let pick = usize::from(which);
            let action = match what % 8 {
                0 => Action::Back,
                1 => {
                    let given: Vec<Key> = progress.answers().map(|(key, _)| key.clone()).collect();
                    Action::Change(given.get(pick % given.len().max(1))?.clone())
                }
                2 => {
                    let steps = &walk.screen.fix()?.steps;
                    Action::Tick { step: steps[pick % steps.len()].id.clone(), done: true }
                }
                _ => {
                    let answers: Vec<Answer> = Answer::ALL.into_iter().filter(|answer| walk.screen.key(*answer).is_some()).collect();
                    let answer = *answers.get(pick % answers.len().max(1))?;
                    let id = match walk.screen {
                        Screen::Choice(options) => options[pick % options.len()].id.clone(),
                        screen => screen.id().to_owned(),
                    };
                    Action::Answer { id, answer }
                }
            };
            let key = match &action {
                Action::Answer { id, answer } => walk.key(id, *answer),
                _ => None,
            };
            Some((apply(guide, progress, &action, NOW)?, key))
        };
        let mut progress = Progress::default();
        for pick in sent {
            progress = step(&sender, &progress, pick).map_or(progress, |(next, _)| next);
        }
        let mut progress = taken(&guide, &encode(&sender, &progress).unwrap()).progress;
        let mut own = Own::default();
        let warned = own.were_warned(&Walk::replay(&guide, &progress));
        prop_assert!(warned.is_ok(), "on arrival: {warned:?} {progress:?}");
        for pick in then {
            let Some((next, key)) = step(&guide, &progress, pick) else { continue };
            progress = next;
            own.0.extend(key);
            let warned = own.were_warned(&Walk::replay(&guide, &progress));
            prop_assert!(warned.is_ok(), "{warned:?} {progress:?}");
        }
    }
}
