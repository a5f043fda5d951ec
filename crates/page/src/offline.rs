//! What makes an app of the page: its service worker, which keeps a version of it, and the manifest by which it is
//! installed.
//!
//! Belongs here: which files the worker keeps, for whom, what it knows of them, and the name of a version. Does not: what the worker
//! does with them (`web/`).

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::files::{bytes, copy, hash, names, pinned_shell, read, sha256, write};
use crate::guides::Source;
use crate::template::fill;

/// The name that browsers know the worker by. It stays.
const WORKER: &str = "sw.js";
/// What takes its place where the page is to come without one.
const REMOVAL: &str = "sw-remove.js";
const MANIFEST: &str = "manifest.webmanifest";
/// How the name of the page's own script begins.
const SCRIPT: &str = "offline-";
/// In the worker and the pages: the name of the version.
const VERSION_TOKEN: &str = "__UNSTUCK_VERSION__";
const FILES_TOKEN: &str = "__UNSTUCK_FILES__";
const LANGUAGES_TOKEN: &str = "__UNSTUCK_LANGUAGES__";

/// Fills in the manifest: the other guides are its shortcuts.
pub(crate) fn finish_manifest(folder: &Path, all: &[(String, &Source)]) -> Result<()> {
    let path = folder.join(MANIFEST);
    let mut manifest: Value = serde_json::from_str(&read(&path)?).context(MANIFEST)?;
    let shortcut =
        |(page, source): &(String, &Source)| json!({ "name": source.guide.title, "url": page });
    // In the manifest's own language.
    let others = all.iter().skip(1);
    let others = others.filter(|(_, source)| source.guide.lang == all[0].1.guide.lang);
    manifest["shortcuts"] = others.map(shortcut).collect();
    write(&path, &serde_json::to_string(&manifest)?)
}

/// How the names of files begin that no page with a worker takes: pictures for an app store, the gallery, the accessibility
/// report, guides for elements that name one, what renders first screens that no page holds, and what reads articles that are not
/// wholly marked.
const NOT_KEPT: [&str; 8] = [
    "screenshot",
    "gallery",
    "accessibility.",
    "report-",
    "guides/",
    "unstuck-first-screen-",
    "unstuck-reader-",
    "unstuck-file-reader-",
];
/// How the names of files with a language's words begin.
const WORDS: &str = "unstuck-locale-";

/// The files that have one name whatever they hold.
pub(crate) const NAMED: [&str; 3] = ["embed.js", unstuck_first::STYLE, unstuck_first::SCRIPT];

/// The address by which the worker keeps one of [`NAMED`]: it goes by what the file holds, so that no page gets another
/// version's.
pub(crate) fn address(folder: &Path, name: &str) -> Result<String> {
    let file = bytes(&folder.join(name))?;
    Ok(format!("{name}?{}", hash(&file)))
}

/// What the page's script reads off the tag that names it: the version, which is still to be filled in.
pub(crate) const VERSION: (&str, &str) = ("data-version", VERSION_TOKEN);

/// Writes a worker that removes itself, for pages that register none any more.
pub(crate) fn write_removal(folder: &Path) -> Result<()> {
    let mut scripts = names(folder)?;
    scripts.retain(|name| name.starts_with(SCRIPT));
    for name in scripts {
        fs::remove_file(folder.join(&name)).with_context(|| format!("could not remove {name}"))?;
    }
    fs::rename(folder.join(REMOVAL), folder.join(WORKER))
        .with_context(|| format!("the build made no {REMOVAL}"))
}

/// A page's name, and its language.
pub(crate) type Page = (String, String);

/// Writes the worker of the finished files, and the version into these pages, of which an installed app starts with the first.
/// What would remove the worker is no file of this page and goes into another folder.
pub(crate) fn write_worker(folder: &Path, pages: &[Page], removal: &Path) -> Result<()> {
    copy(&folder.join(REMOVAL), &removal.join(REMOVAL))?;
    fs::remove_file(folder.join(REMOVAL)).context("could not remove it")?;
    let kept = kept(folder, pages)?;
    let languages = serde_json::to_string_pretty(&languages(&kept, pages))?;
    // Each address with the SHA-256 of what it holds.
    let files = || -> Result<String> {
        let mut files = BTreeMap::new();
        for address in &kept {
            let name = address.split('?').next().unwrap_or_default();
            files.insert(address, sha256(&bytes(&folder.join(name))?));
        }
        Ok(serde_json::to_string_pretty(&files)?)
    };
    let worker = read(&folder.join(WORKER))?;
    // A version's name is a hash of all its content, including the worker.
    let version = hash((files()? + &languages + &worker).as_bytes());
    for (page, _) in pages {
        let path = folder.join(page);
        let text = fill(&read(&path)?, &[(VERSION_TOKEN, &version)]).context(page.clone())?;
        write(&path, &text)?;
    }
    let values = [
        (VERSION_TOKEN, &version),
        (FILES_TOKEN, &files()?),
        (LANGUAGES_TOKEN, &languages),
    ];
    write(
        &folder.join(WORKER),
        &fill(&worker, &values).context(WORKER)?,
    )
}

/// What only readers of one language take, by language: its pages and its words. The first page's is all readers'.
fn languages<'a>(kept: &'a [String], pages: &'a [Page]) -> BTreeMap<&'a str, Vec<&'a str>> {
    let mut languages = BTreeMap::<&str, Vec<&str>>::new();
    for name in kept {
        if let Some(lang) = language(name, pages) {
            languages.entry(lang).or_default().push(name);
        }
    }
    if let Some((_, first)) = pages.first() {
        languages.remove(first.as_str());
    }
    languages
}

