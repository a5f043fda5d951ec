//! The transfer link: it round-trips, it is short, and nothing damaged or hostile is accepted.
//!
//! Belongs here: the form of a link. Does not: the dialogs around it (tried in real browsers), the stored record
//! (`progress.rs`).

// A test that panics has failed, which is what a surprise should do here.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::sync::OnceLock;

use proptest::prelude::*;
use unstuck_adopt::html;
use unstuck_core::guide::Guide;
use unstuck_core::progress::{Answer, Key, Kind, Progress};
use unstuck_core::qr;
use unstuck_core::transfer::{
    FRAGMENT_PREFIX, MAX_FRAGMENT_LENGTH, Transfer, TransferError, carried, decode, encode,
};
use unstuck_core::walk::{Action, Screen, Walk, apply, with_current_revisions};

#[path = "common/longest.rs"]
mod common;
#[path = "common/forged.rs"]
mod forged;

use forged::{of_payload, payload, sealed};

const REAL: &str = include_str!("../../../guides/iphone-backup.en.html");
const NOW: u64 = 1_767_225_600_000;
const MINUTE: u64 = 60_000;
const DAY: u64 = 24 * 60 * MINUTE;
/// The first moment of 2020.
const FIRST: u64 = 1_577_836_800_000;
const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

fn guide() -> Guide {
    static GUIDE: OnceLock<Guide> = OnceLock::new();
    GUIDE.get_or_init(|| html::parse(REAL).unwrap()).clone()
}

fn answered(guide: &Guide, progress: &Progress, answer: Answer, now: u64) -> Progress {
    let id = Walk::replay(guide, progress).screen.id().to_owned();
    apply(guide, progress, &Action::Answer { id, answer }, now).unwrap()
}

/// Seven minutes an answer.
fn longest(guide: &Guide) -> Progress {
    common::longest(guide, NOW, 7 * 60_000)
}

/// What anyone can see of an answer, times in minutes.
fn told(progress: &Progress) -> Vec<(Key, Answer, u64, u64)> {
    let answers = progress.answers();
    answers
        .map(|(key, given)| {
            let (at, since) = (
                given.at.as_millis() / MINUTE,
                given.since.as_millis() / MINUTE,
            );
            (key.clone(), given.answer, at, since.min(at))
        })
        .collect()
}

fn same(guide: &Guide, one: &Progress, two: &Progress) {
    assert_eq!(told(one), told(two));
    for fix in &guide.fixes {
        for step in &fix.steps {
            let ticked = |progress: &Progress| progress.ticked(&fix.id, &step.id);
            assert_eq!(ticked(one), ticked(two), "{} {}", fix.id, step.id);
        }
    }
    assert_eq!(one.reopened(), two.reopened());
    assert_eq!(
        Walk::replay(guide, one).screen.name(),
        Walk::replay(guide, two).screen.name()
    );
}

#[test]
fn a_link_restores_all_answers() {
    let guide = guide();
    let longest = longest(&guide);
    let last = Key::new(Kind::Check, "system-status");
    let reopened = apply(&guide, &longest, &Action::Change(last), NOW).unwrap();
    for progress in [Progress::default(), longest, reopened] {
        let link = encode(&guide, &progress).unwrap();
        // Less what safety hangs on: see `carried.rs`.
        let progress = carried(&guide, &progress);
        let Transfer {
            rev,
            progress: back,
            unknown,
            ..
        } = decode(&link, &guide, NOW).unwrap();
        assert_eq!((rev, unknown), (guide.rev, 0));
        same(&guide, &progress, &back);
        assert_eq!(
            encode(&guide, &back).unwrap(),
            link,
            "one text for the same answers"
        );
        assert_eq!(
            decode(&format!("#{link}"), &guide, NOW).unwrap().progress,
            back
        );
        assert!(back.says_the_same(&progress));
        let known = with_current_revisions(&guide, back);
        for fix in &guide.fixes {
            for step in &fix.steps {
                let rev = |progress: &Progress| progress.tick(&fix.id, &step.id);
                assert_eq!(rev(&known), rev(&progress), "{} {}", fix.id, step.id);
            }
        }
        for (key, given) in progress.answers() {
            let again = known.given(key.kind, &key.id);
            assert_eq!(again.map(|given| given.rev), Some(given.rev), "{key:?}");
        }
    }
}

