//! The words of one language that the rules know.
//!
//! Belongs here: which lists there are, and what a list holds. Does not: the form of the files (see `word_lists`), or what a
//! title or sentence means by these words (see `titles`, `sentences`, `systems` and `notes`, where its methods are).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{LazyLock, OnceLock};

use crate::orders::Orders;
use crate::word_lists::{FILES, Phrases, Words, entry, file, fits, joined, lines, sections};

/// What a heading alone says of its part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// Nothing; the content decides.
    Plain,
    /// Holds fixes and is none itself: Resolution, Troubleshooting steps.
    Group,
    /// Says why: symptoms, causes, background.
    Reason,
    /// To be read before the fixes.
    Preparation,
    /// What to do when nothing helps.
    Support,
    /// How to see that a fix has worked.
    Result,
    /// The same by its title, but it may hold remedies.
    LastResort,
    /// Neither reason nor remedy: tips and settings under each of several problems. No title alone says it.
    Aside,
    /// Not part of the fix: references, related articles.
    Related,
}

/// Titles as `titles.txt` writes them.
#[derive(Debug)]
pub(crate) struct Titles {
    roles: Vec<(Role, Phrases)>,
    /// What the reader asks, and sees: Why is my picture black?
    pub(crate) seen: Words,
    /// Over a list of the article's parts.
    pub(crate) contents: Words,
    /// Instructions that no verb begins or ends: How to reset it.
    pub(crate) instructions: Words,
    /// Links to the top of the page.
    pub(crate) to_top: Words,
    /// What is no fix for one of the problems beside it: Diagnostics.
    beside_problems: Phrases,
}

impl Titles {
    fn read(languages: &[&str]) -> Self {
        let roles = [
            (Role::Reason, "reproduction"),
            (Role::Group, "group"),
            (Role::Reason, "reason"),
            (Role::Preparation, "preparation"),
            (Role::Support, "support"),
            (Role::LastResort, "last resort"),
            (Role::Result, "result"),
            (Role::Related, "related"),
        ];
        Self {
            roles: roles
                .map(|(role, name)| match role {
                    Role::Related => (role, joined(&with_english(languages), "titles", name)),
                    _ => (role, joined(languages, "titles", name)),
                })
                .into(),
            seen: joined(languages, "titles", "seen"),
            contents: joined(languages, "titles", "contents"),
            instructions: joined(languages, "titles", "instruction"),
            to_top: joined(languages, "titles", "to top"),
            beside_problems: joined(languages, "titles", "beside problems"),
        }
    }

    /// What a folded title says; the first section that has it decides.
    pub(crate) fn role(&self, title: &str) -> Role {
        if self.contents.contains(title) {
            return Role::Related;
        }
        let found = self
            .roles
            .iter()
            .find(|(_, patterns)| patterns.iter().any(|pattern| fits(pattern, title)));
        found.map_or(Role::Plain, |(role, _)| *role)
    }

    /// Whether a folded title is about the product as a whole, or about all that can go wrong.
    pub(crate) fn is_general(&self, title: &str) -> bool {
        let mut patterns = self.beside_problems.iter();
        patterns.any(|pattern| fits(pattern, title))
    }

    /// Whether a folded title is in the lists as it is, without a star.
    pub(crate) fn name(&self, title: &str) -> bool {
        let mut lists = self.roles.iter();
        lists.any(|(_, patterns)| patterns.contains(&title))
    }
}

/// Words that begin an item.
#[derive(Debug)]
pub(crate) struct TryWords {
    /// What is to be looked at, or tried.
    pub(crate) checks: Words,
    /// Orders that mend something by themselves.
    pub(crate) mends: Words,
    /// What is done in a window.
    pub(crate) operations: Words,
    /// What goes on from the item before.
    pub(crate) goes_on: Words,
    /// Over a list whose items are ways of their own.
    pub(crate) ways: Phrases,
}

impl TryWords {
    fn read(languages: &[&str]) -> Self {
        Self {
            checks: joined(languages, "tries", "checks"),
            mends: joined(languages, "tries", "mends"),
            operations: joined(languages, "tries", "operations"),
            goes_on: joined(languages, "tries", "goes on"),
            ways: joined(languages, "tries", "ways"),
        }
    }
}

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
    pub(crate) aliases: Vec<&'static str>,
}

