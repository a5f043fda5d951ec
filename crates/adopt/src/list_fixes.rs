//! Fixes in the items of a list: of an article that says what to do in one list, whose items are tried one after the other.
//!
//! Belongs here: the outline of such an article. Does not: which items are tries (see `tries`), or lists whose items have titles
//! (see `item_titles`).

use std::collections::BTreeMap;

use unstuck_core::guide::{Element, Node};

use crate::classify::Pick;
use crate::codes::defines_codes;
use crate::dom::{is_blank, is_list, items, parts_of_list, strip_words, text};
use crate::inserted::Inserted;
use crate::item_titles::{beyond_words, first_of, opened, with};
use crate::lexicon::{Lexicon, Role};
use crate::marks::marks;
use crate::outline::pieces_of;
use crate::part::Part;
use crate::rules::By;
use crate::sentences::sentences;
use crate::table::{Block, Table};
use crate::word_lists::{begins_with_phrase, lowered};

/// The longest title, in words.
const WORDS: usize = 32;
/// The longest name before a colon.
const NAME_WORDS: usize = 6;

/// An outline in which the items of the one list of each of these picks are parts, if they are tries, and all the picks then.
/// `None` where none are.
pub(crate) fn fixes_in_lists(
    parts: &[Part],
    picks: &[Pick],
    wanted: impl Fn(&Pick) -> bool,
    table: &mut Table,
    lexicon: &Lexicon,
) -> Option<(Vec<Part>, Vec<Pick>)> {
    let mut made: BTreeMap<usize, (usize, Vec<Part>)> = BTreeMap::new();
    for pick in picks.iter().filter(|pick| wanted(pick)) {
        let items = items_as_parts(parts, pick.part, table, lexicon);
        made.extend(items.map(|items| (pick.part, items)));
    }
    if made.is_empty() {
        return None;
    }
    let mut inserted = Inserted::default();
    for (at, part) in parts.iter().enumerate() {
        let mut part = part.clone();
        let Some((place, mut items)) = made.remove(&at) else {
            inserted.push(part, Vec::new());
            continue;
        };
        // What follows the list is for who has tried all.
        let after = part.blocks.split_off(place);
        if let Some(last) = items.last_mut() {
            last.after.extend(after.into_iter().skip(1));
        }
        inserted.push(part, items);
    }
    let picks = inserted.picks(picks, By::ListItem);
    Some((inserted.parts(), picks))
}

/// The items of the one list of a part as parts, and the place of the list. `None` where they are the steps of one procedure.
fn items_as_parts(
    parts: &[Part],
    at: usize,
    table: &mut Table,
    lexicon: &Lexicon,
) -> Option<(usize, Vec<Part>)> {
    let part = parts.get(at)?;
    let may = at == 0
        || matches!(lexicon.role(&part.title), Role::Group | Role::LastResort)
        || lexicon.names_trouble(&part.title) && lexicon.role(&part.title) == Role::Plain;
    let before = |place: usize| {
        let before = place.checked_sub(1).and_then(|at| part.blocks.get(at));
        before.map(|block| text(block)).unwrap_or_default()
    };
    let mut lists = (0..part.blocks.len()).filter(|at| is_list(&part.blocks[*at]));
    let first = lists.clone().next()?;
    // "There are two remedies:" tells which of several lists it is.
    let led = lists.find(|at| {
        lexicon.leads_to_ways(&before(*at)) && !defines_codes(&items(&part.blocks[*at]))
    });
    let place = led.unwrap_or(first);
    let list = part.blocks.get(place)?;
    let mut others = part.blocks[..place].iter().chain(&part.blocks[place + 1..]);
    let one = led.is_some()
        || others
            .all(|block| block.tag != "pre" && !is_list(block) && !lexicon.holds_steps(block, ""));
    if !may || !one || !marks(list).is_empty() {
        return None;
    }
    let before = before(place);
    let mut split: Vec<Split> = parts_of_list(list)
        .into_iter()
        .filter(|node| !is_blank(node))
        .map(|node| match node {
            Node::Element(item) if item.tag == "li" => split(item, lexicon),
            _ => None,
        })
        .collect::<Option<_>>()?;
    let asks = |last: &Split| lexicon.names_support(&lowered(&last.title));
    let support = split.pop_if(|last| asks(last)).is_some();
    let heads: Vec<&str> = split.iter().map(|item| item.title.as_str()).collect();
    let ordered = list.tag == "ol";
    // Bullets of orders in paragraphs of their own, each over how that is done, are titles of fixes.
    let orders = split
        .iter()
        .filter(|item| lexicon.is_instruction(&item.title));
    let titled = !ordered
        && split.len() > 1
        && split.iter().all(|item| item.titled)
        && orders.count() * 2 >= split.len();
    if !titled && !lexicon.are_tries(ordered, &heads, &before) {
        return None;
    }
    let mut made = Vec::new();
    let items = items(list);
    for (split, item) in split.iter().zip(&items) {
        let Split {
            title, rest, whole, ..
        } = split;
        let heading = Element {
            tag: "h2".into(),
            attributes: item.attributes.clone(),
            children: vec![Node::Text(title.clone())],
        };
        let (heading, blocks) = if *whole {
            let blocks = pieces_of(rest, table, Some(list.row), lexicon);
            let row = blocks.first().map_or(list.row, |block| block.row);
            let element = heading;
            (Block { row, element }, blocks)
        } else {
            let heading = table.add(heading, Some(list.row));
            (heading, pieces_of(rest, table, Some(list.row), lexicon))
        };
        made.push(Part {
            level: Part::PSEUDO_LEVEL,
            title: title.clone(),
            heading,
            blocks,
            ..Part::default()
        });
    }
    // Whom to ask is no try, and stands behind them all.
    if let (true, Some(last), Some(item)) = (support, made.last_mut(), items.last()) {
        last.after = pieces_of(item, table, Some(list.row), lexicon);
    }
    Some((place, made))
}

