//! Tables that arrange a page, and hold no data.
//!
//! Belongs here: telling them from other tables. Does not: what is made of their cells (see `flatten`).

use unstuck_core::guide::Element;

use crate::dom::{find_tags, has_heading, mostly_links, text};

/// How many blocks a cell has that holds a page.
const PAGE_BLOCKS: usize = 4;

/// A table that only arranges: one cell, or blocks with headings inside.
pub(crate) fn is_layout_table(table: &Element) -> bool {
    let cells = find_tags(table, &["td", "th"]);
    cells.len() < 2 || has_heading(table)
}

/// The cell of a table that holds a page, where all the others are its menu, its head and its foot.
pub(crate) fn page_cell(table: &Element) -> Option<&Element> {
    let rows = find_tags(table, &["tr"]);
    let rows: Vec<Vec<&Element>> = rows
        .iter()
        .map(|row| find_tags(row, &["td", "th"]))
        .collect();
    let blocks = |cell: &Element| find_tags(cell, &["p", "ul", "ol", "table"]).len();
    let page = rows
        .iter()
        .flatten()
        .copied()
        .max_by_key(|cell| blocks(cell))?;
    let around = |row: &Vec<&Element>| {
        let mut others = row.iter().filter(|cell| !std::ptr::eq(**cell, page));
        row.len() == 1 || others.all(|cell| mostly_links(cell))
    };
    let most = text(page).len() * 2 > text(table).len();
    (blocks(page) >= PAGE_BLOCKS && most && rows.iter().all(around)).then_some(page)
}
