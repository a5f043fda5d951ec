//! Rust's standard library built anew for the widget: for size, and with panics that stop at once. It takes about 11 KB
//! off what a reader loads.
//!
//! Belongs here: how Trunk's call of cargo is made to do that. Trunk has no option for it, and cargo's own settings would
//! reach every build that Trunk starts, its hook's too. So Trunk is given a `cargo` that stands before the real one on
//! the search path: this very program under that name. It adds the flags where the build is for WebAssembly and hands
//! over. Plain `trunk build` goes without and works the same.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, ExitStatus};

use anyhow::{Context, Result};

use crate::run::target_dir;
use crate::unreached;

/// Where the real cargo is; set for Trunk alone.
const CARGO: &str = "UNSTUCK_CARGO";

/// What makes the library small. The flags are unstable; `RUSTC_BOOTSTRAP` lets a stable compiler take them.
const CARGO_FLAGS: [&str; 4] = [
    "-Z",
    "build-std=std,panic_abort",
    "-Z",
    "build-std-features=optimize_for_size",
];
/// The same for the compiler: a panic is a trap, without words, places and the code that would print them. The shell
/// notices the trap.
pub(crate) const RUST_FLAGS: &str =
    "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none";

/// For the widget itself, when it is linked with all that it uses: little is inlined, or it stands there many times. The
/// readers come out larger with these.
const WIDGET_FLAGS: [&str; 4] = [
    "--",
    "-Copt-level=2",
    "-Cllvm-args=-inline-threshold=10",
    "-Cllvm-args=-enable-newgvn",
];

/// Readies the stand-in, and gives its folder and what Trunk's environment needs.
pub(crate) fn stand_in() -> Result<(PathBuf, [(&'static str, OsString); 1])> {
    let folder = target_dir().join("xtask-cargo");
    let to = folder.join(format!("cargo{}", env::consts::EXE_SUFFIX));
    let copy = || -> std::io::Result<()> {
        fs::create_dir_all(&folder)?;
        // A copy that is running cannot be written over, but a new file can take its name.
        let new = folder.join(format!("new-{}", std::process::id()));
        fs::copy(env::current_exe()?, &new)?;
        fs::rename(new, &to)
    };
    copy().with_context(|| format!("could not write {}", to.display()))?;
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    Ok((folder, [(CARGO, cargo)]))
}

/// Does what the stand-in does, where this program runs under its name.
pub(crate) fn as_cargo() -> Option<ExitCode> {
    let mut args = env::args_os();
    let name = PathBuf::from(args.next()?);
    let cargo = env::var_os(CARGO)?;
    if name.file_stem()? != "cargo" {
        return None;
    }
    let args: Vec<OsString> = args.collect();
    let for_wasm = args.iter().any(|arg| {
        arg.to_str()
            .is_some_and(|arg| arg.contains("wasm32-unknown-unknown"))
    });
    let mut command = Command::new(&cargo);
    // A build for tries, without --release, keeps its panics' words.
    let release = for_wasm && args.iter().any(|arg| arg == "--release");
    let widget = release
        && args.iter().any(|arg| {
            arg.to_str()
                .is_some_and(|arg| arg.contains("unstuck-widget"))
        });
    if release {
        // `cargo rustc` is `cargo build` with flags for the last crate alone.
        let verb = |arg| {
            if widget && arg == "build" {
                "rustc".into()
            } else {
                arg
            }
        };
        command.args(args.into_iter().map(verb)).args(CARGO_FLAGS);
        if widget {
            command.args(WIDGET_FLAGS);
        }
        command.env("RUSTC_BOOTSTRAP", "1");
    } else {
        command.args(&args);
        command.env_remove("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS");
    }
    let status = command.status();
    if widget && status.as_ref().is_ok_and(ExitStatus::success) {
        let built = ["wasm32-unknown-unknown", "release", "unstuck-widget.wasm"];
        let built = built
            .iter()
            .fold(target_dir(), |path, part| path.join(part));
        if let Err(error) = unreached::take_out(&built) {
            eprintln!("{error:#}");
            return Some(ExitCode::FAILURE);
        }
    }
    match status {
        Ok(status) => Some(status.code().map_or(ExitCode::FAILURE, |code| {
            ExitCode::from(u8::try_from(code).unwrap_or(1))
        })),
        Err(error) => {
            eprintln!("could not start {}: {error}", Path::new(&cargo).display());
            Some(ExitCode::FAILURE)
        }
    }
}
