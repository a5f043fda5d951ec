//! Which parts of an outline are fixes.
//!
//! Belongs here: how parts relate to each other: groups, numbered sets, symptoms with their causes and remedies, variants.
//! Does not: what single words mean (see `titles` and `sentences`), or what a fix's blocks become (see `lists` and `steps`).

use std::collections::BTreeSet;

use crate::evidence::Evidence;
use crate::lexicon::{Lexicon, Role};
use crate::numbers::{NUMBER, is_sub_number, number};
use crate::part::Part;
use crate::roles::roles_of;
use crate::rules::By;

/// From so many questions on that ask for an explanation, an article answers questions.
const EXPLAINED: usize = 3;

/// A part that was picked as a fix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Pick {
    /// Its part.
    pub(crate) part: usize,
    /// The groups above it, outermost first.
    pub(crate) under: Vec<usize>,
    /// The rule by which it is a fix.
    pub(crate) by: By,
}

/// An outline with what is known of each part.
pub(crate) struct Classified<'a> {
    pub(crate) lexicon: &'static Lexicon,
    pub(crate) parts: &'a [Part],
    pub(crate) roles: Vec<Role>,
    pub(crate) own: Vec<Evidence>,
    /// Whether the part itself is a fix.
    pub(crate) is_fix: Vec<bool>,
    /// Whether the part or any part below it is.
    pub(crate) holds_fix: Vec<bool>,
    /// Parts that have questions below them which ask whether something has been done.
    checked: BTreeSet<usize>,
    /// Whether most questions in titles ask for an explanation: then those that could be checks do, too.
    explains: bool,
    /// By parent, the kinds of numbered parts that have no fix below them.
    bare: BTreeSet<(usize, &'static str)>,
}

impl<'a> Classified<'a> {
    /// Classifies each part by its title and its own blocks. With `lenient`, parts that explain can hold fixes, too: for an
    /// article that has them nowhere else.
    pub(crate) fn of(parts: &'a [Part], lenient: bool, lexicon: &'static Lexicon) -> Self {
        let own: Vec<Evidence> = parts
            .iter()
            .map(|part| Evidence::of(part, lexicon))
            .collect();
        let roles = roles_of(parts, &own, lenient, lexicon);
        let titles = || parts.iter().map(|part| &part.title);
        let asking = titles().filter(|title| lexicon.asks_to_know(title)).count();
        let checking = titles().filter(|title| lexicon.asks_to_check(title));
        let mut classified = Self {
            is_fix: vec![false; parts.len()],
            holds_fix: vec![false; parts.len()],
            bare: BTreeSet::new(),
            checked: parts
                .iter()
                .filter(|part| part.has_heading() && lexicon.asks_to_check(&part.title))
                .map(|part| part.parent)
                .collect(),
            explains: asking >= EXPLAINED && asking > checking.count(),
            lexicon,
            parts,
            roles,
            own,
        };
        for at in 1..parts.len() {
            classified.is_fix[at] = classified.fixable(at) && classified.is_instructing(at);
        }
        classified.sum_up();
        for at in 0..parts.len() {
            classified.complete(at);
        }
        classified.sum_up();
        classified.complete_recurring();
        classified.sum_up();
        for (at, part) in parts.iter().enumerate().skip(1) {
            if let Some(kind) = lexicon.counts(&part.title)
                && classified.fix_children(at).is_empty()
                && (kind != NUMBER || classified.is_fix[at])
            {
                classified.bare.insert((part.parent, kind));
            }
        }
        classified
    }

    fn sum_up(&mut self) {
        for at in (1..self.parts.len()).rev() {
            if self.is_fix[at] || self.holds_fix[at] {
                self.holds_fix[at] = true;
                let parent = self.parts[at].parent;
                self.holds_fix[parent] = true;
            }
        }
    }

