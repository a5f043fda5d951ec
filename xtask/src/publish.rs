//! `cargo xtask dist`: what others build upon, beside the page: types, the element's manifest, the tag to paste, the package
//! for npm.
//!
//! Belongs here: what is published and where it lies. Does not: the build of the page itself (see `page`).

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::api::{MANIFEST, TYPES};
use crate::files::{bytes, copy, integrity, names, pinned_shell, read, without_hash, write};
use crate::run::{node_script, output, root, target_dir};
use crate::template::fill;
use crate::{tools, trunk};

/// What the types are called beside the page: those of `embed.js`, and no name that hosts keep for a year.
const PAGE_TYPES: &str = "embed.d.ts";
const PAGE_MANIFEST: &str = "custom-elements.json";
/// The integrity values of the released copies of the shell, by version. A line for each release is added when it is made.
const RELEASES: &str = "releases.json";
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Builds all that is published, and says what to do with it.
pub(crate) fn dist(dist: &Path, offline: bool) -> Result<()> {
    let before = hashed(dist)?;
    trunk::build(dist, offline)?;
    copy(&root().join(TYPES), &dist.join(PAGE_TYPES))?;
    copy(&root().join(MANIFEST), &dist.join(PAGE_MANIFEST))?;
    let shell = integrity(&bytes(&dist.join(pinned_shell()))?);
    unchanged(&before, dist)?;
    as_released(&read(&root().join(RELEASES))?, VERSION, &shell)?;
    let package = package(dist)?;
    let worker = if offline {
        "With it sw.js, which keeps the page for readers without a network (docs/offline.md)."
    } else {
        "Its sw.js removes what an earlier one kept in readers' browsers (docs/offline.md)."
    };
    println!(
        "dist/ holds the page and, in it, embed.js with what it loads: serve it from any host and path. {worker}\n\n\
         The tag that follows each new version:\n  <script src=\"https://YOUR-HOST/embed.js\" async></script>\n\
         The tag of this version, held to its integrity value:\n  <script src=\"https://YOUR-HOST/{}\" integrity=\"{shell}\" \
         crossorigin=\"anonymous\" async></script>\n\nThe package for npm: npm publish {}",
        pinned_shell(),
        package.display()
    );
    Ok(())
}

/// The files of a build that say by their name that they never change, with their integrity values.
fn hashed(dist: &Path) -> Result<BTreeMap<String, String>> {
    let names = if dist.exists() {
        names(dist)?
    } else {
        Vec::new()
    };
    let hashed = names.into_iter().filter(|name| without_hash(name) != *name);
    let pair = |name: String| {
        let value = integrity(&bytes(&dist.join(&name))?);
        Ok((name, value))
    };
    hashed.map(pair).collect()
}

