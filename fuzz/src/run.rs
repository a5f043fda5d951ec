//! Many inputs on all cores: counts, the slowest, and what failed, made small and saved.
//!
//! Belongs here: the run and what it finds out. Does not: what an input is (`generate`), or what must hold (`target`).

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::time::{Duration, Instant};

use crate::generate::Generator;
use crate::target::{Target, feed};

/// How many inputs a core takes at a time.
const BATCH: u64 = 512;

/// One input of so many is also written, drawn and walked.
const EVERY_NTH: u64 = 8;

/// An input that takes longer than this hangs.
const TIMEOUT: Duration = Duration::from_secs(20);

/// Shorter inputs say nothing of the time a byte takes.
const SHORTEST: usize = 256;

/// What a run found out.
#[derive(Default)]
pub(crate) struct Found {
    pub(crate) bytes: u64,
    /// Nanoseconds a byte at most, and the number of that input.
    pub(crate) slowest: (u64, u64),
    /// Inputs that failed, with what was said.
    pub(crate) failed: Vec<(u64, String)>,
}

/// What a parser says to an input, where that is a panic.
pub(crate) fn panics(target: Target, text: &str, all: bool) -> Option<String> {
    let caught = catch_unwind(AssertUnwindSafe(|| feed(target, text, all))).err()?;
    let said = caught.downcast_ref::<String>().cloned();
    Some(said.unwrap_or_else(|| {
        let said = caught.downcast_ref::<&str>();
        said.map_or("a panic without words", |said| said).to_owned()
    }))
}

/// Whether an input is followed all the way.
pub(crate) fn is_thorough(number: u64) -> bool {
    number.is_multiple_of(EVERY_NTH)
}

/// Feeds the inputs of these numbers.
pub(crate) fn run(generator: &Generator, target: Target, count: u64, cores: usize) -> Found {
    let next = AtomicU64::new(0);
    let found = Mutex::new(Found::default());
    // By core: what it is at, from 1, and since when (ms of the run).
    let at: Vec<(AtomicU64, AtomicU64)> = (0..cores).map(|_| Default::default()).collect();
    let start = Instant::now();
    let ms = || u64::try_from(start.elapsed().as_millis()).unwrap_or(u64::MAX);
    std::thread::scope(|scope| {
        let workers: Vec<_> = at
            .iter()
            .map(|(number, since)| {
                let (next, found) = (&next, &found);
                scope.spawn(move || {
                    loop {
                        let first = next.fetch_add(BATCH, Relaxed);
                        if first >= count {
                            number.store(0, Relaxed);
                            return;
                        }
                        let mut own = Found::default();
                        for input in first..(first + BATCH).min(count) {
                            since.store(ms(), Relaxed);
                            number.store(input + 1, Relaxed);
                            one(generator, target, input, &mut own);
                        }
                        let mut found = found.lock().unwrap_or_else(|held| held.into_inner());
                        found.bytes += own.bytes;
                        found.slowest = found.slowest.max(own.slowest);
                        found.failed.append(&mut own.failed);
                    }
                })
            })
            .collect();
        while workers.iter().any(|worker| !worker.is_finished()) {
            std::thread::sleep(Duration::from_millis(100));
            for (number, since) in &at {
                let (number, since) = (number.load(Relaxed), since.load(Relaxed));
                let hangs = Duration::from_millis(ms().saturating_sub(since)) > TIMEOUT;
                if let Some(number) = number.checked_sub(1).filter(|_| hangs) {
                    eprintln!(
                        "{} input {number} does not end; see it with --show {number}",
                        target.name()
                    );
                    std::process::exit(1);
                }
            }
        }
    });
    found.into_inner().unwrap_or_else(|held| held.into_inner())
}

fn one(generator: &Generator, target: Target, number: u64, found: &mut Found) {
    let text = generator.input(target, number);
    let start = Instant::now();
    let said = panics(target, &text, is_thorough(number));
    let took = u64::try_from(start.elapsed().as_nanos()).unwrap_or(u64::MAX);
    found.bytes += text.len() as u64;
    if text.len() >= SHORTEST {
        found.slowest = found.slowest.max((took / text.len() as u64, number));
    }
    if let Some(said) = said {
        found.failed.push((number, said));
    }
}

/// A smaller input that fails as well: pieces are taken out, large ones first, while it still does.
pub(crate) fn minimize(text: &str, fails: impl Fn(&str) -> bool) -> String {
    let mut text = text.to_owned();
    let mut size = text.len().div_ceil(2);
    while size > 0 {
        let mut at = 0;
        while at < text.len() {
            let end = (at + size).min(text.len());
            if !text.is_char_boundary(at) || !text.is_char_boundary(end) {
                at += 1;
                continue;
            }
            let without = format!("{}{}", &text[..at], &text[end..]);
            if fails(&without) {
                text = without;
            } else {
                at += size;
            }
        }
        size /= 2;
    }
    text
}

/// Saves a failing input, made small; its name.
pub(crate) fn save(
    folder: &Path,
    target: Target,
    number: u64,
    text: &str,
) -> std::io::Result<String> {
    let small = minimize(text, |text| panics(target, text, true).is_some());
    std::fs::create_dir_all(folder)?;
    let path = folder.join(format!("{}-{number}.txt", target.name()));
    std::fs::write(&path, small)?;
    Ok(path.display().to_string())
}
