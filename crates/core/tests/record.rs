//! The stored form of progress, and what is done with a text that is none.
//!
//! Belongs here: the record's form, its bounds, every kind of damage, and the rule of the store. Does not: what the
//! answers lead to (`walk.rs`), or any real store (those are tried in real browsers).

// A test that panics has failed, which is what a surprise should do here.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use proptest::prelude::*;
use serde_json::{Value, json};
use unstuck_adopt::html;
use unstuck_core::Seq;
use unstuck_core::guide::Guide;
use unstuck_core::persistence::{MemoryStore, Restored, Store, StoreError, record_name, restore};
use unstuck_core::progress::{Answer, Key, Kind, Progress, RECORD_VERSION, Record, RecordError};
use unstuck_core::walk::{Action, Walk, apply};

#[path = "common/longest.rs"]
mod walked;

#[path = "common/sealed.rs"]
mod common;
use common::sealed;

const ID: &str = "iphone-backup";
/// As a clock of today counts: thirteen figures.
const NOW: u64 = 1_767_225_600_000;

fn guide() -> Guide {
    html::parse(include_str!("../../../guides/iphone-backup.en.html")).unwrap()
}

/// The longest walk, and an answer of it opened again.
fn longest(guide: &Guide) -> Progress {
    let last = Key::new(Kind::Verdict, "finder-backup");
    let progress = walked::longest(guide, NOW, 1);
    apply(guide, &progress, &Action::Change(last), NOW).unwrap()
}

fn record(progress: Progress) -> Record {
    Record {
        v: RECORD_VERSION,
        guide: ID.into(),
        rev: u32::MAX,
        seq: Seq(123),
        progress,
    }
}

/// A few answers, ticks and a reopened one, as text.
fn short() -> String {
    let body = r#"{"v":2,"guide":"iphone-backup","rev":7,"seq":3,"progress":{"answers":[["question","icloud","yes",1767225600000,1767225600000,40000],["check","storage","no",1767225601000,1767225601000,7]],"ticks":[["storage","storage-icloud",65535]],"reopened":["check","storage"]}"#;
    sealed(body)
}

fn read(text: &str) -> Result<Record, RecordError> {
    Record::from_text(text, ID, u64::MAX)
}

/// The short record with something in its body changed, and sealed again.
fn resealed(from: &str, to: &str) -> Result<Record, RecordError> {
    let text = short();
    let body = text.rsplit_once(",\"sum\"").unwrap().0;
    assert!(body.contains(from), "{from} stands in the record");
    read(&sealed(&body.replacen(from, to, 1)))
}

#[test]
fn a_record_is_json_that_any_parser_reads() {
    let guide = guide();
    let progress = longest(&guide);
    let text = record(progress.clone()).to_text();
    let json: Value = serde_json::from_str(&text).unwrap();
    let keys: Vec<&String> = json.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["guide", "progress", "rev", "seq", "sum", "v"]);
    assert_eq!(json["v"], 2);
    assert_eq!(json["guide"], ID);
    assert_eq!(json["rev"], u32::MAX);
    assert_eq!(json["seq"], 123);
    let answers = json["progress"]["answers"].as_array().unwrap();
    assert_eq!(answers.len(), progress.answers().count());
    for (told, (key, given)) in answers.iter().zip(progress.answers()) {
        let (kind, answer) = (key.kind.name(), given.answer.name());
        assert_eq!(
            *told,
            json!([
                kind,
                key.id,
                answer,
                given.at.as_millis(),
                given.since.as_millis(),
                given.rev
            ])
        );
        assert!(given.rev > 0, "{told}");
    }
    let ticks = json["progress"]["ticks"].as_array().unwrap();
    let steps: usize = guide.fixes.iter().map(|fix| fix.steps.len()).sum();
    assert_eq!(ticks.len(), steps);
    for tick in ticks {
        let id = |at: usize| tick[at].as_str().unwrap();
        let rev = tick[2].as_u64().unwrap();
        assert_eq!(progress.tick(id(0), id(1)).map(u64::from), Some(rev));
        assert!(rev > 0, "{tick}");
    }
    assert_eq!(
        json["progress"]["reopened"],
        json!(["verdict", "finder-backup"])
    );
    let sum = json["sum"].as_str().unwrap();
    assert_eq!(sum.len(), 8);
    let body = text.strip_suffix(&format!(",\"sum\":\"{sum}\"}}")).unwrap();
    assert_eq!(sealed(body), text, "CRC-32 of every byte before");
    let empty: Value = serde_json::from_str(&record(Progress::default()).to_text()).unwrap();
    assert_eq!(
        empty["progress"],
        json!({"answers": [], "ticks": [], "reopened": null})
    );
}

