//! The article as an outline: headings with what they own, wrappers flattened, machinery left out.
//!
//! Belongs here: which elements of a foreign page are headings, blocks, tabs or machinery, and the pseudo-headings that
//! stand in for headings. Does not: which parts are fixes (see `choose`), or what a fix's blocks say (see `steps`).

use unstuck_core::guide::{self, Element, Node, PREFIX, is_skipped};

use super::words;

/// Blocks of these names are made here, for what pages build of many elements.
pub(super) const TABS: &str = "x-tabs";
/// A tab of [`TABS`]; its label is the attribute `title`.
pub(super) const TAB: &str = "x-tab";

/// A heading and what it owns up to the next.
#[derive(Clone, Debug, Default)]
pub(super) struct Part {
    /// 0 for the article itself, 1 to 6 for headings, 7 for what stands in for one.
    pub(super) level: u8,
    /// The heading's words.
    pub(super) title: String,
    /// The heading, cleaned of permalinks.
    pub(super) heading: Element,
    /// The author's marks, from the heading and from the wrapper that it opens.
    pub(super) marks: Vec<(String, String)>,
    /// What it owns.
    pub(super) blocks: Vec<Element>,
    /// The part that it belongs to.
    pub(super) parent: usize,
    /// The parts that belong to it.
    pub(super) children: Vec<usize>,
}

impl Part {
    /// An author's mark by its short name.
    pub(super) fn mark(&self, name: &str) -> Option<&str> {
        mark(&self.marks, name)
    }
}

/// A mark by its short name.
pub(super) fn mark<'a>(marks: &'a [(String, String)], name: &str) -> Option<&'a str> {
    let found = marks
        .iter()
        .find(|(full, _)| full.strip_prefix(PREFIX) == Some(name))?;
    Some(&found.1)
}

/// The author's marks of an element; where it stands in its file is none.
pub(super) fn marks(element: &Element) -> Vec<(String, String)> {
    let marks = element.attributes.iter();
    marks
        .filter(|(name, _)| name.starts_with(PREFIX) && name != super::AT)
        .cloned()
        .collect()
}

/// What stands in for headings where an article has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pseudo {
    /// Nothing does.
    None,
    /// Bold paragraphs, terms of definition lists, block titles, summaries.
    Bold,
    /// Bold beginnings of list items too.
    Leads,
    /// All of them, but only under headings that say that fixes follow.
    Grouped,
}

/// The article's parts; the first is the article itself, with what stands before its first heading.
#[must_use]
pub(super) fn outline(article: &Element, pseudo: Pseudo) -> Vec<Part> {
    let mut builder = Builder {
        parts: vec![Part::default()],
        loose: Vec::new(),
        pending: Vec::new(),
        pseudo,
    };
    builder.flatten(&article.children);
    builder.end_loose();
    let mut parts = builder.parts;
    drop_contents(&mut parts);
    take_title(&mut parts, article);
    link(&mut parts);
    parts
}

/// The first heading is the title, where it is one: the only one of its level, with no higher one after it.
fn take_title(parts: &mut Vec<Part>, article: &Element) {
    let given = article
        .attribute(&format!("{PREFIX}title"))
        .unwrap_or_default()
        .trim();
    let first = parts.get(1).map(|part| (part.level, part.marks.is_empty()));
    let Some((level, unmarked)) = first else {
        given.clone_into(&mut parts[0].title);
        return;
    };
    let rest = parts.iter().skip(2);
    let highest = rest.clone().map(|part| part.level).min();
    let alone = highest.is_none_or(|highest| level < highest);
    // A page of one heading and nothing more than its fix has its title elsewhere.
    let is_title = unmarked && (alone || level == 1) && (given.is_empty() || level == 1);
    if is_title {
        let title = parts.remove(1);
        parts[0].title = title.title;
        parts[0].heading = title.heading;
        parts[0].blocks.extend(title.blocks);
    } else {
        given.clone_into(&mut parts[0].title);
        // No title at all: the first heading is better than none.
        if given.is_empty() && unmarked {
            parts[0].title = parts[1].title.clone();
        }
    }
}

