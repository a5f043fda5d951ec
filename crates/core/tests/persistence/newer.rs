//! A record of a newer version is never overwritten, and the reader gets a notice.

use unstuck_core::Seq;
use unstuck_core::persistence::{
    Copies, Decision, Durability, Found, Notice, RecordKeeper, Restored, Store, record_name,
    restore,
};
use unstuck_core::progress::Progress;

use super::model::{Dice, Local, World, guide};
use super::sealed::sealed;

fn newer() -> String {
    sealed(r#"{"v":99,"guide":"iphone-backup","seq":9999999999999,"and":{"so":"on"}"#)
}

/// A tab with an answer on both copies.
fn world() -> World {
    let mut world = World::new(&guide());
    world.open();
    while !world.answer(0, &mut Dice(1)) {}
    world.rest();
    world
}

#[test]
fn an_older_tab_does_not_overwrite_a_record_of_a_newer_version() {
    let mut world = world();
    let name = record_name(&guide().id);
    world.local.save(&name, &newer()).unwrap();
    world.database.disk.insert(name.clone(), newer());
    // Whether it looks first or not.
    let after = Progress::default();
    world.tabs[0].keeper.update(after.clone(), world.now.into());
    world.database.asked.push_back(0);
    world.rest();
    assert_eq!(world.local.load(&name), Ok(Some(newer())));
    assert_eq!(world.database.disk.get(&name), Some(&newer()));
    assert_eq!(world.database.disk.len(), 1, "nor is a copy of it made");
    let keeper = &world.tabs[0].keeper;
    assert_eq!(keeper.progress(), after, "the walk goes on");
    assert_eq!(
        (keeper.durability(), keeper.notice()),
        (Durability::MemoryOnly, Some(Notice::Newer))
    );
}

#[test]
fn a_second_copy_of_a_newer_version_stops_writes_to_the_first() {
    let mut world = world();
    let name = record_name(&guide().id);
    let before = world.local.load(&name).unwrap();
    let keeper = &world.tabs[0].keeper;
    let decided = keeper.decide(Found::Text(&newer()), 1.into());
    assert_eq!(decided, (Decision::default(), None));
    keeper.update(Progress::default(), world.now.into());
    assert_eq!(world.local.load(&name).unwrap(), before);
    assert_eq!(keeper.notice(), Some(Notice::Newer));
    assert!(!keeper.may_create());
    world.tabs.clear();
}

#[test]
fn at_the_start_it_is_kept_and_the_other_copy_is_shown() {
    let mut world = world();
    let name = record_name(&guide().id);
    let said = world.tabs[0].keeper.progress();
    world.tabs.clear();
    world.local.save(&name, &newer()).unwrap();
    assert_eq!(
        restore(&world.local, &guide().id, world.now),
        Restored::Newer
    );
    let second = world.database.disk.clone();
    world.open();
    assert_eq!(
        world.tabs[0].keeper.notice(),
        Some(Notice::Newer),
        "at once"
    );
    world.rest();
    let keeper = &world.tabs[0].keeper;
    assert_eq!(
        (keeper.progress(), keeper.notice()),
        (said, Some(Notice::Newer))
    );
    assert_eq!(world.local.load(&name), Ok(Some(newer())));
    assert_eq!(
        world.local.0.borrow().seen.len(),
        1,
        "not quarantined: it is well"
    );
    assert_eq!(world.database.disk, second);
}

#[test]
fn a_newer_record_that_is_not_from_a_store_changes_nothing() {
    let keeper = RecordKeeper::open(Local::default(), &guide(), Copies::First, 1.into());
    assert!(keeper.merge(&newer(), 1.into()).is_err());
    assert_eq!(keeper.notice(), None);
    assert_eq!(keeper.seq(), Seq(0));
}
