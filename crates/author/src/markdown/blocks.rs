//! Boxes, tabs and machinery in the Markdown of other tools, rewritten line by line into what the parser knows: what is in a
//! box becomes a quote, what no reader sees an empty line.
//!
//! Belongs here: how far each reaches. Lines stay lines, so that everything keeps its place in the file. Code is left as it
//! is: it may show any of these. Does not: how each begins (`begin`, `machinery`), or what stands within words (`inline`).

use std::collections::{BTreeMap, HashMap};

use super::lines::{self, Lines, Place};
use super::names::meaning;
use super::tags::{PARTIAL, component, template};
use crate::diagnostic::Diagnostic;

/// What a quote stands for that this has made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Boxed {
    /// Whether it warns; nothing for what is no box but has a title, such as a tab.
    pub(super) warning: Option<bool>,
    /// Whether it unfolds under its title.
    pub(super) folds: bool,
    /// Whether it is one of several tabs.
    pub(super) is_tab: bool,
    pub(super) title: String,
}

/// A text without the syntaxes of others.
pub(super) struct Rewritten {
    pub(super) text: String,
    pub(super) places: Vec<Place>,
    /// Which lines are code.
    pub(super) code: Vec<bool>,
    /// By the line on which its quote begins.
    pub(super) boxes: BTreeMap<usize, Boxed>,
    /// Whether it is MDX, in which braces hold expressions.
    pub(super) mdx: bool,
    /// With the line and the column in the file.
    pub(super) told: Vec<(usize, usize, Diagnostic)>,
}

/// What ends an open one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum End {
    Colons(usize),
    Fence(char, usize),
    /// A line that is indented less than so much; content is moved left by the second.
    Indent(usize, Option<usize>),
    Template(String),
    /// Its content is moved left by so much, as there is no indented code in MDX.
    Component(String, Option<usize>),
}

/// Most that may be open at once; what begins more is left as it is.
pub(super) const MAX_OPEN: usize = 20;

/// What is told of a box without an end.
pub(super) const NEVER_ENDED: &str = "what begins here is never ended";

/// What ends `+++ Title`.
pub(super) const PLUS: &str = "+++";

/// HTML in which nothing is Markdown, and what ends it.
const RAW_HTML: [(&str, &str); 5] = [
    ("<!--", "-->"),
    ("<pre", "</pre>"),
    ("<script", "</script>"),
    ("<style", "</style>"),
    ("<textarea", "</textarea>"),
];

/// Longer than the fences in any code.
pub(super) const FENCE: &str = "``````";

#[derive(Clone, Debug)]
pub(super) struct Open {
    pub(super) end: End,
    /// What its lines begin with: white space, marks of quotes.
    pub(super) lead: String,
    pub(super) quoted: bool,
    /// Whether nobody sees what it holds.
    pub(super) hidden: bool,
    /// Whether it holds code.
    pub(super) code: bool,
    /// Whether only options have followed.
    pub(super) fresh: bool,
    pub(super) line: usize,
    /// The lists around it.
    pub(super) list: lines::Indents,
}

/// A line, as far as it is read.
pub(super) struct Line<'l> {
    pub(super) number: usize,
    /// Where its body begins.
    pub(super) column: usize,
    /// What the new line begins with by what is open around it.
    pub(super) prefix: &'l str,
    /// White space and marks of quotes before the body.
    pub(super) lead: &'l str,
    pub(super) body: &'l str,
    /// All of it.
    pub(super) bytes: usize,
}

pub(super) struct Rewriter<'a> {
    pub(super) text: &'a str,
    pub(super) starts: Vec<usize>,
    /// The last place at which something of this name is closed, and the last lines of colons and of pluses
    /// alone.
    pub(super) closers: HashMap<String, usize>,
    pub(super) last_colons: usize,
    pub(super) last_plus: usize,
    pub(super) open: Vec<Open>,
    /// The open fence of code, and how many were open around it.
    pub(super) fence: Option<(char, usize, usize)>,
    /// What ends the HTML that is open and holds no Markdown: code, a comment.
    pub(super) html: Option<&'static str>,
    /// Lines of a tag or of an import that began before.
    pub(super) skip: usize,
    pub(super) list: lines::Indents,
    pub(super) lines: Lines,
    pub(super) boxes: BTreeMap<usize, Boxed>,
    pub(super) mdx: bool,
    pub(super) told: Vec<(usize, usize, Diagnostic)>,
}

