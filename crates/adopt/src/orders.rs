//! The words that tell somebody to do something, in the forms in which they begin or end an order.
//!
//! Belongs here: what the files `verbs`, `forms` and `orders` say, put together. Does not: what else makes a sentence an
//! instruction (see `sentences`).

use std::collections::HashSet;

use crate::word_lists::{Phrases, Words, entry, file, joined, lines, lowered, section};

/// How a language gives orders.
#[derive(Debug)]
pub(crate) struct Orders {
    /// Forms of verbs that begin an order.
    made: HashSet<String>,
    /// Those of them that leave the ending out: prüf of prüfen.
    spoken: HashSet<String>,
    /// Words that are no verbs, though a spoken form looks like them: Druck.
    nouns: Words,
    /// Behind a word that may be either, these show that it is a verb: "Druck die Seite".
    objects: Words,
    /// Other words that do.
    first: Words,
    /// What looks like one and is none.
    none: Words,
    /// Pronouns that can hang on a form: apágalo, ligue-o.
    attached: Phrases,
    /// Forms of verbs that end an order, with any prefix: starten ends neustarten.
    made_last: Vec<String>,
    /// Other words that do.
    last: Words,
    /// May stand before the verb of a title.
    title_leads: Words,
    /// With one of these in it, a clause is none, whatever ends it.
    unless: Words,
}

impl Orders {
    /// Those of languages. Without forms, a verb begins an order as it is.
    pub(crate) fn read(languages: &[&str]) -> Self {
        let mut made = HashSet::new();
        let mut spoken = HashSet::new();
        let mut made_last = Vec::new();
        for language in languages {
            let forms = file(language, "forms");
            let first: Rules = rules(forms, "first");
            let short: Rules = rules(forms, "spoken");
            let last: Rules = rules(forms, "last");
            let behind: Phrases = section(forms, "own");
            for line in lines(file(language, "verbs")) {
                let (verb, own) = line.split_once(": ").unwrap_or((line, ""));
                for form in own.split(", ").filter(|form| !form.is_empty()) {
                    made.insert(form.to_owned());
                    made.extend(behind.iter().map(|end| format!("{form}{end}")));
                }
                if first.is_empty() && last.is_empty() {
                    made.insert(verb.to_owned());
                }
                made.extend(formed(verb, &first));
                spoken.extend(formed(verb, &short));
                made_last.extend(formed(verb, &last));
            }
        }
        Self {
            made,
            spoken,
            nouns: languages
                .iter()
                .flat_map(|language| lines(file(language, "verb_nouns")))
                .collect(),
            objects: joined(languages, "forms", "objects"),
            first: joined(languages, "orders", "first"),
            none: joined(languages, "orders", "none"),
            attached: joined(languages, "forms", "attached"),
            made_last,
            last: joined(languages, "orders", "last"),
            title_leads: joined(languages, "orders", "title leads"),
            unless: joined(languages, "orders", "unless"),
        }
    }

    /// Whether a word begins an order, with the word behind it or alone. Both are in lower case.
    pub(crate) fn begin_with(&self, first: &str, second: &str) -> bool {
        let both = format!("{first} {second}");
        let is_order = |words: &str| self.made.contains(words) || self.first.contains(words);
        if self.none.contains(first) || self.none.contains(&both) {
            return false;
        }
        is_order(first)
            || is_order(&both)
            || self.spoken.contains(first)
                && (!self.nouns.contains(first) || self.objects.contains(second))
            || self.without_pronoun(first).any(|form| is_order(&form))
    }

    /// Whether a word may stand before the verb of a title.
    pub(crate) fn lead_title(&self, word: &str) -> bool {
        self.title_leads.contains(word)
    }

    /// A word without what may hang on it, as it is written then: of apágalo it is apaga.
    fn without_pronoun(&self, word: &str) -> impl Iterator<Item = String> {
        let ends = self.attached.iter();
        ends.filter_map(|end| word.strip_suffix(end)).map(|form| {
            form.replace(['á', 'â'], "a")
                .replace(['é', 'ê'], "e")
                .replace('í', "i")
        })
    }

    /// Whether a clause ends with an order: Das Handy neu starten.
    pub(crate) fn end(&self, clause: &str) -> bool {
        let words = || {
            clause
                .split(|c: char| !c.is_alphanumeric())
                .filter(|word| !word.is_empty())
        };
        let Some(last) = words().next_back() else {
            return false;
        };
        // Where nouns have capitals, "beim Starten" ends with one.
        if last.starts_with(char::is_uppercase) && words().count() > 1 {
            return false;
        }
        let last = lowered(last);
        (self.made_last.iter().any(|form| last.ends_with(form)) || self.last.contains(&last))
            && !words().any(|word| self.unless.contains(&lowered(word)))
    }
}

/// Endings of verbs, each with those of its forms.
type Rules = Vec<(&'static str, Phrases)>;

fn rules(forms: &'static str, name: &str) -> Rules {
    let lines: Phrases = section(forms, name);
    lines.into_iter().filter_map(entry).collect()
}

/// The forms of a verb, by the longest ending that it has.
fn formed(verb: &str, rules: &Rules) -> impl Iterator<Item = String> {
    let fitting = rules
        .iter()
        .filter_map(|(ending, forms)| Some((verb.strip_suffix(ending)?, forms)));
    let longest = fitting.min_by_key(|(stem, _)| stem.len());
    longest
        .into_iter()
        .flat_map(|(stem, forms)| forms.iter().map(move |form| format!("{stem}{form}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_made_by_the_longest_ending() {
        let rules: Rules = vec![("n", vec!["n sie"]), ("en", vec!["en sie", "e"])];
        let forms: Vec<String> = formed("starten", &rules).collect();
        assert_eq!(forms, ["starten sie", "starte"]);
        let spoken: Rules = vec![("en", vec![""])];
        assert_eq!(formed("prüfen", &spoken).collect::<String>(), "prüf");
        assert_eq!(formed("reset", &rules).count(), 0);
    }
}
