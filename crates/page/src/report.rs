//! The page of the accessibility report, which every other page leads to.
//!
//! Belongs here: how the report, a Markdown file of the docs, becomes an article in the pages' own frame. Does not: what it says,
//! or where it lies in the checkout (xtask).

use std::mem;

use anyhow::{Context, Result};
use pulldown_cmark::html::push_html;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::template::escaped;

/// Its file, as the pages' foot names it (index.html).
pub(crate) const NAME: &str = "accessibility.html";
/// The same for machines, which the report links to: a file beside its page.
pub(crate) const MACHINES: &str = "accessibility.earl.json";

/// The report, and its copy for machines.
pub struct Report<'t> {
    /// Markdown.
    pub words: &'t str,
    /// EARL, as JSON.
    pub machines: &'t str,
}

/// What stands in the page.
pub(crate) struct Article {
    pub(crate) title: String,
    /// The first paragraph, without marks.
    pub(crate) summary: String,
    pub(crate) html: String,
}

impl Article {
    /// Each heading begins a section. A table is as wide as it needs, in a box that scrolls by itself and can be reached by the
    /// keyboard.
    pub(crate) fn read(markdown: &str) -> Result<Self> {
        let mut events = Vec::new();
        let mut parts = Parts::default();
        let put = |events: &mut Vec<_>, html: String| events.push(Event::Html(html.into()));
        let (mut sections, mut linked) = (false, false);
        for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
            parts.take(&event);
            match &event {
                // The marks of what is generated.
                Event::Html(_) | Event::Start(Tag::HtmlBlock) | Event::End(TagEnd::HtmlBlock) => {}
                Event::Start(Tag::Heading { level, .. }) if *level > HeadingLevel::H1 => {
                    let end = if sections { "</section>" } else { "" };
                    put(&mut events, format!("{end}<section>"));
                    sections = true;
                    events.push(event);
                }
                Event::Start(Tag::Table(_)) => {
                    let heading = escaped(&parts.heading);
                    let attributes =
                        format!("role=\"region\" tabindex=\"0\" aria-label=\"{heading}\"");
                    put(&mut events, format!("<div class=\"scroll\" {attributes}>"));
                    events.push(event);
                }
                Event::End(TagEnd::Table) => {
                    events.push(event);
                    put(&mut events, "</div>".to_owned());
                }
                // The other files of the docs are no pages.
                Event::Start(Tag::Link { dest_url, .. }) => {
                    linked = dest_url.starts_with("https://") || &**dest_url == MACHINES;
                    events.extend(linked.then_some(event));
                }
                Event::End(TagEnd::Link) => events.extend(mem::take(&mut linked).then_some(event)),
                _ => events.push(event),
            }
        }
        let mut html = "<article class=\"report\">".to_owned();
        push_html(&mut html, events.into_iter());
        html += if sections {
            "</section></article>"
        } else {
            "</article>"
        };
        Ok(Self {
            title: parts.title.context("the report has no title")?,
            summary: parts.summary.context("the report has no first paragraph")?,
            html,
        })
    }
}

/// The plain words of the parts that are told elsewhere too.
#[derive(Default)]
struct Parts {
    now: String,
    /// The last one.
    heading: String,
    title: Option<String>,
    summary: Option<String>,
}

impl Parts {
    fn take(&mut self, event: &Event<'_>) {
        match event {
            Event::Start(Tag::Heading { .. } | Tag::Paragraph) => self.now.clear(),
            Event::Text(text) | Event::Code(text) => self.now += text,
            Event::SoftBreak | Event::HardBreak => self.now.push(' '),
            Event::End(TagEnd::Heading(_)) => {
                self.heading = mem::take(&mut self.now);
                self.title.get_or_insert_with(|| self.heading.clone());
            }
            Event::End(TagEnd::Paragraph) => {
                let now = mem::take(&mut self.now);
                self.summary.get_or_insert(now);
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_becomes_an_article() -> Result<()> {
        let text = "# Accessibility\nFor `Unstuck`, in [a table](accessibility.toml)\nand [EARL](accessibility.earl.json).\n\n\
            ## Gaps & more\n<!-- generated: gaps (cargo xtask api) -->\n| what | gap |\n| --- | --- |\n| a | <b |\n<!-- generated: end -->\n\n\
            ## Links\nTo [WCAG](https://www.w3.org/TR/WCAG22/).\n";
        let Article {
            title,
            summary,
            html,
        } = Article::read(text)?;
        assert_eq!(title, "Accessibility");
        assert_eq!(summary, "For Unstuck, in a table and EARL.");
        let html: String = html.lines().collect();
        assert_eq!(
            html,
            "<article class=\"report\"><h1>Accessibility</h1><p>For <code>Unstuck</code>, in a table\
             and <a href=\"accessibility.earl.json\">EARL</a>.</p><section><h2>Gaps &amp; more</h2>\
             <div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Gaps &amp; more\"><table><thead><tr><th>what</th>\
             <th>gap</th></tr></thead><tbody><tr><td>a</td><td>&lt;b</td></tr></tbody></table></div></section><section>\
             <h2>Links</h2><p>To <a href=\"https://www.w3.org/TR/WCAG22/\">WCAG</a>.</p></section></article>"
        );
        assert!(Article::read("No title.").is_err());
        Ok(())
    }
}
