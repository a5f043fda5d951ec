//! Changes to an input.

use fastrand::Rng;
use serde_json::Value;

use crate::material::Materials;
use crate::target::Target;

pub(crate) fn pick<'a>(of: &'a [String], rng: &mut Rng) -> &'a str {
    &of[rng.usize(0..of.len())]
}

/// A real guide in JSON with two of its fixes, and some of its values changed.
pub(crate) fn tree(file: &str, materials: &Materials, rng: &mut Rng) -> String {
    let mut guide: Value = serde_json::from_str(file).unwrap_or_default();
    if let Some(fixes) = guide.get_mut("fixes").and_then(Value::as_array_mut) {
        rng.shuffle(fixes);
        fixes.truncate(rng.usize(1..3));
    }
    for _ in 0..rng.usize(0..4) {
        value(&mut guide, materials, rng);
    }
    guide.to_string()
}

/// Changes a value, or one within it.
fn value(at: &mut Value, materials: &Materials, rng: &mut Rng) {
    if rng.u8(..) > 40 {
        let inner = match at {
            Value::Array(items) if !items.is_empty() => {
                let place = rng.usize(0..items.len());
                items.get_mut(place)
            }
            Value::Object(fields) if !fields.is_empty() => {
                let place = rng.usize(0..fields.len());
                fields.values_mut().nth(place)
            }
            _ => None,
        };
        if let Some(inner) = inner {
            return value(inner, materials, rng);
        }
    }
    let token = |target, rng: &mut Rng| pick(&materials.of(target).tokens, rng);
    *at = match (rng.u8(0..8), at.take()) {
        (0, _) => Value::Null,
        (1, _) => token(Target::Condition, rng).into(),
        (2, _) => token(Target::Html, rng).into(),
        (3, _) => rng.i64(-3..3).into(),
        (4, value) => Value::Array(vec![value]),
        (5, Value::Array(mut items)) => {
            items.extend_from_within(..);
            items.into()
        }
        (_, Value::String(text)) => format!("{text}{}", token(Target::Markdown, rng)).into(),
        (_, value) => value,
    };
}

/// Changes a text somewhere: takes a piece out, repeats, moves or replaces it, cuts the text off, or inserts a token.
pub(crate) fn text(text: &mut String, tokens: &[String], rng: &mut Rng) {
    let place = |text: &str, rng: &mut Rng| {
        let at = rng.usize(0..=text.len());
        (at..=text.len())
            .find(|at| text.is_char_boundary(*at))
            .unwrap_or(text.len())
    };
    let (one, two) = (place(text, rng), place(text, rng));
    let (from, to) = (one.min(two), one.max(two));
    let near = (from..=(from + 40).min(to))
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(from);
    match rng.u8(0..6) {
        0 => text.replace_range(from..near, ""),
        1 => {
            let again = text[from..near].repeat(rng.usize(1..6));
            text.insert_str(near, &again);
        }
        2 => {
            let moved = text[from..near].to_owned();
            text.replace_range(from..near, "");
            let to = place(text, rng);
            text.insert_str(to, &moved);
        }
        3 => text.replace_range(from..near, pick(tokens, rng)),
        4 => text.truncate(to),
        _ => text.insert_str(from, pick(tokens, rng)),
    }
}
