//! `cargo xtask dist`: what others build upon, beside the page: types, the element's manifest, the tag to paste, the package
//! for npm.
//!
//! Belongs here: what is published and where it lies. Does not: the build of the page itself (see `page`).

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use crate::api::{MANIFEST, TYPES};
use crate::files::{
    bytes, copy, integrity, names, node_script, pinned_shell, read, without_hash, write,
};
use crate::run::{output, root, target_dir};
use crate::{tools, trunk};

/// What the package is called.
const PACKAGE: &str = "unstuck-guide";
/// What the types are called beside the page: those of `embed.js`, and no name that hosts keep for a year.
const PAGE_TYPES: &str = "embed.d.ts";
const PAGE_MANIFEST: &str = "custom-elements.json";
/// The integrity values of the released copies of the shell, by version. A line for each release is added when it is made.
const RELEASES: &str = "releases.json";

/// Builds all that is published, and says what to do with it.
pub(crate) fn dist(dist: &Path, offline: bool) -> Result<()> {
    let before = hashed(dist)?;
    trunk::build(dist, offline)?;
    copy(&root().join(TYPES), &dist.join(PAGE_TYPES))?;
    copy(&root().join(MANIFEST), &dist.join(PAGE_MANIFEST))?;
    unchanged(&before, dist)?;
    let package = package(dist)?;
    println!(
        "dist/ holds the page and, in it, embed.js with what it loads: serve it from any host and path. {}\n\n\
         The tag that follows each new version:\n  <script src=\"https://YOUR-HOST/embed.js\" async></script>\n\
         The tag of this version, held to its integrity value:\n  {}\n\n\
         The package for npm: npm publish {}",
        if offline {
            "With it sw.js, which keeps the page for readers without a network (docs/offline.md)."
        } else {
            "Its sw.js removes what an earlier one kept in readers' browsers (docs/offline.md)."
        },
        tag(dist)?,
        package.display()
    );
    Ok(())
}

/// How long hosts may keep a file, by its name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Kept {
    /// Its name holds a hash of what it holds.
    Hashed,
    /// The shell of one version: the same for good once that version is out.
    Version,
    /// Each build may change it.
    Shortly,
}

fn kept(name: &str) -> Kept {
    let version = name
        .strip_prefix("embed-")
        .and_then(|rest| rest.strip_suffix(".js"));
    if version.is_some() {
        Kept::Version
    } else if without_hash(name) == name {
        Kept::Shortly
    } else {
        Kept::Hashed
    }
}

/// The files of a build that say by their name that they never change, with their integrity values.
fn hashed(dist: &Path) -> Result<BTreeMap<String, String>> {
    let mut files = BTreeMap::new();
    if dist.exists() {
        for name in names(dist)? {
            if kept(&name) == Kept::Hashed {
                let value = integrity(&bytes(&dist.join(&name))?);
                files.insert(name, value);
            }
        }
    }
    Ok(files)
}

/// Holds a build against the one before it and against the releases: nothing that somebody may have kept is another one now.
fn unchanged(before: &BTreeMap<String, String>, dist: &Path) -> Result<()> {
    let now = hashed(dist)?;
    let changed =
        |(name, value): &(&String, &String)| before.get(*name).is_some_and(|old| old != *value);
    if let Some((name, _)) = now.iter().find(changed) {
        bail!(
            "{name} was another file under the same name in the build before; its hash leaves something out"
        );
    }
    // What pages load from other hosts stays there for a year.
    let load = |name: &&String| name.starts_with("unstuck-") && kept(name) != Kept::Hashed;
    if let Some(name) = names(dist)?.iter().find(load) {
        bail!("{name} has no hash in its name, and hosts keep unstuck-* for a year");
    }
    let shell = bytes(&dist.join(pinned_shell()))?;
    let releases = read(&root().join(RELEASES))?;
    as_released(&releases, env!("CARGO_PKG_VERSION"), &integrity(&shell))
}

/// Fails where this version is released and its shell was another one.
fn as_released(releases: &str, version: &str, value: &str) -> Result<()> {
    let releases: BTreeMap<String, String> = serde_json::from_str(releases)
        .with_context(|| format!("{RELEASES} is no list of versions"))?;
    match releases.get(version) {
        Some(released) if released != value => bail!(
            "embed-{version}.js is released as {released} and would now be {value}: pages that hold it to the first would refuse it. \
             Raise the version in Cargo.toml"
        ),
        _ => Ok(()),
    }
}

/// The tag to paste, which holds the shell to what it is now.
fn tag(dist: &Path) -> Result<String> {
    let name = pinned_shell();
    Ok(format!(
        "<script src=\"https://YOUR-HOST/{name}\" integrity=\"{}\" crossorigin=\"anonymous\" async></script>",
        integrity(&bytes(&dist.join(&name))?)
    ))
}

/// The pages of `docs/` that go with the package, and where they lie in it.
const PAGES: [(&str, &str); 3] = [
    ("authors.md", "README.md"),
    ("article.md", "docs/article.md"),
    ("element.md", "docs/element.md"),
];

