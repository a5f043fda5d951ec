//! A fix's blocks as its reason, its steps and what is said after them.
//!
//! Belongs here: which paragraphs instruct, what is joined to the step before it. Does not: which blocks hold steps (see
//! `lists`), or which parts are fixes (see `classify`).

use unstuck_core::guide::{Element, Node};

use crate::dom::{bold_paragraph, find_tags, items, line_of, new_element, says, text};
use crate::flatten::is_bold_title;
use crate::lexicon::{Lexicon, Role, System};
use crate::marks::{Marks, marks};
use crate::outline::blocks_of;
use crate::sentences::sentences;
use crate::systems::Systems;
use crate::tabs::{TABS, panels};
use crate::word_lists::contains_phrase;

/// A step.
#[derive(Clone, Debug, Default)]
pub(crate) struct Step {
    /// What it holds.
    pub(crate) nodes: Vec<Node>,
    /// The author's marks on it.
    pub(crate) marks: Marks,
    /// The systems that it is for; empty: for any.
    pub(crate) systems: Systems,
}

/// A fix's content.
#[derive(Clone, Debug, Default)]
pub(crate) struct FixContent {
    /// Before the steps.
    pub(crate) reason: Vec<Element>,
    /// What to do.
    pub(crate) steps: Vec<Step>,
    /// After the steps.
    pub(crate) more: Vec<Element>,
    /// Parts with their own attributes: a risk, a hint.
    pub(crate) marked: Vec<Element>,
}

