//! The outline by which most fixes are found.
//!
//! Belongs here: what may replace headings, and in which order it is tried. Does not: how a fix is distinguished from other
//! parts (see `classify`).

use unstuck_core::guide::Element;

use crate::classify::{Classified, Pick};
use crate::dom::{is_list, items, text};
use crate::lexicon::{Lexicon, Role};
use crate::list_fixes::fixes_in_lists;
use crate::lists::{any_block, only_links};
use crate::outline::{PseudoHeadings, outline, relink};
use crate::part::{Part, rest_of};
use crate::remedy_table::RemedyTable;
use crate::rules::By;
use crate::table::{Block, Table};
use crate::table_fixes::fixes_in_table;
use crate::title_blocks::is_bold_title;

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

    /// Whether a fix is nothing but a table of what can go wrong and what helps.
    fn is_tabled(&self, pick: &Pick, lexicon: &Lexicon) -> bool {
        let tabled = |block: &Block| {
            let of = RemedyTable::of(block, lexicon);
            let named = of.has_column(&lexicon.issue_columns);
            of.cures(lexicon) || lexicon.holds_steps(block, "") && (named || self.picks.len() == 1)
        };
        is_table(&self.parts[pick.part], tabled, lexicon)
    }

    /// Whether most of its fixes are named by what goes wrong.
    fn are_problems(&self) -> bool {
        let problems = self.picks.iter().filter(|pick| pick.by == By::Symptom);
        problems.count() * 3 >= self.picks.len() * 2
    }

    /// With this rule as that by which its fixes are some.
    fn by(mut self, by: By) -> Self {
        self.picks.iter_mut().for_each(|pick| pick.by = by);
        self
    }
}

/// The outline by which most fixes are found; where it is one fix at most, the items of its list if they are tries.
pub(crate) fn choose(article: &Element, lexicon: &'static Lexicon) -> Choice {
    let choice = by_headings(article, lexicon);
    if choice.picks.len() > 1 {
        return within_groups(within_tables(choice, lexicon), lexicon);
    }
    let (parts, mut table) = outline(article, PseudoHeadings::None, lexicon);
    if parts.iter().any(Part::is_marked_fix) {
        return choice;
    }
    let picked = choice.picks.first().and_then(|pick| {
        let row = choice.parts.get(pick.part)?.heading.row;
        parts.iter().position(|part| part.heading.row == row)
    });
    let may =
        |at: usize| at == 0 || matches!(lexicon.role(&parts[at].title), Role::Plain | Role::Group);
    let Some(part) = picked.or_else(|| {
        let mut all = 0..parts.len();
        all.find(|at| may(*at) && parts[*at].blocks.iter().any(|block| is_list(block)))
    }) else {
        return choice;
    };
    let above = |part: &usize| Some(parts[*part].parent).filter(|above| *above > 0);
    let mut under: Vec<usize> = std::iter::successors(above(&part), above).collect();
    under.reverse();
    let by = By::ListItem;
    let one = [Pick { part, under, by }];
    match fixes_in_lists(&parts, &one, |_| true, &mut table, lexicon) {
        Some((parts, picks)) => Choice {
            parts,
            table,
            picks,
            lenient: false,
        },
        None => choice,
    }
}

/// With the items of a list as fixes where a section among the others that is called a group has no more than that list.
fn within_groups(mut choice: Choice, lexicon: &'static Lexicon) -> Choice {
    let group = |pick: &Pick| {
        let of = &choice.parts[pick.part];
        let childless = of.children.is_empty() && !of.is_marked_fix();
        // "Still having issues?" over remedies stands over several, too.
        childless && matches!(lexicon.role(&of.title), Role::Group | Role::LastResort)
    };
    let (parts, picks) = (&choice.parts, &choice.picks);
    let more = fixes_in_lists(parts, picks, group, &mut choice.table, lexicon);
    if let Some((parts, picks)) = more {
        choice.parts = parts;
        choice.picks = picks;
    }
    choice
}

/// With the rows of a table as fixes where a section among the others names a kind of trouble, and has no more than that table.
fn within_tables(mut choice: Choice, lexicon: &'static Lexicon) -> Choice {
    let cures = |block: &Block| RemedyTable::of(block, lexicon).cures(lexicon);
    let kind = |part: &Part| {
        let childless = part.level > 0 && part.children.is_empty();
        let kind = lexicon.is_category(&part.title) || lexicon.role(&part.title) == Role::Group;
        childless && kind && is_table(part, cures, lexicon)
    };
    if choice.parts.iter().any(kind) {
        let mut table = choice.table.clone();
        if let Some(more) = fixes_in_table(&choice.parts, kind, &mut table, lexicon) {
            choice.picks = more.picks(&choice.picks, By::TableRow);
            choice.parts = more.parts();
            choice.table = table;
        }
    }
    choice
}

/// Whether a part that nothing marks holds such a table, and no steps beside it.
fn is_table(part: &Part, such: impl Fn(&Block) -> bool, lexicon: &Lexicon) -> bool {
    let mut tables = part.blocks.iter().filter(|block| block.tag == "table");
    !part.is_marked_fix()
        && tables.any(such)
        && !any_block(&part.blocks, |block, before| {
            block.tag != "table" && (block.tag == "pre" || lexicon.holds_steps(block, before))
        })
}