/// A list of the article's own headings is its contents, linked or not.
fn drop_contents(parts: &mut [Part]) {
    let mut titles: Vec<String> = parts
        .iter()
        .map(|part| words::folded(&part.title))
        .collect();
    titles.sort();
    for part in parts {
        part.blocks.retain(|block| {
            let items = if matches!(block.tag.as_str(), "ul" | "ol") {
                items(block)
            } else {
                Vec::new()
            };
            items.len() < 2
                || !items
                    .iter()
                    .all(|item| titles.binary_search(&words::folded(&text(item))).is_ok())
        });
    }
}

fn link(parts: &mut [Part]) {
    let mut open: Vec<usize> = vec![0];
    for at in 1..parts.len() {
        let level = parts[at].level;
        while open.len() > 1 && open.last().is_some_and(|last| parts[*last].level >= level) {
            open.pop();
        }
        let parent = open.last().copied().unwrap_or(0);
        parts[at].parent = parent;
        parts[parent].children.push(at);
        open.push(at);
    }
}

/// The words of classes, split as people write them: `article__toc-list` is article, toc, list.
fn class_words(element: &Element) -> impl Iterator<Item = &str> {
    let class = element.attribute("class").unwrap_or_default();
    let id = element
        .attribute("id")
        .filter(|_| !matches!(element.tag.as_str(), "section" | "article" | "main"));
    let id = id.filter(|id| id.len() < 24).unwrap_or_default();
    class
        .split_whitespace()
        .chain(id.split_whitespace())
        .flat_map(|class| class.split(['-', '_']))
}

/// Parts of pages that are not the article.
const MACHINERY: &[&str] = &[
    "toc",
    "tocs",
    "breadcrumb",
    "breadcrumbs",
    "pagination",
    "pager",
    "comments",
    "feedback",
    "helpful",
    "rating",
    "newsletter",
    "sidebar",
    "navigation",
    "navbar",
    "sharing",
    "cookie",
    "metadata",
    "tags",
    "byline",
    "footnotes",
    "footnote",
];

/// Whether an element is no part of what the article says: what no article is read for, and more that pages have.
pub(super) fn machinery(element: &Element) -> bool {
    if is_skipped(element) {
        return true;
    }
    match element.tag.as_str() {
        "form" | "iframe" | "svg" | "input" | "select" | "textarea" | "dialog" | "canvas"
        | "audio" | "object" | "embed" | "head" | "link" | "meta" | "footer" | "map" => true,
        "div" | "section" | "ul" | "ol" | "aside" | "details" | "p" | "span" => {
            matches!(
                element.attribute("role"),
                Some("navigation" | "contentinfo" | "search" | "complementary")
            ) || class_words(element).any(|word| MACHINERY.contains(&word))
                || element.tag == "aside"
                    && class_words(element).any(|word| matches!(word, "related" | "menu"))
        }
        _ => false,
    }
}

/// Elements that stand within a line: those that articles are read for, and older ones.
fn inline(tag: &str) -> bool {
    guide::is_inline(tag)
        || matches!(
            tag,
            "bdo" | "big" | "del" | "dfn" | "font" | "ins" | "label" | "source" | "strike" | "tt"
        )
}

