//! The last of each build: files are named after what they hold, and whoever loads one knows its integrity value.
//!
//! Belongs here: final names, and the hashes of final bytes. Does not: what is in the files (see `page`).
//! From the last file that is loaded to the first: each holds the values of those that it loads.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha384};

use crate::page::{module, names, read, write};

/// Where the value of a file goes: this, its name without the hash, two underscores.
const TOKEN: &str = "__SHA384_";

/// The value of `integrity` for a file of these bytes.
pub(crate) fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

/// A name that holds a hash of what is in the file.
pub(crate) fn named_after(stem: &str, end: &str, bytes: &[u8]) -> String {
    format!("{stem}-{}.{end}", short(&Sha384::digest(bytes)))
}

fn short(digest: &[u8]) -> String {
    let bytes = digest.iter().take(8);
    bytes.map(|byte| format!("{byte:02x}")).collect()
}

/// Names the files of these modules after what they hold and fills in the values, the modules in this order: what another
/// one loads comes before it. A module is a script and its WebAssembly, or a script alone.
pub(crate) fn seal(folder: &Path, modules: &[&str]) -> Result<()> {
    for which in modules {
        let names = names(folder)?;
        let alone = |name: &&String| name.starts_with(which) && name.ends_with(".js");
        let pair = names
            .iter()
            .any(|name| name.starts_with(which) && name.ends_with("_bg.wasm"));
        let (js, code) = if pair {
            let (js, wasm) = module(&names, which)?;
            let code = bytes(&folder.join(&wasm))?;
            in_all(
                folder,
                &format!("{TOKEN}{which}_bg.wasm__"),
                &integrity(&code),
            )?;
            (js, code)
        } else {
            let js = names.iter().find(alone);
            (
                js.with_context(|| format!("the build made no {which}"))?
                    .clone(),
                Vec::new(),
            )
        };
        let glue = bytes(&folder.join(&js))?;
        let old = js.trim_end_matches(".js");
        // Without a hash it could not be told from other words.
        if old.len() < which.len() + 9 {
            bail!("{js} has no hash in its name");
        }
        let both = Sha384::new().chain_update(&code).chain_update(&glue);
        let new = format!("{which}-{}", short(&both.finalize()));
        let ends: &[&str] = if pair { &[".js", "_bg.wasm"] } else { &[".js"] };
        for end in ends {
            fs::rename(
                folder.join(format!("{old}{end}")),
                folder.join(format!("{new}{end}")),
            )
            .with_context(|| format!("could not rename {old}{end}"))?;
        }
        in_all(folder, old, &new)?;
        let glue = bytes(&folder.join(format!("{new}.js")))?;
        in_all(folder, &format!("{TOKEN}{which}.js__"), &integrity(&glue))?;
    }
    for (name, text) in texts(folder)? {
        if let Some(at) = text.find(TOKEN) {
            let token: String = text[at..].chars().take(50).collect();
            bail!("{name}: no module is called as in {token}");
        }
    }
    Ok(())
}

fn bytes(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("could not read {}", path.display()))
}

/// The scripts and pages, which name what they load.
fn texts(folder: &Path) -> Result<Vec<(String, String)>> {
    let ends = |name: &String| {
        let end = Path::new(name).extension();
        end.is_some_and(|end| end == "js" || end == "html")
    };
    let mut texts = Vec::new();
    for name in names(folder)?.into_iter().filter(ends) {
        let text = read(&folder.join(&name))?;
        texts.push((name, text));
    }
    Ok(texts)
}

