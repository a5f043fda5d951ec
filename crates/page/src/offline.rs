//! What makes an app of the page: its service worker, which keeps all of a version, and the manifest by which it is
//! installed.
//!
//! Belongs here: which files the worker keeps, what it knows of them, and the name of a version. Does not: what the worker
//! does with them (`web/`).

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use unstuck_locales::Locale;

use crate::files::{bytes, copy, hash, names, pinned_shell, read, write};
use crate::guides::Source;
use crate::template::{escaped, fill};

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

/// The files that have one name whatever they hold.
pub(crate) const NAMED: [&str; 3] = ["embed.js", unstuck_first::STYLE, unstuck_first::SCRIPT];

/// The address by which the worker keeps one of [`NAMED`]: it goes by what the file holds, so that no page gets another
/// version's.
pub(crate) fn address(folder: &Path, name: &str) -> Result<String> {
    let file = bytes(&folder.join(name))?;
    Ok(format!("{name}?{}", hash(&file)))
}

/// The tag of the page's script, with what it says in the page's language and the version still to be filled in.
pub(crate) fn script_tag(address: &str, locale: &Locale) -> String {
    let words = escaped(&locale.section("offline").to_string());
    format!(
        "<script src=\"{address}\" data-version=\"{VERSION_TOKEN}\" data-words=\"{words}\" async fetchpriority=\"low\"></script>"
    )
}

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

/// Writes the worker of the finished files, and the version into these pages. What would remove the worker is no file of this
/// page and goes into another folder.
pub(crate) fn write_worker(folder: &Path, pages: &[String], removal: &Path) -> Result<()> {
    copy(&folder.join(REMOVAL), &removal.join(REMOVAL))?;
    fs::remove_file(folder.join(REMOVAL)).context("could not remove it")?;
    let kept = kept(folder, pages)?;
    // Each address with the SHA-256 of what it holds.
    let files = || -> Result<String> {
        let mut files = BTreeMap::new();
        for address in &kept {
            let name = address.split('?').next().unwrap_or_default();
            let digest = Sha256::digest(bytes(&folder.join(name))?);
            files.insert(address, STANDARD.encode(digest));
        }
        Ok(serde_json::to_string_pretty(&files)?)
    };
    let worker = read(&folder.join(WORKER))?;
    // A version's name is a hash of all its content, including the worker.
    let version = hash((files()? + &worker).as_bytes());
    for page in pages {
        let path = folder.join(page);
        let text = fill(&read(&path)?, &[(VERSION_TOKEN, &version)]).context(page.clone())?;
        write(&path, &text)?;
    }
    let values = [(VERSION_TOKEN, &version), (FILES_TOKEN, &files()?)];
    write(
        &folder.join(WORKER),
        &fill(&worker, &values).context(WORKER)?,
    )
}

/// The addresses of what the worker keeps: everything but itself, what only other pages take, and the pictures that are
/// shown before the app is installed.
fn kept(folder: &Path, pages: &[String]) -> Result<Vec<String>> {
    let mut kept = names(folder)?;
    kept.retain(|name| {
        *name != WORKER
            && *name != pinned_shell()
            && !NAMED.contains(&name.as_str())
            && !name.starts_with("screenshot")
            && !name.starts_with("gallery")
            // A page without the script asks for the shell of any version.
            && (!name.ends_with(".html") || name.starts_with("guides/") || pages.contains(name))
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

    use super::*;
    use crate::files::remove_dir;

    const WIDGET: &str = "unstuck-widget-0123456789abcdef_bg.wasm";

    /// A built page in a separate folder.
    fn built(name: &str, code: &str) -> Result<PathBuf> {
        let folder = env::temp_dir().join(format!("unstuck-{name}-{}", std::process::id()));
        let page = script_tag("./offline-0123456789abcdef.js", unstuck_locales::find("en"));
        for (name, text) in [
            ("index.html", page.as_str()),
            ("two.html", &page),
            ("guides/two.en.html", "guide"),
            ("gallery.html", "<script src=embed.js></script>"),
            ("embed.js", "shell"),
            (unstuck_first::STYLE, "style"),
            (unstuck_first::SCRIPT, "first"),
            (&pinned_shell(), "shell"),
            ("offline-0123456789abcdef.js", "page"),
            (WORKER, "\"__UNSTUCK_VERSION__\" __UNSTUCK_FILES__"),
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
            let pages = ["index.html", "two.html"].map(str::to_owned);
            write_worker(&folder, &pages, &removal)?;
            let worker = read(&folder.join(WORKER))?;
            let (version, files) = worker.split_once(' ').context("no files")?;
            let files: BTreeMap<String, String> = serde_json::from_str(files)?;
            let [shell, style, first] = NAMED.map(|name| address(&folder, name));
            let (shell, style, first) = (shell?, style?, first?);
            let script = "offline-0123456789abcdef.js";
            let pages = ["guides/two.en.html", "index.html", script, "two.html"];
            let (named, pages) = ([&*shell, &*style, &*first], &pages);
            let mut kept = [&named[..], &pages[..], &[WIDGET]].concat();
            kept.sort_unstable();
            assert!(files.keys().eq(kept), "{files:?}");
            assert_eq!(files[WIDGET], STANDARD.encode(Sha256::digest(code)));
            assert_eq!(files[&shell], STANDARD.encode(Sha256::digest("shell")));
            let page = read(&folder.join("two.html"))?;
            assert!(page.contains(&format!("data-version={version}")), "{page}");
            remove_dir(&folder)?;
            Ok(version.to_owned())
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
