//! Lines of Markdown, and the lines that are written in their place.
//!
//! Belongs here: indentation, fences, and where each new line comes from. Does not: any syntax of other tools (`blocks`).

use std::borrow::Cow;

/// Where a new line comes from: so many bytes at its beginning stand for so many in the file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    written: usize,
    read: usize,
}

impl Place {
    /// The column in the file of one in the new line.
    pub(super) fn column(self, written: usize) -> usize {
        match written.checked_sub(self.written) {
            Some(after) => self.read + after,
            None => written.min(self.read),
        }
    }
}

/// The new lines.
#[derive(Default)]
pub(super) struct Lines {
    lines: Vec<String>,
    pub(super) places: Vec<Place>,
    /// Which of them are code.
    pub(super) code: Vec<bool>,
}

impl Lines {
    /// A new line for one of so many bytes: the prefix, then what is the end of the old one, or written in its place.
    pub(super) fn push(&mut self, prefix: &str, content: &str, bytes: usize) {
        let line = format!("{prefix}{content}");
        let line = if content.is_empty() {
            line.trim_end().to_owned()
        } else {
            line
        };
        self.places.push(Place {
            written: prefix.len().min(line.len()),
            read: bytes.saturating_sub(content.len()),
        });
        self.lines.push(line);
        self.code.push(false);
    }

    /// The same for a line of code.
    pub(super) fn push_code(&mut self, prefix: &str, content: &str, bytes: usize) {
        self.push(prefix, content, bytes);
        if let Some(last) = self.code.last_mut() {
            *last = true;
        }
    }

    pub(super) fn replace_last(&mut self, prefix: &str, content: &str) {
        if let Some(last) = self.lines.last_mut() {
            *last = format!("{prefix}{content}");
        }
    }

    fn is_blank(line: &str) -> bool {
        line.trim_matches([' ', '\t', '>']).is_empty()
    }

    /// Whether nothing stands on the line before.
    pub(super) fn after_blank(&self) -> bool {
        self.lines.last().is_none_or(|line| Self::is_blank(line))
    }

    /// Empties the lines up to the last empty one.
    pub(super) fn blank_block(&mut self) {
        let block = self
            .lines
            .iter_mut()
            .rev()
            .take_while(|line| !Self::is_blank(line));
        block.for_each(String::clear);
    }

    /// Writes on the empty line before the last block.
    pub(super) fn before_block(&mut self, words: &str) {
        let before = self
            .lines
            .iter_mut()
            .rev()
            .find(|line| Self::is_blank(line));
        if let Some(before) = before {
            words.clone_into(before);
        }
    }

    /// Adds to the line before, where it is a heading.
    pub(super) fn onto_heading(&mut self, words: &str) {
        if let Some(last) = self
            .lines
            .last_mut()
            .filter(|line| line.trim_start_matches([' ', '>']).starts_with('#'))
        {
            last.push_str(words);
        }
    }

    /// Takes the empty lines at the end out of what has ended, down to the line that began it, and ends code on the first of them.
    pub(super) fn leave(&mut self, begun: usize, outer: &str, fence: Option<&str>) {
        let blank = self.lines.iter_mut().skip(begun + 1).rev();
        let blank = blank.take_while(|line| Self::is_blank(line));
        let mut last = None;
        for line in blank {
            outer.trim_end().clone_into(line);
            last = Some(line);
        }
        if let (Some(line), Some(fence)) = (last, fence) {
            *line = format!("{outer}{fence}");
        }
    }

    /// All of them as a text.
    pub(super) fn text(&self, ends: bool) -> String {
        let mut text = self.lines.join("\n");
        if ends {
            text.push('\n');
        }
        text
    }
}

/// A line with a space behind the signs of a heading. Old converters needed none from two signs on, and some keyboards write a
/// no-break space, for which come two, of as many bytes.
pub(super) fn heading_spaced(line: &str) -> Cow<'_, str> {
    let words = line.trim_start_matches('#');
    let (signs, _) = line.split_at(line.len() - words.len());
    match words.strip_prefix('\u{a0}') {
        Some(words) if !signs.is_empty() => Cow::Owned(format!("{signs}  {words}")),
        None if (2..=6).contains(&signs.len()) && words.starts_with(char::is_alphanumeric) => {
            Cow::Owned(format!("{signs} {words}"))
        }
        _ => Cow::Borrowed(line),
    }
}

/// Where each line of a text begins.
pub(super) fn starts(text: &str) -> Vec<usize> {
    let lines = text.split_inclusive('\n');
    lines
        .scan(0, |at, line| Some(std::mem::replace(at, *at + line.len())))
        .collect()
}

/// The rest of a line without what the lines around it begin with, as far as it does.
pub(super) fn without<'l>(line: &'l str, lead: &str) -> &'l str {
    let mut rest = line;
    for c in lead.chars() {
        let Some(after) = rest.strip_prefix(c) else {
            break;
        };
        rest = after;
    }
    // A quote may have its mark without the space.
    if lead.contains('>') && !line.trim_start().starts_with('>') {
        return line;
    }
    rest
}

/// The mark of a fence, how often it is repeated, and what follows.
pub(super) fn fence(body: &str) -> Option<(char, usize, &str)> {
    let mark = body.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let after = body.trim_start_matches(mark);
    let times = body.len() - after.len();
    // Backticks that close on their own line are code within words.
    (times >= 3 && !(mark == '`' && after.contains('`'))).then_some((mark, times, after))
}

/// Which indentation makes code: it depends on the lists that are open.
#[derive(Clone, Debug, Default)]
pub(super) struct Indents {
    lists: Vec<usize>,
    after_text: bool,
}

impl Indents {
    /// An empty line: what is indented after it may be code.
    pub(super) fn blank(&mut self) {
        self.after_text = false;
    }

