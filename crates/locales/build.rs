//! Lists the files of `locales/`, so that a new language is one file and nothing else.

use std::error::Error;
use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../../locales");
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut languages = Vec::new();
    for entry in fs::read_dir(&folder)? {
        let name = entry?.file_name();
        if let Some(lang) = name.to_string_lossy().strip_suffix(".json") {
            languages.push(lang.to_owned());
        }
    }
    // English first: every other file is held to it.
    languages.sort_by_key(|lang| (lang != "en", lang.clone()));
    let mut list = String::from("&[\n");
    for lang in languages {
        let path = folder.join(format!("{lang}.json"));
        writeln!(list, "    ({lang:?}, include_str!({path:?})),")?;
    }
    list.push(']');
    fs::write(Path::new(&env::var("OUT_DIR")?).join("files.rs"), list)?;
    Ok(())
}
