//! The fixes that were found, each with its content, its title and what it depends on.
//!
//! Belongs here: what of an article belongs to which fix, and titles that distinguish fixes. Does not: what stands around the
//! fixes (see `surroundings`), how a fix is written down (see `fix_section`), or what is asked (see `questions`).

use std::collections::{BTreeMap, BTreeSet};

use crate::classify::{Classified, Pick};
use crate::content::{FixContent, Told, decides};
use crate::lexicon::{Role, System};
use crate::losses::warns_of_loss;
use crate::marks::marks;
use crate::notes::NoteKind;
use crate::part::Part;
use crate::rules::By;
use crate::steps::Reader;
use crate::systems::Systems;
use crate::table::Table;
use crate::titles::folded;

/// A fix with its content and what it depends on.
pub(crate) struct Fix<'a> {
    pub(crate) part: &'a Part,
    pub(crate) title: String,
    /// The group whose title tells its own from others.
    pub(crate) prefix: Option<usize>,
    pub(crate) content: FixContent,
    /// The symptom that it is for, as an index into the symptoms.
    pub(crate) symptom: Option<usize>,
    pub(crate) systems: Systems,
    /// The rule by which it is one.
    pub(crate) by: By,
}

/// The fixes that were picked. `symptoms` are the parts that name what the reader sees. What belongs to a fix is marked as
/// placed.
pub(crate) fn read_fixes<'a>(
    parts: &'a [Part],
    classified: &Classified<'_>,
    picks: &[Pick],
    symptoms: &[usize],
    placed: &mut [bool],
    table: &mut Table,
) -> Vec<Fix<'a>> {
    for pick in picks {
        placed[pick.part] = true;
    }
    let places: BTreeMap<usize, usize> = symptoms.iter().copied().zip(0..).collect();
    let mut fixes: Vec<Fix<'_>> = picks
        .iter()
        .map(|pick| read_fix(parts, classified, pick, &places, placed, table))
        .collect();
    add_group_introductions(parts, classified, picks, placed, &mut fixes);
    tell_titles_apart(parts, picks, &mut fixes);
    fixes
}

fn read_fix<'a>(
    parts: &'a [Part],
    classified: &Classified<'_>,
    pick: &Pick,
    symptoms: &BTreeMap<usize, usize>,
    placed: &mut [bool],
    table: &mut Table,
) -> Fix<'a> {
    let part = &parts[pick.part];
    // Its own question, if it has one; else that of the nearest part above.
    let above = pick.under.iter().rev();
    let symptom = std::iter::once(&pick.part)
        .chain(above)
        .find_map(|at| symptoms.get(at).copied());
    // Whoever sees what such a title names has what it is for: "Blank window (Linux)".
    let named = (!symptoms.contains_key(&pick.part)).then_some(&pick.part);
    let systems = pick
        .under
        .iter()
        .chain(named)
        .map(|at| classified.lexicon().systems_at_end(&parts[*at].title))
        .find(|found| !found.is_empty())
        .unwrap_or_default();
    let mut content = FixContent::default();
    let mut reader = Reader {
        table,
        lexicon: classified.lexicon(),
        title: &part.title,
    };
    content.add(&part.blocks, None, &[], &mut reader);
    for child in &part.children {
        gather(
            parts,
            classified,
            *child,
            &[],
            placed,
            &mut content,
            &mut reader,
        );
    }
    content.ensure_step(&[], reader.table, reader.lexicon);
    content.end_with(&part.after, &mut reader);
    Fix {
        part,
        title: part.title.clone(),
        prefix: None,
        content,
        symptom,
        systems,
        by: pick.by,
    }
}

