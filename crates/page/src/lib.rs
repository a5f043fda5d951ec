//! What becomes of the page after Trunk has built it: the guides' pages, the widget's place in them, structured data, the page of
//! the accessibility report, and what works without a network.
//!
//! Belongs here: files of a folder, read and written. Does not: other programs, such as the bundler of scripts
//! (`web/build.mjs`), and where anything lies in the checkout: those are xtask's.

pub mod files;
pub mod guides;
mod how_to;
mod inline;
mod offline;
mod report;
pub mod template;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use unstuck_core::guide::Guide;
use unstuck_locales::Locale;

use crate::files::{read, write};
use crate::guides::Source;
pub use crate::report::Report;
use crate::report::{Article, MACHINES, NAME};
use crate::template::{escaped, fill};

/// Finishes the page in a folder, to which `web/build.mjs` has added scripts and style sheets. With a folder for what removes
/// a worker, the page keeps one; without, it comes with what removes one.
///
/// # Errors
/// Where a file is missing or is not as the page needs it.
pub fn finish(
    folder: &Path,
    guides: &[Source],
    report: &Report<'_>,
    removal: Option<&Path>,
) -> Result<()> {
    let pages = fill_pages(folder, guides, report, &loaded(folder, removal.is_some())?)?;
    match removal {
        Some(removal) => offline::write_worker(folder, &pages, removal),
        None => offline::write_removal(folder),
    }
}

/// What all pages hold and load. Takes the list of what `web/build.mjs` made, which is no file of the page.
fn loaded(folder: &Path, kept: bool) -> Result<Loaded> {
    let path = folder.join("assets.json");
    let assets: Value = serde_json::from_str(&read(&path)?).context("assets.json")?;
    fs::remove_file(&path).context("could not remove assets.json")?;
    let address = |asset: &str| {
        let name = assets[asset]["name"].as_str().map(str::to_owned);
        name.with_context(|| format!("web/build.mjs made no {asset}"))
    };
    let named = |name| match kept {
        true => offline::address(folder, name),
        false => Ok(name.to_owned()),
    };
    let [shell, sheet, script] = offline::NAMED.map(named);
    Ok(Loaded {
        style: inline::style(folder, &address("page.css")?)?,
        report: inline::style(folder, &address("report.css")?)?,
        sheet: inline::style(folder, &sheet?)?,
        script: script?,
        shell: shell?,
        forbidden: format!(
            "<script src=\"./{}\" async fetchpriority=\"low\"></script>",
            address("forbidden.js")?
        ),
        offline: kept.then(|| address("offline.js")).transpose()?,
    })
}

/// What all pages hold and load.
struct Loaded {
    /// The page's own style sheet, as an element.
    style: String,
    /// What the report has beyond it.
    report: String,
    /// The first screen's.
    sheet: String,
    /// The address of its script.
    script: String,
    /// The address of the shell.
    shell: String,
    /// The tag of what comes after them where a policy keeps them from working.
    forbidden: String,
    /// The address of the script of a page that works without a network.
    offline: Option<String>,
}

/// Nothing is painted until the parser has the element (Chromium): a header painted in parts shifts its menus, and each frame
/// without the question holds it up.
const EXPECT: &str = "<link rel=\"expect\" href=\"#unstuck\" blocking=\"render\">";

impl Loaded {
    /// The first screen's script, before any style sheet: what it asks of the browser is answered meanwhile. It loads the rest.
    fn script(&self, folder: &Path, locale: &Locale) -> Result<String> {
        let mut more = vec![("data-shell", &*self.shell)];
        let words = locale.section("offline").to_string();
        if let Some(offline) = &self.offline {
            more.push(("data-offline", offline));
            more.push(offline::VERSION);
            // English is in that script.
            if locale.lang != "en" {
                more.push(("data-words", &words));
            }
        }
        let script = inline::script(folder, &self.script, &more)?;
        Ok(format!("{EXPECT}{script}"))
    }
}

