//! From an article to the marked article and its guide.
//!
//! Belongs here: the order of the work, and what a caller can ask for. Does not: any rule.

use unstuck_core::guide::{Element, Guide, Problem, Rule, Size, check, read, reading};

use crate::about::Article;
use crate::build::build;
use crate::choice::{Choice, choose};
use crate::classify::Classified;
use crate::decide::decide;
use crate::language::{language_of, lexicon_of, with_lists_as_steps};
use crate::lexicon::Lexicon;
use crate::plain::{plain, tidied};
use crate::refuse::{Objection, objection};
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
                | "aria-controls"
                | "aria-expanded"
                | "aria-haspopup"
                | "aria-hidden"
                | "aria-label"
                | "aria-labelledby"
                | "aria-level"
                | "aria-modal"
                | "class"
                | "data-actualsrc"
                | "data-bs-target"
                | "data-bs-toggle"
                | "data-callout"
                | "data-device"
                | "data-for"
                | "data-hi-res-src"
                | "data-label"
                | "data-lazy"
                | "data-lazy-src"
                | "data-lazy-srcset"
                | "data-original"
                | "data-os"
                | "data-pivot"
                | "data-platform"
                | "data-src"
                | "data-srcset"
                | "data-system"
                | "data-tab"
                | "data-target"
                | "data-title"
                | "data-toggle"
                | "data-tool"
                | "data-video-id"
                | "data-videoid"
                | "for"
                | "height"
                | "id"
                | "label"
                | "name"
                | "playlabel"
                | "role"
                | "rowspan"
                | "src"
                | "srcset"
                | "start"
                | "style"
                | "title"
                | "type"
                | "video-id"
                | "videoid"
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
    /// Why it may not be meant to be walked, though it can be. Who names the article decides, and is told; an article that only
    /// happens to be there is left alone.
    pub doubt: Option<Problem>,
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
            doubt: None,
        };
    }
    let article = &tidied(&article.cleaned());
    let language = language_of(article);
    let lexicon = lexicon_of(article, &language);
    let article = &plain(article, lexicon);
    // Of a language without lists only the structure of the article shows what is a fix.
    let known = Lexicon::known(&language).is_some();
    let listed;
    let article = if known {
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
    let objection = if parts[0].title.is_empty() {
        Some(Objection::Refusal(Problem::of_article(
            Rule::NoTitle,
            "has no title",
            "begin it with a heading",
        )))
    } else {
        objection(
            &Article {
                parts: &parts,
                classified: &classified,
                picks: &picks,
                symptoms: &found.symptoms,
            },
            known,
        )
    };
    let (refusal, doubt) = match objection {
        Some(Objection::Refusal(problem)) => (Some(problem), None),
        Some(Objection::Doubt(problem)) => (None, Some(problem)),
        None => (None, None),
    };
    let article = match refusal {
        Some(problem) => Err(vec![problem]),
        None => {
            let mut marked = build(article, &parts, &found, &table, lexicon);
            say_language(&mut marked, language);
            Ok(marked)
        }
    };
    Adoption {
        table,
        article,
        doubt,
    }
}

/// Gives an article the language that it is in, where it declares another or none.
fn say_language(article: &mut Element, language: String) {
    let declared = article.attribute("lang").unwrap_or_default();
    if declared != language && !(declared.is_empty() && language == "en") {
        article.attributes.retain(|(name, _)| name != "lang");
        article.attributes.push(("lang".into(), language));
    }
}

/// The article with the marks of a guide (`data-unstuck-*`) that its author could have written.
///
/// # Errors
/// Why it makes no guide, or may not be meant to be one: each with what would help.
pub fn adopt(article: &Element) -> Result<Element, Vec<Problem>> {
    let adoption = adoption(article);
    match adoption.doubt {
        Some(doubt) => Err(vec![doubt]),
        None => adoption.article,
    }
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
    /// Why it may not be meant to be walked: see [`Adoption::doubt`].
    pub doubt: Option<Problem>,
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
    let (mut article, guide, doubt) = if reading.wholly_marked() {
        (sanitize(article), reading.into_guide()?, None)
    } else {
        let adoption = adoption(article);
        let article = sanitize(&adoption.article?);
        let guide = read(&article)?;
        (article, guide, adoption.doubt)
    };
    if guide.direction() == "rtl" && article.attribute("dir").is_none() {
        article.attributes.push(("dir".into(), "rtl".into()));
    }
    // What holds an article in a file may be its body.
    article.tag = "article".into();
    let problems = check(&guide);
    if problems.is_empty() {
        Ok(Prepared {
            article,
            guide,
            doubt,
        })
    } else {
        Err(problems)
    }
}
