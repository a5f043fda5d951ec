//! The files in `data/`: a folder for each language, a file for each list.
//!
//! Belongs here: where a list is found, its form, and what fits an entry. Does not: what a list is asked for (see `lexicon`).

use std::collections::HashSet;

/// Language, name and text of each list.
pub(crate) static FILES: &[(&str, &str, &str)] =
    include!(concat!(env!("OUT_DIR"), "/word_lists.rs"));

/// The text of a language's list; nothing where it has none.
pub(crate) fn file(language: &str, list: &str) -> &'static str {
    let found = FILES
        .iter()
        .find(|(of, name, _)| *of == language && *name == list);
    found.map_or("", |(_, _, text)| text)
}

/// Phrases, in the order of their file.
pub(crate) type Phrases = Vec<&'static str>;

/// Words, some of them patterns: in `fehler*` the star stands for anything.
#[derive(Debug, Default)]
pub(crate) struct Words {
    whole: HashSet<&'static str>,
    patterns: Phrases,
}

impl Words {
    /// Whether a word, in lower case, is one of these.
    pub(crate) fn contains(&self, word: &str) -> bool {
        self.whole.contains(word) || self.patterns.iter().any(|pattern| fits(pattern, word))
    }

    /// A text without these at its beginning, where words are written without spaces: 然后输入 is 输入.
    pub(crate) fn cut<'a>(&self, text: &'a str) -> &'a str {
        let mut rest = text;
        while rest.starts_with(is_wide)
            // The longest of them: which comes first in the set is chance.
            && let Some(after) = self
                .whole
                .iter()
                .filter_map(|word| rest.strip_prefix(word))
                .filter(|after| !after.is_empty())
                .min_by_key(|after| after.len())
        {
            rest = after;
        }
        rest
    }
}

/// Whether a letter is of a script that writes no spaces between words.
pub(crate) fn is_wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

impl FromIterator<&'static str> for Words {
    fn from_iter<I: IntoIterator<Item = &'static str>>(entries: I) -> Self {
        let (patterns, whole): (Phrases, Phrases) =
            entries.into_iter().partition(|entry| entry.contains('*'));
        Self {
            whole: whole.into_iter().collect(),
            patterns,
        }
    }
}

/// Whether a text fits a pattern, whose stars stand for anything.
pub(crate) fn fits(pattern: &str, text: &str) -> bool {
    let mut parts = pattern.split('*');
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = text.strip_prefix(first) else {
        return false;
    };
    let Some(last) = parts.next_back() else {
        return rest.is_empty();
    };
    for part in parts {
        match rest.split_once(part) {
            Some((_, after)) => rest = after,
            None => return false,
        }
    }
    rest.ends_with(last)
}

/// A text as the lists write theirs: in lower case, with the apostrophe that keyboards have.
pub(crate) fn lowered(text: &str) -> String {
    text.to_lowercase().replace('’', "'")
}

/// Whether a text contains one of these phrases, which begin where a word does and whose stars stand for anything. The text is in
/// lower case.
pub(crate) fn contains_phrase(text: &str, phrases: &[&str]) -> bool {
    let contains = |phrase: &&str| {
        let mut parts = phrase.split('*');
        let first = parts.next().unwrap_or_default();
        let Some(mut rest) = after_words(text, first) else {
            return false;
        };
        parts.all(|part| {
            rest.split_once(part)
                .map(|(_, after)| rest = after)
                .is_some()
        })
    };
    phrases.iter().any(contains)
}

/// What follows the first place where a text has these words, and not the end of a longer one: "voir" is not in "pouvoir".
fn after_words<'t>(text: &'t str, words: &str) -> Option<&'t str> {
    let in_word = |c: char| c.is_alphanumeric() && !is_wide(c);
    let begins = words.starts_with(in_word);
    text.match_indices(words).find_map(|(at, _)| {
        let (before, found) = text.split_at_checked(at)?;
        let within = begins && before.ends_with(in_word);
        (!within).then(|| found.get(words.len()..)).flatten()
    })
}

/// Whether a text begins with one of these phrases. The text is in lower case.
pub(crate) fn begins_with_phrase(text: &str, phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| text.starts_with(phrase))
}