/// What a page sets apart as a note or a warning: which of the two, where it does.
pub(super) fn admonition(element: &Element) -> Option<&'static str> {
    if !matches!(
        element.tag.as_str(),
        "div" | "aside" | "section" | "blockquote" | "details" | "p" | "dl" | "table"
    ) {
        return None;
    }
    let class = element
        .attribute("class")
        .unwrap_or_default()
        .to_lowercase();
    if class.is_empty() && element.tag == "aside" || element.attribute("role") == Some("note") {
        return Some("note");
    }
    if matches!(element.tag.as_str(), "p" | "blockquote") {
        return labelled(element);
    }
    let mut known = None;
    for word in class
        .split_whitespace()
        .flat_map(|class| class.split(['-', '_']))
    {
        // A general word may stand before the one that says which: "admonition warning".
        if words::warns(word) {
            return Some("warning");
        }
        if matches!(
            word,
            "admonition"
                | "admonitionblock"
                | "alert"
                | "note"
                | "callout"
                | "notice"
                | "tip"
                | "hint"
                | "info"
                | "information"
                | "infobox"
                | "aside"
                | "notification"
        ) {
            known = Some("note");
        }
    }
    known
}

/// What a paragraph says of itself with its first words, in bold: Note, Warning.
fn labelled(element: &Element) -> Option<&'static str> {
    let first = element
        .children
        .iter()
        .find(|child| !matches!(child, Node::Text(text) if text.trim().is_empty()))?;
    match first {
        Node::Element(bold) if matches!(bold.tag.as_str(), "b" | "strong") => {
            words::note(&text(bold))
        }
        Node::Element(inner) if inner.tag == "p" => {
            labelled(inner).or_else(|| words::note(&text(inner)))
        }
        _ => None,
    }
}

/// How much of an element's words is looked at, in bytes: no real block has more.
const TEXT_BYTES: usize = 32 * 1024;

/// The words of an element, white space folded; of more than [`TEXT_BYTES`] the beginning.
pub(super) fn text(element: &Element) -> String {
    fn gather(element: &Element, out: &mut String) {
        for child in &element.children {
            if out.len() > TEXT_BYTES {
                return;
            }
            match child {
                Node::Text(words) => {
                    let end = (0..=TEXT_BYTES.min(words.len()))
                        .rev()
                        .find(|end| words.is_char_boundary(*end));
                    out.push_str(words.get(..end.unwrap_or(0)).unwrap_or_default());
                }
                Node::Element(inner) if machinery(inner) => {}
                Node::Element(inner) => {
                    let apart = !inline(&inner.tag) || inner.tag == "br";
                    if apart {
                        out.push('\n');
                    }
                    gather(inner, out);
                    if apart {
                        out.push('\n');
                    }
                }
            }
        }
    }
    let mut out = String::new();
    gather(element, &mut out);
    let lines = out
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join("\n")
}

/// All elements of this name below an element.
pub(super) fn find<'a>(
    element: &'a Element,
    wanted: &dyn Fn(&Element) -> bool,
    out: &mut Vec<&'a Element>,
) {
    for child in &element.children {
        if let Node::Element(inner) = child {
            if wanted(inner) {
                out.push(inner);
            } else {
                find(inner, wanted, out);
            }
        }
    }
}

fn is_heading(element: &Element) -> bool {
    matches!(
        element.tag.as_str(),
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6"
    )
}

fn has_heading(element: &Element) -> bool {
    element.children.iter().any(|child| match child {
        Node::Element(inner) => is_heading(inner) || has_heading(inner),
        Node::Text(_) => false,
    })
}

/// Whether the first thing that an element says is a heading.
fn opens_with_heading(element: &Element) -> bool {
    for child in &element.children {
        match child {
            Node::Text(text) if text.trim().is_empty() => {}
            Node::Text(_) => return false,
            Node::Element(inner) if machinery(inner) => {}
            Node::Element(inner) if is_heading(inner) => return true,
            Node::Element(inner) => return opens_with_heading(inner),
        }
    }
    false
}

