//! The engine of Unstuck: what a guide is, the walk through it, and what its reader said.
//!
//! Belongs here: what needs no browser, no clock, no storage and no words for people. Does not: how an article that is not
//! marked becomes a guide (`unstuck-adopt`), files (`unstuck-author`), or what a reader sees (`unstuck`).

mod checksum;
pub mod guide;
mod json;
pub mod persistence;
pub mod progress;
pub mod qr;
mod time;
pub mod transfer;
pub mod walk;

pub use time::{Seq, Timestamp};
