//! The browser is killed at any moment.

use unstuck_core::Seq;
use unstuck_core::persistence::Durability;

use super::model::{Dice, World, guide};

/// So many kill points, each in a life after others.
const KILLS: u64 = 1200;

#[test]
fn saved_answers_survive_every_kill() {
    let guide = guide();
    let (mut kills, mut lost, mut answers) = (0, 0, 0);
    for seed in 0..KILLS / 6 {
        let mut dice = Dice(seed);
        let mut world = World::new(&guide);
        for life in 0..6 {
            let steps = dice.roll(60);
            world.live(&mut dice, steps);
            answers = world.had.len().max(answers);
            let newest = *world.had.keys().max().unwrap();
            world.kill(&mut dice);
            kills += 1;
            let (seq, progress, notice) = world.resume();
            let case = format!("seed {seed}, life {life}");
            assert_eq!(world.had.get(&seq), Some(&progress), "{case}: never had");
            assert!(seq >= world.told, "{case}: {seq}, but saved {}", world.told);
            assert_eq!(notice, None, "{case}");
            lost += u64::from(seq < newest);
            world.told = seq;
        }
    }
    assert_eq!(kills, KILLS);
    // The kills hit what they are meant to: answers that were on their way.
    assert!(
        lost > KILLS / 10 && answers > 20,
        "{lost} of {kills}, {answers}"
    );
}

#[test]
fn at_most_the_last_answer_is_lost_once_the_one_before_was_saved() {
    let guide = guide();
    for seed in 0..300 {
        let mut dice = Dice(seed);
        let mut world = World::new(&guide);
        world.open();
        let mut before = Seq(0);
        for _ in 0..=dice.roll(30) {
            world.now += 1000;
            before = world.tabs[0].keeper.seq();
            if !world.answer(0, &mut dice) {
                continue;
            }
            if dice.one_in(8) {
                break;
            }
            world.commit();
            world.hear(0);
            // The very first answer of a life also waits behind the meeting at its start.
            while world.tabs[0].keeper.durability() != Durability::Durable {
                world.commit();
                world.hear(0);
            }
        }
        world.kill(&mut dice);
        let (seq, progress, _) = world.resume();
        assert_eq!(world.had.get(&seq), Some(&progress), "seed {seed}");
        assert!(seq >= before, "seed {seed}: {seq} after {before}");
    }
}
