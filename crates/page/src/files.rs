//! Files: read, written, listed and named, with errors that say which.
//!
//! Belongs here: what every module does with files. Does not: what is in them.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256, Sha384};
use walkdir::WalkDir;

/// Reads a text.
pub fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("could not read {}", path.display()))
}

/// Reads bytes.
pub fn bytes(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("could not read {}", path.display()))
}

/// Writes a file, creating its folders.
pub fn write(path: &Path, text: &str) -> Result<()> {
    let made = path.parent().map_or(Ok(()), fs::create_dir_all);
    made.and_then(|()| fs::write(path, text))
        .with_context(|| format!("could not write {}", path.display()))
}

/// Copies a file, and makes the folders that it is to lie in.
pub fn copy(from: &Path, to: &Path) -> Result<()> {
    let made = to.parent().map_or(Ok(()), fs::create_dir_all);
    made.and_then(|()| fs::copy(from, to))
        .with_context(|| format!("could not copy {} to {}", from.display(), to.display()))?;
    Ok(())
}

/// Removes a folder with all that it holds, where it is there.
pub fn remove_dir(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)
            .with_context(|| format!("could not remove {}", folder.display()))?;
    }
    Ok(())
}

/// The names of the files in a folder and the folders in it, as a page would name them; sorted.
pub fn names(folder: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in WalkDir::new(folder) {
        let entry = entry?;
        if entry.file_type().is_file() {
            let name = entry.path().strip_prefix(folder)?.to_string_lossy();
            names.push(name.replace('\\', "/"));
        }
    }
    names.sort();
    Ok(names)
}

/// The value of the attribute `integrity` for a file of these bytes.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

/// The SHA-256 in base64, by which the worker knows a file and a policy (CSP) a text of the page.
pub fn sha256(bytes: &[u8]) -> String {
    STANDARD.encode(Sha256::digest(bytes))
}

/// The hash in a file's name: 16 hexadecimal digits of the SHA-256 of what it holds.
pub fn hash(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().take(8).map(|b| format!("{b:02x}")).collect()
}

/// A file's name without its hash, so that two builds can be compared.
pub fn without_hash(name: &str) -> String {
    let hash = |part: &str| part.len() == 16 && part.bytes().all(|b| b.is_ascii_hexdigit());
    name.rsplit_once('-')
        .and_then(|(stem, end)| {
            let (part, end) = end.split_at_checked(16)?;
            hash(part).then(|| format!("{stem}{end}"))
        })
        .unwrap_or_else(|| name.to_owned())
}

/// The shell's copy that never changes once its version is released: a page can hold it to its integrity value.
pub fn pinned_shell() -> String {
    format!("embed-{}.js", env!("CARGO_PKG_VERSION"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_integrity_value_is_that_of_the_standard() {
        // FIPS 180: the digest of "abc", in base64.
        assert_eq!(
            integrity(b"abc"),
            "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn"
        );
    }

    #[test]
    fn only_a_hash_is_removed() {
        let cleaned = "unstuck-widget-0123456789abcdef_bg.wasm";
        assert_eq!(without_hash(cleaned), "unstuck-widget_bg.wasm");
        for name in ["embed.js", "long-enough-but-no-hash-at-all.js"] {
            assert_eq!(without_hash(name), name);
        }
    }
}
