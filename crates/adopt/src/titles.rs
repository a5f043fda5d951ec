//! What a title says of the part under it: a fix, an explanation, a number in a series, something that goes wrong.
//!
//! Belongs here: tests on single titles, all English: the rules are drawn from sixty English articles. Does not: how parts
//! stand to each other (see `classify`), or which system a title is for (see `systems`).

use crate::lexicon::{Lexicon, Role};

impl Lexicon {
    /// The word and the number of a title like `Method 2: Restart` or `Step 3 — Restart`.
    pub(crate) fn ordinal(&self, title: &str) -> Option<(&'static str, u32)> {
        const KINDS: [&str; 18] = [
            "symptom",
            "method",
            "option",
            "solution",
            "step",
            "fix",
            "workaround",
            "approach",
            "resolution",
            "tip",
            "way",
            "cause",
            "scenario",
            "case",
            "error",
            "issue",
            "problem",
            "check",
        ];
        let title = title.trim_start().to_lowercase();
        let kind = KINDS.iter().find(|kind| title.starts_with(**kind))?;
        let rest = title.get(kind.len()..)?.trim_start();
        let rest = rest.trim_start_matches(['#', '(']).trim_start();
        let end = rest
            .find(|c: char| !c.is_ascii_alphanumeric())
            .unwrap_or(rest.len());
        let figure = rest.get(..end)?;
        let number = figure.parse().ok().or(match figure {
            "a" | "one" | "i" => Some(1),
            "b" | "two" | "ii" => Some(2),
            "c" | "three" | "iii" => Some(3),
            "d" | "four" | "iv" => Some(4),
            "e" | "five" | "v" => Some(5),
            _ => None,
        })?;
        Some((kind, number))
    }

    /// What follows the ordinal of a title and its mark: of `Method 2: Restart` the word Restart.
    pub(crate) fn after_ordinal<'a>(&self, folded: &'a str) -> Option<&'a str> {
        self.ordinal(folded)?;
        let (_, rest) = folded.split_once([':', '-', '–', '—', '.'])?;
        Some(rest)
    }

    /// What a title says of its part.
    pub(crate) fn role(&self, title: &str) -> Role {
        let folded = folded(title);
        if folded.is_empty() {
            return Role::Plain;
        }
        // "Why is my picture black?" names what the reader sees.
        if folded.starts_with("why ")
            && (folded.contains(" my ") || folded.contains(" i ") || folded.contains("n't "))
        {
            return Role::Plain;
        }
        self.titles
            .iter()
            .find(|(_, pattern)| pattern.fits(&folded))
            .map_or(Role::Plain, |(role, _)| *role)
    }

    /// Whether a title heads a list of the article's parts.
    pub(crate) fn contents(&self, title: &str) -> bool {
        matches!(
            folded(title).as_str(),
            "contents"
                | "table of contents"
                | "on this page"
                | "in this article"
                | "in this topic"
                | "topics"
        )
    }

    /// Whether a title asks something.
    pub(crate) fn is_question(&self, title: &str) -> bool {
        let title = title.trim().trim_matches(['"', '“', '”']);
        let folded = folded(title);
        let first = folded.split(' ').next().unwrap_or_default();
        title.trim_end().ends_with('?')
            || folded.starts_with("q:")
            || folded.starts_with("q.")
            || matches!(first, "what" | "why" | "how" | "where" | "who")
                && !folded.starts_with("how to")
    }

    /// Whether a title asks for an explanation. "Have you cleared the cache?" does not: it is a fix in other words.
    pub(crate) fn asks_to_know(&self, title: &str) -> bool {
        let folded = folded(title);
        let folded = folded.trim_matches(['"', '“', '”']);
        let first = folded.split(' ').next().unwrap_or_default();
        self.is_question(title)
            && !(first == "why" && self.role(title) == Role::Plain)
            && (matches!(
                first,
                "what"
                    | "why"
                    | "how"
                    | "can"
                    | "where"
                    | "when"
                    | "which"
                    | "who"
                    | "should"
                    | "will"
            ) || folded.starts_with("q:")
                || folded.starts_with("q.")
                || folded.contains("where can i")
                || folded.contains("how do i")
                || folded.contains("what is"))
    }

    /// Whether a word is an instruction.
    pub(crate) fn is_verb(&self, word: &str) -> bool {
        self.verbs.contains(word)
    }

    /// Whether a word is a known verb with -ing: restarting, updating, plugging.
    fn is_gerund(&self, word: &str) -> bool {
        let Some(stem) = word.strip_suffix("ing") else {
            return false;
        };
        let mut doubled = stem.chars();
        let last = doubled.next_back();
        self.is_verb(stem)
            || self.is_verb(&format!("{stem}e"))
            || last.is_some()
                && doubled.clone().next_back() == last
                && self.is_verb(doubled.as_str())
    }

    /// Whether a title is an instruction: Restart the phone, Restarting the phone.
    pub(crate) fn is_instruction(&self, title: &str) -> bool {
        let folded = folded(title);
        let folded = match self.ordinal(&folded) {
            Some(_) => self.after_ordinal(&folded).unwrap_or_default().trim(),
            None => &folded,
        };
        let mut words = folded
            .split(' ')
            .map(bare)
            .skip_while(|word| self.lead_words.contains(word));
        let first = words.next().unwrap_or_default();
        let second = words.next().unwrap_or_default();
        // "Boot fails" and "Split parts unable to pair" name what the reader sees.
        if self.verb_nouns.contains(first)
            && !matches!(
                second,
                "the" | "your" | "all" | "a" | "an" | "any" | "this" | "to" | "for" | "in" | "it"
            )
            && self.names_trouble(folded)
        {
            return false;
        }
        // "Go / net/http" names a language.
        if first == "go" && second != "to" {
            return false;
        }
        self.is_verb(first) || self.is_gerund(first) || first == "how" && second == "to"
    }

    /// Whether a title or a text names something that goes wrong.
    pub(crate) fn names_trouble(&self, text: &str) -> bool {
        has_word(text, |word| self.trouble.contains(word))
    }

    /// Whether a text names something that goes wrong by words that mean nothing else.
    pub(crate) fn clearly_names_trouble(&self, text: &str) -> bool {
        has_word(text, |word| {
            self.trouble.contains(word) && !self.weak_trouble.contains(word)
        })
    }

    /// Whether a title numbers cases, of which a reader has one (Error 5, Symptom 2), and not fixes that are tried in turn.
    pub(crate) fn is_case(&self, title: &str) -> bool {
        self.ordinal(title).is_some_and(|(kind, _)| {
            matches!(
                kind,
                "scenario" | "case" | "error" | "issue" | "problem" | "symptom"
            )
        })
    }

    /// Whether a title says what the reader sees, not what to do.
    pub(crate) fn is_symptom(&self, title: &str) -> bool {
        if self.is_case(title) {
            return true;
        }
        !self.is_instruction(title)
            && !title.to_lowercase().contains("troubleshoot")
            && (self.names_trouble(title)
                || title.contains(['"', '“', '”', '`'])
                || title.trim_start().starts_with("When "))
    }
}

