//! Which parts of an outline are fixes.
//!
//! Belongs here: how parts relate to each other: groups, numbered sets, symptoms with their causes and remedies, variants.
//! Does not: what single words mean (see `titles` and `sentences`), or what a fix's blocks become (see `lists` and `steps`).

use std::collections::BTreeSet;

use crate::content::decides;
use crate::dom::{mostly_links, text};
use crate::lexicon::{Lexicon, Role};
use crate::marks::{mark, marks};
use crate::part::Part;
use crate::rules::By;
use crate::sentences::Tally;
use crate::titles::number;

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

/// What a part's own blocks contain, without its subparts.
#[derive(Clone, Copy, Debug, Default)]
struct Own {
    /// Lists, tables and code with instructions.
    steps: usize,
    tally: Tally,
    /// Blocks of any kind.
    blocks: usize,
    /// It is one sentence that refers to another place, which is no fix.
    pointer: bool,
}

/// An outline with what is known of each part.
pub(crate) struct Classified<'a> {
    lexicon: &'static Lexicon,
    parts: &'a [Part],
    roles: Vec<Role>,
    own: Vec<Own>,
    /// Whether the part itself is a fix.
    is_fix: Vec<bool>,
    /// Whether the part or any part below it is.
    holds_fix: Vec<bool>,
    /// By parent, the kinds of numbered parts that have no fix below them.
    bare: BTreeSet<(usize, &'static str)>,
}

