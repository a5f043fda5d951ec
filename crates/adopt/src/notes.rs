//! Notes and warnings: what a page sets apart from its text.
//!
//! Belongs here: how they are recognised, by classes or by their first words. Does not: which of them becomes a risk (see
//! `fix_section`).

use unstuck_core::guide::{Element, Node, is_inline};

use crate::dom::{
    bold_paragraph, class_words, find, has_heading, is_blank, is_heading, is_silent, line_of,
    name_words, new_element, says, text,
};
use crate::lexicon::Lexicon;
use crate::marks::{AT, mark, marks};
use crate::word_lists::lowered;

/// Elements that are no note, whatever their class.
const NEVER: [&str; 24] = [
    "article", "body", "button", "dd", "dt", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "li",
    "main", "ol", "pre", "summary", "tbody", "td", "th", "thead", "tr", "ul", "nav",
];

/// What classes of notes say.
const NOTES: [&str; 15] = [
    "admonition",
    "admonitionblock",
    "alert",
    "note",
    "callout",
    "notice",
    "tip",
    "hint",
    "info",
    "information",
    "infobox",
    "aside",
    "notification",
    "seealso",
    "flash",
];

/// Of these, what says so within a longer name too.
const SURE: [&str; 4] = ["admonition", "alert", "callout", "hint"];

/// What classes of the pieces of a note say beside it.
const PIECES: [&str; 14] = [
    "title",
    "heading",
    "header",
    "head",
    "content",
    "body",
    "icon",
    "icons",
    "inner",
    "text",
    "label",
    "link",
    "description",
    "image",
];

/// Signs that whoever writes without classes puts before a warning.
const WARNING_SIGNS: [char; 7] = ['⚠', '❗', '‼', '🚨', '⛔', '🛑', '☠'];

/// What is set apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoteKind {
    /// Any note.
    Note,
    /// Something that goes wrong unless one takes care.
    Warning,
}

/// What the classes of warnings are called, whatever the language of the page.
const WARNINGS: [&str; 7] = [
    "warning",
    "warn",
    "caution",
    "danger",
    "important",
    "attention",
    "critical",
];

/// Whether an element is set apart as a note by its classes, and then whether that warns.
#[must_use]
pub fn warns_by_class(tag: &str, class: &str) -> Option<bool> {
    let may = !is_inline(tag) && !NEVER.contains(&tag);
    let kind = kind_of_class(class, is_worded(tag)).filter(|_| may)?;
    Some(kind == NoteKind::Warning)
}

/// Whether an element of this tag is words alone.
fn is_worded(tag: &str) -> bool {
    matches!(tag, "p" | "blockquote")
}

fn kind_of_class(class: &str, worded: bool) -> Option<NoteKind> {
    let mut known = None;
    for token in class.split_whitespace() {
        let words = token_words(token);
        let piece = words.iter().any(|word| PIECES.contains(&word.as_str()));
        // On words alone a class says so by itself: `note`, and not `release-note`.
        if piece
            || worded && words.len() > 1 && !words.iter().any(|word| SURE.contains(&word.as_str()))
        {
            continue;
        }
        for word in words {
            // A general word may precede the specific one: "admonition warning".
            if WARNINGS.contains(&word.as_str()) {
                return Some(NoteKind::Warning);
            }
            if NOTES.contains(&word.as_str()) {
                known = Some(NoteKind::Note);
            }
        }
    }
    known
}

impl Lexicon {
    /// The kind of note that a label names if it is nothing else: `Tip:`, `Warning!`.
    pub(crate) fn kind_of_label(&self, label: &str) -> Option<NoteKind> {
        let label = label
            .trim()
            .trim_end_matches([':', '!', '.', '：', '！', '。', ' ', '\u{a0}'])
            .to_lowercase();
        if self.warnings.contains(&label) {
            Some(NoteKind::Warning)
        } else {
            self.notes.contains(&label).then_some(NoteKind::Note)
        }
    }

