//! The page is built once more, from a copy of the checkout in another, longer folder with nothing compiled, and every file is
//! byte for byte the same. `cargo xtask test --full` runs it with the page in `UNSTUCK_DIST`.
//!
//! Belongs here: what differs, by name. Does not: how the page is built (xtask).
#![allow(missing_docs, reason = "a program, not a library")]

use std::collections::BTreeMap;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::{env, fs};

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

fn main() -> ExitCode {
    match compare() {
        Ok(files) => {
            println!(
                "both builds have the same {files} files\ntest result: ok. 1 passed; 0 failed; 0 ignored"
            );
            ExitCode::SUCCESS
        }
        Err(error) => {
            println!("{error}\ntest result: FAILED. 0 passed; 1 failed; 0 ignored");
            ExitCode::FAILURE
        }
    }
}

/// How many files are the same.
fn compare() -> Outcome<usize> {
    let page = env::var_os("UNSTUCK_DIST").ok_or("UNSTUCK_DIST is not set")?;
    let first = files(Path::new(&page))?;
    let copy = Path::new(env!("CARGO_TARGET_TMPDIR")).join("built-again/in/a/longer/folder");
    if copy.exists() {
        fs::remove_dir_all(&copy)?;
    }
    copy_checkout(&copy)?;
    println!(
        "Building the page again in {}: some minutes.",
        copy.display()
    );
    let mut build = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    build
        .args(["xtask", "build", "--out", "page"])
        .current_dir(&copy);
    // Its own folder, and nothing that this program's cargo told it of this checkout.
    let own = |name: &str| name.starts_with("CARGO_") && name != "CARGO_HOME";
    for (name, _) in env::vars().filter(|(name, _)| own(name)) {
        build.env_remove(name);
    }
    if !build.status()?.success() {
        return Err("the second build failed, see above".into());
    }
    let second = files(&copy.join("page"))?;
    let differ: Vec<_> = first
        .keys()
        .chain(second.keys())
        .filter(|name| first.get(*name) != second.get(*name))
        .map(String::as_str)
        .collect();
    if first.is_empty() || !differ.is_empty() {
        return Err(format!("not the same in both builds: {}", differ.join(", ")).into());
    }
    fs::remove_dir_all(&copy)?;
    Ok(first.len())
}

/// Copies what is or may become part of the repository, as it is now.
fn copy_checkout(copy: &Path) -> Outcome {
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
        let (from, to) = (root.join(name), copy.join(name));
        // What is deleted and not committed yet is still on the list.
        if from.exists() {
            fs::create_dir_all(to.parent().unwrap_or(copy))?;
            fs::copy(&from, &to)?;
        }
    }
    Ok(())
}

/// All files of a folder, by the path in it.
fn files(folder: &Path) -> Outcome<BTreeMap<String, Vec<u8>>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![PathBuf::new()];
    while let Some(inner) = folders.pop() {
        for entry in fs::read_dir(folder.join(&inner))? {
            let entry = entry?;
            let path = inner.join(entry.file_name());
            if entry.file_type()?.is_dir() {
                folders.push(path);
            } else {
                found.insert(path.display().to_string(), fs::read(entry.path())?);
            }
        }
    }
    Ok(found)
}
