//! What support asks for.
//!
//! Belongs here: where its section may mark it, and several in one mark. Does not: the section itself (see `read`).

use super::block::{Block, refinement};

/// What support asks for, wherever its section marks it.
pub(super) fn needs_of(blocks: &[Block], needs: &mut Vec<String>) {
    for block in blocks {
        add_needs(block.refinements(), needs);
        match block {
            Block::List { items, .. } => {
                for item in items {
                    add_needs(&item.refinements, needs);
                    needs_of(&item.blocks, needs);
                }
            }
            Block::Part { blocks, .. } => needs_of(blocks, needs),
            _ => {}
        }
    }
}

/// The commas of all languages, such as `、` in Japanese, `，` in Chinese and `،` in Arabic.
const COMMAS: [char; 4] = [',', '、', '，', '،'];

/// Several may stand in one place, separated by commas. Each is asked for once.
pub(super) fn add_needs(marks: &[(String, String)], needs: &mut Vec<String>) {
    let marked = refinement(marks, "need").unwrap_or_default();
    for need in marked.split(COMMAS).map(str::trim) {
        if !need.is_empty() && !needs.iter().any(|known| known == need) {
            needs.push(need.to_owned());
        }
    }
}