/// Fills in index.html and writes a page like it for each other guide and language, and for the report. Gives the names and
/// languages of the guides' pages.
fn fill_pages(
    folder: &Path,
    guides: &[Source],
    report: &Report<'_>,
    loaded: &Loaded,
) -> Result<Vec<offline::Page>> {
    let problems = unstuck_locales::problems();
    if !problems.is_empty() {
        bail!("the words are not whole:\n  {}", problems.join("\n  "));
    }
    let page = without_assets(&read(&folder.join("index.html"))?);
    let place = article(&page)?;
    let first = Source::read(&page[place.clone()]).context("index.html")?;
    let all = guides::pages(&first, guides);
    offline::finish_manifest(folder, &all)?;
    let around = |article: &str| format!("{}{article}{}", &page[..place.start], &page[place.end..]);
    for (name, source) in &all {
        let Source { article, guide } = source;
        let locale = unstuck_locales::find(&guide.lang);
        let values = values(Frame {
            lang: &guide.lang,
            dir: guide.direction(),
            title: &guide.title,
            description: &guide.summary,
            script: loaded.script(folder, locale)?,
            style: &loaded.style,
            head: guides::alternates(&all, source),
            json_ld: how_to::json_ld(guide),
            other_guides: guides::links(&all, Some(source)),
            languages: guides::menu(&all, source),
            forbidden: &loaded.forbidden,
        });
        let text = place_element(&around(article), guide, &loaded.sheet);
        let text = text.and_then(|text| fill(&text, &values));
        write(&folder.join(name), &text.context(name.clone())?)?;
    }
    let article = Article::read(report.words)?;
    let values = values(Frame {
        lang: "en",
        dir: "ltr",
        title: &article.title,
        description: &article.summary,
        script: String::new(),
        style: &loaded.style,
        head: loaded.report.clone(),
        json_ld:
            json!({ "@context": "https://schema.org", "@type": "WebPage", "inLanguage": "en" })
                .to_string(),
        other_guides: guides::links(&all, None),
        languages: String::new(),
        forbidden: &loaded.forbidden,
    });
    let text = fill(&around(&article.html), &values).context(NAME)?;
    write(&folder.join(NAME), &text)?;
    write(&folder.join(MACHINES), report.machines)?;
    let named = |(name, source): (String, &Source)| (name, source.guide.lang.clone());
    Ok(all.into_iter().map(named).collect())
}

/// The page without the links that Trunk reads: it leaves that of a program for which it inserts no script.
fn without_assets(page: &str) -> String {
    let mut out = String::with_capacity(page.len());
    let mut rest = page;
    while let Some(at) = rest.find("<link") {
        let (before, link) = rest.split_at(at);
        let end = link.find('>').map_or(link.len(), |end| end + 1);
        let (link, after) = link.split_at(end);
        out.push_str(before);
        if !link.contains("data-trunk") {
            out.push_str(link);
        }
        rest = after;
    }
    out + rest
}

/// What stands around an article in its page.
struct Frame<'t> {
    lang: &'t str,
    dir: &'t str,
    title: &'t str,
    description: &'t str,
    script: String,
    style: &'t str,
    /// What else belongs into the head.
    head: String,
    json_ld: String,
    other_guides: String,
    languages: String,
    forbidden: &'t str,
}

/// The tokens of index.html with their values.
fn values(frame: Frame<'_>) -> [(&'static str, String); 16] {
    let locale = unstuck_locales::find(frame.lang);
    let word = |key| escaped(locale.or_english("page", key));
    [
        ("__UNSTUCK_LANG__", escaped(frame.lang)),
        ("__UNSTUCK_DIR__", frame.dir.to_owned()),
        ("__UNSTUCK_TITLE__", escaped(frame.title)),
        ("__UNSTUCK_DESCRIPTION__", escaped(frame.description)),
        ("__UNSTUCK_SCRIPT__", frame.script),
        ("__UNSTUCK_STYLE__", frame.style.to_owned()),
        ("__UNSTUCK_HEAD__", frame.head),
        ("__UNSTUCK_JSON_LD__", frame.json_ld),
        ("__UNSTUCK_OTHER_GUIDES__", frame.other_guides),
        ("__UNSTUCK_LANGUAGES__", frame.languages),
        ("__UNSTUCK_GUIDES__", word("guides")),
        ("__UNSTUCK_OTHER__", word("otherGuides")),
        ("__UNSTUCK_PRIVATE__", word("private")),
        ("__UNSTUCK_LEGAL__", word("legal")),
        ("__UNSTUCK_ACCESSIBILITY__", word("accessibility")),
        ("__UNSTUCK_FORBIDDEN__", frame.forbidden.to_owned()),
    ]
}

