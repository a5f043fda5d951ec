//! The marked article: what was found, written as its author could have marked it.
//!
//! Belongs here: the order of the marked article, its introduction and its support. Does not: what is chosen (see
//! `classify`), or what the marks mean (see [`unstuck_core::guide::read`]).

use std::collections::BTreeSet;

use unstuck_core::guide::{Element, Node, PREFIX};

use crate::classify::{Classified, Pick};
use crate::dom::{append, bold_paragraph, new_element, text};
use crate::fix_section::fix_section;
use crate::fixes::{Fix, read_fixes};
use crate::ids::ids_of;
use crate::lexicon::Role;
use crate::marks::{AT, marks, set_mark};
use crate::normalize::normalize;
use crate::part::Part;
use crate::questions::{ask_symptoms, ask_systems, symptoms, used_systems};
use crate::table::Block;
use crate::titles::without_number;

/// The marked article of these fixes.
pub(crate) fn build(
    article: &Element,
    parts: &[Part],
    classified: &Classified<'_>,
    picks: &[Pick],
) -> Element {
    let lexicon = classified.lexicon();
    let symptoms = symptoms(parts, classified, picks);
    let fixes = read_fixes(parts, classified, picks, &symptoms);
    let mut out = copy_root(article, "article");
    append_head(parts, classified, picks, &mut out);
    let systems = used_systems(&fixes);
    ask_systems(&systems, &mut out);
    let ids = ask_symptoms(parts, &symptoms, lexicon, &mut out);
    let mut taken: BTreeSet<String> = ids.iter().cloned().collect();
    taken.extend(systems.iter().map(|system| system.id.to_owned()));
    let first = |fix: &Fix<'_>| {
        let step = fix.content.steps.first().map(|step| step.nodes.clone());
        text(&new_element("li", step.unwrap_or_default()))
    };
    let named = fixes.iter().map(|fix| (&*fix.title, first(fix)));
    let own = ids_of(&named.collect::<Vec<_>>(), lexicon);
    for (fix, id) in fixes.into_iter().zip(&own) {
        let mut section = fix_section(fix, id, &systems, &ids, &mut taken, lexicon);
        if let Some(place) = place_of(&section) {
            section.attributes.push(place);
        }
        append(&mut out, section);
    }
    append_support(parts, classified, &mut out);
    out
}

/// An element with this tag and the marks, language and offset of another.
fn copy_root(element: &Element, tag: &str) -> Element {
    let kept =
        |name: &str| name == "lang" || name.starts_with(PREFIX) && name != "data-unstuck-title";
    Element {
        tag: tag.into(),
        attributes: element
            .attributes
            .iter()
            .filter(|(name, _)| kept(name))
            .cloned()
            .collect(),
        children: Vec::new(),
    }
}

/// The offset of the first thing in an element, where the element has none itself.
fn place_of(element: &Element) -> Option<(String, String)> {
    element
        .attributes
        .iter()
        .find(|(name, _)| name == AT)
        .cloned()
        .or_else(|| {
            element.children.iter().find_map(|child| match child {
                Node::Element(inner) => place_of(inner),
                Node::Text(_) => None,
            })
        })
        .filter(|_| element.attribute(AT).is_none())
}

/// Adds title, introduction, notes and the author's questions.
fn append_head(parts: &[Part], classified: &Classified<'_>, picks: &[Pick], out: &mut Element) {
    let lexicon = classified.lexicon();
    let as_allowed = |block: &Block| normalize(block, lexicon);
    let mut header = new_element("header", Vec::new());
    let mut title = copy_root(&parts[0].heading, "h1");
    title.attributes.retain(|(name, _)| name == AT);
    title.children.push(Node::Text(parts[0].title.clone()));
    append(&mut header, title);
    append(out, header);
    let mut chosen = vec![false; parts.len()];
    for at in picks
        .iter()
        .flat_map(|pick| pick.under.iter().chain([&pick.part]))
    {
        chosen[*at] = true;
    }
    let told = parts[0]
        .blocks
        .iter()
        .filter(|block| !lexicon.is_metadata(&text(block)));
    let mut intro: Vec<Element> = told.filter_map(as_allowed).collect();
    // A guide opens with a sentence if there is one.
    if let Some(first) = intro
        .iter()
        .position(|block| block.tag == "p" && marks(block).is_empty())
    {
        let first = intro.remove(first);
        intro.insert(0, first);
    }
    let mut notes = Vec::new();
    for (at, part) in parts.iter().enumerate().skip(1) {
        if part.parent != 0 || chosen[at] || part.blocks.is_empty() {
            continue;
        }
        // What the author has marked (questions, notes) stays in its place.
        if part.blocks.iter().any(|block| !marks(block).is_empty()) {
            notes.extend(
                part.blocks
                    .iter()
                    .filter(|block| !marks(block).is_empty())
                    .filter_map(as_allowed),
            );
            continue;
        }
        match classified.role(at) {
            Role::Reason => intro.extend(part.blocks.iter().filter_map(as_allowed)),
            Role::Preparation => {
                let mut note = new_element("div", Vec::new());
                set_mark(&mut note, "note", "");
                append(&mut note, bold_paragraph(&part.title));
                part.blocks
                    .iter()
                    .filter_map(as_allowed)
                    .for_each(|block| append(&mut note, block));
                notes.push(note);
            }
            _ => {}
        }
    }
    for block in intro.into_iter().chain(notes) {
        append(out, block);
    }
}

fn append_support(parts: &[Part], classified: &Classified<'_>, out: &mut Element) {
    let found = parts.iter().enumerate().skip(1).find(|(at, part)| {
        classified.role(*at) == Role::Support
            && !part.blocks.is_empty()
            && classified.role(part.parent) != Role::Support
    });
    let Some((_, part)) = found else {
        return;
    };
    let mut section = new_element("section", Vec::new());
    section.attributes.clone_from(&part.marks);
    set_mark(&mut section, "support", "");
    let mut heading = new_element("h2", Vec::new());
    heading
        .children
        .push(Node::Text(without_number(&part.title).to_owned()));
    append(&mut section, heading);
    part.blocks
        .iter()
        .filter_map(|block| normalize(block, classified.lexicon()))
        .for_each(|block| append(&mut section, block));
    append(out, section);
}
