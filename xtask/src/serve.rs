//! `cargo xtask serve`: the release page on this machine.

use std::net::{Ipv4Addr, TcpListener};

use anyhow::{Context, Result};

use crate::run::{run, target_dir};
use crate::trunk::trunk;

pub(crate) fn serve(port: u16, open: bool) -> Result<()> {
    drop(TcpListener::bind((Ipv4Addr::LOCALHOST, port)).with_context(|| {
        format!("port {port} is not free; stop what uses it, or choose another: `cargo xtask serve --port {}`", port.wrapping_add(1))
    })?);
    let mut command = trunk()?;
    // Not dist/: that is for `cargo xtask dist`.
    let out = target_dir().join("serve");
    std::fs::create_dir_all(&out).with_context(|| format!("could not make {}", out.display()))?;
    command.args(["serve", "--release", "--address", "127.0.0.1", "--port"]);
    command.arg(port.to_string()).arg("--dist").arg(out);
    if open {
        command.arg("--open");
    }
    println!(
        "Building the release page: 2 to 3 minutes the first time, then seconds. The address to open comes after that. A changed \
         file is built anew: reload to see it. Ctrl+C stops."
    );
    run(&mut command).context("Trunk stopped; see above for what is wrong")
}
