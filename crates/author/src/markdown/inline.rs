//! What stands within words in the Markdown of other tools.
//!
//! Belongs here: what can be read of it, and telling what cannot. It sees words only: code, addresses and what its author has
//! escaped never get here. Does not: what begins a line (`blocks`).

use unstuck_core::guide::is_inline;

use super::lines::within;
use super::roles::is_role;
use super::run::Run;
use super::tags::{arguments, component, is_expression, template};
use crate::diagnostic::Diagnostic;

/// How far the end of anything is searched for.
pub(super) const MAX_BYTES: usize = 400;

/// A piece of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    Words(String),
    /// Words in an element.
    Marked(&'static str, String),
}

/// What a run is after its foreign syntax is read.
#[derive(Debug, Default)]
pub(super) struct Read {
    pub(super) pieces: Vec<Piece>,
    /// With offsets in the parser's text.
    pub(super) told: Vec<Diagnostic>,
    /// The role of the code that follows.
    pub(super) role: Option<String>,
}

/// What a run stands in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Around {
    /// Whether braces hold expressions.
    pub(super) mdx: bool,
    /// Whether it begins a line.
    pub(super) begins: bool,
    /// Whether it follows code, a link or emphasis.
    pub(super) after_inline: bool,
    /// Whether code follows.
    pub(super) before_code: bool,
}

impl Run {
    /// Reads it as it stands there.
    pub(super) fn read(&self, around: Around) -> Read {
        let Around {
            mdx,
            begins,
            after_inline,
            before_code,
        } = around;
        let mut reader = Reader {
            run: self,
            done: 0,
            read: Read::default(),
            mdx,
            begins,
        };
        let mut at = 0;
        if after_inline && self.scanned.starts_with('{') {
            at = reader.attributes(0).unwrap_or(0);
            reader.done = at;
        }
        while let Some(found) = self.scanned.get(at..).and_then(|rest| rest.find(MARKS)) {
            at += found;
            at = reader.mark(at, before_code);
        }
        reader.words_to(self.text.len());
        reader.read
    }
}

/// What foreign syntax begins with.
const MARKS: [char; 9] = ['{', '[', '=', '+', '%', ':', '<', '!', '^'];

struct Reader<'a> {
    run: &'a Run,
    /// How far it is read.
    done: usize,
    read: Read,
    mdx: bool,
    begins: bool,
}

