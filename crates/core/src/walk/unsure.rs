//! What "not sure" leads to, told before it is said.
//!
//! Belongs here: which fixes it would keep from the reader. Does not: how that is worded.

use std::collections::BTreeMap;
use std::slice;

use crate::guide::{Condition, Fact};

use super::certain::certain_questions;
use super::replay::Walk;
use super::screen::Screen;

impl Walk<'_> {
    /// How many fixes "not sure" would keep from the reader that another answer to the screen's opening question might lead
    /// to: those that want to be certain (`danger=no`). None elsewhere: a check that is answered so does its fix.
    #[must_use]
    pub fn withheld_if_unsure(&self) -> usize {
        let options = match &self.screen {
            Screen::Question(question) => slice::from_ref(*question),
            Screen::Choice(options) => options,
            _ => return 0,
        };
        let certain = certain_questions(self.guide());
        if !options.iter().any(|option| certain.contains(&*option.id)) {
            return 0;
        }
        let offered = |said: Option<Fact>| {
            let mut facts: BTreeMap<&str, Option<Fact>> = BTreeMap::new();
            let mut known = true;
            for question in &self.guide().questions {
                let here = options.iter().any(|option| option.id == question.id);
                known &= !here;
                let fact = if known {
                    Some(self.fact(&question.id))
                } else if !may_hold(&question.only_if, &facts) {
                    Some(Fact::No)
                } else if here {
                    said
                } else {
                    None
                };
                facts.entry(&question.id).or_insert(fact);
            }
            let fixes = self.guide().fixes.iter();
            fixes
                .map(|fix| may_hold(&fix.only_if, &facts))
                .collect::<Vec<_>>()
        };
        let (any, unsure) = (offered(None), offered(Some(Fact::Unsure)));
        let kept_from = any.iter().zip(unsure).filter(|(any, kept)| **any && !kept);
        kept_from.count()
    }
}

/// A question that is not in the guide is answered no.
fn may_hold(condition: &Condition, facts: &BTreeMap<&str, Option<Fact>>) -> bool {
    condition.may_hold(|id| facts.get(id).copied().unwrap_or(Some(Fact::No)))
}
