//! What the cases need: guides, answers, and every screen with every answer.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::collections::VecDeque;
use unstuck_adopt::html;
use unstuck_core::Seq;
use unstuck_core::guide::Guide;
use unstuck_core::guide::check;
use unstuck_core::progress::{Answer, Key, Kind, Progress, RECORD_VERSION, Record};
use unstuck_core::walk::{Action, Outcome, Screen, Walk, apply};

pub(crate) const REAL: &str = include_str!("../../../../guides/iphone-backup.en.html");

/// Everything that a guide can have, in little: each kind of condition, check, risk and wait, with and without.
pub(crate) const MADE: &str = r#"<article data-unstuck-guide="made"><h1>Made</h1>
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

pub(crate) fn parsed(text: &str) -> Guide {
    // What is not marked is, as long as nothing is.
    let text = text.replace("<h2>Only fix", "<h2 data-unstuck-id>Only fix");
    let guide = html::parse(&text).unwrap();
    assert_eq!(check(&guide), [], "{text}");
    guide
}

/// The real guide with questions in place of its choice: each is asked after no to those before.
pub(crate) fn one_by_one() -> Guide {
    let id = |id: &str| format!("data-unstuck-id=\"{id}\"");
    let after = |of: &str, no: &str| format!("{} data-unstuck-only-if=\"{no}\"", id(of));
    let text = REAL
        .replace(" data-unstuck-one-of=\"Where do you back up?\"", "")
        .replace(&id("finder"), &after("finder", "!icloud"))
        .replace(&id("windows-pc"), &after("windows-pc", "!icloud !finder"));
    parsed(&text)
}

pub(crate) fn guides() -> Vec<Guide> {
    let least = "<article><h1>Least</h1><h2>Only fix</h2><ul><li>Do</li></ul></article>";
    [REAL, MADE, least].map(parsed).into()
}

/// A condition on the questions before: of each, two bits of the number pick nothing or what is written around its id.
pub(crate) fn only_if(pick: u8, before: usize, marks: &[(&str, &str)]) -> String {
    let terms = (0..before).filter_map(|at| {
        let place = usize::from((pick >> (2 * at)) & 3).checked_sub(1)?;
        let (start, end) = marks.get(place)?;
        Some(format!("{start}q{at}{end}"))
    });
    let terms: Vec<String> = terms.collect();
    format!("data-unstuck-only-if='{}'", terms.join(" "))
}

/// A screen as people would name it: what it is, and of what.
pub(crate) type Place = (&'static str, String);

pub(crate) fn place(screen: &Screen<'_>) -> Place {
    let name = match screen {
        Screen::Check(..) => "check",
        other => other.name(),
    };
    (name, screen.id().to_owned())
}

/// What was said to the opening questions.
pub(crate) fn facts(guide: &Guide, progress: &Progress) -> Vec<Option<&'static str>> {
    let questions = guide.questions.iter();
    questions
        .map(|q| {
            let given = progress.given(Kind::Question, &q.id)?;
            Some(given.answer.name())
        })
        .collect()
}

pub(crate) fn offered(screen: &Screen<'_>) -> Vec<Answer> {
    let mut all = Answer::ALL.to_vec();
    all.retain(|answer| screen.key(*answer).is_some());
    all
}

/// Gives an answer to the screen that shows.
pub(crate) fn say(
    guide: &Guide,
    progress: &Progress,
    answer: Answer,
    now: u64,
) -> Option<Progress> {
    let id = Walk::replay(guide, progress).screen.id().to_owned();
    apply(guide, progress, &Action::Answer { id, answer }, now)
}

/// Gives answers one after the other, a second apart.
pub(crate) fn said(guide: &Guide, answers: &[Answer]) -> Progress {
    let mut progress = Progress::default();
    for (second, answer) in (1..).zip(answers) {
        let at = place(&Walk::replay(guide, &progress).screen);
        progress = say(guide, &progress, *answer, second * 1000)
            .unwrap_or_else(|| panic!("{answer:?} is no answer at {at:?} of {}", guide.id));
    }
    progress
}

pub(crate) fn change(guide: &Guide, progress: &Progress, kind: Kind, id: &str) -> Option<Progress> {
    apply(guide, progress, &Action::Change(Key::new(kind, id)), 0)
}

pub(crate) fn back(guide: &Guide, progress: &Progress) -> Option<Progress> {
    apply(guide, progress, &Action::Back, 0)
}

/// Every screen under every set of facts, each with the shortest answers that lead to it.
pub(crate) struct Node {
    pub(crate) place: Place,
    pub(crate) answers: Vec<Answer>,
    pub(crate) progress: Progress,
}

pub(crate) fn explore(guide: &Guide) -> Vec<Node> {
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
pub(crate) fn edges(guide: &Guide, mut edge: impl FnMut(&Node, Answer, &Progress)) {
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
pub(crate) fn waits_on(node: &Node, answer: Answer) -> bool {
    node.place.0 == "wait" && answer == Answer::StillRunning
}

/// What comes back from the stored text must be the same, and show the same.
pub(crate) fn kept(guide: &Guide, progress: &Progress) {
    let record = Record {
        v: RECORD_VERSION,
        guide: guide.id.clone(),
        rev: guide.rev,
        seq: Seq(7),
        progress: progress.clone(),
    };
    let read = Record::from_text(&record.to_text(), &guide.id, u64::MAX).unwrap();
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

/// Whether two readers said the same, whenever they did.
pub(crate) fn same_answers(one: &Progress, two: &Progress) -> bool {
    let plain = |progress: &Progress| -> Vec<_> {
        let answers = progress.answers();
        answers
            .map(|(key, given)| (key.clone(), given.answer))
            .collect()
    };
    plain(one) == plain(two)
}

/// The positions that a reader sees who says "not sure" and "did not help" to the end.
pub(crate) fn found_positions(guide: &Guide, progress: &Progress) -> Vec<usize> {
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

/// The real guide, with something about it edited.
pub(crate) fn edited(edit: impl FnOnce(&mut Guide)) -> Guide {
    let mut guide = parsed(REAL);
    edit(&mut guide);
    guide
}

/// What became of each fix, by id.
pub(crate) fn outcomes(guide: &Guide, progress: &Progress) -> BTreeMap<String, Outcome> {
    let walk = Walk::replay(guide, progress);
    let fixes = walk.fixes.iter();
    fixes.map(|s| (s.fix.id.clone(), s.outcome)).collect()
}

/// No walk can be longer.
pub(crate) fn most_answers(guide: &Guide) -> usize {
    guide.questions.len() + 5 * guide.fixes.len()
}

/// The same answers as a record of the first version tells them: of which words they were given to, nothing is known.
pub(crate) fn unknown_revisions(guide: &Guide, progress: &Progress) -> Progress {
    let record = Record {
        v: 1,
        guide: guide.id.clone(),
        rev: 0,
        seq: Seq(1),
        progress: progress.clone(),
    };
    let mut json: serde_json::Value = serde_json::from_str(&record.to_text()).unwrap();
    for answer in json["progress"]["answers"].as_array_mut().unwrap() {
        answer[5] = 0.into();
    }
    serde_json::from_value(json["progress"].take()).unwrap()
}
