//! Whether the items of a list are tried one after the other, or are the steps of one procedure.
//!
//! Belongs here: the decision, from how the items begin and what stands over them. Does not: when it is asked, or what becomes
//! of the items (see `list_fixes`).

use crate::leads::ends_in_colon;
use crate::lexicon::Lexicon;
use crate::sentences::{CLAUSE_ENDS, sentences};
use crate::titles::{bare, has_word, quotes};
use crate::word_lists::{Words, begins_with_phrase, contains_phrase, lowered};

/// The longest beginning that tells of which kind an item is, in words.
const LONGEST: usize = 3;
/// With fewer words, what follows "Make sure that:" names a thing and states nothing.
const WORDS_OF_STATEMENT: usize = 4;

/// What an item is by its first sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Item {
    /// A question, or an order to look at something or to try it.
    Check,
    /// An order that mends something.
    Mend,
    /// For who sees this: If the lamp fails, charge it.
    Case,
    /// An operation, or what goes on from the item before.
    Step,
    Order,
    Other,
}

impl Lexicon {
    /// Whether these items are tries, by the first sentence of each; `before` is what stands over them.
    pub(crate) fn are_tries(&self, ordered: bool, heads: &[&str], before: &str) -> bool {
        let items: Vec<Item> = heads.iter().map(|head| self.kind_of_item(head)).collect();
        let count = |wanted: &[Item]| items.iter().filter(|item| wanted.contains(item)).count();
        let steps = count(&[Item::Step]);
        let all = items.len();
        if all < 2 || items.first() == Some(&Item::Step) {
            return false;
        }
        if steps == 0 && (self.leads_to_ways(before) || self.leads_to_checks(before, heads)) {
            return true;
        }
        if ordered {
            // "Uninstall it, restart, install it" is one procedure, and so is what a check ends.
            let checked = items[..all - 1].contains(&Item::Check);
            checked && count(&[Item::Check, Item::Mend, Item::Case]) * 4 >= all * 3
        } else {
            // "Quit it and restart the phone" mends something by its second order.
            let mends = |(item, head): (&Item, &&str)| match item {
                Item::Check | Item::Mend | Item::Case => true,
                Item::Order => has_word(head, |word| self.try_words.mends.contains(word)),
                _ => false,
            };
            let tries = items.iter().zip(heads).filter(|pair| mends(*pair)).count();
            steps == 0 && tries * 2 >= all
        }
    }

    fn kind_of_item(&self, head: &str) -> Item {
        let asks = |sentence: &str| sentence.ends_with(['?', '？']);
        if sentences(head).next().is_some_and(asks) {
            return Item::Check;
        }
        let lower = lowered(head);
        let words: Vec<&str> = lower
            .split_whitespace()
            .map(bare)
            .filter(|word| !word.is_empty())
            .collect();
        let own = &self.try_words;
        if begins(&words, &own.goes_on) {
            return Item::Step;
        }
        // "If you use a phone, …" is one of several variants.
        if begins_with_phrase(&lower, &self.conditionals)
            && (self.names_trouble(head) || quotes(head))
        {
            return Item::Case;
        }
        let lead = |word: &&&str| self.lead_words.contains(word);
        let words = &words[words.iter().take_while(lead).count()..];
        let kind_of = |words: &[&str]| match words {
            words if begins(words, &own.operations) => Some(Item::Step),
            words if begins(words, &own.checks) => Some(Item::Check),
            words if begins(words, &own.mends) => Some(Item::Mend),
            _ => None,
        };
        // Where orders end with their verb, the end tells; where no spaces are written, the last clause.
        let mut clauses = head.split(CLAUSE_ENDS);
        let known = clauses
            .find(|clause| self.orders.end(clause))
            .and_then(|clause| {
                let lower = lowered(clause);
                let words: Vec<&str> = lower.split_whitespace().map(bare).collect();
                let ends = [2, 1]
                    .into_iter()
                    .filter_map(|count| words.get(words.len().checked_sub(count)?..));
                ends.filter_map(kind_of).next()
            });
        known.or_else(|| kind_of(words)).unwrap_or_else(|| {
            if self.instructs(head) {
                Item::Order
            } else {
                Item::Other
            }
        })
    }

    /// Whether the line over a list says that each item is a way of its own: "There are three workarounds:"
    pub(crate) fn leads_to_ways(&self, before: &str) -> bool {
        let lead = lowered(sentences(before).last().unwrap_or_default());
        ends_in_colon(&lead) && contains_phrase(&lead, &self.try_words.ways)
    }

    /// Whether the line over a list has the reader check what each item states: "Make sure that:"
    fn leads_to_checks(&self, before: &str, heads: &[&str]) -> bool {
        let lead = sentences(before).last().unwrap_or_default();
        let Some(lead) = lead.strip_suffix([':', '：']) else {
            return false;
        };
        let clause = lead.rsplit([',', ';', '，', '、']).next();
        let states = |head: &&&str| head.split_whitespace().count() >= WORDS_OF_STATEMENT;
        clause.is_some_and(|clause| self.kind_of_item(clause) == Item::Check)
            && heads.iter().filter(states).count() * 3 >= heads.len() * 2
    }
}

/// Whether words begin with some of a list.
fn begins(words: &[&str], list: &Words) -> bool {
    (1..=LONGEST.min(words.len())).any(|count| list.contains(&words[..count].join(" ")))
}