#[test]
fn the_longest_record_of_the_real_guide_fits_four_kibibytes() {
    let text = Record {
        seq: Seq(NOW),
        ..record(longest(&guide()))
    }
    .to_text();
    assert!(text.len() <= 4096, "{} bytes", text.len());
    assert_eq!(read(&text).unwrap().to_text(), text);
}

#[test]
fn a_record_round_trips() {
    for progress in [Progress::default(), longest(&guide())] {
        let written = record(progress);
        assert_eq!(read(&written.to_text()), Ok(written));
    }
    let most = Record {
        seq: Seq(u64::MAX),
        ..record(Progress::default())
    };
    assert_eq!(read(&most.to_text()), Ok(most));
    assert_eq!(read(&short()).unwrap().to_text(), short());
}

macro_rules! stored {
    ($file:literal) => {
        include_str!(concat!("../../../tests/records/", $file))
    };
}

/// Records as earlier builds wrote them. Readers have such records: a file here is never changed, and each new form adds
/// its own.
const RECORDS: [(&str, u32, &str); 8] = [
    ("empty", 1, stored!("v1-empty.json")),
    ("reopened", 1, stored!("v1-reopened.json")),
    ("every kind", 1, stored!("v1-every-kind.json")),
    ("empty", 2, stored!("v2-empty.json")),
    ("reopened", 2, stored!("v2-reopened.json")),
    ("every kind", 2, stored!("v2-every-kind.json")),
    ("every kind", 3, stored!("v3-every-kind.json")),
    ("safe first", 3, stored!("v3-safe-first.json")),
];

#[test]
fn records_of_every_version_are_read() {
    assert!(
        RECORDS.iter().any(|(_, v, _)| *v == RECORD_VERSION),
        "its own too"
    );
    for (name, v, text) in RECORDS {
        let found = read(text).unwrap_or_else(|why| panic!("{name} of {v}: {why}"));
        let told: Value = serde_json::from_str(text).unwrap();
        let again = found.to_text();
        let now: Value = serde_json::from_str(&again).unwrap();
        if v >= 2 {
            assert_eq!(again, text, "{name} of {v}");
        }
        // Written again, every entry begins as it did; what was not known then is not known now.
        for (part, length) in [("answers", 6), ("ticks", 3)] {
            let list = |of: &Value| of["progress"][part].as_array().unwrap().clone();
            let (told, now) = (list(&told), list(&now));
            assert_eq!(told.len(), now.len(), "{name} of {v}");
            for (told, now) in told.iter().zip(&now) {
                let (told, now) = (told.as_array().unwrap(), now.as_array().unwrap());
                assert_eq!(now.len(), length);
                assert_eq!(told[..], now[..told.len()], "{name} of {v}");
                assert!(told.len() == length || now[length - 1] == 0, "{now:?}");
            }
        }
        for field in ["guide", "rev", "seq"] {
            assert_eq!(told[field], now[field], "{name} of {v}");
        }
        assert_eq!(told["progress"]["reopened"], now["progress"]["reopened"]);
        // The oldest version that has room for it.
        assert_eq!(
            (found.v, now["v"].as_u64()),
            (RECORD_VERSION, Some(v.max(2).into()))
        );
    }
}

#[test]
fn a_record_of_version_1_keeps_its_answers() {
    let record = read(include_str!("../../../tests/records/v1-reopened.json")).unwrap();
    assert_eq!((record.rev, record.seq), (7, Seq(3)));
    let progress = record.progress;
    let icloud = progress.given(Kind::Question, "icloud").unwrap();
    assert_eq!((icloud.answer, icloud.at), (Answer::Yes, NOW.into()));
    assert_eq!(icloud.rev, 0, "nobody noted what it was said to");
    assert!(progress.ticked("storage", "storage-icloud"));
    assert_eq!(progress.reopened(), Some(&Key::new(Kind::Check, "storage")));
    assert_eq!(progress.started(), Some(NOW.into()));
}

#[test]
fn every_single_changed_character_is_found() {
    let text = short();
    assert!(read(&text).is_ok());
    for (at, was) in text.char_indices() {
        let near = char::from(u8::try_from(was).unwrap() ^ 1);
        for new in [
            near, ' ', '0', '9', '"', '}', 'a', 'F', '\0', 'é', '›', '😀',
        ] {
            if new == was {
                continue;
            }
            let mut changed = text.clone();
            changed.replace_range(at..at + was.len_utf8(), new.encode_utf8(&mut [0; 4]));
            assert_eq!(
                read(&changed),
                Err(RecordError::Damaged),
                "{new:?} for {was:?} at {at}"
            );
        }
        let mut less = text.clone();
        less.remove(at);
        assert_eq!(read(&less), Err(RecordError::Damaged), "{was:?} left out");
        let mut more = text.clone();
        more.insert(at, 'x');
        assert_eq!(read(&more), Err(RecordError::Damaged), "a letter at {at}");
    }
}

