//! Where inputs come from: the tokens of a format put together, and real guides with changes.
//!
//! Belongs here: what an input begins as. Each comes from a seed and its number alone, so that any can be made again.
//! Does not: what inputs are made from (`material`), the changes (`mutate`), or what is done with an input.

use fastrand::Rng;

use crate::material::{Material, Materials};
use crate::mutate::{self, pick};
use crate::target::Target;
use crate::{link, record};

/// The seed of one input.
pub(crate) fn rng(seed: u64, number: u64) -> Rng {
    Rng::with_seed(seed ^ number.wrapping_mul(0x9e37_79b9_7f4a_7c15))
}

/// Makes inputs.
pub(crate) struct Generator {
    pub(crate) seed: u64,
    materials: Materials,
}

impl Generator {
    pub(crate) fn new(seed: u64) -> Self {
        Self {
            seed,
            materials: Materials::read(),
        }
    }

    pub(crate) fn tokens(&self, target: Target) -> &[String] {
        &self.materials.of(target).tokens
    }

    /// The input of this number.
    pub(crate) fn input(&self, target: Target, number: u64) -> String {
        let rng = &mut rng(self.seed, number);
        let Material { tokens, files, .. } = self.materials.of(target);
        // Out of 256, how often an input begins as what.
        let mut text = match (target, rng.u8(..)) {
            (Target::Link, 10..) => return link::forged(tokens, rng),
            (Target::Record, 128..) => record::WHOLE.to_owned(),
            // JSON is refused for one comma: most changes are made to its tree.
            (Target::Json, 60..) => {
                let text = mutate::tree(pick(files, rng), &self.materials, rng);
                if rng.u8(..) > 40 {
                    return text;
                }
                text
            }
            (Target::Html | Target::Adopt | Target::Markdown, choice @ 110..) => match choice {
                // Whole guides are long: few.
                110..114 => pick(files, rng).to_owned(),
                114..120 => noise(rng),
                _ => excerpt(pick(files, rng), target, rng),
            },
            _ => (0..rng.usize(1..40)).map(|_| pick(tokens, rng)).collect(),
        };
        for _ in 0..rng.usize(0..5) {
            mutate::text(&mut text, tokens, rng);
        }
        if target == Target::Record && rng.u8(..) > 20 {
            text = record::sealed(&text);
        }
        text
    }
}

fn noise(rng: &mut Rng) -> String {
    let any = |rng: &mut Rng| match rng.u8(0..4) {
        0 => rng.char(..),
        1 => rng.char('\u{80}'..'\u{3000}'),
        _ => rng.char(' '..'\u{7f}'),
    };
    (0..rng.usize(1..120)).map(|_| any(rng)).collect()
}

/// Some lines of a real file, mostly after a beginning that makes a guide of them.
fn excerpt(file: &str, target: Target, rng: &mut Rng) -> String {
    let lines: Vec<&str> = file.split_inclusive('\n').collect();
    let from = rng.usize(0..lines.len());
    let to = (from + rng.usize(1..24)).min(lines.len());
    let head = if rng.u8(..) < 200 { target.head() } else { "" };
    format!("{head}{}", lines[from..to].concat())
}