/// The lists of one language. Each file says what its list is for.
#[derive(Debug)]
pub(crate) struct Lexicon {
    pub(crate) orders: Orders,
    pub(crate) titles: Titles,
    pub(crate) try_words: TryWords,
    pub(crate) systems: Vec<System>,
    /// Kinds of numbered titles, each with what titles call it.
    pub(crate) ordinals: Vec<(&'static str, Phrases)>,
    /// Numbers as words.
    pub(crate) numbers: Vec<(u32, Phrases)>,
    pub(crate) asks: Words,
    /// Titles that ask whether something has been done begin with these.
    pub(crate) checks: Phrases,
    pub(crate) after_nouns: Words,
    pub(crate) categories: Words,
    pub(crate) cause_words: Words,
    pub(crate) clause_openers: Words,
    pub(crate) fix_words: Words,
    pub(crate) for_all: Words,
    pub(crate) lead_words: Words,
    pub(crate) log_particles: Words,
    pub(crate) log_verbs: Words,
    pub(crate) log_words: Words,
    pub(crate) remedies: Words,
    pub(crate) removal_verbs: Words,
    pub(crate) setup_verbs: Words,
    pub(crate) statement_openers: Words,
    pub(crate) statement_verbs: Words,
    pub(crate) determiners: Words,
    pub(crate) durations: Words,
    pub(crate) long_phrases: Phrases,
    pub(crate) places: Words,
    pub(crate) place_orders: Words,
    pub(crate) to_know: Words,
    pub(crate) trouble: Words,
    pub(crate) verb_nouns: Words,
    pub(crate) visits: Words,
    pub(crate) weak_trouble: Words,
    pub(crate) elsewhere: Phrases,
    pub(crate) fix_questions: Phrases,
    pub(crate) notes: Words,
    pub(crate) warnings: Words,
    pub(crate) soft_orders: Words,
    pub(crate) hints: Phrases,
    pub(crate) how_to: Phrases,
    pub(crate) how_to_titles: Phrases,
    pub(crate) issue_columns: Phrases,
    pub(crate) issue_labels: Phrases,
    pub(crate) known_issues: Phrases,
    pub(crate) instructions: Phrases,
    pub(crate) labels: Phrases,
    pub(crate) leads: Phrases,
    pub(crate) last_resorts: Phrases,
    pub(crate) last_resort_leads: Phrases,
    pub(crate) list_intros: Phrases,
    pub(crate) case_starts: Phrases,
    pub(crate) cases: Phrases,
    pub(crate) conditionals: Phrases,
    pub(crate) consequences: Phrases,
    pub(crate) precautions: Phrases,
    pub(crate) invitations: Phrases,
    pub(crate) keeps: Phrases,
    pub(crate) losses: Phrases,
    pub(crate) no_orders: Phrases,
    pub(crate) onward: Phrases,
    pub(crate) page_ends: Phrases,
    pub(crate) persisting: Phrases,
    pub(crate) onward_leads: Phrases,
    pub(crate) other_pages: Phrases,
    pub(crate) problem_titles: Phrases,
    pub(crate) purposes: Phrases,
    pub(crate) question_titles: Phrases,
    pub(crate) remedy_columns: Phrases,
    pub(crate) removals: Phrases,
    pub(crate) repair_titles: Phrases,
    pub(crate) report_titles: Phrases,
    pub(crate) support_words: Phrases,
    pub(crate) system_ends: Phrases,
    pub(crate) system_leads: Phrases,
    pub(crate) system_versions: Phrases,
    /// Between the names of systems.
    pub(crate) system_joins: Phrases,
    /// Before the system that a title ends with.
    pub(crate) system_places: Phrases,
    pub(crate) outputs: Phrases,
    pub(crate) commands: Phrases,
    pub(crate) pointers: Phrases,
    pub(crate) step_intros: Phrases,
    pub(crate) support_sentences: Phrases,
    pub(crate) tests: Phrases,
    pub(crate) unnamed: Phrases,
    pub(crate) waiting: Phrases,
    pub(crate) wishes: Phrases,
    pub(crate) no_waits: Phrases,
    /// What is asked where the article is organized by symptoms.
    pub(crate) ask_symptom: &'static str,
    /// Titles of what the reader sees begin with these.
    pub(crate) symptom_leads: Phrases,
    /// No symptom is called by these.
    pub(crate) no_symptoms: Phrases,
    pub(crate) to_know_phrases: Phrases,
    pub(crate) asks_phrases: Phrases,
}

static ENGLISH: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::read(&["en"]));

