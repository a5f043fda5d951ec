//! A next version of the built page: other bytes in the page, the shell, the glue and the WebAssembly, and the worker that
//! knows them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::harness::{Outcome, Page};

/// A version: what its parts are known by.
pub struct Version {
    pub folder: PathBuf,
    pub name: String,
    pub widget: String,
    number: u8,
}

impl Version {
    /// What [`super::ran`] finds where all of this version runs.
    pub fn parts(&self) -> Value {
        json!([self.name, self.number, self.number, self.widget])
    }

    pub fn bytes(&self, name: &str) -> Outcome<Vec<u8>> {
        Ok(std::fs::read(self.folder.join(name))?)
    }

    pub fn text(&self, name: &str) -> Outcome<String> {
        Ok(std::fs::read_to_string(self.folder.join(name))?)
    }

    pub fn glue(&self) -> String {
        format!("unstuck-widget-{}.js", self.widget)
    }

    pub fn wasm(&self) -> String {
        format!("unstuck-widget-{}_bg.wasm", self.widget)
    }

    /// The addresses that its worker keeps for every reader.
    pub fn kept(&self) -> Outcome<Vec<String>> {
        Ok(self.sums()?.into_keys().collect())
    }

    /// The same, each with its sum.
    fn sums(&self) -> Outcome<BTreeMap<String, String>> {
        let worker = self.text("sw.js")?;
        let languages: BTreeMap<String, Vec<String>> =
            serde_json::from_str(between(&worker, "const LANGUAGES = ", ";\n"))?;
        let mut sums = files(&worker)?;
        for name in languages.values().flatten() {
            sums.remove(name);
        }
        Ok(sums)
    }

    /// How many of these files an older version does not hold.
    pub fn files_after(&self, older: &Self) -> Outcome<usize> {
        let older = older.sums()?;
        let sums = self.sums()?;
        let new = sums
            .iter()
            .filter(|&(name, sum)| older.get(name) != Some(sum));
        Ok(new.count())
    }
}

/// The built page.
pub fn built(page: &Page) -> Outcome<Version> {
    let folder = page.site.built();
    let worker = std::fs::read_to_string(folder.join("sw.js"))?;
    let glue = page.site.file("unstuck-widget-", ".js")?;
    Ok(Version {
        name: between(&worker, "const VERSION = \"", "\"").to_owned(),
        widget: between(&glue, "unstuck-widget-", ".js").to_owned(),
        number: 1,
        folder,
    })
}

/// The version after the built one, which the first case that asks for it makes.
pub fn next(page: &Page) -> Outcome<Version> {
    const NAME: &str = "fedcba9876543210";
    const HASH: &str = "0123456789abcdef";
    static MADE: Mutex<()> = Mutex::new(());
    let _made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
    let old = built(page)?;
    let folder =
        old.folder
            .with_file_name(format!("page-next-{}-{}", page.engine.name(), old.name));
    let new = Version {
        name: NAME.into(),
        widget: HASH.into(),
        number: 2,
        folder,
    };
    if new.folder.join("sw.js").is_file() {
        return Ok(new);
    }
    let index = old.text("index.html")?;
    let shell = between(&index, "embed.js?", "\"").to_owned();
    let worker = old.text("sw.js")?;
    let changed = |name: &str| {
        name.replace(&old.widget, HASH)
            .replace(&shell, "00112233445566ff")
    };
    for name in all(&old.folder)? {
        let mut bytes = old.bytes(&name)?;
        if name.ends_with(".js") || name.ends_with(".html") {
            bytes = changed(std::str::from_utf8(&bytes)?)
                .replace(&old.name, NAME)
                .into_bytes();
        }
        if name == old.glue() {
            bytes.extend(b"\nglobalThis.__glue = 2;\n");
        } else if name == old.wasm() {
            // A section of one's own, which says nothing.
            bytes.extend([0, 5, 4, b'n', b'e', b'x', b't']);
        } else if name == "embed.js" {
            bytes.extend(b"\nglobalThis.__embed = 2;\n");
        }
        let to = new.folder.join(changed(&name));
        std::fs::create_dir_all(to.parent().ok_or("a file lies in a folder")?)?;
        std::fs::write(to, bytes)?;
    }
    let mut list = BTreeMap::new();
    for address in files(&worker)?.into_keys() {
        let address = changed(&address);
        let name = address.split('?').next().unwrap_or_default();
        list.insert(
            address.clone(),
            STANDARD.encode(Sha256::digest(new.bytes(name)?)),
        );
    }
    let worker = worker.replace(&old.name, NAME).replace(
        between(&worker, "const FILES = ", ";\n"),
        &serde_json::to_string(&list)?,
    );
    std::fs::write(new.folder.join("sw.js"), worker)?;
    Ok(new)
}

fn all(folder: &Path) -> Outcome<Vec<String>> {
    let mut found = Vec::new();
    let mut open = vec![String::new()];
    while let Some(under) = open.pop() {
        for entry in std::fs::read_dir(folder.join(&under))?.flatten() {
            let name = format!("{under}{}", entry.file_name().to_string_lossy());
            if name.starts_with('.') {
                continue;
            }
            if entry.file_type()?.is_dir() {
                open.push(format!("{name}/"));
            } else {
                found.push(name);
            }
        }
    }
    Ok(found)
}

fn files(worker: &str) -> Outcome<BTreeMap<String, String>> {
    Ok(serde_json::from_str(between(
        worker,
        "const FILES = ",
        ";\n",
    ))?)
}

fn between<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    let rest = text.split_once(from).map_or("", |(_, rest)| rest);
    rest.split_once(to).map_or("", |(found, _)| found)
}
