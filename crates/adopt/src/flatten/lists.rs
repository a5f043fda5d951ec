//! Lists, some of whose items are parts of the article.
//!
//! Belongs here: what becomes of each item. Does not: which items are titled (see `item_titles`).

use unstuck_core::guide::{Element, Node};

use super::{Builder, PseudoHeadings};
use crate::dom::{are_contents, has_heading, items, parts_of_list, says, text};
use crate::item_titles::{Titled, hold_problems};
use crate::lexicon::Role;
use crate::part::Part;
use crate::rules::By;

impl Builder<'_> {
    pub(super) fn list(&mut self, element: &Element) {
        let items = items(element);
        if items.iter().any(|item| has_heading(item)) {
            return self.flatten(&element.children);
        }
        if are_contents(&items) {
            return self.leave_out(element, By::Contents);
        }
        if !says(element) {
            return self.leave_out(element, By::Machinery);
        }
        // What a summary heads is one fix, whatever its list begins with.
        let folded = self.pseudo == PseudoHeadings::Grouped
            && matches!(self.parts.last(), Some(part) if part.heading.tag == "summary");
        // Orders under a kind of trouble are its steps; what goes wrong is one of it. "Is it on?" below a problem is to be looked at,
        // and then the next of them.
        let troubles = || {
            self.is_under(|title| self.lexicon.gathers_trouble(title))
                && self.lexicon.name_trouble(&items)
        };
        let checks = || {
            self.is_under(|title| self.lexicon.names_one_problem(title))
                && self.lexicon.ask_to_check(&items)
        };
        let problems = self.lists_problems
            && self.is_under(|title| self.lexicon.role(title) == Role::Plain)
            && hold_problems(&items, self.lexicon);
        let leads = || self.stands_in(&[PseudoHeadings::Leads]);
        if items.len() > 1 && !folded && (problems || leads() || troubles() || checks()) {
            let above = self.parts.last();
            let said = self.said.and_then(|at| above?.blocks.get(at));
            let before = said
                .map(|block| text(block))
                .unwrap_or_else(|| self.problem_over(above).to_owned());
            let over = above.map_or("", |part| &part.title);
            let titled = || self.lexicon.titled(element, &items, &before, over);
            if let Some(titled) = problems.then_some(Titled::BoldLine).or_else(titled) {
                for part in parts_of_list(element) {
                    match part {
                        Node::Element(item) if item.tag == "li" => {
                            let whole = || self.lexicon.split_whole(item);
                            let split = self.lexicon.split(item, titled);
                            if let Some((title, rest)) = split.or_else(whole) {
                                let at = self.parts.len();
                                self.heading(Part::PSEUDO_LEVEL, &title);
                                // What is bold below a title is a part of its fix.
                                let pseudo =
                                    std::mem::replace(&mut self.pseudo, PseudoHeadings::None);
                                self.flatten(&rest.children);
                                self.end_loose();
                                self.pseudo = pseudo;
                                if text(&rest) == text(item) {
                                    self.share_row(at);
                                }
                            } else {
                                self.flatten(&item.children);
                            }
                        }
                        other => self.flatten(std::slice::from_ref(other)),
                    }
                    self.end_loose();
                }
                self.behind = true;
                return;
            }
        }
        self.block(element.clone());
    }

    /// Has a title that its paragraph tells whole below it share that one's row.
    fn share_row(&mut self, part: usize) {
        if let Some(part) = self.parts.get_mut(part)
            && let Some(first) = part.blocks.first()
        {
            self.table.withdraw(part.heading.row);
            part.heading.row = first.row;
        }
    }
}
