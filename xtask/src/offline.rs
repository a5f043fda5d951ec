//! What makes an app of the page: its worker, which keeps all of a version, and the manifest by which it is installed.
//!
//! Belongs here: which files the worker keeps, what it knows of them, and the name of a version. Does not: what the worker
//! does with them (`src/offline/worker.js`).

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};
use unstuck_core::guide::Guide;

use crate::page::{names, pinned, read, write};
use crate::run::root;

/// What the build is told by, through Trunk, where the page is to come without a worker: any value.
pub(crate) const NONE: &str = "UNSTUCK_NO_OFFLINE";
/// The name that browsers know the worker by. It stays.
pub(crate) const WORKER: &str = "sw.js";
const MANIFEST: &str = "manifest.webmanifest";
/// The page's own script, before it has its hash.
pub(crate) const SCRIPT: &str = "offline";
/// In the pages: the address of that script, and the name of the version.
pub(crate) const SCRIPT_TOKEN: &str = "__UNSTUCK_OFFLINE__";
pub(crate) const VERSION_TOKEN: &str = "__UNSTUCK_VERSION__";
const FILES_TOKEN: &str = "__UNSTUCK_FILES__";

/// Puts the page's script beside the page, to be minified with the others.
pub(crate) fn put_script(folder: &Path) -> Result<()> {
    write(&folder.join(format!("{SCRIPT}.js")), &source("page.js")?)
}

/// Fills in the manifest: the other guides are its shortcuts.
pub(crate) fn finish_manifest(folder: &Path, all: &[(String, &Guide)]) -> Result<()> {
    let path = folder.join(MANIFEST);
    let mut manifest: Value = serde_json::from_str(&read(&path)?).context(MANIFEST)?;
    let others = all.iter().skip(1);
    manifest["shortcuts"] = others
        .map(|(page, guide)| json!({ "name": guide.title, "url": page }))
        .collect();
    write(&path, &serde_json::to_string(&manifest)?)
}

/// Writes the worker of the finished files. With `none`, one that removes it, and pages that register none.
pub(crate) fn finish(folder: &Path, none: bool) -> Result<()> {
    let script = folder.join(format!("{SCRIPT}.js"));
    let pages = pages(folder)?;
    if none {
        fs::remove_file(&script).context("the page's script could not be removed")?;
        for page in &pages {
            let text = without_script(&read(&folder.join(page))?).context(page.clone())?;
            write(&folder.join(page), &text)?;
        }
        return write(&folder.join(WORKER), &source("remove.js")?);
    }
    let text = read(&script)?;
    let name = format!("{SCRIPT}-{}.js", short(&Sha256::digest(&text)));
    fs::rename(&script, folder.join(&name)).with_context(|| format!("could not name {name}"))?;
    // The shell has one name for all versions. Here it goes by what it holds, so that no page gets another one's.
    let shell = format!(
        "embed.js?{}",
        short(&Sha256::digest(bytes(folder, "embed.js")?))
    );
    for page in &pages {
        let text = read(&folder.join(page))?;
        let text = replaced(&text, SCRIPT_TOKEN, &name)
            .and_then(|text| {
                replaced(&text, "src=./embed.js>", &format!("src=\"./{shell}\">")).or_else(|_| {
                    replaced(&text, "src=\"./embed.js\"", &format!("src=\"./{shell}\""))
                })
            })
            .context(page.clone())?;
        write(&folder.join(page), &text)?;
    }
    let kept = kept(folder, &pages, &shell)?;
    let worker = source("worker.js")?;
    let version = version(folder, &kept, &worker)?;
    for page in &pages {
        let text = read(&folder.join(page))?;
        let text = replaced(&text, VERSION_TOKEN, &version).context(page.clone())?;
        write(&folder.join(page), &text)?;
    }
    let mut files = Map::new();
    for name in kept {
        let sum = STANDARD.encode(Sha256::digest(bytes(folder, &name)?));
        files.insert(name, sum.into());
    }
    let files = serde_json::to_string_pretty(&Value::Object(files))?;
    let worker = replaced(&worker, VERSION_TOKEN, &version)
        .and_then(|worker| replaced(&worker, FILES_TOKEN, &files))
        .context("worker.js")?;
    write(&folder.join(WORKER), &worker)
}

fn source(name: &str) -> Result<String> {
    read(&root().join("src").join("offline").join(name))
}

/// The pages that have the script.
fn pages(folder: &Path) -> Result<Vec<String>> {
    let mut pages = Vec::new();
    for name in names(folder)?.into_iter().filter(|name| is_html(name)) {
        if read(&folder.join(&name))?.contains(SCRIPT_TOKEN) {
            pages.push(name);
        }
    }
    if pages.is_empty() {
        bail!("no page holds {SCRIPT_TOKEN}");
    }
    Ok(pages)
}

fn is_html(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|end| end == "html")
}

/// The addresses of what the worker keeps: everything but itself, what only other pages take, and the pictures that are
/// shown before the app is installed.
fn kept(folder: &Path, pages: &[String], shell: &str) -> Result<Vec<String>> {
    let mut kept = names(folder)?;
    kept.retain(|name| {
        *name != WORKER
            && *name != pinned()
            && *name != "embed.js"
            && !name.starts_with("screenshot")
            && !name.starts_with("gallery")
            // A page without the script asks for the shell of any version.
            && (!is_html(name) || name.starts_with("guides/") || pages.contains(name))
    });
    kept.push(shell.to_owned());
    kept.sort();
    Ok(kept)
}

