//! Steps that stand in tabs, or in the rows of a table.
//!
//! Belongs here: what of them is one step, and under which label. Does not: blocks in a row (see `steps`), or how tabs and tables are
//! recognised (see `tabs` and `remedy_table`).

use unstuck_core::guide::Node;

use crate::content::{FixContent, Told};
use crate::dom::{find_tags, in_bold, new_element};
use crate::lexicon::Role;
use crate::losses::warns_of_loss;
use crate::marks::AT;
use crate::outline::pieces_of;
use crate::remedy_table::RemedyTable;
use crate::rules::By;
use crate::steps::Run;
use crate::table::Block;
use crate::tabs::{panels, systems_of};

impl Run<'_, '_> {
    pub(crate) fn tabs(&mut self, block: &Block) {
        for (label, panel) in panels(block) {
            let within = Some(block.row);
            let mut heading = new_element("p", vec![Node::Text(label.to_owned())]);
            let place = panel.attribute(AT).or(block.attribute(AT));
            let place = place.map(|place| (AT.to_owned(), place.to_owned()));
            heading.attributes.extend(place);
            // Where only a class names the system, no label is told.
            let heading = (!label.is_empty()).then(|| self.reader.table.add(heading, within));
            let lexicon = self.reader.lexicon;
            let blocks = pieces_of(panel, self.reader.table, within, lexicon);
            let found = lexicon.systems_named(systems_of(panel));
            if let (Some(heading), true) = (
                &heading,
                found.is_empty() && lexicon.role(label) == Role::Plain,
            ) {
                self.alternative(heading, &blocks);
                continue;
            }
            let systems = if found.is_empty() {
                self.systems.clone()
            } else {
                found
            };
            let mut inner = FixContent::default();
            inner.add(&blocks, heading.as_ref(), &systems, self.reader);
            inner.ensure_step(&systems, self.reader.table, lexicon);
            let begun = self.begun + self.content.steps.len();
            inner
                .labels
                .iter_mut()
                .for_each(|label| label.step += begun);
            if begun == 0 && inner.steps.is_empty() {
                self.content.reason.append(&mut inner.reason);
            } else if let Some(first) = inner.steps.first_mut() {
                first.rows.splice(0..0, inner.reason.drain(..));
            } else {
                self.content.more.append(&mut inner.reason);
            }
            self.content.append(inner);
        }
    }

    /// A table of what is seen and what helps: each row is a step.
    pub(crate) fn rows(&mut self, table: &Block) {
        let within = Some(table.row);
        let beside = RemedyTable::of(table, self.reader.lexicon).beside;
        let rows = find_tags(table, &["caption", "tr"]);
        for row in rows {
            let cells = find_tags(row, &["td", "th"]);
            let head = beside.iter().any(|head| std::ptr::eq(*head, row));
            let [first, rest @ ..] = cells.as_slice() else {
                let row = self.reader.table.add(row.clone(), within).row;
                self.join(row);
                continue;
            };
            if head {
                // The head names the columns, which the steps do not have.
                let row = self.reader.table.add(row.clone(), within).row;
                self.reader.table.leave_out(row, By::TableHead);
                continue;
            }
            let mut title = in_bold(first);
            title.attributes.clone_from(&first.attributes);
            let title = self.reader.table.add(title, within).row;
            let mut told = vec![Told::lead(title, By::StepRow)];
            for cell in rest {
                let mut cell = (*cell).clone();
                cell.tag = "div".into();
                told.push(Told::new(
                    self.reader.table.add(cell, within).row,
                    By::StepRow,
                ));
            }
            self.step(told);
        }
    }

    /// What is to be done in one of several cases that nobody is asked for: one step under its label.
    fn alternative(&mut self, label: &Block, blocks: &[Block]) {
        let mut rows = vec![Told::lead(label.row, By::Alternatives)];
        for block in blocks {
            if self.marked(block) {
            } else if warns_of_loss(block, self.reader.lexicon) {
                let told = Told::new(block.row, By::WarnsOfLoss);
                self.content.risks.push(told);
            } else {
                rows.push(Told::new(block.row, By::Alternatives));
            }
        }
        self.step(rows);
    }
}
