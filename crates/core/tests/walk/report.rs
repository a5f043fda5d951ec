//! Outcomes, and the report of them.

use std::collections::BTreeSet;
use unstuck_core::Timestamp;
use unstuck_core::guide::{Guide, Section};
use unstuck_core::progress::{Answer, Key, Kind, Progress};
use unstuck_core::walk::{Action, Ending, MOST, Outcome, Report, Said, Walk, apply, report};

use serde_json::Value;

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
            (line.outcome, line.at.map(|at| at.at)),
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
    use Outcome::{
        AlreadyTried, Cannot, NotNeeded, NotOffered, NotSolved, Open, Skipped, Solved, StillRunning,
    };
    let all = [
        (Open, false),
        (NotOffered, true),
        (NotNeeded, true),
        (AlreadyTried, true),
        (Cannot, true),
        (Skipped, true),
        (StillRunning, false),
        (NotSolved, false),
        (Solved, false),
    ];
    let names: BTreeSet<_> = all.iter().map(|(o, _)| o.name()).collect();
    assert_eq!(names.len(), all.len());
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
        (told.guide.title.as_str(), told.started.map(|at| at.at)),
        ("Made", Some(1000.into()))
    );
    let questions = told
        .questions
        .iter()
        .map(|line| (line.asked.as_str(), &line.said, line.at.at.as_millis()));
    assert!(questions.eq([("A?", &Said::Yes, 1000), ("B?", &Said::Unsure, 2000)]));
    let lines = |report: &Report| -> Vec<_> {
        let fixes = report.fixes.iter();
        fixes
            .map(|fix| {
                (
                    fix.title.clone(),
                    fix.outcome,
                    (fix.steps.done.len(), fix.steps.all),
                    fix.at.map(|at| at.at.as_millis()),
                )
            })
            .collect()
    };
    assert_eq!(
        lines(&told),
        [
            ("Bare".into(), Outcome::NotSolved, (0, 1), Some(3000)),
            ("All".into(), Outcome::StillRunning, (1, 2), Some(6000)),
            ("With B".into(), Outcome::Open, (0, 1), None),
            ("Without".into(), Outcome::NotOffered, (0, 1), None),
        ]
    );
    let progress = say(&guide, &progress, Solved, 7000).unwrap();
    let told = lines(&report(&guide, &progress));
    assert_eq!(told[1], ("All".into(), Outcome::Solved, (1, 2), Some(7000)));
    let empty: Report = report(&guide, &Progress::default());
    assert_eq!((empty.started, empty.questions.len()), (None, 0));
    assert_eq!(
        lines(&empty)[0],
        ("Bare".into(), Outcome::Open, (0, 1), None)
    );
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
fn the_report_of_the_real_guide_names_every_fix_once_what_is_offered_first() {
    let guide = parsed(REAL);
    for node in explore(&guide) {
        let told = report(&guide, &node.progress);
        let walk = Walk::replay(&guide, &node.progress);
        let wanted = walk.offered().chain(walk.withheld());
        let wanted = wanted.map(|state| (&state.fix.id, walk.number(state.fix)));
        let found = told.fixes.iter().map(|fix| (&fix.id, fix.number));
        assert!(found.eq(wanted));
        assert_eq!(told.fixes.len(), guide.fixes.len());
        let asked = Walk::replay(&guide, &node.progress).trail;
        let asked = asked
            .iter()
            .filter(|key| key.kind == Kind::Question)
            .count();
        assert_eq!(report(&guide, &node.progress).questions.len(), asked);
    }
}

/// What an agent asks: how it ended, what the check said, how long it ran, what the risk did, and what to fill in.
#[test]
fn the_report_tells_an_agent_what_happened() {
    use Answer::{Cannot, Confirm, NotSolved, Skip, Solved, StillRunning, Tried, Yes};
    let mut guide = parsed(MADE);
    guide.support = Some(Section {
        title: "Support".into(),
        passages: Vec::new(),
        needs: vec!["Model".into(), "Version".into()],
        issue: String::new(),
    });
    let to_all = [Yes, Answer::No, NotSolved];
    let told = |tail: &[Answer]| report(&guide, &said(&guide, &[&to_all, tail].concat()));
    for (tail, outcome, run) in [
        (&[Yes, Confirm][..], Ending::Unfinished, Some(false)),
        (&[Yes, Confirm, StillRunning], Ending::Waiting, Some(true)),
        (
            &[Yes, Confirm, StillRunning, Solved],
            Ending::Solved,
            Some(true),
        ),
        (&[Yes, Confirm, Cannot], Ending::NotSolved, Some(false)),
        (&[Yes, Skip], Ending::NotSolved, Some(false)),
        (&[Tried], Ending::NotSolved, None),
    ] {
        let told = told(tail);
        let all = told.fixes.iter().find(|fix| fix.id == "all").unwrap();
        assert_eq!(
            (told.outcome, all.risk.as_ref().map(|risk| risk.run)),
            (outcome, run),
            "{tail:?}"
        );
        let check = all.check.as_ref().map(|check| check.answer);
        assert_eq!(check, tail.first().copied(), "{tail:?}");
        let json: serde_json::Value = serde_json::from_str(&told.to_json()).unwrap();
        assert_eq!(json["fixes"][1]["id"], "all");
    }
    // Five seconds' answers: it was left running for one of them.
    let ran = told(&[Yes, Confirm, StillRunning, NotSolved]);
    assert_eq!(ran.fixes[1].ran, Some(1));
    assert_eq!((ran.tried, ran.offered), (2, 2));
    let fill = |progress: &Progress, need: &str, text: &str| {
        let (need, text) = (need.to_owned(), text.to_owned());
        apply(&guide, progress, &Action::Fill { need, text }, 9000)
    };
    let progress = said(&guide, &to_all);
    let filled = fill(&progress, "Model", " X\u{202E}1\n2 ").unwrap();
    let needs = report(&guide, &filled).needs;
    let needs: Vec<_> = needs
        .iter()
        .map(|need| (&*need.name, &*need.text))
        .collect();
    assert_eq!(needs, [("Model", "X1 2"), ("Version", "")]);
    assert_eq!(
        fill(&progress, "Password", "x"),
        None,
        "nobody asked for it"
    );
    let long = fill(&progress, "Model", &"x".repeat(MOST + 1)).unwrap();
    assert_eq!(long.need("Model").len(), MOST);
    assert_eq!(fill(&filled, "Model", "").as_ref(), Some(&progress));
    // Answers at other times are the same, and what is filled in goes where they go: nowhere by itself.
    assert!(filled.says_the_same(&progress));
    let back = apply(&guide, &filled, &Action::Back, 9000).unwrap();
    assert_eq!(back.need("Model"), filled.need("Model"));
    let carried = unstuck_core::transfer::carried(&guide, &filled);
    assert_eq!(carried.need("Model"), "");
}

