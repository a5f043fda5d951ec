//! What a title says of the part under it: a fix, an explanation, a number in a series, something that goes wrong.
//!
//! Belongs here: tests on single titles. Does not: the words that they look for (see `lexicon`), how parts stand to each other
//! (see `classify`), its number (see `numbers`), or which system a title is for (see `systems`).

use crate::lexicon::{Lexicon, Role};
use crate::numbers::without_number;
use crate::sentences::sentences;
use crate::word_lists::{begins_with_phrase, contains_phrase, is_wide, lowered};

/// Letters in a circle or a square that say that a question follows: Ⓠ.
const QUESTION_MARKS: [char; 4] = ['\u{24c6}', '\u{1f140}', '\u{1f160}', '\u{1f180}'];
/// What stands for "question" before a title in a list of questions, and says nothing of it.
const QUESTION_LABELS: [&str; 9] = [
    "q:",
    "q.",
    "q：",
    "p:",
    "問:",
    "問：",
    "问:",
    "问：",
    "question:",
];

impl Lexicon {
    /// What a title says of its part.
    pub(crate) fn role(&self, title: &str) -> Role {
        let folded = folded(title);
        if folded.is_empty() {
            return Role::Plain;
        }
        // "Why is my picture black?" names what the reader sees.
        if self.titles.seen.contains(&folded) {
            return Role::Plain;
        }
        match self.titles.role(&folded) {
            Role::Plain if self.is_about_logs(&folded) => Role::Support,
            Role::Plain
                if begins_with_phrase(&folded, &self.how_to)
                    && contains_phrase(&folded, &self.fix_questions) =>
            {
                Role::Group
            }
            role => role,
        }
    }

    /// Whether a title is a lone word that may mean one thing or several: 問題. Others say which: よくある問題, Issues.
    pub(crate) fn has_no_plural(&self, title: &str) -> bool {
        let folded = folded(title);
        folded.contains(is_wide) && self.titles.name(&folded)
    }

    /// Whether what a title heads is no fix where problems stand beside it: Built-in diagnostics.
    pub(crate) fn is_general(&self, title: &str) -> bool {
        self.titles.is_general(&folded(title))
    }

    /// Whether a title heads a list of the article's parts.
    pub(crate) fn contents(&self, title: &str) -> bool {
        self.titles.contents.contains(&folded(title))
    }

    /// Whether a title asks something.
    pub(crate) fn is_question(&self, title: &str) -> bool {
        let title = title.trim().trim_matches(['"', '“', '”']);
        let folded = folded(title);
        let first = folded.split(' ').next().unwrap_or_default();
        title.ends_with(['?', '？'])
            || title.starts_with(QUESTION_MARKS)
            || self.opens_as_wish(&folded)
            || contains_phrase(&folded, &self.asks_phrases)
            || self.asks.contains(first) && !self.titles.instructions.contains(&folded)
    }

    /// Whether a title, folded, begins with what one would like.
    fn opens_as_wish(&self, folded: &str) -> bool {
        begins_with_phrase(folded, &self.wishes)
    }

    /// Whether it does, or begins with a word that asks something.
    fn opens_as_question(&self, folded: &str) -> bool {
        let first = folded.split(' ').next().unwrap_or_default();
        self.asks.contains(first)
            || self.to_know.contains(first)
            || self.opens_as_wish(folded)
            || contains_phrase(folded, &self.asks_phrases)
    }

    /// Whether a title in the form of a question says what a reader sees: The lid does not close?
    pub(crate) fn asks_for_remedy(&self, title: &str) -> bool {
        let folded = folded(title);
        let folded = folded.trim_matches(['"', '“', '”']);
        self.titles.seen.contains(folded)
            || !self.opens_as_question(folded) && self.is_symptom(title)
    }

    /// Whether a title asks for an explanation. "Have you cleared the cache?" does not: it is a fix in other words.
    pub(crate) fn asks_to_know(&self, title: &str) -> bool {
        let folded = folded(title);
        let folded = folded.trim_matches(['"', '“', '”']);
        // What goes before may say why it is asked: My card is full. Can I use another?
        let last = sentences(folded).last().unwrap_or_default();
        let opens = |sentence: &str| {
            let first = sentence.split(' ').next().map(bare).unwrap_or_default();
            self.to_know.contains(first) || self.opens_as_wish(sentence)
        };
        self.is_question(title)
            && !self.asks_for_remedy(title)
            && !begins_with_phrase(folded, &self.checks)
            && (opens(folded)
                || opens(last)
                || contains_phrase(folded, &self.to_know_phrases)
                || contains_phrase(folded, &self.asks_phrases))
    }

    /// Whether a title asks the reader to look at something: Is it plugged in? Have you restarted it?
    pub(crate) fn asks_to_check(&self, title: &str) -> bool {
        self.is_question(title) && !self.asks_to_know(title) && !self.asks_for_remedy(title)
    }

