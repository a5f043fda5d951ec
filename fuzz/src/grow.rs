//! Time that grows faster than the input: patterns are repeated n, 2n and 4n times and their times compared.
//!
//! Belongs here: how growth is distinguished from noise. Does not: the known patterns (`patterns`), or what an input must satisfy (`target`).

use std::time::{Duration, Instant};

use crate::generate::{Generator, rng};
use crate::mutate::pick;
use crate::patterns::KNOWN;
use crate::record;
use crate::target::{Target, feed};

/// Bytes of the smallest input.
const SMALLEST: usize = 60_000;

/// Allowed growth of time for four times the input; linear is 4, quadratic 16.
const MAX_RATIO: f64 = 9.0;

/// What is done sooner than this says nothing.
const SHORTEST: Duration = Duration::from_millis(40);

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
                for from in ["=", "#"] {
                    one = numbered(&one, from);
                }
                for id in ["a", "q", "s"] {
                    for (start, end) in [("\"", "\""), (" ", "\""), (" ", "<")] {
                        let numbered = format!("{start}{id}{copy}{end}");
                        one = one.replace(&format!("{start}{id}{end}"), &numbered);
                    }
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
    let random = (0..more).map(|number| Pattern::random(generator, target, number));
    known(target).chain(random).collect()
}

/// Those that have kept a parser busy before, each plain and numbered.
pub(crate) fn known(target: Target) -> impl Iterator<Item = Pattern> {
    let known = KNOWN.iter().filter(move |(of, ..)| *of == target);
    known.flat_map(move |(_, before, repeated, after)| {
        let [plain, numbered] = [false, true].map(|numbered| Pattern {
            before: (*before).to_owned(),
            repeated: (*repeated).to_owned(),
            numbered,
            after: (*after).to_owned(),
        });
        // Most hold nothing that a number could stand behind.
        let differs = numbered.repeat(target, 2) != plain.repeat(target, 2);
        [Some(plain), differs.then_some(numbered)]
            .into_iter()
            .flatten()
    })
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
