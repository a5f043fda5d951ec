//! `cargo xtask serve`: the release page on this machine.

use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};

use crate::run::{run, target_dir};
use crate::trunk::trunk;

pub(crate) fn serve(port: u16, open: bool) -> Result<()> {
    let address = (Ipv4Addr::LOCALHOST, port);
    drop(TcpListener::bind(address).with_context(|| {
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
        "Building the release page: 2 to 3 minutes the first time, then seconds. The address to open comes after that."
    );
    thread::spawn(move || {
        // Trunk listens once the first build is through.
        while TcpStream::connect(address).is_err() {
            thread::sleep(Duration::from_millis(200));
        }
        println!(
            "\n  Open http://127.0.0.1:{port}/\n  A changed file is built anew: reload to see it. Ctrl+C stops.\n"
        );
    });
    run(&mut command).context("Trunk stopped; what is wrong stands above")
}
