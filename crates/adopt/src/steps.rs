//! A fix's blocks as its reason, its steps and what is said after them.
//!
//! Belongs here: which lists are steps, which paragraphs instruct, what is joined to the step before it. Does not: which
//! parts are fixes (see `choose`).

use unstuck_core::guide::{Element, Node};

use super::outline::{TAB, TABS, admonition, bold, find, items, says, text};
use super::words::{self, Role};

/// What a block is as a list of steps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Lists {
    /// It tells what to do, item by item.
    pub(super) steps: bool,
}

impl Lists {
    /// Judges a block by its items and the paragraph before it.
    pub(super) fn of(block: &Element, before: &str) -> Self {
        let steps = match block.tag.as_str() {
            "ul" | "ol" => list_of_steps(block, before),
            "table" => table_of_remedies(block),
            "dl" => instructing(block).instructing > 0,
            TABS => {
                let mut panels = Vec::new();
                find(block, &|inner| inner.tag == TAB, &mut panels);
                panels.iter().any(|panel| {
                    any_block(&blocks_of(panel), |inner, before| {
                        Self::of(inner, before).steps || inner.tag == "p" && tells(inner)
                    })
                })
            }
            "details" | "div" | "section" | "aside" | "blockquote"
                if admonition(block) != Some("warning") =>
            {
                let mut lists = Vec::new();
                find(block, &|inner| inner.tag == "ol", &mut lists);
                lists.iter().any(|list| list_of_steps(list, ""))
            }
            _ => false,
        };
        Self { steps }
    }
}

/// The block elements in an element.
fn blocks_of(element: &Element) -> Vec<Element> {
    let mut parts = super::outline::outline(element, super::outline::Pseudo::None);
    std::mem::take(&mut parts[0].blocks)
}

fn list_of_steps(list: &Element, before: &str) -> bool {
    if super::outline::mark(&list.attributes, "steps").is_some() {
        return true;
    }
    let items = items(list);
    let lead = words::sentences(before)
        .last()
        .unwrap_or_default()
        .to_lowercase();
    let names = [
        "symptom",
        "following error",
        "following message",
        "error message",
        "one of these error",
        "similar to",
        "such as",
        "for example",
        "following issues",
        "following problems",
        "caused by",
        "causes:",
        "reasons:",
        "because of",
        "due to",
        "following reasons",
        "may occur",
        "can occur",
        "happens when",
        "occurs when",
        "occur if",
        "if any of",
        "following information",
        "following details",
        "following conditions",
    ];
    if lead.ends_with(':')
        && names.iter().any(|name| lead.contains(name))
        && !words::instructs(&lead)
    {
        return false;
    }
    let telling = items.iter().filter(|item| tells(item)).count();
    if list.tag == "ol" {
        telling * 4 >= items.len() && telling > 0
    } else {
        let hinting = items
            .iter()
            .filter(|item| tells(item) || words::hints(&text(item)))
            .count();
        (telling * 2 >= items.len() || telling * 4 >= items.len() && hinting * 2 >= items.len() || hinting * 4 >= items.len() * 3) && hinting > 0
            // "Download one of these" and "do the following" make steps of what is named.
            || lead.ends_with(':') && words::instructs(&lead) && telling > 0
    }
}

fn table_of_remedies(table: &Element) -> bool {
    let mut rows = Vec::new();
    find(table, &|inner| inner.tag == "tr", &mut rows);
    let mut body = 0;
    let telling = rows
        .iter()
        .filter(|row| {
            let mut cells = Vec::new();
            find(row, &|inner| inner.tag == "td", &mut cells);
            body += usize::from(!cells.is_empty());
            cells.len() > 1 && cells.iter().skip(1).any(|cell| tells(cell))
        })
        .count();
    telling * 2 >= body && telling > 0
}

/// Whether any sentence of an element tells to do something.
pub(super) fn tells(element: &Element) -> bool {
    let text = text(element);
    words::sentences(&text).any(words::instructs) || menu_path(element)
}

/// Bold items parted by `>` or `›`, or an arrow: where to go.
fn menu_path(element: &Element) -> bool {
    let mut bold = Vec::new();
    find(
        element,
        &|inner| matches!(inner.tag.as_str(), "b" | "strong"),
        &mut bold,
    );
    bold.iter().any(|inner| {
        text(inner).contains([' ']) && text(inner).contains([['>', '›', '→'][0], '›', '→'])
    })
}

