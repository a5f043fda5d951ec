//! What a page says of itself before its article's first sentence: who wrote it and when, where it stands, links to elsewhere.
//!
//! Belongs here: telling that from what introduces the article. Does not: the words by which metadata is known (see
//! `Lexicon::is_metadata`), what becomes of the rest (see `surroundings`).

use unstuck_core::guide::Element;

use crate::dom::{bold_bytes, find_tags, is_heading, is_list, items, mostly_links, text};
use crate::lexicon::{Lexicon, Role};
use crate::marks::marks;
use crate::part::Part;
use crate::rules::By;
use crate::table::Table;
use crate::word_lists::is_wide;

/// Fewer words are no sentence: a name, an age, a category.
const LEAST_WORDS: usize = 5;
/// Of a script without spaces, so many letters stand for a word.
const LETTERS_A_WORD: usize = 3;
/// What a page puts between facts of itself, or between the places that lead to it, with a space on each side.
const BETWEEN: [char; 8] = ['·', '•', '|', '›', '»', '>', '→', '/'];

/// Leaves out what is about the page. The introduction then opens with what the reader came for.
pub(crate) fn leave_out_metadata(root: &mut Part, table: &mut Table, lexicon: &'static Lexicon) {
    let first = root.blocks.iter().position(|block| opens(block));
    let first = first.unwrap_or(root.blocks.len());
    let mut at = 0;
    root.blocks.retain(|block| {
        let before = at < first;
        at += 1;
        if !marks(block).is_empty() {
            return true;
        }
        let words = text(block);
        let by = if lexicon.is_metadata(&words) || before && is_of_page(block, lexicon) {
            By::Metadata
        } else if before && is_line(block) && lexicon.role(&words) == Role::Reason {
            By::OpeningHeading
        } else {
            return true;
        };
        table.leave_out(block.row, by);
        false
    });
}

/// Whether an article can open with this: with a sentence, and no short one.
fn opens(block: &Element) -> bool {
    let words = text(block);
    is_line(block) && ends_sentence(&words) && count(&words) >= LEAST_WORDS
}

fn is_line(block: &Element) -> bool {
    is_heading(block) || matches!(block.tag.as_str(), "p" | "div" | "span")
}

/// Whether words end as a sentence does. "Marisol T." ends in an initial.
fn ends_sentence(words: &str) -> bool {
    let words = words.trim_end_matches(['"', '”', '»', '’', ')', '）', '」', ' ']);
    let last = words.rsplit(' ').next().unwrap_or_default();
    words.ends_with(['.', '!', '?', ':', '…', '。', '！', '？', '：'])
        && !(last.ends_with('.') && last.chars().count() == 2)
}

fn count(words: &str) -> usize {
    let wide = words.chars().filter(|letter| is_wide(*letter)).count();
    words.split_whitespace().count().max(wide / LETTERS_A_WORD)
}

/// Whether none of a block's lines is a sentence, and all are facts about the page. What names a system, or is code, is about the
/// article; so is what names a problem, unless it is where the page stands. What is bold heads what follows.
fn is_of_page(block: &Element, lexicon: &'static Lexicon) -> bool {
    let lines = if is_list(block) {
        items(block)
    } else if is_line(block) {
        vec![block]
    } else {
        return false;
    };
    let says = |line: &&Element| !text(line).is_empty();
    let mut lines = lines.into_iter().filter(says).peekable();
    lines.peek().is_some()
        && lines.all(|line| {
            let words = text(line);
            let short = count(&words) < LEAST_WORDS && bold_bytes(line) == 0;
            let of_page = short || has_date(&words) || mostly_links(line);
            !ends_sentence(&words)
                && find_tags(line, &["code", "pre"]).is_empty()
                && !names_system(&words, lexicon)
                && (is_trail(&words) || of_page && !lexicon.names_trouble(&words))
        })
}

/// Whether there is a date among the words: numbers parted by marks, or a year beside a day.
fn has_date(words: &str) -> bool {
    let is_year =
        |number: &str| number.len() == 4 && (number.starts_with("19") || number.starts_with("20"));
    let numbers = |words: &str| -> Vec<String> {
        let numbers = words.split(|c: char| !c.is_ascii_digit());
        let numbers = numbers.filter(|number| !number.is_empty());
        numbers.map(str::to_owned).collect()
    };
    let in_one = words.split_whitespace().any(|word| {
        let numbers = numbers(word);
        numbers.len() >= 3 && numbers.iter().any(|number| is_year(number))
    });
    let numbers = numbers(words);
    in_one
        || numbers.iter().any(|number| is_year(number))
            && numbers.iter().any(|number| number.len() <= 2)
}

/// Whether words are parted like places that lead to a page, or like facts beside each other.
fn is_trail(words: &str) -> bool {
    words
        .split_whitespace()
        .any(|word| word.chars().count() == 1 && word.contains(BETWEEN))
}

/// Whether a system is among the facts: "Applies to: Windows 11 | Windows 10".
fn names_system(words: &str, lexicon: &'static Lexicon) -> bool {
    let facts = words.split(|mark| BETWEEN.contains(&mark) || matches!(mark, ':' | '：'));
    facts
        .into_iter()
        .any(|fact| !lexicon.systems_named(fact.trim()).is_empty())
}
