//! From an article to the marked article and its guide.
//!
//! Belongs here: the order of the work, and what a caller can ask for. Does not: any rule.

use unstuck_core::guide::{Element, Guide, Problem, Rule, Size, check, read, reading};

use crate::build::build;
use crate::choice::{Choice, choose};
use crate::classify::Classified;
use crate::decide::decide;
use crate::language::{is_english, lexicon_of, with_lists_as_steps};
use crate::refuse::refuse;
use crate::sanitize::sanitize;
use crate::table::Table;

/// Whether a source should hand this attribute over: more than reading marks takes, for a page says much by classes and
/// roles.
#[must_use]
pub fn wants(name: &str) -> bool {
    Element::wants(name)
        || matches!(
            name,
            "alt"
                | "aria-hidden"
                | "aria-label"
                | "class"
                | "height"
                | "id"
                | "label"
                | "name"
                | "role"
                | "src"
                | "title"
                | "width"
        )
}

/// What has become of an article: each block with the rule that decided, and the marked article that was made of them.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Adoption {
    /// What becomes of each block. Of an article that is refused, what would become of it; it is empty where none was read.
    pub table: Table,
    /// The article with the marks of a guide (`data-unstuck-*`) that its author could have written; else why it makes no
    /// guide, each with what would help.
    pub article: Result<Element, Vec<Problem>>,
}

/// Finds out what becomes of each block of an article, and marks it.
///
/// ```
/// use unstuck_adopt::{By, adoption, html};
///
/// let article = html::article("<article><h1>The lamp stays dark</h1><h2>Change the bulb</h2><p>Unscrew it.</p></article>");
/// let adoption = adoption(&article);
/// let rules: Vec<By> = adoption.table.rows().map(|row| row.answer().by).collect();
/// assert_eq!(rules, [By::TitleHeading, By::Instructs, By::StepParagraph]);
/// assert!(adoption.article.is_ok());
/// ```
#[must_use]
pub fn adoption(article: &Element) -> Adoption {
    if let Err(problem) = Size::searchable(article) {
        return Adoption {
            table: Table::default(),
            article: Err(vec![problem]),
        };
    }
    let article = &*article.cleaned();
    // The rules know English words. In other languages only the structure of the article shows what is a fix.
    let lexicon = lexicon_of(article);
    let listed;
    let english = is_english(article);
    let article = if english {
        article
    } else {
        listed = with_lists_as_steps(article);
        &listed
    };
    let Choice {
        parts,
        mut table,
        picks,
        lenient,
    } = choose(article, lexicon);
    let classified = Classified::of(&parts, lenient, lexicon);
    let found = decide(&parts, &classified, &picks, &mut table);
    let problem = if parts[0].title.is_empty() {
        Some(Problem::of_article(
            Rule::NoTitle,
            "has no title",
            "begin it with a heading",
        ))
    } else {
        refuse(&parts, &classified, &picks, english)
    };
    let article = match problem {
        Some(problem) => Err(vec![problem]),
        None => Ok(build(article, &parts, &found, &table, lexicon)),
    };
    Adoption { table, article }
}

/// The article with the marks of a guide (`data-unstuck-*`) that its author could have written.
///
/// # Errors
/// Why it makes no guide: each with what would help.
pub fn adopt(article: &Element) -> Result<Element, Vec<Problem>> {
    adoption(article).article
}

/// The guide of any article: as it is marked, or else as the rules find it. It need not be sound; see [`prepare`].
///
/// # Errors
/// What keeps the article from being a guide.
pub fn guide(article: &Element) -> Result<Guide, Vec<Problem>> {
    let reading = reading(article);
    if reading.wholly_marked() {
        reading.into_guide()
    } else {
        read(&adopt(article)?)
    }
}

/// An article that is ready to be shown and walked.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Prepared {
    /// The article, wholly marked, with allowed elements only.
    pub article: Element,
    /// Its guide, which is sound. That of a wholly marked article is the same as where the page itself holds the article.
    pub guide: Guide,
}

/// Marks an article unless it is wholly marked, sanitizes it, and reads its guide.
///
/// ```
/// let article = unstuck_adopt::html::article(
///     "<article><h1>The lamp stays dark</h1><h2>Change the bulb</h2><ol><li>Unscrew it.</li></ol></article>",
/// );
/// let prepared = unstuck_adopt::prepare(&article)?;
/// assert_eq!(prepared.guide.fixes[0].id, "change-bulb");
/// assert!(unstuck_core::guide::ready(&prepared.article).is_some());
/// # Ok::<(), Vec<unstuck_core::guide::Problem>>(())
/// ```
///
/// # Errors
/// Why it makes no guide: each with its place and what helps. A guide that is not sound is refused like one that is none.
pub fn prepare(article: &Element) -> Result<Prepared, Vec<Problem>> {
    let reading = reading(article);
    let (mut article, guide) = if reading.wholly_marked() {
        (sanitize(article), reading.into_guide()?)
    } else {
        let article = sanitize(&adopt(article)?);
        let guide = read(&article)?;
        (article, guide)
    };
    // What holds an article in a file may be its body.
    article.tag = "article".into();
    let problems = check(&guide);
    if problems.is_empty() {
        Ok(Prepared { article, guide })
    } else {
        Err(problems)
    }
}
