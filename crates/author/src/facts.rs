//! The facts of a guide, and which conditions can hold together.
//!
//! Belongs here: the reasoning over conditions. A condition is facts that must hold together; a fact holds only where its
//! question is asked, so that question's own condition must hold as well. What follows from a condition is thus a set of
//! facts; it can be met exactly when no fact is in it both ways, and at most one option of each choice must hold: answer
//! yes to those that must hold and no to all others. "Not sure" keeps every path open and so would make anything
//! reachable; what only an unsure reader would meet is a mistake, so it is not counted. Does not: messages to authors.
//!
//! All of it is linear in the guide's parts and conditions: what would grow faster in a guide made for it is given up at a
//! budget, and a diagnostic says so.

use std::cell::Cell;
use std::collections::{HashMap, HashSet};

use unstuck_core::guide::{Condition, Fact, Fix, Guide, Term};

/// Most paths through the opening questions that are tried; fewer in a guide of very many questions and fixes.
const MAX_PATHS: usize = 4_096;

/// Most visits of a question or a fix over all paths.
const MAX_VISITS: usize = 4_000_000;

/// How often each term of a condition may be visited, on average. Twenty is much in a real guide.
const VISITS_PER_TERM: usize = 200;

/// Most facts of one fix's steps that are tried together.
const MAX_STEP_FACTS: usize = 6;

/// The answer to each question; none if it is not asked.
pub(super) type Path = Vec<Option<Fact>>;

/// A guide's facts: which question sets each, and under which condition it is asked.
pub(super) struct Facts<'g> {
    places: HashMap<&'g str, usize>,
    conditions: Vec<&'g Condition>,
    /// The choice that each question belongs to.
    choices: HashMap<&'g str, usize>,
    /// Visits of terms that are left.
    budget: Cell<usize>,
}

impl<'g> Facts<'g> {
    pub(super) fn of(guide: &'g Guide) -> Self {
        let questions = guide.questions.iter();
        let mut places = HashMap::new();
        for (place, question) in questions.clone().enumerate() {
            places.entry(question.id.as_str()).or_insert(place);
        }
        let steps = guide.fixes.iter().flat_map(|fix| &fix.steps);
        let terms = questions
            .clone()
            .map(|question| question.only_if.0.len() + 1);
        let terms = terms.chain(guide.fixes.iter().map(|fix| fix.only_if.0.len() + 1));
        let terms = terms.chain(steps.map(|step| step.only_if.0.len()));
        Self {
            places,
            conditions: questions.map(|question| &question.only_if).collect(),
            choices: guide
                .choices()
                .enumerate()
                .flat_map(|(place, choice)| {
                    choice.iter().map(move |option| (option.id.as_str(), place))
                })
                .collect(),
            budget: Cell::new(VISITS_PER_TERM * (terms.sum::<usize>() + 100)),
        }
    }

    /// Takes visits off the budget; whether that many were left.
    pub(super) fn spend(&self, visits: usize) -> bool {
        let left = self.budget.get();
        self.budget.set(left.saturating_sub(visits));
        left >= visits
    }

    /// Whether the budget is spent, so that some conditions were not followed.
    pub(super) fn gave_up(&self) -> bool {
        self.budget.get() == 0
    }

    /// Whether conditions can hold together. Where the budget is spent, the answer is yes.
    pub(super) fn can_hold_together(&self, conditions: &[&Condition]) -> bool {
        let (mut yes, mut no) = (HashSet::new(), HashSet::new());
        let mut open: Vec<&Condition> = conditions.to_vec();
        while let Some(condition) = open.pop() {
            if !self.spend(condition.0.len() + 1) {
                return true;
            }
            for term in &condition.0 {
                let fact = term.fact.as_str();
                if !term.holds {
                    no.insert(fact);
                } else if yes.insert(fact) {
                    let place = self.places.get(fact);
                    open.extend(place.and_then(|place| self.conditions.get(*place)));
                }
            }
        }
        // Of a choice, one at most is yes.
        let mut chosen = HashSet::new();
        yes.is_disjoint(&no)
            && yes
                .iter()
                .filter_map(|fact| self.choices.get(fact))
                .all(|choice| chosen.insert(*choice))
    }

    /// Whether a condition holds on this path.
    pub(super) fn holds(&self, condition: &Condition, path: &Path) -> bool {
        condition.holds(|id| {
            let answer = self.places.get(id).and_then(|place| path.get(*place));
            answer.copied().flatten().unwrap_or(Fact::No)
        })
    }

