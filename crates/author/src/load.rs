//! From a file to a guide.
//!
//! Belongs here: the one path that every format takes. Whatever the format, the file becomes the article's tree, and
//! [`unstuck_core::guide::reading`] makes the guide of it; so what the reading drops for safety, such as a link that could
//! run something, is dropped in every format. Does not: the parsers, or diagnostics beyond errors (`diagnose`).

use std::borrow::Cow;

use unstuck_adopt::{Adoption, Table, adoption, marked_table};
use unstuck_core::guide::{Element, Guide, Problem, Size, reading};

use crate::diagnostic::Diagnostic;
use crate::format::Format;
use crate::hidden;
use crate::location::{Locations, put_offsets, take_offsets};
use crate::{html, json, limits, markdown};

/// A file as far as it could be read.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Loaded {
    /// The article's tree.
    pub article: Element,
    /// The guide, where there is one.
    pub guide: Option<Guide>,
    /// Where its parts are in the file.
    pub locations: Locations,
    /// Values that attributes cannot have. They hide no other problem; `diagnose` finds them at their elements.
    pub(crate) bad_values: Vec<Problem>,
    /// What its author is told of other tools' syntax. It keeps no reader from the guide, so only `diagnose` reports it.
    pub(crate) foreign: Vec<Diagnostic>,
    /// What is wrong with the file.
    pub diagnostics: Vec<Diagnostic>,
    /// The offset of each element of the tree, if the format has elements.
    offsets: Option<Vec<usize>>,
    /// The tree as the file has it, with its offsets, where `article` is an adopted one.
    source: Option<(Element, Vec<usize>)>,
    /// What becomes of each block, if the format has blocks.
    pub(crate) table: Option<Table>,
    /// Whether its author's marks alone make the guide.
    by_marks: bool,
}

/// Reads a file. The limits are checked first, so that a hostile file is refused before it is parsed.
///
/// ```
/// use unstuck_author::{Format, load};
///
/// let text = "# The lamp stays dark {#lamp}\n\nTry this.\n\n## Change the bulb {#bulb}\n\n1. Unscrew it.\n";
/// let loaded = load(Format::Markdown, text);
/// assert!(loaded.diagnostics.is_empty());
/// let guide = loaded.guide.expect("a guide");
/// assert_eq!((guide.id.as_str(), guide.fixes[0].id.as_str()), ("lamp", "bulb"));
/// ```
#[must_use]
pub fn load(format: Format, text: &str) -> Loaded {
    load_with(
        format,
        text,
        &Readers {
            adopt: |article| {
                let Adoption {
                    table,
                    article,
                    doubt,
                    ..
                } = adoption(article);
                (table, article, doubt)
            },
            marked: marked_table,
            find: hidden::find,
        },
    )
}

/// A marked article, or why there is none.
type Adopted = Result<Element, Vec<Problem>>;

/// What reads an article. The browser's file reader goes without: it need not hold what another module does.
pub(crate) struct Readers {
    /// Marks up an article that is not wholly marked, and says what becomes of each block, and why it may not be meant to be
    /// walked.
    pub(crate) adopt: fn(&Element) -> (Table, Adopted, Option<Problem>),
    /// Says what becomes of each block of one that is.
    pub(crate) marked: fn(&Element) -> Table,
    /// Warns of what a tree is read without: where its elements are in the text, if the format has any, and the text.
    pub(crate) find: fn(&Element, Option<&[usize]>, &str) -> Vec<Diagnostic>,
}