impl FixContent {
    /// Adds blocks that are for these systems, under a title if they have one. Each bold paragraph among them begins a new
    /// run of blocks.
    pub(crate) fn add(
        &mut self,
        blocks: &[Element],
        title: Option<&Element>,
        systems: &[&'static System],
        lexicon: &'static Lexicon,
    ) {
        let mut title = title;
        let mut start = 0;
        let mut skipped = false;
        let mut systems = systems.to_vec();
        for (at, block) in blocks.iter().enumerate() {
            if !is_label(block) || blocks.len() == at + 1 && !skipped {
                continue;
            }
            if !skipped {
                self.run(&blocks[start..at], title, &systems, lexicon);
            }
            let label = text(block);
            skipped = matches!(lexicon.role(&label), Role::Support | Role::Related);
            start = at + 1;
            let found = lexicon.systems_named(&label);
            title = Some(block);
            if !found.is_empty() {
                systems = found;
            }
        }
        if !skipped {
            self.run(&blocks[start..], title, &systems, lexicon);
        }
    }

    fn run(
        &mut self,
        blocks: &[Element],
        title: Option<&Element>,
        systems: &[&'static System],
        lexicon: &'static Lexicon,
    ) {
        let mut run = Run {
            listed: holds_list(blocks, lexicon),
            systems: systems.to_vec(),
            ..Run::of(lexicon)
        };
        let mut before = String::new();
        for (at, block) in blocks.iter().enumerate() {
            run.block(block, &before, blocks.get(at + 1));
            before = text(block);
        }
        let Run {
            mut reason,
            mut steps,
            mut more,
            mut marked,
            ..
        } = run;
        self.marked.append(&mut marked);
        if let Some(title) = title {
            reason.insert(0, bold_line(title));
        }
        // What introduces only these steps belongs to the first of them.
        if let Some(first) = steps
            .first_mut()
            .filter(|_| title.is_some() || !systems.is_empty())
        {
            wrap_loose(&mut first.nodes);
            let lead = reason.drain(..).map(Node::Element);
            first.nodes.splice(0..0, lead);
        }
        if self.steps.is_empty() {
            self.reason.append(&mut reason);
        } else {
            self.more.append(&mut reason);
        }
        self.steps.append(&mut steps);
        self.more.append(&mut more);
    }

    /// A fix needs a step: without one, all that it says from the first instruction on becomes a step.
    pub(crate) fn ensure_step(&mut self, lexicon: &Lexicon) {
        self.ensure_step_for(&[], lexicon);
    }

    fn ensure_step_for(&mut self, systems: &[&'static System], lexicon: &Lexicon) {
        if self.steps.is_empty() && !self.reason.is_empty() {
            let telling = self
                .reason
                .iter()
                .position(|block| lexicon.is_instructing(block))
                .unwrap_or(0);
            let nodes = self
                .reason
                .split_off(telling)
                .into_iter()
                .map(Node::Element);
            self.steps.push(Step {
                nodes: nodes.collect(),
                marks: Vec::new(),
                systems: systems.to_vec(),
            });
        }
    }
}

/// Blocks that are turned into steps one by one.
struct Run {
    lexicon: &'static Lexicon,
    reason: Vec<Element>,
    steps: Vec<Step>,
    more: Vec<Element>,
    marked: Vec<Element>,
    /// Whether lists hold its steps; paragraphs before the first list then only introduce it.
    listed: bool,
    systems: Systems,
}

impl Run {
    fn of(lexicon: &'static Lexicon) -> Self {
        Self {
            lexicon,
            reason: Vec::new(),
            steps: Vec::new(),
            more: Vec::new(),
            marked: Vec::new(),
            listed: false,
            systems: Systems::new(),
        }
    }

    fn block(&mut self, block: &Element, before: &str, next: Option<&Element>) {
        if !marks(block).is_empty() && !matches!(block.tag.as_str(), "ol" | "ul") {
            self.marked.push(block.clone());
            return;
        }
        let started = !self.steps.is_empty();
        match block.tag.as_str() {
            // An ordered list can go on after a note or a picture: then its items are steps, too.
            "ol" | "ul"
                if self.lexicon.holds_steps(block, before)
                    || block.tag == "ol" && started && self.listed =>
            {
                for item in items(block) {
                    if says(item) && !only_leads_on(item, self.lexicon) {
                        self.steps.push(Step {
                            nodes: item.children.clone(),
                            marks: marks(item),
                            systems: self.systems.clone(),
                        });
                    }
                }
            }
            TABS => self.tabs(block),
            "table" if self.lexicon.holds_steps(block, before) => self.rows(block),
            "p" => self.paragraph(block, next),
            "pre" | "figure" | "table" | "picture" if !started && !self.listed => self.push(block),
            "details" | "dl" | "blockquote" | "div" | "section" | "aside"
                if !started && !self.listed && self.lexicon.holds_steps(block, before) =>
            {
                self.push(block)
            }
            _ => self.join(block),
        }
    }

    fn paragraph(&mut self, block: &Element, next: Option<&Element>) {
        let words = text(block);
        // "On Windows:" over a list says for whom the next steps are.
        let label = words.trim_end().trim_end_matches(':');
        if next.is_some() && words.split(' ').count() < 8 {
            let found = self.lexicon.systems_named(label);
            if !found.is_empty() {
                self.systems = found;
                return;
            }
        }
        if only_leads_on(block, self.lexicon) {
            return;
        }
        // Directly before a list of steps, the paragraph only introduces it.
        let leads = words.trim_end().ends_with(':')
            && next.is_some_and(|next| {
                matches!(next.tag.as_str(), "ol" | "ul") && self.lexicon.holds_steps(next, &words)
            });
        if self.lexicon.is_instructing(block) && !leads && (!self.listed || !self.steps.is_empty())
        {
            self.push(block);
        } else {
            self.join(block);
        }
    }

    fn tabs(&mut self, block: &Element) {
        for (label, panel) in panels(block) {
            let found = self.lexicon.systems_named(label);
            let heading = new_element("p", vec![Node::Text(label.to_owned())]);
            let mut inner = FixContent::default();
            let systems = if found.is_empty() {
                self.systems.clone()
            } else {
                found
            };
            let blocks = blocks_of(panel, self.lexicon);
            let blocks: Vec<Element> = blocks.into_iter().map(|block| block.element).collect();
            inner.add(&blocks, Some(&heading), &systems, self.lexicon);
            inner.ensure_step_for(&systems, self.lexicon);
            self.steps.append(&mut inner.steps);
            if self.steps.is_empty() {
                self.reason.append(&mut inner.reason);
            } else {
                self.more.append(&mut inner.reason);
            }
            self.more.append(&mut inner.more);
        }
    }

    /// A table of what is seen and what helps: each row is a step.
    fn rows(&mut self, table: &Element) {
        let rows = find_tags(table, &["tr"]);
        for row in rows {
            let cells = find_tags(row, &["td"]);
            let [first, rest @ ..] = cells.as_slice() else {
                continue;
            };
            let mut nodes = vec![Node::Element(bold_line(first))];
            for cell in rest {
                let mut inner = cell.children.clone();
                wrap_loose(&mut inner);
                nodes.append(&mut inner);
            }
            self.steps.push(Step {
                nodes,
                marks: Vec::new(),
                systems: self.systems.clone(),
            });
        }
    }

    fn push(&mut self, block: &Element) {
        let nodes = if block.tag == "p" {
            block.children.clone()
        } else {
            vec![Node::Element(block.clone())]
        };
        self.steps.push(Step {
            nodes,
            marks: marks(block),
            systems: self.systems.clone(),
        });
    }

    /// Adds a picture, code or a note to the step before it; before any step, to the reason.
    fn join(&mut self, block: &Element) {
        match self.steps.last_mut() {
            Some(step) => {
                wrap_loose(&mut step.nodes);
                step.nodes.push(Node::Element(block.clone()));
            }
            None => self.reason.push(block.clone()),
        }
    }
}

fn holds_list(blocks: &[Element], lexicon: &Lexicon) -> bool {
    let mut before = String::new();
    blocks.iter().any(|block| {
        let found =
            matches!(block.tag.as_str(), "ul" | "ol" | TABS) && lexicon.holds_steps(block, &before);
        before = text(block);
        found
    })
}

/// Whether a block is a bold paragraph that begins a new run.
fn is_label(block: &Element) -> bool {
    block.tag == "p" && marks(block).is_empty() && is_bold_title(block)
}

/// Whether a block only sends the reader to the next fix; the guide's verdict does that.
fn only_leads_on(block: &Element, lexicon: &Lexicon) -> bool {
    let text = text(block).to_lowercase();
    text.len() < 160
        && sentences(&text).count() == 1
        && (text.starts_with("if ")
            || text.starts_with("we recommend ")
            || text.starts_with("otherwise"))
        && contains_phrase(&text, &lexicon.onward)
}

/// Loose words at the beginning become a paragraph, so that blocks can follow.
fn wrap_loose(nodes: &mut Vec<Node>) {
    let block = |node: &Node| matches!(node, Node::Element(inner) if matches!(inner.tag.as_str(), "p" | "ul" | "ol" | "pre" | "table" | "div" | "figure" | "blockquote" | "dl" | "details" | "section" | "aside"));
    let end = nodes.iter().position(block).unwrap_or(nodes.len());
    if end == 0 {
        return;
    }
    let rest = nodes.split_off(end);
    let loose = std::mem::replace(nodes, rest);
    let paragraph = new_element("p", loose);
    if says(&paragraph) {
        nodes.insert(0, Node::Element(paragraph));
    }
}

/// An element's words as a bold paragraph.
fn bold_line(element: &Element) -> Element {
    bold_paragraph(&line_of(element))
}
