//! From an article's elements to its parts in order, wrappers flattened and machinery left out.
//!
//! Belongs here: which elements are headings or blocks, and what replaces headings in an article without any. Does
//! not: how the parts are nested (see `outline`), or what a block instructs (see `lists` and `steps`).

mod lists;

use unstuck_core::guide::{Element, Node, is_inline};

use crate::definitions::{
    between_headings, entries, folds_many, hold_fixes, parameters, unfold_parts,
};
use crate::dom::{
    find_tags, has_heading, in_bold, is_boilerplate, is_heading, line_of, new_element,
    opens_with_heading, says, text, without_pictures,
};
use crate::item_titles::{asks, lists_problems, runs_in};
use crate::layout::{only_arranges, page_cell};
use crate::leads::ends_in_colon;
use crate::lexicon::{Lexicon, Role};
use crate::machinery::{has_words, is_skipped_by_author, without_machinery, without_permalinks};
use crate::marks::{Marks, mark, marks};
use crate::part::Part;
use crate::rules::By;
use crate::table::Table;
use crate::tabs::TABS;
use crate::title_blocks::{is_bold_title, is_titled_block, lone_title};
use crate::word_lists::lowered;

/// What replaces headings in an article without any.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PseudoHeadings {
    /// Nothing does.
    None,
    /// Bold paragraphs, terms of definition lists, block titles, summaries.
    Bold,
    /// Bold beginnings of list items too.
    Leads,
    /// All of them, but only under headings that say that fixes follow.
    Grouped,
}

/// Where a bold paragraph replaces a heading.
const BOLD: [PseudoHeadings; 2] = [PseudoHeadings::Bold, PseudoHeadings::Leads];

/// The article's parts in order, none of them linked; the first is the article itself. What is met gets its rows in the
/// table, those of a piece of the article `within` the row of that piece.
pub(crate) fn flatten(
    article: &Element,
    pseudo: PseudoHeadings,
    lexicon: &Lexicon,
    table: &mut Table,
    within: Option<usize>,
) -> Vec<Part> {
    let mut builder = Builder {
        lexicon,
        runs_in: !matches!(pseudo, PseudoHeadings::None | PseudoHeadings::Bold)
            && runs_in(article, lexicon),
        folds_many: folds_many(article, lexicon),
        asks: pseudo != PseudoHeadings::None && asks(article, lexicon),
        lists_problems: pseudo == PseudoHeadings::Grouped && lists_problems(article, lexicon),
        parts: vec![Part::default()],
        said: None,
        behind: false,
        table,
        within,
        loose: Vec::new(),
        pending: Vec::new(),
        pseudo,
    };
    builder.flatten(&article.children);
    builder.end_loose();
    builder.parts
}

struct Builder<'a> {
    lexicon: &'a Lexicon,
    /// Whether several of its paragraphs begin with a title.
    runs_in: bool,
    /// Whether the article folds many of its parts.
    folds_many: bool,
    /// Whether several of its paragraphs are what a reader would say or ask.
    asks: bool,
    /// Whether items of its lists name what goes wrong, with what helps in lists of their own.
    lists_problems: bool,
    parts: Vec<Part>,
    /// The last block of the last part that has words.
    said: Option<usize>,
    /// Whether the list that the last part is an item of has ended.
    behind: bool,
    table: &'a mut Table,
    /// The row that all of it is a piece of.
    within: Option<usize>,
    /// Inline nodes between blocks.
    loose: Vec<Node>,
    /// Marks of a wrapper that opens with the heading to come.
    pending: Marks,
    pseudo: PseudoHeadings,
}

