//! What can be reached under some answers, and what cannot.
//!
//! Belongs here: the reasoning over conditions. A condition is facts that must hold together; a fact holds only where its
//! question is asked, so that question's own condition must hold as well. What follows from a condition is thus a set of
//! facts, and it can be met exactly when none of them stands in it both ways, and no two of one choice must hold: answer
//! yes to those that must hold and no to all others. Each condition is followed along its edges once. "Not sure" keeps every way open and so would make
//! anything reachable; what only a reader who is not sure would meet is a mistake, so it is not counted.

//!
//! All of it is linear in the guide's parts and conditions: what grows faster in a guide made for it is given up at a
//! budget, and that is told.

use std::cell::Cell;
use std::collections::{HashMap, HashSet};

use super::diagnose::Diagnosis;
use super::html::condition;
use super::place::Places;
use unstuck_core::guide::{Condition, Fact, Fix, Guide, Part, Term};

/// Most ways through the opening questions that are tried out; fewer in a guide of very many questions and fixes.
const WAYS: usize = 4_096;

/// Most looks at a question or a fix over all ways.
const LOOKS: usize = 4_000_000;

/// How often each term of a condition may be looked at, on average. Twenty is much in a real guide.
const LOOKS_PER_TERM: usize = 200;

/// Most facts of one fix's steps that are tried out together.
const STEP_FACTS: usize = 6;

/// What was said to each question; nothing where it is not asked.
pub(super) type Way = Vec<Option<Fact>>;

