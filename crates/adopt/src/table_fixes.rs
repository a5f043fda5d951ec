//! Fixes in the rows of a table: what is seen, and what helps.
//!
//! Belongs here: the outline of an article whose fixes have no titles but these. Does not: tables within a fix (see
//! `steps`).

use crate::dom::{find_tags, line_of, new_element};
use crate::lexicon::{Lexicon, Role};
use crate::part::{Part, rest_of};
use crate::rules::By;
use crate::table::{Block, Table};

/// An outline whose fixes are the rows of tables: the first cell is the title. `None` where there are fewer than two.
pub(crate) fn fixes_in_table(
    parts: &[Part],
    table: &mut Table,
    lexicon: &Lexicon,
) -> Option<Vec<Part>> {
    let mut made = Vec::new();
    let mut left = parts.to_vec();
    for part in &mut left {
        if part.level > 0 && !matches!(lexicon.role(&part.title), Role::Plain | Role::Group) {
            continue;
        }
        part.blocks.retain(|block| {
            let fixes = block.tag == "table" && lexicon.holds_steps(block, "");
            if fixes {
                made.append(&mut parts_of(block, table));
            }
            !fixes
        });
    }
    if made.len() < 2 {
        return None;
    }
    // What else the article says stands beside the rows, and none of it is a fix.
    let mut rest = rest_of(&left, made.len());
    let mut first = left.into_iter().next()?;
    first.children = (1..=made.len()).collect();
    let mut out = vec![first];
    out.append(&mut made);
    out.append(&mut rest);
    Some(out)
}

/// A part for each row that has a title and a remedy. All that the table says gets a row of its own.
fn parts_of(block: &Block, table: &mut Table) -> Vec<Part> {
    let mut made = Vec::new();
    let rows = find_tags(block, &["caption", "tr"]);
    for row in rows {
        let cells = find_tags(row, &["td"]);
        let [first, remedy @ ..] = cells.as_slice() else {
            let row = table.add(row.clone(), Some(block.row)).row;
            table.leave_out(row, By::TableHead);
            continue;
        };
        let title = line_of(first);
        if title.is_empty() || remedy.is_empty() {
            let row = table.add(row.clone(), Some(block.row)).row;
            table.leave_out(row, By::NoFix);
            continue;
        }
        let mut heading = new_element("h2", first.children.clone());
        heading.attributes.clone_from(&first.attributes);
        let heading = table.add(heading, Some(block.row));
        let blocks = remedy.iter().map(|cell| {
            let cell = new_element("div", cell.children.clone());
            table.add(cell, Some(block.row))
        });
        made.push(Part {
            level: Part::PSEUDO_LEVEL,
            title,
            blocks: blocks.collect(),
            heading,
            ..Part::default()
        });
    }
    made
}