/// The range of the guide's article in the page, tags included.
fn article(page: &str) -> Result<std::ops::Range<usize>> {
    let marked = page.find("data-unstuck-guide=").context(
        "index.html holds no article with data-unstuck-guide; does it inline one of guides/?",
    )?;
    let start = page[..marked].rfind("<article");
    let start = start.context("data-unstuck-guide must stand on an article element")?;
    let end = page[start..].find("</article>");
    let end = start + end.context("the article in index.html has no end tag")?;
    Ok(start..end + "</article>".len())
}

/// Puts the widget's element, with its first screen, after the article's header: from there on the article is what the widget walks through.
fn place_element(page: &str, guide: &Guide, sheet: &str) -> Result<String> {
    let article = article(page)?;
    let text = &page[article.clone()];
    if text.contains("<unstuck-guide") {
        bail!("the article holds an unstuck-guide element already; the build puts it there");
    }
    let quoted = text.replace('"', "");
    if ["id=unstuck ", "id=unstuck>"]
        .iter()
        .any(|own| quoted.contains(own))
    {
        bail!(
            "the id \"unstuck\" is that of the element, which the build puts into the page; give that part of the article another one"
        );
    }
    let (header, _) = text.split_once("</header>").context(
        "the article has no header; put its h1 and its summary into one, since the widget comes after it",
    )?;
    let id = &guide.id;
    if !header.contains(&format!(" id=\"{id}\"")) && !header.contains(&format!(" id={id}")) {
        bail!("the article needs id=\"{id}\", by which the widget finds it");
    }
    let element = include_str!("element.html").trim_end();
    let locale = unstuck_locales::find(&guide.lang);
    let word = |key| escaped(locale.or_english("page", key));
    let values = [
        ("__UNSTUCK_ARTICLE__", &escaped(id)),
        ("__UNSTUCK_FIRST__", &unstuck_first::shadow(guide, sheet)?),
        ("__UNSTUCK_NO_SCRIPT__", &word("noScript")),
        ("__UNSTUCK_LATE__", &word("late")),
    ];
    let element = fill(element, &values)?;
    let at = article.start + header.len() + "</header>".len();
    Ok(format!("{}{element}{}", &page[..at], &page[at..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_element_comes_after_the_articles_own_header() -> Result<()> {
        for quote in ["\"", ""] {
            let page = format!(
                "<body><header>site</header><article lang=en id={quote}g{quote} data-unstuck-guide={quote}g{quote}>\
                 <header><h1>T</h1><p>S.</p></header><section data-unstuck-id=f><h2>F</h2><p>R.</p><ol><li>Do.</li></ol>\
                 </section></article></body>"
            );
            let range = article(&page)?;
            let text = &page[range.clone()];
            assert!(text.starts_with("<article") && text.ends_with("</article>"));
            let guide = Source::read(text)?.guide;
            let sheet = "<style>a{}</style>";
            let placed = place_element(&page, &guide, sheet)?;
            let element = "<p>S.</p></header><unstuck-guide id=\"unstuck\" article=\"#g\" loading=\"eager\">\
                <template shadowrootmode=\"open\"><style>a{}</style>";
            assert!(placed.contains(element), "{placed}");
            assert!(placed.contains("</unstuck-guide><section"));
            let twice = place_element(&placed, &guide, sheet).map_err(|error| error.to_string());
            assert!(twice.is_err_and(|error| error.contains("already")));
            let taken = page.replace("<section", "<section id=unstuck");
            let taken = place_element(&taken, &guide, sheet).map_err(|error| error.to_string());
            assert!(taken.is_err_and(|error| error.contains("another one")));
        }
        Ok(())
    }

    #[test]
    fn no_link_of_trunk_is_left() {
        let page = "<link rel=icon href=i.svg><link data-trunk href=Cargo.toml rel=rust>\n<link data-bin=u\n data-trunk>T<link";
        assert_eq!(without_assets(page), "<link rel=icon href=i.svg>\nT<link");
    }

    #[test]
    fn missing_files_are_named() {
        let said = |page| format!("{:?}", article(page));
        assert!(said("<article></article>").contains("data-unstuck-guide"));
        assert!(said("<article data-unstuck-guide=x>").contains("no end tag"));
    }
}
