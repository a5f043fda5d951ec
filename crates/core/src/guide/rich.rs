//! Words with the little markup that help articles use, rebuilt from an allow-list: whatever is not in here does not
//! reach the reader's page, and nothing is ever put there as an HTML string.

use std::mem::discriminant;

use serde::{Deserialize, Serialize};

use super::elements::{Element, Node, holds_words, is_inline, is_skipped};
use crate::characters::is_unseen;

/// What parts the items of a menu path. The single angle mark is what we write.
const PATH_MARKS: [char; 6] = ['›', '»', '→', '➔', '➜', '➝'];

/// Words with markup.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rich(pub Vec<Inline>);

/// A run of words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Inline {
    /// Plain text; white space is already folded.
    Text(String),
    /// Bold: the name of a button or a switch.
    Strong(String),
    /// Emphasis.
    Emphasis(String),
    /// A key to press.
    Key(String),
    /// Something to type, or that the machine prints.
    Code(String),
    /// A menu path: its items from the outermost in. Settings › General.
    Path(Vec<String>),
    /// A link. `href` is one of http, https, mailto, tel, or has no scheme.
    Link {
        /// Where it leads.
        href: String,
        /// Its words.
        text: String,
    },
    /// A picture.
    Image(Image),
    /// A new line.
    Break,
}

/// A picture among words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Image {
    /// Where it is: http, https, without a scheme, or itself as `data:` of PNG, JPEG, GIF or WebP. As it is written: a
    /// relative address is resolved against the page that shows the guide.
    pub src: String,
    /// What it shows, for who does not see it.
    pub alt: String,
    /// Width in CSS pixels, in digits; empty if not given.
    pub width: String,
    /// Height, likewise.
    pub height: String,
    /// Where a press on it leads, as in a link; empty where it leads nowhere.
    pub href: String,
}

/// What the words being read are within. A later one wins over those before it, but for bold and emphasis.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark<'a> {
    Plain,
    Strong,
    Emphasis,
    Key,
    Code,
    Link(&'a str),
}

/// What marks words.
const MARKS: [(&str, Mark<'static>); 9] = [
    ("b", Mark::Strong),
    ("strong", Mark::Strong),
    ("mark", Mark::Strong),
    ("em", Mark::Emphasis),
    ("i", Mark::Emphasis),
    ("kbd", Mark::Key),
    ("code", Mark::Code),
    ("samp", Mark::Code),
    ("var", Mark::Code),
];

impl Mark<'_> {
    fn rank(self) -> u8 {
        match self {
            Self::Plain => 0,
            Self::Strong | Self::Emphasis => 1,
            Self::Key | Self::Code => 2,
            Self::Link(_) => 3,
        }
    }

    fn run(self, text: String) -> Inline {
        match self {
            Self::Plain => Inline::Text(text),
            Self::Strong => Inline::Strong(text),
            Self::Emphasis => Inline::Emphasis(text),
            Self::Key => Inline::Key(text),
            Self::Code => Inline::Code(text),
            Self::Link(href) => Inline::Link {
                href: href.trim().to_owned(),
                text,
            },
        }
    }
}

impl Inline {
    /// The text of a run of plain text.
    fn text(&mut self) -> Option<&mut String> {
        match self {
            Self::Text(text)
            | Self::Strong(text)
            | Self::Emphasis(text)
            | Self::Key(text)
            | Self::Code(text)
            | Self::Link { text, .. } => Some(text),
            _ => None,
        }
    }
}

impl Rich {
    /// The words alone.
    #[must_use]
    pub fn plain(&self) -> String {
        let mut out = String::new();
        for inline in &self.0 {
            match inline {
                Inline::Text(text)
                | Inline::Strong(text)
                | Inline::Emphasis(text)
                | Inline::Key(text)
                | Inline::Code(text)
                | Inline::Image(Image { alt: text, .. })
                | Inline::Link { text, .. } => out.push_str(text),
                Inline::Path(items) => {
                    for (place, item) in items.iter().enumerate() {
                        if place > 0 {
                            out.push_str(" › ");
                        }
                        out.push_str(item);
                    }
                }
                Inline::Break => out.push(' '),
            }
        }
        out
    }

    /// Whether nothing is said.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Plain text of an attribute.
    #[must_use]
    pub fn text(text: &str) -> Self {
        let mut rich = Self::default();
        rich.push_text(text, Mark::Plain, 0);
        rich.trim();
        rich
    }

    /// Reads one inline node onto the end.
    pub(crate) fn push(&mut self, node: &Node) {
        self.read(node, Mark::Plain, 0);
    }