/// What the docs say of its length: 12 is 65 modules a side, four pixels each on any phone.
#[test]
fn a_full_walk_fits_a_qr_code() {
    let guide = guide();
    let link = encode(&guide, &longest(&guide)).unwrap();
    let address = format!("https://help.example.com/articles/iphone-backup#{link}");
    let version = qr::encode(&address).unwrap().version;
    println!(
        "{} characters, {} with an address: version {version}",
        link.len(),
        address.len()
    );
    assert!(
        link.len() <= 300 && version <= 12,
        "{} characters, version {version}",
        link.len()
    );
    let mark = link.strip_prefix(FRAGMENT_PREFIX).unwrap();
    assert!(mark.bytes().all(|byte| ALPHABET.contains(&byte)), "{mark}");
}

/// The picture is one that a camera reads: to the last character.
#[test]
fn a_qr_code_decodes_to_its_text() {
    for text in [
        "https://a.example/#unstuck=1".to_owned(),
        "Az0-_".repeat(80),
    ] {
        let drawn = qr::encode(&text).unwrap();
        let size = drawn.size as usize;
        let mut dark = vec![false; size * size];
        for run in drawn.path.split('M').skip(1) {
            let numbers: Vec<usize> = run
                .split(|c: char| !c.is_ascii_digit())
                .filter_map(|number| number.parse().ok())
                .collect();
            let from = numbers[1] * size + numbers[0];
            dark[from..from + numbers[2]].fill(true);
        }
        let shade = |x: usize, y: usize| if dark[y / 4 * size + x / 4] { 0 } else { 255 };
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(size * 4, size * 4, shade);
        assert_eq!(image.detect_grids()[0].decode().unwrap().1, text);
    }
    assert_eq!(
        qr::encode(&"x".repeat(3000)),
        None,
        "more than any code holds"
    );
}

#[test]
fn every_damaged_character_is_found() {
    let guide = guide();
    let mut progress = answered(&guide, &Progress::default(), Answer::Yes, NOW);
    progress = answered(&guide, &progress, Answer::No, NOW + MINUTE);
    let long = encode(&guide, &longest(&guide)).unwrap();
    for link in [encode(&guide, &progress).unwrap(), long] {
        let bytes = link.as_bytes();
        let from = FRAGMENT_PREFIX.len();
        let bad = |changed: &[u8], what: &str, at: usize| {
            let changed = std::str::from_utf8(changed).unwrap();
            assert_eq!(
                decode(changed, &guide, NOW),
                Err(TransferError::Damaged),
                "{what} at {at}"
            );
        };
        for at in from..bytes.len() {
            for other in ALPHABET.iter().filter(|other| **other != bytes[at]) {
                let mut changed = bytes.to_vec();
                changed[at] = *other;
                bad(&changed, "changed", at);
            }
            let mut fewer = bytes.to_vec();
            fewer.remove(at);
            bad(&fewer, "left out", at);
            bad(&bytes[..at], "cut", at);
            for other in from..at {
                let mut swapped = bytes.to_vec();
                swapped.swap(at, other);
                if swapped != bytes {
                    bad(&swapped, "swapped", at);
                }
            }
        }
        for at in from..=bytes.len() {
            for other in ALPHABET {
                let mut more = bytes.to_vec();
                more.insert(at, *other);
                bad(&more, "put in", at);
            }
        }
    }
}

#[test]
fn unusable_links_are_distinguished() {
    let guide = guide();
    let other = html::parse(&REAL.replace("iphone-backup", "other")).unwrap();
    let link = encode(&guide, &longest(&guide)).unwrap();
    let mut odd = payload(&link);
    odd.push(0);
    let mut wide = payload(&link);
    wide[0] = 5;
    let too_long = format!(
        "{FRAGMENT_PREFIX}{}",
        "A".repeat(MAX_FRAGMENT_LENGTH - FRAGMENT_PREFIX.len())
    );
    for (text, wanted) in [
        ("", TransferError::NotALink),
        ("#method-3", TransferError::NotALink),
        ("#unstuck", TransferError::NotALink),
        ("#unstuck=", TransferError::Damaged),
        ("#unstuck=1", TransferError::Damaged),
        ("#unstuck=1ü€😀x", TransferError::Damaged),
        (&format!("{link}."), TransferError::Damaged),
        (&sealed("2whatever"), TransferError::Newer),
        (&sealed("3whatever"), TransferError::Newer),
        (&sealed("0whatever"), TransferError::Unknown),
        (&sealed(""), TransferError::Unknown),
        (&sealed("1"), TransferError::Unknown),
        (&sealed("1A"), TransferError::Unknown),
        (&sealed("1AB="), TransferError::Unknown),
        (&of_payload(&odd), TransferError::Unknown),
        (&of_payload(&wide), TransferError::Unknown),
        (&too_long, TransferError::TooLong),
        (
            &encode(&other, &Progress::default()).unwrap(),
            TransferError::OtherGuide,
        ),
    ] {
        assert_eq!(decode(text, &guide, NOW), Err(wanted), "{text}");
    }
}