/// The sections of a file, each with its entries.
pub(crate) fn sections(
    file: &'static str,
) -> impl Iterator<Item = (&'static str, Vec<&'static str>)> {
    let mut out: Vec<(&str, Vec<&str>)> = Vec::new();
    for line in lines(file) {
        match line
            .strip_prefix('[')
            .and_then(|line| line.strip_suffix(']'))
        {
            Some(name) => out.push((name, Vec::new())),
            None => {
                if let Some((_, entries)) = out.last_mut() {
                    entries.push(line);
                }
            }
        }
    }
    out.into_iter()
}

/// The entries of one section of a file.
pub(crate) fn section<T: FromIterator<&'static str>>(file: &'static str, name: &str) -> T {
    let found = sections(file).filter(|(section, _)| *section == name);
    found.flat_map(|(_, entries)| entries).collect()
}

/// The entries of one section of a list in these languages.
pub(crate) fn joined<T>(languages: &[&str], list: &str, name: &str) -> T
where
    T: FromIterator<&'static str>,
{
    let of = |language: &&str| section::<Phrases>(file(language, list), name);
    languages.iter().flat_map(of).collect()
}

/// The lines that say something; quotes keep a space at the end of a line.
pub(crate) fn lines(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| {
            let inner = line
                .strip_prefix('"')
                .and_then(|line| line.strip_suffix('"'));
            inner.unwrap_or(line)
        })
}

/// What stands before and behind the first ` = ` of a line, the latter parted at its commas.
pub(crate) fn entry(line: &'static str) -> Option<(&'static str, Vec<&'static str>)> {
    let (name, rest) = line.split_once(" = ")?;
    Some((name, rest.split(", ").collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_list_holds_each_entry_once_in_lower_case() {
        for (language, list, text) in FILES {
            // Names and questions that readers see have capitals.
            if matches!(*list, "systems" | "questions") || lines(text).next().is_none() {
                continue;
            }
            // An entry can be in several sections, but in none of them twice.
            let mut parts: Vec<(&str, Vec<&str>)> = sections(text).collect();
            if parts.is_empty() {
                parts.push(("", lines(text).collect()));
            }
            for (section, entries) in parts {
                assert!(!entries.is_empty(), "{language}/{list} [{section}]");
                let once: HashSet<&&str> = entries.iter().collect();
                assert_eq!(once.len(), entries.len(), "{language}/{list} [{section}]");
                for entry in entries {
                    assert_eq!(entry, entry.to_lowercase(), "{language}/{list}");
                }
            }
        }
    }

    #[test]
    fn lists_and_sections_are_named_as_in_english() {
        for (language, list, text) in FILES {
            // Where English needs no entries its comments name the sections.
            let place = format!("{}/data/en/{list}.txt", env!("CARGO_MANIFEST_DIR"));
            let english = std::fs::read_to_string(place).unwrap_or_default();
            assert!(!english.is_empty(), "{language}/{list} is no list");
            for (section, _) in sections(text).filter(|_| *list != "systems") {
                let named = english.contains(&format!("[{section}]"));
                assert!(
                    named,
                    "{language}/{list} has an unknown section [{section}]"
                );
            }
        }
    }

    #[test]
    fn quotes_keep_a_space_at_an_end() {
        let entries: Vec<&str> = lines("# what for\n\n\"on \"\n off\n").collect();
        assert_eq!(entries, ["on ", "off"]);
    }

    #[test]
    fn a_phrase_with_a_star_can_have_words_between() {
        for (text, contained) in [
            ("daten gehen verloren", true),
            ("dabei gehen alle daten verloren", true),
            ("verloren gehen", false),
        ] {
            assert_eq!(
                contains_phrase(text, &["gehen*verloren"]),
                contained,
                "{text}"
            );
        }
    }

    #[test]
    fn a_star_stands_for_anything() {
        for (pattern, text, fit) in [
            ("next", "next", true),
            ("next", "next steps", false),
            ("next*", "next steps", true),
            ("*next", "what next", true),
            ("if *persist*", "if it persists", true),
            ("if *persist*", "if it remains", false),
            ("*a*", "a", true),
            ("ab*b", "ab", false),
        ] {
            assert_eq!(fits(pattern, text), fit, "{pattern} {text}");
        }
    }
}
