//! Lists that are typed, not marked up: lines that begin with a figure or a bullet, and paragraphs parted by line breaks.
//!
//! Belongs here: writing them as lists and paragraphs. Does not: which lists are steps (see `lists`), or which numbered
//! paragraphs are titles: bold ones are left to the outline.

use unstuck_core::guide::{Element, Node, is_inline};

use super::headings::is_titled;
use crate::dom::{find_tags, is_silent, new_element, says, text};
use crate::lexicon::Lexicon;
use crate::marks::marks;
use crate::title_blocks::is_bold_title;

/// What begins a line of a typed list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Marker {
    Number(u32),
    Bullet,
}

/// The most blocks between two items that belong to the first of them.
const BETWEEN: usize = 3;

/// Whether paragraphs and lists may stand in an element.
pub(super) fn may_hold(element: &Element) -> bool {
    (!is_inline(&element.tag) || wraps_blocks(element))
        && !is_titled(element)
        && !matches!(
            element.tag.as_str(),
            "p" | "pre"
                | "ul"
                | "ol"
                | "dl"
                | "table"
                | "thead"
                | "tbody"
                | "tfoot"
                | "tr"
                | "figure"
                | "button"
        )
}

/// Whether an element for words is around paragraphs or lists: then it only gives them their looks.
pub(super) fn wraps_blocks(element: &Element) -> bool {
    matches!(element.tag.as_str(), "font" | "span")
        && !find_tags(element, &["p", "ul", "ol", "table"]).is_empty()
}

/// Parts paragraphs at their line breaks, and gathers the paragraphs and lines of a typed list.
pub(super) fn gather(nodes: &mut Vec<Node>, lexicon: &Lexicon) {
    let mut blocks = Vec::with_capacity(nodes.len());
    for node in paragraphs(std::mem::take(nodes), lexicon) {
        match node {
            Node::Element(element) if is_paragraph(&element) && marks(&element).is_empty() => {
                blocks.extend(parted(element, lexicon).into_iter().map(Node::Element));
            }
            node => blocks.push(node),
        }
    }
    *nodes = listed(blocks, lexicon);
}

/// Loose words that line breaks part, as paragraphs. Other loose words stay as they are.
fn paragraphs(nodes: Vec<Node>, lexicon: &Lexicon) -> Vec<Node> {
    let is_loose = |node: &Node| match node {
        Node::Text(_) => true,
        Node::Element(element) => is_inline(&element.tag),
    };
    let breaks = nodes.iter().filter(|node| is_break(node)).count();
    let blocks = nodes.iter().any(|node| !is_loose(node));
    if breaks == 0 || !blocks && !typed(&nodes) && !parts(&nodes, lexicon) {
        return nodes;
    }
    let mut out = Vec::new();
    let mut loose = Vec::new();
    let end = |loose: &mut Vec<Node>, out: &mut Vec<Node>| {
        let run = std::mem::take(loose);
        if run.iter().any(is_break) {
            out.push(Node::Element(new_element("p", run)));
        } else {
            out.extend(run);
        }
    };
    for node in nodes {
        if is_loose(&node) {
            loose.push(node);
        } else {
            end(&mut loose, &mut out);
            out.push(node);
        }
    }
    end(&mut loose, &mut out);
    out
}

/// Whether loose words are lines of a typed list.
fn typed(nodes: &[Node]) -> bool {
    let lines = lines_of(nodes);
    lines
        .iter()
        .filter(|line| marker(&words(line)).is_some())
        .count()
        > 1
}

/// Whether line breaks part more than lines of one paragraph.
fn parts(nodes: &[Node], lexicon: &Lexicon) -> bool {
    parted(new_element("p", nodes.to_vec()), lexicon).len() > 1
        || orders(&lines_of(nodes), lexicon).is_some()
}

/// Where the orders begin, if each line is one; a line that ends in a colon may lead them.
fn orders(lines: &[Vec<Node>], lexicon: &Lexicon) -> Option<usize> {
    let said: Vec<String> = lines.iter().map(|line| words(line)).collect();
    let told: Vec<usize> = (0..said.len()).filter(|at| !said[*at].is_empty()).collect();
    let (first, rest) = told.split_first()?;
    let leads = said[*first].ends_with([':', '：']);
    let (from, orders) = if leads {
        (*rest.first()?, rest)
    } else {
        (*first, told.as_slice())
    };
    let order = |at: &usize| lexicon.is_instructing(&new_element("p", lines[*at].clone()));
    let title = |line: &Vec<Node>| is_bold_title(&new_element("p", line.clone()), lexicon);
    let told = orders.len() > 1 && orders.iter().all(order) && !lines.iter().any(title);
    told.then_some(from)
}

