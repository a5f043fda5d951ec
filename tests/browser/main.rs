//! The built page in a real Chromium, Firefox and WebKit: `cargo xtask test` runs it once for each.
//!
//! In here: the list of cases. How a browser is started, what is served to it and how the widget is read is in `harness/`;
//! the cases lie in a folder for each use of the product, one behaviour a file. Nothing here knows the widget's insides: only
//! its `data-` hooks, its events, what it stores and what it serves.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    missing_docs,
    unreachable_pub,
    reason = "a case that cannot go on has failed; and nothing here is anyone's library"
)]

mod harness;
mod offline;
mod page;
mod sites;
mod tag;

use std::process::ExitCode;

fn main() -> ExitCode {
    let mut cases = page::cases();
    cases.extend(tag::cases());
    cases.extend(sites::cases());
    cases.extend(offline::cases());
    harness::run(cases)
}
