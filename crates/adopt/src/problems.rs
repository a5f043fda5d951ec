//! Problems that only a label tells from their remedies: "Problem: it hangs", "Solution: restart it", pair after pair.
//!
//! Belongs here: the parts that such pairs make. Does not: headings that recur as labels below titles of their own (see
//! `belonging`), or tables with these words over their columns (see `table_fixes`).

use unstuck_core::guide::{Element, Node};

use crate::dom::{is_blank, is_list, line_of, new_element, parts_of_list, text};
use crate::item_titles::opened;
use crate::lexicon::Lexicon;
use crate::part::Part;
use crate::rules::By;
use crate::table::{Block, Table};
use crate::titles::folded;

/// The longest problem that can be a title, in words.
const WORDS: usize = 40;

/// The parts, with a part of its own for each problem where a part tells two pairs at least.
pub(crate) fn part_problems(parts: &[Part], table: &mut Table, lexicon: &Lexicon) -> Vec<Part> {
    let mut out = Vec::with_capacity(parts.len());
    for (at, part) in parts.iter().enumerate() {
        let mut own = part.clone();
        if let Some(pieces) = pairs(&part.blocks, lexicon) {
            own.blocks.clear();
            out.push(own);
            tell(pieces, &mut out, table);
        } else {
            if recurs(parts, at, lexicon) {
                retitle(&mut own, table);
            }
            out.push(own);
        }
    }
    out
}

/// A line of a block, or all of it.
struct Piece<'a> {
    block: &'a Block,
    /// What the label says, where one begins it, and what follows that.
    problem: Option<(Element, Element)>,
    /// The words of the block that it is, if not all.
    line: Option<Element>,
    /// Whether it is nothing but the label of a remedy.
    heads: bool,
}

impl Piece<'_> {
    fn element(&self) -> &Element {
        self.line.as_ref().unwrap_or(self.block)
    }
}

/// The lines of blocks that are such pairs. `None` where they are not, or where a problem is too long for a title.
fn pairs<'a>(blocks: &'a [Block], lexicon: &Lexicon) -> Option<Vec<Piece<'a>>> {
    let mut wanted = None;
    let (mut problems, mut remedies) = (0, 0);
    let mut pieces: Vec<Piece<'_>> = Vec::new();
    for block in blocks {
        let lines = match block.tag.as_str() {
            "p" => lines_of(block, lexicon),
            _ if is_list(block) => lines_of_list(block, lexicon).unwrap_or_default(),
            _ => Vec::new(),
        };
        let lines = match lines.len() {
            0 | 1 => vec![None],
            _ => lines.into_iter().map(Some).collect(),
        };
        for line in lines {
            let element = line.as_ref().unwrap_or(block);
            let labelled = (element.tag == "p").then(|| label(element)).flatten();
            let remedy = labelled.as_ref().and_then(|(label, after)| {
                let cures = lexicon.remedy_columns.contains(&name(label).as_str());
                cures.then(|| text(after).is_empty())
            });
            let problem = labelled.filter(|(label, _)| {
                let name = name(label);
                // The first of them is the one that the others repeat.
                lexicon.issue_labels.contains(&name.as_str())
                    && *wanted.get_or_insert_with(|| name.clone()) == name
            });
            problems += usize::from(problem.is_some());
            remedies += usize::from(remedy.is_some());
            pieces.push(Piece {
                block,
                problem,
                line,
                heads: remedy == Some(true),
            });
        }
    }
    let short = |element: &Element| (1..=WORDS).contains(&text(element).split_whitespace().count());
    let titled = pieces.iter().enumerate().all(|(at, piece)| {
        let Some((_, title)) = &piece.problem else {
            return true;
        };
        let next = pieces.get(at + 1);
        let next = next.filter(|next| next.problem.is_none() && !next.heads);
        short(title)
            || text(title).is_empty()
                && next.is_some_and(|next| next.block.tag == "p" && short(next.element()))
    });
    (problems >= 2 && remedies >= 2 && titled).then_some(pieces)
}

/// Puts the pieces into parts, all before the first problem into the last of those that are there.
fn tell(pieces: Vec<Piece<'_>>, out: &mut Vec<Part>, table: &mut Table) {
    let mut pieces = pieces.into_iter();
    while let Some(piece) = pieces.next() {
        let within = Some(piece.block.row);
        let Some((label, title)) = piece.problem else {
            if piece.heads {
                match piece.line {
                    Some(line) => table.take_out(line, within, By::Group),
                    None => table.leave_out(piece.block.row, By::Group),
                }
                continue;
            }
            let block = match piece.line {
                Some(line) => table.add(line, within),
                None => piece.block.clone(),
            };
            if let Some(part) = out.last_mut() {
                part.blocks.push(block);
            }
            continue;
        };
        let alone = text(&title).is_empty();
        match piece.line {
            None if alone => table.leave_out(piece.block.row, By::Group),
            _ => table.take_out(label, within, By::Group),
        }
        let (title, within) = if alone {
            let Some(next) = pieces.next() else { return };
            (next.element().clone(), Some(next.block.row))
        } else {
            (title, within)
        };
        let heading = heading(&title);
        out.push(Part {
            level: Part::PSEUDO_LEVEL,
            title: line_of(&heading),
            heading: table.add(heading, within),
            ..Part::default()
        });
    }
}

