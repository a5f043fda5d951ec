//! One copy is damaged, old, gone or late.

use std::collections::BTreeMap;

use unstuck_core::Seq;
use unstuck_core::persistence::{Durability, Notice, Store, record_name};
use unstuck_core::progress::{Progress, RECORD_VERSION, Record, RecordError};

use super::model::{DAMAGES, Dice, World, damage, guide};

#[test]
fn one_damaged_copy_loses_nothing_and_two_give_a_notice() {
    let guide = guide();
    for seed in 0..400 {
        let mut dice = Dice(seed);
        let mut world = World::new(&guide);
        world.live(&mut dice, 40);
        world.kill(&mut dice);
        let copy = |disk: &BTreeMap<String, String>| {
            let text = disk.get(&record_name(&guide.id))?;
            Some(Record::from_text(text, &guide.id, u64::MAX).unwrap().seq)
        };
        let first = copy(&world.local.0.borrow().disk);
        let second = copy(&world.database.disk);
        let how = |dice: &mut Dice| DAMAGES[dice.roll(DAMAGES.len() as u64) as usize];
        let (hits_first, hits_second) =
            [(true, false), (false, true), (true, true)][dice.roll(3) as usize];
        let (one, two) = (how(&mut dice), how(&mut dice));
        if hits_first {
            damage(&mut world.local.0.borrow_mut().disk, one, &mut dice);
        }
        if hits_second {
            damage(&mut world.database.disk, two, &mut dice);
        }
        world.local.die();
        let spoiled: Vec<String> = [&world.local.0.borrow().disk, &world.database.disk]
            .iter()
            .filter_map(|disk| disk.get(&record_name(&guide.id)).cloned())
            .filter(|text| Record::from_text(text, &guide.id, u64::MAX).is_err())
            .collect();
        let (seq, progress, notice) = world.resume();
        let case = format!("seed {seed}, {hits_first} {one:?}, {hits_second} {two:?}");
        let best = first
            .filter(|_| !hits_first)
            .max(second.filter(|_| !hits_second))
            .unwrap_or_default();
        assert_eq!(seq, best, "{case}");
        assert_eq!(world.had.get(&seq), Some(&progress), "{case}: never had");
        let newer =
            |text: &String| Record::from_text(text, &guide.id, u64::MAX) == Err(RecordError::Newer);
        let told = if spoiled.iter().any(newer) {
            Some(Notice::Newer)
        } else {
            let lost = seq == Seq(0) && !spoiled.is_empty();
            lost.then_some(Notice::Unreadable)
        };
        assert_eq!(notice, told, "{case}");
        // Nothing is thrown away.
        let state = world.local.0.borrow();
        let all: Vec<&String> = state
            .seen
            .values()
            .chain(world.database.disk.values())
            .collect();
        for text in &spoiled {
            assert!(all.contains(&text), "{case}: {text} is gone");
        }
    }
}

#[test]
fn an_old_copy_in_either_store_undoes_nothing() {
    let guide = guide();
    for seed in 0..200 {
        let mut dice = Dice(seed);
        let mut world = World::new(&guide);
        world.live(&mut dice, 20);
        world.rest();
        let local = world.local.0.borrow().disk.clone();
        let database = world.database.disk.clone();
        world.tabs.clear();
        world.live(&mut dice, 30);
        world.rest();
        let newest = *world.had.keys().max().unwrap();
        world.tabs.clear();
        if dice.one_in(2) {
            world.local.0.borrow_mut().disk = local;
        } else {
            world.database.disk = database;
        }
        world.local.die();
        let (seq, progress, _) = world.resume();
        assert_eq!(seq, newest, "seed {seed}");
        assert_eq!(world.had.get(&seq), Some(&progress), "seed {seed}");
        // And the old one is brought up to date.
        let text = world.record_text(seq, progress);
        assert_eq!(
            world.local.load(&record_name(&guide.id)),
            Ok(Some(text.clone()))
        );
        assert_eq!(
            world.database.disk.get(&record_name(&guide.id)),
            Some(&text)
        );
    }
}

impl World {
    fn record_text(&self, seq: Seq, progress: Progress) -> String {
        Record {
            v: RECORD_VERSION,
            guide: self.guide.id.clone(),
            rev: self.guide.rev,
            seq,
            progress,
        }
        .to_text()
    }
}

/// A copy that was away and comes back is older than what was said meanwhile, however little that was.
#[test]
fn answers_given_without_the_second_copy_win_when_it_comes_back() {
    let guide = guide();
    let mut dice = Dice(7);
    let mut world = World::new(&guide);
    world.open();
    for _ in 0..12 {
        world.now += 1000;
        world.answer(0, &mut dice);
    }
    world.rest();
    world.tabs.clear();
    // The first copy is wiped while the second cannot be opened.
    world.local.0.borrow_mut().disk.clear();
    world.local.die();
    world.database.fails = true;
    world.open();
    world.rest();
    world.now += 1000;
    while !world.answer(0, &mut dice) {}
    world.rest();
    let kept = (
        world.tabs[0].keeper.durability(),
        world.tabs[0].keeper.notice(),
    );
    assert_eq!(kept, (Durability::BestEffort, None));
    let wanted = (world.tabs[0].keeper.seq(), world.tabs[0].keeper.progress());
    world.tabs.clear();
    world.database.fails = false;
    let (seq, progress, _) = world.resume();
    assert_eq!((seq, progress), wanted);
}

/// What the second copy knew before the page began counts, even where the reader was quicker than it.
#[test]
fn an_early_answer_does_not_overwrite_a_newer_second_copy() {
    let guide = guide();
    let mut dice = Dice(3);
    let mut world = World::new(&guide);
    world.open();
    for _ in 0..12 {
        world.now += 1000;
        world.answer(0, &mut dice);
    }
    world.rest();
    let before = world.tabs[0].keeper.progress();
    world.tabs.clear();
    world.local.0.borrow_mut().disk.clear();
    world.local.die();
    world.open();
    world.now += 1000;
    while !world.answer(0, &mut dice) {}
    assert_ne!(world.tabs[0].keeper.progress(), before);
    world.rest();
    assert_eq!(world.tabs[0].keeper.progress(), before);
    assert_eq!(world.resume().1, before);
}

#[test]
fn with_equal_seq_the_current_record_wins() {
    let guide = guide();
    let mut world = World::new(&guide);
    world.open();
    while !world.answer(0, &mut Dice(1)) {}
    let own = world.tabs[0].keeper.record();
    let other = Record {
        progress: Progress::default(),
        ..own.clone()
    };
    world
        .database
        .disk
        .insert(record_name(&guide.id), other.to_text());
    world.tabs.clear();
    world.database.asked.clear();
    let (seq, progress, _) = world.resume();
    assert_eq!((seq, &progress), (own.seq, &own.progress));
    assert_eq!(
        world.database.disk.get(&record_name(&guide.id)),
        Some(&own.to_text())
    );
}

#[test]
fn an_older_second_copy_does_not_undo_another_tabs_answers() {
    let guide = guide();
    let mut dice = Dice(5);
    let mut world = World::new(&guide);
    world.open();
    world.rest();
    world.open();
    // The second tab's meeting takes longer than two answers of the first.
    world.database.asked.clear();
    for _ in 0..2 {
        world.now += 1000;
        while !world.answer(0, &mut dice) {}
        if world.database.disk.is_empty() {
            world.rest();
        }
    }
    let wanted = world.tabs[0].keeper.progress();
    world.database.asked.push_front(1);
    world.commit();
    assert_eq!(world.tabs[1].keeper.progress(), wanted);
}