/// Rewrites a text.
pub(super) fn rewrite(text: &str) -> Rewritten {
    let mut rewriter = Rewriter {
        text,
        starts: lines::starts(text),
        closers: closers(text),
        last_colons: last_of(text, ':'),
        last_plus: last_of(text, '+'),
        open: Vec::new(),
        fence: None,
        html: None,
        skip: 0,
        list: lines::Indents::default(),
        lines: Lines::default(),
        boxes: BTreeMap::new(),
        mdx: false,
        told: Vec::new(),
    };
    for (number, line) in text.split_inclusive('\n').enumerate() {
        rewriter.line(number, line.trim_end_matches(['\n', '\r']));
    }
    for open in std::mem::take(&mut rewriter.open) {
        if matches!(open.end, End::Colons(_)) {
            rewriter.tell(
                open.line,
                0,
                NEVER_ENDED,
                "end it with a line of as many colons",
            );
        }
    }
    Rewritten {
        text: rewriter.lines.text(text.ends_with('\n')),
        places: rewriter.lines.places,
        code: rewriter.lines.code,
        boxes: rewriter.boxes,
        mdx: rewriter.mdx,
        told: rewriter.told,
    }
}

/// The last line of three or more of these alone.
fn last_of(text: &str, mark: char) -> usize {
    let lines: Vec<&str> = text.lines().collect();
    let last = lines.iter().rposition(|line| {
        let body = line.trim_matches([' ', '\t', '>', '\r']);
        body.len() >= 3 && body.chars().all(|c| c == mark)
    });
    last.unwrap_or(0)
}