    /// Whether a line is code by its indentation, after all those before it.
    pub(super) fn is_code(&mut self, lead: &str, body: &str) -> bool {
        if lead.contains('>') {
            return false;
        }
        let width = columns(lead, 0);
        let marker = marker(body, width);
        if !self.after_text || marker > 0 {
            while self.lists.last().is_some_and(|list| *list > width) {
                self.lists.pop();
            }
        }
        let base = self.lists.last().copied().unwrap_or(0);
        if width >= base + 4 && !self.after_text {
            return true;
        }
        if marker > 0 {
            self.lists.push(width + marker);
        }
        self.after_text = true;
        false
    }
}

/// What follows the mark of a list's item.
pub(super) fn after_marker(body: &str) -> Option<&str> {
    let rest = body.trim_start_matches(|c: char| c.is_ascii_digit());
    match rest.len() < body.len() {
        true => rest.strip_prefix(['.', ')']),
        false => rest.strip_prefix(['-', '*', '+']),
    }
}

/// The column behind white space that begins at one: a tab goes on to the next multiple of four.
fn columns(space: &str, from: usize) -> usize {
    space.chars().fold(from, |column, c| match c {
        '\t' => column / 4 * 4 + 4,
        _ => column + 1,
    })
}

/// How wide the mark of a list's item is that begins at a column, with the space after it.
fn marker(body: &str, at: usize) -> usize {
    let after = after_marker(body).unwrap_or_default();
    let mark = body.len() - after.len();
    let space = after.len() - after.trim_start_matches([' ', '\t']).len();
    let width = columns(&after[..space], at + mark) - at;
    // A number has nine digits at most.
    if mark <= 10 && (1..=4).contains(&(width - mark)) {
        width
    } else {
        0
    }
}

/// So much of a text as there may be, at most.
pub(super) fn within(text: &str, bytes: usize) -> &str {
    let mut end = bytes.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

/// Whether a text begins with an import or an export of a module.
pub(super) fn is_esm(text: &str) -> bool {
    let text = within(text, 4_000);
    let block = text.split("\n\n").next().unwrap_or_default();
    let line = block.lines().next().unwrap_or_default();
    if let Some(rest) = line.strip_prefix("import ") {
        let rest = rest.trim_start();
        // The path, and nothing after it.
        let quoted = |text: &str| {
            let path = text.lines().next().unwrap_or_default().trim();
            let path = path.trim_end_matches(';');
            path.len() > 1 && path.starts_with(['"', '\'']) && path.ends_with(['"', '\''])
        };
        let name = rest.split([' ', ',']).next().unwrap_or_default();
        let named = name
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '_' | '$'))
            || rest.starts_with(['{', '*']);
        let from = block
            .split_once(" from ")
            .or_else(|| block.split_once("} from"));
        return quoted(rest) || named && from.is_some_and(|(_, path)| quoted(path));
    }
    let Some(rest) = line.strip_prefix("export ") else {
        return false;
    };
    let declares = [
        "const ",
        "let ",
        "var ",
        "function ",
        "function(",
        "async ",
        "class ",
        "* from",
        "{",
    ];
    let default = rest.strip_prefix("default ").is_some_and(|rest| {
        rest.starts_with(['(', '{', '[', '"'])
            || rest.starts_with("function")
            || rest.starts_with("class")
            || rest.trim_end().ends_with([';', ')'])
    });
    let assigned = |rest: &str| {
        ["const ", "let ", "var "]
            .iter()
            .all(|word| !rest.starts_with(word))
            || rest.contains('=')
    };
    default || declares.iter().any(|word| rest.starts_with(word)) && assigned(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_has_a_space_behind_its_signs() {
        for (line, is) in [
            ("##Step 2", "## Step 2"),
            ("#Step 2", "#Step 2"),
            ("##", "##"),
            ("#######Step", "#######Step"),
            ("##\u{a0}Step 2", "##  Step 2"),
            ("## Step 2", "## Step 2"),
            ("\u{a0}Step 2", "\u{a0}Step 2"),
            ("Step\u{a0}2", "Step\u{a0}2"),
        ] {
            assert_eq!(heading_spaced(line), is);
        }
    }

    #[test]
    fn modules_are_told_from_words() {
        for module in [
            "import Tabs from '@theme/Tabs';",
            "import {a, b} from \"x\"",
            "import {\n  a,\n} from 'x';\n\nText",
            "import * as x from 'y'",
            "import './style.css';",
            "export const x = 1;",
            "export default ({ children }) => <div>{children}</div>",
            "export default Layout;",
            "export function f() {\n}",
        ] {
            assert!(is_esm(module), "{module}");
        }
        for words in [
            "import the file from the menu.",
            "import it",
            "important: from 'x'",
            "export default settings first",
            "export const values to a file",
            "export the class list",
            "Import Tabs from 'x'",
        ] {
            assert!(!is_esm(words), "{words}");
        }
    }

    #[test]
    fn indented_code_depends_on_lists() {
        let mut indents = Indents::default();
        let mut is_code = |line: &str| {
            let body = line.trim_start();
            if body.is_empty() {
                indents.blank();
                return false;
            }
            indents.is_code(&line[..line.len() - body.len()], body)
        };
        assert!(!is_code("Text"));
        assert!(!is_code("    lazy"));
        assert!(!is_code(""));
        assert!(is_code("    code"));
        assert!(!is_code("1. item"));
        assert!(!is_code(""));
        assert!(!is_code("    in the item"));
        assert!(!is_code(""));
        assert!(is_code("       code in it"));
        assert!(!is_code(""));
        assert!(!is_code("Text"));
        assert!(!is_code(""));
        assert!(is_code("\tcode"));
    }
}
