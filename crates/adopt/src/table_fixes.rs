//! Fixes in the rows of a table: what is seen, and what helps.
//!
//! Belongs here: the outline of an article whose fixes have no titles but these. Does not: tables within a fix (see
//! `steps`).

use unstuck_core::guide::Element;

use crate::dom::{find_tags, line_of, new_element};
use crate::lexicon::{Lexicon, Role};
use crate::part::Part;

/// An outline whose fixes are the rows of tables: the first cell is the title. `None` where there are fewer than two.
pub(crate) fn fixes_in_table(parts: &[Part], lexicon: &Lexicon) -> Option<Vec<Part>> {
    let all: Vec<&Element> = parts
        .iter()
        .filter(|part| {
            matches!(lexicon.role(&part.title), Role::Plain | Role::Group) || part.level == 0
        })
        .flat_map(|part| &part.blocks)
        .collect();
    let mut made = Vec::new();
    let mut rest = Vec::new();
    for block in all {
        if block.tag == "table" && lexicon.holds_steps(block, "") {
            let rows = find_tags(block, &["tr"]);
            for row in rows {
                let cells = find_tags(row, &["td"]);
                if let [first, remedy @ ..] = cells.as_slice() {
                    let title = line_of(first);
                    if !title.is_empty() && !remedy.is_empty() {
                        let blocks = remedy
                            .iter()
                            .map(|cell| new_element("div", cell.children.clone()));
                        made.push(row_part(title, first, blocks.collect()));
                    }
                }
            }
        } else {
            rest.push(block.clone());
        }
    }
    if made.len() < 2 {
        return None;
    }
    let mut first = parts.first()?.clone();
    first.children = (1..=made.len()).collect();
    first.blocks = rest
        .into_iter()
        .filter(|block| matches!(block.tag.as_str(), "p"))
        .take(3)
        .collect();
    let mut out = vec![first];
    out.append(&mut made);
    Some(out)
}

fn row_part(title: String, heading: &Element, blocks: Vec<Element>) -> Part {
    Part {
        level: Part::PSEUDO_LEVEL,
        title,
        heading: Element {
            tag: "h2".into(),
            attributes: heading.attributes.clone(),
            children: Vec::new(),
        },
        blocks,
        ..Part::default()
    }
}