/// The text of a page whose links hold where it lies in the package: what is not in there is words without a link.
fn linked(text: &str, page: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("](") {
        let (target, end) = after.split_once(')').unwrap_or((after, ""));
        let (file, anchor) = target
            .split_once('#')
            .map_or((target, ""), |(file, _)| (file, &target[file.len()..]));
        let held = PAGES.iter().find(|(from, _)| *from == file);
        out.push_str(before);
        let open = out.rfind('[').unwrap_or(0);
        if file.is_empty() || file.contains("://") || out[..open].ends_with('!') {
            out.push_str(&format!("]({target})"));
        } else if let Some((_, to)) = held {
            let up = if page.contains('/') { "../" } else { "" };
            out.push_str(&format!("]({up}{to}{anchor})"));
        } else {
            out.remove(open);
        }
        rest = end;
    }
    out.push_str(rest);
    out
}

/// Whether a file of the page belongs to the element, and so into the package.
fn embedded(name: &str) -> bool {
    name.starts_with("embed") && name != PAGE_TYPES
        || name.starts_with("unstuck-")
        || name.starts_with("guides/")
}

/// Assembles the package of a built page and looks at what npm makes of it. Gives its folder.
pub(crate) fn package(dist: &Path) -> Result<PathBuf> {
    let folder = target_dir().join("npm").join(PACKAGE);
    if folder.exists() {
        fs::remove_dir_all(&folder)
            .with_context(|| format!("could not remove {}", folder.display()))?;
    }
    for name in names(dist)?.iter().filter(|name| embedded(name)) {
        copy(&dist.join(name), &folder.join("files").join(name))?;
    }
    tools::node_modules()?;
    let build: [&Path; 2] = ["--package".as_ref(), &folder.join("index.js")];
    node_script("web/build.mjs", &build, &[])?;
    copy(&root().join(TYPES), &folder.join("index.d.ts"))?;
    let manifest = read(&root().join(MANIFEST))?.replace("\"embed.js\"", "\"files/embed.js\"");
    write(&folder.join(PAGE_MANIFEST), &manifest)?;
    for name in ["LICENSE-APACHE", "LICENSE-MIT"] {
        copy(&root().join(name), &folder.join(name))?;
    }
    for (from, to) in PAGES {
        let text = read(&root().join("docs").join(from))?;
        write(&folder.join(to), &linked(&text, to))?;
    }
    write(
        &folder.join("package.json"),
        &format!("{}\n", serde_json::to_string_pretty(&package_json())?),
    )?;
    check(&folder)?;
    Ok(folder)
}

fn package_json() -> Value {
    json!({
        "name": PACKAGE,
        "version": env!("CARGO_PKG_VERSION"),
        "description": "A help article as a walk: quick questions, one fix at a time, progress kept in the browser.",
        "license": "MIT OR Apache-2.0",
        "type": "module",
        "exports": {
            ".": { "types": "./index.d.ts", "default": "./index.js" },
            "./files/*": "./files/*",
            "./custom-elements.json": "./custom-elements.json",
            "./package.json": "./package.json"
        },
        "types": "./index.d.ts",
        "customElements": "custom-elements.json",
        "files": ["index.js", "index.d.ts", PAGE_MANIFEST, "files", "docs", "LICENSE-APACHE", "LICENSE-MIT"],
        "sideEffects": false
    })
}

/// Holds what npm would pack against what lies in the folder: nothing more, nothing less, and what `package.json` names.
fn check(folder: &Path) -> Result<()> {
    let mut pack = tools::npm()?;
    pack.args([
        "pack",
        "--dry-run",
        "--json",
        "--ignore-scripts",
        "--offline",
    ]);
    let told = output(pack.current_dir(folder))?;
    let told: Value = serde_json::from_str(&told).context("npm pack said what is no JSON")?;
    compare(&packed(&told)?, &names(folder)?)
}

/// The names of the files in the package, of what `npm pack --json` says.
fn packed(told: &Value) -> Result<Vec<String>> {
    // A list up to npm 10, by name since.
    let package = told.get(0).or_else(|| told.get(PACKAGE));
    let files = package
        .and_then(|package| package["files"].as_array())
        .context("npm pack lists no files")?;
    let path = |file: &Value| file["path"].as_str().map(str::to_owned);
    let mut files: Vec<String> = files.iter().filter_map(path).collect();
    files.sort();
    Ok(files)
}

