//! The systems that titles are for: devices, browsers, places of use.
//!
//! Belongs here: finding them in a title. Does not: the question that a reader is asked (see `questions`).

use std::sync::LazyLock;

use crate::titles::folded;
use crate::word_lists::{SYSTEM_ENDS, SYSTEM_LEADS, sections};

/// A system that an article can be about.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct System {
    /// The id of its question.
    pub(crate) id: &'static str,
    /// What the reader sees.
    pub(crate) name: &'static str,
    /// The question that it is one answer to: a reader has one system of each.
    pub(crate) question: &'static str,
    /// What titles call it, in lower case.
    aliases: Vec<&'static str>,
}

/// Systems of `data/systems.txt`.
pub(crate) type Systems = Vec<&'static System>;

static SYSTEMS: LazyLock<Vec<System>> = LazyLock::new(|| {
    let sections = sections(include_str!("../data/systems.txt"));
    let systems = sections.flat_map(|(question, lines)| {
        lines.into_iter().filter_map(move |line| {
            let (id, rest) = line.split_once(" = ")?;
            let (name, aliases) = rest.split_once(": ")?;
            Some(System {
                id,
                name,
                question,
                aliases: aliases.split(", ").collect(),
            })
        })
    });
    systems.collect()
});

/// The first system with one of these names.
fn called(names: &[&str]) -> Option<&'static System> {
    let goes_by = |system: &&System| names.iter().any(|name| system.aliases.contains(name));
    SYSTEMS.iter().find(goes_by)
}

/// The systems that a title ends with: Clear the cache on Windows, Reset it (macOS).
pub(crate) fn systems_at_end(title: &str) -> Systems {
    let whole = systems_named(title);
    if !whole.is_empty() {
        return whole;
    }
    let folded = folded(title);
    let inner = folded
        .strip_suffix(')')
        .and_then(|text| text.rsplit_once('('))
        .map(|(_, inner)| inner);
    inner
        .into_iter()
        .chain(
            [" on ", " for ", " in "]
                .iter()
                .filter_map(|word| folded.rsplit_once(word).map(|(_, end)| end)),
        )
        .map(systems_named)
        .find(|found| !found.is_empty())
        .unwrap_or_default()
}

/// The systems that a title is for, where it names nothing else: On Windows 10, macOS and Linux, For iPhone users.
pub(crate) fn systems_named(title: &str) -> Systems {
    let folded = folded(title);
    let mut text = folded.as_str();
    for lead in SYSTEM_LEADS.iter() {
        text = text.strip_prefix(lead).unwrap_or(text);
    }
    for end in SYSTEM_ENDS.iter() {
        if called(&[text]).is_none() {
            text = text.strip_suffix(end).unwrap_or(text);
        }
    }
    if let Some(whole) = called(&[text]) {
        return vec![whole];
    }
    let mut found = Vec::new();
    for part in text
        .replace(" and ", ",")
        .replace(" or ", ",")
        .replace(['/', '&', '+'], ",")
        .split(',')
    {
        let part = part.trim();
        if part.is_empty() {
            continue;
        }
        // A version is no other system: windows 10, ios 16.4 and later.
        let name = part
            .trim_end_matches(" and later")
            .trim_end_matches(" or later")
            .trim_end_matches(" later")
            .trim_end_matches(|c: char| {
                c.is_ascii_digit() || matches!(c, '.' | ' ' | '+' | ',' | 'x')
            })
            .trim_end_matches(" xp")
            .trim_end_matches(" vista");
        match called(&[name, part]) {
            Some(system) => found.push(system),
            None if part == "later"
                || part.chars().all(|c| c.is_ascii_digit() || c == '.') && !found.is_empty() => {}
            None => return Vec::new(),
        }
    }
    found.dedup();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn systems_of_titles() {
        for (title, expected) in [
            ("On Windows", vec!["windows"]),
            ("Windows 10", vec!["windows"]),
            ("macOS and Linux", vec!["macos", "linux"]),
            ("For iPhone users", vec!["iphone"]),
            ("Windows update fails", vec![]),
            ("Restart", vec![]),
        ] {
            let ids: Vec<&str> = systems_named(title)
                .iter()
                .map(|system| system.id)
                .collect();
            assert_eq!(ids, expected, "{title}");
        }
    }
}
