//! A fix as a marked section of the article.
//!
//! Belongs here: its heading, id and condition, reason, risk, steps and wait. Does not: what belongs to the fix (see
//! `fixes` and `steps`).

use std::collections::BTreeSet;

use unstuck_core::guide::{Element, Node, PREFIX};

use crate::dom::{append, new_element, says, text};
use crate::fixes::Fix;
use crate::lexicon::{Lexicon, System};
use crate::marks::{AT, mark, set_mark};
use crate::normalize::{normalize, normalize_node};
use crate::notes::NoteKind;
use crate::part::Part;
use crate::questions::for_systems;
use crate::sentences::sentences;
use crate::steps::{FixContent, Step};
use crate::systems::Systems;
use crate::titles::without_number;

/// The section of a fix. `id` is what its title makes; `symptoms` are the ids of the questions on them, `taken` the ids that are
/// in use.
pub(crate) fn fix_section(
    fix: Fix<'_>,
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
    let terms = own.into_iter().chain(symptom);
    let terms: Vec<String> = terms.chain([for_systems(&fix.systems, systems)]).collect();
    let terms = terms.join(" ");
    if !terms.trim().is_empty() {
        set_mark(&mut section, "only-if", terms.trim());
    }
    let mut heading = new_element("h2", vec![Node::Text(fix.title)]);
    let place = fix.part.heading.attributes.iter();
    heading
        .attributes
        .extend(place.filter(|(name, _)| name == AT).cloned());
    append(&mut section, heading);

    let wait = waits(&fix.content, &section, lexicon);
    let mut reason = fix.content.reason;
    let risk = (!is_marked("risk", &section, &fix.content.marked))
        .then(|| take_risk(&mut reason, lexicon))
        .flatten();
    put_words(&mut section, &reason, lexicon);
    let marked = fix
        .content
        .marked
        .iter()
        .filter_map(|part| normalize(part, lexicon));
    for part in risk.into_iter().chain(marked) {
        append(&mut section, part);
    }
    append(
        &mut section,
        list(fix.content.steps, fix.part, &fix.systems, systems, lexicon),
    );
    put_words(&mut section, &fix.content.more, lexicon);
    if let Some(wait) = wait {
        let mut part = new_element("p", vec![Node::Text(wait)]);
        set_mark(&mut part, "wait", "");
        append(&mut section, part);
    }
    section
}

/// The author's id, or else the author's anchor, which outlives an edited title, or else one of the title.
fn give_id(section: &mut Element, own: &str, taken: &mut BTreeSet<String>) {
    if mark(&section.attributes, "id").is_none_or(str::is_empty) {
        let anchor = mark(&section.attributes, "name").map(str::to_owned);
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
fn list(
    steps: Vec<Step>,
    part: &Part,
    own: &Systems,
    systems: &[&'static System],
    lexicon: &Lexicon,
) -> Element {
    let mut list = new_element("ol", Vec::new());
    for step in steps {
        let nodes = step
            .nodes
            .iter()
            .filter_map(|node| normalize_node(node, lexicon));
        let mut item = new_element("li", nodes.collect());
        item.attributes = step.marks;
        let term = for_systems(&step.systems, systems);
        if !term.is_empty() && step.systems != *own {
            let before = mark(&item.attributes, "only-if").unwrap_or_default();
            let terms = format!("{before} {term}");
            set_mark(&mut item, "only-if", terms.trim());
        }
        if says(&item) {
            append(&mut list, item);
        }
    }
    if list.children.is_empty() {
        // Only its title says what to do.
        let title = without_number(&part.title).to_owned();
        append(&mut list, new_element("li", vec![Node::Text(title)]));
    }
    list
}

/// Whether the author has given a fix this mark, on itself or on a part of it.
fn is_marked(name: &str, section: &Element, parts: &[Element]) -> bool {
    mark(&section.attributes, name).is_some()
        || parts
            .iter()
            .any(|part| mark(&part.attributes, name).is_some())
}

/// A warning of a loss is more than part of the reason: the reader confirms it.
fn take_risk(reason: &mut Vec<Element>, lexicon: &Lexicon) -> Option<Element> {
    let at = reason.iter().position(|block| {
        lexicon.note_kind(block) == Some(NoteKind::Warning)
            && sentences(&text(block)).any(|sentence| lexicon.loses(sentence))
    })?;
    let warning = text(&reason.remove(at));
    let mut risk = new_element("div", Vec::new());
    set_mark(&mut risk, "risk", "permanent");
    let mut lost = new_element("ul", Vec::new());
    set_mark(&mut lost, "lost", "");
    for sentence in sentences(&warning).filter(|sentence| lexicon.kind_of_label(sentence).is_none())
    {
        let loses = lexicon.loses(sentence);
        let (place, tag) = if loses {
            (&mut lost, "li")
        } else {
            (&mut risk, "p")
        };
        append(
            place,
            new_element(tag, vec![Node::Text(sentence.to_owned())]),
        );
    }
    append(&mut risk, lost);
    Some(risk)
}

/// The sentence by which a fix's result takes hours, where its author has not marked one.
fn waits(content: &FixContent, section: &Element, lexicon: &Lexicon) -> Option<String> {
    if is_marked("wait", section, &content.marked) {
        return None;
    }
    let steps = content
        .steps
        .iter()
        .flat_map(|step| &step.nodes)
        .map(|node| match node {
            Node::Text(words) => words.split_whitespace().collect::<Vec<_>>().join(" "),
            Node::Element(inner) => text(inner),
        });
    let more = content.more.iter().map(text);
    steps.chain(more).find_map(|words| {
        sentences(&words)
            .find(|sentence| lexicon.takes_long(sentence))
            .map(str::to_owned)
    })
}

/// Adds text of a fix: a list in it must not be taken for its steps.
fn put_words(section: &mut Element, blocks: &[Element], lexicon: &Lexicon) {
    for block in blocks.iter().filter_map(|block| normalize(block, lexicon)) {
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