    /// The words that it was classified by.
    pub(crate) fn lexicon(&self) -> &'static Lexicon {
        self.lexicon
    }

    /// What the title of a part, or of one above it, says of the part.
    pub(crate) fn role(&self, part: usize) -> Role {
        self.roles.get(part).copied().unwrap_or(Role::Plain)
    }

    pub(crate) fn fixable(&self, part: usize) -> bool {
        let title = &self.parts[part].title;
        let knowing =
            self.lexicon.asks_to_know(title) || self.explains && self.lexicon.asks_to_check(title);
        matches!(self.roles[part], Role::Plain | Role::Group)
            && (!knowing || self.roles[part] == Role::Group || self.is_check(part))
    }

    /// Whether a question that asks for an explanation stands among checks, and tells as they do what to do: Which lamp is lit?
    fn is_check(&self, part: usize) -> bool {
        let own = self.own[part];
        own.steps + own.own_orders > 1
            && self.checked.contains(&self.parts[part].parent)
            && self.lexicon.names_one_problem(&self.parts[0].title)
    }

    /// Whether a part's own blocks give instructions.
    fn is_instructing(&self, part: usize) -> bool {
        let Evidence {
            steps,
            tally,
            pointer,
            ..
        } = self.own[part];
        let title = &self.parts[part].title;
        if pointer {
            return self.parts[part].is_marked_fix();
        }
        self.parts[part].is_marked_fix()
            || steps > 0
            || tally.instructing > 0
                && (tally.instructing * 6 >= tally.sentences
                    || self.lexicon.is_instruction(title)
                    || self.lexicon.is_symptom(title))
            || self.lexicon.is_instruction(title) && self.own[part].blocks > 0
            || tally.hinting > 0 && (self.lexicon.is_symptom(title) || self.is_the_remedy(part))
    }

    /// Whether a part is called Solution or the like, and nothing is below it: what it says is the remedy.
    fn is_the_remedy(&self, part: usize) -> bool {
        let Part {
            title, children, ..
        } = &self.parts[part];
        self.roles[part] == Role::Group && children.is_empty() && !self.lexicon.names_trouble(title)
    }

    fn is_fix(&self, part: usize) -> bool {
        self.is_fix[part]
    }

    /// The children that are fixes or hold some.
    fn fix_children(&self, part: usize) -> Vec<usize> {
        let children = self.parts[part].children.iter().copied();
        // Remedies can stand below what explains.
        let may = |child: &usize| self.fixable(*child) || self.roles[*child] == Role::Reason;
        children
            .filter(|child| may(child) && self.holds_fix[*child])
            .collect()
    }

    /// The rule by which a part is a fix.
    fn by(&self, part: usize) -> By {
        let title = &self.parts[part].title;
        if self.parts[part].is_marked_fix() {
            By::AuthorMark
        } else if self.lexicon.ordinal(title).is_some() || number(title).is_some() {
            By::Numbered
        } else if self.lexicon.is_symptom(title) {
            By::Symptom
        } else if self.is_instructing(part) {
            By::Instructs
        } else {
            By::Beside
        }
    }

    /// The rule by which a part that is no fix, nor below one, is left out.
    pub(crate) fn left_out_by(&self, part: usize) -> By {
        let of = &self.parts[part];
        match self.role(part) {
            _ if of.mark("skip").is_some() => By::AuthorSkip,
            Role::Related => By::RelatedSection,
            Role::Result => By::ResultOfAll,
            _ => By::NoFix,
        }
    }

    /// The fixes of the article.
    pub(crate) fn picks(&self) -> Vec<Pick> {
        let mut out = Vec::new();
        self.pick(0, &mut Vec::new(), &mut out);
        self.numbered(self.grouped(out))
    }

    fn pick(&self, part: usize, under: &mut Vec<usize>, out: &mut Vec<Pick>) {
        let fix_children = self.fix_children(part);
        let of = &self.parts[part];
        let take = |under: &Vec<usize>, out: &mut Vec<Pick>| {
            out.push(Pick {
                part,
                under: under.clone(),
                by: self.by(part),
            });
        };
        if part > 0 {
            if of.is_marked_fix()
                || fix_children.is_empty()
                || self.variants(&fix_children)
                || self.steps_of(part, &fix_children)
                || self.is_procedure(part, &fix_children)
            {
                return take(under, out);
            }
            // A problem with its cause and one remedy below it is one fix.
            if let Some(remedy) = self.remedy(part, &fix_children)
                && (self.fix_children(remedy).len() < 2
                    || self.variants(&self.fix_children(remedy)))
            {
                return take(under, out);
            }
            let group = self.roles[part] == Role::Group;
            if !group
                && (self.is_fix(part) && self.procedures(part, &fix_children)
                    || self.is_symptom_of(part, &fix_children))
            {
                return take(under, out);
            }
            // The one solution, that has a part of its own for what takes longer.
            let own = self.own[part];
            if group
                && fix_children.len() == 1
                && own.own_orders > 0
                && fix_children
                    .iter()
                    .all(|child| self.lexicon.counts(&self.parts[*child].title).is_none())
            {
                return take(under, out);
            }
            // What goes wrong, with steps of its own over others that do not belong to it, is one beside them.
            let symptom = |part: &usize| self.lexicon.is_symptom(&self.parts[*part].title);
            let beside = symptom(&part) && own.steps > 0 && fix_children.iter().all(symptom);
            if (fix_children.len() == 1 || beside) && !group && self.is_fix(part) {
                take(under, out);
            }
        }
        if part > 0 {
            under.push(part);
        }
        for child in fix_children {
            self.pick(child, under, out);
        }
        if part > 0 {
            under.pop();
        }
    }

    /// Whether the children are the same fix for several systems.
    fn variants(&self, fix_children: &[usize]) -> bool {
        let of = fix_children
            .first()
            .map_or(0, |child| self.parts[*child].parent);
        self.lexicon.systems_named(&self.parts[of].title).is_empty()
            && fix_children.iter().all(|child| {
                !self
                    .lexicon
                    .systems_named(&self.parts[*child].title)
                    .is_empty()
            })
            && fix_children
                .iter()
                .all(|child| self.fix_children(*child).len() < 2)
    }

    /// Whether the children are parts of one fix: the part above names the problem and begins the instructions, or there is
    /// one child alone.
    fn procedures(&self, part: usize, fix_children: &[usize]) -> bool {
        let problem = self.lexicon.is_symptom(&self.parts[part].title);
        let own = |child: &usize| {
            self.lexicon.is_symptom(&self.parts[*child].title)
                || self.lexicon.ordinal(&self.parts[*child].title).is_some()
        };
        if fix_children.iter().any(own) {
            return false;
        }
        let tally = self.own[part].tally;
        let named = |child: &usize| !self.lexicon.is_instruction(&self.parts[*child].title);
        fix_children.len() == 1 && (tally.instructing > 0 || self.own[part].steps > 0)
            || problem
                && fix_children.len() <= 3
                && fix_children.iter().filter(|child| !named(child)).count() < 2
                && tally.instructing + tally.hinting > 0
            || tally.instructing > 0
                && (fix_children.iter().all(named)
                    || self.lexicon.is_instruction(&self.parts[part].title))
                && self.siblings_act(part)
    }

    /// Whether a part says what goes wrong, and the one part below it that gives instructions does not say which: it is no fix of its
    /// own.
    fn is_symptom_of(&self, part: usize, fix_children: &[usize]) -> bool {
        let [child] = fix_children else {
            return false;
        };
        let title = &self.parts[*child].title;
        let own = self.own[*child];
        self.lexicon.is_symptom(&self.parts[part].title)
            && !self.lexicon.is_category(&self.parts[part].title)
            && own.steps + own.own_orders > 0
            && self.roles[*child] == Role::Plain
            && self.fix_children(*child).is_empty()
            && self.lexicon.counts(title).is_none()
            && !self.lexicon.is_instruction(title)
            && !self.lexicon.is_symptom(title)
    }

    /// Whether a sibling of the part gives instructions.
    fn siblings_act(&self, part: usize) -> bool {
        let siblings = &self.parts[self.parts[part].parent].children;
        siblings
            .iter()
            .any(|other| *other != part && self.is_fix[*other] && self.fixable(*other))
    }

    /// Whether the children are the steps of one fix: Step 1, Step 2 below something that is itself numbered.
    fn steps_of(&self, part: usize, fix_children: &[usize]) -> bool {
        let steps = |child: &usize| {
            matches!(
                self.lexicon.ordinal(&self.parts[*child].title),
                Some(("step", _))
            )
        };
        let title = |at: &usize| self.parts[*at].title.as_str();
        let Some(kind) = self.lexicon.counts(title(&part)) else {
            return false;
        };
        // Problems below a numbered chapter are none.
        let goes_wrong = |child: &&usize| self.lexicon.is_symptom(title(child));
        let problems = fix_children.iter().filter(goes_wrong).count();
        if kind == NUMBER && problems >= 2 && problems * 3 >= fix_children.len() * 2 {
            return false;
        }
        // What is below a numbered step are ways to take it, if other steps have nothing below them: but for 1.1 and 1.2.
        let sub = fix_children
            .iter()
            .any(|child| is_sub_number(title(child)) || self.lexicon.is_case(title(child)));
        if self.bare.contains(&(self.parts[part].parent, kind))
            && !(kind == NUMBER && (sub || self.roles[part] == Role::Group))
        {
            return true;
        }
        kind != "step" && fix_children.iter().filter(|child| steps(child)).count() >= 2
    }

    /// Whether a part says what is done, and its children are the steps by which: Step 1, Step 2. Below a problem they are ways
    /// to solve it, and a reader stops where it is solved.
    fn is_procedure(&self, part: usize, fix_children: &[usize]) -> bool {
        let title = &self.parts[part].title;
        let steps = |child: &usize| {
            let kind = self.lexicon.counts(&self.parts[*child].title);
            kind == Some("step")
        };
        self.roles[part] == Role::Plain
            && fix_children.len() >= 2
            && fix_children.iter().all(steps)
            && self.lexicon.names_procedure(title)
    }

    /// The one child with the remedy of a problem, if its siblings are symptoms or causes.
    fn remedy(&self, part: usize, fix_children: &[usize]) -> Option<usize> {
        let [remedy] = fix_children else {
            return None;
        };
        let explained = self.parts[part]
            .children
            .iter()
            .any(|child| self.roles[*child] == Role::Reason);
        let problem = || part > 0 && self.lexicon.is_symptom(&self.parts[part].title);
        // "Solution" alone is no title for a fix.
        let labelled =
            || part > 0 && self.roles[part] == Role::Plain && self.is_the_remedy(*remedy);
        let is_one = self.roles[*remedy] == Role::Group && (explained || problem() || labelled());
        is_one.then_some(*remedy)
    }

    /// Whether the part is about a problem: by its title, or because it has causes and a remedy.
    pub(crate) fn problem(&self, part: usize) -> bool {
        self.lexicon.is_symptom(&self.parts[part].title)
            || self.remedy(part, &self.fix_children(part)).is_some()
    }
}
