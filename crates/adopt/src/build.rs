//! The marked article: what the table says, written as its author could have marked it.
//!
//! Belongs here: the order of the marked article, its introduction and its support. Does not: any decision (the table holds
//! them all), or what the marks mean (see [`unstuck_core::guide::read`]).

use std::collections::BTreeSet;

use unstuck_core::guide::{Element, Node, PREFIX};

use crate::decide::Found;
use crate::dom::{append, new_element, text};
use crate::fix_section::fix_section;
use crate::ids::ids_of;
use crate::lexicon::Lexicon;
use crate::marks::{AT, marks, set_mark};
use crate::normalize::written;
use crate::part::Part;
use crate::questions::{ask_symptoms, ask_systems};
use crate::table::{Answer, BlockRole, Row, Table, offset};

/// The marked article of a table.
pub(crate) fn build(
    article: &Element,
    parts: &[Part],
    found: &Found<'_>,
    table: &Table,
    lexicon: &Lexicon,
) -> Element {
    let mut out = copy_root(article, "article");
    append_title(parts, &mut out);
    append_introduction(table, &mut out);
    append_notes(table, &mut out);
    ask_systems(&found.systems, &mut out);
    let ids = ask_symptoms(parts, &found.symptoms, lexicon, &mut out);
    let mut taken: BTreeSet<String> = ids.iter().cloned().collect();
    taken.extend(found.systems.iter().map(|system| system.id.to_owned()));
    let named: Vec<(&str, String)> = found
        .fixes
        .iter()
        .map(|fix| (&*fix.title, fix.content.first_step(table)))
        .collect();
    let own = ids_of(&named, lexicon);
    let told = table.by_fix(found.fixes.len());
    for ((fix, id), rows) in found.fixes.iter().zip(&own).zip(told) {
        let mut section = fix_section(fix, &rows, id, &found.systems, &ids, &mut taken, lexicon);
        if section.attribute(AT).is_none()
            && let Some(place) = offset(&section)
        {
            let place = place.to_owned();
            section.attributes.push((AT.to_owned(), place));
        }
        append(&mut out, section);
    }
    append_support(parts, table, &mut out);
    out
}

/// An element with this tag and the marks, language and offset of another.
fn copy_root(element: &Element, tag: &str) -> Element {
    let kept = |name: &str| {
        matches!(name, "lang" | "dir") || name.starts_with(PREFIX) && name != "data-unstuck-title"
    };
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

fn append_title(parts: &[Part], out: &mut Element) {
    let mut header = new_element("header", Vec::new());
    let mut title = copy_root(&parts[0].heading, "h1");
    title.attributes.retain(|(name, _)| name == AT);
    title.children.push(Node::Text(parts[0].title.clone()));
    append(&mut header, title);
    append(out, header);
}

fn append_introduction(table: &Table, out: &mut Element) {
    let mut opened = false;
    let mut blocks: Vec<Element> = Vec::new();
    let mut under_title = false;
    for (row, answer) in table.told(BlockRole::Introduction) {
        under_title |= answer.lead;
        let Some(block) = written(row, answer) else {
            continue;
        };
        // A guide opens with a sentence if there is one.
        let opens = block.tag == "p" && marks(&block).is_empty() && !text(&block).is_empty();
        if opens && !opened && !under_title {
            opened = true;
            blocks.insert(0, block);
        } else {
            blocks.push(block);
        }
    }
    blocks.into_iter().for_each(|block| append(out, block));
}

/// Notes, and what the author has marked outside the fixes.
fn append_notes(table: &Table, out: &mut Element) {
    let mut last = None;
    for (row, answer) in table.all_told() {
        let own = match answer.role {
            BlockRole::Note => true,
            BlockRole::Question | BlockRole::Wait | BlockRole::More => answer.fix.is_none(),
            _ => false,
        };
        if !own || answer.words.is_some() || answer.is_option() {
            continue;
        }
        let Some(block) = written(row, answer) else {
            continue;
        };
        if answer.role != BlockRole::Note || !marks(&block).is_empty() {
            append(out, block);
            last = None;
            continue;
        }
        // What stands under one heading is one note.
        match out.children.last_mut() {
            Some(Node::Element(note)) if last.is_some() && last == answer.item => {
                append(note, block);
            }
            _ => {
                let mut note = new_element("div", Vec::new());
                set_mark(&mut note, "note", "");
                append(&mut note, block);
                append(out, note);
            }
        }
        last = answer.item;
    }
}

fn append_support(parts: &[Part], table: &Table, out: &mut Element) {
    let rows: Vec<(&Row, &Answer)> = table.told(BlockRole::Support).collect();
    if rows.is_empty() {
        return;
    }
    let mut section = new_element("section", Vec::new());
    let mut inner = Vec::new();
    let mut title = None;
    for (row, answer) in rows {
        let part = parts.iter().find(|part| {
            answer.lead && !part.heading.tag.is_empty() && part.heading.element == row.element
        });
        match (&answer.words, &mut title) {
            (Some(words), _) => title = Some(words.clone()),
            (None, title @ None) if answer.lead => {
                *title = Some(text(&row.element));
                if let Some(part) = part {
                    section.attributes.clone_from(&part.marks);
                }
            }
            _ => inner.extend(written(row, answer)),
        }
    }
    set_mark(&mut section, "support", "");
    let heading = new_element("h2", vec![Node::Text(title.unwrap_or_default())]);
    append(&mut section, heading);
    for block in inner {
        append(&mut section, block);
    }
    append(out, section);
}
