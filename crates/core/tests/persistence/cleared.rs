//! What a reader clears is gone, whatever is in the copies; what no clock can have numbered is never taken for the newest.

use unstuck_core::Seq;
use unstuck_core::persistence::{Durability, Notice, Store, quarantine_name, record_name};
use unstuck_core::progress::{Progress, Record, RecordError};

use super::model::{Dice, World, guide};
use super::sealed::sealed;

fn newer() -> String {
    sealed(r#"{"v":99,"guide":"iphone-backup","seq":9999999999999,"and":{"so":"on"}"#)
}

/// A tab with a few answers on both copies, and its record with this number.
fn world(seq: u64) -> (World, String) {
    let mut world = World::new(&guide());
    world.open();
    for _ in 0..3 {
        while !world.answer(0, &mut Dice(1)) {}
    }
    world.rest();
    let record = Record {
        seq: Seq(seq),
        ..world.tabs[0].keeper.record()
    };
    (world, record.to_text())
}

#[test]
fn clearing_overwrites_whatever_is_there() {
    let name = record_name(&guide().id);
    let (_, highest) = world(u64::MAX);
    let texts = [newer(), highest, "not a record".into(), String::new()];
    for text in &texts {
        for (first, second, opened) in [
            (true, true, false),
            (true, false, false),
            (false, true, false),
            (true, true, true),
            (false, true, true),
        ] {
            let case = format!("{text} {first} {second} {opened}");
            let (mut world, _) = world(1);
            world.tabs.clear();
            if !opened {
                world.open();
                world.rest();
            }
            if first {
                world.local.save(&name, text).unwrap();
            }
            if second {
                world.database.disk.insert(name.clone(), text.clone());
            }
            if opened {
                world.open();
            }
            world.now += 1000;
            let keeper = &world.tabs[0].keeper;
            keeper.clear(world.now.into());
            let empty = keeper.record().to_text();
            assert_eq!(keeper.progress(), Progress::default(), "{case}");
            world.database.asked.push_back(0);
            world.rest();
            let keeper = &world.tabs[0].keeper;
            assert_eq!(
                (keeper.durability(), keeper.notice()),
                (Durability::Durable, None),
                "{case}"
            );
            assert_eq!(world.local.load(&name), Ok(Some(empty.clone())), "{case}");
            assert_eq!(world.database.disk.get(&name), Some(&empty), "{case}");
            assert!(Record::from_text(&empty, &guide().id, world.now).is_ok());
            // The first copy's quarantine, from before, is the caller's to remove; none is made for it.
            assert_eq!(world.database.disk.len(), 1, "{case}");
            world.tabs.clear();
            assert_eq!(world.resume().1, Progress::default(), "{case}");
        }
    }
}

/// The second copy was never met, and has more than the first.
#[test]
fn clearing_before_the_second_copy_is_met_clears_it_too() {
    let (mut world, _) = world(1);
    world.tabs.clear();
    world.local.0.borrow_mut().disk.clear();
    world.local.die();
    world.open();
    world.now += 1000;
    world.tabs[0].keeper.clear(world.now.into());
    world.rest();
    assert_eq!(world.tabs[0].keeper.progress(), Progress::default());
    world.tabs.clear();
    assert_eq!(world.resume().1, Progress::default());
}

/// What another tab says after it stands, also a newer version's.
#[test]
fn clearing_takes_nothing_that_comes_after_it() {
    let name = record_name(&guide().id);
    let (mut world, _) = world(1);
    world.tabs[0].keeper.clear(world.now.into());
    world.open();
    world.now += 1000;
    while !world.answer(1, &mut Dice(2)) {}
    let said = world.tabs[1].keeper.progress();
    world.database.asked.push_front(1);
    world.database.asked.push_back(0);
    world.rest();
    assert_eq!(world.tabs[0].keeper.progress(), said);
    world.local.save(&name, &newer()).unwrap();
    world.tabs[0]
        .keeper
        .update(Progress::default(), world.now.into());
    assert_eq!(world.local.load(&name), Ok(Some(newer())));
    assert_eq!(world.tabs[0].keeper.notice(), Some(Notice::Newer));
    // In the second copy alone.
    let (mut world, _) = self::world(1);
    world.tabs[0].keeper.clear(world.now.into());
    world.database.asked.push_back(0);
    world.rest();
    world.database.disk.insert(name.clone(), newer());
    world.database.asked.push_back(0);
    world.rest();
    assert_eq!(world.database.disk.get(&name), Some(&newer()));
}

#[test]
fn a_record_from_the_future_is_set_aside_and_told() {
    let guide = guide();
    let name = record_name(&guide.id);
    let (_, future) = world(u64::MAX);
    for (first, second) in [(true, true), (true, false), (false, true)] {
        let mut world = World::new(&guide);
        if first {
            world.local.save(&name, &future).unwrap();
        }
        if second {
            world.database.disk.insert(name.clone(), future.clone());
        }
        world.open();
        world.rest();
        let keeper = &world.tabs[0].keeper;
        assert_eq!(
            (keeper.seq(), keeper.notice()),
            (Seq(0), Some(Notice::Unreadable))
        );
        if first {
            let aside = world.local.load(&quarantine_name(&guide.id, 1));
            assert_eq!(aside, Ok(Some(future.clone())));
        }
        if second {
            let mut aside = world.database.disk.iter();
            assert!(aside.any(|(key, text)| *key != name && *text == future));
        }
        // The walk goes on from the beginning, and is kept.
        while !world.answer(0, &mut Dice(3)) {}
        let said = world.tabs[0].keeper.progress();
        world.rest();
        world.tabs.clear();
        assert_eq!(world.resume().1, said);
    }
}

/// Nor does it come in later: from another tab, or by an element that is put back.
#[test]
fn a_record_from_the_future_is_no_news() {
    let name = record_name(&guide().id);
    let (world, future) = world(u64::MAX);
    let keeper = &world.tabs[0].keeper;
    let before = keeper.record();
    let now = world.now.into();
    assert_eq!(keeper.merge(&future, now), Err(RecordError::Future));
    world.local.save(&name, &future).unwrap();
    assert_eq!(keeper.reload(now), None);
    assert_eq!(keeper.record(), before);
    let seq = keeper.update(Progress::default(), now);
    assert_eq!(world.local.load(&name), Ok(Some(keeper.record().to_text())));
    assert!(seq < Seq(world.now + 1000));
}

/// A clock that is set back while the page is open makes no record of its own unreadable.
#[test]
fn a_clock_set_back_by_days_does_not_shut_out_the_own_record() {
    let (mut world, _) = world(1);
    world.now -= 3 * 24 * 60 * 60 * 1000;
    for _ in 0..3 {
        while !world.answer(0, &mut Dice(4)) {}
        world.rest();
    }
    let keeper = &world.tabs[0].keeper;
    assert_eq!(keeper.durability(), Durability::Durable);
    assert_eq!(world.database.disk.len(), 1, "nothing is set aside");
}
