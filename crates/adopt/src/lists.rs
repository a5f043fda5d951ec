//! Which blocks hold steps: lists, tables, tabs.
//!
//! Belongs here: the decision, from a block and the words before it. Does not: what becomes of the steps (see `steps`).

use unstuck_core::guide::Element;

use crate::dom::{find_tags, items, text};
use crate::leads::ends_in_colon;
use crate::lexicon::Lexicon;
use crate::marks::mark;
use crate::notes::NoteKind;
use crate::outline::blocks_of;
use crate::sentences::sentences;
use crate::table::Block;
use crate::tabs::{TABS, panels};
use crate::word_lists::contains_phrase;

impl Lexicon {
    /// Whether a block gives instructions, item by item. `before` is the paragraph before it.
    pub(crate) fn holds_steps(&self, block: &Element, before: &str) -> bool {
        match block.tag.as_str() {
            "ul" | "ol" => self.list_of_steps(block, before),
            "table" => self.table_of_remedies(block),
            "dl" => self.tally(block).instructing > 0,
            TABS => panels(block).any(|(_, panel)| {
                any_block(&blocks_of(panel, self), |inner, before| {
                    self.holds_steps(inner, before)
                        || inner.tag == "p" && self.is_instructing(inner)
                })
            }),
            "details" | "div" | "section" | "aside" | "blockquote"
                if self.note_kind(block) != Some(NoteKind::Warning) =>
            {
                let lists = find_tags(block, &["ol"]);
                lists.iter().any(|list| self.list_of_steps(list, ""))
            }
            _ => false,
        }
    }

    /// Whether any of the blocks is a list of steps.
    pub(crate) fn holds_list(&self, blocks: &[Block]) -> bool {
        any_block(blocks, |block, before| {
            matches!(block.tag.as_str(), "ul" | "ol" | TABS) && self.holds_steps(block, before)
        })
    }

    /// Whether two or more lists of steps have a line over them.
    pub(crate) fn led_lists(&self, blocks: &[Block]) -> bool {
        let led = blocks.windows(2).filter(|pair| {
            let words = text(&pair[0]);
            pair[0].tag == "p"
                && ends_in_colon(&words)
                && matches!(pair[1].tag.as_str(), "ul" | "ol")
                && self.holds_steps(&pair[1], &words)
        });
        led.count() > 1
    }

    /// How many blocks under a title such as Symptoms only explain.
    pub(crate) fn explaining(&self, blocks: &[Block]) -> usize {
        let acts = |at: usize, block: &Block| match block.tag.as_str() {
            "ol" | "table" => self.holds_steps(block, ""),
            // The list right under the title is what the title says.
            "ul" => at > 0 && self.holds_steps(block, ""),
            "p" => self.is_instructing(block) || ends_in_colon(&text(block)),
            "pre" => false,
            TABS => true,
            _ => false,
        };
        let mut blocks = blocks.iter().enumerate();
        let count = blocks.len();
        blocks
            .find(|(at, block)| acts(*at, block))
            .map_or(count, |(at, _)| at)
    }

    fn list_of_steps(&self, list: &Element, before: &str) -> bool {
        if mark(&list.attributes, "steps").is_some() {
            return true;
        }
        let items = items(list);
        let lead = sentences(before).last().unwrap_or_default().to_lowercase();
        if lead.ends_with(':')
            && contains_phrase(&lead, &self.list_intros)
            && !self.instructs(&lead)
        {
            return false;
        }
        let telling = items
            .iter()
            .filter(|item| self.is_instructing(item))
            .count();
        if list.tag == "ol" {
            telling * 4 >= items.len() && telling > 0
        } else {
            let hinting = items
                .iter()
                .filter(|item| self.is_instructing(item) || self.hints(&text(item)))
                .count();
            (telling * 2 >= items.len() || telling * 4 >= items.len() && hinting * 2 >= items.len() || hinting * 4 >= items.len() * 3) && hinting > 0
            // After "Download one of these:" and "Do the following:" the things named are steps.
            || lead.ends_with(':') && self.instructs(&lead) && telling > 0
        }
    }

    fn table_of_remedies(&self, table: &Element) -> bool {
        let rows = find_tags(table, &["tr"]);
        let mut body = 0;
        let telling = rows
            .iter()
            .filter(|row| {
                let cells = find_tags(row, &["td"]);
                body += usize::from(!cells.is_empty());
                cells.len() > 1 && cells.iter().skip(1).any(|cell| self.is_instructing(cell))
            })
            .count();
        telling * 2 >= body && telling > 0
    }
}

/// Whether any block fits; `fits` is called with each block and the text of the block before it.
pub(crate) fn any_block(blocks: &[Block], fits: impl Fn(&Element, &str) -> bool) -> bool {
    let mut before = String::new();
    blocks.iter().any(|block| {
        let found = fits(block, &before);
        before = text(block);
        found
    })
}
