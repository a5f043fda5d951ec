//! Parts that are fixes because of those beside them.
//!
//! Belongs here: what most of the parts beside each other say of the others. Does not: whether a part is a fix by its own words (see
//! `classify`), or which fixes stay (see `sets`).

use std::collections::{BTreeMap, BTreeSet};

use crate::classify::Classified;
use crate::lexicon::Role;
use crate::titles::folded;
use crate::word_lists::lowered;

/// A title over fewer groups may have fixes in one of them and something else in another.
const LEAST_GROUPS: usize = 3;

impl Classified<'_> {
    /// If most of a part's children are fixes, the others are too if their content fits; and a run of
    /// symptoms is one, whatever its words.
    pub(crate) fn complete(&mut self, part: usize) {
        let says = |child: usize| {
            let mut below = self.parts[child].children.iter();
            let told = |part: &usize| {
                matches!(self.roles[*part], Role::Plain | Role::Group | Role::Reason)
            };
            self.own[child].blocks > 0 || below.any(told)
        };
        // "Solutions" over nothing is the name of what follows.
        let counts = |child: &usize| self.roles[*child] != Role::Group || says(*child);
        let children = self.parts[part].children.iter().copied();
        let children: Vec<usize> = children
            .filter(|child| self.fixable(*child) && counts(child))
            .collect();
        let acting = children
            .iter()
            .filter(|child| self.holds_fix[**child])
            .count();
        let is_symptom = |child: usize| self.lexicon.is_problem(&self.parts[child]);
        let symptoms = children
            .iter()
            .filter(|child| is_symptom(**child) && says(**child))
            .count();
        let listed = symptoms >= 2 && symptoms * 5 >= children.len() * 3;
        // How to get rid of it all is no remedy for one of the symptoms.
        for child in children.iter().filter(|_| symptoms >= 2) {
            if self.lexicon.removes(&self.parts[*child]) {
                self.is_fix[*child] = false;
                self.holds_fix[*child] = false;
            }
        }
        let counted = |child: usize| self.lexicon.counts(&self.parts[child].title).is_some();
        let numbered = children.iter().filter(|child| counted(**child)).count();
        let numbered = numbered >= 2 && numbered == children.len() && acting >= 1;
        if acting * 2 < children.len() && !listed && !numbered || children.len() < 2 {
            return;
        }
        let most = acting >= 2 && acting * 2 >= children.len();
        // In words that are not known no order is one; then what stands beside fixes is one, too.
        let orders = |child: &usize| self.own[*child].tally.instructing;
        let blind = children.iter().map(orders).sum::<usize>() == 0;
        let symptomatic: BTreeSet<usize> = children
            .iter()
            .copied()
            .filter(|child| is_symptom(*child))
            .collect();
        for child in children {
            let title = &self.parts[child].title;
            let own = &self.own[child];
            let ordered =
                self.lexicon.is_instruction(title) && !self.lexicon.names_support(&lowered(title));
            // "Common issues" over a mere list of them says for none what to do.
            let acts = own.tally.instructing + own.tally.hinting + own.steps + own.code > 0;
            let listing = most && self.lexicon.gathers_trouble(title) && own.facts > 0 && !acts;
            // Who sees a symptom is told what the page says of it, even where that is no order.
            let symptom = symptomatic.contains(&child) && says(child) && !listing;
            let numbered = acting >= 1 && says(child) && counted(child);
            // Among problems, code alone is what solves one.
            let helps = own.tally.hinting + own.tally.instructing > 0
                || listed && own.code > 0
                || most && symptoms >= 2 && own.asides * 2 >= own.tally.sentences.max(1);
            let told = acting >= 1 && ordered || (acting >= 2 || listed) && helps;
            let rest = most && !listed && blind && own.tally.sentences >= 2;
            let check = most && self.lexicon.asks_to_check(title) && says(child);
            // Where the answer is elsewhere, only an order makes it a remedy, in the title or under a symptom, or what is said
            // before it leads there.
            let leads = own.tally.instructing > 0 || own.blocks > 0 && own.links > 0;
            let named = ordered || listed && symptom && leads;
            let pointed = ordered && own.blocks > 0 || named && own.links < 2;
            let elsewhere = own.pointer && !((most || ordered) && pointed);
            if !self.holds_fix[child]
                && (numbered || symptom || told || rest || check)
                && !(symptoms >= 2 && self.lexicon.removes(&self.parts[child]))
                && !self.lexicon.asks_to_know(title)
                && !elsewhere
            {
                // A kind of trouble that says nothing by itself has what goes wrong below it.
                let below = self.parts[child].children.iter().copied();
                let below: Vec<usize> = below
                    .filter(|_| own.blocks == 0 && self.lexicon.is_category(title))
                    .filter(|part| self.fixable(*part) && is_symptom(*part) && says(*part))
                    .collect();
                let fixes = if below.is_empty() { vec![child] } else { below };
                for fix in fixes {
                    self.is_fix[fix] = true;
                }
            }
        }
    }

    /// Below a title that recurs over fixes, such as Solutions, stand fixes wherever it does, in whatever words.
    pub(crate) fn complete_recurring(&mut self) {
        let mut groups: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, part) in self.parts.iter().enumerate().skip(1) {
            if self.roles[at] == Role::Group && !part.children.is_empty() {
                groups.entry(folded(&part.title)).or_default().push(at);
            }
        }
        for group in groups
            .into_values()
            .filter(|group| group.len() >= LEAST_GROUPS)
        {
            let children = || group.iter().flat_map(|part| &self.parts[*part].children);
            let (holding, idle): (Vec<usize>, Vec<usize>) =
                children().partition(|part| self.holds_fix[**part]);
            if holding.len() < idle.len() * 2 {
                continue;
            }
            for part in idle {
                let own = &self.own[part];
                self.is_fix[part] = self.fixable(part) && own.blocks > 0 && !own.pointer;
            }
        }
    }
}
