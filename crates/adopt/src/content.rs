//! What a fix's blocks have become: its reason, its steps and what is told around them.
//!
//! Belongs here: the form of it, and recording it in the table. Does not: what decides (see `steps`), or how it is written
//! (see `fix_section`).

use crate::dom::text;
use crate::lexicon::{Lexicon, System};
use crate::losses::loss_of_step;
use crate::marks::mark;
use crate::rules::By;
use crate::sentences::sentences;
use crate::steps::Reader;
use crate::systems::Systems;
use crate::table::{Answer, Block, BlockRole, Table};

/// A row that is told.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Told {
    pub(crate) row: usize,
    pub(crate) by: By,
    /// Whether it is the line over what follows.
    pub(crate) lead: bool,
}

impl Told {
    pub(crate) fn new(row: usize, by: By) -> Self {
        Self {
            row,
            by,
            lead: false,
        }
    }

    pub(crate) fn lead(row: usize, by: By) -> Self {
        Self {
            row,
            by,
            lead: true,
        }
    }
}

/// A step.
#[derive(Clone, Debug, Default)]
pub(crate) struct Step {
    /// What it holds, in the order of the article.
    pub(crate) rows: Vec<Told>,
    /// The systems that it is for; empty: for any.
    pub(crate) systems: Systems,
}

/// A label that names the systems of the steps from one on.
#[derive(Clone, Debug)]
pub(crate) struct SystemLabel {
    pub(crate) row: usize,
    pub(crate) step: usize,
    pub(crate) systems: Systems,
}

/// A fix's content.
#[derive(Clone, Debug, Default)]
pub(crate) struct FixContent {
    /// Before the steps.
    pub(crate) reason: Vec<Told>,
    /// What to do.
    pub(crate) steps: Vec<Step>,
    /// After the steps.
    pub(crate) more: Vec<Told>,
    /// Sentences that only point elsewhere: told after the steps, or the step where there is no other.
    pub(crate) pointers: Vec<Told>,
    /// Sentences that send the reader to support.
    pub(crate) closing: Vec<Told>,
    /// Warnings of a loss.
    pub(crate) risks: Vec<Told>,
    /// Parts with attributes of their own, such as a risk or a hint, and what becomes of them.
    pub(crate) marked: Vec<(usize, BlockRole)>,
    /// What belongs into the guide's support.
    pub(crate) support: Vec<Told>,
    /// Labels of systems.
    pub(crate) labels: Vec<SystemLabel>,
}