fn compare(packed: &[String], there: &[String]) -> Result<()> {
    if let Some(name) = packed.iter().find(|name| !there.contains(name)) {
        bail!("npm packs {name}, which is not there");
    }
    if let Some(name) = there.iter().find(|name| !packed.contains(name)) {
        bail!("npm leaves out {name}; name it in the package's files");
    }
    let (embed, pinned) = (
        "files/embed.js".to_owned(),
        format!("files/{}", pinned_shell()),
    );
    for name in ["index.js", "index.d.ts", PAGE_MANIFEST, &embed, &pinned] {
        if !packed.iter().any(|packed| packed == name) {
            bail!("the package holds no {name}");
        }
    }
    let code = packed
        .iter()
        .filter(|name| name.ends_with("_bg.wasm"))
        .count();
    if code != 3 {
        bail!("the package holds {code} files of WebAssembly; there are three");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_hold_in_the_package() {
        for (text, page, wanted) in [
            ("[a](article.md) b", "README.md", "[a](docs/article.md) b"),
            (
                "[a](element.md#x)",
                "docs/article.md",
                "[a](../docs/element.md#x)",
            ),
            ("[a](authors.md)", "docs/element.md", "[a](../README.md)"),
            ("see [the b](../README.md#c).", "README.md", "see the b."),
            (
                "[a](#b) [c](https://d.e/f#g)",
                "README.md",
                "[a](#b) [c](https://d.e/f#g)",
            ),
        ] {
            assert_eq!(linked(text, page), wanted);
        }
        // Every heading that the page leads to is one of its own.
        for (from, _) in PAGES {
            let text = read(&root().join("docs").join(from)).unwrap_or_default();
            let slug = |line: &str| {
                let kept = |c: &char| c.is_alphanumeric() || *c == ' ' || *c == '-';
                let words = line.trim_start_matches('#').trim().to_lowercase();
                words
                    .chars()
                    .filter(kept)
                    .collect::<String>()
                    .replace(' ', "-")
            };
            let headings: Vec<String> = text
                .lines()
                .filter(|line| line.starts_with('#'))
                .map(slug)
                .collect();
            for link in text.split("](#").skip(1) {
                let anchor = link.split(')').next().unwrap_or_default();
                assert!(
                    headings.iter().any(|heading| heading == anchor),
                    "{from}: {anchor}"
                );
            }
        }
    }

    #[test]
    fn a_name_says_how_long_its_file_is_kept() {
        for (name, wanted) in [
            ("unstuck-widget-0123456789abcdef_bg.wasm", Kept::Hashed),
            ("unstuck-reader-0123456789abcdef.js", Kept::Hashed),
            ("gallery-0123456789abcdef.css", Kept::Hashed),
            ("embed-0.1.0.js", Kept::Version),
            ("embed.js", Kept::Shortly),
            (PAGE_TYPES, Kept::Shortly),
            ("guides/router.en.html", Kept::Shortly),
            ("icon.svg", Kept::Shortly),
        ] {
            assert_eq!(kept(name), wanted, "{name}");
        }
    }

    #[test]
    fn a_released_shell_stays_as_it_is() {
        let said = |releases: &str| format!("{:?}", as_released(releases, "1.2.3", "sha384-new"));
        assert_eq!(said("{}"), "Ok(())");
        assert_eq!(said("{\"1.2.3\": \"sha384-new\"}"), "Ok(())");
        assert_eq!(said("{\"1.2.2\": \"sha384-old\"}"), "Ok(())");
        assert!(said("{\"1.2.3\": \"sha384-old\"}").contains("Raise the version"));
        assert!(said("[]").contains("no list of versions"));
        // The list of this checkout.
        assert!(
            as_released(
                &read(&root().join(RELEASES)).unwrap_or_default(),
                "0.0.0",
                ""
            )
            .is_ok()
        );
    }

    #[test]
    fn a_build_is_held_against_the_one_before() {
        let folder = crate::run::target_dir().join(format!("xtask-dist-{}", std::process::id()));
        let name = "unstuck-a-0123456789abcdef.js";
        let put = |name: &str, text: &str| write(&folder.join(name), text);
        assert!(
            fs::create_dir_all(&folder).is_ok()
                && put(name, "one").is_ok()
                && put(&pinned_shell(), "shell").is_ok()
        );
        let before = hashed(&folder).unwrap_or_default();
        assert_eq!(before.keys().collect::<Vec<_>>(), [name]);
        assert!(unchanged(&before, &folder).is_ok());
        assert!(put("unstuck-b.js", "").is_ok());
        assert!(format!("{:?}", unchanged(&before, &folder)).contains("unstuck-b.js has no hash"));
        assert!(put(name, "two").is_ok());
        assert!(
            format!("{:?}", unchanged(&before, &folder))
                .contains("another file under the same name")
        );
        let _ = fs::remove_dir_all(&folder);
    }

    #[test]
    fn what_is_packed_is_what_is_there() {
        let list = |names: &[&str]| {
            names
                .iter()
                .map(|name| (*name).to_owned())
                .collect::<Vec<_>>()
        };
        let told = json!([{ "files": [{ "path": "b" }, { "path": "a" }] }]);
        assert_eq!(packed(&told).unwrap_or_default(), list(&["a", "b"]));
        let told = json!({ PACKAGE: { "files": [{ "path": "a" }] } });
        assert_eq!(packed(&told).unwrap_or_default(), list(&["a"]));
        assert!(packed(&json!({})).is_err());
        let said =
            |packed: &[&str], there: &[&str]| format!("{:?}", compare(&list(packed), &list(there)));
        assert!(said(&["a"], &["a", "x"]).contains("leaves out x"));
        assert!(said(&["a", "x"], &["a"]).contains("packs x"));
        assert!(said(&["a"], &["a"]).contains("no index.js"));
    }
}
