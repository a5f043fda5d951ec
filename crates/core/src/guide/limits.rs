//! How large a guide may be: the one table of bounds, the same for a page and for the command.
//!
//! Belongs here: the numbers, and the counting against them. What exceeds one is refused as a whole, before anything walks it:
//! half an article is another guide. Does not: what only a file has, such as braces or attributes (see `unstuck-author`).

use super::elements::{AT, Element, Node};
use super::model::{Fix, Guide, Passage};
use super::problem::{Part, Problem, Rule};
use super::rich::{Inline, Rich};

/// Bytes of a guide's file, and of an article's words with the attributes that are read. The first guide has 16 KB.
pub const MAX_BYTES: usize = 2 * 1024 * 1024;

/// Elements and texts of an article, comments counted. The longest of sixty real articles has about 12,000.
pub const MAX_NODES: usize = 100_000;

/// Elements of a whole HTML file, with those that a parser opens again: it holds more than its article.
pub const MAX_ELEMENTS: usize = 2 * MAX_NODES;

/// Levels of nesting. Real articles stay below 30; the bound keeps a hostile one from exhausting the stack.
pub const MAX_DEPTH: usize = 100;

/// Elements and texts of an article in which fixes are searched for, since that takes several times as long as reading marks.
pub const MAX_SEARCHED_NODES: usize = 20_000;

/// Attributes of one element: parsers compare each with all before it.
pub const MAX_ATTRIBUTES: usize = 256;

/// Fixes of a guide.
pub const MAX_FIXES: usize = 5_000;

/// Opening questions of a guide: all of them can be options of one choice, on one screen.
pub const MAX_QUESTIONS: usize = 500;

/// Terms of all conditions of a guide.
pub const MAX_TERMS: usize = 50_000;

/// What one screen shows: paragraphs, items, cells and the runs of words in them. A fix is one screen; what belongs to none
/// (introduction, notes, support) counts as one.
pub const MAX_PIECES: usize = 2_000;

/// Counts what is read of an article.
#[derive(Clone, Copy, Debug, Default)]
pub struct Size {
    nodes: usize,
    bytes: usize,
}

impl Size {
    /// One more node, so many levels below the article.
    ///
    /// # Errors
    /// The bound that it exceeds.
    pub fn node(&mut self, depth: usize) -> Result<(), Problem> {
        self.nodes += 1;
        if depth > MAX_DEPTH {
            return Err(Problem::of_article(
                Rule::TooDeep,
                &format!("is nested deeper than {MAX_DEPTH} levels"),
                "close what is open, or nest less",
            ));
        }
        within(self.nodes, MAX_NODES, "elements and texts", Part::Guide)
    }

    /// The attributes of one element.
    ///
    /// # Errors
    /// That they are too many.
    pub fn attributes(&self, count: usize) -> Result<(), Problem> {
        within(
            count,
            MAX_ATTRIBUTES,
            "attributes on one element",
            Part::Guide,
        )
    }

    /// So many more bytes of words or attributes.
    ///
    /// # Errors
    /// The bound that they exceed.
    pub fn bytes(&mut self, more: usize) -> Result<(), Problem> {
        self.bytes = self.bytes.saturating_add(more);
        within(self.bytes, MAX_BYTES, "bytes of words", Part::Guide)
    }

    /// Whether fixes may be searched for in an article.
    ///
    /// # Errors
    /// Why not.
    pub fn searchable(article: &Element) -> Result<(), Problem> {
        let mut size = Self::default();
        size.tree(article, 0)?;
        if size.nodes <= MAX_SEARCHED_NODES {
            return Ok(());
        }
        Err(Problem::of_article(
            Rule::TooLarge,
            &format!(
                "has {} elements and texts: fixes are searched for in {MAX_SEARCHED_NODES} at most",
                size.nodes
            ),
            "split it, or mark every fix with data-unstuck-id",
        ))
    }

    /// Whether a tree that was made in another way than by counting is within the bounds.
    ///
    /// # Errors
    /// The bound that it exceeds.
    pub fn check(article: &Element) -> Result<(), Problem> {
        Self::default().tree(article, 0)
    }