#[test]
fn a_report_has_the_readers_zone_at_each_time() {
    let guide = parsed(MADE);
    let told = report(&guide, &said(&guide, &[Answer::Yes, Answer::No]));
    // A change of the clocks between the two answers.
    let told = told.in_zone(|at| if at.as_millis() < 2000 { -300 } else { -240 });
    let times: Vec<_> = told.questions.iter().map(|one| one.at.iso()).collect();
    assert_eq!(
        times,
        ["1969-12-31T19:00:01-05:00", "1969-12-31T20:00:02-04:00"]
    );
}

/// As far as docs/report.schema.json goes: types, values, and no field that it does not name.
fn fits(value: &Value, schema: &Value, all: &Value, at: &str) {
    if let Some(name) = schema["$ref"].as_str() {
        let pointer = name.trim_start_matches('#');
        fits(value, all.pointer(pointer).expect(name), all, at);
    }
    if let Some(wanted) = schema.get("const") {
        assert_eq!(value, wanted, "{at}");
    }
    if let Some(values) = schema["enum"].as_array() {
        assert!(values.contains(value), "{at}: {value}");
    }
    let its = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    match &schema["type"] {
        Value::String(wanted) => assert_eq!(its, wanted, "{at}"),
        Value::Array(wanted) => assert!(wanted.iter().any(|one| one == its), "{at}: {its}"),
        _ => {}
    }
    if let (Some(pattern), Some(text)) = (schema["pattern"].as_str(), value.as_str()) {
        // The one pattern there is: a time.
        let figures = text.chars().filter(char::is_ascii_digit).count();
        assert!(figures == 18 && text.len() == 25, "{at}: {text}, {pattern}");
    }
    for item in value.as_array().into_iter().flatten() {
        fits(item, &schema["items"], all, &format!("{at}[]"));
    }
    for (name, field) in value.as_object().into_iter().flatten() {
        let its = schema["properties"].get(name);
        let its = its.unwrap_or_else(|| panic!("{at}.{name} is not in the schema"));
        fits(field, its, all, &format!("{at}.{name}"));
    }
    for name in schema["required"].as_array().into_iter().flatten() {
        let name = name.as_str().unwrap();
        assert!(value.get(name).is_some(), "{at} has no {name}");
    }
}

#[test]
fn every_report_is_as_its_schema_says() {
    let schema = include_str!("../../../../docs/report.schema.json");
    let schema: Value = serde_json::from_str(schema).unwrap();
    let mut seen = BTreeSet::new();
    let mut walks: Vec<(Guide, Progress)> = Vec::new();
    for guide in guides() {
        for node in explore(&guide) {
            walks.push((guide.clone(), node.progress));
        }
    }
    let made = parsed(MADE);
    let before = [Answer::Yes, Answer::No, Answer::NotSolved, Answer::Tried];
    walks.push((made.clone(), said(&made, &before)));
    for (guide, progress) in walks {
        let mut told = report(&guide, &progress).in_zone(|_| 330);
        told.guide.address = "https://help.example/lamp".into();
        told.guide.link = "https://help.example/lamp#unstuck=1abc".into();
        let json: Value = serde_json::from_str(&told.to_json()).unwrap();
        fits(&json, &schema, &schema, "report");
        seen.extend(
            json["fixes"]
                .as_array()
                .unwrap()
                .iter()
                .map(|fix| fix["outcome"].to_string()),
        );
    }
    let outcomes = &schema["properties"]["fixes"]["items"]["properties"]["outcome"]["enum"];
    assert_eq!(seen.len(), outcomes.as_array().unwrap().len(), "{seen:?}");
}
