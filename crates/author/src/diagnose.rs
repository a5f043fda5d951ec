//! Every problem of a file, each with its place, what is wrong and what mends it.
//!
//! Belongs here: what an author is told beyond [`unstuck_core::guide::check`], and where in the file it stands. Does not: how it
//! is printed (the command does), or what can be reached (see `reach`).

use std::collections::{HashMap, HashSet};
use std::fmt;

use super::markdown::NAMES;
use super::place::{Place, Places, line, place, spots};
use super::{Form, Loaded, load, reach};
use unstuck_core::guide::{
    Element, Fix, Guide, MAX_NODES, Node, PREFIX, Part, check, is_safe_href, is_safe_image_src,
};

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The guide must not be published so.
    Error,
    /// It works, but hardly as meant.
    Warning,
}

/// A problem of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnosis {
    /// How bad it is.
    pub severity: Severity,
    /// Its name, for good: `duplicate-id`.
    pub rule: &'static str,
    /// Byte offset in the file.
    pub offset: usize,
    /// Line and column.
    pub place: Place,
    /// The line it stands on.
    pub excerpt: String,
    /// What is wrong.
    pub message: String,
    /// What mends it.
    pub mend: String,
}

impl Diagnosis {
    pub(super) fn error(rule: &'static str, offset: usize, message: &str, mend: &str) -> Self {
        Self {
            severity: Severity::Error,
            rule,
            offset,
            place: Place::default(),
            excerpt: String::new(),
            message: message.to_owned(),
            mend: mend.to_owned(),
        }
    }

    pub(super) fn warning(rule: &'static str, offset: usize, message: &str, mend: &str) -> Self {
        Self {
            severity: Severity::Warning,
            ..Self::error(rule, offset, message, mend)
        }
    }

    /// With its line, column and excerpt in this text.
    pub(super) fn at(mut self, text: &str) -> Self {
        self.place = place(text, self.offset);
        // A file may be one line; nobody reads more than this of it.
        self.excerpt = line(text, self.offset).chars().take(400).collect();
        self
    }
}

impl fmt::Display for Diagnosis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (line, end) = (
            self.place.line,
            if self.mend.is_empty() { "" } else { "; " },
        );
        write!(f, "line {line}: {}{end}{}", self.message, self.mend)
    }
}

/// Most problems that are told of one file; each takes a look through the file for its line.
const MOST: usize = 200;

/// The first problems of a text, with their places.
pub(super) fn placed(mut problems: Vec<Diagnosis>, text: &str) -> Vec<Diagnosis> {
    problems.sort_by_key(|problem| problem.offset);
    problems.truncate(MOST);
    problems
        .into_iter()
        .map(|problem| problem.at(text))
        .collect()
}

/// Reads a file and finds everything that is wrong with it, in the order of the file.
#[must_use]
pub fn diagnose(form: Form, text: &str) -> Loaded {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut loaded = load(form, text);
    let mut found = Vec::new();
    if let Some(guide) = &loaded.guide {
        sound(guide, &loaded.places, &mut found);
        alike(guide, &loaded.places, &mut found);
        reach::check(guide, &loaded.places, &mut found);
        if nodes(&loaded.article) >= MAX_NODES {
            found.push(Diagnosis::error(
                "cut-off",
                loaded.places.guide,
                &format!(
                    "the article has more than {MAX_NODES} elements and texts; the rest is not read"
                ),
                "split it into guides of their own",
            ));
        }
        if guide.support.is_none() {
            found.push(Diagnosis::warning(
                "no-support",
                loaded.places.guide,
                "nothing says what to do when the fixes run out",
                "end the guide with a section marked `support`: whom to ask, and what to have ready",
            ));
        }
    }
    let (source, offsets) = loaded.source();
    attributes(source, offsets, text, &mut found);
    loaded.problems.extend(placed(found, text));
    loaded
        .problems
        .sort_by_key(|problem| (problem.offset, problem.severity));
    loaded.problems.dedup();
    loaded
}

/// How many elements and texts an element holds, itself not counted.
fn nodes(element: &Element) -> usize {
    let inner = element.children.iter().map(|child| match child {
        Node::Element(inner) => 1 + nodes(inner),
        Node::Text(_) => 1,
    });
    inner.sum()
}

/// What the guide's own check says, with places.
pub(super) fn sound(guide: &Guide, places: &Places, out: &mut Vec<Diagnosis>) {
    for problem in check(guide) {
        let told = format!("{} {}", problem.place, problem.message);
        let at = places.of(problem.part);
        out.push(Diagnosis::error(
            problem.rule.name(),
            at,
            &told,
            problem.help,
        ));
    }
}