/// Holds a build against the one before it: nothing that somebody may have kept is another one now.
fn unchanged(before: &BTreeMap<String, String>, dist: &Path) -> Result<()> {
    let now = hashed(dist)?;
    for (name, value) in &now {
        if before.get(name).is_some_and(|old| old != value) {
            bail!("{name} was another file in the build before; its hash leaves something out");
        }
    }
    // What pages load from other hosts stays there for a year.
    let load = |name: &&String| name.starts_with("unstuck-") && !now.contains_key(*name);
    if let Some(name) = names(dist)?.iter().find(load) {
        bail!("{name} has no hash in its name, and hosts keep unstuck-* for a year");
    }
    Ok(())
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

/// Assembles the package of a built page and looks at what npm makes of it. Gives its folder.
pub(crate) fn package(dist: &Path) -> Result<PathBuf> {
    let folder = target_dir().join("npm/unstuck-guide");
    if folder.exists() {
        fs::remove_dir_all(&folder)
            .with_context(|| format!("could not remove {}", folder.display()))?;
    }
    let ours = ["embed.js", &pinned_shell(), "unstuck-", "guides/"];
    for name in names(dist)? {
        if ours.iter().any(|start| name.starts_with(start)) {
            copy(&dist.join(&name), &folder.join("files").join(&name))?;
        }
    }
    let copies = [
        (TYPES, "index.d.ts"),
        ("web/npm/README.md", "README.md"),
        ("LICENSE-APACHE", "LICENSE-APACHE"),
        ("LICENSE-MIT", "LICENSE-MIT"),
    ];
    for (from, to) in copies {
        copy(&root().join(from), &folder.join(to))?;
    }
    for name in names(&root().join("docs"))?
        .iter()
        .filter(|name| in_package(name))
    {
        copy(
            &root().join("docs").join(name),
            &folder.join("docs").join(name),
        )?;
    }
    let manifest = read(&root().join(MANIFEST))?.replace("\"embed.js\"", "\"files/embed.js\"");
    write(&folder.join(PAGE_MANIFEST), &manifest)?;
    let package = read(&root().join("web/npm/package.json"))?;
    let package = fill(&package, &[("__UNSTUCK_VERSION__", VERSION)])?;
    write(&folder.join("package.json"), &package)?;
    tools::node_modules()?;
    node_script(
        "web/build.mjs",
        &["--package".as_ref(), &folder.join("index.js")],
        &[],
    )?;

    let pack = [
        "pack",
        "--dry-run",
        "--json",
        "--ignore-scripts",
        "--offline",
    ];
    let told = output(tools::npm()?.args(pack).current_dir(&folder))?;
    let ours = [
        "index.js",
        "files/embed.js",
        &format!("files/{}", pinned_shell()),
    ];
    whole(&told, &names(&folder)?, &ours)?;
    Ok(folder)
}

/// Whether a file of `docs/` goes with the package: what is for authors, not for decisions or pictures.
fn in_package(name: &str) -> bool {
    name.ends_with(".md") && !name.contains('/')
}

/// Fails where npm, by what it tells of the package, leaves out a file that is there, or where one of ours is not.
fn whole(told: &str, there: &[String], ours: &[&str]) -> Result<()> {
    let left_out = |name: &&str| !told.contains(&format!("\"path\": \"{name}\""));
    let mut needed = there.iter().map(String::as_str).chain(ours.iter().copied());
    if let Some(name) = needed.find(left_out) {
        bail!("npm leaves out {name}; is it there, and in the package's files?");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said<T: std::fmt::Debug>(result: Result<T>) -> String {
        format!("{result:?}")
    }

    /// Each link between pages that go with the package leads to a page and a heading that are there.
    #[test]
    fn links_hold_in_the_package() {
        let docs = root().join("docs");
        let slug = |line: &str| {
            let kept = |c: &char| c.is_alphanumeric() || *c == ' ' || *c == '-';
            let words = line.trim_start_matches('#').trim().to_lowercase();
            words
                .chars()
                .filter(kept)
                .collect::<String>()
                .replace(' ', "-")
        };
        let all = names(&docs).unwrap_or_default();
        for from in all.iter().filter(|name| in_package(name)) {
            let text = read(&docs.join(from)).unwrap_or_default();
            for link in text.split("](").skip(1) {
                let link = link.split(')').next().unwrap_or_default();
                let (file, anchor) = link.split_once('#').unwrap_or((link, ""));
                let to = if file.is_empty() { from } else { file };
                if to.contains("://") || !to.ends_with(".md") {
                    continue;
                }
                let target = read(&docs.join(to)).unwrap_or_default();
                let mut headings = target.lines().filter(|line| line.starts_with('#'));
                assert!(!target.is_empty(), "{from}: {link}");
                assert!(
                    anchor.is_empty() || headings.any(|line| slug(line) == anchor),
                    "{from}: {link}"
                );
            }
        }
    }

    #[test]
    fn a_released_shell_stays_as_it_is() {
        let said = |releases: &str| said(as_released(releases, "1.2.3", "sha384-new"));
        for releases in [
            "{}",
            "{\"1.2.3\": \"sha384-new\"}",
            "{\"1.2.2\": \"sha384-old\"}",
        ] {
            assert_eq!(said(releases), "Ok(())");
        }
        assert!(said("{\"1.2.3\": \"sha384-old\"}").contains("Raise the version"));
        assert!(said("[]").contains("no list of versions"));
        assert_eq!(
            said(&read(&root().join(RELEASES)).unwrap_or_default()),
            "Ok(())"
        );
    }

    #[test]
    fn a_build_is_held_against_the_one_before() {
        let folder = target_dir().join(format!("xtask-dist-{}", std::process::id()));
        let name = "unstuck-a-0123456789abcdef.js";
        let put = |name: &str, text: &str| write(&folder.join(name), text);
        assert!(put(name, "one").is_ok() && put("embed.js", "shell").is_ok());
        let before = hashed(&folder).unwrap_or_default();
        assert_eq!(before.keys().collect::<Vec<_>>(), [name]);
        assert!(unchanged(&before, &folder).is_ok());
        assert!(put("unstuck-b.js", "").is_ok());
        assert!(said(unchanged(&before, &folder)).contains("unstuck-b.js has no hash"));
        assert!(put(name, "two").is_ok());
        assert!(said(unchanged(&before, &folder)).contains("another file in the build before"));
        let _ = fs::remove_dir_all(&folder);
    }

    #[test]
    fn what_is_packed_is_what_is_there() {
        let told = "[{ \"files\": [{ \"path\": \"a\" }, { \"path\": \"b\" }] }]";
        let said = |there: &str, ours: &str| said(whole(told, &[there.to_owned()], &[ours]));
        assert_eq!(said("a", "b"), "Ok(())");
        assert!(said("x", "a").contains("leaves out x"));
        assert!(said("a", "index.js").contains("leaves out index.js"));
    }
}
