//! From articles as people write them to guides, and the check that a guide is sound.
//!
//! Belongs here: what of an article becomes what of a guide, the ids made from words, hostile articles, and each
//! problem that can be reported. Does not: the facts of the real article (`guide_facts.rs`), or the walk.

// A test that panics has failed, which is what a surprise should do here.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod characters;
mod hostile;
mod ids;
mod parts;
mod passages;
mod problems;
mod revision;
mod support;