/// The text without the byte order mark that some editors begin a file with.
pub(crate) fn without_bom(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

pub(crate) fn load_with(format: Format, text: &str, readers: &Readers) -> Loaded {
    let mut loaded = Loaded {
        article: Element::default(),
        guide: None,
        locations: Locations::default(),
        bad_values: Vec::new(),
        foreign: Vec::new(),
        diagnostics: Vec::new(),
        offsets: None,
        source: None,
        table: None,
        by_marks: false,
    };
    let text = without_bom(text);
    if let Err(found) = limits::check(format, text) {
        loaded.diagnostics.push(found.located_in(text));
        return loaded;
    }
    match format {
        #[cfg(feature = "html")]
        Format::Html => match html::parse(text) {
            Ok((article, offsets)) => {
                loaded.article = article;
                loaded.finish(text, Some(offsets), readers);
            }
            Err(problem) => loaded.refuse(vec![problem], 0, text),
        },
        // A browser parses HTML itself, and passes the result.
        #[cfg(not(feature = "html"))]
        Format::Html => {}
        Format::Markdown => match markdown::parse(text) {
            Ok(parsed) => {
                loaded.article = parsed.article;
                loaded.diagnostics = parsed.diagnostics;
                loaded.foreign = parsed.foreign;
                loaded.finish(text, Some(parsed.offsets), readers);
            }
            Err((problem, at)) => loaded.refuse(vec![problem], at, text),
        },
        Format::Json => match json::parse(text) {
            Ok(written) => {
                loaded.article = html::element(&written);
                loaded.locations = json::locations(text);
                loaded.finish(text, None, readers);
            }
            Err(found) => loaded.diagnostics.push(found),
        },
    }
    loaded
}

impl Loaded {
    /// Adds what keeps the article from being a guide.
    fn refuse(&mut self, problems: Vec<Problem>, at: usize, text: &str) {
        for problem in problems {
            self.diagnostics
                .push(Diagnostic::of(&problem, at).located_in(text));
        }
    }

    fn finish(&mut self, text: &str, mut offsets: Option<Vec<usize>>, readers: &Readers) {
        let first = offsets
            .as_ref()
            .and_then(|offsets| offsets.first().copied())
            .unwrap_or(0);
        if let Err(problem) = Size::check(&self.article) {
            self.article = Element::default();
            return self.refuse(vec![problem], first, text);
        }
        self.diagnostics
            .extend((readers.find)(&self.article, offsets.as_deref(), text));
        if let Cow::Owned(cleaned) = self.article.cleaned() {
            self.article = cleaned;
        }
        let mut marked = reading(&self.article);
        self.bad_values = marked.take_bad_values();
        self.by_marks = marked.wholly_marked();
        let read = if self.by_marks {
            if let Some(offsets) = &offsets {
                let mut article = self.article.clone();
                put_offsets(&mut article, offsets);
                self.table = Some((readers.marked)(&article));
            }
            marked.into_guide()
        } else {
            if let Some(offsets) = &offsets {
                put_offsets(&mut self.article, offsets);
            }
            let (table, adopted, doubt) = (readers.adopt)(&self.article);
            // Who names a file means it to be walked: what speaks against that is a warning.
            let doubts = doubt.iter().map(|doubt| Diagnostic::doubt(doubt, first));
            let doubts = doubts.map(|doubt| doubt.located_in(text));
            self.diagnostics.extend(doubts);
            let mut tree = adopted.as_ref().unwrap_or(&self.article).clone();
            let mut source = std::mem::take(&mut self.article);
            if offsets.is_some() {
                self.table = Some(table);
                let own = take_offsets(&mut source);
                self.source = Some((source, own));
                offsets = Some(take_offsets(&mut tree));
            }
            self.article = tree;
            adopted.and_then(|_| {
                let mut adopted = reading(&self.article);
                self.bad_values = adopted.take_bad_values();
                adopted.into_guide()
            })
        };
        match read {
            Ok(guide) => {
                if let Some(offsets) = &offsets {
                    self.locations = Locations::of_tree(&guide, &self.article, offsets);
                }
                self.guide = Some(guide);
            }
            Err(problems) => {
                self.refuse(problems, first, text);
            }
        }
        self.offsets = offsets;
    }

    /// Whether its author's attributes alone make the guide, and no rule looks for fixes.
    #[must_use]
    pub fn by_marks(&self) -> bool {
        self.by_marks
    }

    /// The tree as in the file, with the offset of each element if the format has elements.
    pub(crate) fn source(&self) -> (&Element, Option<&[usize]>) {
        match &self.source {
            Some((element, offsets)) => (element, Some(offsets)),
            None => (&self.article, self.offsets.as_deref()),
        }
    }
}