/// An item as a title and what follows.
struct Split {
    /// Its first sentence, or what stands before a colon in it.
    title: String,
    rest: Element,
    /// Whether it is all of its paragraph, and more follows.
    titled: bool,
    /// Whether what follows begins with the paragraph that has the title: a title has words alone, and others are in it.
    whole: bool,
}

fn split(item: &Element, lexicon: &Lexicon) -> Option<Split> {
    let loose = opened(item);
    let item = loose.as_ref().unwrap_or(item);
    let at = item.children.iter().position(|child| !is_blank(child))?;
    let Some(Node::Element(first)) = item.children.get(at) else {
        return None;
    };
    let words = text(first);
    let sentence = title_of(&words)?;
    let sentence = lexicon.name_in(sentence).unwrap_or(sentence);
    let count = sentence.split_whitespace().count();
    if first.tag != "p" || count == 0 || count > WORDS {
        return None;
    }
    let mut rest: Vec<Node> = item.children.iter().skip(at + 1).cloned().collect();
    let titled = sentence.len() == words.len() && !rest.iter().all(is_blank);
    let bold = first_of(first).filter(|(_, lead)| {
        let words = text(lead);
        matches!(lead.tag.as_str(), "b" | "strong")
            && words.trim_end_matches([':', '：']) == sentence
    });
    let whole = if sentence.len() < words.len() {
        let mut inner = first.children.clone();
        let titled = match bold {
            Some((at, _)) => {
                inner.drain(..=at);
                ""
            }
            None => sentence,
        };
        let mut whole = !titled.is_empty();
        if let Some(Node::Text(begin)) = inner.first_mut()
            && let Some(after) = strip_words(begin, titled)
        {
            let after = after.trim_start_matches([':', '：']).trim_start();
            *begin = after.to_owned();
            whole = false;
        }
        rest.insert(0, Node::Element(with(first, inner)));
        whole
    } else {
        let beyond = beyond_words(first, &["a", "code"]);
        let whole = beyond.as_ref() == Some(first);
        rest.splice(0..0, beyond.map(Node::Element));
        whole
    };
    Some(Split {
        title: sentence.to_owned(),
        rest: with(item, rest),
        titled,
        whole,
    })
}

impl Lexicon {
    /// What names a remedy before its description: Restore the backup: whoever made it can do so. A case is told whole.
    fn name_in<'a>(&self, sentence: &'a str) -> Option<&'a str> {
        let (name, said) = sentence.split_once([':', '：'])?;
        let named = (2..=NAME_WORDS).contains(&name.split_whitespace().count());
        let tells = said.split_whitespace().count() > 1;
        let case = begins_with_phrase(&lowered(name), &self.conditionals);
        (named && tells && said.starts_with(' ') && !case).then_some(name)
    }
}

/// The first sentence of a text, with what it leaves open: a bracket, a quotation, an abbreviation.
fn title_of(text: &str) -> Option<&str> {
    let mut end = 0;
    for sentence in sentences(text) {
        let begin = end + text.get(end..)?.find(sentence)?;
        if end > 0 && !sentence.starts_with('(') && !is_open(text.get(..end)?) {
            break;
        }
        end = begin + sentence.len();
    }
    text.get(..end).map(str::trim)
}

/// Whether a text cannot be all of a sentence.
fn is_open(text: &str) -> bool {
    let count = |wanted: char| text.chars().filter(|c| *c == wanted).count();
    let first = text.chars().next();
    let short = !text.trim().contains(char::is_whitespace);
    let abbreviated = short && text.ends_with('.') && first.is_some_and(char::is_lowercase);
    abbreviated
        || count('"') % 2 > 0
        || [('(', ')'), ('«', '»'), ('「', '」')]
            .iter()
            .any(|(open, close)| count(*open) > count(*close))
}