/// A build from before it takes such a link for a newer one, and reads all others as ever.
#[test]
fn a_check_answered_tried_makes_a_link_of_the_second_version() {
    let guide = guide();
    let mut progress = answered(&guide, &Progress::default(), Answer::Yes, NOW);
    let before = encode(&guide, &progress).unwrap();
    assert!(before.starts_with("unstuck=1"), "{before}");
    while !matches!(Walk::replay(&guide, &progress).screen, Screen::Check(..)) {
        progress = answered(&guide, &progress, Answer::No, NOW);
    }
    let fix = Walk::replay(&guide, &progress).screen.id().to_owned();
    progress = answered(&guide, &progress, Answer::Tried, NOW);
    let link = encode(&guide, &progress).unwrap();
    assert!(link.starts_with("unstuck=2"), "{link}");
    let back = decode(&link, &guide, NOW).unwrap().progress;
    same(&guide, &progress, &back);
    let given = back.given(Kind::Check, &fix);
    assert_eq!(given.map(|given| given.answer), Some(Answer::Tried));
    // The first version has no such answer.
    let first = of_payload(&payload(&link));
    assert_eq!(decode(&first, &guide, NOW), Err(TransferError::Unknown));
}

/// Answers to parts that still exist are imported, the others counted, and none is mistaken for another.
#[test]
fn a_link_survives_an_edited_guide() {
    let guide = guide();
    let progress = longest(&guide);
    let link = encode(&guide, &progress).unwrap();
    let text = REAL
        .replace(
            "data-unstuck-id=\"restart\"",
            "data-unstuck-id=\"begin-again\"",
        )
        .replace(
            "data-unstuck-id=\"power-charger\"",
            "data-unstuck-id=\"power-plug\"",
        );
    let edited = html::parse(&text).unwrap();
    let back = decode(&link, &edited, NOW).unwrap();
    assert_ne!(back.rev, edited.rev);
    let gone = guide.fix("restart").unwrap().steps.len() + 3 + 1;
    assert_eq!(
        back.unknown, gone,
        "a check, a wait, a verdict, ticks; and one tick elsewhere"
    );
    let stays = |key: &Key| key.kind == Kind::Question || key.id != "restart";
    let progress = carried(&guide, &progress);
    let mut wanted = told(&progress);
    wanted.retain(|(key, ..)| stays(key));
    assert_eq!(told(&back.progress), wanted);
    assert!(back.progress.ticked("power-wifi", "power-network"));
    // In another order, with something before it: places do not count.
    let moved = REAL.replace(
        "<div data-unstuck-id=\"icloud\"",
        "<div data-unstuck-id=\"new\" data-unstuck-ask=\"New?\"></div><div data-unstuck-id=\"icloud\"",
    );
    let moved = html::parse(&moved).unwrap();
    assert_eq!(
        told(&decode(&link, &moved, NOW).unwrap().progress),
        told(&progress)
    );
}

fn of_many(fixes: u64) -> Guide {
    let mut text = "<article data-unstuck-guide=\"many\"><h1>Many</h1>".to_owned();
    for fix in 0..fixes {
        // Scattered: of ids that only count up, no two hashes are alike.
        let id = fix.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 20;
        text.push_str(&format!(
            "<h2 data-unstuck-id=\"f{id}\">Fix {fix}</h2><ol><li data-unstuck-id=\"s\">Do</li></ol>"
        ));
    }
    text.push_str("</article>");
    html::parse(&text).unwrap()
}

#[test]
fn hashes_grow_on_collision_up_to_a_bound() {
    // Among 9,000 names two of three bytes are alike, as good as surely.
    let guide = of_many(9000);
    let mut progress = Progress::default();
    let mut widths = Vec::new();
    let mut ended = None;
    for round in 0..400 {
        let tick = Action::Tick {
            step: "s".into(),
            done: true,
        };
        progress = apply(&guide, &progress, &tick, NOW).unwrap();
        progress = answered(&guide, &progress, Answer::NotSolved, NOW + round * MINUTE);
        if round % 40 != 0 {
            continue;
        }
        match encode(&guide, &progress) {
            Ok(link) => {
                assert!(link.len() < MAX_FRAGMENT_LENGTH);
                widths.push(payload(&link)[0]);
                let back = decode(&link, &guide, NOW).unwrap();
                assert_eq!(back.unknown, 0);
                assert_eq!(told(&back.progress), told(&progress));
            }
            Err(error) => {
                ended = Some((round, error));
                break;
            }
        }
    }
    widths.dedup();
    assert_eq!(widths, [4]);
    let (round, error) = ended.unwrap();
    assert_eq!(error, TransferError::TooLong);
    assert!(round > 200, "{round} answers");
    let few = of_many(3);
    assert_eq!(payload(&encode(&few, &Progress::default()).unwrap())[0], 3);
}

