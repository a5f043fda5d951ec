//! Guides whose authors have not named them.

use unstuck_core::guide::Guide;
use unstuck_core::persistence::{
    Copies, Durability, MemoryStore, RecordKeeper, Store, quarantine_name, record_name,
};
use unstuck_core::progress::Progress;
use unstuck_core::transfer::{TransferError, decode, encode};

use super::model::NOW;

fn guide(attributes: &str, step: &str) -> Guide {
    unstuck_adopt::html::parse(&format!(
        "<article {attributes}><h1>No sound</h1><h2 data-unstuck-id=mute>Unmute</h2><ol><li>{step}</ol></article>"
    ))
    .unwrap()
}

#[test]
fn a_long_place_is_cut_and_stays_its_own() {
    let long = "/a".repeat(500);
    let ids: Vec<String> = ["@1", "@2", "#q1", "/b@1"]
        .map(|end| guide("", "Do").at(&format!("{long}{end}")).id)
        .into();
    for (place, id) in ids.iter().enumerate() {
        assert!(id.len() <= 200, "{id}");
        assert!(!ids[..place].contains(id), "{id}");
    }
    let fits = "/a".repeat(100);
    assert_eq!(guide("", "Do").at(&fits).id, fits);
    assert_eq!(guide("data-unstuck-guide=g", "Do").at(&long).id, "g");
}

/// No key of one guide is, or begins like, one of another's that is removed with it.
#[test]
fn keys_do_not_meet() {
    let ids = [
        "a",
        "a-1",
        "view",
        "past",
        "/a@1",
        "/a@11",
        "/a#1",
        "/a#1@2",
        "https%3A%2F%2Fother.example/a",
    ];
    for one in ids {
        for other in ids.iter().filter(|other| **other != one) {
            assert_ne!(record_name(one), record_name(other));
            for removed in [
                quarantine_name(one, 1),
                format!("unstuck::past:{one}:"),
                "unstuck::view".to_owned(),
            ] {
                let kept = [
                    record_name(other),
                    quarantine_name(other, 1),
                    format!("unstuck::past:{other}:1"),
                ];
                assert!(
                    kept.iter().all(|name| !name.starts_with(&removed)),
                    "{kept:?}"
                );
            }
        }
    }
}

#[test]
fn a_guide_without_a_name_or_a_place_keeps_nothing() {
    let store = MemoryStore::default();
    let keeper = RecordKeeper::open(&store, &guide("", "Do"), Copies::Both, NOW);
    keeper.update(Progress::default(), NOW);
    assert_eq!(keeper.durability(), Durability::MemoryOnly);
    assert_eq!(keeper.notice(), None);
    assert_eq!(store.load(&record_name("")), Ok(None));
}

#[test]
fn a_link_is_of_one_place() {
    let here = || guide("", "Do").at("/a#lamp");
    let link = encode(&here(), &Progress::default()).unwrap();
    assert!(decode(&link, &here(), NOW).is_ok());
    // The same words elsewhere, and other words here.
    let there = guide("", "Do").at("/b#lamp");
    assert_eq!(
        decode(&link, &there, NOW).unwrap_err(),
        TransferError::OtherGuide
    );
    assert!(decode(&link, &guide("", "Do it").at("/a#lamp"), NOW).is_ok());
    // Nowhere, the words are all there is.
    let link = encode(&guide("", "Do"), &Progress::default()).unwrap();
    assert!(decode(&link, &guide("", "Do"), NOW).is_ok());
    let other = guide("", "Do it");
    assert_eq!(
        decode(&link, &other, NOW).unwrap_err(),
        TransferError::OtherGuide
    );
}