/// The outline by which most fixes are found. Replacements for headings count only if headings give fewer than two.
fn by_headings(article: &Element, lexicon: &'static Lexicon) -> Choice {
    let plain = Choice::of(outline(article, PseudoHeadings::None, lexicon), lexicon);
    let grouped = outline(article, PseudoHeadings::Grouped, lexicon);
    if grouped.0.len() > plain.parts.len() {
        let more = Choice::of(grouped, lexicon);
        let numbered = |choice: &Choice| choice.picks.iter().all(|pick| pick.by == By::Numbered);
        let set = more.picks.len() >= 2 && numbered(&more) && !numbered(&plain);
        // Of a manual, the one section that lists problems counts for more than all the others.
        let problems = more.picks.len() >= 2 && more.are_problems() && !plain.are_problems();
        if more.picks.len() > plain.picks.len() || set || problems {
            return more;
        }
    }
    let marked = |pick: &Pick| plain.parts[pick.part].is_marked_fix();
    let in_any_part = |part: &Part| {
        part.level == 0 || matches!(lexicon.role(&part.title), Role::Plain | Role::Group)
    };
    // Rows of what can go wrong are no steps one after the other.
    if !plain.picks.is_empty()
        && plain
            .picks
            .iter()
            .all(|pick| plain.is_tabled(pick, lexicon))
    {
        let mut table = plain.table.clone();
        if let Some(more) = fixes_in_table(&plain.parts, in_any_part, &mut table, lexicon) {
            let more = Choice::of((more.parts(), table), lexicon).by(By::TableRow);
            if more.picks.len() > plain.picks.len() {
                return more;
            }
        }
    }
    if let Some(parts) = procedure(&plain, lexicon) {
        let whole = Choice::of((parts, plain.table.clone()), lexicon).by(By::ArticleIsFix);
        if whole.picks.len() == 1 {
            return whole;
        }
    }
    if plain.picks.len() > 1 {
        let asking = plain.picks.iter();
        let asking = asking.filter(|pick| asks_in_bold(&plain.parts[pick.part], lexicon));
        if asking.count() * 2 > plain.picks.len() {
            let more = Choice::of(outline(article, PseudoHeadings::Bold, lexicon), lexicon);
            if !more.picks.is_empty() {
                return more;
            }
        }
        return plain;
    }
    if plain.picks.iter().any(marked) {
        return plain;
    }
    for pseudo in [PseudoHeadings::Bold, PseudoHeadings::Leads] {
        let more = Choice::of(outline(article, pseudo, lexicon), lexicon);
        if more.picks.len() > 1 {
            return more;
        }
    }
    // Beside the one section that is a fix, a table of remedies is read where it opens the article.
    let cures =
        |block: &Block| block.tag == "table" && RemedyTable::of(block, lexicon).cures(lexicon);
    let fits = |part: &Part| {
        let opens = || part.level == 0 && part.blocks.iter().any(cures);
        in_any_part(part) && (plain.picks.is_empty() || opens())
    };
    let mut table = plain.table.clone();
    if let Some(more) = fixes_in_table(&plain.parts, fits, &mut table, lexicon) {
        let mut more = Choice::of((more.parts(), table), lexicon);
        let rows = more.picks.iter_mut();
        rows.filter(|pick| !more.parts[pick.part].has_heading())
            .for_each(|pick| pick.by = By::TableRow);
        if more.picks.len() > 1 {
            return more;
        }
    }
    if !plain.picks.is_empty() {
        return plain;
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

/// Whether bold questions part what a section only gathers.
fn asks_in_bold(part: &Part, lexicon: &Lexicon) -> bool {
    let asked = |block: &&Block| {
        block.tag == "p" && is_bold_title(block, lexicon) && lexicon.is_question(&text(block))
    };
    part.blocks.iter().filter(asked).count() > 1
}

/// The article as one part that holds all others, where its sections are the steps of what its title says: Step 1, Step 2.
fn procedure(plain: &Choice, lexicon: &Lexicon) -> Option<Vec<Part>> {
    let first = plain.parts.first()?;
    let steps = plain.picks.iter().filter(|pick| {
        let part = &plain.parts[pick.part];
        part.parent == 0 && lexicon.counts(&part.title) == Some("step")
    });
    let all = steps.count() == plain.picks.len() && plain.picks.len() >= 2;
    let deep = plain.parts.iter().skip(1).all(|part| part.level > 1);
    if !all || !deep || !lexicon.names_procedure(&first.title) {
        return None;
    }
    let mut out = plain.parts.clone();
    out.insert(
        1,
        Part {
            level: 1,
            title: first.title.clone(),
            heading: first.heading.clone(),
            ..Part::default()
        },
    );
    relink(&mut out);
    Some(out)
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
    // What does no more than lead to other pages holds no fix.
    let leads = first
        .blocks
        .iter()
        .any(|block| is_list(block) && only_links(&items(block)));
    if !listed && (!problem || leads) {
        return None;
    }
    let mut root = first.clone();
    let mut blocks = std::mem::take(&mut root.blocks);
    // Under labels such as Procedure, what stands before the first of them introduces the article.
    let labelled =
        |block: &Block| is_bold_title(block, lexicon) && lexicon.role(&text(block)) != Role::Plain;
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
