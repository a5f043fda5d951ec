//! The article as an outline: its parts, each with its level and its parent.
//!
//! Belongs here: which heading is the title, how parts are nested, and tables of contents. Does not: how
//! elements become parts (see `flatten`), or which parts are fixes (see `classify`).

use unstuck_core::guide::{Element, PREFIX};

use crate::belonging::nest;
use crate::dom::{is_list, items, mostly_links, text};
pub(crate) use crate::flatten::PseudoHeadings;
use crate::flatten::flatten;
use crate::language::language_of;
use crate::lexicon::{Lexicon, Role};
use crate::marks::marks;
use crate::opening::leave_out_metadata;
use crate::part::Part;
use crate::plain::{plain, tidied};
use crate::problems::part_problems;
use crate::rules::By;
use crate::table::{Block, Table};
use crate::titles::folded;

/// The article's parts, and the table of what they were made of; the first is the article itself, with everything before its
/// first heading.
#[must_use]
pub(crate) fn outline(
    article: &Element,
    pseudo: PseudoHeadings,
    lexicon: &'static Lexicon,
) -> (Vec<Part>, Table) {
    let mut table = Table::of(article, given_title(article));
    let parts = flatten(article, pseudo, lexicon, &mut table, None);
    let mut parts = part_problems(&parts, &mut table, lexicon);
    drop_contents(&mut parts, &mut table);
    drop_ending(&mut parts, &mut table, lexicon);
    lead_with_title(&mut parts);
    take_title(&mut parts, article, lexicon);
    leave_out_metadata(&mut parts[0], &mut table, lexicon);
    nest(&mut parts, lexicon);
    link(&mut parts);
    (parts, table)
}

/// The blocks of an element, without headings.
pub(crate) fn blocks_of(element: &Element, lexicon: &Lexicon) -> Vec<Block> {
    pieces_of(element, &mut Table::default(), None, lexicon)
}

/// The same, as pieces of a row; headings are blocks here.
pub(crate) fn pieces_of(
    element: &Element,
    table: &mut Table,
    within: Option<usize>,
    lexicon: &Lexicon,
) -> Vec<Block> {
    let parts = flatten(element, PseudoHeadings::None, lexicon, table, within);
    let with_heading = |part: Part| {
        let heading = Some(part.heading).filter(|heading| !heading.tag.is_empty());
        heading.into_iter().chain(part.blocks)
    };
    parts.into_iter().flat_map(with_heading).collect()
}

/// The title that its page, or its author, gives the article from outside.
fn given_title(article: &Element) -> &str {
    article
        .attribute(&format!("{PREFIX}title"))
        .unwrap_or_default()
        .trim()
}

/// Gives an article the title that its page has for it, unless its author did, or it has one of its own: a heading that is above
/// all that follow it.
pub fn entitle(article: &mut Element, around: impl FnOnce() -> String) {
    let name = format!("{PREFIX}title");
    if article.attribute(&name).is_some() || has_title(article) {
        return;
    }
    let title = around();
    if !title.is_empty() {
        article.attributes.push((name, title));
    }
}

fn has_title(article: &Element) -> bool {
    let article = &tidied(article);
    let lexicon = Lexicon::of(&language_of(article));
    let article = &plain(article, lexicon);
    let flat = |pseudo| flatten(article, pseudo, lexicon, &mut Table::default(), None);
    let headings = flat(PseudoHeadings::None);
    let levels: Vec<u8> = headings.iter().skip(1).map(|part| part.level).collect();
    let Some((first, rest)) = levels.split_first() else {
        return false;
    };
    let unmarked = headings.get(1).is_some_and(|part| part.marks.is_empty());
    levels.contains(&1) && !begins_with_section(&headings, lexicon)
        || unmarked
            && match rest.iter().min() {
                Some(highest) => first < highest,
                // A page of one heading and nothing more than its fix has its title elsewhere.
                None => {
                    let bold = flat(PseudoHeadings::Bold);
                    bold.len() > 3 && bold.get(1).is_some_and(|part| part.level == *first)
                }
            }
}

/// What a page has before the one h1 of the article, such as the headings of its side bar, comes after what stands under that.
fn lead_with_title(parts: &mut Vec<Part>) {
    let mut highest = (1..parts.len()).filter(|at| parts[*at].level == 1);
    let (Some(title), None) = (highest.next(), highest.next()) else {
        return;
    };
    if title > 1 && title <= parts.len() / 2 {
        let before: Vec<Part> = parts.drain(1..title).collect();
        parts.extend(before);
    }
}

