//! The oldest Rust that `Cargo.toml` claims to be enough (`rust-version`).
//!
//! Belongs here: how that is held. Does not: which version it is.

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::run::{cargo, output, program, run, target_dir};

/// Fails where the claim is wrong: a dependency asks for more, or our own code uses what came later. It is built by that very
/// version where rustup has it.
pub(crate) fn check() -> Result<()> {
    let claimed = env!("CARGO_PKG_RUST_VERSION");
    let metadata = output(cargo().args(["metadata", "--format-version", "1", "--locked"]))?;
    let metadata: Value = serde_json::from_str(&metadata).context("cargo metadata")?;
    let packages = metadata["packages"].as_array().into_iter().flatten();
    for package in packages {
        let (name, asked) = (&package["name"], package["rust_version"].as_str());
        if asked.is_some_and(|asked| numbers(asked) > numbers(claimed)) {
            bail!(
                "{name} asks for Rust {}, and {claimed} is claimed",
                asked.unwrap_or_default()
            );
        }
    }
    // Clippy knows when each item of the standard library came; it reads the claim from Cargo.toml.
    run(cargo().args([
        "clippy",
        "--workspace",
        "--all-targets",
        "--",
        "-D",
        "clippy::incompatible_msrv",
    ]))?;
    let toolchain = which::which("rustup").is_ok_and(|rustup| {
        output(program(rustup).args(["run", claimed, "rustc", "--version"])).is_ok()
    });
    if !toolchain {
        println!(
            "Rust {claimed} is not installed (`rustup toolchain install {claimed}`): what dependencies ask for and what our code \
             calls was checked, no more"
        );
        return Ok(());
    }
    run(program("rustup")
        .args(["run", claimed, "cargo", "check", "--workspace", "--locked"])
        .env("CARGO_TARGET_DIR", target_dir().join("msrv"))
        // That of the cargo that runs this program.
        .env_remove("CARGO")
        .env_remove("RUSTC")
        .env_remove("RUSTUP_TOOLCHAIN"))
}

/// A version as numbers, to compare.
fn numbers(version: &str) -> Vec<u32> {
    let mut numbers: Vec<u32> = version
        .split('.')
        .filter_map(|part| part.parse().ok())
        .collect();
    numbers.resize(3, 0);
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_compare_as_numbers() {
        assert!(numbers("1.9") < numbers("1.10"));
        assert!(numbers("1.88.0") == numbers("1.88"));
        assert!(numbers("1.90.1") > numbers("1.90"));
    }
}
