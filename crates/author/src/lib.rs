//! The forms a guide can take as a file, and the tools for its author: every problem with its place, and a map.
//!
//! Belongs here: HTML, JSON and Markdown to and from a guide, the limits before any of them is parsed, `diagnose` and
//! `map`. Does not: files, arguments and what is printed (that is the command, in `src/cli`); all here is pure, so that an
//! editor in the browser can call it.
//!
//! There is one road: whatever the form, it becomes the article's tree, and [`unstuck_core::guide::read`] makes the guide of it.
//! What the reading drops for safety, such as a link that could run something, is therefore dropped in every form.

pub mod diagnose;
pub mod html;
pub mod json;
mod left_out;
pub mod limits;
pub mod map;
pub mod markdown;
mod measure;
mod place;
mod reach;
mod tree_scan;

pub use diagnose::{Diagnosis, Severity, compare, diagnose};
pub use left_out::left_out;
pub use measure::{Answers, answers};
pub use place::{Place, Places};
use place::{put_offsets, take_offsets};

use unstuck_adopt::adopt;
use unstuck_adopt::clean;
use unstuck_core::guide::{self, Element, Guide, Problem, VerdictWords, read};

/// A form that a guide's file can take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// An article in HTML.
    Html,
    /// An article in Markdown with attributes in braces.
    Markdown,
    /// JSON by `docs/guide.schema.json`.
    Json,
}

impl Form {
    /// The form of a file by the end of its name.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        let end = name.rsplit_once('.')?.1.to_ascii_lowercase();
        match end.as_str() {
            "html" | "htm" | "xhtml" => Some(Self::Html),
            "md" | "markdown" => Some(Self::Markdown),
            "json" => Some(Self::Json),
            _ => None,
        }
    }
}

/// A file as far as it could be read.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The article's tree.
    pub article: Element,
    /// The guide, where there is one.
    pub guide: Option<Guide>,
    /// Where its parts stand in the file.
    pub places: Places,
    /// What was wrong on the way.
    pub problems: Vec<Diagnosis>,
    /// The offset of each element of the tree, where the form has elements.
    offsets: Option<Vec<usize>>,
    /// The tree as the file has it, with its offsets, where `article` is one that was adopted.
    source: Option<(Element, Vec<usize>)>,
}

/// Reads a file of this form. The limits are checked first, so that a hostile one is refused before it is parsed.
#[must_use]
pub fn load(form: Form, text: &str) -> Loaded {
    load_by(form, text, adopt)
}

fn load_by(form: Form, text: &str, adopt: Adopt) -> Loaded {
    let mut loaded = Loaded {
        article: Element::default(),
        guide: None,
        places: Places::default(),
        problems: Vec::new(),
        offsets: None,
        source: None,
    };
    // Some editors begin a file with a byte order mark.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if let Err(problem) = limits::check(form, text) {
        loaded.problems.push(problem.at(text));
        return loaded;
    }
    match form {
        #[cfg(feature = "forms")]
        Form::Html => {
            let (article, places) = html::located(text);
            loaded.article = article;
            loaded.finish(text, Some(places), adopt);
        }
        // A browser has a parser of its own, and hands over what that made.
        #[cfg(not(feature = "forms"))]
        Form::Html => {}
        Form::Markdown => {
            let read = markdown::located(text);
            loaded.article = read.article;
            loaded.problems = read.problems;
            loaded.finish(text, Some(read.places), adopt);
        }
        Form::Json => match json::parse(text) {
            Ok(written) => {
                loaded.article = html::element(&written);
                loaded.places = json::places(text);
                loaded.finish(text, None, adopt);
            }
            Err(problem) => loaded.problems.push(problem),
        },
    }
    loaded
}

/// The article of a file, as it may stand in a page. Where it is not wholly marked it is still to be adopted: that takes
/// another module, so that what reads files need not hold both.
///
/// # Errors
/// Every problem that keeps it from being a sound guide, with its place. What `diagnose` warns of beyond that is for
/// authors, and keeps no reader from the guide.
pub fn article(form: Form, text: &str) -> Result<Element, Vec<Diagnosis>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let loaded = load_by(form, text, |_| Err(Vec::new()));
    let mut found = Vec::new();
    if let Some(guide) = &loaded.guide {
        diagnose::sound(guide, &loaded.places, &mut found);
    }
    let mut problems = diagnose::placed(found, text);
    let errors = loaded.problems.into_iter();
    problems.extend(errors.filter(|problem| problem.severity == Severity::Error));
    if problems.is_empty() {
        Ok(clean(&loaded.article))
    } else {
        Err(problems)
    }
}

/// What marks an article that is not wholly marked.
type Adopt = fn(&Element) -> Result<Element, Vec<Problem>>;

impl Loaded {
    fn finish(&mut self, text: &str, mut offsets: Option<Vec<usize>>, adopt: Adopt) {
        let read = if guide::marked(&self.article) {
            read(&self.article)
        } else {
            if let Some(offsets) = &offsets {
                put_offsets(&mut self.article, offsets);
            }
            let adopted = adopt(&self.article);
            let mut tree = adopted.as_ref().unwrap_or(&self.article).clone();
            let mut source = std::mem::take(&mut self.article);
            if offsets.is_some() {
                let own = take_offsets(&mut source);
                self.source = Some((source, own));
                offsets = Some(take_offsets(&mut tree));
            }
            self.article = tree;
            adopted.and_then(|_| read(&self.article))
        };
        match read {
            Ok(guide) => {
                if let Some(offsets) = &offsets {
                    self.places = Places::of_tree(&guide, &self.article, offsets);
                }
                self.guide = Some(guide);
            }
            Err(problems) => {
                let first = offsets
                    .as_ref()
                    .and_then(|offsets| offsets.first().copied());
                for problem in problems {
                    let told = format!("{} {}", problem.place, problem.message);
                    let rule = problem.rule.name();
                    let found = Diagnosis::error(rule, first.unwrap_or(0), &told, problem.help);
                    self.problems.push(found.at(text));
                }
            }
        }
        self.offsets = offsets;
    }

    /// The tree as the file has it, with the offset of each element where the form has elements.
    fn source(&self) -> (&Element, Option<&[usize]>) {
        match &self.source {
            Some((element, offsets)) => (element, Some(offsets)),
            None => (&self.article, self.offsets.as_deref()),
        }
    }
}

/// The words of a guide's verdict that are its own, by the names of their attributes.
fn own_verdict(guide: &Guide) -> impl Iterator<Item = (&'static str, &str)> {
    let (own, usual) = (&guide.verdict, VerdictWords::default());
    [
        ("verdict", &own.ask, usual.ask),
        ("solved", &own.solved, usual.solved),
        ("not-solved", &own.not_solved, usual.not_solved),
        ("still-running", &own.still_running, usual.still_running),
        ("cannot", &own.cannot, usual.cannot),
    ]
    .into_iter()
    .filter(|(_, own, usual)| *own != usual)
    .map(|(name, own, _)| (name, own.as_str()))
}
