//! The pages of React, Vue and Svelte that the browser tests put the element into (`tests/browser/frameworks`).
//!
//! Belongs here: how they are bundled. Does not: what is in them, or what is tested there.

use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::files::node_script;
use crate::run::{root, target_dir};
use crate::tools;

/// Bundles them and gives the folder with a script for each.
pub(crate) fn build() -> Result<PathBuf> {
    tools::node_modules()?;
    let out = target_dir().join("frameworks");
    node_script(
        "tests/browser/frameworks/build.mjs",
        &[&out, &root().join("web")],
        &[],
    )
    .context("the pages of React, Vue and Svelte could not be bundled")?;
    Ok(out)
}
