//! What an answer costs, without a browser: replay, act and record, on the real guide and on one of 5,000 fixes.
//!
//! Belongs here: the pure engine. Does not: what a reader waits for, which only a browser can measure.
//! `cargo bench --features html --bench walk`

// A bench that panics has nothing to measure.
#![allow(clippy::unwrap_used, missing_docs)]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use unstuck_adopt::html;
use unstuck_core::guide::Guide;
use unstuck_core::progress::{Answer, Progress, RECORD_VERSION, Record};
use unstuck_core::walk::{Action, Screen, Walk, apply, report};

#[path = "../crates/author/tests/common/in_vain.rs"]
mod common;

fn real() -> Guide {
    html::parse(include_str!("../guides/iphone-backup.en.html")).unwrap()
}

/// The same fix repeated, with different ids.
fn long(fixes: usize) -> Guide {
    let mut guide = real();
    let one = guide.fixes[1].clone();
    guide.fixes = (0..fixes)
        .map(|n| {
            let id = format!("fix-{n:04}");
            unstuck_core::guide::Fix { id, ..one.clone() }
        })
        .collect();
    guide
}

fn walked(guide: &Guide) -> Progress {
    let progress = common::in_vain(guide, 0);
    assert_eq!(Walk::replay(guide, &progress).screen, Screen::Exhausted);
    progress
}

fn engine(criterion: &mut Criterion) {
    for (name, guide) in [("8 fixes", real()), ("5000 fixes", long(5000))] {
        let progress = walked(&guide);
        let mut group = criterion.benchmark_group(name);
        group.sample_size(20);
        group.bench_function("replay", |b| {
            b.iter(|| {
                black_box(
                    Walk::replay(black_box(&guide), black_box(&progress))
                        .trail
                        .len(),
                )
            });
        });
        group.bench_function("act", |b| {
            b.iter(|| apply(black_box(&guide), black_box(&progress), &Action::Back, 0));
        });
        group.bench_function("report", |b| {
            b.iter(|| report(black_box(&guide), black_box(&progress)));
        });
        let record = Record {
            v: RECORD_VERSION,
            guide: guide.id.clone(),
            rev: guide.rev,
            seq: unstuck_core::Seq(1),
            progress,
        };
        let text = record.to_text();
        group.bench_function("write record", |b| b.iter(|| black_box(&record).to_text()));
        group.bench_function("read record", |b| {
            b.iter(|| Record::from_text(black_box(&text), &guide.id, u64::MAX).unwrap());
        });
        group.finish();
    }
    criterion.bench_function("read the real article", |b| b.iter(real));
}

/// One answer near the beginning, by the length of the guide: it should hardly grow.
fn answer(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("an answer after ten");
    for fixes in [50, 1_000, 5_000] {
        let guide = long(fixes);
        let mut progress = Progress::default();
        for _ in 0..10 {
            progress = next(&guide, &progress);
        }
        group.bench_function(format!("{fixes} fixes"), |b| {
            b.iter(|| next(black_box(&guide), black_box(&progress)));
        });
    }
    group.finish();
}

/// The answer of a reader whom nothing helps.
fn next(guide: &Guide, progress: &Progress) -> Progress {
    let screen = Walk::replay(guide, progress).screen;
    let answer = match screen {
        Screen::Question(_) | Screen::Check(..) => Answer::Unsure,
        Screen::Confirm(..) => Answer::Confirm,
        _ => Answer::NotSolved,
    };
    let id = screen.id().to_owned();
    apply(guide, progress, &Action::Answer { id, answer }, 0).unwrap()
}

criterion_group!(benches, engine, answer);
criterion_main!(benches);
