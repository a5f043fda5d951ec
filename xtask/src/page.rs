//! The last step of each build of the page, as Trunk's hook: what Trunk cannot do itself.
//!
//! Belongs here: the order of things. Does not: the build before it (see `trunk`), scripts, styles and the hashes in their names
//! (`web/build.mjs`), or how pages are filled in (`crates/page`).

use std::env;
use std::path::PathBuf;

use anyhow::{Context, Result};
use unstuck_page::Report;
use unstuck_page::files::read;
use unstuck_page::guides::{self, Source};

use crate::accessibility;
use crate::run::{node_script, root, run, target_dir};
use crate::tools;

/// Tells the build, through Trunk, that the page is to come without a worker: any value.
pub(crate) const NO_OFFLINE: &str = "UNSTUCK_NO_OFFLINE";

/// Finishes the page in the folder that Trunk names.
pub(crate) fn finish() -> Result<()> {
    let folder = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let folder = folder.context("this is Trunk's hook; `cargo xtask build` builds the page")?;
    let guides = guides::all(&root().join("guides"))?;
    guides::publish(&guides, &folder)?;
    tools::node_modules()?;
    run(node_script("gallery/build.mjs")?.arg(&folder)).context("the gallery was not built")?;
    let names: Vec<String> = guides.iter().map(Source::name).collect();
    let mut build = node_script("web/build.mjs")?;
    build
        .arg(&folder)
        .env("UNSTUCK_VERSION", env!("CARGO_PKG_VERSION"))
        .env("UNSTUCK_GUIDES", serde_json::to_string(&names)?);
    run(&mut build).context("the scripts and styles could not be built")?;
    // The browser tests put what removes a worker in the worker's place.
    let removal = env::var_os(NO_OFFLINE).is_none().then(target_dir);
    let [words, machines] = accessibility::FILES.map(|name| read(&root().join(name)));
    let (words, machines) = (&*words?, &*machines?);
    let report = Report { words, machines };
    unstuck_page::finish(&folder, &guides, &report, removal.as_deref())
}
