//! Lines of machinery in the Markdown of other tools: comments, imports, attribute lines, contents.
//!
//! Belongs here: what no reader sees. Does not: boxes and tabs (`begin`).

use super::blocks::{End, Line, Open, Rewriter};
use super::lines;
use super::names::kind_of;

impl Rewriter<'_> {
    /// A comment of MDX that begins a line and is followed by nothing.
    pub(super) fn comment(&mut self, here: &str) -> bool {
        let Some(end) = lines::within(here, 20_000).find("*/}") else {
            return false;
        };
        let after = here.get(end + 3..).unwrap_or_default().split('\n').next();
        if after.is_some_and(|after| !after.trim().is_empty()) {
            return false;
        }
        self.mdx = true;
        self.skip = here.get(..end).unwrap_or_default().matches('\n').count();
        true
    }

    /// An import or an export of MDX, to the next empty line.
    pub(super) fn esm(&mut self, lead: &str, here: &str) -> bool {
        if !lead.is_empty() || !self.lines.after_blank() || !lines::is_esm(here) {
            return false;
        }
        self.mdx = true;
        let lines = here.split('\n');
        self.skip = lines
            .take_while(|line| !line.trim().is_empty())
            .count()
            .saturating_sub(1);
        true
    }

    /// Attribute lines and extensions of kramdown: `{: .note }`, `{:toc}`, `{::comment}`.
    pub(super) fn kramdown(&mut self, line: &Line<'_>) -> bool {
        let (prefix, lead) = (line.prefix, line.lead);
        let body = line.body.trim_end();
        // Wiki.js and markdown-it leave the colon out.
        let inside = body.strip_prefix("{:").or_else(|| {
            let inside = body.strip_prefix('{')?;
            inside.trim_start().starts_with('.').then_some(inside)
        });
        let Some(inside) = inside.and_then(|inside| inside.strip_suffix('}')) else {
            return false;
        };
        if inside.contains('}') {
            return false;
        }
        if let Some(name) = inside.strip_prefix(':') {
            let after = self.starts.get(line.number + 1).copied();
            let after = after.and_then(|at| self.text.get(at..)).unwrap_or_default();
            if name.starts_with("comment") && !name.ends_with('/') && after.contains("{:/") {
                self.lines.push(prefix, "", line.bytes);
                self.open.push(Open {
                    end: End::Template("kramdown".into()),
                    lead: String::new(),
                    quoted: false,
                    hidden: true,
                    code: false,
                    fresh: false,
                    line: 0,
                    list: std::mem::take(&mut self.list),
                });
                return true;
            }
        } else if inside.split_whitespace().any(|word| word == "toc") {
            // It stands in the place of the list before it.
            self.lines.blank_block();
        } else {
            let words = inside.split_whitespace();
            let kinds = words.clone().filter_map(|word| word.strip_prefix('.'));
            let kinds: Vec<bool> = kinds
                .flat_map(|kind| kind.split(['-', '_']))
                .filter_map(kind_of)
                .collect();
            let id = words.clone().find(|word| word.starts_with('#'));
            if !kinds.is_empty() {
                let warning = kinds.contains(&true);
                let braces = format!("{lead}{{tip={}}}", if warning { "warning" } else { "note" });
                if self.lines.after_blank() {
                    self.lines.push(prefix, &braces, line.bytes);
                    return true;
                }
                self.lines.before_block(&format!("{prefix}{braces}"));
            } else if let Some(id) = id {
                self.lines.onto_heading(&format!(" {{{id}}}"));
            }
        }
        self.lines.push(prefix, "", line.bytes);
        true
    }

    /// What stands for something that a tool puts there.
    pub(super) fn machinery(&mut self, line: &Line<'_>) -> bool {
        let prefix = line.prefix;
        let trimmed = line.body.trim_end();
        let contents = trimmed
            .trim_matches(['[', ']', '{', '}', ' '])
            .to_ascii_lowercase();
        // `(name)=` of MyST is what links refer to.
        let target = trimmed
            .strip_prefix('(')
            .and_then(|rest| rest.strip_suffix(")="));
        if target.is_some_and(|name| !name.is_empty() && !name.contains([' ', '(', ')'])) {
            self.lines.push(prefix, "", line.bytes);
            return true;
        }
        let marked = trimmed.starts_with(['[', '{']) && trimmed.ends_with([']', '}']);
        if marked
            && matches!(
                contents.as_str(),
                "toc" | "_toc_" | "tableofcontents" | "table of contents"
            )
        {
            self.lines.push(prefix, "", line.bytes);
            return true;
        }
        if trimmed == "%%" {
            let open = self
                .text
                .get(
                    self.starts
                        .get(line.number + 1)
                        .copied()
                        .unwrap_or(self.text.len())..,
                )
                .unwrap_or_default();
            if open.contains("\n%%") || open.starts_with("%%") {
                self.lines.push(prefix, "", line.bytes);
                self.open.push(Open {
                    end: End::Template("%%".into()),
                    lead: String::new(),
                    quoted: false,
                    hidden: true,
                    code: false,
                    fresh: false,
                    line: line.number,
                    list: std::mem::take(&mut self.list),
                });
                return true;
            }
        }
        if trimmed.starts_with("--8<--")
            || trimmed.starts_with("<<< ")
            || trimmed.starts_with(";--8<--")
        {
            self.tell(
                line.number,
                line.column,
                "what this line brings in from another file is not in the guide",
                "write it here, or take the line out",
            );
            self.lines.push(prefix, "", line.bytes);
            return true;
        }
        false
    }
}
