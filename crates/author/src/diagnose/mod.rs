//! All diagnostics about a file.
//!
//! Belongs here: which checks run, and what [`unstuck_core::guide::check`] finds, with its location. Does not: the checks
//! themselves beyond that, each in its own file, or how diagnostics are printed (the command does that).

mod attributes;
mod duplicates;
mod plain;
mod reachability;

use unstuck_core::guide::{Guide, Problem, check, is_bound, slug};

use crate::diagnostic::{Diagnostic, located_in};
use crate::format::Format;
use crate::load::{Loaded, load, without_bom};
use crate::location::Locations;

/// Reads a file and finds everything that is wrong with it, in the order of the file.
#[must_use]
pub fn diagnose(format: Format, text: &str) -> Loaded {
    let text = without_bom(text);
    let mut loaded = load(format, text);
    loaded.diagnostics.append(&mut loaded.foreign);
    let mut found = Vec::new();
    let mut hints = Vec::new();
    if let Some(guide) = &loaded.guide {
        sound(guide, &loaded.locations, &mut found);
        if found.iter().any(|found| is_bound(found.rule)) {
            loaded.guide = None;
            loaded.diagnostics.extend(located_in(found, text));
            return loaded;
        }
        duplicates::check(guide, &loaded.locations, &mut found);
        reachability::check(guide, &loaded.locations, &mut found);
        if guide.id.is_empty() {
            let name = proposed_id(guide);
            found.push(Diagnostic::warning(
                "unnamed",
                loaded.locations.guide,
                "the guide is not named; its readers' progress is lost when the page moves",
                &match format {
                    Format::Markdown => format!("add {{#{name}}} to its title"),
                    Format::Json => format!("add \"id\": \"{name}\""),
                    Format::Html => format!("add data-unstuck-guide=\"{name}\" to the article"),
                },
            ));
        }
        plain::check(guide, &loaded.locations, &mut hints);
        if guide.support.is_none() {
            found.push(Diagnostic::warning(
                "no-support",
                loaded.locations.guide,
                "nothing says what to do when the fixes run out",
                "end the guide with a section marked `support`: whom to ask, and what to have ready",
            ));
        }
    }
    let (source, offsets) = loaded.source();
    attributes::check(source, offsets, text, &mut found);
    // In the other formats a picture always has them, if only empty ones.
    if let Some(offsets) = offsets {
        attributes::pictures(source, offsets, &mut hints);
    }
    loaded.diagnostics.extend(located_in(found, text));
    // Apart from the rest, of which they could take the room.
    loaded.diagnostics.extend(located_in(hints, text));
    loaded
        .diagnostics
        .sort_by_key(|problem| (problem.offset, problem.severity));
    loaded.diagnostics.dedup();
    loaded
}

/// A name for a guide that has none, from its title.
pub(crate) fn proposed_id(guide: &Guide) -> String {
    match slug(&guide.title, 40) {
        id if id.is_empty() => "guide".to_owned(),
        id => id,
    }
}

/// The problems found by the guide's check, with locations.
pub(super) fn sound(guide: &Guide, locations: &Locations, out: &mut Vec<Diagnostic>) {
    report(&check(guide), locations, out);
}

/// Problems of a guide, with locations.
pub(super) fn report(problems: &[Problem], locations: &Locations, out: &mut Vec<Diagnostic>) {
    for problem in problems {
        let at = locations.offset_of(problem.part);
        out.push(Diagnostic::of(problem, at));
    }
}
