//! The author's marks: attributes that begin with `data-unstuck-`.
//!
//! Belongs here: finding and setting marks. Does not: what a mark means (see [`unstuck_core::guide`]).

use unstuck_core::guide::{Element, PREFIX};

/// `unstuck-author` sets it and takes it off.
pub use unstuck_core::guide::AT;

/// Full names and values of marks.
pub(crate) type Marks = Vec<(String, String)>;

/// A mark by its short name.
pub(crate) fn mark<'a>(marks: &'a [(String, String)], name: &str) -> Option<&'a str> {
    let found = marks
        .iter()
        .find(|(full, _)| full.strip_prefix(PREFIX) == Some(name))?;
    Some(&found.1)
}

/// The author's marks of an element, without [`AT`].
pub(crate) fn marks(element: &Element) -> Marks {
    let marks = element.attributes.iter();
    marks
        .filter(|(name, _)| name.starts_with(PREFIX) && name != AT)
        .cloned()
        .collect()
}

/// Sets a mark by its short name.
pub(crate) fn set_mark(element: &mut Element, name: &str, value: &str) {
    let full = format!("{PREFIX}{name}");
    element.attributes.retain(|(known, _)| *known != full);
    element.attributes.push((full, value.to_owned()));
}