#[test]
fn a_record_truncated_anywhere_is_detected() {
    for text in [short(), record(longest(&guide())).to_text()] {
        for end in 0..text.len() {
            assert_eq!(read(&text[..end]), Err(RecordError::Damaged), "{end}");
        }
        assert_eq!(read(&format!("{text} ")), Err(RecordError::Damaged));
        assert_eq!(read(&text.repeat(2)), Err(RecordError::Damaged));
    }
}

#[test]
fn a_checksum_in_capitals_is_not_ours() {
    let (body, tail) = {
        let text = short();
        let (body, tail) = text.rsplit_once(",\"sum\":\"").unwrap();
        (body.to_owned(), tail.to_owned())
    };
    let loud = format!("{body},\"sum\":\"{}", tail.to_uppercase());
    assert_eq!(read(&loud), Err(RecordError::Damaged));
}

#[test]
fn a_newer_version_is_distinguished_from_damage() {
    for body in [
        r#"{"v":99,"guide":"iphone-backup","rev":1,"seq":1,"progress":{}"#,
        r#"{"v":4"#,
        r#"{"v":4294967297,"and":{"so":["on"]}"#,
        r#"{"v":99,"guide":"another""#,
    ] {
        assert_eq!(read(&sealed(body)), Err(RecordError::Newer), "{body}");
    }
}

#[test]
fn the_record_of_another_guide_is_not_taken_for_this_one() {
    assert_eq!(
        Record::from_text(&short(), "mac-backup", NOW),
        Err(RecordError::OtherGuide)
    );
    assert_eq!(
        Record::from_text(&short(), "iphone-backu", NOW),
        Err(RecordError::OtherGuide)
    );
    assert_eq!(
        Record::from_text(&short(), "", NOW),
        Err(RecordError::OtherGuide)
    );
}

#[test]
fn intact_records_of_unknown_form_are_reported_as_such() {
    for (from, to) in [
        (
            "\"check\",\"storage\",\"no\"",
            "\"riddle\",\"storage\",\"no\"",
        ),
        ("\"icloud\",\"yes\"", "\"icloud\",\"perhaps\""),
        // Known, but no answer to a question of this kind.
        ("\"icloud\",\"yes\"", "\"icloud\",\"solved\""),
        ("\"storage\",\"no\"", "\"storage\",\"confirm\""),
        // The same key twice.
        (
            "[\"check\",\"storage\",\"no\"",
            "[\"question\",\"icloud\",\"no\"",
        ),
        ("1767225600000,", "-1,"),
        ("1767225600000,", "1.5,"),
        ("1767225600000,", "99999999999999999999,"),
        ("1767225600000,", ","),
        ("1767225600000,", "\"1\","),
        ("\"rev\":7", "\"rev\":4294967296"),
        ("\"seq\":3", "\"seq\":null"),
        ("\"seq\":3", "\"sequence\":3"),
        ("{\"v\":2", "{\"v\":"),
        ("{\"v\":2", "{ \"v\":2"),
        ("{\"v\":2", "{\"version\":2"),
        ("\"reopened\":[\"check\"", "\"reopened\":[\"riddle\""),
        ("\"reopened\":[\"check\",\"storage\"]", "\"reopened\":[]"),
        ("\"reopened\":[\"check\",\"storage\"]", "\"reopened\":nul"),
        (
            "[[\"storage\",\"storage-icloud\",65535]]",
            "[[\"storage\"]]",
        ),
        (
            "[[\"storage\",\"storage-icloud\",65535]]",
            "[[\"storage\",\"storage-icloud\",65535],]",
        ),
        (
            "[[\"storage\",\"storage-icloud\",65535]]",
            "[[\"storage\",\"storage-icloud\",65535]",
        ),
        ("65535]", "65536]"),
        ("65535]", "65535,1]"),
        ("65535]", "]"),
        ("40000]", "-1]"),
        (",\"storage\"]}", ",\"storage\"]},\"more\":1"),
        (",\"storage\"]}", ",\"storage\"]"),
    ] {
        assert_eq!(
            resealed(from, to),
            Err(RecordError::Unknown),
            "{from} -> {to}"
        );
    }
    for body in ["", "{}", "{\"v\":1}", "[]", "null", "{\"v\":1"] {
        assert_eq!(read(&sealed(body)), Err(RecordError::Unknown), "{body}");
    }
}

