//! A model of a browser that dies: the stores as browsers have them (writes on their way, lost, in part, damaged, old), and
//! readers who walk the real guide.

use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

use unstuck_adopt::html;
use unstuck_core::guide::Guide;
use unstuck_core::persistence::{
    Copies, Durability, Found, Notice, RecordKeeper, Store, StoreError, record_name,
};
use unstuck_core::progress::{Answer, Progress};
use unstuck_core::walk::{Action, Screen, Walk, apply};
use unstuck_core::{Seq, Timestamp};

use super::sealed::sealed;

const START: u64 = 1_767_225_600_000;

pub(crate) const NOW: Timestamp = Timestamp::from_millis(START);

/// Numbers for one run, the same for the same seed (splitmix64).
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % sides
    }

    pub(crate) fn one_in(&mut self, sides: u64) -> bool {
        self.roll(sides) == 0
    }
}

/// localStorage: every tab sees a write at once, the disk sees it later, in order. Shared by the tabs.
#[derive(Clone, Default)]
pub(crate) struct Local(pub(crate) Rc<RefCell<LocalState>>);

#[derive(Default)]
pub(crate) struct LocalState {
    pub(crate) seen: BTreeMap<String, String>,
    pub(crate) disk: BTreeMap<String, String>,
    pub(crate) on_its_way: VecDeque<(String, String)>,
    pub(crate) blocked: bool,
    pub(crate) full: bool,
}

impl Local {
    /// So many of the writes that are on their way reach the disk.
    pub(crate) fn flush(&self, most: u64) {
        let mut state = self.0.borrow_mut();
        for _ in 0..most {
            let Some((name, text)) = state.on_its_way.pop_front() else {
                break;
            };
            state.disk.insert(name, text);
        }
    }

