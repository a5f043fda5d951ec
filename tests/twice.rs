//! The page is built once more, from a copy of the checkout in another, longer folder with nothing compiled, and every file is
//! byte for byte the same. `cargo xtask test --full` runs it with the page in `UNSTUCK_DIST`.
//!
//! Belongs here: what differs, by name. Does not: how the page is built (xtask).
#![allow(missing_docs, reason = "a program, not a library")]

use std::collections::BTreeMap;
use std::env;
use std::path::Path;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result, bail};
use unstuck_page::files::{bytes, copy, names, remove_dir};

fn main() -> ExitCode {
    match compare() {
        Ok(files) => {
            println!(
                "both builds have the same {files} files\ntest result: ok. 1 passed; 0 failed; 0 ignored"
            );
            ExitCode::SUCCESS
        }
        Err(error) => {
            println!("{error:#}\ntest result: FAILED. 0 passed; 1 failed; 0 ignored");
            ExitCode::FAILURE
        }
    }
}

/// How many files are the same.
fn compare() -> Result<usize> {
    let page = env::var_os("UNSTUCK_DIST").context("UNSTUCK_DIST is not set")?;
    let first = contents(Path::new(&page))?;
    let again = Path::new(env!("CARGO_TARGET_TMPDIR")).join("built-again/in/a/longer/folder");
    remove_dir(&again)?;
    copy_checkout(&again)?;
    println!(
        "Building the page again in {}: some minutes.",
        again.display()
    );
    let mut build = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    build
        .args(["xtask", "build", "--out", "page"])
        .current_dir(&again);
    // Its own folder, and nothing that this program's cargo told it of this checkout.
    let own = |name: &str| name.starts_with("CARGO_") && name != "CARGO_HOME";
    for (name, _) in env::vars().filter(|(name, _)| own(name)) {
        build.env_remove(name);
    }
    if !build.status()?.success() {
        bail!("the second build failed, see above");
    }
    let second = contents(&again.join("page"))?;
    let differ: Vec<_> = first
        .keys()
        .chain(second.keys())
        .filter(|name| first.get(*name) != second.get(*name))
        .map(String::as_str)
        .collect();
    if first.is_empty() || !differ.is_empty() {
        bail!("not the same in both builds: {}", differ.join(", "));
    }
    remove_dir(&again)?;
    Ok(first.len())
}

/// Copies what is or may become part of the repository, as it is now.
fn copy_checkout(to: &Path) -> Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let list = Command::new("git")
        .args([
            "ls-files",
            "-z",
            "--cached",
            "--others",
            "--exclude-standard",
        ])
        .current_dir(&root)
        .output()?;
    for name in String::from_utf8(list.stdout)?.split_terminator('\0') {
        let from = root.join(name);
        // What is deleted and not committed yet is still on the list.
        if from.exists() {
            copy(&from, &to.join(name))?;
        }
    }
    Ok(())
}

/// All files of a folder, by their names in it.
fn contents(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>> {
    let all = names(folder)?.into_iter();
    all.map(|name| Ok((name.clone(), bytes(&folder.join(&name))?)))
        .collect()
}
