//! `cargo xtask dist`: what others build upon, beside the page: types, the element's manifest, the tag to paste, the package
//! for npm.
//!
//! Belongs here: what is published, and where. Does not: the build of the page itself (see `page`).

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::api::{MANIFEST, TYPES};
use crate::run::{node_script, output, root, run, target_dir};
use crate::{tools, trunk};
use unstuck_page::files::{
    bytes, copy, integrity, names, pinned_shell, read, remove_dir, without_hash, write,
};
use unstuck_page::template::fill;

const PAGE_MANIFEST: &str = "custom-elements.json";
/// The integrity values of the released copies of the shell, by version. A line for each release is added when it is made.
const RELEASES: &str = "releases.json";
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Builds all that is published, and says what to do with it.
pub(crate) fn dist(dist: &Path, offline: bool) -> Result<()> {
    let before = hashed(dist)?;
    trunk::build(dist, offline)?;
    // Named after `embed.js`: hosts keep `unstuck-*` for a year.
    copy(&root().join(TYPES), &dist.join("embed.d.ts"))?;
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
    let mut hashed = BTreeMap::new();
    if dist.exists() {
        for name in names(dist)?
            .into_iter()
            .filter(|name| without_hash(name) != *name)
        {
            let value = integrity(&bytes(&dist.join(&name))?);
            hashed.insert(name, value);
        }
    }
    Ok(hashed)
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

/// Assembles the package of a built page and has npm check it. Returns its folder.
pub(crate) fn package(dist: &Path) -> Result<PathBuf> {
    let folder = target_dir().join("npm/unstuck-guide");
    remove_dir(&folder)?;
    let ours = ["embed.js", &pinned_shell(), "unstuck-", "guides/"];
    for name in names(dist)? {
        if ours.iter().any(|start| name.starts_with(start)) {
            copy(&dist.join(&name), &folder.join("files").join(&name))?;
        }
    }
    for (from, to) in [
        (TYPES, "index.d.ts"),
        ("web/npm/README.md", "README.md"),
        ("LICENSE-APACHE", "LICENSE-APACHE"),
        ("LICENSE-MIT", "LICENSE-MIT"),
    ] {
        copy(&root().join(from), &folder.join(to))?;
    }
    // What is for authors, not decisions or pictures.
    let docs = names(&root().join("docs"))?.into_iter();
    for name in docs.filter(|name| name.ends_with(".md") && !name.contains('/')) {
        let name = format!("docs/{name}");
        copy(&root().join(&name), &folder.join(name))?;
    }
    let manifest = read(&root().join(MANIFEST))?.replace("\"embed.js\"", "\"files/embed.js\"");
    write(&folder.join(PAGE_MANIFEST), &manifest)?;
    let package = read(&root().join("web/npm/package.json"))?;
    let package = fill(&package, &[("__UNSTUCK_VERSION__", VERSION)])?;
    write(&folder.join("package.json"), &package)?;
    let module = folder.join("index.js");
    run(node_script("web/build.mjs")?.arg("--package").arg(module))?;
    // It names no files, so npm packs all that lies in the folder. This holds it to what npm asks of a package.
    let mut npm = tools::npm()?;
    npm.args(["pack", "--dry-run", "--ignore-scripts", "--offline"]);
    output(npm.current_dir(&folder))?;
    Ok(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said<T: std::fmt::Debug>(result: Result<T>) -> String {
        format!("{result:?}")
    }

    #[test]
    fn a_released_shell_never_changes() {
        let said = |releases: &str| said(as_released(releases, "1.2.3", "sha384-new"));
        let released = "{\"1.2.2\": \"sha384-old\", \"1.2.3\": \"sha384-new\"}";
        assert_eq!(said(released), "Ok(())");
        assert!(said("{\"1.2.3\": \"sha384-old\"}").contains("Raise the version"));
        assert!(said("[]").contains("no list of versions"));
        let ours = read(&root().join(RELEASES)).unwrap_or_default();
        assert_eq!(said(&ours), "Ok(())");
    }

    #[test]
    fn a_build_is_compared_with_the_previous_one() {
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
        assert!(remove_dir(&folder).is_ok());
    }
}
