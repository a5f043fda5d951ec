//! Fixes in the rows of a table: what is seen, and what helps.
//!
//! Belongs here: the outline of an article whose fixes have no titles but these. Does not: tables within a fix (see
//! `steps`), or what a table's columns are (see `remedy_table`).

use crate::dom::{line_of, new_element, without_pictures};
use crate::inserted::Inserted;
use crate::lexicon::Lexicon;
use crate::outline::pieces_of;
use crate::part::Part;
use crate::remedy_table::{RemedyTable, is_called};
use crate::rules::By;
use crate::table::{Block, Table};

/// An outline in which the rows of tables of remedies are parts below the one that holds the table, where that fits. `None` where
/// there are fewer than two.
pub(crate) fn fixes_in_table(
    parts: &[Part],
    fits: impl Fn(&Part) -> bool,
    table: &mut Table,
    lexicon: &Lexicon,
) -> Option<Inserted> {
    let helps = |block: &Block| {
        block.tag == "table"
            && (lexicon.holds_steps(block, "") || RemedyTable::of(block, lexicon).cures(lexicon))
    };
    let mut inserted = Inserted::default();
    for part in parts {
        let mut part = part.clone();
        let fits = fits(&part);
        let mut rows = Vec::new();
        for block in std::mem::take(&mut part.blocks) {
            if fits && helps(&block) {
                add_rows(&block, &mut rows, table, lexicon);
            } else {
                part.blocks.push(block);
            }
        }
        inserted.push(part, rows);
    }
    (inserted.made() >= 2).then_some(inserted)
}

/// Whether a column that is headed as no remedy has words for each row: numbers name nothing.
fn names_rows(of: &RemedyTable<'_>, column: usize, lexicon: &Lexicon) -> bool {
    let cells = of.rows.iter().filter_map(|cells| cells.get(column));
    let head = of.head.get(column).map_or("", |head| head);
    !is_called(head, &lexicon.remedy_columns)
        && cells
            .map(|cell| line_of(cell))
            .all(|words| words.contains(char::is_alphabetic))
}

/// A part for each row that has a title and a remedy; a row with fewer cells than the others goes on with the row before it.
/// All that the table says gets a row of its own.
fn add_rows(block: &Block, out: &mut Vec<Part>, table: &mut Table, lexicon: &Lexicon) {
    let of = RemedyTable::of(block, lexicon);
    for beside in &of.beside {
        let row = table.add((*beside).clone(), Some(block.row)).row;
        table.leave_out(row, By::TableHead);
    }
    let named = |head: &String| is_called(head, &lexicon.issue_columns);
    let seen = |head: &String| named(head) && !lexicon.names_causes(head);
    // What is seen says more to a reader than what causes it.
    let seen = of.head.iter().position(seen);
    let named = seen.or_else(|| of.head.iter().position(named));
    let over = named.and_then(|at| of.head.get(at)).cloned();
    let over = over.unwrap_or_default();
    // Beside a column of causes, what is to be checked stands before them.
    let before = (0..named.unwrap_or(0)).find(|at| names_rows(&of, *at, lexicon));
    let column = seen.or(before).or(named).unwrap_or(0);
    let width = of.rows.iter().map(Vec::len).max().unwrap_or(0);
    let mut made = false;
    for cells in &of.rows {
        let title = cells
            .get(column)
            .filter(|cell| cells.len() == width && width > 1 && !line_of(cell).is_empty());
        if let Some(title) = title {
            let mut heading = new_element("h2", title.children.clone());
            heading.attributes.clone_from(&title.attributes);
            let (heading, pictures) = without_pictures(heading);
            let heading = table.add(heading, Some(block.row));
            let pictures = pictures.map(|below| table.add(below, Some(block.row)));
            out.push(Part {
                level: Part::PSEUDO_LEVEL,
                title: line_of(title),
                heading,
                over: over.clone(),
                blocks: pictures.into_iter().collect(),
                ..Part::default()
            });
            made = true;
        }
        let others = cells
            .iter()
            .enumerate()
            .filter(|(at, _)| title.is_none() || *at != column);
        for (_, cell) in others {
            let blocks = pieces_of(cell, table, Some(block.row), lexicon);
            match out.last_mut().filter(|_| made) {
                Some(part) => part.blocks.extend(blocks),
                None => blocks
                    .iter()
                    .for_each(|block| table.leave_out(block.row, By::NoFix)),
            }
        }
    }
}
