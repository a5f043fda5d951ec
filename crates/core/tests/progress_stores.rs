//! The two copies of the record in a model of a browser that dies: what is restored is a state that the reader really had,
//! the newest that was said to be saved or a newer one.
//!
//! Belongs here: the stores as browsers have them (writes on their way, lost, in part, damaged, old), and readers who walk
//! the real guide. Does not: real browsers (tests/browser/page/durable.rs).

// A test that panics has failed, which is what a surprise should do here.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

use unstuck_adopt::html;
use unstuck_core::Seq;
use unstuck_core::guide::Guide;
use unstuck_core::persistence::{Durability, Notice, RecordKeeper, Store, StoreError, record_name};
use unstuck_core::progress::{Answer, Progress, RECORD_VERSION, Record};
use unstuck_core::walk::{Action, Screen, Walk, apply};

#[path = "common/sealed.rs"]
mod common;
use common::sealed;

const START: u64 = 1_767_225_600_000;

/// Numbers for one run, the same for the same seed (splitmix64).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % sides
    }

    fn one_in(&mut self, sides: u64) -> bool {
        self.roll(sides) == 0
    }
}

/// localStorage: every tab sees a write at once, the disk sees it later, in order. Shared by the tabs.
#[derive(Clone, Default)]
struct Local(Rc<RefCell<LocalState>>);

#[derive(Default)]
struct LocalState {
    seen: BTreeMap<String, String>,
    disk: BTreeMap<String, String>,
    on_its_way: VecDeque<(String, String)>,
    blocked: bool,
    full: bool,
}

impl Local {
    /// So many of the writes that are on their way reach the disk.
    fn flush(&self, most: u64) {
        let mut state = self.0.borrow_mut();
        for _ in 0..most {
            let Some((name, text)) = state.on_its_way.pop_front() else {
                break;
            };
            state.disk.insert(name, text);
        }
    }

    /// The browser is gone, and with it what was on its way.
    fn die(&self) {
        let mut state = self.0.borrow_mut();
        state.on_its_way.clear();
        state.seen = state.disk.clone();
    }
}

impl Store for Local {
    fn load(&self, name: &str) -> Result<Option<String>, StoreError> {
        let state = self.0.borrow();
        if state.blocked {
            return Err(StoreError::Blocked);
        }
        Ok(state.seen.get(name).cloned())
    }

    fn save(&self, name: &str, text: &str) -> Result<(), StoreError> {
        let mut state = self.0.borrow_mut();
        if state.blocked || state.full {
            return Err(StoreError::Full);
        }
        state.seen.insert(name.into(), text.into());
        state.on_its_way.push_back((name.into(), text.into()));
        Ok(())
    }

    fn copy(&self, from: &str, to: &str) -> Result<(), StoreError> {
        let text = self.load(from)?.unwrap_or_default();
        self.save(to, &text)
    }
}

/// IndexedDB: one transaction at a time. What has been committed is on the disk; the page hears of it later.
#[derive(Default)]
struct Database {
    disk: BTreeMap<String, String>,
    /// Tabs that have asked for a transaction, in order.
    asked: VecDeque<usize>,
    fails: bool,
}

/// A tab: the keeper as the session uses it, and what the reader has in hand.
struct Tab {
    keeper: RecordKeeper<Local>,
    progress: Progress,
    /// Commits that this tab has not heard of yet: whether they went well, and what they were given.
    unheard: VecDeque<(bool, String)>,
}

struct World {
    guide: Guide,
    local: Local,
    database: Database,
    tabs: Vec<Tab>,
    /// Every state that the reader had, by its `seq`.
    had: BTreeMap<Seq, Progress>,
    /// The highest `seq` of which a tab said that it is saved.
    told: Seq,
    now: u64,
}

impl World {
    fn new(guide: &Guide) -> Self {
        Self {
            guide: guide.clone(),
            local: Local::default(),
            database: Database::default(),
            tabs: Vec::new(),
            had: BTreeMap::from([(Seq(0), Progress::default())]),
            told: Seq(0),
            now: START,
        }
    }

