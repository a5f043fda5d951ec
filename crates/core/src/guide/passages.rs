//! From blocks to what a text says, and from there to its words alone.

use super::block::{Block, refinement};
use super::model::Passage;
use super::rich::Inline;

/// What blocks say, whatever their part in the guide.
pub(super) fn passages(blocks: Vec<Block>) -> Vec<Passage> {
    let mut out = Vec::new();
    for block in blocks {
        let tip = refinement(block.refinements(), "tip").map(|tip| tip == "warning");
        let mut said = match block {
            // A question needs no text besides what it asks.
            Block::Paragraph { words, .. } if words.is_empty() => continue,
            Block::Heading { words, .. } | Block::Paragraph { words, .. } => {
                vec![Passage::Words(words)]
            }
            Block::List { ordered, items, .. } => {
                let items = items.into_iter().map(|item| passages(item.blocks));
                let items: Vec<_> = items.filter(|item| !item.is_empty()).collect();
                if items.is_empty() {
                    continue;
                }
                vec![Passage::List { ordered, items }]
            }
            Block::Whole(passage) => vec![passage],
            Block::Part { blocks, .. } => passages(blocks),
        };
        match tip {
            Some(warning) if !said.is_empty() => out.push(Passage::Tip {
                warning,
                passages: said,
            }),
            _ => out.append(&mut said),
        }
    }
    out
}

/// Adds the words alone, a line for each piece.
pub(crate) fn lines(passages: &[Passage], out: &mut String) {
    for passage in passages {
        match passage {
            Passage::Words(words) => line(&words.plain(), "\n", out),
            Passage::Code(code) => line(code, "\n", out),
            Passage::Tip { passages, .. } => lines(passages, out),
            Passage::List { items, .. } => items.iter().for_each(|item| lines(item, out)),
            Passage::Table { rows, .. } => {
                for row in rows {
                    for (place, cell) in row.iter().enumerate() {
                        line(&cell.plain(), if place == 0 { "\n" } else { " | " }, out);
                    }
                }
            }
        }
    }
}

fn line(words: &str, mark: &str, out: &mut String) {
    if !out.is_empty() {
        out.push_str(mark);
    }
    out.push_str(words);
}

/// Takes the first words out of an introduction: the summary. A picture before them says no sentence, and stays.
pub(super) fn take_summary(intro: &mut Vec<Passage>) -> String {
    let pictures = intro.iter().take_while(|passage| match passage {
        Passage::Words(words) => {
            let mut runs = words.0.iter();
            runs.all(|run| matches!(run, Inline::Image(_) | Inline::Break))
        }
        _ => false,
    });
    let first = pictures.count();
    match intro.get(first) {
        Some(Passage::Words(words)) => {
            let summary = words.plain();
            intro.remove(first);
            summary
        }
        _ => String::new(),
    }
}

impl Passage {
    /// The words alone; items of a list and rows of a table each on a line.
    #[must_use]
    pub fn plain(&self) -> String {
        let mut out = String::new();
        lines(std::slice::from_ref(self), &mut out);
        out
    }
}