/// A heading without the links that pages hang on it.
fn cleaned(heading: &Element) -> Element {
    fn permalink(element: &Element) -> bool {
        let words = text(element);
        element.attribute("aria-hidden") == Some("true")
            || class_words(element).any(|word| {
                matches!(
                    word,
                    "headerlink" | "anchor" | "hash" | "permalink" | "hidden" | "sr" | "visually"
                )
            }) && (words.chars().count() < 3
                || element.tag != "a"
                || words.to_lowercase().starts_with("link to")
                || words.to_lowercase().starts_with("permalink"))
            || element.tag == "a"
                && matches!(words.as_str(), "#" | "¶" | "§" | "🔗" | "Link" | "Anchor")
    }
    Element {
        tag: heading.tag.clone(),
        attributes: heading.attributes.clone(),
        children: heading
            .children
            .iter()
            .filter(|child| !matches!(child, Node::Element(inner) if permalink(inner) || machinery(inner)))
            .cloned()
            .collect(),
    }
}

struct Builder {
    parts: Vec<Part>,
    /// Inline nodes between blocks.
    loose: Vec<Node>,
    /// Marks of a wrapper that opens with the heading to come.
    pending: Vec<(String, String)>,
    pseudo: Pseudo,
}

impl Builder {
    fn flatten(&mut self, nodes: &[Node]) {
        for node in nodes {
            match node {
                Node::Text(_) => self.loose.push(node.clone()),
                Node::Element(element) if machinery(element) => {}
                // Pages wrap anything in anything: a span or a link may hold whole sections.
                Node::Element(element) if inline(&element.tag) && !has_heading(element) => {
                    self.loose.push(node.clone())
                }
                Node::Element(element) => {
                    self.end_loose();
                    self.element(element);
                    self.end_loose();
                }
            }
        }
    }

    fn end_loose(&mut self) {
        let nodes = std::mem::take(&mut self.loose);
        let paragraph = Element {
            tag: "p".into(),
            attributes: Vec::new(),
            children: nodes,
        };
        if says(&paragraph) {
            self.block(paragraph);
        }
    }

    fn block(&mut self, block: Element) {
        if let Some(part) = self.parts.last_mut() {
            part.blocks.push(block);
        }
    }

    fn heading(&mut self, level: u8, heading: Element) {
        let title = text(&heading).replace('\n', " ");
        if title.is_empty() {
            return;
        }
        let mut own = marks(&heading);
        own.append(&mut self.pending);
        self.parts.push(Part {
            level,
            title,
            marks: own,
            heading,
            ..Part::default()
        });
    }

    /// Whether this stands in for a heading here.
    fn stands_in(&self, kinds: &[Pseudo]) -> bool {
        kinds.contains(&self.pseudo)
            || self.pseudo == Pseudo::Grouped
                && self
                    .parts
                    .iter()
                    .rev()
                    .find(|part| part.level < 7)
                    .is_some_and(|part| words::role(&part.title) == words::Role::Group)
    }

    fn element(&mut self, element: &Element) {
        if is_heading(element) {
            let level = element
                .tag
                .as_bytes()
                .get(1)
                .map_or(6, |figure| figure - b'0');
            return self.heading(level, cleaned(element));
        }
        let own = marks(element);
        if !own.is_empty() && !matches!(element.tag.as_str(), "p" | "ul" | "ol") {
            if opens_with_heading(element) {
                self.pending = own;
                return self.flatten(&element.children);
            }
            // A part with a role, such as a risk: it stays whole.
            return self.block(element.clone());
        }
        if let Some(tabs) = tabs(element) {
            return self.block(tabs);
        }
        if element.tag != "p"
            && admonition(element).is_some()
            && (!has_heading(element) || opens_with_heading(element) && text(element).len() < 600)
        {
            return self.block(element.clone());
        }
        match element.tag.as_str() {
            "p" => self.paragraph(element),
            "ul" | "ol" => self.list(element),
            "dl" => self.definitions(element),
            "details" => self.details(element),
            "table" if layout_table(element) => self.flatten(&element.children),
            "pre" | "table" | "figure" | "picture" if says(element) => self.block(element.clone()),
            "blockquote" if !has_heading(element) && says(element) => self.block(element.clone()),
            "hr" => {}
            _ => {
                if titled_block(element) {
                    if self.stands_in(&[Pseudo::Bold, Pseudo::Leads]) {
                        return self.heading(7, cleaned(element));
                    }
                    return self.block(bold(&text(element)));
                }
                self.flatten(&element.children);
            }
        }
    }