    /// Reads the content of `mark`, whose runs begin at `from`; neighbouring runs with the same marks are joined.
    fn read(&mut self, node: &Node, within: Mark<'_>, from: usize) {
        let element = match node {
            Node::Text(text) => return self.push_text(text, within, from),
            Node::Element(element) if is_skipped(element) => return,
            Node::Element(element) => element,
        };
        let mark = match element.tag.as_str() {
            "br" => return self.push_break(),
            "img" => return self.push_image(element, within),
            "a" => match element.attribute("href") {
                Some(href) if is_safe_href(href) => Mark::Link(href),
                _ => within,
            },
            tag => {
                let known = MARKS.iter().find(|(known, _)| *known == tag);
                known.map_or(within, |(_, mark)| *mark)
            }
        };
        let mark = if mark.rank() < within.rank() {
            within
        } else {
            mark
        };
        let apart = !is_inline(&element.tag) && !holds_words(element);
        if apart {
            self.push_break();
        }
        if mark != within {
            self.space_out(from);
        }
        let begun = if mark == within { from } else { self.0.len() };
        for child in &element.children {
            self.read(child, mark, begun);
        }
        if mark != within {
            self.end(mark, begun);
        }
        if apart {
            self.push_break();
        }
    }

    /// The space at the end of a run belongs to the words around it.
    fn space_out(&mut self, from: usize) {
        if self.0.len() > from && self.trim_last() {
            self.push_text(" ", Mark::Plain, from);
        }
    }

    /// Ends a marked run; a menu path is known by its marks.
    fn end(&mut self, mark: Mark<'_>, from: usize) {
        self.space_out(from);
        if mark.rank() == 1 {
            for run in self.0.iter_mut().skip(from) {
                let (Inline::Strong(text) | Inline::Emphasis(text)) = run else {
                    continue;
                };
                if let Some(items) = menu_path(text) {
                    *run = Inline::Path(items);
                }
            }
        }
    }

    /// A new line, but for the first; two are one.
    fn push_break(&mut self) {
        self.trim_last();
        if !matches!(self.0.last(), None | Some(Inline::Break)) {
            self.0.push(Inline::Break);
        }
    }

    fn push_image(&mut self, element: &Element, within: Mark<'_>) {
        let src = element.attribute("src").unwrap_or_default().trim();
        let (width, height) = (figures(element, "width"), figures(element, "height"));
        // A picture of one dot counts its readers, and shows nothing.
        if src.is_empty() || !is_safe_image_src(src) || width == "1" || height == "1" {
            return;
        }
        self.0.push(Inline::Image(Image {
            src: src.to_owned(),
            alt: Self::text(element.attribute("alt").unwrap_or_default()).plain(),
            width,
            height,
            href: match within {
                Mark::Link(href) => href.trim().to_owned(),
                _ => String::new(),
            },
        }));
    }

    /// Adds text with its white space folded as a browser would fold it.
    fn push_text(&mut self, text: &str, mark: Mark<'_>, from: usize) {
        let mut folded = String::with_capacity(text.len());
        let mut space = match self.0.last_mut() {
            None | Some(Inline::Break) => true,
            Some(last) => last.text().is_some_and(|before| before.ends_with(' ')),
        };
        // What nobody sees has no place in what is typed or copied.
        let kept = |c: &char| mark != Mark::Code || !is_unseen(*c);
        for c in text.chars().filter(kept) {
            // Not `is_whitespace`: a no-break space is meant.
            let blank = matches!(c, ' ' | '\t' | '\n');
            if !blank {
                folded.push(c);
            } else if !space {
                folded.push(' ');
            }
            space = blank;
        }
        let run = mark.run(String::new());
        let joins = (mark == Mark::Plain || self.0.len() > from)
            && self
                .0
                .last()
                .is_some_and(|last| discriminant(last) == discriminant(&run));
        if !joins {
            // The space before a marked run belongs to the words before it.
            if mark != Mark::Plain && folded.starts_with(' ') {
                folded.remove(0);
                self.push_text(" ", Mark::Plain, from);
            }
            if folded.is_empty() {
                return;
            }
            self.0.push(run);
        }
        if let Some(before) = self.0.last_mut().and_then(Inline::text) {
            before.push_str(&folded);
        }
    }

    /// Takes the white space off the last run, and the run with it where nothing is left. Whether there was any.
    fn trim_last(&mut self) -> bool {
        let Some(text) = self.0.last_mut().and_then(Inline::text) else {
            return false;
        };
        let kept = text.trim_end().len();
        let trimmed = kept < text.len();
        text.truncate(kept);
        if kept == 0 {
            self.0.pop();
        }
        trimmed
    }

    /// Takes the white space off the end.
    pub(crate) fn trim(&mut self) {
        self.trim_last();
        while self.0.last() == Some(&Inline::Break) {
            self.0.pop();
        }
    }
}

