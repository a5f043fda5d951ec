//! The last step of each build of the page, as Trunk's hook: what Trunk cannot do itself.
//!
//! Belongs here: the order of things, and how the pages of the guides are filled in. Does not: the build before it (see
//! `trunk`), or scripts, styles and the hashes in their names (`web/build.mjs`).

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use serde_json::Value;
use unstuck_core::guide::Guide;

use crate::files::{node_script, read, write};
use crate::run::root;
use crate::site::{self, parse};
use crate::template::{escaped, fill};
use crate::{gallery, howto, offline, tools};

/// Finishes the page in the folder that Trunk names.
pub(crate) fn finish() -> Result<()> {
    let Some(folder) = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from) else {
        bail!(
            "TRUNK_STAGING_DIR is not set: this is Trunk's hook; `cargo xtask build` builds the page"
        );
    };
    let guides = site::publish(&root().join("guides"), &folder)?;
    gallery::write_page(root(), &folder)?;
    tools::node_modules()?;
    let guides = serde_json::to_string(&guides)?;
    let env = [
        ("UNSTUCK_VERSION", env!("CARGO_PKG_VERSION")),
        ("UNSTUCK_GUIDES", &guides),
    ];
    node_script("web/build.mjs", &[&folder], &env)
        .context("the scripts and styles could not be built")?;
    let kept = env::var_os(offline::NO_OFFLINE).is_none();
    let loaded = Loaded::new(&folder, kept)?;
    let pages = fill_pages(&folder, &loaded)?;
    if kept {
        offline::write_worker(&folder, &pages)
    } else {
        offline::write_removal(&folder)
    }
}

/// The addresses of what a page loads, and the tag of its own script.
struct Loaded {
    shell: String,
    glue: String,
    code: String,
    sheet: String,
    offline: String,
}

impl Loaded {
    /// Takes the list of what `web/build.mjs` made, which is no file of the page.
    fn new(folder: &Path, kept: bool) -> Result<Self> {
        let path = folder.join("assets.json");
        let assets: Value = serde_json::from_str(&read(&path)?).context("assets.json")?;
        fs::remove_file(&path).context("could not remove assets.json")?;
        let address = |asset: &str| {
            let name = assets[asset]["name"].as_str();
            name.map(|name| format!("./{name}"))
                .with_context(|| format!("web/build.mjs made no {asset}"))
        };
        let (shell, offline) = if kept {
            (
                format!("./{}", offline::shell(folder)?),
                offline::script_tag(&address("offline.js")?),
            )
        } else {
            (address("embed.js")?, String::new())
        };
        Ok(Self {
            shell,
            glue: address("widget.js")?,
            code: address("widget.wasm")?,
            sheet: address("widget.css")?,
            offline,
        })
    }
}

/// Fills in index.html and writes a page like it for each of the other guides, with the same loader beside it. Gives their
/// names.
fn fill_pages(folder: &Path, loaded: &Loaded) -> Result<Vec<String>> {
    let path = folder.join("index.html");
    let page = read(&path)?;
    let place = article(&page)?;
    let first = parse(&page[place.clone()]).context("index.html")?;
    let others = site::others(&root().join("guides"), &first)?;
    let all: Vec<(String, &Guide)> = std::iter::once(("index.html".to_owned(), &first))
        .chain(others.iter().map(|other| (other.page(), &other.guide)))
        .collect();
    offline::finish_manifest(folder, &all)?;
    let (before, after) = (&page[..place.start], &page[place.end..]);
    for other in &others {
        let page = format!("{before}{}{after}", other.article);
        let name = other.page();
        let page = fill_page(&page, &other.guide, &all, loaded).context(name.clone())?;
        write(&folder.join(name), &page)?;
    }
    let page =
        fill_page(&page, &first, &all, loaded).context("index.html could not be filled in")?;
    write(&path, &page)?;
    Ok(all.into_iter().map(|(name, _)| name).collect())
}

