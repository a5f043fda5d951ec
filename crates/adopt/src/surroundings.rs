//! What stands around the fixes: the title, the introduction, notes, support, and what stays in the article.
//!
//! Belongs here: what becomes of every block that belongs to no fix. Does not: what belongs to a fix (see `fixes`).

use crate::classify::{Classified, Pick};
use crate::content::{Told, role_of_marks};
use crate::dom::{is_heading, text};
use crate::fixes::{Fix, explain};
use crate::lexicon::{Lexicon, Role};
use crate::marks::{mark, marks};
use crate::part::Part;
use crate::rules::By;
use crate::table::{Answer, Block, BlockRole, Table};
use crate::titles::folded;

/// Decides what becomes of all that is not yet placed.
pub(crate) fn decide_rest(
    parts: &[Part],
    classified: &Classified<'_>,
    picks: &[Pick],
    placed: &mut [bool],
    table: &mut Table,
) {
    let lexicon = classified.lexicon();
    let mut notes = 0;
    let mut explained = Vec::new();
    if let Some(root) = parts.first() {
        for block in &root.blocks {
            decide_opening(block, &mut notes, table);
        }
    }
    let mut is_group = vec![false; parts.len()];
    for group in picks.iter().flat_map(|pick| &pick.under) {
        is_group[*group] = true;
    }
    for (at, part) in parts.iter().enumerate().skip(1) {
        if is_group[at] {
            if !picks.iter().any(|pick| pick.part == at) {
                table.leave_out(part.heading.row, By::Group);
            }
            for block in part.blocks.iter().filter(|block| !marks(block).is_empty()) {
                decide_marked(block.row, &mut notes, table);
            }
            continue;
        }
        if std::mem::replace(&mut placed[at], true) {
            continue;
        }
        match classified.role(at) {
            Role::Support => {
                let support = Answer::new(BlockRole::Support, By::SupportSection);
                tell_all(part, support, lexicon, table);
            }
            Role::Reason => {
                placed[at] = false;
                explain(parts, at, placed, &mut explained);
            }
            Role::Preparation => {
                // The parts below it belong to the same note.
                let below = classified.role(part.parent) == Role::Preparation && part.parent > 0;
                notes += usize::from(!below);
                let item = Some(notes);
                let note = Answer::new(BlockRole::Note, By::Preparation);
                tell_all(part, Answer { item, ..note }, lexicon, table);
            }
            // One fix shows by it that it has worked; of several each is asked about.
            Role::Result if picks.len() == 1 => {
                for told in part_told(part) {
                    let answer = Answer::of_fix(BlockRole::More, By::Result, 0);
                    table.tell(
                        told.row,
                        Answer {
                            lead: told.lead,
                            ..answer
                        },
                    );
                }
            }
            _ => {
                let by = classified.left_out_by(at);
                table.leave_out(part.heading.row, by);
                for block in &part.blocks {
                    // What the author has marked (questions, notes) stays in its place.
                    if marks(block).is_empty() || !decide_marked(block.row, &mut notes, table) {
                        table.leave_out(block.row, by);
                    }
                }
            }
        }
    }
    tell_introduction(&explained, &mut notes, table);
}

/// What stands before the first section.
fn decide_opening(block: &Block, notes: &mut usize, table: &mut Table) {
    if !marks(block).is_empty() && decide_marked(block.row, notes, table) {
        return;
    }
    table.tell(block.row, Answer::new(BlockRole::Introduction, By::Opening));
}

/// What the author's marks say of a block outside the fixes, if they say it.
fn decide_marked(row: usize, notes: &mut usize, table: &mut Table) -> bool {
    let own = marks(table.element(row));
    if mark(&own, "skip").is_some() {
        table.leave_out(row, By::AuthorSkip);
        return true;
    }
    let role = if mark(&own, "support").is_some() {
        BlockRole::Support
    } else if mark(&own, "ask").is_some() {
        BlockRole::Question
    } else if let Some(role) = role_of_marks(&own) {
        role
    } else {
        return false;
    };
    // Each note has a condition of its own.
    *notes += 1;
    let item = Some(*notes);
    let answer = Answer::new(role, By::AuthorMark);
    table.tell(row, Answer { item, ..answer });
    true
}

/// A section with its heading.
fn part_told(part: &Part) -> impl Iterator<Item = Told> {
    let blocks = part
        .blocks
        .iter()
        .map(|block| Told::new(block.row, By::Result));
    std::iter::once(Told::lead(part.heading.row, By::Result)).chain(blocks)
}

fn tell_all(part: &Part, answer: Answer, lexicon: &Lexicon, table: &mut Table) {
    let heading = Answer {
        lead: true,
        ..answer.clone()
    };
    table.tell(part.heading.row, heading);
    for block in &part.blocks {
        if lexicon.invites(&text(block)) {
            table.leave_out(block.row, By::Metadata);
        } else {
            table.tell(block.row, answer.clone());
        }
    }
}

/// The sections that explain, after what stands before them.
fn tell_introduction(explained: &[Told], notes: &mut usize, table: &mut Table) {
    let opened = table.told(BlockRole::Introduction).next().is_some();
    for (at, told) in explained.iter().enumerate() {
        if !told.lead && decide_marked(told.row, notes, table) {
            continue;
        }
        // The guide opens with a sentence.
        if at == 0 && !opened && is_heading(table.element(told.row)) {
            table.leave_out(told.row, By::OpeningHeading);
            continue;
        }
        let answer = Answer {
            lead: told.lead,
            ..Answer::new(BlockRole::Introduction, told.by)
        };
        table.tell(told.row, answer);
    }
}

/// Records what fixes say to support: sections, and closing sentences of the last fix or of all.
pub(crate) fn tell_support(fixes: &mut [Fix<'_>], table: &mut Table) {
    let words = |told: &Told, table: &Table| folded(&text(table.element(told.row)));
    let last = fixes.len().saturating_sub(1);
    let said: Vec<Vec<String>> = fixes
        .iter()
        .map(|fix| {
            fix.content
                .closing
                .iter()
                .map(|told| words(told, table))
                .collect()
        })
        .collect();
    let everywhere =
        |sentence: &String| said.len() > 1 && said.iter().all(|all| all.contains(sentence));
    let mut known: Vec<String> = Vec::new();
    for (at, fix) in fixes.iter_mut().enumerate() {
        let content = &mut fix.content;
        let closing = std::mem::take(&mut content.closing);
        for told in closing {
            let sentence = words(&told, table);
            if at == last || everywhere(&sentence) {
                content.support.push(told);
            } else {
                content.closing.push(told);
            }
        }
        for told in std::mem::take(&mut content.support) {
            let sentence = words(&told, table);
            let answer = Answer {
                lead: told.lead,
                ..Answer::new(BlockRole::Support, told.by)
            };
            if known.contains(&sentence) {
                table.leave_out(told.row, By::SaidAlready);
            } else {
                table.tell(told.row, answer);
                known.push(sentence);
            }
        }
    }
}
