//! The outline by which most fixes are found.
//!
//! Belongs here: what may replace headings, and in which order it is tried. Does not: how a fix is distinguished from other
//! parts (see `classify`).

use unstuck_core::guide::Element;

use crate::classify::{Classified, Pick};
use crate::dom::text;
use crate::flatten::is_bold_title;
use crate::lexicon::{Lexicon, Role};
use crate::lists::any_block;
use crate::outline::{PseudoHeadings, outline};
use crate::part::{Part, rest_of};
use crate::rules::By;
use crate::table::{Block, Table};
use crate::table_fixes::fixes_in_table;

/// An outline with the fixes found in it.
pub(crate) struct Choice {
    pub(crate) parts: Vec<Part>,
    /// What the parts were made of.
    pub(crate) table: Table,
    pub(crate) picks: Vec<Pick>,
    /// Whether what explains was taken to hold fixes.
    pub(crate) lenient: bool,
}

impl Choice {
    fn of((parts, table): (Vec<Part>, Table), lexicon: &'static Lexicon) -> Self {
        Self {
            picks: Classified::of(&parts, false, lexicon).picks(),
            parts,
            table,
            lenient: false,
        }
    }

    /// With this rule as that by which its fixes are some.
    fn by(mut self, by: By) -> Self {
        self.picks.iter_mut().for_each(|pick| pick.by = by);
        self
    }
}

/// The outline by which most fixes are found. Replacements for headings count only if headings give fewer than two.
pub(crate) fn choose(article: &Element, lexicon: &'static Lexicon) -> Choice {
    let plain = Choice::of(outline(article, PseudoHeadings::None, lexicon), lexicon);
    let grouped = outline(article, PseudoHeadings::Grouped, lexicon);
    if grouped.0.len() > plain.parts.len() {
        let more = Choice::of(grouped, lexicon);
        if more.picks.len() > plain.picks.len() {
            return more;
        }
    }
    let marked = |pick: &Pick| plain.parts[pick.part].is_marked_fix();
    if plain.picks.len() > 1 || plain.picks.iter().any(marked) {
        return plain;
    }
    for pseudo in [PseudoHeadings::Bold, PseudoHeadings::Leads] {
        let more = Choice::of(outline(article, pseudo, lexicon), lexicon);
        if more.picks.len() > 1 {
            return more;
        }
    }
    if !plain.picks.is_empty() {
        return plain;
    }
    let mut table = plain.table.clone();
    if let Some(parts) = fixes_in_table(&plain.parts, &mut table, lexicon) {
        let more = Choice::of((parts, table), lexicon).by(By::TableRow);
        if more.picks.len() > 1 {
            return more;
        }
    }
    // The article itself is the one fix, if it gives instructions.
    if let Some(parts) = article_as_fix(&plain.parts, lexicon) {
        let alone = Choice::of((parts, plain.table.clone()), lexicon).by(By::ArticleIsFix);
        if !alone.picks.is_empty() {
            return alone;
        }
    }
    Choice {
        picks: Classified::of(&plain.parts, true, lexicon).picks(),
        lenient: true,
        ..plain
    }
}

/// The article's own blocks as a part of their own, where a list of steps is among them, or where its title names the one
/// problem that it is about.
fn article_as_fix(parts: &[Part], lexicon: &Lexicon) -> Option<Vec<Part>> {
    let first = parts.first()?;
    if parts.len() > 1 && first.blocks.is_empty() {
        return None;
    }
    let listed = any_block(&first.blocks, |block, before| {
        block.tag == "pre" || lexicon.holds_steps(block, before)
    });
    let problem = parts.len() == 1
        && lexicon.names_trouble(&first.title)
        && first
            .blocks
            .iter()
            .any(|block| lexicon.is_instructing(block));
    if !listed && !problem {
        return None;
    }
    let mut root = first.clone();
    let mut blocks = std::mem::take(&mut root.blocks);
    // Under labels such as Procedure, what stands before the first of them introduces the article.
    let labelled =
        |block: &Block| is_bold_title(block) && lexicon.role(&text(block)) != Role::Plain;
    if let Some(first) = blocks.iter().position(labelled) {
        let rest = blocks.split_off(first);
        root.blocks = std::mem::replace(&mut blocks, rest);
    }
    root.children = vec![1];
    let fix = Part {
        level: Part::PSEUDO_LEVEL,
        title: first.title.clone(),
        heading: first.heading.clone(),
        blocks,
        ..Part::default()
    };
    let mut out = vec![root, fix];
    out.append(&mut rest_of(parts, 1));
    Some(out)
}