fn in_all(folder: &Path, from: &str, to: &str) -> Result<()> {
    let mut found = false;
    for (name, text) in texts(folder)? {
        if text.contains(from) {
            found = true;
            write(&folder.join(name), &text.replace(from, to))?;
        }
    }
    if !found {
        bail!("no script holds {from}");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_value_is_that_of_the_standard() {
        // FIPS 180: the digest of "abc", in base64.
        assert_eq!(
            integrity(b"abc"),
            "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn"
        );
    }

    #[test]
    fn names_and_values_follow_what_the_files_hold() {
        let folder = crate::run::target_dir().join(format!("xtask-seal-{}", std::process::id()));
        let built = |style: &str| -> Result<(String, String)> {
            let _ = fs::remove_dir_all(&folder);
            fs::create_dir_all(&folder)?;
            let put = |name: &str, text: &str| write(&folder.join(name), text);
            put(
                "b-0000000000000000.js",
                &format!("{style} __SHA384_b_bg.wasm__"),
            )?;
            put("b-0000000000000000_bg.wasm", "code")?;
            put(
                "a-0000000000000000.js",
                "b-0000000000000000.js __SHA384_b.js__ __SHA384_a_bg.wasm__",
            )?;
            put("a-0000000000000000_bg.wasm", "more")?;
            put("embed.js", "a-0000000000000000.js __SHA384_a.js__")?;
            seal(&folder, &["b", "a"])?;
            let names = names(&folder)?;
            let b = names
                .iter()
                .find(|name| name.starts_with("b-") && name.ends_with(".js"));
            Ok((
                b.cloned().unwrap_or_default(),
                read(&folder.join("embed.js"))?,
            ))
        };
        let (b, embed) = built("one").unwrap_or_default();
        let name = embed.split(' ').next().unwrap_or_default();
        let a = fs::read(folder.join(name)).unwrap_or_default();
        assert_eq!(embed, format!("{name} {}", integrity(&a)));
        let a = String::from_utf8_lossy(&a).into_owned();
        assert!(a.starts_with(&b) && a.ends_with(&integrity(b"more")), "{a}");
        // What changed at the end of the chain changes all the names before it.
        let (other_b, other) = built("two").unwrap_or_default();
        assert!(b.len() == 21 && other_b.len() == 21 && b != other_b);
        assert!(!other.starts_with(name));
        let _ = fs::remove_dir_all(&folder);
    }

    /// Whatever changes between two builds, no two files of one hashed name differ.
    #[test]
    fn a_hashed_name_is_one_file() {
        let folder = crate::run::target_dir().join(format!("xtask-names-{}", std::process::id()));
        let sources = [
            ("b-0000000000000000.js", "B __SHA384_b_bg.wasm__"),
            ("b-0000000000000000_bg.wasm", "code"),
            (
                "a-0000000000000000.js",
                "b-0000000000000000.js __SHA384_b.js__ __SHA384_a_bg.wasm__",
            ),
            ("a-0000000000000000_bg.wasm", "more"),
            (
                "embed.js",
                "a-0000000000000000.js __SHA384_a.js__ b-0000000000000000.js",
            ),
        ];
        let mut seen = std::collections::BTreeMap::new();
        // Each source changed by itself, and none; each twice.
        for build in 0..2 * (sources.len() + 1) {
            let _ = fs::remove_dir_all(&folder);
            assert!(fs::create_dir_all(&folder).is_ok());
            for (place, (name, text)) in sources.iter().enumerate() {
                let changed = if place == build / 2 { " changed" } else { "" };
                assert!(write(&folder.join(name), &format!("{text}{changed}")).is_ok());
            }
            assert!(seal(&folder, &["b", "a"]).is_ok());
            let files = names(&folder).unwrap_or_default();
            for name in files.into_iter().filter(|name| name != "embed.js") {
                let now = fs::read(folder.join(&name)).unwrap_or_default();
                let first = seen.entry(name.clone()).or_insert_with(|| now.clone());
                assert!(*first == now, "{name} is two files");
            }
        }
        // Of b three pairs, of a five: with each change of its own and of what it loads.
        assert_eq!(seen.len(), 2 * (3 + 5));
        let _ = fs::remove_dir_all(&folder);
    }

    #[test]
    fn a_token_that_no_module_fills_is_named() {
        let folder = crate::run::target_dir().join(format!("xtask-token-{}", std::process::id()));
        let made = fs::create_dir_all(&folder).is_ok()
            && write(&folder.join("embed.js"), "x __SHA384_c.js__").is_ok();
        assert!(made);
        let said = format!("{:?}", seal(&folder, &[]));
        assert!(
            said.contains("embed.js") && said.contains("__SHA384_c.js__"),
            "{said}"
        );
        let _ = fs::remove_dir_all(&folder);
    }
}
