//! What a paragraph of a fix is, from its words and from what follows it.
//!
//! Belongs here: the kinds of lines, and the order in which they are told apart. Does not: single sentences (see `leads` and
//! `sentences`), or what becomes of the line (see `steps`).

use unstuck_core::guide::{Element, Node};

use crate::dom::{find_tags, is_blank, is_list, mostly_links, text};
use crate::leads::ends_in_colon;
use crate::lexicon::{Lexicon, Role};
use crate::systems::Systems;
use crate::table::Block;
use crate::tabs::TABS;

/// How many pictures and notes may stand between a line and what it leads to.
const BETWEEN: usize = 6;

/// A paragraph of a fix.
pub(crate) enum Line {
    /// A label that says for which systems the next steps are.
    Systems(Systems),
    /// It only leads to the next fix.
    LeadsOn,
    /// A note that says so itself.
    Note,
    /// It only points elsewhere; with the list of links under it.
    Points,
    /// It sends the reader to support.
    Support,
    /// It says what is seen, or why.
    Explains,
    /// It stands over what a machine shows.
    OverOutput,
    /// It leads to code that is to be typed.
    OverCode,
    /// It leads to a list of steps.
    OverSteps,
    /// It leads to the paragraph after it.
    OverWords,
    /// It invites to rate or to edit the article, or ends the page.
    Invites,
    /// It is to be done.
    Orders,
    /// Anything else.
    Says,
}

/// Where a paragraph stands.
pub(crate) struct Place<'a> {
    /// The blocks after it.
    pub(crate) after: &'a [Block],
    /// Whether lists hold the steps of the fix, and none has come.
    pub(crate) before_list: bool,
    /// The title of the fix.
    pub(crate) title: &'a str,
    /// Whether the line before points elsewhere.
    pub(crate) pointed: bool,
}

impl Lexicon {
    /// What a paragraph is.
    pub(crate) fn line(&'static self, paragraph: &Block, place: &Place<'_>) -> Line {
        let words = text(paragraph);
        let mut near = place.after.iter().take(BETWEEN);
        let next = near.find(|block| !self.is_between(block));
        // "On Windows:" over a list says for whom the next steps are.
        let label = words.trim_end().trim_end_matches([':', '：']);
        if next.is_some() && words.split(' ').count() < 8 {
            let found = self.systems_named(label);
            if !found.is_empty() {
                return Line::Systems(found);
            }
        }
        if self.invites(&words) {
            return Line::Invites;
        }
        if self.only_leads_on(paragraph) {
            return Line::LeadsOn;
        }
        if self.note_kind(paragraph).is_some() {
            return Line::Note;
        }
        let links = |block: &Block| is_list(block) && mostly_links(block);
        if self.only_points(paragraph) && (!ends_in_colon(&words) || next.is_some_and(links))
            || self.ends_in_links(paragraph, place)
        {
            return Line::Points;
        }
        // Before steps it says for whom they are.
        let closes = || {
            let mut lists = place
                .after
                .iter()
                .filter(|block| matches!(block.tag.as_str(), "ol" | "ul"));
            !lists.any(|list| self.holds_steps(list, ""))
        };
        if self.sends_to_support(paragraph) && closes() {
            return Line::Support;
        }
        if bold_lead(paragraph).is_some_and(|lead| self.role(&lead) == Role::Reason) {
            return Line::Explains;
        }
        match next {
            Some(next) if is_code(next) => {
                let colon = ends_in_colon(&words);
                if self.is_output(next, &words) {
                    // "Repeat it until you see a line like:" is to be done; "You should see:" is not.
                    let advice = colon && !self.ends_in_order(&words);
                    if advice || !self.is_instructing(paragraph) {
                        return Line::OverOutput;
                    }
                } else if self.leads_to_code(&words) {
                    return Line::OverCode;
                }
            }
            Some(next)
                if matches!(next.tag.as_str(), "ol" | "ul" | "table" | TABS)
                    && self.leads_to_steps(&words)
                    && self.holds_steps(next, &words) =>
            {
                return Line::OverSteps;
            }
            Some(next) if next.tag == "p" && ends_in_colon(&words) && !place.before_list => {
                return Line::OverWords;
            }
            _ => {}
        }
        let directly = next.is_some_and(|next| matches!(next.tag.as_str(), "ol" | "ul" | TABS));
        let orders = if place.before_list {
            self.orders_before(&words, place.title, directly)
        } else {
            self.is_instructing(paragraph)
        };
        if orders { Line::Orders } else { Line::Says }
    }

    /// Whether a paragraph is one of several links at the end, which tell nobody to do anything. One alone may be a video of the step.
    fn ends_in_links(&self, paragraph: &Block, place: &Place<'_>) -> bool {
        let links = |block: &Block| {
            let words = block.tag == "p" && !text(block).is_empty();
            words && mostly_links(block) && !self.is_instructing(block)
        };
        let after = place.after;
        links(paragraph)
            && (place.pointed || after.first().is_some_and(links))
            && after.len() <= BETWEEN
            && after
                .iter()
                .all(|block| links(block) || self.invites(&text(block)))
    }

    /// Whether a block may stand between a line and what it leads to: a picture, a note.
    pub(crate) fn is_between(&self, block: &Block) -> bool {
        !is_code(block)
            && (matches!(block.tag.as_str(), "figure" | "picture")
                || block.tag == "p" && text(block).is_empty()
                || self.note_kind(block).is_some())
    }
}

/// Whether a block is code that stands by itself, however a page builds it.
pub(crate) fn is_code(block: &Element) -> bool {
    match block.tag.as_str() {
        "pre" => true,
        "figure" => !find_tags(block, &["pre"]).is_empty() && find_tags(block, &["img"]).is_empty(),
        // One word may be the name of something; a command has more.
        "p" => {
            let words = text(block);
            let code = find_tags(block, &["code", "kbd", "samp"]);
            let typed: String = code.iter().map(|code| text(code)).collect();
            words.contains(' ') && typed == words
        }
        _ => false,
    }
}

/// The bold label that a paragraph begins with: of `Symptoms: it stops.` the word Symptoms.
fn bold_lead(paragraph: &Element) -> Option<String> {
    let first = paragraph.children.iter().find(|child| !is_blank(child))?;
    match first {
        Node::Element(bold) if matches!(bold.tag.as_str(), "b" | "strong") => {
            let words = text(bold);
            let more = text(paragraph).len() > words.len() + 2;
            more.then(|| words.trim_end_matches([':', '.', '：', '。']).to_owned())
        }
        _ => None,
    }
}