impl<'a> Classified<'a> {
    /// Classifies each part by its title and its own blocks. With `lenient`, parts that explain can hold fixes, too: for an
    /// article that has them nowhere else.
    pub(crate) fn of(parts: &'a [Part], lenient: bool, lexicon: &'static Lexicon) -> Self {
        let own: Vec<Own> = parts.iter().map(|part| own(part, lexicon)).collect();
        let mut roles: Vec<Role> = Vec::with_capacity(parts.len());
        for (at, part) in parts.iter().enumerate() {
            let mut role = if at == 0 {
                Role::Plain
            } else {
                lexicon.role(&part.title)
            };
            // A page can put the whole article below the heading "Contents".
            if !part.children.is_empty() && lexicon.contents(&part.title) {
                role = Role::Group;
            }
            if lenient && role == Role::Reason {
                role = Role::Group;
            }
            let above = roles.get(part.parent).copied().unwrap_or(Role::Plain);
            // What is no fix holds none, but for instructions below an explanation.
            if at > 0
                && !matches!(above, Role::Plain | Role::Group)
                && !(above == Role::Reason
                    && (role == Role::Group || instructing_part(part, own[at], lexicon)))
            {
                role = above;
            }
            if part.mark("skip").is_some() {
                role = Role::Related;
            } else if part.mark("support").is_some() {
                role = Role::Support;
            } else if part.is_marked_fix() {
                role = Role::Plain;
            }
            roles.push(role);
        }
        let mut classified = Self {
            is_fix: vec![false; parts.len()],
            holds_fix: vec![false; parts.len()],
            bare: BTreeSet::new(),
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
        for (at, part) in parts.iter().enumerate().skip(1) {
            if let Some((kind, _)) = lexicon.ordinal(&part.title)
                && classified.fix_children(at).is_empty()
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

    /// If most of a part's children are fixes, the others are too if their content fits; and a run of
    /// symptoms is one, whatever its words.
    fn complete(&mut self, part: usize) {
        let children: Vec<usize> = self.parts[part]
            .children
            .iter()
            .copied()
            .filter(|child| self.fixable(*child))
            .collect();
        let acting = children
            .iter()
            .filter(|child| self.holds_fix[**child])
            .count();
        let says =
            |child: usize| self.own[child].blocks > 0 || !self.parts[child].children.is_empty();
        let symptoms = children
            .iter()
            .filter(|child| self.lexicon.is_symptom(&self.parts[**child].title) && says(**child))
            .count();
        let listed = symptoms >= 2 && symptoms * 5 >= children.len() * 3;
        let numbered = children
            .iter()
            .filter(|child| self.lexicon.ordinal(&self.parts[**child].title).is_some())
            .count();
        let numbered = numbered >= 2 && numbered == children.len() && acting >= 1;
        if acting * 2 < children.len() && !listed && !numbered || children.len() < 2 {
            return;
        }
        let most = children.len();
        for child in children {
            let title = &self.parts[child].title;
            let numbered = acting >= 1 && says(child) && self.lexicon.ordinal(title).is_some();
            let fits = numbered
                || self.lexicon.is_symptom(title) && says(child)
                || acting >= 2
                    && (self.lexicon.is_instruction(title)
                        || self.own[child].tally.hinting > 0
                        || self.own[child].tally.instructing > 0);
            let rest = acting * 2 >= most && acting >= 2 && self.own[child].tally.sentences >= 2;
            if !self.holds_fix[child]
                && (fits || rest)
                && !self.lexicon.asks_to_know(title)
                && !self.own[child].pointer
            {
                self.is_fix[child] = true;
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

    fn fixable(&self, part: usize) -> bool {
        let title = &self.parts[part].title;
        matches!(self.roles[part], Role::Plain | Role::Group)
            && (!self.lexicon.asks_to_know(title)
                || self.roles[part] == Role::Group
                || !self.parts[part].has_heading())
    }

    /// Whether a part's own blocks give instructions.
    fn is_instructing(&self, part: usize) -> bool {
        let Own {
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
            || self.lexicon.is_instruction(title) && tally.sentences > 0
            || self.lexicon.is_symptom(title) && tally.hinting > 0
    }

    fn is_fix(&self, part: usize) -> bool {
        self.is_fix[part]
    }

    /// The children that are fixes or hold some.
    fn fix_children(&self, part: usize) -> Vec<usize> {
        let children = self.parts[part].children.iter().copied();
        children
            .filter(|child| self.fixable(*child) && self.holds_fix[*child])
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
        self.numbered(out)
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
            if !group && self.is_fix(part) && self.procedures(part, &fix_children) {
                return take(under, out);
            }
            if fix_children.len() == 1 && !group && self.is_fix(part) {
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
            || problem && fix_children.len() <= 3 && tally.instructing + tally.hinting > 0
            || tally.instructing > 0
                && (fix_children.iter().all(named)
                    || self.lexicon.is_instruction(&self.parts[part].title))
                && self.siblings_act(part)
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
        let above = self.lexicon.ordinal(&self.parts[part].title);
        // Methods below a numbered step are ways to take it, if the other steps have nothing below them.
        let kind = above.map(|(kind, _)| kind);
        let parent = self.parts[part].parent;
        if kind.is_some_and(|kind| self.bare.contains(&(parent, kind))) {
            return true;
        }
        above.is_some_and(|(kind, _)| kind != "step")
            && fix_children.iter().filter(|child| steps(child)).count() >= 2
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
        (explained && self.roles[*remedy] == Role::Group).then_some(*remedy)
    }

    /// Whether the part is about a problem: by its title, or because it has causes and a remedy.
    pub(crate) fn problem(&self, part: usize) -> bool {
        self.lexicon.is_symptom(&self.parts[part].title)
            || self.remedy(part, &self.fix_children(part)).is_some()
    }

    /// Without the siblings of a numbered set: two or more of "Method N", or three or more leading numbers.
    fn numbered(&self, picks: Vec<Pick>) -> Vec<Pick> {
        let title = |pick: &Pick| self.parts[pick.part].title.as_str();
        let ordinal = |pick: &Pick| {
            self.lexicon.ordinal(title(pick)).is_some_and(|(kind, _)| {
                !matches!(kind, "cause" | "tip") && !self.lexicon.is_case(title(pick))
            })
        };
        let number = |pick: &Pick| number(title(pick)).is_some();
        for (is, least) in [(&ordinal as &dyn Fn(&Pick) -> bool, 2), (&number, 3)] {
            let parents: BTreeSet<usize> = picks
                .iter()
                .filter(|pick| is(pick))
                .map(|pick| self.parts[pick.part].parent)
                .collect();
            if picks.iter().filter(|pick| is(pick)).count() < least {
                continue;
            }
            let beside = |pick: &Pick| parents.contains(&self.parts[pick.part].parent);
            return picks
                .into_iter()
                .filter(|pick| is(pick) || self.parts[pick.part].is_marked_fix() || !beside(pick))
                .collect();
        }
        picks
    }

    /// The sentences of these fixes and of the parts below them.
    pub(crate) fn tally(&self, picks: &[Pick]) -> Tally {
        let mut sum = Tally::default();
        let mut inside = vec![false; self.parts.len()];
        for pick in picks {
            inside[pick.part] = true;
        }
        for (at, part) in self.parts.iter().enumerate() {
            if at > 0 && inside[part.parent] && part.parent > 0 {
                inside[at] = true;
            }
            if inside[at] {
                let own = self.own[at].tally;
                sum.sentences += own.sentences;
                sum.instructing += own.instructing;
                sum.hinting += own.hinting;
            }
        }
        sum
    }
}

fn instructing_part(part: &Part, own: Own, lexicon: &Lexicon) -> bool {
    lexicon.is_instruction(&part.title) && own.steps > 0
}

fn own(part: &Part, lexicon: &Lexicon) -> Own {
    let mut own = Own::default();
    let mut before = "";
    let texts: Vec<String> = part.blocks.iter().map(|block| text(block)).collect();
    for (block, text) in part.blocks.iter().zip(&texts) {
        // Links to other pages say nothing of what to do here.
        if matches!(block.tag.as_str(), "ul" | "ol")
            && mostly_links(block)
            && !lexicon.holds_steps(block, before)
        {
            continue;
        }
        // What the author takes out of the part says nothing of it.
        if decides(&marks(block)) {
            continue;
        }
        let mut tally = lexicon.tally(block);
        if mark(&block.attributes, "steps").is_some() {
            own.steps += 1;
            tally.instructing = tally.sentences;
        }
        own.blocks += 1;
        own.tally.sentences += tally.sentences;
        own.tally.instructing += tally.instructing;
        own.tally.hinting += tally.hinting;
        match block.tag.as_str() {
            "pre" => own.steps += usize::from(part.blocks.len() > 1),
            _ => own.steps += usize::from(lexicon.holds_steps(block, before)),
        }
        before = text;
    }
    own.pointer = own.blocks == 1
        && own.steps == 0
        && own.tally.sentences == 1
        && texts.iter().any(|text| {
            let text = text.to_lowercase();
            text.contains("see ") || text.contains("refer to ")
        });
    own
}
