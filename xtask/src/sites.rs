//! `cargo xtask sites`: the package for npm, installed from its tarball into real sites, which are built and driven.
//!
//! Belongs here: the order of things. Does not: how sites are installed and built (`tests/sites/build.mjs`), or what is looked
//! for in them (`tests/browser/sites.rs`).

use std::path::Path;

use anyhow::{Context, Result};

use crate::browsers::{self, Engine};
use crate::run::{cargo, node, output, program, root, run};
use crate::{publish, tools, trunk};

/// Builds these sites, all where none is named, and drives them in Chromium.
pub(crate) fn sites(wanted: &[String]) -> Result<()> {
    browsers::install(&[Engine::Chromium])?;
    on(wanted, &trunk::build_for_tests()?)
}

/// The same with a page that is built already, and a browser that is there.
pub(crate) fn on(wanted: &[String], page: &Path) -> Result<()> {
    let mut build = program(node("node")?);
    build.arg(root().join("tests/sites/build.mjs"));
    build
        .arg(publish::package(page)?)
        .arg(tools::sites_folder()?)
        .args(wanted);
    let told = output(&mut build)?;
    let built = told.lines().last().context("no site was built")?;
    run(cargo()
        .args(["test", "-p", "e2e", "--test", "browser", "--", "site::"])
        .env("UNSTUCK_SITES", built)
        .env("UNSTUCK_ENGINE", Engine::Chromium.to_string())
        .env("UNSTUCK_DRIVER", Engine::Chromium.driver()?)
        .env("UNSTUCK_DIST", page)
        .env("UNSTUCK_AXE", tools::axe()?))
}

#[cfg(test)]
mod tests {
    use crate::files::{names, read};
    use crate::run::root;

    /// What `docs/authors.md` says that was tried, with its versions.
    #[test]
    fn each_site_is_named_in_the_guide_for_authors() {
        let sources = root().join("tests/sites");
        let files = names(&sources).unwrap_or_default();
        let sites: Vec<&String> = files
            .iter()
            .filter(|name| name.ends_with("/site.json"))
            .collect();
        assert!(!sites.is_empty());
        let authors = read(&root().join("docs/authors.md")).unwrap_or_default();
        for site in sites {
            let about = read(&sources.join(site)).unwrap_or_default();
            let about: serde_json::Value = serde_json::from_str(&about).unwrap_or_default();
            let about = about["about"].as_str().unwrap_or("nothing");
            assert!(authors.contains(about), "{site}: {about}");
        }
    }
}
