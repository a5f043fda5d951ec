//! The guide as Markdown.
//!
//! Belongs here: which marks say what, and what must be escaped so that words stay words.

use crate::forms::html::condition;
use crate::forms::own_verdict;
use crate::guide::{Condition, Guide, Inline, PassAs, Passage, Rich};

/// The Markdown article of a guide.
#[must_use]
pub fn write(guide: &Guide) -> String {
    let mut out = Out::default();
    let mut own = vec![("id", guide.id.as_str()), ("lang", &guide.lang)];
    own.extend(own_verdict(guide));
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
        let only_if = condition(&question.only_if);
        let mut marks = vec![("id", question.id.as_str())];
        when(&mut marks, &question.only_if, &only_if);
        marks.push(("ask", &question.ask));
        out.part(&question.hint, &marks, "");
    }
    for note in &guide.notes {
        let only_if = condition(&note.only_if);
        let mut marks = vec![("note", "")];
        when(&mut marks, &note.only_if, &only_if);
        out.part(&note.passages, &marks, "");
    }
    for fix in &guide.fixes {
        let only_if = condition(&fix.only_if);
        let mut marks = vec![("id", fix.id.as_str())];
        when(&mut marks, &fix.only_if, &only_if);
        if let Some(check) = &fix.check {
            if !check.pass_on {
                marks.push(("pass-on", "no"));
            }
            if check.pass_as == PassAs::Cannot {
                marks.push(("pass-as", "cannot"));
            }
            marks.push(("ask", &check.ask));
        }
        if let Some(verdict) = &fix.verdict {
            marks.push(("verdict", verdict));
        }
        out.block(
            &format!("## {} {}", words(&Rich::text(&fix.title)), braces(&marks)),
            "",
        );
        out.of_fix(&fix.reason);
        if let Some(check) = fix.check.as_ref().filter(|check| !check.hint.is_empty()) {
            out.part(&check.hint, &[("hint", "")], "");
        }
        if let Some(risk) = &fix.risk {
            let kind = if risk.reversible {
                "reversible"
            } else {
                "permanent"
            };
            let mut inner = Out::default();
            inner.passages(&risk.passages, "");
            if !risk.lost.is_empty() {
                inner.block(
                    &format!("{}\n{}", braces(&[("lost", "")]), list(&risk.lost)),
                    "",
                );
            }
            if !risk.first.is_empty() {
                inner.part(&risk.first, &[("first", "")], "");
            }
            out.block(
                &format!("{}\n{}", braces(&[("risk", kind)]), inner.text.trim_end()),
                "> ",
            );
        }
        if !fix.away.is_empty() {
            out.part(&fix.away, &[("away", "")], "");
        }
        let mut steps = String::new();
        for (step, number) in fix.steps.iter().zip(1..) {
            let only_if = condition(&step.only_if);
            let mut marks = vec![("id", step.id.as_str())];
            when(&mut marks, &step.only_if, &only_if);
            let lead = format!("{number}. ");
            let indent = " ".repeat(lead.len());
            let mut inner = Out::default();
            inner.passages(&step.passages, "");
            let said = inner.text.trim_end();
            // The attributes stand at the end of the first paragraph's last line.
            let (first, rest) = said
                .split_once("\n\n")
                .map_or((said, ""), |(first, rest)| (first, rest));
            // An item cannot begin with a blank line: where a list comes first, a comment holds its place.
            let listed = matches!(step.passages.first(), Some(Passage::List(_)));
            let mut item = if listed {
                format!("<!-- --> {}\n\n{said}", braces(&marks))
            } else {
                format!("{first} {}", braces(&marks))
            };
            if !rest.is_empty() && !listed {
                item.push_str("\n\n");
                item.push_str(rest);
            }
            steps.push_str(&format!(
                "{lead}{}\n",
                item.replace('\n', &format!("\n{indent}"))
                    .replace(&format!("\n{indent}\n"), "\n\n")
            ));
        }
        if !steps.is_empty() {
            out.block(steps.trim_end(), "");
        }
        out.of_fix(&fix.more);
        if !fix.wait.is_empty() {
            out.part(&fix.wait, &[("wait", "")], "");
        }
    }
    if !guide.after.is_empty() {
        out.part(&guide.after, &[("after", "")], "");
    }
    if let Some(support) = &guide.support {
        out.block(
            &format!(
                "## {} {}",
                words(&Rich::text(&support.title)),
                braces(&[("support", "")])
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

fn when<'a>(marks: &mut Vec<(&'a str, &'a str)>, only_if: &Condition, said: &'a str) {
    if !only_if.0.is_empty() {
        marks.push(("only-if", said));
    }
}

#[derive(Default)]
struct Out {
    text: String,
    /// Whether the last block was a list: another one would join it.
    listed: bool,
}

impl Out {
    /// A block of its own, each line led by `lead`.
    fn block(&mut self, block: &str, lead: &str) {
        for line in block.split('\n') {
            self.text
                .push_str(format!("{lead}{line}").trim_end_matches(' '));
            self.text.push('\n');
        }
        self.text.push('\n');
        self.listed = false;
    }

    fn passages(&mut self, passages: &[Passage], lead: &str) {
        for passage in passages {
            match passage {
                Passage::Words(said) => self.block(&words(said), lead),
                Passage::List(items) => {
                    if self.listed {
                        // Two lists are parted by a comment, which the reading leaves out.
                        self.block("<!-- -->", lead);
                    }
                    self.block(&list(items), lead);
                    self.listed = true;
                }
            }
        }
    }

    /// A part with a role: one paragraph has its attributes on the line before, more of it is a quote.
    fn part(&mut self, passages: &[Passage], marks: &[(&str, &str)], lead: &str) {
        match passages {
            [] => self.block(&braces(marks), lead),
            [Passage::Words(only)] => {
                self.block(&format!("{}\n{}", braces(marks), words(only)), lead)
            }
            _ => {
                let mut inner = Self::default();
                inner.passages(passages, "");
                self.block(
                    &format!("{}\n{}", braces(marks), inner.text.trim_end()),
                    &format!("{lead}> "),
                );
            }
        }
    }

    /// Words of a fix: a list among them must not be taken for its steps.
    fn of_fix(&mut self, passages: &[Passage]) {
        for passage in passages {
            match passage {
                Passage::Words(_) => self.passages(std::slice::from_ref(passage), ""),
                Passage::List(items) => self.block(
                    &format!("{}\n{}", braces(&[("words", "")]), list(items)),
                    "> ",
                ),
            }
        }
    }
}

fn list(items: &[Rich]) -> String {
    let items = items
        .iter()
        .map(|item| format!("- {}", words(item).replace('\n', "\n  ")));
    items.collect::<Vec<_>>().join("\n")
}

/// Attributes in braces.
fn braces(marks: &[(&str, &str)]) -> String {
    let marks = marks.iter().map(|(name, value)| {
        let plain = |value: &str| {
            value
                .chars()
                .all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '!'))
        };
        let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
        if value.is_empty() {
            (*name).to_owned()
        } else if *name == "id" && plain(&value) {
            format!("#{value}")
        } else if plain(&value) {
            format!("{name}={value}")
        } else {
            format!(
                "{name}=\"{}\"",
                value.replace('\\', "\\\\").replace('"', "\\\"")
            )
        }
    });
    format!("{{{}}}", marks.collect::<Vec<_>>().join(" "))
}

