//! Ids from titles.
//!
//! Belongs here: what of a title counts for its id. Does not: ids of what has no title, which the reading makes.

use unstuck_core::guide::slug;

use crate::titles::{after_ordinal, folded};

/// Longest id made from a title, in bytes.
const ID_BYTES: usize = 48;

/// An id that small edits of the title do not change: its significant words, without a leading number.
pub(crate) fn id_of(title: &str) -> String {
    const LIGHT: &[&str] = &[
        "a", "an", "the", "your", "you", "and", "or", "of", "to", "in", "on", "for", "is", "are",
        "that", "this", "it", "its", "with", "my", "please", "if", "any",
    ];
    let folded = folded(title);
    let folded = after_ordinal(&folded).unwrap_or(&folded);
    if !folded.is_ascii() {
        // Reading makes ids for other scripts.
        return String::new();
    }
    let words = folded
        .split(|c: char| !c.is_ascii_alphanumeric() && c != '\'')
        .map(|word| word.replace('\'', ""))
        .filter(|word| !word.is_empty() && !LIGHT.contains(&word.as_str()));
    let mut kept = String::new();
    for word in words {
        if kept.len() + word.len() + 1 > ID_BYTES {
            break;
        }
        if !kept.is_empty() {
            kept.push(' ');
        }
        kept.push_str(&word);
    }
    slug(&kept, ID_BYTES)
}