    /// Which kind of note an element is, where a page sets it apart as one. A warning sign in front makes a warning of any.
    pub(crate) fn note_kind(&self, element: &Element) -> Option<NoteKind> {
        let kind = self.kind_of_box(element)?;
        let warns = text(element).starts_with(WARNING_SIGNS);
        Some(if warns { NoteKind::Warning } else { kind })
    }

    fn kind_of_box(&self, element: &Element) -> Option<NoteKind> {
        if is_inline(&element.tag) || NEVER.contains(&element.tag.as_str()) {
            return None;
        }
        if let Some(kind) = mark(&element.attributes, "tip") {
            return Some(match kind {
                "warning" => NoteKind::Warning,
                _ => NoteKind::Note,
            });
        }
        let class = element.attribute("class").unwrap_or_default();
        if class.is_empty() && element.tag == "aside" || element.attribute("role") == Some("note") {
            return Some(NoteKind::Note);
        }
        if let Some(kind) = element.attribute("data-callout") {
            let warns = WARNINGS.contains(&&*lowered(kind));
            return Some(if warns {
                NoteKind::Warning
            } else {
                NoteKind::Note
            });
        }
        let worded = is_worded(&element.tag);
        let known = kind_of_class(class, worded);
        if known == Some(NoteKind::Warning) {
            return known;
        }
        if worded {
            return known.or_else(|| self.kind_of_first_words(element));
        }
        known
    }

    /// A note in one form, whichever generator made it: an `aside` with its kind as class, a label or a title first, and then
    /// what it says. `None` for what is no note, and for what unfolds under a title of its own.
    pub(crate) fn as_note(&self, element: &Element) -> Option<Element> {
        if !marks(element).is_empty() {
            return None;
        }
        let (kind, mut said) = match self.callout(element) {
            Some(found) => found,
            None => (self.note_kind(element)?, element.clone()),
        };
        open_wrappers(&mut said);
        let first = said.children.iter().position(is_told)?;
        if let Some(Node::Element(title)) = said.children.get_mut(first) {
            let words = line_of(title);
            let labelled = self.kind_of_label(&words).is_some();
            if element.tag == "details" && !labelled && kind == NoteKind::Note {
                return None;
            }
            if labelled && !is_inline(&title.tag) {
                *title = with_place(new_element("p", vec![Node::Text(words)]), title);
            } else if !labelled && is_title(title) {
                *title = with_place(bold_paragraph(&words), title);
            }
        } else if element.tag == "details" {
            return None;
        }
        // Icons before the title.
        said.children.drain(..first);
        let labels = |child: &Node| matches!(child, Node::Element(title) if self.kind_of_label(&line_of(title)).is_some());
        let mut told = said.children.iter().filter(|child| !is_silent(child));
        let only_label = told.next().is_some_and(labels) && told.next().is_none();
        if has_heading(&said) || only_label {
            return None;
        }
        let class = if kind == NoteKind::Warning {
            "warning"
        } else {
            "note"
        };
        said.tag = "aside".into();
        said.attributes
            .retain(|(name, _)| name == AT || name == "lang");
        said.attributes.push(("class".into(), class.into()));
        Some(said)
    }

    /// A quotation that says in brackets what it is, as GitHub and Obsidian write notes, without them.
    fn callout(&self, quotation: &Element) -> Option<(NoteKind, Element)> {
        if quotation.tag != "blockquote" {
            return None;
        }
        let first = quotation
            .children
            .iter()
            .position(|child| !is_silent(child))?;
        let Some(Node::Element(paragraph)) = quotation.children.get(first) else {
            return None;
        };
        let Some(Node::Text(words)) = paragraph.children.first() else {
            return None;
        };
        let (name, rest) = words.trim_start().strip_prefix("[!")?.split_once(']')?;
        let kind = self.kind_of_label(name).unwrap_or(NoteKind::Note);
        let rest = rest.trim_start_matches(['+', '-']);
        let (title, rest) = rest.split_once('\n').unwrap_or((rest, ""));
        let mut out = quotation.clone();
        let mut told = paragraph.clone();
        told.children[0] = Node::Text(rest.trim_start().to_owned());
        if matches!(told.children.get(1), Some(Node::Element(line)) if line.tag == "br") {
            told.children.drain(..2);
        }
        out.children[first] = Node::Element(told);
        if !title.trim().is_empty() {
            let title = Node::Element(bold_paragraph(title.trim()));
            out.children.insert(first, title);
        }
        Some((kind, out))
    }

