//! Which parts of an outline are fixes.
//!
//! Belongs here: how parts stand to each other: groups, numbered sets, symptoms with their causes and remedies, variants.
//! Does not: what single words mean (see `titles` and `sentences`), or what a fix's blocks become (see `lists` and `steps`).

use crate::dom::{mostly_links, text};
use crate::lists::holds_steps;
use crate::part::Part;
use crate::sentences::{Tally, instructing};
use crate::systems::systems_named;
use crate::titles::{
    Role, asks_to_know, case, contents, instructing_title, number, ordinal, role, symptom,
};

/// A fix to be: its part, and what it stands under.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Pick {
    /// Its part.
    pub(crate) part: usize,
    /// The groups above it, outermost first.
    pub(crate) under: Vec<usize>,
}

/// What a part's own blocks amount to.
#[derive(Clone, Copy, Debug, Default)]
struct Own {
    /// Lists, tables and code that tell what to do.
    steps: usize,
    tally: Tally,
    /// Blocks of any kind.
    blocks: usize,
    /// One sentence that leads elsewhere is no remedy.
    pointer: bool,
}

/// The outline with what is known of each part.
pub(crate) struct Classified<'a> {
    parts: &'a [Part],
    roles: Vec<Role>,
    own: Vec<Own>,
    /// Whether the part itself tells what to do.
    acts: Vec<bool>,
    /// Whether the part or anything below does.
    below: Vec<bool>,
}

impl<'a> Classified<'a> {
    /// Judges each part by its title and its own blocks.
    ///
    /// What explains can hold fixes too, where `lenient`: for an article that has them nowhere else.
    pub(crate) fn of(parts: &'a [Part], lenient: bool) -> Self {
        let own: Vec<Own> = parts.iter().map(own).collect();
        let mut roles: Vec<Role> = Vec::with_capacity(parts.len());
        for (at, part) in parts.iter().enumerate() {
            let mut role = if at == 0 {
                Role::Plain
            } else {
                role(&part.title)
            };
            // What stands below a heading of contents is the article itself.
            if !part.children.is_empty() && contents(&part.title) {
                role = Role::Group;
            }
            if lenient && role == Role::Reason {
                role = Role::Group;
            }
            let above = roles.get(part.parent).copied().unwrap_or(Role::Plain);
            // What is no fix hands that down; a heading that gives orders stays a fix under a mere explanation.
            if at > 0
                && !matches!(above, Role::Plain | Role::Group)
                && !(above == Role::Reason
                    && (role == Role::Group || instructing_part(part, own[at])))
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
            acts: vec![false; parts.len()],
            below: vec![false; parts.len()],
            parts,
            roles,
            own,
        };
        for at in 1..parts.len() {
            classified.acts[at] = classified.fixable(at) && classified.tells(at);
        }
        classified.sum_up();
        for at in 0..parts.len() {
            classified.complete(at);
        }
        classified.sum_up();
        classified
    }

    fn sum_up(&mut self) {
        for at in (1..self.parts.len()).rev() {
            if self.acts[at] || self.below[at] {
                self.below[at] = true;
                let parent = self.parts[at].parent;
                self.below[parent] = true;
            }
        }
    }

    /// Where most of a part's children are fixes, those beside them are too, if they say anything that fits; and a run of
    /// symptoms is one, whatever its words.
    fn complete(&mut self, part: usize) {
        let children: Vec<usize> = self.parts[part]
            .children
            .iter()
            .copied()
            .filter(|kid| self.fixable(*kid))
            .collect();
        let acting = children.iter().filter(|kid| self.below[**kid]).count();
        let says = |kid: usize| self.own[kid].blocks > 0 || !self.parts[kid].children.is_empty();
        let symptoms = children
            .iter()
            .filter(|kid| symptom(&self.parts[**kid].title) && says(**kid))
            .count();
        let listed = symptoms >= 2 && symptoms * 5 >= children.len() * 3;
        let numbered = children
            .iter()
            .filter(|kid| ordinal(&self.parts[**kid].title).is_some())
            .count();
        let numbered = numbered >= 2 && numbered == children.len() && acting >= 1;
        if acting * 2 < children.len() && !listed && !numbered || children.len() < 2 {
            return;
        }
        let most = children.len();
        for kid in children {
            let title = &self.parts[kid].title;
            let numbered = acting >= 1 && says(kid) && ordinal(title).is_some();
            let fits = numbered
                || symptom(title) && says(kid)
                || acting >= 2
                    && (instructing_title(title)
                        || self.own[kid].tally.hinting > 0
                        || self.own[kid].tally.instructing > 0);
            let rest = acting * 2 >= most && acting >= 2 && self.own[kid].tally.sentences >= 2;
            if !self.below[kid] && (fits || rest) && !asks_to_know(title) && !self.own[kid].pointer
            {
                self.acts[kid] = true;
            }
        }
    }