    /// Whether a title is an order that tries to mend something: Restart it. "Create a project" sets something up.
    pub(crate) fn is_remedy(&self, title: &str) -> bool {
        self.is_instruction(title) && has_word(title, |word| self.remedies.contains(word))
    }

    /// Whether a word is an instruction.
    pub(crate) fn is_verb(&self, word: &str) -> bool {
        self.orders.begin_with(word, "")
    }

    /// Whether a word is a known verb with -ing: restarting, updating, plugging.
    pub(crate) fn is_gerund(&self, word: &str) -> bool {
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
        // A message in quotes is what a reader sees.
        if title.trim_start().starts_with(['"', '“', '”', '`']) {
            return false;
        }
        let folded = folded(title);
        let folded = match self.ordinal(&folded) {
            Some(_) => self.without_ordinal(&folded),
            None => &folded,
        };
        // "Remove/clear stuck paper" gives two orders.
        let mut words = folded
            .split([' ', '/'])
            .map(bare)
            .skip_while(|word| self.lead_words.contains(word) || self.orders.lead_title(word));
        let first = words.next().unwrap_or_default();
        let second = words.next().unwrap_or_default();
        // "Boot fails" and "Split parts unable to pair" name what the reader sees.
        if self.verb_nouns.contains(first)
            && !self.determiners.contains(second)
            && self.names_trouble(folded)
        {
            return false;
        }
        // "Go / net/http" names a language.
        if first == "go" && second != "to" {
            return false;
        }
        self.orders.begin_with(first, second)
            || self.is_gerund(first) && !self.states(folded)
            || self.titles.instructions.contains(folded)
            || self.orders.end(without_number(title))
    }

    /// Whether a term is an order: beside others of its kind, any word with -ing begins one.
    pub(crate) fn is_order(&self, term: &str) -> bool {
        let folded = folded(term);
        let mut words = folded.split(' ').map(bare);
        let first = words.next().unwrap_or_default();
        self.is_instruction(term)
            || first.ends_with("ing") && words.next().is_some() && !self.names_trouble(term)
    }

    /// Whether a title, folded, states something: it has a verb between a subject and what is said of it. "The lock beeps" has
    /// one at its end, where only an article before its subject tells it from the name of several things.
    fn states(&self, folded: &str) -> bool {
        let words: Vec<&str> = folded.split(' ').map(bare).collect();
        let opener = words.first().copied().unwrap_or_default();
        let article = matches!(opener, "the" | "my" | "your" | "a" | "an");
        let end = if article { 0 } else { 1 };
        words.len() > 2
            && (self.statement_openers.contains(opener)
                || words
                    .iter()
                    .skip(if article { 2 } else { 1 })
                    .rev()
                    .skip(end)
                    .any(|word| self.statement_verbs.contains(word)))
    }

    /// Whether a title or a text names something that goes wrong.
    pub(crate) fn names_trouble(&self, text: &str) -> bool {
        has_word(text, |word| self.trouble.contains(word))
    }

    /// Whether a title says that something goes wrong: If your scanner starts late, Troubleshooting.
    pub(crate) fn names_problem(&self, title: &str) -> bool {
        self.names_trouble(title) || begins_with_phrase(&folded(title), &self.problem_titles)
    }

    /// Whether a title says what is done, and not what is wrong: Password reset, Calibrate the compass.
    pub(crate) fn names_procedure(&self, title: &str) -> bool {
        !self.names_problem(title)
            && (self.is_instruction(title) || contains_phrase(&folded(title), &self.repair_titles))
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

    /// Whether a heading says that remedies are below it, or what they are for: Symptom, Quick fixes.
    pub(crate) fn says_fix(&self, title: &str) -> bool {
        has_word(title, |word| self.fix_words.contains(word))
    }

    /// Whether a title names a kind of trouble, and not what a reader sees: Network issues.
    pub(crate) fn is_category(&self, title: &str) -> bool {
        let folded = folded(title);
        let mut words = folded.split([' ', '/']).map(bare);
        let first = words.next().unwrap_or_default();
        let last = words.next_back().unwrap_or(first);
        [first, last]
            .iter()
            .any(|word| self.categories.contains(word))
            && !self.states(&folded)
    }

    /// Whether a title names a kind of trouble in any of its words, or says that what helps follows: Error codes and their fixes.
    pub(crate) fn gathers_trouble(&self, title: &str) -> bool {
        has_word(title, |word| self.categories.contains(word))
            || self.names_trouble(title) && self.says_fix(title)
    }

    /// Whether a title stands over what everyone can try: General checks.
    pub(crate) fn is_for_all(&self, title: &str) -> bool {
        let folded = folded(title);
        self.for_all
            .contains(folded.split(' ').next().unwrap_or_default())
    }

    /// Whether a title names one thing that goes wrong: I cannot print. "Printing problems" are several.
    pub(crate) fn names_one_problem(&self, title: &str) -> bool {
        (self.names_trouble(title) || self.states(&folded(title)))
            && !has_word(title, |word| self.categories.contains(word))
    }

    /// Whether a title says that a thing goes wrong, and not what: Something is broken.
    pub(crate) fn names_nothing(&self, title: &str) -> bool {
        begins_with_phrase(&folded(title), &self.unnamed)
    }

    /// Whether a text says that causes follow.
    pub(crate) fn names_causes(&self, text: &str) -> bool {
        has_word(text, |word| self.cause_words.contains(word))
    }

    /// Whether a title says what the reader sees, not what to do.
    pub(crate) fn is_symptom(&self, title: &str) -> bool {
        if self.is_case(title) {
            return true;
        }
        !self.is_instruction(title)
            && !contains_phrase(&lowered(title), &self.no_symptoms)
            && (self.names_trouble(title)
                || quotes(title)
                || begins_with_phrase(&folded(title), &self.symptom_leads)
                || !self.is_question(title) && self.states(&folded(title)))
    }
}

/// A title in lower case, white space folded, without a leading number and punctuation at its ends.
pub(crate) fn folded(title: &str) -> String {
    let words: Vec<String> = title.split_whitespace().map(str::to_lowercase).collect();
    let folded = words.join(" ").replace('’', "'");
    let text = without_number(&folded);
    let labels = QUESTION_LABELS.iter();
    let text = labels
        .filter_map(|label| text.strip_prefix(label))
        .next()
        .unwrap_or(text);
    let text = without_question_number(text);
    text.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '"' | '\'' | ')' | '('))
        .to_owned()
}