/// What an address holds.
fn bytes(folder: &Path, address: &str) -> Result<Vec<u8>> {
    let name = address.split('?').next().unwrap_or_default();
    fs::read(folder.join(name)).with_context(|| format!("could not read {name}"))
}

/// The name of a version: of all that it holds, the worker with it.
fn version(folder: &Path, kept: &[String], worker: &str) -> Result<String> {
    let mut all = Sha256::new();
    all.update(worker);
    for name in kept {
        all.update(Sha256::digest(name));
        all.update(Sha256::digest(bytes(folder, name)?));
    }
    Ok(short(&all.finalize()))
}

/// As long as the other hashes in names.
fn short(sum: &[u8]) -> String {
    sum.iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

fn replaced(text: &str, from: &str, to: &str) -> Result<String> {
    if !text.contains(from) {
        bail!("{from} is missing");
    }
    Ok(text.replace(from, to))
}

/// A page without the tag of the script.
fn without_script(page: &str) -> Result<String> {
    const END: &str = "</script>";
    let at = page
        .find(SCRIPT_TOKEN)
        .with_context(|| format!("{SCRIPT_TOKEN} is missing"))?;
    let start = page[..at]
        .rfind("<script")
        .context("no script begins before the token")?;
    let end = page[at..].find(END).context("the script has no end")?;
    Ok(format!(
        "{}{}",
        &page[..start],
        &page[at + end + END.len()..]
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<script async src=./embed.js></script><p><script src=\"__UNSTUCK_OFFLINE__\" data-version=\"__UNSTUCK_VERSION__\" defer></script></p>";

    fn built(folder: &Path, more: &str, none: bool) -> Result<()> {
        let _ = fs::remove_dir_all(folder);
        fs::create_dir_all(folder.join("guides"))?;
        for (name, text) in [
            ("index.html", PAGE),
            ("two.html", PAGE),
            ("guides/two.en.html", "guide"),
            ("gallery.html", "<script src=embed.js></script>"),
            ("embed.js", "shell"),
            (pinned().as_str(), "shell"),
            ("offline.js", "page"),
            ("unstuck-widget-0123456789abcdef_bg.wasm", more),
            ("screenshot-phone.png", "picture"),
        ] {
            write(&folder.join(name), text)?;
        }
        finish(folder, none)
    }

    #[test]
    fn the_worker_knows_every_file_of_its_version() {
        let folder = crate::run::target_dir().join(format!("xtask-offline-{}", std::process::id()));
        let version = |more: &str| -> Result<(String, Vec<String>)> {
            built(&folder, more, false)?;
            let worker = read(&folder.join(WORKER))?;
            let between = |text: &str, from: &str, to: &str| {
                let rest = text.split_once(from).map_or("", |(_, rest)| rest);
                rest.split_once(to)
                    .map_or("", |(found, _)| found)
                    .to_owned()
            };
            let files: Map<String, Value> =
                serde_json::from_str(&between(&worker, "const FILES = ", ";\n"))?;
            for (name, sum) in &files {
                assert_eq!(
                    *sum,
                    json!(STANDARD.encode(Sha256::digest(bytes(&folder, name)?)))
                );
            }
            let version = between(&worker, "const VERSION = \"", "\"");
            let page = read(&folder.join("two.html"))?;
            assert_eq!(between(&page, "data-version=\"", "\""), version);
            assert!(
                files.contains_key(&between(&page, "src=\"./", "\"")),
                "{page}"
            );
            assert!(
                files.contains_key(&between(&page, "<p><script src=\"", "\"")),
                "{page}"
            );
            Ok((version, files.keys().cloned().collect()))
        };
        let (one, files) = version("code").unwrap_or_default();
        assert_eq!(files.len(), 6, "{files:?}");
        assert!(
            files
                .iter()
                .all(|name| *name != "embed.js" && *name != WORKER)
        );
        assert_eq!(version("code").unwrap_or_default().0, one);
        let (other, _) = version("other code").unwrap_or_default();
        assert!(
            one.len() == 16 && other.len() == 16 && one != other,
            "{one} {other}"
        );
        let _ = fs::remove_dir_all(&folder);
    }

    #[test]
    fn without_a_worker_no_page_registers_one_and_any_is_removed() {
        let folder =
            crate::run::target_dir().join(format!("xtask-no-offline-{}", std::process::id()));
        assert!(built(&folder, "code", true).is_ok());
        let page = read(&folder.join("index.html")).unwrap_or_default();
        assert_eq!(page, "<script async src=./embed.js></script><p></p>");
        let worker = read(&folder.join(WORKER)).unwrap_or_default();
        assert!(worker.contains("registration.unregister()"), "{worker}");
        assert!(
            !names(&folder)
                .unwrap_or_default()
                .contains(&"offline.js".to_owned())
        );
        let _ = fs::remove_dir_all(&folder);
    }
}