/// Where each name of a tag is closed last, in one pass.
fn closers(text: &str) -> HashMap<String, usize> {
    let mut found = HashMap::new();
    for (mark, kind) in [
        ("</", ""),
        ("{%", "%"),
        ("{{<", "%"),
        ("{{%", "%"),
        ("{{", "%"),
    ] {
        for (at, _) in text.match_indices(mark) {
            let rest = text.get(at + mark.len()..).unwrap_or_default();
            let rest = rest.trim_start_matches(['-', ' ', '\t']);
            let rest = match (kind, mark) {
                ("", _) => Some(rest),
                (_, "{%") => rest.strip_prefix("end").or_else(|| rest.strip_prefix('/')),
                (_, "{{") => rest
                    .strip_prefix('/')
                    .and_then(|rest| rest.strip_prefix(PARTIAL)),
                _ => rest.strip_prefix('/'),
            };
            let name: String = rest
                .unwrap_or_default()
                .trim_start_matches(' ')
                .chars()
                .take_while(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'))
                .take(80)
                .collect();
            if rest.is_some() {
                found.insert(format!("{kind}{name}"), at);
            }
        }
    }
    found
}

impl Rewriter<'_> {
    pub(super) fn tell(&mut self, line: usize, column: usize, message: &str, help: &str) {
        let found = Diagnostic::warning("foreign-syntax", 0, message, help);
        self.told.push((line, column, found));
    }

    fn line(&mut self, number: usize, line: &str) {
        if self.skip > 0 {
            self.skip -= 1;
            let prefix = self.prefix(self.open.len());
            return self.lines.push(&prefix, "", 0);
        }
        let (prefix, rest) = self.within(line);
        let prefix = &*prefix;
        if rest.trim().is_empty() {
            self.list.blank();
            return self.lines.push(prefix, "", line.len());
        }
        if self.open.iter().any(|open| open.hidden) {
            if !self.close(number, prefix, rest) {
                self.lines.push(prefix, "", line.len());
            }
            return;
        }
        let lead = rest.len() - rest.trim_start_matches([' ', '\t', '>']).len();
        let (lead, body) = rest.split_at(lead);
        if self.option(body) {
            return self.lines.push(prefix, "", line.len());
        }
        let holds_code = self.open.last().is_some_and(|open| open.code);
        if self.in_code(lead, body) {
            if !(holds_code && self.close(number, prefix, rest)) {
                self.lines.push_code(prefix, rest, line.len());
            }
            return;
        }
        let whole = Line {
            number,
            column: line.len() - body.len(),
            prefix,
            lead,
            body,
            bytes: line.len(),
        };
        if !self.close(number, prefix, rest) && !self.begin(&whole) {
            self.content(prefix, rest, line);
        }
    }

    /// What a line begins with in the new text by what is open around it, and the rest of it. Ends what the line is no part of.
    fn within<'l>(&mut self, line: &'l str) -> (String, &'l str) {
        let (mut prefix, mut rest) = (String::new(), line);
        for place in 0..self.open.len() {
            let open = &mut self.open[place];
            let after = lines::without(rest, &open.lead);
            let quotes = open.lead.contains('>') && after.len() == rest.len();
            let blank = after.trim().is_empty();
            let indent = after.len() - after.trim_start_matches([' ', '\t']).len();
            let tab = after.starts_with('\t');
            let over = match open.end {
                End::Indent(least, _) => !blank && indent < least && !tab,
                _ => quotes,
            };
            if over {
                self.end_from(place);
                break;
            }
            rest = match &mut open.end {
                End::Indent(_, by) | End::Component(_, by) if !blank => {
                    let by = *by.get_or_insert(indent);
                    after
                        .get(if tab { indent.min(1) } else { indent.min(by) }..)
                        .unwrap_or_default()
                }
                _ => after,
            };
            prefix.push_str(&open.lead);
            if open.quoted {
                prefix.push_str("> ");
            }
        }
        (prefix, rest)
    }

    /// Ends what is open from this place on.
    fn end_from(&mut self, place: usize) {
        // What ends by its indentation has no line of its own for that: the empty one before this.
        if let Some(open) = self
            .open
            .get(place)
            .filter(|open| matches!(open.end, End::Indent(..)))
        {
            let outer = self.prefix(place);
            let fence = open.code.then(|| format!("{}{FENCE}", open.lead));
            let begun = open.line;
            self.lines.leave(begun, &outer, fence.as_deref());
        }
        if let Some(open) = self.open.get_mut(place) {
            self.list = std::mem::take(&mut open.list);
            self.list.blank();
        }
        self.open.truncate(place);
        if self.fence.is_some_and(|fence| fence.2 > place) {
            self.fence = None;
        }
    }

    /// Whether a line is code, after it.
    fn in_code(&mut self, lead: &str, body: &str) -> bool {
        if self.open.last().is_some_and(|open| open.code) {
            return true;
        }
        let ends = |end: &str| body.to_ascii_lowercase().contains(end);
        if let Some(end) = self.html {
            self.html = self.html.filter(|_| !ends(end));
            return true;
        }
        let html = RAW_HTML.iter().find(|(begin, _)| {
            let start = body.get(..begin.len()).unwrap_or_default();
            self.fence.is_none() && start.eq_ignore_ascii_case(begin)
        });
        if let Some((_, end)) = html {
            self.html = Some(*end).filter(|end| !ends(end));
            return true;
        }
        let mark = lines::fence(body);
        if let Some((open, times, _)) = self.fence {
            if mark.is_some_and(|(mark, count, after)| {
                mark == open && count >= times && after.trim().is_empty()
            }) {
                self.fence = None;
                // The line itself is still code.
            }
            return true;
        }
        let dedented = self
            .open
            .iter()
            .any(|open| matches!(open.end, End::Component(..)));
        if !dedented && self.list.is_code(lead, body) {
            return true;
        }
        let foreign = |after: &str| {
            after
                .trim()
                .strip_prefix('{')
                .and_then(|inside| inside.split_once('}'))
                .is_some_and(|(name, _)| meaning(name).is_some())
        };
        let admonish = |after: &str| after.starts_with("admonish") || after.starts_with("ad-");
        let ends = |open: &Open| matches!(open.end, End::Fence(c, n) if mark.is_some_and(|(mark, count, after)| mark == c && count >= n && after.trim().is_empty()));
        if let Some((mark, count, after)) = mark
            && !foreign(after)
            && !admonish(after)
            && !self.open.iter().any(ends)
        {
            self.fence = Some((mark, count, self.open.len()));
            return true;
        }
        false
    }

    /// Ends what this line ends, if it does.
    fn close(&mut self, number: usize, prefix: &str, rest: &str) -> bool {
        let body = rest.trim_start_matches([' ', '\t', '>']);
        let colons = body.len() - body.trim_start_matches(':').len();
        let place = if colons >= 3 && body.trim_end().len() == colons {
            let last = |wanted: &dyn Fn(usize) -> bool| {
                self.open
                    .iter()
                    .rposition(|open| matches!(open.end, End::Colons(n) if wanted(n)))
            };
            let place = last(&|n| n == colons).or_else(|| last(&|n| n < colons));
            if place.is_none() {
                self.tell(
                    number,
                    0,
                    "these colons end nothing",
                    "take them out, or begin a box above: `:::note`",
                );
            }
            Some(place.unwrap_or(self.open.len()))
        } else if let Some((mark, count, "")) =
            lines::fence(body).map(|(m, n, after)| (m, n, after.trim()))
        {
            self.open
                .iter()
                .rposition(|open| matches!(open.end, End::Fence(c, n) if mark == c && count >= n))
        } else if let Some(tag) = template(body).filter(|tag| {
            tag.closing
                && body
                    .get(tag.length..)
                    .is_some_and(|rest| rest.trim().is_empty())
        }) {
            let place = self
                .open
                .iter()
                .rposition(|open| matches!(&open.end, End::Template(name) if *name == tag.name));
            Some(place.unwrap_or(self.open.len()))
        } else if let Some(tag) = component(body).filter(|tag| {
            tag.closing
                && body
                    .get(tag.length..)
                    .is_some_and(|rest| rest.trim().is_empty())
        }) {
            self.open
                .iter()
                .rposition(|open| matches!(&open.end, End::Component(name, _) if *name == tag.name))
        } else if body.starts_with("{:/") {
            let kramdown = End::Template("kramdown".into());
            let place = self.open.iter().rposition(|open| open.end == kramdown);
            Some(place.unwrap_or(self.open.len()))
        } else if matches!(body.trim_end(), "%%" | PLUS) {
            let end = End::Template(body.trim_end().into());
            self.open.iter().rposition(|open| open.end == end)
        } else {
            None
        };
        let Some(place) = place else {
            return false;
        };
        let (outer, code) = match self.open.get(place) {
            Some(open) => {
                let prefix = self.prefix(place);
                (prefix.clone() + &open.lead, open.code)
            }
            None => (prefix.to_owned(), false),
        };
        self.end_from(place);
        self.lines
            .push(&outer, if code { FENCE } else { "" }, rest.len());
        true
    }

    /// What lines begin with that are within the first so many.
    fn prefix(&self, open: usize) -> String {
        let open = self.open.iter().take(open);
        open.map(|open| {
            if open.quoted {
                format!("{}> ", open.lead)
            } else {
                open.lead.clone()
            }
        })
        .collect()
    }

    /// A line that begins nothing. A component may end at its end.
    fn content(&mut self, prefix: &str, rest: &str, line: &str) {
        let rest = &*lines::heading_spaced(rest);
        let ended = self.open.iter().rposition(|open| {
            matches!(&open.end, End::Component(name, _) if rest.trim_end().ends_with(&format!("</{name}>")))
        });
        let before = ended.and_then(|_| rest.rfind("</"));
        self.lines.push(
            prefix,
            before.and_then(|end| rest.get(..end)).unwrap_or(rest),
            line.len(),
        );
        if let Some(place) = ended {
            self.end_from(place);
        }
    }

    /// Whether a line is an option of the directive that has just begun.
    fn option(&mut self, body: &str) -> bool {
        let Some(open) = self.open.last_mut().filter(|open| open.fresh) else {
            return false;
        };
        let directive = matches!(open.end, End::Colons(_) | End::Fence(..) | End::Indent(..));
        let option = body.strip_prefix(':').and_then(|rest| rest.split_once(':'));
        let option = option.is_some_and(|(name, rest)| {
            !name.is_empty() && !name.contains([' ', '`']) && !rest.starts_with('`')
        });
        open.fresh = directive && option;
        open.fresh
    }
}