    fn paragraph(&mut self, element: &Element) {
        // Broken markup leaves blocks inside paragraphs.
        if has_heading(element) {
            return self.flatten(&element.children);
        }
        if !says(element) || back_to_top(element) {
            return;
        }
        if self.stands_in(&[Pseudo::Bold, Pseudo::Leads]) && bold_title(element) {
            return self.heading(7, cleaned(element));
        }
        self.block(element.clone());
    }

    fn list(&mut self, element: &Element) {
        let items = items(element);
        if items.iter().any(|item| has_heading(item)) {
            return self.flatten(&element.children);
        }
        if contents(&items) || !says(element) {
            return;
        }
        if items.len() > 1 && self.stands_in(&[Pseudo::Leads]) {
            let leads: Vec<Option<(Element, Element)>> =
                items.iter().map(|item| lead(item)).collect();
            if leads.iter().flatten().count() * 4 >= items.len() * 3 {
                for (item, lead) in items.iter().zip(leads) {
                    match lead {
                        Some((title, rest)) => {
                            self.heading(7, title);
                            self.flatten(&rest.children);
                            self.end_loose();
                        }
                        None => {
                            self.flatten(&item.children);
                            self.end_loose();
                        }
                    }
                }
                return;
            }
        }
        self.block(element.clone());
    }

    fn definitions(&mut self, element: &Element) {
        let mut entries = Vec::new();
        find(
            element,
            &|inner| matches!(inner.tag.as_str(), "dt" | "dd"),
            &mut entries,
        );
        let terms = entries.iter().filter(|entry| entry.tag == "dt").count();
        let telling = entries
            .iter()
            .filter(|entry| entry.tag == "dd" && super::steps::tells(entry))
            .count();
        // Two or more terms with instructions are fixes wherever they stand.
        let fixes = terms >= 2 && telling * 3 >= terms * 2;
        if !fixes && !self.stands_in(&[Pseudo::Bold, Pseudo::Leads]) && !has_heading(element) {
            return self.block(element.clone());
        }
        for entry in entries {
            if entry.tag == "dt" && !has_heading(entry) {
                self.heading(7, cleaned(entry));
            } else {
                self.flatten(&entry.children);
                self.end_loose();
            }
        }
    }

    fn details(&mut self, element: &Element) {
        if !self.stands_in(&[Pseudo::Bold, Pseudo::Leads]) && !has_heading(element) {
            return self.block(element.clone());
        }
        for child in &element.children {
            match child {
                Node::Element(summary) if summary.tag == "summary" && !has_heading(summary) => {
                    self.end_loose();
                    self.heading(7, cleaned(summary));
                }
                other => self.flatten(std::slice::from_ref(other)),
            }
        }
    }
}

/// Whether an element says or shows anything.
pub(super) fn says(element: &Element) -> bool {
    element.tag == "img"
        || element.children.iter().any(|child| match child {
            Node::Text(text) => !text.trim().is_empty(),
            Node::Element(inner) => !machinery(inner) && says(inner),
        })
}

/// The items of a list.
pub(super) fn items(list: &Element) -> Vec<&Element> {
    let mut out = Vec::new();
    find(list, &|inner| inner.tag == "li", &mut out);
    out
}

/// A list that leads to the article's own parts.
fn contents(items: &[&Element]) -> bool {
    items.len() > 1
        && items.iter().all(|item| {
            let mut links = Vec::new();
            find(item, &|inner| inner.tag == "a", &mut links);
            let words: usize = links.iter().map(|link| text(link).len()).sum();
            !links.is_empty()
                && links.iter().all(|link| {
                    link.attribute("href")
                        .is_some_and(|href| href.starts_with('#'))
                })
                && words * 10 >= text(item).len() * 8
        })
}

