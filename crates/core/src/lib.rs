//! The engine of Unstuck: what a guide is, the walk through it, and what its reader said.
//!
//! ```text
//! article ─▶ guide::reading ─▶ Guide ─┐
//!                                     ├─▶ walk::Walk::replay ─▶ Screen ─▶ reader
//! persistence ◀── Progress ◀── walk::apply ◀── Action ◀──────────────────────┘
//! ```
//!
//! Belongs here: what needs no browser, no clock, no storage and no words for people. Does not: how an article that is not
//! marked becomes a guide (`unstuck-adopt`), files (`unstuck-author`), or what a reader sees (`unstuck`).
//!
//! Types that may grow are `#[non_exhaustive]`. Those that a host must handle in full are not, so that a new screen or
//! answer does not go unnoticed.

#![deny(missing_docs)]

pub mod characters;
mod checksum;
pub mod guide;
mod json;
mod moment;
pub mod persistence;
pub mod progress;
pub mod qr;
mod time;
pub mod transfer;
pub mod walk;

pub use moment::Moment;
pub use time::{Seq, Timestamp};