/// Whether the heading of a part is such a label, and another with the same words follows or goes before with none above it between.
/// Behind another title it says what part of that it is.
fn recurs(parts: &[Part], at: usize, lexicon: &Lexicon) -> bool {
    let part = &parts[at];
    let own = folded(&part.title);
    let may = lexicon.issue_labels.contains(&own.as_str())
        && part.marks.is_empty()
        && part.blocks.first().is_some_and(|block| {
            block.tag == "p" && text(block).split_whitespace().count() <= WORDS
        });
    let within = |other: &&Part| other.level >= part.level;
    let beside = |other: &&Part| other.level == part.level;
    let after = || {
        let after = parts.iter().skip(at + 1).take_while(within);
        after.filter(beside)
    };
    let mut before = parts[..at].iter().rev().take_while(within).filter(beside);
    let cures = |other: &Part| {
        lexicon
            .remedy_columns
            .contains(&folded(&other.title).as_str())
    };
    let begins = before.clone().next().is_none_or(cures);
    let same = |other: &Part| folded(&other.title) == own;
    may && at > 0 && begins && (after().any(same) || before.any(same)) && after().any(cures)
}

/// Gives a part the problem that it tells for its title.
fn retitle(part: &mut Part, table: &mut Table) {
    let first = part.blocks.remove(0);
    table.leave_out(part.heading.row, By::Group);
    let heading = heading(&first);
    part.title = line_of(&heading);
    part.heading = table.add(heading, Some(first.row));
}

fn heading(words: &Element) -> Element {
    let mut heading = new_element("h2", words.children.clone());
    heading.attributes.clone_from(&words.attributes);
    heading
}

/// The label that an element begins with or is, and what follows it.
fn label(element: &Element) -> Option<(Element, Element)> {
    let at = element.children.iter().position(|node| !is_blank(node))?;
    let mut rest: Vec<Node> = element.children.iter().skip(at + 1).cloned().collect();
    let said = match element.children.get(at)? {
        Node::Element(first) => text(first),
        Node::Text(words) => words.clone(),
    };
    let (label, after) = match said.split_once([':', '：']) {
        Some((label, after)) => (label, after.trim_start()),
        // "**Problem**: it hangs", or nothing more.
        None => {
            let parted = if let Some(Node::Text(words)) = rest.first_mut()
                && let Some(after) = words.trim_start().strip_prefix([':', '：'])
            {
                *words = after.to_owned();
                true
            } else {
                false
            };
            if !parted && rest.iter().any(|node| !is_blank(node)) {
                return None;
            }
            (&*said, "")
        }
    };
    if !after.is_empty() {
        rest.insert(0, Node::Text(after.to_owned()));
    }
    if let Some(Node::Text(words)) = rest.first_mut() {
        *words = words.trim_start().to_owned();
    }
    let paragraph = |children| Element {
        attributes: element.attributes.clone(),
        ..new_element("p", children)
    };
    let label = paragraph(vec![Node::Text(label.trim().to_owned())]);
    Some((label, paragraph(rest)))
}

/// What a label says, without a number.
fn name(label: &Element) -> String {
    let words = folded(&text(label));
    words
        .trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '#' | ' '))
        .to_owned()
}

/// The lines of a list's items, and of the lists in them. `None` where one does not begin with a label.
fn lines_of_list(list: &Element, lexicon: &Lexicon) -> Option<Vec<Element>> {
    let mut lines = Vec::new();
    for part in parts_of_list(list)
        .into_iter()
        .filter(|part| !is_blank(part))
    {
        let Node::Element(item) = part else {
            return None;
        };
        let opened = opened(item);
        let mut labelled = false;
        for node in &opened.as_ref().unwrap_or(item).children {
            let block = match node {
                Node::Element(block) => block,
                words if is_blank(words) => continue,
                Node::Text(_) => return None,
            };
            let own = match block.tag.as_str() {
                "p" => lines_of(block, lexicon),
                _ if is_list(block) => {
                    lines_of_list(block, lexicon).unwrap_or_else(|| vec![block.clone()])
                }
                _ => vec![block.clone()],
            };
            labelled |= own.first().is_some_and(|line| is_labelled(line, lexicon));
            if !labelled {
                return None;
            }
            lines.extend(own);
        }
    }
    Some(lines)
}

/// Whether a line begins with a label.
fn is_labelled(line: &Element, lexicon: &Lexicon) -> bool {
    label(line).is_some_and(|(label, _)| is_label(&name(&label), lexicon))
}

fn is_label(name: &str, lexicon: &Lexicon) -> bool {
    lexicon.issue_labels.contains(&name) || lexicon.remedy_columns.contains(&name)
}

/// The lines of a paragraph that begin with labels: behind a break, or in bold.
fn lines_of(paragraph: &Element, lexicon: &Lexicon) -> Vec<Element> {
    let named = |words: &str| is_label(&folded(words), lexicon);
    let opens = |line: &str| {
        line.split_once([':', '：'])
            .is_some_and(|(label, _)| named(label))
    };
    let mut lines: Vec<Vec<Node>> = vec![Vec::new()];
    let mut push = |node: Node, begins: bool| {
        if begins
            && lines
                .last()
                .is_some_and(|line| line.iter().any(|node| !is_blank(node)))
        {
            lines.push(Vec::new());
        }
        if let Some(line) = lines.last_mut() {
            line.push(node);
        }
    };
    // Whether the line before has ended.
    let mut ended = false;
    for node in &paragraph.children {
        match node {
            Node::Element(inner) if inner.tag == "br" => ended = true,
            Node::Element(inner) => {
                let bold = matches!(inner.tag.as_str(), "b" | "strong");
                let words = text(inner);
                push(node.clone(), bold && (named(&words) || opens(&words)));
                ended = false;
            }
            Node::Text(words) => {
                for line in words.split_inclusive('\n') {
                    push(Node::Text(line.to_owned()), ended && opens(line));
                    ended = line.ends_with('\n');
                }
            }
        }
    }
    lines
        .into_iter()
        .map(|children| Element {
            attributes: paragraph.attributes.clone(),
            ..new_element("p", children)
        })
        .collect()
}
