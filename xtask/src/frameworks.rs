//! The pages of React, Vue and Svelte that the browser tests put the element into (`tests/browser/frameworks`).
//!
//! Belongs here: how they are bundled. Does not: what is in them, or what is tested there.

use std::path::PathBuf;

use anyhow::{Context, Result, anyhow};

use crate::run::{program, root, run, target_dir};
use crate::tools;

/// Bundles them and gives the folder with a script for each.
pub(crate) fn build() -> Result<PathBuf> {
    let folders = tools::frameworks()?;
    let node = which::which("node")
        .map_err(|_| anyhow!("node was not found: install Node.js (18 or later) and try again"))?;
    let out = target_dir().join("frameworks");
    run(program(node)
        .arg(root().join("tests/browser/frameworks/build.mjs"))
        .arg(&out)
        .args(&folders))
    .context("the pages of React, Vue and Svelte could not be bundled")?;
    Ok(out)
}
