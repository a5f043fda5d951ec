//! Where things are in a file: offsets, lines and columns, and the parts of a guide.
//!
//! Belongs here: how a guide's part is found again in the tree that it was read from. Does not: what is wrong with it.

use std::collections::HashMap;

use unstuck_core::guide::{Element, Guide, Node, PREFIX, Part};

/// The attribute by which a source hands over an element's offset; it is taken off before the tree is read.
pub(super) const AT: &str = unstuck_adopt::AT;

/// A location in a file, as editors count: from 1, columns in characters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct Location {
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
}

/// Where the parts of a guide are, as byte offsets into its file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Locations {
    /// The article, or the whole.
    pub guide: usize,
    /// The opening questions, in order.
    pub questions: Vec<usize>,
    /// The notes, in order.
    pub notes: Vec<usize>,
    /// The fixes, in order.
    pub fixes: Vec<usize>,
    /// The steps of each fix.
    pub steps: Vec<Vec<usize>>,
}

/// Line and column of an offset.
pub(super) fn locate(text: &str, offset: usize) -> Location {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    let before = &text[..offset];
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    Location {
        line: before.matches('\n').count() + 1,
        column: before[start..].chars().count() + 1,
    }
}

/// Where the lines of a text begin: for many places in one text.
pub(super) struct Lines<'t> {
    text: &'t str,
    starts: Vec<usize>,
}

impl<'t> Lines<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        let ends = text.match_indices('\n').map(|(at, _)| at + 1);
        Self {
            text,
            starts: std::iter::once(0).chain(ends).collect(),
        }
    }

    /// Line and column of an offset.
    pub(super) fn locate(&self, offset: usize) -> Location {
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = self.starts.get(line.saturating_sub(1)).copied();
        let before = self.text.get(start.unwrap_or(0)..offset);
        Location {
            line: line.max(1),
            column: before.map_or(0, |before| before.chars().count()) + 1,
        }
    }
}

/// The line an offset is on.
pub(super) fn line_at(text: &str, offset: usize) -> &str {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    let start = text[..offset].rfind('\n').map_or(0, |end| end + 1);
    let end = text[offset..]
        .find('\n')
        .map_or(text.len(), |end| offset + end);
    text[start..end].trim_end_matches('\r')
}

/// Takes the offsets off a tree: one for each element, in the order of the text.
pub(super) fn take_offsets(article: &mut Element) -> Vec<usize> {
    fn take(element: &mut Element, before: usize, out: &mut Vec<usize>) {
        let mut own = before;
        element.attributes.retain(|(name, value)| {
            if name == AT {
                own = value.parse().unwrap_or(before);
            }
            name != AT
        });
        out.push(own);
        for child in &mut element.children {
            if let Node::Element(inner) = child {
                take(inner, own, out);
            }
        }
    }
    let mut out = Vec::new();
    take(article, 0, &mut out);
    out
}

/// Puts offsets back onto the elements that they were taken from.
pub(super) fn put_offsets(article: &mut Element, offsets: &[usize]) {
    fn put(element: &mut Element, offsets: &mut std::slice::Iter<'_, usize>) {
        if let Some(offset) = offsets.next() {
            element.attributes.push((AT.to_owned(), offset.to_string()));
        }
        for child in &mut element.children {
            if let Node::Element(inner) = child {
                put(inner, offsets);
            }
        }
    }
    put(article, &mut offsets.iter());
}

/// An element with its offset and words, as the search for a part needs it.
pub(super) struct Spot<'a> {
    pub(super) element: &'a Element,
    pub(super) offset: usize,
}

/// Every element of a tree with its offset, in order.
pub(super) fn spots<'a>(article: &'a Element, offsets: &[usize]) -> Vec<Spot<'a>> {
    fn gather<'a>(element: &'a Element, offsets: &[usize], out: &mut Vec<Spot<'a>>) {
        let offset = offsets.get(out.len()).copied().unwrap_or_default();
        out.push(Spot { element, offset });
        for child in &element.children {
            if let Node::Element(inner) = child {
                gather(inner, offsets, out);
            }
        }
    }
    let mut out = Vec::new();
    gather(article, offsets, &mut out);
    out
}

/// The letters and figures of an element's words: white space and markup differ, these do not.
pub(super) fn letters(element: &Element) -> String {
    fn gather(element: &Element, out: &mut String) {
        push(element.attribute("alt").unwrap_or_default(), out);
        for child in &element.children {
            match child {
                Node::Text(text) => push(text, out),
                Node::Element(inner) => gather(inner, out),
            }
        }
    }
    let mut out = String::new();
    gather(element, &mut out);
    out
}