    /// What a paragraph says of itself with its first words, in bold: Note, Warning.
    fn kind_of_first_words(&self, element: &Element) -> Option<NoteKind> {
        let first = element.children.iter().find(|child| !is_blank(child))?;
        match first {
            Node::Element(bold) if matches!(bold.tag.as_str(), "b" | "strong") => {
                self.kind_of_label(&text(bold))
            }
            Node::Element(inner) if inner.tag == "p" => self
                .kind_of_first_words(inner)
                .or_else(|| self.kind_of_label(&text(inner))),
            _ => None,
        }
    }
}

fn token_words(token: &str) -> Vec<String> {
    let named = Element {
        attributes: vec![("class".into(), token.into())],
        ..Element::default()
    };
    name_words(&named)
}

/// Whether an element of a note is its title.
fn is_title(element: &Element) -> bool {
    is_heading(element)
        || matches!(element.tag.as_str(), "summary" | "th" | "legend")
        || name_words(element)
            .iter()
            .any(|word| matches!(word.as_str(), "title" | "heading" | "header" | "head"))
}

/// Whether an element is a picture, or a place for one.
fn is_picture(element: &Element) -> bool {
    text(element).is_empty()
        && (element.tag == "img"
            || name_words(element)
                .iter()
                .any(|word| matches!(word.as_str(), "icon" | "icons")))
}

/// Whether a node says something, and is no picture beside it.
fn is_told(node: &Node) -> bool {
    !is_silent(node) && !matches!(node, Node::Element(inner) if is_picture(inner))
}

/// Takes away what only arranges a note: a wrapper around all of it or all of its title, a table with a cell for its icon.
fn open_wrappers(note: &mut Element) {
    let mut told = note.children.iter().filter(|child| !is_silent(child));
    let alone = match (told.next(), told.next()) {
        (Some(Node::Element(only)), None) => Some(only.clone()),
        _ => None,
    };
    let Some(only) = alone else {
        return open_title(note);
    };
    if only.tag == "table" {
        let cells = find(&only, &|inner| matches!(inner.tag.as_str(), "td" | "th"));
        let cells = cells
            .into_iter()
            .filter(|cell| says(cell) && !is_picture(cell) && !only_pictures(cell));
        let open = |cell: &Element| {
            if cell.tag == "th" {
                vec![Node::Element(cell.clone())]
            } else {
                cell.children.clone()
            }
        };
        note.children = cells.flat_map(open).collect();
        open_title(note);
    } else if matches!(only.tag.as_str(), "div" | "section") && !is_title(&only) {
        note.children = only.children;
        open_wrappers(note);
    } else {
        open_title(note);
    }
}

/// Whether a cell has nothing but the picture of an icon.
fn only_pictures(cell: &Element) -> bool {
    text(cell).is_empty() && class_words(cell).any(|word| word == "icon")
        || text(cell).is_empty() && cell.attribute("rowspan").is_some()
}

/// Takes the wrapper off a title that stands beside an icon.
fn open_title(note: &mut Element) {
    let Some(at) = note.children.iter().position(is_told) else {
        return;
    };
    if let Some(Node::Element(wrapper)) = note.children.get_mut(at)
        && matches!(wrapper.tag.as_str(), "div" | "header")
    {
        let mut told = wrapper.children.iter().filter(|child| is_told(child));
        if let (Some(Node::Element(only)), None) = (told.next(), told.next())
            && !matches!(only.tag.as_str(), "ul" | "ol" | "table" | "pre")
            && is_title(wrapper)
        {
            let only = only.clone();
            let titled = Element {
                attributes: wrapper.attributes.clone(),
                ..only
            };
            *wrapper = titled;
        }
    }
}

/// An element at the place of another in its file.
fn with_place(mut made: Element, element: &Element) -> Element {
    let place = element.attributes.iter().filter(|(name, _)| name == AT);
    made.attributes.extend(place.cloned());
    made
}
