//! What `carry.js` calls.

use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::Element;

use super::{Reminder, qr};
use crate::Seq;
use crate::browser::clock;
use crate::guide::{self, Guide};
use crate::progress::{Progress, RECORD_VERSION, Record};
use crate::report_text::{self, lasted};
use crate::transfer::{self, Transfer};
use crate::walk::{self, Outcome, Screen, Walk, report};

/// A guide, for what is taken along of it.
#[wasm_bindgen]
pub struct Carry(Guide);

/// The guide of a marked article; the widget has found it sound.
#[wasm_bindgen]
pub fn carry(source: &Element) -> Option<Carry> {
    guide::ready(&unstuck_dom::tree(source, guide::Element::wants)).map(Carry)
}

/// What a link holds, for the reader to decide on.
#[wasm_bindgen]
pub struct Offer {
    guide: Guide,
    carried: Transfer,
}

#[wasm_bindgen]
impl Carry {
    /// The guide's title.
    #[must_use]
    pub fn title(&self) -> String {
        self.0.title.clone()
    }

    /// The guide's id.
    #[must_use]
    pub fn id(&self) -> String {
        self.0.id.clone()
    }

    /// The fragment for what a record holds.
    ///
    /// # Errors
    /// The name of a `TransferError`.
    pub fn link(&self, record: &str) -> Result<String, JsValue> {
        transfer::encode(&self.0, &self.progress(record)).map_err(|error| error.name().into())
    }

    /// What a fragment holds.
    ///
    /// # Errors
    /// The name of a `TransferError`.
    pub fn read(&self, fragment: &str) -> Result<Offer, JsValue> {
        match transfer::decode(fragment, &self.0) {
            Ok(mut carried) => {
                // A link names no words. Where its guide is this very one, they are the same.
                if carried.rev == self.0.rev {
                    carried.progress = walk::with_current_revisions(&self.0, carried.progress);
                }
                Ok(Offer {
                    guide: self.0.clone(),
                    carried,
                })
            }
            Err(error) => Err(error.name().into()),
        }
    }

    /// A record that holds nothing, in the place of one before it.
    #[must_use]
    pub fn nothing(&self, seq: f64) -> String {
        text(&self.0, Progress::default(), seq)
    }

    /// The calendar file for a wait; nothing where none is on screen. `now` and `at` are ms since 1970 UTC.
    #[must_use]
    pub fn reminder(&self, record: &str, now: f64, at: f64, url: &str) -> Option<String> {
        let progress = self.progress(record);
        let Screen::Wait(fix, given) = Walk::replay(&self.0, &progress).screen else {
            return None;
        };
        let uid = format!(
            "{:x}.{}.{}@unstuck",
            given.since.as_millis(),
            fix.id,
            self.0.id
        );
        let summary = fix
            .verdict
            .as_deref()
            .unwrap_or(report_text::ask(&self.0.verdict));
        let description = format!("{}\n{}\n{url}", self.0.title, fix.title);
        let reminder = Reminder {
            uid: &uid,
            stamp: now as u64,
            at: at as u64,
            summary,
            description: &description,
            url,
        };
        Some(reminder.to_text())
    }

    /// The question that a wait ends with.
    #[must_use]
    pub fn ask(&self, record: &str) -> String {
        let progress = self.progress(record);
        let fix = Walk::replay(&self.0, &progress).screen.fix();
        let own = fix.and_then(|fix| fix.verdict.as_deref());
        own.unwrap_or(report_text::ask(&self.0.verdict)).to_owned()
    }

    fn progress(&self, record: &str) -> Progress {
        Record::from_text(record, &self.0.id)
            .map_or_else(|_| Progress::default(), |record| record.progress)
    }
}

#[wasm_bindgen]
impl Offer {
    /// As a record, to take the place of what is here.
    #[must_use]
    pub fn record(&self, seq: f64) -> String {
        text(&self.guide, self.carried.progress.clone(), seq)
    }

    /// How what is here compares: `empty`, `same` or `other`. Times do not count.
    #[must_use]
    pub fn beside(&self, record: &str) -> String {
        let here = Record::from_text(record, &self.guide.id);
        let here = here.map_or_else(|_| Progress::default(), |record| record.progress);
        let how = if here.is_empty() {
            "empty"
        } else if here.says_the_same(&self.carried.progress) {
            "same"
        } else {
            "other"
        };
        how.to_owned()
    }

    /// How many answers this guide has no place for.
    #[must_use]
    pub fn unknown(&self) -> usize {
        self.carried.unknown
    }

    /// Where the reader would be: a fix's position, their total and its title; nothing between fixes.
    #[must_use]
    pub fn place(&self) -> Array {
        let walk = Walk::replay(&self.guide, &self.carried.progress);
        let out = Array::new();
        if let (Some((fix, fixes)), Some(on)) = (walk.position(), walk.screen.fix()) {
            out.push(&(fix as f64).into());
            out.push(&(fixes as f64).into());
            out.push(&on.title.as_str().into());
        }
        out
    }

    /// How long ago the last answer was given, in words; nothing where there is none.
    #[must_use]
    pub fn age(&self) -> Option<String> {
        let answers = self.carried.progress.answers();
        let last = answers.map(|(_, given)| given.at).max()?;
        Some(lasted(last, clock::now().into()))
    }

    /// Every fix that something came of: its title, what, and when.
    #[must_use]
    pub fn tried(&self) -> Array {
        let out = Array::new();
        for line in report(&self.guide, &self.carried.progress).fixes {
            if matches!(line.outcome, Outcome::Open | Outcome::NotOffered) {
                continue;
            }
            let when = line.at.map(|at| clock::moment(at, &self.guide.lang));
            let when = when.unwrap_or_default();
            out.push(&Array::of3(
                &line.title.into(),
                &report_text::outcome(line.outcome).into(),
                &when.into(),
            ));
        }
        out
    }
}

fn text(guide: &Guide, progress: Progress, seq: f64) -> String {
    let record = Record {
        v: RECORD_VERSION,
        guide: guide.id.clone(),
        rev: guide.rev,
        seq: Seq(seq as u64),
        progress,
    };
    record.to_text()
}

/// A text as a QR code: its size in units, and the path of its dark modules. Nothing where it is too long.
#[wasm_bindgen]
pub fn code(text: &str) -> Option<Array> {
    let picture = qr::encode(text)?;
    let size = f64::from(picture.size);
    Some(Array::of2(&size.into(), &picture.path.into()))
}