/// Titles, questions and answers that a reader could not tell apart.
fn alike(guide: &Guide, places: &Places, out: &mut Vec<Diagnosis>) {
    let mut seen: HashMap<String, ()> = HashMap::new();
    let mut twice = |kind: &str, words: &str| {
        seen.insert(format!("{kind} {}", words.trim().to_lowercase()), ())
            .is_some()
    };
    for (index, fix) in guide.fixes.iter().enumerate() {
        let at = places.fixes.get(index).copied().unwrap_or(places.guide);
        if twice("title", &fix.title) {
            out.push(Diagnosis::error(
                "same-title",
                at,
                &format!("another fix is called \"{}\" too", fix.title),
                "give each fix a title of its own: the overview and the report list them by title",
            ));
        }
        if fix
            .check
            .as_ref()
            .is_some_and(|check| twice("check", &check.ask))
        {
            out.push(Diagnosis::warning(
                "same-question",
                at,
                "this check question is asked by another fix too",
                "say what is different, or make it an opening question with conditions",
            ));
        }
    }
    for (index, question) in guide.questions.iter().enumerate() {
        if twice("question", &question.ask) {
            let at = places.questions.get(index).copied().unwrap_or(places.guide);
            out.push(Diagnosis::error(
                "same-question",
                at,
                &format!("\"{}\" is asked twice", question.ask),
                "ask it once, and put its id in the conditions",
            ));
        }
    }
    let words = &guide.verdict;
    for label in [
        &words.solved,
        &words.not_solved,
        &words.still_running,
        &words.cannot,
    ] {
        if twice("label", label) {
            out.push(Diagnosis::error("same-label", places.guide, &format!("two answers after a fix are both called \"{label}\""), "word `solved`, `not-solved`, `still-running` and `cannot` so that they can be told apart"));
        }
    }
}

/// Attributes that mean nothing, or not what was meant, and links that are not safe.
fn attributes(article: &Element, offsets: Option<&[usize]>, text: &str, out: &mut Vec<Diagnosis>) {
    let before = out.len();
    for spot in spots(article, offsets.unwrap_or_default()) {
        // Each takes a look through the text, and no more are told.
        if out.len() >= before + MOST {
            return;
        }
        // The parts of JSON have no elements: the words themselves are looked for.
        let at = |words: &str| {
            let from = spot.offset.min(text.len());
            let found = text
                .get(from..)
                .and_then(|rest| rest.find(words))
                .filter(|_| !words.is_empty());
            match offsets {
                Some(_) => spot.offset,
                None => found.map_or(0, |found| from + found),
            }
        };
        for (name, value) in &spot.element.attributes {
            if name == "href" && !is_safe_href(value) {
                out.push(Diagnosis::error(
                    "unsafe-link",
                    at(value),
                    &format!("the link to \"{}\" could run something", shown(value)),
                    "link to an address with https, http, mailto or tel, or to a relative one",
                ));
            }
            if name == "src" && spot.element.tag == "img" && !is_safe_image_src(value.trim()) {
                out.push(Diagnosis::error(
                    "unsafe-image",
                    at(value),
                    &format!("the picture \"{}\" is left out", shown(value)),
                    "give an address with https or http, a relative one, or data: of png, jpeg, gif or webp",
                ));
            }
            let Some(short) = name.strip_prefix(PREFIX) else {
                continue;
            };
            if !NAMES.contains(&short) || short == "at" {
                let near = NAMES
                    .iter()
                    .min_by_key(|known| strsim::damerau_levenshtein(known, &shown(short)));
                let mend =
                    near.filter(|known| strsim::damerau_levenshtein(known, &shown(short)) <= 3);
                let mend = mend.map_or_else(
                    || "docs/article.md lists them".to_owned(),
                    |known| format!("did you mean `{known}`?"),
                );
                out.push(Diagnosis::error(
                    "unknown-attribute",
                    at(short),
                    &format!("there is no attribute `{}`", shown(short)),
                    &mend,
                ));
            }
            let choices: &[&str] = match short {
                "pass-on" => &["yes", "no"],
                "pass-as" => &["not-needed", "cannot"],
                "risk" if !heads_fix(spot.element) => &["permanent", "reversible"],
                _ => &[],
            };
            if !choices.is_empty() && !choices.contains(&value.as_str()) {
                out.push(Diagnosis::error(
                    "bad-value",
                    at(value),
                    &format!("`{short}` cannot be \"{}\"", shown(value)),
                    &format!("write {}", choices.join(" or ")),
                ));
            }
            let without = |needed: &str| {
                spot.element
                    .attribute(&format!("{PREFIX}{needed}"))
                    .is_none()
            };
            if matches!(short, "pass-on" | "pass-as" | "one-of") && without("ask") {
                out.push(Diagnosis::warning(
                    "in-vain",
                    at(short),
                    &format!("`{short}` does nothing without a question"),
                    "add `ask`, or take it out",
                ));
            }
        }
    }
}

