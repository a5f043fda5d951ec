//! Which blocks hold steps: lists, tables, tabs.
//!
//! Belongs here: the decision, from a block and the words before it. Does not: what becomes of the steps (see `steps`).

use unstuck_core::guide::Element;

use crate::codes::defines_codes;
use crate::dom::{find_tags, is_list, items, text};
use crate::leads::ends_in_colon;
use crate::lexicon::Lexicon;
use crate::marks::mark;
use crate::notes::NoteKind;
use crate::outline::blocks_of;
use crate::remedy_table::RemedyTable;
use crate::sentences::sentences;
use crate::table::Block;
use crate::tabs::{TABS, panels};
use crate::word_lists::{contains_phrase, lowered};

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
                && is_list(&pair[1])
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
        let lead = lowered(sentences(before).last().unwrap_or_default());
        if ends_in_colon(&lead)
            && contains_phrase(&lead, &self.list_intros)
            && !self.instructs(&lead)
        {
            return false;
        }
        // "Download the one for your system:" makes steps of links.
        if only_links(&items) && !(ends_in_colon(&lead) && lead.contains("download")) {
            return false;
        }
        if items.iter().all(|item| self.only_visits(item)) || defines_codes(&items) {
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
            || ends_in_colon(&lead) && self.instructs(&lead) && telling > 0
        }
    }

    /// Whether an item does no more than send to another page: Browse the guides.
    fn only_visits(&self, item: &Element) -> bool {
        let words = text(item);
        let first = lowered(words.split(' ').next().unwrap_or_default());
        let links = find_tags(item, &["a"]);
        let linked = links
            .iter()
            .map(|link| text(link).split(' ').count())
            .sum::<usize>();
        linked > 0 && words.split_whitespace().count() <= linked + 2 && self.visits.contains(&first)
    }

    fn table_of_remedies(&self, table: &Element) -> bool {
        let table = RemedyTable::of(table, self);
        let telling = table
            .rows
            .iter()
            .filter(|cells| cells.len() > 1)
            .filter(|cells| cells.iter().skip(1).any(|cell| self.is_instructing(cell)))
            .count();
        let named = table.has_column(&self.issue_columns) && table.has_column(&self.remedy_columns);
        telling * if named { 3 } else { 2 } >= table.rows.len() && telling > 0
    }
}

/// Whether each item of a list is one link and nothing else, or a description of what it leads to behind a dash: the titles of
/// other articles, whatever they begin with.
pub(crate) fn only_links(items: &[&Element]) -> bool {
    !items.is_empty()
        && items.iter().all(|item| {
            let links = find_tags(item, &["a"]);
            let [link] = links.as_slice() else {
                return false;
            };
            let (words, title) = (text(item), text(link));
            title.len() + 1 >= words.len()
                || words.strip_prefix(&title).is_some_and(|rest| {
                    rest.trim_start().starts_with(['-', '–', '—']) && !rest.contains('\n')
                })
        })
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
