//! The systems that titles are for: devices, browsers, places of use.
//!
//! Belongs here: finding them in a title. Does not: the question that a reader is asked (see `questions`).

use crate::lexicon::{Lexicon, System};
use crate::sentences::CLAUSE_ENDS;
use crate::titles::folded;
use crate::word_lists::begins_with_phrase;

/// The most words that name a system at the beginning of a sentence: on a Windows computer.
const WORDS_OF_SYSTEM: usize = 5;

/// Systems of `systems.txt`.
pub(crate) type Systems = Vec<&'static System>;

impl Lexicon {
    /// The first system with one of these names.
    fn called(&'static self, names: &[&str]) -> Option<&'static System> {
        let goes_by = |system: &&System| names.iter().any(|name| system.aliases.contains(name));
        self.systems.iter().find(goes_by)
    }

    /// The name of the device or browser with this short name, as classes and attributes have it.
    pub(crate) fn device_called(&'static self, name: &str) -> Option<&'static str> {
        let name = match name {
            "win" | "win10" | "win11" | "win32" | "win64" => "windows",
            "darwin" | "osx" => "macos",
            name => name,
        };
        let found = self.called(&[name])?;
        // Pages call the widths of their windows so, too.
        (!matches!(found.id, "desktop" | "mobile" | "web")).then_some(found.name)
    }

    /// The systems that a title ends with: Clear the cache on Windows, Reset it (macOS).
    pub(crate) fn systems_at_end(&'static self, title: &str) -> Systems {
        let whole = self.systems_named(title);
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
                self.system_places
                    .iter()
                    .filter_map(|word| folded.rsplit_once(word).map(|(_, end)| end)),
            )
            .map(|name| self.systems_named(name))
            .find(|found| !found.is_empty())
            .unwrap_or_default()
    }

    /// The systems that a paragraph begins with, before its first comma or a word in small letters: On Windows, share the screen.
    /// On a Mac you need to …
    pub(crate) fn systems_at_start(&'static self, words: &str) -> Systems {
        let clause = words.split(CLAUSE_ENDS).next().unwrap_or_default();
        let whole = self.systems_named(clause);
        let lower = folded(clause);
        if !whole.is_empty() || !begins_with_phrase(&lower, &self.system_leads) {
            return whole;
        }
        let small = |rest: &str| rest.starts_with(char::is_lowercase);
        let ends = clause.match_indices(' ').take(WORDS_OF_SYSTEM);
        let before = ends.filter(|(at, _)| small(&clause[at + 1..]));
        before
            .map(|(at, _)| self.systems_named(&clause[..at]))
            .find(|found| !found.is_empty())
            .unwrap_or_default()
    }

    /// The systems that a title is for, where it names nothing else: On Windows 10, macOS and Linux, For iPhone users.
    pub(crate) fn systems_named(&'static self, title: &str) -> Systems {
        let folded = folded(title);
        let mut text = folded.as_str();
        for lead in self.system_leads.iter() {
            text = text.strip_prefix(lead).unwrap_or(text);
        }
        for end in self.system_ends.iter() {
            if self.called(&[text]).is_none() {
                text = text.strip_suffix(end).unwrap_or(text);
            }
        }
        if let Some(whole) = self.called(&[text]) {
            return vec![whole];
        }
        // A version is no other system: windows 10, ios 16.4 and later.
        let mut text = text.to_owned();
        for version in &self.system_versions {
            text = text.replace(version, "");
        }
        for join in &self.system_joins {
            text = text.replace(join, ",");
        }
        let mut found = Vec::new();
        for part in text.split([',', '/', '&', '+', '、', '，']) {
            let part = part.trim();
            if part.is_empty() {
                continue;
            }
            let name = part
                .trim_end_matches(|c: char| {
                    c.is_ascii_digit() || matches!(c, '.' | ' ' | '+' | ',' | 'x')
                })
                .trim_end_matches(" xp")
                .trim_end_matches(" vista");
            match self.called(&[name, part]) {
                Some(system) => found.push(system),
                None if part.chars().all(|c| c.is_ascii_digit() || c == '.')
                    && !found.is_empty() => {}
                None => return Vec::new(),
            }
        }
        found.dedup();
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn systems_that_a_paragraph_begins_with() {
        for (language, words, expected) in [
            ("en", "On Windows, share the whole screen.", Some("windows")),
            ("en", "On a Mac you need to allow it:", Some("macos")),
            ("en", "On Windows Server it is another one.", None),
            ("en", "Windows is slow.", None),
            ("de", "Unter Windows wird sie geteilt.", Some("windows")),
            ("ja", "Windowsの場合、画面を共有します。", Some("windows")),
        ] {
            let found = Lexicon::of(language).systems_at_start(words);
            assert_eq!(found.first().map(|system| system.id), expected, "{words}");
        }
    }

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
            let ids: Vec<&str> = Lexicon::of("en")
                .systems_named(title)
                .iter()
                .map(|system| system.id)
                .collect();
            assert_eq!(ids, expected, "{title}");
        }
    }
}
