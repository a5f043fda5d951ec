//! The English word lists in `data/`, parsed once.
//!
//! Belongs here: the form of the files. Does not: what a list is asked for (see `titles`, `sentences` and `systems`).

use std::collections::HashSet;
use std::sync::LazyLock;

/// Single words.
type Words = LazyLock<HashSet<&'static str>>;
/// Phrases, in the order of their file.
type Phrases = LazyLock<Vec<&'static str>>;

/// One static per file of a simple list; each file says what its list is for.
macro_rules! lists {
    ($($name:ident: $type:ty = $file:literal;)*) => {
        $(pub(crate) static $name: $type =
            LazyLock::new(|| lines(include_str!(concat!("../data/", $file))).collect());)*

        #[cfg(test)]
        const FILES: &[(&str, &str)] =
            &[$(($file, include_str!(concat!("../data/", $file)))),*];
    };
}

lists! {
    AFTER_NOUNS: Words = "after_nouns.txt";
    CLAUSE_OPENERS: Words = "clause_openers.txt";
    LEAD_WORDS: Words = "lead_words.txt";
    TROUBLE: Words = "trouble.txt";
    VERBS: Words = "verbs.txt";
    VERB_NOUNS: Words = "verb_nouns.txt";
    WEAK_TROUBLE: Words = "weak_trouble.txt";
    HINTS: Phrases = "hints.txt";
    INSTRUCTIONS: Phrases = "instructions.txt";
    LABELS: Phrases = "labels.txt";
    LIST_INTROS: Phrases = "list_intros.txt";
    LOSSES: Phrases = "losses.txt";
    ONWARD: Phrases = "onward.txt";
    PROBLEM_TITLES: Phrases = "problem_titles.txt";
    REPAIR_TITLES: Phrases = "repair_titles.txt";
    SYSTEM_ENDS: Phrases = "system_ends.txt";
    SYSTEM_LEADS: Phrases = "system_leads.txt";
    WAITING: Phrases = "waiting.txt";
}

/// Whether a text contains one of these phrases. The text is in lower case.
pub(crate) fn contains_phrase(text: &str, phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| text.contains(phrase))
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

/// The lines that say something; quotes keep a space at the end of a line.
fn lines(file: &'static str) -> impl Iterator<Item = &'static str> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_list_holds_each_entry_once_in_lower_case() {
        for (file, text) in FILES {
            let entries: Vec<&str> = lines(text).collect();
            assert!(entries.len() > 5, "{file}");
            let once: HashSet<&&str> = entries.iter().collect();
            assert_eq!(once.len(), entries.len(), "{file}");
            assert!(
                entries.iter().all(|entry| *entry == entry.to_lowercase()),
                "{file}"
            );
        }
    }

    #[test]
    fn quotes_keep_a_space_at_an_end() {
        let entries: Vec<&str> = lines("# what for\n\n\"on \"\n off\n").collect();
        assert_eq!(entries, ["on ", "off"]);
    }
}
