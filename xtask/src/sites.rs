//! `cargo xtask sites`: the package for npm, installed from its tarball into real sites, which are built and driven.
//!
//! Belongs here: what is installed and built, and where. Does not: the sites' sources (see `tests/sites`), what is looked for in
//! them (see `tests/browser/sites.rs`).

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use crate::browsers::{self, Engine};
use crate::files::{bytes, copy, hash, names, read, write};
use crate::run::{cargo, output, root, run};
use crate::template::fill;
use crate::{publish, tools, trunk};

/// What a site says of itself: where the package's files go, where the built site lies, and the rest for the browser.
const ABOUT: &str = "site.json";

/// Builds these sites, all where none is named, and drives them in Chromium.
pub(crate) fn sites(wanted: &[String]) -> Result<()> {
    browsers::install(&[Engine::Chromium])?;
    on(wanted, &trunk::build_for_tests()?)
}

/// The same with a page that is built already, and a browser that is there.
pub(crate) fn on(wanted: &[String], page: &Path) -> Result<()> {
    let sources = root().join("tests").join("sites");
    let chosen = chosen(&names(&sources)?, wanted)?;
    let work = tools::sites_folder()?;
    let tarball = pack(&publish::package(page)?, &work)?;
    let mut built = Vec::new();
    for name in &chosen {
        println!(
            "\n== {name}: installed and built in {}",
            work.join(name).display()
        );
        let site = build(&sources.join(name), &work.join(name), &tarball)
            .with_context(|| format!("the site {name}"))?;
        built.push(site);
    }
    println!();
    let mut command = cargo();
    command.args(["test", "-p", "e2e", "--test", "browser", "--", "site::"]);
    command
        .env("UNSTUCK_SITES", serde_json::to_string(&built)?)
        .env("UNSTUCK_ENGINE", Engine::Chromium.name())
        .env("UNSTUCK_DRIVER", Engine::Chromium.driver()?)
        .env("UNSTUCK_DIST", page)
        .env(
            "UNSTUCK_AXE",
            tools::node_modules()?.join("axe-core/axe.min.js"),
        );
    run(&mut command)
}

/// The sites that are wanted, of all files under their folder.
fn chosen(files: &[String], wanted: &[String]) -> Result<Vec<String>> {
    let of = |file: &String| Some(file.strip_suffix(ABOUT)?.strip_suffix('/')?.to_owned());
    let all: Vec<String> = files.iter().filter_map(of).collect();
    if let Some(unknown) = wanted.iter().find(|name| !all.contains(name)) {
        bail!("there is no site {unknown}; there are {}", all.join(", "));
    }
    let take = |name: &String| wanted.is_empty() || wanted.contains(name);
    Ok(all.into_iter().filter(take).collect())
}

/// Packs the package as npm publishes it, under a name that follows what it holds: npm takes a known name for known content.
fn pack(package: &Path, to: &Path) -> Result<PathBuf> {
    fs::create_dir_all(to).with_context(|| format!("could not make {}", to.display()))?;
    let told = output(
        tools::npm()?
            .args(["pack", "--json", "--ignore-scripts", "--offline"])
            .arg("--pack-destination")
            .arg(to)
            .current_dir(package),
    )?;
    let told: Value = serde_json::from_str(&told).context("npm pack said what is no JSON")?;
    let first = told.get(0).or_else(|| told.as_object()?.values().next());
    let name = first.and_then(|package| package["filename"].as_str());
    let packed = to.join(name.context("npm pack names no file")?);
    let tarball = to.join(format!("unstuck-guide-{}.tgz", hash(&bytes(&packed)?)));
    fs::rename(&packed, &tarball).context("could not rename the tarball")?;
    Ok(tarball)
}

/// Installs and builds one site; gives what the browser tests are to know of it.
fn build(source: &Path, work: &Path, tarball: &Path) -> Result<Value> {
    let about: Value = serde_json::from_str(&read(&source.join(ABOUT))?).context(ABOUT)?;
    let text = |name: &str| {
        about[name]
            .as_str()
            .with_context(|| format!("{ABOUT} says no {name}"))
    };
    let out = work.join(text("out")?);
    // What an earlier run left must not pass for this one's; node_modules may.
    for entry in fs::read_dir(work).into_iter().flatten().flatten() {
        let path = entry.path();
        let keep = ["node_modules", "package-lock.json"];
        if !keep.iter().any(|name| path.ends_with(name)) {
            let gone = if path.is_dir() {
                fs::remove_dir_all(&path)
            } else {
                fs::remove_file(&path)
            };
            gone.with_context(|| format!("could not remove {}", path.display()))?;
        }
    }
    for name in names(source)? {
        copy(&source.join(&name), &work.join(&name))?;
    }
    let package = fill(
        &read(&source.join("package.json"))?,
        &[(
            "__UNSTUCK_PACKAGE__",
            &format!("file:{}", tarball.display()),
        )],
    )?;
    write(&work.join("package.json"), &package)?;
    let install = [
        "install",
        "--prefer-offline",
        "--no-audit",
        "--no-fund",
        "--loglevel",
        "error",
    ];
    run(tools::npm()?.args(install).current_dir(work))
        .context("an install failed. Is this machine online? Then run the same command again")?;
    let files = work
        .join("node_modules")
        .join("unstuck-guide")
        .join("files");
    for name in names(&files)? {
        copy(&files.join(&name), &work.join(text("files")?).join(&name))?;
    }
    let mut command = tools::npm()?;
    command.args(["run", "build"]).current_dir(work);
    // No counting of who builds.
    command.env("ASTRO_TELEMETRY_DISABLED", "1");
    run(&mut command)?;
    Ok(json!({
        "name": work.file_name().unwrap_or_default().to_string_lossy(),
        "root": out,
        "page": text("page")?,
        "away": text("away")?,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sites_go_by_name() {
        let list = |names: &[&str]| {
            names
                .iter()
                .map(|name| (*name).to_owned())
                .collect::<Vec<_>>()
        };
        let files = list(&[
            "a/site.json",
            "a/x/site.js",
            "b/package.json",
            "b/site.json",
        ]);
        assert_eq!(chosen(&files, &[]).unwrap_or_default(), ["a", "b"]);
        assert_eq!(chosen(&files, &list(&["b"])).unwrap_or_default(), ["b"]);
        let said = format!("{:?}", chosen(&files, &list(&["c"])));
        assert!(
            said.contains("no site c") && said.contains("a, b"),
            "{said}"
        );
    }

    /// What `docs/authors.md` says that was tried, with its versions.
    #[test]
    fn each_site_is_named_in_the_guide_for_authors() {
        let sources = root().join("tests").join("sites");
        let all = names(&sources).and_then(|names| chosen(&names, &[]));
        let authors = read(&root().join("docs").join("authors.md")).unwrap_or_default();
        let all = all.unwrap_or_default();
        assert!(!all.is_empty());
        for name in all {
            let about = read(&sources.join(&name).join(ABOUT)).unwrap_or_default();
            let about: Value = serde_json::from_str(&about).unwrap_or_default();
            let about = about["about"].as_str().unwrap_or("nothing");
            assert!(authors.contains(about), "{name}: {about}");
        }
    }
}
