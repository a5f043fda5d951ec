//! The oldest Rust that `Cargo.toml` claims to be enough (`rust-version`).
//!
//! Belongs here: how that is held. Does not: which version it is. What our own code calls is held by clippy, which knows when
//! each item of the standard library came (`incompatible_msrv`, in the stage `lint`).

use anyhow::{Result, bail};
use serde_json::Value;

use crate::run::{cargo, output, program, run, target_dir};

/// Fails where a dependency asks for more than is claimed, or where the workspace does not build with that version, which
/// rustup brings.
pub(crate) fn check() -> Result<()> {
    let claimed = env!("CARGO_PKG_RUST_VERSION");
    let metadata = output(cargo().args(["metadata", "--format-version", "1", "--locked"]))?;
    let metadata: Value = serde_json::from_str(&metadata)?;
    for package in metadata["packages"].as_array().into_iter().flatten() {
        let asked = package["rust_version"].as_str().unwrap_or("1");
        if numbers(asked) > numbers(claimed) {
            let name = &package["name"];
            bail!("{name} asks for Rust {asked}, and {claimed} is claimed");
        }
    }
    let rustup = |words: &[&str]| {
        let mut command = program("rustup");
        // Those of the cargo that runs this program.
        command.env_remove("CARGO").env_remove("RUSTUP_TOOLCHAIN");
        command.args(words);
        command
    };
    if output(&mut rustup(&["run", claimed, "cargo", "--version"])).is_err() {
        let install = ["toolchain", "install", claimed, "--profile", "minimal"];
        println!("rustup {}: seconds, once.", install.join(" "));
        if let Err(error) = run(&mut rustup(&install)) {
            println!("Going on without a build with Rust {claimed}. {error:#}");
            return Ok(());
        }
    }
    let check = ["run", claimed, "cargo", "check", "--workspace", "--locked"];
    run(rustup(&check).env("CARGO_TARGET_DIR", target_dir().join("msrv")))
}

/// A version as numbers, to compare.
fn numbers(version: &str) -> Vec<u32> {
    let parts = version.split('.').map(|part| part.parse().unwrap_or(0));
    let mut numbers: Vec<u32> = parts.collect();
    numbers.resize(3, 0);
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_compare_as_numbers() {
        assert!(numbers("1.9") < numbers("1.10") && numbers("1.90.1") > numbers("1.90"));
        assert!(numbers("1.88.0") == numbers("1.88"));
    }
}