/// The items of a menu path, from the outermost in: Settings > General, Settings -> General. What closes a bracket, as in
/// `<name>`, and what stands between two words without a space, as in `a->b`, parts nothing.
#[must_use]
pub fn menu_path(text: &str) -> Option<Vec<String>> {
    let mut items = vec![String::new()];
    let mut bracket = false;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let length = match c {
            '<' => {
                bracket = true;
                0
            }
            '>' if bracket => {
                bracket = false;
                0
            }
            '>' | '-' | '=' => arrow(rest),
            c if PATH_MARKS.contains(&c) => c.len_utf8(),
            _ => 0,
        };
        let (mark, after) = rest.split_at(if length == 0 { c.len_utf8() } else { length });
        let before = items.last_mut()?;
        let spaced =
            before.ends_with(char::is_whitespace) || after.starts_with(char::is_whitespace);
        if length > 0 && (spaced || PATH_MARKS.contains(&c)) {
            items.push(String::new());
        } else {
            before.push_str(mark);
        }
        rest = after;
    }
    let items: Vec<String> = items.iter().map(|item| item.trim().to_owned()).collect();
    (items.len() > 1 && items.iter().all(|item| !item.is_empty())).then_some(items)
}

/// The length of an arrow that a text begins with, such as `>`, `->` or `>>`, in bytes; 0 where it begins with none.
fn arrow(text: &str) -> usize {
    let shaft = text
        .bytes()
        .take(3)
        .take_while(|byte| matches!(byte, b'-' | b'='));
    let shaft = shaft.count();
    let head = text
        .bytes()
        .skip(shaft)
        .take_while(|byte| *byte == b'>')
        .count();
    if head == 0 { 0 } else { shaft + head }
}

/// A size in figures alone.
fn figures(element: &Element, name: &str) -> String {
    let value = element.attribute(name).unwrap_or_default();
    if value.len() < 5 && !value.starts_with('0') && value.bytes().all(|b| b.is_ascii_digit()) {
        value.to_owned()
    } else {
        String::new()
    }
}

/// Whether a picture may be shown: fetched as the page's own are, or standing in its address. No SVG there: it is a
/// document, and says more than a picture.
pub fn is_safe_image_src(src: &str) -> bool {
    const KINDS: [&str; 4] = [
        "data:image/png",
        "data:image/jpeg",
        "data:image/gif",
        "data:image/webp",
    ];
    is_safe_href(src) || KINDS.iter().any(|kind| src.starts_with(kind))
}

/// Whether a form can be at this address: a link's, of the web or of a mail.
pub fn is_form_address(address: &str) -> bool {
    let scheme = |scheme: &&str| address.starts_with(scheme);
    is_safe_href(address) && ["https://", "http://", "mailto:"].iter().any(scheme)
}

/// Whether a link may be offered: a scheme that only opens or dials. `javascript:` runs in all three engines.
pub fn is_safe_href(href: &str) -> bool {
    let mut scheme = String::new();
    for c in href.chars() {
        match c {
            // Browsers drop these from an address before they parse its scheme.
            '\t' | '\n' | '\r' => {}
            c if c <= ' ' && scheme.is_empty() => {}
            '/' | '?' | '#' => return true,
            ':' => return ["https", "http", "mailto", "tel"].contains(&scheme.as_str()),
            c => scheme.push(c.to_ascii_lowercase()),
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn element(tag: &str, attributes: &[(&str, &str)], text: &str) -> Node {
        Node::Element(Element {
            tag: tag.into(),
            attributes: attributes
                .iter()
                .map(|(n, v)| ((*n).into(), (*v).into()))
                .collect(),
            children: vec![Node::Text(text.into())],
        })
    }

    #[test]
    fn white_space_is_folded_over_the_bounds_of_nodes() {
        let mut rich = Rich::default();
        rich.push(&Node::Text("\n  Tap ".into()));
        rich.push(&element("b", &[], "Back\n   Up Now"));
        rich.push(&Node::Text("\n now. ".into()));
        rich.trim();
        assert_eq!(rich.plain(), "Tap Back Up Now now.");
    }

    #[test]
    fn a_bold_path_becomes_items() {
        let mut rich = Rich::default();
        rich.push(&element("b", &[], "Settings › [your name] › iCloud"));
        let items = vec!["Settings".into(), "[your name]".into(), "iCloud".into()];
        assert_eq!(rich.0, vec![Inline::Path(items)]);
    }

    #[test]
    fn links_that_could_run_code_become_plain_text() {
        for (href, kept) in [
            ("https://example.org/a:b", true),
            ("mailto:a@example.org", true),
            ("tel:+1", true),
            ("page.html?x=a:b", true),
            ("#part", true),
            ("javascript:alert(1)", false),
            ("JaVaScRiPt:alert(1)", false),
            ("  java\nscript:alert(1)", false),
            ("\u{1}javascript:alert(1)", false),
            ("data:text/html,x", false),
            ("blob:x", false),
        ] {
            let mut rich = Rich::default();
            rich.push(&element("a", &[("href", href)], "words"));
            let link = matches!(rich.0.as_slice(), [Inline::Link { .. }]);
            assert_eq!(link, kept, "{href:?}");
            assert_eq!(rich.plain(), "words", "{href:?}");
        }
    }

    /// A heading with nothing else would make a fix without a title.
    #[test]
    fn code_that_says_nothing_is_left_out() {
        let mut rich = Rich::default();
        rich.push(&element("code", &[], " "));
        assert!(rich.is_empty());
    }
}