/// The language of a page or of a file of words.
fn language<'a>(name: &str, pages: &'a [Page]) -> Option<&'a str> {
    let words = name
        .strip_prefix(WORDS)
        .and_then(|rest| rest.rsplit_once('-'));
    let own = |(page, lang): &&Page| {
        page == name || words.is_some_and(|(of, _)| of == unstuck_locales::find(lang).lang)
    };
    pages.iter().find(own).map(|(_, lang)| lang.as_str())
}

/// The addresses of what the worker keeps: everything but itself, what only other pages take, and the pictures that are
/// shown before the app is installed.
fn kept(folder: &Path, pages: &[Page]) -> Result<Vec<String>> {
    let mut kept = names(folder)?;
    kept.retain(|name| {
        *name != WORKER
            && *name != pinned_shell()
            && !NAMED.contains(&name.as_str())
            && !NOT_KEPT.iter().any(|start| name.starts_with(start))
            // A page without the script asks for the shell of any version.
            && (!(name.ends_with(".html") || name.starts_with(WORDS)) || language(name, pages).is_some())
    });
    for name in NAMED {
        kept.push(address(folder, name)?);
    }
    kept.sort();
    Ok(kept)
}

#[cfg(test)]
mod tests {
    use std::env;
    use std::path::PathBuf;

    use base64::Engine;
    use base64::engine::general_purpose::STANDARD;
    use sha2::{Digest, Sha256};

    use super::*;
    use crate::files::remove_dir;

    const WIDGET: &str = "unstuck-widget-0123456789abcdef_bg.wasm";

    /// A built page in a separate folder.
    fn built(name: &str, code: &str) -> Result<PathBuf> {
        let folder = env::temp_dir().join(format!("unstuck-{name}-{}", std::process::id()));
        let page = format!("<script data-version=\"{VERSION_TOKEN}\"></script>");
        for (name, text) in [
            ("index.html", page.as_str()),
            ("two.html", &page),
            ("two.de.html", &page),
            ("unstuck-locale-de-0123456789abcdef.json", "words"),
            ("unstuck-locale-ja-0123456789abcdef.json", "words"),
            ("guides/two.en.html", "guide"),
            ("unstuck-reader-0123456789abcdef.js", "reader"),
            ("gallery.html", "<script src=embed.js></script>"),
            (crate::report::NAME, "report"),
            (crate::report::MACHINES, "{}"),
            ("embed.js", "shell"),
            (unstuck_first::STYLE, "style"),
            (unstuck_first::SCRIPT, "first"),
            (&pinned_shell(), "shell"),
            ("offline-0123456789abcdef.js", "page"),
            (
                WORKER,
                "[\"__UNSTUCK_VERSION__\",__UNSTUCK_FILES__,__UNSTUCK_LANGUAGES__]",
            ),
            (REMOVAL, "unregister"),
            (WIDGET, code),
            ("screenshot-phone.png", "picture"),
        ] {
            write(&folder.join(name), text)?;
        }
        Ok(folder)
    }

    #[test]
    fn the_worker_knows_every_file_of_its_version() -> Result<()> {
        let removal = env::temp_dir().join(format!("unstuck-removal-{}", std::process::id()));
        let version = |code: &str| -> Result<String> {
            let folder = built("offline", code)?;
            let pages = [
                ("index.html", "en"),
                ("two.html", "en"),
                ("two.de.html", "de"),
            ];
            let pages = pages.map(|(page, lang)| (page.to_owned(), lang.to_owned()));
            write_worker(&folder, &pages, &removal)?;
            let worker = read(&folder.join(WORKER))?;
            type Lists = (String, BTreeMap<String, String>, Value);
            let (version, files, languages): Lists = serde_json::from_str(&worker)?;
            let [shell, style, first] = NAMED.map(|name| address(&folder, name));
            let (shell, style, first) = (shell?, style?, first?);
            let script = "offline-0123456789abcdef.js";
            let words = "unstuck-locale-de-0123456789abcdef.json";
            let german = ["two.de.html", words];
            let named = [&*shell, &*style, &*first];
            let mut kept = [
                &named[..],
                &german,
                &["index.html", script, "two.html", WIDGET],
            ]
            .concat();
            kept.sort_unstable();
            assert_eq!(languages, json!({ "de": german }));
            assert!(files.keys().eq(kept), "{files:?}");
            assert_eq!(files[WIDGET], STANDARD.encode(Sha256::digest(code)));
            assert_eq!(files[&shell], STANDARD.encode(Sha256::digest("shell")));
            let page = read(&folder.join("two.html"))?;
            assert!(
                page.contains(&format!("data-version=\"{version}\"")),
                "{page}"
            );
            remove_dir(&folder)?;
            Ok(version)
        };
        let one = version("code")?;
        assert_eq!(version("code")?, one);
        let other = version("other code")?;
        assert_ne!(one, other);
        remove_dir(&removal)
    }

    #[test]
    fn without_a_worker_any_that_is_there_is_removed() -> Result<()> {
        let folder = built("no-offline", "code")?;
        write_removal(&folder)?;
        assert_eq!(read(&folder.join(WORKER))?, "unregister");
        assert!(!names(&folder)?.iter().any(|name| name.starts_with(SCRIPT)));
        remove_dir(&folder)
    }
}
