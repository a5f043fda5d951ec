//! Words of the article, as the parser hands them over: read for other tools' syntax, and put into the tree.
//!
//! Belongs here: when words are read, and the titles of callouts. Does not: what stands in them (`inline`).

use super::build::Builder;
use super::inline::{Around, MAX_BYTES, Piece};
use super::lines::within;
use super::names::kind_of;
use super::roles;
use super::run::Run;
use crate::diagnostic::Diagnostic;
use unstuck_core::guide::{Element, Node, PREFIX};

/// How a mark of a line of code begins.
const MARK: &str = "[!code ";

/// How comments begin and end that hold such marks, those first whose beginning ends as another's.
const COMMENTS: [(&str, &str); 8] = [
    ("{/*", "*/}"),
    ("/*", "*/"),
    ("<!--", "-->"),
    ("//", ""),
    ("--", ""),
    ("#", ""),
    (";", ""),
    ("%", ""),
];

impl Builder<'_> {
    /// Reads the words that were gathered.
    pub(super) fn read_run(&mut self, before_code: bool) {
        if self.run.is_empty() {
            return;
        }
        let mut run = std::mem::take(&mut self.run);
        self.begin_callout(&mut run);
        let last = self.open.last().and_then(|open| open.children.last());
        let read = run.read(Around {
            mdx: self.mdx,
            begins: last.is_none_or(|last| match last {
                Node::Text(words) => words == "\n",
                Node::Element(inner) => inner.tag == "br",
            }),
            after_inline: self.after_inline,
            before_code,
        });
        for mut found in read.told {
            found.offset = self.in_file(found.offset);
            self.foreign.push(found);
        }
        for piece in read.pieces {
            match piece {
                Piece::Words(words) => self.put(Node::Text(words)),
                Piece::Marked(tag, words) => self.put_element(tag, words),
            }
        }
        self.role = read.role;
    }

    /// `[!warning]- Title` at the beginning of a quote, as Obsidian has it.
    fn begin_callout(&mut self, run: &mut Run) {
        let [.., quote, paragraph] = self.open.as_mut_slice() else {
            return;
        };
        let first = quote.tag == "blockquote" && quote.children.is_empty();
        if !(first && paragraph.tag == "p" && paragraph.children.is_empty()) {
            return;
        }
        let Some((kind, after)) = run
            .scanned()
            .strip_prefix("[!")
            .and_then(|rest| rest.split_once(']'))
        else {
            return;
        };
        let length = kind.len();
        let kind = kind
            .split('|')
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase();
        let is_kind = !kind.is_empty()
            && kind
                .chars()
                .all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
        // Those of Microsoft's tools stand for what is elsewhere.
        if !is_kind
            || matches!(
                kind.as_str(),
                "include" | "video" | "code" | "div" | "embed"
            )
        {
            return;
        }
        let fold = after.strip_prefix(['-', '+']).unwrap_or(after);
        let title = fold.trim_start();
        let bytes = 2 + length + 1 + (after.len() - title.len());
        let tip = if kind_of(&kind) == Some(true) {
            "warning"
        } else {
            ""
        };
        quote.attributes.push((format!("{PREFIX}tip"), tip.into()));
        run.skip(bytes);
        self.callout = Some(self.open.len());
    }

    /// Ends the title of a callout, if one is open here: it stands by itself, in bold.
    pub(super) fn end_callout_title(&mut self, more: bool) -> bool {
        if self.callout != Some(self.open.len()) {
            return false;
        }
        self.callout = None;
        if let Some(paragraph) = self.open.last_mut() {
            let title = std::mem::take(&mut paragraph.children);
            if !title.is_empty() {
                paragraph.children.push(Node::Element(Element {
                    tag: "strong".into(),
                    attributes: Vec::new(),
                    children: title,
                }));
                if more {
                    let at = paragraph.attributes.clone();
                    self.close_to(self.open.len() - 1);
                    self.open.push(Element {
                        tag: "p".into(),
                        attributes: at,
                        children: Vec::new(),
                    });
                }
            }
        }
        true
    }

    pub(super) fn code(&mut self, words: &str, offset: usize) {
        let Some(role) = self.role.take() else {
            return self.put_element("code", words.to_owned());
        };
        let (tag, said, unknown) = roles::role(&role, words);
        if unknown {
            let at = self.in_file(offset);
            self.foreign.push(Diagnostic::warning(
                "foreign-syntax",
                at,
                &format!("what `{role}` refers to is not known here: readers see \"{said}\""),
                "write its title and its address",
            ));
        }
        self.put_element(tag, said);
    }
}

/// Words of HTML without the macros around them: `[!UICONTROL Save]` is Save.
pub(super) fn without_macros(words: &str) -> String {
    let mut out = String::new();
    let mut rest = words;
    while let Some((before, after)) = rest.split_once("[!") {
        let named = ["UICONTROL ", "DNL "];
        let inside = named.iter().find_map(|name| after.strip_prefix(name));
        let (said, after) = inside.and_then(to_bracket).unwrap_or(("[!", after));
        out.push_str(before);
        out.push_str(said);
        rest = after;
    }
    out + rest
}

/// What stands before a closing bracket, and after it: a missing one must not have all of a file searched each time.
fn to_bracket(text: &str) -> Option<(&str, &str)> {
    let end = within(text, MAX_BYTES).find(']')?;
    Some((text.get(..end)?, text.get(end + 1..)?))
}

/// Code without what only says how its lines look: `run(); // [!code focus]`.
pub(super) fn without_line_marks(code: &str) -> String {
    let mut out = String::new();
    for line in code.split_inclusive('\n') {
        if line.contains(MARK) {
            out.push_str(&without_marks(line.trim_end_matches('\n')));
            out.push_str(if line.ends_with('\n') { "\n" } else { "" });
        } else {
            out.push_str(line);
        }
    }
    out
}

fn without_marks(line: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once(MARK) {
        out.push_str(before);
        let Some((_, after)) = to_bracket(after) else {
            out.push_str(MARK);
            rest = after;
            continue;
        };
        out.truncate(out.trim_end().len());
        rest = after;
        let next = after.trim_start();
        let comment = COMMENTS.iter().find(|(opener, _)| out.ends_with(opener));
        if let Some((opener, closer)) = comment
            && let Some(after) = after_comment(next, closer)
        {
            out.truncate(out.len() - opener.len());
            rest = after.trim_start();
            if rest.is_empty() {
                out.truncate(out.trim_end().len());
            }
        }
    }
    out + rest
}

/// What comes after a comment that says nothing more from here on. Words, or another mark, still need its beginning.
fn after_comment<'a>(next: &'a str, closer: &str) -> Option<&'a str> {
    if next.is_empty() {
        return Some(next);
    }
    if !closer.is_empty() {
        return next.strip_prefix(closer);
    }
    let marked = |(opener, _): &(&str, _)| {
        let inside = next.strip_prefix(opener);
        inside.is_some_and(|inside| inside.trim_start().starts_with(MARK))
    };
    COMMENTS.iter().any(marked).then_some(next)
}