    /// As `Session::restore`; the second copy is asked for.
    fn open(&mut self) {
        let (keeper, record) = RecordKeeper::open(self.local.clone(), &self.guide.id, true);
        let progress = record.map_or_else(Progress::default, |record| record.progress);
        self.tabs.push(Tab {
            keeper,
            progress,
            unheard: VecDeque::new(),
        });
        self.database.asked.push_back(self.tabs.len() - 1);
    }

    fn record(&self, tab: usize) -> Record {
        Record {
            v: RECORD_VERSION,
            guide: self.guide.id.clone(),
            rev: self.guide.rev,
            seq: self.tabs[tab].keeper.seq(),
            progress: self.tabs[tab].progress.clone(),
        }
    }

    /// As `Session::refresh`.
    fn refresh(&mut self, tab: usize) {
        let keeper = &self.tabs[tab].keeper;
        let text = keeper.first().unwrap_or_default();
        if let Ok(Some(record)) = keeper.merge(&self.guide.id, &text, false) {
            self.tabs[tab].progress = record.progress;
        }
    }

    /// Something that the reader can do on the screen, as `Session::apply` does it. Whether anything changed.
    fn answer(&mut self, tab: usize, dice: &mut Dice) -> bool {
        self.refresh(tab);
        let progress = &self.tabs[tab].progress;
        let walk = Walk::replay(&self.guide, progress);
        let pick = |dice: &mut Dice, of: &[Answer]| of[dice.roll(of.len() as u64) as usize];
        let id = walk.screen.id().to_owned();
        let answer = match walk.screen {
            Screen::Question(_) | Screen::Choice(_) | Screen::Check(..) => {
                pick(dice, &[Answer::Yes, Answer::No, Answer::Unsure])
            }
            Screen::Confirm(..) => pick(dice, &[Answer::Confirm, Answer::Skip]),
            _ => pick(
                dice,
                &[Answer::NotSolved, Answer::StillRunning, Answer::Cannot],
            ),
        };
        let action = match (dice.roll(12), walk.screen) {
            (0, _) => Action::Back,
            (1, _) if dice.one_in(4) => Action::Restart,
            (2 | 3, Screen::Fix(fix)) if !fix.steps.is_empty() => {
                let step = &fix.steps[dice.roll(fix.steps.len() as u64) as usize];
                let done = !progress.ticked(&fix.id, &step.id);
                let step = step.id.clone();
                Action::Tick { step, done }
            }
            (4, _) if !walk.trail.is_empty() => {
                Action::Change(walk.trail[dice.roll(walk.trail.len() as u64) as usize].clone())
            }
            (_, Screen::Solved(..) | Screen::Exhausted) => Action::Back,
            _ => Action::Answer { id, answer },
        };
        let Some(after) = apply(&self.guide, progress, &action, self.now) else {
            return false;
        };
        self.tabs[tab].progress = after.clone();
        self.tabs[tab].keeper.advance(self.now.into());
        let record = self.record(tab);
        let others = self
            .tabs
            .iter()
            .filter(|tab| tab.keeper.seq() == record.seq);
        assert_eq!(others.count(), 1, "a seq of its own");
        self.had.insert(record.seq, after);
        self.tabs[tab].keeper.keep(&record);
        self.database.asked.push_back(tab);
        true
    }

    /// The transaction that is first in line runs, as in live.js.
    fn commit(&mut self) {
        let Some(tab) = self.database.asked.pop_front() else {
            return;
        };
        if self.database.fails {
            self.tabs[tab].unheard.push_back((false, String::new()));
            return;
        }
        let key = record_name(&self.guide.id);
        let found = self.database.disk.get(&key).cloned().unwrap_or_default();
        self.refresh(tab);
        let keeper = &self.tabs[tab].keeper;
        match keeper.merge(&self.guide.id, &found, true) {
            Ok(Some(record)) => {
                self.had.insert(record.seq, record.progress.clone());
                self.tabs[tab].progress = record.progress;
            }
            Err(_) if !found.is_empty() => {
                let aside = format!("{key}:unreadable:{}", self.now);
                self.database.disk.insert(aside, found.clone());
            }
            _ => {}
        }
        let own = self.record(tab).to_text();
        if own != found && (self.tabs[tab].keeper.seq() > Seq(0) || !found.is_empty()) {
            self.database.disk.insert(key, own.clone());
        }
        self.tabs[tab].unheard.push_back((true, own));
    }

