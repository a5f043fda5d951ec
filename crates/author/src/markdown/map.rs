//! Where things of the text that is parsed are in the file.
//!
//! Belongs here: offsets and lines. Does not: how lines come to be written in the place of others (`lines`).

use super::lines::{Place, starts};

/// Where the lines of the text that is parsed are in the file.
pub(super) struct Map {
    /// Where each line begins: in the file, before braces were cut out, and after.
    file: Vec<usize>,
    rewritten: Vec<usize>,
    parsed: Vec<usize>,
    places: Vec<Place>,
}

impl Map {
    /// Of a file, of what is written in its place, and of that without its braces.
    pub(super) fn new(file: &str, rewritten: &str, parsed: &str, places: Vec<Place>) -> Self {
        Self {
            file: starts(file),
            rewritten: starts(rewritten),
            parsed: starts(parsed),
            places,
        }
    }

    /// The line of an offset in the parsed text.
    pub(super) fn line_of(&self, offset: usize) -> usize {
        line_of(&self.parsed, offset)
    }

    /// Where a line of the parsed text is in it.
    pub(super) fn line(&self, number: usize) -> Option<(usize, Option<usize>)> {
        Some((
            *self.parsed.get(number)?,
            self.parsed.get(number + 1).copied(),
        ))
    }

    /// The offset in the file of one in the parsed text: braces were cut from the ends of lines.
    pub(super) fn in_file(&self, offset: usize) -> usize {
        self.of(&self.parsed, offset)
    }

    /// The offset in the file of one in the text that still has its braces.
    pub(super) fn of_rewritten(&self, offset: usize) -> usize {
        self.of(&self.rewritten, offset)
    }

    /// Where a line of the file begins.
    pub(super) fn begin_of(&self, line: usize) -> usize {
        self.file.get(line).copied().unwrap_or_default()
    }

    fn of(&self, lines: &[usize], offset: usize) -> usize {
        let line = line_of(lines, offset);
        let column = offset - lines.get(line).copied().unwrap_or(0);
        let place = self.places.get(line).copied().unwrap_or_default();
        self.begin_of(line) + place.column(column)
    }
}

fn line_of(lines: &[usize], offset: usize) -> usize {
    let after = lines.partition_point(|start| *start <= offset);
    after.saturating_sub(1)
}