/// A part below a fix, and the parts below it.
fn gather(
    parts: &[Part],
    classified: &Classified<'_>,
    at: usize,
    systems: &[&'static System],
    placed: &mut [bool],
    content: &mut FixContent,
    reader: &mut Reader<'_>,
) {
    // A fix of its own has been placed already.
    if std::mem::replace(&mut placed[at], true) {
        return;
    }
    let part = &parts[at];
    let own = classified.lexicon().systems_named(&part.title);
    let all = |by: By| {
        let blocks = part
            .blocks
            .iter()
            .map(move |block| Told::new(block.row, by));
        std::iter::once(Told::lead(part.heading.row, by)).chain(blocks)
    };
    match classified.role(at) {
        Role::Plain | Role::Group => {
            content.add(&part.blocks, Some(&part.heading), systems, reader);
        }
        Role::Reason => content.reason.extend(all(By::Explains)),
        Role::Preparation => content.reason.extend(all(By::Preparation)),
        Role::Result => content.more.extend(all(By::Result)),
        Role::Aside => content.more.extend(all(By::AfterSteps)),
        Role::Support | Role::LastResort => content.support.extend(all(By::SupportSection)),
        Role::Related => {
            for told in all(classified.left_out_by(at)) {
                reader.table.leave_out(told.row, told.by);
            }
        }
    }
    let systems = if own.is_empty() { systems } else { &own };
    for child in &part.children {
        gather(parts, classified, *child, systems, placed, content, reader);
    }
}

/// Content directly under a group's heading introduces its first fix, and so do sections that explain; what the group warns
/// of is told with each of its fixes.
fn add_group_introductions(
    parts: &[Part],
    classified: &Classified<'_>,
    picks: &[Pick],
    placed: &mut [bool],
    fixes: &mut [Fix<'_>],
) {
    let lexicon = classified.lexicon();
    for (at, pick) in picks.iter().enumerate() {
        let mut before = Vec::new();
        let mut risks = Vec::new();
        for group in &pick.under {
            if picks.iter().any(|other| other.part == *group) {
                continue;
            }
            let first = !std::mem::replace(&mut placed[*group], true);
            for block in &parts[*group].blocks {
                let warns = lexicon.note_kind(block) == Some(NoteKind::Warning);
                let by = if warns {
                    By::GroupWarning
                } else {
                    By::GroupOpening
                };
                if decides(&marks(block)) || !(first || warns) {
                    continue;
                }
                if warns_of_loss(block, lexicon) {
                    risks.push(Told::new(block.row, By::WarnsOfLoss));
                } else {
                    before.push(Told::new(block.row, by));
                }
            }
            for child in &parts[*group].children {
                let explains = classified.role(*child) == Role::Reason && !placed[*child];
                if explains {
                    explain(parts, *child, placed, &mut before);
                }
            }
        }
        let content = &mut fixes[at].content;
        before.append(&mut content.reason);
        content.reason = before;
        risks.append(&mut content.risks);
        content.risks = risks;
    }
}

/// A section that explains, with all below it that is no fix, under its title.
pub(crate) fn explain(parts: &[Part], at: usize, placed: &mut [bool], out: &mut Vec<Told>) {
    if std::mem::replace(&mut placed[at], true) {
        return;
    }
    let part = &parts[at];
    out.push(Told::lead(part.heading.row, By::Explains));
    let blocks = part.blocks.iter();
    out.extend(blocks.map(|block| Told::new(block.row, By::Explains)));
    for child in &part.children {
        explain(parts, *child, placed, out);
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
    // Of the groups above a fix the next one that no other is called as: "Solutions" tells nothing apart.
    let groups: BTreeSet<usize> = picks.iter().flat_map(|pick| &pick.under).copied().collect();
    let mut called: BTreeMap<String, usize> = BTreeMap::new();
    for group in groups.into_iter().filter(|group| *group > 0) {
        *called.entry(folded(&parts[group].title)).or_default() += 1;
    }
    let alone = |group: &&usize| called.get(&folded(&parts[**group].title)) == Some(&1);
    for (pick, fix) in picks.iter().zip(fixes.iter_mut()) {
        let mut under = pick.under.iter().rev().filter(|group| **group > 0);
        let next = under.clone().next();
        if twice(&fix.title)
            && let Some(group) = under.find(alone).or(next)
        {
            fix.title = format!(
                "{}: {}",
                parts[*group].title.trim_end_matches([':', '：']),
                fix.title
            );
            fix.prefix = Some(*group);
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
