//! Time that grows faster than the input: patterns are repeated n, 2n and 4n times and their times compared.
//!
//! Belongs here: the patterns, and how growth is distinguished from noise. Does not: what an input must satisfy (`target`).

use std::time::{Duration, Instant};

use crate::generate::{Generator, rng};
use crate::mutate::pick;
use crate::record;
use crate::target::{Target, feed};

/// Bytes of the smallest input.
const SMALLEST: usize = 60_000;

/// Allowed growth of time for four times the input; linear is 4, quadratic 16.
const MAX_RATIO: f64 = 9.0;

/// What is done sooner than this says nothing.
const SHORTEST: Duration = Duration::from_millis(40);

/// Patterns that have kept parsers busy before; numbered ones last.
const KNOWN: &[(Target, &str, &str)] = &[
    (Target::Html, "", "<b><p>"),
    (Target::Html, "", "<a x="),
    (Target::Html, "", "<table><p>"),
    (Target::Html, "", "</p>"),
    (Target::Html, "", "<i a=a></x>"),
    (
        Target::Html,
        "<article><h1>T</h1>",
        "<h2>Same</h2><ol><li>Do</ol>",
    ),
    (Target::Html, "<article><h1>T</h1><h2>F</h2><ol>", "<li>Do"),
    (
        Target::Html,
        "<article><h1>T</h1>",
        "<section data-unstuck-id=a><h2>Same</h2><ol><li data-unstuck-id=s data-unstuck-only-if=q>Do</ol></section>",
    ),
    (
        Target::Html,
        "<article><h1>T</h1>",
        "<p data-unstuck-id=q data-unstuck-ask=Q? data-unstuck-only-if=q>X</p>",
    ),
    (
        Target::Html,
        "<article><h1>T</h1><h2>F</h2><ol><li>Do</ol>",
        "<p><a href=javascript:x>y</a>",
    ),
    (Target::Markdown, "", "> "),
    (Target::Markdown, "", "[a]("),
    (Target::Markdown, "", "*a_"),
    (Target::Markdown, "", "{#a}\n"),
    (Target::Markdown, "", "{ask=x}\n\n"),
    (Target::Markdown, "", "{a "),
    (Target::Markdown, "", "- a\n  "),
    (Target::Markdown, "# T {#g}\n\n", "## A\n\n1. Do.\n\n"),
    (Target::Markdown, "# T {#g}\n\n", "1. Do\n"),
    (Target::Markdown, "# T {#g}\n\n", "word\n"),
    (Target::Json, "", "{\"fixes\":["),
    (Target::Json, "[", "\"\\u0000\","),
    (
        Target::Adopt,
        "<article><h1>How to</h1>",
        "<h2>Fix</h2><ul><li>Do</ul><p>Or</p>",
    ),
    (
        Target::Adopt,
        "<article><h1>How to</h1>",
        "<h3>Fix</h3><div><p>Do</div>",
    ),
    (
        Target::Adopt,
        "<article><h1>How to</h1>",
        "<p><b>1. Do</b></p>",
    ),
    (Target::Condition, "", "a "),
    (Target::Condition, "", "!"),
    (
        Target::Record,
        "{\"v\":1,\"guide\":\"g\",\"rev\":1,\"seq\":1,\"progress\":{\"answers\":[",
        "[\"question\",\"a\",\"yes\",1,1],",
    ),
];

/// What grows.
#[derive(Clone, Debug, Default)]
pub(crate) struct Pattern {
    pub(crate) before: String,
    pub(crate) repeated: String,
    /// Whether each copy has its number in place of the ids `a`, `s` and `q`.
    pub(crate) numbered: bool,
    pub(crate) after: String,
}

impl Pattern {
    /// One made of tokens.
    fn random(generator: &Generator, target: Target, number: u64) -> Self {
        let rng = &mut rng(generator.seed ^ 1, number);
        let some = |counts: std::ops::RangeInclusive<usize>, rng: &mut fastrand::Rng| {
            (0..rng.usize(counts))
                .map(|_| pick(generator.tokens(target), rng))
                .collect::<String>()
        };
        Self {
            repeated: some(1..=3, rng),
            before: match rng.u8(0..3) {
                0 => String::new(),
                1 => target.head().to_owned(),
                _ => some(0..=2, rng),
            },
            numbered: rng.bool(),
            after: some(0..=2, rng),
        }
    }

    pub(crate) fn repeat(&self, target: Target, copies: usize) -> String {
        let mut text = self.before.clone();
        for copy in 0..copies {
            if self.numbered {
                let numbered = |text: &str, from: &str| {
                    text.replace(&format!("{from}a"), &format!("{from}a{copy}"))
                        .replace(&format!("{from}q"), &format!("{from}q{copy}"))
                        .replace(&format!("{from}s"), &format!("{from}s{copy}"))
                };
                let mut one = self.repeated.clone();
                for from in ["=", "\"", "#"] {
                    one = numbered(&one, from);
                }
                text.push_str(&one);
            } else {
                text.push_str(&self.repeated);
            }
        }
        text.push_str(&self.after);
        if target == Target::Record {
            text = record::sealed(&text);
        }
        text
    }
}

/// How a pattern grew: what it is and the times of n, 2n and 4n copies.
pub(crate) struct Grown {
    pub(crate) pattern: Pattern,
    pub(crate) times: [Duration; 3],
}

impl Grown {
    pub(crate) fn ratio(&self) -> f64 {
        self.times[2].as_secs_f64() / self.times[0].as_secs_f64().max(1e-9)
    }

    pub(crate) fn too_fast(&self) -> bool {
        self.times[2] > SHORTEST && self.ratio() > MAX_RATIO
    }
}

/// The patterns of a target: the known ones, each plain and numbered, and `more` random ones.
pub(crate) fn patterns(generator: &Generator, target: Target, more: u64) -> Vec<Pattern> {
    let known = KNOWN.iter().filter(|(of, ..)| *of == target);
    let known = known.flat_map(|(_, before, repeated)| {
        [false, true].map(|numbered| Pattern {
            before: (*before).to_owned(),
            repeated: (*repeated).to_owned(),
            numbered,
            after: String::new(),
        })
    });
    known
        .chain((0..more).map(|number| Pattern::random(generator, target, number)))
        .collect()
}

/// Measures a pattern. A time that looks bad is taken again: another program may have had the core.
pub(crate) fn grow(target: Target, pattern: &Pattern) -> Grown {
    let copies = SMALLEST.div_ceil(pattern.repeated.len().max(1));
    let texts = [1, 2, 4].map(|times| pattern.repeat(target, copies * times));
    let mut grown = Grown {
        pattern: pattern.clone(),
        times: texts.each_ref().map(|text| time(target, text)),
    };
    for _ in 0..3 {
        if !grown.too_fast() {
            break;
        }
        for (best, text) in grown.times.iter_mut().zip(&texts) {
            *best = (*best).min(time(target, text));
        }
    }
    grown
}

fn time(target: Target, text: &str) -> Duration {
    let start = Instant::now();
    feed(target, text, false);
    start.elapsed()
}
