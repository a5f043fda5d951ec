//! The fixes that were found, each with its content, its title and what it depends on.
//!
//! Belongs here: what of an article belongs to which fix, and titles that distinguish fixes. Does not: how a fix is written
//! down (see `fix_section`), or what is asked (see `questions`).

use std::collections::{BTreeMap, BTreeSet};

use unstuck_core::guide::Element;

use crate::classify::{Classified, Pick};
use crate::lexicon::{Role, System};
use crate::marks::marks;
use crate::part::Part;
use crate::steps::FixContent;
use crate::systems::Systems;
use crate::titles::folded;

/// A fix with its content and what it depends on.
pub(crate) struct Fix<'a> {
    pub(crate) part: &'a Part,
    pub(crate) title: String,
    pub(crate) content: FixContent,
    /// The symptom that it is for, as an index into the symptoms.
    pub(crate) symptom: Option<usize>,
    pub(crate) systems: Systems,
}

/// The fixes that were picked. `symptoms` are the parts that name what the reader sees.
pub(crate) fn read_fixes<'a>(
    parts: &'a [Part],
    classified: &Classified<'_>,
    picks: &[Pick],
    symptoms: &[usize],
) -> Vec<Fix<'a>> {
    let places: BTreeMap<usize, usize> = symptoms.iter().copied().zip(0..).collect();
    let mut fixes: Vec<Fix<'_>> = picks
        .iter()
        .map(|pick| read_fix(parts, classified, pick, &places))
        .collect();
    add_group_introductions(parts, picks, &mut fixes);
    tell_titles_apart(parts, picks, &mut fixes);
    fixes
}

fn read_fix<'a>(
    parts: &'a [Part],
    classified: &Classified<'_>,
    pick: &Pick,
    symptoms: &BTreeMap<usize, usize>,
) -> Fix<'a> {
    let part = &parts[pick.part];
    let symptom = pick
        .under
        .iter()
        .chain([&pick.part])
        .find_map(|at| symptoms.get(at).copied());
    let systems = pick
        .under
        .iter()
        .chain([&pick.part])
        .map(|at| classified.lexicon().systems_at_end(&parts[*at].title))
        .find(|found| !found.is_empty())
        .unwrap_or_default();
    let mut content = FixContent::default();
    gather(parts, classified, pick.part, true, &[], &mut content);
    content.ensure_step(classified.lexicon());
    Fix {
        part,
        title: part.title.clone(),
        content,
        symptom,
        systems,
    }
}

/// A part's blocks and those of the parts below it.
fn gather(
    parts: &[Part],
    classified: &Classified<'_>,
    at: usize,
    top: bool,
    systems: &[&'static System],
    content: &mut FixContent,
) {
    let lexicon = classified.lexicon();
    let part = &parts[at];
    let blocks: Vec<Element> = part
        .blocks
        .iter()
        .map(|block| block.element.clone())
        .collect();
    let own = if top {
        Vec::new()
    } else {
        lexicon.systems_named(&part.title)
    };
    let systems = if own.is_empty() { systems } else { &own };
    match classified.role(at) {
        _ if top => content.add(&blocks, None, systems, lexicon),
        Role::Group => content.add(&blocks, None, systems, lexicon),
        Role::Plain if !own.is_empty() => content.add(&blocks, None, systems, lexicon),
        Role::Plain => content.add(&blocks, Some(&part.heading.element), systems, lexicon),
        Role::Reason | Role::Preparation => content.reason.extend(blocks),
        Role::Support | Role::Related => return,
    }
    for child in &part.children {
        gather(parts, classified, *child, false, systems, content);
    }
}

/// Content directly under a group's heading introduces its first fix.
fn add_group_introductions(parts: &[Part], picks: &[Pick], fixes: &mut [Fix<'_>]) {
    let mut told: BTreeSet<usize> = BTreeSet::new();
    for (pick, fix) in picks.iter().zip(fixes) {
        let mut before = Vec::new();
        for group in pick.under.iter().filter(|group| !told.contains(group)) {
            before.extend(
                parts[*group]
                    .blocks
                    .iter()
                    .filter(|block| marks(block).is_empty())
                    .map(|block| block.element.clone()),
            );
        }
        told.extend(&pick.under);
        before.append(&mut fix.content.reason);
        fix.content.reason = before;
    }
}

/// Makes titles differ that occur several times: by the title of the group, or else by a number.
fn tell_titles_apart(parts: &[Part], picks: &[Pick], fixes: &mut [Fix<'_>]) {
    let mut titles: Vec<String> = fixes.iter().map(|fix| folded(&fix.title)).collect();
    titles.sort();
    let twice = |title: &str| {
        let folded = folded(title);
        let from = titles.partition_point(|known| *known < folded);
        titles.get(from + 1).is_some_and(|next| *next == folded)
    };
    for (pick, fix) in picks.iter().zip(fixes.iter_mut()) {
        if twice(&fix.title)
            && let Some(group) = pick.under.last().filter(|group| **group > 0)
        {
            fix.title = format!(
                "{}: {}",
                parts[*group].title.trim_end_matches(':'),
                fix.title
            );
        }
    }
    let mut told: BTreeMap<String, usize> = BTreeMap::new();
    for fix in fixes {
        let times = told.entry(folded(&fix.title)).or_default();
        *times += 1;
        if *times > 1 {
            fix.title = format!("{} ({times})", fix.title);
        }
    }
}
