//! A fix's blocks, one after the other, as its reason, its steps and what is said after them.
//!
//! Belongs here: which paragraphs instruct, what is joined to the step before it, what leads to the next. Does not: which
//! blocks hold steps (see `lists`), tabs and tables (see `step_groups`), what a single line says (see `leads`), or which parts are fixes (see `classify`).

use unstuck_core::guide::Node;

use crate::content::{FixContent, Step, SystemLabel, Told, role_of_marks};
use crate::dom::{is_heading, mostly_links, new_element, parts_of_list, says, text};
use crate::language::LISTED;
use crate::lexicon::{Lexicon, Role, System};
use crate::lines::{Line, Place, is_code};
use crate::losses::{take_losses, warns_of_loss};
use crate::marks::{mark, marks, set_mark};
use crate::rules::By;
use crate::systems::Systems;
use crate::table::{Block, Table};
use crate::tabs::TABS;
use crate::title_blocks::is_label_line;

/// What the steps of a fix are read with.
pub(crate) struct Reader<'t> {
    pub(crate) table: &'t mut Table,
    pub(crate) lexicon: &'static Lexicon,
    /// The title of the fix.
    pub(crate) title: &'t str,
}

impl FixContent {
    /// Adds blocks that are for these systems, under a title if they have one. Each bold paragraph among them begins a new
    /// run of blocks.
    pub(crate) fn add(
        &mut self,
        blocks: &[Block],
        title: Option<&Block>,
        systems: &[&'static System],
        reader: &mut Reader<'_>,
    ) {
        let (mut title, mut start) = (title, 0);
        for (at, block) in blocks.iter().enumerate() {
            // A bold line that nothing follows is no label.
            if !is_label(block, reader.lexicon) || at + 1 == blocks.len() {
                continue;
            }
            self.segment(&blocks[start..at], title, systems, reader);
            start = at + 1;
            title = Some(block);
        }
        self.segment(&blocks[start..], title, systems, reader);
    }

    /// Blocks under one label.
    fn segment(
        &mut self,
        blocks: &[Block],
        title: Option<&Block>,
        systems: &[&'static System],
        reader: &mut Reader<'_>,
    ) {
        let Some(title) = title else {
            return self.run(blocks, None, systems, reader);
        };
        let label = text(title);
        let lexicon = reader.lexicon;
        let found = lexicon.systems_named(label.trim_end_matches([':', '：']));
        if !found.is_empty() {
            self.labels.push(SystemLabel {
                row: title.row,
                step: self.steps.len(),
                systems: found.clone(),
            });
            return self.run(blocks, None, &found, reader);
        }
        let all = |by: By| {
            let blocks = blocks.iter().map(move |block| Told::new(block.row, by));
            std::iter::once(Told::lead(title.row, by)).chain(blocks)
        };
        match lexicon.role(&label) {
            Role::Support | Role::LastResort => self.support.extend(all(By::SupportSection)),
            Role::Result => self.more.extend(all(By::Result)),
            Role::Related => {
                for told in all(By::RelatedSection) {
                    reader.table.leave_out(told.row, told.by);
                }
            }
            Role::Group => {
                reader.table.leave_out(title.row, By::Group);
                self.run(blocks, None, systems, reader);
            }
            role @ (Role::Reason | Role::Preparation) => {
                let by = if role == Role::Reason {
                    By::Explains
                } else {
                    By::Preparation
                };
                let told = lexicon.explaining(blocks);
                self.reason.extend(all(by).take(told + 1));
                self.run(&blocks[told..], None, systems, reader);
            }
            Role::Plain | Role::Aside => self.run(blocks, Some(title), systems, reader),
        }
    }

    /// Blocks in a row, without labels.
    fn run(
        &mut self,
        blocks: &[Block],
        title: Option<&Block>,
        systems: &[&'static System],
        reader: &mut Reader<'_>,
    ) {
        let lexicon = reader.lexicon;
        let mut run = Run {
            listed: lexicon.holds_list(blocks),
            led: lexicon.led_lists(blocks),
            by_system: lexicon.lists_by_system(blocks),
            outer: systems.to_vec(),
            systems: systems.to_vec(),
            led_for: systems.to_vec(),
            begun: self.steps.len(),
            lead: Vec::new(),
            pointed: false,
            content: FixContent::default(),
            reader,
        };
        let mut before = String::new();
        for (at, block) in blocks.iter().enumerate() {
            let led = run.lead.len();
            let pointing = run.content.pointers.len();
            run.block(block, &before, &blocks[at + 1..]);
            // The line led to nothing that became a step.
            if led > 0 && run.lead.len() == led && !lexicon.is_between(block) {
                run.end_lead();
            }
            run.pointed = run.content.pointers.len() > pointing;
            before = text(block);
        }
        run.end_lead();
        let mut own = run.content;
        if let Some(title) = title {
            own.reason.insert(0, Told::lead(title.row, By::LeadHeading));
        }
        // What introduces only these steps belongs to the first of them.
        if let Some(first) = own
            .steps
            .first_mut()
            .filter(|_| title.is_some() || !systems.is_empty())
        {
            first.rows.splice(0..0, own.reason.drain(..));
        }
        if self.steps.is_empty() {
            self.reason.append(&mut own.reason);
        } else {
            let after = own.reason.drain(..).map(|told| Told {
                by: if told.by == By::BeforeSteps {
                    By::AfterSteps
                } else {
                    told.by
                },
                ..told
            });
            self.more.extend(after);
        }
        self.append(own);
    }

    /// Adds all but the reason of another content.
    pub(crate) fn append(&mut self, mut other: Self) {
        self.steps.append(&mut other.steps);
        self.more.append(&mut other.more);
        self.pointers.append(&mut other.pointers);
        self.closing.append(&mut other.closing);
        self.risks.append(&mut other.risks);
        self.marked.append(&mut other.marked);
        self.support.append(&mut other.support);
        self.labels.append(&mut other.labels);
    }
}

/// Blocks that are turned into steps one by one.
pub(crate) struct Run<'r, 't> {
    pub(crate) reader: &'r mut Reader<'t>,
    pub(crate) content: FixContent,
    /// Whether lists hold its steps; paragraphs before the first list then only introduce it.
    listed: bool,
    /// Whether several lists have a line over them, each for its own.
    led: bool,
    /// Whether the line over each list names a system.
    by_system: bool,
    /// How many steps there are before the run.
    pub(crate) begun: usize,
    /// The systems of the run, and those of the blocks from the last label on.
    outer: Systems,
    pub(crate) systems: Systems,
    /// Those that the last label or line over steps begins with.
    led_for: Systems,
    /// The line that leads to what follows, with what stands between.
    lead: Vec<Told>,
    /// Whether the line before points elsewhere.
    pointed: bool,
}

impl Run<'_, '_> {
    fn block(&mut self, block: &Block, before: &str, after: &[Block]) {
        if self.marked(block) {
            return;
        }
        let lexicon = self.reader.lexicon;
        if warns_of_loss(block, lexicon) {
            return self
                .content
                .risks
                .push(Told::new(block.row, By::WarnsOfLoss));
        }
        let started = !self.content.steps.is_empty();
        match block.tag.as_str() {
            // An ordered list can go on after a note or a picture: then its items are steps, too.
            "ol" | "ul" if self.pointed && mostly_links(block) => {
                let told = Told::new(block.row, By::SeeElsewhere);
                self.content.pointers.push(told);
            }
            "ol" | "ul"
                if lexicon.holds_steps(block, before)
                    || block.tag == "ol" && started && self.listed =>
            {
                self.list(block);
            }
            TABS => self.tabs(block),
            "table" if lexicon.holds_steps(block, before) => self.rows(block),
            _ if is_code(block) => self.code(block, before),
            "p" => self.paragraph(block, after),
            "details" | "dl" | "blockquote" | "div" | "section" | "aside"
                if !started && !self.listed && lexicon.holds_steps(block, before) =>
            {
                self.push(block, By::StepBlock);
            }
            _ => self.join(block.row),
        }
    }

    /// What the author's marks decide, if they do.
    pub(crate) fn marked(&mut self, block: &Block) -> bool {
        let own = marks(block);
        let has = |name: &str| mark(&own, name).is_some();
        let listed = matches!(block.tag.as_str(), "ol" | "ul");
        if own.is_empty() {
        } else if has("skip") {
            self.reader.table.leave_out(block.row, By::AuthorSkip);
            return true;
        } else if has("support") {
            let told = Told::new(block.row, By::AuthorMark);
            self.content.support.push(told);
            return true;
        } else if let Some(role) = role_of_marks(&own) {
            self.content.marked.push((block.row, role));
            return true;
        } else if has("words") {
            let told = Told::new(block.row, By::AuthorMark);
            if self.content.steps.is_empty() && self.begun == 0 {
                self.content.reason.push(told);
            } else {
                self.content.more.push(told);
            }
            return true;
        } else if has("steps") && !listed {
            self.push(block, By::AuthorMark);
            return true;
        }
        false
    }

    /// The items of a list, each a step.
    fn list(&mut self, list: &Block) {
        // Of ways for one case each a reader takes one.
        if self.reader.lexicon.are_alternatives(list) {
            return self.push(list, By::Alternatives);
        }
        let by = match mark(&marks(list), "steps") {
            Some(LISTED) => By::AnyList,
            Some(_) => By::AuthorMark,
            None => By::StepList,
        };
        let begun = self.content.steps.len();
        let lexicon = self.reader.lexicon;
        for part in parts_of_list(list) {
            let mut item = match part {
                Node::Element(item) => item.clone(),
                text @ Node::Text(_) => new_element("p", vec![text.clone()]),
            };
            if !says(&item) {
                continue;
            }
            let within = Some(list.row);
            if item.tag != "li" {
                let row = self.reader.table.add(item, within).row;
                self.join(row);
                continue;
            }
            if lexicon.only_leads_on(&item) {
                let row = self.reader.table.add(item, within).row;
                self.reader.table.leave_out(row, By::LeadsOn);
                continue;
            }
            let losses = take_losses(&mut item, lexicon);
            if !losses.is_empty() && mark(&item.attributes, "risk").is_none() {
                set_mark(&mut item, "risk", "permanent");
            }
            let item = self.reader.table.add(item, within);
            for loss in losses {
                let row = self.reader.table.add(loss, within).row;
                self.content.risks.push(Told::new(row, By::WarnsOfLoss));
            }
            // On an item, a risk says that it is this step that destroys.
            let own = marks(&item);
            let decided = ["skip", "support", "note"]
                .iter()
                .any(|name| mark(&own, name).is_some());
            if decided && self.marked(&item) {
                continue;
            }
            let alone = self.content.steps.len() == begun;
            if !alone && lexicon.sends_to_support(&item) {
                let told = Told::new(item.row, By::SupportSentence);
                self.content.closing.push(told);
            } else if !alone && lexicon.only_points(&item) {
                let told = Told::new(item.row, By::SeeElsewhere);
                self.content.pointers.push(told);
            } else if says(&item) {
                self.push(&item, by);
            }
        }
    }

    fn paragraph(&mut self, block: &Block, after: &[Block]) {
        let started = !self.content.steps.is_empty();
        let place = Place {
            after,
            before_list: self.listed && !started,
            title: self.reader.title,
            pointed: self.pointed,
        };
        let told = |by| Told::new(block.row, by);
        let line = self.reader.lexicon.line(block, &place);
        let opening = self.reader.lexicon.systems_at_start(&text(block));
        if matches!(line, Line::OverSteps) {
            self.led_for.clone_from(&opening);
            // One that names no system leads to what is for all.
            self.systems = if self.by_system {
                self.reader.lexicon.system_of_lead(&text(block))
            } else {
                self.outer.clone()
            };
        }
        match line {
            Line::Systems(found) => {
                self.systems.clone_from(&found);
                self.led_for.clone_from(&found);
                self.content.labels.push(SystemLabel {
                    row: block.row,
                    step: self.begun + self.content.steps.len(),
                    systems: found,
                });
            }
            Line::Invites => self.reader.table.leave_out(block.row, By::Metadata),
            Line::LeadsOn => self.reader.table.leave_out(block.row, By::LeadsOn),
            Line::Points => self.content.pointers.push(told(By::SeeElsewhere)),
            Line::Support => self.content.closing.push(told(By::SupportSentence)),
            Line::Explains if !started => self.content.reason.push(told(By::Explains)),
            Line::OverCode => self.lead.push(told(By::StepCode)),
            // "On Windows, share the screen." is no end of what is done on a Mac.
            Line::Orders | Line::Says if self.is_for_others(&opening) => {
                self.systems = opening;
                self.push(block, By::StepParagraph);
                self.systems.clone_from(&self.outer);
            }
            Line::OverWords => self.lead.push(Told::lead(block.row, By::Lead)),
            // A line over the only list introduces the fix.
            Line::OverSteps if started || self.begun > 0 || self.led => {
                self.lead.push(Told::lead(block.row, By::Lead));
            }
            Line::Orders => self.push(block, By::StepParagraph),
            Line::Note | Line::Explains | Line::OverOutput | Line::OverSteps | Line::Says => {
                self.join(block.row);
            }
        }
    }

    /// Whether what begins so goes on with steps for another system than those before.
    fn is_for_others(&self, opening: &Systems) -> bool {
        let steps = !self.content.steps.is_empty();
        steps && !opening.is_empty() && !self.led_for.is_empty() && self.led_for != *opening
    }

    /// Code that is to be typed is a step with the line over it; what a machine shows is not.
    fn code(&mut self, block: &Block, before: &str) {
        let started = !self.content.steps.is_empty();
        if !self.lead.is_empty() {
            return self.push(block, By::StepCode);
        }
        let output = self.reader.lexicon.is_output(block, before);
        if started || output || self.listed {
            self.join(block.row);
        } else {
            self.push(block, By::StepCode);
        }
    }

    fn push(&mut self, block: &Block, by: By) {
        self.step(vec![Told::new(block.row, by)]);
    }

    /// A new step, with the line that leads to it.
    pub(crate) fn step(&mut self, mut rows: Vec<Told>) {
        rows.splice(0..0, self.lead.drain(..));
        self.content.steps.push(Step {
            rows,
            systems: self.systems.clone(),
        });
    }

    /// A line that led to no step is told where it stands.
    fn end_lead(&mut self) {
        for told in std::mem::take(&mut self.lead) {
            self.join(told.row);
        }
    }

    /// Adds a picture, code or a note to the step before it; before any step, to the reason.
    pub(crate) fn join(&mut self, row: usize) {
        if !self.lead.is_empty() {
            return self.lead.push(Told::new(row, By::JoinsStep));
        }
        match self.content.steps.last_mut() {
            Some(step) => step.rows.push(Told::new(row, By::JoinsStep)),
            None => self.content.reason.push(Told::new(row, By::BeforeSteps)),
        }
    }
}

/// Whether a block is a label or a heading that begins a new run.
fn is_label(block: &Block, lexicon: &Lexicon) -> bool {
    marks(block).is_empty()
        && (block.tag == "p" && is_label_line(block, lexicon) || is_heading(block))
}