impl FixContent {
    /// A fix needs a step: without one, all that it says from the first instruction on becomes a step.
    pub(crate) fn ensure_step(
        &mut self,
        systems: &[&'static System],
        table: &Table,
        lexicon: &Lexicon,
    ) {
        if self.steps.is_empty() {
            let told = |told: &Told| table.element(told.row);
            let open = |told: &&Told| !matches!(told.by, By::Explains | By::Preparation);
            let explained = self.reason.iter().filter(|told| !open(told)).count();
            let telling = self
                .reason
                .iter()
                .position(|each| open(&each) && lexicon.is_instructing(told(each)));
            let from = telling.unwrap_or(if self.pointers.is_empty() && self.closing.is_empty() {
                explained
            } else {
                self.reason.len()
            });
            let mut rows = self.reason.split_off(from.min(self.reason.len()));
            if rows.is_empty() {
                rows.append(&mut self.pointers);
            }
            if rows.is_empty() {
                rows.append(&mut self.closing);
            }
            rows.iter_mut().for_each(|told| told.by = By::OnlyStep);
            if !rows.is_empty() {
                self.steps.push(Step {
                    rows,
                    systems: systems.to_vec(),
                });
            }
        }
        self.more.append(&mut self.pointers);
    }

    /// Adds what stands behind the last of several fixes: what sends to support, and else what is told after its steps.
    pub(crate) fn end_with(&mut self, blocks: &[Block], reader: &mut Reader<'_>) {
        let mut end = Self::default();
        // What ends a list of tries is the last resort, whether it says so or not.
        let asks = |block: &Block| block.tag == "p" && reader.lexicon.is_line_of_support(block);
        let (support, rest): (Vec<Block>, Vec<Block>) = blocks.iter().cloned().partition(asks);
        end.add(&rest, None, &[], reader);
        let by = By::SupportSentence;
        end.closing
            .extend(support.iter().map(|block| Told::new(block.row, by)));
        let steps = end.steps.drain(..).flat_map(|step| step.rows);
        let told = end
            .reason
            .drain(..)
            .chain(steps)
            .chain(end.pointers.drain(..));
        self.more.extend(told.map(|told| Told {
            by: By::AfterSteps,
            ..told
        }));
        self.append(end);
    }

    /// Records in the table what has become of the blocks. `own_risk`: the author has said what is lost; `asked` are the systems that the reader is asked for.
    pub(crate) fn record(
        &self,
        fix: usize,
        own_risk: bool,
        asked: &[&'static System],
        table: &mut Table,
    ) {
        let answer = |role, told: &Told| Answer {
            lead: told.lead,
            ..Answer::of_fix(role, told.by, fix)
        };
        for told in &self.reason {
            table.tell(told.row, answer(BlockRole::Reason, told));
        }
        for told in &self.risks {
            let role = if own_risk {
                BlockRole::Reason
            } else {
                BlockRole::Risk
            };
            table.tell(told.row, answer(role, told));
        }
        for (step, of) in self.steps.iter().enumerate() {
            for told in &of.rows {
                let item = Some(step);
                let answer = answer(BlockRole::Step, told);
                table.tell(told.row, Answer { item, ..answer });
            }
        }
        for told in self.more.iter().chain(&self.closing) {
            table.tell(told.row, answer(BlockRole::More, told));
        }
        for (row, role) in &self.marked {
            table.tell(*row, Answer::of_fix(*role, By::AuthorMark, fix));
        }
        for label in &self.labels {
            let asked = label.systems.iter().all(|system| asked.contains(system));
            if asked {
                table.leave_out(label.row, By::SystemLabel);
            } else if self.steps.is_empty() {
                let told = Told::lead(label.row, By::BeforeSteps);
                table.tell(label.row, answer(BlockRole::Reason, &told));
            } else {
                // Nobody is asked for it, so the label stays with its steps.
                let last = self.steps.len().saturating_sub(1);
                let item = Some(label.step.min(last));
                let answer = answer(BlockRole::Step, &Told::lead(label.row, By::LeadHeading));
                table.tell(label.row, Answer { item, ..answer });
            }
        }
    }

    /// Records the sentence by which the result takes hours, to be told while the reader waits too.
    pub(crate) fn record_wait(&self, fix: usize, table: &mut Table, lexicon: &Lexicon) {
        let steps = self.steps.iter().flat_map(|step| &step.rows);
        for told in steps.chain(&self.more) {
            let words = text(table.element(told.row));
            let long = sentences(&words).find(|sentence| lexicon.takes_long(sentence));
            if let Some(sentence) = long {
                let answer = Answer {
                    words: Some(sentence.to_owned()),
                    ..Answer::of_fix(BlockRole::Wait, By::TakesLong, fix)
                };
                return table.tell(told.row, answer);
            }
        }
    }

    /// Records the words by which steps destroy something, to be confirmed before them.
    pub(crate) fn record_losses(&self, fix: usize, table: &mut Table, lexicon: &Lexicon) {
        for told in self.steps.iter().flat_map(|step| &step.rows) {
            let words = loss_of_step(table.element(told.row), lexicon);
            let marked = mark(&table.element(told.row).attributes, "risk").is_some();
            if words.is_some() && !marked {
                let answer = Answer::of_fix(BlockRole::Risk, By::WarnsOfLoss, fix);
                table.tell(told.row, Answer { words, ..answer });
            }
        }
    }

    /// The words of the first step.
    pub(crate) fn first_step(&self, table: &Table) -> String {
        let rows = self.steps.first().map(|step| step.rows.as_slice());
        let words = rows.unwrap_or_default().iter();
        let words = words.map(|told| text(table.element(told.row)));
        words.collect::<Vec<_>>().join("\n")
    }

    /// Whether the author has marked a part of the fix so.
    pub(crate) fn is_marked(&self, role: BlockRole) -> bool {
        self.marked.iter().any(|(_, own)| *own == role)
    }
}

/// What becomes of a part of a fix by its author's marks, as the reading of a marked article has it.
pub(crate) fn role_of_marks(marks: &[(String, String)]) -> Option<BlockRole> {
    const ROLES: [(&str, BlockRole); 6] = [
        ("note", BlockRole::Note),
        ("risk", BlockRole::Risk),
        ("wait", BlockRole::Wait),
        ("hint", BlockRole::Question),
        ("away", BlockRole::More),
        ("after", BlockRole::More),
    ];
    let found = ROLES.iter().find(|(name, _)| mark(marks, name).is_some());
    found.map(|(_, role)| *role)
}

/// Whether marks alone say what becomes of a block outside the steps.
pub(crate) fn decides(marks: &[(String, String)]) -> bool {
    role_of_marks(marks).is_some()
        || ["skip", "support", "ask"]
            .iter()
            .any(|name| mark(marks, name).is_some())
}
