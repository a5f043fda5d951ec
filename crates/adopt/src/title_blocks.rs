//! Blocks that stand for a heading: a few bold words, the title of a box.
//!
//! Belongs here: whether a block is such a title. Does not: where it counts as a heading (see `flatten`), or what its words say
//! (see `titles`).

use unstuck_core::guide::{Element, Node};

use crate::dom::{bytes_in, find_tags, has_heading, is_blank, text};
use crate::lexicon::Lexicon;
use crate::marks::{mark, marks};
use crate::numbers::without_number;
use crate::titles::bare;
use crate::word_lists::{is_wide, lowered};

/// The longest label in italics, in words, and in letters of a script without spaces: a longer one is a remark.
const ITALIC_WORDS: usize = 4;
const ITALIC_WIDE: usize = 8;

/// A paragraph that is nothing but a label over what follows: a few bold words, or fewer in italics that end no sentence.
pub(crate) fn is_label_line(paragraph: &Element, lexicon: &Lexicon) -> bool {
    let words = text(paragraph);
    let short = words.split_whitespace().count() <= ITALIC_WORDS
        && words.chars().filter(|letter| is_wide(*letter)).count() <= ITALIC_WIDE;
    let ends = words.ends_with(['.', '!', '?', '。', '！', '？']);
    is_bold_title(paragraph, lexicon)
        || short && !ends && is_title_in(paragraph, &["i", "em", "u"], lexicon)
}

/// A paragraph that is nothing but a few bold words.
pub(crate) fn is_bold_title(paragraph: &Element, lexicon: &Lexicon) -> bool {
    is_title_in(paragraph, &["b", "strong"], lexicon)
}

fn is_title_in(paragraph: &Element, tags: &[&str], lexicon: &Lexicon) -> bool {
    let words = text(paragraph);
    let bold = bytes_in(paragraph, tags);
    // "1. **Restart**" has its figure outside.
    let body = without_number(&words);
    let plain = body.len().saturating_sub(bold);
    // A message is told in full: "Error: the file cannot be opened because …"
    let first = lowered(bare(words.split_whitespace().next().unwrap_or_default()));
    let message = lexicon.trouble.contains(&first) && find_tags(paragraph, &["br"]).is_empty();
    let most = if message { 30 } else { 16 };
    let short = words.split_whitespace().count() <= most && (message || !words.contains('\n'));
    let label = lowered(&words);
    let label = label.trim_end_matches([':', '!', '.', '：', '！', '。']);
    short
        && names(body)
        && bold > 1
        && plain <= 2
        && lexicon.kind_of_label(label).is_none()
        && !lexicon.lead_words.contains(label)
}

/// The title of a box that holds nothing else, as if it were a heading.
pub(crate) fn lone_title<'a>(element: &'a Element, lexicon: &Lexicon) -> Option<&'a Element> {
    let mut inside = element.children.iter().filter(|child| !is_blank(child));
    let (Some(Node::Element(title)), None) = (inside.next(), inside.next()) else {
        return None;
    };
    let boxed = mark(&marks(element), "tip").is_some();
    (boxed && title.tag == "p" && is_bold_title(title, lexicon)).then_some(title)
}

/// Whether a title names something: "A:" does not.
pub(crate) fn names(title: &str) -> bool {
    let letters = title.chars().filter(|c| c.is_alphanumeric());
    letters.count() > 1 || title.contains(is_wide)
}

/// What some generators set over a block in place of a heading.
pub(crate) fn is_titled_block(element: &Element) -> bool {
    element.tag == "div"
        && element.attribute("class").is_some_and(|class| {
            class
                .split(' ')
                .any(|word| word == "title" || word == "heading")
        })
        && !has_heading(element)
        && text(element).split(' ').count() <= 16
}
