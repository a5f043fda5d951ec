//! Which edition a guide's words are of, where its author tells.
//!
//! Belongs here: what inherits it. Does not: which answers it makes count (`walk::changed`).

use super::Guide;

impl Guide {
    /// Gives each question, fix and step the edition of what it is in, where it has none of its own.
    pub fn hand_down_editions(&mut self) {
        let inherit = |own: &mut String, from: &str| {
            if own.is_empty() {
                from.clone_into(own);
            }
        };
        for question in &mut self.questions {
            inherit(&mut question.edition, &self.edition);
        }
        for fix in &mut self.fixes {
            inherit(&mut fix.edition, &self.edition);
            for step in &mut fix.steps {
                inherit(&mut step.edition, &fix.edition);
            }
        }
    }
}