fn is_break(node: &Node) -> bool {
    matches!(node, Node::Element(element) if element.tag == "br")
}

/// A paragraph, or an element that a page uses as one.
fn is_paragraph(element: &Element) -> bool {
    element.tag == "p"
        || element.tag == "div"
            && element.children.iter().all(|child| match child {
                Node::Text(_) => true,
                Node::Element(inner) => is_inline(&inner.tag),
            })
}

fn words(line: &[Node]) -> String {
    text(&new_element("p", line.to_vec())).trim().to_owned()
}

/// Nodes, parted at line breaks. A wrapper around all of them is parted too.
fn lines_of(nodes: &[Node]) -> Vec<Vec<Node>> {
    let mut said = nodes
        .iter()
        .filter(|node| !is_silent(node) || is_break(node));
    if let (Some(Node::Element(only)), None) = (said.next(), said.next())
        && matches!(
            only.tag.as_str(),
            "span" | "font" | "b" | "strong" | "em" | "i"
        )
        && only.children.iter().any(is_break)
    {
        let wrap = |children: Vec<Node>| {
            vec![Node::Element(Element {
                children,
                ..only.clone()
            })]
        };
        return lines_of(&only.children).into_iter().map(wrap).collect();
    }
    let mut lines = vec![Vec::new()];
    for node in nodes {
        if is_break(node) {
            lines.push(Vec::new());
        } else if let Some(line) = lines.last_mut() {
            line.push(node.clone());
        }
    }
    lines
}

/// A paragraph as the paragraphs and lists that its line breaks make of it: an empty line parts it, a bold line is a title, and
/// lines with figures or bullets are a list.
fn parted(paragraph: Element, lexicon: &Lexicon) -> Vec<Element> {
    let lines = lines_of(&paragraph.children);
    if lines.len() < 2 {
        return vec![paragraph];
    }
    let like = |children: Vec<Node>| Element {
        children,
        tag: "p".into(),
        attributes: paragraph.attributes.clone(),
    };
    let typed = lines
        .iter()
        .filter(|line| marker(&words(line)).is_some())
        .count()
        > 1;
    if let Some(from) = orders(&lines, lexicon).filter(|_| !typed) {
        let item = |line: &Vec<Node>| {
            let item = new_element("li", line.clone());
            says(&item).then_some(Node::Element(item))
        };
        let mut list = new_element("ol", lines[from..].iter().filter_map(item).collect());
        list.attributes = paragraph.attributes.clone();
        let lead = like(lines[..from].concat());
        return [lead, list].into_iter().filter(says).collect();
    }
    let mut out = Vec::new();
    let mut open: Vec<Node> = Vec::new();
    let end = |open: &mut Vec<Node>, out: &mut Vec<Element>| {
        let made = like(std::mem::take(open));
        if says(&made) {
            out.push(made);
        }
    };
    for line in lines {
        let said = words(&line);
        let own = like(line.clone());
        let alone =
            typed && marker(&said).is_some() || !said.is_empty() && is_bold_title(&own, lexicon);
        if alone || !says(&own) {
            end(&mut open, &mut out);
            if alone {
                out.push(own);
            }
            continue;
        }
        if !open.is_empty() {
            open.push(Node::Element(new_element("br", Vec::new())));
        }
        open.extend(line);
    }
    end(&mut open, &mut out);
    match out.as_slice() {
        [_] | [] => vec![paragraph],
        _ => out,
    }
}

/// What a line of a typed list begins with.
fn marker(words: &str) -> Option<Marker> {
    let words = words.trim_start();
    let words = words.strip_prefix(['(', '（']).unwrap_or(words);
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 {
        let number = words.get(..digits)?.parse().ok()?;
        let rest = words.get(digits..)?;
        let rest = rest.strip_prefix(['.', ')', ':', '．', '）', '、'])?;
        // 2.4 GHz and 10:30 begin no line.
        return (!rest.starts_with(|c: char| c.is_ascii_digit()) && !rest.trim().is_empty())
            .then_some(Marker::Number(number));
    }
    let mut chars = words.chars();
    let first = chars.next()?;
    let bullet = matches!(
        first,
        '•' | '‣'
            | '◦'
            | '▪'
            | '●'
            | '○'
            | '■'
            | '·'
            | '∙'
            | '⁃'
            | '\u{f0b7}'
            | '➢'
            | '✓'
            | '✔'
            | '–'
            | '-'
            | '*'
    );
    let rest = chars.as_str();
    let apart = rest.starts_with(char::is_whitespace) || !matches!(first, '–' | '-' | '*');
    (bullet && apart && !rest.trim().is_empty()).then_some(Marker::Bullet)
}

