//! The table of an article that its author has marked wholly: the attributes decide, and no rule looks for fixes.
//!
//! Belongs here: what [`unstuck_core::guide::read`] makes of each block of such an article. Does not: articles that are
//! adopted (see `decide`).

use unstuck_core::guide::{Element, Node, PREFIX, is_inline, is_skipped};

use crate::content::role_of_marks;
use crate::dom::{is_heading, is_list, new_element, opens_with_heading, says};
use crate::machinery::{has_words, without_machinery};
use crate::marks::{Marks, mark, marks};
use crate::rules::By;
use crate::table::{Answer, Block, BlockRole, Table};

/// What becomes of each block of a wholly marked article.
#[must_use]
pub fn marked_table(article: &Element) -> Table {
    let title = article.attribute(&format!("{PREFIX}title"));
    let mut walk = Walk {
        table: Table::of(article, title.unwrap_or_default()),
        place: Place::Opening,
        first: true,
        fixes: 0,
        steps: 0,
    };
    walk.nodes(&article.children, &Marks::new());
    walk.table
}

/// Which section a block is in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Opening,
    Fix,
    Support,
    Other,
}

struct Walk {
    table: Table,
    place: Place,
    /// Whether no heading has come yet.
    first: bool,
    fixes: usize,
    /// How many steps the fix has.
    steps: usize,
}

impl Walk {
    /// Blocks in order; `pending` are the marks of a wrapper that opens with the heading to come.
    fn nodes(&mut self, nodes: &[Node], pending: &Marks) {
        let mut loose = Vec::new();
        for node in nodes {
            match node {
                Node::Element(element) if is_skipped(element) => {
                    if has_words(element) {
                        self.table.take_out(element.clone(), None, By::Machinery);
                    }
                }
                Node::Element(element) if !is_inline(&element.tag) => {
                    self.end_loose(&mut loose);
                    self.element(element, pending);
                }
                _ => loose.push(node.clone()),
            }
        }
        self.end_loose(&mut loose);
    }

    fn end_loose(&mut self, loose: &mut Vec<Node>) {
        let paragraph = new_element("p", std::mem::take(loose));
        if says(&paragraph) {
            self.block(&paragraph);
        }
    }

    fn element(&mut self, element: &Element, pending: &Marks) {
        let own = marks(element);
        if is_heading(element) {
            let mut all = own;
            all.extend(pending.iter().cloned());
            return self.heading(element, &all);
        }
        match element.tag.as_str() {
            "p" | "ul" | "ol" | "pre" | "table" => self.block(element),
            _ if own.is_empty() => self.nodes(&element.children, pending),
            _ if mark(&own, "tip").is_none() && opens_with_heading(element) => {
                self.nodes(&element.children, &own);
            }
            _ => self.block(element),
        }
    }

    fn heading(&mut self, element: &Element, marks: &Marks) {
        if !says(element) {
            return;
        }
        let row = self.add(element, None).row;
        let first = std::mem::take(&mut self.first);
        let has = |name: &str| mark(marks, name).is_some();
        let fix = !has("support")
            && ["id", "ask", "only-if", "risk", "wait", "verdict"]
                .iter()
                .any(|name| has(name));
        let answer = if first && marks.is_empty() {
            self.place = Place::Opening;
            Answer::new(BlockRole::Title, By::TitleHeading)
        } else if fix {
            self.place = Place::Fix;
            self.fixes += 1;
            self.steps = 0;
            Answer::of_fix(BlockRole::FixTitle, By::AuthorMark, self.fixes - 1)
        } else if has("support") {
            self.place = Place::Support;
            Answer::new(BlockRole::Support, By::AuthorMark)
        } else {
            self.place = Place::Other;
            Answer::new(BlockRole::LeftOut, By::NotMarked)
        };
        self.table.tell(row, answer);
    }

    fn add(&mut self, element: &Element, within: Option<usize>) -> Block {
        let mut machinery = Vec::new();
        let block = without_machinery(element.clone(), &mut machinery);
        let block = self.table.add(block, within);
        for (element, by) in machinery {
            self.table.take_out(element, Some(block.row), by);
        }
        block
    }

    fn block(&mut self, element: &Element) {
        let own = marks(element);
        let asks = mark(&own, "ask").is_some();
        if !says(element) && !asks {
            return;
        }
        let block = self.add(element, None);
        if mark(&own, "skip").is_some() {
            return self.table.leave_out(block.row, By::AuthorSkip);
        }
        let role = match role_of_marks(&own) {
            Some(role) => Some(role),
            None if asks => Some(BlockRole::Question),
            None => None,
        };
        if self.place == Place::Fix {
            return self.of_fix(&block, role);
        }
        let of_fixes = ["hint", "risk", "away"]
            .iter()
            .any(|name| mark(&own, name).is_some());
        let answer = match (role, self.place) {
            (Some(role), _) if !of_fixes => Answer::new(role, By::AuthorMark),
            (_, Place::Opening) => Answer::new(BlockRole::Introduction, By::Opening),
            (_, Place::Support) => Answer::new(BlockRole::Support, By::SupportSection),
            _ => Answer::new(BlockRole::LeftOut, By::NotMarked),
        };
        self.table.tell(block.row, answer);
    }

    fn of_fix(&mut self, block: &Block, role: Option<BlockRole>) {
        let fix = self.fixes - 1;
        let own = marks(block);
        let part = role.filter(|role| !matches!(role, BlockRole::Note));
        if let Some(role) = part.filter(|_| mark(&own, "ask").is_none()) {
            let answer = Answer::of_fix(role, By::AuthorMark, fix);
            return self.table.tell(block.row, answer);
        }
        if is_list(block) && mark(&own, "tip").is_none() {
            for child in &block.children {
                let Node::Element(item) = child else {
                    continue;
                };
                let item = self.table.add(item.clone(), Some(block.row));
                if mark(&marks(&item), "skip").is_some() {
                    self.table.leave_out(item.row, By::AuthorSkip);
                    continue;
                }
                if item.tag != "li" || !says(&item) {
                    self.table.leave_out(item.row, By::Machinery);
                    continue;
                }
                let answer = Answer {
                    item: Some(self.steps),
                    ..Answer::of_fix(BlockRole::Step, By::StepList, fix)
                };
                self.table.tell(item.row, answer);
                self.steps += 1;
            }
            return;
        }
        let answer = if self.steps == 0 {
            Answer::of_fix(BlockRole::Reason, By::BeforeSteps, fix)
        } else {
            Answer::of_fix(BlockRole::More, By::AfterSteps, fix)
        };
        self.table.tell(block.row, answer);
    }
}
