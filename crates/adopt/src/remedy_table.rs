//! Tables of what can go wrong and what helps: their head, their rows, what their columns say.
//!
//! Belongs here: reading one table. Does not: whether its rows are fixes (see `table_fixes`) or steps (see `steps`).

use unstuck_core::guide::Element;

use crate::dom::{bold_bytes, find_tags, text};
use crate::lexicon::Lexicon;
use crate::word_lists::lowered;

/// Words that the head of a column may have: more are a sentence.
const WORDS_OF_HEAD: usize = 5;

/// A table by its rows.
pub(crate) struct RemedyTable<'a> {
    /// What stands over the columns, in lower case.
    pub(crate) head: Vec<String>,
    /// What is no row below the head: the head itself, the caption.
    pub(crate) beside: Vec<&'a Element>,
    /// The cells of each row below.
    pub(crate) rows: Vec<Vec<&'a Element>>,
}

impl<'a> RemedyTable<'a> {
    pub(crate) fn of(table: &'a Element, lexicon: &Lexicon) -> Self {
        let mut rows: Vec<(&Element, Vec<&Element>)> = find_tags(table, &["tr"])
            .into_iter()
            .map(|row| (row, find_tags(row, &["td", "th"])))
            .collect();
        let mut beside = find_tags(table, &["caption"]);
        beside.extend(
            rows.iter()
                .filter(|(_, cells)| cells.is_empty())
                .map(|(row, _)| *row),
        );
        rows.retain(|(_, cells)| !cells.is_empty());
        let headed = match rows.as_slice() {
            [(_, first), rest @ ..] => {
                let rest: Vec<&[&Element]> = rest.iter().map(|(_, cells)| &**cells).collect();
                lexicon.is_head(first, &rest)
            }
            [] => false,
        };
        let words = |cell: &&Element| lowered(&text(cell));
        let head = if headed {
            let (row, cells) = rows.remove(0);
            beside.push(row);
            cells.iter().map(words).collect()
        } else {
            Vec::new()
        };
        let rows = rows.into_iter().map(|(_, cells)| cells).collect();
        Self { head, beside, rows }
    }

    /// Whether a column is headed by one of these words.
    pub(crate) fn has_column(&self, names: &[&str]) -> bool {
        self.head.iter().any(|head| is_called(head, names))
    }

    /// Whether its head names what goes wrong, and what helps.
    pub(crate) fn cures(&self, lexicon: &Lexicon) -> bool {
        self.has_column(&lexicon.issue_columns) && self.has_column(&lexicon.remedy_columns)
    }
}

/// Whether the head of a column is one of these names, alone or with further words: issue, known issue, what to do.
pub(crate) fn is_called(head: &str, names: &[&str]) -> bool {
    let padded = |text: &str| {
        let words = text.split(|c: char| !c.is_alphanumeric());
        let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
        format!(" {} ", words.join(" "))
    };
    let head = padded(head);
    names.iter().any(|name| head.contains(&padded(name)))
}

impl Lexicon {
    /// Whether the first row of a table stands over the others: as `th`, in bold alone, or with words that name columns.
    fn is_head(&self, first: &[&Element], rest: &[&[&Element]]) -> bool {
        if first.iter().all(|cell| cell.tag == "th") {
            return true;
        }
        let texts: Vec<String> = first.iter().map(|cell| text(cell)).collect();
        let short = |text: &String| text.split_whitespace().count() <= WORDS_OF_HEAD;
        if rest.is_empty() || first.len() < 2 || !texts.iter().all(short) {
            return false;
        }
        let bold = |cells: &[&Element]| {
            cells
                .iter()
                .all(|cell| bold_bytes(cell) * 10 >= text(cell).len() * 9)
        };
        let named = |text: &String| {
            let text = lowered(text);
            is_called(&text, &self.issue_columns) || is_called(&text, &self.remedy_columns)
        };
        bold(first) && !rest.iter().all(|cells| bold(cells))
            || texts.iter().filter(|text| named(text)).count() >= 2
    }
}