    fn hear(&mut self, tab: usize) {
        let Some((well, own)) = self.tabs[tab].unheard.pop_front() else {
            return;
        };
        // Where more was said since, more is under way.
        if !well || own == self.record(tab).to_text() {
            self.tabs[tab].keeper.flushed(well);
        }
        if self.tabs[tab].keeper.durability() == Durability::Durable {
            self.told = self.told.max(self.tabs[tab].keeper.seq());
        }
    }

    /// All that is on its way arrives.
    fn rest(&mut self) {
        while !self.database.asked.is_empty() {
            self.commit();
        }
        for tab in 0..self.tabs.len() {
            while !self.tabs[tab].unheard.is_empty() {
                self.hear(tab);
            }
        }
        self.local.flush(u64::MAX);
    }

    /// The browser is killed: what is on its way is lost, or part of it arrives.
    fn kill(&mut self, dice: &mut Dice) {
        self.local.flush(dice.roll(3));
        if dice.one_in(2) {
            self.commit();
        }
        self.local.die();
        self.database.asked.clear();
        self.tabs.clear();
    }

    /// Opens one tab and lets everything settle: what it shows then.
    fn resume(&mut self) -> (Seq, Progress, Option<Notice>) {
        self.open();
        self.rest();
        let tab = &self.tabs[0];
        let state = (tab.keeper.seq(), tab.progress.clone(), tab.keeper.notice());
        self.tabs.clear();
        state
    }

    /// Some of a life of this browser: one tab or two, answers, news, commits, flushes.
    fn live(&mut self, dice: &mut Dice, steps: u64) {
        self.open();
        if dice.one_in(3) {
            self.open();
        }
        for _ in 0..steps {
            self.now += dice.roll(3000);
            // Clocks are set back, too.
            if dice.one_in(40) {
                self.now -= dice.roll(90_000_000);
            }
            let tab = dice.roll(self.tabs.len() as u64) as usize;
            match dice.roll(8) {
                0..=2 => drop(self.answer(tab, dice)),
                3 | 4 => self.commit(),
                5 | 6 => self.hear(tab),
                _ => self.local.flush(1),
            }
        }
    }
}

fn guide() -> Guide {
    html::parse(include_str!("../../../guides/iphone-backup.en.html")).unwrap()
}

/// What happens to a copy on the disk while the browser is away.
#[derive(Clone, Copy, Debug)]
enum Damage {
    Gone,
    Torn,
    Flipped,
    Garbage,
    Newer,
    OtherGuide,
}

const DAMAGES: [Damage; 6] = [
    Damage::Gone,
    Damage::Torn,
    Damage::Flipped,
    Damage::Garbage,
    Damage::Newer,
    Damage::OtherGuide,
];

