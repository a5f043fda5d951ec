//! Ids from titles.
//!
//! Belongs here: what of a title counts for its id. Does not: ids of what has no title, which the reading makes.

use std::collections::BTreeMap;

use unstuck_core::guide::slug;

use crate::lexicon::Lexicon;
use crate::titles::folded;

/// Longest id made from a title, in bytes.
const ID_BYTES: usize = 48;

/// An id that small edits of the title do not change: its significant words, without a leading number, each as of one thing.
/// Their order counts: "from the phone to the Mac" is not the way back.
pub(crate) fn id_of(title: &str, lexicon: &Lexicon) -> String {
    make(title, lexicon, singular)
}

/// The ids of a guide's fixes or symptoms, from their titles and the words of the first steps. Where two titles would make one
/// id, both have all their letters and those words, behind a full stop, which no other id has: if one of the two went, the
/// other would else take over its id, and with it its answers.
pub(crate) fn ids_of(fixes: &[(&str, String)], lexicon: &Lexicon) -> Vec<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for (title, _) in fixes {
        *counts.entry(id_of(uncounted(title), lexicon)).or_default() += 1;
    }
    let id = |(title, step): &(&str, String)| match id_of(uncounted(title), lexicon) {
        id if counts.get(&id) == Some(&1) => id_of(title, lexicon),
        _ => {
            let exact = make(uncounted(title), lexicon, str::to_owned);
            format!("{exact}.{}", slug(step, ID_BYTES / 2))
        }
    };
    fixes.iter().map(id).collect()
}

/// A title without the number that tells it from others of the same words: `Restart it (2)`.
fn uncounted(title: &str) -> &str {
    let counted = title.strip_suffix(')');
    match counted.and_then(|title| title.rsplit_once(" (")) {
        Some((words, number)) if number.bytes().all(|byte| byte.is_ascii_digit()) => words,
        _ => title,
    }
}

fn make(title: &str, lexicon: &Lexicon, of_word: fn(&str) -> String) -> String {
    const LIGHT: &[&str] = &[
        "a", "an", "the", "your", "you", "and", "or", "of", "to", "in", "on", "for", "is", "are",
        "that", "this", "it", "its", "with", "my", "please", "if", "any",
    ];
    let folded = folded(title);
    let folded = lexicon.after_ordinal(&folded).unwrap_or(&folded);
    if !folded.is_ascii() {
        return slug(folded.trim(), ID_BYTES);
    }
    let words = folded
        .split(|c: char| !c.is_ascii_alphanumeric() && c != '\'')
        .map(|word| word.replace('\'', ""))
        .filter(|word| !word.is_empty() && !LIGHT.contains(&word.as_str()));
    let mut kept = String::new();
    for word in words {
        let word = of_word(&word);
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

/// A word of many as of one: cables, batteries, switches. Close enough for an id, which nobody reads.
fn singular(word: &str) -> String {
    let ends = |all: &[&str]| all.iter().any(|end| word.ends_with(end));
    if word.len() < 4 || !word.ends_with('s') || ends(&["ss", "us", "is", "os"]) {
        return word.to_owned();
    }
    match word.strip_suffix("ies") {
        Some(stem) if stem.len() > 2 => format!("{stem}y"),
        _ if ends(&["ches", "shes", "xes", "sses"]) => word[..word.len() - 2].to_owned(),
        _ => word[..word.len() - 1].to_owned(),
    }
}
