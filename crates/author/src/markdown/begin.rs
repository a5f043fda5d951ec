//! Lines that begin something in the Markdown of other tools, each replaced by what stands for it.
//!
//! Belongs here: boxes, tabs, tags of templates, components. Does not: how such a line is written (`openers`, `tags`), or
//! what no reader sees (`machinery`).

use super::blocks::{Boxed, End, FENCE, Line, MAX_OPEN, NEVER_ENDED, Open, PLUS, Rewriter};
use super::lines;
use super::names::{Meaning, folds, is_tab, kind_of, meaning};
use super::openers::{Opener, directive, mkdocs, myst, plus, rest};
use super::tags::{Tag, component, template};

impl Rewriter<'_> {
    /// Begins what this line begins, if it does.
    pub(super) fn begin(&mut self, line: &Line<'_>) -> bool {
        let body = line.body;
        if self.open.len() >= MAX_OPEN {
            return false;
        }
        let colons = body.len() - body.trim_start_matches(':').len();
        if colons >= 3 {
            let after = body.get(colons..).unwrap_or_default().trim();
            // `:::image source="a.png":::` is whole on its line.
            if let Some(inside) = after.strip_suffix(":::") {
                let inside = format!("{{% {inside} %}}");
                let tag = template(&inside).unwrap_or_default();
                return self.whole(line, &tag);
            }
            let Some(opener) = directive(after) else {
                return false;
            };
            if self.last_colons <= line.number {
                self.tell(
                    line.number,
                    line.column,
                    NEVER_ENDED,
                    "end it with a line of as many colons",
                );
                self.lines.push(line.prefix, "", line.bytes);
                return true;
            }
            self.enter(line, opener, End::Colons(colons));
            return true;
        }
        if let Some((mark, count, after)) = lines::fence(body) {
            let after = after.trim();
            let opener = match after
                .strip_prefix('{')
                .and_then(|inside| inside.split_once('}'))
            {
                Some((name, argument)) => myst(name, argument),
                None => directive(
                    after
                        .trim_start_matches("admonish")
                        .trim_start_matches("ad-")
                        .trim(),
                )
                .unwrap_or_else(|| myst("note", "")),
            };
            self.enter(line, opener, End::Fence(mark, count));
            return true;
        }
        if let Some(opener) = mkdocs(body) {
            self.enter(line, opener, End::Indent(2, None));
            return true;
        }
        if let Some(opener) = plus(body).filter(|_| self.last_plus > line.number) {
            self.enter(line, opener, End::Template(PLUS.into()));
            return true;
        }
        if let Some(opener) = rest(body) {
            self.enter(line, opener, End::Indent(1, None));
            return true;
        }
        let at = self.starts.get(line.number).copied().unwrap_or_default() + line.column;
        let here = self.text.get(at..).unwrap_or_default();
        if let Some(tag) = template(here) {
            return self.template(line, &tag);
        }
        if let Some(tag) = component(here).filter(|tag| !tag.closing) {
            return self.component(line, &tag);
        }
        if body.starts_with("{/*") && self.comment(here) || self.esm(line.lead, here) {
            self.lines.push(line.prefix, "", line.bytes);
            return true;
        }
        self.kramdown(line) || self.machinery(line)
    }

    /// Begins something that goes on.
    fn enter(&mut self, line: &Line<'_>, mut opener: Opener, end: End) {
        let warning = match opener.meaning {
            Some(Meaning::Tip { warning }) => Some(warning),
            _ => None,
        };
        if opener.meaning.is_none() {
            self.tell(line.number, line.column,
                &format!("`{}` is not understood: what it holds is read as if it stood there by itself", opener.name),
                "take it out if that is right; else write a list, a quote (`> [!NOTE]`) or words in its place",
            );
        }
        let hidden = opener.meaning == Some(Meaning::Hidden);
        let code = opener.meaning == Some(Meaning::Code);
        // A title that only names the kind would say so twice.
        if warning.is_some() && kind_of(&opener.title).is_some() {
            opener.title.clear();
        }
        let quoted = warning.is_some()
            || !(opener.title.is_empty() || hidden || code || opener.meaning.is_none());
        let content = if quoted {
            format!("{}> {}", line.lead, opener.content)
        } else if code {
            format!("{}{FENCE}", line.lead)
        } else if opener.meaning == Some(Meaning::Picture) {
            format!("{}{}", line.lead, opener.picture)
        } else {
            String::new()
        };
        if quoted {
            let boxed = Boxed {
                warning,
                folds: warning.is_none() && folds(&opener.name),
                is_tab: warning.is_none() && is_tab(&opener.name),
                title: opener.title,
            };
            self.boxes.insert(line.number, boxed);
        }
        self.lines.push(line.prefix, content.trim_end(), line.bytes);
        self.open.push(Open {
            end,
            lead: line.lead.to_owned(),
            quoted,
            hidden,
            code,
            fresh: true,
            line: line.number,
            list: std::mem::take(&mut self.list),
        });
    }

    /// Something that is whole on its line.
    fn whole(&mut self, line: &Line<'_>, tag: &Tag) -> bool {
        let opener = Opener::of_tag(tag);
        let content = if opener.picture.is_empty() {
            String::new()
        } else {
            format!("{}{}", line.lead, opener.picture)
        };
        let layout = tag.name.trim_end_matches("-end");
        if content.is_empty() && meaning(layout).is_none() {
            self.tell(
                line.number,
                line.column,
                &format!(
                    "`{}` is not understood, and what it stands for is not in the guide",
                    tag.name
                ),
                "write in its place what the reader is to see, or take it out",
            );
        }
        self.lines.push(line.prefix, &content, line.bytes);
        true
    }

    /// A tag of a template language at the beginning of a line.
    fn template(&mut self, line: &Line<'_>, tag: &Tag) -> bool {
        let at = self.starts.get(line.number).copied().unwrap_or_default() + line.column;
        let tag_text = self.text.get(at..at + tag.length).unwrap_or_default();
        let lines = tag_text.matches('\n').count();
        let after = self.text.get(at + tag.length..).unwrap_or_default();
        let after = after.split('\n').next().unwrap_or_default().trim();
        let paired = self
            .closers
            .get(&format!("%{}", tag.name))
            .is_some_and(|close| *close > at)
            && !tag.empty;
        // `{% include note.html content="Mind." %}`: themes have boxes as files.
        let included = (tag.name == "include").then(|| {
            let file = tag
                .argument(&[""])
                .unwrap_or_default()
                .trim_end_matches(".html")
                .trim_end_matches(".liquid");
            let named = Tag {
                name: file.to_owned(),
                ..tag.clone()
            };
            (
                Opener::of_tag(&named),
                tag.argument(&["content", "text", "message"])
                    .unwrap_or_default(),
            )
        });
        if let Some((opener, said)) = included
            && let Some(Meaning::Tip { warning }) = opener.meaning
            && !said.is_empty()
        {
            let kind = tag.argument(&["type"]).and_then(kind_of);
            let warning = Some(kind.unwrap_or(warning));
            self.boxes.insert(
                line.number,
                Boxed {
                    warning,
                    folds: false,
                    is_tab: false,
                    title: opener.title,
                },
            );
            self.lines.push(
                line.prefix,
                &format!("{}> {}", line.lead, said.replace('\n', " ")),
                line.bytes,
            );
        } else if tag.closing || !after.is_empty() {
            // Within words, or a box on one line.
            let closer = after.rfind('{').map(|at| after.split_at(at));
            let one = closer.and_then(|(inside, closer)| {
                let closer_starts = inside.trim_end_matches('{').len();
                let closer = template(after.get(closer_starts..).unwrap_or(closer))?;
                (closer.closing && closer.name == tag.name)
                    .then(|| inside.trim_end_matches('{').trim().to_owned())
            });
            let opener = Opener::of_tag(tag);
            let (Some(inside), Some(Meaning::Tip { warning })) = (one, opener.meaning) else {
                return false;
            };
            self.boxes.insert(
                line.number,
                Boxed {
                    warning: Some(warning),
                    folds: false,
                    is_tab: false,
                    title: opener.title,
                },
            );
            self.lines
                .push(line.prefix, &format!("{}> {inside}", line.lead), line.bytes);
        } else if paired {
            let opener = Opener::of_tag(tag);
            self.enter(line, opener, End::Template(tag.name.clone()));
        } else if tag.name == "else" || tag.name.starts_with("els") || tag.name == "when" {
            self.lines.push(line.prefix, "", line.bytes);
        } else {
            return self.whole(line, tag) && {
                self.skip = lines;
                true
            };
        }
        self.skip = lines;
        true
    }

    /// A component of JSX at the beginning of a line.
    fn component(&mut self, line: &Line<'_>, tag: &Tag) -> bool {
        let at = self.starts.get(line.number).copied().unwrap_or_default() + line.column;
        let lines = self
            .text
            .get(at..at + tag.length)
            .unwrap_or_default()
            .matches('\n')
            .count();
        let after = self.text.get(at + tag.length..).unwrap_or_default();
        let after = after.split('\n').next().unwrap_or_default().trim_end();
        if tag.empty {
            if !after.trim().is_empty() {
                return false;
            }
            self.mdx = true;
            self.skip = lines;
            return self.whole(line, tag);
        }
        if self.closers.get(&tag.name).is_none_or(|close| *close <= at) {
            return false;
        }
        let closer = format!("</{}>", tag.name);
        let mut opener = Opener::of_tag(tag);
        if tag.name.is_empty() {
            opener.meaning = Some(Meaning::Around);
        }
        let end = End::Component(tag.name.clone(), None);
        match after.split_once(&*closer) {
            // `<Kbd>Ctrl</Kbd> and more` are words.
            Some((_, more)) if !more.trim().is_empty() => return false,
            Some(_) if opener.meaning.is_none() => return false,
            _ => self.mdx = true,
        }
        let inside = after.split_once(&*closer).map(|(inside, _)| inside);
        opener.content = inside.unwrap_or(after).trim().to_owned();
        let (content, quoting) = (opener.content.clone(), self.boxes.len());
        self.enter(line, opener, end);
        if self.boxes.len() == quoting && !content.is_empty() {
            self.lines
                .replace_last(line.prefix, &format!("{}{content}", line.lead));
        }
        if inside.is_some() {
            self.open.pop();
        }
        self.skip = lines;
        true
    }
}
