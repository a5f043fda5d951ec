//! What has to be known of the whole article before any of it is written plainly.
//!
//! Belongs here: what is known. Does not: how it is found (`survey`), or what is made of it.

use std::collections::BTreeSet;

use unstuck_core::guide::Element;

use crate::lexicon::Lexicon;

/// What is known of an article.
pub(super) struct Page<'a> {
    pub(super) lexicon: &'static Lexicon,
    /// The ids of what a control opens.
    pub(super) controlled: BTreeSet<&'a str>,
    /// The ids of headings and controls, by which what they open is labelled.
    pub(super) headers: BTreeSet<&'a str>,
    /// The ids of the boxes whose labels can open something.
    pub(super) boxes: BTreeSet<&'a str>,
    /// The heading that was met last.
    pub(super) last: Option<&'a Element>,
    /// Where the headings are that a lower one follows.
    pub(super) over: BTreeSet<*const Element>,
    /// In how many sections the outermost heading of the first level stands.
    pub(super) outermost: Option<usize>,
}