/// Sentences of a block, and those that tell to do something.
pub(super) fn instructing(block: &Element) -> Tally {
    let mut tally = Tally::default();
    if matches!(block.tag.as_str(), "pre" | "figure") {
        return tally;
    }
    let text = text(block);
    for sentence in words::sentences(&text) {
        tally.sentences += 1;
        if words::instructs(sentence) {
            tally.instructing += 1;
        } else if words::hints(sentence) {
            tally.hinting += 1;
        }
    }
    tally
}

/// Sentences by what they do.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Tally {
    /// All of them.
    pub(super) sentences: usize,
    /// Those that tell to do something.
    pub(super) instructing: usize,
    /// Those that only point at something to do.
    pub(super) hinting: usize,
}

/// A step to be.
#[derive(Clone, Debug, Default)]
pub(super) struct Step {
    /// What it holds.
    pub(super) nodes: Vec<Node>,
    /// The author's marks on it.
    pub(super) marks: Vec<(String, String)>,
    /// The systems that it is for; any, where there is none.
    pub(super) systems: Vec<&'static str>,
}

/// A fix's content.
#[derive(Clone, Debug, Default)]
pub(super) struct Content {
    /// Before the steps.
    pub(super) reason: Vec<Element>,
    /// What to do.
    pub(super) steps: Vec<Step>,
    /// After the steps.
    pub(super) more: Vec<Element>,
    /// Parts with marks of their own: a risk, a hint.
    pub(super) marked: Vec<Element>,
}