/// The first heading is the title if it is the only one of its level and no higher one follows.
fn take_title(parts: &mut Vec<Part>, article: &Element, lexicon: &Lexicon) {
    let given = given_title(article);
    let first = parts.get(1).map(|part| (part.level, part.marks.is_empty()));
    let Some((level, unmarked)) = first else {
        given.clone_into(&mut parts[0].title);
        return;
    };
    let rest = parts.iter().skip(2);
    let highest = rest.clone().map(|part| part.level).min();
    let alone = highest.is_none_or(|highest| level < highest);
    // Where every section is an h1, the first of them is the title only if there is no other.
    let sections = rest.filter(|part| part.level == 1).count() > 1;
    // A page of one heading and nothing more than its fix has its title elsewhere.
    let is_title = unmarked
        && (alone || level == 1)
        && (given.is_empty() || level == 1 && !sections)
        && !begins_with_section(parts, lexicon);
    if is_title {
        let title = parts.remove(1);
        parts[0].title = title.title;
        parts[0].heading = title.heading;
        parts[0].blocks.extend(title.blocks);
    } else {
        given.clone_into(&mut parts[0].title);
        // No title: the first heading is better than none.
        if given.is_empty() && unmarked {
            parts[0].title = parts[1].title.clone();
            parts[0].heading = parts[1].heading.clone();
        }
    }
}

/// Whether the first of several h1 says what goes wrong, and what helps, as most others do: then it is one of them.
fn begins_with_section(parts: &[Part], lexicon: &Lexicon) -> bool {
    let sections = || parts.iter().skip(1).filter(|part| part.level == 1);
    let named = |part: &&Part| lexicon.names_one_problem(&part.title);
    let helps = |part: &Part| {
        part.blocks
            .iter()
            .any(|block| lexicon.is_instructing(block))
    };
    let first = sections().next();
    sections().count() > 1
        && first.is_some_and(|part| named(&part) && helps(part))
        && sections().filter(named).count() * 2 > sections().count()
}

/// A list of the article's own headings is its contents, linked or not.
fn drop_contents(parts: &mut [Part], table: &mut Table) {
    let mut titles: Vec<String> = parts.iter().map(|part| folded(&part.title)).collect();
    titles.sort();
    for part in parts {
        part.blocks.retain(|block| {
            let items = if is_list(block) {
                items(block)
            } else {
                Vec::new()
            };
            let contents = items.len() > 1
                && items
                    .iter()
                    .all(|item| titles.binary_search(&folded(&text(item))).is_ok());
            if contents {
                table.leave_out(block.row, By::Contents);
            }
            !contents
        });
    }
}

/// Leaves out what a page ends with: sections of nothing but links to others, and invitations to rate it. They are none of the
/// article's structure.
fn drop_ending(parts: &mut Vec<Part>, table: &mut Table, lexicon: &Lexicon) {
    let leads_away = |part: &Part| {
        let of_page = |block: &Block| mostly_links(block) || lexicon.is_metadata(&text(block));
        part.marks.is_empty()
            && lexicon.role(&part.title) == Role::Related
            && part.blocks.iter().all(of_page)
    };
    while parts.len() > 2
        && let Some(last) = parts.pop_if(|last| leads_away(last))
    {
        for block in std::iter::once(&last.heading).chain(&last.blocks) {
            table.leave_out(block.row, By::RelatedSection);
        }
    }
    let invites = |block: &mut Block| marks(block).is_empty() && lexicon.invites(&text(block));
    if let Some(last) = parts.last_mut() {
        while let Some(block) = last.blocks.pop_if(invites) {
            table.leave_out(block.row, By::Metadata);
        }
    }
}

/// Links parts anew, after some were put between others.
pub(crate) fn relink(parts: &mut [Part]) {
    for part in parts.iter_mut() {
        part.children.clear();
    }
    link(parts);
}

fn link(parts: &mut [Part]) {
    let mut open: Vec<usize> = vec![0];
    for at in 1..parts.len() {
        let level = parts[at].level;
        while open.len() > 1 && open.last().is_some_and(|last| parts[*last].level >= level) {
            open.pop();
        }
        let parent = open.last().copied().unwrap_or(0);
        parts[at].parent = parent;
        parts[parent].children.push(at);
        open.push(at);
    }
}
