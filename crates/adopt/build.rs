//! Finds the word lists: each folder of `data/` is a language, each file in it a list.
//!
//! Belongs here: their names and places. Does not: what is in them (see `src/word_lists.rs`).

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let root = env::var("CARGO_MANIFEST_DIR")?;
    let data = Path::new(&root).join("data");
    println!("cargo:rerun-if-changed={}", data.display());
    let mut out = String::from("&[\n");
    for folder in sorted(&data)?.iter().filter(|path| path.is_dir()) {
        let language = name(folder);
        for file in sorted(folder)? {
            let list = file.file_stem().unwrap_or_default().to_string_lossy();
            let text = fs::read_to_string(&file)?;
            // Comments are for who writes the lists; readers would wait for them.
            let kept = text
                .lines()
                .filter(|line| !line.is_empty() && !line.starts_with('#'));
            let text = kept.collect::<Vec<_>>().join("\n");
            writeln!(out, "({language:?}, {list:?}, {text:?}),")?;
        }
    }
    out.push(']');
    fs::write(Path::new(&env::var("OUT_DIR")?).join("word_lists.rs"), out)?;
    Ok(())
}

fn name(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

/// What a folder holds, in the same order on every machine.
fn sorted(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let entries = fs::read_dir(folder)?.map(|entry| Ok(entry?.path()));
    let mut paths = entries.collect::<Result<Vec<_>, std::io::Error>>()?;
    paths.sort();
    Ok(paths)
}
