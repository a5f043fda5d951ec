//! Ids from words.
//!
//! Belongs here: how words become an id, and ids for what its author has given none. Does not: ids that meet (see `check`).

use std::collections::{BTreeMap, BTreeSet};

use super::model::Guide;
use crate::checksum::crc32;

/// Longest id that is made from words, in bytes: enough to tell steps apart, short enough for the stored record.
pub(super) const SLUG_BYTES: usize = 40;

/// Whether an id is one that stored records, attributes and links can have as it is: letters, digits, `-`, `_` and `.` of ASCII.
///
/// ```
/// use unstuck_core::guide::is_id;
/// assert!(is_id("restart-it"));
/// assert!(!is_id("Neu starten"));
/// ```
#[must_use]
pub fn is_id(id: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    !id.is_empty() && id.chars().all(plain)
}

/// An id from words, cut after `max_bytes`: their ASCII letters and digits in lower case, hyphens for all else. Words of
/// another script are named by their checksum, since telling letters from marks in every script would take tables of 14 KB.
///
/// ```
/// use unstuck_core::guide::slug;
/// assert_eq!(slug("Restart the phone!", 40), "restart-the-phone");
/// assert_eq!(slug("Restart the phone!", 8), "restart");
/// ```
#[must_use]
pub fn slug(words: &str, max_bytes: usize) -> String {
    let mut out = String::new();
    let mut foreign = false;
    for c in words.chars() {
        if out.len() >= max_bytes {
            break;
        }
        foreign |= !c.is_ascii() && c > '\u{24F}' && !('\u{2000}'..'\u{2C00}').contains(&c);
        if c.is_ascii_alphanumeric() {
            out.push(c.to_ascii_lowercase());
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
    }
    out.truncate(out.trim_end_matches('-').len());
    if foreign {
        if !out.is_empty() {
            out.push('-');
        }
        out.push_str(&format!("{:x}", crc32(words)));
    }
    out
}

/// Gives an id to what has none. Ids made from words can meet: the later ones get a number. Those that the author gave
/// are left as they are, because progress is stored under them; duplicates among them are reported by `check`.
pub(super) fn make_ids(guide: &mut Guide) {
    fn make(mut parts: Vec<(&mut String, String)>) {
        let mut stems = Vec::with_capacity(parts.len());
        for (id, words) in &parts {
            let mut stem = if id.is_empty() {
                slug(words, SLUG_BYTES)
            } else {
                (*id).clone()
            };
            if stem.is_empty() {
                stem.push_str("part");
            }
            stems.push(stem);
        }
        let taken: BTreeSet<&str> = stems.iter().map(String::as_str).collect();
        // How many have each stem so far; one that the author gave comes before all that are made.
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for ((id, _), stem) in parts.iter().zip(&stems) {
            if !id.is_empty() {
                counts.insert(stem, 1);
            }
        }
        let made = parts.iter_mut().zip(&stems);
        for ((id, _), stem) in made.filter(|((id, _), _)| id.is_empty()) {
            let count = counts.entry(stem).or_insert(0);
            *count += 1;
            (*id).clone_from(stem);
            // Two stems that differ make no numbered id alike, so only stems can be in the way.
            while *count > 1 {
                **id = format!("{stem}-{count}");
                if !taken.contains(id.as_str()) {
                    break;
                }
                *count += 1;
            }
        }
    }
    let fixes = guide.fixes.iter_mut();
    make(fixes.map(|fix| (&mut fix.id, fix.title.clone())).collect());
    for fix in &mut guide.fixes {
        let steps = fix.steps.iter_mut().map(|step| {
            let mut words = String::new();
            for passage in &step.passages {
                words.push_str(&passage.plain());
                words.push(' ');
            }
            (&mut step.id, words)
        });
        make(steps.collect());
    }
}
