//! Files that the server holds until a case, or the page itself, lets them go.

use super::{Fault, Site};
use crate::harness::hold;

/// By this a page lets go what is held.
pub const LET_GO: &str = "fetch(location.origin + '/-/release')";

impl Site {
    /// Lets go what is held, and holds nothing any more.
    pub fn release(&self) {
        hold(&self.rules)
            .faults
            .retain(|(_, fault)| !matches!(fault, Fault::Held));
        self.let_go.notify_waiters();
    }

    /// Has the page itself let go what is held, ten frames after this holds in it: what goes wrong in that state has been drawn by then.
    /// For a case that cannot look meanwhile, as the driver waits for the page's load event.
    pub fn release_once(&self, holds: &str) {
        self.script(&format!(
            "{{ const look = (left) => left ? requestAnimationFrame(() => look({holds} ? left - 1 : 10)) : {LET_GO}; look(10) }}"
        ));
    }

    /// The files that are held.
    pub fn held(&self) -> Vec<String> {
        let rules = hold(&self.rules);
        let held = rules
            .faults
            .iter()
            .filter(|(_, fault)| matches!(fault, Fault::Held));
        held.map(|(ending, _)| ending.clone()).collect()
    }
}