/// A guide's facts: which question sets each, and under which condition it is asked.
pub(super) struct Facts<'g> {
    places: HashMap<&'g str, usize>,
    conditions: Vec<&'g Condition>,
    /// The choice that each question stands in.
    choices: HashMap<&'g str, usize>,
    /// Terms that may still be looked at.
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
            budget: Cell::new(LOOKS_PER_TERM * (terms.sum::<usize>() + 100)),
        }
    }

    /// Takes looks off the budget; whether there were as many.
    fn spend(&self, looks: usize) -> bool {
        let left = self.budget.get();
        self.budget.set(left.saturating_sub(looks));
        left >= looks
    }

    /// Whether conditions can hold together. Where the budget is gone they are taken to.
    fn meet(&self, conditions: &[&Condition]) -> bool {
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

    /// Whether a condition holds on this way.
    pub(super) fn hold(&self, condition: &Condition, way: &Way) -> bool {
        condition.holds(|id| {
            let said = self.places.get(id).and_then(|place| way.get(*place));
            said.copied().flatten().unwrap_or(Fact::No)
        })
    }

    /// The ways through the opening questions by the answers that are tried for each; of very many, all further
    /// questions get the first of their answers.
    pub(super) fn ways(&self, guide: &Guide, tried: impl Fn(&str) -> &'static [Fact]) -> Vec<Way> {
        let parts = guide.questions.len() + guide.fixes.len() + 1;
        let most = (LOOKS / parts).clamp(1, WAYS);
        let mut ways: Vec<Way> = vec![Vec::with_capacity(guide.questions.len())];
        for choice in guide.choices() {
            let each = choice.iter().map(|option| tried(&option.id));
            let tried = each.max_by_key(|tried| tried.len()).unwrap_or_default();
            let room = ways.len() * (tried.len() + choice.len() - 1) <= most;
            for at in 0..ways.len() {
                let way = &ways[at];
                let shown: Vec<bool> = choice
                    .iter()
                    .map(|option| self.hold(&option.only_if, way))
                    .collect();
                // Each fact for all options, but yes for one of them at a time.
                let mut said = tried.iter().flat_map(|fact| {
                    let of = |chosen: Option<usize>| -> Way {
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
                let own = said.next().unwrap_or_else(|| vec![None; choice.len()]);
                let more: Vec<Way> = if room && shown.contains(&true) {
                    said.map(|said| way.iter().copied().chain(said).collect())
                        .collect()
                } else {
                    Vec::new()
                };
                ways.extend(more);
                ways[at].extend(own);
            }
        }
        ways
    }

    /// How many answers the opening questions took on this way: of a choice, one.
    pub(super) fn asked(guide: &Guide, way: &Way) -> usize {
        let mut said = way.iter();
        guide
            .choices()
            .filter(|choice| {
                said.by_ref()
                    .take(choice.len())
                    .filter(|said| said.is_some())
                    .count()
                    > 0
            })
            .count()
    }

    /// Whether a choice was left on this way with none of its options: then no fix is meant to follow.
    fn none_chosen(guide: &Guide, way: &Way) -> bool {
        let mut said = way.iter();
        guide.choices().any(|choice| {
            let said: Vec<_> = said.by_ref().take(choice.len()).flatten().collect();
            let of_one = choice.iter().any(|option| !option.one_of.is_empty());
            of_one && !said.is_empty() && said.iter().all(|said| **said == Fact::No)
        })
    }

    /// Answers that lead to a fix and hide each of its steps, as a condition.
    fn hides_steps(&self, fix: &Fix) -> Option<Condition> {
        let terms = || fix.steps.iter().flat_map(|step| &step.only_if.0);
        if fix.steps.iter().any(|step| step.only_if.0.is_empty()) {
            return None;
        }
        let mut facts: Vec<&str> = terms().map(|term| term.fact.as_str()).collect();
        facts.sort_unstable();
        facts.dedup();
        if facts.is_empty() || facts.len() > STEP_FACTS {
            return None;
        }
        let certain = terms().any(|term| term.certain);
        let tried: u32 = if certain { 3 } else { 2 };
        let all = tried.pow(u32::try_from(facts.len()).unwrap_or(0));
        (0..all).find_map(|number| {
            if !self.spend(terms().count()) {
                return None;
            }
            let said = |id: &str| {
                let place = facts.binary_search(&id).ok()?;
                let digit = number / tried.pow(u32::try_from(place).ok()?) % tried;
                [Fact::No, Fact::Yes, Fact::Unsure]
                    .get(digit as usize)
                    .copied()
            };
            let shows = |condition: &Condition| condition.holds(|id| said(id).unwrap_or(Fact::No));
            if fix.steps.iter().any(|step| shows(&step.only_if)) {
                return None;
            }
            let (own, others): (Vec<Term>, Vec<Term>) = fix
                .only_if
                .0
                .iter()
                .cloned()
                .partition(|term| said(&term.fact).is_some());
            let told = facts.iter().filter_map(|id| {
                let fact = said(id)?;
                Some(Term {
                    fact: (*id).to_owned(),
                    holds: fact != Fact::No,
                    certain: false,
                })
            });
            let told = Condition(told.collect());
            (shows(&Condition(own)) && self.meet(&[&told, &Condition(others)])).then_some(told)
        })
    }
}

/// Tells what can never show, and where a reader would be left with nothing.
pub(super) fn check(guide: &Guide, places: &Places, out: &mut Vec<Diagnosis>) {
    let facts = Facts::of(guide);
    let mut never = |what: &str, only_if: &Condition, part: Part| {
        out.push(Diagnosis::error(
            "unreachable",
            places.of(part),
            &format!(
                "{what} can never show: \"{}\" holds under no answers",
                condition(only_if)
            ),
            "mend the condition; a question that is not asked counts as no",
        ));
    };
    for (place, question) in guide.questions.iter().enumerate() {
        if !facts.meet(&[&question.only_if]) {
            let what = format!("question \"{}\"", question.id);
            never(&what, &question.only_if, Part::Question(place));
        }
    }
    for (place, note) in guide.notes.iter().enumerate() {
        if !facts.meet(&[&note.only_if]) {
            never("this note", &note.only_if, Part::Note(place));
        }
    }
    let mut met = vec![true; guide.fixes.len()];
    for (place, fix) in guide.fixes.iter().enumerate() {
        if !facts.meet(&[&fix.only_if]) {
            met[place] = false;
            let what = format!("fix \"{}\"", fix.id);
            never(&what, &fix.only_if, Part::Fix(place));
            continue;
        }
        for (at, step) in fix.steps.iter().enumerate() {
            if !step.only_if.0.is_empty() && !facts.meet(&[&fix.only_if, &step.only_if]) {
                let what = format!("step \"{}\" of fix \"{}\"", step.id, fix.id);
                never(&what, &step.only_if, Part::Step(place, at));
            }
        }
    }
    for (place, fix) in guide
        .fixes
        .iter()
        .enumerate()
        .filter(|(place, _)| met[*place])
    {
        if let Some(answers) = facts.hides_steps(fix) {
            out.push(Diagnosis::error(
                "no-step-shown",
                places.of(Part::Fix(place)),
                &format!(
                    "fix \"{}\" has no step to show where \"{}\" holds",
                    fix.id,
                    condition(&answers)
                ),
                "give it a step without a condition, or give the fix the condition of its steps",
            ));
        }
    }
    follow(guide, &facts, &met, places, out);
    stranded(guide, &facts, places, out);
    if facts.budget.get() == 0 {
        out.push(Diagnosis::warning(
            "not-followed",
            places.guide,
            "the conditions hang on each other in so many ways that not all were followed",
            "let conditions hang on few questions, and questions on no long rows of others",
        ));
    }
}

/// Fixes after which no other comes.
fn follow(
    guide: &Guide,
    facts: &Facts<'_>,
    met: &[bool],
    places: &Places,
    out: &mut Vec<Diagnosis>,
) {
    // Fixes of one condition are alike: each condition by its number, with the first and the last fix that has it.
    let mut numbers: HashMap<String, usize> = HashMap::new();
    let mut kinds: Vec<(&Condition, usize, usize)> = Vec::new();
    let mut kind_of = Vec::with_capacity(guide.fixes.len());
    for (place, fix) in guide.fixes.iter().enumerate() {
        let number = *numbers
            .entry(condition(&fix.only_if))
            .or_insert(kinds.len());
        match kinds.get_mut(number) {
            Some(kind) => kind.2 = place,
            None => kinds.push((&fix.only_if, place, place)),
        }
        kind_of.push(number);
    }
    let mut by_last: Vec<usize> = (0..kinds.len()).collect();
    by_last.sort_unstable_by_key(|number| std::cmp::Reverse(kinds[*number].2));
    let mut known: HashMap<(usize, usize), bool> = HashMap::new();
    let mut meet = |one: usize, two: usize| {
        // A kind that met is found at once the next time; one that did not costs a look for each fix.
        !facts.spend(1)
            || *known
                .entry((one.min(two), one.max(two)))
                .or_insert_with(|| facts.meet(&[kinds[one].0, kinds[two].0]))
    };
    for (place, fix) in guide.fixes.iter().enumerate() {
        let own = kind_of[place];
        if place + 1 == guide.fixes.len() || !met[place] {
            continue;
        }
        // The last fix of a branch may well stand before those of another branch.
        let mut later = by_last.iter().take_while(|other| kinds[**other].2 > place);
        let mut earlier = kinds
            .iter()
            .enumerate()
            .take_while(|(_, kind)| kind.1 < place);
        if !later.any(|other| meet(own, *other)) && !earlier.any(|(other, _)| meet(own, other)) {
            out.push(Diagnosis::warning(
                "nothing-follows",
                places.of(Part::Fix(place)),
                &format!(
                    "fix \"{}\" is all that its readers get: each other fix contradicts \"{}\"",
                    fix.id,
                    condition(&fix.only_if)
                ),
                "give that branch a second fix, or loosen a condition",
            ));
        }
    }
}

/// Answers that lead to no fix at all.
fn stranded(guide: &Guide, facts: &Facts<'_>, places: &Places, out: &mut Vec<Diagnosis>) {
    if guide.fixes.iter().any(|fix| fix.only_if.0.is_empty()) {
        return;
    }
    let ways = facts.ways(guide, |_| &[Fact::No, Fact::Yes]);
    let offers = |way: &Way| guide.fixes.iter().any(|fix| facts.hold(&fix.only_if, way));
    let stranded = |way: &&Way| !offers(way) && !Facts::none_chosen(guide, way);
    let Some(way) = ways.iter().find(stranded) else {
        return;
    };
    let yes = guide.questions.iter().zip(way);
    let yes = yes.filter(|(_, said)| **said == Some(Fact::Yes));
    let yes: Vec<&str> = yes.map(|(question, _)| question.id.as_str()).collect();
    let told = if yes.is_empty() {
        "no to every question".into()
    } else {
        format!("yes to {} and no to all else", yes.join(", "))
    };
    out.push(Diagnosis::error(
        "no-fix-offered",
        places.guide,
        &format!("who answers {told} gets no fix at all"),
        "give those readers a fix, best one without a condition",
    ));
}