fn back_to_top(paragraph: &Element) -> bool {
    let words = text(paragraph).to_lowercase();
    words.len() < 40
        && (words.contains("back to top")
            || words.contains("return to top")
            || words.contains("top of page"))
}

/// A table that only arranges: one cell, or blocks with headings inside.
fn layout_table(table: &Element) -> bool {
    let mut cells = Vec::new();
    find(
        table,
        &|inner| matches!(inner.tag.as_str(), "td" | "th"),
        &mut cells,
    );
    cells.len() < 2 || has_heading(table)
}

/// A paragraph that is nothing but a few bold words.
pub(super) fn bold_title(paragraph: &Element) -> bool {
    let words = text(paragraph);
    let mut bold = Vec::new();
    find(
        paragraph,
        &|inner| matches!(inner.tag.as_str(), "b" | "strong"),
        &mut bold,
    );
    let bold: usize = bold.iter().map(|inner| text(inner).len()).sum();
    // "1. **Restart**" has its figure outside.
    let body = words::without_number(&words);
    let plain = body.len().saturating_sub(bold);
    let short = words.split(' ').count() <= 16 && !words.contains('\n');
    let label = words.to_lowercase();
    let label = label.trim_end_matches([':', '!', '.']);
    short
        && bold > 1
        && plain <= 2
        && !matches!(
            label,
            "note"
                | "important"
                | "warning"
                | "tip"
                | "caution"
                | "notes"
                | "or"
                | "and"
                | "hint"
                | "attention"
                | "danger"
                | "info"
        )
}

/// What some generators set over a block in place of a heading.
fn titled_block(element: &Element) -> bool {
    element.tag == "div"
        && element.attribute("class").is_some_and(|class| {
            class
                .split(' ')
                .any(|word| word == "title" || word == "heading")
        })
        && !has_heading(element)
        && text(element).split(' ').count() <= 16
}

/// Words as a bold paragraph.
pub(super) fn bold(words: &str) -> Element {
    let bold = Element {
        tag: "b".into(),
        attributes: Vec::new(),
        children: vec![Node::Text(words.to_owned())],
    };
    Element {
        tag: "p".into(),
        attributes: Vec::new(),
        children: vec![Node::Element(bold)],
    }
}

/// A list item's bold beginning, and what follows it.
fn lead(item: &Element) -> Option<(Element, Element)> {
    let at = item
        .children
        .iter()
        .position(|child| !matches!(child, Node::Text(text) if text.trim().is_empty()))?;
    let (bold, mut rest): (Element, Vec<Node>) = match item.children.get(at)? {
        Node::Element(first) if matches!(first.tag.as_str(), "b" | "strong") => (
            first.clone(),
            item.children.iter().skip(at + 1).cloned().collect(),
        ),
        Node::Element(first) if first.tag == "p" => {
            let (bold, inner) = lead(first)?;
            let mut nodes = vec![Node::Element(Element {
                tag: "p".into(),
                ..inner
            })];
            nodes.extend(item.children.iter().skip(at + 1).cloned());
            return Some((
                bold,
                Element {
                    children: nodes,
                    ..item.clone()
                },
            ));
        }
        _ => return None,
    };
    let title = text(&bold);
    let after = rest.first().map_or("", |node| match node {
        Node::Text(text) => text.as_str(),
        Node::Element(_) => "",
    });
    let parted = title.ends_with([':', '.', '?', '!'])
        || after.trim_start().starts_with([':', '-', '–', '—', '.'])
        || after.trim().is_empty();
    if !parted
        || title.split(' ').count() > 14
        || !rest.iter().any(|node| match node {
            Node::Text(text) => text.trim().len() > 2,
            Node::Element(inner) => says(inner),
        })
    {
        return None;
    }
    if let Some(Node::Text(text)) = rest.first_mut() {
        *text = text
            .trim_start()
            .trim_start_matches([':', '-', '–', '—', '.'])
            .trim_start()
            .to_owned();
    }
    Some((
        bold,
        Element {
            children: rest,
            ..item.clone()
        },
    ))
}

