//! Names that programs have: codes of errors, options, versions.
//!
//! Belongs here: how such a name is written, in any language. Does not: what follows for an article (see `about`).

use unstuck_core::guide::{Element, Node};

use crate::dom::{is_blank, text};
use crate::lexicon::Lexicon;
use crate::part::Part;
use crate::titles::bare;

/// Figures that a code has which letters begin: `TS2304`. A device shows shorter ones to its owner: `E18`.
const FIGURES_OF_CODE: usize = 3;

/// With fewer words, code is a command or a name.
const WORDS_OF_MESSAGE: usize = 5;

/// Whether a heading is the name of something in a program, alone or before its description: `access_denied`, `TS2304: Unknown
/// name`, 404 Not Found.
pub(crate) fn names_code(heading: &Element) -> bool {
    let title = text(heading);
    let first = leading(&title);
    let described = title.split_whitespace().nth(1).is_some_and(|second| {
        second.starts_with(char::is_uppercase) || second.starts_with(['-', '–', '—', '('])
    });
    is_in_code(heading) && !title.contains(' ') || is_code(first) || described && is_status(first)
}

/// Whether a heading is nothing but a message of a program, in code: what a reader sees, in whatever language.
fn quotes_message(heading: &Element) -> bool {
    is_in_code(heading) && text(heading).split_whitespace().count() >= WORDS_OF_MESSAGE
}

impl Lexicon {
    /// Whether a part is named by what goes wrong: in the words of its title, or by a message of a program.
    pub(crate) fn is_problem(&self, part: &Part) -> bool {
        self.is_symptom(&part.title) || quotes_message(&part.heading)
    }
}

/// Whether all items of a list begin with a name in code and say what it is: parameters, values, errors that a program returns.
pub(crate) fn defines_codes(items: &[&Element]) -> bool {
    let defines = |item: &&Element| {
        let item = match item.children.iter().find(|node| !is_blank(node)) {
            Some(Node::Element(paragraph)) if paragraph.tag == "p" => paragraph,
            _ => item,
        };
        let mut inside = item.children.iter().filter(|node| !is_blank(node));
        let (Some(Node::Element(name)), Some(Node::Text(said))) = (inside.next(), inside.next())
        else {
            return false;
        };
        is_in_code(name)
            && !text(name).contains(' ')
            && said.trim_start().starts_with([':', '-', '–', '—', '：'])
    };
    items.len() > 1 && items.iter().all(defines)
}

/// Whether all items of a list begin with a figure or a code that they explain: **10** (`LOCKED`): the bus does not work.
pub(crate) fn explains_codes(items: &[&Element]) -> bool {
    let begins = |item: &&Element| {
        let words = text(item);
        let first = leading(&words);
        let figure = first.len() > 1 && first.bytes().all(|byte| byte.is_ascii_digit());
        figure || is_code(first)
    };
    items.len() > 2 && items.iter().all(begins)
}

/// Whether most rows of a table begin with the name of something in a program.
pub(crate) fn begin_with_codes(rows: &[Vec<&Element>]) -> bool {
    let named = |row: &&Vec<&Element>| row.first().is_some_and(|cell| names_code(cell));
    rows.len() > 1 && rows.iter().filter(named).count() * 4 >= rows.len() * 3
}

/// The first word of a text without the mark behind it.
fn leading(text: &str) -> &str {
    let first = text.split_whitespace().next().unwrap_or_default();
    first.trim_end_matches([':', ',', '-', '–', '—'])
}

/// Whether all words of an element stand in one piece of code.
fn is_in_code(element: &Element) -> bool {
    if element.tag == "code" {
        return true;
    }
    let mut inside = element.children.iter().filter(|node| !is_blank(node));
    matches!((inside.next(), inside.next()), (Some(Node::Element(inner)), None) if is_in_code(inner))
}

/// Whether a word is a name with underscores, or letters with a long figure behind them.
fn is_code(word: &str) -> bool {
    let word = word.trim_matches(['"', '“', '”', '\'', '`', '[', ']', '(', ')']);
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    if !word.chars().all(plain) || !word.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return false;
    }
    let figures = word.bytes().rev().take_while(u8::is_ascii_digit).count();
    let letters = word.trim_end_matches(|c: char| c.is_ascii_digit() || c == '-');
    let capitals = letters.bytes().all(|byte| byte.is_ascii_uppercase());
    word.trim_matches('_').contains('_') || figures >= FIGURES_OF_CODE && capitals
}

/// Whether a word is the status of an answer that a server gives.
fn is_status(word: &str) -> bool {
    word.len() == 3
        && word
            .parse()
            .is_ok_and(|status: u16| (100..600).contains(&status))
}

/// Whether a title ends with the version of a program, which has three figures or more or a `v` before it: a list of what is new.
pub(crate) fn ends_with_version(title: &str) -> bool {
    let last = title.split_whitespace().next_back().unwrap_or_default();
    let last = bare(last);
    let figures = last.strip_prefix(['v', 'V']).unwrap_or(last);
    let mut parts = figures.split('.');
    let least = if figures.len() < last.len() { 2 } else { 3 };
    let is_figure = |part: &str| part.starts_with(|c: char| c.is_ascii_digit()) && part.len() < 5;
    parts.clone().count() >= least && parts.all(is_figure)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dom::new_element;

    #[test]
    fn codes_are_told_from_words() {
        let heading = |tag: &str, words: &str| {
            let words = vec![Node::Text(words.into())];
            let words = match tag {
                "" => words,
                tag => vec![Node::Element(new_element(tag, words))],
            };
            new_element("h2", words)
        };
        for (tag, words, is) in [
            ("", "access_denied", true),
            ("", "TS2304: Unknown name", true),
            ("", "ORA-00942", true),
            ("", "404 Not Found", true),
            ("code", "timeout", true),
            ("code", "npm start", false),
            ("", "E18", false),
            ("", "Error 5: Access denied", false),
            ("", "100 files are too many", false),
            ("", "Windows-1252 letters", false),
            ("", "Restart it", false),
        ] {
            assert_eq!(names_code(&heading(tag, words)), is, "{words}");
        }
        for (title, is) in [
            ("Editor 1.0.1", true),
            ("Editor v2.3", true),
            ("Printing in Windows 8.1", false),
            ("Connect to 2.4 GHz", false),
        ] {
            assert_eq!(ends_with_version(title), is, "{title}");
        }
    }
}