/// Whether an element stands for a whole fix: a heading, or what begins with one.
fn heads_fix(element: &Element) -> bool {
    let heading = |tag: &str| matches!(tag.as_bytes(), [b'h', b'1'..=b'6']);
    if heading(&element.tag) {
        return true;
    }
    let mut at = element;
    loop {
        let first = at.children.iter().find_map(|child| match child {
            Node::Element(inner) => Some(inner),
            Node::Text(_) => None,
        });
        match first {
            Some(inner) if heading(&inner.tag) => return true,
            Some(inner)
                if matches!(inner.tag.as_str(), "div" | "header" | "section" | "hgroup") =>
            {
                at = inner
            }
            _ => return false,
        }
    }
}

/// Words of a file as a message may show them.
fn shown(words: &str) -> String {
    let words: String = words.chars().filter(|c| !c.is_control()).take(60).collect();
    words
}

/// What differs between the languages of one guide: for each of the later ones, by its index in `all`.
///
/// They must hold the same ids in the same order, for a reader's answers are kept by them.
#[must_use]
pub fn compare(all: &[(&Guide, &Places, &str)]) -> Vec<(usize, Diagnosis)> {
    let mut out = Vec::new();
    let mut firsts: HashMap<&str, usize> = HashMap::new();
    let mut languages: HashSet<(&str, &str)> = HashSet::new();
    for (index, (guide, places, text)) in all.iter().enumerate() {
        let alone = languages.insert((&guide.id, &guide.lang));
        let first = *firsts.entry(guide.id.as_str()).or_insert(index);
        if first == index {
            continue;
        }
        let mut found = differences(guide, places, all[first].0);
        if !alone {
            found.push(Diagnosis::error(
                LANGUAGES,
                places.guide,
                &format!(
                    "another file is the guide \"{}\" in \"{}\" too",
                    guide.id, guide.lang
                ),
                "give it another id or another lang",
            ));
        }
        out.extend(
            placed(found, text)
                .into_iter()
                .map(|problem| (index, problem)),
        );
    }
    out
}

const LANGUAGES: &str = "languages";

/// The ids of a guide's questions and fixes, each with its part.
fn ids(guide: &Guide) -> impl Iterator<Item = ((&'static str, &str), Part)> {
    let questions = guide.questions.iter().enumerate();
    let fixes = guide.fixes.iter().enumerate();
    questions
        .map(|(place, question)| (("question", question.id.as_str()), Part::Question(place)))
        .chain(fixes.map(|(place, fix)| (("fix", fix.id.as_str()), Part::Fix(place))))
}

fn differences(guide: &Guide, places: &Places, other: &Guide) -> Vec<Diagnosis> {
    let mut out = Vec::new();
    let mut told = |part: Part, message: String, mend: &str| {
        out.push(Diagnosis::error(LANGUAGES, places.of(part), &message, mend));
    };
    let here: HashSet<_> = ids(guide).map(|(id, _)| id).collect();
    let there: HashSet<_> = ids(other).map(|(id, _)| id).collect();
    for ((kind, id), _) in ids(other).filter(|(id, _)| !here.contains(id)) {
        told(
            Part::Guide,
            format!(
                "the {kind} \"{id}\" of the guide in \"{}\" is missing here",
                other.lang
            ),
            "add it, or give its counterpart the same id",
        );
    }
    for ((kind, id), part) in ids(guide).filter(|(id, _)| !there.contains(id)) {
        told(
            part,
            format!(
                "the {kind} \"{id}\" is missing from the guide in \"{}\"",
                other.lang
            ),
            "add it there, or give its counterpart the same id",
        );
    }
    if here == there
        && !ids(guide)
            .map(|(id, _)| id)
            .eq(ids(other).map(|(id, _)| id))
    {
        told(
            Part::Guide,
            format!(
                "the questions or fixes stand in another order than in \"{}\"",
                other.lang
            ),
            "bring them into one order",
        );
    }
    let known: HashMap<&str, &Fix> = other
        .fixes
        .iter()
        .map(|fix| (fix.id.as_str(), fix))
        .collect();
    for (place, fix) in guide.fixes.iter().enumerate() {
        let Some(known) = known.get(fix.id.as_str()) else {
            continue;
        };
        let steps = |fix: &Fix| {
            fix.steps
                .iter()
                .map(|step| step.id.clone())
                .collect::<Vec<_>>()
        };
        if steps(fix) != steps(known) {
            told(
                Part::Fix(place),
                format!(
                    "the steps of fix \"{}\" have other ids than in \"{}\"",
                    fix.id, other.lang
                ),
                "give steps that say the same the same id",
            );
        }
    }
    out
}
