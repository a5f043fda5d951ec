//! What a part's own blocks contain: instructions, facts, or nothing but a link to where the answer is.
//!
//! Belongs here: counts over the blocks of one part, without the parts below it. Does not: what follows from them (see
//! `classify`), or what single sentences and lists are (see `sentences` and `lists`).

use unstuck_core::guide::Element;

use crate::content::decides;
use crate::dom::{find_tags, is_list, items, mostly_links, text};
use crate::leads::ends_in_colon;
use crate::lexicon::Lexicon;
use crate::lists::only_links;
use crate::marks::{mark, marks};
use crate::part::Part;
use crate::sentences::{Tally, sentences};
use crate::table::Block;
use crate::titles::folded;
use crate::word_lists::{begins_with_phrase, contains_phrase, lowered};

/// What a part's own blocks contain.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Evidence {
    /// Lists, tables and code with instructions.
    pub(crate) steps: usize,
    pub(crate) tally: Tally,
    /// Blocks of any kind.
    pub(crate) blocks: usize,
    /// Those among them that are code.
    pub(crate) code: usize,
    /// It only refers to another place, or to several.
    pub(crate) pointer: bool,
    /// Links to other places that stand by themselves.
    pub(crate) links: usize,
    /// Instructions that do not only lead to what follows.
    pub(crate) own_orders: usize,
    /// Sentences that hint at something to do, but for those that have to do with support.
    pub(crate) own_hints: usize,
    /// Instructions that have to do with support.
    pub(crate) support_orders: usize,
    /// Those among them that are for who was not helped.
    pub(crate) closing_orders: usize,
    /// Lists that are none of steps.
    pub(crate) facts: usize,
    /// Those among them that tell in sentences what there is; others name what to look at.
    pub(crate) told: usize,
    /// Orders and hints in them.
    pub(crate) asides: usize,
}

/// Words outside its links that a paragraph may have which only refers to them.
const WORDS_OF_POINTER: usize = 3;

impl Evidence {
    /// Of the blocks of a part.
    pub(crate) fn of(part: &Part, lexicon: &Lexicon) -> Self {
        let mut own = Self::default();
        let mut before = "";
        let texts: Vec<String> = part.blocks.iter().map(|block| text(block)).collect();
        let mut pointing = false;
        for (block, text) in part.blocks.iter().zip(&texts) {
            let block: &Element = block;
            // What the author takes out of the part says nothing of it.
            if decides(&marks(block)) {
                continue;
            }
            let listed = lexicon.holds_steps(block, before);
            let listing = is_list(block);
            // Links to other pages say nothing of what to do here.
            let linking = listing || block.tag == "p" && !text.is_empty();
            let linked = || mostly_links(block) || listing && only_links(&items(block));
            if linking && linked() && !listed {
                pointing = true;
                own.links += find_tags(block, &["a"]).len();
                continue;
            }
            own.blocks += 1;
            own.code += usize::from(block.tag == "pre");
            let mut tally = lexicon.tally(block);
            if !listed {
                own.facts += usize::from(listing);
                own.told += usize::from(block.tag == "ul" && tells(block));
                // An order in a list of facts is one of the facts.
                let lists = find_tags(block, &["ul", "ol", "table"]);
                let lists = lists.into_iter().chain(listing.then_some(block));
                for facts in lists.map(|list| lexicon.tally(list)) {
                    own.asides += facts.instructing + facts.hinting;
                    tally.instructing = tally.instructing.saturating_sub(facts.instructing);
                    tally.hinting = tally.hinting.saturating_sub(facts.hinting);
                }
            }
            if mark(&block.attributes, "steps").is_some() {
                tally.instructing = tally.sentences;
            }
            own.tally.add(tally);
            if block.tag != "pre" && block.tag != "figure" {
                own.add_orders(text, lexicon);
            }
            own.steps += match block.tag.as_str() {
                "pre" => usize::from(part.blocks.len() > 1),
                _ => usize::from(listed),
            };
            pointing |= own.blocks == 1 && lexicon.points(block, text);
            before = text;
        }
        own.pointer = pointing && own.blocks < 2 && own.steps == 0 && own.tally.sentences < 2;
        own
    }

    fn add_orders(&mut self, text: &str, lexicon: &Lexicon) {
        for sentence in sentences(text) {
            // "Set a rate that is supported" sends to nobody.
            let lower = lowered(sentence).replace("supported", "");
            let instructs = lexicon.instructs(sentence);
            let leads = ends_in_colon(&lower) || contains_phrase(&lower, &lexicon.leads);
            if lexicon.asks_somebody(&lower)
                && (instructs || begins_with_phrase(&lower, &lexicon.conditionals))
            {
                self.support_orders += 1;
                let goes_on = contains_phrase(&lower, &lexicon.persisting);
                self.closing_orders +=
                    usize::from(begins_with_phrase(&lower, &lexicon.conditionals) && goes_on);
            } else if instructs && !leads && !begins_with_phrase(&lower, &lexicon.pointers) {
                self.own_orders += 1;
            } else if !instructs && lexicon.hints(sentence) {
                self.own_hints += usize::from(!lexicon.asks_somebody(&lower));
            }
        }
    }

    /// Whether it tells what to do, and not only whom to ask: two orders or more.
    pub(crate) fn has_remedies(&self) -> bool {
        self.steps > 0 && self.own_orders >= 2 && self.own_orders > self.support_orders
            || self.own_orders >= 2 && self.support_orders == 0
    }
}

/// Whether most items of a list are whole sentences.
fn tells(list: &Element) -> bool {
    let items = items(list);
    let ends = |item: &&&Element| text(item).trim_end().ends_with(['.', '。', '!', '！']);
    items.iter().filter(ends).count() * 2 > items.len()
}

impl Lexicon {
    /// Whether a part is about taking a program away for good, with all that it has.
    pub(crate) fn removes(&self, part: &Part) -> bool {
        let folded = folded(&part.title);
        let folded = self.after_how_to(&folded);
        // German and Dutch verbs are at the end.
        let first = folded.split(' ').next().unwrap_or_default();
        let last = folded.rsplit(' ').next().unwrap_or_default();
        let whole = |block: &Block| contains_phrase(&lowered(&text(block)), &self.removals);
        [first, last]
            .iter()
            .any(|word| self.removal_verbs.contains(word))
            && part.blocks.iter().any(whole)
    }

    /// Whether a paragraph of one sentence only says where the answer is: See the list of errors; Answered in issue 5.
    fn points(&self, block: &Element, text: &str) -> bool {
        // A phrase that begins with a full stop begins its sentence: "Open a page to see whether it loads" leads nowhere.
        let lower = format!(". {}", lowered(text));
        if contains_phrase(&lower, &self.elsewhere) {
            return true;
        }
        let links = find_tags(block, &["a"]);
        let mut rest = text.to_owned();
        for link in &links {
            rest = rest.replacen(&crate::dom::text(link), " ", 1);
        }
        let words = rest.split(|c: char| !c.is_alphanumeric());
        let words = words.filter(|word| !word.is_empty()).count();
        !links.is_empty() && words <= WORDS_OF_POINTER && !self.instructs(&rest)
    }
}
