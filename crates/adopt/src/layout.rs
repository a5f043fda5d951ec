//! Tables that arrange a page, and hold no data; frames around those that do.
//!
//! Belongs here: telling them from other tables. Does not: what is made of their cells (see `flatten`).

use unstuck_core::guide::Element;

use crate::dom::{find_tags, has_heading, mostly_links, text};

/// How many blocks a cell has that holds a page.
const PAGE_BLOCKS: usize = 4;

/// Whether a table or a figure only arranges: one cell, or blocks with headings inside; a frame around a table.
pub(crate) fn only_arranges(element: &Element) -> bool {
    if element.tag == "figure" {
        return !find_tags(element, &["table"]).is_empty();
    }
    let cells = find_tags(element, &["td", "th"]);
    cells.len() < 2 || has_heading(element)
}

/// The cell of a table that holds a page, and all the others, where these are its menu, its head and its foot.
pub(crate) fn page_cell(table: &Element) -> Option<(&Element, Vec<&Element>)> {
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
    (blocks(page) >= PAGE_BLOCKS && most && rows.iter().all(around)).then(|| {
        let others = rows.iter().flatten().copied();
        let others = others.filter(|cell| !std::ptr::eq(*cell, page));
        (page, others.collect())
    })
}
