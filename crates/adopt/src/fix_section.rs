//! A fix as a marked section of the article.
//!
//! Belongs here: its heading, id and condition, reason, risk, steps and wait, as the table has them. Does not: what belongs to
//! the fix (see `fixes` and `steps`).

use std::collections::BTreeSet;

use unstuck_core::guide::{Element, Node, PREFIX, is_id, is_inline};

use crate::content::role_of_marks;
use crate::dom::{append, new_element, says, text};
use crate::fixes::Fix;
use crate::lexicon::{Lexicon, System};
use crate::losses::split_sentences;
use crate::marks::{AT, mark, marks, set_mark};
use crate::normalize::{normalize_node, wrap_loose, written};
use crate::numbers::without_number;
use crate::questions::{covered, for_systems, unless_systems};
use crate::rules::By;
use crate::sentences::sentences;
use crate::systems::Systems;
use crate::table::{Answer, BlockRole, Row, offset};

/// What is told of a fix, in the order of the article.
type Rows<'a> = [(&'a Row, &'a Answer)];

/// The section of a fix. `id` is what its title makes; `symptoms` are the ids of the questions on them, `taken` the ids that are
/// in use.
pub(crate) fn fix_section(
    fix: &Fix<'_>,
    rows: &Rows<'_>,
    id: &str,
    systems: &[&'static System],
    symptoms: &[String],
    taken: &mut BTreeSet<String>,
    lexicon: &Lexicon,
) -> Element {
    let mut section = new_element("section", Vec::new());
    section.attributes.clone_from(&fix.part.marks);
    give_id(&mut section, id, taken);
    let own = mark(&section.attributes, "only-if").map(str::to_owned);
    let symptom = fix.symptom.and_then(|at| symptoms.get(at).cloned());
    // Steps for each of some systems, and none for all: others have no step.
    let by_system = covered(fix.content.steps.iter().map(|step| &step.systems), systems);
    let of_system = if by_system.is_empty() || !fix.systems.is_empty() {
        for_systems(&fix.systems, systems)
    } else if symptom.is_some() {
        // Who sees this may have no other fix: then all its steps are better than none.
        String::new()
    } else {
        let question = by_system.first().map(|system| system.question);
        let asked = systems
            .iter()
            .filter(|system| Some(system.question) == question);
        unless_systems(&by_system, &asked.copied().collect::<Systems>())
    };
    let terms = own.into_iter().chain(symptom);
    let terms: Vec<String> = terms.chain([of_system]).collect();
    let terms = terms.join(" ");
    if !terms.trim().is_empty() {
        set_mark(&mut section, "only-if", terms.trim());
    }
    let mut heading = new_element("h2", vec![Node::Text(fix.title.clone())]);
    let place = fix.part.heading.attributes.iter();
    heading
        .attributes
        .extend(place.filter(|(name, _)| name == AT).cloned());
    append(&mut section, heading);

    put_words(&mut section, rows, BlockRole::Reason);
    let marked = |(row, answer): &&(&Row, &Answer)| {
        answer.by == By::AuthorMark && role_of_marks(&marks(&row.element)).is_some()
    };
    let risk = risk(rows, lexicon);
    let own = rows.iter().filter(marked);
    let own = own.filter(|(_, answer)| answer.role != BlockRole::Note);
    let own = own.filter_map(|(row, answer)| written(row, answer));
    for part in risk.into_iter().chain(own) {
        append(&mut section, part);
    }
    append(&mut section, steps(fix, rows, systems, &by_system));
    put_words(&mut section, rows, BlockRole::More);
    let wait = rows.iter().find(|(_, answer)| answer.by == By::TakesLong);
    if let Some(words) = wait.and_then(|(_, answer)| answer.words.clone()) {
        let mut part = new_element("p", vec![Node::Text(words)]);
        set_mark(&mut part, "wait", "");
        append(&mut section, part);
    }
    section
}

/// The author's id, or else the author's anchor, which outlives an edited title, or else one of the title.
fn give_id(section: &mut Element, own: &str, taken: &mut BTreeSet<String>) {
    if mark(&section.attributes, "id").is_none_or(str::is_empty) {
        // An anchor in letters that no id may have is none for us.
        let anchor = mark(&section.attributes, "name").filter(|anchor| is_id(anchor));
        let anchor = anchor.map(str::to_owned);
        let mut id = anchor.unwrap_or_else(|| own.to_owned());
        if taken.contains(&id) {
            id.push_str("-fix");
        }
        // What is empty or taken twice gets its id by the reading, which numbers.
        if taken.contains(&id) {
            id.clear();
        }
        set_mark(section, "id", &id);
        taken.insert(id);
    }
    section
        .attributes
        .retain(|(name, _)| name.strip_prefix(PREFIX) != Some("name"));
}

/// The list of steps.
fn steps(
    fix: &Fix<'_>,
    rows: &Rows<'_>,
    systems: &[&'static System],
    by_system: &[&'static System],
) -> Element {
    let mut list = new_element("ol", Vec::new());
    let of_steps: Vec<&(&Row, &Answer)> = rows
        .iter()
        .filter(|(_, answer)| answer.role == BlockRole::Step)
        .collect();
    for told in of_steps.chunk_by(|one, next| one.1.item == next.1.item) {
        if told.iter().any(|(_, answer)| answer.by == By::TitleIsStep) {
            let title = without_number(&fix.part.title).to_owned();
            append(&mut list, new_element("li", vec![Node::Text(title)]));
            continue;
        }
        let mut item = step(told);
        let step = told.first().and_then(|(_, answer)| answer.step());
        let step = step.and_then(|step| fix.content.steps.get(step));
        let term = step.map_or_else(String::new, |step| match by_system {
            [] => for_systems(&step.systems, systems),
            all => unless_systems(&step.systems, all),
        });
        if !term.is_empty() && step.is_some_and(|step| step.systems != fix.systems) {
            let before = mark(&item.attributes, "only-if").unwrap_or_default();
            let terms = format!("{before} {term}");
            set_mark(&mut item, "only-if", terms.trim());
        }
        if says(&item) {
            append(&mut list, item);
        }
    }
    list
}

/// An item of the list: the rows of one step.
fn step(told: &[&(&Row, &Answer)]) -> Element {
    let mut item = new_element("li", Vec::new());
    let mut blocks = Vec::new();
    for (row, answer) in told {
        let destroys = row.also().iter().any(|also| also.role == BlockRole::Risk);
        if destroys && mark(&item.attributes, "risk").is_none() {
            set_mark(&mut item, "risk", "permanent");
        }
        let boxed = mark(&row.element.attributes, "tip").is_some();
        let own = answer.by != By::JoinsStep && !answer.lead && !boxed;
        let mut element = row.element.clone();
        if own {
            let marks = marks(&element).into_iter();
            item.attributes
                .extend(marks.filter(|(name, _)| name.strip_prefix(PREFIX) != Some("steps")));
            element
                .attributes
                .retain(|(name, _)| !name.starts_with(PREFIX) || name == AT);
        }
        // Words of an item, a cell or a lone paragraph are the step's own.
        let opens =
            matches!(element.tag.as_str(), "li" | "div") || element.tag == "p" && told.len() == 1;
        if own && opens {
            let mut nodes: Vec<Node> = element.children.iter().filter_map(normalize_node).collect();
            if told.len() > 1 {
                wrap_loose(&mut nodes);
            }
            blocks.append(&mut nodes);
        } else if own {
            blocks.extend(normalize_node(&Node::Element(element)));
        } else {
            blocks.extend(written(row, answer).map(Node::Element));
        }
    }
    if let Some(place) = told.iter().find_map(|(row, _)| offset(&row.element)) {
        item.attributes.push((AT.to_owned(), place.to_owned()));
    }
    item.children = blocks;
    item
}

/// What a fix destroys: warnings of a loss are more than part of the reason, and the reader confirms them.
fn risk(rows: &Rows<'_>, lexicon: &Lexicon) -> Option<Element> {
    let mut risk = new_element("div", Vec::new());
    set_mark(&mut risk, "risk", "permanent");
    let mut lost = new_element("ul", Vec::new());
    set_mark(&mut lost, "lost", "");
    let warnings = rows
        .iter()
        .filter(|(_, answer)| answer.role == BlockRole::Risk && answer.by == By::WarnsOfLoss);
    let blocks = warnings.flat_map(|(row, answer)| match &answer.words {
        Some(words) => vec![new_element("p", vec![Node::Text(words.clone())])],
        None => blocks_of_warning(&row.element),
    });
    let mut first = Vec::new();
    for block in blocks {
        // Lists and code stay as they are.
        let pieces = if block.tag == "p" {
            split_sentences(&block)
        } else {
            vec![block]
        };
        for mut piece in pieces {
            let words = text(&piece);
            let lost_here =
                |sentence: &str| lexicon.loses(sentence) || lexicon.consequence(sentence).is_some();
            if sentences(&words).any(lost_here) {
                if piece.tag == "p" {
                    piece.tag = "li".into();
                    append(&mut lost, piece);
                } else {
                    append(&mut lost, new_element("li", vec![Node::Element(piece)]));
                }
            } else if piece.tag == "p" && lexicon.takes_care(&words) {
                set_mark(&mut piece, "first", "");
                first.push(piece);
            } else {
                append(&mut risk, piece);
            }
        }
    }
    if lost.children.is_empty() && risk.children.is_empty() {
        return None;
    }
    append(&mut risk, lost);
    first.into_iter().for_each(|piece| append(&mut risk, piece));
    Some(risk)
}

/// What a warning holds, block by block.
fn blocks_of_warning(warning: &Element) -> Vec<Element> {
    let nodes = warning.children.iter().filter_map(normalize_node);
    let mut out = Vec::new();
    let mut loose = Vec::new();
    let end = |loose: &mut Vec<Node>, out: &mut Vec<Element>| {
        let paragraph = new_element("p", std::mem::take(loose));
        out.extend(Some(paragraph).filter(says));
    };
    for node in nodes {
        match node {
            Node::Element(block) if !is_inline(&block.tag) => {
                end(&mut loose, &mut out);
                out.push(block);
            }
            inline => loose.push(inline),
        }
    }
    end(&mut loose, &mut out);
    out
}

/// Adds text of a fix: a list in it must not be taken for its steps.
fn put_words(section: &mut Element, rows: &Rows<'_>, role: BlockRole) {
    for (row, answer) in rows {
        let own = answer.by == By::AuthorMark && role_of_marks(&marks(&row.element)).is_some();
        if answer.role != role || own {
            continue;
        }
        let Some(block) = written(row, answer) else {
            continue;
        };
        if block.tag == "p" || mark(&block.attributes, "tip").is_some() {
            append(section, block);
        } else {
            let mut wrapper = new_element("div", Vec::new());
            set_mark(&mut wrapper, "words", "");
            append(&mut wrapper, block);
            append(section, wrapper);
        }
    }
}