/// A page with its guide's words and the way to all the other pages.
fn fill_page(
    page: &str,
    guide: &Guide,
    all: &[(String, &Guide)],
    loaded: &Loaded,
) -> Result<String> {
    let page = place_element(page, article(page)?, guide)?;
    fill(
        &page,
        &[
            ("__UNSTUCK_TITLE__", &escaped(&guide.title)),
            ("__UNSTUCK_DESCRIPTION__", &escaped(&guide.summary)),
            ("__UNSTUCK_JSON_LD__", &howto::json_ld(guide)),
            ("__UNSTUCK_OTHER_GUIDES__", &site::links(all, guide)),
            ("__UNSTUCK_SHELL__", &loaded.shell),
            ("__UNSTUCK_WIDGET_JS__", &loaded.glue),
            ("__UNSTUCK_WIDGET_WASM__", &loaded.code),
            ("__UNSTUCK_WIDGET_CSS__", &loaded.sheet),
            ("__UNSTUCK_OFFLINE__", &loaded.offline),
        ],
    )
}

/// Where in the page the guide's article stands, tags included.
fn article(page: &str) -> Result<std::ops::Range<usize>> {
    let marked = page.find("data-unstuck-guide=").ok_or_else(|| {
        anyhow!(
            "index.html holds no article with data-unstuck-guide; does it inline one of guides/?"
        )
    })?;
    let start = page[..marked]
        .rfind("<article")
        .ok_or_else(|| anyhow!("data-unstuck-guide must stand on an article element"))?;
    let length = page[start..]
        .find("</article>")
        .ok_or_else(|| anyhow!("the article in index.html has no end tag"))?;
    Ok(start..start + length + "</article>".len())
}

/// Puts the widget's element after the article's header: from there on the article is what the widget walks through.
fn place_element(page: &str, article: std::ops::Range<usize>, guide: &Guide) -> Result<String> {
    const END: &str = "</header>";
    let text = &page[article.clone()];
    if text.contains("<unstuck-guide") {
        bail!("the article holds an unstuck-guide element already; the build puts it there");
    }
    let at = text.find(END).ok_or_else(|| {
        anyhow!("the article has no header; put its h1 and its summary into one, since the widget comes after it")
    })?;
    let opening = &text[..at];
    let id = &guide.id;
    let named = [format!(" id=\"{id}\""), format!(" id={id}")];
    if !named
        .iter()
        .any(|attribute| opening.contains(attribute.as_str()))
    {
        bail!("the article needs id=\"{id}\", by which the widget finds it");
    }
    let element = fill(
        include_str!("element.html").trim_end(),
        &[("__UNSTUCK_ARTICLE__", &escaped(id))],
    )?;
    let at = article.start + at + END.len();
    Ok(format!("{}{element}{}", &page[..at], &page[at..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said<T: std::fmt::Debug>(result: Result<T>) -> String {
        format!("{result:?}")
    }

    #[test]
    fn the_element_comes_after_the_articles_own_header() {
        for quote in ["\"", ""] {
            let page = format!(
                "<body><header>site</header><article lang=en id={quote}g{quote} data-unstuck-guide={quote}g{quote}>\
                 <header><h1>T</h1><p>S.</p></header><section data-unstuck-id=f><h2>F</h2><p>R.</p><ol><li>Do.</li></ol>\
                 </section></article></body>"
            );
            let range = article(&page).unwrap_or_default();
            assert!(
                page[range.clone()].starts_with("<article")
                    && page[range.clone()].ends_with("</article>")
            );
            let guide = unstuck_adopt::html::parse(&page[range.clone()]).ok();
            let placed = guide
                .map(|guide| place_element(&page, range, &guide).unwrap_or_else(|e| e.to_string()));
            let placed = placed.unwrap_or_default();
            assert!(
                placed
                    .contains("<p>S.</p></header><unstuck-guide article=\"#g\" loading=\"eager\">"),
                "{placed}"
            );
            let again = article(&placed).unwrap_or_default();
            let guide = unstuck_adopt::html::parse(&placed[again.clone()]).ok();
            let twice = guide
                .map(|guide| said(place_element(&placed, again, &guide)))
                .unwrap_or_default();
            assert!(twice.contains("already"), "{twice}");
        }
    }

    #[test]
    fn what_is_missing_in_the_page_is_named() {
        assert!(said(article("<article></article>")).contains("data-unstuck-guide"));
        assert!(said(article("<article data-unstuck-guide=x>")).contains("no end tag"));
    }
}