impl Builder<'_> {
    fn flatten(&mut self, nodes: &[Node]) {
        // Up to which node it is known whether what unfolds is a part.
        let mut known = (0, false);
        for (at, node) in nodes.iter().enumerate() {
            match node {
                Node::Text(_) => self.loose.push(node.clone()),
                Node::Element(element) if is_boilerplate(element) => {
                    self.leave_out(element, By::Machinery);
                }
                // Pages wrap anything in anything: a span or a link may hold whole sections.
                Node::Element(element) if is_inline(&element.tag) && !has_heading(element) => {
                    self.loose.push(node.clone())
                }
                Node::Element(element) => {
                    self.end_loose();
                    if element.tag == "details" && at >= known.0 {
                        let run = between_headings(nodes, at);
                        let siblings = nodes.get(run.clone()).unwrap_or_default();
                        let parts = unfold_parts(siblings, self.folds_many, self.lexicon);
                        known = (run.end, parts);
                    }
                    if element.tag == "details" && known.1 {
                        self.unfold(element);
                    } else {
                        self.element(element);
                    }
                    self.end_loose();
                }
            }
        }
    }

    fn end_loose(&mut self) {
        let nodes = std::mem::take(&mut self.loose);
        let paragraph = new_element("p", nodes);
        if says(&paragraph) {
            self.block(paragraph);
        }
    }

    fn block(&mut self, block: Element) {
        if is_skipped_by_author(&block) {
            return self.leave_out(&block, By::AuthorSkip);
        }
        let mut machinery = Vec::new();
        let block = self
            .table
            .add(without_machinery(block, &mut machinery), self.within);
        for (element, by) in machinery {
            self.table.take_out(element, Some(block.row), by);
        }
        // What begins anew goes on with the last item, as its author indents or not.
        self.behind &= block.tag == "p"
            && !ends_in_colon(&text(&block))
            && !is_bold_title(&block, self.lexicon);
        match self.parts.last_mut() {
            Some(part) if self.behind => part.after.push(block),
            Some(part) => {
                if has_words(&block) {
                    self.said = Some(part.blocks.len());
                }
                part.blocks.push(block);
            }
            None => {}
        }
    }

    /// Records what is met and not told.
    fn leave_out(&mut self, element: &Element, by: By) {
        // A picture that the author skips is something that the guide lacks, too.
        if has_words(element) || by == By::AuthorSkip && says(element) {
            self.table.take_out(element.clone(), self.within, by);
        }
    }

    fn heading(&mut self, level: u8, element: &Element) {
        let mut left_out = Vec::new();
        let (heading, pictures) = without_pictures(without_permalinks(element, &mut left_out));
        let title = line_of(&heading);
        if title.is_empty() {
            return self.leave_out(element, By::Machinery);
        }
        let mut own = marks(&heading);
        own.append(&mut self.pending);
        let heading = self.table.add(heading, self.within);
        for (element, by) in left_out {
            self.table.take_out(element, Some(heading.row), by);
        }
        self.said = None;
        self.behind = false;
        self.parts.push(Part {
            level,
            title,
            marks: own,
            heading,
            ..Part::default()
        });
        pictures.into_iter().for_each(|below| self.block(below));
    }

    /// Whether one of these kinds replaces a heading here.
    fn stands_in(&self, kinds: &[PseudoHeadings]) -> bool {
        let grouped = |title: &str| self.lexicon.role(title) == Role::Group;
        kinds.contains(&self.pseudo) || self.is_under(grouped)
    }

    /// Whether the last heading is such a one, where that decides.
    fn is_under(&self, fits: impl Fn(&str) -> bool) -> bool {
        let mut above = self.parts.iter().rev();
        self.pseudo == PseudoHeadings::Grouped
            && above
                .find(|part| part.has_heading())
                .is_some_and(|part| fits(&part.title))
    }

    /// The title that may name what the items of a list below `part` solve: its own, or the article's over "Solution steps".
    fn problem_over<'p>(&'p self, part: Option<&'p Part>) -> &'p str {
        let title = part.map_or("", |part| &part.title);
        let first = self.parts.get(1).filter(|part| part.has_heading());
        match first.filter(|_| self.lexicon.role(title) == Role::Group) {
            Some(first) => &first.title,
            None => title,
        }
    }

    /// Whether the last heading names a kind of trouble, where that decides.
    fn is_under_category(&self) -> bool {
        self.is_under(|title| self.lexicon.is_category(title))
    }

    /// Whether this title can name one of a kind of trouble that the last heading names: no order, and no label.
    fn is_under_trouble(&self, title: &str) -> bool {
        self.is_under_category()
            && self.lexicon.role(title) == Role::Plain
            && !self.lexicon.is_instruction(title)
    }

    /// A paragraph's title and what follows it. Among causes a sentence is one, whatever its words: "**It has moved.** Turn it back."
    fn split_paragraph(&self, paragraph: &Element) -> Option<(Element, Element)> {
        let lexicon = self.lexicon;
        lexicon.split_paragraph(paragraph).or_else(|| {
            let mut above = self.parts.iter().rev();
            above
                .find(|part| part.has_heading() && part.level < Part::PSEUDO_LEVEL)
                .filter(|part| lexicon.names_causes(&part.title))
                .and_then(|_| lexicon.split_cause(paragraph))
        })
    }

    fn element(&mut self, element: &Element) {
        if is_heading(element) {
            let level = element
                .tag
                .as_bytes()
                .get(1)
                .map_or(6, |figure| figure - b'0');
            return self.heading(level, element);
        }
        if self.stands_in(&BOLD)
            && let Some(title) = lone_title(element, self.lexicon)
        {
            return self.heading(Part::PSEUDO_LEVEL, title);
        }
        let own = marks(element);
        if !own.is_empty() && !matches!(element.tag.as_str(), "p" | "ul" | "ol") {
            // A note with a heading is no section.
            if opens_with_heading(element) && mark(&own, "tip").is_none() {
                self.pending = own;
                return self.flatten(&element.children);
            }
            // A part with a role, such as a risk: it stays whole.
            return self.block(element.clone());
        }
        if element.tag == TABS {
            return self.block(element.clone());
        }
        if element.tag != "p"
            && self.lexicon.note_kind(element).is_some()
            && (!has_heading(element) || opens_with_heading(element) && text(element).len() < 600)
        {
            return self.block(element.clone());
        }
        match element.tag.as_str() {
            "p" => self.paragraph(element),
            "ul" | "ol" => self.list(element),
            "dl" => self.definitions(element),
            "details" => self.details(element),
            "table" | "figure" if only_arranges(element) => self.flatten(&element.children),
            "table" if says(element) => self.table(element),
            "pre" | "figure" | "picture" if says(element) => self.block(element.clone()),
            "blockquote" if !has_heading(element) && says(element) => self.quotation(element),
            "hr" => {}
            _ => {
                if is_titled_block(element) {
                    if self.stands_in(&BOLD) {
                        return self.heading(Part::PSEUDO_LEVEL, element);
                    }
                    return self.block(in_bold(element));
                }
                self.flatten(&element.children);
            }
        }
    }

    fn quotation(&mut self, element: &Element) {
        let titles = self.asks && (self.stands_in(&BOLD) || self.is_under_category());
        match titles.then(|| self.lexicon.quoted(element)).flatten() {
            Some(title) => self.heading(Part::PSEUDO_LEVEL, title),
            None => self.block(element.clone()),
        }
    }
    fn paragraph(&mut self, element: &Element) {
        // Broken markup leaves blocks inside paragraphs.
        if has_heading(element) {
            return self.flatten(&element.children);
        }
        if is_back_to_top(element, self.lexicon) {
            return self.leave_out(element, By::BackToTop);
        }
        if !says(element) {
            return self.leave_out(element, By::Machinery);
        }
        if is_bold_title(element, self.lexicon)
            && (self.stands_in(&BOLD) || self.is_under_trouble(&text(element)))
        {
            return self.heading(Part::PSEUDO_LEVEL, element);
        }
        if self.asks
            && (self.stands_in(&BOLD) || self.is_under_category())
            && self.lexicon.is_asked(element)
        {
            return self.heading(Part::PSEUDO_LEVEL, element);
        }
        if self.runs_in
            && (self.stands_in(&[PseudoHeadings::Leads]) || self.is_under_category())
            && let Some((title, rest)) = self.split_paragraph(element)
        {
            self.heading(Part::PSEUDO_LEVEL, &title);
            return self.block(rest);
        }
        self.block(element.clone());
    }

    /// Of a table that holds the page in one cell, that cell.
    fn table(&mut self, table: &Element) {
        let Some((page, others)) = page_cell(table) else {
            return self.block(table.clone());
        };
        for cell in others {
            self.leave_out(cell, By::Machinery);
        }
        self.flatten(&page.children);
    }

    fn definitions(&mut self, element: &Element) {
        let entries = entries(element, self.lexicon);
        if !hold_fixes(&entries, self.lexicon) && !self.stands_in(&BOLD) && !has_heading(element) {
            return self.block(element.clone());
        }
        self.entries(element, &parameters(&entries));
    }

    /// The terms of a definition list as headings, and all else that it holds.
    fn entries(&mut self, list: &Element, parameters: &[&Element]) {
        for child in &list.children {
            match child {
                Node::Element(term) if term.tag == "dt" && !has_heading(term) => {
                    self.end_loose();
                    if parameters.iter().any(|own| std::ptr::eq(*own, term)) {
                        self.block(in_bold(term));
                    } else {
                        self.heading(Part::PSEUDO_LEVEL, term);
                    }
                }
                Node::Element(entry) if matches!(entry.tag.as_str(), "dt" | "dd") => {
                    self.end_loose();
                    self.flatten(&entry.children);
                    self.end_loose();
                }
                Node::Element(group) if !find_tags(group, &["dt", "dd"]).is_empty() => {
                    self.end_loose();
                    self.entries(group, parameters);
                }
                other => self.flatten(std::slice::from_ref(other)),
            }
        }
        self.end_loose();
    }

    fn details(&mut self, element: &Element) {
        if self.stands_in(&BOLD) || has_heading(element) {
            return self.unfold(element);
        }
        let lists = find_tags(element, &["ol", "ul"]);
        if !lists.iter().any(|list| self.lexicon.holds_steps(list, "")) {
            return self.block(element.clone());
        }
        // Steps that unfold within a fix are steps of it, under what they are for.
        self.unfold_under(element, |builder, summary| builder.block(in_bold(summary)));
    }

    /// Its summary heads what it holds.
    fn unfold(&mut self, element: &Element) {
        self.unfold_under(element, |builder, summary| {
            builder.heading(Part::PSEUDO_LEVEL, summary);
        });
    }

    fn unfold_under(&mut self, element: &Element, head: impl Fn(&mut Self, &Element)) {
        for child in &element.children {
            match child {
                Node::Element(summary) if summary.tag == "summary" && !has_heading(summary) => {
                    self.end_loose();
                    head(self, summary);
                }
                other => self.flatten(std::slice::from_ref(other)),
            }
        }
    }
}

fn is_back_to_top(paragraph: &Element, lexicon: &Lexicon) -> bool {
    let words = lowered(&text(paragraph));
    words.len() < 40 && lexicon.titles.to_top.contains(&words)
}