impl<'a> Reader<'a> {
    fn rest(&self, at: usize) -> &'a str {
        within(self.run.scanned.get(at..).unwrap_or_default(), MAX_BYTES)
    }

    fn words_to(&mut self, end: usize) {
        if end > self.done {
            let words = self.run.text.get(self.done..end).unwrap_or_default();
            self.read.pieces.push(Piece::Words(words.to_owned()));
        }
        self.done = self.done.max(end);
    }

    /// Reads what stands from `at` to `end` as these pieces.
    fn replace(&mut self, at: usize, end: usize, pieces: impl IntoIterator<Item = Piece>) -> usize {
        self.words_to(at);
        self.read.pieces.extend(pieces);
        self.done = end;
        end
    }

    /// The beginning of what stands there, for a message.
    fn shown(&self, at: usize, end: usize) -> String {
        let there = self.rest(at).get(..end - at).unwrap_or_default();
        there.chars().take(40).collect()
    }

    /// Leaves what stands there, which no reader should see.
    fn raw(&mut self, at: usize, end: usize, help: &str) -> usize {
        let shown = self.shown(at, end);
        self.read.told.push(Diagnostic::error(
            "foreign-syntax",
            self.run.source_of(at),
            &format!("`{shown}` is not understood: readers would see it as it is written"),
            help,
        ));
        end
    }

    fn left_out(&mut self, at: usize, end: usize, what: &str, help: &str) {
        let shown = self.shown(at, end);
        let message = format!("`{shown}` {what}");
        let at = self.run.source_of(at);
        self.read
            .told
            .push(Diagnostic::warning("foreign-syntax", at, &message, help));
    }

    /// Reads the mark at this place; where to go on.
    fn mark(&mut self, at: usize, before_code: bool) -> usize {
        let rest = self.rest(at);
        let before = self
            .run
            .scanned
            .get(..at)
            .and_then(|text| text.chars().next_back());
        let begins = self.begins
            && self
                .run
                .scanned
                .get(..at)
                .is_none_or(|text| text.trim().is_empty());
        let read = match rest.as_bytes().first() {
            Some(b'{') => self.braces(at, before_code),
            Some(b'[') => self.brackets(at),
            Some(b'=') if rest.starts_with("==") && before != Some('=') => {
                self.pair(at, "==", "mark")
            }
            Some(b'+') if rest.starts_with("++") && before != Some('+') => self.keys(at),
            Some(b'%') if rest.starts_with("%%") => self.comment(at),
            Some(b':')
                if rest.starts_with(":::")
                    && rest.get(3..).is_some_and(|rest| rest.contains(":::")) =>
            {
                self.colons(at)
            }
            Some(b':') if before_code => self.role(at),
            Some(b':') if begins && rest.starts_with(":::") => {
                let help = "begin a line with it, or write `> [!NOTE]` before a quote";
                Some(self.raw(at, at + rest.trim_end().len(), help))
            }
            Some(b':') if begins && leaf(rest) => {
                let help = "write in its place what the reader is to see";
                Some(self.raw(at, at + rest.trim_end().len(), help))
            }
            Some(b':') if !before.is_some_and(|c| c.is_alphanumeric() || c == ':') => {
                self.emoji(at)
            }
            Some(b'<') => self.tag(at),
            Some(b'!') if begins && super::openers::mkdocs(rest).is_some() => {
                let help = "begin a line with it and indent what it holds, or write `> [!NOTE]` before a quote";
                Some(self.raw(at, at + rest.trim_end().len(), help))
            }
            Some(b'^') if rest.starts_with("^[") => rest.find(']').map(|end| {
                let words = self
                    .run
                    .text
                    .get(at + 2..at + end)
                    .unwrap_or_default()
                    .to_owned();
                self.replace(at, at + end + 1, [Piece::Words(format!(" ({words})"))])
            }),
            _ => None,
        };
        read.unwrap_or_else(|| at + rest.chars().next().map_or(1, char::len_utf8))
    }

    /// A tag that the parser takes for words: no HTML, or an expression is in it.
    fn tag(&mut self, at: usize) -> Option<usize> {
        let tag = component(self.rest(at))?;
        let end = at + tag.length;
        let expression = self
            .rest(at)
            .get(..tag.length)
            .is_some_and(|tag| tag.contains("={"));
        if !(tag.closing || tag.empty || expression) {
            return None;
        }
        // Only how the words in it look.
        if !tag.closing && !tag.empty && tag.name != "a" && is_inline(&tag.name) {
            return Some(self.replace(at, end, []));
        }
        let help = "put it in backticks if it is meant as words, else write what it stands for";
        Some(self.raw(at, end, help))
    }

    fn braces(&mut self, at: usize, before_code: bool) -> Option<usize> {
        let rest = self.rest(at);
        let value = rest.starts_with("{{") && template(rest).is_none();
        if !value && (rest.starts_with("{{") || rest.starts_with("{%")) {
            let tag = template(rest)?;
            let end = at + tag.length;
            // A term of a glossary, a key: what it shows is its argument.
            if let Some(words) = tag.argument(&["text"]).map(str::to_owned) {
                return Some(self.replace(at, end, [Piece::Words(words)]));
            }
            if tag.closing || matches!(tag.name.as_str(), "raw" | "comment" | "br") {
                return Some(self.replace(at, end, []));
            }
            return Some(self.raw(at, end, VALUE));
        }
        if rest.starts_with("{#") && rest.contains("#}") {
            let end = at + rest.find("#}")? + 2;
            return Some(self.replace(at, end, []));
        }
        if rest.starts_with("{{") {
            let end = at + rest.find("}}")? + 2;
            return Some(self.raw(at, end, VALUE));
        }
        if rest.starts_with("{/*") {
            let end = at + rest.find("*/}")? + 3;
            return Some(self.replace(at, end, []));
        }
        if rest.starts_with("{:") {
            let end = at + rest.find('}')? + 1;
            return Some(self.replace(at, end, []));
        }
        let close = rest.find('}')?;
        let inside = rest.get(1..close).unwrap_or_default();
        if before_code && at + close + 1 == self.run.scanned.len() && is_role(inside) {
            self.read.role = Some(inside.to_owned());
            return Some(self.replace(at, at + close + 1, []));
        }
        // Classes at the end of a block.
        let class = inside.trim_start().strip_prefix('.');
        let class = class.is_some_and(|class| class.starts_with(|c: char| c.is_ascii_alphabetic()));
        if class && at + close + 1 == self.run.scanned.trim_end().len() {
            return Some(self.replace(at, at + close + 1, []));
        }
        let literal = |quote: char| {
            let inner = inside.strip_prefix(quote)?.strip_suffix(quote)?;
            (!inner.contains(quote)).then(|| inner.to_owned())
        };
        if let Some(words) = ['"', '\'']
            .into_iter()
            .find_map(literal)
            .filter(|_| self.mdx)
        {
            return Some(self.replace(at, at + close + 1, [Piece::Words(words)]));
        }
        (self.mdx && !inside.trim().is_empty() || is_expression(inside))
            .then(|| self.raw(at, at + close + 1, VALUE))
    }

    /// Attributes of what stands before them: nobody sees those.
    fn attributes(&mut self, at: usize) -> Option<usize> {
        let rest = self.rest(at);
        let close = rest.find('}').filter(|_| rest.starts_with('{'))?;
        let inside = rest.get(1..close)?.trim_start();
        let named = inside.split_once('=').is_some_and(|(name, _)| {
            !name.is_empty()
                && name
                    .chars()
                    .all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
        });
        (inside.starts_with(['.', '#', ':']) || named).then_some(at + close + 1)
    }

    fn brackets(&mut self, at: usize) -> Option<usize> {
        let rest = self.rest(at);
        if rest.starts_with("[^") {
            let end = rest
                .find(']')
                .filter(|end| !rest.get(2..*end).unwrap_or(" ").contains([' ', '[']))?;
            return Some(self.raw(
                at,
                at + end + 1,
                "write the footnote (`[^1]: Words.`), or take its mark out",
            ));
        }
        if rest.starts_with("[!") {
            let kind = rest.get(2..).unwrap_or_default();
            if !kind.starts_with(|c: char| c.is_ascii_alphabetic()) {
                return None;
            }
            let end = rest.find(']').map_or(rest.len(), |end| end + 1);
            // Words of a program, and what is not to be translated.
            if let Some((name @ ("UICONTROL" | "DNL"), words)) = kind.split_once(' ') {
                let words = words.split(']').next().unwrap_or_default().to_owned();
                let tag = if name == "DNL" { "span" } else { "b" };
                return Some(self.replace(at, at + end, [Piece::Marked(tag, words)]));
            }
            // How a quote looks.
            if kind.starts_with("div ") {
                return Some(self.replace(at, at + end, []));
            }
            let help = "write in its place what the reader is to see";
            return Some(self.raw(at, at + end, help));
        }
        // A link whose address is a tag of a template.
        let middle = rest.find("](")?;
        let label = rest.get(1..middle).unwrap_or_default();
        let after = rest.get(middle + 2..).unwrap_or_default();
        if label.contains('[') {
            return None;
        }
        let length = match template(after) {
            Some(tag) => tag.length,
            None if after.starts_with("{{") => after.find("}}")? + 2,
            None => return None,
        };
        let close = after.get(length..)?.find(')')?;
        let end = at + middle + 2 + length + close + 1;
        let words = self
            .run
            .text
            .get(at + 1..at + middle)
            .unwrap_or_default()
            .to_owned();
        let picture = self
            .run
            .scanned
            .get(..at)
            .is_some_and(|text| text.ends_with('!'));
        let at = if picture { at - 1 } else { at };
        self.left_out(
            at,
            end,
            "leads where only its tool knows, and its words stay",
            "give the address itself",
        );
        Some(self.replace(at, end, [Piece::Words(words)]))
    }

    /// `:::no-loc text="Words":::`
    fn colons(&mut self, at: usize) -> Option<usize> {
        let inside = self.rest(at).get(3..)?;
        let end = inside.find(":::")?;
        let words = arguments(inside.get(..end)?);
        let (_, text) = words.iter().find(|(name, _)| name == "text")?;
        Some(self.replace(at, at + 3 + end + 3, [Piece::Words(text.clone())]))
    }

    /// `:warning:`, `:material-cog:`
    fn emoji(&mut self, at: usize) -> Option<usize> {
        let inside = self.rest(at).get(1..)?;
        let length = inside.find(|c: char| {
            !(c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '_' | '+' | '-'))
        })?;
        let after = inside.get(length..)?.strip_prefix(':')?;
        let name = inside.get(..length)?;
        let apart = !after.starts_with(|c: char| c.is_alphanumeric() || c == ':');
        if !(apart && length > 1 && name.starts_with(|c: char| c.is_ascii_lowercase())) {
            return None;
        }
        let end = at + length + 2;
        // Drawings beside words.
        let sets = [
            "material-",
            "octicons-",
            "fontawesome-",
            "simple-",
            "fa-",
            "lucide-",
            "mdi-",
            "tabler-",
            "bootstrap-",
            "twemoji-",
        ];
        if sets.iter().any(|set| name.starts_with(set)) {
            let end = self.attributes(end).unwrap_or(end);
            return Some(self.replace(at, end, []));
        }
        Some(self.raw(
            at,
            end,
            "write the character itself, or put it in backticks if it is meant as words",
        ))
    }

    /// Words between two marks.
    fn pair(&mut self, at: usize, mark: &str, tag: &'static str) -> Option<usize> {
        let after = self.rest(at).get(mark.len()..)?;
        let end = after.find(mark)?;
        let inside = after.get(..end)?;
        if inside.is_empty() || inside.starts_with([' ', '=']) || inside.ends_with(' ') {
            return None;
        }
        let from = at + mark.len();
        let words = self.run.text.get(from..from + end)?.to_owned();
        Some(self.replace(at, from + end + mark.len(), [Piece::Marked(tag, words)]))
    }

    /// `++ctrl+alt+del++`
    fn keys(&mut self, at: usize) -> Option<usize> {
        let after = self.rest(at).get(2..)?;
        let end = after.find("++")?;
        let inside = after.get(..end)?;
        let keys: Vec<&str> = inside.split('+').map(|key| key.trim_matches('"')).collect();
        let key = |key: &&str| !key.is_empty() && key.len() < 20 && !key.contains(' ');
        if !keys.iter().all(key) {
            return None;
        }
        let mut pieces = Vec::new();
        for (place, key) in keys.into_iter().enumerate() {
            if place > 0 {
                pieces.push(Piece::Words("+".to_owned()));
            }
            let mut letters = key.chars();
            let first = letters
                .next()
                .map(|c| c.to_uppercase().to_string())
                .unwrap_or_default();
            pieces.push(Piece::Marked("kbd", first + letters.as_str()));
        }
        Some(self.replace(at, at + 2 + end + 2, pieces))
    }

    fn comment(&mut self, at: usize) -> Option<usize> {
        let after = self.rest(at).get(2..)?;
        let end = after.find("%%")?;
        Some(self.replace(at, at + 2 + end + 2, []))
    }

    /// A role of reStructuredText, before its code.
    fn role(&mut self, at: usize) -> Option<usize> {
        let rest = self.rest(at);
        let inside = rest.strip_prefix(':')?.strip_suffix(':')?;
        let end = at + rest.len();
        if !is_role(inside) || end < self.run.scanned.len() {
            return None;
        }
        self.read.role = Some(inside.to_owned());
        Some(self.replace(at, end, []))
    }
}

/// What helps where a value stands that only its tool knows.
const VALUE: &str = "write what it stands for, or put it in backticks if it is meant as words";

/// `::youtube[Title]{#id}`
fn leaf(rest: &str) -> bool {
    let Some(after) = rest.strip_prefix("::") else {
        return false;
    };
    let name = after.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '-');
    name.len() < after.len() && name.starts_with(['{', '['])
}