#[test]
fn answers_of_unknown_parts_are_kept_for_a_guide_that_knows_them() {
    // An edit may take a fix away and bring it back; see the walk's tests for what they do meanwhile.
    let read = resealed("[\"check\",\"storage\"", "[\"check\",\"removed-fix\"").unwrap();
    assert!(read.progress.given(Kind::Check, "removed-fix").is_some());
    assert_eq!(read.progress.answers().count(), 2);
}

#[test]
fn names_of_kinds_and_answers_are_unique() {
    for kind in Kind::ALL {
        assert_eq!(json!(kind), kind.name(), "stored by its name");
        assert_eq!(
            serde_json::from_value::<Kind>(json!(kind.name())).unwrap(),
            kind
        );
        assert!(!kind.answers().is_empty());
    }
    for answer in Answer::ALL {
        assert_eq!(Answer::named(answer.name()), Some(answer));
        assert_eq!(json!(answer), answer.name(), "stored by its name");
        let kinds = Kind::ALL.iter().filter(|k| k.answers().contains(&answer));
        assert!(kinds.count() >= 1, "{answer:?} answers something");
    }
    for strange in ["", "Yes", "yes ", "question,check"] {
        assert_eq!(Answer::named(strange), None);
        assert!(serde_json::from_value::<Kind>(json!(strange)).is_err());
        assert!(serde_json::from_value::<Answer>(json!(strange)).is_err());
    }
}

#[test]
fn each_error_has_its_own_message() {
    let errors = [
        RecordError::Damaged,
        RecordError::Unknown,
        RecordError::Newer,
        RecordError::OtherGuide,
    ];
    let mut told: Vec<String> = errors.iter().map(ToString::to_string).collect();
    told.push(StoreError::Blocked.to_string());
    told.push(StoreError::Full.to_string());
    told.sort();
    told.dedup();
    assert_eq!(told.len(), 6);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn no_arbitrary_text_is_taken_for_a_record(text in any::<String>(), bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        prop_assert_eq!(read(&text), Err(RecordError::Damaged));
        prop_assert_eq!(read(&String::from_utf8_lossy(&bytes)), Err(RecordError::Damaged));
        // The checksum is right, so the format check must catch it.
        prop_assert!(read(&sealed(&text)).is_err());
    }

    #[test]
    fn malformed_records_with_valid_checksums_are_safe(
        edits in prop::collection::vec((any::<prop::sample::Index>(), 0..5_u8, any::<prop::sample::Index>()), 1..6),
    ) {
        let text = short();
        let mut body = text.rsplit_once(",\"sum\"").unwrap().0.as_bytes().to_vec();
        for (at, how, from) in edits {
            if body.is_empty() {
                break;
            }
            let at = at.index(body.len());
            let other = body[from.index(body.len())];
            match how {
                0 => body[at] = other,
                1 => body.insert(at, other),
                2 => drop(body.remove(at)),
                3 => body.truncate(at.max(1)),
                _ => body.extend_from_within(at..),
            }
        }
        let text = sealed(&String::from_utf8(body).unwrap());
        if let Ok(record) = read(&text) {
            // What is taken is written again as a record that reads the same, and walks.
            prop_assert_eq!(read(&record.to_text()), Ok(record.clone()));
            let guide = guide();
            let _ = Walk::replay(&guide, &record.progress);
        }
        let store = MemoryStore::default();
        store.save(&record_name(ID), &text).unwrap();
        prop_assert!(!matches!(restore(&store, ID, NOW), Restored::Nothing | Restored::Stuck(_) | Restored::Unavailable(_)));
    }
}

/// It would pass for the newest forever.
#[test]
fn a_record_from_the_future_is_unreadable() {
    const DAY: u64 = 24 * 60 * 60 * 1000;
    let answered = |at: u64, since: u64| {
        let body = format!(
            "{{\"v\":2,\"guide\":\"{ID}\",\"rev\":7,\"seq\":3,\"progress\":{{\"answers\":[[\"question\",\"icloud\",\"yes\",{at},{since},7]],\"ticks\":[],\"reopened\":null}}"
        );
        sealed(&body)
    };
    let numbered = |seq: u64| {
        let seq = Seq(seq);
        Record {
            seq,
            ..record(Progress::default())
        }
        .to_text()
    };
    for (text, now, read) in [
        (numbered(NOW + DAY), NOW, true),
        (numbered(NOW + DAY + 1), NOW, false),
        (numbered(u64::MAX), NOW, false),
        (answered(NOW + DAY, 0), NOW, true),
        (answered(NOW + DAY + 1, 0), NOW, false),
        (answered(0, u64::MAX), NOW, false),
        // A clock from before there were guides judges nothing.
        (numbered(NOW), 0, true),
        (answered(NOW, NOW), 1, true),
    ] {
        let wanted = (!read).then_some(RecordError::Future);
        assert_eq!(Record::from_text(&text, ID, now).err(), wanted, "{text}");
    }
}
