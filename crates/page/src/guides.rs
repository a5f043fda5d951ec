//! The guides of `guides/`: those that have a page of their own beside index.html, and all as files for the element.
//!
//! Belongs here: which guides there are, the files that `guide="…"` names, and the list that leads from each page to the
//! others. Does not: how a page is filled in (the crate itself).

use std::path::Path;

use anyhow::{Context, Result, bail};
use unstuck_core::characters::hyphenated;
use unstuck_core::guide::{Guide, Problem, check};

use crate::files::{names, read, write};
use crate::template::escaped;

/// A guide with its article as it appears in a page.
pub struct Source {
    /// As it stands in a page.
    pub(crate) article: String,
    /// What is read from it.
    pub(crate) guide: Guide,
}

impl Source {
    /// Reads an article, which must be a sound guide.
    pub(crate) fn read(text: &str) -> Result<Self> {
        let found = unstuck_adopt::html::parse(text);
        let problems = found.as_ref().map_or_else(Clone::clone, check);
        let (Ok(guide), []) = (found, problems.as_slice()) else {
            let list: Vec<String> = problems.iter().map(Problem::to_string).collect();
            bail!("the article is not a sound guide:\n  {}", list.join("\n  "));
        };
        // The indents are a tenth of the file, and no line ends within a word.
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        let article = whole(&drawn(&lines.collect::<Vec<_>>().join("\n")));
        Ok(Self { article, guide })
    }

    /// The name of its page.
    pub fn page(&self) -> String {
        format!("{}.html", self.guide.id)
    }

    /// Its name for elements that ask for it by id and language.
    pub fn name(&self) -> String {
        format!("{}.{}", self.guide.id, self.guide.lang)
    }
}

/// The article with short hyphenated words that no line ends in, as in the widget.
fn whole(article: &str) -> String {
    let parts = article.split_inclusive('>').map(|part| {
        let (words, tag) = part.split_at(part.find('<').unwrap_or(part.len()));
        let words = words.split_inclusive(|c: char| c.is_ascii_whitespace());
        let marked = words.map(|piece| match hyphenated(piece) {
            Some(word) => piece.replacen(word, &format!("<span class=\"whole\">{word}</span>"), 1),
            None => piece.to_owned(),
        });
        marked.collect::<String>() + tag
    });
    parts.collect()
}

/// The article with its fixes' drawings, each after the heading of its fix.
fn drawn(article: &str) -> String {
    let mut parts = article.split("data-unstuck-drawing=\"");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let path = part.split('"').next().unwrap_or_default();
        let drawing = format!(
            "</h2>\n<svg class=\"drawing\" viewBox=\"0 0 24 24\" aria-hidden=\"true\"><path d=\"{path}\"/></svg>"
        );
        out.push_str("data-unstuck-drawing=\"");
        out.push_str(&part.replacen("</h2>", &drawing, 1));
    }
    out
}

/// The guides in a folder, in every language; sorted by name.
pub fn all(folder: &Path) -> Result<Vec<Source>> {
    let mut all = Vec::new();
    for file in names(folder)?.iter().filter(|name| name.ends_with(".html")) {
        let source = Source::read(&read(&folder.join(file))?).context(file.clone())?;
        if format!("{}.html", source.name()) != *file {
            bail!("{file}: the file must be named after the guide's id and language");
        }
        all.push(source);
    }
    Ok(all)
}

/// Writes the guides into `guides/` of the page, for elements that name one.
pub fn publish(all: &[Source], page: &Path) -> Result<()> {
    for source in all {
        let (lang, title) = (escaped(&source.guide.lang), escaped(&source.guide.title));
        let dir = source.guide.direction();
        // The page of a guide is where search engines are to lead.
        let text = format!(
            "<!DOCTYPE html>\n<html lang=\"{lang}\" dir=\"{dir}\">\n<meta charset=\"utf-8\">\n<meta name=\"robots\" content=\"noindex\">\n\
             <title>{title}</title>\n{}\n",
            source.article
        );
        let file = format!("guides/{}.html", source.name());
        write(&page.join(file), &text)?;
    }
    Ok(())
}

/// List items that link to all pages except this guide's.
pub(crate) fn links(all: &[(String, &Source)], own: &Source) -> String {
    let others = all
        .iter()
        .filter(|(_, other)| other.guide.id != own.guide.id);
    let link = |(page, other): &(String, &Source)| {
        let (page, title) = (escaped(page), escaped(&other.guide.title));
        format!("<li><a href=\"{page}\">{title}</a></li>")
    };
    others.map(link).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article(id: &str) -> String {
        format!(
            "<article id=\"{id}\" data-unstuck-guide=\"{id}\">\n  <header><h1>About {id} &amp; co</h1><p>S.</p></header>\n\n  \
             <h2 data-unstuck-id=f>F</h2>\n  <ol><li>Do</li></ol>\n</article>\n"
        )
    }

    #[test]
    fn each_page_leads_to_the_others_and_not_to_itself() -> Result<()> {
        let one = Source::read(&article("one"))?;
        let two = Source::read(&article("two"))?;
        let all = [("index.html".to_owned(), &one), (two.page(), &two)];
        let link = |page, id| format!("<li><a href=\"{page}\">About {id} &amp; co</a></li>");
        assert_eq!(links(&all, &one), link("two.html", "two"));
        assert_eq!(links(&all, &two), link("index.html", "one"));
        Ok(())
    }

    #[test]
    fn only_indents_and_empty_lines_are_taken_off() -> Result<()> {
        let text = article("x");
        let read = Source::read(&text)?.article;
        assert!(read.split_whitespace().eq(text.split_whitespace()));
        Ok(())
    }

    #[test]
    fn short_words_are_marked_in_text_alone() {
        assert_eq!(
            whole("<p data-x=\"Wi-Fi?\">Wi-Fi, <b>USB-C</b></p>"),
            "<p data-x=\"Wi-Fi?\"><span class=\"whole\">Wi-Fi</span>, <b><span class=\"whole\">USB-C</span></b></p>"
        );
    }

    #[test]
    fn a_drawing_stands_after_its_heading() {
        let text = "<section data-unstuck-drawing=\"M3 3h9\"><h2>F</h2><p>R.</p></section><section><h2>G</h2></section>";
        assert_eq!(
            drawn(text),
            "<section data-unstuck-drawing=\"M3 3h9\"><h2>F</h2>\n<svg class=\"drawing\" viewBox=\"0 0 24 24\" aria-hidden=\"true\">\
             <path d=\"M3 3h9\"/></svg><p>R.</p></section><section><h2>G</h2></section>"
        );
    }

    #[test]
    fn an_invalid_guide_is_not_published() {
        assert!(Source::read("<article><h1>Nothing</h1></article>").is_err());
        let unsound = "<article><h1>T</h1><section data-unstuck-id=f data-unstuck-only-if=x><h2>F</h2><ul><li>Do</li></ul></section></article>";
        assert!(Source::read(unsound).is_err_and(|error| error.to_string().contains("\"x\"")));
    }

    /// The guides of this checkout, as the build takes them.
    #[test]
    fn every_guide_is_sound() -> Result<()> {
        let all = all(Path::new(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../../guides"
        )))?;
        let names: Vec<String> = all.iter().map(Source::name).collect();
        let expected = ["iphone-backup.en", "laptop.en", "printer.en", "router.en"];
        assert_eq!(names, expected);
        Ok(())
    }
}