    fn tree(&mut self, element: &Element, depth: usize) -> Result<(), Problem> {
        let own = || element.attributes.iter().filter(|(name, _)| name != AT);
        self.attributes(own().count())?;
        for (_, value) in own() {
            self.bytes(value.len())?;
        }
        for child in &element.children {
            self.node(depth + 1)?;
            match child {
                Node::Text(words) => self.bytes(words.len())?,
                Node::Element(inner) => self.tree(inner, depth + 1)?,
            }
        }
        Ok(())
    }
}

fn within(count: usize, most: usize, what: &str, part: Part) -> Result<(), Problem> {
    if count <= most {
        return Ok(());
    }
    Err(Problem {
        part,
        ..Problem::of_article(
            Rule::TooLarge,
            &format!("has more than {most} {what}"),
            "split it into separate guides",
        )
    })
}

/// Whether a guide is small enough to be walked.
///
/// # Errors
/// The bound that it exceeds, at the first part that is too many.
pub(super) fn guide(guide: &Guide) -> Result<(), Problem> {
    within(guide.fixes.len(), MAX_FIXES, "fixes", Part::Fix(MAX_FIXES))?;
    within(
        guide.questions.len(),
        MAX_QUESTIONS,
        "questions",
        Part::Question(MAX_QUESTIONS),
    )?;
    let mut terms = 0;
    let mut pieces = of_list(&guide.intro) + of_list(&guide.wait) + of_list(&guide.after);
    pieces += guide.support.as_ref().map_or(0, |support| {
        of_list(&support.passages) + support.needs.len()
    });
    for (place, question) in guide.questions.iter().enumerate() {
        terms += question.only_if.0.len();
        within(terms, MAX_TERMS, "conditions", Part::Question(place))?;
        within(
            of_list(&question.hint),
            MAX_PIECES,
            "pieces in a question",
            Part::Question(place),
        )?;
    }
    for (place, note) in guide.notes.iter().enumerate() {
        terms += note.only_if.0.len();
        pieces += 1 + of_list(&note.passages);
        within(terms, MAX_TERMS, "conditions", Part::Note(place))?;
    }
    within(
        pieces,
        MAX_PIECES,
        "paragraphs, items and runs of words outside its fixes",
        Part::Guide,
    )?;
    for (place, fix) in guide.fixes.iter().enumerate() {
        terms += fix.only_if.0.len();
        terms += fix
            .steps
            .iter()
            .map(|step| step.only_if.0.len())
            .sum::<usize>();
        within(terms, MAX_TERMS, "conditions", Part::Fix(place))?;
        within(
            of_fix(fix),
            MAX_PIECES,
            "paragraphs, items and runs of words in one fix",
            Part::Fix(place),
        )?;
    }
    Ok(())
}

fn of_fix(fix: &Fix) -> usize {
    let lists = [&fix.reason, &fix.more, &fix.wait, &fix.away];
    let mut pieces: usize = lists.iter().map(|passages| of_list(passages)).sum();
    pieces += fix
        .steps
        .iter()
        .map(|step| 1 + of_list(&step.passages))
        .sum::<usize>();
    pieces += fix.check.as_ref().map_or(0, |check| of_list(&check.hint));
    pieces += fix.risk.as_ref().map_or(0, |risk| {
        let lost: usize = risk.lost.iter().map(|lost| 1 + of_list(lost)).sum();
        lost + of_list(&risk.passages) + of_list(&risk.first)
    });
    pieces
}

fn of_list(passages: &[Passage]) -> usize {
    let runs = |words: &Rich| -> usize {
        let run = |inline: &Inline| match inline {
            Inline::Path(items) => items.len(),
            _ => 1,
        };
        1 + words.0.iter().map(run).sum::<usize>()
    };
    let of = |passage: &Passage| match passage {
        Passage::Words(words) => runs(words),
        Passage::Code(_) => 1,
        Passage::List { items, .. } => items.iter().map(|item| 1 + of_list(item)).sum(),
        Passage::Tip { passages, .. } => 1 + of_list(passages),
        Passage::Table { rows, .. } => rows
            .iter()
            .map(|row| 1 + row.iter().map(runs).sum::<usize>())
            .sum(),
    };
    passages.iter().map(of).sum()
}