fn push(text: &str, out: &mut String) {
    out.extend(text.chars().filter(|c| c.is_alphanumeric()));
}

/// The letters and figures of a text.
pub(super) fn only_letters(text: &str) -> String {
    let mut out = String::new();
    push(text, &mut out);
    out
}

/// Finds words one after the other: the next that say the same, else the place found last.
struct Search {
    places: HashMap<String, Vec<usize>>,
    last: Option<usize>,
}

impl Search {
    fn of(all: impl Iterator<Item = (String, usize)>) -> Self {
        let mut places: HashMap<String, Vec<usize>> = HashMap::new();
        for (words, place) in all {
            places.entry(words).or_default().push(place);
        }
        Self { places, last: None }
    }

    fn next(&mut self, words: &str) -> Option<usize> {
        if let Some(places) = self.places.get(words) {
            let after = places.partition_point(|place| Some(*place) <= self.last);
            self.last = places.get(after).copied().or(self.last);
        }
        self.last
    }
}

impl Locations {
    /// The offset of a part; that of the guide if unknown.
    #[must_use]
    pub fn offset_of(&self, part: Part) -> usize {
        let found = match part {
            Part::Guide => None,
            Part::Question(place) => self.questions.get(place),
            Part::Note(place) => self.notes.get(place),
            Part::Fix(place) => self.fixes.get(place),
            Part::Step(fix, step) => self.steps.get(fix).and_then(|steps| steps.get(step)),
        };
        found.copied().unwrap_or(self.guide)
    }

    /// Finds a guide's parts in the tree it was read from: in order, by id or words.
    pub(super) fn of_tree(guide: &Guide, article: &Element, offsets: &[usize]) -> Self {
        let spots = spots(article, offsets);
        let mark = |spot: &Spot<'_>, name: &str| {
            spot.element
                .attribute(&format!("{PREFIX}{name}"))
                .map(str::to_owned)
        };
        let mut locations = Self {
            guide: offsets.first().copied().unwrap_or_default(),
            ..Self::default()
        };
        let mut asked = Search::of(
            spots
                .iter()
                .enumerate()
                .filter_map(|(place, spot)| Some((mark(spot, "ask")?, place))),
        );
        for question in &guide.questions {
            let at = asked.next(&question.ask).unwrap_or(0);
            locations
                .questions
                .push(spots.get(at).map_or(locations.guide, |spot| spot.offset));
        }
        let notes = spots.iter().filter(|spot| mark(spot, "note").is_some());
        locations.notes = notes.map(|spot| spot.offset).collect();
        locations.notes.resize(guide.notes.len(), locations.guide);

        // One pass over the headings and items, each visited once.
        let headings = spots.iter().enumerate();
        let mut headings = Search::of(
            headings
                .filter(|(_, spot)| matches!(spot.element.tag.as_bytes(), [b'h', b'1'..=b'6']))
                .map(|(place, spot)| (letters(spot.element), place)),
        );
        let fixes = guide.fixes.iter();
        let starts: Vec<usize> = fixes
            .map(|fix| headings.next(&only_letters(&fix.title)).unwrap_or(0))
            .collect();
        let mut ends = vec![spots.len(); starts.len()];
        for at in (1..starts.len()).rev() {
            ends[at - 1] = if starts[at] > starts[at - 1] {
                starts[at]
            } else {
                ends[at]
            };
        }
        for ((fix, start), end) in guide.fixes.iter().zip(&starts).zip(ends) {
            locations.fixes.push(
                spots
                    .get(*start)
                    .map_or(locations.guide, |spot| spot.offset),
            );
            let mut known: HashMap<String, usize> = HashMap::new();
            for spot in spots.get(*start..end).unwrap_or_default() {
                if spot.element.tag == "li" {
                    let key = mark(spot, "id").filter(|id| !id.is_empty());
                    let key = key.map_or_else(|| letters(spot.element), |id| format!("#{id}"));
                    // Of two, the later is reported: it is the one to change.
                    known.insert(key, spot.offset);
                }
            }
            let own = locations.fixes.last().copied().unwrap_or_default();
            let steps = fix.steps.iter().map(|step| {
                let words: String = step
                    .passages
                    .iter()
                    .map(|passage| only_letters(&passage.plain()))
                    .collect();
                known
                    .get(&format!("#{}", step.id))
                    .or_else(|| known.get(&words))
                    .copied()
                    .unwrap_or(own)
            });
            locations.steps.push(steps.collect());
        }
        locations
    }
}
