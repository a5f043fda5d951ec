//! The guide as Markdown.
//!
//! Belongs here: the Markdown of each part, and what must be escaped so that words stay words. Does not: reading it.

use super::marks::{braces, push_condition, push_edition, risk_marks};
use crate::html::{condition_text, own_verdict, push_reference};
use unstuck_core::characters::is_unseen;
use unstuck_core::guide::{Guide, Image, Inline, PassAs, Passage, Rich};

/// The Markdown article of a guide.
#[must_use]
pub fn write(guide: &Guide) -> String {
    let mut out = Writer::default();
    let mut own = vec![
        ("id", guide.id.as_str()),
        ("lang", &guide.lang),
        ("dir", &guide.dir),
    ];
    own.retain(|(_, value)| !value.is_empty());
    own.extend(own_verdict(guide));
    if guide.no_wait {
        own.push(("wait", "none"));
    }
    if !guide.edition.is_empty() {
        own.push(("edition", &guide.edition));
    }
    out.block(
        &format!("# {} {}", words(&Rich::text(&guide.title)), braces(&own)),
        "",
    );
    if !guide.summary.is_empty() {
        out.block(&words(&Rich::text(&guide.summary)), "");
    }
    out.passages(&guide.intro, "");
    if !guide.wait.is_empty() {
        out.part(&guide.wait, &[("wait", "")], "");
    }
    for question in &guide.questions {
        let only_if = condition_text(&question.only_if);
        let mut marks = vec![("id", question.id.as_str())];
        push_condition(&mut marks, &question.only_if, &only_if);
        marks.push(("ask", &question.ask));
        if !question.one_of.is_empty() {
            marks.push(("one-of", &question.one_of));
        }
        if !question.unsure.is_empty() {
            marks.push(("unsure", &question.unsure));
        }
        push_edition(&mut marks, &question.edition, &guide.edition);
        out.part(&question.hint, &marks, "");
    }
    for note in &guide.notes {
        let only_if = condition_text(&note.only_if);
        let mut marks = vec![("note", "")];
        push_condition(&mut marks, &note.only_if, &only_if);
        out.part(&note.passages, &marks, "");
    }
    for fix in &guide.fixes {
        let only_if = condition_text(&fix.only_if);
        let mut marks = vec![("id", fix.id.as_str())];
        push_condition(&mut marks, &fix.only_if, &only_if);
        if let Some(check) = &fix.check {
            if !check.pass_on {
                marks.push(("pass-on", "no"));
            }
            if check.pass_as == PassAs::Cannot {
                marks.push(("pass-as", "cannot"));
            }
            marks.push(("ask", &check.ask));
            if !check.unsure.is_empty() {
                marks.push(("unsure", &check.unsure));
            }
        }
        if fix.no_wait {
            marks.push(("wait", "none"));
        }
        if let Some(verdict) = &fix.verdict {
            marks.push(("verdict", verdict));
        }
        if !fix.drawing.is_empty() {
            marks.push(("drawing", &fix.drawing));
        }
        if !fix.time.is_empty() {
            marks.push(("time", &fix.time));
        }
        push_edition(&mut marks, &fix.edition, &guide.edition);
        out.block(
            &format!("## {} {}", words(&Rich::text(&fix.title)), braces(&marks)),
            "",
        );
        out.fix_passages(&fix.reason);
        if let Some(check) = fix.check.as_ref().filter(|check| !check.hint.is_empty()) {
            out.part(&check.hint, &[("hint", "")], "");
        }
        if let Some(risk) = &fix.risk {
            let mut marks = risk_marks(risk.reversible, &risk.title);
            if !risk.first_fix.is_empty() {
                marks.push(("first", &risk.first_fix));
            }
            let mut inner = Writer::default();
            inner.passages(&risk.passages, "");
            if !risk.lost.is_empty() {
                let lost = list(false, &risk.lost);
                inner.block(&format!("{}\n{lost}", braces(&[("lost", "")])), "");
            }
            if !risk.first.is_empty() {
                inner.part(&risk.first, &[("first", "")], "");
            }
            out.block(
                &format!("{}\n{}", braces(&marks), inner.text.trim_end()),
                "> ",
            );
        }
        if !fix.away.is_empty() {
            out.part(&fix.away, &[("away", "")], "");
        }
        let mut steps = String::new();
        for (step, number) in fix.steps.iter().zip(1..) {
            let only_if = condition_text(&step.only_if);
            let mut marks = vec![("id", step.id.as_str())];
            push_condition(&mut marks, &step.only_if, &only_if);
            if let Some(risk) = &step.risk {
                marks.extend(risk_marks(risk.reversible, &risk.title));
            }
            push_edition(&mut marks, &step.edition, &fix.edition);
            item(&format!("{number}. "), &step.passages, &marks, &mut steps);
        }
        if !steps.is_empty() {
            out.block(steps.trim_end(), "");
        }
        out.fix_passages(&fix.more);
        if !fix.wait.is_empty() {
            out.part(&fix.wait, &[("wait", "")], "");
        }
    }
    if !guide.after.is_empty() {
        out.part(&guide.after, &[("after", "")], "");
    }
    if let Some(support) = &guide.support {
        let needs = support.needs.join(", ");
        let mut marks = vec![("support", "")];
        if !needs.is_empty() {
            marks.push(("need", &needs));
        }
        if !support.issue.is_empty() {
            marks.push(("issue", &support.issue));
        }
        out.block(
            &format!(
                "## {} {}",
                words(&Rich::text(&support.title)),
                braces(&marks)
            ),
            "",
        );
        out.passages(&support.passages, "");
    }
    let mut text = out.text;
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

#[derive(Default)]
struct Writer {
    text: String,
    /// Whether the last block was a list: another one would join it.
    after_list: bool,
}

impl Writer {
    /// A separate block, each line after `prefix`.
    fn block(&mut self, block: &str, prefix: &str) {
        for line in block.split('\n') {
            // Code may end a line with spaces; the prefix of an empty line must not.
            let prefix = if line.is_empty() {
                prefix.trim_end()
            } else {
                prefix
            };
            self.text.push_str(&format!("{prefix}{line}\n"));
        }
        self.text.push('\n');
        self.after_list = false;
    }

    fn passages(&mut self, passages: &[Passage], prefix: &str) {
        for passage in passages {
            match passage {
                Passage::Words(rich) => self.block(&words(rich), prefix),
                Passage::List { ordered, items } => {
                    if self.after_list {
                        // A comment, which the reading skips, separates two lists.
                        self.block("<!-- -->", prefix);
                    }
                    self.block(&list(*ordered, items), prefix);
                    self.after_list = true;
                }
                Passage::Code(lines) => {
                    let fence = "`".repeat(longest_run(lines).max(2) + 1);
                    self.block(&format!("{fence}\n{lines}\n{fence}"), prefix);
                }
                Passage::Table { head, rows } => self.block(&table(*head, rows), prefix),
                Passage::Tip { warning, passages } => {
                    self.part(
                        passages,
                        &[("tip", if *warning { "warning" } else { "" })],
                        prefix,
                    );
                }
            }
        }
    }

    /// A part with a role: one paragraph has its attributes on the line before, more of it is a quote.
    fn part(&mut self, passages: &[Passage], marks: &[(&str, &str)], prefix: &str) {
        match passages {
            [] => self.block(&braces(marks), prefix),
            [Passage::Words(only)] => {
                self.block(&format!("{}\n{}", braces(marks), words(only)), prefix)
            }
            _ => {
                let mut inner = Self::default();
                inner.passages(passages, "");
                self.block(
                    &format!("{}\n{}", braces(marks), inner.text.trim_end()),
                    &format!("{prefix}> "),
                );
            }
        }
    }

    /// Passages of a fix: a list among them must not be taken for its steps.
    fn fix_passages(&mut self, passages: &[Passage]) {
        for passage in passages {
            match passage {
                Passage::List { ordered, items } => self.block(
                    &format!("{}\n{}", braces(&[("words", "")]), list(*ordered, items)),
                    "> ",
                ),
                _ => self.passages(std::slice::from_ref(passage), ""),
            }
        }
    }
}

fn list(ordered: bool, items: &[Vec<Passage>]) -> String {
    let mut out = String::new();
    for (passages, number) in items.iter().zip(1..) {
        let prefix = if ordered {
            format!("{number}. ")
        } else {
            "- ".to_owned()
        };
        item(&prefix, passages, &[], &mut out);
    }
    out.truncate(out.trim_end().len());
    out
}

/// An item of a list, its attributes at the end of its first paragraph's last line.
fn item(prefix: &str, passages: &[Passage], marks: &[(&str, &str)], out: &mut String) {
    let mut inner = Writer::default();
    inner.passages(passages, "");
    let text = inner.text.trim_end();
    let marks = if marks.is_empty() {
        String::new()
    } else {
        format!(" {}", braces(marks))
    };
    let item = if let Some(Passage::Words(_)) = passages.first() {
        let (first, rest) = text.split_once("\n\n").unwrap_or((text, ""));
        let gap = if rest.is_empty() { "" } else { "\n\n" };
        format!("{first}{marks}{gap}{rest}")
    } else {
        // An item cannot begin with a blank line: where no paragraph comes first, a comment holds its place.
        format!("<!-- -->{marks}\n\n{text}")
    };
    let indent = " ".repeat(prefix.len());
    for (place, line) in item.split('\n').enumerate() {
        let prefix = match line {
            "" => "",
            _ if place == 0 => prefix,
            _ => &indent,
        };
        out.push_str(&format!("{prefix}{line}\n"));
    }
}

/// A table. Where no row names the columns, the row that Markdown wants for it is left empty.
fn table(head: bool, rows: &[Vec<Rich>]) -> String {
    let width = rows.iter().map(Vec::len).max().unwrap_or_default();
    let line = |row: &[Rich]| {
        let mut line = String::from("|");
        for place in 0..width {
            let cell = row
                .get(place)
                .map_or_else(String::new, |cell| inlines(cell, true));
            line.push_str(&format!(" {cell} |"));
        }
        line
    };
    let (titles, rest) = match rows {
        [titles, rest @ ..] if head => (titles.as_slice(), rest),
        rest => (&[][..], rest),
    };
    let mut lines = vec![line(titles), format!("|{}", " --- |".repeat(width))];
    lines.extend(rest.iter().map(|row| line(row)));
    lines.join("\n")
}

/// Words as Markdown; a new line is a backslash and a line end.
fn words(rich: &Rich) -> String {
    inlines(rich, false)
}

/// Words as Markdown, in the cell of a table or not.
fn inlines(rich: &Rich, cell: bool) -> String {
    let mut out = String::new();
    for (place, inline) in rich.0.iter().enumerate() {
        let next = rich.0.get(place + 1);
        match inline {
            Inline::Text(text) => {
                let code = matches!(next, Some(Inline::Code(_)));
                escape_before(code.then_some('`'), text, cell, &mut out);
            }
            Inline::Strong(text) => emphasized(text, ("**", "b"), next, cell, &mut out),
            Inline::Emphasis(text) => emphasized(text, ("*", "em"), next, cell, &mut out),
            Inline::Key(text) => element("kbd", text, cell, &mut out),
            Inline::Path(items) => {
                emphasized(&items.join(" › "), ("**", "b"), next, cell, &mut out)
            }
            Inline::Code(text) => code(text, cell, &mut out),
            Inline::Link { href, text } => {
                out.push('[');
                escape(text, cell, &mut out);
                out.push(']');
                address(href, "", cell, &mut out);
            }
            Inline::Image(image) => push_image(image, cell, &mut out),
            Inline::Break if cell => out.push_str("<br>"),
            Inline::Break => {
                let kept = out.trim_end_matches(' ').len();
                out.truncate(kept);
                out.push_str("\\\n");
            }
        }
    }
    out
}

/// A picture; its size goes where Markdown has a title.
fn push_image(image: &Image, cell: bool, out: &mut String) {
    if !image.href.is_empty() {
        out.push('[');
    }
    // A mark before it would take it for a link.
    out.push_str("![");
    escape(&image.alt, cell, out);
    out.push(']');
    let size = match (image.width.as_str(), image.height.as_str()) {
        ("", "") => String::new(),
        (width, height) => format!(" \"{width}x{height}\""),
    };
    address(&image.src, &size, cell, out);
    if !image.href.is_empty() {
        out.push(']');
        address(&image.href, "", cell, out);
    }
}

fn address(href: &str, title: &str, cell: bool, out: &mut String) {
    out.push_str("(<");
    // A tab or a new line means nothing in an address.
    for c in href.chars().filter(|c| !c.is_control()) {
        if c == '\\' || (cell && c == '|') {
            out.push('\\');
        }
        push(c, out);
    }
    out.push('>');
    out.push_str(title);
    out.push(')');
}

/// Words by stars where Markdown takes them for a mark, else by an element.
fn emphasized(
    text: &str,
    (stars, tag): (&str, &str),
    next: Option<&Inline>,
    cell: bool,
    out: &mut String,
) {
    let free = |c: Option<char>| {
        c.is_none_or(|c| {
            c == ' ' || c == '\n' || (c.is_ascii_punctuation() && c != '*' && c != '_')
        })
    };
    let after = match next {
        Some(Inline::Text(text)) => text.chars().next(),
        None | Some(Inline::Break) => None,
        Some(_) => Some('*'),
    };
    let ends = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    if free(out.chars().next_back())
        && free(after)
        && ends(text.chars().next())
        && ends(text.chars().next_back())
    {
        out.push_str(stars);
        escape(text, cell, out);
        out.push_str(stars);
    } else {
        element(tag, text, cell, out);
    }
}

fn element(tag: &str, text: &str, cell: bool, out: &mut String) {
    out.push_str(&format!("<{tag}>"));
    escape(text, cell, out);
    out.push_str(&format!("</{tag}>"));
}

fn code(text: &str, cell: bool, out: &mut String) {
    // Two runs of backticks that meet would be one; and any bar ends a cell.
    if out.ends_with('`') || (cell && text.contains('|')) {
        element("code", text, cell, out);
        return;
    }
    let fence = "`".repeat(longest_run(text) + 1);
    let room = if text.starts_with(['`', ' ']) || text.ends_with(['`', ' ']) {
        " "
    } else {
        ""
    };
    out.push_str(&format!("{fence}{room}{text}{room}{fence}"));
}

/// The longest run of backticks.
fn longest_run(text: &str) -> usize {
    let runs = text.split(|c| c != '`').map(str::len);
    runs.max().unwrap_or_default()
}

/// A character of words or of an address, visible in any case. Not every program takes a backslash before `<` for an
/// escape, so what could be HTML is an entity.
fn push(c: char, out: &mut String) {
    match c {
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        '&' => out.push_str("&amp;"),
        c if is_unseen(c) => push_reference(c, out),
        c => out.push(c),
    }
}

fn escape(text: &str, cell: bool, out: &mut String) {
    escape_before(None, text, cell, out);
}

/// The same before this character.
fn escape_before(after: Option<char>, text: &str, cell: bool, out: &mut String) {
    // Where a line begins, more marks mean something: there, digits and marks are escaped as well.
    let mut begins = out.is_empty() || out.ends_with('\n');
    let mut digits = begins;
    let mut rest = text.chars();
    // A module's import or export would be left out.
    if begins
        && ["import ", "export "]
            .iter()
            .any(|word| text.starts_with(word))
    {
        rest.next().into_iter().for_each(|c| push_reference(c, out));
        (begins, digits) = (false, false);
    }
    while let Some(c) = rest.next() {
        let next = rest.clone().next().or(after);
        let marks = matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '~' | '{' | '}' | '!'
        ) || (begins && matches!(c, '#' | '+' | '-' | '=' | ':' | '|'))
            || (begins && matches!(c, '.' | '?') && next == Some(c))
            || (matches!(c, '=' | '+' | '%' | ':') && next == Some(c))
            // Before code, a name between colons would be its role.
            || (c == ':' && next.is_some_and(|next| next.is_ascii_lowercase() || next == '`'))
            || (digits && !begins && matches!(c, '.' | ')'))
            || (cell && c == '|');
        // At the end of a heading, a number sign would close it.
        if marks || c == '#' {
            out.push('\\');
        }
        push(c, out);
        digits = digits && c.is_ascii_digit();
        begins = false;
    }
}