/// Words as one line of Markdown; a new line is a backslash and a line end.
fn words(rich: &Rich) -> String {
    let mut out = String::new();
    for (place, inline) in rich.0.iter().enumerate() {
        let next = rich.0.get(place + 1);
        match inline {
            Inline::Text(text) => escape(text, &mut out),
            Inline::Strong(text) => strong(text, next, &mut out),
            Inline::Path(items) => strong(&items.join(" › "), next, &mut out),
            Inline::Code(text) => code(text, &mut out),
            Inline::Link { href, text } => {
                out.push('[');
                escape(text, &mut out);
                out.push_str("](<");
                for c in href.chars().filter(|c| !c.is_control()) {
                    if matches!(c, '<' | '>' | '\\' | '&') {
                        out.push('\\');
                    }
                    out.push(c);
                }
                out.push_str(">)");
            }
            Inline::Break => {
                let kept = out.trim_end_matches(' ').len();
                out.truncate(kept);
                out.push_str("\\\n");
            }
        }
    }
    out
}

/// Emphasis by stars where Markdown takes them for it, else by an element.
fn strong(text: &str, next: Option<&Inline>, out: &mut String) {
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
    let stars = free(out.chars().next_back())
        && free(after)
        && ends(text.chars().next())
        && ends(text.chars().next_back());
    out.push_str(if stars { "**" } else { "<b>" });
    escape(text, out);
    out.push_str(if stars { "**" } else { "</b>" });
}

fn code(text: &str, out: &mut String) {
    // Two runs of backticks that meet would be one.
    if out.ends_with('`') {
        out.push_str("<code>");
        escape(text, out);
        out.push_str("</code>");
        return;
    }
    let mut longest = 0;
    let mut run = 0;
    for c in text.chars() {
        run = if c == '`' { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    let fence = "`".repeat(longest + 1);
    let room = if text.starts_with(['`', ' ']) || text.ends_with(['`', ' ']) {
        " "
    } else {
        ""
    };
    out.push_str(&format!("{fence}{room}{text}{room}{fence}"));
}

fn escape(text: &str, out: &mut String) {
    // Where a line begins, more marks mean something: there, figures and marks are escaped as well.
    let mut begins = out.is_empty() || out.ends_with('\n');
    let mut figures = begins;
    for c in text.chars() {
        let marks = matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '{' | '}' | '!'
        ) || (begins && matches!(c, '#' | '+' | '-' | '=' | ':' | '|'))
            || (figures && !begins && matches!(c, '.' | ')'));
        // At the end of a heading, a number sign would close it.
        if marks || c == '#' {
            out.push('\\');
        }
        out.push(c);
        figures = figures && c.is_ascii_digit();
        begins = false;
    }
}