fn damage(disk: &mut BTreeMap<String, String>, how: Damage, dice: &mut Dice) {
    let key = record_name("iphone-backup");
    let Some(text) = disk.get(&key).cloned() else {
        return;
    };
    let at = dice.roll(text.len() as u64) as usize;
    let spoilt = match how {
        Damage::Gone => {
            disk.remove(&key);
            return;
        }
        Damage::Torn => text[..at].to_owned(),
        Damage::Flipped => {
            let mut bytes = text.into_bytes();
            bytes[at] ^= 1 << dice.roll(7);
            String::from_utf8(bytes).unwrap()
        }
        Damage::Garbage => "not a record".into(),
        Damage::Newer => sealed(r#"{"v":99,"guide":"iphone-backup","seq":9999999999999"#),
        Damage::OtherGuide => sealed(&text.rsplit_once(",\"sum\"").unwrap().0.replacen(
            "iphone-backup",
            "router",
            1,
        )),
    };
    disk.insert(key, spoilt);
}

/// So many kill points, each in a life after others.
const KILLS: u64 = 1200;

#[test]
fn what_was_said_to_be_saved_outlives_every_kill() {
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
fn no_more_than_the_last_answer_is_lost_where_the_one_before_was_saved() {
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

#[test]
fn one_damaged_copy_costs_nothing_that_the_other_has_and_two_are_told() {
    let guide = guide();
    for seed in 0..400 {
        let mut dice = Dice(seed);
        let mut world = World::new(&guide);
        world.live(&mut dice, 40);
        world.kill(&mut dice);
        let copy = |disk: &BTreeMap<String, String>| {
            let text = disk.get(&record_name(&guide.id))?;
            Some(Record::from_text(text, &guide.id).unwrap().seq)
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
        let spoilt: Vec<String> = [&world.local.0.borrow().disk, &world.database.disk]
            .iter()
            .filter_map(|disk| disk.get(&record_name(&guide.id)).cloned())
            .filter(|text| Record::from_text(text, &guide.id).is_err())
            .collect();
        let (seq, progress, notice) = world.resume();
        let case = format!("seed {seed}, {hits_first} {one:?}, {hits_second} {two:?}");
        let best = first
            .filter(|_| !hits_first)
            .max(second.filter(|_| !hits_second))
            .unwrap_or_default();
        assert_eq!(seq, best, "{case}");
        assert_eq!(world.had.get(&seq), Some(&progress), "{case}: never had");
        let told = seq == Seq(0) && !spoilt.is_empty();
        assert_eq!(notice, told.then_some(Notice::Unreadable), "{case}");
        // Nothing is thrown away.
        let state = world.local.0.borrow();
        let all: Vec<&String> = state
            .seen
            .values()
            .chain(world.database.disk.values())
            .collect();
        for text in &spoilt {
            assert!(all.contains(&text), "{case}: {text} is gone");
        }
    }
}

#[test]
fn an_old_copy_of_either_does_not_undo_what_came_after_it() {
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
fn answers_without_the_second_copy_are_newer_than_what_it_comes_back_with() {
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
    let wanted = (world.tabs[0].keeper.seq(), world.tabs[0].progress.clone());
    world.tabs.clear();
    world.database.fails = false;
    let (seq, progress, _) = world.resume();
    assert_eq!((seq, progress), wanted);
}

/// What the second copy knew before the page began counts, even where the reader was quicker than it.
#[test]
fn an_answer_before_the_second_copy_is_met_does_not_bury_it() {
    let guide = guide();
    let mut dice = Dice(3);
    let mut world = World::new(&guide);
    world.open();
    for _ in 0..12 {
        world.now += 1000;
        world.answer(0, &mut dice);
    }
    world.rest();
    let before = world.tabs[0].progress.clone();
    world.tabs.clear();
    world.local.0.borrow_mut().disk.clear();
    world.local.die();
    world.open();
    world.now += 1000;
    while !world.answer(0, &mut dice) {}
    assert_ne!(world.tabs[0].progress, before);
    world.rest();
    assert_eq!(world.tabs[0].progress, before);
    assert_eq!(world.resume().1, before);
}

#[test]
fn what_the_reader_is_told_follows_from_both_copies() {
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
    let (keeper, found) = RecordKeeper::open(local, &guide.id, false);
    assert_eq!(
        (keeper.durability(), keeper.notice(), found),
        (MemoryOnly, None, None)
    );
}

#[test]
fn of_two_of_one_number_the_one_in_hand_counts() {
    let guide = guide();
    let mut world = World::new(&guide);
    world.open();
    while !world.answer(0, &mut Dice(1)) {}
    let own = world.record(0);
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
fn news_of_another_tab_is_not_undone_by_what_the_second_copy_held_before_it() {
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
    let wanted = world.tabs[0].progress.clone();
    world.database.asked.push_front(1);
    world.commit();
    assert_eq!(world.tabs[1].progress, wanted);
}
