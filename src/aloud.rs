//! What is read aloud of a screen, to someone whose hands and eyes are at the device: the question, or the one step that is next.
//!
//! Belongs here: the words. Pure. Does not: the voice (`hooks::use_aloud`).

use unstuck_core::guide::{Fix, Passage, Risk, Step};
use unstuck_core::walk::{Screen, Walk};

use crate::screens::{risk_headline, step_headline};
use crate::session::Session;
use crate::words::Words;

/// The sentences to be spoken, in their order. A fix is told step by step: that which is not ticked yet.
#[must_use]
pub fn aloud(words: &Words, session: &Session, walk: &Walk<'_>) -> Vec<String> {
    let guide = session.guide();
    let mut said = Said {
        words,
        sentences: Vec::new(),
    };
    match walk.screen {
        Screen::Question(question) => {
            said.add(&question.ask);
            said.passages(&question.hint);
        }
        Screen::Choice(options) => {
            said.add(options.first().map_or("", |first| &first.one_of));
            for option in options.iter().filter(|option| walk.shows(option)) {
                said.add(&option.ask);
            }
        }
        Screen::Check(_, check) => {
            said.add(&check.ask);
            said.passages(&check.hint);
        }
        Screen::Confirm(fix, risk) => {
            said.add(&fix.title);
            said.risk(risk);
        }
        Screen::Fix(fix) => said.fix(session, walk, fix),
        Screen::Wait(fix, _) => {
            said.add(words.give_it_time());
            said.passages(guide.wait_of(fix));
            said.add(words.ask(guide, fix));
        }
        // The control that would end it is not there.
        Screen::Solved(..) | Screen::Exhausted => {}
    }
    said.sentences
}

struct Said<'w> {
    words: &'w Words,
    sentences: Vec<String>,
}

impl Said<'_> {
    fn add(&mut self, sentence: &str) {
        // A voice would speak the name of the mark in a menu path.
        let sentence = sentence.replace(" ›", self.words.path_then());
        if !sentence.trim().is_empty() {
            self.sentences.push(sentence);
        }
    }

    /// Code and tables are for the eye: that they are there is said, and no more.
    fn passages(&mut self, passages: &[Passage]) {
        for passage in passages {
            match passage {
                Passage::Words(rich) => self.add(&rich.plain()),
                Passage::List { items, .. } => {
                    for item in items {
                        self.passages(item);
                    }
                }
                Passage::Tip { passages, .. } => self.passages(passages),
                Passage::Code(_) => self.add(self.words.code()),
                Passage::Table { .. } => self.add(self.words.table()),
            }
        }
    }

    fn fix(&mut self, session: &Session, walk: &Walk<'_>, fix: &Fix) {
        let open = |step: &&Step| !session.progress().ticked(&fix.id, &step.id);
        let mut steps = walk.steps(fix).enumerate();
        let next = steps.find(|(_, step)| open(step));
        let Some((place, step)) = next else {
            return self.add(self.words.ask(session.guide(), fix));
        };
        if place == 0 {
            self.add(&fix.title);
            if let Some(risk) = &fix.risk {
                self.warning(risk_headline(self.words, risk));
            }
        }
        if let Some(risk) = &step.risk {
            self.warning(step_headline(self.words, risk));
        }
        self.passages(&step.passages);
    }

    fn risk(&mut self, risk: &Risk) {
        self.warning(risk_headline(self.words, risk));
        self.passages(&risk.passages);
        if !risk.lost.is_empty() {
            self.add(self.words.lost());
            risk.lost.iter().for_each(|one| self.passages(one));
        }
        if !risk.first.is_empty() {
            self.add(self.words.safe_first());
            self.passages(&risk.first);
        }
    }

    fn warning(&mut self, headline: &str) {
        self.add(&[self.words.step_warning(), headline].concat());
    }
}
