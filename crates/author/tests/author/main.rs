//! What `unstuck_author` promises: every format there and back, each mistake with its location, the limits, the map.
//!
//! Belongs here: the library by its public names. Does not: the command around it (`crates/cli`), or the reading of
//! articles (`crates/core`).

// A test that panics has failed, which is what a surprise should do here.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod diagnostics;
mod doubts;
mod file_reader;
mod hostile;
#[path = "../common/in_vain.rs"]
mod in_vain;
mod labels;
mod languages;
mod length;
mod map;
mod others;
mod plain;
mod property;
mod reading;
mod round_trip;
mod unseen;

use std::sync::LazyLock;

use unstuck_author::{Format, Loaded, diagnose};
use unstuck_core::guide::Guide;

const REAL: &str = include_str!("../../../../guides/iphone-backup.en.html");

const STARTER: &str = include_str!("../../../cli/src/starter.md");

fn real() -> Guide {
    static READ: LazyLock<Guide> = LazyLock::new(|| unstuck_adopt::html::parse(REAL).unwrap());
    READ.clone()
}

fn guide_of(format: Format, text: &str) -> Guide {
    let loaded = diagnose(format, text);
    loaded
        .guide
        .unwrap_or_else(|| panic!("{:?} in {text}", loaded.diagnostics))
}

/// Without the revision, which depends on the article and not the guide alone: on attributes and wrappers without meaning.
fn without_revision(mut guide: Guide) -> Guide {
    guide.rev = 0;
    guide
}

fn reported(loaded: &Loaded) -> Vec<(usize, &'static str, String)> {
    let problems = loaded.diagnostics.iter();
    problems
        .map(|problem| (problem.location.line, problem.rule, problem.message.clone()))
        .collect()
}