    /// What a part's title says of it, or of what it stands under.
    pub(crate) fn role(&self, part: usize) -> Role {
        self.roles.get(part).copied().unwrap_or(Role::Plain)
    }

    fn fixable(&self, part: usize) -> bool {
        let title = &self.parts[part].title;
        matches!(self.roles[part], Role::Plain | Role::Group)
            && (!asks_to_know(title)
                || self.roles[part] == Role::Group
                || self.parts[part].level == 7)
    }

    /// Whether a part's own blocks tell what to do.
    fn tells(&self, part: usize) -> bool {
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
                    || instructing_title(title)
                    || symptom(title))
            || instructing_title(title) && tally.sentences > 0
            || symptom(title) && tally.hinting > 0
    }

    fn acts(&self, part: usize) -> bool {
        self.acts[part]
    }

    /// The children that could be fixes or hold some.
    fn kids(&self, part: usize) -> Vec<usize> {
        let children = self.parts[part].children.iter().copied();
        children
            .filter(|kid| self.fixable(*kid) && self.below[*kid])
            .collect()
    }

    /// The fixes of the article.
    pub(crate) fn picks(&self) -> Vec<Pick> {
        let mut out = Vec::new();
        self.pick(0, &mut Vec::new(), &mut out);
        self.numbered(out)
    }

    fn pick(&self, part: usize, under: &mut Vec<usize>, out: &mut Vec<Pick>) {
        let kids = self.kids(part);
        let of = &self.parts[part];
        let take = |under: &Vec<usize>, out: &mut Vec<Pick>| {
            out.push(Pick {
                part,
                under: under.clone(),
            });
        };
        if part > 0 {
            if of.is_marked_fix()
                || kids.is_empty()
                || self.variants(&kids)
                || self.steps_of(part, &kids)
            {
                return take(under, out);
            }
            // A problem with its cause and its remedy below it is told as one fix, unless there are several remedies.
            if let Some(remedy) = self.remedy(part, &kids)
                && (self.kids(remedy).len() < 2 || self.variants(&self.kids(remedy)))
            {
                return take(under, out);
            }
            let group = self.roles[part] == Role::Group;
            if !group && self.acts(part) && self.procedures(part, &kids) {
                return take(under, out);
            }
            if kids.len() == 1 && !group && self.acts(part) {
                take(under, out);
            }
        }
        if part > 0 {
            under.push(part);
        }
        for kid in kids {
            self.pick(kid, under, out);
        }
        if part > 0 {
            under.pop();
        }
    }

    /// Children that are the same for several systems.
    fn variants(&self, kids: &[usize]) -> bool {
        let of = kids.first().map_or(0, |kid| self.parts[*kid].parent);
        systems_named(&self.parts[of].title).is_empty()
            && kids
                .iter()
                .all(|kid| !systems_named(&self.parts[*kid].title).is_empty())
            && kids.iter().all(|kid| self.kids(*kid).len() < 2)
    }

    /// Children that are parts of one remedy, and not remedies or problems of their own: what is above them names the problem
    /// and begins to tell what to do, or there is one of them alone.
    fn procedures(&self, part: usize, kids: &[usize]) -> bool {
        let problem = symptom(&self.parts[part].title);
        let own = |kid: &usize| {
            symptom(&self.parts[*kid].title) || ordinal(&self.parts[*kid].title).is_some()
        };
        if kids.iter().any(own) {
            return false;
        }
        let tally = self.own[part].tally;
        let named = |kid: &usize| !instructing_title(&self.parts[*kid].title);
        kids.len() == 1 && (tally.instructing > 0 || self.own[part].steps > 0)
            || problem && kids.len() <= 3 && tally.instructing + tally.hinting > 0
            || tally.instructing > 0
                && (kids.iter().all(named) || instructing_title(&self.parts[part].title))
                && self.siblings_act(part)
    }

    /// Whether the part stands beside another that tells what to do.
    fn siblings_act(&self, part: usize) -> bool {
        let siblings = &self.parts[self.parts[part].parent].children;
        siblings
            .iter()
            .any(|other| *other != part && self.fixable(*other) && self.acts[*other])
    }

    /// Children that are the steps of one fix: Step 1, Step 2 below something that is itself numbered.
    fn steps_of(&self, part: usize, kids: &[usize]) -> bool {
        let steps = |kid: &usize| matches!(ordinal(&self.parts[*kid].title), Some(("step", _)));
        let above = ordinal(&self.parts[part].title);
        // Methods within a numbered step are ways to take it, where the other steps stand for themselves.
        let kind = above.map(|(kind, _)| kind);
        let same = |other: &&usize| {
            **other != part
                && ordinal(&self.parts[**other].title).map(|(kind, _)| kind) == kind
                && self.kids(**other).is_empty()
        };
        if kind.is_some()
            && self.parts[self.parts[part].parent]
                .children
                .iter()
                .any(|other| same(&other))
        {
            return true;
        }
        above.is_some_and(|(kind, _)| kind != "step")
            && kids.iter().filter(|kid| steps(kid)).count() >= 2
    }

    /// The one remedy of a problem that has its symptoms or causes beside it.
    fn remedy(&self, part: usize, kids: &[usize]) -> Option<usize> {
        let [remedy] = kids else {
            return None;
        };
        let explained = self.parts[part]
            .children
            .iter()
            .any(|kid| self.roles[*kid] == Role::Reason);
        (explained && self.roles[*remedy] == Role::Group).then_some(*remedy)
    }

    /// Whether the part names a problem: by its title, or by what it consists of.
    pub(crate) fn problem(&self, part: usize) -> bool {
        symptom(&self.parts[part].title) || self.remedy(part, &self.kids(part)).is_some()
    }

    /// Two or more of Method N, or three leading numbers, are the set: what stands beside them is none of it.
    fn numbered(&self, picks: Vec<Pick>) -> Vec<Pick> {
        let title = |pick: &Pick| self.parts[pick.part].title.as_str();
        let ordinal = |pick: &Pick| {
            ordinal(title(pick))
                .is_some_and(|(kind, _)| !matches!(kind, "cause" | "tip") && !case(title(pick)))
        };
        let number = |pick: &Pick| number(title(pick)).is_some();
        for (is, least) in [(&ordinal as &dyn Fn(&Pick) -> bool, 2), (&number, 3)] {
            let parents: Vec<usize> = picks
                .iter()
                .filter(|pick| is(pick))
                .map(|pick| self.parts[pick.part].parent)
                .collect();
            if parents.len() < least {
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

    /// What the sentences of these fixes do, with all below them.
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

fn instructing_part(part: &Part, own: Own) -> bool {
    instructing_title(&part.title) && own.steps > 0
}

fn own(part: &Part) -> Own {
    let mut own = Own::default();
    let mut before = "";
    let texts: Vec<String> = part.blocks.iter().map(text).collect();
    for (block, text) in part.blocks.iter().zip(&texts) {
        // Links elsewhere say nothing of what to do here.
        if matches!(block.tag.as_str(), "ul" | "ol")
            && mostly_links(block)
            && !holds_steps(block, before)
        {
            continue;
        }
        let tally = instructing(block);
        own.blocks += 1;
        own.tally.sentences += tally.sentences;
        own.tally.instructing += tally.instructing;
        own.tally.hinting += tally.hinting;
        match block.tag.as_str() {
            "pre" => own.steps += usize::from(part.blocks.len() > 1),
            _ => own.steps += usize::from(holds_steps(block, before)),
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
