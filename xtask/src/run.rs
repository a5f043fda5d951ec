//! Other programs, run in the checkout, and where things are.
//!
//! Belongs here: what every command needs to start a program and to say how it failed. Does not: which programs.

use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};

use anyhow::{Context, Result, bail};

/// The checkout.
pub(crate) fn root() -> &'static Path {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask)
}

/// Where cargo puts what it builds.
pub(crate) fn target_dir() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |dir| root().join(dir))
}

/// The cargo that runs this program.
pub(crate) fn cargo() -> Command {
    program(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// A program in the checkout, with nothing to read: no command waits for keys that CI cannot press.
pub(crate) fn program(name: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(name);
    command.current_dir(root()).stdin(Stdio::null());
    command
}

/// The command for a message, without its folder.
fn typed(command: &Command) -> String {
    let name = Path::new(command.get_program());
    let name = name.file_stem().unwrap_or(command.get_program());
    let words = std::iter::once(name).chain(command.get_args());
    let words: Vec<_> = words.map(OsStr::to_string_lossy).collect();
    words.join(" ")
}

/// A way to run a program to its end.
pub(crate) type Run = fn(&mut Command) -> Result<()>;

/// Runs to the end, its output going where ours goes.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| could_not_start(command))?;
    succeeded(command, status)
}

/// Fails where a command did.
pub(crate) fn succeeded(command: &Command, status: ExitStatus) -> Result<()> {
    if !status.success() {
        bail!("`{}` ended with {status}", typed(command));
    }
    Ok(())
}

/// Runs to the end and gives what it printed.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let output = command
        .stderr(Stdio::piped())
        .output()
        .with_context(|| could_not_start(command))?;
    let said = String::from_utf8_lossy(&output.stderr);
    succeeded(command, output.status).with_context(|| said.trim().to_owned())?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs to the end, and shows what it said only where it fails: for what runs beside something else.
pub(crate) fn unless_it_fails(command: &mut Command) -> Result<()> {
    output(command).map(drop)
}

pub(crate) fn could_not_start(command: &Command) -> String {
    format!("could not start `{}`", typed(command))
}

/// A script that node runs, by its name in the checkout.
pub(crate) fn node_script(script: &str) -> Result<Command> {
    let mut command = program(node("node")?);
    command.arg(root().join(script));
    Ok(command)
}

/// A program that comes with Node.
///
/// # Errors
/// Where it is not installed.
pub(crate) fn node(name: &str) -> Result<PathBuf> {
    let why = || format!("{name} was not found: install Node.js (20 or later) and try again");
    which::which(name).with_context(why)
}
