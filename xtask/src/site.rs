//! The guides of `guides/`: those that have a page of their own beside index.html, and all as files for the element.
//!
//! Belongs here: which guides there are, the files that `guide="…"` names, and the list that leads from each page to the
//! others. Does not: how a page is filled in (see `page`).

use std::path::Path;

use anyhow::{Context, Result, anyhow, bail};
use unstuck_core::guide::{Guide, check};

use crate::files::{names, read, write};
use crate::template::escaped;

/// The guide of an article.
pub(crate) fn parse(article: &str) -> Result<Guide> {
    unstuck_adopt::html::parse(article).map_err(|problems| {
        let list: Vec<String> = problems
            .iter()
            .map(|problem| format!("\n  {problem}"))
            .collect();
        anyhow!("the article is not a sound guide:{}", list.concat())
    })
}

/// A guide that is not index.html's.
pub(crate) struct Other {
    /// Its article, as it stands in the page.
    pub(crate) article: String,
    /// What the article says.
    pub(crate) guide: Guide,
}

impl Other {
    /// The name of its page.
    pub(crate) fn page(&self) -> String {
        format!("{}.html", self.guide.id)
    }
}

/// The guides in a folder, in the language of `first` and without it; sorted by name.
pub(crate) fn others(folder: &Path, first: &Guide) -> Result<Vec<Other>> {
    let end = format!(".{}.html", first.lang);
    let mut others = Vec::new();
    for name in names(folder)? {
        let Some(id) = name.strip_suffix(&end).filter(|id| *id != first.id) else {
            continue;
        };
        let other = other(&read(&folder.join(&name))?).with_context(|| name.clone())?;
        if other.guide.id != id {
            bail!(
                "{name}: the guide's id is \"{}\"; the file must be named after it",
                other.guide.id
            );
        }
        others.push(other);
    }
    Ok(others)
}

/// Writes every guide of a folder in every language into `guides/` of the page, for elements that name one. Gives their
/// names, such as `router.en`, sorted.
pub(crate) fn publish(folder: &Path, page: &Path) -> Result<Vec<String>> {
    let to = page.join("guides");
    let mut published = Vec::new();
    for name in names(folder)? {
        let Some(stem) = name.strip_suffix(".html") else {
            continue;
        };
        let Other { article, guide } = other(&read(&folder.join(&name))?).context(name.clone())?;
        if stem != format!("{}.{}", guide.id, guide.lang) {
            bail!("{name}: the file must be named after the guide's id and language");
        }
        // The page of a guide is where search engines are to lead.
        let text = format!(
            "<!DOCTYPE html>\n<html lang=\"{}\">\n<meta charset=\"utf-8\">\n<meta name=\"robots\" content=\"noindex\">\n\
             <title>{}</title>\n{article}\n",
            escaped(&guide.lang),
            escaped(&guide.title),
        );
        write(&to.join(&name), &text)?;
        published.push(stem.to_owned());
    }
    Ok(published)
}

fn other(text: &str) -> Result<Other> {
    let guide = parse(text)?;
    if let Some(problem) = check(&guide).first() {
        bail!("{problem}");
    }
    // The indents are a tenth of the file, and no line ends within a word.
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let article = lines.collect::<Vec<_>>().join("\n");
    Ok(Other { article, guide })
}

/// List items that lead to all pages but this guide's own.
pub(crate) fn links(all: &[(String, &Guide)], own: &Guide) -> String {
    all.iter()
        .filter(|(_, guide)| guide.id != own.id)
        .map(|(page, guide)| {
            format!(
                "<li><a href=\"{}\">{}</a></li>",
                escaped(page),
                escaped(&guide.title)
            )
        })
        .collect()
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
    fn each_page_leads_to_the_others_and_not_to_itself() {
        let (one, two) = (other(&article("one")), other(&article("two")));
        let (Ok(one), Ok(two)) = (one, two) else {
            unreachable!("both are guides");
        };
        assert_eq!(two.page(), "two.html");
        let all = [
            ("index.html".to_owned(), &one.guide),
            (two.page(), &two.guide),
        ];
        assert_eq!(
            links(&all, &one.guide),
            "<li><a href=\"two.html\">About two &amp; co</a></li>"
        );
        assert_eq!(
            links(&all, &two.guide),
            "<li><a href=\"index.html\">About one &amp; co</a></li>"
        );
    }

    #[test]
    fn only_indents_and_empty_lines_are_taken_off() {
        let text = article("x");
        let other = other(&text).map(|other| other.article);
        let words = |text: &str| {
            text.split_whitespace()
                .map(str::to_owned)
                .collect::<Vec<_>>()
        };
        assert_eq!(words(&other.unwrap_or_default()), words(&text));
    }

    #[test]
    fn what_is_no_guide_is_not_published() {
        assert!(other("<article><h1>Nothing</h1></article>").is_err());
        let unsound = "<article><h1>T</h1><section data-unstuck-id=f data-unstuck-only-if=x><h2>F</h2><ul><li>Do</li></ul></section></article>";
        assert!(other(unsound).is_err_and(|error| error.to_string().contains("\"x\"")));
    }

    /// The guides of this checkout, as the build takes them.
    #[test]
    fn every_guide_gets_a_page() {
        let folder = crate::run::root().join("guides");
        let first = read(&folder.join("iphone-backup.en.html")).and_then(|text| parse(&text));
        let pages = first.and_then(|first| others(&folder, &first));
        let pages: Vec<String> = pages.unwrap_or_default().iter().map(Other::page).collect();
        assert_eq!(pages, ["laptop.html", "printer.html", "router.html"]);
    }
}
