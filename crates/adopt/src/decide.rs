//! What becomes of each block: the table, filled in.
//!
//! Belongs here: the order in which it is decided. Does not: the decisions (see `fixes`, `steps` and `surroundings`), or the
//! marked article (see `build`, which is written from the table).

use crate::classify::{Classified, Pick};
use crate::dom::text;
use crate::fixes::{Fix, read_fixes};
use crate::marks::mark;
use crate::normalize::take_note_labels;
use crate::part::Part;
use crate::questions::{prefixes, symptoms, used_systems};
use crate::rules::By;
use crate::sentences::sentences;
use crate::surroundings::{decide_rest, tell_support};
use crate::systems::Systems;
use crate::table::{Answer, BlockRole, Table};

/// What the marked article has beside the blocks.
pub(crate) struct Found<'a> {
    pub(crate) fixes: Vec<Fix<'a>>,
    /// The parts that name what the reader sees.
    pub(crate) symptoms: Vec<usize>,
    /// The systems that the reader is asked for.
    pub(crate) systems: Systems,
}

/// Fills in the table.
pub(crate) fn decide<'a>(
    parts: &'a [Part],
    classified: &Classified<'_>,
    picks: &[Pick],
    table: &mut Table,
) -> Found<'a> {
    let lexicon = classified.lexicon();
    for block in parts
        .iter()
        .flat_map(|part| part.blocks.iter().chain(&part.after))
    {
        if mark(&block.attributes, "skip").is_some() {
            table.leave_out(block.row, By::AuthorSkip);
        }
    }
    let title = &parts[0].heading;
    let by = if title.tag.is_empty() {
        By::PageTitle
    } else {
        By::TitleHeading
    };
    table.tell(title.row, Answer::new(BlockRole::Title, by));

    let symptoms = symptoms(parts, classified, picks);
    let mut placed = vec![false; parts.len()];
    placed[0] = true;
    let mut fixes = read_fixes(parts, classified, picks, &symptoms, &mut placed, table);
    let systems = used_systems(&fixes);
    for symptom in &symptoms {
        if !picks.iter().any(|pick| pick.part == *symptom) {
            let answer = Answer::new(BlockRole::Question, By::SymptomOption);
            table.tell(parts[*symptom].heading.row, answer);
        }
    }
    for prefix in prefixes(parts, &symptoms).into_iter().flatten() {
        let answer = Answer::new(BlockRole::Question, By::TitlePrefix);
        table.tell(parts[prefix].heading.row, answer);
    }
    tell_support(&mut fixes, table);
    for (at, fix) in fixes.iter().enumerate() {
        let row = fix.part.heading.row;
        let told = |role, by| Answer {
            words: Some(fix.part.title.clone()),
            ..Answer::of_fix(role, by, at)
        };
        // The row can be that of a paragraph, of which the title has the words.
        let heading = &fix.part.heading.element;
        let own = heading.tag.is_empty() || table.element(row) == heading;
        let words = (!own).then(|| fix.part.title.clone());
        let title = Answer::of_fix(BlockRole::FixTitle, fix.by, at);
        let asked = symptoms
            .iter()
            .any(|symptom| parts[*symptom].heading.row == row);
        let option = asked.then(|| Answer::new(BlockRole::Question, By::SymptomOption));
        for answer in [title].into_iter().chain(option) {
            let words = words.clone();
            table.tell(row, Answer { words, ..answer });
        }
        if let Some(group) = fix.prefix {
            let answer = Answer::of_fix(BlockRole::FixTitle, By::TitlePrefix, at);
            table.tell(parts[group].heading.row, answer);
        }
        let own_risk = fix.content.is_marked(BlockRole::Risk) || fix.part.mark("risk").is_some();
        fix.content.record(at, own_risk, &systems, table);
        if !own_risk {
            fix.content.record_losses(at, table, lexicon);
        }
        if fix.content.steps.is_empty() {
            // Only its title says what to do.
            let answer = told(BlockRole::Step, By::TitleIsStep);
            let item = Some(0);
            table.tell(row, Answer { item, ..answer });
        }
        let waits = fix.content.is_marked(BlockRole::Wait) || fix.part.mark("wait").is_some();
        if !waits {
            fix.content.record_wait(at, table, lexicon);
        }
    }
    decide_rest(parts, classified, picks, &mut placed, table);
    head_support(table);
    table.settle(|element, left_out| take_note_labels(element, lexicon, left_out));
    Found {
        fixes,
        symptoms,
        systems,
    }
}

/// Where only sentences send to support, the beginning of the first is the heading over them.
fn head_support(table: &mut Table) {
    let mut rows = table.told(BlockRole::Support);
    let first = rows.next().map(|(row, answer)| (row.clone(), answer.lead));
    let Some((first, false)) = first else {
        return;
    };
    if rows.any(|(_, answer)| answer.lead) {
        return;
    }
    let words = text(&first.element);
    let sentence = sentences(&words).next().unwrap_or_default();
    let clause = sentence
        .split([',', ';', ':', '，', '；', '：', '、'])
        .next()
        .unwrap_or_default();
    let heading = clause
        .trim()
        .trim_end_matches(['.', '!', '。', '！'])
        .to_owned();
    let answer = Answer::new(BlockRole::Support, By::SupportHeading);
    let words = Some(heading);
    drop(rows);
    table.tell_first(BlockRole::Support, Answer { words, ..answer });
}
