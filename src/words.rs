//! The widget's own words, from `locales/`. The guide's words are the guide's.
//!
//! Belongs here: how a text is filled in, and the context that components read it from. Does not: the texts; `build.rs` makes
//! [`Words`] of them.

use std::fmt::Display;

use yew::prelude::*;

include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// A language is the same only as itself.
impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

/// The words of the widget around; English where none are provided.
#[hook]
pub fn use_words() -> &'static Words {
    use_context().unwrap_or(&EN)
}

/// Puts values into a text, wherever it wants them.
fn fill(text: &str, values: &[(&str, &dyn Display)]) -> String {
    let mut parts = text.split("{{");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once("}}").unwrap_or(("", part));
        if let Some((_, value)) = values.iter().find(|(known, _)| *known == name) {
            out.push_str(&value.to_string());
        }
        out.push_str(rest);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_filled_in_wherever_they_want_it() {
        assert_eq!(EN.fix_of(&3, &8), "Fix 3 of 8");
        assert_eq!(
            fill(
                "{{total}}: {{position}}!",
                &[("position", &3), ("total", &"8")]
            ),
            "8: 3!"
        );
        assert_eq!(fill("none", &[]), "none");
    }

    #[test]
    fn counts_have_their_plural() {
        assert_eq!(
            [EN.fixes(0), EN.fixes(1), EN.fixes(2)],
            ["0 fixes", "1 fix", "2 fixes"]
        );
    }
}
