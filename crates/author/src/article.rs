//! What the browser's file reader takes of a file: its article.
//!
//! Belongs here: which problems keep readers from a guide. Does not: problems reported to authors only (`diagnose`).

use unstuck_adopt::{Table, sanitize};
use unstuck_core::guide::Element;

use crate::diagnose;
use crate::diagnostic::{Diagnostic, Severity, located_in};
use crate::format::Format;
use crate::load::{Readers, load_with, without_bom};

/// The article of a file, as it may stand in a page. Where it is not wholly marked it is still to be adopted: that takes
/// another module, so that what reads files need not hold both.
///
/// # Errors
/// Every problem that keeps it from being a sound guide, with its location. What `diagnose` warns of beyond that is for
/// authors, and keeps no reader from the guide.
pub fn article(format: Format, text: &str) -> Result<Element, Vec<Diagnostic>> {
    let text = without_bom(text);
    let readers = Readers {
        adopt: |_| (Table::default(), Err(Vec::new()), None),
        marked: |_| Table::default(),
        find: |_, _, _| Vec::new(),
    };
    let loaded = load_with(format, text, &readers);
    let mut found = Vec::new();
    if let Some(guide) = &loaded.guide {
        diagnose::sound(guide, &loaded.locations, &mut found);
    }
    diagnose::report(&loaded.bad_values, &loaded.locations, &mut found);
    let mut diagnostics = located_in(found, text);
    let errors = loaded.diagnostics.into_iter();
    diagnostics.extend(errors.filter(|found| found.severity == Severity::Error));
    if diagnostics.is_empty() {
        Ok(sanitize(&loaded.article))
    } else {
        Err(diagnostics)
    }
}
