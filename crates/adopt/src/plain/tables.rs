//! Tables that are no tables, and tables whose head is not marked as one; code beside its line numbers.
//!
//! Belongs here: their plain form. Does not: what their rows tell (see `lists` and `table_fixes`).

use unstuck_core::guide::{Element, Node, PREFIX};

use super::left_out;
use crate::dom::{
    bold_bytes, class_words, find, find_tags, has_heading, is_heading, is_silent, text,
};
use crate::marks::AT;

/// Whether a table is code beside the numbers of its lines.
pub(super) fn is_code(element: &Element) -> bool {
    if element.tag != "table" || class_words(element).any(|word| word == "admonition") {
        return false;
    }
    let cells = find(element, &|inner| matches!(inner.tag.as_str(), "td" | "th"));
    let code = |cell: &&Element| !find_tags(cell, &["pre", "code"]).is_empty();
    cells.iter().any(|cell| is_numbers(cell))
        && cells.iter().filter(|cell| !is_numbers(cell)).all(code)
}

/// Whether an element holds the numbers of lines of code.
fn is_numbers(element: &Element) -> bool {
    let class = element.attribute("class").unwrap_or_default();
    let named = class.split_whitespace().any(|token| {
        matches!(
            token,
            "linenos"
                | "linenodiv"
                | "lineno"
                | "lineNumbers"
                | "line-numbers"
                | "line-number"
                | "gutter"
                | "blob-num"
                | "rouge-gutter"
                | "hljs-ln-numbers"
                | "linenumber"
                | "react-syntax-highlighter-line-number"
        ) || token.starts_with("codeLineNumber")
    });
    named
        && text(element)
            .chars()
            .all(|c| c.is_ascii_digit() || c.is_whitespace())
}

/// The code of such a table, or of one with a row for each line.
pub(super) fn code(table: Element) -> Element {
    let cells = find(&table, &|inner| matches!(inner.tag.as_str(), "td" | "th"));
    let code: Vec<&Element> = cells.into_iter().filter(|cell| !is_numbers(cell)).collect();
    let mut lines: Vec<Node> = Vec::new();
    for (at, cell) in code.iter().enumerate() {
        if at > 0 {
            lines.push(Node::Text("\n".into()));
        }
        let pre = find_tags(cell, &["pre"]);
        match pre.first() {
            Some(pre) => lines.extend(pre.children.iter().cloned()),
            None => lines.extend(cell.children.iter().cloned()),
        }
    }
    marked_like(
        Element {
            tag: "pre".into(),
            attributes: Vec::new(),
            children: lines,
        },
        &table,
    )
}

/// Takes the numbers of its lines, and the buttons, out of code.
pub(super) fn without_line_numbers(pre: &mut Element) {
    for child in &mut pre.children {
        if let Node::Element(inner) = child {
            if is_numbers(inner) {
                *inner = left_out(inner);
            } else {
                without_line_numbers(inner);
            }
        }
    }
}

/// An element with the author's marks and the place of another.
pub(super) fn marked_like(mut made: Element, element: &Element) -> Element {
    let own = element.attributes.iter();
    let own = own.filter(|(name, _)| name.starts_with(PREFIX) || name == AT);
    made.attributes.extend(own.cloned());
    made
}

/// A first row of titles is a table's head, whatever its cells are called; a heading in a cell of a table of data is none.
pub(super) fn read_head(table: &mut Element) {
    let cells = find(table, &|inner| matches!(inner.tag.as_str(), "td" | "th"));
    let titles = |cell: &&Element| !has_heading(cell) || is_title(cell);
    let columns = find_tags(table, &["tr"])
        .iter()
        .all(|row| row_cells(row).len() > 1);
    if cells.len() < 2 || !columns || !cells.iter().all(titles) {
        return;
    }
    let rows = find_tags(table, &["tr"]);
    let head = rows.len() > 1
        && rows
            .first()
            .is_some_and(|row| row_cells(row).iter().all(|cell| is_title(cell)))
        && rows
            .iter()
            .skip(1)
            .any(|row| row_cells(row).iter().any(|cell| !is_title(cell)));
    let mut first = head;
    in_rows(table, &mut |row| {
        let is_head = std::mem::take(&mut first);
        for child in &mut row.children {
            if let Node::Element(cell) = child {
                if is_head {
                    cell.tag = "th".into();
                }
                without_headings(cell);
            }
        }
    });
}

fn row_cells(row: &Element) -> Vec<&Element> {
    find(row, &|inner| matches!(inner.tag.as_str(), "td" | "th"))
}

/// Whether all that a cell says is a heading or bold.
fn is_title(cell: &Element) -> bool {
    let words = text(cell);
    if cell.tag == "th" {
        return true;
    }
    let mut said = cell.children.iter().filter(|child| !is_silent(child));
    let heading =
        matches!((said.next(), said.next()), (Some(Node::Element(only)), None) if is_heading(only));
    !words.is_empty() && (heading || bold_bytes(cell) >= words.len())
}

fn in_rows(element: &mut Element, each: &mut dyn FnMut(&mut Element)) {
    for child in &mut element.children {
        if let Node::Element(inner) = child {
            if inner.tag == "tr" {
                each(inner);
            } else {
                in_rows(inner, each);
            }
        }
    }
}

fn without_headings(element: &mut Element) {
    for child in &mut element.children {
        if let Node::Element(inner) = child {
            if is_heading(inner) {
                inner.tag = "p".into();
            }
            without_headings(inner);
        }
    }
}