/// The title of a question, in lower case, without the number by which a list counts it: Q3: Is it on?
fn without_question_number(title: &str) -> &str {
    let counted = title.strip_prefix(['q', '问', '問']);
    let rest = counted.map(|rest| rest.trim_start_matches(|c: char| c.is_ascii_digit()));
    match (counted, rest) {
        (Some(counted), Some(rest)) if rest.len() < counted.len() => {
            let words = rest.strip_prefix([':', '.', ')', '：', '、', '．']);
            words.map_or(title, str::trim_start)
        }
        _ => title,
    }
}

/// Whether a title quotes a message.
pub(crate) fn quotes(title: &str) -> bool {
    title.contains(['"', '“', '”', '„', '«', '「', '`'])
}

/// A word without the punctuation around it.
pub(crate) fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// Whether a text has a word, in lower case, that is wanted.
pub(crate) fn has_word(text: &str, wanted: impl Fn(&str) -> bool) -> bool {
    let lower = lowered(text);
    lower
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .any(wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_of_titles() {
        for (title, expected) in [
            ("Symptoms", Role::Reason),
            ("Resolution", Role::Group),
            ("Still need help?", Role::Support),
            ("Before you begin", Role::Preparation),
            ("Related articles", Role::Related),
            ("8. If the problem remains", Role::LastResort),
            ("Restart the phone", Role::Plain),
        ] {
            assert_eq!(Lexicon::of("en").role(title), expected, "{title}");
        }
    }

    #[test]
    fn roles_of_titles_of_other_languages() {
        for (language, group, result, related, last) in [
            (
                "en",
                "Quick checks",
                "Verify resolution",
                "Best practices for backups",
                "This did not solve it",
            ),
            (
                "de",
                "Grundlegende Prüfungen",
                "Ergebnis prüfen",
                "Bewährte Verfahren",
                "Das hat mein Problem nicht gelöst",
            ),
            (
                "es",
                "Comprobaciones básicas",
                "Verifica que funciona",
                "Mejores prácticas",
                "Esto no resolvió mi problema",
            ),
            (
                "fr",
                "Vérifications rapides",
                "Vérifier le résultat",
                "Conseils de prévention",
                "Cela n’a pas résolu mon problème",
            ),
            (
                "it",
                "Controlli rapidi",
                "Verifica della soluzione",
                "Manutenzione preventiva",
                "Non ha risolto il mio problema",
            ),
            (
                "nl",
                "Snelle controles",
                "Controleer of het werkt",
                "Regelmatig onderhoud",
                "Dat heeft mijn probleem niet opgelost",
            ),
            (
                "pt",
                "Verificações rápidas",
                "Verificar se funciona",
                "Boas práticas",
                "Isso não resolveu meu problema",
            ),
            (
                "ja",
                "基本的な確認事項",
                "動作確認",
                "再発防止策",
                "問題が解決しません",
            ),
            ("zh", "初步检查", "验证修复结果", "日常维护", "问题没有解决"),
        ] {
            let lexicon = Lexicon::of(language);
            let roles = [group, result, related, last].map(|title| lexicon.role(title));
            let expected = [Role::Group, Role::Result, Role::Related, Role::LastResort];
            assert_eq!(roles, expected, "{language}");
        }
    }
}
