//! The words of one language that the rules know.
//!
//! Belongs here: which lists there are, and what a list holds. Does not: the form of the files (see `word_lists`), or what a
//! title or sentence means by these words (see `titles`, `sentences`, `systems` and `notes`, where its methods are).

use std::collections::{BTreeMap, HashSet};
use std::sync::{LazyLock, OnceLock};

use crate::word_lists::{FILES, file, lines, sections};

/// Single words.
type Words = HashSet<&'static str>;
/// Phrases, in the order of their file.
type Phrases = Vec<&'static str>;

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
    /// Not part of the fix: references, related articles.
    Related,
}

/// A title as `titles.txt` writes it, in lower case.
#[derive(Debug)]
pub(crate) enum Pattern {
    Whole(&'static str),
    Start(&'static str),
    StartAndPart(&'static str, &'static str),
}

impl Pattern {
    fn of(text: &'static str) -> Self {
        match text.strip_suffix('*') {
            None => Self::Whole(text),
            Some(start) => match start.split_once('*') {
                None => Self::Start(start),
                Some((start, part)) => Self::StartAndPart(start, part),
            },
        }
    }

    pub(crate) fn fits(&self, title: &str) -> bool {
        match self {
            Self::Whole(whole) => title == *whole,
            Self::Start(start) => title.starts_with(start),
            Self::StartAndPart(start, part) => title.starts_with(start) && title.contains(part),
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
    pub(crate) after_nouns: Words,
    pub(crate) categories: Words,
    pub(crate) cause_words: Words,
    pub(crate) clause_openers: Words,
    pub(crate) fix_words: Words,
    pub(crate) for_all: Words,
    pub(crate) lead_words: Words,
    pub(crate) log_verbs: Words,
    pub(crate) log_words: Words,
    pub(crate) removal_verbs: Words,
    pub(crate) setup_verbs: Words,
    pub(crate) statement_openers: Words,
    pub(crate) statement_verbs: Words,
    pub(crate) trouble: Words,
    pub(crate) verbs: Words,
    pub(crate) verb_nouns: Words,
    pub(crate) weak_trouble: Words,
    pub(crate) elsewhere: Phrases,
    pub(crate) fix_questions: Phrases,
    pub(crate) hints: Phrases,
    pub(crate) how_to_titles: Phrases,
    pub(crate) issue_columns: Phrases,
    pub(crate) known_issues: Phrases,
    pub(crate) instructions: Phrases,
    pub(crate) labels: Phrases,
    pub(crate) leads: Phrases,
    pub(crate) list_intros: Phrases,
    pub(crate) case_starts: Phrases,
    pub(crate) cases: Phrases,
    pub(crate) consequences: Phrases,
    pub(crate) precautions: Phrases,
    pub(crate) invitations: Phrases,
    pub(crate) keeps: Phrases,
    pub(crate) losses: Phrases,
    pub(crate) onward: Phrases,
    pub(crate) persisting: Phrases,
    pub(crate) problem_titles: Phrases,
    pub(crate) remedy_columns: Phrases,
    pub(crate) removals: Phrases,
    pub(crate) repair_titles: Phrases,
    pub(crate) report_titles: Phrases,
    pub(crate) support_words: Phrases,
    pub(crate) system_ends: Phrases,
    pub(crate) system_leads: Phrases,
    pub(crate) outputs: Phrases,
    pub(crate) commands: Phrases,
    pub(crate) pointers: Phrases,
    pub(crate) step_intros: Phrases,
    pub(crate) support_sentences: Phrases,
    pub(crate) tests: Phrases,
    pub(crate) waiting: Phrases,
    pub(crate) wishes: Phrases,
    pub(crate) titles: Vec<(Role, Pattern)>,
    pub(crate) systems: Vec<System>,
}

static ENGLISH: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::read("en"));

/// Those of the other languages, each read when it is first asked for.
static OTHERS: LazyLock<BTreeMap<&str, OnceLock<Lexicon>>> = LazyLock::new(|| {
    let others = FILES.iter().filter(|(language, ..)| *language != "en");
    others
        .map(|(language, ..)| (*language, OnceLock::new()))
        .collect()
});

impl Lexicon {
    /// The words of a language, by its name in an attribute `lang`; those of English where it has none.
    pub(crate) fn of(language: &str) -> &'static Self {
        let name = language.split('-').next().unwrap_or_default();
        let name = name.to_ascii_lowercase();
        match OTHERS.get(&*name) {
            Some(own) => own.get_or_init(|| Self::read(&name)),
            None => &ENGLISH,
        }
    }

    fn read(language: &str) -> Self {
        let words = |list| lines(file(language, list)).collect::<Words>();
        let phrases = |list| lines(file(language, list)).collect::<Phrases>();
        Self {
            after_nouns: words("after_nouns"),
            categories: words("categories"),
            cause_words: words("cause_words"),
            clause_openers: words("clause_openers"),
            fix_words: words("fix_words"),
            for_all: words("for_all"),
            lead_words: words("lead_words"),
            log_verbs: words("log_verbs"),
            log_words: words("log_words"),
            removal_verbs: words("removal_verbs"),
            setup_verbs: words("setup_verbs"),
            statement_openers: words("statement_openers"),
            statement_verbs: words("statement_verbs"),
            trouble: words("trouble"),
            verbs: words("verbs"),
            verb_nouns: words("verb_nouns"),
            weak_trouble: words("weak_trouble"),
            elsewhere: phrases("elsewhere"),
            fix_questions: phrases("fix_questions"),
            hints: phrases("hints"),
            how_to_titles: phrases("how_to_titles"),
            issue_columns: phrases("issue_columns"),
            known_issues: phrases("known_issues"),
            instructions: phrases("instructions"),
            labels: phrases("labels"),
            leads: phrases("leads"),
            list_intros: phrases("list_intros"),
            case_starts: phrases("case_starts"),
            cases: phrases("cases"),
            consequences: phrases("consequences"),
            precautions: phrases("precautions"),
            invitations: phrases("invitations"),
            keeps: phrases("keeps"),
            losses: phrases("losses"),
            onward: phrases("onward"),
            persisting: phrases("persisting"),
            problem_titles: phrases("problem_titles"),
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
            waiting: phrases("waiting"),
            wishes: phrases("wishes"),
            titles: titles(file(language, "titles")),
            systems: systems(file(language, "systems")),
        }
    }
}

fn titles(file: &'static str) -> Vec<(Role, Pattern)> {
    let patterns = sections(file).flat_map(|(name, titles)| {
        let role = match name {
            "group" => Role::Group,
            "reason" => Role::Reason,
            "preparation" => Role::Preparation,
            "support" => Role::Support,
            "result" => Role::Result,
            "last resort" => Role::LastResort,
            _ => Role::Related,
        };
        let titles = titles.into_iter();
        titles.map(move |title| (role, Pattern::of(title)))
    });
    patterns.collect()
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
