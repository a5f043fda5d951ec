//! Time that grows faster than the input: patterns are repeated n, 2n and 4n times and their times compared.
//!
//! Belongs here: how growth is told from noise. Does not: the patterns (`make`).

use std::time::{Duration, Instant};

use crate::form::{Form, feed};
use crate::make::{Maker, Pattern};

/// Bytes of the smallest input.
const BYTES: usize = 60_000;

/// Four times the input may take up to this many times the time; linear is 4, quadratic 16.
const MOST: f64 = 9.0;

/// What is over sooner than this says nothing.
const LEAST: Duration = Duration::from_millis(40);

/// Patterns that have kept parsers busy before; numbered ones last.
const KNOWN: &[(Form, &str, &str)] = &[
    (Form::Html, "", "<b><p>"),
    (Form::Html, "", "<a x="),
    (Form::Html, "", "<table><p>"),
    (Form::Html, "", "</p>"),
    (Form::Html, "", "<i a=a></x>"),
    (
        Form::Html,
        "<article><h1>T</h1>",
        "<h2>Same</h2><ol><li>Do</ol>",
    ),
    (Form::Html, "<article><h1>T</h1><h2>F</h2><ol>", "<li>Do"),
    (
        Form::Html,
        "<article><h1>T</h1>",
        "<section data-unstuck-id=a><h2>Same</h2><ol><li data-unstuck-id=s data-unstuck-only-if=q>Do</ol></section>",
    ),
    (
        Form::Html,
        "<article><h1>T</h1>",
        "<p data-unstuck-id=q data-unstuck-ask=Q? data-unstuck-only-if=q>X</p>",
    ),
    (
        Form::Html,
        "<article><h1>T</h1><h2>F</h2><ol><li>Do</ol>",
        "<p><a href=javascript:x>y</a>",
    ),
    (Form::Markdown, "", "> "),
    (Form::Markdown, "", "[a]("),
    (Form::Markdown, "", "*a_"),
    (Form::Markdown, "", "{#a}\n"),
    (Form::Markdown, "", "{ask=x}\n\n"),
    (Form::Markdown, "", "{a "),
    (Form::Markdown, "", "- a\n  "),
    (Form::Markdown, "# T {#g}\n\n", "## A\n\n1. Do.\n\n"),
    (Form::Markdown, "# T {#g}\n\n", "1. Do\n"),
    (Form::Markdown, "# T {#g}\n\n", "word\n"),
    (Form::Json, "", "{\"fixes\":["),
    (Form::Json, "[", "\"\\u0000\","),
    (
        Form::Adopt,
        "<article><h1>How to</h1>",
        "<h2>Fix</h2><ul><li>Do</ul><p>Or</p>",
    ),
    (
        Form::Adopt,
        "<article><h1>How to</h1>",
        "<h3>Fix</h3><div><p>Do</div>",
    ),
    (
        Form::Adopt,
        "<article><h1>How to</h1>",
        "<p><b>1. Do</b></p>",
    ),
    (Form::Condition, "", "a "),
    (Form::Condition, "", "!"),
    (
        Form::Record,
        "{\"v\":1,\"guide\":\"g\",\"rev\":1,\"seq\":1,\"progress\":{\"answers\":[",
        "[\"question\",\"a\",\"yes\",1,1],",
    ),
];

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
        self.times[2] > LEAST && self.ratio() > MOST
    }
}

/// The patterns of a form: the known ones, each plain and numbered, and `more` made ones.
pub(crate) fn patterns(maker: &Maker, form: Form, more: u64) -> Vec<Pattern> {
    let known = KNOWN.iter().filter(|(of, ..)| *of == form);
    let known = known.flat_map(|(_, before, repeated)| {
        [false, true].map(|numbered| Pattern {
            before: (*before).to_owned(),
            repeated: (*repeated).to_owned(),
            numbered,
            after: String::new(),
        })
    });
    known
        .chain((0..more).map(|number| maker.pattern(form, number)))
        .collect()
}

/// Measures a pattern. A time that looks bad is taken again: another program may have had the core.
pub(crate) fn grow(form: Form, pattern: &Pattern) -> Grown {
    let copies = BYTES.div_ceil(pattern.repeated.len().max(1));
    let texts = [1, 2, 4].map(|times| pattern.of(form, copies * times));
    let mut grown = Grown {
        pattern: pattern.clone(),
        times: texts.each_ref().map(|text| took(form, text)),
    };
    for _ in 0..3 {
        if !grown.too_fast() {
            break;
        }
        for (best, text) in grown.times.iter_mut().zip(&texts) {
            *best = (*best).min(took(form, text));
        }
    }
    grown
}

fn took(form: Form, text: &str) -> Duration {
    let begun = Instant::now();
    feed(form, text, false);
    begun.elapsed()
}