    /// The browser is gone, and with it what was on its way.
    pub(crate) fn die(&self) {
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

/// IndexedDB: one transaction at a time. What has been committed is on the disk; the page is notified later.
#[derive(Default)]
pub(crate) struct Database {
    pub(crate) disk: BTreeMap<String, String>,
    /// Tabs that have asked for a transaction, in order.
    pub(crate) asked: VecDeque<usize>,
    pub(crate) fails: bool,
}

/// A tab: the keeper as the widget uses it.
pub(crate) struct Tab {
    pub(crate) keeper: RecordKeeper<Local>,
    /// Transactions that this tab has not been notified of yet: the `seq` that they held, and whether they are on the disk.
    unheard: VecDeque<(Seq, bool)>,
}

pub(crate) struct World {
    pub(crate) guide: Guide,
    pub(crate) local: Local,
    pub(crate) database: Database,
    pub(crate) tabs: Vec<Tab>,
    /// Every state that the reader had, by its `seq`.
    pub(crate) had: BTreeMap<Seq, Progress>,
    /// The highest `seq` of which a tab said that it is saved.
    pub(crate) told: Seq,
    pub(crate) now: u64,
    /// The latest time that a clock has shown.
    latest: u64,
}

impl World {
    pub(crate) fn new(guide: &Guide) -> Self {
        Self {
            guide: guide.clone(),
            local: Local::default(),
            database: Database::default(),
            tabs: Vec::new(),
            had: BTreeMap::from([(Seq(0), Progress::default())]),
            told: Seq(0),
            now: START,
            latest: START,
        }
    }

    /// A tab is opened; the second copy is asked for.
    pub(crate) fn open(&mut self) {
        let keeper = RecordKeeper::open(
            self.local.clone(),
            &self.guide,
            Copies::Both,
            self.now.into(),
        );
        self.tabs.push(Tab {
            keeper,
            unheard: VecDeque::new(),
        });
        self.database.asked.push_back(self.tabs.len() - 1);
    }

    /// Something that the reader can do on the screen, as the widget does it. Whether anything changed.
    pub(crate) fn answer(&mut self, tab: usize, dice: &mut Dice) -> bool {
        let keeper = &self.tabs[tab].keeper;
        keeper.reload(self.now.into());
        let progress = &keeper.progress();
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
        let seq = self.tabs[tab].keeper.update(after.clone(), self.now.into());
        let others = self.tabs.iter().filter(|tab| tab.keeper.seq() == seq);
        assert_eq!(others.count(), 1, "a seq of its own");
        self.had.insert(seq, after);
        self.database.asked.push_back(tab);
        true
    }

    /// The transaction that is first in line runs.
    pub(crate) fn commit(&mut self) {
        let Some(tab) = self.database.asked.pop_front() else {
            return;
        };
        let Tab { keeper, unheard } = &mut self.tabs[tab];
        if self.database.fails {
            unheard.push_back((keeper.seq(), false));
            return;
        }
        let disk = &mut self.database.disk;
        let found = disk.get(keeper.name()).cloned();
        let found = found.as_deref().map_or(Found::Nothing, Found::Text);
        let (decision, merged) = keeper.decide(found, self.now.into());
        if let Some(record) = merged {
            self.had.insert(record.seq, record.progress);
        }
        if let (Some(name), Found::Text(text)) = (decision.quarantine, found) {
            disk.insert(name, text.to_owned());
        }
        if let Some(text) = decision.put {
            disk.insert(keeper.name().to_owned(), text);
        }
        unheard.push_back((keeper.seq(), true));
    }

    pub(crate) fn hear(&mut self, tab: usize) {
        let Tab { keeper, unheard } = &mut self.tabs[tab];
        let Some((seq, ok)) = unheard.pop_front() else {
            return;
        };
        keeper.flushed(seq, ok);
        if keeper.durability() == Durability::Durable {
            self.told = self.told.max(keeper.seq());
        }
    }

    /// All that is on its way arrives.
    pub(crate) fn rest(&mut self) {
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
    pub(crate) fn kill(&mut self, dice: &mut Dice) {
        self.local.flush(dice.roll(3));
        if dice.one_in(2) {
            self.commit();
        }
        self.local.die();
        self.database.asked.clear();
        self.tabs.clear();
    }

    /// Opens one tab and runs everything to completion: what it then shows.
    pub(crate) fn resume(&mut self) -> (Seq, Progress, Option<Notice>) {
        self.open();
        self.rest();
        let tab = &self.tabs[0];
        let state = (tab.keeper.seq(), tab.keeper.progress(), tab.keeper.notice());
        self.tabs.clear();
        state
    }

    /// Some of a life of this browser: one tab or two, answers, news, commits, flushes.
    pub(crate) fn live(&mut self, dice: &mut Dice, steps: u64) {
        self.open();
        if dice.one_in(3) {
            self.open();
        }
        for _ in 0..steps {
            self.now += dice.roll(3000);
            self.latest = self.latest.max(self.now);
            // Clocks are set back, too: by more than a day, what was said until then is from the future.
            if dice.one_in(40) {
                self.now = self.latest - dice.roll(80_000_000);
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

pub(crate) fn guide() -> Guide {
    html::parse(include_str!("../../../../guides/iphone-backup.en.html")).unwrap()
}

/// What happens to a copy on the disk while the browser is away.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Damage {
    Gone,
    Torn,
    Flipped,
    Garbage,
    Newer,
    OtherGuide,
}

pub(crate) const DAMAGES: [Damage; 6] = [
    Damage::Gone,
    Damage::Torn,
    Damage::Flipped,
    Damage::Garbage,
    Damage::Newer,
    Damage::OtherGuide,
];

pub(crate) fn damage(disk: &mut BTreeMap<String, String>, how: Damage, dice: &mut Dice) {
    let key = record_name("iphone-backup");
    let Some(text) = disk.get(&key).cloned() else {
        return;
    };
    let at = dice.roll(text.len() as u64) as usize;
    let spoiled = match how {
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
    disk.insert(key, spoiled);
}
