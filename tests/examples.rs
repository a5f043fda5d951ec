//! The native example does what it says it does.
#![allow(clippy::unwrap_used, reason = "a case that cannot go on has failed")]

use std::path::Path;

use unstuck_core::persistence::{MemoryStore, Store};

#[path = "../examples/engine.rs"]
#[allow(
    dead_code,
    unreachable_pub,
    missing_docs,
    reason = "its main is cargo's"
)]
mod engine;

/// Input lines, and the output expected for them, in this order.
const WALKS: &[(&[&str], &[&str])] = &[
    (
        &[],
        &["When Wi-Fi works", "[question others]", "> yes, no, unsure"],
    ),
    (
        &["yes", "yes", "no"],
        &[
            "[question others]",
            "[question provider]",
            "[question modem]",
            "[question cables]",
            "Fix 1 of",
        ],
    ),
    (
        &["solved", "hm", "no", "back"],
        &[
            "Not here: solved",
            "? hm",
            "[question provider]",
            "[question others]",
        ],
    ),
    (
        &["no", "no", "no", "tick device-vpn", "solved", "report"],
        &[
            "[fix device]",
            "[ ] device-vpn",
            "[x] device-vpn",
            "[solved device]",
            "Tried so far",
            "1 of 5 steps",
        ],
    ),
];

#[test]
fn the_engine_walks_in_a_terminal() {
    for (said, told) in WALKS {
        let guide = engine::open(Path::new("guides/router.en.html")).unwrap();
        let store = MemoryStore::default();
        let text = run(&guide, &store, said);
        let mut rest = text.as_str();
        for wanted in *told {
            let at = rest.find(wanted);
            assert!(
                at.is_some(),
                "{said:?}: no {wanted:?} in what is left:\n{rest}"
            );
            rest = &rest[at.unwrap() + wanted.len()..];
        }
    }
}

#[test]
fn the_engine_goes_on_where_the_reader_was() {
    let guide = engine::open(Path::new("guides/router.en.html")).unwrap();
    let folder = std::env::temp_dir().join(format!("unstuck-engine-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let store = engine::Folder(folder.clone());
    let before = run(&guide, &store, &["yes", "yes"]);
    let after = run(&guide, &store, &[]);
    assert!(
        before.ends_with(&after[after.find("\n[").unwrap()..]),
        "{before}\nthen\n{after}"
    );
    assert!(after.contains("[question modem]"), "{after}");
    assert!(
        store
            .load("unstuck:router")
            .unwrap()
            .unwrap()
            .contains("\"seq\":1763722800001")
    );
    // An unreadable record is quarantined, never deleted.
    store.save("unstuck:router", "torn").unwrap();
    assert!(run(&guide, &store, &[]).contains("Beginning anew"));
    assert_eq!(
        store.load("unstuck:router:unreadable").unwrap().as_deref(),
        Some("torn")
    );
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn the_engine_says_why_a_file_is_no_guide() {
    for (path, why) in [
        ("guides/none.html", "guides/none.html: "),
        ("README.toml", "neither .html nor .md nor .json"),
        ("CHANGELOG.md", "makes no guide"),
    ] {
        let told = engine::open(Path::new(path)).unwrap_err();
        assert!(told.contains(why), "{path}: {told}");
    }
}

fn run(guide: &unstuck_core::guide::Guide, store: &impl Store, said: &[&str]) -> String {
    let mut out = Vec::new();
    engine::walk(
        guide,
        store,
        &|| 1_763_722_800_000.into(),
        said.join("\n").as_bytes(),
        &mut out,
    )
    .unwrap();
    String::from_utf8(out).unwrap()
}