/// Those of the other languages, each read when it is first asked for.
static OTHERS: LazyLock<BTreeMap<&str, OnceLock<Lexicon>>> = LazyLock::new(|| {
    let others = FILES.iter().filter(|(language, ..)| *language != "en");
    others
        .map(|(language, ..)| (*language, OnceLock::new()))
        .collect()
});

/// Those of two languages together, by the pair.
static PAIRS: LazyLock<BTreeMap<(&str, &str), OnceLock<Lexicon>>> = LazyLock::new(|| {
    let names: BTreeSet<&str> = FILES.iter().map(|(language, ..)| *language).collect();
    let pairs = names
        .iter()
        .flat_map(|one| names.iter().map(move |other| (*one, *other)));
    pairs.map(|pair| (pair, OnceLock::new())).collect()
});

impl Lexicon {
    /// The words of two languages together, as a page needs them that is translated in part: its text is in the first. `None`
    /// where one of them has no lists.
    pub(crate) fn of_both(text: &str, titles: &'static str) -> Option<&'static Self> {
        let mut names = FILES.iter().map(|(language, ..)| *language);
        let text = primary(text);
        let text = names.find(|name| *name == text)?;
        let pair = PAIRS.get(&(text, titles))?;
        Some(pair.get_or_init(|| Self::read(&[text, titles])))
    }

    /// The words of a language, by its name in an attribute `lang`; `None` where there are no lists.
    pub(crate) fn known(language: &str) -> Option<&'static Self> {
        let language = language.to_ascii_lowercase().replace('_', "-");
        let mut parts = language.split('-');
        let name = parts.next().unwrap_or_default();
        // The lists of Chinese are in simplified characters.
        if name == "zh" && parts.any(|part| matches!(part, "hant" | "tw" | "hk" | "mo")) {
            return None;
        }
        match OTHERS.get(name) {
            Some(own) => Some(own.get_or_init(|| Self::read(&[name]))),
            None => (name == "en").then_some(&ENGLISH),
        }
    }