/// A line without its marker.
fn without_marker(element: &mut Element) -> bool {
    for child in &mut element.children {
        match child {
            Node::Text(text) if text.trim().is_empty() => {}
            Node::Text(text) => {
                let start = text.trim_start();
                let start = start.strip_prefix(['(', '（']).unwrap_or(start);
                let rest = start.trim_start_matches(|c: char| c.is_ascii_digit());
                let rest = if rest.len() < start.len() {
                    rest.trim_start_matches(['.', ')', ':', '．', '）', '、'])
                } else {
                    let mut chars = start.chars();
                    chars.next();
                    chars.as_str()
                };
                *text = rest.trim_start().to_owned();
                return true;
            }
            Node::Element(inner) => {
                if without_marker(inner) {
                    return true;
                }
            }
        }
    }
    false
}

/// Gathers the paragraphs of a typed list into a list.
fn listed(nodes: Vec<Node>, lexicon: &Lexicon) -> Vec<Node> {
    let kinds: Vec<Option<Marker>> = nodes.iter().map(|node| item(node, lexicon)).collect();
    if kinds.iter().flatten().count() < 2 {
        return nodes;
    }
    let mut out = Vec::with_capacity(nodes.len());
    let mut at = 0;
    while at < nodes.len() {
        let run = run(&nodes, &kinds, at, lexicon);
        if run.len() < 2 {
            out.push(nodes[at].clone());
            at += 1;
            continue;
        }
        let ordered = kinds[at] != Some(Marker::Bullet);
        let mut list = new_element(if ordered { "ol" } else { "ul" }, Vec::new());
        if let (Some(Marker::Number(first)), true) = (kinds[at], ordered)
            && first > 1
        {
            list.attributes.push(("start".into(), first.to_string()));
        }
        let last = run.last().copied().unwrap_or(at);
        for (place, start) in run.iter().enumerate() {
            let end = run.get(place + 1).copied().unwrap_or(last + 1);
            let mut item = new_element("li", Vec::new());
            for (offset, node) in nodes[*start..end].iter().enumerate() {
                let mut node = node.clone();
                if let (0, Node::Element(first)) = (offset, &mut node) {
                    without_marker(first);
                    item.attributes.clone_from(&first.attributes);
                    item.children.append(&mut first.children);
                } else {
                    item.children.push(node);
                }
            }
            list.children.push(Node::Element(item));
        }
        out.push(Node::Element(list));
        at = last + 1;
    }
    out
}

/// The marker of a paragraph that is an item, and no title.
fn item(node: &Node, lexicon: &Lexicon) -> Option<Marker> {
    match node {
        Node::Element(element)
            if is_paragraph(element)
                && marks(element).is_empty()
                && !is_bold_title(element, lexicon) =>
        {
            marker(&text(element))
        }
        _ => None,
    }
}

/// Where the items of the list that begins here are.
fn run(nodes: &[Node], kinds: &[Option<Marker>], from: usize, lexicon: &Lexicon) -> Vec<usize> {
    let Some(first) = kinds[from] else {
        return Vec::new();
    };
    let mut places = vec![from];
    let mut before = first;
    let mut between = 0;
    for (at, node) in nodes.iter().enumerate().skip(from + 1) {
        let next = match (before, kinds[at]) {
            (Marker::Number(before), Some(Marker::Number(next))) if next == before + 1 => true,
            // As an editor types them: each is the first.
            (Marker::Bullet, Some(Marker::Bullet)) => true,
            (_, Some(_)) => break,
            (_, None) => false,
        };
        if next {
            places.push(at);
            before = kinds[at].unwrap_or(before);
            between = 0;
            continue;
        }
        if is_silent(node) {
            continue;
        }
        // What stands between two numbers belongs to the first. Bullets stand close.
        between += 1;
        let goes_between = match node {
            Node::Text(_) => false,
            Node::Element(element) => {
                !is_bold_title(element, lexicon)
                    && matches!(
                        element.tag.as_str(),
                        "p" | "pre" | "figure" | "img" | "ul" | "div" | "table" | "aside"
                    )
            }
        };
        if before == Marker::Bullet || between > BETWEEN || !goes_between {
            break;
        }
    }
    places
}