impl Content {
    /// Adds blocks, for these systems, under a title of their own where there is one. Bold paragraphs among them begin runs
    /// of their own.
    pub(super) fn add(
        &mut self,
        blocks: &[Element],
        title: Option<&Element>,
        systems: &[&'static str],
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
                self.run(&blocks[start..at], title, &systems);
            }
            let label = text(block);
            skipped = matches!(words::role(&label), Role::Support | Role::Beside);
            start = at + 1;
            let found = words::systems(&label);
            title = Some(block);
            if !found.is_empty() {
                systems = found;
            }
        }
        if !skipped {
            self.run(&blocks[start..], title, &systems);
        }
    }

    fn run(&mut self, blocks: &[Element], title: Option<&Element>, systems: &[&'static str]) {
        let mut run = Run {
            listed: holds_list(blocks),
            systems: systems.to_vec(),
            ..Run::default()
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
            reason.insert(0, strong(title));
        }
        // What stands over some steps alone belongs to the first of them.
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

    /// A fix without a step is none: all that it says becomes one.
    pub(super) fn settle(&mut self) {
        self.settle_for(&[]);
    }

    fn settle_for(&mut self, systems: &[&'static str]) {
        if self.steps.is_empty() && !self.reason.is_empty() {
            let telling = self.reason.iter().position(tells).unwrap_or(0);
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

/// A run of blocks on its way to steps.
#[derive(Default)]
struct Run {
    reason: Vec<Element>,
    steps: Vec<Step>,
    more: Vec<Element>,
    marked: Vec<Element>,
    /// Whether lists hold its steps; paragraphs before them then only lead to them.
    listed: bool,
    systems: Vec<&'static str>,
}

impl Run {
    fn block(&mut self, block: &Element, before: &str, next: Option<&Element>) {
        if !super::outline::marks(block).is_empty() && !matches!(block.tag.as_str(), "ol" | "ul") {
            self.marked.push(block.clone());
            return;
        }
        let started = !self.steps.is_empty();
        match block.tag.as_str() {
            // An ordered list goes on after what parts it: then all of them are steps.
            "ol" | "ul"
                if Lists::of(block, before).steps
                    || block.tag == "ol" && started && self.listed =>
            {
                for item in items(block) {
                    if says(item) && !leads_on(item) {
                        self.steps.push(Step {
                            nodes: item.children.clone(),
                            marks: super::outline::marks(item),
                            systems: self.systems.clone(),
                        });
                    }
                }
            }
            TABS => self.tabs(block),
            "table" if Lists::of(block, before).steps => self.rows(block),
            "p" => self.paragraph(block, next),
            "pre" | "figure" | "table" | "picture" if !started && !self.listed => self.push(block),
            "details" | "dl" | "blockquote" | "div" | "section" | "aside"
                if !started && !self.listed && Lists::of(block, before).steps =>
            {
                self.push(block)
            }
            _ => self.join(block),
        }
    }

    fn paragraph(&mut self, block: &Element, next: Option<&Element>) {
        let words_of = text(block);
        // "On Windows:" over a list is whom the next steps are for.
        let label = words_of.trim_end().trim_end_matches(':');
        if next.is_some() && words_of.split(' ').count() < 8 {
            let found = words::systems(label);
            if !found.is_empty() {
                self.systems = found;
                return;
            }
        }
        if leads_on(block) {
            return;
        }
        // Over a list that follows, the paragraph only leads to it.
        let leads = words_of.trim_end().ends_with(':')
            && next.is_some_and(|next| {
                matches!(next.tag.as_str(), "ol" | "ul") && Lists::of(next, &words_of).steps
            });
        if tells(block) && !leads && (!self.listed || !self.steps.is_empty()) {
            self.push(block);
        } else {
            self.join(block);
        }
    }

    fn tabs(&mut self, block: &Element) {
        let mut panels = Vec::new();
        find(block, &|inner| inner.tag == TAB, &mut panels);
        for panel in panels {
            let label = panel.attribute("title").unwrap_or_default();
            let found = words::systems(label);
            let heading = Element {
                tag: "p".into(),
                attributes: Vec::new(),
                children: vec![Node::Text(label.to_owned())],
            };
            let mut inner = Content::default();
            let systems = if found.is_empty() {
                self.systems.clone()
            } else {
                found
            };
            inner.add(&blocks_of(panel), Some(&heading), &systems);
            inner.settle_for(&systems);
            self.steps.append(&mut inner.steps);
            if self.steps.is_empty() {
                self.reason.append(&mut inner.reason);
            } else {
                self.more.append(&mut inner.reason);
            }
            self.more.append(&mut inner.more);
        }
    }

    /// A table of what is seen and what helps: each row a step of its own.
    fn rows(&mut self, table: &Element) {
        let mut rows = Vec::new();
        find(table, &|inner| inner.tag == "tr", &mut rows);
        for row in rows {
            let mut cells = Vec::new();
            find(row, &|inner| inner.tag == "td", &mut cells);
            let [first, rest @ ..] = cells.as_slice() else {
                continue;
            };
            let mut nodes = vec![Node::Element(strong(first))];
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
            marks: super::outline::marks(block),
            systems: self.systems.clone(),
        });
    }

    /// What belongs to the step before it: its picture, its code, a note; before any step, to the reason.
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

/// Whether any block fits, looked at with the words before it.
pub(super) fn any_block(blocks: &[Element], fits: impl Fn(&Element, &str) -> bool) -> bool {
    let mut before = String::new();
    blocks.iter().any(|block| {
        let found = fits(block, &before);
        before = text(block);
        found
    })
}

fn holds_list(blocks: &[Element]) -> bool {
    any_block(blocks, |block, before| {
        matches!(block.tag.as_str(), "ul" | "ol" | TABS) && Lists::of(block, before).steps
    })
}

/// A bold paragraph that begins a run of its own within a fix.
fn is_label(block: &Element) -> bool {
    block.tag == "p" && super::outline::marks(block).is_empty() && super::outline::bold_title(block)
}

/// Words that only lead to the next fix; the guide's verdict does that.
fn leads_on(block: &Element) -> bool {
    let text = text(block).to_lowercase();
    let onward = [
        "next method",
        "next step",
        "next section",
        "next solution",
        "next option",
        "next fix",
        "next troubleshooting step",
        "following section",
        "references\" section",
        "settings next",
    ];
    text.len() < 160
        && words::sentences(&text).count() == 1
        && (text.starts_with("if ")
            || text.starts_with("we recommend ")
            || text.starts_with("otherwise"))
        && onward.iter().any(|words| text.contains(words))
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
    let paragraph = Element {
        tag: "p".into(),
        attributes: Vec::new(),
        children: loose,
    };
    if says(&paragraph) {
        nodes.insert(0, Node::Element(paragraph));
    }
}

/// An element's words as a bold paragraph.
fn strong(element: &Element) -> Element {
    bold(&text(element).replace('\n', " "))
}