/// A title in lower case, white space folded, without a leading number and punctuation at its ends.
pub(crate) fn folded(title: &str) -> String {
    let words: Vec<String> = title.split_whitespace().map(str::to_lowercase).collect();
    let folded = words.join(" ").replace('’', "'");
    let text = without_number(&folded);
    text.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '"' | '\'' | ')' | '('))
        .to_owned()
}

/// The title without a leading `3.`, `3)`, `3 -`.
pub(crate) fn without_number(title: &str) -> &str {
    let title = title.trim_start();
    number(title).map_or(title, |(_, rest)| rest)
}

/// A leading number and what follows it: `3. Restart`, `3) Restart`, `3 - Restart`, `2.1 Restart`.
pub(crate) fn number(title: &str) -> Option<(u32, &str)> {
    let title = title.trim_start().trim_start_matches('#');
    let end = title.find(|c: char| !c.is_ascii_digit())?;
    let number: u32 = title.get(..end)?.parse().ok()?;
    let mut rest = title.get(end..)?;
    // Of 2.1.3 the last part counts.
    let mut last = number;
    while let Some(further) = rest.strip_prefix('.') {
        let end = further
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(further.len());
        let Some(part) = further.get(..end).and_then(|part| part.parse().ok()) else {
            break;
        };
        last = part;
        rest = further.get(end..)?;
    }
    let marked = rest.trim_start();
    let after = marked.trim_start_matches(['.', ')', ':', '-', '–', '—', '/']);
    let words = after.trim_start();
    let unit = words
        .split(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default()
        .to_lowercase();
    // "2.4 GHz" measures something; "2 factor codes" has no mark after it.
    let nested = last != number || title.get(end..)?.starts_with('.');
    let counts = after.len() < marked.len()
        || nested
            && rest.starts_with(' ')
            && !matches!(
                unit.as_str(),
                "ghz" | "mhz" | "gb" | "mb" | "kb" | "tb" | "v" | "a" | "w" | "inch"
            );
    (counts && !words.is_empty()).then_some((last, words))
}

/// A word without the punctuation around it.
pub(crate) fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// Whether a text has a word, in lower case, that is wanted.
fn has_word(text: &str, wanted: impl Fn(&str) -> bool) -> bool {
    let lower = text.to_lowercase().replace('’', "'");
    lower
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .any(wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_ordinals() {
        for (title, number_of) in [
            ("3. Restart", Some(3)),
            ("3) Restart", Some(3)),
            ("2.4 GHz", None),
            ("2 factor codes", None),
            ("10 - Reset", Some(10)),
            ("2.1. Go", Some(1)),
        ] {
            assert_eq!(number(title).map(|(n, _)| n), number_of, "{title}");
        }
        let english = Lexicon::of("en");
        assert_eq!(english.ordinal("Method 2: Restart"), Some(("method", 2)));
        assert_eq!(english.ordinal("Step 3 — Restart"), Some(("step", 3)));
        assert_eq!(english.ordinal("Fix the cable"), None);
    }

    #[test]
    fn roles_of_titles() {
        for (title, expected) in [
            ("Symptoms", Role::Reason),
            ("Resolution", Role::Group),
            ("Still need help?", Role::Support),
            ("Before you begin", Role::Preparation),
            ("Related articles", Role::Related),
            ("8. If the problem remains", Role::Support),
            ("Restart the phone", Role::Plain),
        ] {
            assert_eq!(Lexicon::of("en").role(title), expected, "{title}");
        }
    }
}
