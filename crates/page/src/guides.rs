//! The guides of `guides/`: those that have a page of their own beside index.html, and all as files for the element.
//!
//! Belongs here: which guides there are, the files that `guide="…"` names, and the list that leads from each page to the
//! others. Does not: how a page is filled in (the crate itself).

use std::path::Path;

use anyhow::{Context, Result, bail};
use unstuck_core::characters::runs;
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
        // Notes to who looks at a translation are no part of the page.
        let text = without_comments(text);
        // The indents are a tenth of the file, and no line ends within a word.
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        let article = whole(&drawn(&lines.collect::<Vec<_>>().join("\n")));
        Ok(Self { article, guide })
    }

    /// Its name for elements that ask for it by id and language.
    pub fn name(&self) -> String {
        format!("{}.{}", self.guide.id, self.guide.lang)
    }
}

fn without_comments(text: &str) -> String {
    let mut parts = text.split("<!--");
    let first = parts.next().unwrap_or_default().to_owned();
    let rest = parts.filter_map(|part| part.split_once("-->"));
    rest.fold(first, |out, (_, after)| out + after)
}

/// The article with short hyphenated words that no line ends in, as in the widget.
fn whole(article: &str) -> String {
    let parts = article.split_inclusive('>').map(|part| {
        let (words, tag) = part.split_at(part.find('<').unwrap_or(part.len()));
        let runs = runs(words).into_iter();
        let marked = runs.map(|(whole, run)| match whole {
            true => format!("<span class=\"whole\">{run}</span>"),
            false => run.to_owned(),
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

/// A page of a guide: its file's name, and the guide.
pub(crate) type Page<'a> = (String, &'a Source);

/// The pages of the guides in all languages: `first` is the index, and gives its language to those that have it for short.
pub(crate) fn pages<'a>(first: &'a Source, guides: &'a [Source]) -> Vec<Page<'a>> {
    let mut all = vec![("index.html".to_owned(), first)];
    for other in guides {
        let Guide { id, lang, .. } = &other.guide;
        if *lang != first.guide.lang {
            all.push((format!("{id}.{lang}.html"), other));
        } else if *id != first.guide.id {
            all.push((format!("{id}.html"), other));
        }
    }
    all
}

/// List items that link to the other guides, or to all: in this page's language, where there is none in English.
pub(crate) fn links(all: &[Page<'_>], own: Option<&Source>) -> String {
    let mut seen: Vec<&str> = own.map(|own| &*own.guide.id).into_iter().collect();
    let own = own.map_or("en", |own| &*own.guide.lang);
    let mut out = String::new();
    let (same, others): (Vec<_>, Vec<_>) =
        all.iter().partition(|(_, other)| other.guide.lang == own);
    let english = others
        .into_iter()
        .filter(|(_, other)| other.guide.lang == "en");
    for (page, other) in same.into_iter().chain(english) {
        let Guide {
            id, lang, title, ..
        } = &other.guide;
        if seen.contains(&&**id) {
            continue;
        }
        seen.push(id);
        let (page, title) = (escaped(page), escaped(title));
        let lang = match lang == own {
            true => String::new(),
            false => format!(" lang=\"{0}\" hreflang=\"{0}\"", escaped(lang)),
        };
        out += &format!("<li><a href=\"{page}\"{lang}>{title}</a></li>");
    }
    out
}

/// The pages with the same guide in every language, this one's included.
fn languages<'a>(all: &'a [Page<'a>], own: &Source) -> Vec<&'a Page<'a>> {
    let same = all
        .iter()
        .filter(|(_, other)| other.guide.id == own.guide.id);
    same.collect()
}

/// For the head: where the guide is in other languages.
pub(crate) fn alternates(all: &[Page<'_>], own: &Source) -> String {
    let languages = languages(all, own);
    if languages.len() < 2 {
        return String::new();
    }
    let link = |(page, other): &&Page<'_>| {
        let (page, lang) = (escaped(page), escaped(&other.guide.lang));
        format!("<link rel=\"alternate\" hreflang=\"{lang}\" href=\"{page}\">")
    };
    languages.iter().map(link).collect()
}

/// The menu that leads to the same guide in another language: progress goes by the guide's id, so the reader stays where they
/// are. Nothing where there is but one.
pub(crate) fn menu(all: &[Page<'_>], own: &Source) -> String {
    let languages = languages(all, own);
    if languages.len() < 2 {
        return String::new();
    }
    let link = |(page, other): &&Page<'_>| {
        let lang = escaped(&other.guide.lang);
        let name = unstuck_locales::known(&other.guide.lang).map(unstuck_locales::Locale::name);
        let name = escaped(name.unwrap_or(&other.guide.lang));
        let current = match other.guide.lang == own.guide.lang {
            true => " aria-current=\"page\"",
            false => "",
        };
        format!(
            "<li><a href=\"{}\" lang=\"{lang}\" hreflang=\"{lang}\"{current}>{name}</a></li>",
            escaped(page)
        )
    };
    let locale = unstuck_locales::find(&own.guide.lang);
    format!(
        "<nav class=\"menu\" aria-label=\"{}\"><details><summary>{}</summary><ul>{}</ul></details></nav>",
        escaped(locale.or_english("page", "languages")),
        escaped(locale.name()),
        languages.iter().map(link).collect::<String>()
    )
}

#[cfg(test)]
mod tests {
    use unstuck_core::guide::Fix;

    use super::*;

    fn article(id: &str) -> String {
        format!(
            "<article id=\"{id}\" data-unstuck-guide=\"{id}\">\n  <header><h1>About {id} &amp; co</h1><p>S.</p></header>\n\n  \
             <h2 data-unstuck-id=f>F</h2>\n  <ol><li>Do</li></ol>\n</article>\n"
        )
    }

    #[test]
    fn each_page_leads_to_the_others_and_not_to_itself() -> Result<()> {
        let read = |id, lang: &str| {
            Source::read(&article(id).replace(" id=", &format!(" lang={lang} id=")))
        };
        let first = read("one", "en")?;
        let guides = [read("one", "de")?, read("one", "en")?, read("two", "en")?];
        let all = pages(&first, &guides);
        let names: Vec<&str> = all.iter().map(|(name, _)| &**name).collect();
        assert_eq!(names, ["index.html", "one.de.html", "two.html"]);
        let link =
            |page, id, lang| format!("<li><a href=\"{page}\"{lang}>About {id} &amp; co</a></li>");
        assert_eq!(links(&all, Some(&first)), link("two.html", "two", ""));
        assert_eq!(links(&all, Some(&guides[2])), link("index.html", "one", ""));
        let english = " lang=\"en\" hreflang=\"en\"";
        assert_eq!(
            links(&all, Some(&guides[0])),
            link("two.html", "two", english)
        );
        assert_eq!(
            alternates(&all, &first),
            "<link rel=\"alternate\" hreflang=\"en\" href=\"index.html\"><link rel=\"alternate\" hreflang=\"de\" href=\"one.de.html\">"
        );
        let menu = menu(&all, &guides[0]);
        assert!(
            menu.contains("<a href=\"index.html\" lang=\"en\" hreflang=\"en\">English</a>"),
            "{menu}"
        );
        assert!(
            menu.contains("hreflang=\"de\" aria-current=\"page\">"),
            "{menu}"
        );
        assert_eq!(super::menu(&all, &guides[2]), "");
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
            whole("<p data-x=\"Wi-Fi?\">Wi-Fi, <b>USB-Cで</b></p>"),
            "<p data-x=\"Wi-Fi?\"><span class=\"whole\">Wi-Fi</span>, <b><span class=\"whole\">USB-C</span>で</b></p>"
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
        let english = all.iter().filter(|source| source.guide.lang == "en");
        let ids: Vec<&str> = english.map(|source| &*source.guide.id).collect();
        assert_eq!(ids, ["iphone-backup", "laptop", "printer", "router"]);
        // A reader who switches goes on with the same answers.
        for source in &all {
            let ids = |guide: &Guide| -> Vec<String> {
                let steps = |fix: &Fix| {
                    fix.steps
                        .iter()
                        .map(|step| step.id.clone())
                        .collect::<Vec<_>>()
                };
                let fixes = guide
                    .fixes
                    .iter()
                    .flat_map(|fix| [vec![fix.id.clone()], steps(fix)].concat());
                guide
                    .questions
                    .iter()
                    .map(|question| question.id.clone())
                    .chain(fixes)
                    .collect()
            };
            let english = all
                .iter()
                .find(|other| other.guide.id == source.guide.id && other.guide.lang == "en");
            let english = english.context("a guide is in English, too")?;
            assert_eq!(ids(&source.guide), ids(&english.guide), "{}", source.name());
        }
        Ok(())
    }

    /// What the English words of each edition sum up to. Where a change of words is a change of what they mean, the question, the
    /// fix or the step gets a new `data-unstuck-edition`, in every language; a new number here is only how it is put.
    const EDITIONS: [(&str, u32); 2] =
        [("iphone-backup", 3_828_397_616), ("router", 2_976_335_084)];

    #[test]
    fn words_that_mean_something_else_are_another_edition() -> Result<()> {
        for (id, words) in EDITIONS {
            let file = format!("{}/../../guides/{id}.en.html", env!("CARGO_MANIFEST_DIR"));
            let text = read(Path::new(&file))?;
            let bare = text.replace(" data-unstuck-edition=\"1\"", "");
            assert_ne!(bare, text, "{id} is translated, and tells no edition");
            let now = Source::read(&bare)?.guide.rev;
            assert_eq!(
                now, words,
                "{id}: its words have changed. Where one means something else now, give it another data-unstuck-edition in all languages; \
                 then write {now} into EDITIONS"
            );
        }
        Ok(())
    }
}
