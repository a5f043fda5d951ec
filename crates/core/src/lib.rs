//! The engine of Unstuck: what a guide is, the walk through it, and what its reader said.
//!
//! Belongs here: what needs no browser, no clock, no storage and no words for people. Does not: how an article that is not
//! marked becomes a guide (`unstuck-adopt`), files (`unstuck-author`), or what a reader sees (`unstuck`).

pub mod figures;
pub mod guide;
pub mod progress;
pub mod qr;
mod sum;
pub mod walk;
