//! Durability and notices, as shown to the reader.

use unstuck_core::Seq;
use unstuck_core::persistence::{Copies, Durability, Notice, RecordKeeper, Store, record_name};
use unstuck_core::progress::Progress;

use super::model::{Dice, Local, NOW, World, guide};

#[test]
fn the_notice_follows_from_both_copies() {
    use Durability::{BestEffort, Durable, MemoryOnly};
    let guide = guide();
    for (blocked, full, fails, kept, notice) in [
        (false, false, false, Durable, None),
        (true, false, false, Durable, None),
        (false, true, false, Durable, None),
        (false, false, true, BestEffort, None),
        (true, false, true, MemoryOnly, Some(Notice::NotKept)),
        (false, true, true, MemoryOnly, Some(Notice::NotKept)),
    ] {
        let case = format!("{blocked} {full} {fails}");
        let mut world = World::new(&guide);
        world.local.0.borrow_mut().blocked = blocked;
        world.local.0.borrow_mut().full = full;
        world.database.fails = fails;
        world.open();
        let keeper = |world: &World| {
            (
                world.tabs[0].keeper.durability(),
                world.tabs[0].keeper.notice(),
            )
        };
        // Nothing is said before the second copy has answered.
        assert_eq!(keeper(&world).1, None, "{case}");
        world.rest();
        while !world.answer(0, &mut Dice(1)) {}
        assert_eq!(keeper(&world).0 == Durability::Pending, !fails, "{case}");
        world.rest();
        assert_eq!(keeper(&world), (kept, notice), "{case}");
        world.tabs.clear();
        let (seq, _, _) = world.resume();
        assert_eq!(seq > Seq(0), kept != MemoryOnly, "{case}");
    }
    // Nothing is wanted: no store is touched.
    let local = Local::default();
    local.0.borrow_mut().blocked = true;
    let keeper = RecordKeeper::open(local, &guide, Copies::None, NOW);
    let state = (keeper.durability(), keeper.notice(), keeper.seq());
    assert_eq!(state, (MemoryOnly, None, Seq(0)));
    assert!(!keeper.needs_flush());
}

/// Progress with one answer.
fn answered() -> Progress {
    let mut world = World::new(&guide());
    world.open();
    while !world.answer(0, &mut Dice(1)) {}
    world.tabs[0].keeper.progress()
}

#[test]
fn a_full_first_copy_alone_gives_a_notice_at_once() {
    use Durability::{BestEffort, MemoryOnly};
    let local = Local::default();
    let keeper = RecordKeeper::open(local.clone(), &guide(), Copies::First, NOW);
    let state = || (keeper.durability(), keeper.notice());
    assert_eq!(state(), (BestEffort, None));
    keeper.update(answered(), 1000.into());
    assert_eq!(state(), (BestEffort, None));
    local.0.borrow_mut().full = true;
    keeper.update(Progress::default(), 2000.into());
    assert_eq!(state(), (MemoryOnly, Some(Notice::NotKept)));
    local.0.borrow_mut().full = false;
    keeper.update(answered(), 3000.into());
    assert_eq!(state(), (BestEffort, None));
    assert!(!keeper.needs_flush(), "there is nothing to flush to");
}

#[test]
fn without_copies_no_store_is_touched_and_no_notice_is_given() {
    let local = Local::default();
    let keeper = RecordKeeper::open(local.clone(), &guide(), Copies::None, NOW);
    keeper.update(answered(), 1000.into());
    assert_eq!(keeper.progress(), answered());
    assert_eq!(keeper.reload(NOW), None);
    assert!(local.0.borrow().seen.is_empty());
    assert_eq!(
        (keeper.durability(), keeper.notice()),
        (Durability::MemoryOnly, None)
    );
}

#[test]
fn a_text_that_cannot_be_quarantined_is_not_overwritten() {
    let local = Local::default();
    let name = record_name(&guide().id);
    local.save(&name, "torn").unwrap();
    local.0.borrow_mut().full = true;
    let keeper = RecordKeeper::open(local.clone(), &guide(), Copies::First, NOW);
    local.0.borrow_mut().full = false;
    keeper.update(answered(), 1000.into());
    assert_eq!(local.load(&name), Ok(Some("torn".into())));
    assert_eq!(keeper.notice(), Some(Notice::NotKept));
}

#[test]
fn a_second_copy_that_does_not_answer_counts_as_failed_until_it_does() {
    let keeper = RecordKeeper::open(Local::default(), &guide(), Copies::Both, NOW);
    let seq = keeper.update(answered(), 1000.into());
    keeper.timed_out();
    assert_eq!(
        (keeper.durability(), keeper.needs_flush()),
        (Durability::BestEffort, true)
    );
    keeper.flushed(seq, true);
    assert_eq!(
        (keeper.durability(), keeper.needs_flush()),
        (Durability::Durable, false)
    );
    // What was written is not what is in hand any more.
    let next = keeper.update(Progress::default(), 2000.into());
    keeper.flushed(seq, true);
    assert_eq!(keeper.durability(), Durability::Pending);
    keeper.flushed(next, true);
    assert_eq!(keeper.durability(), Durability::Durable);
}