/// Tabs, by the marks of the generators that make them, as [`TABS`]; `None` where labels and panels do not pair.
fn tabs(element: &Element) -> Option<Element> {
    let named = matches!(
        element.tag.as_str(),
        "tabs" | "tab-set" | "mat-tab-group" | "starlight-tabs"
    );
    let class = class_words(element).any(|word| {
        matches!(
            word,
            "tabs" | "tabset" | "tabbed" | "tabcontainer" | "tabgroup" | "tab"
        )
    });
    let has_list = element.children.iter().any(
        |child| matches!(child, Node::Element(inner) if inner.attribute("role") == Some("tablist")),
    );
    if !(named || has_list || class && element.tag != "li") {
        return None;
    }
    let mut labels = Vec::new();
    find(element, &is_label, &mut labels);
    let mut panels = Vec::new();
    find(element, &is_panel, &mut panels);
    let names: Vec<String> = if labels.len() == panels.len() {
        labels.iter().map(|label| text(label)).collect()
    } else {
        panels
            .iter()
            .map(|panel| {
                ["label", "title", "aria-label", "name"]
                    .iter()
                    .find_map(|name| panel.attribute(name))
                    .unwrap_or_default()
                    .to_owned()
            })
            .collect()
    };
    if panels.len() < 2 || names.iter().any(String::is_empty) {
        return None;
    }
    let tabs = names.into_iter().zip(panels).map(|(name, panel)| {
        Node::Element(Element {
            tag: TAB.into(),
            attributes: vec![("title".into(), name)],
            children: panel.children.clone(),
        })
    });
    Some(Element {
        tag: TABS.into(),
        attributes: Vec::new(),
        children: tabs.collect(),
    })
}

fn is_label(element: &Element) -> bool {
    element.attribute("role") == Some("tab")
        || element.attribute("class").is_some_and(|class| {
            class.split(' ').any(|class| {
                matches!(
                    class,
                    "sd-tab-label" | "tab-label" | "tablabel" | "sphinx-tabs-tab" | "tabs__item"
                )
            })
        })
}

fn is_panel(element: &Element) -> bool {
    element.attribute("role") == Some("tabpanel")
        || matches!(
            element.tag.as_str(),
            "tab" | "tabitem" | "tab-item" | "tab-panel"
        )
        || element.attribute("class").is_some_and(|class| {
            class.split(' ').any(|class| {
                matches!(
                    class,
                    "sd-tab-content"
                        | "tab-content"
                        | "tab-pane"
                        | "tabcontent"
                        | "sphinx-tabs-panel"
                        | "tab-panel"
                        | "tabbed-block"
                )
            })
        })
}

/// Whether nearly all words of a list are links.
pub(super) fn mostly_links(list: &Element) -> bool {
    let mut links = Vec::new();
    find(list, &|inner| inner.tag == "a", &mut links);
    let linked: usize = links.iter().map(|link| text(link).len()).sum();
    linked * 10 >= text(list).len() * 8
}

/// The article with its lists marked as steps, but for those of links: what is left to go by where the words are not known.
pub(super) fn with_lists_as_steps(element: &Element) -> Element {
    let mut out = element.clone();
    if matches!(out.tag.as_str(), "ul" | "ol") {
        if !mostly_links(&out) {
            out.attributes
                .push((format!("{PREFIX}steps"), String::new()));
        }
        return out;
    }
    for child in &mut out.children {
        if let Node::Element(inner) = child {
            *inner = with_lists_as_steps(inner);
        }
    }
    out
}