    /// The words of a language; those of English where it has none.
    pub(crate) fn of(language: &str) -> &'static Self {
        Self::known(language).unwrap_or(&ENGLISH)
    }

    /// The words of one language, or of several together. What readers see is in the first.
    fn read(languages: &[&str]) -> Self {
        let all = |list| {
            languages
                .iter()
                .flat_map(move |name| lines(file(name, list)))
        };
        let around = with_english(languages);
        let of_page = |list| -> Phrases {
            let languages = around.iter();
            languages.flat_map(|name| lines(file(name, list))).collect()
        };
        let words = |list| all(list).collect::<Words>();
        let phrases = |list| all(list).collect::<Phrases>();
        let entries = |list, name| {
            let lines: Phrases = joined(languages, list, name);
            lines.into_iter().filter_map(entry).collect::<Vec<_>>()
        };
        let questions: Phrases = joined(languages, "questions", "symptoms");
        Self {
            orders: Orders::read(languages),
            titles: Titles::read(languages),
            try_words: TryWords::read(languages),
            systems: languages
                .first()
                .map_or_else(Vec::new, |name| systems(file(name, "systems"))),
            ordinals: entries("ordinals", "kinds"),
            numbers: entries("ordinals", "numbers")
                .into_iter()
                .filter_map(|(figure, words)| Some((figure.parse().ok()?, words)))
                .collect(),
            after_nouns: words("after_nouns"),
            categories: words("categories"),
            cause_words: words("cause_words"),
            clause_openers: words("clause_openers"),
            fix_words: words("fix_words"),
            for_all: words("for_all"),
            lead_words: words("lead_words"),
            log_particles: words("log_particles"),
            log_verbs: words("log_verbs"),
            log_words: words("log_words"),
            remedies: words("remedies"),
            removal_verbs: words("removal_verbs"),
            setup_verbs: words("setup_verbs"),
            statement_openers: words("statement_openers"),
            statement_verbs: words("statement_verbs"),
            determiners: words("determiners"),
            durations: joined(languages, "waiting", "durations"),
            long_phrases: joined(languages, "waiting", "durations, anywhere"),
            places: joined(languages, "places", "places"),
            place_orders: joined(languages, "places", "orders"),
            asks: joined(languages, "questions", "asks"),
            asks_phrases: joined(languages, "questions", "asks, anywhere"),
            checks: joined(languages, "questions", "checks"),
            to_know: joined(languages, "questions", "to know"),
            trouble: words("trouble"),
            verb_nouns: words("verb_nouns"),
            visits: words("visits"),
            weak_trouble: words("weak_trouble"),
            elsewhere: phrases("elsewhere"),
            fix_questions: phrases("fix_questions"),
            notes: joined(languages, "notes", "note"),
            warnings: joined(languages, "notes", "warning"),
            soft_orders: joined(languages, "orders", "soft"),
            hints: phrases("hints"),
            how_to: phrases("how_to"),
            how_to_titles: phrases("how_to_titles"),
            issue_columns: [phrases("issue_columns"), phrases("message_columns")].concat(),
            issue_labels: phrases("issue_columns"),
            known_issues: phrases("known_issues"),
            instructions: phrases("instructions"),
            labels: phrases("labels"),
            leads: phrases("leads"),
            last_resorts: joined(languages, "last_resorts", "contains"),
            last_resort_leads: joined(languages, "last_resorts", "begins"),
            list_intros: phrases("list_intros"),
            case_starts: phrases("case_starts"),
            cases: phrases("cases"),
            conditionals: phrases("conditionals"),
            consequences: phrases("consequences"),
            precautions: phrases("precautions"),
            invitations: of_page("invitations"),
            keeps: phrases("keeps"),
            losses: phrases("losses"),
            other_pages: phrases("other_pages"),
            page_ends: of_page("page_ends"),
            persisting: phrases("persisting"),
            no_orders: joined(languages, "orders", "never"),
            onward: joined(languages, "onward", "contains"),
            onward_leads: joined(languages, "onward", "begins"),
            problem_titles: phrases("problem_titles"),
            purposes: phrases("purposes"),
            question_titles: phrases("question_titles"),
            remedy_columns: phrases("remedy_columns"),
            removals: phrases("removals"),
            repair_titles: phrases("repair_titles"),
            report_titles: phrases("report_titles"),
            support_words: phrases("support_words"),
            system_ends: phrases("system_ends"),
            system_leads: phrases("system_leads"),
            outputs: phrases("outputs"),
            commands: phrases("commands"),
            pointers: phrases("pointers"),
            step_intros: phrases("step_intros"),
            support_sentences: phrases("support_sentences"),
            tests: phrases("tests"),
            unnamed: phrases("unnamed"),
            wishes: phrases("wishes"),
            system_versions: joined(languages, "system_joins", "versions"),
            system_joins: joined(languages, "system_joins", "between"),
            system_places: joined(languages, "system_joins", "before"),
            waiting: joined(languages, "waiting", "waiting"),
            no_waits: joined(languages, "waiting", "none"),
            ask_symptom: questions.first().copied().unwrap_or_default(),
            symptom_leads: joined(languages, "symptoms", "begins"),
            no_symptoms: joined(languages, "symptoms", "none"),
            to_know_phrases: joined(languages, "questions", "to know, anywhere"),
        }
    }
}

/// What a page has around its article is in English on many pages in other languages.
fn with_english<'l>(languages: &[&'l str]) -> Vec<&'l str> {
    let mut all = languages.to_vec();
    if !all.contains(&"en") {
        all.push("en");
    }
    all
}

/// The first part of the name of a language: `de` of `de-AT`.
pub(crate) fn primary(language: &str) -> String {
    let first = language.split(['-', '_']).next();
    first.unwrap_or_default().to_ascii_lowercase()
}

fn systems(file: &'static str) -> Vec<System> {
    let systems = sections(file).flat_map(|(question, lines)| {
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
}