/// A clock that ran anywhere, and answers from before it did.
#[test]
fn times_may_go_backwards() {
    let guide = guide();
    for times in [
        [NOW, FIRST, NOW],
        [FIRST, FIRST, FIRST],
        [NOW, NOW - 1, NOW + 5 * MINUTE],
        [NOW + DAY, FIRST, NOW + DAY],
    ] {
        let mut progress = Progress::default();
        for (answer, now) in [Answer::Yes, Answer::Yes, Answer::No]
            .into_iter()
            .zip(times)
        {
            progress = answered(&guide, &progress, answer, now);
        }
        let back = decode(&encode(&guide, &progress).unwrap(), &guide, NOW).unwrap();
        same(&guide, &progress, &back.progress);
    }
}

/// Nobody answered before there were guides, nor after tomorrow.
#[test]
fn times_out_of_reason_are_refused() {
    let guide = guide();
    let far = 8_640_000_000_000_000;
    for (at, here, taken) in [
        (FIRST, NOW, true),
        (FIRST - 1, NOW, false),
        (0, NOW, false),
        (NOW + DAY, NOW, true),
        (NOW + DAY + MINUTE, NOW, false),
        (far, NOW, false),
        (u64::MAX, NOW, false),
        // A clock that is itself wrong judges no other.
        (NOW, 0, true),
        (NOW, FIRST - 1, true),
        (NOW, FIRST, false),
    ] {
        let progress = answered(&guide, &Progress::default(), Answer::Yes, at);
        let link = encode(&guide, &progress).unwrap();
        let read = decode(&link, &guide, here).map(|read| told(&read.progress));
        let wanted = if taken {
            Ok(told(&progress))
        } else {
            Err(TransferError::ImpossibleTime)
        };
        assert_eq!(read, wanted, "{at} {here}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    /// Any walk, at any times, comes back as it was.
    #[test]
    fn any_walk_comes_back(presses in proptest::collection::vec((0..Answer::ALL.len(), FIRST..NOW + DAY, any::<bool>()), 0..60)) {
        let guide = guide();
        let mut progress = Progress::default();
        for (answer, now, tick) in presses {
            let screen = Walk::replay(&guide, &progress).screen;
            let id = screen.id().to_owned();
            let step = screen.fix().and_then(|fix| fix.steps.get(answer)).map(|step| step.id.clone());
            let action = match step {
                Some(step) if tick => Action::Tick { step, done: true },
                _ => Action::Answer { id, answer: Answer::ALL[answer] },
            };
            progress = apply(&guide, &progress, &action, now).unwrap_or(progress);
        }
        let link = encode(&guide, &progress).unwrap();
        let back = decode(&link, &guide, NOW).unwrap();
        prop_assert_eq!(back.unknown, 0);
        same(&guide, &carried(&guide, &progress), &back.progress);
    }

    /// Whatever stands in a fragment whose checksum was forged: no panic, and what is taken up would be written again as it
    /// stands, less what this guide does not know.
    #[test]
    fn a_forged_link_holds_only_answers(changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..6), cut in any::<prop::sample::Index>(), whole in any::<bool>()) {
        let guide = guide();
        let mut bytes = payload(&encode(&guide, &longest(&guide)).unwrap());
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if !whole {
            bytes.truncate(cut.index(bytes.len()));
        }
        if let Ok(back) = decode(&of_payload(&bytes), &guide, NOW) {
            for (key, given) in back.progress.answers() {
                prop_assert!(key.kind.answers().contains(&given.answer));
                let known = if key.kind == Kind::Question { guide.question(&key.id).is_some() } else { guide.fix(&key.id).is_some() };
                prop_assert!(known && given.since <= given.at);
            }
            let again = encode(&guide, &back.progress).unwrap();
            prop_assert_eq!(decode(&again, &guide, NOW).unwrap().progress, back.progress);
        }
    }

    #[test]
    fn words_are_no_link(text in "\\PC{0,80}", mark in any::<bool>()) {
        let text = if mark { format!("#{FRAGMENT_PREFIX}{text}") } else { text };
        prop_assert!(decode(&text, &guide(), NOW).is_err());
    }
}
