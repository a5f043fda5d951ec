//! The files in `data/`: a folder for each language, a file for each list.
//!
//! Belongs here: where a list is found, and its form. Does not: what a list is asked for (see `lexicon`).

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

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn each_list_holds_each_entry_once_in_lower_case() {
        // Names that readers see, and titles of sections, have capitals.
        let files = FILES
            .iter()
            .filter(|(_, list, _)| !matches!(*list, "systems" | "titles"));
        for (language, list, text) in files {
            let entries: Vec<&str> = lines(text).collect();
            assert!(entries.len() > 5, "{language}/{list}");
            let once: HashSet<&&str> = entries.iter().collect();
            assert_eq!(once.len(), entries.len(), "{language}/{list}");
            assert!(
                entries.iter().all(|entry| *entry == entry.to_lowercase()),
                "{language}/{list}"
            );
        }
    }

    #[test]
    fn quotes_keep_a_space_at_an_end() {
        let entries: Vec<&str> = lines("# what for\n\n\"on \"\n off\n").collect();
        assert_eq!(entries, ["on ", "off"]);
    }
}