    /// The paths through the opening questions by the answers that are tried for each; of very many, all further
    /// questions get the first of their answers.
    pub(super) fn paths(
        &self,
        guide: &Guide,
        tried: impl Fn(&str) -> &'static [Fact],
    ) -> Vec<Path> {
        let parts = guide.questions.len() + guide.fixes.len() + 1;
        let most = (MAX_VISITS / parts).clamp(1, MAX_PATHS);
        let mut paths: Vec<Path> = vec![Vec::with_capacity(guide.questions.len())];
        for choice in guide.choices() {
            let each = choice.iter().map(|option| tried(&option.id));
            let tried = each.max_by_key(|tried| tried.len()).unwrap_or_default();
            let room = paths.len() * (tried.len() + choice.len() - 1) <= most;
            for at in 0..paths.len() {
                let path = &paths[at];
                let shown: Vec<bool> = choice
                    .iter()
                    .map(|option| self.holds(&option.only_if, path))
                    .collect();
                // Each fact for all options, but yes for one of them at a time.
                let mut answers = tried.iter().flat_map(|fact| {
                    let of = |chosen: Option<usize>| -> Path {
                        let options = shown.iter().enumerate();
                        let options = options.map(|(place, shown)| {
                            let other = match (chosen, fact) {
                                (Some(chosen), _) if chosen != place => Fact::No,
                                (_, fact) => *fact,
                            };
                            shown.then_some(other)
                        });
                        options.collect()
                    };
                    if *fact == Fact::Yes {
                        let places = (0..shown.len()).filter(|place| shown[*place]);
                        places.map(|place| of(Some(place))).collect()
                    } else {
                        vec![of(None)]
                    }
                });
                let own = answers.next().unwrap_or_else(|| vec![None; choice.len()]);
                let more: Vec<Path> = if room && shown.contains(&true) {
                    answers
                        .map(|answers| path.iter().copied().chain(answers).collect())
                        .collect()
                } else {
                    Vec::new()
                };
                paths.extend(more);
                paths[at].extend(own);
            }
        }
        paths
    }

    /// How many answers the opening questions took on this path: of a choice, one.
    pub(super) fn count_asked(guide: &Guide, path: &Path) -> usize {
        let mut answers = path.iter();
        guide
            .choices()
            .filter(|choice| {
                answers
                    .by_ref()
                    .take(choice.len())
                    .filter(|answer| answer.is_some())
                    .count()
                    > 0
            })
            .count()
    }

    /// Whether a choice was left on this path with none of its options: then no fix is meant to follow.
    pub(super) fn none_chosen(guide: &Guide, path: &Path) -> bool {
        let mut answers = path.iter();
        guide.choices().any(|choice| {
            let answers: Vec<_> = answers.by_ref().take(choice.len()).flatten().collect();
            let of_one = choice.iter().any(|option| !option.one_of.is_empty());
            of_one && !answers.is_empty() && answers.iter().all(|answer| **answer == Fact::No)
        })
    }

    /// Answers that lead to a fix and hide each of its steps, as a condition.
    pub(super) fn hides_steps(&self, fix: &Fix) -> Option<Condition> {
        let terms = || fix.steps.iter().flat_map(|step| &step.only_if.0);
        if fix.steps.iter().any(|step| step.only_if.0.is_empty()) {
            return None;
        }
        let mut facts: Vec<&str> = terms().map(|term| term.fact.as_str()).collect();
        facts.sort_unstable();
        facts.dedup();
        if facts.is_empty() || facts.len() > MAX_STEP_FACTS {
            return None;
        }
        let certain = terms().any(|term| term.certain);
        let tried: u32 = if certain { 3 } else { 2 };
        let all = tried.pow(u32::try_from(facts.len()).unwrap_or(0));
        (0..all).find_map(|number| {
            if !self.spend(terms().count()) {
                return None;
            }
            let fact_of = |id: &str| {
                let place = facts.binary_search(&id).ok()?;
                let digit = number / tried.pow(u32::try_from(place).ok()?) % tried;
                [Fact::No, Fact::Yes, Fact::Unsure]
                    .get(digit as usize)
                    .copied()
            };
            let shows =
                |condition: &Condition| condition.holds(|id| fact_of(id).unwrap_or(Fact::No));
            if fix.steps.iter().any(|step| shows(&step.only_if)) {
                return None;
            }
            let (own, others): (Vec<Term>, Vec<Term>) = fix
                .only_if
                .0
                .iter()
                .cloned()
                .partition(|term| fact_of(&term.fact).is_some());
            let terms = facts.iter().filter_map(|id| {
                let fact = fact_of(id)?;
                Some(Term {
                    fact: (*id).to_owned(),
                    holds: fact != Fact::No,
                    certain: false,
                })
            });
            let answers = Condition(terms.collect());
            (shows(&Condition(own)) && self.can_hold_together(&[&answers, &Condition(others)]))
                .then_some(answers)
        })
    }
}
